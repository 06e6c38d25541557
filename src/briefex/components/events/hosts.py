"""Who hosts the event, and who are partners: constructions around the names of organisations, initiatives and people."""

import re
from collections.abc import Iterator, Sequence

from briefex.records import Mention

_EVENT = r"(?:event|webinar|seminar|lecture|talk|panel|discussion|conference|workshop|roundtable|symposium|conversation|debate|launch|session|forum|briefing|summit|meeting|series|programme|evening|training|hearing|dialogue)"
_HOST_BEFORE = re.compile(
    r"(?:\b(?:co-?)?(?:hosted|organi[sz]ed|convened|presented|arranged|staged)(?:\s+\w+ly)?\s+(?:\w+\s+){0,2}?by|\binvitation (?:of|from)|\b(?:hosts?|organi[sz]ers?|convenors?|conveners?|presented by)\s*:"
    r"|\bjoin (?:us (?:at|with) )?|\bbrought to you by|\bat the invitation of)\s*(?:the\s+|our\s+|its\s+|by\s+)?$",
    re.IGNORECASE,
)
_HOST_AFTER = re.compile(
    r"^(?:\s*\([^)]{1,20}\))?,?\s*(?:(?:is|are|was|were)\s+(?:\w+\s+){0,2}?(?:to\s+)?(?:invite|host|hosting|present|announce|welcome|organi[sz]ing|convening|holding|hold|inviting)|(?:cordially |warmly |kindly )?invites?|will (?:be )?(?:hosting|host|hold|convene|organi[sz]e|welcome)"
    r"|hosts?|presents|convenes?|receives?|offers?|opens?|gathers?|brings?(?: together)?|gathered|brought together|celebrates?|holds?|organi[sz]es|hosted (?:a|an|the)|organi[sz]ed (?:a|an|the|its)|convened|welcomes you|requests the pleasure|(?:is|was) (?:delighted|pleased|proud|honou?red|happy) to|held (?:a|an|its|the))\b",
    re.IGNORECASE,
)
_PARTNER_BEFORE = re.compile(
    r"(?:\b(?:in\s+)?(?:partnership|collaboration|cooperation|co-operation|association|conjunction)\s+with|\btogether with|\bjointly with|\b(?:co-?(?:hosted|organi[sz]ed|sponsored)|supported|sponsored|funded|backed)\s+(?:\w+\s+)?(?:by|with)"
    r"|\bwith (?:the )?(?:(?:kind|generous|financial) )?support (?:of|from)|\b(?:partners?|sponsors?|supporters?|in partnership)\s*:|\bpartnering with|\bwith funding from)\s*(?:the\s+|our\s+|its\s+)?$",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"(?:\s*\([^)\n]{1,20}\))?\s*(?:,|;|/|&|\||and|as well as|\n[-•*]?)?\s*(?:and\s+)?(?:the\s+)?(?:\()?")
_PLACE = re.compile(
    r"^\W*(?:venue|where|location|place|at|in|room|address)\b|\b(?:room|hall|floor|auditorium|street|avenue)\b", re.IGNORECASE
)
_REACH = 90
_HEAD_LINES = 5


def hosts_and_partners(text: str, mentions: Sequence[Mention]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of hosts and of partners, in the order of the text; a partner is no host. Where no words say who hosts, the
    organisations of the head do: those that stand above the text by themselves.
    """
    names = [m for m in mentions if m.label != "DATE"]
    partners = dict.fromkeys(_partners(text, names))
    hosts = dict.fromkeys(name for name in _hosts(text, names) if name not in partners)
    if not hosts:
        hosts = dict.fromkeys(name for name in _in_the_head(text, names) if name not in partners)
    return tuple(hosts), tuple(partners)


def _hosts(text: str, names: Sequence[Mention]) -> Iterator[str]:
    for i, m in enumerate(names):
        if m.label == "PERSON":
            continue
        if _HOST_BEFORE.search(text[max(0, m.start - _REACH) : m.start]):
            yield from _listed(text, names, i)
        elif _HOST_AFTER.match(text[m.end : m.end + _REACH]) and _begins_sentence(text, names, i):
            k = i
            while (
                k > 0
                and names[k - 1].label != "PERSON"
                and re.fullmatch(r"(?:\s*\()?\s*(?:,|&|and)?\s*(?:the\s+)?", text[names[k - 1].end : names[k].start])
            ):
                k -= 1
            yield from dict.fromkeys(n.entity for n in names[k : i + 1])


def _in_the_head(text: str, names: Sequence[Mention]) -> Iterator[str]:
    """Organisations on lines above the text that hold little else: no person, no sentence, no word for a place."""
    for line in list(re.finditer(r"[^\r\n]*\S[^\r\n]*", text))[:_HEAD_LINES]:
        inside = [m for m in names if line.start() <= m.start < line.end()]
        letters = sum(c.isalpha() for c in line[0])
        named = sum(sum(c.isalpha() for c in m.text) for m in inside if m.label == "ORGANISATION")
        if any(m.label == "PERSON" for m in inside) or line[0].rstrip().endswith(".") or _PLACE.search(line[0]):
            continue
        if letters and named > letters * 0.55:
            yield from (m.entity for m in inside if m.label == "ORGANISATION")


def _partners(text: str, names: Sequence[Mention]) -> Iterator[str]:
    for i, m in enumerate(names):
        if m.label != "PERSON" and _PARTNER_BEFORE.search(text[max(0, m.start - _REACH) : m.start]) and _is_about_event(text, m):
            yield from _listed(text, names, i)


def _is_about_event(text: str, m: Mention) -> bool:
    """Whether the sentence speaks of the event, not of somebody's project."""
    sentence = re.split(r"[.!?]\s|\n", text[max(0, m.start - 200) : m.start])[-1]
    return (
        m.start < 500
        or re.search(rf"\b{_EVENT}\b|\bpartners?\b|\bjoin\b|\bheld\b", sentence, re.IGNORECASE) is not None
        or len(sentence) < 60
    )


def _begins_sentence(text: str, names: Sequence[Mention], i: int) -> bool:
    """Whether the name is the subject: nothing but other names and small words stand before it in its sentence."""
    before = re.split(r"[.!?:]\s|\n", text[max(0, names[i].start - 160) : names[i].start])[-1]
    for m in names[:i]:
        before = before.replace(m.text, "")
    return len(re.findall(r"\w+", before)) <= 4


def _listed(text: str, names: Sequence[Mention], i: int) -> Iterator[str]:
    """The entities of the enumeration that begins with name `i`."""
    yield names[i].entity
    for before, after in zip(names[i:], names[i + 1 :], strict=False):
        gap = text[before.end : after.start]
        if after.label == "PERSON" or len(gap) > 30 or not _LIST_GAP.fullmatch(gap) or "\n\n" in gap:
            return
        yield after.entity
