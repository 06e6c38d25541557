"""How the tagger sees a text: words, their casing and line position, and the windows in which it reads them.

Training and tagging use the same functions, so a model never meets features it was not trained on.
"""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass

MIXED = 3  # the casing of "OkaforSenior"
MAX_WORD_CHARS = 32  # longer runs of letters are cut, so that no text is one endless word

_WORD = re.compile(rf"[^\W\d_]{{1,{MAX_WORD_CHARS}}}|\d{{1,{MAX_WORD_CHARS}}}|_{{1,{MAX_WORD_CHARS}}}|[^\w\s]")
_GLUED = re.compile(r"[^\W\d_]{4,}?(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2})")
_SENTENCE_END = frozenset(".!?;")

CASINGS = ("lower", "Title", "UPPER", "miXed", "single capital", "digits", "punctuation", "uncased letters")
LINES = ("within a line", "joined to the word before", "begins a line", "begins a line after an empty one", "begins the text")


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its characters in the text, its casing (index into CASINGS) and line position (index into LINES)."""

    start: int
    end: int
    casing: int
    line: int


def split_words(text: str) -> list[Word]:
    """All words of a text, in order; every character that is neither white space nor invisible lies in one.

    Words that lost the line break between them are two: "OkaforSenior"; "McDonald" and "YouTube" are one.
    """
    words = []
    before = -1
    for match in _WORD.finditer(text):
        start, end = match.span()
        casing = _casing(match[0])
        while casing == MIXED and (glued := _GLUED.match(text, start, end)):
            words.append(Word(start, glued.end(), _casing(glued[0]), _line(text, before, start)))
            before = start = glued.end()
            casing = _casing(text[start:end])
        words.append(Word(start, end, casing, _line(text, before, start)))
        before = end
    return words


@functools.lru_cache(maxsize=16384)
def _casing(word: str) -> int:
    first = word[0]
    if first.isdigit():
        return 5
    if not first.isalpha():
        return 6
    if word.islower():
        return 0
    if word.isupper():
        return 4 if len(word) == 1 else 2
    if first.isupper() and word[1:].islower():
        return 1
    return 3 if word.lower() != word.upper() else 7


def _line(text: str, before: int, start: int) -> int:
    if before < 0:
        return 4
    if before == start:
        return 1
    gap = text[before:start]
    breaks = gap.count("\n") or gap.count("\r")
    return 0 if not breaks else 2 if breaks == 1 else 3


@dataclass(frozen=True, slots=True)
class Window:
    """Words that the network reads together; of these it answers for words `first` up to, not including, `last`."""

    begin: int
    end: int
    first: int
    last: int


def windows(words: Sequence[Word], lengths: Sequence[int], text: str, *, limit: int, overlap: int) -> list[Window]:
    """Cut a text into windows of at most `limit` pieces that together answer for every word exactly once.

    Cuts fall at an empty line, a line's end or a sentence's end where there is one in the last half of the window; else
    inside the sentence, and then neighbouring windows share `overlap` pieces, each answering for its half.

    Args:
        words: of `split_words`.
        lengths: how many pieces each word has, at least 1 each and at most `limit`.
        text: the text, to see where sentences end.
        limit: most pieces a window may have.
        overlap: pieces shared by two windows whose border is not a sentence's end.

    """
    result: list[Window] = []
    begin = first = 0
    while first < len(words):
        end, total = begin, 0
        while end < len(words) and total + lengths[end] <= limit:
            total += lengths[end]
            end += 1
        if end == len(words):
            result.append(Window(begin, end, first, end))
            break
        cut = _best_cut(words, text, max(first + 1, (begin + end) // 2), end)
        if cut is not None:
            result.append(Window(begin, cut, first, cut))
            begin = first = cut
        else:
            back, shared = end, 0
            while back > first + 1 and shared + lengths[back - 1] <= overlap:
                back -= 1
                shared += lengths[back]
            last = (back + end + 1) // 2
            result.append(Window(begin, end, first, last))
            begin, first = (back, last) if back < last else (last, last)
    return result


def _best_cut(words: Sequence[Word], text: str, low: int, high: int) -> int | None:
    """Where to begin the next window: the last best border in the range, or None."""
    best, rank = None, 0
    for i in range(high, low - 1, -1):
        if i >= len(words):
            continue
        here = (
            3
            if words[i].line == 3
            else 2
            if words[i].line == 2
            else 1
            if text[words[i].start - 1].isspace() and _ends_sentence(words, text, i)
            else 0
        )
        if here > rank:
            best, rank = i, here
        if rank == 3:
            break
    return best


def _ends_sentence(words: Sequence[Word], text: str, i: int) -> bool:
    before = words[i - 1]
    return text[before.start] in _SENTENCE_END and words[i].casing != 0 and (i < 2 or words[i - 2].end - words[i - 2].start > 2)
