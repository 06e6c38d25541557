"""What the network takes for names of organisations and initiatives and is none: terms, fields of study, addresses,
governments, time zones.

Technologies, methods, posts, degrees and conditions stand in `known/terms.txt`; a text that defines such a short form as a body's wins.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import islice

from briefex.components.labels import alternatives
from briefex.components.names import known
from briefex.components.names.decode import Found
from briefex.components.names.heads import is_post, label_by_head
from briefex.components.names.titles import is_title
from briefex.identity import fits

NAMES = frozenset({"ORGANISATION", "INITIATIVE"})
_DEGREE = re.compile(
    r"\b(?:degrees?|bachelor(?:[’']?s)?|master(?:[’']?s)?|doctorate|ph\.?d\.?|diploma|certificate|certification|minor|major(?:ed)?"
    r"|b\.?\s?a\.?|m\.?\s?a\.?|b\.?\s?sc\.?|m\.?\s?sc\.?|m\.s\.|b\.s\.|m\.?phil\.?|mba|ll\.?m\.?|honours|studied|studies)"
    r"(?: of (?:arts|science|laws|philosophy|business|education|engineering))?(?: degree| diploma)? (?:in (?:the )?|of )$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:[A-Z]+|[a-z\d-]+)(?:\.[a-z\d-]+)*\.(?:gov|org|com|net|edu|int|eu|info|mil|io|co|ac|[a-z]{2})(?:\.[a-z]{2})?")
_GOVERNMENT = re.compile(
    r"(?!Scottish|Flemish|State of (?:the|Play))(?:U\.?S\.?A?|U\.?K\.?|EU|Federal|State|National|Central|Local|Union"
    r"|\w{2,}(?:an|ese|ish|i|ench|eek|utch))"
    r"(?: [Ff]ederal| [Nn]ational)? [Gg]overnments?"
    r"|(?:Government|State|Kingdom|Sultanate|Principality|(?:[A-Z][\w’']+ ){0,3}Republic)\s+of\s+(?:the\s+)?[A-Z][\w-]+(?: [A-Z][\w-]+)?"
)

_ZONE = re.compile(
    r"(?:All times )?(?:(?:North|South|East|West|Central|Southern|Northern|Eastern|Western|Middle|US|U\.S\.|UK|New"
    r"|Hong) )*(?:Eastern|Western|Central|Pacific|Mountain|Atlantic|Greenwich|Moscow|Gulf"
    r"|Africa|America|Asia|Europe|European|British|Irish|India|Indian|Indonesia|Japan|Korea|China|Singapore|Kong|Philippine"
    r"|Philippines|Pakistan|Arabia|Arabian|Israel|Argentina"
    r"|Brasilia|Zealand|Australian|London|Paris|Brussels|Berlin|Geneva|Vienna|Rome|Madrid|York|Washington|Nairobi|Delhi|Tokyo"
    r"|Beijing|Jakarta|Manila)"
    r"(?: (?:Standard|Daylight|Summer|Winter|Mean))? Time|(?:UTC|GMT)\s?[+−–-]\d{1,2}(?::?\d\d)?"
)
_REGION = re.compile(
    r"(?:North|South|East|West|Central|Southern|Northern|Eastern|Western|Southeast|South-East|South East|Sub-Saharan|Latin|Middle)"
    r"(?:ern)? (?:Africa|America|Asia|Europe|Balkans|East|Pacific|Caucasus|Mediterranean)|Asia[- ]Pacific|Indo-Pacific"
    r"|(?:Ward|District|Precinct) \d+|Middle East and North Africa|Horn of Africa"
)
_POSTCODE = re.compile(r"[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}")
_OF_A_KIND = re.compile(r"\s*\(\s*[A-Z\d][A-Z\d&-]+s\s*\)")  # "Civil Society Organisations (CSOs)" are many
_RANK = re.compile(r"(?:Col|Lt|Gen|Maj|Capt|Cdr|Brig|Adm|Amb|Shri|Smt|Hon|Prof|Dr|LTC|CPT|LCDR|POC|YBhg|YB|PRES|Pres|Chmn|Dir|Mgr)\.?")
_SEAT = re.compile(r"[DRI]-[A-Z]{2}(?:-\d+)?")  # a member of Congress: party and state
_PLACE_LABEL = re.compile(rf"\W*(?:venue|location|where|place|room|address|{alternatives('venue')})\s*[:|–-]\s*(?:the )?", re.IGNORECASE)
_CABINET = re.compile(
    r"(?:Defen[cs]e|State|Commerce|Energy|Labor|Agriculture|Education|Transportation|Homeland Security|Interior|Treasury"
    r"|Veterans Affairs|War)(?: for .+)?",
    re.DOTALL,
)
_STREET = re.compile(
    r"(?:\d+\w? )?[A-Z][\w’']*(?: [A-Z][\w’']*)* (?:Street|Road|Avenue|Parade|Boulevard|Lane|Building|Floor|Ballroom"
    r"|Auditorium)(?:,? \d+\w?)?"
    r"|\w{3,}(?:saal|zaal)"
    r"|\w+(?:straße|strasse|gasse|gatan|gata|katu)(?: \d+\w?)?|(?:Paseo|Calle|Avenida|Rua|Viale|Rue|Boulevard|Jalan|Jl\.) .+",
)
_FIELD = re.compile(r"[A-Z][a-z]+(?: (?:and|of|&|for|[A-Z][a-z]+))+")
_PART = re.compile(
    r"\b(?:units?|section|desk|group|team|labs?|branch|sector|services?|region|cell|chapter|cluster|hub|studio|archives?"
    r"|collections?|squadron|observatory|chamber|tribunal|church|ward|secretariat|cent\w+)\b",
    re.IGNORECASE,
)
_BEHIND_POST = re.compile(r"(?:,| at| of| for| with| [–—|-])? (?:the )?")
SPELT_OUT = 3  # places at which a short form may be spelt out
CARELESS, HURRIED = 0.05, 0.3  # the share of lines and sentences begun with small letters, in texts that name bodies so
_BEGINNING = re.compile(r"(?:^|[.!?] )[^\w\n]*([^\W\d_])", re.MULTILINE)
_ORDINAL_YEAR = re.compile(r"(?:first|second|third|next|last|annual) \d{4}")
_RULE = re.compile(r"Chatham House\srule", re.IGNORECASE)
_COURTESIES = frozenset(
    (
        "bapak ibu pak bu mr mrs ms sir madam maam prof professor dr ustaz mzee haji hajia señor señora monsieur madame herr frau all team"
    ).split()
)
_TO_BE_TOLD = frozenset({"tbc", "tba", "tbd", "TBC", "TBA", "TBD"})
_SMALL = re.compile(r"[a-z]{3,}[ \n-]")


def is_no_name(text: str, f: Found, found: Sequence[Found]) -> bool:
    """Whether what was found at `f` names no body and no undertaking."""
    name = text[f.start : f.end]
    if f.tag == "PERSON":
        return (
            name.casefold().rstrip(".") in _COURTESIES
            or _PLACE_LABEL.fullmatch(text, text.rfind("\n", 0, f.start) + 1, f.start) is not None
        )
    if f.tag not in NAMES:
        return False
    return (
        _is_common_words(text, name)
        or (f.tag == "INITIATIVE" and name not in known.labels() and is_title(text, f, name))
        or _is_field(text, f, found)
        or (_CABINET.fullmatch(name) is not None and text[max(0, f.start - 15) : f.start].endswith(("Secretary of ", "Secretary of the ")))
        or (f.tag == "ORGANISATION" and is_post(name) and name not in known.labels())
        or _is_term(text, f, name, found)
        or _is_address(text, f)
        or (name.endswith("s") and _OF_A_KIND.match(text, f.end) is not None and name not in known.labels())
        or (_STREET.fullmatch(name) is not None and name not in known.labels())
        or any(shape.fullmatch(name) for shape in (_GOVERNMENT, _REGION, _POSTCODE, _RANK, _SEAT))
        or _ZONE.fullmatch(name) is not None
        or _is_subject(text, f, name)
        or _RULE.fullmatch(text, f.start, f.end + len(" rule")) is not None
    )


def _is_subject(text: str, f: Found, name: str) -> bool:
    """The subject of a degree: "a Master of [Public Health]"; "a PhD of [UCL]" and "studies in [Sogang University]" name who gave it."""
    degree = _DEGREE.search(text, max(0, f.start - 60), f.start)
    if degree is None or (f.tag == "ORGANISATION" and (label_by_head(name) or name in known.labels())):
        return False
    return not (name.isupper() and text.endswith(" of ", 0, f.start))


def _is_common_words(text: str, name: str) -> bool:
    """Small letters at its beginning, in a text whose lines and sentences begin with capitals: "change management efforts".

    "cloud.gov" and "foodwatch" are names, and so is "ministry of agriculture" where one line in twenty begins with a small letter.
    """
    if _ORDINAL_YEAR.fullmatch(name) or name in _TO_BE_TOLD:
        return True
    if not _SMALL.match(name) or re.search(r"[.\d]", name) or name in known.labels() or (not name.islower() and label_by_head(name)):
        return False
    share = _small_beginnings(text)
    return share < HURRIED and (share < CARELESS or label_by_head(name) is None)


@lru_cache(maxsize=1)
def _small_beginnings(text: str) -> float:
    """The share of lines and sentences that begin with a small letter."""
    first = _BEGINNING.findall(text)
    return sum(map(str.islower, first)) / len(first) if first else 1.0


def _is_field(text: str, f: Found, found: Sequence[Found]) -> bool:
    """A field between a post and a body, without a noun for a part of one: "Senior Fellow, Defence Economics, [RUSI]"."""
    name = text[f.start : f.end]
    if f.tag != "ORGANISATION" or not _FIELD.fullmatch(name) or _PART.search(name) or label_by_head(name) or name in known.labels():
        return False
    here = bisect_left(found, f.start, key=lambda other: other.start)
    before, after = found[max(0, here - 1)], found[min(len(found) - 1, here + 1)]
    return (
        (before.tag, after.tag) == ("POSITION", f.tag)
        and text[before.end : f.start] == ", "
        and text[f.end : after.start] in (", ", ", the ")
        and text.count(name) == 1
    )


@cache
def _terms() -> tuple[frozenset[str], frozenset[str]]:
    rows = known.facts("terms")
    return frozenset(row[0] for row in rows), frozenset(long.casefold() for row in rows for long in row[1:])


def _is_term(text: str, f: Found, name: str, found: Sequence[Found]) -> bool:
    """Whether a name is a common term: what stands behind a post ("Executive at SARS") or is spelt out as a body's short form is none."""
    short, long = _terms()
    if name.casefold() in long:
        return True
    if name in short:
        before = found[max(0, bisect_left(found, f.start, key=lambda other: other.start) - 1)]
        if f.tag == "ORGANISATION" and before.tag == "POSITION" and _BEHIND_POST.fullmatch(text, before.end, f.start):
            return False
        beside = re.compile(rf"\s*\(\s*{re.escape(name)}\b")
        bodies = (f for f in found if f.tag in NAMES and text[f.start : f.end].casefold() not in long)
        return not any(beside.match(text, f.end) and fits(name, text[f.start : f.end]) for f in bodies)
    return _stands_for_common_words(text, name)


def _stands_for_common_words(text: str, name: str) -> bool:
    """Whether the text spells a short form out in lower case: "user experience (UX)" makes UX no name."""
    if " " in name or sum(c.isupper() for c in name) < 2:
        return False
    for start in islice(_in_brackets(text, name), SPELT_OUT):
        words = re.findall(r"[^\W\d_]+|\S", text[max(0, start - 120) : start])
        for n in range(1, min(len(words), len(name)) + 1):
            if words[-n].islower() and fits(name, " ".join(words[-n:])):
                return all(word.islower() or not word.isalpha() for word in words[-n:])
    return False


def _in_brackets(text: str, name: str) -> Iterator[int]:
    """Where "(UX)" or "(UXs)" stands."""
    start = text.find(f"({name}")
    while start >= 0:
        if text.startswith((")", "s)"), start + 1 + len(name)):
            yield start
        start = text.find(f"({name}", start + 1)


def _is_address(text: str, f: Found) -> bool:
    """A bare site address ("VA.gov"), or a part of a longer one; a service with a name of its own ("Code.mil") is a name."""
    name = text[f.start : f.end]
    before, after = text[max(0, f.start - 1) : f.start], text[f.end : f.end + 2]
    if before in ("@", "/") or (before.isalnum() and "." in name) or after[:1] == "@" or (after[:1] == "/" and "." in name):
        return True
    return _ADDRESS.fullmatch(name) is not None and name not in known.labels()
