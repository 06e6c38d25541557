"""Where the event is: room and building, without street and town."""

import re
from collections.abc import Sequence

from briefex.records import Mention, Span

_LABELLED = re.compile(r"(?im)^[\W_]*(?:venue|location|where|place)\s*[:|–-]\s*(?:the\s+)?([^\n]{3,160})")
_ONLINE = re.compile(r"\b(?:online|virtual|zoom|teams|webex|webinar|youtube|livestream)\b", re.IGNORECASE)
_AT = re.compile(
    r"(?:\b(?:held|hosted|taking place|takes? place|place|gather(?:ing)?|meet|convene|evening|reception|lecture|seminar|workshop|conference|event)\s+(?:(?:on|this|next)\s+[\w ,]{3,40}?\s+)?(?:at|in)"
    r"|\b(?:brings?|brought|welcomes?|invites?)\s[^.]{3,60}\sto|\bvenue is|\bjoin us (?:\w+ ){0,4}at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"^\s*(?:\d+[a-z]?[\s,-]+)?[\w.’' -]*\b(?:street|st\.?|road|rd\.?|avenue|ave\.?|square|lane|boulevard|blvd|drive|place|rue|straße|strasse|platz|via|calle|plaza|quai)\b|^\s*\d|^\s*[A-Z]{1,2}\d",
    re.IGNORECASE,
)


def venue_of(text: str, mentions: Sequence[Mention], spans: Sequence[Span]) -> str | None:
    """The venue as written: what a label names, what the names model found, or an organisation said to be the place."""
    venues = [s for s in spans if s.label == "VENUE"]
    labelled = _LABELLED.search(text)
    if labelled and not _ONLINE.search(labelled[1]):
        inside = [s for s in venues if labelled.start(1) <= s.start < labelled.end(1)]
        named = [m for m in mentions if m.label == "ORGANISATION" and labelled.start(1) <= m.start < labelled.end(1)]
        if inside or named:
            places = sorted([(x.start, x.end) for x in inside] + [(m.start, m.end) for m in named])
            return _clean(text[places[0][0] : places[-1][1]])
        return _without_street(labelled[1])
    if venues:
        best = max(venues, key=lambda s: (s.score > 0.5, -s.start))
        return _clean(text[best.start : _end_of_place(text, best.end, venues, mentions)])
    for m in mentions:
        if m.label == "ORGANISATION" and _AT.search(text[max(0, m.start - 110) : m.start].rsplit(".", 1)[-1]):
            return _clean(m.text)
    return None


def _end_of_place(text: str, end: int, venues: Sequence[Span], mentions: Sequence[Mention]) -> int:
    """Where the place ends: parts that follow on the same line after a comma belong to it."""
    parts = sorted([(s.start, s.end) for s in venues] + [(m.start, m.end) for m in mentions if m.label == "ORGANISATION"])
    for start, after in parts:
        if start >= end and re.fullmatch(r"[ \u00a0]?(?:,|of(?: the)?|at(?: the)?|in(?: the)?)[ \u00a0]", text[end:start]):
            end = after
    return end


def _without_street(line: str) -> str | None:
    kept: list[str] = []
    for part in re.split(r"\s*[,;|]\s*", line):
        if kept and _STREET.match(part):
            break
        kept.append(part)
    return _clean(", ".join(kept[:2]))


def _clean(venue: str) -> str | None:
    return re.sub(r"\s+", " ", venue).strip(" .,;:*_|") or None
