"""dateparser for the few dates that are found but fit no form of the grammar ("September-2020-23")."""

import bisect
import datetime
import functools
import re
from collections.abc import Callable
from typing import Final

from briefex.components.dates.pieces import Calendar, Expression, When
from briefex.components.dates.tokens import Tape
from briefex.components.dates.words import MONTH_ABBREVIATIONS, MONTHS

_MONTH: Final = "|".join(sorted(MONTHS | MONTH_ABBREVIATIONS, key=len, reverse=True))
# Exactly a day, a month's name and a year of four digits, glued by one sign, in any order.
_GLUED: Final = re.compile(
    rf"(?<![\w./-])(?:(?:{_MONTH})([-/.])(?:\d\d\d\d\1\d\d?|\d\d?\1\d\d\d\d)|\d\d?([-/.])(?:\d\d\d\d\2(?:{_MONTH})|(?:{_MONTH})\2\d\d\d\d)"
    rf"|\d\d\d\d([-/.])\d\d?\3(?:{_MONTH}))(?![\w/-])",
    re.IGNORECASE,
)


def with_fallback(tape: Tape, expressions: list[Expression]) -> list[Expression]:
    """The expressions, with those replaced or added whose form only dateparser can type.

    The guard: a glued day, named month and four-digit year, nothing else, and a result that has exactly that day
    and year.
    """
    starts = [tape[index].start for index in range(tape.size)]
    covered = [tape[each.first].start for each in expressions]
    added: list[Expression] = []
    for match in _GLUED.finditer(tape.plain):
        before = bisect.bisect_right(covered, match.start()) - 1
        is_covered = before >= 0 and match.end() <= tape[expressions[before].last - 1].end
        found = None if is_covered else _typed(tape, match, starts)
        if found is not None:
            added.append(found)
    return _replaced(expressions, added) if added else expressions


def _replaced(expressions: list[Expression], added: list[Expression]) -> list[Expression]:
    """All expressions in order, without those that overlap an added one."""
    taken = {index for each in added for index in range(each.first, each.last)}
    kept = [each for each in expressions if taken.isdisjoint(range(each.first, each.last))]
    return sorted([*kept, *added], key=lambda each: each.first)


def _typed(tape: Tape, match: re.Match[str], starts: list[int]) -> Expression | None:
    first, last = bisect.bisect_left(starts, match.start()), bisect.bisect_left(starts, match.end())
    if any(not tape[index].word for index in range(first, last)):
        return None
    day = _parse(match.group())
    numbers = {int(number) for number in re.findall(r"\d+", match.group())}
    if day is None or numbers != {day.day, day.year}:
        return None
    return Expression(first, last, When(day=Calendar(day.year, day.month, day.day)), is_from_fallback=True)


def _parse(text: str) -> datetime.date | None:
    found = _parser()(text)
    return None if found is None else found.date()


@functools.cache
def _parser() -> Callable[[str], datetime.datetime | None]:
    """The parser, imported only when a text first needs it (0.3 s)."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["en"], settings={"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True})
    return lambda text: parser.get_date_data(text).date_obj
