"""What each person does at the event: chair, speaker, host, or only mentioned.

Evidence comes in three strengths: words that say it of this person ("moderated by", "(Chair)", "will speak"), headings
that govern lines ("Panellists"), and the mere form (a line or a biography of their own). The strongest decides; among
equals the order chair, speaker, host, mentioned.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from briefex.components.people import role_words
from briefex.components.people.evidence import FORM, GOVERNED, Evidence
from briefex.components.people.role_lines import Heading, governed, in_line
from briefex.components.people.role_sentences import in_sentence
from briefex.components.people.segments import Line, Statement
from briefex.components.people.tape import Item, gap_of
from briefex.records import Affiliation, Appearance, Role


def find_roles(
    text: str, items: Sequence[Item], lines: Sequence[Line], statements: Sequence[Statement], rows: Sequence[Affiliation]
) -> tuple[Appearance, ...]:
    """One row for every person, in order of appearance; whoever nothing speaks for is `mentioned`."""
    people = [item for item in items if item.kind == "P"]
    reasons = _Reasons(text, people, {person.name: [] for person in people})
    under = list(governed(text, lines, reasons.starts, items))
    _from_lines(reasons, under, items)
    for statement in statements:
        for name, found in in_sentence(text, statement, reasons.within(statement.start, statement.end)):
            reasons.evidence[name].append(found)
    _from_rows(reasons, rows, statements, _aside(reasons, under))
    for statement in statements:
        for person in _listed_too(text, statement, reasons.within(statement.start, statement.end), reasons.evidence):
            reasons.evidence[person.name].append(Evidence("speaker", FORM, person.start, person.end, "in_list"))
    absent = (role_words.SIGNATURE, role_words.ABSENT)
    only_named = {person.name for person in people if any(pattern.match(text, person.end) for pattern in absent)}
    first = reasons.first()
    in_order = sorted(reasons.evidence.items(), key=lambda pair: first[pair[0]].start)
    return tuple(_decide(name, found, first[name], is_formless=name in only_named) for name, found in in_order)


@dataclass(slots=True)
class _Reasons:
    """The people of a text and the evidence gathered for each."""

    text: str
    people: Sequence[Item]
    evidence: dict[str, list[Evidence]]
    starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = [person.start for person in self.people]

    def within(self, start: int, end: int) -> Sequence[Item]:
        return self.people[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def first(self) -> dict[str, Item]:
        return {person.name: person for person in reversed(self.people)}


def _from_lines(reasons: _Reasons, under: Sequence[tuple[Line, Heading | None]], items: Sequence[Item]) -> None:
    posts = frozenset(
        a.start
        for a, b in pairwise(items)
        if a.kind == "T" and b.kind in "OI" and gap_of(reasons.text, a.end, b.start) not in ("other", "semicolon")
    )
    for line, heading in under:
        for name, found in in_line(reasons.text, line, reasons.within(line.start, line.end), heading, posts):
            reasons.evidence[name].append(found)


def _aside(reasons: _Reasons, under: Sequence[tuple[Line, Heading | None]]) -> set[str]:
    """Who is first named under a heading that leads away from the event ("About the series", "Contact")."""
    seen: set[str] = set()
    aside: set[str] = set()
    for line, heading in under:
        for person in reasons.within(line.start, line.end):
            if person.name not in seen and heading is not None and heading[0] is None:
                aside.add(person.name)
            seen.add(person.name)
    return aside


def _from_rows(reasons: _Reasons, rows: Sequence[Affiliation], statements: Sequence[Statement], aside: set[str]) -> None:
    begins = [statement.start for statement in statements]
    first = reasons.first()
    for row in rows:
        if row.person in first and row.person not in aside and not _in_passing(reasons.text, first[row.person], begins):
            reasons.evidence[row.person].append(Evidence("speaker", FORM, row.start, row.end, "has_post"))


def _listed_too(text: str, statement: Statement, people: Sequence[Item], evidence: dict[str, list[Evidence]]) -> Iterator[Item]:
    """Names that stand bare in a list whose other names have entries of their own."""
    if len(people) < 3:
        return
    known = sum(any(e.role == "speaker" for e in evidence[person.name]) for person in people)
    has_chair = any(e.role == "chair" and e.rule == "after_name" for person in people for e in evidence[person.name])
    if known * 2 < len(people) and not has_chair:
        return
    for person in people:
        before, after = text[max(statement.start, person.start - 12) : person.start], text[person.end : person.end + 5]
        if (
            " " in person.name
            and re.search(r"(?:[;,:]|\band|&)\s*(?:[A-Z][\w.]*\s+){0,2}$", before)
            and re.match(r"\s*(?:[;,.(]|and\b|of\b|$)", after)
        ):
            yield person


def _decide(name: str, found: Sequence[Evidence], person: Item, *, is_formless: bool) -> Appearance:
    """The role that the strongest evidence gives; the mere form of a signature, or of who cannot come, gives none."""
    strong = [e for e in found if e.strength >= GOVERNED]
    if not strong:
        form = None if is_formless else next((e for e in found if e.role == "speaker"), None)
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
