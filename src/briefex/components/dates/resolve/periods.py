"""Periods and what is told by its distance: quarters and seasons, "next month", "last April", "week 12"."""

import datetime

from briefex.components.dates.pieces import Expression, Months, NamedMonth, NumberedWeek, Relative, RelativeYear
from briefex.components.dates.resolve import spans
from briefex.components.dates.resolve.context import Context
from briefex.components.dates.resolve.evidence import Tense
from briefex.components.dates.resolve.spans import Span
from briefex.components.dates.resolve.years import settle_year
from briefex.components.dates.values import Moment, ResolvedFrom


def months(context: Context, period: Months, expression: Expression) -> Span:
    """A quarter, season or other run of whole months."""
    if period.shift is not None:
        return _shifted_months(context, period, period.shift)
    if isinstance(period.year, int):
        return spans.of_months(period.year, period.first, period.count, period.precision, "text")
    year, source = context.relative_year(period.year) if period.year else _running_year(context, period, expression)
    return spans.of_months(year, period.first, period.count, period.precision, source)


def _running_year(context: Context, period: Months, expression: Expression) -> tuple[int | None, ResolvedFrom]:
    """A period announced is over with its last month; one told as past began with its first."""
    evidence = context.year_evidence(expression)
    if evidence.tense is Tense.PAST:
        return settle_year(period.first, None, None, evidence)
    last = period.first + period.count - 1
    year, source = settle_year((last - 1) % 12 + 1, None, None, evidence)
    return (year if year is None else year - (last - 1) // 12), source


def _shifted_months(context: Context, period: Months, shift: int) -> Span:
    """Whole months by distance: "this summer" is the reference year's; in January "this winter" is the one that has begun."""
    anchor, source = context.anchor("reference", shift)
    if anchor is None:
        return spans.of_months(None, period.first, period.count, period.precision, "none")
    index = anchor.year * 12 + anchor.month - 1
    starts = [year * 12 + period.first - 1 for year in range(anchor.year - 2, anchor.year + 3)]
    if shift < 0:
        start = max(each for each in starts if each + period.count <= index)
    elif shift > 0:
        start = min(each for each in starts if each > index)
    else:
        running = [each for each in starts if each <= index < each + period.count]
        start = running[0] if running else anchor.year * 12 + period.first - 1
    return spans.of_months(start // 12, period.first, period.count, period.precision, source)


def relative(context: Context, day: Relative, expression: Expression) -> Span:
    """A day, week, month or year so many units away."""
    tense = context.document.tense_of(expression)
    if day.unit == "quarter" and day.shift == -1 and tense is Tense.FUTURE:
        return months(context, Months("quarter", 10, 3), expression)
    memory = context.memory
    anchor, source = context.anchor(day.anchor, day.shift)
    if day.unit in ("day", "week") and day.anchor == "context" and memory.last is not None and memory.last.shape != "day":
        told = (context.event.first if context.event is not None else None) or memory.last_day
        anchor, source = (told.first_day, "context") if told is not None else (anchor, source)
    if anchor is None:
        return _open_relative(day)
    is_past_weekend = day.unit == "weekend" and day.shift == 0 and anchor.weekday() < 5 and tense is Tense.PAST
    span = spans.of_unit(day.unit, -1 if is_past_weekend else day.shift, anchor, source)
    if day.weekday is not None and span.first.first_day is not None:
        return spans.of_day(spans.shifted(span.first.first_day, day.weekday), source)
    return span


def _open_relative(day: Relative) -> Span:
    if day.unit in ("month", "quarter"):
        return Span(Moment(shape="month"), None, "month", "none")
    if day.unit in ("year", "decade", "century"):
        return Span(Moment(shape="year"), None, "year", "none")
    return Span(Moment(), None, "day", "none")


def named_month(context: Context, day: NamedMonth) -> Span:
    """ "Last April", "next March"."""
    anchor, source = context.anchor("reference", day.shift)
    if anchor is None:
        return Span(Moment(None, day.month, shape="month"), None, "month", "none")
    year = anchor.year
    if day.shift < 0 and day.month >= anchor.month:
        year -= 1
    if day.shift > 0 and day.month <= anchor.month:
        year += 1
    return Span(Moment(year, day.month, shape="month"), None, "month", source)


def numbered_week(context: Context, day: NumberedWeek) -> Span:
    """ "Week 12", Monday to Sunday as ISO 8601 counts them."""
    year: int | None
    source: ResolvedFrom
    if isinstance(day.year, int):
        year, source = day.year, "text"
    else:
        year, source = context.relative_year(day.year or RelativeYear(0))
    if year is None:
        return Span(Moment(shape="year"), None, "week", "none")
    monday = datetime.date.fromisocalendar(year, min(day.week, 52), 1)
    return spans.of_days(monday, spans.shifted(monday, 6), "week", source)
