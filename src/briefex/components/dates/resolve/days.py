"""The first and last day or period of an expression."""

from briefex.components.dates.pieces import (
    Calendar,
    Day,
    Expression,
    Months,
    NamedMonth,
    NamedWeekday,
    NumberedWeek,
    Relative,
    WeekOf,
    When,
    Years,
)
from briefex.components.dates.resolve import spans
from briefex.components.dates.resolve.calendar_days import calendar, open_span, week_of
from briefex.components.dates.resolve.context import Context
from briefex.components.dates.resolve.periods import months, named_month, numbered_week, relative
from briefex.components.dates.resolve.spans import Span
from briefex.components.dates.resolve.weekdays import named_weekday


def days_of(context: Context, expression: Expression) -> tuple[Span, Span] | None:
    """The first and last day or period of an expression, the same twice if it has only one; None for a bare time."""
    when = expression.when
    day: Day | None = when.day
    if day is None and when.weekday is not None:
        day = NamedWeekday(when.weekday)
    if day is None:
        return None
    if isinstance(day, Calendar) and isinstance(when.last_day, Calendar) and day.year is None is when.last_day.year:
        return open_span(context, day, when.last_day, expression)
    first = _day(context, day, expression, when.weekday)
    last_day = when.last_day or (NamedWeekday(when.last_weekday) if when.last_weekday is not None else None)
    if last_day is None:
        return first, first
    return first, _last(context, last_day, first, expression)


def check_weekdays(context: Context, when: When, days: tuple[Span, Span]) -> None:
    """Flag a weekday that is told beside a day on which it does not fall."""
    for weekday, moment in ((when.weekday, days[0].first), (when.last_weekday, days[1].end)):
        day = moment.first_day if moment.shape == "day" else None
        if weekday is not None and day is not None and day.weekday() != weekday:
            context.flag("weekday_disagrees", f"{day.isoformat()} is a {day.strftime('%A')}.")


def _last(context: Context, day: Day, first: Span, expression: Expression) -> Span:
    """The end of a span: a year it leaves out is its beginning's, or the next if it would come before it."""
    weekday = expression.when.last_weekday
    if isinstance(day, NamedWeekday) and day.shift is None and first.first.first_day is not None:
        ahead = (day.weekday - first.first.first_day.weekday()) % 7
        return spans.of_day(spans.shifted(first.first.first_day, ahead), first.source)
    if isinstance(day, Calendar) and day.year is None and day.month is not None and day.nth_weekday is None:
        start = first.first
        is_next_year = start.year is not None and (day.month, day.day or 31) < (start.month or 1, start.day or 1)
        year = None if start.year is None else start.year + is_next_year
        return calendar(context, day._replace(year=year), expression, weekday, first.source)
    return _day(context, day, expression, weekday)


def _day(context: Context, day: Day, expression: Expression, weekday: int | None) -> Span:
    match day:
        case Calendar():
            return calendar(context, day, expression, weekday)
        case Months():
            return months(context, day, expression)
        case Years():
            return spans.of_years(day.first, day.last, day.precision, "text")
        case Relative():
            return relative(context, day, expression)
        case NamedMonth():
            return named_month(context, day)
        case NamedWeekday():
            return named_weekday(context, day, expression)
        case WeekOf():
            return week_of(context, day, expression)
        case NumberedWeek():
            return numbered_week(context, day)
