"""More variety than was written: other names in the same sentences, other typing habits, the same marks.

Names come from the corpus itself, from the lists of well-known names and terms that ship with the package, and from `lists/` (facts:
posts, products, lines in other languages).
Every function takes segments and gives segments. Names are substituted token by token with one mapping a blurb, so that
"Okafor" later in a text still belongs to "Ada Okafor"; organisations and initiatives are exchanged whole, all mentions alike.
"""

import random
import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from pathlib import Path

from briefex.components.labels import labels
from briefex.components.names import known
from training.markup import Blurb, Segment

LISTS = Path(__file__).parent / "lists"
_LIST_OF = {"ORGANISATION": "organisations", "INITIATIVE": "initiatives", "POSITION": "posts"}
_BRACKET = re.compile(r"\s*\(")
_NOUN = re.compile(
    r"(?<=[a-z] )(?:policy|policies|strategy|tools?|teams?|experts?|skills?|systems?|standards?|research|data|training|markets?"
    r"|sector|projects?|programmes?|programs?|issues?|challenges"
    r"|practices?|solutions?|services?|technologies|technology|design|leaders|professionals|practitioners|officers|specialists"
    r"|community|communities|testing|methods?|rules|questions|needs|costs)\b"
)
_HONORIFICS = tuple(
    "Dr|Dr.|Prof.|Professor|Prof. Dr.|Assoc. Prof. Dr.|Mr|Mrs|Ms|Ms.|Mme|M.|Maître|Me|Sir|Dame|Lady|Lord|Baroness|HE|H.E.|His "
    "Excellency|Her Excellency|Amb.|Ambassador|Hon.|The Hon.|Rt Hon."
    "|The Rt Hon|Sen.|Senator|Rep.|Judge|Justice|Chief Justice|Adv.|Advocate|Eng.|Ing.|Er.|Arch.|Rev.|The "
    "Revd|Fr|Fray|Sister|Rabbi|Imam|Sheikh|Swami|Hajia|Alhaji|Datuk|Dato'|Tan Sri|Dra.|Lic.|Mag."
    "|Gen.|General|Lt Gen|Maj. Gen.|Brig.|Brigadier|Col.|Lt Col|Major|Capt.|Captain|Cdr|Cdre|Commodore|Rear Admiral|Vice "
    "Admiral|Admiral|Air Cdre|Air Marshal|Wing Commander|WO1|Sgt|Minister"
    "|President|Chancellor|Mayor|Governor|Chief|Princess|Prince|don|doña|Uncle|Aunty".split("|")
)
_LETTERS = tuple(
    ", PhD|, Ph.D.|, MD|, MPH|, JD|, LLM|, KC|, QC|, SC|, OBE|, CBE|, MBE|, FRS|, FBA|, RN| AC| AM| CSC| KC| OBE| CBE| MP| MEP"
    "| MdB| MS| MSP| TD| (Ret.)| (retd)| (Ret’d)| (she/her)| (they/them)"
    "|, CFA|, P.Eng.|, PMP|, Esq.| Jr.| III".split("|")
)
_NAME_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Pools:
    """What may stand in for what: first and last words of people's names, and whole names by tag."""

    first: tuple[str, ...]
    last: tuple[str, ...]
    whole: dict[str, tuple[str, ...]]


def pools(blurbs: Iterable[Blurb]) -> Pools:
    """Collect substitutes from the corpus itself."""
    first, last = [], []
    whole: dict[str, list[str]] = {"ORGANISATION": [], "INITIATIVE": [], "POSITION": [], "VENUE": []}
    for blurb in blurbs:
        for segment in blurb:
            if segment.tag == "PERSON":
                words = _NAME_WORD.findall(segment.text)
                if len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper():
                    first.append(words[0])
                    last.append(words[-1])
            elif segment.tag in whole and "\n" not in segment.text:
                whole[segment.tag].append(segment.text)
    return Pools(tuple(first), tuple(last), {tag: tuple(names) for tag, names in whole.items()})


def augment(blurb: Blurb, source: Pools, rng: random.Random) -> Blurb:
    """A blurb with some names exchanged and some noise; half of the time it is left as it is."""
    if rng.random() < 0.4:
        return blurb
    if rng.random() < 0.6:
        blurb = other_people(blurb, source, rng)
    if rng.random() < 0.6:
        blurb = real_names(blurb, rng)
    if rng.random() < 0.4:
        blurb = technical_terms(blurb, rng)
    for tag, share in (("ORGANISATION", 0.25), ("INITIATIVE", 0.25), ("POSITION", 0.15), ("VENUE", 0.2)):
        if rng.random() < 0.5:
            blurb = other_names(blurb, tag, source, share, rng)
    for noise, chance in _NOISES:
        if rng.random() < chance:
            blurb = noise(blurb, rng)
    return blurb


def other_people(blurb: Blurb, source: Pools, rng: random.Random) -> Blurb:
    """The same blurb about other people."""
    mapping: dict[str, str] = {}

    def exchange(segment: Segment) -> Segment:
        words = list(_NAME_WORD.finditer(segment.text))
        pieces, position = [], 0
        for i, match in enumerate(words):
            word = match[0]
            key = word.lower()
            if word[0].isupper() and key not in mapping:
                pool = source.last if i == len(words) - 1 else source.first
                mapping[key] = rng.choice(pool)
            new = mapping.get(key, word) if word[0].isupper() else word
            pieces += [segment.text[position : match.start()], new.upper() if word.isupper() and len(word) > 2 else new]
            position = match.end()
        return replace(segment, text="".join(pieces) + segment.text[position:])

    return tuple(exchange(s) if s.tag == "PERSON" else s for s in blurb)


def other_names(blurb: Blurb, tag: str, source: Pools, share: float, rng: random.Random) -> Blurb:
    """The same blurb with a share of its names of one tag exchanged, every mention of a name alike."""
    names = {s.text for s in blurb if s.tag == tag}
    chosen = sorted(name for name in names if not (tag != "POSITION" and _is_acronym(name)))
    mapping = {name: rng.choice(source.whole[tag]) for name in chosen if rng.random() < share}
    return tuple(replace(s, text=mapping.get(s.text, s.text)) if s.tag == tag else s for s in blurb)


@cache
def facts(name: str) -> tuple[tuple[str, str], ...]:
    """A list of facts: names with one short form each, or "" where there is none."""
    if name == "terms":
        return tuple((row[0], row[1] if len(row) > 1 else "") for row in known.facts(name))
    if name in known.LISTS:
        return tuple(pair for row in known.facts(name) for pair in _with_short_forms(row))
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("|") for line in lines if line.strip() and not line.startswith("#"))
    return tuple((full.strip(), short.strip()) for full, _, short in rows)


def _with_short_forms(row: tuple[str, ...]) -> list[tuple[str, str]]:
    full = max(row, key=len)
    short = [form for form in row if form != full and _is_acronym(form)]
    return [(full, form) for form in short] or [(form, "") for form in row]


def real_names(blurb: Blurb, rng: random.Random) -> Blurb:
    """The same blurb with some names exchanged for real ones: names with their defined short forms as pairs, undefined
    short forms for other short forms."""
    mapping: dict[tuple[str, str], str] = {}
    defined: set[tuple[str, str]] = set()
    for name, gap, short in zip(blurb, blurb[1:], blurb[2:], strict=False):
        if name.tag in _LIST_OF and short.tag == name.tag and _BRACKET.fullmatch(gap.text) and _is_acronym(short.text):
            defined |= {(name.tag, name.text), (name.tag, short.text)}
            if name.tag != "POSITION" and rng.random() < 0.35:  # no short forms of posts are listed
                full, abbreviation = rng.choice([row for row in facts(_LIST_OF[name.tag]) if row[1]])
                mapping[name.tag, name.text], mapping[name.tag, short.text] = full, abbreviation
    for segment in blurb:
        key = (segment.tag or "", segment.text)
        if segment.tag in _LIST_OF and key not in defined and key not in mapping and rng.random() < 0.25:
            rows = facts(_LIST_OF[segment.tag])
            if segment.tag != "POSITION" and _is_acronym(segment.text):
                rows = tuple((short, "") for _, short in rows if short) + tuple(row for row in rows if " " not in row[0])
            mapping[key] = rng.choice(rows)[0]
    return tuple(replace(s, text=mapping.get((s.tag or "", s.text), s.text)) for s in blurb)


def technical_terms(blurb: Blurb, rng: random.Random) -> Blurb:
    """The same blurb with short forms that name no body: before nouns, and spelt out in brackets."""
    terms = (*facts("terms"), *facts("products"))

    def before(match: re.Match[str]) -> str:
        if rng.random() > 0.25:
            return match[0]
        short, full = rng.choice(terms)
        return f"{full} ({short}) {match[0]}" if full and rng.random() < 0.3 else f"{short} {match[0]}"

    return tuple(s if s.tag else replace(s, text=_NOUN.sub(before, s.text)) for s in blurb)


def crossed(blurb: Blurb, source: Pools, rng: random.Random) -> Blurb:
    """The same blurb with half of its bodies and undertakings under names of either kind, known ones among them.

    Its marks no longer hold: only a teacher can say what is what.
    """
    pool = [*source.whole["ORGANISATION"], *source.whole["INITIATIVE"], *known.labels()]
    names = sorted({s.text for s in blurb if s.tag in ("ORGANISATION", "INITIATIVE")})
    mapping = {name: rng.choice(pool) for name in names if rng.random() < 0.5}
    return tuple(replace(s, text=mapping.get(s.text, s.text)) for s in blurb)


def _is_acronym(name: str) -> bool:
    return " " not in name and sum(c.isupper() for c in name) > 1


def capital_lines(blurb: Blurb, rng: random.Random) -> Blurb:
    """Some lines in capitals."""
    state = {"on": rng.random() < 0.15}

    def change(text: str) -> str:
        lines = []
        for i, line in enumerate(text.split("\n")):
            if i:
                state["on"] = rng.random() < 0.12
            lines.append(line.upper() if state["on"] else line)
        return "\n".join(lines)

    return _each(blurb, change)


def capital_names(blurb: Blurb, rng: random.Random) -> Blurb:
    """Names of people, or their last words, in capitals."""
    whole = rng.random() < 0.4

    def change(text: str) -> str:
        head, _, tail = text.rpartition(" ")
        return text.upper() if whole or not head else f"{head} {tail.upper()}"

    return tuple(replace(s, text=change(s.text)) if s.tag == "PERSON" else s for s in blurb)


def honorifics(blurb: Blurb, rng: random.Random) -> Blurb:
    """Titles and ranks before some names, letters after others."""
    changed = []
    for segment, after in zip(blurb, (*blurb[1:], Segment("")), strict=True):
        before_name = after.tag == "PERSON" and " " in after.text and segment.tag is None and segment.text[-1:] in " \n(:"
        if before_name and rng.random() < 0.25 and not segment.text.rstrip(" ").endswith("."):
            changed.append(replace(segment, text=segment.text + rng.choice(_HONORIFICS) + " "))
        else:
            changed.append(segment)
        if segment.tag == "PERSON" and " " in segment.text and rng.random() < 0.12:
            changed.append(Segment(rng.choice(_LETTERS)))
    return tuple(changed)


def family_first(blurb: Blurb, rng: random.Random) -> Blurb:
    """Names of two words as lists of participants give them: "Okafor, Ada"."""

    def turned(segment: Segment) -> Segment:
        words = segment.text.split(" ")
        return replace(segment, text=f"{words[1]}, {words[0]}") if segment.tag == "PERSON" and len(words) == 2 else segment

    return tuple(turned(s) for s in blurb)


def lower_case(blurb: Blurb, rng: random.Random) -> Blurb:
    """Everything in lower case."""
    return _each(blurb, str.lower)


def lower_posts(blurb: Blurb, rng: random.Random) -> Blurb:
    """Posts in lower case."""
    return tuple(replace(s, text=s.text.lower()) if s.tag == "POSITION" else s for s in blurb)


def plain_letters(blurb: Blurb, rng: random.Random) -> Blurb:
    """Without accents."""
    return _each(blurb, lambda t: "".join(c for c in unicodedata.normalize("NFD", t) if not unicodedata.combining(c)))


def other_dashes(blurb: Blurb, rng: random.Random) -> Blurb:
    """All dashes of another kind."""
    dash = rng.choice("-–—")
    return _each(blurb, lambda t: re.sub("[-–—]" if dash == "-" else "[–—]", dash, t))


def other_quotes(blurb: Blurb, rng: random.Random) -> Blurb:
    """All quotes straight, or all curly."""
    table = str.maketrans("“”‘’", "\"\"''") if rng.random() < 0.5 else str.maketrans("\"'", "”’")
    return _each(blurb, lambda t: t.translate(table))


def joined_lines(blurb: Blurb, rng: random.Random) -> Blurb:
    """Line breaks lost."""
    glue = rng.choice((" ", "  ", " | ", " "))
    return _each(blurb, lambda t: re.sub(r"\s*\n\s*", glue, t))


def wrapped_lines(blurb: Blurb, rng: random.Random) -> Blurb:
    """Lines broken anywhere."""
    share = rng.uniform(0.03, 0.15)
    return _each(blurb, lambda t: re.sub(" ", lambda _: "\n" if rng.random() < share else " ", t))


def spread_lines(blurb: Blurb, rng: random.Random) -> Blurb:
    """An empty line after each line, or none anywhere."""
    to = "\n\n" if rng.random() < 0.5 else "\n"
    return _each(blurb, lambda t: re.sub(r"\n+", to, t))


def other_bullets(blurb: Blurb, rng: random.Random) -> Blurb:
    """Bullets exchanged or dropped."""
    bullet = rng.choice(("- ", "* ", "• ", "– ", "", "· "))
    return _each(blurb, lambda t: re.sub(r"(?m)^[-*•–·] +", bullet, t))


def lost_points(blurb: Blurb, rng: random.Random) -> Blurb:
    """Full stops or commas lost here and there, between names too."""
    return tuple(
        s if s.tag else replace(s, text=re.sub(r"(?<=\w)[.,](?=\s)", lambda m: "" if rng.random() < 0.2 else m[0], s.text)) for s in blurb
    )


def hard_spaces(blurb: Blurb, rng: random.Random) -> Blurb:
    """Some spaces doubled or made non-breaking."""
    other = rng.choice(("\u00a0", "  "))
    return _each(blurb, lambda t: re.sub(" ", lambda _: other if rng.random() < 0.06 else " ", t))


@cache
def _lines(name: str) -> tuple[str, ...]:
    lines = (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


_LABELS = {
    "speakers": r"(?:the )?(?:speakers?|panell?ists|panel|participants|with)",
    "moderator": r"(?:moderators?|moderated by|chair|chaired by|facilitator)",
    "welcome": r"(?:welcome(?: remarks| address)?|opening(?: remarks| address)?|introduction)",
    "venue": r"(?:venue|location|place|where)",
    "date": r"(?:date|date and time|when|time)",
    "programme": r"(?:programme|program|agenda|schedule)",
    "organised by": r"(?:organi[sz]ed by|organi[sz]ers?|hosted by|hosts?)",
    "registration": r"(?:registration|register|rsvp|sign up)",
}


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        "|".join(rf"(?P<L{i}>^{words}(?= *(?:[:–—-]|$)))" for i, words in enumerate(_LABELS.values())), re.IGNORECASE | re.MULTILINE
    )


def foreign_labels(blurb: Blurb, rng: random.Random) -> Blurb:
    """Words over speakers, places and times in one other language, alone or beside the English ones."""
    rows = [labels()[label] for label in _LABELS]
    place, both = rng.random(), rng.random() < 0.3

    def other(match: re.Match[str]) -> str:
        forms = rows[int((match.lastgroup or "L0")[1:])]
        form = forms[int(place * len(forms))]
        return f"{form} / {match[0]}" if both else form.upper() if match[0].isupper() else form

    return tuple(s if s.tag else replace(s, text=_label().sub(other, s.text)) for s in blurb)


def foreign_lines(blurb: Blurb, rng: random.Random) -> Blurb:
    """Up to three lines without a name in another language between the lines."""
    lines, left = _lines("foreign_lines"), rng.randint(1, 3)
    near = rng.randrange(len(lines))  # neighbours in the list are of one language or near it
    changed = []
    for segment in blurb:
        if left and segment.tag is None and "\n" in segment.text and rng.random() < 0.2:
            left -= 1
            before, _, after = segment.text.partition("\n")
            changed.append(replace(segment, text=f"{before}\n{lines[(near + rng.randint(0, 2)) % len(lines)]}\n{after}"))
        else:
            changed.append(segment)
    return tuple(changed)


_CLAUSE = re.compile(r"(?<=[\n.:;!?] )[^\W\d_][^\n.,:;!?()]{12,70}(?=[\n.:;!?])|(?<=\n)[^\W\d_][^\n.,:;!?()]{12,70}(?=[\n.:;!?])")
_SMALL_WORDS = frozenset("a an and as at by for from in into is of on or the to with".split())


def title_case(blurb: Blurb, rng: random.Random) -> Blurb:
    """Some unmarked lines and clauses written as titles are: capitals make no name."""

    def change(match: re.Match[str]) -> str:
        if rng.random() > 0.3:
            return match[0]
        words = match[0].split(" ")
        if rng.random() < 0.15:
            return match[0].upper()
        return " ".join(w if i and w in _SMALL_WORDS else w[:1].upper() + w[1:] for i, w in enumerate(words))

    return tuple(s if s.tag else replace(s, text=_CLAUSE.sub(change, s.text)) for s in blurb)


def forwarded(blurb: Blurb, rng: random.Random) -> Blurb:
    """Lines marked as quoted, as mails forward them."""
    mark = rng.choice(("> ", ">", "| ", ">> "))
    return (Segment(mark), *_each(blurb, lambda t: t.replace("\n", f"\n{mark}")))


def glued_lines(blurb: Blurb, rng: random.Random) -> Blurb:
    """Line breaks lost without a trace, where a small letter meets a capital: "Ada OkaforSenior Fellow"."""
    changed = list(blurb)
    for i, (segment, after) in enumerate(pairwise(blurb)):
        if (
            segment.tag is None
            and re.fullmatch(r"\n+", segment.text)
            and i
            and blurb[i - 1].text[-1:].islower()
            and after.text[:1].isupper()
        ):
            changed[i] = replace(segment, text="")
    return tuple(s for s in changed if s.text)


def lower_names(blurb: Blurb, rng: random.Random) -> Blurb:
    """Some names in small letters, every mention alike, between words as they were: "waiting for elering and the seimas"."""
    names = sorted({s.text for s in blurb if s.tag in ("PERSON", "ORGANISATION", "INITIATIVE")})
    lower = {name for name in names if rng.random() < 0.35}
    return tuple(replace(s, text=s.text.lower()) if s.text in lower else s for s in blurb)


def initials(blurb: Blurb, rng: random.Random) -> Blurb:
    """Some people with the first letter of their given name: "M. Kuusemets", "m kuusemets" where names are small."""
    dot = rng.choice((". ", ". ", " ", "."))
    short: dict[str, str] = {}
    for name in sorted({s.text for s in blurb if s.tag == "PERSON"}):
        given, gap, rest = name.partition(" ")
        if gap and len(given) > 1 and given[0].isalpha() and rest.strip() and rng.random() < 0.4:
            short[name] = given[0] + dot + rest
    return tuple(replace(s, text=short[s.text]) if s.tag == "PERSON" and s.text in short else s for s in blurb)


def other_separators(blurb: Blurb, rng: random.Random) -> Blurb:
    """Commas between a person, a post and a body exchanged for another mark, for a column's gap or for a space alone."""
    mark = rng.choice((" / ", "/", " | ", "\t", "   ", " - ", " – ", ": ", " ", " ", " @ ", "\n", ",", " , ", "; "))
    changed = list(blurb)
    for i in range(1, len(blurb) - 1):
        around = {blurb[i - 1].tag, blurb[i + 1].tag}
        if blurb[i].tag is None and blurb[i].text == ", " and around <= {"PERSON", "POSITION", "ORGANISATION"} and rng.random() < 0.7:
            changed[i] = replace(blurb[i], text=mark)
    return tuple(changed)


def filled_lines(blurb: Blurb, rng: random.Random) -> Blurb:
    """Long lines broken at a width, as copies from typeset pages are."""
    width, column = rng.randint(28, 90), 0
    changed = []
    for segment in blurb:
        words = re.split(r"( |\n)", segment.text)
        for i, word in enumerate(words):
            if word == "\n":
                column = 0
            elif word == " " and column + 1 + len(words[i + 1]) > width:
                words[i], column = "\n", 0
            else:
                column += len(word)
        changed.append(replace(segment, text="".join(words)))
    return tuple(changed)


def _each(blurb: Blurb, change: Callable[[str], str]) -> Blurb:
    return tuple(replace(s, text=changed) for s in blurb if (changed := change(s.text)))


_NOISES: tuple[tuple[Callable[[Blurb, random.Random], Blurb], float], ...] = (
    (capital_lines, 0.15),
    (capital_names, 0.06),
    (lower_posts, 0.08),
    (plain_letters, 0.08),
    (other_dashes, 0.15),
    (other_quotes, 0.15),
    (joined_lines, 0.05),
    (wrapped_lines, 0.06),
    (spread_lines, 0.12),
    (other_bullets, 0.12),
    (lost_points, 0.10),
    (hard_spaces, 0.08),
    (lower_case, 0.03),
    (honorifics, 0.15),
    (family_first, 0.05),
    (foreign_labels, 0.08),
    (foreign_lines, 0.06),
    (title_case, 0.12),
    (forwarded, 0.03),
    (glued_lines, 0.05),
    (lower_names, 0.06),
    (initials, 0.06),
    (other_separators, 0.10),
    (filled_lines, 0.05),
)
