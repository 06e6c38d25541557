"""Weekdays without a date: of a week or event that was named, or counted from a day told before or from the reference day."""

import datetime

from briefex.components.dates.pieces import Expression, NamedWeekday
from briefex.components.dates.resolve import spans
from briefex.components.dates.resolve.context import NEIGHBOUR_TOKENS, Context
from briefex.components.dates.resolve.evidence import Tense, is_deadline
from briefex.components.dates.resolve.spans import Span
from briefex.components.dates.values import Moment

# An event further ahead than this draws the bare weekdays told beside it; nearer, they count from the reference day.
_EVENT_AHEAD_DAYS = 7
# One further ahead than this is an expiry or a plan, and draws none.
_EVENT_FAR_DAYS = 240
# A report's day draws the weekdays told as past beside it if it lies less than this before the report.
_REPORTED_DAYS = 14


def named_weekday(context: Context, day: NamedWeekday, expression: Expression) -> Span:
    """The day meant by "Thursday" or "next Monday"; open where nothing says from when to count."""
    if day.shift is None:
        within = _within_week(context, day, expression) or _within_event(context, day) or _after_event(context, day, expression)
        if within is not None:
            return spans.of_day(within, "context")
    if context.reference is None:
        event = context.memory.last_day or (context.event.first if context.event is not None else None)
        anchor = event.first_day if event is not None and day.shift is None else None
        if anchor is None:
            return Span(Moment(weekday=day.weekday), None, "day", "none")
        return spans.of_day(_on_or_after(anchor, day), "context")
    reported = _in_report(context, day, expression, context.reference) if day.shift is None else None
    if reported is not None:
        return spans.of_day(reported, "context")
    anchor, source = context.anchor(day.anchor, day.shift or 0)
    return spans.of_day(_near(day, anchor or context.reference, context.document.tense_of(expression)), source)


def _within_week(context: Context, day: NamedWeekday, expression: Expression) -> datetime.date | None:
    """The weekday of a week or weekend named shortly before ("returns this weekend, with music on Saturday")."""
    memory = context.memory
    if memory.week is None or expression.first - memory.week_end > NEIGHBOUR_TOKENS // 2:
        return None
    found = spans.shifted(memory.week, day.weekday)
    return found if context.reference is None or found >= context.reference else None


def _within_event(context: Context, day: NamedWeekday) -> datetime.date | None:
    """The weekday among the event's days ("Friday" as a heading of a three-day programme)."""
    if context.event is None:
        return None
    first, last = context.event.first.first_day, context.event.last.first_day
    if first is None or last is None or not 0 <= (last - first).days < 7:
        return None
    found = _on_or_after(first, day)
    return found if found <= last else None


def _after_event(context: Context, day: NamedWeekday, expression: Expression) -> datetime.date | None:
    """The weekday that follows the event's day, told shortly before ("It opens on 2 July. On Thursday …")."""
    told = context.last_day
    if told is None or context.reference is None or context.document.is_report:
        return None
    if expression.first - context.memory.last_day_end >= NEIGHBOUR_TOKENS:
        return None
    if context.document.tense_of(expression) is Tense.PAST or is_deadline(context.tape, expression):
        return None
    is_ahead = _EVENT_AHEAD_DAYS <= (told - context.reference).days <= _EVENT_FAR_DAYS
    return _on_or_after(told, day) if is_ahead else None


def _in_report(context: Context, day: NamedWeekday, expression: Expression, reference: datetime.date) -> datetime.date | None:
    """The weekday told as past, a few days before a day that the report has just named."""
    memory, tense = context.memory, context.document.tense_of(expression)
    told_by = memory.last_day_expression
    if context.document.is_report and (told_by is None or told_by.when.weekday is None or told_by.when.day is None):
        return None
    before = memory.weekdays.get(day.weekday)
    if before is not None and before < reference and tense is not Tense.FUTURE:
        return before
    told = context.last_day
    if told is None or tense is not Tense.PAST or expression.first - memory.last_day_end > 3 * NEIGHBOUR_TOKENS:
        return None
    if not 0 < (reference - told).days < _REPORTED_DAYS:
        return None
    return spans.shifted(told, -((told.weekday() - day.weekday) % 7))


def _near(day: NamedWeekday, anchor: datetime.date, tense: Tense) -> datetime.date:
    """The weekday meant: of the week named; bare, the next one, or the last one of what is told as past."""
    ahead = (day.weekday - anchor.weekday()) % 7
    if day.anchor == "context" or day.shift == 2:
        return spans.shifted(anchor, ahead or 7)
    if day.shift == -2:
        return spans.shifted(anchor, ahead - 7)
    if day.shift is not None:
        of_week = spans.shifted(anchor, day.weekday - anchor.weekday() + 7 * day.shift)
        return spans.shifted(of_week, 7) if day.shift == 0 and of_week < anchor and tense is not Tense.PAST else of_week
    if tense is Tense.PAST:
        return spans.shifted(anchor, ahead - 7 if ahead else 0)
    return spans.shifted(anchor, ahead)


def _on_or_after(anchor: datetime.date, day: NamedWeekday) -> datetime.date:
    return spans.shifted(anchor, (day.weekday - anchor.weekday()) % 7)
