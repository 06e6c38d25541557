"""One name, one label: what the whole document says of a name corrects its single mentions."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefex.components.names.borders import mended
from briefex.components.names.decode import Found
from briefex.components.names.heads import is_person, label_by_head, may_be_person
from briefex.components.names.known import labels as known_labels
from briefex.components.names.known import occurrences
from briefex.components.names.not_names import NAMES, is_no_name
from briefex.identity import fits

MIN_SCORE = 0.8  # a mention that carries its name to places where the network saw none
REPEATED = 0.9  # factor on the score of such a place
HEAD_PRIOR = 3.0  # what a head noun weighs against mentions of score 1
STRONG_PRIOR = 5.0  # what a well-known name, an edition or a person's form weighs against them
GOVERNED_PRIOR = 2.0  # what a president or a board weighs against them
LEAD = 90  # characters before a name that are looked at
SHORT_NAME, SHORT_PRIOR = 4, 0.5  # characters; the weight for shorter ones, and for short forms that the text itself spells out
KNOWN_SCORE = 0.7  # a well-known name that the network did not see
_LABELLED = NAMES | {"PERSON"}
_BRACKET = re.compile(r"\s*\(")
_CAPITALS = re.compile(r"[A-Z]{2,7}\)")
_OPENING = re.compile(r"\s*\(\s*[“\"‘']?(?:the )?|,\s+|\s+[–—-]\s+")
_BEGUN_LINE = re.compile(
    r"^[ \t]*(?:[-–—•*·▪►] ?|\d+[.)] )?([^\W\d_a-z][^\W\d_]+(?: [A-Z]\.)?(?: [^\W\d_a-z][\w’'-]+){1,2})(?=,| [–—-] | \(|: | \| )",
    re.MULTILINE,
)
# Only people bear these before two or three capitalised words.
_HONOURED = re.compile(
    r"\b(?:Professor|Prof\.?|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Sir"
    r"|Dame)[ ]([^\W\d_a-z][\w’'-]+(?:[ ][A-Z]\.){0,2}[ ][^\W\d_a-z][^\W\d_][\w’'-]*)(?![\w’'-])(?!\s[A-Z][a-z])"
)
_CALLED = re.compile(r"\s\([“\"]([^\W\d_a-z][^\W\d_A-Z]+)[”\"]\)")  # Jonathan Lowe ("Jon")
_SIDE = re.compile(r"/([A-Z]{3,8})(?![\w/-])")
_EDITION = re.compile(
    r"\b(?:[Aa]nnual|\d+(?:st|nd|rd|th)|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ss]ixth|[Ss]eventh|[Ee]ighth|[Nn]inth|[Tt]enth) $"
)
_MEETING = re.compile(r" (?:Forum|Congress|Symposium|Convention|Colloquium)$")
# Only a body with staff and a seat has these: of names whose head does not decide, 290 of 300 in the training corpus.
_GOVERNED = re.compile(
    r"(?:\b(?:[Vv]ice[- ][Pp]resident|[Pp]resident|CEO|[Cc]hief [Ee]xecutive(?: [Oo]fficer)?|[Tt]reasurer|[Ss]ecretary[- ][Gg]eneral"
    r"|[Ee]xecutive [Dd]irector|[Ee]xecutive [Ss]ecretary|[Mm]anaging [Dd]irector)(?: for [^.;,\n]{3,30})?(?: of|,| at)"
    r"|\b(?:[Bb]oards?(?: of [Dd]irectors)?|[Bb]oard [Mm]ember|[Tt]rustees?) (?:of|at)"
    r"|\b[Ww]ork(?:s|ed|ing) (?:at|for)|\b[A-Z][\w-]+-(?:based|seated)) (?:the )?$"
)
_SHORT = re.compile(r"[A-Z][A-Z&]+(?= \S)")
_HONOURS = re.compile(r" [A-Z]{2,6}$")
_FIRST = re.compile(r"(?<![\w-])(?:\w+|[^\w\s])")  # how a name may begin
_RUNS_ON = re.compile(r"[\w-]")
_TELLING = re.compile(r"[^\W\d_]+[ -]\S.*\S|(?=\S*[A-Z]\S*[A-Z])\S{3,}", re.DOTALL)


def consistent(text: str, found: Sequence[Found]) -> tuple[Found, ...]:
    """Spans in which every name has one label throughout, and telling names are marked wherever they stand: of several
    words, or with two capitals and three characters.
    """
    found = mended(text, found)
    found = _without_no_names(text, found)
    labels = _labels(text, found)
    settled = [replace(f, tag=labels.get(text[f.start : f.end], f.tag)) for f in found]
    names = [f for f in settled if f.tag in _LABELLED]
    names += _other_sides(text, names)
    names += _owners(text, [f for f in settled if f.tag == "POSITION"], names)
    names += _unseen(text, names)
    names += _repeats(text, names)
    names.sort(key=lambda f: f.start)
    starts = [f.start for f in names]
    others = (_beside_names(text, f, names, starts) if f.tag == "POSITION" else f for f in settled if f.tag not in _LABELLED)
    return tuple(sorted((*names, *(f for f in others if f is not None)), key=lambda f: f.start))


def _beside_names(text: str, f: Found, names: Sequence[Found], starts: Sequence[int]) -> Found | None:
    """A post without the names in it: of "Web Managers Community Co-lead" the part behind the name."""
    for name in names[max(0, bisect_left(starts, f.start) - 1) : bisect_left(starts, f.end)]:
        if name.start < f.end and f.start < name.end:
            before, after = text[f.start : name.start].rstrip(" ,(–—-"), text[name.end : f.end].lstrip(" ,)’'–—-")
            f = replace(f, start=f.end - len(after)) if len(after) > len(before) else replace(f, end=f.start + len(before))
    return f if f.start < f.end else None


def _without_no_names(text: str, found: Sequence[Found]) -> list[Found]:
    """The spans that are names; with what is none goes its short form."""
    none = {f for f in found if is_no_name(text, f, found)}
    surfaces = {text[f.start : f.end] for f in none}
    short = {short for short, long in _short_forms(text, found) if long in surfaces}
    return [f for f in found if f not in none and text[f.start : f.end] not in short]


def _labels(text: str, found: Sequence[Found]) -> dict[str, str]:
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for f in found:
        if f.tag in _LABELLED:
            weights[text[f.start : f.end]][f.tag] += f.score
    known = known_labels()
    series = {text[f.start : f.end] for f in found if f.tag in NAMES and _EDITION.search(text, max(0, f.start - 30), f.start)}
    surnames = {name.rpartition(" ")[2] for name, by_tag in weights.items() if " " in name and set(by_tag) == {"PERSON"}}
    governed = {text[f.start : f.end] for f in found if f.tag in NAMES and _GOVERNED.search(text, max(0, f.start - LEAD), f.start)}
    short_forms = list(_short_forms(text, found))
    spelt_out = {short for short, _ in short_forms}
    for name, by_tag in weights.items():
        if name in known and not (name in surnames and by_tag.get("PERSON")):
            by_tag[known[name]] += SHORT_PRIOR if len(name) < SHORT_NAME or name in spelt_out else STRONG_PRIOR
        elif name in series and _MEETING.search(name):
            by_tag["INITIATIVE"] += STRONG_PRIOR
        elif not by_tag.get("PERSON") and (label := label_by_head(name)):
            by_tag[label] += HEAD_PRIOR
        elif name in governed:
            by_tag["ORGANISATION"] += GOVERNED_PRIOR
        elif is_person(name) or (name in surnames and not name.isupper()):
            by_tag["PERSON"] += STRONG_PRIOR
    for short, long in short_forms:
        if not weights[short].get("PERSON") and not weights[long].get("PERSON"):
            for tag, weight in weights[long].items():
                weights[short][tag] += weight
    return {name: max(by_tag, key=lambda tag: (by_tag[tag], tag)) for name, by_tag in weights.items()}


def _short_forms(text: str, found: Sequence[Found]) -> Iterator[tuple[str, str]]:
    """Short forms that stand in brackets, or set off, behind their names: both have one label; a body's may be of another language."""
    names = sorted((f for f in found if f.tag in NAMES), key=lambda f: f.start)
    for before, here in pairwise(names):
        name, short = text[before.start : before.end], text[here.start : here.end]
        foreign = before.tag == "ORGANISATION" and _BRACKET.fullmatch(text, before.end, here.start) and _CAPITALS.match(text, here.start)
        if foreign or (_OPENING.fullmatch(text, before.end, here.start) and fits(short, name)):
            yield short, name


def _unseen(text: str, found: Sequence[Found]) -> list[Found]:
    """Where the network saw nothing: well-known names, and people whose name begins a line ("- Megan Reed, Chief")."""
    named = (Found(start, end, label, KNOWN_SCORE) for start, end, label in occurrences(text))
    known = [f for f in named if not is_no_name(text, f, found)]
    people = [Found(*m.span(1), "PERSON", KNOWN_SCORE) for m in _BEGUN_LINE.finditer(text) if is_person(m[1])]
    free = _free(known, found)
    free += _free(people, [*found, *free])
    called = (_CALLED.match(text, f.end) for f in found if f.tag == "PERSON")
    free += _free([Found(*m.span(1), "PERSON", KNOWN_SCORE) for m in called if m], [*found, *free])
    honoured = (Found(m.start(1), _end_of_person(m), "PERSON", KNOWN_SCORE) for m in _HONOURED.finditer(text) if may_be_person(m[1]))
    return free + _free(list(honoured), [*found, *free])


def _other_sides(text: str, found: Sequence[Found]) -> list[Found]:
    """Well-known short names behind the stroke of another: "UNOCT/UNCCT"."""
    sides = ((f, _SIDE.match(text, f.end)) for f in found if f.tag == "ORGANISATION" and text[f.start : f.end].isupper())
    known = known_labels()
    return _free([replace(f, start=s.start(1), end=s.end(1)) for f, s in sides if s and known.get(s[1]) == "ORGANISATION"], found)


def _owners(text: str, posts: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """Well-known bodies in short that begin a post: "MIT professor"."""
    known = known_labels()
    short = (m for f in posts if (m := _SHORT.match(text, f.start, f.end)) and known.get(m[0]) == "ORGANISATION")
    return _free([Found(m.start(), m.end(), "ORGANISATION", KNOWN_SCORE) for m in short], found)


def _end_of_person(match: re.Match[str]) -> int:
    """Where the name ends, without the letters of an honour behind it: "Sir Alan Reid | KCB"."""
    return match.end(1) - len(match[1]) + len(_HONOURS.sub("", match[1]))


def _free(new: Sequence[Found], found: Sequence[Found]) -> list[Found]:
    """The new spans that overlap none: as many spans end before one's start as begin before its end."""
    starts = sorted(f.start for f in found)
    ends = sorted(f.end for f in found)
    return [f for f in new if bisect_right(ends, f.start) == bisect_left(starts, f.end)]


def _repeats(text: str, found: Sequence[Found]) -> list[Found]:
    best: dict[str, Found] = {}
    for f in found:
        name = text[f.start : f.end]
        if f.tag in _LABELLED and f.score >= MIN_SCORE and _TELLING.fullmatch(name) and f.score > best.get(name, _NONE).score:
            best[name] = f
    if not best:
        return []
    starts = sorted((f.start, f.end) for f in found)
    added: list[Found] = []
    k = 0
    for start, end in _places(text, best):
        while k < len(starts) and starts[k][1] <= start:
            k += 1
        if k == len(starts) or end <= starts[k][0]:
            one = best[text[start:end]]
            added.append(Found(start, end, one.tag, round(one.score * REPEATED, 4)))
    return added


def _places(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where any of the names stands as words of its own, left to right; of names that begin together the longest."""
    by_word: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name), name)):
        by_word[_FIRST.match(name)[0]].append(name)  # type: ignore[index]
    end = 0
    for word in _FIRST.finditer(text):
        start = word.start()
        if start < end:
            continue
        for name in by_word.get(word[0], ()):
            if text.startswith(name, start) and not _RUNS_ON.match(text, start + len(name)):
                end = start + len(name)
                yield start, end
                break


_NONE = Found(0, 0, "", 0.0)
