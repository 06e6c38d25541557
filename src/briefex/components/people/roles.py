"""What each person does at the event: chair, speaker, host, or only mentioned.

Evidence comes in three strengths: words that say it of this person ("moderated by", "(Chair)", "will speak"), headings
that govern lines ("Panellists"), and the mere form (a line or a biography of their own). The strongest decides; among
equals the order chair, speaker, host, mentioned.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefex.components.people import lexicon
from briefex.components.people.segments import Line, Statement
from briefex.components.people.tape import Item, gap_of
from briefex.records import Affiliation, Appearance, Role

SAID, GOVERNED, FORM = 3, 2, 1
# A sentence with more names is a list, and its verbs say nothing of one of them.
MAX_PEOPLE = 60

_CHAIR_WORD = r"(?:co-?)?(?:chair(?:person|man|woman|ed|s)?|moderat(?:or|ors|ion|ed|es)|facilitat(?:or|ors|ion|ed|es)|modera(?:dor|dora)?|presiding|convenor|interviewer|session lead)"
_SPEAKER_WORD = (
    r"(?:(?:keynote|guest|main|plenary|featured|key|lead|confirmed|our|invited|principal)\s+)*(?:speakers?|panell?ists?|panel(?:\s+(?:members?|discussion))?|presenters?|discussants?|respondents?|keynotes?|lecturers?|participants|contributors?|commentators?|interviewees?|"
    r"presentations?|readings?|talks?|witness(?:es)?|comments?|response|rapporteurs?|performers?|experts?|trainers?|lecture|tutors?|(?:chief |special )?guests?(?: of honou?r)?|con|with|instructors?|introducers?|closing(?:\s+(?:remarks|address|words?))?|vote of thanks|jury|judges|debaters?|speeches|report|facilitates)"
)
_HOST_WORD = (
    r"(?:words? of )?(?:welcome(?:\s+(?:remarks|address|and\s+introductions?|speech|notes?|words?))?|welcoming(?:\s+remarks)?|opening(?:\s+(?:remarks|address|session|words?|speech|statements?))?|introduct(?:ion|ions|ory)(?:\s+(?:remarks|words?|and\s+welcome))?|"
    r"intro|hosts?|hosted|greetings?|inauguration|kick-?off|congratulatory(?:\s+remarks|\s+address)?|inaugural (?:address|remarks)|master of ceremonies|mc|emcee)"
)
_LABELS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)) for role, words in (("chair", _CHAIR_WORD), ("host", _HOST_WORD), ("speaker", _SPEAKER_WORD))  # type: ignore[misc]
)
_BREAK_HEADING = re.compile(r"\b(?:about (?:the )?(?:event|series|host|organi[sz]ers?|project|programme|us|book|forum|community|institute|venue)|contact|registration|register|rsvp|organi[sz](?:ers?|ing)|background|venue|related|partners|supported|questions|further|getting|tickets|admission|abstract|overview|synopsis|notes?)\b", re.I)
_TIME = re.compile(r"^[\s(\[]*\d{1,2}(?:[:.h]?\d{2})?\s*(?:[ap]\.?m\.?|hrs?|h)?\s*(?:(?:[-–—]|to)\s*\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?|hrs?|h)?)?\s*[)\]:·|–—-]*\s*", re.I)
_MENTION_LEAD = re.compile(
    r"\b(?:led|founded|run|created|established|written|directed|headed|edited|launched|endowed|represented|assisted|succeeded|named after|owned|inspired|taught|supervised|followed|put together|organi[sz]ed|coordinated|convened) by\b|"
    r"\b(?:under|wife|husband|partner|spouse|son|daughter|brother|sister|mother|father|contact|ask for|rsvp|e-?mail|call|questions to|in memory of|in honou?r of|late|thanks to|replac\w+|instead of|in place of|on behalf of|successor to|student of|"
    r"biography of|administration|president|citing|according to|earlier lecturers|previous speakers|past speakers|accreditation|guests (?:were|included)|remember\w*|clerked for|travels with|accompanied by|calls? on|meetings? with|jury (?:consisted|was|is)|secretary)\b",
    re.I,
)
_LIST_LEAD = re.compile(r"\b(?:jury (?:consist|includ|compris)\w+|(?:earlier|previous|past|former) (?:lecturers|speakers|guests|editions)|guests (?:were|included)|travels? with|replacing|committee with|present were|in attendance|thanks go to)\b", re.I)
_FORWARD: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("chair", re.compile(r"\b(?:(?:co-?)?(?:chaired|moderated|facilitated|compered)|(?:discussion|panel|session|debate|conversation|q\s?&\s?a|workshop|talk|breakout|questions)\b[^.;]{0,30}\b(?:led|chaired|run|guided|steered|hosted|taken)|interviewed|questioned)\s+by\b|\bled by\b(?=[^.]{0,60}\))|\bas (?:the )?(?:chair|moderator)\b|\b(?:chairs?|moderators?|facilitators?|facilitates|modera)\s*(?:is|are|will be|was|[:–—/-])|\bin the chair\s*[:,]|\bthe chair,|\bour moderator,?", re.I)),
    ("host", re.compile(r"\b(?:introduced|hosted|welcomed|opened|presented to you|inaugurated)\s+(?:and \w+ )?by\b|\b(?:(?:opening|welcome|welcoming|introductory|inaugural) (?:remarks|address|words?|speech|note|statement)s?|introduction|welcome|words of welcome|kick-?off)\b[^.;:]{0,25}?(?:\bby\b|\bfrom\b|[:–—-])|\bhosting\b[^.;:]{0,25}:|\bgreetings from\b|\bhosts?\s*[:–—]|\byour host,?|\bwelcome by\b|\bwelcoming the audience,", re.I)),
    ("speaker", re.compile(r"\b(?:in (?:conversation|discussion|dialogue|debate) (?:with|between)|in conversation\s*[:–—]|(?:hear|hearing) from|joined (?:on stage )?by|(?:talk|talks|talking|lecture|lectures|presentation|presentations|keynote|keynotes|address|remarks|comments|contributions|report|reports|speech|speeches|responses?|reading|performance|closing word|closing words|interventions?|briefing|masterclass|seminar|webinar)\b[^.;:]{0,40}?\b(?:by|from|with)|given by|delivered by|presented by|(?:speakers?|panell?ists?|panel|presenters?|discussants?|respondents?|guests|experts|participants)\b[^.;:]{0,30}?(?:\binclud(?:e|es|ed|ing)\b|\bare\b|(?<!guests )\bwere\b|\bis\b|\bwill be\b|\bfeatur\w+|\bcomprises?\b|[:–—/])|confirmed(?: to attend| so far| speakers)?(?:\s+are|\s*:)|with experts|featuring|features|talks? (?:with|to)|speaks? (?:with|to)|to host|will host|welcomes?|brought together|brings together|with the participation of|together with|discussants?|panell?ists?|keynotes?|invites|interview(?:s)? with|conversation with|dialogue with|evening with|debate with|a talk by|closing remarks|respondents?|rapporteur|lecture:|speaker:|vote of thanks[:,]?|who will be there\?|(?:event|hackathon|course|tour|walk|screening|class|clinic|hearing|briefing|discussion|panel|debate|conversation|talk|session|roundtable|webinar|evening|workshop|seminar|chat|lecture|meeting)\b[^.;:]{0,60}?\bwith)\b", re.I)),
)
_BACKWARD: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("chair", re.compile(r"(?:\bwill\b|\bis to\b|\bwho\b)?\s*\b(?:(?:will )?(?:co-)?(?:moderates?|chairs(?=\s+(?:the|this|a|our|both|session|panel)\b(?!\s+(?:board|committee|department|council|commission|centre|center)))|(?<=will )chair|presides|facilitates?|moderated|facilitated)\b(?! of\b| and\b|,)(?: (?:the|a|this|our|both|and))?|in the\s+chair|as (?:chair|moderator)(?=\s*(?:[.;)]|$))|leads the (?:discussion|conversation|session)|puts your questions|will lead the (?:discussion|conversation))", re.I)),
    ("host", re.compile(r"\b(?:will (?:host|welcome|open|kick)|(?:will )?introduces? (?=(?:the (?:speakers?|lecturer|event|evening|panel|session|guests?|film|discussion)|[A-Z]))|hosts|welcomes|opens|opened the|welcomed|introduced the|presents the speakers|requests the (?:pleasure|honou?r)|delighted to host|gives the (?:welcome|opening)|recalled|in (?:his|her) welcome)\b", re.I)),
    ("speaker", re.compile(r"\b(?:will (?:\w+ )?(?:speak|present|discuss|share|talk|give|deliver|explain|explore|join|respond|say|read|focus|address|argue|offer|provide|describe|reflect|examine|comment|answer|show|take|be joined|bring|consider|draw|outline|look|ask|lead|cover|demonstrate|teach|tell|analy[sz]e|review|debate|launch|set out|participate|close|conclude|perform|meet|appear|be interviewed|be on|be speaking)|speaks?|presents?|presented|discuss(?:es)?|explains?|shares?|responds?|argue[sd]|spoke|said|answere?d|disagreed|told|lectures on|talks|reads|gives (?:a|the)|gave (?:a|the)|delivered|set out|compared|closed|closing|closes|announced|presented figures|asks|remarked|reported|has agreed to|(?:takes?|took) (?:the\s+floor|part)|on the panel|joins)\b", re.I)),
)


# Cheap tests before the patterns above: no match without one of these (they halve the time of this module).
_STEMS: dict[Role, tuple[str, ...]] = {
    "chair": ("chair", "moder", "facilit", "led by", "run by", "guided by", "steered by", "hosted by", "taken by", "compered", "interviewed", "questioned", "presid", "leads the", "lead the", "puts your"),
    "host": ("host", "welcom", "open", "introduc", "inaug", "greeting", "kick", "presented to you", "presents the", "requests the", "recalled"),
    "speaker": ("",),
}
_LABEL_STEMS: dict[Role, tuple[str, ...]] = {
    "chair": ("chair", "moder", "facilit", "presid", "conven", "interview", "lead"),
    "host": ("welcom", "open", "intro", "host", "greet", "inaug", "kick", "congrat", "ceremon", "mc", "emcee"),
    "speaker": ("",),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a role, with the words that give it."""

    role: Role
    strength: int
    start: int
    end: int
    rule: str


def find_roles(text: str, items: Sequence[Item], lines: Sequence[Line], statements: Sequence[Statement], rows: Sequence[Affiliation]) -> tuple[Appearance, ...]:
    """One row for every person, in order of appearance; whoever nothing speaks for is `mentioned`."""
    people = [item for item in items if item.kind == "P"]
    evidence: dict[str, list[Evidence]] = {person.name: [] for person in people}
    first = {person.name: person for person in reversed(people)}
    starts = [person.start for person in people]
    posts = frozenset(a.start for a, b in pairwise(items) if a.kind == "T" and b.kind in "OI" and gap_of(text, a.end, b.start) not in ("other", "semicolon"))
    governed = list(_governed(text, lines, starts, items))
    for line, heading in governed:
        inside = people[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        for person, found in _in_line(text, line, inside, heading, posts):
            evidence[person].append(found)
    for statement in statements:
        inside = people[bisect_left(starts, statement.start) : bisect_left(starts, statement.end)]
        for person, found in _in_sentence(text, statement, inside):
            evidence[person].append(found)
    seen: set[str] = set()
    aside: set[str] = set()
    for line, heading in governed:
        for person in people[bisect_left(starts, line.start) : bisect_left(starts, line.end)]:
            if person.name not in seen and heading is not None and heading[0] is None:
                aside.add(person.name)
            seen.add(person.name)
    begins = [s.start for s in statements]
    for row in rows:
        if row.person in aside:
            continue
        if row.person in evidence and not _in_passing(text, first[row.person], begins):
            evidence[row.person].append(Evidence("speaker", FORM, row.start, row.end, "has_post"))
    for statement in statements:
        inside = people[bisect_left(starts, statement.start) : bisect_left(starts, statement.end)]
        for person in _listed_too(text, statement, inside, evidence):
            evidence[person.name].append(Evidence("speaker", FORM, person.start, person.end, "in_list"))
    return tuple(_decide(name, found, first[name]) for name, found in sorted(evidence.items(), key=lambda pair: first[pair[0]].start))


def _listed_too(text: str, statement: Statement, people: Sequence[Item], evidence: dict[str, list[Evidence]]) -> Iterator[Item]:
    """Names that stand bare in a list whose other names have entries of their own."""
    if len(people) < 3:
        return
    known = sum(any(e.role == "speaker" for e in evidence[person.name]) for person in people)
    if known * 2 < len(people):
        return
    for person in people:
        before, after = text[max(statement.start, person.start - 12) : person.start], text[person.end : person.end + 5]
        if " " in person.name and re.search(r"(?:[;,:]|\band|&)\s*(?:[A-Z][\w.]*\s+){0,2}$", before) and re.match(r"\s*(?:[;,.(]|and\b|of\b|$)", after):
            yield person


def _decide(name: str, found: Sequence[Evidence], person: Item) -> Appearance:
    strong = [e for e in found if e.strength >= GOVERNED]
    if not strong:
        form = next((e for e in found if e.role == "speaker"), None)
        return Appearance(name, "speaker" if form else "mentioned", form.start if form else person.start, form.end if form else person.end, form.rule if form else "only_named")
    rank: dict[Role, int] = {"chair": 0, "speaker": 1, "host": 2, "mentioned": 3}
    chairs = [e for e in strong if e.role == "chair"]
    best = min(chairs or strong, key=lambda e: (-e.strength, rank[e.role]))
    return Appearance(name, best.role, min(best.start, best.end), max(best.start, best.end), best.rule)


def _names_post(items: Sequence[Item], starts: Sequence[int], line: Line) -> bool:
    inside = items[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
    return any(item.kind == "T" and " " in item.name for item in inside)


def _governed(text: str, lines: Sequence[Line], starts: Sequence[int], items: Sequence[Item]) -> Iterator[tuple[Line, tuple[Role | None, Line] | None]]:
    """Every line with the heading that governs it."""
    heading: tuple[Role | None, Line] | None = None
    item_starts = [item.start for item in items]
    for line in lines:
        has_person = bisect_left(starts, line.start) < bisect_left(starts, line.end)
        if not has_person and line.end - line.start <= 120 and not _names_post(items, item_starts, line):
            role = _heading_role(text, line)
            timed = _TIME.match(text[line.start : line.end])
            if role is False and timed and re.search(r"\d[:.h]\d\d|[ap]\.?m\b|^\d{4}\s", timed[0], re.I):
                role = "speaker"  # a new item of the agenda
            generic = role == "speaker" and not timed and heading is not None and heading[0] == "host" and len(text[line.start : line.end].split()) > 4
            if role is not False and not generic:
                heading = (role, line)  # type: ignore[assignment]
        yield line, heading


def _heading_role(text: str, line: Line) -> Role | None | bool:
    """The role a heading gives its lines, None where it gives none, False where the line is no heading."""
    whole = text[line.start : line.end]
    words = _TIME.sub("", whole)
    timed = len(words) < len(whole) or re.search(r"\d[:.]\d\d\s*(?:[ap]m)?[^\d]{0,8}\d{0,2}[:.]?\d{0,2}\s*(?:[ap]m)?[^)]{0,6}\)?$", words) is not None
    words = words.strip(" :*#_=.–—-·|")
    if not words or (words[-1] in "?!" and len(words) > 60):
        return False
    if line.bullet and not text[line.start : line.end].rstrip().endswith(":"):
        return False
    short = len(words.split()) <= 9
    broken = _BREAK_HEADING.search(words)
    if broken and broken.start() <= 12 and short and not re.search(r"speaker|panel|presenter", words, re.I):
        return None
    ends = text[line.start : line.end].rstrip().endswith(":")
    if ends and short and re.search(r"\bguests\b", words, re.I):
        return "speaker"
    low = words.casefold()
    for role, pattern in _LABELS:
        match = pattern.search(words) if any(stem in low for stem in _LABEL_STEMS[role]) else None
        if match and (len(words.split()) <= 4 or ends or (match.start() == 0 and (short or ":" in words)) or (short and timed)):
            return role
    return False


def _in_line(text: str, line: Line, people: Sequence[Item], heading: tuple[Role | None, Line] | None, posts: frozenset[int]) -> Iterator[tuple[str, Evidence]]:
    if not people:
        return
    lead = text[line.start : people[0].start]
    label = _label(lead)
    bare = _TIME.sub("", lead).strip()
    timed = len(bare) < len(lead.strip()) and line.end - line.start < 420
    listed = (len(bare) <= 40 or line.bullet and bare[-1:] in (":", "–", "—", "-")) and line.end - line.start < 420
    for position, person in enumerate(people):
        end = people[position + 1].start if position + 1 < len(people) else line.end
        after = _after_name(text, person.end, min(end, line.end, person.end + 200), posts)
        if after:
            yield person.name, Evidence(after, SAID, person.start, end, "after_name")
        if position:
            label = _label(text[people[position - 1].end : person.start].rsplit(",", 1)[-1].rsplit(";", 1)[-1]) or (label if _list_goes_on(text[people[position - 1].end : person.start], label) else None)
        if label:
            yield person.name, Evidence(label, SAID, line.start, person.end, "label")
        elif heading and heading[0] and listed and (position == 0 or _same_list(text, people[0].end, person.start)):
            yield person.name, Evidence(heading[0], GOVERNED, heading[1].start, person.end, "heading")
        if timed and " " in person.name and not label:
            yield person.name, Evidence("speaker", FORM, person.start, person.end, "in_agenda")
        if listed and position == 0 and not _MENTION_LEAD.search(lead) and (line.bullet or not heading or heading[0] is not None) and (
            ((" " in person.name or person.end + 2 >= line.end or "\n" in text[person.end : person.end + 2]) and (line.bullet or _opens_line(lead))) or label is not None
        ):
            yield person.name, Evidence("speaker", FORM, person.start, person.end, "own_line")


def _opens_line(lead: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’-]*", _TIME.sub("", lead))
    return all(w.rstrip(".").casefold() in lexicon.HONORIFICS or w.casefold() in lexicon.HONORIFICS for w in words)


def _label(lead: str) -> Role | None:
    """The role a label directly before a name gives: "Chair:", "09:00 Welcome –"."""
    words = _TIME.sub("", lead)[-100:]
    match = re.search(r"([^:–—|/.;()]{2,60}?)\s*(?:[:–—|/]|\s-\s|\s{2,}|\bby\b|\bfrom\b|\n|,)\s*(?:(?:[^\W\d_][\w.'’-]*\.?)\s+){0,5}$", words)
    if not match:
        match = re.fullmatch(r"\W*((?:co-)?(?:moderators?|chairs?|chairperson|discussants?|keynote|hosts?|speakers?|facilitators?))\s+(?:[^\W\d_][\w.]*\.\s+){0,3}", words, re.I)
    if not match:
        return None
    for role, pattern in _LABELS:
        found = pattern.search(match[1])
        if found and (len(match[1].split()) <= 5):
            return role
    return None


def _list_goes_on(between: str, label: Role | None) -> bool:
    if label is None or len(between) > 60:
        return False
    words = {w.casefold().rstrip(".") for w in re.findall(r"[^\W_][\w.]*", between)} - lexicon.HONORIFICS - {"and", "with"}
    return label is not None and not words and not (label == "chair" and "\n" in between)


def _same_list(text: str, start: int, end: int) -> bool:
    return end - start < 200 and "." not in text[start:end]


def _after_name(text: str, start: int, end: int, posts: frozenset[int]) -> Role | None:
    """A role in brackets, after a comma or a dash directly behind the name or at the end of its entry."""
    rest = text[start:end]
    match = re.match(r"[^\w(\n]{0,3}[\s,]*[(\[,–—-]\s*(?:as |the |our )?([A-Za-z -]{4,24}?)\s*(?:[)\],;–—-]|$|\n)", rest)
    tail = re.search(r"[(–—-]\s*(?:as |the |our )?([A-Za-z-]{4,20})\s*[)\].;]*\s*$", rest.split("\n")[0])
    for found in (match, tail, re.search(r"\(\s*([A-Za-z-]{4,20})\s*\)", rest)):
        if found and start + found.start(1) not in posts:
            for role, pattern in _LABELS:
                if pattern.fullmatch(found[1].strip()) and found[1].strip().casefold() not in ("talk", "panel", "report", "response", "lecture"):
                    return role
    return None


def _in_sentence(text: str, statement: Statement, people: Sequence[Item]) -> Iterator[tuple[str, Evidence]]:
    """Cues of a sentence: "moderated by" speaks of who follows, "will discuss" of who stands before."""
    if not people or len(people) > MAX_PEOPLE:
        return
    cues = _cues(text, statement)
    for index, person in enumerate(people):
        lead = max((c for c in cues if c[2] and c[1] <= person.start), key=lambda c: (c[1], -c[0]), default=None)
        if lead and _reaches(text, lead, people, index):
            yield person.name, Evidence(lead[3], SAID, lead[0], person.end, "said_before")
            continue
        tail = next((c for c in cues if not c[2] and c[0] >= person.end), None)
        if tail and (index == 0 or _subject_list(text, people[0].start, person.start)) and tail[0] - person.end < 260 and not (index + 1 < len(people) and not _subject_list(text, person.start, people[index + 1].start) and people[index + 1].start < tail[0]):
            if not _MENTION_LEAD.search(text[max(statement.start, person.start - 30) : person.start]):
                yield person.name, Evidence(tail[3], SAID, person.start, tail[1], "said_after")


def _cues(text: str, statement: Statement) -> list[tuple[int, int, bool, Role]]:
    found: list[tuple[int, int, bool, Role]] = []
    low = text[statement.start : statement.end].casefold()
    for forward, table in ((True, _FORWARD), (False, _BACKWARD)):
        for role, pattern in table:
            if any(stem in low for stem in _STEMS[role]):
                found.extend((m.start(), m.end(), forward, role) for m in pattern.finditer(text, statement.start, statement.end) if m.end() > m.start())
    return sorted(found, key=lambda cue: (cue[0], -cue[1]))


def _reaches(text: str, cue: tuple[int, int, bool, Role], people: Sequence[Item], index: int) -> bool:
    """Whether a cue before a name still speaks of it: the next name always, later ones in the same list."""
    between = text[cue[1] : people[index].start]
    before = [p for p in people[:index] if p.start >= cue[1]]
    if cue[3] == "speaker":
        weak = text[cue[0] : cue[1]].casefold() in ("with", "join", "joins", "joining", "features", "welcomes", "welcome", "together with")
        return len(between) < (60 if weak and not before else 600) and not re.search(r"\b(?:moderated|chaired|hosted|led|founded|organi[sz]ed|supported|contact|rsvp)\b|[.!?]\s+[A-Z]\w{3}", between, re.I)
    if len(between) > 130 or re.search(r"\b(?:will|is|was|are|has|have|and also)\b|[.!?]\s", between):
        return False
    if not before:
        return True
    gap = text[before[-1].end : people[index].start]
    return len(before) < 3 and re.fullmatch(r"\s*,?\s*(?:and|&)\s+(?:[^\W\d_][\w.]*\s+){0,2}", gap) is not None


def _subject_list(text: str, start: int, end: int) -> bool:
    if end - start > 500:
        return False
    return not re.search(r"[.;]|\b(?:with|by|under|of the late|wife)\b", text[start:end]) or " and " in text[start:end]


def _in_passing(text: str, person: Item, begins: Sequence[int]) -> bool:
    index = bisect_right(begins, person.start) - 1
    begin = begins[index] if index >= 0 else 0
    return _MENTION_LEAD.search(text[max(begin, person.start - 60) : person.start]) is not None or _LIST_LEAD.search(text[max(begin, person.start - 260) : person.start]) is not None
