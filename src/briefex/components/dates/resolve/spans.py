"""Days and periods whose year is settled, as a first and a last moment."""

import calendar
import datetime
import functools
from typing import NamedTuple

from briefex.components.dates.pieces import Unit
from briefex.components.dates.values import Moment, Precision, ResolvedFrom

_MONTHS_OF: dict[str, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


class Span(NamedTuple):
    """A resolved day or period: `last` is None for a single year, month or day."""

    first: Moment
    last: Moment | None
    precision: Precision
    source: ResolvedFrom

    @property
    def end(self) -> Moment:
        """The moment that closes the span."""
        return self.first if self.last is None else self.last


@functools.lru_cache(maxsize=2048)
def of_day(day: datetime.date, source: ResolvedFrom) -> Span:
    """One day."""
    return Span(_day(day), None, "day", source)


def of_days(first: datetime.date, last: datetime.date, precision: Precision, source: ResolvedFrom) -> Span:
    """Several days."""
    return Span(_day(first), _day(last), precision, source)


@functools.lru_cache(maxsize=2048)
def of_years(first: int, last: int, precision: Precision, source: ResolvedFrom) -> Span:
    """Whole years."""
    return Span(_year(first), None if first == last else _year(last), precision, source)


@functools.lru_cache(maxsize=2048)
def of_month(year: int | None, month: int | None, source: ResolvedFrom) -> Span:
    """One month."""
    return Span(Moment(year, month, shape="month"), None, "month", source)


@functools.lru_cache(maxsize=2048)
def of_months(year: int | None, first: int, count: int, precision: Precision, source: ResolvedFrom) -> Span:
    """Whole months from one on; the end may lie in the next year."""
    index = first - 1 + count - 1
    last_year = None if year is None else year + index // 12
    return Span(_month(year, first), _month(last_year, index % 12 + 1), precision, source)


def of_unit(unit: Unit, shift: int, anchor: datetime.date, source: ResolvedFrom) -> Span:
    """The day, week, month … that lies so many units from the anchor's own."""
    if unit in ("day", "fortnight"):
        return of_day(shifted(anchor, shift * (14 if unit == "fortnight" else 1)), source)
    if unit in ("week", "weekend"):
        monday = shifted(anchor, 7 * shift - anchor.weekday())
        first = shifted(monday, 5) if unit == "weekend" else monday
        return of_days(first, shifted(monday, 6), "weekend" if unit == "weekend" else "week", source)
    return _of_long_unit(unit, shift, anchor, source)


def _of_long_unit(unit: Unit, shift: int, anchor: datetime.date, source: ResolvedFrom) -> Span:
    months = anchor.year * 12 + anchor.month - 1 + shift * _MONTHS_OF[unit]
    year, month = min(max(months // 12, 1), 9998), months % 12 + 1
    if unit == "month":
        return Span(_month(year, month), None, "month", source)
    if unit == "quarter":
        return of_months(year, (month - 1) // 3 * 3 + 1, 3, "quarter", source)
    if unit == "decade":
        return of_years(year // 10 * 10, year // 10 * 10 + 9, "decade", source)
    if unit == "century":
        first = (year - 1) // 100 * 100 + 1
        return of_years(first, first + 99, "century", source)
    return of_years(year, year, "year", source)


def shifted(day: datetime.date, days: int) -> datetime.date:
    """A day so many days on, kept within the calendar."""
    return datetime.date.fromordinal(min(max(day.toordinal() + days, 1), datetime.date.max.toordinal()))


def nth_weekday(year: int, month: int, number: int, weekday: int) -> datetime.date | None:
    """The first, second … or last (−1) such weekday of a month; None if there is none."""
    days = [day for day in range(1, calendar.monthrange(year, month)[1] + 1) if datetime.date(year, month, day).weekday() == weekday]
    index = number if number < 0 else number - 1
    return datetime.date(year, month, days[index]) if index < len(days) else None


def _day(day: datetime.date) -> Moment:
    return Moment(day.year, day.month, day.day)


def _month(year: int | None, month: int) -> Moment:
    return Moment(year, month, shape="month")


def _year(year: int) -> Moment:
    return Moment(year, shape="year")
