"""Whether a post is held or was held, and since when: from the words around it in the same clause."""

import re
from collections.abc import Iterable
from typing import Any

from briefex.records import Status

_FORMER = re.compile(
    r"\b(?:former(?:ly)?|ex|previous(?:ly)?|past|anciennement|erstwhile|one-time|onetime|retired|prior to"
    r"|before (?:that|this|joining|becoming|taking|coming|moving|his|her|their|entering|the)|before\s+20\d\d|earlier|"
    r"until|till|served|was|were|had been|had|worked|held|spent|began|started|joining from|left|has served|has held|has worked"
    r"|have served|has previously|lately|after (?:leaving|serving|working|\w+ years)|the last|outgoing|during (?:his|her|their)"
    r"|came from|"
    r"in (?:his|her|their) (?:previous|earlier|past)|once|afterwards?|later|positions? (?:included|have included)|did|then|ran"
    r"|headed|directed|clerked|taught|seconded|retd?|stint|veteran|in past work|moved from|has also served"
    r"|has been (?:a|an|the)\b|prior)\b|\bex-",
    re.IGNORECASE,
)
_CURRENT = re.compile(
    r"\b(?:is|are|current(?:ly)?|now|present(?:ly)?|serves|serving|works|working|holds|holding|today|since|has been (?:with|at)"
    r"|leads|directs|heads|runs|acts|teaches|moved (?:up|to)|joined|joining|appointed|became|named|incumbent|inaugural|"
    r"remains|continues|sits|chairs|incoming|concurrently|manages|represents|advises|took over|elected|been with|supports"
    r"|coming to|came here|wears|combines|doubles)\b",
    re.IGNORECASE,
)
_AFTER_FORMER = re.compile(
    r"[\s,(\[]*(?:until|till|up to|from\s+[^.;()]{0,30}?\b(?:to|until|till|through|–|-)\s|between\s+[^.;()]{3,30}\band\b"
    r"|\(?\s*(?:19|20)\d\d\s*[-–—/]\s*(?:(?:19|20)?\d\d)\b(?!\s*[-–]\s*present)|\(?\(?ret(?:d|ired|['’]d)?\b\.?\)?"
    r"|for \w+ years\b)",
    re.IGNORECASE,
)
_AFTER_CURRENT = re.compile(r"[\s,(\[]*(?:since\b|(?:19|20)\d\d\s*[-–—]\s*(?:present|now|today|$|\)))", re.IGNORECASE)
_SINCE = re.compile(
    r"(?:\bsince|\bfrom|\bappointed (?:in|on)|\bjoined .{0,60}\b(?:in|on)|\bsince the|\bin|\bon)\s+(?:early |late |mid-?)?$", re.IGNORECASE
)
_UNTIL = re.compile(r"(?:\buntil|\btill|\bup to|\bto|\bthrough)\s+(?:early |late |the end of )?$", re.IGNORECASE)


_AFTER: tuple[tuple[re.Pattern[str], Status], ...] = ((_AFTER_FORMER, "former"), (_AFTER_CURRENT, "current"))


def _of_the_next(after: str, end: int, followed: bool) -> bool:
    """Whether a cue behind a comma speaks of the post that comes next: ", until 2019 head of …"."""
    return followed and after.lstrip()[:1] in (",", ";") and not re.search(r"[,;.)]", after[end:].rstrip(" ,;("))


def status_of(before: str, after: str, inherited: Status, *, followed: bool = False) -> Status:
    """The status that the last cue before a post gives it, else the inherited one; a closed range after it makes it former."""
    for pattern, status in _AFTER:
        match = pattern.match(after)
        if match and not _of_the_next(after, match.end(), followed):
            return status
    return last_cue(before) or inherited


def last_cue(words: str) -> Status | None:
    """What the last status word of a stretch says, None where there is none."""
    former, current = _last(_FORMER, words), _last(_CURRENT, words)
    if former < 0 and current < 0:
        return None
    if former > current:
        return "former"
    return "current"


def _last(pattern: re.Pattern[str], words: str) -> int:
    found = -1
    for match in pattern.finditer(words):
        found = match.start()
    return found


def span_of_dates(text: str, start: int, end: int, dates: Iterable[Any], status: Status) -> tuple[str | None, str | None]:
    """Since and until from the dates of a clause: a range gives both, "since 2021" and "until 2020" one."""
    for date in dates:
        value: str = date.value.iso if hasattr(date.value, "iso") else str(date.value)
        lead = text[max(start, date.start - 60) : date.start]
        if "/" in value and status == "former":
            since, _, until = value.partition("/")
            return since, (until if until != ".." else None)
        if _UNTIL.search(lead):
            return None, value.split("/", maxsplit=1)[0]
        if _SINCE.search(lead) or value.endswith("/.."):
            return value.split("/", maxsplit=1)[0], None
    return None, None
