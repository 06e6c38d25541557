"""Pieces put together: every expression of a text, singly or as a span, the longest at each place."""

from collections.abc import Iterator
from typing import Final

from briefex.components.dates.guards import is_blocked_sequence, is_repeated
from briefex.components.dates.pieces import Calendar, Expression, When
from briefex.components.dates.ranges import as_span, past_modifiers
from briefex.components.dates.single import when_at
from briefex.components.dates.slots import STARTERS
from briefex.components.dates.tokens import Tape

# More numbers and signs in a row than this are a table or an identifier; the longest date has 17.
_LONGEST_ROW: Final = 60
# Of more dates than this in a row, with at most three tokens between any two, the rest is passed over: no prose holds them.
_MOST_IN_A_ROW: Final = 1000
_ROW_GAP: Final = 3


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
    start = past_modifiers(tape, index)
    first = when_at(tape, start)
    if first is None or (start > index and not _can_be_modified(first.when)):
        return None
    found = as_span(tape, first) or first
    return found if found.first == index else found._replace(first=index)


def _can_be_modified(when: When) -> bool:
    """A modifier belongs to a period or a weekday ("late Tuesday"), not to a day or a time."""
    if when.clock is not None or when.day is None:
        return when.clock is None
    return not (isinstance(when.day, Calendar) and when.day.shape == "day") or when.weekday is not None
