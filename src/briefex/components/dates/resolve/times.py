"""Bare times: the day they belong to, and whether "1:00" is an afternoon's."""

import datetime

from briefex.components.dates.pieces import Clock, Expression, When
from briefex.components.dates.resolve import spans
from briefex.components.dates.resolve.context import Context
from briefex.components.dates.resolve.evidence import is_deadline
from briefex.components.dates.resolve.spans import Span
from briefex.components.dates.values import Moment

# A day within this many days of a report is what a bare time in it belongs to.
_RECENT_DAYS = 7
# "Until 1 a.m.", told after a time of the evening, is the next day's.
_UNTIL = frozenset({"until", "till", "til", "to"})
_NIGHT_ENDS = 5
_EVENING_BEGINS = 17


def day_of_time(context: Context, expression: Expression) -> Moment | None:
    """The day of a bare time: of its sentence, of the heading above, of the event, of the last date; the next one for "until 1 a.m."."""
    day = _day_told(context, expression)
    clock, told = expression.when.clock, day.first_day if day is not None else None
    is_end = context.tape[expression.first - 1].word in _UNTIL
    if clock is None or told is None or not is_end or clock.is_bare or clock.hour >= _NIGHT_ENDS or clock.is_midnight:
        return day
    begins = context.event.hour if context.event is not None else None
    latest = max(context.memory.latest_minutes // 60, begins or 0)
    if expression.when.last_clock is not None or latest < _EVENING_BEGINS:
        return day
    following = spans.shifted(told, 1)
    return Moment(following.year, following.month, following.day)


def _day_told(context: Context, expression: Expression) -> Moment | None:
    memory = context.memory
    is_same = context.is_day_in_sentence(expression)
    if context.document.is_report and context.reference is not None and not is_same:
        return _day_in_report(context, context.reference)
    told = memory.last_day_expression
    if is_same and (context.event is None or told is None or not is_deadline(context.tape, told)):
        return memory.last_day
    return memory.heading or (context.event.first if context.event is not None else None) or memory.last_day


def _day_in_report(context: Context, reference: datetime.date) -> Moment:
    """The day of a bare time in a report: the day told last if it is recent, else the day of the report."""
    told, day = context.memory.last_day, context.last_day
    if told is not None and day is not None and abs((reference - day).days) <= _RECENT_DAYS:
        return told
    return Moment(reference.year, reference.month, reference.day)


def in_afternoon(context: Context, when: When, days: tuple[Span, Span] | None) -> tuple[Clock | None, Clock | None]:
    """First and last time of an expression; on a programme that has passed noon, "1:00" is 13:00."""
    clock, last = when.clock, when.last_clock
    if clock is None or not clock.is_bare or clock.hour > 7:
        return clock, last
    if days is not None:
        return (clock._replace(hour=clock.hour + 12) if _is_said_of_afternoon(context, clock) else clock), last
    before = context.memory.latest_minutes
    minutes = clock.hour * 60 + clock.minute
    is_after_noon = before >= 480 and minutes < before <= minutes + 720
    if not is_after_noon and not _is_event_in_evening(context, clock) and not _is_said_of_afternoon(context, clock):
        return clock, last
    later = clock._replace(hour=clock.hour + 12)
    if last is not None and last.is_bare and last.hour < 12:
        last = last._replace(hour=last.hour + 12)
    return later, last


def _is_said_of_afternoon(context: Context, clock: Clock) -> bool:
    """Whether words, not figures, tell a time between one and seven ("half past three", "five o'clock")."""
    expression = context.expressions[context.position]
    words = {context.tape[index].word for index in range(expression.first, expression.last)}
    return 1 <= clock.hour < 7 and not words & {"morning", "night"} and bool(words & {"half", "quarter", "clock", "oclock", "past"})


def _is_event_in_evening(context: Context, clock: Clock) -> bool:
    """Whether the event begins within three hours of the time, read as an afternoon's ("from 6 to 6:45" before 7 pm)."""
    begins = context.event.hour if context.event is not None else None
    return begins is not None and begins >= 16 and abs(begins - clock.hour - 12) <= 3
