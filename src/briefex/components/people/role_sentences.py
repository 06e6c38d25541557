"""Roles from sentences: "moderated by" speaks of who follows, "will discuss" of who stands before."""

import re
from collections.abc import Iterator, Sequence

from briefex.components.people import lexicon, role_words
from briefex.components.people.evidence import SAID, Evidence
from briefex.components.people.segments import Statement
from briefex.components.people.tape import Item
from briefex.records import Role

# A sentence with more names is a list, and its verbs say nothing of one of them.
MAX_PEOPLE = 60
_ABBREVIATION = re.compile(r"\b([^\W\d_]+)\.")
_PLURAL = re.compile(r"(?:moderators|chairs|facilitators|hosts)\b", re.IGNORECASE)


def in_sentence(text: str, statement: Statement, people: Sequence[Item]) -> Iterator[tuple[str, Evidence]]:
    """Cues of a sentence: "moderated by" speaks of who follows, "will discuss" of who stands before."""
    if not people or len(people) > MAX_PEOPLE:
        return
    cues = _cues(text, statement)
    for index, person in enumerate(people):
        own = next((c for c in cues if not c[2] and person.end <= c[0] <= person.end + 1 and c[3] == "chair"), None)
        if own:
            yield person.name, Evidence("chair", SAID, person.start, own[1], "said_after")
            continue
        lead = max((c for c in cues if c[2] and c[1] <= person.start), key=lambda c: (c[1], c[3] != "speaker", -c[0]), default=None)
        if lead and _reaches(text, lead, people, index) and not _takes_the_chair(cues, lead, people, index):
            yield person.name, Evidence(lead[3], SAID, lead[0], person.end, "said_before")
            continue
        tail = next((c for c in cues if not c[2] and c[0] >= person.end), None)
        if (
            tail
            and (index == 0 or _subject_list(text, people[0].start, person.start))
            and tail[0] - person.end < 260
            and not (
                index + 1 < len(people)
                and not _subject_list(text, person.start, people[index + 1].start)
                and people[index + 1].start < tail[0]
            )
        ) and not role_words.MENTION_LEAD.search(text[max(statement.start, person.start - 30) : person.start]):
            yield person.name, Evidence(tail[3], SAID, person.start, tail[1], "said_after")


def _takes_the_chair(
    cues: Sequence[tuple[int, int, bool, Role]], lead: tuple[int, int, bool, Role], people: Sequence[Item], index: int
) -> bool:
    """Whether a later person of a list has a verb of their own: "given by Ada Obi, and Bo Lind, rector, will be in the chair"."""
    person, after = people[index], people[index + 1].start if index + 1 < len(people) else None
    tail = next((c for c in cues if not c[2] and c[0] >= person.end), None)
    return (
        index > 0
        and people[index - 1].start > lead[1]
        and tail is not None
        and tail[3] == "chair"
        and tail[0] - person.end < 120
        and (after is None or after > tail[0])
    )


def _cues(text: str, statement: Statement) -> list[tuple[int, int, bool, Role]]:
    found: list[tuple[int, int, bool, Role]] = []
    low = text[statement.start : statement.end].casefold()
    for forward, table in ((True, role_words.FORWARD), (False, role_words.BACKWARD)):
        for role, pattern in table:
            if any(stem in low for stem in role_words.STEMS[role]):
                found.extend(
                    (m.start(), m.end(), forward, role)
                    for m in pattern.finditer(text, statement.start, statement.end)
                    if m.end() > m.start()
                    and not (forward and role_words.OF_OTHER_TIMES.search(text, max(statement.start, m.start() - 24), m.start()))
                )
    return sorted(found, key=lambda cue: (cue[0], -cue[1]))


def _without_point(match: re.Match[str]) -> str:
    """An honorific without its full stop, which ends no sentence: "Chair is Prof. Okafor"."""
    return match[1] if match[1].casefold() in lexicon.HONORIFICS else match[0]


def _reaches(text: str, cue: tuple[int, int, bool, Role], people: Sequence[Item], index: int) -> bool:
    """Whether a cue before a name still speaks of it: the next name always, later ones in the same list."""
    between = _ABBREVIATION.sub(_without_point, text[cue[1] : people[index].start])
    before = [p for p in people[:index] if p.start >= cue[1]]
    if cue[3] == "speaker":
        weak = text[cue[0] : cue[1]].casefold() in ("with", "join", "joins", "joining", "features", "welcomes", "welcome", "together with")
        if before and re.search(r"\babout (?:her|his|their|the|a|an)\b", between) and re.search(r"(?:to|with)$", text[cue[0] : cue[1]]):
            return False  # what they talk about
        return len(between) < (60 if weak and not before else 600) and not re.search(
            r"\b(?:moderated|chaired|hosted|led|founded|organi[sz]ed|supported|contact|rsvp)\b|[.!?]\s+[A-Z]\w{3}", between, re.I
        )
    if len(between) > (230 if cue[3] == "host" and before else 130) or re.search(
        r"\b(?:will|is|was|are|has|have|and also)\b|[.!?]\s", between
    ):
        return False
    if not before:
        return True
    gap = text[before[-1].end : people[index].start]
    if cue[3] == "host" and len(before) == 1 and len(gap) < 130 and re.search(r",\s+and\s+(?:by\s+)?(?:[^\W\d_][\w.]*\s+){0,2}$", gap):
        return True
    if _PLURAL.match(text, cue[0], cue[1]) and len(gap) < 80 and re.search(r"[;,]\s*(?:and\s+)?(?:[^\W\d_][\w.]*\s+){0,2}$", gap):
        return True
    return len(before) < 3 and re.fullmatch(r"\s*,?\s*(?:and|&)\s+(?:[^\W\d_][\w.]*\s+){0,2}", gap) is not None


def _subject_list(text: str, start: int, end: int) -> bool:
    if end - start > 500:
        return False
    return not re.search(r"[.;]|\b(?:with|by|under|of the late|wife)\b", text[start:end]) or " and " in text[start:end]
