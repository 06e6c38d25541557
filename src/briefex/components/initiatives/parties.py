"""Who takes part in, leads or funds an initiative: constructions around its name, and posts in it.

An applicant is no party: only what is said to take part, lead or fund counts.
"""

import re
from collections.abc import Iterator, Sequence

from briefex.components.initiatives.countries import country_names
from briefex.records import Affiliation, Label, Mention, Party

_BETWEEN = re.compile(r"[^.;\n]{0,60}?\b(?:between|among|linking|bringing together|uniting|signed by|joined by)\s+(?:the\s+)?")
_BY = re.compile(
    r"[^.;\n]{0,50}?\b(?:(?:co-?)?(?:funded|financed|sponsored|led|run|launched|implemented|coordinated|managed|operated|supported|backed"
    r"|established|created|founded|curated|convened|administered|delivered|overseen|headed|chaired|initiated)|partnership|initiative|project|programme|program)"
    r"\s+(?:jointly\s+)?(?:by|of|with)\s+(?:the\s+)?"
)
_IS_OF = re.compile(r",?\s+(?:is|are|was|,)?\s*(?:an?|the)\s+(?:[\w-]+\s+){0,5}?(?:of|from|by)\s+(?:the\s+)?")
_OF = re.compile(r"\s+(?:of|at|from|by)\s+(?:the\s+)?")
_POSSESSIVE = re.compile(r"[’']s?\s+(?:[\w-]+\s+){0,3}?[\"“‘']?")
_LEADS_VERBS = (
    r"\s+(?:\w+ly\s+)?(?:has\s+|have\s+)?(?:launch(?:ed|es)?|leads?|led|runs?|ran|funds?|funded|finances?|manages?|managed|hosts?|heads?|coordinates?|implements?|chairs?"
    r"|founded|co-?founded|established|created|joined|ratified|signed)\s+(?:and\s+\w+\s+)?(?:the\s+|a\s+|its\s+)?(?:new\s+)?[\"“‘']?"
)
_LEADS = re.compile(_LEADS_VERBS)
_LEADER = re.compile(
    r"^(?:(?:executive|programme|program|project|community|managing|general|network|campaign)\s+)?(?:co-?)?(?:lead|leader|director|head|chair|manager|founder|coordinator|president)\b",
    re.IGNORECASE,
)
_PRONOUN_LEADS = re.compile(r"\b(?:He|She|They)" + _LEADS_VERBS + r"[^.;\n]{0,40}$")
_DESCRIBED = re.compile(
    r"\bthe (Institute|Centre|Center|Foundation|University|Council|Ministry|Agency|Commission|Association|Society|Bank|College|School|Academy|Department)[’']s\s+(?:[\w-]+\s+)?[\"“‘']?$",
    re.IGNORECASE,
)
_LIST_GAP = re.compile(r"\s*(?:,|;|/|&|and|as well as|together with|,\s*and|\(\s*|\)\s*,?|[–—-])*\s*(?:and\s+)?(?:the\s+)?")
_DASHED = re.compile(r"^([\w. ]+?)\s?[–—-]\s?([\w. ]+?)\s")


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
    taken = [(m.start, m.end) for m in mentions]
    for match in country_names().finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in taken):
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
    if match:
        parts = [part.strip() for part in match.groups()]
        if all(part in entities or country_names().fullmatch(part) for part in parts):
            for part in parts:
                yield Party(m.entity, entities.get(part, part), m.start, m.end, "name_parts")


def _owner_in_front(m: Mention, entities: dict[str, str], labels: dict[str, Label]) -> Iterator[Party]:
    """ "DHS AI Strategy", where DHS is named by itself too."""
    owner, _, rest = m.text.partition(" ")
    if rest.count(" ") and labels.get(owner) == "ORGANISATION" and owner.isupper():
        yield Party(m.entity, entities[owner], m.start, m.end, "owner_in_front")


def _after(text: str, names: Sequence[Mention], i: int) -> Iterator[Party]:
    """ "I, a partnership between A, B and C", "I, funded by A", "I of the A"."""
    m, position, k = names[i], names[i].end, i + 1
    if k < len(names) and names[k].entity == m.entity and names[k].label == m.label:  # its acronym in brackets
        bracket = re.match(r"\s*\)", text[names[k].end : names[k].end + 3])
        position, k = names[k].end + (bracket.end() if bracket else 0), k + 1
    if k >= len(names) or names[k].start - position > 90:
        return
    gap = text[position : names[k].start]
    for rule, pattern in (("between", _BETWEEN), ("by", _BY), ("is_of", _IS_OF), ("of", _OF)):
        if pattern.fullmatch(gap):
            for party in _listed(text, names, k, several=rule in ("between", "by")):
                yield Party(m.entity, party.entity, m.start, party.end, rule)
            return


def _before(text: str, names: Sequence[Mention], i: int) -> Iterator[Party]:
    """ "the EU's I", "A launched the I"."""
    m = names[i]
    pronoun = _PRONOUN_LEADS.search(text[max(0, m.start - 120) : m.start])
    person = next((n for n in reversed(names[:i]) if n.label == "PERSON"), None)
    if pronoun and person is not None:
        yield Party(m.entity, person.entity, m.start - len(pronoun[0]), m.end, "pronoun_leads")
    described = _DESCRIBED.search(text[max(0, m.start - 60) : m.start])
    if described:
        owner_named = next((n for n in reversed(names[:i]) if n.label == "ORGANISATION" and described[1] in n.entity.split()), None)
        if owner_named is not None:
            yield Party(m.entity, owner_named.entity, m.start - len(described[0]), m.end, "described_owner")
    if i == 0 or m.start - names[i - 1].end > 60:
        return
    owner, gap = names[i - 1], text[names[i - 1].end : m.start]
    if owner.entity == m.entity:
        return
    if _POSSESSIVE.fullmatch(gap) and owner.label != "PERSON":
        yield Party(m.entity, owner.entity, owner.start, m.end, "possessive")
    elif _LEADS.fullmatch(gap):
        yield Party(m.entity, owner.entity, owner.start, m.end, "leads")


def _listed(text: str, names: Sequence[Mention], k: int, *, several: bool) -> Iterator[Mention]:
    """The names of an enumeration that begins with name `k`."""
    seen = set()
    while True:
        if names[k].entity not in seen:
            yield names[k]
            seen.add(names[k].entity)
        if not several or k + 1 >= len(names) or not _LIST_GAP.fullmatch(text[names[k].end : names[k + 1].start]):
            return
        k += 1


def _posts(affiliations: Sequence[Affiliation], mentions: Sequence[Mention]) -> Iterator[Party]:
    """Who leads an initiative takes part in it; a deputy or a member of its staff is not said to."""
    initiatives = {m.entity for m in mentions if m.label == "INITIATIVE"}
    for a in affiliations:
        if a.unit in initiatives and a.status == "current" and a.position and _LEADER.search(a.position):
            yield Party(a.unit, a.person, a.start, a.end, "post")
