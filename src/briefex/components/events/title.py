"""The event's title: the first line where it reads as one, else a title in quotes that is called the event's."""

import re
from collections.abc import Sequence

from briefex.components.events.when import EventDate

MAX_TITLE_CHARS = 180
_LABEL = re.compile(r"^(?:title|event|topic|theme|subject)\s*[:–-]\s*", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"^(?:date|when|where|venue|time|location|speakers?|hosts?|moderator|chair|organis|organiz|programme|agenda|join us|please|dear|we |you are|the [^:]{3,60} (?:is|are|will|invites?)\b"
    r"|invitation$|save the date$|event$|events$|news|press release|media advisory|for immediate release|home\b|menu\b|announcement$|upcoming)",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|will|has|have|invites?|hosts?|hosted|takes?|took|welcomed|gathered|brings?|brought|convened|marks?|held)\b"
)
_QUOTED = re.compile(
    r"\b(?:event|webinar|seminar|lecture|talk|panel|discussion|conference|workshop|roundtable|symposium|conversation|debate|launch|session|forum|briefing)"
    r"(?:\s+\w+){0,4}?(?:\s+(?:on|entitled|titled|called|under the (?:title|theme)(?: of)?))?[\s:,]+[\"“‘']([^\"”’\n]{8,180})[\"”’']",
    re.IGNORECASE,
)
_MARKS = "#*_= \t\u00a0"


def title_of(text: str, dates: Sequence[EventDate]) -> str | None:
    """The title as written, without marks of emphasis; None where the text has none."""
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\r\n]+", text) if m[0].strip(_MARKS)]
    if len(lines) > 1:
        for start, line in lines[:3]:
            title = _LABEL.sub("", line.strip(_MARKS)).strip(_MARKS)
            if _is_title(title) and not any(d.start - start < 4 and d.start >= start for d in dates):
                return title
            if not _is_label_line(title, start, line, dates):
                break
    quoted = _QUOTED.search(text)
    return quoted[1].strip().rstrip(",.") if quoted else None


def _is_title(line: str) -> bool:
    if not 8 <= len(line) <= MAX_TITLE_CHARS or _NO_TITLE.match(line):
        return False
    if line.endswith((".", ";", ",")) and not line.endswith("..."):
        return False
    words = line.split()
    if len(words) < 2:
        return False
    capitals = sum(w[:1].isupper() or w[:1].isdigit() for w in words)
    return not (_VERB.search(line) and capitals < len(words) / 2 and ":" not in line and "?" not in line and len(words) > 12)


def _is_label_line(line: str, start: int, raw: str, dates: Sequence[EventDate]) -> bool:
    """Whether a line above the title is only a kicker or a date, so that the next line may be the title."""
    dated = any(start <= d.start < start + len(raw) for d in dates)
    return dated or (len(line.split()) < 4 and not line.endswith("."))
