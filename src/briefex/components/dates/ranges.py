"""Two dates or times that a dash, "to" or "and" makes one span, and spans with an open end."""

from typing import Final

from briefex.components.dates import words
from briefex.components.dates.days import days_at
from briefex.components.dates.guards import stands_as_year
from briefex.components.dates.pieces import Calendar, Day, Expression, RelativeYear, When, Years
from briefex.components.dates.relatives import relative_at, weekday_at
from briefex.components.dates.single import SPAN_WORDS, when_at
from briefex.components.dates.tokens import GLUED, NEW_LINE, SPACED, Tape

_PRESENT: Final = frozenset({"present", "now", "date", "ongoing", "current", "onwards", "onward", "today"})
_MOVED: Final = frozenset(
    {"moved", "postponed", "rescheduled", "changed", "change", "shifted", "brought", "delayed", "extended", "compared"}
)


def past_modifiers(tape: Tape, index: int) -> int:
    """The token after "early", "mid-", "end of the", "later"."""
    token, after = tape[index], tape[index + 1]
    if token.word in words.EARLY_LATE and after.gap < NEW_LINE:
        start = index + 2 if after.surface == "-" or (after.word in ("in", "the", "on") and tape[index + 2].gap < NEW_LINE) else index + 1
        return start + 1 if tape[start].word == "the" and after.word == "in" else start
    if token.word in words.EDGES and after.word == "of" and after.gap < NEW_LINE:
        if tape[index + 2].word == "the" and relative_at(tape, index + 3) is None and tape[index + 3].word in words.UNITS:
            return index + 2
        start = index + 3 if tape[index + 2].word == "the" else index + 2
        return start if tape[start].gap < NEW_LINE else index
    return index


def as_span(tape: Tape, first: Expression) -> Expression | None:
    """The span that a connector and a second expression make of the first."""
    joint = tape[first.last]
    if joint.gap >= NEW_LINE:
        return None
    is_between = tape[first.first - 1].word == "between"
    is_dash = joint.surface in {"-", "~"} or (joint.surface == "/" and joint.gap == GLUED and first.when.clock is None)
    if not (is_dash or joint.word in SPAN_WORDS or (joint.word in ("and", "&") and _can_pair(tape, first, is_between))):
        return _onwards(tape, first)
    if joint.word in SPAN_WORDS and any(tape[first.first - step].word in _MOVED for step in range(1, 7)):
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
    follows = when_at(tape, first.last + 1)
    return (
        second[0] == ((first.when.weekday or 0) + 1) % 7 and follows is not None and follows.when.day is None and follows.when.clock is None
    )


def _are_days_in_row(tape: Tape, first: Expression, number: int) -> bool:
    """ "Thursday 9 and Friday 10 April" are the two days of one event."""
    follows = when_at(tape, first.last + 1)
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
    start = past_modifiers(tape, start)
    second = when_at(tape, start)
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
