"""One row for each fact: repeats dropped, units filled in from the names of the text, rows in the order of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace

from briefex.components.people.tape import Item
from briefex.records import Affiliation

# Rows of one person beyond which repeats are left standing; it only bounds the work on texts that nobody wrote.
MAX_ROWS = 200


def tidy(rows: Sequence[Affiliation]) -> tuple[Affiliation, ...]:
    """One row for each fact: what a fuller row of the same person says already goes."""
    unique: dict[tuple[object, ...], Affiliation] = {}
    for row in rows:
        key = (row.person, (row.position or "").casefold(), row.organisation, row.unit, row.status)
        old = unique.get(key)
        if old is None or (not (old.since or old.until) and (row.since or row.until)):
            unique[key] = (
                row if old is None else replace(row, start=old.start, end=old.end, origin=old.origin, since=row.since, until=row.until)
            )
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
        return mine <= bodies and row.status in (other.status, "current")
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


_UNIT = re.compile(
    r"\b(?:team|branch|section|unit|division|desk)\b|\bdepartment$|^(?:office|division|section|unit|bureau) (?:of|for) ", re.IGNORECASE
)


def with_institutions(rows: Sequence[Affiliation]) -> list[Affiliation]:
    """Rows whose institution another row of the same person tells.

    "Ada Okafor, Census Bureau" and "She is a data engineer" say one thing; "chief of the Translation Branch" is a post at the
    person's only institution. A person with two institutions tells neither.
    """
    homes: dict[str, set[str]] = {}
    bare: dict[str, set[str]] = {}
    for row in rows:
        if row.status == "current" and row.organisation and not _UNIT.search(row.organisation):
            homes.setdefault(row.person, set()).add(row.organisation)
            if not row.position:
                bare.setdefault(row.person, set()).add(row.organisation)
    return [_at_home(row, homes.get(row.person, set()), bare.get(row.person, set())) for row in rows]


def _at_home(row: Affiliation, homes: set[str], bare: set[str]) -> Affiliation:
    if len(homes) != 1 or not row.position or row.unit:
        return row
    home = min(homes)
    if not row.organisation:
        return replace(row, organisation=home) if row.status == "current" and bare == homes else row
    return replace(row, organisation=home, unit=row.organisation) if _UNIT.search(row.organisation) else row


_KIND_BEFORE = re.compile(
    r"^(?:office|department|dept\.?|division|bureau|directorate|centre|center|branch|section|unit|programme|program) (?:of|for"
    r"|on) (?:the )?",
    re.IGNORECASE,
)
_KIND_AFTER = re.compile(
    r" (?:research )?(?:programme|program|project|department|division|office|team|unit|directorate|branch|centre|center|initiative)$",
    re.IGNORECASE,
)


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
