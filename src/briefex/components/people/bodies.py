"""Which of several named bodies is the institution and which the unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefex.components.people.tape import Gap, Item

_SMALL = re.compile(
    r"\b(?:team|unit|section|desk|branch|office|division|group|lab|labs|laboratory|secretariat|sub-?committee|chair|cluster"
    r"|observatory|workstream|programme|program|project|initiative|campus)\b",
    re.I,
)
_MIDDLE = re.compile(
    r"\b(?:department|dept|faculty|school|directorate|bureau|centre|center|centro|institute|institut|instituto|college"
    r"|committee|board|facultad|faculté|núcleo|service|services)\b",
    re.I,
)
_LARGE = re.compile(
    r"\b(?:tu|university|universit\w+|universidad\w*|ministry|nations|government|commission|agency|bank|foundation|parliament"
    r"|assembly|corporation|inc|ltd|ag|gmbh|plc|llc|spa|asa|embassy|union|academy|command|council of europe|senate|"
    r"department of (?:(?:state|defen[cs]e|energy|education|health|transportation|commerce|justice|labor"
    r"|agriculture)(?!\s(?-i:[A-Z]))|homeland|the|veterans|foreign))\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Chain:
    """Bodies named together with what stands between them: "Faculty of Law, Example University"."""

    items: tuple[Item, ...]
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post is: the institution and the narrower part, either of which may be missing."""

    organisation: str | None
    unit: str | None


def level(item: Item) -> float:
    """How high in a hierarchy a body stands by its name, 0 (undertaking) to 3 (institution); 2 where the name does not say."""
    if item.kind == "I":
        return 0
    if _LARGE.search(item.name):
        return 3
    if _MIDDLE.search(item.name):
        return 1.5
    return 1 if _SMALL.search(item.name) else 2


def place_of(chain: Chain) -> Place:
    """The outermost institution and the innermost part of a chain.

    A possessive or mere juxtaposition puts the owner in front ("GSA's Office"); a comma or preposition puts it last,
    unless the names themselves say the opposite ("Department of Energy – Office of Science").
    """
    if not chain.items:
        return Place(None, None)
    inward: list[Item] = [chain.items[0]]
    for gap, item in zip(chain.gaps, chain.items[1:], strict=True):
        before = inward[-1]
        turned = gap in ("comma", "open", "dash", "line", "slash") and level(before) - level(item) >= 0.5
        if gap in ("own", "next") or turned:
            inward.insert(0, item)
        else:
            inward.append(item)
    institutions = [item for item in inward if item.kind == "O"]
    if not institutions:
        return Place(None, inward[0].name)
    organisation = institutions[-1].name
    unit = inward[0].name if inward[0].name != organisation else next((i.name for i in inward if i.name != organisation), None)
    return Place(organisation, unit)


def joins(gap: Gap, before: Item, here: Item) -> bool:
    """Whether two bodies beside each other are one inside the other."""
    if gap in ("own", "prep", "next"):
        return True
    if gap == "slash":
        return level(before) != level(here)
    if gap == "open":
        return not (before.kind == "O" and here.kind == "O" and len(here.name) <= 6 and level(before) == 3)
    if gap in ("comma", "dash", "line"):
        return not (level(before) == 3 and level(here) >= 2)
    return False


def together(left: Sequence[Item], right: Chain | None, left_gaps: Sequence[Gap] = ()) -> Chain:
    """The chain of the bodies before a post and those after it: "Code.gov Director, Example Agency"."""
    if not left:
        return right or Chain(())
    if not right or not right.items:
        return Chain(tuple(left), tuple(left_gaps))
    return Chain((*left, *right.items), (*left_gaps, "prep", *right.gaps))
