"""What the rest of a text says about a date: tense, order of day and month, deadlines, headings, places."""

import datetime
import enum
import re
from collections.abc import Iterable, Sequence
from typing import Final

from briefex.components.dates.pieces import Calendar, Expression, Zone
from briefex.components.dates.tokens import NEW_LINE, Tape
from briefex.components.dates.words import DEADLINE_CUES, FUTURE_CUES, PAST_CUES, US_CUES
from briefex.components.dates.zones import page_wide_zone

_BOUNDARIES: Final = frozenset({".", ";", "!", "?", ":"})
_TENSE_WINDOW: Final = 25
_DEADLINE_WINDOW: Final = 8
_HEADING_TOKENS: Final = 8
_AMERICAN_ZONES: Final = frozenset({"ET", "CT", "MT", "PT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"})
_TAGGED_YEAR: Final = re.compile(r"(?:#[A-Za-z]{1,40}|/)((?:19|20)\d\d)(?![0-9A-Za-z])")
_NOT_FINITE_BEFORE: Final = frozenset({"be", "is", "are", "to", "being", "gets"})


class Tense(enum.Enum):
    """Whether a clause announces or tells."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


def tense_of(tape: Tape, expression: Expression) -> Tense:
    """The tense of the clause around an expression: the nearest cue before it in the sentence, else behind it."""
    before = _tense_in(tape, range(expression.first - 1, expression.first - _TENSE_WINDOW, -1))
    if before is not Tense.UNKNOWN:
        return before
    return _tense_in(tape, range(expression.last, expression.last + _TENSE_WINDOW))


def _tense_in(tape: Tape, indices: Iterable[int]) -> Tense:
    for index in indices:
        if not 0 <= index < len(tape):
            return Tense.UNKNOWN
        token = tape[index]
        is_backward = isinstance(indices, range) and indices.step < 0
        if token.surface in _BOUNDARIES and not _is_abbreviation_dot(tape, index) or (not is_backward and token.gap >= NEW_LINE):
            return Tense.UNKNOWN
        tense = _tense_of_word(tape, index)
        if tense is not Tense.UNKNOWN:
            return tense
        if is_backward and token.gap >= NEW_LINE:
            return Tense.UNKNOWN
    return Tense.UNKNOWN


def _is_abbreviation_dot(tape: Tape, index: int) -> bool:
    before, after = tape[index - 1], tape[index + 1]
    return tape[index].surface == "." and (len(before.surface) <= 2 or before.word in {"sept", "mrs", "gen", "sen", "gov", "prof", "rev", "jan", "feb"}) and not before.surface.isdigit() and after.gap < NEW_LINE


def _tense_of_word(tape: Tape, index: int) -> Tense:
    word = tape[index].word
    if word in PAST_CUES:
        is_passive = any(tape[index - step].word in _NOT_FINITE_BEFORE for step in (1, 2))
        return Tense.FUTURE if is_passive else Tense.PAST
    if word in FUTURE_CUES:
        return Tense.FUTURE
    is_regular_past = len(word) > 4 and word.endswith("ed") and word not in {"united", "speed", "need", "indeed", "related", "based", "limited", "invited"}
    if is_regular_past and tape[index - 1].word not in _NOT_FINITE_BEFORE | {"the", "a", "an", "of", "and", "for", "in", "on"} and tape[index].surface[0].islower():
        return Tense.PAST
    return Tense.UNKNOWN


def is_deadline(tape: Tape, expression: Expression) -> bool:
    """Whether words just before say that something closes on the day, rather than happens."""
    for step in range(1, _DEADLINE_WINDOW):
        token = tape[expression.first - step]
        if token.word in DEADLINE_CUES:
            return True
        if token.start < 0 or token.surface in {".", "!", "?"} or tape[expression.first - step + 1].gap >= NEW_LINE:
            return False
    return False


def is_heading(tape: Tape, expression: Expression) -> bool:
    """Whether the expression has a line nearly to itself, so that it governs the times under it."""
    ends_line = tape[expression.last].gap >= NEW_LINE or tape[expression.last].surface == ":"
    if not ends_line:
        return False
    for step in range(_HEADING_TOKENS):
        index = expression.first - step
        if tape[index].gap >= NEW_LINE or index == 0:
            return True
    return False


def is_same_sentence(tape: Tape, first: int, second: int) -> bool:
    """Whether no sentence ends between two tokens."""
    if second - first > 2 * _TENSE_WINDOW:
        return False
    for index in range(first, second):
        ends = tape[index].surface in {".", "!", "?"} and not _is_abbreviation_dot(tape, index)
        if ends and (tape[index + 1].surface[:1].isupper() or tape[index + 1].gap >= NEW_LINE) or tape[index + 1].gap >= NEW_LINE:
            return False
    return True


class Document:
    """What holds for the whole text: the words in it, a page-wide zone, the order of day and month, a tagged year."""

    __slots__ = ("_expressions", "_tape", "is_month_first", "page_zone", "tagged_year", "words")

    def __init__(self, tape: Tape, expressions: Sequence[Expression]) -> None:
        self._tape = tape
        self._expressions = expressions
        self.words = frozenset(token.word for token in tape.tokens if token.word)
        self.page_zone = _page_zone(tape)
        self.is_month_first = self._month_first()
        self.tagged_year = _tagged_year(tape.plain)

    def _month_first(self) -> bool | None:
        """True or False where an unambiguous date or the text's country tells, None where nothing does."""
        votes = [vote for expression in self._expressions for vote in _order_votes(self._tape, expression)]
        if votes:
            return sum(votes) * 2 > len(votes)
        zones = {expression.when.zone.name for expression in self._expressions if expression.when.zone is not None}
        is_american = bool(zones & _AMERICAN_ZONES) or any((zone or "").startswith("America/New") for zone in zones)
        is_american = is_american or len(self.words & US_CUES) >= 2 or bool(self.words & {"usa", "organization", "program"} and "d" in self.words)
        return True if is_american else None


def _order_votes(tape: Tape, expression: Expression) -> list[bool]:
    """True for month first, False for day first, for each date in numbers that allows one order only."""
    votes: list[bool] = []
    for index in range(expression.first, expression.last - 2):
        first, sign, second = tape[index], tape[index + 1], tape[index + 2]
        if sign.surface not in {"/", "-"} or first.number is None or second.number is None or max(len(first.surface), len(second.surface)) > 2:
            continue
        if first.number <= 12 < second.number <= 31 and sign.surface == "/":
            votes.append(True)
        if second.number <= 12 < first.number <= 31 and sign.surface == "/":
            votes.append(False)
    votes.extend(_weekday_votes(expression))
    return votes


def _weekday_votes(expression: Expression) -> list[bool]:
    day, weekday = expression.when.day, expression.when.weekday
    if not isinstance(day, Calendar) or not day.is_order_open or weekday is None or day.day == day.month:
        return []
    fits = fitting_orders(day, weekday)
    return [fits == (False, True)] if sum(fits) == 1 else []


def fitting_orders(day: Calendar, weekday: int) -> tuple[bool, bool]:
    """Whether day-month as written, and month-day, fall on a weekday; only for a known year."""
    if not isinstance(day.year, int) or day.month is None or day.day is None:
        return False, False
    as_written = datetime.date(day.year, day.month, day.day).weekday() == weekday
    swapped = datetime.date(day.year, day.day, day.month).weekday() == weekday
    return as_written, swapped


def _page_zone(tape: Tape) -> Zone | None:
    if "time" not in tape.plain.lower():
        return None
    for index in range(len(tape)):
        if tape[index].word in ("time", "times"):
            for step in range(1, 9):
                if tape[index + step].gap >= NEW_LINE or tape[index + step].number is not None:
                    break
                zone = page_wide_zone(tape, index + step)
                if zone is not None:
                    return zone
    return None


def _tagged_year(plain: str) -> int | None:
    """The one year that hashtags and addresses carry, if they agree."""
    years = {int(year) for year in _TAGGED_YEAR.findall(plain)}
    return years.pop() if len(years) == 1 else None
