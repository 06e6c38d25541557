"""What is known of a document at one expression: its tense and order of figures, its event, and what was told before."""

import dataclasses
import datetime
from collections.abc import Sequence
from typing import NamedTuple

from briefex.components.dates.pieces import Anchor, Calendar, Expression, Relative, RelativeYear
from briefex.components.dates.resolve import spans
from briefex.components.dates.resolve.evidence import Document, Tense, is_heading
from briefex.components.dates.resolve.spans import Span
from briefex.components.dates.resolve.years import YearEvidence
from briefex.components.dates.tokens import Tape
from briefex.components.dates.values import DateFlag, DateValue, FlagCode, Moment, ResolvedFrom, day_or_none

# How far back, in tokens, a date told in an earlier sentence settles the year of a later one.
NEIGHBOUR_TOKENS = 40
# What a report leaves open is to come only where the past day lies so many times as far off.
_PAST_WEIGHT, _YEAR = 3, 366


class Event(NamedTuple):
    """The event's first and last day, and the expression that tells them."""

    first: Moment
    last: Moment
    expression: Expression

    @property
    def hour(self) -> int | None:
        """The hour at which the event begins, where it is told with the day."""
        clock = self.expression.when.clock
        return None if clock is None else clock.hour


@dataclasses.dataclass(slots=True)
class Memory:
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


class Context:
    """A document's expressions, the reference day, and the state of the walk through them.

    `position` is the index of the expression in hand, and `flags` are what was found doubtful about it.
    """

    __slots__ = ("document", "event", "expressions", "flags", "memory", "position", "reference", "tape")

    def __init__(self, tape: Tape, expressions: Sequence[Expression], reference: datetime.date | None) -> None:
        self.tape = tape
        self.expressions = expressions
        self.reference = reference
        self.document = Document(tape, expressions)
        self.event: Event | None = None
        self.memory = Memory()
        self.position = 0
        self.flags: list[DateFlag] = []

    def flag(self, code: FlagCode, message: str) -> None:
        """Note a doubt about the expression in hand."""
        self.flags.append(DateFlag(code, message))

    @property
    def event_day(self) -> datetime.date | None:
        """The event's first day."""
        return None if self.event is None else self.event.first.first_day

    @property
    def last_day(self) -> datetime.date | None:
        """The day told last."""
        return None if self.memory.last_day is None else self.memory.last_day.first_day

    def is_day_in_sentence(self, expression: Expression) -> bool:
        """Whether a day was told before in the expression's sentence."""
        memory = self.memory
        return memory.last_day is not None and self.document.is_same_sentence(memory.last_day_end, expression.first)

    def anchor(self, anchor: Anchor, shift: int) -> tuple[datetime.date | None, ResolvedFrom]:
        """The day that "that year" or "next month" counts from, and where it was found."""
        if anchor == "event":
            moment = None if self.event is None else self.event.last if shift > 0 else self.event.first
            day = moment.first_day if moment is not None else None
            return day, "context" if day is not None else "none"
        if anchor == "context" and self.memory.last is not None and self.memory.last.first_day is not None:
            return self.memory.last.first_day, "context"
        if self.reference is not None:
            return self.reference, "reference"
        event = self.event_day if shift == 0 else None
        return event, "context" if event is not None else "none"

    def relative_year(self, year: RelativeYear) -> tuple[int | None, ResolvedFrom]:
        """The year meant by "this year" or "the following year"."""
        anchor, source = self.anchor(year.anchor, year.shift)
        return (None, "none") if anchor is None else (anchor.year + year.shift, source)

    def year_evidence(self, expression: Expression) -> YearEvidence:
        """What can settle the year that an expression leaves out."""
        memory = self.memory
        is_same = memory.neighbour is not None and self.document.is_same_sentence(memory.neighbour_end, expression.first)
        tense = self.document.tense_of(expression)
        is_telling = tense is Tense.PAST or (self.reference is None and expression.when.weekday is not None)
        is_near = expression.first - memory.neighbour_end < NEIGHBOUR_TOKENS and is_telling and not memory.is_neighbour_whole_year
        if self.document.is_report and self.reference is not None:
            is_same, is_near = is_same and not memory.is_neighbour_whole_year, False
            tense = Tense.FUTURE if self.document.is_open(expression) and _is_nearly_due(expression, self.reference) else tense
        is_event = self.event is not None and expression is self.event.expression
        event = None if is_event else self.event_day
        neighbour = memory.neighbour if is_same or (is_near and event is None) else None
        if neighbour is None and event is None and not self.document.is_report:
            neighbour = self._year_ahead(expression)
        return YearEvidence(tense, neighbour, event, self.reference, self.document.tagged_year)

    def _year_ahead(self, expression: Expression) -> datetime.date | None:
        """The date that follows in the same sentence with its year ("on 3 March and 7 April 2025")."""
        if self.position + 1 >= len(self.expressions):
            return None
        other = self.expressions[self.position + 1]
        day, own = other.when.day, expression.when.day
        if not isinstance(day, Calendar) or not isinstance(day.year, int) or day.month is None:
            return None
        if other.first < expression.last or not self.document.is_same_sentence(expression.last, other.first):
            return None
        month = own.month if isinstance(own, Calendar) and own.month else 1
        return day_or_none(day.year - (month > day.month), month, 1)

    def remember(self, expression: Expression, days: tuple[Span, Span] | None, value: DateValue) -> None:
        """Keep what later expressions may count from."""
        memory = self.memory
        if value.start.hour is not None and value.start.hour < 24:
            memory.latest_minutes = value.start.hour * 60 + value.start.minute
        if days is None:
            return
        first_day = days[0].first.first_day
        if isinstance(expression.when.day, Relative) and expression.when.day.unit in ("week", "weekend") and first_day is not None:
            memory.week, memory.week_end = spans.shifted(first_day, -first_day.weekday()), expression.last
        if first_day is not None and days[0].first.year is not None:
            memory.last = days[1].end
            is_running = days[1].end.shape == "year" and (value.end is not None or self.tape[expression.first - 1].word == "since")
            if not is_running:
                memory.neighbour, memory.neighbour_end = days[1].end.first_day or first_day, expression.last
                memory.is_neighbour_whole_year = days[1].end.shape == "year"
        if days[0].first.shape == "day" and days[0].first.day is not None and days[0].precision != "week":
            self._remember_day(expression, days, value)

    def _remember_day(self, expression: Expression, days: tuple[Span, Span], value: DateValue) -> None:
        memory = self.memory
        memory.last_day, memory.last_day_end = days[0].first, expression.last
        memory.last_day_expression = expression
        for weekday, moment in ((expression.when.weekday, days[0].first), (expression.when.last_weekday, days[1].end)):
            if expression.when.day is None and weekday is not None and moment.first_day is not None:
                memory.weekdays[weekday] = moment.first_day
        if is_heading(self.tape, expression):
            memory.heading = days[0].first
            memory.latest_minutes = -1 if value.start.hour is None else memory.latest_minutes


def _is_nearly_due(expression: Expression, reference: datetime.date) -> bool:
    """Whether a day without a year is far nearer ahead of a report than behind it."""
    day = expression.when.day
    if not isinstance(day, Calendar) or day.month is None or day.day is None:
        return False
    ahead = (datetime.date(2000, day.month, min(day.day, 28)) - datetime.date(2000, reference.month, min(reference.day, 28))).days % _YEAR
    return 0 < ahead * _PAST_WEIGHT < _YEAR - ahead
