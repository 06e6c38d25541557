"""Turns the statements of a text into affiliations: who speaks, which posts they hold, since when.

The rule that found the holder of a post is the row's `origin`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from briefex.components.people import cues, lexicon
from briefex.components.people.bodies import Chain, place_of
from briefex.components.people.confidence import confidence
from briefex.components.people.holders import Held, Holders, Subject
from briefex.components.people.phrases import Parser, Phrase
from briefex.components.people.segments import Line, Statement
from briefex.components.people.status import last_cue, span_of_dates, status_of
from briefex.components.people.tape import Item
from briefex.records import Affiliation, Status

# How far before and after a post a word of status is looked for, in characters.
REACH = 600


class Tier:
    """Works through the statements of one text."""

    def __init__(self, text: str, items: Sequence[Item], dates: Sequence[Any], honorifics: dict[int, str]) -> None:
        self.text, self.items, self.dates, self.honorifics = text, items, dates, honorifics
        self.starts = [item.start for item in items]
        self.subject: Subject | None = None
        self.paragraph = -1
        self.subject_line = self.line = (-1, -1)
        self.rows: list[Affiliation] = []

    def read(self, statement: Statement, line: Line, items: Sequence[Item]) -> None:
        """Add the rows of one statement, and remember whom it speaks of."""
        self.paragraph = line.paragraph
        self.line = (statement.line, line.paragraph)
        people = [item for item in items if item.kind == "P"]
        if items and (people or self.subject):
            nodes = Parser(self.text, items).nodes()
            inherited = self._inherited(statement, people)
            held = Holders(self.text, statement, nodes, inherited).find()
            self._write(statement, held, line)
        self._remember(statement, items)

    def _inherited(self, statement: Statement, people: Sequence[Item]) -> Subject | None:
        if not self.subject:
            return None
        opening = self.text[statement.start : people[0].start if people else statement.end][:160]
        if not people and self._near() and self._fragment(statement):
            return self.subject
        if cues.BARE_VERB.match(opening) or (cues.PRONOUN.match(opening) and cues.HE.search(opening)):
            return self.subject
        return self.subject if cues.HE.match(opening) else None

    def _near(self) -> bool:
        """Whether the subject was named in this line or the one above it, in the same paragraph."""
        return self.line[1] == self.subject_line[1] and self.line[0] - self.subject_line[0] <= 1

    def _fragment(self, statement: Statement) -> bool:
        """Whether a statement is a post without a verb, which goes on about the name before it ("Ex-director of …")."""
        index = bisect_left(self.starts, statement.start)
        if index >= len(self.items) or self.items[index].start >= statement.end:
            return False
        first = self.items[index]
        lead = self.text[statement.start : first.start]
        return (
            first.kind == "T"
            and len(lead) < 40
            and re.fullmatch(
                r"(?:\s|[“\"(,]|\b(?:ex-|a|an|the|former|formerly|previously|until|since|now|currently|then|before|that|earlier"
                r"|and|also|\d{4})\b|-)*",
                lead,
                re.IGNORECASE,
            )
            is not None
        ) or (first.kind == "O" and re.fullmatch(r"\s*(?:ex-|formerly (?:of|at|with) (?:the )?)", lead, re.IGNORECASE) is not None)

    def _remember(self, statement: Statement, items: Sequence[Item]) -> None:
        people = [item for item in items if item.kind == "P"]
        opening = self.text[statement.start : statement.start + 24]
        if (
            people
            and not (cues.HE.match(opening) and self.subject)
            and not (self._inherited(statement, people) and people[0].start - statement.start > 60)
        ):
            first = people[0]
            self.subject = Subject(first.name, first.start, first.end)
            self.subject_line = (statement.line, self.paragraph)

    def _write(self, statement: Statement, held: Sequence[Held], line: Line) -> None:
        status: dict[str, Status] = {}
        for position, one in enumerate(held):
            following = held[position + 1].phrase.start if position + 1 < len(held) else statement.end
            for holder in one.holders:
                self.rows.extend(self._rows(statement, one, holder, status, following, held[position - 1] if position else None))

    def _rows(
        self, statement: Statement, one: Held, holder: Subject, status: dict[str, Status], following: int, previous: Held | None
    ) -> list[Affiliation]:
        phrase = one.phrase
        known, begin = self._clause(statement, one, holder, previous, status)
        tense = self._tense(phrase, known, begin, following, following < statement.end)
        status[holder.name] = tense
        near = [d for d in self.dates if begin <= d.start < following]
        since, until = span_of_dates(self.text, begin, following, near, tense) if near else (None, None)
        shared = len(one.holders) > 1
        posts: list[tuple[str | None, Item | None]] = [(_singular(post) if shared else post.name, post) for post in phrase.posts]
        posts = posts or [(self._rank(holder, phrase), None)]
        if posts[0][0] and not phrase.posts and cues.RANK.search(self.text[holder.end : phrase.end + 8]):
            tense = "former"
        held = [(position, post, chain) for chain in phrase.chains or (Chain(()),) for position, post in posts]
        held += [(None, None, chain) for chain in phrase.apart]
        start, end = min(holder.start, phrase.start), max(holder.end, phrase.end)
        row = Affiliation(holder.name, None, None, None, tense, start, end, since, until, 1.0, one.rule)
        return [_filled(row, position, post, chain) for position, post, chain in held]

    def _tense(self, phrase: Phrase, known: Status, begin: int, following: int, followed: bool) -> Status:
        """The status of a phrase from the words before it, a bracket inside it, and the words after it."""
        before = self.text[max(begin, phrase.start - REACH) : phrase.start]
        after = self.text[phrase.end : min(following, phrase.end + REACH)]
        if not phrase.posts and cues.BEFORE_JOINING.search(before):
            return "current"
        if not phrase.posts and cues.VETERAN.match(after):
            return "former"
        if phrase.posts:
            before = cues.RANK.sub(" ", before)
        tense = status_of(before, self._inner(phrase) or after, known, followed=followed)
        return "former" if known == "former" and last_cue(before) != "current" else tense

    def _inner(self, phrase: Phrase) -> str:
        """A bracket with dates between a post and its body: "founding director (till 2022) of the …"."""
        if not phrase.posts or not phrase.chains or not phrase.chains[-1].items:
            return ""
        between = self.text[phrase.posts[-1].end : phrase.chains[-1].items[0].start]
        return between if re.match(r"\s*\((?:[^()]*\d{4}|ret)", between) else ""

    def _rank(self, holder: Subject, phrase: Phrase) -> str | None:
        """A soldier's rank is the post where only the service is named: "Rear Admiral X, USN (Ret.)"."""
        titles = self.honorifics.get(holder.start, "")
        office = [w for w in titles.split() if w.casefold() in lexicon.OFFICE_TITLES]
        if (
            office
            and titles.split()[-1] == office[-1]
            and phrase.first >= 0
            and self.text[holder.end : phrase.start].strip(" ,(").casefold() in ("", "of", "of the", "at", "at the", "from", "from the")
        ):
            return office[-1]
        chain = phrase.chains[0].items if phrase.chains else ()
        if (
            not titles
            or len(chain) != 1
            or not {w.casefold() for w in re.findall(r"\w+", chain[0].name + " " + self.text[chain[0].start : chain[0].end])}
            & lexicon.ARMED
        ):
            return None
        words = [w for w in titles.split() if w.casefold().strip(".()") in lexicon.RANKS]
        return " ".join(words) or None

    def _clause(
        self, statement: Statement, one: Held, holder: Subject, previous: Held | None, status: dict[str, Status]
    ) -> tuple[Status, int]:
        """The status a phrase starts from and where the words that may change it begin."""
        phrase = one.phrase
        if previous is None or holder.name not in {h.name for h in previous.holders}:
            begin = holder.end if statement.start <= holder.start < phrase.start else statement.start
            if one.rule == "before_name":
                begin = max(statement.start, self._edge(statement.start, phrase.start))
                return "current", begin
            lead = self.text[statement.start : min(holder.start, phrase.start)] if begin == holder.end else ""
            return "former" if cues.EARLIER.match(lead) else "current", begin
        between = self.text[previous.phrase.end : phrase.start]
        if cues.SOFT_END.search(between) or cues.RETIRED.match(between) or (one.rule == "card" and "\n" in between):
            return "current", previous.phrase.end
        inherited = status[holder.name]
        if (
            one.rule in ("beside_name", "card")
            and between.strip() in (",", "|", "")
            and inherited == "former"
            and self._adjective(previous)
        ):
            inherited = "current"
        return inherited, previous.phrase.end

    def _adjective(self, previous: Held) -> bool:
        """Whether the former of the phrase before is an adjective, which reaches no further than its own posts."""
        return (
            re.search(
                r"(?:former|ex-|past|retired)\s*$", self.text[max(0, previous.phrase.start - 12) : previous.phrase.start], re.IGNORECASE
            )
            is not None
        )

    def _edge(self, low: int, high: int) -> int:
        cut = max(self.text.rfind(mark, low, high) for mark in (",", ";", ":", " and ", "("))
        return low if cut < 0 else cut


def _singular(post: Item) -> str:
    """ "co-directors" as the post of each."""
    return post.name.removesuffix("s") if post.head.endswith("s") and post.name.casefold().endswith(post.head) else post.name


def _filled(row: Affiliation, position: str | None, post: Item | None, chain: Chain) -> Affiliation:
    place = place_of(chain)
    scores = [item.score for item in (*chain.items, *((post,) if post else ()))]
    score = confidence(min(scores, default=1.0), row.origin)
    return replace(row, position=position, organisation=place.organisation, unit=place.unit, score=score)
