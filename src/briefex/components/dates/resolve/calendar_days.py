"""Days, months and years of the calendar, with the order of figures and the year that they leave open."""

import datetime

from briefex.components.dates.pieces import Calendar, Expression, RelativeYear, WeekOf
from briefex.components.dates.resolve import spans
from briefex.components.dates.resolve.context import Context
from briefex.components.dates.resolve.evidence import Tense, fitting_orders
from briefex.components.dates.resolve.spans import Span
from briefex.components.dates.resolve.years import settle_year
from briefex.components.dates.values import Moment, ResolvedFrom, day_or_none

# How far, in months, a day of the month without a month may lie from its anchor.
_MONTHS_AROUND = 14


def calendar(context: Context, day: Calendar, expression: Expression, weekday: int | None, source: ResolvedFrom = "text") -> Span:
    """The day, month or year meant; `source` is where a year told in figures comes from."""
    day = _in_order(context, day, weekday)
    year, year_source = _year(context, day, expression, weekday, source)
    if day.nth_weekday is not None and day.month is not None and year is not None:
        found = spans.nth_weekday(year, day.month, *day.nth_weekday)
        if found is not None:
            return spans.of_day(found, year_source)
    if day.shape == "year":
        return Span(Moment(year, shape="year"), None, "year", year_source)
    if day.shape == "month":
        return spans.of_month(year, day.month, year_source)
    if day.month is None:
        return _day_of_month(context, day, expression, weekday)
    _check_exists(context, year, day)
    return Span(Moment(year, day.month, day.day), None, "day", year_source)


def open_span(context: Context, day: Calendar, last: Calendar, expression: Expression) -> tuple[Span, Span]:
    """A span without a year is the one whose end is still to come: in October, "May to December" has begun."""
    when = expression.when
    day, last = _in_order(context, day, when.weekday), _in_order(context, last, when.last_weekday)
    if day.month is None or last.month is None:
        return calendar(context, day, expression, when.weekday), calendar(context, last, expression, when.last_weekday)
    is_over_new_year = (day.month, day.day or 1) > (last.month, last.day or 31)
    evidence = context.year_evidence(expression)
    if when.weekday is not None:
        first_year, source = settle_year(day.month, day.day, when.weekday, evidence)
        year = None if first_year is None else first_year + is_over_new_year
    else:
        year, source = settle_year(last.month, last.day, when.last_weekday, evidence)
        first_year = None if year is None else year - is_over_new_year
    return _settled(context, day, first_year, source), _settled(context, last, year, source)


def week_of(context: Context, day: WeekOf, expression: Expression) -> Span:
    """ "The week of 3 March": the whole week or weekend around the day."""
    inner = calendar(context, day.day, expression, None)
    first_day = inner.first.first_day
    return inner if first_day is None else spans.of_unit(day.unit, 0, first_day, inner.source)


def _settled(context: Context, day: Calendar, year: int | None, source: ResolvedFrom) -> Span:
    if day.day is not None:
        _check_exists(context, year, day)
    return Span(Moment(year, day.month, day.day, shape=day.shape), None, day.shape, source)


def _in_order(context: Context, day: Calendar, weekday: int | None) -> Calendar:
    """Day and month as evidence orders them: weekday, the text's other dates and country, else day first."""
    if not day.is_order_open or day.day == day.month:
        return day
    swapped = day._replace(day=day.month, month=day.day, is_order_open=False)
    fits = (False, False) if weekday is None else _fitting_orders(context, day, swapped, weekday)
    if sum(fits) == 1:
        return day if fits[0] else swapped
    if context.document.is_month_first is None:
        context.flag("ambiguous_day_month", "Day and month could change places; read day first.")
    return swapped if context.document.is_month_first else day


def _fitting_orders(context: Context, day: Calendar, swapped: Calendar, weekday: int) -> tuple[bool, bool]:
    """Which orders fall on the weekday: in the year told, else in a year near the reference."""
    if isinstance(day.year, int):
        return fitting_orders(day, weekday)
    anchor = context.event_day if context.event is not None else context.reference
    if anchor is None or day.month is None or day.day is None:
        return False, False
    as_written = day_or_none(anchor.year, day.month, day.day)
    other = day_or_none(anchor.year, swapped.month or 1, swapped.day or 1)
    return as_written is not None and as_written.weekday() == weekday, other is not None and other.weekday() == weekday


def _check_exists(context: Context, year: int | None, day: Calendar) -> None:
    if day.month is not None and day.day is not None and day_or_none(2000 if year is None else year, day.month, day.day) is None:
        where = "any year" if year is None else str(year)
        context.flag("no_such_day", f"Month {day.month} has no day {day.day} in {where}.")


def _year(
    context: Context, day: Calendar, expression: Expression, weekday: int | None, source: ResolvedFrom
) -> tuple[int | None, ResolvedFrom]:
    if isinstance(day.year, int):
        return day.year, source
    if isinstance(day.year, RelativeYear):
        return context.relative_year(day.year)
    if day.month is None or (day.day is None and day.nth_weekday is None and day.shape != "month"):
        return None, "none"
    return settle_year(day.month, day.day, weekday, context.year_evidence(expression))


def _day_of_month(context: Context, day: Calendar, expression: Expression, weekday: int | None) -> Span:
    """ "Tue 13th": the nearest month, from the context or reference on, in which the day falls so."""
    event = context.event_day
    if context.is_day_in_sentence(expression):
        event = context.last_day or event
    anchor, source = (event, "context") if event is not None else context.anchor("reference", 0)
    if anchor is None or day.day is None:
        return Span(Moment(None, None, day.day), None, "day", "none")
    is_past = context.document.tense_of(expression) is Tense.PAST
    found: list[datetime.date] = []
    for step in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1):
        months = anchor.year * 12 + anchor.month - 1 + step
        each = day_or_none(months // 12, months % 12 + 1, day.day)
        if each is not None and (weekday is None or each.weekday() == weekday):
            found.append(each)
    if not found:
        return Span(Moment(None, None, day.day), None, "day", "none")
    best = min(found, key=lambda each: abs((each - anchor).days) * (2 if (each > anchor) is is_past else 1))
    return spans.of_day(best, "context" if source == "context" else "reference")
