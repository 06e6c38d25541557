"""Where the event is: room and building, without street and town."""

import re
from collections.abc import Sequence

from briefex.components.countries import country_names
from briefex.components.labels import alternatives
from briefex.records import Mention, Span

_LABELLED = re.compile(
    r"(?im)^(?:[^\w\n]|_){0,10}(?:venue|location|where|place|room|"
    + alternatives("venue")
    + r")(?:\s{0,3}[:：|–-]\s{0,5}|[ \t]{2,20}|\t)(?:the\s+)?(?=\S)([^\n]{3,200})"
)
_ONLINE = re.compile(
    r"\b(?:online|virtual(?:ly)?|zoom|teams|webex|webinar|youtube|livestream|via|by (?:tele)?phone|telephone|dial[- ]in|conference call)\b",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?:\b(?:held|hosted|taking place|takes? place|place|gather(?:ing)?|meet|convene|evening|reception|lecture|seminar"
    r"|workshop|conference|event|closed|opened|welcome|lunch|in person|pōwhiri|reception"
    r"|gathered)\s+(?:(?:on|this|next)\s+[\w ,]{3,40}?\s+)?(?:at|in)"
    r"|\b(?:brings?|brought|welcomes?|invites?)\s[^.]{3,60}\sto|\bvenue is|\bjoin us (?:\w+ ){0,4}at)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:rooms?|hall(?! of fame)|audit\w+|building|house|cent(?:re|er)|theatre|theater|hotel|h[oô]tel|library|museum"
    r"|mus[eé]\w?o?|campus|floor|level|tower|palace|palacio|palais|palazzo|schools?|universi\w+|institut\w*"
    r"|club|gallery|chamber|lounge|college|compound|block|embassy|sala|salle|saal|aula|amphi\w+|sal[oó]n|church|cathedral"
    r"|garden|pavilion|hub|academy|marae|landesvertretung|parque|teatro|centro"
    r"|biblioteca|casa|maison|haus|wing|suite|studio|ballroom|headquarters|cinema|facult\w+|fakult\w+|forum|observatory"
    r"|rektorat|atrium|annex|arena|stadium|society|chancellery|parliament|senate|court|complex|\dF)\b"
    r"|\w{3,}(?:haus|huis|saal|zaal|halle|gebäude|museo|huset|palota|zentrum)\b",
    re.IGNORECASE,
)
_INDOORS = re.compile(
    r"\b(?:rooms?|hall|floor|level|aula|bloque|block|building|sala|salle|auditorium|auditório|wing|suite|gallery|lecture"
    r"|ballroom|theatre|salón|saal|raum|stock)\b|\d(?:st|nd|rd|th)\b|\dF\b",
    re.IGNORECASE,
)
_STREET_WORD = re.compile(
    r"\b(?:street|st\.?|road|rd\.?|avenue|ave\.?|square|lane|boulevard|blvd|drive|way|parade|marg|quay|rue|via|calle|carrera"
    r"|avenida|av\.?|paseo|plaza|place de|quai|vul\.?|ul\.?|ulitsa|pereulok|ulica|trg|jalan|jl\.?)(?=[\s,.]|$)"
    r"|\w(?:straße|strasse|str\.|gasse|platz|gatan|gata|straat|laan|plein|katu|weg)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^\d{1,5}[a-zA-Z]?(?:[/–-]\d+)?\s+\w|\s\d{1,4}[a-zA-Z]?(?:[/–-]\d+)?$")
_SEPARATOR = re.compile(
    r"\s*[,;|•]\s+|\s+[/·–—]\s+|\s*[(\[+]|[)\]]|(?<=[a-z\dF)])\.\s+(?=[A-Z])|\.$|\s+(?:and|then)\s+(?=(?:on|via|online|live|zoom)\b)",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:GMT|UTC)\b|\d[:.h]\d\d|\b\d{1,2}\s?[ap]m\b|\b(?:19|20)\d\d\b", re.IGNORECASE)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\w*\b", re.IGNORECASE)
_KIND = re.compile(
    r"\b(?:seminar|lecture series|conference|symposium|workshop|talk|summit|dialogue|programme|program|project"
    r"|prize)\b(?! (?:room|hall|theatre))",
    re.IGNORECASE,
)
_OTHER_LABEL = re.compile(r"^[\W_]*\w[\w ]{2,20}:\s")
_CAPITALISED_WORDS = re.compile(r"(?:[ ][A-Z][a-z]+){1,2}(?![\w’'])")
_BY = re.compile(r"(?:presented|(?:co-?)?(?:hosted|organi[sz]ed)|convened|sponsored|supported)\s+by\b", re.IGNORECASE)
_SHORT_LINES = re.compile(r"(?<![,;:–—-])[ \t]*\n\s*(?=[A-Z\d])")  # a place told in lines of an address
MIN_SCORE = 0.2  # chosen on the development gold
MAX_PLACE_CHARS = 200
HEAD_CHARS, HEAD_LINES = 2000, 12
Place = tuple[int, int]


def venue_of(text: str, mentions: Sequence[Mention], spans: Sequence[Span]) -> str | None:
    """The venue as written: what a label names, what the names model found, or an organisation said to be the place."""
    labelled = _LABELLED.search(text)
    if labelled and not _ONLINE.match(labelled[1]):
        return _building(text, labelled.start(1), labelled.end(1))
    venues = sorted((s for s in spans if s.label == "VENUE"), key=lambda s: s.start)
    people = [m for m in mentions if m.label == "PERSON"]
    best = next(
        (s for s in venues if s.score > MIN_SCORE and not _is_street(re.split(r", ", s.text)[0]) and not _overlaps(s, people)), None
    )
    if best is not None:
        return _building(text, *_whole(text, best, mentions))
    in_head = _in_the_head(text, mentions)
    if in_head is not None:
        return in_head
    organisations = [m for m in mentions if m.label == "ORGANISATION"]
    for m in organisations:
        if _AT.search(text[max(0, m.start - 110) : m.start].rsplit(".", 1)[-1]):
            return _clean(text[m.start : _with_parent(text, m.end, organisations)])
    return None


def _overlaps(span: Span, mentions: Sequence[Mention]) -> bool:
    return any(m.start < span.end and span.start < m.end for m in mentions)


def _with_parent(text: str, end: int, organisations: Sequence[Mention]) -> int:
    """Where the place ends with the body it belongs to: "the X of the Y"."""
    return next((m.end for m in organisations if m.start >= end and re.fullmatch(r"\s(?:of|at)(?: the)?\s", text[end : m.start][:12])), end)


def _in_the_head(text: str, mentions: Sequence[Mention]) -> str | None:
    """A place on one of the first lines, beside a date or the town, where nobody is named."""
    lines = list(re.finditer(r"[^\n]*\S[^\n]*", text[:HEAD_CHARS]))[:HEAD_LINES]
    dated = [bool(_CLOCK.search(line[0]) or _MONTH.search(line[0])) for line in lines]
    for n in sorted(range(len(lines)), key=lambda n: not dated[n]):
        line = lines[n]
        if len(line[0]) > MAX_PLACE_CHARS or not any(dated[max(0, n - 1) : n + 2]) or _OTHER_LABEL.match(line[0]):
            continue
        if any(m.label == "PERSON" and line.start() <= m.start < line.end() for m in mentions):
            continue
        parts = _parts(text, *line.span())
        for start, end in parts[: len(parts) if n else 0]:
            words = text[start:end].strip()
            if (
                len(parts) > 1
                and _PLACE.search(words)
                and _may_be_place(words)
                and _is_capitalised(words)
                and not _is_street(words)
                and not _KIND.search(words)
            ):
                return _building(text, start, line.end())
    return None


def _whole(text: str, span: Span, mentions: Sequence[Mention]) -> Place:
    """The span with the building in front of it and the house behind it, on the same line."""
    over = [m for m in mentions if m.label == "ORGANISATION" and m.start < span.end and span.start < m.end]
    start, end = min([span.start, *(m.start for m in over)]), max([span.end, *(m.end for m in over)])
    goes_on = _CAPITALISED_WORDS.match(text, end)
    end = goes_on.end() if goes_on else end
    line_start = text.rfind("\n", 0, start) + 1
    for part in reversed(list(_parts(text, max(line_start, start - MAX_PLACE_CHARS), start))):
        words = text[part[0] : part[1]]
        named = any(m.label == "ORGANISATION" and m.start == part[0] and m.end >= part[1] for m in mentions)
        if not words.strip():
            continue
        if ((part[0] == line_start and "." not in words and _is_capitalised(words)) or named or _PLACE.search(words)) and _may_be_place(
            words
        ):
            start = part[0]
        else:
            break
    end = _with_parent(text, end, [m for m in mentions if m.label == "ORGANISATION"])
    following = re.match(r"[^\n]*,[ \t]*\n[^\n]*|[^\n]*", text[end : end + MAX_PLACE_CHARS])
    if following is None or not re.match(r"\s*[,(|–—·/]|\s*$", following[0]):
        return start, end
    return start, end + following.end()


def _is_capitalised(words: str) -> bool:
    return all(w[:1].isupper() for w in words.split() if len(w) > 3)


def _may_be_place(words: str) -> bool:
    return len(words) < 80 and not _BY.match(words) and _CLOCK.search(words) is None and words[:1].isupper() and len(words.split()) <= 9


def _building(text: str, start: int, end: int) -> str | None:
    """The parts of a line up to the street; what follows the last word for a place is the town."""
    kept: list[Place] = []
    for part in _parts(text, start, min(end, start + MAX_PLACE_CHARS)):
        words = text[part[0] : part[1]].strip()
        if not words:
            continue
        if (
            kept
            and (
                text[kept[-1][1] : kept[-1][1] + 1] == "."  # a sentence ends there
                or _is_street(words)
                or _CLOCK.search(words)
                or _ONLINE.search(words)
                or (words[:1].islower() and not _PLACE.search(words))
            )
        ):
            break
        kept.append(part)
    is_room = _INDOORS.search(text[kept[0][0] : kept[0][1]]) is not None if kept else False
    has_house = is_room and len(kept) > 2 and not any(country_names().fullmatch(text[start:end].strip()) for start, end in kept[2:])
    while (
        len(kept) > (2 if has_house else 1)
        and not _PLACE.search(text[kept[-1][0] : kept[-1][1]])
        and not text[kept[-1][0] : kept[-1][1]].startswith(("“", '"', "«"))
    ):
        kept.pop()
    return _clean(text[kept[0][0] : kept[-1][1]]) if kept else None


def _is_street(words: str) -> bool:
    if _INDOORS.search(words):
        return False
    return _STREET_WORD.search(words) is not None or (_NUMBERED.search(words) is not None and not _PLACE.search(words))


def _parts(text: str, start: int, end: int) -> list[Place]:
    parts: list[Place] = []
    position = start
    for match in _SEPARATOR.finditer(text, start, end):
        parts.append((position, match.start()))
        position = match.end()
    parts.append((position, end))
    return parts


def _clean(venue: str) -> str | None:
    venue = re.sub(r"^(?:hybrid|in[- ]person|on-?site)\s*[:,|–—-]\s*", "", venue, flags=re.IGNORECASE)
    venue = _SHORT_LINES.sub(", ", venue)
    venue += ")" if venue.count("(") > venue.count(")") else ""
    venue = re.sub(r"[’']s (?=(?:Sala|Room|Hall|Auditorium|Salle|Theatre)\b)", ", ", venue)
    return (
        re.sub(r"\s+", " ", re.sub(r"^(?:\w+ at |[Tt]he |in |at |[Bb]rown[- ][Bb]ag, )\s*", "", venue.strip())).strip(" .,;:*_|([+") or None
    )
