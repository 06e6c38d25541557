"""A resolved day, a time and a zone put together into a value, and what is doubtful about them."""

import dataclasses
from typing import NamedTuple

from briefex.components.dates.pieces import Clock, Zone
from briefex.components.dates.resolve import spans
from briefex.components.dates.resolve.spans import Span
from briefex.components.dates.values import DateFlag, DateValue, Moment, Precision, ResolvedFrom
from briefex.components.dates.zones import offset_on, trouble_on, with_place_evidence

# An end this early after a start this late lies on the next day: 22:00–01:00.
_LATE_HOUR = 17
_EARLY_HOUR = 8


class Timed(NamedTuple):
    """All parts of a value: `last` only for a span of days, `words` of the text for zones that need evidence."""

    first: Span
    last: Span | None
    clock: Clock | None
    last_clock: Clock | None
    zone: Zone | None
    words: frozenset[str]
    is_open_ended: bool
    source: ResolvedFrom


def timed_value(timed: Timed) -> tuple[DateValue, tuple[DateFlag, ...]]:
    """The value of a whole expression, with flags for an end before its start and a doubtful zone."""
    start, end = timed.first.first, timed.first.last
    if timed.last is not None:
        end = timed.last.end
    if timed.clock is not None:
        start, end = _with_clocks(timed, start, end)
    start, flags = _with_offset(timed, start)
    if end is not None:
        end, _ = _with_offset(timed, end)
    value = DateValue(start, end, _precision(timed, start, end), timed.is_open_ended)
    is_span = timed.last is not None or timed.last_clock is not None
    return value, (*flags, *_order_flags(start, end)) if is_span else flags


def _with_clocks(timed: Timed, start: Moment, end: Moment | None) -> tuple[Moment, Moment | None]:
    clock, last_clock = timed.clock, timed.last_clock
    assert clock is not None
    if last_clock is not None:
        end = _at(end or _day_of_end(start, clock, last_clock), last_clock)
        clock = clock._replace(hour=0) if clock.is_midnight else clock
    return _at(start, clock), end


def _day_of_end(start: Moment, clock: Clock, last: Clock) -> Moment:
    """The same day, or the next if the time runs past midnight."""
    is_overnight = clock.hour >= _LATE_HOUR and last.hour < _EARLY_HOUR
    day = start.first_day
    if not is_overnight or day is None:
        return start
    following = spans.shifted(day, 1)
    return dataclasses.replace(start, year=following.year, month=following.month, day=following.day)


def _at(day: Moment, clock: Clock) -> Moment:
    # spelt out: `dataclasses.replace` takes four times as long, once for every time of a text
    return Moment(
        day.year, day.month, day.day, clock.hour, clock.minute, clock.second, day.offset_minutes, day.weekday, day.is_time_only, day.shape
    )


def _with_offset(timed: Timed, moment: Moment) -> tuple[Moment, tuple[DateFlag, ...]]:
    if timed.zone is None or moment.hour is None:
        return moment, ()
    zone = with_place_evidence(timed.zone, timed.words)
    clock = (moment.hour, moment.minute)
    day = moment.first_day
    found = dataclasses.replace(moment, offset_minutes=offset_on(zone, day, moment.month, clock))
    trouble = None if day is None else trouble_on(zone, day, clock)
    return found, () if trouble is None else (DateFlag("ambiguous_zone", trouble),)


def _precision(timed: Timed, start: Moment, end: Moment | None) -> Precision:
    if timed.last is not None or timed.last_clock is not None or timed.is_open_ended:
        return "range"
    if end is not None:
        return timed.first.precision
    if start.hour is None:
        return timed.first.precision
    if start.is_time_only:
        return "time"
    return "minute" if start.second is None else "second"


def _order_flags(start: Moment, end: Moment | None) -> tuple[DateFlag, ...]:
    if end is None or not _is_before(end, start):
        return ()
    return (DateFlag("end_before_start", f"{end.iso} comes before {start.iso}."),)


def _is_before(end: Moment, start: Moment) -> bool:
    if start.offset_minutes is not None and end.offset_minutes is not None and start.utc is not None and end.utc is not None:
        return end.utc < start.utc
    first, last = start.first_day, end.last_day
    if first != last:
        return first is not None and last is not None and last < first
    if start.hour is None or end.hour is None:
        return False
    return (end.hour, end.minute) < (start.hour, start.minute) and (start.year, start.month, start.day) == (end.year, end.month, end.day)
