"""Gold: blurbs with hand-made annotations, read strictly. Malformed gold is refused whole, never skipped.

A gold file is JSON Lines, a record a blurb: doc_id, source, license, reference_date, title, text, then mentions (start, end,
text, label, entity), affiliations, roles, acronyms, parties and event, as docs/gold.md describes.
"""

import datetime as dt
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefex.errors import GoldError, InputError, known
from briefex.readers.jsonl import parse_object
from briefex.records import ADMISSIONS, FORMATS, LABELS, ROLES, STATUSES, Affiliation, Document, Event, Mention

_KEYS = (
    "doc_id",
    "source",
    "license",
    "reference_date",
    "title",
    "text",
    "mentions",
    "affiliations",
    "roles",
    "acronyms",
    "parties",
    "event",
)
_NEEDED = ("doc_id", "text", "mentions")
_MENTION_KEYS = ("start", "end", "text", "label", "entity")
_EVENT_KEYS = ("title", "hosts", "partners", "venue", "start", "end", "format", "admission", "registration_required")
_AFFILIATION_KEYS = ("person", "position", "organisation", "unit", "status", "start", "end")
_POINT = (
    r"(?:(?:\d{4}|XXXX)(?:-\d{2}(?:-\d{2})?)?(?:T\d{2}:\d{2}(?::\d{2})?(?:[+-]\d{2}:\d{2}|Z)?)?"
    r"|T\d{2}:\d{2}(?::\d{2})?(?:[+-]\d{2}:\d{2}|Z)?|\.\.)"
)
_VALUE = re.compile(rf"{_POINT}(?:/{_POINT})?")
MAX_PROBLEMS = 20


@dataclass(frozen=True, slots=True)
class GoldRecord:
    """One annotated blurb; entities are named by their fullest name in it."""

    document: Document
    mentions: tuple[Mention, ...]
    affiliations: tuple[Affiliation, ...] = ()
    roles: tuple[tuple[str, str], ...] = ()
    acronyms: tuple[tuple[str, str], ...] = ()
    parties: tuple[tuple[str, str], ...] = ()
    event: Event = Event()
    where: str = ""


@dataclass(frozen=True, slots=True)
class Gold:
    """The records of a gold file or folder, and a digest of all their bytes."""

    path: Path
    records: tuple[GoldRecord, ...]
    sha256: str


def gold_files(path: Path) -> list[Path]:
    """The gold files under a path, sorted.

    Raises:
        GoldError: there are none.

    """
    files = sorted(path.glob("*.jsonl")) if path.is_dir() else [path] if path.is_file() else []
    if not files:
        raise GoldError(f"gold {path}: no such file, and no folder with .jsonl files")
    return files


def read_gold(path: str | Path) -> Gold:
    """Read and check gold.

    Raises:
        GoldError: no file, or anything malformed; the message names file, record and character of each problem.

    """
    path = Path(path)
    records, problems, digest = [], [], hashlib.sha256()
    seen: dict[str, str] = {}
    for file in gold_files(path):
        content = file.read_bytes()
        digest.update(content)
        for number, line in enumerate(content.decode("utf-8", "replace").split("\n"), start=1):
            if not line.strip():
                continue
            where = f"{file}:{number}"
            try:
                values = parse_object(line)
            except InputError as error:
                problems.append(f"{where}: {error}")
                continue
            found = list(problems_of(values))
            doc_id = str(values.get("doc_id"))
            if doc_id in seen:
                found.append(f"doc_id comes twice, first at {seen[doc_id]}")
            seen[doc_id] = where
            problems += [f"{where}: {doc_id}: {problem}" for problem in found]
            if not found:
                records.append(_record(values, where))
    if problems:
        more = f"\n… and {len(problems) - MAX_PROBLEMS} more" if len(problems) > MAX_PROBLEMS else ""
        raise GoldError(f"gold {path}: {len(problems)} problems, nothing was measured\n" + "\n".join(problems[:MAX_PROBLEMS]) + more)
    if not records:
        raise GoldError(f"gold {path}: holds no records")
    return Gold(path, tuple(records), digest.hexdigest())


def problems_of(values: Mapping[str, Any]) -> Iterator[str]:
    """Everything that is wrong with one record."""
    for key in values:
        if key not in _KEYS:
            yield f'unknown key "{key}". {known(key, _KEYS)}'
    missing = [key for key in _NEEDED if key not in values]
    if missing or not isinstance(values["text"], str) or not isinstance(values["mentions"], list):
        yield (
            f"needed: doc_id, text (a string) and mentions (a list); missing or of the wrong kind: "
            f"{', '.join(missing) or 'text or mentions'}"
        )
        return
    if values.get("reference_date") is not None and not _is_day(values["reference_date"]):
        yield f"reference_date {values['reference_date']!r} is no ISO date"
    wrong = [k for k in ("affiliations", "roles", "acronyms", "parties") if not isinstance(values.get(k, []), list)]
    if wrong:
        yield f"not a list: {', '.join(wrong)}"
        return
    mentions = list(_mention_problems(values["text"], values["mentions"]))
    yield from mentions
    if not mentions:
        yield from _fact_problems(values)


def _mention_problems(text: str, mentions: list[Any]) -> Iterator[str]:
    before = 0
    for i, m in enumerate(mentions):
        where = f"mention {i + 1}"
        if not isinstance(m, dict) or not set(_MENTION_KEYS) <= set(m):
            yield f"{where}: needed: {', '.join(_MENTION_KEYS)}"
            continue
        start, end = m["start"], m["end"]
        if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
            yield f"{where}: offsets {start!r}–{end!r} are not in the text of {len(text)} characters"
            continue
        if text[start:end] != m["text"]:
            yield f"{where}, character {start}: the text there is {text[start:end]!r}, not {m['text']!r}"
        if m["label"] not in LABELS:
            yield f"{where}, character {start}: unknown label {m['label']!r}. {known(str(m['label']), LABELS)}"
        if start < before:
            yield f"{where}, character {start}: overlaps the mention before, or is out of order"
        if not isinstance(m["entity"], str) or not m["entity"].strip():
            yield f"{where}, character {start}: the entity is empty"
        elif m["label"] == "DATE" and not _VALUE.fullmatch(m["entity"]):
            yield f"{where}, character {start}: {m['entity']!r} is no date value; an ISO 8601 value as in 2025-06-14 is needed"
        before = end


def _fact_problems(values: Mapping[str, Any]) -> Iterator[str]:
    names = {label: {m["entity"] for m in values["mentions"] if m["label"] == label} for label in LABELS}
    named = names["ORGANISATION"] | names["INITIATIVE"]
    for i, a in enumerate(values.get("affiliations", []), start=1):
        where = f"affiliation {i}"
        if unknown := [k for k in a if k not in _AFFILIATION_KEYS]:
            yield f"{where}: unknown key {unknown[0]!r}. {known(unknown[0], _AFFILIATION_KEYS)}"
        yield from _names_problem(where, "person", a.get("person"), names["PERSON"])
        for key, allowed in (("organisation", names["ORGANISATION"]), ("unit", named)):
            if a.get(key) is not None:
                yield from _names_problem(where, key, a[key], allowed)
        if a.get("status") not in STATUSES:
            yield f"{where}: status {a.get('status')!r}. {known(str(a.get('status')), STATUSES)}"
    for i, r in enumerate(values.get("roles", []), start=1):
        yield from _names_problem(f"role {i}", "person", r.get("person"), names["PERSON"])
        if r.get("role") not in ROLES:
            yield f"role {i}: {r.get('role')!r}. {known(str(r.get('role')), ROLES)}"
    for i, a in enumerate(values.get("acronyms", []), start=1):
        yield from _names_problem(f"acronym {i}", "name", a.get("name"), named)
    for i, p in enumerate(values.get("parties", []), start=1):
        yield from _names_problem(f"party {i}", "initiative", p.get("initiative"), names["INITIATIVE"])
    yield from _event_problems(values.get("event") or {})


def _names_problem(where: str, key: str, value: Any, allowed: set[str]) -> Iterator[str]:
    if value not in allowed:
        yield f"{where}: {key} {value!r} is the entity of no mention. {known(str(value), allowed)[:300]}"


def _event_problems(event: Mapping[str, Any]) -> Iterator[str]:
    for key in event:
        if key not in _EVENT_KEYS:
            yield f'event: unknown key "{key}". {known(key, _EVENT_KEYS)}'
    for key, allowed in (("format", FORMATS), ("admission", ADMISSIONS)):
        if event.get(key) is not None and event[key] not in allowed:
            yield f"event: {key} {event[key]!r}. {known(str(event[key]), allowed)}"
    for key in ("start", "end"):
        if event.get(key) is not None and not _VALUE.fullmatch(str(event[key])):
            yield f"event: {key} {event[key]!r} is no date value"


def _is_day(value: Any) -> bool:
    try:
        dt.date.fromisoformat(value)
    except (TypeError, ValueError):
        return False
    return True


def _record(values: Mapping[str, Any], where: str) -> GoldRecord:
    reference = values.get("reference_date")
    day = dt.date.fromisoformat(reference) if reference else None
    event = values.get("event") or {}
    return GoldRecord(
        document=Document(
            str(values["doc_id"]),
            str(values.get("source") or ""),
            values["text"],
            values.get("title"),
            day,
            day,
            "published" if day else "none",
        ),
        mentions=tuple(Mention(*(m[k] for k in _MENTION_KEYS)) for m in values["mentions"]),
        affiliations=tuple(
            Affiliation(
                a["person"], a.get("position"), a.get("organisation"), a.get("unit"), a["status"], 0, 0, a.get("start"), a.get("end")
            )
            for a in values.get("affiliations", [])
        ),
        roles=tuple((r["person"], r["role"]) for r in values.get("roles", [])),
        acronyms=tuple((a["name"], a["acronym"]) for a in values.get("acronyms", [])),
        parties=tuple((p["initiative"], p["party"]) for p in values.get("parties", [])),
        event=Event(
            event.get("title"),
            event.get("start"),
            event.get("end"),
            event.get("venue"),
            event.get("format"),
            event.get("admission"),
            event.get("registration_required"),
            tuple(event.get("hosts") or ()),
            tuple(event.get("partners") or ()),
        ),
        where=where,
    )


def to_json(record: GoldRecord) -> str:
    """The record as its line in a gold file."""
    d, e = record.document, record.event
    affiliations = []
    for a in record.affiliations:
        row = {"person": a.person, "position": a.position, "organisation": a.organisation, "unit": a.unit, "status": a.status}
        affiliations.append(row | {k: v for k, v in (("start", a.since), ("end", a.until)) if v is not None})
    values = {
        "doc_id": d.doc_id,
        "source": d.source,
        "reference_date": d.reference_date.isoformat() if d.reference_date else None,
        "title": d.title,
        "text": d.text,
        "mentions": [{k: getattr(m, k) for k in _MENTION_KEYS} for m in record.mentions],
        "affiliations": affiliations,
        "roles": [{"person": person, "role": role} for person, role in record.roles],
        "acronyms": [{"name": name, "acronym": acronym} for name, acronym in record.acronyms],
        "parties": [{"initiative": initiative, "party": party} for initiative, party in record.parties],
        "event": {
            "title": e.title,
            "hosts": list(e.hosts),
            "partners": list(e.partners),
            "venue": e.venue,
            "start": e.starts,
            "end": e.ends,
            "format": e.format,
            "admission": e.admission,
            "registration_required": e.registration_required,
        },
    }
    return json.dumps(values, ensure_ascii=False)
