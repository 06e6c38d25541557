"""Which name means which person inside one document.

Every longer name is an anchor; a short form belongs to the one anchor it can be short for. Where two remain, neither is
taken and a flag says so.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest

from briefex.components.people import lexicon
from briefex.components.reading import one_line
from briefex.records import Flag, Mention

_PART = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?", re.UNICODE)
_TITLE = re.compile(r"([^\W\d_][\w.'’-]*\.?)(\s*\((?:Mrs|Mr|Ms|Dr|Prof|Ret|ret|res|h\.c)\.?\))?[\s\u00a0]+$")
MAX_TITLES = 7
# A name part that more people than this bear tells nobody apart; it also bounds the work on lists of thousands.
MAX_BEARERS = 40


@dataclass(frozen=True, slots=True)
class Name:
    """A name as parts that can be compared: casefolded, accents off, particles aside."""

    text: str
    parts: tuple[str, ...]
    plain: frozenset[str]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The mentions with people settled, in their order, and what stayed open."""

    mentions: tuple[Mention, ...]
    flags: tuple[Flag, ...]


def resolve_people(text: str, mentions: Sequence[Mention]) -> Resolved:
    """Give every PERSON mention the fullest name of its person, and its honorific.

    A single name that two people of the document may bear is settled by the paragraph when only one of them is
    named in it; else the mention keeps its own surface and is flagged `ambiguous_name`.
    """
    people = [replace(m, honorific=honorific_before(text, m.start)) for m in mentions if m.label == "PERSON"]
    names = [_name(m.text) for m in people]
    groups = _Groups(people, names)
    paragraphs = [match.start() for match in re.finditer(r"\n[ \t]*\n|\n(?=[ \t]*[-•*–])", text)]
    flags: list[Flag] = []
    settled: dict[tuple[int, int], Mention] = {}
    for index, mention in enumerate(people):
        entity, candidates = groups.entity(index, lambda m: bisect_right(paragraphs, m.start))
        if len(candidates) > 1:
            who = " or ".join(candidates[:5])
            flags.append(Flag("ambiguous_name", f"“{mention.text}” may be {who}", mention.start, mention.end))
        settled[mention.start, mention.end] = replace(mention, entity=one_line(entity))
    return Resolved(tuple(settled.get((m.start, m.end), m) for m in mentions), tuple(flags))


def honorific_before(text: str, start: int) -> str:
    """The honorifics and ranks directly before a name, as written: "HE Dr", "Rear Admiral"."""
    begin = start
    for _ in range(MAX_TITLES):
        window = text[max(0, begin - 24) : begin]
        match = _TITLE.search(window)
        if not match or "\n" in match[0]:
            break
        word = match[1].rstrip(".").casefold()
        if not (match[1].casefold() in lexicon.HONORIFICS or word in lexicon.HONORIFICS):
            break
        if (
            match[1][0].islower()
            and not (begin != start and word in ("hc", "h.c", "iur", "med", "phil", "rer", "nat"))
            and word not in ("don", "doña")
        ):
            break
        begin -= len(match[0])
    return " ".join(_trim(text[begin:start]).split())


def _trim(titles: str) -> str:
    """Titles without a word that only leads to them ("his", "the", "Her" in "Her Excellency" stays)."""
    words = titles.split()
    while (
        words
        and words[0].casefold().rstrip(".") in ("the", "his", "her", "associate", "assistant", "adjunct", "deputy", "vice")
        and len(words) == 1
    ):
        words.pop(0)
    return " ".join(words)


def fold(word: str) -> str:
    """A word without case, accents and dots."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).strip(".").replace("’", "'")


def _name(text: str) -> Name:
    family, comma, given = text.partition(", ")
    parts = tuple(fold(p) for p in _PART.findall((f"{given} {family}" if comma else text).replace("-", " ")))
    kept = tuple(p for p in parts if p not in lexicon.PARTICLES and p not in ("jr", "sr", "ii", "iii")) or parts
    return Name(text, kept, frozenset(kept))


def _same_part(one: str, other: str) -> bool:
    """Whether two name parts can be the same: equal, an initial, or a nickname."""
    if one == other:
        return True
    if len(one) == 1 or len(other) == 1:
        return bool(one and other) and one[0] == other[0]
    return _nickname(one, other)


def _nickname(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _NICKNAMES.get(one, ()))


_NICKNAMES: dict[str, list[frozenset[str]]] = {}
for _group in lexicon.NICKNAMES:
    _folded = frozenset(fold(w) for w in _group)
    for _word in _folded:
        _NICKNAMES.setdefault(_word, []).append(_folded)


def _typo(one: str, other: str) -> bool:
    """One letter changed, added or left out in words of at least five letters."""
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 1 or one[0] != other[0]:
        return False
    i = 0
    while i < min(len(one), len(other)) and one[i] == other[i]:
        i += 1
    return one[i + 1 :] == other[i + 1 :] or one[i:] == other[i + 1 :] or one[i + 1 :] == other[i:]


def _fits(short: Name, full: Name) -> bool:
    """Whether `short` can be a variant of `full`, both of two parts or more."""
    if len(short.parts) > len(full.parts):
        return False
    if len(short.parts) == len(full.parts) and short.plain == full.plain:
        return True
    if not (short.plain & full.plain):
        return False
    ends = _same_part(short.parts[0], full.parts[0]) and (short.parts[-1] == full.parts[-1] or _typo(short.parts[-1], full.parts[-1]))
    if ends:
        rest = list(full.parts[1:-1])
        return all(any(_same_part(p, r) for r in rest) for p in short.parts[1:-1]) or len(short.parts) == 2
    if _typo(short.parts[0], full.parts[0]) and len(short.parts) == len(full.parts) and short.parts[1:] == full.parts[1:]:
        return True
    # A middle stretch of a long name ("Carlos Vidal" of José Carlos de la Puente Vidal), in order.
    remaining = iter(full.parts)
    return len(full.parts) > len(short.parts) and all(any(p == r for r in remaining) for p in short.parts)


class _Groups:
    """The people of a document: longer names first, each mention tied to a group or left alone."""

    def __init__(self, people: Sequence[Mention], names: Sequence[Name]) -> None:
        self.people, self.names = people, names
        self.members: list[list[int]] = []
        self.by_part: dict[str, set[int]] = {}
        self.of: dict[str, int] = {}
        order = sorted(range(len(people)), key=lambda i: (-len(names[i].parts), -len(names[i].text), i))
        for index in order:
            if len(names[index].parts) > 1:
                self._place(index)
        self.entities = [self._fullest(group) for group in self.members]

    def _place(self, index: int) -> None:
        name = self.names[index]
        if name.text in self.of:
            self.members[self.of[name.text]].append(index)
            return
        buckets = [self.by_part.get(part, set()) for part in name.parts]
        near = sorted({group for bucket in buckets if len(bucket) <= MAX_BEARERS for group in bucket})
        fitting = [g for g in near if _fits(name, self.names[self.members[g][0]]) and not self._clash(index, g)]
        exact = [g for g in fitting if self.names[self.members[g][0]].plain == name.plain]
        chosen = exact or fitting
        if len(chosen) == 1:
            group = chosen[0]
            self.members[group].append(index)
        else:
            group = len(self.members)
            self.members.append([index])
        self.of[name.text] = group
        for part in name.parts:
            self.by_part.setdefault(part, set()).add(group)

    def _clash(self, index: int, group: int) -> bool:
        mine = _gender(self.people[index].honorific)
        return bool(mine) and any(_gender(self.people[m].honorific) not in ("", mine) for m in self.members[group][:20])

    def _fullest(self, group: Sequence[int]) -> str:
        first: dict[str, int] = {}
        for index in sorted(group, key=lambda i: self.people[i].start):
            first.setdefault(self.people[index].text, index)
        best = max(first.values(), key=lambda i: (len(self.names[i].parts), not _shouts(self.names[i].text), len(self.names[i].text), -i))
        return self.people[best].text

    def entity(self, index: int, paragraph_of: Callable[[Mention], int]) -> tuple[str, tuple[str, ...]]:
        """The fullest name of a mention's person, and the candidates when it stays open."""
        name = self.names[index]
        if len(name.parts) > 1:
            return self.entities[self.of[name.text]], ()
        if not name.parts:
            return name.text, ()
        candidates = self._bearers(index, name.parts[0])
        if len(candidates) > 1:
            here = paragraph_of(self.people[index])
            local = [
                g
                for g in candidates
                if any(
                    paragraph_of(self.people[m]) == here and self.people[m].start < self.people[index].start for m in self.members[g][:50]
                )
            ]
            candidates = local if len(local) == 1 else candidates
        if len(candidates) == 1:
            return self.entities[candidates[0]], ()
        return name.text, tuple(self.entities[g] for g in candidates)

    def _bearers(self, index: int, part: str) -> list[int]:
        exact = [g for g in nsmallest(MAX_BEARERS + 1, self.by_part.get(part, ())) if not self._clash(index, g)]
        if exact:
            formal = self.people[index].honorific
            family = [g for g in exact if part in (self.names[self.members[g][0]].parts[-1], self.names[self.members[g][0]].parts[0])]
            last = [g for g in exact if self.names[self.members[g][0]].parts[-1] == part]
            return (last if formal and last else family) or exact
        short = _NICKNAMES.get(part)
        if not short:
            return []
        spelt = sorted({g for group in short for other in group for g in list(self.by_part.get(other, ()))[:MAX_BEARERS]})
        return [g for g in spelt if _nickname(part, self.names[self.members[g][0]].parts[0]) and not self._clash(index, g)]


def _shouts(name: str) -> bool:
    """Whether a name, or its family name as is the habit in some places, is in capitals."""
    return any(len(word) > 2 and word.isupper() for word in name.split())


def _gender(honorific: str) -> str:
    words = {w.strip(".").casefold() for w in honorific.split()}
    if words & (lexicon.MEN - {"chief"}):
        return "m"
    return "f" if words & lexicon.WOMEN else ""
