"""The training corpus's inline marks: `[[P|Ada Okafor]] is [[T|Director]] of [[O|Example Institute]].`

A blurb is a tuple of segments, so that substitutions and noise keep spans right by construction.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

TAG_OF = {"P": "PERSON", "O": "ORGANISATION", "I": "INITIATIVE", "T": "POSITION", "D": "DATE", "V": "VENUE"}
_MARK = re.compile(r"\[\[([A-Z])\|(.*?)\]\]", re.DOTALL)
_HEAD = re.compile(r"^=== (\w+)[ \t]*\n", re.MULTILINE)


class MarkupError(ValueError):
    """A corpus file has a mark that cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with its tag, or None for text that names nothing."""

    text: str
    tag: str | None = None


Blurb = tuple[Segment, ...]


def parse(marked: str, where: str = "") -> Blurb:
    """The segments of a marked text.

    Raises:
        MarkupError: an unknown tag, an empty or unclosed mark.
    """
    segments, position = [], 0
    for match in _MARK.finditer(marked):
        if match[1] not in TAG_OF or not match[2].strip() or "[[" in match[2]:
            raise MarkupError(f"{where}: cannot read the mark {match[0][:60]!r}")
        segments += [Segment(marked[position : match.start()]), Segment(match[2], TAG_OF[match[1]])]
        position = match.end()
    segments.append(Segment(marked[position:]))
    for segment in segments:
        if "[[" in segment.text or (segment.tag is None and "]]" in segment.text):
            raise MarkupError(f"{where}: a mark is not closed near {segment.text[:60]!r}")
    return tuple(s for s in segments if s.text)


def text_of(blurb: Blurb) -> str:
    """The text without marks."""
    return "".join(segment.text for segment in blurb)


def spans_of(blurb: Blurb) -> list[tuple[int, int, str]]:
    """The spans as (start, end, tag), white space at their borders left out."""
    spans, position = [], 0
    for segment in blurb:
        if segment.tag:
            inner = segment.text.strip()
            start = position + segment.text.index(inner)
            spans.append((start, start + len(inner), segment.tag))
        position += len(segment.text)
    return spans


def read_corpus(paths: Iterable[Path]) -> Iterator[tuple[str, Blurb]]:
    """All blurbs of corpus files with their numbers; a file is `=== number` lines, each followed by a marked text."""
    for path in paths:
        parts = _HEAD.split(path.read_text(encoding="utf-8"))
        for number, marked in zip(parts[1::2], parts[2::2], strict=True):
            yield number, parse(marked.rstrip("\n"), f"{path.name}, {number}")
