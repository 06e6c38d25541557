"""Where a body's name begins and ends: its town, its country, its office, what it belongs to and whom it is sent to."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefex.components.countries import country_names
from briefex.components.names.decode import Found
from briefex.components.names.heads import label_by_head
from briefex.components.names.known import labels
from briefex.components.names.not_names import NAMES

FORCE = 20  # characters in which a force's country is looked for
_UNIVERSITY = re.compile(r"(?:State |City )?University of [A-Z][\w ]+")
_OF_THE = re.compile(r" of the (?=[A-Z])")
_PART = re.compile(
    r"(?:Archives?|Library|Museum|Division|Branch|Section|Unit|Department|Directorate|Institute|Centre|Center|Faculty|School"
    r"|Laboratory|Lab)$"
)
_WHOLE = re.compile(r"(?:National|University|Ministry|Royal)\b")
_MINISTRY = re.compile(r"Ministry|Embassy|Parliament|Government|President|Supreme Court|National")
_OF_STATE = re.compile(r" of the (?:(?:[A-Z]\w+ )?(?:Republic|Kingdom)(?: of (?:the )?[A-Z]\w+(?: [A-Z]\w+)?)?)(?![\w-])")
_FORCE = re.compile(r"(?:United States|U\.S\.|US|U\.K\.|UK|Royal) (?:Army|Navy|Marine Corps|Marines|Air Force|Coast Guard|Space Force)\b")
_STATES = ("Republic of", "Kingdom of", "State of", "Government of", "Federal Republic of")
_PLACE = re.compile(
    rf"([^\W\d_]+|\w+ (?:Union|Nations|Parliament)|(?:{'|'.join(_STATES)}) (?:the )?\w+(?: \w+)?)\s+(?:to|in|for|at)\s+(?:the\s+)?(?=[A-Z])"
)
_SENT = re.compile(r"(?:Permanent )?(?:Mission|Delegation|Representation) of [A-Z][\w’' -]+")
_UN_OFFICE = re.compile(r"(?:.+ to the )?(?:United Nations|UN) Office (?:at|in) (?:Geneva|Vienna|Nairobi)")
_TO_BODY = re.compile(r"[A-Z][\w ]+? to (?:the )?([A-Z].+)")
_MISSION = re.compile(r"\b(?:Mission|Delegation|Embassy|Representation|Office|Consulate|Advis[eo]r|Ambassador)\b")
_OFFICE = re.compile(r"[’'](?:s |(?<=s[’']) )(?:Department|Office|Secretariat|Bureau|Committee|Commission|Chambers)\b")
_OFFICER = re.compile(
    r"(?:\w+[ -])?(?:General|Governor|Mayor|President|Minister|Chancellor|Ombudsman|Commissioner|Officers?|Secretary|Comptroller)"
)
_CAMPUS = re.compile(r", (?:[\w-]+ )?Campus\b.*", re.DOTALL)
_SUB = re.compile(r"-(?:[Cc]ommittee|[Cc]ommission|[Gg]roup|[Pp]anel|[Cc]ouncil)\b")
_INSTRUMENT = re.compile(r"[A-Z].* (?:Act|Law|Bill|Code|Agreement|Convention|Declaration|Treaty|Protocol|Accords?)\Z", re.DOTALL)
_YEAR_OF = re.compile(r" (?:of )?(?:19|20)\d\d\b(?![–—-]\d)")
_TEAM = re.compile(r" (?:team|unit|branch|division)\b(?! [A-Z])")
_ACTIVITY = re.compile(
    r"(?:[A-Z][\w-]* (?:and |& |of )?){1,4}(?:\w+(?:ment|tions?|ing|ics|ance|ence|ship)|Services|Support|Research|Design|Policy"
    r"|Strategy|Outreach|Media|Technology|Security|Affairs|Delivery|Data)"
)
_AND = re.compile(r" and (?:the )?|(?<= [A-Z][a-z]{3})-|-(?=[A-Z]\w+ [A-Z])")
_SHORT_FORM = re.compile(r"\s*\(([A-Z][A-Za-z&-]+)\)")
_TOWN = re.compile(  # towns of the universities that have several
    r"University of (?:California|Maryland|Wisconsin|Illinois|Texas|Michigan|North Carolina|Massachusetts|Minnesota|Nebraska"
    r"|Missouri|Tennessee|Colorado|Hawai[‘ʻ’']?i)(?:, |[–—-]| at | )"
    r"(?:Davis|Berkeley|Los Angeles|San Diego|Irvine|Riverside|Merced|Santa Barbara|Santa Cruz|San Francisco|College Park"
    r"|Baltimore(?: County)?|Madison|Milwaukee|Urbana[–-]Champaign"
    r"|Chicago|Springfield|Austin|Dallas|Arlington|El Paso|San Antonio|Ann Arbor|Dearborn|Flint|Chapel Hill|Charlotte"
    r"|Greensboro|Amherst|Boston|Lowell|Dartmouth|Twin Cities|Duluth"
    r"|Lincoln|Omaha|St\. Louis|Kansas City|Knoxville|Chattanooga|Boulder|Denver|Colorado Springs|M[aā]noa|Hilo)\b"
)
_OWN_HEAD = re.compile(r" (?:projects?|campaign|grants?|funding)\Z")
_SMALL_HEAD = re.compile(r" (?:programme|program|project|initiative|series|network|scheme)(?![\w-])")
_OWNER_OF = re.compile(r"[’'](?:s |(?<=s[’']) )(?=[A-Z])")
_POSSESSIVE = re.compile(r"[’']s ")
_COLLEGE = re.compile(r"(?:[A-Z][\w’'.-]* ){1,3}(?:College|Hall), (?:Oxford|Cambridge|London|Dublin|Durham|Cork|Galway)")


def whole_bodies(text: str, found: Sequence[Found]) -> list[Found]:
    """Bodies with what belongs to them: "University of Ohio at Lima", "United States Navy"; without a place one acts for:
    "UN | in Oslo".
    """
    bodies: list[Found] = []
    for f in _with_team(text, found):
        before = bodies[-1] if bodies else None
        if before and f.start < before.end:
            continue
        if f.tag != "ORGANISATION":
            bodies += [_with_year(text, _with_head(text, part)) for part in _two(text, _without_country(text, f))]
        elif before and before.tag == f.tag and _is_one(text, before, f):
            bodies[-1] = replace(before, end=f.end, score=min(before.score, f.score))
        else:
            whole = _with_office(text, _with_country(text, f, before.end if before else 0))
            pieces = [one for piece in _without_place(text, whole) for one in _owner_and_part(text, piece)]
            bodies += [part for one in pieces for part in _two(text, one)]
    return bodies


def _without_country(text: str, f: Found) -> Found:
    """An undertaking without the country it belongs to: "Barbados' | Bridgetown Initiative"."""
    country = country_names().match(text, f.start, f.end)
    owner = _OWNER_OF.match(text, country.end(), f.end) if country else None
    return replace(f, start=owner.end()) if owner else f


def _with_head(text: str, f: Found) -> Found:
    """An undertaking with the small head noun behind it, unless quotes, a list or a head noun of its own close its name."""
    name = text[f.start : f.end]
    own = _OWN_HEAD.search(name) if f.tag == "INITIATIVE" else None
    if own and name[: own.start()] in labels():
        return replace(f, end=f.start + own.start())  # "Horizon Europe | project"
    head = _SMALL_HEAD.match(text, f.end) if f.tag == "INITIATIVE" else None
    if not head or name in labels() or label_by_head(name) or not name[0].isalpha() or name[0].islower():
        return f
    return replace(f, end=head.end())


def _with_year(text: str, f: Found) -> Found:
    """A law or treaty with the year that tells it from others: "Plain Writing Act | of 2010"."""
    year = _YEAR_OF.match(text, f.end) if f.tag == "INITIATIVE" and _INSTRUMENT.search(text, f.start, f.end) else None
    return replace(f, end=year.end()) if year else f


def _with_team(text: str, found: Sequence[Found]) -> list[Found]:
    """Fields of work with the word that makes them a body, where they stand nowhere without it: "the Open Innovation team"."""
    teams = {f: team for f in found if f.tag in NAMES and (team := _TEAM.match(text, f.end))}
    if not teams:
        return list(found)
    seen = Counter(text[f.start : f.end] for f in found)
    with_team = Counter(text[f.start : f.end] for f in teams)
    called = {name for name, times in with_team.items() if seen[name] == times and _ACTIVITY.fullmatch(name) and name not in labels()}
    return [replace(f, end=teams[f].end(), tag="ORGANISATION") if f in teams and text[f.start : f.end] in called else f for f in found]


def _with_country(text: str, f: Found, free: int) -> Found:
    state = _OF_STATE.match(text, f.end) if _MINISTRY.match(text, f.start, f.end) else None
    if state:
        return replace(f, end=state.end())
    force = _FORCE.search(text, max(free, f.start - FORCE), f.end)
    return replace(f, start=force.start()) if force and force.start() < f.start < force.end() else f


def _with_office(text: str, f: Found) -> Found:
    """The office of a post with its possessive: "Attorney-General | 's Department"."""
    office = _OFFICE.match(text, f.end)
    end = office.end() if office and _OFFICER.fullmatch(text, f.start, f.end) else f.end
    town = _TOWN.match(text, f.start)
    if sub := _SUB.match(text, end):
        end = sub.end() if text[f.start : end].endswith(("Sub", "sub")) else end
    campus = _CAMPUS.search(text, f.start, end)
    return replace(f, end=campus.start() if campus else max(end, town.end() if town else end))


def _owner_and_part(text: str, f: Found) -> list[Found]:
    """A well-known body and a part of it, set apart by a possessive: "UN Women's | Evaluation Section"."""
    if text[f.start : f.end] not in labels() and (joint := _part_of(text, f)):
        return [replace(f, end=joint[0]), replace(f, start=joint[1])]
    owner = _POSSESSIVE.search(text, f.start, f.end)
    if owner is None or text[f.start : f.end] in labels() or labels().get(text[f.start : owner.start()]) != f.tag:
        return [f]
    return [replace(f, end=owner.start()), replace(f, start=owner.end())]


def _part_of(text: str, f: Found) -> tuple[int, int] | None:
    """Where a part ends and the well-known body begins whose part it is: "County Archives | of the | National Archives of Hungary",
    or the body ends and its part begins: "European Commission | Directorate-General for Migration".
    """
    general = text.find(" Directorate-General ", f.start, f.end)
    if general > 0 and labels().get(text[f.start : general]) == f.tag:
        return general, general + 1
    for joint in _OF_THE.finditer(text, f.start, f.end):
        left, right = text[f.start : joint.start()], text[joint.end() : f.end]
        if " " in left and " " in right and (labels().get(right) == f.tag or _WHOLE.match(right)) and _PART.search(left):
            return joint.start(), joint.end()
    return None


def _two(text: str, f: Found) -> list[Found]:
    """Two bodies or undertakings joined by "and" or a hyphen: both well known, or the second one with its short form behind it."""
    if text[f.start : f.end] in labels():
        return [f]
    for joint in _AND.finditer(text, f.start, f.end):
        left, right = text[f.start : joint.start()], text[joint.end() : f.end]
        if all(labels().get(name) == f.tag or _UNIVERSITY.fullmatch(name) for name in (left, right)) or (
            " " in joint[0] and _begins_anew(text, f, left, right)
        ):
            return [replace(f, end=joint.start()), replace(f, start=joint.end())]
    return [f]


def _begins_anew(text: str, f: Found, left: str, right: str) -> bool:
    """Whether the second of two joined names is one by itself, and what stands before it is whole too."""
    if label_by_head(left) != f.tag or not (" " in right or right.isupper()):
        return False
    short = _SHORT_FORM.match(text, f.end)
    initials = "".join(word[0] for word in re.findall(r"[A-Z]\w*", right))
    return labels().get(right) == f.tag or (short is not None and short[1] == initials)


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
