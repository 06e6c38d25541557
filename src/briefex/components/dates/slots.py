"""What of one date or time is told so far, and the piece it begins with."""

import dataclasses
import functools
from collections.abc import Callable
from typing import Final, cast

from briefex.components.dates import words
from briefex.components.dates.clocks import HOUR_NAMES, NAMED_TIMES, ClockSpan, clock_span_at, hour_alone
from briefex.components.dates.days import FOREIGN_JOINTS, DaySpan, day_number_at, days_at
from briefex.components.dates.periods import period_at
from briefex.components.dates.pieces import Calendar, Day, NamedWeekday, Relative, When, Zone, is_single_day
from briefex.components.dates.relatives import is_short_weekday, nth_weekday_at, relative_at, weekday_at
from briefex.components.dates.tokens import GLUED, NEW_LINE, Tape

SIGNS: Final = frozenset({",", "-", "|", "@", "(", ":", "/", ";", "."})
TO_DAY: Final = frozenset({"on", "of", "the", "in", "le", "den", "el"})
_DOTTED: Final = frozenset({"kl", "godz"})
_CLOCK_STARTERS: Final = NAMED_TIMES.keys() | HOUR_NAMES.keys() | {"half", "quarter", "twenty"}
# "the third," is more often one of several than a day of the month.
_FIRST_SURE_ORDINAL: Final = 4
_AFTER_DAY: Final = (
    words.MONTHS.keys()
    | words.MONTH_ABBREVIATIONS.keys()
    | words.FOREIGN_MONTHS.keys()
    | words.ORDINAL_SUFFIXES
    | words.UNITS.keys()
    | FOREIGN_JOINTS
    | frozenset("of de and to through thru until till s the".split())
)
# Nothing else can begin a date; numbers are looked at besides.
STARTERS: Final = frozenset(
    words.MONTHS.keys()
    | words.MONTH_ABBREVIATIONS.keys()
    | words.WEEKDAYS.keys()
    | words.WEEKDAY_ABBREVIATIONS.keys()
    | words.SEASONS.keys()
    | words.FOREIGN_WEEKDAYS.keys()
    | words.FOREIGN_MONTHS.keys()
    | words.ORDINALS.keys()
    | words.NUMBERS.keys()
    | words.DECADE_WORDS.keys()
    | words.EARLY_LATE
    | words.EDGES
    | NAMED_TIMES.keys()
    | words.DAY_PARTS
    | set(
        "today tonight tonite tomorrow tmrw tmr tomoz yesterday this current next last final previous coming past following "
        "same that day year month week weekend q h fy cy half quarter fiscal financial academic calendar ' (".split()
    )
)
_Reader = Callable[[Tape, int], DaySpan | None]
_AFTER_DAY_ALONE = frozenset("at from to and as how or so if when please latest i we they".split())


@dataclasses.dataclass(slots=True)
class Slots:
    """What of one expression is filled so far."""

    day: DaySpan | None = None
    weekday: int | None = None
    last_weekday: int | None = None
    named_weekday: NamedWeekday | None = None
    clock: ClockSpan | None = None
    zone: Zone | None = None
    has_part: bool = False
    is_part_first: bool = False
    has_other_zones: bool = False
    is_short: bool = False
    is_weekday_first: bool = False
    end: int = 0

    @property
    def names_day(self) -> bool:
        """Whether a single day is told so far."""
        if self.named_weekday is not None or (self.weekday is not None and self.day is None):
            return True
        return self.day is not None and is_single_day(self.day.first)

    def when(self) -> When:
        day: Day | None = self.day.first if self.day else self.named_weekday
        clock, last_clock = (None, None) if self.clock is None else (self.clock.first, self.clock.last)
        if self.named_weekday is not None and self.day is None:
            return When(day, clock=clock, last_clock=last_clock, zone=self.zone)
        last = self.day.last if self.day else None
        weekday = self.weekday if self.named_weekday is None else self.named_weekday.weekday
        if isinstance(day, Relative) and day.unit == "week" and weekday is not None:
            day, weekday = day._replace(weekday=weekday), None
        return When(day, last, weekday, self.last_weekday, clock, last_clock, self.zone)


def fill_first(tape: Tape, index: int, slots: Slots) -> None:
    """Fill the slot of the piece that begins at a token; without one `slots.end` stays."""
    if _take_weekday(tape, index, slots):
        slots.is_weekday_first = True
        return
    if tape[index].word in words.DAY_PARTS:
        if tape[index + 1].word == "of" and tape[index + 1].gap < NEW_LINE:
            slots.has_part, slots.is_part_first, slots.end = True, True, index + 1
        return
    day = longest_day(tape, index)
    clock = clock_span_at(tape, index) if tape[index].number is not None or tape[index].word in _CLOCK_STARTERS else None
    is_clock_surer = clock is not None and day is not None and day.is_weak and clock.strength == "sure" and clock.end == day.end
    if (
        clock is not None
        and (day is None or clock.end > day.end or is_clock_surer)
        and not (clock.strength == "beside_day" and clock.last is None)
    ):
        slots.clock, slots.end = clock, clock.end
    elif day is not None:
        take_day(slots, day)
    elif is_hour_of_part(tape, index):
        slots.clock = hour_alone(tape, index, is_closed=True)
        slots.end = index + 1 if slots.clock is not None else index


def is_hour_of_part(tape: Tape, index: int) -> bool:
    """ "8 in the morning", "10 tonight"."""
    if tape[index].number is None and tape[index].word not in HOUR_NAMES:
        return False
    if tape[index + 1].word in ("tonight", "tonite") and tape[index + 1].gap < NEW_LINE:
        return True
    if tape[index + 1].word == "this":
        return tape[index + 2].word in {"morning", "afternoon", "evening"} and tape[index - 1].word in {
            "at",
            "by",
            "until",
            "from",
            "since",
        }
    if tape[index + 1].word != "in" or tape[index + 2].word != "the":
        return False
    return tape[index + 3].word in {"morning", "afternoon", "evening"}


@functools.lru_cache(maxsize=1024)
def _readers(word: str) -> tuple[_Reader, ...]:
    """The rules that can begin with a word, so that the others need not look."""
    if word in words.ORDINALS:
        return days_at, period_at, relative_at, _nth_weekday, _day_alone
    if word in words.MONTHS or word in words.MONTH_ABBREVIATIONS or word in words.FOREIGN_MONTHS:
        return (days_at,)
    if word in ("q", "h", "fy", "cy") or word in words.SEASONS or word in words.DECADE_WORDS:
        return (period_at,)
    if word in words.NAMED_DAY_WORDS:
        return (relative_at,)
    if word in words.WEEKDAYS or word in words.FOREIGN_WEEKDAYS or (word not in STARTERS and word != "the"):
        return ()
    return days_at, period_at, relative_at, _nth_weekday


def _readers_of_number(tape: Tape, index: int) -> tuple[_Reader, ...]:
    """None for "9am" or "5 people": behind one or two figures only certain words make a date."""
    after = tape[index + 1].word
    if after.isalpha() and after not in _AFTER_DAY and len(tape[index].surface) <= 2:
        return ()
    return days_at, period_at, relative_at, _day_alone


def longest_day(tape: Tape, index: int) -> DaySpan | None:
    """The longest day, month, period or relative day that begins at a token, looked for once."""
    if index in tape.days:
        return cast(DaySpan | None, tape.days[index])
    best: DaySpan | None = None
    token = tape[index]
    for read in _readers(token.word) if token.number is None else _readers_of_number(tape, index):
        found = read(tape, index)
        if found is not None and (best is None or found.end > best.end):
            best = found
    tape.days[index] = best
    return best


def _day_alone(tape: Tape, index: int) -> DaySpan | None:
    """ "on the 4th", "by the 15th": an ordinal with article and preposition that no noun follows."""
    if tape[index - 1].word != "the" or tape[index - 2].word not in {"on", "by", "until", "from", "since", "before", "after", ","}:
        return None
    number = day_number_at(tape, index)
    if number is None or not number[2] or (tape[index].number is None and number[0] < _FIRST_SURE_ORDINAL):
        return None
    after = tape[number[1]]
    if tape[index - 2].word == "," or tape[index].number is None:
        is_apposition = after.surface == "," and tape[index].number is not None
        is_before_time = after.word == "at" and clock_span_at(tape, number[1] + 1) is not None
        is_by = tape[index - 2].word in {"by", "on"} and after.surface in {".", ","}
        return DaySpan(Calendar(None, None, number[0]), None, number[1]) if is_apposition or is_before_time or is_by else None
    is_closed = after.gap >= NEW_LINE or after.surface in {".", ",", ";", "!", "?", ")"} or after.word in _AFTER_DAY_ALONE
    return DaySpan(Calendar(None, None, number[0]), None, number[1]) if is_closed else None


def take_day(slots: Slots, day: DaySpan) -> None:
    """Put a day, or a weekday that names one ("next Friday"), into its slot."""
    if isinstance(day.first, NamedWeekday):
        slots.named_weekday = day.first
    else:
        slots.day = day
    slots.end = day.end


def _nth_weekday(tape: Tape, index: int) -> DaySpan | None:
    """ "first Monday of next month", "third Thursday of June 2025"."""
    nth = nth_weekday_at(tape, index)
    if nth is None or tape[nth[2]].word not in ("of", "in") or tape[nth[2]].gap >= NEW_LINE:
        return None
    month = days_at(tape, nth[2] + 1)
    if month is None or month.last is not None or not isinstance(month.first, Calendar) or month.first.shape != "month":
        return None
    return DaySpan(month.first._replace(nth_weekday=(nth[0], nth[1])), None, month.end)


def _take_weekday(tape: Tape, index: int, slots: Slots) -> bool:
    found = weekday_at(tape, index) if tape[index].number is None else None
    if found is None:
        return False
    slots.weekday, slots.end = found
    slots.is_short = is_short_weekday(tape, index)
    _take_last_weekday(tape, slots)
    return True


def _take_last_weekday(tape: Tape, slots: Slots) -> None:
    """ "Mon-Wed 3-5 November", "Thursday and Friday, 5-6 June": the weekdays of the first and the last day."""
    if tape[slots.end].word not in ("-", "to", "and", "&", "/") or tape[slots.end].gap >= NEW_LINE:
        return
    last = weekday_at(tape, slots.end + 1)
    if last is None or tape[slots.end + 1].gap >= NEW_LINE:
        return
    start, _ = past_glue(tape, last[1], TO_DAY)
    days = days_at(tape, start) if tape[start].gap < NEW_LINE else None
    if days is not None and days.last is not None:
        slots.last_weekday, slots.end = last


def past_glue(tape: Tape, index: int, glue: frozenset[str]) -> tuple[int, bool]:
    """The token after a sign and up to two words, and whether a bracket was opened."""
    opened = False
    if tape[index].surface in SIGNS and tape[index].gap < NEW_LINE:
        opened = tape[index].surface == "("
        index += 1
        if tape[index].surface in {"-", "/", "|"} and tape[index].surface == tape[index - 1].surface and tape[index].gap == GLUED:
            index += 1
    for _ in range(2):
        if tape[index].word in glue and tape[index].gap < NEW_LINE:
            index += 1
            if tape[index].surface == "." and tape[index - 1].word in _DOTTED:
                index += 1
    return index, opened
