"""One document against its gold: for each kind of finding what is right, what is false and what is missing.

| kind | one finding is |
|---|---|
| mentions.LABEL, mentions | a span with its label, exact; overlap.LABEL: any overlap with the same label |
| entities.LABEL | an entity of the document; a second entity for the same one is false |
| dates.span, dates.value | a date's span; its span and value |
| affiliations.person_organisation | a person and the institution (or, where none is named, the unit) |
| affiliations.position | that, and the position |
| affiliations.status | that, and the status |
| roles, acronyms, parties | a pair |
| event, event.FIELD | a field's value |
| links.pairwise, links.b3 | pairs of mentions of one entity; B³ in thousandths of a mention |
"""

import re
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from briefex.gold import GoldRecord
from briefex.identity import name_key
from briefex.records import NAME_LABELS, Annotations, Event, Label, Mention


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding that is false or missing, with its place where it has one."""

    kind: str
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(slots=True)
class Comparison:
    """Counts a kind (right, false, missing) for one document, and every error."""

    doc_id: str
    counts: dict[str, list[int]] = field(default_factory=dict)
    false: list[Finding] = field(default_factory=list)
    missing: list[Finding] = field(default_factory=list)
    scored: list[tuple[str, float, bool]] = field(default_factory=list)
    """For calibration: kind, the score a finding has, and whether it is right."""

    def add(self, kind: str, right: int, false: int, missing: int) -> None:
        counts = self.counts.setdefault(kind, [0, 0, 0])
        for i, n in enumerate((right, false, missing)):
            counts[i] += n

    def add_sets(self, kind: str, found: Iterable[Hashable], wanted: Iterable[Hashable], *, note: bool = True) -> None:
        found, wanted = set(found), set(wanted)
        self.add(kind, len(found & wanted), len(found - wanted), len(wanted - found))
        if note:
            self.false += [Finding(kind, _words(x)) for x in sorted(found - wanted, key=str)]
            self.missing += [Finding(kind, _words(x)) for x in sorted(wanted - found, key=str)]


def compare(gold: GoldRecord, found: Annotations) -> Comparison:
    """Count what is right and wrong in one document."""
    result = Comparison(gold.document.doc_id)
    _mentions(result, gold, found)
    _dates(result, gold, found)
    same = _entities(result, gold, found)
    _facts(result, gold, found, same)
    _event(result, gold.event, found.event, same)
    _links(result, gold.mentions, found.mentions)
    return result


def _mentions(result: Comparison, gold: GoldRecord, found: Annotations) -> None:
    for label in NAME_LABELS:
        have = {(m.start, m.end): m for m in found.mentions if m.label == label}
        want = {(m.start, m.end): m for m in gold.mentions if m.label == label}
        kind = f"mentions.{label}"
        counts = len(have.keys() & want.keys()), len(have.keys() - want.keys()), len(want.keys() - have.keys())
        result.add(kind, *counts)
        result.add("mentions", *counts)
        result.false += [Finding(kind, m.text, *span) for span, m in have.items() if span not in want]
        result.missing += [Finding(kind, m.text, *span) for span, m in want.items() if span not in have]
        result.scored += [(kind, m.score, span in want) for span, m in have.items()]
        hit = sum(any(s < y and x < e for x, y in want) for s, e in have)
        met = sum(any(s < y and x < e for x, y in have) for s, e in want)
        result.add(f"overlap.{label}", min(hit, met), len(have) - hit, len(want) - met)


def _dates(result: Comparison, gold: GoldRecord, found: Annotations) -> None:
    have = {(d.start, d.end): d for d in found.dates}
    want = {(m.start, m.end): m for m in gold.mentions if m.label == "DATE"}
    result.add("dates.span", len(have.keys() & want.keys()), len(have.keys() - want.keys()), len(want.keys() - have.keys()))
    right = {span for span in have.keys() & want.keys() if have[span].value == want[span].entity}
    result.add("dates.value", len(right), len(have) - len(right), len(want) - len(right))
    result.false += [Finding("dates.value", f"{d.text} = {d.value}", *span) for span, d in have.items() if span not in right]
    result.missing += [Finding("dates.value", f"{m.text} = {m.entity}", *span) for span, m in want.items() if span not in right]


class _Same:
    """Names of the found entities as the gold calls them."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}

    def set(self, label: str, name: str, gold_name: str) -> None:
        self._names[label, name] = gold_name

    def name(self, name: str | None, *labels: str) -> str | None:
        if name is None:
            return None
        return next((self._names[label, name] for label in labels if (label, name) in self._names), name)


def _entities(result: Comparison, gold: GoldRecord, found: Annotations) -> _Same:
    """Match entities by shared spans first, then by name; each gold entity is met once."""
    same = _Same()
    for label in NAME_LABELS:
        want = _groups(m for m in gold.mentions if m.label == label)
        have = _groups(m for m in found.mentions if m.label == label)
        met: set[str] = set()
        false = 0
        for name, mentions in have.items():
            match = _best_match(name, mentions, want, label)
            if match is not None:
                same.set(label, name, match)
            if match is None or match in met:
                false += 1
            else:
                met.add(match)
        result.add(f"entities.{label}", len(met), false, len(want) - len(met))
    return same


def _groups(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    groups: dict[str, list[Mention]] = {}
    for m in mentions:
        groups.setdefault(m.entity, []).append(m)
    return groups


def _best_match(name: str, mentions: Sequence[Mention], want: dict[str, list[Mention]], label: Label) -> str | None:
    keys = {name_key(m.text, label) for m in mentions} | {name_key(name, label)}
    own = name_key(name, label)
    best, best_rank = None, (0, 0)
    for gold_name, gold_mentions in want.items():
        gold_keys = {name_key(m.text, label) for m in gold_mentions} | {name_key(gold_name, label)}
        rank = (2 if own in gold_keys else 1 if keys & gold_keys else 0, len(keys & gold_keys))
        if rank > best_rank:
            best, best_rank = gold_name, rank
    return best


def _facts(result: Comparison, gold: GoldRecord, found: Annotations, same: _Same) -> None:
    def where(organisation: str | None, unit: str | None) -> str | None:
        name = same.name(organisation, "ORGANISATION") or same.name(unit, "INITIATIVE", "ORGANISATION")
        return name and _normal(name)

    have = [(same.name(a.person, "PERSON"), a.position, where(a.organisation, a.unit), a.status, a.score) for a in found.affiliations]
    want = [(a.person, a.position, a.organisation or a.unit, a.status) for a in gold.affiliations]
    wanted = {(p, _normal(position), _normal(o)) for p, position, o, _ in want}
    result.add_sets(
        "affiliations.person_organisation", ((p, o) for p, _, o, *_ in have if o), ((p, _normal(o)) for p, _, o, _ in want if o)
    )
    result.add_sets("affiliations.position", ((p, _normal(position), o) for p, position, o, *_ in have), wanted)
    result.add_sets(
        "affiliations.status",
        ((p, _normal(t), o, s) for p, t, o, s, _ in have),
        ((p, _normal(t), _normal(o), s) for p, t, o, s in want),
        note=False,
    )
    result.scored += [("affiliations", score, (p, _normal(t), o) in wanted) for p, t, o, _, score in have]
    result.add_sets("roles", ((same.name(a.person, "PERSON"), a.role) for a in found.appearances), gold.roles)
    named = ("ORGANISATION", "INITIATIVE")
    result.add_sets(
        "acronyms", ((_normal(same.name(a.name, *named)), a.acronym) for a in found.acronyms), ((_normal(n), a) for n, a in gold.acronyms)
    )
    result.add_sets(
        "parties",
        ((_normal(same.name(p.initiative, "INITIATIVE")), _normal(same.name(p.party, *named, "PERSON"))) for p in found.parties),
        ((_normal(i), _normal(p)) for i, p in gold.parties),
    )


def _event(result: Comparison, gold: Event, found: Event, same: _Same) -> None:
    for name in ("title", "starts", "ends", "venue", "format", "admission", "registration_required"):
        have, want = getattr(found, name), getattr(gold, name)
        if name in ("title", "venue"):
            have, want = _normal(have), _normal(want)
        right = have is not None and have == want
        _event_field(result, name, [have] if have is not None else [], [want] if want is not None else [], int(right))
    for name in ("hosts", "partners"):
        have_names = {_normal(same.name(n, "ORGANISATION", "INITIATIVE", "PERSON")) for n in getattr(found, name)}
        want_names = {_normal(n) for n in getattr(gold, name)}
        _event_field(result, name, have_names - want_names, want_names - have_names, 0)
        n_right = len(have_names & want_names)
        result.add(f"event.{name}", n_right, 0, 0)
        result.add("event", n_right, 0, 0)


def _event_field(result: Comparison, name: str, have: Iterable[object], want: Iterable[object], right: int) -> None:
    kind, have, want = f"event.{name}", list(have), list(want)
    counts = (right, len(have) - right, len(want) - right)
    result.add(kind, *counts)
    result.add("event", *counts)
    if not right:
        result.false += [Finding(kind, str(x)) for x in have]
        result.missing += [Finding(kind, str(x)) for x in want]


def _links(result: Comparison, gold: Sequence[Mention], found: Sequence[Mention]) -> None:
    """Pairwise and B³ over the mentions that stand in both, so that finding and linking are measured apart."""
    have = {(m.start, m.end, m.label): m.entity for m in found if m.label != "DATE"}
    both = [
        ((m.label, m.entity), (m.label, have[m.start, m.end, m.label]))
        for m in gold
        if m.label != "DATE" and (m.start, m.end, m.label) in have
    ]
    want_pairs = {(i, j) for i, j in combinations(range(len(both)), 2) if both[i][0] == both[j][0]}
    have_pairs = {(i, j) for i, j in combinations(range(len(both)), 2) if both[i][1] == both[j][1]}
    result.add("links.pairwise", len(want_pairs & have_pairs), len(have_pairs - want_pairs), len(want_pairs - have_pairs))
    right = false = missing = 0.0
    for wanted, linked in both:
        shared = sum(w == wanted and h == linked for w, h in both)
        precision, recall = shared / sum(h == linked for _, h in both), shared / sum(w == wanted for w, _ in both)
        f1 = 2 * precision * recall / (precision + recall)
        right, false, missing = right + f1, false + (1 - f1), missing + (1 - f1)
    result.add("links.b3", round(1000 * right), round(1000 * false), round(1000 * missing))


def _normal(value: str | None) -> str | None:
    """Case, white space, quotes, and a leading article do not count."""
    if value is None:
        return None
    text = re.sub(r"\s+", " ", value.replace("’", "'").replace("–", "-").replace("—", "-")).strip(" .,:;\"“”'").casefold()
    return re.sub(r"^(?:the|a|an) ", "", text)


def _words(value: object) -> str:
    return " — ".join("(none)" if part is None else str(part) for part in value) if isinstance(value, tuple) else str(value)
