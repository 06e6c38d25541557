"""What the rest of a text says about a date: tense, order of day and month, deadlines, headings, places."""

import datetime
import enum
import re
from collections.abc import Iterator, Sequence
from typing import Final

from briefex.components.dates.pieces import Calendar, Expression, Zone
from briefex.components.dates.tokens import GLUED, NEW_LINE, Tape
from briefex.components.dates.words import DEADLINE_CUES, FUTURE_CUES, NUMBERS, PAST_CUES, US_CUES
from briefex.components.dates.zones import page_wide_zone

_BOUNDARIES: Final = frozenset({".", ";", "!", "?", ":"})
_TENSE_WINDOW: Final = 25
_DEADLINE_WINDOW: Final = 8
_HEADING_TOKENS: Final = 8
_HEADING_LINE_TOKENS: Final = 20
_CLOSERS: Final = frozenset({")", "]", ">", "?", "|", "*", "=", "~"})
_AMERICAN_ZONES: Final = frozenset({"ET", "CT", "MT", "PT", "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT"})
_TAGGED_YEAR: Final = re.compile(r"(?:#[A-Za-z]{1,40}|/)((?:19|20)\d\d)(?![0-9A-Za-z])")
# What stands behind them tells of something else.
_RELATIVE_PRONOUNS: Final = frozenset({"which", "who", "whose", "whom", "where"})
_NOT_FINITE_BEFORE: Final = frozenset({"be", "is", "are", "to", "being", "gets"})
# "Put back from 16th June": the day that no longer holds.
_LABELS_ON: Final = frozenset({"(", ":", "-", "[", "="})
_MOVED: Final = frozenset({"back", "moved", "postponed", "rescheduled", "forward", "changed", "deferred"})
# A report quotes somebody and tells far more than it announces: shares of all words, and of past cues to future ones.
_QUOTING: Final = frozenset({"said", "told", "reported"})
_DATELINE: Final = re.compile(r"\s*[A-Z][A-Z .'-]{2,30}(?:, [A-Z][\w. ]{2,30}){0,2}(?: \([A-Za-z ]+\))? --? [A-Z][^\n]{60}")
_AGENCY: Final = 60  # characters of a dateline in which the agency stands
_FORETELLING: Final = frozenset(
    "may might could would should must likely perhaps due set scheduled prepared prepare hopes hope expects expect".split()
)
_FORETELLING_TOKENS: Final = 14
_LEAST_PAST_SHARE: Final = 0.025
_LEAST_PAST_LEAD: Final = 1.5


class Tense(enum.Enum):
    """Whether a clause announces or tells."""

    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


class Tenses:
    """The tense of the clause around any token, from one pass over the text in each direction."""

    __slots__ = ("_after", "_before", "_tape")

    def __init__(self, tape: Tape) -> None:
        self._tape = tape
        words = [token.word for token in tape[: tape.size]]
        cues = [_tense_of_word(tape, index) if len(word) > 1 else Tense.UNKNOWN for index, word in enumerate(words)]
        ends = [word in _BOUNDARIES and not _is_abbreviation_dot(tape, index) for index, word in enumerate(words)]
        self._before = _nearest_before(tape, cues, ends)
        self._after = _nearest_after(tape, cues, ends)

    def of(self, expression: Expression) -> Tense:
        """The nearest cue before an expression in its sentence, else behind it."""
        leading = self._tape[expression.first - 1].word
        if leading == "since" or (leading == "from" and self._tape[expression.first - 2].word in _MOVED):
            return Tense.PAST
        opens_line = self._tape[expression.first].gap >= NEW_LINE
        before = None if opens_line else self._before[expression.first]
        for place, cue in ((expression.first, before), (expression.last, self._after[expression.last])):
            if cue is not None and abs(cue[0] - place) <= _TENSE_WINDOW:
                is_participle = self._tape[cue[0] + 1].word == "by" and self._tape[cue[0] - 1].surface == ","
                return Tense.FUTURE if is_participle and leading in ("until", "till") else cue[1]
        return Tense.FUTURE if leading in ("by", "until", "till") else Tense.UNKNOWN


_Cue = tuple[int, Tense]


def _nearest_before(tape: Tape, cues: list[Tense], ends: list[bool]) -> list[_Cue | None]:
    found: list[_Cue | None] = [None] * (tape.size + 1)
    for index in range(tape.size):
        if cues[index] is not Tense.UNKNOWN:
            found[index + 1] = (index, cues[index])
        elif not ends[index] and tape[index].gap < NEW_LINE:
            found[index + 1] = found[index]
    return found


def _nearest_after(tape: Tape, cues: list[Tense], ends: list[bool]) -> list[_Cue | None]:
    found: list[_Cue | None] = [None] * (tape.size + 1)
    for index in range(tape.size - 1, -1, -1):
        if tape[index].gap >= NEW_LINE or ends[index] or tape[index].word in _RELATIVE_PRONOUNS or tape[index].surface == "(":
            continue
        found[index] = found[index + 1] if cues[index] is Tense.UNKNOWN else (index, cues[index])
    return found


def _is_abbreviation_dot(tape: Tape, index: int) -> bool:
    before, after = tape[index - 1], tape[index + 1]
    if tape[index].surface in {".", ":"} and after.gap == GLUED and after.number is not None:
        return True
    return (
        tape[index].surface == "."
        and (len(before.surface) <= 2 or before.word in {"sept", "mrs", "gen", "sen", "gov", "prof", "rev", "jan", "feb"})
        and not before.surface.isdigit()
        and after.gap < NEW_LINE
    )


def _tense_of_word(tape: Tape, index: int) -> Tense:
    word = tape[index].word
    if word in ("is", "are") and tape[index + 1].word == "to":
        return Tense.FUTURE
    if word == "set":
        return Tense.PAST if tape[index + 1].word == "up" and tape[index - 1].word not in _NOT_FINITE_BEFORE else Tense.UNKNOWN
    if word == "closed" and tape[index - 1].surface in {",", "(", "and", "is", "are"}:
        return Tense.UNKNOWN
    if word in PAST_CUES:
        is_passive = any(tape[index - step].word in _NOT_FINITE_BEFORE for step in (1, 2))
        return Tense.FUTURE if is_passive else Tense.PAST
    if word in FUTURE_CUES:
        return Tense.PAST if tape[index - 1].word == "been" and tape[index - 2].word == "had" else Tense.FUTURE
    is_regular_past = (
        len(word) > 4
        and word.endswith("ed")
        and word not in {"united", "speed", "need", "indeed", "related", "based", "limited", "invited"}
    )
    if (
        is_regular_past
        and tape[index - 1].word not in _NOT_FINITE_BEFORE | {"the", "a", "an", "of", "and", "for", "in", "on"}
        and tape[index].surface[0].islower()
    ):
        return Tense.PAST
    return Tense.UNKNOWN


def is_deadline(tape: Tape, expression: Expression) -> bool:
    """Whether words just before say that something closes on the day, rather than happens."""
    for step in range(1, _DEADLINE_WINDOW):
        token = tape[expression.first - step]
        if token.word in DEADLINE_CUES or (token.word == "later" and tape[expression.first - step + 1].word == "than"):
            return True
        if token.start < 0 or token.surface in {".", "!", "?"} or tape[expression.first - step + 1].gap >= NEW_LINE:
            return False
    return False


def is_heading(tape: Tape, expression: Expression) -> bool:
    """Whether the expression has a line nearly to itself, so that it governs the times under it."""
    last = expression.last
    while tape[last].surface in _CLOSERS and tape[last].gap < NEW_LINE:
        last += 1
    if tape[last].gap < NEW_LINE and tape[last].surface != ":":
        return _is_above_programme(tape, expression)
    for step in range(_HEADING_TOKENS):
        index = expression.first - step
        if tape[index].gap >= NEW_LINE or index == 0:
            return True
    return False


def _is_above_programme(tape: Tape, expression: Expression) -> bool:
    """Whether a day begins a line that says where, and a line with a time follows: "Tuesday, The Hague" above "09:30"."""
    if expression.when.clock is not None or (tape[expression.first].gap < NEW_LINE and expression.first > 0):
        return False
    for index in range(expression.last, min(expression.last + _HEADING_LINE_TOKENS, tape.size)):
        if tape[index].gap >= NEW_LINE:
            hour, sign, minute = tape[index], tape[index + 1], tape[index + 2]
            is_clock = hour.number is not None and sign.surface in {":", ".", "h"} and sign.gap == GLUED and minute.gap == GLUED
            return hour.start in tape.agenda or (is_clock and minute.number is not None and len(minute.surface) == 2)
    return False


def _sentences(tape: Tape) -> list[int]:
    """The number of the sentence that each token belongs to."""
    numbers, number = [0] * (tape.size + 1), 0
    for index in range(tape.size):
        before, token = tape[index - 1], tape[index]
        ends = before.surface in {".", "!", "?"} and not _is_abbreviation_dot(tape, index - 1)
        if token.gap >= NEW_LINE or (ends and token.surface[:1].isupper()):
            number += 1
        numbers[index] = number
    numbers[tape.size] = number + 1
    return numbers


class Document:
    """What holds for the whole text: the words in it, a page-wide zone, the order of day and month, a tagged year."""

    __slots__ = (
        "_expressions",
        "_sentence",
        "_tape",
        "_tenses",
        "is_month_first",
        "is_report",
        "numbered_days",
        "page_zone",
        "tagged_year",
        "words",
    )

    def __init__(self, tape: Tape, expressions: Sequence[Expression]) -> None:
        self._tape = tape
        self._expressions = expressions
        self._tenses = Tenses(tape)
        self._sentence = _sentences(tape)
        self.words = frozenset(token.word for token in tape if token.word)
        self.page_zone = _page_zone(tape)
        self.numbered_days = tuple(_numbered_days(tape)) if "day" in self.words else ()
        self.is_report = not tape.agenda and _is_report(tape, self.words)
        self.is_month_first = self._month_first()
        self.tagged_year = _tagged_year(tape.plain)

    def tense_of(self, expression: Expression) -> Tense:
        """The tense of the clause around an expression; what a report leaves open is past."""
        found = self._tenses.of(expression)
        if not self.is_report:
            return found
        return Tense.FUTURE if self._is_foretold(expression) else Tense.PAST if found is Tense.UNKNOWN else found

    def is_open(self, expression: Expression) -> bool:
        """Whether a report leaves open if a day is over or to come: "voters choose a president on April 12"."""
        return self.is_report and self._tenses.of(expression) is Tense.UNKNOWN and not self._is_foretold(expression)

    def _is_foretold(self, expression: Expression) -> bool:
        """Whether a report says of the day that it may, should or will see something: "may recover in the fourth quarter"."""
        if expression.when.weekday is not None and self._is_set(expression.first):
            return True
        for step in range(1, _FORETELLING_TOKENS):
            token = self._tape[expression.first - step]
            is_end = token.surface in _BOUNDARIES and not _is_abbreviation_dot(self._tape, expression.first - step)
            if token.start < 0 or is_end or (step > 1 and _tense_of_word(self._tape, expression.first - step) is Tense.PAST):
                return False
            if token.surface in _FORETELLING or (step == 1 and token.surface in ("by", "into", "until", "till")):
                return True
        return False

    def _is_set(self, first: int) -> bool:
        """Whether a report says when something is, or what it is set for: "the final is on Sunday", "a strike for Monday"."""
        before = [self._tape[first - step].word for step in (1, 2)]
        return before in (["on", "is"], ["on", "are"]) or before[0] == "for"

    def is_same_sentence(self, first_end: int, second: int) -> bool:
        """Whether the token before `first_end` and the token `second` stand in one sentence, not too far apart."""
        return second - first_end <= 2 * _TENSE_WINDOW and self._sentence[max(first_end - 1, 0)] == self._sentence[second]

    def _month_first(self) -> bool | None:
        """True or False where an unambiguous date or the text's country tells, None where nothing does."""
        votes = [vote for expression in self._expressions for vote in _order_votes(self._tape, expression)]
        if votes:
            return sum(votes) * 2 > len(votes)
        zones = {expression.when.zone.name for expression in self._expressions if expression.when.zone is not None}
        is_american = bool(zones & _AMERICAN_ZONES) or any((zone or "").startswith("America/New") for zone in zones)
        has_place = "usa" in self.words or ("washington" in self.words and bool(self.words & {"d", "dc"}))
        is_american = is_american or has_place or len(self.words & US_CUES) >= 2
        return True if is_american else None


def _is_report(tape: Tape, words: frozenset[str]) -> bool:
    """Whether a text is news: a dateline with its agency, or one that quotes or has a dateline, and tells."""
    dateline = _DATELINE.match(tape.plain)
    if dateline is not None and "(" in dateline[0][:_AGENCY]:
        return True
    return bool(_QUOTING & words or dateline) and _is_told(tape)


def _is_told(tape: Tape) -> bool:
    """Whether a text tells what was, as news does, and announces little."""
    words = [token.word for token in tape[: tape.size] if token.word.isalpha()]
    past = sum(word in PAST_CUES for word in words)
    future = sum(word in FUTURE_CUES for word in words)
    return past >= _LEAST_PAST_SHARE * len(words) and past >= _LEAST_PAST_LEAD * future


def _numbered_days(tape: Tape) -> Iterator[tuple[int, int]]:
    """Headings "Day 2", "DAY TWO": the token and the number."""
    for index in range(tape.size):
        if tape[index].word != "day" or tape[index + 1].gap >= NEW_LINE:
            continue
        opens_line = index == 0 or any(tape[index - step].gap >= NEW_LINE for step in (0, 1))
        number = tape[index + 1].number or NUMBERS.get(tape[index + 1].word)
        after = tape[index + 2]
        if (
            opens_line
            and number is not None
            and number <= 7
            and (after.gap >= NEW_LINE or not after.word.isalpha() or after.surface[0].isupper())
        ):
            yield index, number


def _order_votes(tape: Tape, expression: Expression) -> list[bool]:
    """True for month first, False for day first, for each date in numbers that allows one order only."""
    votes: list[bool] = []
    for index in range(expression.first, expression.last - 2):
        first, sign, second = tape[index], tape[index + 1], tape[index + 2]
        if (
            sign.surface not in {"/", "-"}
            or first.number is None
            or second.number is None
            or max(len(first.surface), len(second.surface)) > 2
            or (tape[index - 1].surface == sign.surface and first.gap == GLUED)
        ):
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
    if "tim" not in tape.plain.lower():
        return None
    for index in range(tape.size):
        if tape[index].word == "time" and not (tape[index + 1].surface in _LABELS_ON or tape[index + 1].word == "zone"):
            continue  # "at the same time China's exports"
        if tape[index].word in ("time", "times", "timing", "timings", "timezone"):
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
