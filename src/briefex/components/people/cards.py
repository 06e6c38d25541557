"""Lines that belong to one person: a name on its line, post and institution on the next ones."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from briefex.components.people import role_words
from briefex.components.people.segments import Line
from briefex.components.people.tape import Item

_SENTENCE = re.compile(
    r"\b(?:is|was|are|were|has|had|will|serves|served|joined|works|worked|he|she|they|we|join|register|please|who|which)\b", re.I
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d{2}|^\d{1,2}\s?[ap]m\b|^\d{4}\b")
_HANDLE = re.compile(r"@[\w.]+|[\w.]+@[\w.]+|\([A-Za-z/ ]{2,12}\)")
_CALLING = re.compile(r"(?:author|editor|translator|artist|composer|filmmaker|poet|historian)", re.IGNORECASE)
MAX_FIELD = 110


def with_cards(text: str, lines: Sequence[Line], items: Sequence[Item]) -> tuple[Line, ...]:
    """The lines with those of a card joined into one; all others as they are."""
    starts = [item.start for item in items]
    found: list[Line] = []
    open_card = False
    name_only = False
    for line, after in zip(lines, [*lines[1:], None], strict=True):
        inside = items[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        is_field = _is_field(text, line, inside, name_only) or (name_only and not inside and _is_word_for_role(text, line, after))
        if open_card and found and is_field:
            last = found[-1]
            found[-1] = Line(last.start, line.end, last.bullet, last.blank_before, last.paragraph)
            name_only = name_only and not inside
            continue
        found.append(line)
        name_only = bool(inside) and inside[0].kind == "P" and len(inside) == 1 and _only_name(text, line, inside[0])
        open_card = bool(inside) and inside[0].kind == "P" and _opens(text, line, inside)
    return tuple(found)


def _only_name(text: str, line: Line, person: Item) -> bool:
    rest = text[person.end : line.end]
    return person.start - line.start <= 30 and len(rest) <= 40 and not _SENTENCE.search(rest)


def _opens(text: str, line: Line, inside: Sequence[Item]) -> bool:
    """Whether a line can begin a card: a name first, no sentence."""
    return (
        line.end - line.start <= MAX_FIELD
        and inside[0].start - line.start <= 32
        and sum(item.kind == "P" for item in inside) == 1
        and text[line.end - 1] not in ".!?;"
        and not _SENTENCE.search(text[line.start : line.end])
    )


def _is_word_for_role(text: str, line: Line, after: Line | None) -> bool:
    """Whether a line of a card only says what its person does: "MODERATOR" below the name, above an empty line; "Author"."""
    if _CALLING.fullmatch(text, line.start, line.end):
        return True
    is_apart = not line.blank_before and (after is None or after.blank_before)
    return is_apart and role_words.ONE.fullmatch(text, line.start, line.end) is not None


def _is_field(text: str, line: Line, inside: Sequence[Item], after_name: bool) -> bool:
    """Whether a line is a field of the card before it: short, no sentence, a post or a body near its beginning."""
    if not inside and not line.bullet and not line.blank_before and _HANDLE.fullmatch(text, line.start, line.end):
        return True
    if line.bullet or (line.blank_before and not after_name) or line.end - line.start > MAX_FIELD or not inside:
        return False
    words = text[line.start : line.end]
    if _SENTENCE.search(words) or _CLOCK.search(words) or words.endswith((":", "?")):
        return False
    if any(item.kind == "P" for item in inside):
        return False
    if inside[0].kind == "I" and all(item.kind == "I" for item in inside):
        return inside[0].start - line.start < 6
    return inside[0].start - line.start <= 45
