"""The pairs of full name and short form that a text makes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefex.identity import fits
from briefex.records import Mention

MAX_ACRONYM_CHARS = 14
_ACRONYM = re.compile(r"[\w&+./’'-]+")
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "in",
        "on",
        "at",
        "to",
        "a",
        "an",
        "de",
        "la",
        "le",
        "les",
        "des",
        "du",
        "für",
        "der",
        "die",
        "das",
        "und",
        "et",
        "y",
        "del",
        "e",
        "&",
        "by",
        "with",
        "from",
    ]
)
_WORD = re.compile(r"[^\W_]+")
_INTO_BRACKET = re.compile(r"(?:[’']s)?[\s\"”’']*\(\s*(?:the\s+|formerly\s+|or\s+|hereafter\s+|short:?\s+)?[\"“‘']?")
_BETWEEN = re.compile(r"\s*(?:[–—=-]|,?\s+or|,)\s+(?:the\s+)?[\"“‘']?")
_APPOSITION = re.compile(r", the ")
_LISTED_BEFORE = re.compile(r"(?:,|\band|&|\bthe)\s+$")
_LISTED_BEHIND = re.compile(r"[’'\s]*(?:,\s*(?:the\b|and\b|or\b|&|[A-Z])|and\b|&|or\b|/)")
_OWN_BRACKET = re.compile(r"\([A-Z]{3}\)\S?")  # a short form with a bracket of its own: "(ISC)²"
_INNER_BRACKET = re.compile(r" \(([\w-]{2,10})\) ")
_CLOSED = re.compile(r"[\"”’']?\s*[),;/:]")


@dataclass(frozen=True, slots=True)
class Pair:
    """A full name and its short form, as two mentions."""

    full: Mention
    short: Mention


def is_short_form(text: str) -> bool:
    """Whether a bracketed text may stand for a name: an acronym, or two short words that begin with one ("UX CoP")."""
    words = text.split()
    return len(text) <= MAX_ACRONYM_CHARS and 1 <= len(words) <= 2 and all(is_acronym(w) or w.isdigit() for w in words)


def is_acronym(text: str) -> bool:
    """Whether a text looks like an acronym: one word with at least two capitals or digits.

    >>> [is_acronym(t) for t in ("UNU-CRIS", "DoD", "eGA", "G20", "Oxfam")]
    [True, True, True, True, False]
    """
    if len(text) > MAX_ACRONYM_CHARS or _ACRONYM.fullmatch(text) is None or sum(c.isupper() or c.isdigit() for c in text) < 2:
        return False
    return text[0].isupper() or text[0].isdigit() or (text[0].islower() and text[1:2].isupper())


def initials_of(name: str) -> frozenset[str]:
    """The initials of a name's words in capitals: with and without small words, and without a leading word.

    >>> "GSA" in initials_of("U.S. General Services Administration")
    True
    """
    name = re.sub(r"\b([A-Z])\.(?=[A-Z]\b|\s)", r"\1", name)
    words = _WORD.findall(name)
    content = [w for w in words if w.casefold() not in _SMALL]
    forms = {"".join(w[0] for w in chosen).upper() for chosen in (words, content, content[1:])}
    return frozenset(form for form in forms if len(form) > 1)


def pairs(text: str, mentions: Sequence[Mention]) -> Iterator[Pair]:
    """Pairs that the text makes by putting a name and its short form together, in brackets, after a dash, a comma or "or".

    In brackets a short form that looks like one is believed even where its letters do not fit (bodies are often named in one
    language and abbreviated in another), and one in small letters where they do ("moda"); so is one before ", the" and its
    name. Elsewhere most letters must begin words.
    """
    yield from _inside(mentions)
    before: set[str] = set()
    for first, second in pairwise(mentions):
        before.add(first.text)
        if text[first.end : second.start] == " " and _OWN_BRACKET.fullmatch(second.text) and fits(second.text[1:4], first.text):
            yield Pair(first, second)
        if first.label == "PERSON" or second.label == "PERSON" or second.start - first.end > 14:
            continue
        gap, after = text[first.end : second.start], text[second.end : second.end + 3]
        if _INTO_BRACKET.fullmatch(gap) is not None and _CLOSED.match(after) is not None:
            pair = _bracketed(first, second, is_new=second.text not in before)
        elif _BETWEEN.fullmatch(gap) is not None:
            pair = _side_by_side(first, second) or _in_apposition(text, first, second)
        else:
            continue
        if pair is not None:
            yield pair


def _inside(mentions: Sequence[Mention]) -> Iterator[Pair]:
    """Names with their own short form inside, where the text uses it by itself too: "Tide Research (TR) Division"."""
    alone = {m.text: m for m in reversed(mentions) if is_acronym(m.text)}
    for m in mentions:
        inner = _INNER_BRACKET.search(m.text) if m.label != "PERSON" else None
        if inner and inner[1] in alone and fits(inner[1], m.text[: inner.start()]):
            yield Pair(m, alone[inner[1]])


def _bracketed(first: Mention, second: Mention, *, is_new: bool) -> Pair | None:
    for full, short in ((first, second), (second, first)):
        if len(full.text) <= len(short.text) or not _is_compound(full.text):
            continue
        if is_short_form(short.text) and fits(short.text, full.text):
            return Pair(full, short)
        is_believed = short is second and is_new and full.label == short.label and not is_acronym(full.text.split()[-1])
        if is_believed and (is_short_form(short.text) or _is_contraction(short.text, full.text)):
            return Pair(full, short)
    return None


def _side_by_side(first: Mention, second: Mention) -> Pair | None:
    for full, short in ((first, second), (second, first)):
        if not is_acronym(short.text) or len(full.text) <= len(short.text) or not _is_compound(full.text):
            continue
        if short.text.upper() in initials_of(full.text) or (full.label == short.label and _begins_words(short.text, full.text)):
            return Pair(full, short)
    return None


def _in_apposition(text: str, short: Mention, full: Mention) -> Pair | None:
    """ "SYKE, the Finnish Environment Institute": letters of another language, where no list goes on."""
    if not is_acronym(short.text) or full.label != short.label or len(full.text.split()) < 3 or is_acronym(full.text.split()[-1]):
        return None
    if _APPOSITION.fullmatch(text[short.end : full.start]) is None or _LISTED_BEFORE.search(text[max(0, short.start - 10) : short.start]):
        return None
    return None if _LISTED_BEHIND.match(text[full.end : full.end + 12]) else Pair(full, short)


def _is_compound(name: str) -> bool:
    return " " in name or "-" in name


def _is_contraction(short: str, name: str) -> bool:
    """Whether a short name of one or two words is made of a longer one's letters and is none of its words."""
    words = set(name.casefold().split())
    return len(short) <= MAX_ACRONYM_CHARS and len(short.split()) <= 2 and short.casefold().split()[-1] not in words and fits(short, name)


def _begins_words(short: str, name: str) -> bool:
    """Whether the short form's letters stand in the name in order, at least three in four (and the first) beginning a word of it."""
    if not fits(short, name):
        return False
    letters = [c.casefold() for c in short if c.isalnum()]
    initials = "".join(w[0].casefold() for w in _WORD.findall(name) if w.casefold() not in _SMALL)
    n_beginning, at = 0, 0
    for letter in letters:
        found = initials.find(letter, at)
        if found >= 0:
            n_beginning, at = n_beginning + 1, found + 1
    return letters[0] == name[0].casefold() and 4 * n_beginning >= 3 * len(letters)


def unmarked_short_forms(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Short forms in brackets after a name that fit it, but that nothing marked."""
    starts = {m.start for m in mentions}
    for mention in mentions:
        if mention.label == "PERSON":
            continue
        opening = _INTO_BRACKET.match(text, mention.end)
        if opening is None or opening.end() in starts:
            continue
        short = _ACRONYM.match(text, opening.end())
        if short is None or not is_acronym(short[0]) or _CLOSED.match(text, short.end()) is None or not fits(short[0], mention.text):
            continue
        if not any(m.start < short.end() and short.start() < m.end for m in mentions):
            yield Mention(short.start(), short.end(), short[0], mention.label, mention.entity, mention.score, "acronym")
