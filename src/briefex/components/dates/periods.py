"""Seasons, quarters, halves, fiscal years, decades, centuries and years."""

import calendar
import functools
from typing import Final

from briefex.components.dates.days import DaySpan, days_at, full_year, year_after
from briefex.components.dates.guards import is_bracketed_years, is_year, stands_as_year
from briefex.components.dates.pieces import Calendar, Months, NumberedWeek, RelativeYear, WeekOf, Year, Years
from briefex.components.dates.tokens import GLUED, NEW_LINE, SPACED, Tape
from briefex.components.dates.words import DECADE_WORDS, NUMBERS, ORDINAL_SUFFIXES, ORDINALS, SEASONS

_YEAR_NAMES: Final = frozenset({"fiscal", "financial", "academic", "calendar", "school", "budget", "tax"})
_NOT_SEASON_AFTER: Final = frozenset("school schools semester term edition break olympics games water rolls statement festival".split())
_SMALL_WORDS: Final = frozenset("and or in is was to will has have when as but that which who with by from until for onwards".split())
_FOLLOWED: Final = frozenset({",", ".", ";", ")", ":", "?", "!"})


def period_at(tape: Tape, index: int) -> DaySpan | None:
    """The longest period without a day that begins at a token."""
    token = tape[index]
    if token.number is not None:
        return (
            _decade(tape, index)
            or _years(tape, index)
            or _counted_period(tape, index)
            or _year_then_part(tape, index)
            or _year(tape, index)
        )
    if token.word in SEASONS:
        return _season(tape, index)
    if token.word in ("q", "h", "fy", "cy"):
        return _lettered(tape, index)
    if token.word in ORDINALS or token.word in ("twenty", "last", "final"):
        return _counted_period(tape, index)
    if token.word in _YEAR_NAMES or token.word == "year":
        return _named_year(tape, index)
    if token.word in ("week", "weekend"):
        return _week(tape, index)
    if token.surface == "'" or token.word in DECADE_WORDS:
        return _decade(tape, index) or _short_year(tape, index)
    return None


def _short_year(tape: Tape, index: int) -> DaySpan | None:
    """ "in '88", "the class of '04"."""
    number, after = tape[index + 1], tape[index + 2]
    is_asked = tape[index - 1].word in {"in", "since", "of", "from", "until"} and tape[index].gap == SPACED
    is_alone = len(number.surface) == 2 and number.gap == GLUED and not (after.gap == GLUED and after.word.isalnum())
    return DaySpan(Calendar(full_year(number.number)), None, index + 2) if is_asked and is_alone and number.number is not None else None


def _ordinal(tape: Tape, index: int) -> tuple[int, int] | None:
    """1–30 as "3rd", "third" or "twenty-first", and the token after."""
    token = tape[index]
    if token.number is not None and len(token.surface) <= 2 and tape[index + 1].word in ORDINAL_SUFFIXES and tape[index + 1].gap == GLUED:
        return token.number, index + 2
    if token.word == "twenty":
        step = 2 if tape[index + 1].surface == "-" else 1
        unit = ORDINALS.get(tape[index + step].word, 0)
        return (20 + unit, index + step + 1) if 0 < unit < 10 else None
    return (ORDINALS[token.word], index + 1) if token.word in ORDINALS else None


def _counted_period(tape: Tape, index: int) -> DaySpan | None:
    """ "third quarter of 2025", "first half of 2026", "19th and 20th centuries", "first week of May"."""
    if tape[index].word == "last" and tape[index + 1].word == "week" and tape[index + 2].word == "of":
        return _week_of_period(tape, 0, index + 1)
    if tape[index].word in ("first", "last") and tape[index + 1].word == "day" and tape[index + 2].word == "of":
        return _edge_of_month(tape, index)
    if tape[index].word in ("first", "last", "final") and tape[index + 2].word == "months" and tape[index + 3].word == "of":
        return _months_of_year(tape, index)
    if tape[index].word in ("last", "final") and tape[index + 1].word == "quarter" and tape[index + 2].word == "of":
        return _quarter(tape, index, 4, index + 1)
    ordinal = _ordinal(tape, index)
    if ordinal is None:
        return None
    number, after = ordinal
    if tape[index].surface[:1].isupper() and tape[index - 1].surface == "The" and tape[after].surface[:1].isupper():
        return None  # a name
    noun = after + 1 if tape[after].surface == "-" and tape[after].gap == GLUED else after
    word = tape[noun].word if tape[noun].gap < NEW_LINE else ""
    if word in ("century", "centuries"):
        return _centuries(tape, index, number, number, noun + 1)
    if word == "quarter" and number <= 4:
        return _quarter(tape, index, number, noun)
    if word in ("half", "semester") and number <= 2:
        return _half(tape, number, noun)
    if word == "week" and number <= 5 and tape[noun + 1].word == "of":
        return _week_of_period(tape, number, noun)
    return _two_centuries(tape, index, number, after)


def _months_of_year(tape: Tape, index: int) -> DaySpan | None:
    """ "first nine months of 2005", "last two months of the year"."""
    number = tape[index + 1].number or NUMBERS.get(tape[index + 1].word)
    if number is None or not 2 <= number <= 11:
        return None
    year: Year
    year, end = _year_of(tape, index + 3)
    if year is None and tape[index + 4].word == "the" and tape[index + 5].word == "year":
        year, end = RelativeYear(0), index + 6
    if year is None:
        return None
    return DaySpan(Months("range", 1 if tape[index].word == "first" else 13 - number, number, year), None, end)


def _edge_of_month(tape: Tape, index: int) -> DaySpan | None:
    """ "last day of March", "first day of October 2025"."""
    month = days_at(tape, index + 3)
    named = month.first if month is not None and month.last is None else None
    if month is None or not isinstance(named, Calendar) or named.shape != "month" or named.month is None:
        return None
    year = named.year if isinstance(named.year, int) else 2001
    day = 1 if tape[index].word == "first" else calendar.monthrange(year, named.month)[1]
    return DaySpan(named._replace(day=day), None, month.end)


def _two_centuries(tape: Tape, index: int, first: int, after: int) -> DaySpan | None:
    """ "19th and 20th centuries", "18th to 20th century", "nineteenth- and twentieth-century"."""
    joint = after + 1 if tape[after].surface == "-" and tape[after + 1].word == "and" else after
    if tape[joint].word not in {"and", "to", "-", "or"} or tape[joint].gap >= NEW_LINE:
        return None
    start = joint + 2 if tape[joint + 1].word in ("the", "early", "late", "mid") else joint + 1
    last = _ordinal(tape, start)
    if last is None or last[0] <= first:
        return None
    noun = last[1] + 1 if tape[last[1]].surface == "-" else last[1]
    return _centuries(tape, index, first, last[0], noun + 1) if tape[noun].word in ("century", "centuries") else None


def _centuries(tape: Tape, index: int, first: int, last: int, end: int) -> DaySpan | None:
    if tape[end].word in ("bc", "bce", "ad", "ce") and tape[end].word in ("bc", "bce"):
        return None
    if _is_adjective(tape, index, end):
        return None
    return DaySpan(Years((first - 1) * 100 + 1, last * 100, "century"), None, end) if 1 <= first <= last <= 30 else None


def _is_adjective(tape: Tape, index: int, end: int) -> bool:
    """ "a 21st century workforce", "21st-century skills": up to date, not dated."""
    after = tape[end]
    if after.gap < NEW_LINE and after.surface[:1].isupper() and tape[end - 1].surface[0].isupper():
        return True
    is_noun = after.word.isalpha() and after.surface[0].islower() and after.gap < NEW_LINE and after.word not in _SMALL_WORDS
    return is_noun and tape[index - 1].word in {"a", "an", "our", "for", "your", "their", "modern"} and tape[index - 1].gap >= 0


def _year_of(tape: Tape, index: int) -> tuple[Year, int]:
    """The year of a quarter or half: "2025", "of 2025", "of this year", "of fiscal 2025"."""
    start = index + 1 if tape[index].word == "of" else index
    if tape[start].word in _YEAR_NAMES and start > index:
        named = _named_year(tape, start)
        if named is not None and isinstance(named.first, Calendar):
            return named.first.year, named.end
    return year_after(tape, index)


def _quarter(tape: Tape, index: int, number: int, noun: int) -> DaySpan | None:
    year, end = _year_of(tape, noun + 1)
    if year is None and (
        tape[end].word == "of"
        or (tape[noun - 1].surface != "-" and tape[index - 1].word not in {"the", "in", "for", "during", "fiscal"})
        or tape[end].word in {"final", "finals"}
    ):
        return None
    return DaySpan(Months("quarter", number * 3 - 2, 3, year), None, end)


def _half(tape: Tape, number: int, noun: int) -> DaySpan | None:
    after = noun + 1
    year, end = _year_of(tape, after)
    if year is not None:
        return DaySpan(Months("half", number * 6 - 5, 6, year), None, end)
    start = after + 2 if tape[after].word == "of" and tape[after + 1].word == "the" else after + 1
    month = days_at(tape, start) if tape[after].word == "of" else None
    if month is not None and month.last is None and isinstance(month.first, Calendar) and month.first.shape == "month":
        return _half_of_month(month.first, number, month.end)
    is_whole = tape[after].word == "of" and "half" not in (tape[start + 1].word, tape[start + 2].word, tape[start + 3].word)
    whole = period_at(tape, start) if is_whole else None
    if whole is None or not isinstance(whole.first, Years):
        return None
    first, last = whole.first.first, whole.first.last
    middle = (first + last) // 2
    halves = (Years(first, middle, "range"), Years(middle + 1, last, "range"))
    return DaySpan(halves[number - 1], None, whole.end)


def _half_of_month(month: Calendar, number: int, end: int) -> DaySpan | None:
    """ "first half of April" to the 15th; the second half ends with the month, whose last day depends on the year."""
    return DaySpan(month._replace(day=1), month._replace(day=15), end) if number == 1 else None


def _week_of_period(tape: Tape, number: int, noun: int) -> DaySpan | None:
    month = days_at(tape, noun + 2)
    if month is not None and month.last is None and isinstance(month.first, Calendar) and month.first.shape == "month":
        first_day = Calendar(month.first.year, month.first.month, number * 7 - 6 if number else 28)
        return DaySpan(WeekOf(first_day), None, month.end)
    if stands_as_year(tape, noun + 2):
        return DaySpan(NumberedWeek(number or 52, tape[noun + 2].number), None, noun + 3)
    return None


def _season(tape: Tape, index: int) -> DaySpan | None:
    """ "autumn 2025", "the summer of 1995", "winter 2024/25"; bare only after a word that asks for a date."""
    token, after = tape[index], tape[index + 1]
    month = SEASONS[token.word]
    span = _winter_of_two_years(tape, index) if month == 12 else None
    if span is not None:
        return span
    takes_year = after.word != "," and not (token.word == "fall" and after.word == "in")
    year, end = year_after(tape, index + 1) if takes_year else (None, index + 1)
    if year is not None:
        return DaySpan(Months("season", month, 3, year), None, end)
    has_article = tape[index - 1].word == "the"
    before = tape[index - 2] if has_article else tape[index - 1]
    if after.word in _NOT_SEASON_AFTER or after.word == "of" or (after.surface[:1].isupper() and after.gap < NEW_LINE):
        return None
    if token.word == "fall" and not has_article:
        return None
    is_asked = before.word in {"in", "during", "by", "until", "since", "early", "late", "mid", "throughout", "through", "from"}
    if tape[index - 1].surface == "-" and tape[index - 2].word in {"mid", "early", "late"}:
        is_asked = True
    ends_phrase = (
        after.surface in _FOLLOWED or after.gap >= NEW_LINE or after.word in {"and", "or", "when", "to", "with", "as", "at", "the", "for"}
    )
    return DaySpan(Months("season", month, 3), None, index + 1) if is_asked and (has_article or ends_phrase) else None


def _winter_of_two_years(tape: Tape, index: int) -> DaySpan | None:
    start = index + 2 if tape[index + 1].word == "of" else index + 1
    years = _years(tape, start) if tape[start].number is not None else None
    if years is None or not isinstance(years.first, Calendar) or not isinstance(years.last, Calendar):
        return None
    return DaySpan(Months("season", 12, 3, years.first.year), None, years.end)


def _lettered(tape: Tape, index: int) -> DaySpan | None:
    """ "Q3 2025", "H1 2026", "FY26", "FY2025/26"."""
    token, number = tape[index], tape[index + 1]
    if token.word == "fy":
        return _fiscal(tape, index + 1)
    if number.gap != GLUED or number.number is None or (tape[index + 2].gap == GLUED and tape[index + 2].word.isalpha()):
        return None
    if token.word == "cy":
        return DaySpan(Calendar(full_year(number.number)), None, index + 2) if len(number.surface) in (2, 4) else None
    if token.gap == GLUED and tape[index - 1].word.isalpha():
        return None
    if number.number > 4:
        return None
    year, end = _year_of(tape, index + 2)
    part = None if year is None and token.word == "h" else _part(token.word, number.number, year)
    return None if part is None else DaySpan(part, None, end)


@functools.lru_cache(maxsize=256)
def _part(letter: str, number: int, year: Year) -> Months | None:
    if letter == "q" and 1 <= number <= 4:
        return Months("quarter", number * 3 - 2, 3, year)
    if letter == "h" and 1 <= number <= 2:
        return Months("half", number * 6 - 5, 6, year)
    return None


def _year_then_part(tape: Tape, index: int) -> DaySpan | None:
    """ "2019 Q1", "2019-q1", "2019 H2"."""
    if not is_year(tape, index):
        return None
    start = index + 2 if tape[index + 1].surface in {"-", "/"} and tape[index + 1].gap == GLUED else index + 1
    letter, number = tape[start], tape[start + 1]
    if letter.word not in ("q", "h") or number.number is None or number.gap != GLUED or letter.gap >= NEW_LINE:
        return None
    part = _part(letter.word, number.number, tape[index].number)
    return None if part is None else DaySpan(part, None, start + 2)


def _fiscal(tape: Tape, index: int) -> DaySpan | None:
    token = tape[index]
    if token.number is None or token.gap > SPACED:
        return None
    span = _years(tape, index)
    if span is not None:
        return span
    if len(token.surface) == 2 and token.gap == GLUED:
        return DaySpan(Calendar(full_year(token.number)), None, index + 1)
    is_full = len(token.surface) == 4 and 1900 <= token.number <= 2199
    return DaySpan(Calendar(token.number), None, index + 1) if is_full else None


def _named_year(tape: Tape, index: int) -> DaySpan | None:
    """ "fiscal year 2026", "financial year 2024-25", "the year 2008"."""
    noun = index + 1 if tape[index].word in _YEAR_NAMES else index
    start = noun + 1 if tape[noun].word == "year" else noun
    if start == index or tape[start].gap >= NEW_LINE or (tape[index].word != "fiscal" and tape[noun].word != "year"):
        return None
    return _fiscal(tape, start)


def _week(tape: Tape, index: int) -> DaySpan | None:
    """ "week of April 10th", "week commencing 4 February", "weekend of 5-6 July", "week 31 of 2025"."""
    word, after = tape[index].word, tape[index + 1]
    if after.word in {"of", "commencing", "beginning", "starting"} and after.gap < NEW_LINE:
        start = index + 3 if tape[index + 2].word in ("the", "monday") else index + 2
        days = days_at(tape, start)
        if days is None or days.is_weak or not isinstance(days.first, Calendar) or days.first.shape != "day":
            return None
        return (
            DaySpan(days.first, days.last, days.end)
            if days.last is not None
            else DaySpan(WeekOf(days.first, "weekend" if word == "weekend" else "week"), None, days.end)
        )
    if word == "week" and after.number is not None and after.gap == SPACED and len(after.surface) <= 2 and 1 <= after.number <= 53:
        year, end = year_after(tape, index + 2)
        return DaySpan(NumberedWeek(after.number, year), None, end) if year is not None or tape[index - 1].word == "the" else None
    return None


def _decade(tape: Tape, index: int) -> DaySpan | None:
    """ "1990s", "'90s", "the 90s", "1990's", "nineties"."""
    token = tape[index]
    if token.word in DECADE_WORDS:
        is_meant = tape[index - 1].word in {"the", "early", "late", "mid"} or tape[index - 1].surface == "-"
        return DaySpan(_ten_years(1900 + DECADE_WORDS[token.word]), None, index + 1) if is_meant else None
    start = index + 1 if token.surface == "'" else index
    number = tape[start]
    if number.number is None or number.number % 10 or (start > index and number.gap != GLUED):
        return None
    end = _decade_end(tape, start)
    if end is None:
        return None
    if len(number.surface) == 4 and number.number % 100 == 0 and number.number < 2000:
        return DaySpan(Years(number.number, number.number + 99, "century"), None, end)
    if len(number.surface) == 4 and 1000 <= number.number <= 2190:
        return DaySpan(_ten_years(number.number), None, end)
    if tape[index - 1].surface == "-" and tape[index - 2].word in {"under", "over"}:
        return None
    is_led_in = start > index or tape[index - 1].word in {"the", "early", "late", "mid"} or tape[index - 1].surface == "-"
    if len(number.surface) != 2 or not is_led_in or tape[index - 1].word in {"his", "her", "their"}:
        return None
    return DaySpan(_ten_years(number.number + (2000 if number.number <= 20 else 1900)), None, end)


def _ten_years(first: int) -> Years:
    return Years(first, first + 9, "decade")


def _decade_end(tape: Tape, index: int) -> int | None:
    after = tape[index + 1]
    if after.word == "s" and after.gap == GLUED:
        return index + 2
    if after.surface == "'" and after.gap == GLUED and tape[index + 2].word == "s" and tape[index + 2].gap == GLUED:
        is_decade = tape[index].number is not None and tape[index - 1].word in {"the", "early", "late", "mid"}
        return index + 3 if is_decade else None
    return None


def _years(tape: Tape, index: int) -> DaySpan | None:
    """ "2019–22", "2014/15", "2021-2027", "2014~2018"."""
    first, joint, last = tape[index], tape[index + 1], tape[index + 2]
    if tape[index - 1].word in {"budget", "vision", "agenda"} and tape[index - 1].surface[0].isupper() and first.gap < NEW_LINE:
        return None
    if (
        not (is_year(tape, index) or _is_fiscal(tape, index))
        or joint.surface not in {"-", "/", "~"}
        or last.number is None
        or last.gap >= NEW_LINE
        or joint.gap >= NEW_LINE
    ):
        return None
    after = tape[index + 3]
    if after.gap == GLUED and (
        (after.surface in {"-", "/", ":"} and tape[index + 4].number is not None) or after.word.isalpha() or after.surface == "%"
    ):
        return None
    end_year = _closing_year(first.number or 0, last.surface, last.number, joint.gap == last.gap == GLUED)
    if end_year is None or (joint.surface == "/" and end_year != (first.number or 0) + 1) or not _are_years_meant(tape, index):
        return None
    if len(last.surface) == 2 and last.number <= 12 and joint.surface == "-" and not _reads_as_years(tape, index):
        return None
    return DaySpan(Calendar(first.number), Calendar(end_year), index + 3)


def _is_fiscal(tape: Tape, index: int) -> bool:
    return tape[index - 1].word == "fy" and len(tape[index].surface) == 4


def _are_years_meant(tape: Tape, index: int) -> bool:
    """Whether no phone number or other row of figures runs on ("+1 202 555 2014-18")."""
    before = tape[index - 1]
    is_in_row = before.number is not None and tape[index].gap < NEW_LINE and len(before.surface) != 4
    is_glued = tape[index].gap == GLUED and before.surface in {"-", "/", "."} and before.gap == GLUED and tape[index - 2].number is not None
    return not is_in_row and not is_glued


def _closing_year(first: int, surface: str, number: int, is_tight: bool) -> int | None:
    if len(surface) == 4 and first < number <= 2199:
        return number
    if len(surface) == 2 and is_tight:
        closing = first // 100 * 100 + number
        closing += 100 if first % 100 == 99 and number == 0 else 0
        return closing if closing > first else None
    return None


def _reads_as_years(tape: Tape, index: int) -> bool:
    """ "2009-10" is a span of years, "2005-09" a month, unless the dash is long."""
    first, last = tape[index].number or 0, tape[index + 2].number or 0
    if is_bracketed_years(tape, index):
        return True
    return tape.text[tape[index + 1].start] != "-" or first % 100 + 1 == last


def _year(tape: Tape, index: int) -> DaySpan | None:
    """A bare year, and the open span "2016–present" is made where spans are."""
    return DaySpan(Calendar(tape[index].number), None, index + 1) if stands_as_year(tape, index) else None
