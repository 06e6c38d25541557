"""Which names in one document are the same organisation or initiative, and what each is called in full."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefex.components.acronyms.pairs import Pair, initials_of, is_acronym, pairs, unmarked_short_forms
from briefex.components.reading import one_line
from briefex.identity import name_key
from briefex.records import Acronym, Flag, Label, Mention

_COUNTRY_PREFIX = frozenset(
    ["us", "u.s.", "usa", "uk", "u.k.", "united", "states", "american", "british", "federal", "national", "eu", "european"]
)
_LINKS = re.compile(r" (?:of|for|on) ")
_OPTIONAL_HEADS = frozenset(["programme", "project", "initiative", "campaign", "network", "series", "partnership", "scheme"])


@dataclass(frozen=True, slots=True)
class Names:
    """Mentions with their entities settled, the acronyms the text defines, and what a person should look at."""

    mentions: tuple[Mention, ...]
    acronyms: tuple[Acronym, ...]
    flags: tuple[Flag, ...]


def settle_names(text: str, mentions: Sequence[Mention]) -> Names:
    """Give every organisation and initiative the fullest name it has in the document.

    Two names are one entity if they are spelt alike (case, American or British), if the text defines one as the other's
    acronym, if one is the initials of exactly one other, if a body's is the beginning of exactly one other up to "of" or "for",
    or if they differ only by a country in front or by a closing "programme", "project", … A defined acronym takes the label of
    its full name, and is marked wherever it stands.
    """
    extra = tuple(unmarked_short_forms(text, mentions))
    mentions = sorted((*mentions, *extra), key=lambda m: m.start)
    found = list(pairs(text, mentions))
    mentions = _with_labels_of_full_names(mentions, {p.short.text: p.full.label for p in found})
    mentions = _everywhere(text, mentions, {p.short.text: p.full.label for p in found})
    groups = _Groups((m.label, m.text) for m in mentions if m.label != "PERSON" and m.origin != "vocabulary")
    ambiguous = _ambiguous(found)
    for pair in found:
        if pair.short.text in ambiguous:
            continue
        groups.join((pair.full.label, pair.full.text), (pair.full.label, pair.short.text))
    groups.join_alike()
    groups.join_initials()
    groups.join_beginnings()
    settled = tuple(
        m if m.label == "PERSON" or m.origin == "vocabulary" else replace(m, entity=one_line(groups.fullest((m.label, m.text))))
        for m in mentions
    )
    acronyms: dict[tuple[str, str], Acronym] = {}
    for p in found:
        name = groups.fullest((p.full.label, p.full.text))
        start, end = min(p.full.start, p.short.start), max(p.full.end, p.short.end)
        acronyms.setdefault((name, p.short.text), Acronym(name, p.short.text, p.full.label, start, end))
    return Names(settled, tuple(acronyms.values()), tuple(_two_expansions(acronyms.values())))


def _ambiguous(found: Sequence[Pair]) -> set[str]:
    """Short forms that the text gives to names spelt differently."""
    names: dict[str, set[str]] = defaultdict(set)
    for pair in found:
        names[pair.short.text].add(name_key(pair.full.text, pair.full.label))
    return {short for short, keys in names.items() if len(keys) > 1}


def _with_labels_of_full_names(mentions: Iterable[Mention], labels: dict[str, Label]) -> list[Mention]:
    return [replace(m, label=labels.get(m.text, m.label)) if m.label != "PERSON" else m for m in mentions]


def _everywhere(text: str, mentions: list[Mention], labels: dict[str, Label]) -> list[Mention]:
    """Mark defined acronyms where nothing marked them."""
    if not labels:
        return mentions
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(s) for s in sorted(labels, key=len, reverse=True))})(?![\w-])")
    taken = [(m.start, m.end) for m in mentions]
    for match in pattern.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
            mentions.append(Mention(match.start(), match.end(), match[0], labels[match[0]], match[0], 0.9, "acronym"))
    return sorted(mentions, key=lambda m: m.start)


def _two_expansions(acronyms: Iterable[Acronym]) -> Iterable[Flag]:
    names: dict[str, list[Acronym]] = defaultdict(list)
    for acronym in acronyms:
        names[acronym.acronym].append(acronym)
    for short, several in names.items():
        if len({a.name for a in several}) > 1:
            listed = " and ".join(f'"{a.name}"' for a in several)
            yield Flag("two_expansions", f'"{short}" stands for {listed}', several[-1].start, several[-1].end)


Name = tuple[Label, str]


class _Groups:
    """Names joined into entities; labels never mix."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._parent: dict[Name, Name] = {}
        for name in names:
            self._parent.setdefault(name, name)

    def _home(self, name: Name) -> Name:
        while self._parent[name] != name:
            name = self._parent[name]
        return name

    def join(self, a: Name, b: Name) -> None:
        if a in self._parent and b in self._parent:
            self._parent[self._home(b)] = self._home(a)

    def fullest(self, name: Name) -> str:
        """The longest name of the entity that is no acronym; of equals the first in the text."""
        home = self._home(name)
        members = [text for key, text in ((n, n[1]) for n in self._parent) if self._home(key) == home]
        return max(members, key=lambda text: (not is_acronym(text), len(text), -members.index(text)))

    def join_alike(self) -> None:
        by_key: dict[tuple[Label, str], Name] = {}
        for name in list(self._parent):
            for key in _keys(name):
                self.join(by_key.setdefault((name[0], key), name), name)

    def join_initials(self) -> None:
        full: dict[tuple[Label, str], set[Name]] = defaultdict(set)
        for label, text in self._parent:
            if not is_acronym(text) and text.count(" ") >= 1:
                for initials in initials_of(text):
                    full[label, initials].add((label, text))
        for label, text in list(self._parent):
            candidates = {self._home(name) for name in full.get((label, text.upper()), ())}
            if is_acronym(text) and len(candidates) == 1 and self._home((label, text)) == (label, text):
                self.join(candidates.pop(), (label, text))

    def join_beginnings(self) -> None:
        """ "Harbour Center" beside one "Harbour Center for Trade": the short form of its name."""
        longer: dict[str, set[Name]] = defaultdict(set)
        names = {name_key(text, label): (label, text) for label, text in self._parent if label == "ORGANISATION"}
        for key, name in names.items():
            for link in _LINKS.finditer(key):
                if " " in (beginning := key[: link.start()]) and beginning in names:
                    longer[beginning].add(name)
        for beginning, several in longer.items():
            if len({self._home(name) for name in several}) == 1:
                self.join(next(iter(several)), names[beginning])


def _keys(name: Name) -> tuple[str, ...]:
    """The spelling's key, and those without a country in front and without a closing head noun."""
    label, text = name
    key = name_key(text, label)
    words = key.split()
    keys = [key]
    if len(words) > 2 and words[0] in _COUNTRY_PREFIX:
        keys.append(" ".join(words[1:]))
    if label == "INITIATIVE" and len(words) > 2 and words[-1] in _OPTIONAL_HEADS:
        keys.append(" ".join(words[:-1]))
    return tuple(keys)
