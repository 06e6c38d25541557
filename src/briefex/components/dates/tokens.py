"""The text as words, numbers and signs, each with its place and the gap before it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefex.components.dates.agenda import agenda_times
from briefex.components.dates.plain import ascii_copy
from briefex.components.reading import reading_copy

# Gaps before a token.
GLUED: Final = 0
SPACED: Final = 1
NEW_LINE: Final = 2

_TOKEN: Final = re.compile(r"[A-Za-z]+|[0-9]+|[^\sA-Za-z0-9]")
_MONTH: Final = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
# A date broken over two lines: "Thursday 15th" / "April 2021", "15 April" / "2021".
_DAY_AT_END: Final = re.compile(rf"[ ]\d\d?(?:st|nd|rd|th)?\Z|{_MONTH},?\Z")
_MONTH_AT_START: Final = re.compile(rf"{_MONTH}|(?:19|20)\d\d\b|\d\d?(?:st|nd|rd|th)?,? (?:19|20)\d\d\b")
# These need what the next line begins with, however short the line is.
_OPEN_DAY: Final = re.compile(
    rf"(?:day|\b(?:from|until|till|to|by|on)),? \d\d?(?:st|nd|rd|th)?\Z|\b\d\d?(?:st|nd|rd|th)? (?:of )?{_MONTH}\Z"
)
_LABEL_AT_START: Final = re.compile(r"[A-Z][a-z]{1,11}:")
_CHUNK: Final = re.compile(r"\S+")
# A number of more digits is an identifier.
_MAX_DIGITS: Final = 8
# A line at least this long was broken by its width; a shorter one by its author.
_WRAPPED_LINE_CHARS: Final = 45
_PADDING: Final = 32


class Token(NamedTuple):
    """A word, number or sign: `word` in lower case, `number` for 1–8 digits, `gap` before it."""

    word: str
    surface: str
    start: int
    end: int
    gap: int
    number: int | None


_END: Final = Token("", "", -1, -1, NEW_LINE, None)


class Tape(list[Token]):
    """The tokens of a text, closed by padding, so that looking a few places beyond either end is safe.

    Index −1, like `size`, is padding. Tokens inside an address, a hashtag or a blocked span have no word and no
    number, so no rule matches them. A list, because a `__getitem__` of our own took a third of the whole time.
    """

    __slots__ = ("agenda", "clocks", "days", "plain", "size", "text", "writes_four_digits")

    def __init__(self, text: str, blocked: Sequence[tuple[int, int]] = ()) -> None:
        self.text = text
        # What `clocks` and `compose` have read at a token: each place is looked at from before it and from itself.
        self.clocks: dict[int, object] = {}
        self.days: dict[int, object] = {}
        self.plain = ascii_copy(reading_copy(text))
        self.agenda = agenda_times(self.plain)
        self.writes_four_digits = any(self.plain[start : start + 4].isdigit() for start in self.agenda)
        barriers = _merged([*blocked, *_addresses(self.plain)])
        super().__init__(_tokens(self.plain, barriers, self.agenda))
        self.size = len(self)
        self.extend([_END] * _PADDING)


def _addresses(plain: str) -> Iterator[tuple[int, int]]:
    """Web and mail addresses, handles and hashtags: numbers in them are no dates."""
    if "@" not in plain and "/" not in plain and "#" not in plain and "www." not in plain:
        return
    for chunk in _CHUNK.finditer(plain):
        if _is_address(chunk.group()):
            yield chunk.span()


def _is_address(chunk: str) -> bool:
    if "://" in chunk or "www." in chunk or (chunk[0] == "#" and len(chunk) > 1):
        return True
    before, at, after = chunk.partition("@")
    if at and ((before[-1:].isalnum() and "." in after) or (not before and after[:1].isalpha())):
        return True
    head, slash, _ = chunk.partition("/")
    return bool(slash) and "." in head and head[-1:].isalpha() and head[:1].isalpha() and not head.endswith((".m", "p.m", "a.m"))


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return merged


def _tokens(plain: str, barriers: list[tuple[int, int]], agenda: frozenset[int]) -> Iterator[Token]:
    barrier = 0
    previous_end = 0
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        surface = match.group()
        gap = GLUED if start == previous_end else _gap(plain, previous_end, start)
        if start in agenda and plain[start - 1 : start] != "(":
            gap = NEW_LINE
        while barrier < len(barriers) and barriers[barrier][1] <= start:
            barrier += 1
        if barrier < len(barriers) and barriers[barrier][0] < end:
            yield Token("", "", start, end, gap, None)
        elif surface[0].isdigit():
            yield Token(surface, surface, start, end, gap, int(surface) if end - start <= _MAX_DIGITS else None)
        else:
            yield Token(surface.lower(), surface, start, end, gap, None)
        previous_end = end


def _gap(plain: str, previous_end: int, start: int) -> int:
    line_break = plain.find("\n", previous_end, start)
    if line_break < 0:
        return SPACED
    if plain.find("\n", line_break + 1, start) >= 0:
        return NEW_LINE
    window = plain[max(0, previous_end - _WRAPPED_LINE_CHARS) : previous_end]
    is_long = len(window) == _WRAPPED_LINE_CHARS and "\n" not in window
    if _OPEN_DAY.search(window) and _MONTH_AT_START.match(plain[start : start + 12]):
        return SPACED
    return SPACED if is_long and _runs_on(plain[start : start + 12], window) else NEW_LINE


def _runs_on(following: str, line_end: str) -> bool:
    """Whether a sentence goes on over the line break: titles and headings rarely end in a small word or comma."""
    if _LABEL_AT_START.match(following):
        return False
    last_word = line_end.rsplit(" ", 1)[-1]
    next_char = following[0]
    if _DAY_AT_END.search(line_end) and _MONTH_AT_START.match(following):
        return True
    return next_char.islower() or line_end[-1] == "," or (last_word.isalpha() and last_word.islower() and next_char not in "-*|")
