"""Whose post is it: each phrase of posts and bodies looks for its holder.

The holder is the name it stands beside, the subject of the sentence, or the person whom the sentence before spoke of.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from briefex.components.people import cues, lexicon
from briefex.components.people.bodies import Chain, level
from briefex.components.people.phrases import Node, Phrase
from briefex.components.people.segments import Statement
from briefex.components.people.tape import Item, gap_of

_COUNTRY_OWNER = re.compile(r"(?<= )[A-Z][\w-]+(?: [A-Z][\w-]+)?['’]s $")  # "of Kenya's [Ministry of Energy]"
_OPEN_BRACKET = re.compile(r"^[^()\[\]\n]{0,40}\n?[ \t]*[(\[][^()\[\]]*$")  # behind a name


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the text is speaking of, and where it last named that person."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Held:
    """A phrase with its holder and the rule that found it."""

    phrase: Phrase
    holders: tuple[Subject, ...]
    rule: str


class Holders:
    """Finds the holders of the phrases of one statement."""

    def __init__(self, text: str, statement: Statement, nodes: Sequence[Node], inherited: Subject | None) -> None:
        self.text, self.statement, self.nodes, self.inherited = text, statement, nodes, inherited
        self.taken: dict[int, tuple[tuple[Subject, ...], str]] = {}
        self.accepted: set[int] = set()
        self.bodies: tuple[int, Phrase] | None = None
        self.frame: Chain | None = self._frame()

    def find(self) -> list[Held]:
        """Every phrase that has a holder, in order."""
        held: list[Held] = []
        told: set[int] = set()  # bodies that a post before a name has taken
        current: tuple[Subject, ...] = (self.inherited,) if self.inherited else ()
        rule = "subject"
        for index, node in enumerate(self.nodes):
            if index in told:
                continue
            if isinstance(node, Item):
                if not self._passing(index, node, current):
                    current, rule = self._people_until(index), "subject"
                continue
            found = self._holder(index, node, current, rule)
            if found and not self._event_role(found.phrase):
                self.accepted.add(index)
                around = self._around_name(index, found)
                if around:
                    told.add(index + 2)
                found = around or self._placed_by_context(index, found)
                if found.phrase.chains or stands_alone(found.phrase, found.rule):
                    held.append(found)
                if found.rule in ("beside_name", "card"):
                    current, rule = found.holders, found.rule
            if node.chains:
                self.bodies = (index, node)
        return held

    def _around_name(self, index: int, found: Held) -> Held | None:
        """A post before a name with the body behind it: "curator Ada Okafor of [the Example Museum]"."""
        behind = self.nodes[index + 2] if index + 2 < len(self.nodes) else None
        person = self._neighbour(index, 1)
        if found.rule != "before_name" or found.phrase.chains or len(found.holders) != 1 or person is None:
            return None
        if not isinstance(behind, Phrase) or behind.posts or gap_of(self.text, person.end, behind.start) != "prep":
            return None
        if not self._beside(person, behind) or self._studied(behind, person.end) or self._modifies(behind):
            return None
        return replace(found, phrase=replace(found.phrase, chains=behind.chains))

    def _inside_listed(self, index: int, found: Held, at: int, before: Phrase) -> Held:
        """A unit after the institution of the same entry: "Name, [Example Bank], Head of [Department of Trade]"."""
        phrase = found.phrase
        if (
            at != index - 1
            or at not in self.accepted
            or before.posts
            or gap_of(self.text, before.end, phrase.start) not in ("comma", "dash", "open")
            or cues.RETIRED.match(self.text, before.end)
        ):
            return found
        if (
            len(phrase.chains) != 1
            or level(before.chains[0].items[-1]) < 2
            or level(before.chains[0].items[-1]) - level(phrase.chains[0].items[-1]) < 0.5
        ):
            return found
        return replace(found, phrase=replace(phrase, chains=(_within(phrase.chains[0], before.chains[0]),)))

    def _frame(self) -> Chain | None:
        """The body that a sentence opens with ("At HHS, she also served as …") and that its posts belong to."""
        first = self.nodes[0] if self.nodes else None
        if not isinstance(first, Phrase) or first.posts or not self.inherited or len(self.nodes) < 2:
            return None
        return first.chains[0] if cues.AT_THE_START.match(self.text[self.statement.start : first.start]) else None

    def _placed_by_context(self, index: int, found: Held) -> Held:
        """A post without a body takes the one that the clause speaks of: "joined [A] in July and serves as analyst"."""
        phrase = found.phrase
        if not phrase.posts or index == 0:
            return found
        if self.frame and index > 0:
            chains = phrase.chains or (Chain(()),)
            return replace(found, phrase=replace(phrase, chains=tuple(_within(chain, self.frame) for chain in chains)))
        if self.bodies is None:
            return found
        at, before = self.bodies
        if phrase.chains:
            return self._inside_listed(index, found, at, before)
        link = self.text[before.end : phrase.start]
        if any(isinstance(node, Item) for node in self.nodes[at:index]) or len(link) > 120:
            return found
        listed = gap_of(self.text, before.end, phrase.start)
        if (listed == "and" and before.posts) or (
            not before.posts and listed in ("comma", "dash", "and", "line", "open", "semicolon") and at in self.accepted
        ):
            return replace(found, phrase=replace(phrase, chains=before.chains))
        if (at in self.accepted or "where" in link) and cues.AS.match(link) and cues.WHERE.search(link):
            return replace(found, phrase=replace(phrase, chains=before.chains))
        return found

    def _passing(self, index: int, node: Item, current: tuple[Subject, ...]) -> bool:
        """Whether a person is named in passing while the sentence goes on about another ("under Dr X", "his wife Y")."""
        if not current:
            return False
        lead = self.text[max(self.statement.start, node.start - 40) : node.start]
        rest = self.text[node.end : node.end + 3]
        if re.match(r"['’]s?\s", rest):
            return True
        if self.inherited:
            return cues.IN_PASSING.search(lead) is not None
        return cues.UNDER.search(lead) is not None and not re.match(r"\s*[,(:–—|]", rest)

    def _people_until(self, index: int) -> tuple[Subject, ...]:
        node = self.nodes[index]
        assert isinstance(node, Item)
        return (Subject(node.name, node.start, node.end),)

    def _holder(self, index: int, phrase: Phrase, current: tuple[Subject, ...], rule: str) -> Held | None:
        if not phrase.posts and any(item.head == "description" for chain in phrase.chains for item in chain.items):
            return None
        left, right = self._neighbour(index, -1), self._neighbour(index, 1)
        after = self._before_name(index, phrase, left, right, current)
        if after:
            return after
        if left is not None and self._beside(left, phrase):
            if not phrase.posts and (self._studied(phrase, left.end) or self._modifies(phrase)):
                return None
            if phrase.posts and self._object(left.end, phrase):
                return None
            if phrase.posts and self._event_role(phrase):
                return None
            holders = self._sharing(index, phrase)
            return Held(phrase, holders, "card" if "\n" in self.text[left.end : phrase.start] else "beside_name")
        if current and self._in_bracket_list(index, phrase, current):
            return Held(phrase, current, "beside_name")
        if not current or self._next_entry(index, phrase, current):
            return None
        begin = self._last_end(index)
        if phrase.posts:
            return self._as_subject(index, phrase, current, rule, begin)
        return self._orphan(index, phrase, current, rule, begin)

    def _in_bracket_list(self, index: int, phrase: Phrase, current: tuple[Subject, ...]) -> bool:
        """Whether a semicolon parts the phrase from the one before it in the bracket behind a name: "(The Tide; King's College)"."""
        if len(current) != 1 or index < 2 or index - 1 not in self.accepted:
            return False
        since = self.text[current[0].end : phrase.start]
        return _OPEN_BRACKET.search(since) is not None and gap_of(self.text, self._last_end(index), phrase.start) == "semicolon"

    def _next_entry(self, index: int, phrase: Phrase, current: tuple[Subject, ...]) -> bool:
        """Whether a semicolon has begun the entry of someone else: one named after the phrase, or "a representative of"."""
        begin = max(current[-1].end, self.statement.start)
        cut = self.text.rfind(";", begin, phrase.start)
        if cut < 0:
            return False
        stop = self.text.find(";", phrase.end, self.statement.end)
        stop = self.statement.end if stop < 0 else stop
        if any(isinstance(node, Item) and phrase.end <= node.start < stop for node in self.nodes[index + 1 :]):
            return True
        return re.match(r"\s*(?:and\s+)?(?:an?|one|some\w*)\s", self.text[cut + 1 : phrase.start]) is not None and bool(phrase.posts)

    def _neighbour(self, index: int, step: int) -> Item | None:
        other = index + step
        node = self.nodes[other] if 0 <= other < len(self.nodes) else None
        return node if isinstance(node, Item) else None

    def _last_end(self, index: int) -> int:
        return self.nodes[index - 1].end if index else self.statement.start

    def _before_name(self, index: int, phrase: Phrase, left: Item | None, right: Item | None, current: tuple[Subject, ...]) -> Held | None:
        """A phrase that stands before the name: "[IISS] Japan Chair Robert Ward", "the Director General, Sam Thorne"."""
        if right is None:
            return None
        if left is not None and _OPEN_BRACKET.search(self.text[left.end : phrase.start]):
            return None  # "Ada Okafor (Director, Example Bank); Bo Lindqvist": in the bracket of the name before
        between = self.text[phrase.end : right.start]
        holder = Subject(right.name, right.start, right.end)
        if not phrase.posts and cues.OWNS.fullmatch(between):
            return Held(phrase, (holder,), "before_name")
        if phrase.posts and cues.TO_AN_OFFICE.search(phrase.posts[-1].name):
            return None
        if phrase.posts and cues.COPULA.search(between) and (left is None or not self._beside(left, phrase)):
            return Held(phrase, (holder,), "before_name")
        if ("\n" in between.strip(" ") and not self._wrapped(between)) or not _titles_only(between):
            return None
        mark = between.strip()[:1]
        if mark in ("", ")") or mark.isalpha() or mark in '"“':
            return Held(phrase, self._all_right(index, phrase), "before_name") if phrase.posts else None
        if mark in (",", ":", "–", "—", "-") and phrase.posts and self._names_next(index, phrase, left, current):
            holders = self._all_right(index, phrase)
            self.taken[index + len(holders)] = (holders, "before_name")
            return Held(phrase, holders, "before_name")
        return None

    def _names_next(self, index: int, phrase: Phrase, left: Item | None, current: tuple[Subject, ...]) -> bool:
        """Whether a post and a comma lead to the name after them ("the Director General, Sam Thorne")."""
        leads = self._introduced(phrase) or self._alternates(index)
        announced = self._announced(index)
        if current and not leads and not announced:
            return False
        if left is not None:
            return announced or not self._beside(left, phrase)
        return not self.inherited and (leads or phrase.start - self.statement.start < 20 or not self._begins_entry(index + 1))

    def _begins_entry(self, index: int) -> bool:
        """Whether a name is followed by posts of its own."""
        following = self.nodes[index + 1] if index + 1 < len(self.nodes) else None
        node = self.nodes[index]
        return isinstance(node, Item) and isinstance(following, Phrase) and self._beside(node, following)

    def _alternates(self, index: int) -> bool:
        """Whether posts and names alternate from here to the last name, so that each post stands before its name."""
        rest = self.nodes[index:]
        return (
            len(rest) % 2 == 0
            and len(rest) > 2
            and all(isinstance(node, Item) == bool(offset % 2) for offset, node in enumerate(rest))
            and (index == 0 or (isinstance(self.nodes[index - 1], Item) and index - 1 in self.taken) or not self.nodes[:index])
        )

    def _introduced(self, phrase: Phrase) -> bool:
        return cues.INTRODUCES.search(self.text[max(self.statement.start, phrase.start - 40) : phrase.start]) is not None

    def _wrapped(self, between: str) -> bool:
        return between.count("\n") == 1 and between.strip() == "" and self.statement.end - self.statement.start > 200

    def _announced(self, index: int) -> bool:
        """Whether the name before was itself introduced by its post, so that this post introduces the next name."""
        last = index + 3 >= len(self.nodes)
        return index - 1 in self.taken and not (last and index + 1 < len(self.nodes) and self._begins_entry(index + 1))

    def _all_right(self, index: int, phrase: Phrase) -> tuple[Subject, ...]:
        found = []
        plural = any(post.head.endswith("s") for post in phrase.posts)
        position = index + 1
        while position < len(self.nodes) and isinstance(node := self.nodes[position], Item):
            found.append(Subject(node.name, node.start, node.end))
            following = self.nodes[position + 1] if position + 1 < len(self.nodes) else None
            if not plural or following is None or _conjoined(self.text[node.end : following.start]) is None:
                break
            position += 1
        return tuple(found)

    def _beside(self, person: Item, phrase: Phrase) -> bool:
        """Whether nothing but marks and small words stands between a name and a phrase after it."""
        between = self.text[person.end : phrase.start]
        if len(between) > 80 or ";" in between:
            return False
        between = re.sub(r"\([^()]{1,30}\)|@\w+|[“\"][^”\"]{1,20}[”\"]", " ", between)
        between = _COUNTRY_OWNER.sub("", between)
        if "\n" in between and not phrase.posts and between.count("\n") > 3:
            return False
        return cues.BESIDE.match(_without_postnominals(between)) is not None

    def _sharing(self, index: int, phrase: Phrase) -> tuple[Subject, ...]:
        """The people of "A and B, Organisation": both, where the post is nobody's or plural."""
        position = index - 1
        node = self.nodes[position]
        assert isinstance(node, Item)
        found = [Subject(node.name, node.start, node.end)]
        plural = not phrase.posts or any(post.head.endswith("s") for post in phrase.posts)
        while plural and position > 0 and isinstance(before := self.nodes[position - 1], Item):
            here = self.nodes[position]
            link = _conjoined(self.text[before.end : here.start])
            if link is None or (link == "," and len(found) == 1 and not any(post.head.endswith("s") for post in phrase.posts)):
                break
            if link == "," and not phrase.posts:
                break
            found.append(Subject(before.name, before.start, before.end))
            position -= 1
        return tuple(reversed(found))

    def _as_subject(self, index: int, phrase: Phrase, current: tuple[Subject, ...], rule: str, begin: int) -> Held | None:
        if self._object(begin, phrase):
            return None
        if self._event_role(phrase):
            return None
        return Held(phrase, current, rule if rule != "subject" or not self.inherited else "pronoun")

    def _event_role(self, phrase: Phrase) -> bool:
        if any(cues.OF_THE_EVENT.search(post.name) for post in phrase.posts):
            return True
        labelled = self.text[phrase.end : phrase.end + 2].strip() == ":" and phrase.start - self.statement.start < 12
        if labelled and all(post.name.split()[0].casefold() in lexicon.ROLE_HEADS for post in phrase.posts):
            return True
        return not phrase.chains and all(post.head in lexicon.ROLE_HEADS and len(post.name.split()) == 1 for post in phrase.posts)

    def _object(self, begin: int, phrase: Phrase) -> bool:
        lead = self.text[begin : phrase.start]
        tail = lead[-60:]
        if any(post.head.endswith("s") and post.head[:-1] in lexicon.POST_HEADS for post in phrase.posts) and not re.search(
            r"[,(]\s*(?:both\s*)?$", tail
        ):
            return True
        return cues.OBJECT.search(tail) is not None and cues.ROLE_OF.search(tail) is None

    def _modifies(self, phrase: Phrase) -> bool:
        """Whether a body only describes a noun after it: "an [Example Agency] grantee"."""
        lead = self.text[max(0, phrase.start - 4) : phrase.start]
        if re.match(r"['’]\s*s?\s", self.text[phrase.end : phrase.end + 4]):
            return re.search(r"\b(?:of|from|at)\s+(?:the\s+)?$", self.text[max(0, phrase.start - 12) : phrase.start]) is None
        return (
            re.search(r"\b(?:an?|the)\s$", lead) is not None
            and (
                not lead.endswith("the ")
                or cues.OF_A_PART.match(self.text, phrase.end) is not None
                or not cues.PREPOSED.search(self.text[max(0, phrase.start - 12) : phrase.start])
            )
            and re.match(r"\s[a-z]{4,}", self.text[phrase.end : phrase.end + 8]) is not None
            and not re.match(
                r"\s(?:with|from|will|where|since|until|that|which|when|before|after)\b", self.text[phrase.end : phrase.end + 8]
            )
        )

    def _studied(self, phrase: Phrase, begin: int) -> bool:
        return cues.STUDIES.search(self.text[begin : phrase.start]) is not None

    def _orphan(self, index: int, phrase: Phrase, current: tuple[Subject, ...], rule: str, begin: int) -> Held | None:
        """A body without a post counts only where the words before it speak of working there."""
        lead = self.text[begin : phrase.start]
        if self._studied(phrase, max(self.statement.start, begin)):
            return None
        if re.search(r"\bincluding\s+(?:the\s+)?$", lead) and phrase.chains[0].items[0].kind == "I":
            return None
        if phrase.chains[0].items[0].kind == "I" and len(phrase.chains[0].items) == 1 and not cues.ON_UNDERTAKING.search(lead):
            return None
        if phrase.chains[0].items[0].kind == "O" and (cues.HEADS_IT.search(lead) or cues.IS_IN.search(lead)):
            return Held(phrase, current, "at_work")
        if cues.AT_WORK.search(lead) and self._placed(lead):
            return Held(phrase, current, "at_work")
        if cues.VETERAN.match(self.text[phrase.end : phrase.end + 12]):
            return Held(phrase, current, "at_work")
        if index and isinstance(before := self.nodes[index - 1], Phrase) and not before.posts and index - 1 in self.accepted:
            gap = gap_of(self.text, before.end, phrase.start)
            if gap in ("comma", "and"):
                return Held(phrase, current, "at_work")
        return None

    def _placed(self, lead: str) -> bool:
        return (
            re.search(
                r"(?:\b(?:at|for|with|in|to|of|joined|joining|from|including|leaving|within|on|left|entered|under|by|and|as"
                r"|running|formerly|previously|earlier|now|currently)\b|[(,:]"
                r"|\bex-)(?:\s+(?:the|a|an|both|several|various|its|his|her|[A-Z][\w.-]+(?:['’]s)?))*\s*$",
                lead,
            )
            is not None
        )


def stands_alone(phrase: Phrase, rule: str) -> bool:
    """Whether posts say enough without an institution: an office of state always, in a list any real post."""
    first = phrase.posts[0]
    words = first.name.split()
    if first.head in cues.OFFICES:
        return True
    if rule in ("subject", "pronoun", "at_work"):
        return False
    return first.head in lexicon.STANDALONE_HEADS and first.head not in lexicon.CALLINGS and (len(words) > 1 or first.name[0].isupper())


def _within(chain: Chain, frame: Chain) -> Chain:
    """A chain put inside the frame of its sentence, unless it is an institution itself."""
    if not chain.items:
        return frame
    if level(chain.items[-1]) >= 2 or len(chain.items) > 1:
        return chain
    return Chain((*chain.items, *frame.items), (*chain.gaps, "prep", *frame.gaps))


def _titles_only(between: str) -> bool:
    """Whether only honorifics and a mark stand between a post and the name after it."""
    words = re.findall(r"[^\W_][\w.'’-]*", between)
    return len(words) <= 6 and all(w.casefold() in lexicon.HONORIFICS or w.rstrip(".").casefold() in lexicon.HONORIFICS for w in words)


def _without_postnominals(between: str) -> str:
    return re.sub(r"[A-Za-z.]+", lambda m: "" if m[0].strip(".").casefold() in lexicon.POSTNOMINALS else m[0], between)


def _conjoined(between: str) -> str | None:
    words = [w for w in re.findall(r"[^\W_][\w.]*|[&,]", between) if w.rstrip(".").casefold() not in lexicon.HONORIFICS]
    if words in (["and"], ["&"], [",", "and"]):
        return "and"
    return "," if words == [","] else None
