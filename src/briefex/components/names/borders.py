"""Where a name begins and ends: brackets, strokes, line ends and lists, which the network reads word by word, put right."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from briefex.components.names.decode import Found
from briefex.components.names.heads import is_person, is_post, label_by_head
from briefex.components.names.known import labels
from briefex.components.names.not_names import NAMES

SHORT_LINE = 40  # characters; a line that ends sooner was not broken for its length
GIVEN = 20  # characters in which a given name in front is looked for
FORCE = 20  # characters in which a force's country is looked for
LISTED = 2  # names with the family name first that make a list of them
_BESIDE = re.compile(r"\s+[/|×x]\s+(?=[^\W\d_a-z])|(?<=[^\W\d_]{3})/(?=[^\W\d_a-z][^\W\d_]{2})")
_OWNER = re.compile(r"(?:[A-Z]+\.?[A-Z]+|[A-Z][a-z]?[A-Z]+)\b\.?")
_GENERATION = re.compile(r" (?:II|III|IV|Jr|Sr)\b\.?(?! [a-z])")
_NICKNAME = re.compile(r"\s+(?:\"[^\W\d_][\w-]*\"|[“‘][^\W\d_][\w-]*[”’])\s+")
_UNIVERSITY = re.compile(r"(?:State |City )?University of [A-Z][\w ]+")
_FORCE = re.compile(r"(?:United States|U\.S\.|US|U\.K\.|UK|Royal) (?:Army|Navy|Marine Corps|Marines|Air Force|Coast Guard|Space Force)\b")
_STATES = ("Republic of", "Kingdom of", "State of", "Government of", "Federal Republic of")
_PLACE = re.compile(
    rf"([^\W\d_]+|\w+ (?:Union|Nations|Parliament)|(?:{'|'.join(_STATES)}) (?:the )?\w+(?: \w+)?)\s+(?:to|in|for|at)\s+(?:the\s+)?(?=[A-Z])"
)
_HONORIFIC = re.compile(r"(?:Sir|Dame|Dr|Prof|Professor|Mr|Mrs|Ms|Lord|Lady)\b\.? (?=[A-Z])")
_GIVEN = re.compile(r"(?<![^\s(“\"•–—-])([^\W\d_a-z][^\W\d_]+) $")
_SENT = re.compile(r"(?:Permanent )?(?:Mission|Delegation|Representation) of [A-Z][\w’' -]+")
_UN_OFFICE = re.compile(r"(?:.+ to the )?(?:United Nations|UN) Office (?:at|in) (?:Geneva|Vienna|Nairobi)")
_TO_BODY = re.compile(r"[A-Z][\w ]+? to (?:the )?([A-Z].+)")
_MISSION = re.compile(r"\b(?:Mission|Delegation|Embassy|Representation|Office|Consulate|Advis[eo]r|Ambassador)\b")
_OFFICE = re.compile(r"[’'](?:s |(?<=s[’']) )(?:Department|Office|Secretariat|Bureau|Committee|Commission|Chambers)\b")
_OFFICER = re.compile(
    r"(?:\w+[ -])?(?:General|Governor|Mayor|President|Minister|Chancellor|Ombudsman|Commissioner|Officers?|Secretary|Comptroller)"
)
_CAMPUS = re.compile(r", (?:[\w-]+ )?Campus\b.*", re.DOTALL)
_POSSESSIVE = re.compile(r"[’']s ")
_COLLEGE = re.compile(r"(?:[A-Z][\w’'.-]* ){1,3}(?:College|Hall), (?:Oxford|Cambridge|London|Dublin|Durham|Cork|Galway)")
_TRAILING = re.compile(r"[\s?!*,;:†]+$")
_FAMILY_FIRST = re.compile(r"[^\W\d_][\w’'-]+, [^\W\d_]")


def mended(text: str, found: Sequence[Found]) -> list[Found]:
    """The spans with their borders where the names begin and end; a span that holds several names is several."""
    spans = [
        part
        for f in _with_inner_brackets(text, found)
        for line in _over_lines(text, f)
        for piece in _side_by_side(text, line)
        for part in _balanced(text, piece)
    ]
    return _people(text, _bodies(text, [_without_post(text, f) for f in spans]))


def _bodies(text: str, found: Sequence[Found]) -> list[Found]:
    """Bodies with what belongs to them: "University of Ohio at Lima", "United States Navy"; without a place one acts for: "UN | in Oslo"."""
    bodies: list[Found] = []
    for f in found:
        before = bodies[-1] if bodies else None
        if f.tag != "ORGANISATION":
            bodies.append(f)
        elif before and before.tag == f.tag and _is_one(text, before, f):
            bodies[-1] = replace(before, end=f.end, score=min(before.score, f.score))
        else:
            whole = _with_office(text, _with_country(text, f, before.end if before else 0))
            bodies += [part for piece in _without_place(text, whole) for part in _owner_and_part(text, piece)]
    return bodies


def _with_country(text: str, f: Found, free: int) -> Found:
    force = _FORCE.search(text, max(free, f.start - FORCE), f.end)
    return replace(f, start=force.start()) if force and force.start() < f.start < force.end() else f


def _with_office(text: str, f: Found) -> Found:
    """The office of a post with its possessive: "Attorney-General | 's Department"."""
    office = _OFFICE.match(text, f.end)
    end = office.end() if office and _OFFICER.fullmatch(text, f.start, f.end) else f.end
    campus = _CAMPUS.search(text, f.start, end)
    return replace(f, end=campus.start() if campus else end)


def _owner_and_part(text: str, f: Found) -> list[Found]:
    """A well-known body and a part of it, set apart by a possessive: "UN Women's | Evaluation Section"."""
    owner = _POSSESSIVE.search(text, f.start, f.end)
    if owner is None or text[f.start : f.end] in labels() or labels().get(text[f.start : owner.start()]) != f.tag:
        return [f]
    return [replace(f, end=owner.start()), replace(f, start=owner.end())]


def _without_place(text: str, f: Found) -> list[Found]:
    state = _TO_BODY.match(text, f.start, f.end)
    if state and labels().get(state[1]) == f.tag and not _MISSION.search(text, f.start, state.start(1)):
        return [replace(f, start=state.start(1))]
    place = _PLACE.match(text, f.start, f.end)
    if not place or text[f.start : f.end] in labels() or not (place[1].startswith(_STATES) or labels().get(place[1]) == f.tag):
        return [f]
    rest = replace(f, start=place.end())
    return [replace(f, end=place.end(1)), *([rest] if labels().get(text[rest.start : rest.end]) == f.tag else [])]


def _is_one(text: str, before: Found, f: Found) -> bool:
    """Whether two bodies are one: a university and its town, a mission and the body it is sent to."""
    return (
        _is_campus(text, before, f)
        or _COLLEGE.fullmatch(text, before.start, f.end) is not None
        or (_SENT.fullmatch(text, before.start, before.end) is not None and text[before.end : f.start] in (" to the ", " to "))
        or _UN_OFFICE.fullmatch(text, before.start, f.end) is not None
    )


def _is_campus(text: str, university: Found, f: Found) -> bool:
    town = text[f.start : f.end]
    return (
        text[university.end : f.start] == " at "
        and _UNIVERSITY.fullmatch(text, university.start, university.end) is not None
        and label_by_head(town) is None
        and re.fullmatch(r"[A-Z][a-z]+(?: [A-Z][a-z]+)?", town) is not None
    )


def _without_post(text: str, f: Found) -> Found:
    """The body in front of a post that was taken for one: "UN Secretary-General"."""
    owner = _OWNER.match(text, f.start, f.end)
    return replace(f, end=owner.end()) if f.tag == "ORGANISATION" and owner and is_post(text[f.start : f.end]) else f


def _with_inner_brackets(text: str, found: Sequence[Found]) -> list[Found]:
    """Spans whose bracket opens before them put right: "(ISC)²" begins with it, "Research (RES) Division" is one name, and
    "Agency (AG) Skills Programme" two.
    """
    whole: list[Found] = []
    for f in found:
        name = text[f.start : f.end]
        short, bracket, rest = name.partition(")")
        if not (f.tag in NAMES and bracket and rest.strip() and "(" not in short and text[max(0, f.start - 1) : f.start] == "("):
            whole.append(f)
        elif not rest[0].isspace():
            whole.append(replace(f, start=f.start - 1))
        elif not rest.lstrip()[0].isalpha():
            whole.append(replace(f, end=f.start + len(short)))
        elif whole and whole[-1].tag == f.tag and text[whole[-1].end : f.start].strip() == "(":
            whole[-1] = replace(whole[-1], end=f.end, score=min(whole[-1].score, f.score))
        else:
            whole += [replace(f, end=f.start + len(short)), replace(f, start=f.end - len(rest.lstrip()))]
    return whole


def _over_lines(text: str, f: Found) -> list[Found]:
    """The names of a span that runs over the end of a short line: in "Chair of Crop Science | Institute of Seeds" the second."""
    end = text.find("\n", f.start, f.end)
    if f.tag not in NAMES or end < 0 or end - text.rfind("\n", 0, end) - 1 >= SHORT_LINE:
        return [f]
    left, right = replace(f, end=end), replace(f, start=f.end - len(text[end : f.end].lstrip()))
    if not _names_itself(text, right):
        return [f]
    return [left, right] if _names_itself(text, left) else [right]


def _names_itself(text: str, f: Found) -> bool:
    name = text[f.start : f.end]
    return name in labels() or label_by_head(name) is not None


def _side_by_side(text: str, f: Found) -> list[Found]:
    """The names of a span that holds several, set apart by a stroke, a bar or a cross: "Casa Asia / Goethe-Institut"."""
    borders = [(m.start(), m.end()) for m in _BESIDE.finditer(text, f.start, f.end)]
    starts, ends = [f.start, *(end for _, end in borders)], [*(start for start, _ in borders), f.end]
    return [replace(f, start=start, end=end) for start, end in zip(starts, ends, strict=True) if start < end]


def _balanced(text: str, f: Found) -> list[Found]:
    """A span without half a bracket: cut before one that does not close in it, and without one that did not open in it."""
    name = text[f.start : f.end]
    opening, closing = name.rfind("("), name.rfind(")")
    if opening > 0 and closing < opening:
        head = name[:opening].rstrip()
        parts = [replace(f, end=f.start + len(head))]
        if name[opening + 1 :].strip():
            parts.append(replace(f, start=f.start + opening + 1))
        return parts
    if closing >= 0 and "(" not in name:
        kept = name[:closing].rstrip() if closing == len(name) - 1 else name
        return [replace(f, end=f.start + len(kept))] if kept else []
    return [f]


def _people(text: str, found: Sequence[Found]) -> list[Found]:
    """People with their generation ("III") and nickname ('Ana "Nita" Ruiz'), each by themselves, without marks at the end."""
    listed = sum(f.tag == "PERSON" and _FAMILY_FIRST.match(text, f.start, f.end) is not None for f in found) >= LISTED
    found = [_with_given_name(text, f) for f in found]
    one_by_one = [one for f in found for one in (_one_by_one(text, f, listed=listed) if f.tag == "PERSON" else [f])]
    starts = {one.start for one in one_by_one if one.tag == "PERSON"}
    people: list[Found] = []
    for one in one_by_one:
        before = people[-1] if people and people[-1].tag == one.tag == "PERSON" else None
        surname = _end_of_nickname(text, before, starts) if before else -1
        if before is None or not (one.start <= surname or (listed and _is_given_name(text, before, one))):
            people.append(one)
        elif one.start >= surname:
            people[-1] = replace(before, end=one.end, score=min(before.score, one.score))
    return people


def _with_given_name(text: str, f: Found) -> Found:
    """The person with the given name in front that the network left out, and without a title: "Ana | Ruiz", "Sir | John Holmes"."""
    if f.tag != "PERSON":
        return f
    title, given = _HONORIFIC.match(text, f.start, f.end), _GIVEN.search(text, max(0, f.start - GIVEN), f.start)
    if title:
        return replace(f, start=title.end())
    return replace(f, start=given.start(1)) if given and is_person(f"{given[1]} {text[f.start : f.end]}") else f


def _one_by_one(text: str, f: Found, *, listed: bool) -> list[Found]:
    """The people of a span that runs over a comma or a line end; what follows a full name and is one word is none."""
    name = text[f.start : f.end]
    for border in re.finditer(r",\s+|\s*\n\s*", name):
        left, right = name[: border.start()], name[border.end() :]
        line_start = text.rfind("\n", 0, f.start) + 1
        is_border = (
            f.start + border.start() - line_start < SHORT_LINE if "\n" in border[0] else not listed and not re.search(r"\b[a-z]", left)
        )
        if is_border and " " in left:
            rest = replace(f, start=f.start + border.end())
            return [replace(f, end=f.start + border.start()), *(_one_by_one(text, rest, listed=listed) if " " in right else ())]
    end = f.start + len(_TRAILING.sub("", name))
    generation = _GENERATION.match(text, end)
    return [replace(f, end=generation.end() if generation else end)] if end > f.start else []


def _end_of_nickname(text: str, f: Found, starts: Collection[int]) -> int:
    """Where the name goes on after a nickname in quotes; -1 where it does not."""
    nickname = _NICKNAME.match(text, f.end)
    return nickname.end() if nickname and nickname.end() in starts else -1


def _is_given_name(text: str, family: Found, given: Found) -> bool:
    """Whether two spans are one name in the order "Ruiz, Ana"."""
    return (
        text[family.end : given.start] == ", "
        and not re.search(r"[\s,]", text[family.start : family.end])
        and "," not in text[given.start : given.end]
    )
