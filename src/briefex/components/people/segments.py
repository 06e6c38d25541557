"""Where one statement ends and the next begins: lines as they were meant, sentences, cards.

A blurb's line breaks mean three things: a new item, a wrapped sentence, or the next field of a card. Everything works in
one pass over the text; nothing here knows what a person is.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

Range = tuple[int, int]

_LINE = re.compile(r"[^\n\r\u2028]+")
_BULLET = re.compile(r"[ \t\u00a0]*(?:[-–—•●▪◦*·~►➢✓★☆✦■□◆◇→»›❖]+(?=[\s\u00a0A-Z])|\(?[a-z0-9]{1,2}[.)](?=\s))[ \t\u00a0]*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W\d_a-zà-ÿ])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(.\"“,/-])(?:[A-Z]|Dr|Dra|Drs|Prof|Mr|Mrs|Ms|St|Gen|Lt|Col|Maj|Capt|Cdr|Cmdr|Adm|Brig|Sgt|Amb|Hon|Sen|Rep|Gov|Rev"
    r"|Eng|Engr|Ing|Arch|Atty|Adv|Barr|Fr|Sr|Jr|Dept|Univ|Inst|Assoc|Asst|Ass|Vol|No|"
    r"vs|etc|al|i\.e|e\.g|U\.S|U\.K|U\.N|H\.E|Ret|ret|Retd|retd|emer|res|Mt|Ft|Ltd|Inc|Corp|Co|approx|Sept|Nov|Dec|Oct|Jan|Feb"
    r"|Aug|Ph\.D|iur|med|phil|rer|c|cf|Mag|Datuk|Rt|ca|Min|Pres)\.$"
)
_LOWER_START = re.compile(r"[\s\u00a0]*[a-zà-ÿ]")
_BRACKET_GOES_ON = re.compile(r"[ \t]*\([^()\n]{2,160}\)(?:[,;]| [a-z])")  # "(Director, Example Bank), Bo Lindqvist"
_OPEN_END = re.compile(r"(?:,|\b(?:of|the|and|for|at|&|in|to|with|by|from|on|a|an|als|de|y|e|und|or)|-|–)\s*$", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.!?:;…][\"”’')\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as meant by its author (wrapped lines joined); `start` comes after bullet and indent."""

    start: int
    end: int
    bullet: bool
    blank_before: bool
    paragraph: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence, a list line or a card: what is said together."""

    start: int
    end: int
    line: int
    first: bool


def lines_of(text: str, names: Sequence[Range]) -> tuple[Line, ...]:
    """The lines, wrapped ones joined; a name never runs over the end of one."""
    found: list[Line] = []
    raw = _raw_lines(text)
    ends = sorted(end for _, end in names)
    starts = sorted(start for start, _ in names)
    widths = _wrapped_paragraphs(text, raw, frozenset(starts))
    for position, (start, end, blank, paragraph) in enumerate(raw):
        bullet = _BULLET.match(text, start, end)
        begin = bullet.end() if bullet else start + _indent(text, start, end)
        if found and not blank and not bullet:
            last = found[-1]
            inside = bisect_left(starts, start) - bisect_right(ends, start) > 0
            if inside or paragraph in widths or _continues(text, raw[position - 1][:2], (start, end), last):
                found[-1] = Line(last.start, end, last.bullet, last.blank_before, paragraph)
                continue
        found.append(Line(begin, end, bullet is not None, blank or not found, paragraph))
    return tuple(found)


def statements_of(text: str, lines: Sequence[Line], names: Sequence[Range]) -> tuple[Statement, ...]:
    """The sentences of every line, in order; no name is cut."""
    starts = [start for start, _ in names]
    found: list[Statement] = []
    for number, line in enumerate(lines):
        begin = line.start
        for match in _SENTENCE_END.finditer(text, line.start, line.end):
            if _ABBREVIATION.search(text, max(begin, match.start() - 12), match.start() + 1) and match[0][0] == ".":
                continue
            index = bisect_right(starts, match.start()) - 1
            if index >= 0 and names[index][1] > match.start() + 1:
                continue
            found.append(Statement(begin, match.start() + 1, number, begin == line.start))
            begin = match.end()
        if begin < line.end:
            found.append(Statement(begin, line.end, number, begin == line.start))
    return tuple(found)


def _raw_lines(text: str) -> list[tuple[int, int, bool, int]]:
    rows: list[tuple[int, int, bool, int]] = []
    last, paragraph = 0, 0
    for match in _LINE.finditer(text):
        if not match[0].strip():
            continue
        blank = text.count("\n", last, match.start()) > 1 or not rows
        paragraph += blank
        end = match.start() + len(match[0].rstrip())
        rows.append((match.start(), end, blank, paragraph))
        last = end
    return rows


def _indent(text: str, start: int, end: int) -> int:
    part = text[start:end]
    return len(part) - len(part.lstrip())


def _wrapped_paragraphs(text: str, raw: Sequence[tuple[int, int, bool, int]], names: frozenset[int]) -> frozenset[int]:
    """Paragraphs whose lines were broken by an editor at one width: all but the last are nearly equally long, and each was broken
    where the first word of the next would have gone beyond the longest. Lines that begin with names are a list.
    """
    by_paragraph: dict[int, list[Range]] = {}
    for start, end, _, paragraph in raw:
        by_paragraph.setdefault(paragraph, []).append((start, end))
    wrapped = set()
    for paragraph, spans in by_paragraph.items():
        widths = [end - start for start, end in spans[:-1]]
        if len(widths) < 2 or min(widths) < 40 or max(widths) > 110 or max(widths) - min(widths) > 24:
            continue
        longest, after_first = max(widths), spans[1:]
        if spans[-1][1] - spans[-1][0] > longest or sum(start in names for start, _ in after_first) * 2 > len(after_first):
            continue
        if any(width + 1 + _word(text, *after) <= longest for width, after in zip(widths, after_first, strict=True)):
            continue
        running = sum(not _FULL_STOP.search(text, end - 3, end) for _, end in spans[:-1])
        if running * 2 >= len(widths) and not any(_BULLET.match(text, start, end) for start, end in spans):
            wrapped.add(paragraph)
    return frozenset(wrapped)


def _word(text: str, start: int, end: int) -> int:
    """The length of a line's first word."""
    space = re.compile(r"\s|$").search(text, start, end)
    return (space.start() if space else end) - start


def _continues(text: str, before: Range, here: Range, last: Line) -> bool:
    """Whether this raw line goes on with the one before it, as only a wrapped sentence does."""
    if _LOWER_START.match(text, *here) or _BRACKET_GOES_ON.match(text, *here):
        return not _FULL_STOP.search(text, before[0], before[1])
    if text.count("(", last.start, before[1]) > text.count(")", last.start, before[1]) and ")" in text[here[0] : here[1]]:
        return last.end - last.start < 400
    return before[1] - before[0] >= 50 and _OPEN_END.search(text, max(before[0], before[1] - 6), before[1]) is not None
