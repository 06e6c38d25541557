"""Who takes part in, leads or funds an initiative: constructions around its name, and posts in it.

An applicant is no party: only what is said to take part, lead or fund counts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from briefex.components.countries import country_names
from briefex.components.initiatives.kinds import kind_of
from briefex.records import Affiliation, Label, Mention, Party

_DOES = (
    r"(?:co-?)?(?:funded|financed|sponsored|led|run|launched|implemented|co-?ordinated|managed|operated|supported|backed|agreed"
    r"|ratified|signed|joined"
    r"|established|created|founded|curated|convened|administered|delivered|overseen|headed|chaired|initiated|hosted"
    r"|organi[sz]ed|kept up|carried out|set up"
    r"|made possible|endorsed|developed|paid for)"
)
_CUE = re.compile(
    rf"\b(?:(?:{_DOES})(?:\s+(?:jointly|mainly|partly|since \d{{4}}|in \d{{4}}))?\s+(?:by|from)"
    r"|(?:between|among|linking|bringing together|uniting|partnership of|project of|initiative of|programme of|program of"
    r"|coalition of|alliance of|network of"
    r"|(?:with|through)\s+(?:\w+\s+)?(?:money|funding|funds|support|grants?)\s+(?:of|from)))"
    r"(?:\s+(?:the\s+)?(?:governments?|countries|states|bodies) of)?\s+(?:the\s+)?(?:Government of (?:the\s+)?)?$"
)
_OF = re.compile(r"\s+(?:of|by)\s+(?:the\s+)?")
_IS_OF = re.compile(r",?\s+(?:is|are|was|were|,)?\s*(?:an?|the)\s+(?:[\w-]+\s+){0,5}?(?:of|from|by)\s+(?:the\s+)?")
_WHICH = re.compile(
    r"\s*[,(–—-]?\s*(?:(?:a|an|the)\s+[\w -]{1,40}\s)?(?:(?:to|for|in|under)\s+)?(?:which|that)\s+(?:the\s+)?(?:Government of (?:the\s+)?)?"
)
_WHICH_DOES = re.compile(
    r"\)?\s+(?:\w+\s+){0,3}?(?:leads?|led|runs?|ran|funds?|funded|finances?|financed|co-?ordinates?|hosts?|manages?|launched"
    r"|founded|joined|signed|ratified"
    r"|convenes?|put|puts|parties|made|give|gives|paid|support|supports?|supported|back|backed)\b"
)
_COLON = re.compile(r"\)?\s*:\s*(?:the\s+)?")
_POSSESSIVE = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,3}?[\"“‘']?")
_LEADS_VERBS = (
    r"\s+(?:\w+ly\s+)?(?:has\s+|have\s+)?(?:launch(?:ed|es)?|leads?|led|runs?|ran|funds?|funded|finances?|manages?|managed"
    r"|hosts?|heads?|coordinates?|implements?|chairs?"
    r"|directs?|directed|co-?directs?|co-?leads?|co-?ordinates?|convenes?|organi[sz]es?|funded|financed|founded|co-?founded"
    r"|established|created|joined|ratified|signed)\s+(?:and\s+\w+\s+)?(?:the\s+|a\s+|its\s+)?(?:new\s+)?[\"“‘']?"
)
_LEADS = re.compile(_LEADS_VERBS)
_LEADER = re.compile(
    r"^(?:(?:executive|programme|program|project|community|managing|general|network|campaign|technical"
    r"|scientific)\s+)?(?:co-?)?(?:lead|leader|director|head|chair|manager|founder|coordinator|president)\b",
    re.IGNORECASE,
)
_PRONOUN_LEADS = re.compile(r"\b(?:He|She|They)" + _LEADS_VERBS + r"[^.;\n]{0,40}$")
_UNDER = re.compile(r"\)?,?\s+(?:under|through|as part of|within)\s+(?:the|a|its|their)?\s*")
_DESCRIBED = re.compile(
    r"\bthe (Institute|Centre|Center|Foundation|University|Council|Ministry|Agency|Commission|Association|Society|Bank|College"
    r"|School|Academy|Department)[’']s\s+(?:[\w-]+\s+)?[\"“‘']?$",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(
    r"\)?(?:\s*\([^)\n]{1,20}\))?\s*(?:,|;|/|&|\(|[–—]|and|as well as"
    r"|together with)?\s*(?:,\s*)?(?:and\s+(?:of\s+)?)?(?:the\s+)?(?:[A-Z][a-z]+\s+)?"
)
_OWNER_GAP = re.compile(r"[’']s?\s+")
_SENTENCE_END = re.compile(r"[.!?](?:\s+(?=[A-Z“\"])|\s*$)|\n\s*\n")
_SENTENCE_REACH = 400
_RULES_BESIDE = (("is_of", _IS_OF), ("of", _OF), ("which", _WHICH), ("list", _COLON))
MIN_BARE_LIST = 2  # more names than these after a colon are a list of members
MAX_LISTED = 24  # names of one enumeration: more are no longer a sentence
FAR_NAMES = 60  # a pronoun or "the Institute" means one of so many names before it
_DASHED = re.compile(r"^([\w. ]{2,30}?)\s?[–—-]\s?([\w. ]{2,60})")


def find_parties(text: str, mentions: Sequence[Mention], affiliations: Sequence[Affiliation] = ()) -> tuple[Party, ...]:
    """The parties of the initiatives named in a text; a party is an entity's name, or a country as written."""
    names = sorted((*(m for m in mentions if m.label != "DATE"), *_countries(text, mentions)), key=lambda m: m.start)
    found: dict[tuple[str, str], Party] = {}
    for party in (*_constructions(text, names), *_posts(affiliations, mentions)):
        if party.party != party.initiative:
            found.setdefault((party.initiative, party.party), party)
    return tuple(sorted(found.values(), key=lambda p: (p.start, p.end, p.party)))


def _countries(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Countries that stand outside names, as mentions without a label of their own."""
    starts = sorted((m.start, m.end) for m in mentions)
    for match in country_names().finditer(text):
        before = bisect_left(starts, (match.end(), -1)) - 1
        if before < 0 or starts[before][1] <= match.start():
            yield Mention(match.start(), match.end(), match[0], "ORGANISATION", match[0], 1.0, "country")


def _constructions(text: str, names: Sequence[Mention]) -> Iterator[Party]:
    entities = {m.text: m.entity for m in names}
    labels = {m.text: m.label for m in names}
    for i, m in enumerate(names):
        if m.label == "INITIATIVE":
            yield from _inside(m, entities)
            yield from _owner_in_front(m, entities, labels)
            yield from _after(text, names, i)
            yield from _before(text, names, i)


def _inside(m: Mention, entities: dict[str, str]) -> Iterator[Party]:
    """ "A–B Dialogue"."""
    match = _DASHED.match(m.text)
    if match is None:
        return
    words = match[2].split(" ")[:4]
    second = next((w for n in range(len(words), 0, -1) if _is_party(w := " ".join(words[:n]), entities)), None)
    if second is not None and _is_party(match[1], entities):
        for part in (match[1], second):
            yield Party(m.entity, entities.get(part, part), m.start, m.end, "name_parts")


def _is_party(name: str, entities: dict[str, str]) -> bool:
    return name in entities or country_names().fullmatch(name) is not None


def _owner_in_front(m: Mention, entities: dict[str, str], labels: dict[str, Label]) -> Iterator[Party]:
    """ "DHS AI Strategy", where DHS is named by itself too."""
    owner, _, rest = m.text.partition(" ")
    if rest.count(" ") and kind_of(m.text) != "conference" and labels.get(owner) == "ORGANISATION" and owner.isupper():
        yield Party(m.entity, entities[owner], m.start, m.end, "owner_in_front")


def _after(text: str, names: Sequence[Mention], i: int) -> Iterator[Party]:
    """ "I, a partnership between A, B and C", "I, led by A and hosted by B", "I, which A and B run", "I: A, B and C"."""
    m = names[i]
    k, position = _past_its_acronym(text, names, i)
    reach = text[position : position + _SENTENCE_REACH]
    end = _SENTENCE_END.search(reach)
    stop = position + (end.start() if end else len(reach))
    if k < len(names) and names[k].start < stop:
        yield from _beside(text, names, m, k, position)
    before = position
    while k < len(names) and names[k].start < stop:
        if _CUE.search(text[max(before, names[k].start - 90) : names[k].start]):
            listed = _listed(text, names, k)
            yield from (Party(m.entity, names[n].entity, m.start, names[n].end, "by") for n in listed)
            k = listed[-1]
            if names[k].label == "INITIATIVE":  # the next phrase is that one's
                return
        elif names[k].label == "INITIATIVE" and names[k].entity != m.entity:
            return
        before, k = names[k].end, k + 1


def _past_its_acronym(text: str, names: Sequence[Mention], i: int) -> tuple[int, int]:
    """The name after initiative `i`, and where its text ends: an acronym in brackets belongs to it."""
    k, position = i + 1, names[i].end
    if k < len(names) and names[k].label == names[i].label and re.fullmatch(r"\s*\(", text[position : names[k].start][:8]):
        bracket = re.match(r"\s*\)", text[names[k].end : names[k].end + 3])
        position, k = names[k].end + (bracket.end() if bracket else 0), k + 1
    return k, position


def _beside(text: str, names: Sequence[Mention], m: Mention, k: int, position: int) -> Iterator[Party]:
    """Parties that stand right behind the name."""
    gap = text[position : names[k].start] if names[k].start - position <= 90 else "\n\n"
    rule = next((rule for rule, pattern in _RULES_BESIDE if pattern.fullmatch(gap)), None)
    if rule is None:
        return
    listed = [k] if rule == "of" else _listed(text, names, k)
    after = text[names[listed[-1]].end : names[listed[-1]].end + 80]
    if rule == "which" and not _WHICH_DOES.match(after):
        return
    if rule == "list" and (len(listed) <= MIN_BARE_LIST or any(names[n].label != "ORGANISATION" for n in listed)):
        return
    yield from (Party(m.entity, names[n].entity, m.start, names[n].end, rule) for n in listed)


def _before(text: str, names: Sequence[Mention], i: int) -> Iterator[Party]:
    """ "the EU's I", "A launched the I"."""
    m = names[i]
    pronoun = _PRONOUN_LEADS.search(text[max(0, m.start - 120) : m.start])
    earlier = names[max(0, i - FAR_NAMES) : i]
    person = next((n for n in reversed(earlier) if n.label == "PERSON"), None)
    if pronoun and person is not None:
        yield Party(m.entity, person.entity, m.start - len(pronoun[0]), m.end, "pronoun_leads")
    described = _DESCRIBED.search(text[max(0, m.start - 60) : m.start])
    if described:
        owner_named = next((n for n in reversed(earlier) if n.label == "ORGANISATION" and described[1] in n.entity.split()), None)
        if owner_named is not None:
            yield Party(m.entity, owner_named.entity, m.start - len(described[0]), m.end, "described_owner")
    if i == 0 or m.start - names[i - 1].end > 60:
        return
    owner, gap = names[i - 1], text[names[i - 1].end : m.start]
    if owner.entity == m.entity:
        return
    if _POSSESSIVE.fullmatch(gap) and owner.label != "PERSON":
        yield Party(m.entity, owner.entity, owner.start, m.end, "possessive")
    elif _LEADS.fullmatch(gap) and not _applies(text, owner):
        yield from (Party(m.entity, names[n].entity, names[n].start, m.end, "leads") for n in _listed_back(text, names, i - 1))
    elif _UNDER.fullmatch(gap):
        yield from _funders_under(text, names, i)


def _applies(text: str, owner: Mention) -> bool:
    """Whether what follows the name is a wish: who has applied to join is no party."""
    return (
        re.match(r"\s+(?:\w+\s+){0,3}?(?:appl|wish|want|hope|may|might|would|could|plan)\w*", text[owner.end : owner.end + 40]) is not None
    )


def _funders_under(text: str, names: Sequence[Mention], i: int) -> Iterator[Party]:
    """ "financed by A and B through the I": who stands in the list before."""
    listed = _listed_back(text, names, i - 1)
    first = names[listed[0]].start
    if _CUE.search(text[max(0, first - 90) : first]):
        yield from (Party(names[i].entity, names[n].entity, first, names[i].end, "through") for n in listed)


def _listed(text: str, names: Sequence[Mention], k: int) -> list[int]:
    """The places of the names in the enumeration that begins with name `k`; of "A's B" only B counts, of a name and its
    acronym the name.
    """
    listed: list[int] = [k]
    while k + 1 < len(names) and len(listed) < MAX_LISTED:
        gap = text[names[k].end : names[k + 1].start]
        if len(gap) > 40:
            break
        if _OWNER_GAP.fullmatch(gap):
            listed[-1] = k + 1
        elif _LIST_GAP.fullmatch(gap) and gap.strip() and "\n\n" not in gap:
            if names[k + 1].entity not in {names[n].entity for n in listed[-1:]}:
                listed.append(k + 1)
        else:
            break
        k += 1
    return listed


def _listed_back(text: str, names: Sequence[Mention], k: int) -> list[int]:
    """The places of the names in the enumeration that ends with name `k`."""
    listed = [k]
    while (
        k > 0
        and names[k].start - names[k - 1].end <= 40
        and _LIST_GAP.fullmatch(gap := text[names[k - 1].end : names[k].start])
        and gap.strip()
    ):
        k -= 1
        listed.insert(0, k)
    return listed


def _posts(affiliations: Sequence[Affiliation], mentions: Sequence[Mention]) -> Iterator[Party]:
    """Who leads an initiative takes part in it, and so does the institution it belongs to; a deputy or a member of its
    staff is not said to.
    """
    initiatives = {m.entity for m in mentions if m.label == "INITIATIVE"}
    for a in affiliations:
        body = a.unit if a.unit in initiatives else a.organisation if a.organisation in initiatives else None
        if body is None or a.status != "current":
            continue
        if a.position and _LEADER.search(a.position):
            yield Party(body, a.person, a.start, a.end, "post")
        if body == a.unit and a.organisation:
            yield Party(body, a.organisation, a.start, a.end, "post_at")
