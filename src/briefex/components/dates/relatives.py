"""Dates told by their distance: "tomorrow", "next month", "three years ago", "the following year"."""

from typing import Final, cast

from briefex.components.dates.days import DaySpan
from briefex.components.dates.guards import is_set
from briefex.components.dates.pieces import Anchor, Calendar, Months, NamedMonth, NamedWeekday, Relative, RelativeYear, Unit
from briefex.components.dates.tokens import GLUED, NEW_LINE, Tape
from briefex.components.dates.words import (
    DAY_PARTS,
    EARLY_LATE,
    EDGES,
    FOREIGN_WEEKDAYS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    NAMED_DAYS,
    NEWSPAPERS,
    NUMBERS,
    ORDINALS,
    SEASONS,
    UNITS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

_NAMED: Final = {"today": 0, "tonight": 0, "tonite": 0, "tomorrow": 1, "tmrw": 1, "tmr": 1, "tomoz": 1, "yesterday": -1}
_SHIFTS: Final[dict[str, int]] = {"this": 0, "current": 0, "next": 1, "last": -1, "previous": -1, "coming": 1, "past": -2, "following": 1}
_MONTH_NAMES: Final = MONTHS.keys() | MONTH_ABBREVIATIONS.keys()
# "the previous evening", "the same afternoon"
_PARTS_AS_DAYS: Final = frozenset({"morning", "afternoon", "evening", "night"})
_AGO: Final = frozenset({"ago"})
_DURATION_BEFORE: Final = frozenset({"over", "in", "for", "during", "within", "throughout", "across", "of"})
_TODAY_OF: Final = frozenset(
    "meeting event session talk lecture announcement vote ruling seminar discussion debate hearing panel webinar briefing workshop "
    "conference concert symposium roundtable forum summit ceremony congress performance tour".split()
)
_AT_WEEKEND: Final = frozenset({"at", "over", "on", "during", "for"})
# "she is today in Paris" tells a day, "she is today its director" means now.
_AFTER_TODAY: Final = frozenset("in at on and for from with by to until".split())
_TODAY_IDLE_BEFORE: Final = frozenset({"of", "even", "for"})


def relative_at(tape: Tape, index: int) -> DaySpan | None:
    """The longest relative date that begins at a token."""
    word = tape[index].word
    if word in _NAMED:
        return _named_day(tape, index)
    if word in _SHIFTS:
        return _shifted(tape, index) or _context_day(tape, index)
    if (
        word == "weekend"
        and tape[index - 1].word == "the"
        and tape[index - 2].word in _AT_WEEKEND
        and tape[index + 1].word not in ("of", "before", "after")
    ):
        return DaySpan(Relative("weekend", 0), None, index + 1)
    if word in UNITS and tape[index - 1].word == "the" and tape[index - 2].word == "in" and tape[index - 3].word in EARLY_LATE:
        return None if word.endswith("s") else DaySpan(_relative(cast(Unit, UNITS[word]), 0, "reference"), None, index + 1)
    if word in ("same", "that"):
        return _context_period(tape, index)
    if word == "the":
        return _running_unit(tape, index)
    if word in ("day", "year", "month", "week") or word in _PARTS_AS_DAYS:
        return _day_around(tape, index) or _year_before(tape, index)
    if word in NUMBERS or tape[index].number is not None:
        return _counted(tape, index)
    return None


def weekday_at(tape: Tape, index: int) -> tuple[int, int] | None:
    """A weekday named at a token, with the dot of its abbreviation, and the token after; sets and feasts are none."""
    token, before, after = tape[index], tape[index - 1], tape[index + 1]
    is_short = token.word in WEEKDAY_ABBREVIATIONS
    weekday = WEEKDAY_ABBREVIATIONS.get(token.word) if is_short else WEEKDAYS.get(token.word)
    if weekday is None and token.word in FOREIGN_WEEKDAYS:
        return (FOREIGN_WEEKDAYS[token.word], index + 1) if _is_before_foreign_day(tape, index + 1) else None
    if weekday is not None and _is_any(tape, index):
        return None
    if weekday is None or is_set(tape, index) or _is_opening_days(tape, index):
        return None
    if before.word in NAMED_DAYS and before.surface[:1].isupper() and token.gap < NEW_LINE:
        return None
    if after.word in NEWSPAPERS and after.surface[:1].isupper() and after.gap < NEW_LINE:
        return None
    if before.surface == "." and before.gap == GLUED and tape[index - 2].surface in ("Mr", "Mrs", "Ms", "Dr", "Miss"):
        return None
    has_dot = is_short and after.surface == "." and after.gap == GLUED
    return weekday, index + 2 if has_dot else index + 1


def _is_before_foreign_day(tape: Tape, index: int) -> bool:
    """Whether the day of a month follows, in any language: "Lundi 19 mai", "Donnerstag, den 5. Juni"."""
    start = index
    for _ in range(2):
        if tape[start].surface == "," or tape[start].word in ("den", "le", "el", "de", "d", "the"):
            start += 1
    return tape[start].gap < NEW_LINE and tape[start].number is not None and len(tape[start].surface) <= 2


def _is_any(tape: Tape, index: int) -> bool:
    """ "it is a Friday", "on a wet Tuesday": some such day. "a Monday evening talk" is none either."""
    if tape[index + 1].number is not None or tape[index + 1].surface == ",":
        return False
    return tape[index - 1].word == "a" or (
        tape[index - 2].word == "a" and tape[index - 3].word == "on" and tape[index - 1].surface.islower()
    )


def _is_opening_days(tape: Tape, index: int) -> bool:
    """Either end of "Monday to Friday", "Mon-Fri": days that recur, unless a date follows."""
    if _is_short_row(tape, index):
        return True
    ends = {"friday", "fri", "saturday", "sat", "sunday", "sun"}
    joints = {"to", "-", "through"}
    if tape[index].word in ("monday", "mon") and tape[index + 1].word in joints and tape[index + 2].word in ends:
        return not _is_dated(tape, index + 3)
    is_end = tape[index].word in ends and tape[index - 1].word in joints and tape[index - 2].word in ("monday", "mon")
    return is_end and not _is_dated(tape, index + 1)


def _is_short_row(tape: Tape, index: int) -> bool:
    """Either end of "Tue-Sat 10-18": opening hours."""
    first, last = (index, index + 2) if tape[index + 1].surface == "-" else (index - 2, index)
    if tape[first].word not in WEEKDAY_ABBREVIATIONS or tape[last].word not in WEEKDAY_ABBREVIATIONS or tape[last - 1].surface != "-":
        return False
    if tape[first + 1].gap != GLUED or tape[last].gap != GLUED or tape[last + 1].gap >= NEW_LINE:
        return False
    return not _is_dated(tape, last + 1) and tape[last + 1].number is not None


def _is_dated(tape: Tape, index: int) -> bool:
    start = index + 1 if tape[index].surface == "," else index
    if tape[start].gap >= NEW_LINE:
        return False
    is_day = tape[start].number is not None and any(tape[start + step].word in _MONTH_NAMES for step in (1, 2, 3, 4))
    return is_day or tape[start].word in _MONTH_NAMES


def is_short_weekday(tape: Tape, index: int) -> bool:
    """Whether the weekday is abbreviated: "Sun" and "Sat" need a date beside them."""
    return tape[index].word in WEEKDAY_ABBREVIATIONS


def _named_day(tape: Tape, index: int) -> DaySpan | None:
    word, before, after = tape[index].word, tape[index - 1], tape[index + 1]
    if before.word in _TODAY_IDLE_BEFORE and before.word != "for":
        return None
    if word == "today" and before.word in ("is", "are", "remains") and after.word.isalpha() and after.word not in _AFTER_TODAY:
        return None
    if word in ("today", "tomorrow") and after.surface == "'" and after.gap == GLUED and tape[index + 3].word not in _TODAY_OF:
        return None
    is_title = before.surface[:1].isupper() and tape[index].gap < NEW_LINE
    if word == "today" and tape[index].surface[0].isupper() and (is_title or after.word in ("programme", "program", "show")):
        return None
    if (
        word == "today"
        and tape[index].surface[0].isupper()
        and (before.surface in {".", "!", "?", ""} or tape[index].gap >= NEW_LINE)
        and after.surface == ","
    ):
        return None
    return DaySpan(Relative("day", _NAMED[word]), None, index + 1)


def _shifted(tape: Tape, index: int) -> DaySpan | None:
    """As in "this year", "next Wednesday", "last May", "this coming Friday", "last autumn", "this morning", "last night"."""
    shift = _SHIFTS[tape[index].word]
    start = index + 1
    if tape[index].word == "this" and tape[start].word in ("coming", "past", "calendar", "very"):
        shift = {"coming": 1, "past": -2}.get(tape[start].word, shift)
        start += 1
    is_named_year = tape[start].word in ("calendar", "fiscal", "financial", "academic") and tape[start + 1].word == "year"
    start += 1 if is_named_year else 0
    token = tape[start]
    if token.gap >= NEW_LINE:
        return None
    weekday = _shifted_weekday(tape, index, start, shift)
    if weekday is not None:
        return weekday
    if tape[index].word in ("coming", "past", "following"):
        return None
    return _shifted_part(tape, index, start, shift)


def _shifted_weekday(tape: Tape, index: int, start: int, shift: int) -> DaySpan | None:
    token = tape[start]
    found = WEEKDAYS.get(token.word, WEEKDAY_ABBREVIATIONS.get(token.word) if token.word not in ("sun", "sat") else None)
    if found is None:
        return None
    if tape[start - 1].word == "coming":
        return DaySpan(NamedWeekday(found, 2), None, start + 1)
    anchor: Anchor = "context" if tape[index].word == "following" and tape[index - 1].word == "the" else "reference"
    return DaySpan(NamedWeekday(found, shift, anchor), None, start + 1)


def _shifted_part(tape: Tape, index: int, start: int, shift: int) -> DaySpan | None:
    token = tape[start]
    if tape[start - 1].word == "coming" and token.word not in {"weekend", "month", "week", "year"}:
        return None
    if token.word in DAY_PARTS:
        is_last_night = shift == -1 and token.word == "night"
        return DaySpan(Relative("day", -1 if is_last_night else 0), None, start + 1) if shift == 0 or is_last_night else None
    if token.word in SEASONS and not (token.word == "fall" and tape[start + 1].word in ("short", "in", "from")):
        return DaySpan(Months("season", SEASONS[token.word], 3, shift=shift), None, start + 1)
    month = MONTHS.get(token.word, MONTH_ABBREVIATIONS.get(token.word))
    if month is not None and shift >= -1 and token.surface[0].isupper():
        return DaySpan(NamedMonth(month, shift), None, start + 1)
    unit = UNITS.get(token.word) if token.word != "days" and not token.word.endswith("s") else None
    if unit is None or unit == "day" or shift < -1 or tape[start - 1].word == "past":
        return None
    return _shifted_unit(tape, index, start, cast(Unit, unit), shift)


def _shifted_unit(tape: Tape, index: int, start: int, unit: Unit, shift: int) -> DaySpan | None:
    before = tape[index - 1]
    if tape[index].word == "coming":
        return None
    if unit in ("decade", "century") and shift != 0:
        return None
    is_duration = before.word == "the" and shift != 0 and tape[index].word in ("next", "last")
    if is_duration and unit not in ("weekend", "quarter") and tape[index - 2].word in _DURATION_BEFORE:
        return None
    anchor: Anchor = "context" if before.word == "the" and tape[index].word in ("next", "previous") and unit != "quarter" else "reference"
    return DaySpan(_relative(unit, shift, anchor), None, start + 1)


def _relative(unit: Unit, shift: int, anchor: Anchor) -> Relative | Calendar:
    return Calendar(RelativeYear(shift, anchor)) if unit == "year" else Relative(unit, shift, anchor)


def _context_day(tape: Tape, index: int) -> DaySpan | None:
    """ "the following year", "the next day", "the previous month": beside the date told before."""
    word, unit = tape[index].word, UNITS.get(tape[index + 1].word)
    if tape[index + 1].word in _PARTS_AS_DAYS:
        unit = "day"
    if unit is None or tape[index + 1].word.endswith("s") or tape[index - 1].word not in {"the", "a"}:
        return None
    if word not in ("following", "next", "previous") or tape[index + 1].gap >= NEW_LINE:
        return None
    return DaySpan(_relative(cast(Unit, unit), _SHIFTS[word], "context"), None, index + 2)


def _context_period(tape: Tape, index: int) -> DaySpan | None:
    """ "that year", "the same day"."""
    unit = "day" if tape[index + 1].word in _PARTS_AS_DAYS else UNITS.get(tape[index + 1].word)
    if unit is None or tape[index + 1].word.endswith("s") or tape[index + 1].gap >= NEW_LINE or unit == "quarter":
        return None
    if tape[index].word == "same" and tape[index - 1].word not in {"the", "that"}:
        return None
    return DaySpan(_relative(cast(Unit, unit), 0, "context"), None, index + 2)


def _day_around(tape: Tape, index: int) -> DaySpan | None:
    """ "day after tomorrow", "day before yesterday"."""
    side = tape[index + 1].word
    if tape[index].word not in _PARTS_AS_DAYS | {"day"} or side not in ("after", "before", "of"):
        return None
    end = _event_at(tape, index + 2)
    if end is not None and tape[index - 1].word == "the":
        return DaySpan(Relative("day", {"after": 1, "before": -1, "of": 0}[side], "event"), None, end)
    shift = {("after", "tomorrow"): 2, ("before", "yesterday"): -2}.get((tape[index + 1].word, tape[index + 2].word))
    return None if shift is None else DaySpan(Relative("day", shift), None, index + 3)


def _running_unit(tape: Tape, index: int) -> DaySpan | None:
    """ "(the end of) the year": the one that runs."""
    unit = UNITS.get(tape[index + 1].word)
    is_edge = tape[index - 1].word == "of" and tape[index - 2].word in EDGES
    if not is_edge or unit is None or tape[index + 1].word.endswith("s") or unit in ("century", "day") or tape[index + 2].word == "of":
        return None
    return DaySpan(_relative(cast(Unit, unit), 0, "reference"), None, index + 2)


def _year_before(tape: Tape, index: int) -> DaySpan | None:
    """ "the year before", "the week after" at the end of a clause."""
    unit, after = "day" if tape[index].word in _PARTS_AS_DAYS else UNITS.get(tape[index].word), tape[index + 2]
    if unit is None or tape[index - 1].word != "the" or tape[index + 1].word not in ("before", "after") or tape[index + 1].gap >= NEW_LINE:
        return None
    if after.gap < NEW_LINE and after.surface not in {".", ",", ";", ")", "?", "!", ""}:
        return None
    shift = -1 if tape[index + 1].word == "before" else 1
    return DaySpan(_relative(cast(Unit, unit), shift, "context"), None, index + 2)


def _counted(tape: Tape, index: int) -> DaySpan | None:
    """ "three years ago", "two days later", "two weeks from now"."""
    count, start = tape[index].number, index + 1
    if count is None:
        count = NUMBERS[tape[index].word]
        step = 2 if tape[start].surface == "-" else 1
        unit_value = NUMBERS.get(tape[index + step].word, 0)
        if count >= 20 and 0 < unit_value < 10 and tape[index + step].word not in ("a", "an"):
            count, start = count + unit_value, index + step + 1
    unit = UNITS.get(tape[start].word)
    if unit is None or tape[start].gap >= NEW_LINE or count > 2000 or unit in ("weekend",):
        return None
    return _counted_from(tape, start + 1, cast(Unit, unit), count)


def _counted_from(tape: Tape, index: int, unit: Unit, count: int) -> DaySpan | None:
    word = tape[index].word if tape[index].gap < NEW_LINE else ""
    if word in _AGO and _is_vague(tape, index):
        return None
    if word in _AGO:
        return DaySpan(_relative(unit, -count, "reference"), None, index + 1)
    if word == "'" and "time" in (tape[index + 1].word, tape[index + 2].word) and tape[index + 1].word in ("s", "time"):
        return DaySpan(_relative(unit, count, "reference"), None, index + (2 if tape[index + 1].word == "time" else 3))
    if word == "from" and unit == "week" and tape[index + 1].word in _NAMED:
        return DaySpan(Relative("day", 7 * count + _NAMED[tape[index + 1].word]), None, index + 2)
    if word == "from" and tape[index + 1].word in ("now", "today", "tonight"):
        return DaySpan(_relative(unit, count, "reference"), None, index + 2)
    if word in ("before", "after") and tape[index + 1].word in _NAMED and unit == "day":
        shift = _NAMED[tape[index + 1].word] + (count if word == "after" else -count)
        return DaySpan(Relative("day", shift), None, index + 2)
    if word in ("before", "after") and unit in ("day", "week") and (end := _event_at(tape, index + 1)) is not None:
        days = count * (7 if unit == "week" else 1)
        return DaySpan(Relative("day", days if word == "after" else -days, "event"), None, end)
    ends = tape[index + 1].surface in {".", ",", ";", ")", "-"} or tape[index + 1].gap >= NEW_LINE
    if word in ("earlier", "later") and tape[index + 1].word != "than":
        return DaySpan(_relative(unit, count if word == "later" else -count, "context"), None, index + 1)
    if word in ("before", "after") and ends:
        return DaySpan(_relative(unit, count if word == "after" else -count, "context"), None, index + 1)
    return None


def _event_at(tape: Tape, index: int) -> int | None:
    """The token after "the event", "the webinar", "the start of the conference"."""
    start = index + 3 if tape[index + 1].word in ("start", "beginning", "end") and tape[index + 2].word == "of" else index
    if tape[start].word not in {"the", "each", "our", "this"} or tape[start].gap >= NEW_LINE:
        return None
    is_event = tape[start + 1].word in _TODAY_OF and tape[start + 1].gap < NEW_LINE
    return start + 2 if is_event and tape[start].word != "each" else None


def _is_vague(tape: Tape, index: int) -> bool:
    """ "over a year ago", "more than ten years ago"."""
    return any(tape[index - step].word in {"over", "than", "nearly", "almost"} for step in (2, 3, 4))


def nth_weekday_at(tape: Tape, index: int) -> tuple[int, int, int] | None:
    """ "first Monday", "last Friday": which one (−1 the last), the weekday, and the token after."""
    word = tape[index].word
    number = -1 if word == "last" else ORDINALS.get(word, 9)
    weekday = WEEKDAYS.get(tape[index + 1].word)
    if weekday is None or number > 5 or tape[index + 1].gap >= NEW_LINE:
        return None
    return number, weekday, index + 2
