"""A text near people as the finder of posts reads it: words, marks, line breaks and names, and which words head a post."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from briefex.components.people import lexicon
from briefex.records import Mention

_TOKEN = re.compile(r"['’ʼ´`‘]\s{0,7}s\b|[^\W_]+(?:[-'’./‑–&][^\W_]+)*(?:(?<=s)['’](?=\s[A-Za-z]))?\.?|\n|[^\w\s]")


class Token(NamedTuple):
    """A word, a mark or a name. A tuple, because a text has hundreds of them."""

    start: int
    end: int
    low: str
    kind: str  # w word, m named organisation or initiative, p person, d date, n line break, "." for other marks


def tokens_of(text: str, mentions: Sequence[Mention], breaks: frozenset[int], start: int = 0, end: int | None = None) -> list[Token]:
    """Words and marks, names as one token each; a line break is a token only where it ends an item."""
    found: list[Token] = []
    position, stop = start, len(text) if end is None else end
    kinds = {"PERSON": "p", "DATE": "d"}
    for mention in mentions:
        _tokenise(text, position, mention.start, breaks, found)
        found.append(Token(mention.start, mention.end, mention.text, kinds.get(mention.label, "m")))
        position = max(position, mention.end)
    _tokenise(text, position, stop, breaks, found)
    return found


def _tokenise(text: str, start: int, end: int, breaks: frozenset[int], found: list[Token]) -> None:
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        if word == "\n":
            if match.start() in breaks:
                found.append(Token(match.start(), match.end(), word, "n"))
            continue
        if word[-1] == "." and len(word) > 2 and word[:-1].casefold() not in lexicon.DOTTED:
            found.append(Token(match.start(), match.end() - 1, word[:-1].casefold(), "w"))
            found.append(Token(match.end() - 1, match.end(), ".", "."))
        else:
            found.append(Token(match.start(), match.end(), word.casefold(), "w" if word[0].isalnum() or word == "&" else "."))


@lru_cache(maxsize=16384)
def head_of(low: str) -> str:
    """The head noun inside a word: itself, or the end of "co-director", "under-secretary"."""
    low = low.rstrip(".").replace("‑", "-")
    if low in lexicon.POST_HEADS:
        return low
    if len(low) > 6 and low.endswith(("ist", "ician", "grapher", "scientist")) and low not in lexicon.NOT_IST:
        return low
    tail = low.rsplit("-", 1)[-1].rsplit("/", 1)[-1]
    return tail if tail in lexicon.POST_HEADS and tail != low and tail not in ("general", "elect", "master") else ""


def is_head(low: str) -> bool:
    """Whether a casefolded word can head a post."""
    return bool(head_of(low))
