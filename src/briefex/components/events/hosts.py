"""Who hosts the event, and who are partners: constructions around the names of organisations, initiatives and people."""

import re
from collections.abc import Iterator, Sequence

from briefex.components.labels import alternatives
from briefex.identity import fits
from briefex.records import Mention

_EVENT = (
    r"(?:event|webinar|seminar|lecture|talk|panel|discussion|conference|workshop|roundtable|symposium|conversation|debate|launch"
    r"|session|forum|briefing|summit|meeting|series|programme|evening|training|hearing|dialogue|course|school|hackathon|festival"
    r"|tour|concert)"
)
_HOST_BEFORE = re.compile(
    r"(?:\b(?:co-?)?(?:hosted|organi[sz]ed|convened|convoked|presented|arranged|staged|put on"
    r"|run)(?:\s+\w+ly)?\s+(?:(?!with\b)\w+\s+){0,2}?(?:by|since \d{4} by)|\binvitation (?:of|from)"
    r"|\b(?:hosts?|organi[sz]ers?|organi[sz]ing institutions?|convenors?|conveners?|presented by|"
    + alternatives("organised by")
    + r")\s*:|\bhosts are|\bon behalf of(?=\s(?:the\s|our\s)?$)"
    r"|\b(?:a|this) joint (?:event|evening|seminar|webinar|conference|workshop|initiative|lecture|panel|meeting) (?:of|by|between)"
    r"|\bbrought to you by|\bjoin us (?:at|with) )\s*(?:the\s+|our\s+|its\s+|by\s+)?(?:[A-Z][a-z]+-(?:based|seated)\s+)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\bjoin (?:the\s+|our\s+)?$", re.IGNORECASE)
_JOINED_FOR = re.compile(
    r"(?:[’']s?\b[^.\n]{0,60})?(?:\s*\([^)]{1,20}\))?,?\s+(?!by\b)(?:[a-z]|&)"
)  # "join the Institute on", not "join the community."
_HOST_VERB = (
    r"(?:(?:has|have) the (?:pleasure|hono[u]?r|privilege) (?:of (?:inviting|hosting|welcoming|announcing)|to)\b"
    r"|(?:is|are|was|were|has|have)\s+(?:the hono[u]?r |\w+\s+){0,2}?(?:to\s+)?(?:invite|host|hosting|present|announce|welcome"
    r"|organi[sz]ing|organi[sz]ed|convening|holding|hold|inviting)"
    r"|(?:cordially |warmly |kindly )?invites?|will (?:be )?(?:hosting|host|hold|conduct|stage|run|deliver|hear|convene"
    r"|organi[sz]e|welcome|present|launch|mark|open|gather|examine|explore|look at|bring together)"
    r"|to (?:host|hold|convene|launch|brief (?:journalists|the press|reporters|media))"
    r"|(?:co-?)?hosts?|presents?|convenes?|receives?|(?-i:offers?)|opens?|gathers?|brings? together"
    r"|brings?\s[^.;\n]{3,80}\sto(?=\s[A-Z])|gathered|brought together"
    r"|celebrates?|holds?|organi[sz]es?|hosted (?:a|an|the)|organi[sz]ed (?:a|an|the|its)|convened|welcomes you"
    r"|requests? the pleasure|reminds? you|(?:is|are|was|were) (?:delighted|pleased|proud|honou?red|happy|glad) to|held (?:a|an|its|the)"
    r"|announces? (?:a|an|its|the)|continues? (?:its|their)|share the bill)\b"
)
_HOST_AFTER = re.compile(
    rf"^(?:\s*\([^)]{{1,20}}\))?(?:\s(?:of|in|at)\s(?-i:(?:the\s)?[A-Z][\w-]+(?:\s[A-Z][\w-]+)?))?(?:,\s(?:with|at|in"
    rf"|(?P<together>together with))\s[^.;\n]{{3,160}},)?,?\s+{_HOST_VERB}",
    re.IGNORECASE,
)
_WILL_HOLD = re.compile(
    rf"(?:\s*\([^)]{{1,20}}\))?\s+(?:will (?:hold|host|convene|organi[sz]e)|is (?:holding|hosting|convening|organi[sz]ing))"
    rf"\s(?:the|its)\s(?:[\w-]+\s){{0,3}}?{_EVENT}\b",
    re.IGNORECASE,
)
_INVITING = re.compile(rf"(?:\s*\([^)]{{1,20}}\))?,\s+{_HOST_VERB}", re.IGNORECASE)
_TOGETHER = re.compile(r",\s+together with\s+(?:the\s+)?$", re.IGNORECASE)
_PARTNER_BEFORE = re.compile(
    r"(?:\b(?:in\s+)?(?:partnership|collaboration|cooperation|co-operation|association|conjunction)\s+(?:with|of)"
    r"|\btogether with|\b(?:convened |organi[sz]ed |held )?jointly with"
    r"|\b(?:co-?)?(?:hosted|organi[sz]ed|convened|run|presented)\s+with|\bknowledge partner|\bour partners? (?:at|from|in)\b"
    r"|\b(?:(?:media |knowledge |local |main |event )?partners?|co-?organi[sz]ers?"
    r"|in (?:partnership|cooperation|collaboration) with)\s*(?::|\n)|\bpartnering with)\s*(?:the\s+|our\s+|its\s+)?$",
    re.IGNORECASE,
)
_PARTNER_STEMS = ("with", "partner", "organi", "cooperat", "collabor", "associat", "conjunct", "co-operat")  # one is in each match
_SUPPORTER_BEFORE = re.compile(
    r"(?:\b(?:supported|financed|co-?financed|funded|co-?funded|sponsored|co-?sponsored|made possible|enabled)\s+by\s*:?"
    r"|\bsupport (?:comes|came|is provided|provided) (?:from|by)"
    r"|\bwith\s+(?:(?:the|a|kind|generous|financial|friendly|additional)\s+){0,3}"
    r"(?:support|sponsorship|assistance|backing|funding|cooperation|grants?|help|contributions?)\s+(?:of|from|by)\s*:?"
    r"|^\W*(?:[^\W\d_]+ ?/ ?)?(?:(?:(?:gold|silver|main|institutional|financial|kind|additional)\s+)?(?:support(?:ed by|ers?)?"
    r"|(?:co-)?sponsors?)"
    r"|funders?|funded by)\s*(?::|\n))\s*(?:the\s+|our\s+|its\s+)?\Z",
    re.IGNORECASE | re.MULTILINE,
)
_SUPPORT_HEADING = re.compile(
    r"(?:^\W*|[.!?]\s+)(?:(?:with )?(?:thanks|thank you|gratitude) to )?(?:(?:our|the)\s+)?(?:(?:gold|silver|main|institutional"
    r"|financial|event)\s+)?(?:(?:co-?)?sponsors?|supporters?|funders?|support|partners so far)\s*(?::|\n)\s*(?:the\s+)?\Z",
    re.IGNORECASE | re.MULTILINE,
)
_SUPPORT_STEMS = (
    "support",
    "financ",
    "fund",
    "sponsor",
    "made possible",
    "enabled",
    "partners so far",
    "assist",
    "backing",
    "cooperation",
    "grant",
    "help",
    "contribut",
)
_SUPPORT_LABEL = re.compile(
    rf"^\W*(?:{alternatives('supported by')})\s*:?\s*(?:l[’']|l[aeo]s?\s+|el\s+|de[rsmn]\s+|die\s+)?\Z", re.IGNORECASE | re.MULTILINE
)
_OF_THE_EVENT = re.compile(
    rf"^\W*(?:the|this|our|a)\s+(?:[\w-]+\s+){{0,3}}?{_EVENT}\b"
    rf"|\b(?:organi[sz]e[sd]?|hosts?|hosted|convene[sd]?|runs|held|put on|offered|invites?|run by)\b"
    rf"|^\W*(?:[^\W\d_]+ ?/ ?)?(?:(?:gold|silver|main|institutional|financial|kind|additional)\s+)?"
    rf"(?:support|(?:co-?)?sponsor|fund|with the)"
    rf"|^\W*it\s(?:is|was)\b|[•·|/]\s*(?:with the (?:kind )?support of|(?:supported|sponsored|funded) by)\s*:?\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER_SUBJECT = re.compile(
    r"\b(?:project|programme|program|book|volume|database|catalogue|exhibition|study|research|report|cent(?:re|er)|house"
    r"|translation|film|initiative|fund|platform)\b",
    re.IGNORECASE,
)
# "is part of Budget for Europe, a series supported by", "organised within the project, co-funded by"
_OF_ANOTHER = re.compile(
    r"\b(?:project|programme|program|study|initiative|book|series)\b[^.,;:]{0,25},?\s+(?:which is "
    r"|that is )?(?:co-?)?(?:financed|funded|supported|sponsored)\s+by"
    r"(?:\s+(?:the|our|its))?\s*$|\bpart of [^.;]{3,80}, (?:co-?)?(?:financed|funded|supported|sponsored)\s+by(?:\s+(?:the|our|its))?\s*$",
    re.IGNORECASE,
)
_BESIDE_HEAD = re.compile(r"\s+[–—|·:-]+\s|\s*$|\s*\(")
_TITLE_OF = re.compile(r"\s[–—|·-]\s+(?:[\w ]{0,30}\b(?:of|at|by)\s+)?(?:the\s+)?$")
_LIST_GAP = re.compile(
    r"\)?(?:\s*\([^)\n]{1,20}\))?\s*(?:,|;|/|&|\||·|\+|\(|\bx\b|\band\b|\bas well as\b|\n[-•*]?)?\s*(?:and\s+|of\s+"
    r"|by\s+){0,2}(?:the\s+)?(?:[A-Z]?[\w-]+\s(?:office|branch|bureau|chapter) of\s+(?:the\s+)?"
    r"|[A-Z][\w-]+-(?:based|seated)\s+|(?:our|its|their)\s(?:friends|partners|colleagues|neighbours)\s(?:at|from|in|of)\s+(?:the\s+)?)?"
)
_OWN_LINE_GAP = re.compile(r"[ \t]*\n[ \t]*|[ \t]{2,}")
_OWNER_GAP = re.compile(r"[’']s?\s+")
_PARENT_GAP = re.compile(r"\)?,?\s+(?:of|at)\s+(?:the\s+)?")
_WITH_GAP = re.compile(r"\)?,?\s+(?:together\s+)?with\s+(?:the\s+)?")
_PLACE = re.compile(
    rf"^\W*(?:(?:{alternatives('venue')})\s*:|(?:venue|where|location|place|at|in|room|address)\b)"
    rf"|\b(?:room|hall|floor|auditorium|street|avenue)\b",
    re.IGNORECASE,
)
_SPEAKERS = re.compile(r"^\W*(?:speakers?|moderator|chair|panel|with)\b", re.IGNORECASE)
_WHEN_FIRST = re.compile(r"^\W*(?:on|in|from|this|next)\s[^,]{3,60},\s+", re.IGNORECASE)
_OWN_EVENT = re.compile(
    r"[’']s?\s+(?:[\w-]+\s+){0,2}?(?:lecture|seminar|webinar|conference|workshop|symposium|panel|colloquium)\s+(?:will|is|takes)\b"
)
_WHEN_BEFORE = re.compile(
    r"\W*(?:on|in|for|at|after|during|to mark|ahead of|as part of|within|under|following|before) (?:(?:the|our|its|this)\b"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)|\W*(?:(?:next|this|coming)\s)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_DESK = re.compile(
    r"(?:Events?|Press|Media|Communications?|Outreach|Conference|Registration|Membership) (?:Team|Office|Desk|Unit|Services?)",
    re.IGNORECASE,
)
_SENDER = re.compile(r"^[>\s]*From:\s*\Z", re.MULTILINE)
_ADDRESS = re.compile(r"\s*<[^>\s]+@")
_IN_PASSING = re.compile(r"\b(?:of|at|during|under|within|in|on|for)\s+(?:the\s+)?\Z", re.IGNORECASE)
MAX_HEAD_LINE_CHARS = 160
SHORT_LEAD = 4  # words before the subject of a sentence
MAX_LISTED = 30  # names of one enumeration
_REACH = 90
_CLAUSE = 300  # characters behind a subject in which its verb is looked for
_HEAD_LINES, _HEAD_CHARS = 5, 3000
_LONGEST_HEAD = 10  # lines, as far as no paragraph begins
_PARAGRAPH = 140  # characters of a line that belongs to one


def hosts_and_partners(text: str, mentions: Sequence[Mention]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of hosts and of partners, in the order of the text; a partner is no host. Where no words say who hosts, the
    organisations of the head do: those that stand above the text by themselves.
    """
    names = [m for m in mentions if m.label != "DATE"]
    partners = dict.fromkeys(_partners(text, names))
    hosts: dict[str, None] = {}
    for find in (_hosts, _in_the_head, _at_a_line_of_the_head, _senders):
        hosts = hosts or dict.fromkeys(name for name in find(text, names) if name not in partners and not _DESK.fullmatch(name))
    return tuple(hosts), tuple(partners)


def _hosts(text: str, names: Sequence[Mention]) -> Iterator[str]:
    for i, m in enumerate(names):
        if m.label == "PERSON":
            continue
        before = text[max(0, m.start - _REACH) : m.start]
        after = _HOST_AFTER.match(text[m.end : m.end + _CLAUSE])
        if _HOST_BEFORE.search(before) or (_JOINED.search(before) and _JOINED_FOR.match(text, m.end)):
            yield from (names[n].entity for n in _listed(text, names, i))
        elif _OWN_EVENT.match(text, m.end) and _begins_sentence(text, names, i):
            yield m.entity
        elif after and not _is_owner(text, names, i):
            listed = _listed_back(text, names, i)
            while (
                len(listed) > 1
                and names[listed[0]].label == "INITIATIVE"
                and _IN_PASSING.search(text[max(0, names[listed[0]].start - 20) : names[listed[0]].start])
            ):
                listed = listed[1:]
            if _begins_sentence(text, names, listed[0]) or (m.start < _HEAD_CHARS and _WILL_HOLD.match(text, m.end)):
                yield from (names[n].entity for n in listed)
                if after["together"]:
                    yield from _together(text, names, i, m.end + after.end("together"))


def _together(text: str, names: Sequence[Mention], i: int, start: int) -> Iterator[str]:
    """Those with whom the subject hosts: "A, together with [B and C], invites"."""
    first = next((n for n in range(i + 1, min(len(names), i + MAX_LISTED)) if names[n].start >= start), None)
    if first is not None:
        yield from (names[n].entity for n in _listed(text, names, first))


def _senders(text: str, names: Sequence[Mention]) -> Iterator[str]:
    """The organisation that sends: "From: Harbour Library <news@library.example>"."""
    for m in names:
        if m.label == "ORGANISATION" and _SENDER.search(text[max(0, m.start - _REACH) : m.start]) and _ADDRESS.match(text, m.end):
            yield m.entity


def _is_owner(text: str, names: Sequence[Mention], i: int) -> bool:
    return i + 1 < len(names) and _OWNER_GAP.fullmatch(text[names[i].end : names[i + 1].start][:5]) is not None


def _in_the_head(text: str, names: Sequence[Mention]) -> Iterator[str]:
    """Organisations on lines above the text that hold little else: no person, no sentence, no word for a place."""
    for n, line in enumerate([m for m in re.finditer(r"[^\r\n]+", text[:_HEAD_CHARS]) if m[0].strip()][:_LONGEST_HEAD]):
        if n >= _HEAD_LINES and len(line[0]) > _PARAGRAPH:
            return
        inside = [m for m in names if line.start() <= m.start < line.end()]
        letters = sum(c.isalpha() for c in line[0])
        named = sum(sum(c.isalpha() for c in m.text) for m in inside if m.label == "ORGANISATION")
        if any(m.label == "PERSON" for m in inside):
            return
        if _SPEAKERS.match(line[0]):
            return
        if line[0].rstrip().endswith(".") or _PLACE.search(line[0]):
            continue
        if letters and named > letters * 0.55:
            yield from (m.entity for m in inside if m.label == "ORGANISATION")
            continue
        for m in inside if n < _HEAD_LINES else ():
            before = text[line.start() : m.start]
            if m.label == "ORGANISATION" and (
                (not before.strip(" #*_>") and _BESIDE_HEAD.match(text, m.end, line.end())) or _TITLE_OF.search(before)
            ):
                yield m.entity


def _at_a_line_of_the_head(text: str, names: Sequence[Mention]) -> Iterator[str]:
    """The first organisation that begins a line above the text: who names the room is at home there."""
    lines = [line for line in re.finditer(r"[^\r\n]+", text[:_HEAD_CHARS]) if line[0].strip()][:_HEAD_LINES]
    for line in lines:
        inside = [m for m in names if line.start() <= m.start < line.end()]
        if any(m.label == "PERSON" for m in inside) or len(line[0]) > MAX_HEAD_LINE_CHARS:
            return
        first = next((m for m in inside if m.label == "ORGANISATION"), None)
        if first is not None and not any(c.isalnum() for c in text[line.start() : first.start]):
            yield first.entity
            return


def _partners(text: str, names: Sequence[Mention]) -> Iterator[str]:
    for i, m in enumerate(names):
        if m.label == "PERSON":
            continue
        before = text[max(0, m.start - _REACH) : m.start]
        low = before.casefold()
        if _TOGETHER.search(before) and _invites(text, names, i):
            continue
        is_partner = any(stem in low for stem in _PARTNER_STEMS) and _PARTNER_BEFORE.search(before)
        is_supporter = any(stem in low for stem in _SUPPORT_STEMS)
        if (is_partner and (_is_about_event(text, m) or _invites(text, names, i))) or (
            _SUPPORT_LABEL.search(before)
            or (is_supporter and _SUPPORT_HEADING.search(before))
            or (is_supporter and _SUPPORTER_BEFORE.search(before) and _is_support_of_event(text, m))
        ):
            yield from (names[n].entity for n in _listed(text, names, i))
        elif _HOST_BEFORE.search(before):
            last = _listed(text, names, i)[-1]
            if last + 1 < len(names) and _WITH_GAP.fullmatch(text[names[last].end : names[last + 1].start][:30]):
                yield from (names[n].entity for n in _listed(text, names, last + 1))


def _invites(text: str, names: Sequence[Mention], i: int) -> bool:
    """Whether a verb of hosting follows the enumeration that begins with name `i`: "…, together with B and C, invites"."""
    return _INVITING.match(text[names[_listed(text, names, i)[-1]].end :][:_REACH]) is not None


def _is_about_event(text: str, m: Mention) -> bool:
    """Whether the sentence speaks of the event, not of somebody's project."""
    sentence = re.split(r"[.!?]\s|\n", text[max(0, m.start - 200) : m.start])[-1]
    return (
        m.start < 500
        or re.search(
            rf"\b{_EVENT}\b|\bpartners?\b|\bjoin\b|\bheld\b|\b(?:co-?)?hosted\b|\b(?:organi[sz]|conven)ed\b", sentence, re.IGNORECASE
        )
        is not None
        or len(sentence) < 60
    )


def _is_support_of_event(text: str, m: Mention) -> bool:
    """Whether who supports stands behind the event, not behind a project or book that the text tells of."""
    sentence = re.split(r"[.!?]\s|\n\n", text[max(0, m.start - 300) : m.start])[-1]
    if _OF_ANOTHER.search(sentence):
        return False
    return _OF_THE_EVENT.search(sentence) is not None or (
        re.search(rf"\b{_EVENT}\b", sentence, re.IGNORECASE) is not None and _OTHER_SUBJECT.search(sentence[-90:]) is None
    )


def _begins_sentence(text: str, names: Sequence[Mention], i: int) -> bool:
    """Whether the name is the subject: nothing but other names and small words stand before it in its sentence."""
    before = re.split(r"[.!?:]\s|\n|,\s(?:which|that)\s", text[max(0, names[i].start - 160) : names[i].start])[-1]
    before = _WHEN_FIRST.sub("", before)
    for m in names[max(0, i - MAX_LISTED) : i]:
        before = before.replace(m.text, "")
    words = len(re.findall(r"[^\W\d]+", before))
    return words <= SHORT_LEAD or (words <= 2 * SHORT_LEAD and _WHEN_BEFORE.match(before) is not None)


def _listed(text: str, names: Sequence[Mention], i: int) -> list[int]:
    """The places of the names of the enumeration that begins with name `i`; of "A's B" only B counts."""
    listed = [i]
    for n in range(i + 1, min(len(names), i + MAX_LISTED)):
        gap = text[names[n - 1].end : names[n].start]
        if names[n].label == "PERSON" or len(gap) > 45 or "\n\n" in gap:
            break
        if _OWNER_GAP.fullmatch(gap):
            listed[-1] = n
        elif _is_short_form(text, names[n - 1], names[n]):
            continue
        elif (gap.strip() or _OWN_LINE_GAP.fullmatch(gap)) and _LIST_GAP.fullmatch(gap):
            listed.append(n)
        else:
            break
    return listed


def _is_short_form(text: str, long: Mention, short: Mention) -> bool:
    """Whether a name only repeats the one before it: "the Centre for … (Cedefop)", "the Institute of Tides, IT"."""
    gap = text[long.end : short.start]
    if gap.strip() == "(" and text[short.end : short.end + 1] == ")":
        return " " not in short.text or fits(short.text, long.text)
    return gap.strip() == "," and fits(short.text, long.text)


def _listed_back(text: str, names: Sequence[Mention], i: int) -> list[int]:
    """The places of the names of the enumeration that ends with name `i`."""
    first = i
    while first > max(0, i - MAX_LISTED) and names[first - 1].label != "PERSON" and names[first].start - names[first - 1].end <= 45:
        gap = text[names[first - 1].end : names[first].start]
        if "\n\n" in gap or not (_OWNER_GAP.fullmatch(gap) or (gap.strip() and _LIST_GAP.fullmatch(gap)) or _PARENT_GAP.fullmatch(gap)):
            break
        first -= 1
    listed = _listed(text, names, first)
    while listed[-1] < i:  # "A of P and B": P is where A belongs
        nxt = listed[-1] + 2 if listed[-1] + 2 <= i else i
        listed += _listed(text, names, nxt)
    return [n for n in listed if n <= i and (n == first or not _PARENT_GAP.fullmatch(text[names[n - 1].end : names[n].start]))]
