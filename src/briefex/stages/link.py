"""link: which names in all documents are the same entity, by ordered rules that each link names.

1. `same_name`: the same name, by `identity.name_key`.
2. `name_order`: people whose names are the same words in another order.
3. `acronym_defined_elsewhere`: a bare acronym that exactly one entity of the collection is given by a text; where two
   are, the name stays by itself and the link says `ambiguous`.

An organisation's parent is the one that the posts of people name it a part of, where they do: as most documents say.

Names within one document are settled by the components before. Nothing is matched by likeness of letters alone.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from briefex.identity import entity_id, given_and_family, name_key
from briefex.journal import Journal
from briefex.records import Annotations, Entity, InitiativeKind, Label, Link, LinkStatus

Key = tuple[Label, str]
Value = TypeVar("Value", bound=Hashable)

_RULE_SCORES = {
    "same_name": 1.0,
    "short_form": 0.95,
    "acronym_defined": 0.99,
    "name_order": 0.97,
    "acronym_defined_elsewhere": 0.9,
    "acronym_ambiguous": 0.5,
}


@dataclass(slots=True)
class _Group:
    """What the collection says of one name."""

    names: Counter[str] = field(default_factory=Counter)
    surfaces: Counter[str] = field(default_factory=Counter)
    acronyms: Counter[str] = field(default_factory=Counter)
    honorifics: Counter[str] = field(default_factory=Counter)
    kinds: Counter[InitiativeKind] = field(default_factory=Counter)
    wholes: Counter[Key] = field(default_factory=Counter)
    n_documents: int = 0
    n_mentions: int = 0

    def take(self, other: "_Group") -> None:
        for name in ("names", "surfaces", "acronyms", "honorifics", "kinds", "wholes"):
            getattr(self, name).update(getattr(other, name))
        self.n_documents += other.n_documents
        self.n_mentions += other.n_mentions


class Collection:
    """Names of all documents, gathered one document at a time; memory grows with distinct names, not with documents."""

    def __init__(self) -> None:
        self._groups: dict[Key, _Group] = {}
        self._home: dict[Key, tuple[Key, str, LinkStatus]] = {}
        self._ids: dict[Key, str] = {}

    def add(self, annotations: Annotations) -> None:
        """Take the names of one document."""
        seen = set()
        kinds = dict(annotations.kinds)
        for m in annotations.mentions:
            if m.label == "DATE":
                continue
            key = (m.label, name_key(m.entity, m.label))
            group = self._groups.setdefault(key, _Group())
            group.n_mentions += 1
            group.surfaces[m.text] += 1
            if m.honorific:
                group.honorifics[m.honorific] += 1
            if key not in seen:
                seen.add(key)
                group.n_documents += 1
                group.names[m.entity] += 1
                if m.label == "INITIATIVE":
                    group.kinds[kinds.get(m.entity, "other")] += 1
        for a in annotations.acronyms:
            if (group_of := self._groups.get((a.label, name_key(a.name, a.label)))) is not None:
                group_of.acronyms[a.acronym] += 1
        self._add_wholes(annotations)

    def _add_wholes(self, annotations: Annotations) -> None:
        """Which organisation a named part belongs to, as the posts of people tell."""
        for part, whole in {(a.unit, a.organisation) for a in annotations.affiliations if a.unit and a.organisation}:
            keys: tuple[Key, Key] = ("ORGANISATION", name_key(part, "ORGANISATION")), ("ORGANISATION", name_key(whole, "ORGANISATION"))
            if keys[0] != keys[1] and keys[0] in self._groups and keys[1] in self._groups:
                self._groups[keys[0]].wholes[keys[1]] += 1

    def settle(self) -> Iterator[Entity]:
        """Apply the rules and give the entities; afterwards `links` can be asked."""
        for key in self._groups:
            self._home[key] = (key, "same_name", "resolved")
        self._join_name_orders()
        self._join_acronyms()
        merged: dict[Key, _Group] = {}
        for key in sorted(self._groups):
            merged.setdefault(self._home[key][0], _Group()).take(self._groups[key])
        self._groups.clear()
        self._ids = {key: entity_id(_name(group), key[0]) for key, group in merged.items()}
        parents = self._parents(merged)
        for key, group in sorted(merged.items()):
            yield _entity(key[0], group, self._ids[parents[key]] if key in parents else None)

    def _parents(self, merged: dict[Key, _Group]) -> dict[Key, Key]:
        """The organisation that most documents give a part to; no organisation becomes a part of itself on a way round."""
        parents: dict[Key, Key] = {}
        for key, group in sorted(merged.items()):
            wholes: Counter[Key] = Counter()
            for named, n in group.wholes.items():
                wholes[self._home[named][0]] += n
            whole = _most_common(wholes)
            above: Key | None = whole
            while above is not None and above != key:
                above = parents.get(above)
            if whole is not None and above is None:
                parents[key] = whole
        return parents

    def _join_name_orders(self) -> None:
        orders: dict[str, list[Key]] = {}
        for key in self._groups:
            if key[0] == "PERSON" and " " in key[1]:
                orders.setdefault(" ".join(sorted(key[1].split())), []).append(key)
        for keys in orders.values():
            if len(keys) > 1:
                home = min(keys, key=lambda key: (-self._groups[key].n_mentions, key))
                for key in keys:
                    if key != home:
                        self._home[key] = (home, "name_order", "resolved")

    def _join_acronyms(self) -> None:
        defined: dict[Key, set[Key]] = {}
        for key, group in self._groups.items():
            for acronym in group.acronyms:
                defined.setdefault((key[0], name_key(acronym, key[0])), set()).add(key)
        for short, full in defined.items():
            candidates = full - {short}
            if short in self._groups and not self._groups[short].acronyms and candidates:
                if len(candidates) == 1:
                    self._home[short] = (next(iter(candidates)), "acronym_defined_elsewhere", "resolved")
                else:
                    self._home[short] = (short, "acronym_ambiguous", "ambiguous")

    def links(self, annotations: Annotations) -> list[Link]:
        """The links of one document's names; call after `settle`."""
        acronyms = {(a.label, a.name, a.acronym) for a in annotations.acronyms}
        found: dict[tuple[str, str], Link] = {}
        for m in annotations.mentions:
            if m.label == "DATE":
                continue
            home, rule, status = self._home[m.label, name_key(m.entity, m.label)]
            if rule == "same_name" and name_key(m.text, m.label) != name_key(m.entity, m.label):
                rule = "acronym_defined" if (m.label, m.entity, m.text) in acronyms else "short_form"
            link = Link(annotations.doc_id, self._ids[home], m.label, m.text, m.entity, rule, _RULE_SCORES[rule], status)
            found.setdefault((link.entity_id, link.surface), link)
        names = {(link.label, link.name) for link in found.values()}
        missing = {(m.label, m.entity) for m in annotations.mentions if m.label != "DATE"} - names
        assert not missing, f"{annotations.doc_id}: names without a link: {missing}"
        return list(found.values())


def _name(group: _Group) -> str:
    return min(group.names, key=lambda n: (-group.names[n], -len(n), n))


def _entity(label: Label, group: _Group, parent_id: str | None) -> Entity:
    name = _name(group)
    forms = {*group.names, *group.surfaces, *group.acronyms} - {name}
    given, family = given_and_family(name) if label == "PERSON" else (None, None)
    return Entity(
        entity_id=entity_id(name, label),
        label=label,
        name=name,
        acronym=_most_common(group.acronyms),
        aliases=tuple(sorted(forms)),
        honorific=_most_common(group.honorifics),
        given_name=given,
        family_name=family,
        kind=_most_common(group.kinds) if label == "INITIATIVE" else None,
        n_documents=group.n_documents,
        n_mentions=group.n_mentions,
        parent_id=parent_id,
    )


def _most_common(counter: Counter[Value]) -> Value | None:
    """The value counted most often; of several, the first in the order of their text."""
    return min(counter, key=lambda value: (-counter[value], str(value))) if counter else None


def link_all(annotated: Iterable[Annotations]) -> tuple[list[Entity], list[Link]]:
    """Entities and links of documents held in memory."""
    documents = list(annotated)
    collection = Collection()
    for annotations in documents:
        collection.add(annotations)
    entities = list(collection.settle())
    return entities, [link for annotations in documents for link in collection.links(annotations)]


def link(journal: Journal) -> None:
    """Link the names of all documents of the journal."""
    collection = Collection()
    for annotations in journal.annotations():
        collection.add(annotations)
    journal.add_entities(collection.settle())
    for batch in _batched(journal.annotations(), 256):
        journal.add_links(k for annotations in batch for k in collection.links(annotations))


def _batched(items: Iterable[Annotations], size: int) -> Iterator[list[Annotations]]:
    batch: list[Annotations] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    yield batch
