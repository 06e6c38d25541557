"""A sentence with its dates marked inside: `Join us on [14 October](DATE 2025-10-14).`"""

import dataclasses
import datetime
import re
from collections.abc import Sequence

from briefex.components.dates import find_dates

_MARK = re.compile(r"\[([^\[\]]+)\]\((DATE|NAME)(?: ([^)]*))?\)")


@dataclasses.dataclass(frozen=True, slots=True)
class Marked:
    """A date as a test sees it: its text and its value."""

    start: int
    text: str
    value: str


def dates_in(sentence: str, *, published: str | None = None) -> tuple[list[Marked], list[Marked]]:
    """What is marked in a sentence, and what is found in it without the marks; `[…](NAME)` marks a blocked name."""
    text, expected, blocked = unmarked(sentence)
    reference = None if published is None else datetime.date.fromisoformat(published)
    found = find_dates(text, reference=reference, blocked=blocked)
    return expected, [Marked(date.start, date.text, date.value.iso) for date in found]


def unmarked(sentence: str) -> tuple[str, list[Marked], Sequence[tuple[int, int]]]:
    """The plain text, the dates marked in it and the names."""
    text, dates, names, position = "", [], [], 0
    for match in _MARK.finditer(sentence):
        text += sentence[position : match.start()]
        if match[2] == "DATE":
            dates.append(Marked(len(text), match[1], match[3]))
        else:
            names.append((len(text), len(text) + len(match[1])))
        text += match[1]
        position = match.end()
    return text + sentence[position:], dates, names
