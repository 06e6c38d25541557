"""Roles from the form of lines: headings that govern them, labels before a name, a bracket behind it."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefex.components.people import lexicon, role_words
from briefex.components.people.evidence import FORM, GOVERNED, SAID, Evidence
from briefex.components.people.segments import Line
from briefex.components.people.tape import Item
from briefex.records import Role

# The role that a heading gives its lines, None where it leads away from the event, and the heading itself.
Heading = tuple[Role | None, Line]


# Characters before a name that leave it the head of its line: words of courtesy; directly below a heading also a post.
MAX_BARE, MAX_POST = 40, 110
_SAYING = re.compile(r"[\"“«]|\b(?:is|are|was|were|can|by|with|and)\b")
_ALONE_BELOW = re.compile(r"[ \t]*\n[ \t]*([^\W\d_][\w -]{3,20})[ \t]*\n[ \t]*\n")
# In the middle of a line the word for the chair needs no colon: "… Panel 1 Who Pays? Moderator Otieno".
_CHAIR_INSIDE = re.compile(
    r"(?:^|[\s,;.\"”])(?:(?:co-)?(?:moderators?|moderation|mod[ée]ration|facilitators?)|(?<=\s\s)chair)\s+(?:[^\W\d_][\w.]*\.\s+){0,3}\Z",
    re.IGNORECASE,
)


def _names_post(items: Sequence[Item], starts: Sequence[int], line: Line) -> bool:
    inside = items[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
    return any(item.kind == "T" and " " in item.name for item in inside)


def governed(text: str, lines: Sequence[Line], starts: Sequence[int], items: Sequence[Item]) -> Iterator[tuple[Line, Heading | None]]:
    """Every line with the heading that governs it; "Moderator" governs one person, then the heading before goes on."""
    heading: Heading | None = None
    before: Heading | None = None
    item_starts = [item.start for item in items]
    for line in lines:
        has_person = bisect_left(starts, line.start) < bisect_left(starts, line.end)
        if not has_person and line.end - line.start <= 120 and not _names_post(items, item_starts, line):
            role = _heading_role(text, line)
            timed = role_words.TIME.match(text[line.start : line.end])
            if role is False and timed and re.search(r"\d[:.h]\d\d|[ap]\.?m\b|^\d{4}\s", timed[0], re.I):
                role = "speaker"  # a new item of the agenda
            generic = (
                role == "speaker"
                and not timed
                and heading is not None
                and heading[0] == "host"
                and len(text[line.start : line.end].split()) > 4
            )
            if role is not False and not generic:
                before = None if _for_one(text, heading) else heading
                heading = (role, line)  # type: ignore[assignment]
        yield line, heading
        if has_person and _for_one(text, heading):
            heading = before


def _for_one(text: str, heading: Heading | None) -> bool:
    return heading is not None and role_words.ONE.fullmatch(text, heading[1].start, heading[1].end) is not None


def _heading_role(text: str, line: Line) -> Role | bool | None:
    """The role a heading gives its lines, None where it gives none, False where the line is no heading."""
    whole = text[line.start : line.end]
    if role_words.CLOSING.match(whole):
        return None
    words = role_words.TIME.sub("", whole)
    timed = (
        len(words) < len(whole)
        or re.search(r"\(\d+ ?min", words) is not None
        or re.search(r"\d[:.]\d\d\s*(?:[ap]m)?[^\d]{0,8}\d{0,2}[:.]?\d{0,2}\s*(?:[ap]m)?[^)]{0,6}\)?$", words) is not None
    )
    words = words.strip(" :*#_=.–—-·|")
    if not words or (words[-1] in "?!" and len(words) > 60) or words[0] in '"“«':
        return False
    if line.bullet and not text[line.start : line.end].rstrip().endswith(":"):
        return False
    short = len(words.split()) <= 9
    broken = role_words.BREAK_HEADING.search(words)
    if broken and broken.start() <= 12 and short and not re.search(r"speaker|panel|presenter", words, re.I):
        return None
    ends = text[line.start : line.end].rstrip().endswith(":")
    if ends and short and re.search(r"\bguests\b", words, re.I):
        return "speaker"
    low = words.casefold()
    if low in role_words.foreign():
        return role_words.foreign()[low]
    for role, pattern in role_words.LABELS:
        match = pattern.search(words) if any(stem in low for stem in role_words.LABEL_STEMS[role]) else None
        if match and words[match.end() :].strip().casefold() == "by":
            return role  # "Opening remarks by" above the names
        if match and re.match(r"\s+by\b", words[match.end() :]):
            return "speaker" if timed else False  # "panel facilitated by …": the name was not recognised
        if match and (len(words.split()) <= 4 or ends or (match.start() == 0 and (short or ":" in words)) or (short and timed)):
            return role
    return False


def in_line(
    text: str, line: Line, people: Sequence[Item], heading: Heading | None, posts: frozenset[int]
) -> Iterator[tuple[str, Evidence]]:
    if not people:
        return
    lead = text[line.start : people[0].start]
    label = _label(lead)
    bare = role_words.TIME.sub("", lead).strip()
    timed = len(bare) < len(lead.strip()) and line.end - line.start < 420
    is_below = heading is not None and not text[heading[1].end : line.start].strip() and _SAYING.search(bare) is None
    listed = (
        len(bare) <= (MAX_POST if is_below else MAX_BARE) or (line.bullet and bare[-1:] in (":", "–", "—", "-"))
    ) and line.end - line.start < 420
    for position, person in enumerate(people):
        end = people[position + 1].start if position + 1 < len(people) else line.end
        after = _after_name(text, person.end, min(end, line.end, person.end + 200), posts)
        if after:
            yield person.name, Evidence(after, SAID, person.start, end, "after_name")
        if below := _chair_below(text, line, person):
            yield person.name, Evidence("chair", SAID, person.start, below, "below_name")
        if position:
            label = _label(text[people[position - 1].end : person.start].rsplit(",", 1)[-1].rsplit(";", 1)[-1]) or (
                label if _list_goes_on(text[people[position - 1].end : person.start], label) else None
            )
        if label:
            yield person.name, Evidence(label, SAID, line.start, person.end, "label")
        elif (
            heading
            and heading[0]
            and listed
            and not role_words.MENTION_LEAD.search(lead)
            and (position == 0 or _same_list(text, people[0].end, person.start))
        ):
            yield person.name, Evidence(heading[0], GOVERNED, heading[1].start, person.end, "heading")
        if timed and " " in person.name and not label:
            yield person.name, Evidence("speaker", FORM, person.start, person.end, "in_agenda")
        if (
            listed
            and position == 0
            and not role_words.MENTION_LEAD.search(lead)
            and (line.bullet or not heading or heading[0] is not None)
            and (
                (
                    (" " in person.name or person.end + 2 >= line.end or "\n" in text[person.end : person.end + 2])
                    and (line.bullet or _opens_line(lead))
                )
                or label is not None
            )
        ):
            yield person.name, Evidence("speaker", FORM, person.start, person.end, "own_line")


def _opens_line(lead: str) -> bool:
    words = re.findall(r"[^\W\d_][\w.'’-]*", role_words.TIME.sub("", lead))
    return all(w.rstrip(".").casefold() in lexicon.HONORIFICS or w.casefold() in lexicon.HONORIFICS for w in words)


def _label(lead: str) -> Role | None:
    """The role a label directly before a name gives: "Chair:", "09:00 Welcome –"."""
    words = role_words.TIME.sub("", lead)[-100:]
    match = re.search(
        r"([^:–—|/.;()]{2,60}?)\.?\s*(?:[:;–—|/=]|\s-\s|\s{2,}|\bby\b|\bfrom\b|\n|,)\s*(?:(?:[^\W\d_][\w.'’-]*\.?)\s+){0,5}$", words
    )
    if not match:
        match = re.fullmatch(
            r"\W*((?:co-)?(?:moderators?|chairs?|chairperson|discussants?|keynote|hosts?|speakers?"
            r"|facilitators?))\s+(?:[^\W\d_][\w.]*\.\s+){0,3}",
            words,
            re.I,
        )
    if not match:
        return "chair" if _CHAIR_INSIDE.search(words) else None
    foreign = role_words.foreign().get(match[1].strip(" \n*#_•-").casefold())
    if foreign is not None:
        return foreign
    for role, pattern in role_words.LABELS:
        found = pattern.search(match[1])
        if found and (len(match[1].split()) <= 5):
            return role
    return "chair" if _CHAIR_INSIDE.search(words) else None


def _list_goes_on(between: str, label: Role | None) -> bool:
    if label is None or len(between) > 60 or between.startswith((".", "!", "?")):
        return False
    between = re.sub(r"^\s*\([^()]{2,60}\)", "", between)  # "Welcome: Okafor (EI) and Ng"
    words = {w.casefold().rstrip(".") for w in re.findall(r"[^\W_][\w.]*", between)} - lexicon.HONORIFICS - {"and", "with"}
    is_joined = re.search(r",|&|\band\b|\+|/", between) is not None
    return not words and not (label == "chair" and ("\n" in between or ";" in between or not is_joined))


def _same_list(text: str, start: int, end: int) -> bool:
    return end - start < 200 and "." not in text[start:end]


def _chair_below(text: str, line: Line, person: Item) -> int:
    """Where the word for the chair ends that stands alone below the name of a card, before an empty line; 0 if it does not."""
    label = _ALONE_BELOW.match(text, person.end) if line.blank_before and not text[line.start : person.start].strip() else None
    return label.end(1) if label and role_words.ONE.fullmatch(label[1]) else 0


def _after_name(text: str, start: int, end: int, posts: frozenset[int]) -> Role | None:
    """A role in brackets, after a comma or a dash directly behind the name or at the end of its entry."""
    rest = text[start:end]
    match = re.match(r"[^\w(\n]{0,3}[\s,]*[(\[,–—-]\s*(?:as |the |our )?([A-Za-z -]{4,24}?)\s*(?:[)\],;–—-]|$|\n)", rest)
    tail = re.search(
        r"(?:[(\[–—]|(?<=\s)-)\s*(?:as |the |our )?([A-Za-z-]{4,20})(?:\s*[,/&+]\s*[A-Za-z -]{3,20})?\s*[)\].;]*\s*$", rest.split("\n")[0]
    )
    cell = re.search(r"\|\s*([A-Za-z][A-Za-z -]{3,23}?)\s*\|?\s*$", rest.split("\n")[0])
    for found in (match, tail, cell, re.search(r"\(\s*([A-Za-z][A-Za-z -]{3,23})\s*\)", rest)):
        if found and start + found.start(1) not in posts:
            for role, pattern in role_words.LABELS:
                if pattern.fullmatch(found[1].strip()) and found[1].strip().casefold() not in (
                    "talk",
                    "panel",
                    "report",
                    "response",
                    "lecture",
                ):
                    return role
    return None
