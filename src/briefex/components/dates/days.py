"""Calendar days, months and spans of them, in words and in numbers."""

from typing import Final, NamedTuple

from briefex.components.dates.guards import is_bracketed_years, is_month_name, is_year
from briefex.components.dates.pieces import Calendar, Day, RelativeYear, Year
from briefex.components.dates.tokens import GLUED, NEW_LINE, SPACED, Tape
from briefex.components.dates.words import (
    FOREIGN_MONTHS,
    MONTH_ABBREVIATIONS,
    MONTHS,
    NUMBER_NAMES,
    ORDINAL_SUFFIXES,
    ORDINALS,
    SEASONS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

_ALL_MONTHS: Final = MONTHS | MONTH_ABBREVIATIONS
_JOINTS: Final = frozenset({"-", "to", "and", "&", ",", "/", "through", "thru", "until", "till"})
# "and" and "to" of other languages, where the month is of another language too: "9 al 13 de noviembre"
FOREIGN_JOINTS: Final = frozenset("y et und e en og och i bis al au tot do a ate".split())
_ALL_JOINTS: Final = _JOINTS | FOREIGN_JOINTS
_SEPARATORS: Final = frozenset({"/", "-", "."})
# Two-digit years up to this one are of this century.
_YEAR_POINTERS: Final = frozenset({"this", "last", "next", "that", "the"})
# "the meeting is may 7": a verb does not follow these
_BEFORE_MAY: Final = frozenset("is was are on by until till from since before after".split())
_PIVOT: Final = 50


_ROMAN_MONTHS: Final = {numeral: month for month, numeral in enumerate("I II III IV V VI VII VIII IX X XI XII".split(), 1)}


class DaySpan(NamedTuple):
    """A day or period, or a span of them, and the token after it. `is_weak`: only beside a weekday, time or "on"."""

    first: Day
    last: Day | None
    end: int
    is_weak: bool = False


def days_at(tape: Tape, index: int) -> DaySpan | None:
    """The longest calendar date, month or span of days that begins at a token."""
    token = tape[index]
    if token.number is not None:
        return (
            _numeric(tape, index)
            or _numeric_span(tape, index)
            or _day_first(tape, index)
            or _roman(tape, index)
            or _year_first(tape, index)
        )
    if token.word in _ALL_MONTHS:
        return _month_first(tape, index)
    if token.word in ORDINALS or token.word in ("twenty", "thirty"):
        return _day_first(tape, index)
    return _foreign_month(tape, index)


def month_at(tape: Tape, index: int) -> tuple[int, int] | None:
    """The month named at a token beside a number, with the dot of its abbreviation, and the token after."""
    token = tape[index]
    month = _ALL_MONTHS.get(token.word)
    if month is None:
        return None
    dot = tape[index + 1]
    has_dot = token.word in MONTH_ABBREVIATIONS and dot.surface == "." and dot.gap == GLUED
    return month, index + 2 if has_dot else index + 1


def day_number_at(tape: Tape, index: int) -> tuple[int, int, bool] | None:
    """A day of the month, 1–31, the token after, and whether it is an ordinal ("4th", "fourth")."""
    token = tape[index]
    if token.number is not None and len(token.surface) <= 2 and 1 <= token.number <= 31:
        suffix = tape[index + 1]
        is_ordinal = suffix.word in ORDINAL_SUFFIXES and (suffix.gap == GLUED or (suffix.gap == SPACED and tape[index + 2].word in MONTHS))
        return token.number, index + 2 if is_ordinal else index + 1, is_ordinal
    if token.word in ORDINALS:
        return ORDINALS[token.word], index + 1, True
    tens = {"twenty": 20, "thirty": 30}.get(token.word)
    unit_index = index + 2 if tape[index + 1].surface == "-" else index + 1
    unit = ORDINALS.get(tape[unit_index].word)
    if tens is not None and unit is not None and unit < 10 and tens + unit <= 31:
        return tens + unit, unit_index + 1, True
    return None


def full_year(number: int) -> int:
    """The year of two digits: 1951 to 2050."""
    return number if number >= 100 else number + (2000 if number <= _PIVOT else 1900)


def year_after(tape: Tape, index: int) -> tuple[Year, int]:
    """The year that closes a date, after a comma, "of", brackets or nothing; (None, index) if there is none."""
    token = tape[index]
    if token.gap >= NEW_LINE:
        return None, index
    relative = _relative_year(tape, index)
    if relative is not None:
        return relative
    start = index
    if (
        token.surface == ","
        or token.word in ("of", "in", "de", "del")
        or (token.surface in _SEPARATORS and tape[index + 1].gap == GLUED == token.gap)
    ):
        start = index + 1
    year = tape[start]
    if year.gap >= NEW_LINE:
        return None, index
    if year.surface == "(" and is_year(tape, start + 1) and tape[start + 2].surface == ")":
        return tape[start + 1].number, start + 3
    if year.surface == "'" and len(tape[start + 1].surface) == 2 and tape[start + 1].number is not None and tape[start + 1].gap == GLUED:
        return full_year(tape[start + 1].number or 0), start + 2
    if year.number is not None and is_year(tape, start) and not _is_span_of_years(tape, start, token.word):
        return year.number, start + 1
    is_short = year.number is not None and len(year.surface) == 2
    is_glued = start > index and token.surface in _SEPARATORS and tape[index - 2].surface == token.surface and tape[index - 2].gap == GLUED
    if is_short and (is_glued or (token.word == "of" and (year.number or 0) > 31)):
        return full_year(year.number or 0), start + 1
    if is_short and start == index and _is_military(tape, index):
        return full_year(year.number or 0), start + 1
    return None, index


def _is_military(tape: Tape, index: int) -> bool:
    """Whether a short year closes "17 SEP 24": day, month in capitals, and no time in the number."""
    month, after = tape[index - 1], tape[index + 1]
    is_time = (
        after.gap < NEW_LINE
        and (after.surface in {":", ".", "-", "h"} or after.word in {"am", "pm", "to", "a", "p"})
        and (tape[index + 2].number is not None or after.word in {"am", "pm", "a", "p", "h"})
    )
    is_month = month.surface.isupper() and month.word in MONTH_ABBREVIATIONS and tape[index - 2].number is not None
    return is_month and 15 <= (tape[index].number or 0) <= 40 and not is_time


def _is_span_of_years(tape: Tape, index: int, word_before: str) -> bool:
    """ "in 2010-2012" after a month starts a span of its own."""
    return word_before == "in" and tape[index + 1].surface == "-" and tape[index + 2].number is not None


def _relative_year(tape: Tape, index: int) -> tuple[Year, int] | None:
    """ "(of) this year", "last year", "next year", "of that year"."""
    start = index + 1 if tape[index].word == "of" else index
    word = tape[start].word
    if word not in _YEAR_POINTERS:
        return None
    neighbour = {"following": 1, "next": 1, "previous": -1}.get(tape[start + 1].word)
    if word == "the" and start > index and neighbour is not None and tape[start + 2].word == "year" and tape[start + 2].gap < NEW_LINE:
        return RelativeYear(neighbour, "context"), start + 3
    if tape[start + 1].word != "year" or tape[start + 1].gap >= NEW_LINE:
        return None
    if word in ("this", "last", "next"):
        return RelativeYear({"last": -1, "this": 0, "next": 1}[word]), start + 2
    if word in ("that", "the") and start > index:
        return RelativeYear(0, "context" if word == "that" else "reference"), start + 2
    return None


def _is_inside_number(tape: Tape, index: int) -> bool:
    """Whether a sign glues the number to another one before it."""
    before = tape[index - 1]
    if tape[index].gap != GLUED or before.start < 0:
        return False
    if before.surface == "-":
        # "10/1-11/7": the dash joins two dates, not the figures of one number
        return tape[index - 2].number is not None and before.gap == GLUED and tape[index - 3].surface not in {"/", "."}
    if before.surface in {"/", ".", ","}:
        return tape[index - 2].number is not None and before.gap == GLUED
    return before.surface in {"$", "=", "+", "_"} or before.word.isalpha()


def _numeric(tape: Tape, index: int) -> DaySpan | None:
    """ "2025-06-14", "13/05/2014", "13.06.2025", "20250614", "5/3", "12/2025"."""
    if _is_inside_number(tape, index):
        return None
    token = tape[index]
    if len(token.surface) == 8:
        return _compact(tape, index)
    sign, second = tape[index + 1], tape[index + 2]
    if sign.surface not in _SEPARATORS or sign.gap != GLUED or second.number is None:
        return None
    if second.gap != GLUED and not (sign.surface == "." and second.gap == SPACED and tape[index + 3].surface == "."):
        return None
    return _three_numbers(tape, index) or _short_and_full(tape, index) or _two_numbers(tape, index)


def _short_and_full(tape: Tape, index: int) -> DaySpan | None:
    """ "16/09–19/09/2025": the first day takes its year from the last."""
    first, sign, second, joint = tape[index], tape[index + 1], tape[index + 2], tape[index + 3]
    start = index + 4 if joint.surface == "-" else index + 5
    if joint.surface not in {"-", "."} or sign.surface != tape[start + 1].surface or tape[start - 1].surface != "-":
        return None
    last = _three_numbers(tape, start) if tape[start].number is not None and tape[start].gap < NEW_LINE else None
    if last is None or not isinstance(last.first, Calendar) or max(len(first.surface), len(second.surface)) > 2:
        return None
    opens = _in_order(first.number or 0, second.number or 0, last.first.year, is_dotted=sign.surface == ".")
    return None if opens is None else DaySpan(opens, last.first, last.end)


def _compact(tape: Tape, index: int) -> DaySpan | None:
    number = tape[index].number or 0
    year, month, day = number // 10000, number // 100 % 100, number % 100
    is_date = 1900 <= year <= 2099 and 1 <= month <= 12 and 1 <= day <= 31
    return DaySpan(Calendar(year, month, day), None, index + 1) if is_date else None


def _three_numbers(tape: Tape, index: int) -> DaySpan | None:
    sign, third_sign, third = tape[index + 1].surface, tape[index + 3], tape[index + 4]
    if third_sign.surface != sign or third_sign.gap != GLUED or third.number is None or third.gap > (SPACED if sign == "." else GLUED):
        return None
    follows = tape[index + 5]
    runs_on = (
        follows.surface in {"/", ".", ","} and follows.gap == GLUED and tape[index + 6].number is not None and tape[index + 6].gap == GLUED
    )
    if runs_on and not (follows.surface == "/" and len(tape[index + 6].surface) >= len(third.surface)):
        return None
    parts = [tape[index + step] for step in (0, 2, 4)]
    calendar = _read_three([part.number or 0 for part in parts], [len(part.surface) for part in parts], sign)
    return None if calendar is None else DaySpan(calendar, None, index + 5)


def _read_three(numbers: list[int], widths: list[int], sign: str) -> Calendar | None:
    if widths[0] == 4 and 1000 <= numbers[0] < 2200:
        year, month, day = numbers
        if month > 12 and day <= 12:
            month, day = day, month
        return Calendar(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
    if widths[2] not in (2, 4) or (widths[2] == 4 and not 1000 <= numbers[2] < 2200) or max(widths[:2]) > 2:
        return None
    return _in_order(numbers[0], numbers[1], full_year(numbers[2]), is_dotted=sign == ".")


def _in_order(first: int, second: int, year: Year, *, is_dotted: bool) -> Calendar | None:
    """Day and month as the numbers allow; where both orders do, day first, to be settled by evidence."""
    if not (1 <= first <= 31 and 1 <= second <= 31):
        return None
    if second <= 12:
        return Calendar(year, second, first, is_order_open=first <= 12 and not is_dotted)
    return Calendar(year, first, second) if first <= 12 else None


def _two_numbers(tape: Tape, index: int) -> DaySpan | None:
    first, sign, second = tape[index], tape[index + 1], tape[index + 2]
    follows = tape[index + 3]
    if second.gap != GLUED or (follows.gap == GLUED and follows.surface in {"/", ":", "%"}):
        return None
    if follows.gap == GLUED and follows.surface in {".", ","} and tape[index + 4].number is not None and tape[index + 4].gap == GLUED:
        return None
    a, b = first.number or 0, second.number or 0
    if len(first.surface) == 4 and is_year(tape, index) and sign.surface != ".":
        if follows.gap == GLUED and follows.surface == "-":
            return None
        if sign.surface == "-" and is_bracketed_years(tape, index):
            return None
        is_iso_month = 1 <= b <= 12 and not (a % 100 < b and _is_long_dash(tape, index + 1)) and a % 100 + 1 != b
        return DaySpan(Calendar(a, b), None, index + 3) if is_iso_month and len(second.surface) <= 2 and sign.surface == "-" else None
    if (
        len(second.surface) == 4
        and 1 <= a <= 12
        and 1900 <= b <= 2100
        and not (follows.surface == "-" and follows.gap == GLUED == tape[index + 4].gap)
    ):
        return DaySpan(Calendar(b, a), None, index + 3, is_weak=sign.surface == ".")
    if max(len(first.surface), len(second.surface)) > 2 or sign.surface == "-":
        return None
    calendar = _in_order(a, b, None, is_dotted=sign.surface == ".")
    # "from 25.3. at the bookshop": the second dot is the date's own
    has_dot = sign.surface == follows.surface == "." and follows.gap == GLUED and tape[index + 4].gap < NEW_LINE
    has_dot = has_dot and tape[index + 4].surface[:1].islower()
    return None if calendar is None else DaySpan(calendar, None, index + 4 if has_dot else index + 3, is_weak=True)


def _is_long_dash(tape: Tape, index: int) -> bool:
    return tape.text[tape[index].start] != "-"


def _numeric_span(tape: Tape, index: int) -> DaySpan | None:
    """ "27-29.05.2025", "27.-29.05.2025", "13./14.06.2025": the days share month and year."""
    if _is_inside_number(tape, index) or not 1 <= (tape[index].number or 0) <= 31:
        return None
    joint = index + 2 if tape[index + 1].surface == "." and tape[index + 1].gap == GLUED else index + 1
    if (
        not (tape[joint].surface in {"-", "/"} or tape[joint].word in {"to", "and", "&"})
        or tape[joint + 1].number is None
        or tape[joint + 1].gap >= NEW_LINE
    ):
        return None
    last = _three_numbers(tape, joint + 1) if tape[joint + 2].surface in {".", "/"} else None
    if last is None or not isinstance(last.first, Calendar) or last.first.day is None:
        return None
    if last.first.day <= (tape[index].number or 0):
        return None
    first = last.first._replace(day=tape[index].number, is_order_open=False)
    return DaySpan(first, last.first._replace(is_order_open=False), last.end)


def _day_first(tape: Tape, index: int) -> DaySpan | None:
    """ "14 October 2025", "27-29 May", "8 and 9 September", "4th of July of 1995", "05-Aug-2016"."""
    if (_is_inside_number(tape, index) and not _is_after_year(tape, index)) or tape[index - 1].surface == "$":
        return None
    days = _day_list(tape, index)
    while days:
        first, last, after, is_ordinal = days.pop()
        month = _month_of_days(tape, after)
        if month is None or (tape[month[1] - 1].word not in FOREIGN_MONTHS and _has_foreign_joint(tape, index, after)):
            continue
        if (
            _is_common_word(tape, month[1] - 1)
            and not (is_ordinal or tape[index - 1].word in WEEKDAYS | WEEKDAY_ABBREVIATIONS)
            and year_after(tape, month[1])[0] is None
        ):
            continue
        year, end = year_after(tape, month[1])
        start = Calendar(year, month[0], first)
        return DaySpan(start, None if last is None else Calendar(year, month[0], last), end)
    return None


def _foreign_month(tape: Tape, index: int) -> DaySpan | None:
    """ "septembre 2026", "marzo de 2025": a month of another language before its year."""
    month = FOREIGN_MONTHS.get(tape[index].word)
    start = index + 2 if tape[index + 1].word in ("de", "del") else index + 1
    if month is None or tape[start].gap >= NEW_LINE or not is_year(tape, start):
        return None
    return DaySpan(Calendar(tape[start].number, month), None, start + 1)


def _has_foreign_joint(tape: Tape, index: int, end: int) -> bool:
    return any(tape[step].word in FOREIGN_JOINTS for step in range(index, end))


def _roman(tape: Tape, index: int) -> DaySpan | None:
    """ "22-24.V.2025", "3 XI 2024": the month in Roman numerals, as in central Europe."""
    days = _day_list(tape, index)
    while days:
        first, last, after, _ = days.pop()
        start = after + 1 if tape[after].surface == "." else after
        month = _ROMAN_MONTHS.get(tape[start].surface)
        end = start + 2 if tape[start + 1].surface == "." else start + 1
        year = tape[end]
        if month is not None and year.number is not None and len(year.surface) == 4 and 1900 <= year.number <= 2199 and year.gap < NEW_LINE:
            opens = Calendar(year.number, month, first)
            return DaySpan(opens, None if last is None else opens._replace(day=last), end + 1)
    return None


def _is_after_year(tape: Tape, index: int) -> bool:
    """ "1 June 2019–31 May 2021": the dash joins a date to the year of another."""
    return tape[index - 1].surface == "-" and len(tape[index - 2].surface) == 4 and tape[index + 1].word in MONTHS


def _is_common_word(tape: Tape, index: int) -> bool:
    return tape[index].surface in {"may", "march", "mar"}


def _day_list(tape: Tape, index: int) -> list[tuple[int, int | None, int, bool]]:
    """Every reading of "27", "27-29", "5, 6 and 7": first day, last day, token after, ordinal; the longest last."""
    number = day_number_at(tape, index)
    if number is None:
        return []
    first, after, is_ordinal = number
    found: list[tuple[int, int | None, int, bool]] = [(first, None, after, is_ordinal)]
    if tape[after].surface == "," and tape[index - 1].word in NUMBER_NAMES | {"day"} and tape[index].gap < NEW_LINE:
        return found  # "Day 2, 3 September"
    latest = first
    for _ in range(6):
        following = _next_day(tape, after)
        if following is None or following[0] <= latest:
            break
        latest, after = following
        found.append((first, latest, after, is_ordinal))
    return found


def _next_day(tape: Tape, index: int) -> tuple[int, int] | None:
    joint = tape[index]
    if joint.surface == "." and joint.gap == GLUED:
        joint = tape[index + 1]
        index += 1
    if joint.word not in _ALL_JOINTS or joint.gap >= NEW_LINE:
        return None
    start = index + 1
    if joint.surface == "," and tape[start].word in ("and", "&"):
        start += 1
    if tape[start].word == "the":
        start += 1
    number = day_number_at(tape, start)
    if number is None or tape[start].gap >= NEW_LINE or _starts_time(tape, start, number[1]):
        return None
    return number[0], number[1]


def _starts_time(tape: Tape, index: int, after: int) -> bool:
    """Whether the number is an hour: "14 October, 6-8pm", "- 18:00", "9.30"."""
    sign = tape[after]
    if sign.word in ("am", "pm", "noon", "h", "hrs") or (sign.word in ("a", "p") and sign.gap <= SPACED and tape[after + 1].surface == "."):
        return True
    is_joined = sign.surface in {":", "."} and sign.gap == GLUED
    minute = tape[after + 1]
    return is_joined and minute.number is not None and minute.gap == GLUED and len(minute.surface) == 2


def _month_of_days(tape: Tape, index: int) -> tuple[int, int] | None:
    """The month after a day: nothing, "of", "of the month", a dot, slash or hyphen between."""
    token = tape[index]
    start = index
    if token.gap >= NEW_LINE:
        return None
    if token.word in ("of", "de") or (token.surface in _SEPARATORS and token.gap == GLUED and tape[index + 1].gap <= SPACED):
        start = index + 1
    if tape[start].gap >= NEW_LINE:
        return None
    foreign = FOREIGN_MONTHS.get(tape[start].word)
    return (foreign, start + 1) if foreign is not None else month_at(tape, start)


def _month_first(tape: Tape, index: int) -> DaySpan | None:
    """ "October 14, 2025", "May 27 to 29", "Dec/2018", "June of 1992", "May"."""
    found = month_at(tape, index)
    if found is None:
        return None
    month, after = found
    return _month_days(tape, index, month, after) or _month_alone(tape, index, month, after)


def _month_days(tape: Tape, index: int, month: int, after: int) -> DaySpan | None:
    start = after
    token = tape[start]
    if token.word == "the" or (token.surface in {"/", "-"} and token.gap == GLUED and tape[start + 1].gap == GLUED):
        start += 1
    number = day_number_at(tape, start)
    if number is None or tape[start].gap >= NEW_LINE or tape[start].surface == "second":
        return None
    if _starts_time(tape, start, number[1]) or _is_span_of_hours(tape, number[1]) or _is_count(tape, number[1]):
        return None
    if tape[start].number is None and tape[index].surface.islower():
        return None
    is_bare_may = _is_common_word(tape, index) and not number[2] and tape[index - 1].word not in _BEFORE_MAY
    days = _without_open_commas(tape, start, _day_list(tape, start))
    first, last, end, _ = days[-1]
    end = _unless_day_opens_next_date(tape, days, end)
    first, last, end, _ = next(reading for reading in days if reading[2] == end)
    year, end = year_after(tape, _past_weekday(tape, end))
    if is_bare_may and year is None:
        return None
    return DaySpan(Calendar(year, month, first), None if last is None else Calendar(year, month, last), end)


def _past_weekday(tape: Tape, index: int) -> int:
    """The token after the weekday of "March 6 (Fri.), 2026", where a year follows."""
    if tape[index].surface != "(" or tape[index + 1].word not in WEEKDAYS | WEEKDAY_ABBREVIATIONS:
        return index
    end = index + 3 if tape[index + 2].surface == "." else index + 2
    return end + 1 if tape[end].surface == ")" and year_after(tape, end + 1)[0] is not None else index


def _without_open_commas(tape: Tape, start: int, days: list[tuple[int, int | None, int, bool]]) -> list[tuple[int, int | None, int, bool]]:
    """ "July 1st, 17th" are two days; "July 1, 2 and 3" are one span: a comma needs an "and" behind it."""
    while len(days) > 1:
        joints = {tape[index].word for index in range(start, days[-1][2])}
        if "," not in joints or joints & {"and", "&"}:
            break
        days.pop()
    return days


def _unless_day_opens_next_date(tape: Tape, days: list[tuple[int, int | None, int, bool]], end: int) -> int:
    """In "March 5, 6 June" and "Nov 18-19 Dec" the second day belongs to the month behind it."""
    while len(days) > 1 and _month_of_days(tape, end) is not None:
        days.pop()
        end = days[-1][2]
    return end


def _is_span_of_hours(tape: Tape, after: int) -> bool:
    """ "May 6-8pm": both numbers are hours."""
    if tape[after].surface not in {"-", "to"} or tape[after].gap == SPACED:
        return False
    return tape[after + 1].number is not None and _starts_time(tape, after + 1, after + 2) and tape[after + 2].surface not in {":", "."}


def _is_count(tape: Tape, after: int) -> bool:
    """ "March 12,000 people", "May 3.5 million", "June 20%"."""
    sign = tape[after]
    if sign.surface == "%" or sign.word in {"million", "billion", "percent", "people", "years", "days"}:
        return True
    return sign.surface == "," and sign.gap == GLUED and tape[after + 1].gap == GLUED and len(tape[after + 1].surface) == 3


def _month_alone(tape: Tape, index: int, month: int, after: int) -> DaySpan | None:
    year, end = year_after(tape, after)
    if isinstance(year, int):
        return DaySpan(Calendar(year, month), None, end)
    if year is not None:
        return DaySpan(Calendar(year, month), None, end)
    if not is_month_name(tape, index):
        return None
    # the dot after an abbreviation without a number ends the sentence as a rule
    return DaySpan(Calendar(None, month), None, index + 1)


def _year_first(tape: Tape, index: int) -> DaySpan | None:
    """ "2019-Aug-01", "2025 October 14"."""
    if len(tape[index].surface) != 4 or not is_year(tape, index):
        return None
    sign = tape[index + 1]
    start = index + 2 if sign.surface in _SEPARATORS and sign.gap == GLUED else index + 1
    month = month_at(tape, start) if tape[start].gap < NEW_LINE else None
    if month is None or tape[start].word in SEASONS:
        return None
    after = month[1]
    day_start = after + 1 if tape[after].surface in _SEPARATORS and tape[after].gap == GLUED else after
    number = day_number_at(tape, day_start)
    if number is None or tape[day_start].number is None or tape[day_start].gap >= NEW_LINE:
        is_glued = start == index + 2
        return DaySpan(Calendar(tape[index].number, month[0]), None, after) if is_glued else None
    return DaySpan(Calendar(tape[index].number, month[0], number[0]), None, number[1])
