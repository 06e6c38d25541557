"""What each person does at the event: chair, speaker, host, or only mentioned.

Evidence comes in three strengths: words that say it of this person ("moderated by", "(Chair)", "will speak"), headings
that govern lines ("Panellists"), and the mere form (a line or a biography of their own). The strongest decides; among
equals the order chair, speaker, host, mentioned.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefex.components.people import role_words
from briefex.components.people.evidence import FORM, GOVERNED, Evidence
from briefex.components.people.role_lines import governed, in_line
from briefex.components.people.role_sentences import in_sentence
from briefex.components.people.segments import Line, Statement
from briefex.components.people.tape import Item, gap_of
from briefex.records import Affiliation, Appearance, Role


def find_roles(
    text: str, items: Sequence[Item], lines: Sequence[Line], statements: Sequence[Statement], rows: Sequence[Affiliation]
) -> tuple[Appearance, ...]:
    """One row for every person, in order of appearance; whoever nothing speaks for is `mentioned`."""
    people = [item for item in items if item.kind == "P"]
    evidence: dict[str, list[Evidence]] = {person.name: [] for person in people}
    first = {person.name: person for person in reversed(people)}
    starts = [person.start for person in people]
    posts = frozenset(
        a.start
        for a, b in pairwise(items)
        if a.kind == "T" and b.kind in "OI" and gap_of(text, a.end, b.start) not in ("other", "semicolon")
    )
    under = list(governed(text, lines, starts, items))
    for line, heading in under:
        inside = people[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        for person, found in in_line(text, line, inside, heading, posts):
            evidence[person].append(found)
    for statement in statements:
        inside = people[bisect_left(starts, statement.start) : bisect_left(starts, statement.end)]
        for person, found in in_sentence(text, statement, inside):
            evidence[person].append(found)
    seen: set[str] = set()
    aside: set[str] = set()
    for line, heading in under:
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
        if (
            " " in person.name
            and re.search(r"(?:[;,:]|\band|&)\s*(?:[A-Z][\w.]*\s+){0,2}$", before)
            and re.match(r"\s*(?:[;,.(]|and\b|of\b|$)", after)
        ):
            yield person


def _decide(name: str, found: Sequence[Evidence], person: Item) -> Appearance:
    strong = [e for e in found if e.strength >= GOVERNED]
    if not strong:
        form = next((e for e in found if e.role == "speaker"), None)
        return Appearance(
            name,
            "speaker" if form else "mentioned",
            form.start if form else person.start,
            form.end if form else person.end,
            form.rule if form else "only_named",
        )
    rank: dict[Role, int] = {"chair": 0, "speaker": 1, "host": 2, "mentioned": 3}
    chairs = [e for e in strong if e.role == "chair"]
    best = min(chairs or strong, key=lambda e: (-e.strength, rank[e.role]))
    return Appearance(name, best.role, min(best.start, best.end), max(best.start, best.end), best.rule)


def _in_passing(text: str, person: Item, begins: Sequence[int]) -> bool:
    index = bisect_right(begins, person.start) - 1
    begin = begins[index] if index >= 0 else 0
    return (
        role_words.MENTION_LEAD.search(text[max(begin, person.start - 60) : person.start]) is not None
        or role_words.LIST_LEAD.search(text[max(begin, person.start - 260) : person.start]) is not None
    )
