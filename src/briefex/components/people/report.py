"""Which rule hurts: every rule of this component with its hits and its precision on annotated blurbs.

`python -m briefex.components.people.report GOLD.jsonl …` prints the table. Names, and the entities of organisations and
initiatives, are taken from the gold, so that the figures show this component alone.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from briefex.components.people.find import People, find_people
from briefex.records import Mention

Fact = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hits:
    """How many rows of a rule, or of everything, are right; `expected` is what the gold has (0 for a single rule)."""

    name: str
    right: int
    found: int
    expected: int = 0

    @property
    def precision(self) -> float:
        """Right of found; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Right of expected; 1 where nothing was expected."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.expected) if self.found + self.expected else 1.0


@dataclass(slots=True)
class _Count:
    right: int = 0
    found: int = 0
    expected: int = 0
    rules: dict[str, list[int]] = field(default_factory=dict)

    def add(self, found: Mapping[Fact, str], expected: set[Fact]) -> None:
        self.expected += len(expected)
        self.found += len(found)
        for fact, rule in found.items():
            hit = fact in expected
            self.right += hit
            counts = self.rules.setdefault(rule, [0, 0])
            counts[0] += hit
            counts[1] += 1


def rule_report(records: Iterable[Mapping[str, Any]]) -> tuple[Hits, ...]:
    """Totals of pairs, posts and roles, then every rule by name.

    Args:
        records: gold documents as in `data/gold`: text, mentions, affiliations, roles.

    """
    counts = {"person–organisation": _Count(), "post": _Count(), "role": _Count()}
    for record in records:
        found = find_people(record["text"], mentions_of(record), (), dates_of(record))
        for name, (facts, expected) in _facts(record, found).items():
            counts[name].add(facts, expected)
    totals = [Hits(name, c.right, c.found, c.expected) for name, c in counts.items()]
    rules = [
        Hits(f"{name}: {rule}", *c.rules[rule]) for name, c in counts.items() if name != "person–organisation" for rule in sorted(c.rules)
    ]
    return (*totals, *rules)


def mentions_of(record: Mapping[str, Any]) -> tuple[Mention, ...]:
    """The gold's names as the component would get them: people not yet settled."""
    return tuple(
        Mention(m["start"], m["end"], m["text"], m["label"], m["text"] if m["label"] == "PERSON" else m["entity"])
        for m in record["mentions"]
        if m["label"] != "DATE"
    )


def dates_of(record: Mapping[str, Any]) -> tuple[SimpleNamespace, ...]:
    """The gold's dates in the shape of found ones."""
    return tuple(
        SimpleNamespace(start=m["start"], end=m["end"], value=SimpleNamespace(iso=m["entity"]))
        for m in record["mentions"]
        if m["label"] == "DATE"
    )


def _facts(record: Mapping[str, Any], found: People) -> dict[str, tuple[dict[Fact, str], set[Fact]]]:
    rows, gold = found.affiliations, record["affiliations"]
    pairs = {_key(r.person, r.organisation or r.unit): r.origin for r in rows if r.organisation or r.unit}
    gold_pairs = {_key(r["person"], r["organisation"] or r["unit"]) for r in gold if r["organisation"] or r["unit"]}
    posts = {_key(r.person, r.position, r.organisation): r.origin for r in rows}
    gold_posts = {_key(r["person"], r["position"], r["organisation"]) for r in gold}
    roles = {_key(a.person, a.role): a.origin for a in found.appearances}
    gold_roles = {_key(r["person"], r["role"]) for r in record["roles"]}
    return {"person–organisation": (pairs, gold_pairs), "post": (posts, gold_posts), "role": (roles, gold_roles)}


def _key(*parts: str | None) -> Fact:
    return tuple(" ".join((part or "").casefold().split()) for part in parts)


def as_table(report: Sequence[Hits]) -> str:
    """The report as aligned text."""
    width = max((len(hits.name) for hits in report), default=0)
    lines = [f"{'':{width}}  right  found  precision  recall     F1"]
    for hits in report:
        whole = f"   {hits.recall:.3f}  {hits.f1:.3f}" if hits.expected else ""
        lines.append(f"{hits.name:{width}}  {hits.right:5}  {hits.found:5}      {hits.precision:.3f}{whole}")
    return "\n".join(lines) + "\n"


def read_gold(paths: Iterable[str]) -> Iterator[Mapping[str, Any]]:
    """The documents of gold files, one JSON object a line."""
    for path in paths:
        with Path(path).open(encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    yield json.loads(line)


def main(paths: Sequence[str]) -> int:
    """Print the report on the given gold files."""
    sys.stdout.write(as_table(rule_report(read_gold(paths))))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
