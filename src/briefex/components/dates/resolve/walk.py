"""The walk through a document that gives every expression its value."""

import datetime
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefex.components.dates.pieces import Expression
from briefex.components.dates.resolve import spans
from briefex.components.dates.resolve.context import Context, Event, Memory
from briefex.components.dates.resolve.days import check_weekdays, days_of
from briefex.components.dates.resolve.event import event_expression
from briefex.components.dates.resolve.spans import Span
from briefex.components.dates.resolve.times import day_of_time, in_afternoon
from briefex.components.dates.resolve.timing import Timed, timed_value
from briefex.components.dates.tokens import Tape
from briefex.components.dates.values import DateFlag, DateValue, Moment, ResolvedFrom


class Resolved(NamedTuple):
    """An expression with its value, where the value comes from, and what is doubtful about it."""

    expression: Expression
    value: DateValue
    source: ResolvedFrom
    flags: tuple[DateFlag, ...]


def resolve(tape: Tape, expressions: Sequence[Expression], reference: datetime.date | None) -> Iterator[Resolved]:
    """Every expression of a document with its value, in document order."""
    context = Context(tape, expressions, reference)
    context.event = _event(context)
    context.memory = Memory()
    numbered = iter(context.document.numbered_days)
    heading = next(numbered, None)
    for context.position, expression in enumerate(expressions):
        while heading is not None and heading[0] < expression.first:
            _open_numbered_day(context, heading[1])
            heading = next(numbered, None)
        context.flags = []
        yield _resolved(context, expression)


def _event(context: Context) -> Event | None:
    expression = event_expression(context)
    days = None if expression is None else days_of(context, expression)
    if expression is None or days is None or days[0].first.day is None:
        return None
    return Event(days[0].first, days[1].end, expression)


def _open_numbered_day(context: Context, number: int) -> None:
    """From a heading "Day 2" on, times belong to the event's second day."""
    first, last = context.event_day, context.event.last.first_day if context.event is not None else None
    if first is not None and last is not None and number - 1 <= (last - first).days:
        day = spans.shifted(first, number - 1)
        context.memory.heading = Moment(day.year, day.month, day.day)
        context.memory.latest_minutes = -1


def _resolved(context: Context, expression: Expression) -> Resolved:
    days = days_of(context, expression)
    timed = _timed(context, expression, days)
    if days is not None:
        check_weekdays(context, expression.when, days)
    value, flags = timed_value(timed)
    context.remember(expression, days, value)
    return Resolved(expression, value, timed.source, (*context.flags, *flags))


def _timed(context: Context, expression: Expression, days: tuple[Span, Span] | None) -> Timed:
    when, document = expression.when, context.document
    zone = when.zone or (document.page_zone if when.clock is not None else None)
    clock, last_clock = in_afternoon(context, when, days)
    if days is not None:
        last = days[1] if when.last_day or when.last_weekday is not None else None
        return Timed(days[0], last, clock, last_clock, zone, document.words, when.is_open_ended, _joint_source(days))
    day = day_of_time(context, expression)
    source: ResolvedFrom = "context" if day is not None else "none" if when.clock is not None else "text"
    span = Span(day or Moment(is_time_only=True), None, "day", source)
    return Timed(span, None, clock, last_clock, zone, document.words, when.is_open_ended, source)


def _joint_source(days: tuple[Span, Span]) -> ResolvedFrom:
    """Text only if both ends are told in full; else what settled an end."""
    return days[0].source if days[0].source != "text" else days[1].source
