"""The walk through a document that gives every expression its value."""

import dataclasses
import datetime
import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefex.components.dates import spans
from briefex.components.dates.evidence import Document, Tense, fitting_orders, is_deadline, is_heading
from briefex.components.dates.pieces import (
    Anchor,
    Calendar,
    Clock,
    Day,
    Expression,
    Months,
    NamedMonth,
    NamedWeekday,
    NumberedWeek,
    Relative,
    RelativeYear,
    WeekOf,
    When,
    Years,
)
from briefex.components.dates.spans import Span
from briefex.components.dates.timing import Timed, timed_value
from briefex.components.dates.tokens import NEW_LINE, Tape
from briefex.components.dates.values import DateFlag, DateValue, Moment, ResolvedFrom, day_or_none
from briefex.components.dates.years import YearEvidence, settle_year

# How far back, in tokens, a date told in an earlier sentence settles the year of a later one.
_NEIGHBOUR_TOKENS = 40
# An event further ahead than this draws the bare weekdays told beside it; nearer, they count from the reference day.
_EVENT_AHEAD_DAYS = 7
# One further ahead than this is an expiry or a plan, and draws none.
_EVENT_FAR_DAYS = 240
# A day further back than this is history, not what a text announces or reports.
_EVENT_BEHIND_DAYS = 60
# A day within this many days of a report is what a bare time in it belongs to.
_RECENT_DAYS = 7
# A label between a day and the time in the line below it has at most so many tokens.
_LABEL_TOKENS = 4
# What a report leaves open is to come only where the past day lies so many times as far off.
_PAST_WEIGHT, _YEAR = 3, 366
# "Until 1 a.m.", told after a time of the evening, is the next day's.
_UNTIL = frozenset({"until", "till", "til", "to"})
_NIGHT_ENDS = 5
_EVENING_BEGINS = 17


class Resolved(NamedTuple):
    """An expression with its value, where the value comes from, and what is doubtful about it."""

    expression: Expression
    value: DateValue
    source: ResolvedFrom
    flags: tuple[DateFlag, ...]


@dataclasses.dataclass(slots=True)
class _Memory:
    """What the walk has met so far. The positions are tokens."""

    neighbour: datetime.date | None = None
    neighbour_end: int = 0
    is_neighbour_whole_year: bool = False
    last: Moment | None = None
    heading: Moment | None = None
    last_day: Moment | None = None
    last_day_end: int = -1
    latest_minutes: int = -1
    last_day_expression: Expression | None = None
    # the Monday of a week named by its distance ("this weekend")
    week: datetime.date | None = None
    week_end: int = 0
    # the days that bare weekdays have meant
    weekdays: dict[int, datetime.date] = dataclasses.field(default_factory=dict)


class Resolver:
    """Resolves the expressions of one document in their order."""

    __slots__ = (
        "_document",
        "_event",
        "_event_end",
        "_event_expression",
        "_expressions",
        "_flags",
        "_memory",
        "_next_numbered_day",
        "_position",
        "_reference",
        "_tape",
    )

    def __init__(self, tape: Tape, expressions: Sequence[Expression], reference: datetime.date | None) -> None:
        self._tape = tape
        self._expressions = expressions
        self._reference = reference
        self._document = Document(tape, expressions)
        self._flags: list[DateFlag] = []
        self._memory = _Memory()
        self._position = 0
        self._event: Moment | None = None
        self._event_end: Moment | None = None
        self._event_expression: Expression | None = None
        self._next_numbered_day = 0

    def walk(self) -> Iterator[Resolved]:
        """Every expression with its value, in document order."""
        self._find_event()
        self._memory = _Memory()
        for position, expression in enumerate(self._expressions):
            self._position = position
            self._take_numbered_days(expression)
            self._flags = []
            yield self._resolve(expression)

    def _find_event(self) -> None:
        """The event's day: the first day on the programme, one with a time before one without, no deadline; a report has none."""
        if self._document.is_report and self._reference is not None:
            return
        open_days = [each for each in self._expressions if self._can_be_event(each) and not is_deadline(self._tape, each)]
        above_times = set(self._ends_above_times())
        dated = [each for each in open_days if isinstance(each.when.day, Calendar) and isinstance(each.when.day.year, int)]
        timed = [each for each in dated or open_days if each.when.clock is not None or each.last in above_times]
        timed = timed or [each for each in open_days if each.when.clock is not None]
        candidates = timed or [each for each in dated or open_days if self._document.tense_of(each) is not Tense.PAST]
        if not candidates:
            return
        span = self._days(candidates[0])
        if span is not None and span[0].first.day is not None:
            self._event, self._event_end = span[0].first, span[1].end
            self._event_expression = candidates[0]

    def _ends_above_times(self) -> Iterator[int]:
        """Where expressions end that have a time in the next line, with at most a label before it ("Time: 2:00-4:00 PM")."""
        for expression, following in itertools.pairwise(self._expressions):
            when = following.when
            if when.clock is None or when.day is not None or when.weekday is not None:
                continue
            between = range(expression.last, following.first + 1)
            if len(between) <= _LABEL_TOKENS + 1 and sum(self._tape[index].gap >= NEW_LINE for index in between) == 1:
                yield expression.last

    def _can_be_event(self, expression: Expression) -> bool:
        """Whether the expression names a day that is not long over when the text appears."""
        when = expression.when
        if not isinstance(when.day, Calendar) or not when.day.month or not when.names_day:
            return False
        if self._reference is None or not isinstance(when.day.year, int):
            return True
        day = day_or_none(when.day.year, when.day.month, min(when.day.day or 1, 28))
        return day is None or (self._reference - day).days <= _EVENT_BEHIND_DAYS

    def _take_numbered_days(self, expression: Expression) -> None:
        """Headings "Day 2" up to an expression move the day of the times below."""
        days = self._document.numbered_days
        while self._next_numbered_day < len(days) and days[self._next_numbered_day][0] < expression.first:
            number = days[self._next_numbered_day][1]
            self._next_numbered_day += 1
            first = self._event.first_day if self._event is not None else None
            last = self._event_end.first_day if self._event_end is not None else None
            if first is not None and last is not None and number - 1 <= (last - first).days:
                day = spans.shifted(first, number - 1)
                self._memory.heading = Moment(day.year, day.month, day.day)
                self._memory.latest_minutes = -1

    def _resolve(self, expression: Expression) -> Resolved:
        days = self._days(expression)
        timed = self._timed(expression, days)
        if days is not None:
            self._check_weekdays(expression.when, days)
        value, flags = timed_value(timed)
        self._remember(expression, days, value)
        return Resolved(expression, value, timed.source, (*self._flags, *flags))

    def _timed(self, expression: Expression, days: tuple[Span, Span] | None) -> Timed:
        when = expression.when
        zone = when.zone or (self._document.page_zone if when.clock is not None else None)
        clock, last_clock = self._afternoon(when, days)
        if days is not None:
            return Timed(
                days[0],
                days[1] if when.last_day or when.last_weekday is not None else None,
                clock,
                last_clock,
                zone,
                self._document.words,
                when.is_open_ended,
                _joint_source(days),
            )
        day = self._past_midnight(expression, self._day_for_time(expression))
        source: ResolvedFrom = "context" if day is not None else "none" if when.clock is not None else "text"
        span = Span(day or Moment(is_time_only=True), None, "day", source)
        return Timed(span, None, clock, last_clock, zone, self._document.words, when.is_open_ended, source)

    def _day_for_time(self, expression: Expression) -> Moment | None:
        """The day of a bare time: of its sentence, of the heading above, of the event, of the last date."""
        memory = self._memory
        is_same = memory.last_day is not None and self._document.is_same_sentence(memory.last_day_end, expression.first)
        if self._document.is_report and self._reference is not None and not is_same:
            return self._day_in_report(self._reference)
        told = memory.last_day_expression
        if is_same and (self._event is None or told is None or not is_deadline(self._tape, told)):
            return memory.last_day
        return memory.heading or self._event or memory.last_day

    def _past_midnight(self, expression: Expression, day: Moment | None) -> Moment | None:
        """The following day for "until 1 a.m." where the evening before was told."""
        clock, told = expression.when.clock, day.first_day if day is not None else None
        is_end = self._tape[expression.first - 1].word in _UNTIL
        if clock is None or told is None or not is_end or clock.is_bare or clock.hour >= _NIGHT_ENDS or clock.is_midnight:
            return day
        begins = self._event_expression.when.clock if self._event_expression is not None else None
        latest = max(self._memory.latest_minutes // 60, 0 if begins is None else begins.hour)
        if expression.when.last_clock is not None or latest < _EVENING_BEGINS:
            return day
        following = spans.shifted(told, 1)
        return Moment(following.year, following.month, following.day)

    def _day_in_report(self, reference: datetime.date) -> Moment:
        """The day of a bare time in a report: the day told last if it is recent, else the day of the report."""
        told = self._memory.last_day
        day = told.first_day if told is not None else None
        if told is not None and day is not None and abs((reference - day).days) <= _RECENT_DAYS:
            return told
        return Moment(reference.year, reference.month, reference.day)

    def _afternoon(self, when: When, days: tuple[Span, Span] | None) -> tuple[Clock | None, Clock | None]:
        """On a programme that has passed noon, "1:00" is 13:00."""
        clock, last = when.clock, when.last_clock
        if clock is None or not clock.is_bare or clock.hour > 7:
            return clock, last
        if days is not None:
            is_afternoon = self._is_said_of_afternoon(clock)
            return (clock._replace(hour=clock.hour + 12) if is_afternoon else clock), last
        before = self._memory.latest_minutes
        minutes = clock.hour * 60 + clock.minute
        is_after_noon = before >= 480 and minutes < before <= minutes + 720
        if not is_after_noon and not self._is_event_in_evening(clock) and not self._is_said_of_afternoon(clock):
            return clock, last
        later = clock._replace(hour=clock.hour + 12)
        if last is not None and last.is_bare and last.hour < 12:
            last = last._replace(hour=last.hour + 12)
        return later, last

    def _is_said_of_afternoon(self, clock: Clock) -> bool:
        """Whether words, not figures, tell a time between one and seven ("half past three", "five o'clock")."""
        expression = self._expressions[self._position]
        words = {self._tape[index].word for index in range(expression.first, expression.last)}
        return 1 <= clock.hour < 7 and not words & {"morning", "night"} and bool(words & {"half", "quarter", "clock", "oclock", "past"})

    def _is_event_in_evening(self, clock: Clock) -> bool:
        """Whether the event begins within three hours of the time, read as an afternoon's ("from 6 to 6:45" before 7 pm)."""
        begins = self._event_expression.when.clock if self._event_expression is not None else None
        return begins is not None and begins.hour >= 16 and abs(begins.hour - clock.hour - 12) <= 3

    def _remember(self, expression: Expression, days: tuple[Span, Span] | None, value: DateValue) -> None:
        memory = self._memory
        if value.start.hour is not None and value.start.hour < 24:
            memory.latest_minutes = value.start.hour * 60 + value.start.minute
        if days is None:
            return
        first_day = days[0].first.first_day
        if isinstance(expression.when.day, Relative) and expression.when.day.unit in ("week", "weekend") and first_day is not None:
            memory.week, memory.week_end = spans.shifted(first_day, -first_day.weekday()), expression.last
        if first_day is not None and days[0].first.year is not None:
            memory.last = days[1].end
            is_running = days[1].end.shape == "year" and (value.end is not None or self._tape[expression.first - 1].word == "since")
            if not is_running:
                memory.neighbour, memory.neighbour_end = days[1].end.first_day or first_day, expression.last
                memory.is_neighbour_whole_year = days[1].end.shape == "year"
        if days[0].first.shape == "day" and days[0].first.day is not None and days[0].precision != "week":
            memory.last_day, memory.last_day_end = days[0].first, expression.last
            memory.last_day_expression = expression
            for weekday, moment in ((expression.when.weekday, days[0].first), (expression.when.last_weekday, days[1].end)):
                if expression.when.day is None and weekday is not None and moment.first_day is not None:
                    memory.weekdays[weekday] = moment.first_day
            if is_heading(self._tape, expression):
                memory.heading = days[0].first
                memory.latest_minutes = -1 if value.start.hour is None else memory.latest_minutes

    def _check_weekdays(self, when: When, days: tuple[Span, Span]) -> None:
        for weekday, moment in ((when.weekday, days[0].first), (when.last_weekday, days[1].end)):
            day = moment.first_day if moment.shape == "day" else None
            if weekday is not None and day is not None and day.weekday() != weekday:
                name = day.strftime("%A")
                self._flags.append(DateFlag("weekday_disagrees", f"{day.isoformat()} is a {name}."))

    def _days(self, expression: Expression) -> tuple[Span, Span] | None:
        """The first and last day or period of an expression; the same twice if it has only one."""
        when = expression.when
        day: Day | None = when.day
        if day is None and when.weekday is not None:
            day = NamedWeekday(when.weekday)
        if day is None:
            return None
        if isinstance(day, Calendar) and isinstance(when.last_day, Calendar) and day.year is None is when.last_day.year:
            return self._open_span(day, when.last_day, expression)
        first = self._day(day, expression, when.weekday)
        last_day = when.last_day or (NamedWeekday(when.last_weekday) if when.last_weekday is not None else None)
        if last_day is None:
            return first, first
        return first, self._last(last_day, first, expression, when.last_weekday)

    def _open_span(self, day: Calendar, last: Calendar, expression: Expression) -> tuple[Span, Span]:
        """A span without a year is the one whose end is still to come: in October, "May to December" has begun."""
        day, last = self._in_order(day, expression.when.weekday), self._in_order(last, expression.when.last_weekday)
        if day.month is None or last.month is None:
            return self._calendar(day, expression, expression.when.weekday, "text"), self._calendar(
                last, expression, expression.when.last_weekday, "text"
            )
        weekday = expression.when.last_weekday if expression.when.weekday is None else None
        is_over_new_year = (day.month, day.day or 1) > (last.month, last.day or 31)
        if expression.when.weekday is not None:
            first_year, source = settle_year(day.month, day.day, expression.when.weekday, self._year_evidence(expression))
            year = None if first_year is None else first_year + is_over_new_year
        else:
            year, source = settle_year(last.month, last.day, weekday, self._year_evidence(expression))
            first_year = None if year is None else year - is_over_new_year
        return self._settled(day, first_year, source), self._settled(last, year, source)

    def _settled(self, day: Calendar, year: int | None, source: ResolvedFrom) -> Span:
        if day.day is not None:
            self._check_exists(year, day)
        return Span(Moment(year, day.month, day.day, shape=day.shape), None, day.shape, source)

    def _last(self, day: Day, first: Span, expression: Expression, weekday: int | None) -> Span:
        """The end of a span: a year it leaves out is its beginning's, or the next if it would come before it."""
        if isinstance(day, NamedWeekday) and day.shift is None and first.first.first_day is not None:
            ahead = (day.weekday - first.first.first_day.weekday()) % 7
            return spans.of_day(spans.shifted(first.first.first_day, ahead), first.source)
        if isinstance(day, Calendar) and day.year is None and day.month is not None and day.nth_weekday is None:
            start = first.first
            is_next_year = start.year is not None and (day.month, day.day or 31) < (start.month or 1, start.day or 1)
            year = None if start.year is None else start.year + is_next_year
            return self._calendar(day._replace(year=year), expression, weekday, first.source)
        return self._day(day, expression, weekday)

    def _day(self, day: Day, expression: Expression, weekday: int | None) -> Span:
        match day:
            case Calendar():
                return self._calendar(day, expression, weekday, "text")
            case Months():
                return self._months(day, expression)
            case Years():
                return spans.of_years(day.first, day.last, day.precision, "text")
            case Relative():
                return self._relative(day, expression)
            case NamedMonth():
                return self._named_month(day)
            case NamedWeekday():
                return self._named_weekday(day, expression)
            case WeekOf():
                return self._week_of(day, expression)
            case NumberedWeek():
                return self._numbered_week(day)

    def _calendar(self, day: Calendar, expression: Expression, weekday: int | None, source: ResolvedFrom) -> Span:
        day = self._in_order(day, weekday)
        year, year_source = self._year(day, expression, weekday, source)
        if day.nth_weekday is not None and day.month is not None and year is not None:
            found = spans.nth_weekday(year, day.month, *day.nth_weekday)
            if found is not None:
                return spans.of_day(found, year_source)
        if day.shape == "year":
            return Span(Moment(year, shape="year"), None, "year", year_source)
        if day.shape == "month":
            return spans.of_month(year, day.month, year_source)
        if day.month is None:
            return self._day_of_month(day, expression, weekday)
        self._check_exists(year, day)
        return Span(Moment(year, day.month, day.day), None, "day", year_source)

    def _in_order(self, day: Calendar, weekday: int | None) -> Calendar:
        """Day and month as evidence orders them: weekday, the text's other dates and country, else day first."""
        if not day.is_order_open or day.day == day.month:
            return day
        swapped = day._replace(day=day.month, month=day.day, is_order_open=False)
        fits = (False, False) if weekday is None else self._fitting_orders(day, swapped, weekday)
        if sum(fits) == 1:
            return day if fits[0] else swapped
        if self._document.is_month_first is None:
            self._flags.append(DateFlag("ambiguous_day_month", "Day and month could change places; read day first."))
        return swapped if self._document.is_month_first else day

    def _fitting_orders(self, day: Calendar, swapped: Calendar, weekday: int) -> tuple[bool, bool]:
        """Which orders fall on the weekday: in the year told, else in a year near the reference."""
        if isinstance(day.year, int):
            return fitting_orders(day, weekday)
        anchor = self._event.first_day if self._event is not None else self._reference
        if anchor is None or day.month is None or day.day is None:
            return False, False
        as_written = day_or_none(anchor.year, day.month, day.day)
        other = day_or_none(anchor.year, swapped.month or 1, swapped.day or 1)
        return as_written is not None and as_written.weekday() == weekday, other is not None and other.weekday() == weekday

    def _check_exists(self, year: int | None, day: Calendar) -> None:
        if day.month is not None and day.day is not None and day_or_none(2000 if year is None else year, day.month, day.day) is None:
            where = "any year" if year is None else str(year)
            self._flags.append(DateFlag("no_such_day", f"Month {day.month} has no day {day.day} in {where}."))

    def _year(self, day: Calendar, expression: Expression, weekday: int | None, source: ResolvedFrom) -> tuple[int | None, ResolvedFrom]:
        if isinstance(day.year, int):
            return day.year, source
        if isinstance(day.year, RelativeYear):
            return self._relative_year(day.year)
        if day.month is None or (day.day is None and day.nth_weekday is None and day.shape != "month"):
            return None, "none"
        return settle_year(day.month, day.day, weekday, self._year_evidence(expression))

    def _year_evidence(self, expression: Expression) -> YearEvidence:
        memory = self._memory
        is_same = memory.neighbour is not None and self._document.is_same_sentence(memory.neighbour_end, expression.first)
        tense = self._document.tense_of(expression)
        is_telling = tense is Tense.PAST or (self._reference is None and expression.when.weekday is not None)
        is_near = expression.first - memory.neighbour_end < _NEIGHBOUR_TOKENS and is_telling and not memory.is_neighbour_whole_year
        if self._document.is_report and self._reference is not None:
            is_same, is_near = is_same and not memory.is_neighbour_whole_year, False
            tense = Tense.FUTURE if self._document.is_open(expression) and _is_nearly_due(expression, self._reference) else tense
        is_event = expression is self._event_expression
        event = self._event.first_day if self._event is not None and not is_event else None
        neighbour = memory.neighbour if is_same or (is_near and event is None) else None
        if neighbour is None and event is None and not self._document.is_report:
            neighbour = self._year_ahead(expression)
        return YearEvidence(tense, neighbour, event, self._reference, self._document.tagged_year)

    def _year_ahead(self, expression: Expression) -> datetime.date | None:
        """The date that follows in the same sentence with its year ("on 3 March and 7 April 2025")."""
        if self._position + 1 >= len(self._expressions):
            return None
        other = self._expressions[self._position + 1]
        day, own = other.when.day, expression.when.day
        if not isinstance(day, Calendar) or not isinstance(day.year, int) or day.month is None:
            return None
        if other.first < expression.last or not self._document.is_same_sentence(expression.last, other.first):
            return None
        month = own.month if isinstance(own, Calendar) and own.month else 1
        return day_or_none(day.year - (month > day.month), month, 1)

    def _relative_year(self, year: RelativeYear) -> tuple[int | None, ResolvedFrom]:
        anchor, source = self._anchor(year.anchor, year.shift)
        return (None, "none") if anchor is None else (anchor.year + year.shift, source)

    def _anchor(self, anchor: Anchor, shift: int) -> tuple[datetime.date | None, ResolvedFrom]:
        """The day that "that year" or "next month" counts from, and where it was found."""
        if anchor == "event":
            return self._event_day(is_end=shift > 0)
        if anchor == "context" and self._memory.last is not None and self._memory.last.first_day is not None:
            return self._memory.last.first_day, "context"
        if self._reference is not None:
            return self._reference, "reference"
        event = self._event.first_day if self._event is not None and shift == 0 else None
        return event, "context" if event is not None else "none"

    def _event_day(self, *, is_end: bool) -> tuple[datetime.date | None, ResolvedFrom]:
        """The event's first or last day, for "two weeks before the conference"."""
        moment = self._event_end if is_end and self._event_end is not None else self._event
        day = moment.first_day if moment is not None else None
        return day, "context" if day is not None else "none"

    def _day_of_month(self, day: Calendar, expression: Expression, weekday: int | None) -> Span:
        """ "Tue 13th": the nearest month, from the context or reference on, in which the day falls so."""
        memory = self._memory
        event = self._event.first_day if self._event is not None else None
        if memory.last_day is not None and self._document.is_same_sentence(memory.last_day_end, expression.first):
            event = memory.last_day.first_day or event
        anchor, source = (event, "context") if event is not None else self._anchor("reference", 0)
        if anchor is None or day.day is None:
            return Span(Moment(None, None, day.day), None, "day", "none")
        is_past = self._document.tense_of(expression) is Tense.PAST
        found: list[datetime.date] = []
        for step in range(-14, 15):
            months = anchor.year * 12 + anchor.month - 1 + step
            each = day_or_none(months // 12, months % 12 + 1, day.day)
            if each is not None and (weekday is None or each.weekday() == weekday):
                found.append(each)
        if not found:
            return Span(Moment(None, None, day.day), None, "day", "none")
        best = min(found, key=lambda each: abs((each - anchor).days) * (2 if (each > anchor) is is_past else 1))
        return spans.of_day(best, "context" if source == "context" else "reference")

    def _months(self, months: Months, expression: Expression) -> Span:
        if months.shift is not None:
            return self._shifted_months(months, months.shift)
        if isinstance(months.year, int):
            return spans.of_months(months.year, months.first, months.count, months.precision, "text")
        year, source = self._relative_year(months.year) if months.year else self._running_year(months, expression)
        return spans.of_months(year, months.first, months.count, months.precision, source)

    def _running_year(self, months: Months, expression: Expression) -> tuple[int | None, ResolvedFrom]:
        """A period announced is over with its last month; one told as past began with its first."""
        evidence = self._year_evidence(expression)
        if evidence.tense is Tense.PAST:
            return settle_year(months.first, None, None, evidence)
        last = months.first + months.count - 1
        year, source = settle_year((last - 1) % 12 + 1, None, None, evidence)
        return (year if year is None else year - (last - 1) // 12), source

    def _shifted_months(self, months: Months, shift: int) -> Span:
        """Whole months by distance: "this summer" is the reference year's; in January "this winter" is the one that has begun."""
        anchor, source = self._anchor("reference", shift)
        if anchor is None:
            return spans.of_months(None, months.first, months.count, months.precision, "none")
        index = anchor.year * 12 + anchor.month - 1
        starts = [year * 12 + months.first - 1 for year in range(anchor.year - 2, anchor.year + 3)]
        if shift < 0:
            start = max(each for each in starts if each + months.count <= index)
        elif shift > 0:
            start = min(each for each in starts if each > index)
        else:
            running = [each for each in starts if each <= index < each + months.count]
            start = running[0] if running else anchor.year * 12 + months.first - 1
        return spans.of_months(start // 12, months.first, months.count, months.precision, source)

    def _relative(self, day: Relative, expression: Expression) -> Span:
        if day.unit == "quarter" and day.shift == -1 and self._document.tense_of(expression) is Tense.FUTURE:
            return self._months(Months("quarter", 10, 3), expression)
        anchor, source = self._anchor(day.anchor, day.shift)
        if day.unit in ("day", "week") and day.anchor == "context" and self._memory.last is not None and self._memory.last.shape != "day":
            told = self._event or self._memory.last_day
            anchor, source = (told.first_day, "context") if told is not None else (anchor, source)
        if anchor is None:
            return _open_relative(day)
        is_past_weekend = (
            day.unit == "weekend" and day.shift == 0 and anchor.weekday() < 5 and self._document.tense_of(expression) is Tense.PAST
        )
        span = spans.of_unit(day.unit, -1 if is_past_weekend else day.shift, anchor, source)
        if day.weekday is not None and span.first.first_day is not None:
            return spans.of_day(spans.shifted(span.first.first_day, day.weekday), source)
        return span

    def _named_month(self, day: NamedMonth) -> Span:
        anchor, source = self._anchor("reference", day.shift)
        if anchor is None:
            return Span(Moment(None, day.month, shape="month"), None, "month", "none")
        year = anchor.year
        if day.shift < 0 and day.month >= anchor.month:
            year -= 1
        if day.shift > 0 and day.month <= anchor.month:
            year += 1
        return Span(Moment(year, day.month, shape="month"), None, "month", source)

    def _named_weekday(self, day: NamedWeekday, expression: Expression) -> Span:
        within = self._within_week(day, expression) or self._within_event(day) or self._after_event(day, expression)
        if within is not None:
            return spans.of_day(within, "context")
        if self._reference is None:
            event = self._memory.last_day or self._event
            anchor = event.first_day if event is not None and day.shift is None else None
            if anchor is None:
                return Span(Moment(weekday=day.weekday), None, "day", "none")
            return spans.of_day(spans.shifted(anchor, (day.weekday - anchor.weekday()) % 7), "context")
        reported = self._in_report(day, expression)
        if reported is not None:
            return spans.of_day(reported, "context")
        anchor, source = self._anchor(day.anchor, day.shift or 0)
        return spans.of_day(_weekday_near(day, anchor or self._reference, self._document.tense_of(expression)), source)

    def _within_week(self, day: NamedWeekday, expression: Expression) -> datetime.date | None:
        """The bare weekday of a week or weekend named shortly before ("returns this weekend, with music on Saturday")."""
        memory = self._memory
        if memory.week is None or day.shift is not None or expression.first - memory.week_end > _NEIGHBOUR_TOKENS // 2:
            return None
        found = spans.shifted(memory.week, day.weekday)
        return found if self._reference is None or found >= self._reference else None

    def _within_event(self, day: NamedWeekday) -> datetime.date | None:
        """The day of a bare weekday among the event's days ("Friday" as a heading of a three-day programme)."""
        if self._event is None or self._event_end is None or day.shift is not None:
            return None
        first, last = self._event.first_day, self._event_end.first_day
        if first is None or last is None or not 0 <= (last - first).days < 7:
            return None
        found = spans.shifted(first, (day.weekday - first.weekday()) % 7)
        return found if found <= last else None

    def _after_event(self, day: NamedWeekday, expression: Expression) -> datetime.date | None:
        """The bare weekday that follows the event's day, told shortly before ("It opens on 2 July. On Thursday …")."""
        memory = self._memory
        is_near = memory.last_day is not None and expression.first - memory.last_day_end < _NEIGHBOUR_TOKENS
        is_near = is_near and not self._document.is_report
        event = memory.last_day.first_day if memory.last_day is not None and is_near and day.shift is None else None
        is_telling = self._document.tense_of(expression) is Tense.PAST or is_deadline(self._tape, expression)
        if (
            event is None
            or self._reference is None
            or is_telling
            or not _EVENT_AHEAD_DAYS <= (event - self._reference).days <= _EVENT_FAR_DAYS
        ):
            return None
        return spans.shifted(event, (day.weekday - event.weekday()) % 7)

    def _in_report(self, day: NamedWeekday, expression: Expression) -> datetime.date | None:
        """The bare weekday told as past, a few days before a day that the report has just named."""
        memory = self._memory
        expression_told = memory.last_day_expression
        if self._document.is_report and (
            expression_told is None or expression_told.when.weekday is None or expression_told.when.day is None
        ):
            return None
        told = memory.last_day.first_day if memory.last_day is not None else None
        tense = self._document.tense_of(expression)
        before = memory.weekdays.get(day.weekday)
        if (
            before is not None
            and self._reference is not None
            and before < self._reference
            and day.shift is None
            and tense is not Tense.FUTURE
        ):
            return before
        if (
            told is None
            or self._reference is None
            or day.shift is not None
            or expression.first - memory.last_day_end > 3 * _NEIGHBOUR_TOKENS
        ):
            return None
        if not 0 < (self._reference - told).days < 14 or tense is not Tense.PAST:
            return None
        return spans.shifted(told, -((told.weekday() - day.weekday) % 7))

    def _week_of(self, day: WeekOf, expression: Expression) -> Span:
        inner = self._calendar(day.day, expression, None, "text")
        first_day = inner.first.first_day
        return inner if first_day is None else spans.of_unit(day.unit, 0, first_day, inner.source)

    def _numbered_week(self, day: NumberedWeek) -> Span:
        year: int | None
        source: ResolvedFrom
        if isinstance(day.year, int):
            year, source = day.year, "text"
        else:
            year, source = self._relative_year(day.year or RelativeYear(0))
        if year is None:
            return Span(Moment(shape="year"), None, "week", "none")
        monday = datetime.date.fromisocalendar(year, min(day.week, 52), 1)
        return spans.of_days(monday, spans.shifted(monday, 6), "week", source)


def _is_nearly_due(expression: Expression, reference: datetime.date) -> bool:
    """Whether a day without a year is far nearer ahead of a report than behind it."""
    day = expression.when.day
    if not isinstance(day, Calendar) or day.month is None or day.day is None:
        return False
    ahead = (datetime.date(2000, day.month, min(day.day, 28)) - datetime.date(2000, reference.month, min(reference.day, 28))).days % _YEAR
    return 0 < ahead * _PAST_WEIGHT < _YEAR - ahead


def _joint_source(days: tuple[Span, Span]) -> ResolvedFrom:
    """Text only if both ends are told in full; else what settled an end."""
    return days[0].source if days[0].source != "text" else days[1].source


def _open_relative(day: Relative) -> Span:
    if day.unit in ("month", "quarter"):
        return Span(Moment(shape="month"), None, "month", "none")
    if day.unit in ("year", "decade", "century"):
        return Span(Moment(shape="year"), None, "year", "none")
    return Span(Moment(), None, "day", "none")


def _weekday_near(day: NamedWeekday, anchor: datetime.date, tense: Tense) -> datetime.date:
    """The weekday meant: of the week named; bare, the next one, or the last one of what is told as past."""
    ahead = (day.weekday - anchor.weekday()) % 7
    if day.anchor == "context":
        return spans.shifted(anchor, ahead or 7)
    if day.shift == 2:
        return spans.shifted(anchor, ahead or 7)
    if day.shift == -2:
        return spans.shifted(anchor, ahead - 7)
    if day.shift is not None:
        of_week = spans.shifted(anchor, day.weekday - anchor.weekday() + 7 * day.shift)
        return spans.shifted(of_week, 7) if day.shift == 0 and of_week < anchor and tense is not Tense.PAST else of_week
    if tense is Tense.PAST:
        return spans.shifted(anchor, ahead - 7 if ahead else 0)
    return spans.shifted(anchor, ahead)
