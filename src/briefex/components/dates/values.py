"""What a found date is worth: a value with its precision and open ends, never a bare datetime."""

import calendar
import dataclasses
import datetime
from typing import Literal

Precision = Literal[
    "century",
    "decade",
    "year",
    "half",
    "season",
    "quarter",
    "month",
    "week",
    "weekend",
    "day",
    "time",
    "minute",
    "second",
    "range",
]
ResolvedFrom = Literal["text", "context", "reference", "none"]
FlagCode = Literal["weekday_disagrees", "end_before_start", "no_such_day", "ambiguous_day_month", "ambiguous_zone"]


@dataclasses.dataclass(frozen=True, slots=True)
class Moment:
    """A calendar date and time of which any part may be open (None).

    `is_time_only` says that the day is not merely open but unnamed: the ISO form then starts with "T".
    `hour` is 0–24; 24 only with minute 0, the end of the day. `weekday` (Monday 0) is kept only where no day is known.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int = 0
    second: int | None = None
    offset_minutes: int | None = None
    weekday: int | None = None
    is_time_only: bool = False
    shape: Literal["year", "month", "day"] = "day"

    @property
    def iso(self) -> str:
        """The ISO 8601 form, with X for what is open."""
        return self._date_iso() + self._time_iso()

    def _date_iso(self) -> str:
        if self.is_time_only:
            return ""
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.shape == "year":
            return year
        if self.weekday is not None and self.day is None:
            return f"{year}-WXX-{self.weekday + 1}"
        month = "XX" if self.month is None else f"{self.month:02d}"
        if self.shape == "month":
            return f"{year}-{month}"
        day = "XX" if self.day is None else f"{self.day:02d}"
        return f"{year}-{month}-{day}"

    def _time_iso(self) -> str:
        if self.hour is None:
            return ""
        seconds = "" if self.second is None else f":{self.second:02d}"
        return f"T{self.hour:02d}:{self.minute:02d}{seconds}{_offset_iso(self.offset_minutes)}"

    @property
    def first_day(self) -> datetime.date | None:
        """The earliest day this can mean; None while the year is open or the day does not exist."""
        if self.year is None or self.is_time_only or not 1 <= self.year <= 9999:
            return None
        if self.shape == "year":
            return datetime.date(self.year, 1, 1)
        if self.month is None:
            return None
        if self.shape == "month":
            return datetime.date(self.year, self.month, 1)
        return None if self.day is None else day_or_none(self.year, self.month, self.day)

    @property
    def last_day(self) -> datetime.date | None:
        """The latest day this can mean; None while the year is open or the day does not exist."""
        if self.year is None or self.first_day is None:
            return None
        if self.shape == "year":
            return datetime.date(self.year, 12, 31)
        if self.shape == "month" and self.month is not None:
            return datetime.date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])
        return self.first_day

    @property
    def utc(self) -> datetime.datetime | None:
        """The instant, where day, time and offset are all known."""
        day = self.first_day
        if day is None or self.hour is None or self.offset_minutes is None or self.shape != "day":
            return None
        midnight = datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)
        since_midnight = datetime.timedelta(hours=self.hour, minutes=self.minute - self.offset_minutes, seconds=self.second or 0)
        try:
            return midnight + since_midnight
        except OverflowError:
            return None


def day_or_none(year: int, month: int, day: int) -> datetime.date | None:
    """The date, or None if the calendar has no such day."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _offset_iso(minutes: int | None) -> str:
    if minutes is None:
        return ""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"


@dataclasses.dataclass(frozen=True, slots=True)
class DateValue:
    """A moment or a span of time, to the precision that its text gives.

    A period such as a season or a decade has `start` and `end`; `end` is None for a single date. With
    `is_open_ended` the span has begun and has no end ("2016–present").
    """

    start: Moment
    end: Moment | None = None
    precision: Precision = "day"
    is_open_ended: bool = False

    @property
    def iso(self) -> str:
        """The value as gold data writes it: `2025-06`, `2024-11-21T11:00-05:00`, `2014/2019`, `2016/..`, `XXXX-10-14`.

        >>> DateValue(Moment(2014, shape="year"), Moment(2019, shape="year"), "range").iso
        '2014/2019'
        """
        if self.is_open_ended:
            return f"{self.start.iso}/.."
        return self.start.iso if self.end is None else f"{self.start.iso}/{self.end.iso}"

    @property
    def has_time(self) -> bool:
        """Whether a time of day is given."""
        return self.start.hour is not None

    @property
    def first_day(self) -> datetime.date | None:
        """The first day covered, in the calendar of the place; None while it is open."""
        return self.start.first_day

    @property
    def last_day(self) -> datetime.date | None:
        """The last day covered; None while it is open or without end."""
        if self.is_open_ended:
            return None
        return self.start.last_day if self.end is None else self.end.last_day

    @property
    def starts_utc(self) -> datetime.datetime | None:
        """The instant of the beginning, where the text names a zone."""
        return self.start.utc

    @property
    def ends_utc(self) -> datetime.datetime | None:
        """The instant of the end, where the text names an end and a zone."""
        return None if self.end is None or self.is_open_ended else self.end.utc


@dataclasses.dataclass(frozen=True, slots=True)
class DateFlag:
    """Something about a date that a person should look at."""

    code: FlagCode
    message: str


@dataclasses.dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as it stands in a text: `text[start:end]`, in code points, with what it means."""

    start: int
    end: int
    text: str
    value: DateValue
    resolved_from: ResolvedFrom
    flags: tuple[DateFlag, ...] = ()

    @property
    def has_time(self) -> bool:
        """Whether a time of day is given, which marks what is on a programme."""
        return self.value.has_time
