"""Pieces put together: day, weekday, time, part of the day and zone beside one another are one expression."""

import dataclasses
import functools
from collections.abc import Callable, Iterator
from typing import Final, cast

from briefex.components.dates import words
from briefex.components.dates.clocks import HOUR_NAMES, NAMED_TIMES, ClockSpan, clock_span_at, hour_alone
from briefex.components.dates.days import FOREIGN_JOINTS, DaySpan, day_number_at, days_at
from briefex.components.dates.guards import is_blocked_sequence, is_repeated, stands_as_year
from briefex.components.dates.periods import period_at
from briefex.components.dates.pieces import (
    Calendar,
    Clock,
    Day,
    Expression,
    NamedWeekday,
    Relative,
    RelativeYear,
    When,
    Years,
    Zone,
    is_single_day,
)
from briefex.components.dates.relatives import is_short_weekday, nth_weekday_at, relative_at, weekday_at
from briefex.components.dates.tokens import GLUED, NEW_LINE, SPACED, Tape
from briefex.components.dates.zones import bracketed_zone, city_at, zone_at

_SIGNS: Final = frozenset({",", "-", "|", "@", "(", ":", "/", ";", "."})
_TO_DAY: Final = frozenset({"on", "of", "the", "in", "le", "den", "el"})
_TO_CLOCK: Final = frozenset(
    "at from between starting beginning around about for by before after klo kl um ore alle de das as a om pukul jam saat godz od".split()
)
_DOTTED: Final = frozenset({"kl", "godz"})
_TO_PART: Final = frozenset({"in", "the", "on"})
_PRESENT: Final = frozenset({"present", "now", "date", "ongoing", "current", "onwards", "onward", "today"})
_SPAN_WORDS: Final = frozenset({"to", "until", "till", "til", "through", "thru"})
_MOVED: Final = frozenset(
    {"moved", "postponed", "rescheduled", "changed", "change", "shifted", "brought", "delayed", "extended", "compared"}
)
_CLOCK_STARTERS: Final = NAMED_TIMES.keys() | HOUR_NAMES.keys() | {"half", "quarter", "twenty"}
_MODIFIERS: Final = words.EARLY_LATE
# More numbers and signs in a row than this are a table or an identifier; the longest date has 17.
# "10 tonight", "9.40 last night"
_EVENINGS: Final = frozenset({"tonight", "tonite", "night", "evening", "afternoon"})
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
_LONGEST_ROW: Final = 60
# Of more dates than this in a row, with at most three tokens between any two, the rest is passed over: no prose holds them.
_MOST_IN_A_ROW: Final = 1000
_ROW_GAP: Final = 3
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
        "same that day year month week "
        "weekend q h fy cy half quarter fiscal financial academic calendar ' (".split()
    )
)


def expressions(tape: Tape) -> Iterator[Expression]:
    """Every date expression of a text, in order, the longest at each place; linear in the length."""
    index = checked = row = last = 0
    while index < tape.size:
        token = tape[index]
        if token.number is not None and index >= checked:
            checked = _end_of_figures(tape, index)
            if checked - index > _LONGEST_ROW:
                index = checked
                continue
        found = expression_at(tape, index) if token.number is not None or token.word in STARTERS else None
        if found is None:
            index += 1
            continue
        row = row + 1 if found.first - last <= _ROW_GAP else 1
        last = found.last
        if row <= _MOST_IN_A_ROW:
            if _names_month(found) or not is_repeated(tape, found.first):
                yield found
            index = last
        else:
            index = _end_of_row(tape, last)


def _names_month(found: Expression) -> bool:
    """Whether a span of days is told, which a weekday that recurs only fills ("Tuesdays from 14 January to 18 February")."""
    day = found.when.day
    return isinstance(day, Calendar) and day.month is not None and found.when.last_day is not None


def _end_of_row(tape: Tape, index: int) -> int:
    """The token after the last that could begin a date of the row."""
    last = index
    while index < tape.size and index - last <= _ROW_GAP:
        if tape[index].number is not None or tape[index].word in STARTERS:
            last = index + 1
        index += 1
    return last


def _end_of_figures(tape: Tape, index: int) -> int:
    """The token after a row of numbers and signs without a word."""
    while index < tape.size and not tape[index].word.isalpha():
        index += 1
    return index


def expression_at(tape: Tape, index: int) -> Expression | None:
    """The longest expression that begins at a token, alternatives in other zones included."""
    if is_blocked_sequence(tape, index):
        return None
    start = _past_modifiers(tape, index)
    first = _when_at(tape, start)
    if first is None or (start > index and not _can_be_modified(first.when)):
        return None
    found = _as_span(tape, first) or first
    return found if found.first == index else found._replace(first=index)


def _past_modifiers(tape: Tape, index: int) -> int:
    """The token after "early", "mid-", "end of the", "later"."""
    token, after = tape[index], tape[index + 1]
    if token.word in _MODIFIERS and after.gap < NEW_LINE:
        start = index + 2 if after.surface == "-" or (after.word in ("in", "the", "on") and tape[index + 2].gap < NEW_LINE) else index + 1
        return start + 1 if tape[start].word == "the" and after.word == "in" else start
    if token.word in words.EDGES and after.word == "of" and after.gap < NEW_LINE:
        if tape[index + 2].word == "the" and relative_at(tape, index + 3) is None and tape[index + 3].word in words.UNITS:
            return index + 2
        start = index + 3 if tape[index + 2].word == "the" else index + 2
        return start if tape[start].gap < NEW_LINE else index
    return index


def _can_be_modified(when: When) -> bool:
    """A modifier belongs to a period or a weekday ("late Tuesday"), not to a day or a time."""
    if when.clock is not None or when.day is None:
        return when.clock is None
    return not (isinstance(when.day, Calendar) and when.day.shape == "day") or when.weekday is not None


@dataclasses.dataclass(slots=True)
class _Slots:
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


def _when_at(tape: Tape, index: int) -> Expression | None:
    """A day, weekday, time, part and zone in any order, each at most once."""
    slots = _Slots(end=index)
    if tape[index].surface == "(":
        return _zone_before_times(tape, index)
    _fill_first(tape, index, slots)
    if slots.end == index:
        return None
    while _fill_next(tape, slots):
        pass
    if slots.clock is not None and any(tape[step].word in _EVENINGS for step in range(index, slots.end)):
        slots.clock = slots.clock._replace(first=_afternoon(slots.clock.first), last=slots.clock.last and _afternoon(slots.clock.last))
    return Expression(index, slots.end, slots.when()) if _is_whole(tape, index, slots) else None


def _is_whole(tape: Tape, index: int, slots: _Slots) -> bool:
    """Whether what was read can stand alone as a date."""
    if slots.day is not None and slots.day.is_weak and not _is_settled(tape, index, slots):
        return False
    if (
        slots.clock is not None
        and slots.clock.strength != "sure"
        and not slots.has_part
        and slots.day is None
        and slots.weekday is None
        and slots.named_weekday is None
    ):
        return slots.clock.strength == "cued" and slots.zone is not None
    if slots.is_short and slots.day is None and slots.clock is None and not slots.has_part:
        is_label = tape[index].gap >= NEW_LINE and tape[slots.end].surface == ":" and tape[slots.end].gap == GLUED
        return is_label or (tape[index - 3].word == "day" and tape[index - 2].number is not None and not tape[index - 1].word.isalpha())
    if slots.has_part and slots.day is None and slots.weekday is None and slots.named_weekday is None and slots.clock is None:
        return False
    return slots.day is not None or slots.weekday is not None or slots.named_weekday is not None or slots.clock is not None


def _is_settled(tape: Tape, index: int, slots: _Slots) -> bool:
    """A day and month in bare numbers need a weekday, a time or "on 22/04" to be a date."""
    if slots.weekday is not None or slots.named_weekday is not None or slots.clock is not None:
        return True
    before, after = tape[index - 1], tape[slots.end]
    is_closed = (
        after.gap >= NEW_LINE
        or after.surface in {".", ",", ";", ")", "?", "!", "-"}
        or after.word in {"to", "and", "at", "from", "in", "between"}
    )
    is_asked = before.word in {"on", "by", "until", "from", "since", "before", "after", "between", "to", "this", "till", "dated"}
    is_alone = before.start < 0 or tape[index].gap >= NEW_LINE or before.surface in {"?", ":", "-"}
    if before.word == "to" and tape[index + 1].surface == ".":
        is_asked = any(tape[index - step].word == "from" for step in range(2, 9))  # "slowed to 2.4."
    is_slashed = slots.day is not None and tape[index + 1].surface == "/"
    return is_closed and (is_asked or (is_slashed and is_alone and tape[index].word != "24"))


def _fill_first(tape: Tape, index: int, slots: _Slots) -> None:
    if _take_weekday(tape, index, slots):
        slots.is_weekday_first = True
        return
    if tape[index].word in words.DAY_PARTS:
        if tape[index + 1].word == "of" and tape[index + 1].gap < NEW_LINE:
            slots.has_part, slots.is_part_first, slots.end = True, True, index + 1
        return
    day = _longest_day(tape, index)
    clock = clock_span_at(tape, index) if tape[index].number is not None or tape[index].word in _CLOCK_STARTERS else None
    is_clock_surer = clock is not None and day is not None and day.is_weak and clock.strength == "sure" and clock.end == day.end
    if (
        clock is not None
        and (day is None or clock.end > day.end or is_clock_surer)
        and not (clock.strength == "beside_day" and clock.last is None)
    ):
        slots.clock, slots.end = clock, clock.end
    elif day is not None:
        _take_day(slots, day)
    elif _is_hour_of_part(tape, index):
        slots.clock = hour_alone(tape, index, is_closed=True)
        slots.end = index + 1 if slots.clock is not None else index


def _is_hour_of_part(tape: Tape, index: int) -> bool:
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


_Reader = Callable[[Tape, int], DaySpan | None]


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


def _longest_day(tape: Tape, index: int) -> DaySpan | None:
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


_AFTER_DAY_ALONE = frozenset("at from to and as how or so if when please latest i we they".split())


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


def _take_day(slots: _Slots, day: DaySpan) -> bool:
    if isinstance(day.first, NamedWeekday):
        slots.named_weekday = day.first
    else:
        slots.day = day
    slots.end = day.end
    return True


def _nth_weekday(tape: Tape, index: int) -> DaySpan | None:
    """ "first Monday of next month", "third Thursday of June 2025"."""
    nth = nth_weekday_at(tape, index)
    if nth is None or tape[nth[2]].word not in ("of", "in") or tape[nth[2]].gap >= NEW_LINE:
        return None
    month = days_at(tape, nth[2] + 1)
    if month is None or month.last is not None or not isinstance(month.first, Calendar) or month.first.shape != "month":
        return None
    return DaySpan(month.first._replace(nth_weekday=(nth[0], nth[1])), None, month.end)


def _take_weekday(tape: Tape, index: int, slots: _Slots) -> bool:
    found = weekday_at(tape, index) if tape[index].number is None else None
    if found is None:
        return False
    slots.weekday, slots.end = found
    slots.is_short = is_short_weekday(tape, index)
    _take_last_weekday(tape, slots)
    return True


def _take_last_weekday(tape: Tape, slots: _Slots) -> None:
    """ "Mon-Wed 3-5 November", "Thursday and Friday, 5-6 June": the weekdays of the first and the last day."""
    if tape[slots.end].word not in ("-", "to", "and", "&", "/") or tape[slots.end].gap >= NEW_LINE:
        return
    last = weekday_at(tape, slots.end + 1)
    if last is None or tape[slots.end + 1].gap >= NEW_LINE:
        return
    start, _ = _past_glue(tape, last[1], _TO_DAY)
    days = days_at(tape, start) if tape[start].gap < NEW_LINE else None
    if days is not None and days.last is not None:
        slots.last_weekday, slots.end = last


def _fill_next(tape: Tape, slots: _Slots) -> bool:
    """One more piece behind the last, past the comma, dash, bracket or word that may stand between."""
    token = tape[slots.end]
    if token.gap >= NEW_LINE:
        return False
    if token.number is not None:
        return _next_weekday_or_day(tape, slots) or _next_clock(tape, slots)
    return (
        _next_zone(tape, slots)
        or _next_other_zones(tape, slots)
        or _next_weekday_or_day(tape, slots)
        or _next_clock(tape, slots)
        or _next_part(tape, slots)
    )


def _past_glue(tape: Tape, index: int, glue: frozenset[str]) -> tuple[int, bool]:
    """The token after a sign and up to two words, and whether a bracket was opened."""
    opened = False
    if tape[index].surface in _SIGNS and tape[index].gap < NEW_LINE:
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


def _closed(tape: Tape, end: int, opened: bool) -> int | None:
    """The end, past the bracket that was opened; None if it is not closed here."""
    if not opened:
        return end
    return end + 1 if tape[end].surface == ")" else None


def _next_zone(tape: Tape, slots: _Slots) -> bool:
    if slots.clock is None:
        return False
    if slots.zone is not None:
        return not slots.has_other_zones and _take_offset(tape, slots)
    start, opened = slots.end, False
    if tape[start].surface in {",", "("} and tape[start].gap < NEW_LINE:
        opened = tape[start].surface == "("
        start += 1
    if tape[start].word == "in" and tape[start].gap < NEW_LINE and not opened:
        return _take_zone_in(tape, slots, start + 1)
    found = zone_at(tape, start, is_city_enough=opened or _is_before_other_zone(tape, start))
    end = None if found is None else _closed(tape, found[1], opened)
    if found is None or end is None:
        found = bracketed_zone(tape, slots.end) if opened else None
        end = None if found is None else found[1]
    if found is None or end is None:
        return False
    slots.zone, slots.end = found[0], end
    return True


def _take_offset(tape: Tape, slots: _Slots) -> bool:
    """ "AST (GMT+3)": the offset says which of the zones that the letters mean."""
    found = bracketed_zone(tape, slots.end) if tape[slots.end].surface == "(" and tape[slots.end].gap < NEW_LINE else None
    if found is None or found[0].name not in ("UTC", "GMT", "offset"):
        return False
    slots.zone, slots.end = found
    return True


def _take_zone_in(tape: Tape, slots: _Slots, start: int) -> bool:
    """ "5 pm in Eastern Time": only where the word "time" closes the zone, for "in London" is a place."""
    found = zone_at(tape, start)
    if found is None or tape[found[1] - 1].word != "time":
        return False
    slots.zone, slots.end = found
    return True


def _next_other_zones(tape: Tape, slots: _Slots) -> bool:
    if slots.clock is None or slots.has_other_zones:
        return False
    if slots.zone is None:
        if tape[slots.end].surface != "(" or tape[slots.end].gap >= NEW_LINE:
            return False
        closed = _past_times_in_bracket(tape, slots.end)
        slots.has_other_zones, slots.end = True, closed or slots.end
        return closed is not None
    end = _past_other_zones(tape, slots.end)
    slots.has_other_zones = True
    is_further = end > slots.end
    slots.end = end
    return is_further


def _is_before_other_zone(tape: Tape, index: int) -> bool:
    near = tape[index + 1].surface in {"/", "|"} and tape[index + 2].number is not None
    return near or (tape[index + 2].surface in {"/", "|"} and tape[index + 3].number is not None)


def _next_weekday_or_day(tape: Tape, slots: _Slots) -> bool:
    if slots.day is not None and not isinstance(slots.day.first, Relative) and not is_single_day(slots.day.first):
        return False
    start, opened = _past_glue(tape, slots.end, _TO_DAY)
    if tape[start].gap >= NEW_LINE or not _is_day_glue(tape, slots.end, start):
        return False
    return _next_weekday(tape, slots, start, opened) or _next_day(tape, slots, start, opened)


def _is_day_glue(tape: Tape, end: int, start: int) -> bool:
    if start == end:
        return True
    glue = [tape[index].word for index in range(end, start)]
    return not ({":", ";", "@", "/"} & set(glue)) and glue not in (["."], ["in"], ["in", "the"], [",", "in"], [",", "of"])


def _next_weekday(tape: Tape, slots: _Slots, start: int, opened: bool) -> bool:
    has_one = slots.weekday is not None or slots.named_weekday is not None
    is_day_known = (slots.day is not None and is_single_day(slots.day.first)) or isinstance(
        slots.day.first if slots.day else None, Relative
    )
    found = None if has_one or not (slots.clock is not None or slots.has_part or is_day_known) else weekday_at(tape, start)
    if found is None or (tape[slots.end].surface == "-" and tape[slots.end].gap == SPACED):
        return False
    if slots.day is not None and slots.clock is not None and not opened:
        return False
    if slots.day is not None and not opened and (_opens_own_date(tape, found[1]) or tape[slots.end].word in ("and", "to")):
        return False
    end = _closed(tape, found[1], opened)
    if end is None:
        return False
    slots.weekday, slots.end = found[0], end
    slots.is_short = is_short_weekday(tape, start)
    return True


def _opens_own_date(tape: Tape, index: int) -> bool:
    """Whether the weekday belongs to the date behind it ("4 June, Thursday 5 June")."""
    start, _ = _past_glue(tape, index, _TO_DAY)
    day = days_at(tape, start) if tape[start].gap < NEW_LINE else None
    return day is not None or (
        tape[start].number is not None and day_number_at(tape, start) is not None and clock_span_at(tape, start) is None
    )


def _next_day(tape: Tape, slots: _Slots, start: int, opened: bool) -> bool:
    if slots.day is not None or (slots.named_weekday is not None and slots.clock is not None):
        return False
    if slots.has_part and slots.clock is None and not slots.is_part_first and slots.weekday is not None:
        return False
    day = _longest_day(tape, start)
    has_weekday = slots.weekday is not None or slots.named_weekday is not None
    if has_weekday and slots.clock is None:
        day = day or _day_of_month(tape, start)
    clock = None if day is None else clock_span_at(tape, start)
    if day is None or (clock is not None and clock.strength == "sure" and clock.end > day.end):
        return False
    if not _is_day_for(tape, slots, day, start) or (has_weekday and isinstance(day.first, NamedWeekday)):
        return False
    end = _closed(tape, day.end, opened)
    if end is None:
        return False
    _take_day(slots, day if end == day.end else day._replace(end=end))
    return True


def _is_day_for(tape: Tape, slots: _Slots, day: DaySpan, start: int) -> bool:
    """A time or weekday goes with a single day or days; a weekday also with "next week"."""
    if is_single_day(day.first):
        return not (
            isinstance(day.first, Relative)
            and (slots.weekday is not None or slots.named_weekday is not None)
            and slots.clock is None
            and not slots.has_part
        )
    is_week = isinstance(day.first, Relative) and day.first.unit == "week"
    has_no_comma = tape[slots.end].surface != ","
    return is_week and slots.weekday is not None and has_no_comma


def _day_of_month(tape: Tape, index: int) -> DaySpan | None:
    """The bare number in "Tue 13th", "Monday 21", "Friday the 26th"."""
    number = day_number_at(tape, index)
    if number is None or tape[index].number is None:
        return None
    value, end, is_ordinal = number
    after = tape[end]
    if after.surface in {":", "."} and after.gap == GLUED and tape[end + 1].number is not None and tape[end + 1].gap == GLUED:
        return None
    is_closed = after.gap >= NEW_LINE or after.surface in {",", ".", "!", "?", ")", ";", ":"} or after.word in ("at", "from")
    is_span = (after.surface in {"-", "&"} or after.word in _SPAN_WORDS or after.word == "and") and weekday_at(tape, end + 1) is not None
    is_next_to_time = is_ordinal and clock_span_at(tape, end) is not None
    if not (is_ordinal or is_closed or is_span or is_next_to_time):
        return None
    return DaySpan(Calendar(None, None, value), None, end)


def _next_clock(tape: Tape, slots: _Slots) -> bool:
    if slots.clock is not None or not slots.names_day:
        return False
    start, opened = _past_glue(tape, slots.end, _TO_CLOCK)
    if opened and (times := _zone_before_times(tape, slots.end)) is not None and times.when.clock is not None:
        slots.clock, slots.zone, slots.end = (
            ClockSpan(times.when.clock, times.when.last_clock, times.last, "sure"),
            times.when.zone,
            times.last,
        )
        return True
    if tape[start].word == "t" and tape[start].gap == GLUED and tape[start + 1].gap == GLUED:
        start += 1
    if tape[start].word == "a" and tape[start + 1].word == "quarter":
        start += 1
    if (
        tape[start].gap >= NEW_LINE
        or (tape[slots.end].surface == "/" and tape[slots.end + 1].surface != "/")
        or (tape[slots.end].word in ("by", "after", "before") and slots.day is not None and slots.day.last)
    ):
        return False
    clock = clock_span_at(tape, start)
    glue = tape[start - 1].word
    if clock is not None and clock.last is None and clock.strength == "beside_day":
        clock = None
    if clock is None and glue in ("at", "around", "@"):
        clock = hour_alone(tape, start)
    if clock is None and _is_hour_of_part(tape, start):
        clock = hour_alone(tape, start, is_closed=True)
    if (
        clock is None
        or (tape[slots.end].surface == "." and clock.strength != "sure")
        or (clock.strength == "beside_day" and tape[slots.end].surface in {"(", ":", ";", "-", "."})
    ):
        return False
    return _take_clock(tape, slots, clock, opened)


def _take_clock(tape: Tape, slots: _Slots, clock: ClockSpan, opened: bool) -> bool:
    end = clock.end
    if opened:
        zone = zone_at(tape, end + 1 if tape[end].surface == "," else end, is_city_enough=True)
        if zone is not None:
            slots.zone, end = zone
        closed = _closed(tape, end, opened)
        if closed is None:
            slots.zone = None
            return False
        end = closed
    slots.clock, slots.end = clock, end
    return True


def _next_part(tape: Tape, slots: _Slots) -> bool:
    """ "Friday morning", "10 in the morning", "4 June, evening": in the span, without a say in the value."""
    if slots.has_part or not (slots.names_day or slots.clock is not None):
        return False
    start, opened = _past_glue(tape, slots.end, _TO_PART)
    token = tape[start]
    if token.gap >= NEW_LINE or opened or token.word not in words.DAY_PARTS or tape[slots.end].surface in _SIGNS:
        return False
    if slots.clock is None and start > slots.end and tape[start - 1].word != "the":
        return False
    if slots.clock is None and (tape[start + 1].surface[:1].isupper() and tape[start + 1].gap < NEW_LINE):
        return False
    if slots.clock is not None and token.word != "morning" and slots.clock.first.is_bare and slots.clock.first.hour < 12:
        slots.clock = slots.clock._replace(first=_afternoon(slots.clock.first), last=slots.clock.last and _afternoon(slots.clock.last))
    slots.has_part, slots.end = True, start + 1
    return True


def _afternoon(clock: Clock) -> Clock:
    return clock._replace(hour=clock.hour + 12, is_bare=False) if clock.is_bare and clock.hour < 12 else clock


def _zone_before_times(tape: Tape, index: int) -> Expression | None:
    """ "(GMT +01) 07:00 08:30": the zone first, and start and end with nothing between."""
    zone = zone_at(tape, index + 1)
    if zone is None or tape[zone[1]].surface != ")" or tape[index + 1].gap != GLUED:
        return None
    first = clock_span_at(tape, zone[1] + 1)
    if first is None or first.strength != "sure" or tape[zone[1] + 1].gap >= NEW_LINE:
        return None
    second = clock_span_at(tape, first.end) if first.last is None and tape[first.end].gap < NEW_LINE else None
    last, end = (first.last, first.end) if second is None or second.strength != "sure" else (second.first, second.end)
    return Expression(index, end, When(clock=first.first, last_clock=last, zone=zone[0]))


def _as_span(tape: Tape, first: Expression) -> Expression | None:
    """The span that a connector and a second expression make of the first."""
    joint = tape[first.last]
    if joint.gap >= NEW_LINE:
        return None
    is_between = tape[first.first - 1].word == "between"
    is_dash = joint.surface in {"-", "~"} or (joint.surface == "/" and joint.gap == GLUED and first.when.clock is None)
    if not (is_dash or joint.word in _SPAN_WORDS or (joint.word in ("and", "&") and _can_pair(tape, first, is_between))):
        return _onwards(tape, first)
    if joint.word in _SPAN_WORDS and any(tape[first.first - step].word in _MOVED for step in range(1, 7)):
        return None
    start = first.last + 1
    if tape[start].surface == "-" == joint.surface and tape[start].gap == GLUED:
        start += 1
    start += 1 if tape[start].word == "the" else 0
    return _open_span(tape, first, start) or _closed_span(tape, first, start, joint.surface)


def _onwards(tape: Tape, first: Expression) -> Expression | None:
    """ "from 2021 onwards"."""
    if tape[first.last].word in ("onwards", "onward") and first.when.day is not None:
        return Expression(first.first, first.last + 1, first.when._replace(is_open_ended=True))
    return None


def _can_pair(tape: Tape, first: Expression, is_between: bool) -> bool:
    """Whether "and" joins one span: after "between", or two neighbouring months that share a year."""
    if is_between:
        return True
    day = first.when.day
    if day is None and first.when.weekday is not None:
        return _are_weekdays_in_row(tape, first)
    if isinstance(day, Calendar) and day.month is None and day.day is not None and first.when.weekday is not None:
        return _are_days_in_row(tape, first, day.day)
    if isinstance(day, Calendar) and day.shape == "year" and isinstance(day.year, int):
        after = tape[first.last + 1]
        return after.number == day.year + 1 and stands_as_year(tape, first.last + 1) and tape[first.last - 1].surface == str(day.year)
    if not isinstance(day, Calendar) or day.shape != "month" or day.year is not None:
        return False
    second = days_at(tape, first.last + 1)
    other = second.first if second is not None else None
    return isinstance(other, Calendar) and other.shape == "month" and other.month == (day.month or 0) % 12 + 1


def _are_weekdays_in_row(tape: Tape, first: Expression) -> bool:
    """ "Thursday and Friday" without dates or times are the two days of one event."""
    second = weekday_at(tape, first.last + 1)
    if second is None or first.when.clock is not None or first.last > first.first + 1:
        return False
    follows = _when_at(tape, first.last + 1)
    return (
        second[0] == ((first.when.weekday or 0) + 1) % 7 and follows is not None and follows.when.day is None and follows.when.clock is None
    )


def _are_days_in_row(tape: Tape, first: Expression, number: int) -> bool:
    """ "Thursday 9 and Friday 10 April" are the two days of one event."""
    follows = _when_at(tape, first.last + 1)
    if follows is None or first.when.clock is not None or weekday_at(tape, first.last + 1) is None:
        return False
    other = follows.when.day
    return (
        isinstance(other, Calendar)
        and other.month is not None
        and other.day is not None
        and follows.when.last_day is None
        and other.day == number + 1
    )


def _open_span(tape: Tape, first: Expression, start: int) -> Expression | None:
    """ "2016–present", "May 2019 to date", "(2019–)"."""
    when, token = first.when, tape[start]
    if when.last_day is not None or when.clock is not None or not isinstance(when.day, Calendar) or when.day.year is None:
        return None
    if token.word in _PRESENT - {"today"} and token.gap < NEW_LINE:
        return Expression(first.first, start + 1, when._replace(is_open_ended=True))
    if token.surface == ")" and tape[start - 1].surface == "-" and tape[first.first - 1].surface == "(":
        return Expression(first.first, start, when._replace(is_open_ended=True))
    return None


def _closed_span(tape: Tape, first: Expression, start: int, joint: str) -> Expression | None:
    if tape[start].gap >= NEW_LINE or (first.when.last_day is not None and joint != "to"):
        return None
    start = _past_modifiers(tape, start)
    second = _when_at(tape, start)
    if second is None or not _can_span(first.when, second.when):
        return None
    if joint == "-" and tape[first.last].gap == SPACED and tape[start].gap == GLUED and tape[start].number is not None:
        return None
    if _are_opening_days(first.when, second.when) or _is_backward(first.when.day, second.when.day):
        return None
    merged = _merged(first.when, second.when)
    return None if merged is None else Expression(first.first, second.last, merged)


def _is_backward(first: Day | None, last: Day | None) -> bool:
    """Whether the years run backward, so that no span can be meant."""
    if isinstance(first, Years) and isinstance(last, Years):
        return last.last < first.first
    if isinstance(first, Calendar) and isinstance(last, Calendar) and first.shape == last.shape == "year":
        return isinstance(first.year, int) and isinstance(last.year, int) and last.year <= first.year
    return False


def _are_opening_days(first: When, second: When) -> bool:
    """ "Monday to Friday" without a date tells hours that recur."""
    return first.day is second.day is None and first.weekday == 0 and second.weekday in (4, 5, 6)


def _can_span(first: When, second: When) -> bool:
    if first.last_clock is not None or second.last_day is not None:
        return False
    if first.day is None and first.weekday is None:
        return first.clock is not None and second.clock is not None and second.last_clock is None
    if second.day is None and second.weekday is None:
        return first.clock is not None and second.clock is not None and second.last_clock is None
    return _rank(first) == _rank(second) or isinstance(first.day, (Calendar, Years))


def _rank(when: When) -> int:
    return 0 if when.names_day else 1


def _merged(first: When, second: When) -> When | None:
    """Two expressions as the ends of one; what the first leaves out it takes from the second."""
    clock, last_clock = first.clock, second.clock
    if first.clock is None and second.clock is not None:
        clock, last_clock = second.clock, second.last_clock
    day, last_day = first.day, second.day
    if day is None and first.weekday is None:
        return second._replace(clock=first.clock, last_clock=second.clock, zone=first.zone or second.zone)
    if isinstance(day, Calendar) and isinstance(last_day, Calendar):
        shared = _with_year_of(day, last_day)
        if shared is None:
            return None
        day = shared
    return When(
        day=day,
        last_day=last_day,
        weekday=first.weekday,
        last_weekday=second.weekday,
        clock=clock,
        last_clock=last_clock,
        zone=first.zone or second.zone,
    )


def _with_year_of(first: Calendar, last: Calendar) -> Calendar | None:
    """ "Nov 18-Dec 19, 2015", "Mon 3 – Wed 5 June": year and month come from the end; None if the order is impossible."""
    if first.month is None and first.day is not None:
        return first._replace(month=last.month, year=last.year)
    if first.year is None and last.year is not None:
        is_year_before = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 31)
        if isinstance(last.year, RelativeYear):
            return first._replace(year=last.year)
        return first._replace(year=last.year - 1 if is_year_before else last.year)
    return first


def _past_other_day(tape: Tape, index: int) -> int:
    """The time in "/ January 31, 20:00 (EST)": in another zone the same instant can fall on another day."""
    weekday = weekday_at(tape, index)
    day = days_at(tape, weekday[1] if weekday else index)
    if day is None or day.is_weak or day.last is not None or not is_single_day(day.first):
        return index
    return day.end + 1 if tape[day.end].surface == "," else day.end


def _past_times_in_bracket(tape: Tape, index: int) -> int | None:
    """The token after "(2pm NZDT, 9am SGT)" or "(11:00 Lima, 18:00 Madrid)": a bracket that holds such times alone."""
    step = index + 1
    while tape[step].gap < NEW_LINE:
        clock = clock_span_at(tape, _past_other_day(tape, step))
        if clock is None or clock.strength == "beside_day":
            return None
        start = clock.end + 1 if tape[clock.end].word == "in" else clock.end
        zone = zone_at(tape, start, is_city_enough=True)
        end = city_at(tape, start) if zone is None else zone[1]
        if end is None:
            return None
        if tape[end].word == "on" and (weekday := weekday_at(tape, end + 1)) is not None:
            end = weekday[1]  # "(2358 GMT on Tuesday)"
        if tape[end].surface == ")":
            return end + 1
        if tape[end].surface not in {",", ";", "/", "|"} and tape[end].word != "and":
            return None
        step = end + 2 if tape[end].surface == "," and tape[end + 1].word == "and" else end + 1
    return None


def _past_other_zones(tape: Tape, end: int) -> int:
    """The end past the same time told in other zones ("10am ET / 3pm London / 4pm CET")."""
    for _ in range(6):
        sign = tape[end]
        if sign.surface == "(" and sign.gap < NEW_LINE and (closed := _past_times_in_bracket(tape, end)) is not None:
            return closed
        if sign.surface not in {"/", "|", "(", "=", ",", ";"} or sign.gap >= NEW_LINE or tape[end + 1].gap >= NEW_LINE:
            return end
        clock = clock_span_at(tape, _past_other_day(tape, end + 1))
        if clock is None:
            return end
        if tape[clock.end].word == "in" and sign.surface == "(":
            clock = clock._replace(end=clock.end + 1)
        if sign.surface in {"/", "|"} and tape[clock.end].word == "in" and (city := city_at(tape, clock.end + 1)) is not None:
            end = city
            continue
        has_bracket = tape[clock.end].surface == "(" and sign.surface != "("
        zone = zone_at(tape, clock.end + has_bracket, is_city_enough=sign.surface not in {",", ";"})
        after = None if zone is None else _closed(tape, zone[1], has_bracket or sign.surface == "(")
        if after is None:
            return end
        end = after
    return end
