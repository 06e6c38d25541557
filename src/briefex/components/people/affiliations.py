"""Ties people to posts and posts to bodies, statement by statement.

Each phrase of posts and bodies looks for its holder: the name it stands beside, the subject of the sentence, or the person
whom the sentence before spoke of. The rule that found the holder is the row's `origin`.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from briefex.components.people import lexicon
from briefex.components.people.bodies import Chain, Place, level, place_of
from briefex.components.people.phrases import Node, Parser, Phrase
from briefex.components.people.segments import Line, Statement
from briefex.components.people.status import last_cue, span_of_dates, status_of
from briefex.components.people.tape import Item, gap_of
from briefex.records import Affiliation, Status

# Rows of one person beyond which repeats are left standing, and characters within which a cue is looked for: both only
# bound the work on texts that nobody wrote.
MAX_ROWS, REACH = 200, 600
_PRONOUN = re.compile(
    r"^(?:[\"“(]?\s*)(?:(?:he|she|they|his|her|their)\b|(?:prior|before|previously|earlier|formerly|currently|presently|today|now|since|until|after|from|in|as|at|most|during|over|throughout|among|also|between|for|then|until|outside|joining|with|"
    r"born|worked|served|holds|held|was|is|has|had|studied|educated|author|co-author|positions|past|appointed|additionally|furthermore|moreover|concurrently|trained)\b)",
    re.IGNORECASE,
)
_HE = re.compile(r"\b(?:he|she|they|his|her)\b", re.IGNORECASE)
_BARE_VERB = re.compile(r"^(?:(?:previously|formerly|currently|presently|earlier|past|born|worked|served|holds|held|was|is|has|had|studied|positions|appointed|now|also)\b)", re.IGNORECASE)
_STUDIES = re.compile(
    r"\b(?:degrees?|b\.?\s?a\.?|m\.?\s?a\.?|b\.?sc|m\.?sc|ph\.?\s?d\.?|d\.?phil|ll\.?\s?[bmd]\.?|m\.?b\.?a|bachelors?|masters?|master['’]s|bachelor['’]s|doctorates?|doctoral|diplomas?|certificates?|graduated?|alumn\w+|studied|studies at|educated|"
    r"trained at|earned|obtained|thesis|honou?rary|fellow of the royal|learned|won|awarded?|prize|recogni[sz]ed|lectures? at|given lectures|published|author of|wrote|book|grant from|funded|supported by|sponsored)\b",
    re.IGNORECASE,
)
_AT_WORK = re.compile(
    r"(?:\b(?:joined|joining|works?|worked|working|employed|serv(?:es|ed|ing)|affiliated|associated|positions?|posts?|roles?|capacities|career|experience|stints?|moved|job|jobs|tenure|years|months|been|formerly|previously|now|currently|later|then|earlier|"
    r"detailed|seconded|based|coming|came|comes|left|leaving|transferred|returned|returning|entered|appointments?|responsible|employee|staff|running|deployed|veteran|assigned|represents|start|started|began|contracted|contractor|returned|moves|taught|teaches|lectured|on leave|spent|clerked|fellowships?|ex)\b"
    r"[^.;:()]{0,60}?|\b(?:leads|oversees|manages|runs)\b[^.;:]{0,40}\b(?:for|at|within)\s+(?:the\s+)?)$",
    re.IGNORECASE,
)
_OBJECT = re.compile(
    r"\b(?:by|under|with|to|for|from|between|among|against|led by|of|than|like|meet|met|told|advis(?:es|ed|ing)|assist(?:s|ed|ing)|support(?:s|ed|ing)|including for)\s+(?:(?:a|an|the|his|her|its|their|several|many|two|three|successive|current|former|federal|then)\s+)*$",
    re.IGNORECASE,
)
_ROLE_OF = re.compile(r"\b(?:role|post|position|job|capacity|office|title|rank|duties|tenure|stint|appointment|career|work(?:s|ed)?|serv(?:e|es|ed|ing|ice)|promot\w+|elected|appointed|named|return\w*|rose|elevated)\s+(?:\w+\s+)?(?:of|to|from|as|by)\s+(?:(?:the|a|an|first)\s+)*$", re.IGNORECASE)
_COPULA = re.compile(r"\s(?:is|was|will be|are|remains)(?:\s(?:today|now|currently|still))?\s$", re.IGNORECASE)
_BESIDE = re.compile(
    r"^(?:[\s,:;|/()\[\]@–—~-]|\b(?:the|a|an|our|your|his|her|its|their|former|formerly|ex|previously|past|current|currently|now|then|inaugural|first|founding|newly|appointed|new|late|who|is|was|are|were|has|been|both|all|also|and|long-?time|retired|"
    r"until|recently|last|year|serves|served|as|acts|works|worked|remains|became|holds|of|from|at|for|with|currently|presently|phd|chair|moderator|speaker|host|respondent|discussant|keynote|panelist|panellist|co|ret|res|emeritus|mp|ii|iii|jr|sr|"
    r"dr|prof|mr|ms|mrs|hon|the|online|virtual|virtually|video|via|zoom|tbc|confirmed|invited|remote|remotely|by|today|since|tomorrow|m[abs]|20\d\d|19\d\d)\b|(?-i:[A-Z][A-Za-z]{1,3}[.,])|(?-i:[A-Z]{2,4})\b)*$",
    re.IGNORECASE,
)
_TITLE_GAP = re.compile(r"^[\s,:–—\"“(-]*(?:(?:the|and|with|by)\s)*(?:[^\W\d_][\w.'’-]*\.?\s*(?:\((?:Ret|Mrs|ret|res|h\.c)\.?\)\s*)?)*$")
_SOFT_END = re.compile(r"[;•]")
_EARLIER = re.compile(r"^[\s,]*(?:\w+\s){0,2}?(?:prior to|before|previously|earlier|formerly|in (?:the )?past|in (?:his|her|their) (?:past|previous|earlier))\b", re.IGNORECASE)
_INTRODUCES = re.compile(r"(?:\b(?:is|are|was|were|include|includes|including|with|by|from|features?|featuring|hear|welcomes?|welcome|invites?|host|hosts|and|joined|interviews?|meet)\b|:)\s*(?:(?:the|our|a|an|its|former|current|then)\s+)*$", re.IGNORECASE)
_AS = re.compile(r"^[\s,(]*(?:\b(?:in\s+[^.;]{1,40}|during\s+[^.;]{1,40}|from\s+[^.;]{1,30}|since\s+[^.;]{1,20})?,?\s*)?(?:\([^()]*\)\s*)?(?:veteran\s+)?(?:where|who|and|including|such as|:)?[\s,]*(?:(?:he|she|they)\s+)?(?:(?:also|currently|previously|later|now|most recently|first|then)\s+)*(?:(?:served|serves|serving|worked|works|working|acted|acts|is|was|holds?|held|a part time|faculty|position|positions|became|started|began)\b\s*)*(?:(?:as|including|roles as|both)\b)?\s*(?:(?:the|a|an|its|their|first|inaugural|acting)\s+)*$", re.IGNORECASE)
_WHERE = re.compile(r"\b(?:where|as|including|serving|serves|such as)\b", re.IGNORECASE)
_VETERAN = re.compile(r"^\s+(?:veteran|alum\w*)\b", re.IGNORECASE)
_BEFORE_JOINING = re.compile(r"\b(?:prior to|before|since|ahead of)\s+(?:(?:joining|coming to|becoming|moving to|taking over at|working (?:at|for)|(?:his|her|their) (?:position|role|time|work|current \w+|appointment)\s+(?:at|with|in|as|to)|entering|starting at)\s+)?(?:the\s+)?$", re.IGNORECASE)
_AT_THE_START = re.compile(r"^(?:at|in|with|within|while at|during (?:his|her|their) (?:time|tenure|years) (?:at|with|in))\s+(?:the\s+)?$", re.IGNORECASE)
_OF_THE_EVENT = re.compile(r"^(?:seminar|session|panel|debate|event|conference|workshop|meeting|discussion) (?:co-)?(?:chair\w*|moderator|host)$|\b(?:chair\w*|host|moderator|speaker|rapporteur|facilitator|organi[sz]er) (?:of|for) (?:the|this|our|today's) (?:evening|session|panel|event|discussion|day|meeting|debate|afternoon|morning|night|workshop|seminar|roundtable|conference|hearing)", re.IGNORECASE)
_ON_UNDERTAKING = re.compile(r"\b(?:joined|joining|works?|worked|working|leads|led|moved|runs?|ran|served|serves)\b", re.IGNORECASE)
_OWNS = re.compile(r"['’]\s*s?\s+(?:[^\W\d_][\w.]*\.\s+)?")
_HEADS_IT = re.compile(r"\b(?:co-)?(?:directs|heads|leads|runs|led|headed|ran)\s+(?:the\s+)?$", re.IGNORECASE)
_IS_IN = re.compile(r"\b(?:is|was|were|sits|sat|serves|served)\s+(?:also\s+)?(?:in|at|with|on\s+the\s+(?:\w+\s+)?(?:board|council|committee)\s+of|on)\s+(?:the\s+)?$", re.IGNORECASE)
_RANK = re.compile(r"\((?:ret|res)[.'’d]*\)|\bret(?:['’]?d|ired)?\b", re.IGNORECASE)


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
        if _BARE_VERB.match(opening) or (_PRONOUN.match(opening) and _HE.search(opening)):
            return self.subject
        return self.subject if _HE.match(opening) else None

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
        return (first.kind == "T" and len(lead) < 40 and re.fullmatch(r"(?:\s|[“\"(,]|\b(?:ex-|a|an|the|former|formerly|previously|until|since|now|currently|then|before|that|earlier|and|also|\d{4})\b|-)*", lead, re.IGNORECASE) is not None) or (first.kind == "O" and re.fullmatch(r"\s*(?:ex-|formerly (?:of|at|with) (?:the )?)", lead, re.IGNORECASE) is not None)

    def _remember(self, statement: Statement, items: Sequence[Item]) -> None:
        people = [item for item in items if item.kind == "P"]
        opening = self.text[statement.start : statement.start + 24]
        if people and not (_HE.match(opening) and self.subject) and not (self._inherited(statement, people) and people[0].start - statement.start > 60):
            first = people[0]
            self.subject = Subject(first.name, first.start, first.end)
            self.subject_line = (statement.line, self.paragraph)

    def _write(self, statement: Statement, held: Sequence[Held], line: Line) -> None:
        status: dict[str, Status] = {}
        for position, one in enumerate(held):
            following = held[position + 1].phrase.start if position + 1 < len(held) else statement.end
            for holder in one.holders:
                self.rows.extend(self._rows(statement, one, holder, status, following, held[position - 1] if position else None))

    def _rows(self, statement: Statement, one: Held, holder: Subject, status: dict[str, Status], following: int, previous: Held | None) -> list[Affiliation]:
        phrase = one.phrase
        known, begin = self._clause(statement, one, holder, previous, status)
        before = self.text[max(begin, phrase.start - REACH) : phrase.start]
        after = self.text[phrase.end : min(following, phrase.end + REACH)]
        if phrase.posts:
            before = _RANK.sub(" ", before)
        inner = self._inner(phrase)
        tense = status_of(before, inner + after if not inner else inner, known, followed=following < statement.end)
        if known == "former" and tense == "current" and last_cue(before) != "current":
            tense = "former"
        if not phrase.posts and _BEFORE_JOINING.search(before):
            tense = "current"
        if not phrase.posts and _VETERAN.match(after):
            tense = "former"
        status[holder.name] = tense
        start, end = min(holder.start, phrase.start), max(holder.end, phrase.end)
        near = [d for d in self.dates if begin <= d.start < following]
        since, until = span_of_dates(self.text, begin, following, near, tense) if near else (None, None)
        rows = []
        plural = len(one.holders) > 1
        posts = [(p.name.removesuffix("s") if plural and p.head.endswith("s") and p.name.endswith(p.head) else p.name, p) for p in phrase.posts] or [(self._rank(holder, phrase), None)]
        for chain in phrase.chains or (Chain(()),):
            place = place_of(chain)
            for position, post in posts:
                rows.append(self._row(holder.name, position, place, tense, start, end, one.rule, since, until, post, chain))
        rows.extend(self._row(holder.name, None, place_of(chain), tense, start, end, one.rule, since, until, None, chain) for chain in phrase.apart)
        if rows and rows[0].position and not phrase.posts and _RANK.search(self.text[holder.end : phrase.end + 8]):
            rows = [replace(row, status="former") for row in rows]
        return rows

    def _row(self, person: str, position: str | None, place: Place, status: Status, start: int, end: int, rule: str, since: str | None, until: str | None, post: Item | None, chain: Chain) -> Affiliation:
        scores = [item.score for item in chain.items] + ([post.score] if post else [])
        return Affiliation(person, position, place.organisation, place.unit, status, start, end, since, until, min(scores, default=1.0), rule)

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
        if office and titles.split()[-1] == office[-1] and phrase.first >= 0 and self.text[holder.end : phrase.start].strip(" ,(").casefold() in ("", "of", "of the", "at", "at the", "from", "from the"):
            return office[-1]
        chain = phrase.chains[0].items if phrase.chains else ()
        if not titles or len(chain) != 1 or not {w.casefold() for w in re.findall(r"\w+", chain[0].name + " " + self.text[chain[0].start : chain[0].end])} & lexicon.ARMED:
            return None
        words = [w for w in titles.split() if w.casefold().strip(".()") in lexicon.RANKS]
        return " ".join(words) or None

    def _clause(self, statement: Statement, one: Held, holder: Subject, previous: Held | None, status: dict[str, Status]) -> tuple[Status, int]:
        """The status a phrase starts from and where the words that may change it begin."""
        phrase = one.phrase
        if previous is None or holder.name not in {h.name for h in previous.holders}:
            begin = holder.end if statement.start <= holder.start < phrase.start else statement.start
            if one.rule == "before_name":
                begin = max(statement.start, self._edge(statement.start, phrase.start))
                return "current", begin
            lead = self.text[statement.start : min(holder.start, phrase.start)] if begin == holder.end else ""
            return "former" if _EARLIER.match(lead) else "current", begin
        between = self.text[previous.phrase.end : phrase.start]
        if _SOFT_END.search(between) or (one.rule == "card" and "\n" in between):
            return "current", previous.phrase.end
        inherited = status[holder.name]
        if one.rule in ("beside_name", "card") and between.strip() in (",", "|", "") and inherited == "former" and self._adjective(previous):
            inherited = "current"
        return inherited, previous.phrase.end

    def _adjective(self, previous: Held) -> bool:
        """Whether the former of the phrase before is an adjective, which reaches no further than its own posts."""
        return re.search(r"(?:former|ex-|past|retired)\s*$", self.text[max(0, previous.phrase.start - 12) : previous.phrase.start], re.IGNORECASE) is not None

    def _edge(self, low: int, high: int) -> int:
        cut = max(self.text.rfind(mark, low, high) for mark in (",", ";", ":", " and ", "("))
        return low if cut < 0 else cut


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
        current: tuple[Subject, ...] = (self.inherited,) if self.inherited else ()
        rule = "subject"
        for index, node in enumerate(self.nodes):
            if isinstance(node, Item):
                if not self._passing(index, node, current):
                    current, rule = self._people_until(index), "subject"
                continue
            found = self._holder(index, node, current, rule)
            if found and not self._event_role(found.phrase):
                self.accepted.add(index)
                found = self._placed_by_context(index, found)
                if (found.phrase.chains or stands_alone(found.phrase, found.rule)):
                    held.append(found)
                if found.rule in ("beside_name", "card"):
                    current, rule = found.holders, found.rule
            if node.chains:
                self.bodies = (index, node)
        return held

    def _inside_listed(self, index: int, found: Held, at: int, before: Phrase) -> Held:
        """A unit after the institution of the same entry: "Name, [Example Bank], Head of [Department of Trade]"."""
        phrase = found.phrase
        if at != index - 1 or at not in self.accepted or before.posts or gap_of(self.text, before.end, phrase.start) not in ("comma", "dash", "open"):
            return found
        if len(phrase.chains) != 1 or level(before.chains[0].items[-1]) < 2 or level(before.chains[0].items[-1]) - level(phrase.chains[0].items[-1]) < 0.5:
            return found
        return replace(found, phrase=replace(phrase, chains=(_within(phrase.chains[0], before.chains[0]),)))

    def _frame(self) -> Chain | None:
        """The body that a sentence opens with ("At HHS, she also served as …") and that its posts belong to."""
        first = self.nodes[0] if self.nodes else None
        if not isinstance(first, Phrase) or first.posts or not self.inherited or len(self.nodes) < 2:
            return None
        return first.chains[0] if _AT_THE_START.match(self.text[self.statement.start : first.start]) else None

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
        if (listed == "and" and before.posts) or (not before.posts and listed in ("comma", "dash", "and", "line", "open", "semicolon") and at in self.accepted):
            return replace(found, phrase=replace(phrase, chains=before.chains))
        if (at in self.accepted or "where" in link) and _AS.match(link) and _WHERE.search(link):
            return replace(found, phrase=replace(phrase, chains=before.chains))
        return found

    def _passing(self, index: int, node: Item, current: tuple[Subject, ...]) -> bool:
        """Whether a person is named in passing while the sentence goes on about another ("under Dr X", "his wife Y")."""
        lead = self.text[max(self.statement.start, node.start - 40) : node.start]
        if current and re.match(r"['’]s?\s", self.text[node.end : node.end + 3]):
            return True
        return bool(current) and re.search(r"\b(?:under|for|with|by|wife|husband|son|daughter|brother|to|of|against|between|like|after|from|succeed(?:ed|ing|s)|alongside|student|and)\s+(?:[^\W\d_][\w.]*\s+){0,3}$", lead) is not None and bool(self.inherited)

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
        if not current or self._next_entry(index, phrase, current):
            return None
        begin = self._last_end(index)
        if phrase.posts:
            return self._as_subject(index, phrase, current, rule, begin)
        return self._orphan(index, phrase, current, rule, begin)

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
        between = self.text[phrase.end : right.start]
        holder = Subject(right.name, right.start, right.end)
        if not phrase.posts and _OWNS.fullmatch(between):
            return Held(phrase, (holder,), "before_name")
        if phrase.posts and _COPULA.search(between) and (left is None or not self._beside(left, phrase)):
            return Held(phrase, (holder,), "before_name")
        if ("\n" in between.strip(" ") and not self._wrapped(between)) or not _titles_only(between):
            return None
        mark = between.strip()[:1]
        if mark in ("", ")") or mark.isalpha() or mark in "\"“":
            if not phrase.posts and not self._owner(between):
                return None
            if left is not None and self._beside(left, phrase) and not phrase.posts:
                return None
            return Held(phrase, self._all_right(index, phrase), "before_name")
        if mark in (",", ":", "–", "—", "-") and phrase.posts and (not current or self._introduced(phrase) or self._announced(index) or self._alternates(index)) and (left is None or not self._beside(left, phrase) or self._announced(index)):
            if mark == "," and index + 2 < len(self.nodes) and isinstance(self.nodes[index + 2], Phrase) and self._beside(right, self.nodes[index + 2]) and left is None and not self._opens(phrase) and not self._introduced(phrase) and not self._alternates(index):  # type: ignore[arg-type]
                return None
            if self.inherited and left is None:
                return None
            holders = self._all_right(index, phrase)
            self.taken[index + len(holders)] = (holders, "before_name")
            return Held(phrase, holders, "before_name")
        return None

    def _alternates(self, index: int) -> bool:
        """Whether posts and names alternate from here to the last name, so that each post stands before its name."""
        rest = self.nodes[index:]
        return len(rest) % 2 == 0 and len(rest) > 2 and all(isinstance(node, Item) == bool(offset % 2) for offset, node in enumerate(rest)) and (
            index == 0 or isinstance(self.nodes[index - 1], Item) and index - 1 in self.taken or not self.nodes[:index]
        )

    def _introduced(self, phrase: Phrase) -> bool:
        return _INTRODUCES.search(self.text[max(self.statement.start, phrase.start - 40) : phrase.start]) is not None

    def _opens(self, phrase: Phrase) -> bool:
        return phrase.start - self.statement.start < 20

    def _wrapped(self, between: str) -> bool:
        return between.count("\n") == 1 and between.strip() == "" and self.statement.end - self.statement.start > 200

    def _owner(self, between: str) -> bool:
        return False

    def _announced(self, index: int) -> bool:
        """Whether the name before was itself introduced by its post, so that this post introduces the next name."""
        return index - 1 in self.taken and not (index + 2 < len(self.nodes) and isinstance(self.nodes[index + 2], Phrase) and self._beside(self.nodes[index + 1], self.nodes[index + 2]) and index + 3 >= len(self.nodes))  # type: ignore[arg-type]

    def _all_right(self, index: int, phrase: Phrase) -> tuple[Subject, ...]:
        found = []
        plural = any(post.head.endswith("s") and post.head not in ("ambassadress",) for post in phrase.posts)
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
        if "\n" in between and not phrase.posts and between.count("\n") > 3:
            return False
        return _BESIDE.match(_without_postnominals(between)) is not None

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
        if any(_OF_THE_EVENT.search(post.name) for post in phrase.posts):
            return True
        labelled = self.text[phrase.end : phrase.end + 2].strip() == ":" and phrase.start - self.statement.start < 12
        if labelled and all(post.name.split()[0].casefold() in lexicon.ROLE_HEADS for post in phrase.posts):
            return True
        return not phrase.chains and all(post.head in lexicon.ROLE_HEADS and len(post.name.split()) == 1 for post in phrase.posts)

    def _object(self, begin: int, phrase: Phrase) -> bool:
        lead = self.text[begin : phrase.start]
        tail = lead[-60:]
        if any(post.head.endswith("s") and post.head[:-1] in lexicon.POST_HEADS for post in phrase.posts) and not re.search(r"[,(]\s*(?:both\s*)?$", tail):
            return True
        return _OBJECT.search(tail) is not None and _ROLE_OF.search(tail) is None

    def _modifies(self, phrase: Phrase) -> bool:
        """Whether a body only describes a noun after it: "an [Example Agency] grantee"."""
        lead = self.text[max(0, phrase.start - 4) : phrase.start]
        if re.match(r"['’]\s*s?\s", self.text[phrase.end : phrase.end + 4]):
            return re.search(r"\b(?:of|from|at)\s+(?:the\s+)?$", self.text[max(0, phrase.start - 12) : phrase.start]) is None
        return re.search(r"\b(?:an?|the)\s$", lead) is not None and re.match(r"\s[a-z]{4,}", self.text[phrase.end : phrase.end + 8]) is not None and not re.match(
            r"\s(?:with|from|will|where|since|until|that|which|when|before|after)\b", self.text[phrase.end : phrase.end + 8]
        )

    def _studied(self, phrase: Phrase, begin: int) -> bool:
        return _STUDIES.search(self.text[begin : phrase.start]) is not None

    def _orphan(self, index: int, phrase: Phrase, current: tuple[Subject, ...], rule: str, begin: int) -> Held | None:
        """A body without a post counts only where the words before it speak of working there."""
        lead = self.text[begin : phrase.start]
        if self._studied(phrase, max(self.statement.start, begin)):
            return None
        if re.search(r"\bincluding\s+(?:the\s+)?$", lead) and phrase.chains[0].items[0].kind == "I":
            return None
        if phrase.chains[0].items[0].kind == "I" and len(phrase.chains[0].items) == 1 and not _ON_UNDERTAKING.search(lead):
            return None
        if phrase.chains[0].items[0].kind == "O" and (_HEADS_IT.search(lead) or _IS_IN.search(lead)):
            return Held(phrase, current, "at_work")
        if _AT_WORK.search(lead) and self._placed(lead):
            return Held(phrase, current, "at_work")
        if _VETERAN.match(self.text[phrase.end : phrase.end + 12]):
            return Held(phrase, current, "at_work")
        if index and isinstance(before := self.nodes[index - 1], Phrase) and not before.posts and index - 1 in self.accepted:
            gap = gap_of(self.text, before.end, phrase.start)
            if gap in ("comma", "and"):
                return Held(phrase, current, "at_work")
        return None

    def _placed(self, lead: str) -> bool:
        return re.search(r"(?:\b(?:at|for|with|in|to|of|joined|joining|from|including|leaving|within|on|left|entered|under|by|and|as|running)|[(,:]|\bex-)(?:\s+(?:the|a|an|both|several|various|its|his|her|[A-Z][\w.-]+(?:['’]s)?))*\s*$", lead) is not None


def stands_alone(phrase: Phrase, rule: str) -> bool:
    """Whether posts say enough without an institution: an office of state always, in a list any real post."""
    first = phrase.posts[0]
    words = first.name.split()
    if first.head in _OFFICES:
        return True
    if rule in ("subject", "pronoun", "at_work"):
        return False
    return first.head in lexicon.STANDALONE_HEADS and first.head not in lexicon.CALLINGS and (len(words) > 1 or first.name[0].isupper())


_OFFICES = frozenset("minister ambassador mp mep senator governor mayor premier undersecretary vice-minister congressman congresswoman parliamentarian secretary envoy counsellor consul commissioner justice attaché under-secretary undersecretary-general".split())


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


def tidy(rows: Sequence[Affiliation]) -> tuple[Affiliation, ...]:
    """One row for each fact: what a fuller row of the same person says already goes."""
    unique: dict[tuple[object, ...], Affiliation] = {}
    for row in rows:
        key = (row.person, (row.position or "").casefold(), row.organisation, row.unit, row.status)
        old = unique.get(key)
        if old is None or (not (old.since or old.until) and (row.since or row.until)):
            unique[key] = row if old is None else replace(row, start=old.start, end=old.end, origin=old.origin, since=row.since, until=row.until)
    by_person: dict[str, list[Affiliation]] = {}
    for row in unique.values():
        by_person.setdefault(row.person, []).append(row)
    return tuple(row for rows in by_person.values() for row in _without_repeats(rows))


def _without_repeats(rows: Sequence[Affiliation]) -> Sequence[Affiliation]:
    if len(rows) > MAX_ROWS:
        return rows
    return [row for row in rows if not any(row is not other and _says_more(other, row) for other in rows)]


_TITLE = re.compile(r"\bchief (\w)\w*(?: (\w)\w*)? officer\b")


def _canonical(position: str) -> str:
    """A position with the usual initials in place of what they stand for."""
    low = " ".join(position.casefold().split())
    return _TITLE.sub(lambda m: f"c{m[1]}{m[2] or ''}o", low).replace("vice president", "vp").replace("chief executive", "ceo")


def _says_more(other: Affiliation, row: Affiliation) -> bool:
    """Whether another row makes this one superfluous."""
    bodies = {other.organisation, other.unit} - {None}
    mine = {row.organisation, row.unit} - {None}
    if not row.position:
        if other.position is None:
            return mine < bodies and other.status == row.status
        if (row.since or row.until) and not (mine == bodies and row.start == other.start):
            return False
        return mine <= bodies and (other.status == row.status or row.status == "current")
    if not other.position:
        return False
    same = _canonical(other.position) == _canonical(row.position) or _initials(other.position) == row.position
    if not same:
        return False
    if not mine:
        return bool(bodies) or other.position != row.position
    if other.position.casefold() == row.position.casefold():
        return mine < bodies and other.status == row.status
    return bool(mine & bodies) and other.status == row.status and len(other.position) > len(row.position)


def _initials(position: str) -> str:
    words = [w for w in re.split(r"[\s-]+", position) if w[:1].isupper()]
    return "".join(w[0] for w in words) if len(words) > 1 else ""


_KIND_BEFORE = re.compile(r"^(?:office|department|dept\.?|division|bureau|directorate|centre|center|branch|section|unit|programme|program) (?:of|for|on) (?:the )?", re.IGNORECASE)
_KIND_AFTER = re.compile(r" (?:research |policy )?(?:programme|program|project|department|division|office|team|unit|directorate|branch|centre|center|initiative)$", re.IGNORECASE)


def with_units(rows: Sequence[Affiliation], bodies: Sequence[Item]) -> tuple[Affiliation, ...]:
    """Fill the unit where the text elsewhere names the body whose field a position bears ("Director of X" – "X programme")."""
    fields: dict[str, str] = {}
    for body in bodies:
        field = _KIND_AFTER.sub("", _KIND_BEFORE.sub("", body.name))
        if field != body.name and " " in field:
            fields.setdefault(field.casefold(), body.name)
    if not fields:
        return tuple(rows)
    found = []
    for row in rows:
        _, _, field = (row.position or "").partition(" of ")
        unit = fields.get(field.casefold()) if field and row.organisation and not row.unit else None
        found.append(replace(row, unit=unit) if unit and unit != row.organisation else row)
    return tuple(found)


def sorted_rows(rows: Sequence[Affiliation]) -> tuple[Affiliation, ...]:
    """Rows by where they stand."""
    return tuple(sorted(rows, key=lambda r: (r.start, r.end, r.person, r.position or "", r.organisation or "", r.unit or "", r.status)))


