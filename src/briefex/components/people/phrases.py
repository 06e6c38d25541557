"""Posts and bodies that belong together, before anyone asks whose they are.

A phrase is one or more joined posts with the bodies they are held at: "Dean and Professor at [A] and [B]".
"""

from collections.abc import Sequence
from dataclasses import dataclass

from briefex.components.people.bodies import Chain, joins, together
from briefex.components.people.tape import Gap, Item, gap_of

MAX_CHAIN = 4
# "Member of the Example Assembly (Green Party)": the bracket holds the party, which is a row of its own.
_ELECTED = frozenset("member mp mep senator representative deputy parliamentarian legislator councillor".split())


@dataclass(frozen=True, slots=True)
class Phrase:
    """Posts (none for a bare body) and the chains of bodies, each of which gives a row; `first` and `last` index items."""

    posts: tuple[Item, ...]
    chains: tuple[Chain, ...]
    first: int
    last: int
    start: int
    end: int
    left: bool = False
    apart: tuple[Chain, ...] = ()


Node = Item | Phrase


class Parser:
    """Reads the items of one statement into people and phrases."""

    def __init__(self, text: str, items: Sequence[Item]) -> None:
        self.text, self.items = text, items

    def nodes(self) -> list[Node]:
        """People and phrases in order."""
        found: list[Node] = []
        index = 0
        while index < len(self.items):
            item = self.items[index]
            if item.kind == "P":
                found.append(item)
                index += 1
                continue
            phrase = self._posts(index, index, ()) if item.kind == "T" else self._bodies(index)
            found.append(phrase)
            index = phrase.last + 1
        return found

    def _gap(self, index: int) -> Gap:
        return gap_of(self.text, self.items[index].end, self.items[index + 1].start)

    def _kind(self, index: int) -> str:
        return self.items[index].kind if index < len(self.items) else ""

    def _bodies(self, index: int) -> Phrase:
        chain, last = self._chain(index)
        if self._kind(last + 1) == "T" and self._gap(last) in ("next", "own"):
            return self._posts(index, last + 1, chain.items, chain.gaps)
        chains = [chain]
        return self._phrase((), chains, index, last)

    def _posts(self, first: int, index: int, left: Sequence[Item], left_gaps: Sequence[Gap] = ()) -> Phrase:
        posts = [self.items[index]]
        last = index
        while self._kind(last + 1) == "T" and self._gap(last) in ("and", "comma", "slash", "dash", "line") and self._same_time(last):
            last += 1
            posts.append(self.items[last])
        chains: list[Chain] = []
        if self._kind(last + 1) in ("O", "I") and self._reaches(last):
            gap = self._gap(last)
            right, last = self._chain(last + 1)
            if left and gap == "dash" and left[-1].kind == "I" and right.items[0].kind == "O":
                phrase = self._phrase(posts, [Chain(tuple(left), tuple(left_gaps))], first, last, True)
                return Phrase(phrase.posts, phrase.chains, first, last, phrase.start, phrase.end, True, (right,))
            if posts[-1].head in _ELECTED and right.gaps and right.gaps[0] == "open":
                phrase = self._phrase(posts, [Chain(right.items[:1])], first, last)
                return Phrase(
                    phrase.posts,
                    phrase.chains,
                    first,
                    last,
                    phrase.start,
                    phrase.end,
                    bool(left),
                    (Chain(right.items[1:], right.gaps[1:]),),
                )
            chains.append(together(left, right, left_gaps))
            while self._kind(last + 1) in ("O", "I") and self._gap(last) == "and" and not self._leads(last + 1):
                more, last = self._chain(last + 1)
                chains.append(more)
            if gap == "prep" and self._kind(last + 1) == "T" and self._gap(last) in ("own", "next"):
                last += 1  # "adviser to the [WHO] Director-General": the second post is another person's
        elif left:
            chains.append(Chain(tuple(left), tuple(left_gaps)))
        return self._phrase(posts, chains, first, last, bool(left))

    def _same_time(self, last: int) -> bool:
        between = self.text[self.items[last].end : self.items[last + 1].start].casefold()
        return not any(word in between for word in ("(", "former", "previous", "current", "now", "ex-", "then", "past"))

    def _reaches(self, last: int) -> bool:
        """Whether the body after a post is the post's and not the next post's."""
        gap = self._gap(last)
        if gap in ("prep", "open", "dash", "next"):
            return gap in ("prep", "open") or not self._leads(last + 1)
        return gap in ("comma", "line", "slash") and not self._leads(last + 1)

    def _leads(self, index: int) -> bool:
        """Whether a chain of bodies beginning here stands directly before a post of its own ("[IISS] Japan Chair")."""
        while self._kind(index + 1) in ("O", "I") and self._gap(index) in ("own", "next"):
            index += 1
        return self._kind(index + 1) == "T" and self._gap(index) in ("next", "own")

    def _chain(self, index: int) -> tuple[Chain, int]:
        items, gaps = [self.items[index]], []
        while self._kind(index + 1) in ("O", "I") and len(items) < MAX_CHAIN:
            gap = self._gap(index)
            if not joins(gap, self.items[index], self.items[index + 1]) or (gap not in ("own", "prep", "next") and self._leads(index + 1)):
                break
            gaps.append(gap)
            index += 1
            items.append(self.items[index])
        return Chain(tuple(items), tuple(gaps)), index

    def _phrase(self, posts: Sequence[Item], chains: Sequence[Chain], first: int, last: int, left: bool = False) -> Phrase:
        end = self.items[last].end
        return Phrase(tuple(posts), tuple(chains), first, last, self.items[first].start, end, left)
