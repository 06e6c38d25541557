"""Lines that set a person's posts apart by semicolons, read like those with commas."""

import re
from collections.abc import Iterable

from briefex.records import Mention

_WORDS_BEFORE = re.compile(r"\b[a-z]{2}")


def with_commas(text: str, people: Iterable[Mention]) -> str:
    """Semicolons of lines like "Ada Okafor; Example Institute; Director" as commas; between several people they stay."""
    in_line: dict[int, list[Mention]] = {}
    for person in people:
        in_line.setdefault(text.rfind("\n", 0, person.start) + 1, []).append(person)
    letters = list(text)
    for start, (first, *others) in in_line.items():
        if not others and text.startswith("; ", first.end) and not _WORDS_BEFORE.search(text, start, first.start):
            line_end = text.find("\n", first.end)
            for at in range(first.end, line_end if line_end >= 0 else len(text)):
                if letters[at] == ";":
                    letters[at] = ","
    return "".join(letters)
