"""The event's title: the line above the announcement that reads as one, else a title in quotes that is called the event's."""

import re
from collections.abc import Sequence

from briefex.components.events.when import EventDate
from briefex.records import Mention

MAX_TITLE_CHARS = 180
HEAD_LINES = 6  # a title stands among the first lines, below dates, places and names of hosts
_TYPES = (
    r"webinar|lecture|public lecture|seminar|book launch|launch|film screening|screening|conference(?: call)?|side[- ]event|round[- ]?table|workshop|panel(?: discussion)?|talk|debate|"
    r"(?:high-level |lunch |working |evening )*(?:debate|lunch|breakfast|dinner|meeting|seminar|discussion|dialogue|roundtable)|discussion|symposium|colloquium|forum|hearing|public hearing|"
    r"conversation|briefing|event|online event|invitation|save the date|title|topic|theme|subject|press release|media advisory|report|summary|symposium|masterclass|training|summer school|"
    r"brown[- ]bag(?: seminar)?|call for (?:papers|participants|applications)|open call|announcement|new|update|reminder|podcast|fireside chat|in conversation"
)
_KICKER = re.compile(rf"^[\[(]?(?:{_TYPES})[\])]?\s*(?:[:|/·•–—-]+\s*|\]\s*)(?=\S)", re.IGNORECASE)
_MARKUP = re.compile(r"<[^>\n]{1,40}>|&(?:[a-z]+|#\d+);|\*\*|__|^#+\s*|\[|\](?:\([^)]*\))?", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:date|when|where|venue|time|location|place|speakers?|hosts?|hosted by|moderator|chair|organi[sz]|programme|program|agenda|join us|please|dear|we |you are|register|free\b|admission"
    r"|the [^:]{3,60} (?:is|are|will|invites?)\b|(?:an? )?invitation$|save the date$|events?$|news|newsletter|press release|media advisory|for immediate release|home\b|menu\b|announcement$"
    r"|upcoming|for information|contact|tel\b|participants|list of|day \d|this (?:event|month|week)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|has|have|invites?|hosts?|hosted|takes?|took|welcomed|gathered|brings?|brought|convened|marks?|held|met|received?|receives|opens?|presents?|put|announces?)\b"
)
_QUOTED = re.compile(
    r"\b(?:event|webinar|seminar|lecture|talk|panel|discussion|conference|workshop|roundtable|symposium|conversation|debate|launch|session|forum|briefing|meeting|evening|colloquium)"
    r"(?:\s+\w+){0,4}?(?:\s+(?:on|entitled|titled|called|under the (?:title|theme)(?: of)?))?[\s:,–—-]+[\"“‘«']\s?([^\"”»\n]{8,180}?)\s?[\"”’»'](?!\w)",
    re.IGNORECASE,
)
_LINE_QUOTED = re.compile(r"[\"“«]\s?([^\"”»\n]{8,170})\s?[\"”»]|(?<!\w)[‘']([^\"”»\n]{12,170})[’'](?!\w)")
_EDGE = "#*_=>~ \t\u00a0"


def title_of(text: str, dates: Sequence[EventDate], mentions: Sequence[Mention] = ()) -> str | None:
    """The title as written, without marks of emphasis and without a word for the kind of event before it; None where the
    text has none.
    """
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\r\n]+", text) if m[0].strip(_EDGE)]
    if len(lines) > 1:
        for start, line in lines[:HEAD_LINES]:
            title = _clean(line)
            if _is_title(title) and not _is_other(start, line, dates, mentions):
                return title
            if _reads_as_sentence(title):
                break
    quoted = _QUOTED.search(text)
    return quoted[1].strip().rstrip(",.") if quoted else None


def _clean(line: str) -> str:
    plain = re.sub(r"\s+", " ", _MARKUP.sub(" ", line)).strip(_EDGE)
    quoted = _LINE_QUOTED.search(plain)
    if quoted and len(quoted[0]) > len(plain) * 0.45:
        return (quoted[1] or quoted[2]).strip().rstrip(",")
    return _KICKER.sub("", plain).strip(_EDGE + '“”"«»')


def _is_title(line: str) -> bool:
    words = line.split()
    if not 8 <= len(line) <= MAX_TITLE_CHARS or _NO_TITLE.match(line) or len(words) < 2:
        return False
    if line.endswith((".", ";", ",")) and not line.endswith("..."):
        return False
    return not _reads_as_sentence(line)


def _reads_as_sentence(line: str) -> bool:
    words = line.split()
    capitals = sum(w[:1].isupper() or w[:1].isdigit() for w in words)
    return (
        len(words) > 9
        and capitals < len(words) * 0.6
        and _VERB.search(line) is not None
        and "?" not in line
        and ":" not in line[: len(line) // 2]
    )


def _is_other(start: int, line: str, dates: Sequence[EventDate], mentions: Sequence[Mention]) -> bool:
    """Whether a line only tells when, where or who."""
    end = start + len(line)
    letters = sum(c.isalnum() for c in line)
    if any(start <= d.start < end and d.start - start < 4 for d in dates):
        return True
    named = sum(sum(c.isalnum() for c in m.text) for m in mentions if start <= m.start < end and m.label in ("ORGANISATION", "PERSON"))
    dated = sum(d.end - d.start for d in dates if start <= d.start < end)
    return named + dated > letters * 0.6
