"""The published tables: every column with its type, meaning and keys, and how records become rows.

The Arrow schemas, the checks before publishing and the data dictionary all come from `TABLES`. Plain types only, so
that pandas, DuckDB, Polars, Spark and warehouses read the same thing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pyarrow as pa

from briefex.records import ADMISSIONS, FORMATS, LABELS, ROLES, STATUSES, Annotations, Document, Entity, Link, Rejection, sha256_text

SCHEMA_VERSION = "1.0"

_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "int32": pa.int32(),
    "float64": pa.float64(),
    "bool": pa.bool_(),
    "date32": pa.date32(),
    "timestamp[us, UTC]": pa.timestamp("us", tz="UTC"),
    "list<string>": pa.list_(pa.field("element", pa.string(), nullable=False)),
}

Row = tuple[Any, ...]
"""One row's values in the order of its table's columns."""


@dataclass(frozen=True)
class Column:
    """One column: a plain type by name, whether it may be null, and what it means."""

    name: str
    type: str
    description: str
    nullable: bool = False
    values: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    """Tables of which the value must be a key; more than one where an id may be of several kinds."""

    @property
    def field(self) -> pa.Field:
        """The Arrow field, with the description in its metadata."""
        return pa.field(self.name, _TYPES[self.type], self.nullable, {"description": self.description})


@dataclass(frozen=True)
class Table:
    """One table: what a row is, its columns, and the columns that make a row unique (also the sort order)."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @cached_property
    def schema(self) -> pa.Schema:
        """The Arrow schema with version, key and foreign keys in its metadata, keys in sorted order."""
        foreign = ", ".join(f"{c.name} -> {' | '.join(c.refers_to)}" for c in self.columns if c.refers_to)
        metadata = {
            "briefex.foreign_keys": foreign,
            "briefex.primary_key": ", ".join(self.key),
            "briefex.row": self.row,
            "briefex.schema_version": SCHEMA_VERSION,
            "briefex.table": self.name,
        }
        return pa.schema([c.field for c in self.columns], metadata)

    @cached_property
    def key_indices(self) -> tuple[int, ...]:
        """Where the key columns stand in a row."""
        names = [c.name for c in self.columns]
        return tuple(names.index(name) for name in self.key)


def _span(what: str) -> tuple[Column, Column]:
    return (
        Column("start", "int32", f"first code point of {what} in documents.text"),
        Column("end", "int32", f"code point after {what}"),
    )


_DOC = Column("doc_id", "string", "the blurb", refers_to=("documents",))
_SCORE = "probability, 0 to 1, four decimals"
_ANY_ENTITY = ("people", "organisations", "initiatives")

TABLES: dict[str, Table] = {
    t.name: t
    for t in (
        Table(
            "documents",
            "a blurb",
            ("doc_id",),
            (
                Column("doc_id", "string", "id given in the input, else the first 16 hex digits of text_sha256"),
                Column("source", "string", "path relative to the input root, or the source given in the input"),
                Column("title", "string", "title given in the input", nullable=True),
                Column("text", "string", "the blurb exactly as read; all offsets point into it"),
                Column("text_sha256", "string", "hex sha256 of the text's UTF-8 bytes"),
                Column("language", "string", "ISO 639-1 code where recognised (en), else null", nullable=True),
                Column("published", "date32", "day of publication given in the input", nullable=True),
                Column("reference_date", "date32", "day from which relative dates are counted", nullable=True),
                Column("reference_from", "string", "where the reference date comes from", values=("published", "argument", "none")),
                Column("n_chars", "int32", "length of the text in code points"),
            ),
        ),
        Table(
            "mentions",
            "a name or date in a text",
            ("doc_id", "start"),
            (
                _DOC,
                *_span("the mention"),
                Column("text", "string", "the letters of the mention: documents.text[start:end]"),
                Column("label", "string", "what is named", values=LABELS),
                Column("entity_id", "string", "the entity; null for a DATE", nullable=True, refers_to=_ANY_ENTITY),
                Column("score", "float64", _SCORE),
                Column("origin", "string", "what found it: model, vocabulary or rule"),
            ),
        ),
        Table(
            "people",
            "a person",
            ("person_id",),
            (
                Column("person_id", "string", "id made from the resolved name"),
                Column("name", "string", "the fullest name found"),
                Column("honorific", "string", "title before the name, most frequent form", nullable=True),
                Column("given_name", "string", "given name or names, where the order is clear", nullable=True),
                Column("family_name", "string", "family name with its particles, where the order is clear", nullable=True),
                Column("aliases", "list<string>", "other forms found, sorted"),
                Column("n_documents", "int32", "blurbs that name the person"),
                Column("n_mentions", "int32", "mentions in all blurbs"),
            ),
        ),
        Table(
            "organisations",
            "an organisation",
            ("organisation_id",),
            (
                Column("organisation_id", "string", "id made from the resolved name"),
                Column("name", "string", "the fullest name found"),
                Column("acronym", "string", "short form that a text defines", nullable=True),
                Column("aliases", "list<string>", "other forms found, sorted"),
                Column(
                    "parent_id", "string", "the organisation of which this is a named part", nullable=True, refers_to=("organisations",)
                ),
                Column("n_documents", "int32", "blurbs that name the organisation"),
                Column("n_mentions", "int32", "mentions in all blurbs"),
            ),
        ),
        Table(
            "initiatives",
            "an initiative",
            ("initiative_id",),
            (
                Column("initiative_id", "string", "id made from the resolved name"),
                Column("name", "string", "the fullest name found"),
                Column("acronym", "string", "short form that a text defines", nullable=True),
                Column("aliases", "list<string>", "other forms found, sorted"),
                Column(
                    "kind",
                    "string",
                    "what kind of undertaking, by the head noun of its name",
                    values=(
                        "programme",
                        "project",
                        "dialogue",
                        "agreement",
                        "law",
                        "fund",
                        "strategy",
                        "network",
                        "series",
                        "conference",
                        "working_group",
                        "other",
                    ),
                ),
                Column("n_documents", "int32", "blurbs that name the initiative"),
                Column("n_mentions", "int32", "mentions in all blurbs"),
            ),
        ),
        Table(
            "dates",
            "a date in a text",
            ("doc_id", "start"),
            (
                _DOC,
                *_span("the date"),
                Column("text", "string", "the letters of the date"),
                Column("value", "string", "ISO 8601 value; a year that is open is XXXX, an open end is .."),
                Column("first_day", "date32", "first calendar day covered", nullable=True),
                Column("last_day", "date32", "last calendar day covered", nullable=True),
                Column("starts_utc", "timestamp[us, UTC]", "first instant, only where the text names a zone", nullable=True),
                Column("ends_utc", "timestamp[us, UTC]", "last instant, only where the text names a zone", nullable=True),
                Column("precision", "string", "the finest unit the text gives: year, month, day, minute, range, …"),
                Column("resolved_from", "string", "what settled the value", values=("text", "context", "reference", "none")),
            ),
        ),
        Table(
            "affiliations",
            "a post of a person as one blurb tells it",
            ("doc_id", "start", "end", "person_id", "position", "organisation_id", "unit", "status"),
            (
                _DOC,
                Column("person_id", "string", "who", refers_to=("people",)),
                Column("organisation_id", "string", "the institution; null if none is named", nullable=True, refers_to=("organisations",)),
                Column("unit", "string", "the narrower named part", nullable=True),
                Column("unit_id", "string", "the unit as an entity", nullable=True, refers_to=("organisations", "initiatives")),
                Column("position", "string", "the post as written; null where none is named", nullable=True),
                Column("status", "string", "whether the post is held now", values=STATUSES),
                Column("since", "string", "ISO 8601, where the text gives it", nullable=True),
                Column("until", "string", "ISO 8601, where the text gives it", nullable=True),
                *_span("the evidence"),
                Column("score", "float64", _SCORE),
                Column("origin", "string", "the rule that made the row"),
            ),
        ),
        Table(
            "appearances",
            "a person in a blurb",
            ("doc_id", "person_id"),
            (
                _DOC,
                Column("person_id", "string", "who", refers_to=("people",)),
                Column("role", "string", "what the person does at the event", values=ROLES),
                *_span("the words that say so"),
            ),
        ),
        Table(
            "parties",
            "who takes part in, leads or funds an initiative",
            ("doc_id", "initiative_id", "party"),
            (
                _DOC,
                Column("initiative_id", "string", "the initiative", refers_to=("initiatives",)),
                Column("party", "string", "name of the party: an entity's name in the blurb, or a country"),
                Column("party_id", "string", "the party as an entity; null for a country", nullable=True, refers_to=_ANY_ENTITY),
                *_span("the evidence"),
            ),
        ),
        Table(
            "acronyms",
            "an acronym a text defines",
            ("doc_id", "start", "acronym"),
            (
                _DOC,
                Column("name", "string", "the full name as written"),
                Column("acronym", "string", "the short form as written"),
                Column("entity_id", "string", "the organisation or initiative", refers_to=("organisations", "initiatives")),
                *_span("name and acronym"),
            ),
        ),
        Table(
            "events",
            "the announced event",
            ("doc_id",),
            (
                _DOC,
                Column("title", "string", "title of the event", nullable=True),
                Column("starts", "string", "ISO 8601 as the annotation guide writes it", nullable=True),
                Column("ends", "string", "ISO 8601 as the annotation guide writes it", nullable=True),
                Column("venue", "string", "room and building", nullable=True),
                Column("format", "string", "how one takes part", nullable=True, values=FORMATS),
                Column("admission", "string", "whether it costs", nullable=True, values=ADMISSIONS),
                Column("registration_required", "bool", "true where the text asks to register", nullable=True),
                Column("host_ids", "list<string>", "entities that host"),
                Column("partner_ids", "list<string>", "entities that are partners"),
            ),
        ),
        Table(
            "flags",
            "something to look at",
            ("doc_id", "start", "end", "code", "message"),
            (
                _DOC,
                Column("code", "string", "machine-readable reason"),
                Column("message", "string", "what was seen, in a sentence"),
                *_span("the place"),
            ),
        ),
        Table(
            "links",
            "why a name is that entity",
            ("doc_id", "entity_id", "surface"),
            (
                Column("entity_id", "string", "the entity", refers_to=_ANY_ENTITY),
                Column("kind", "string", "label of the entity", values=LABELS[:3]),
                _DOC,
                Column("surface", "string", "the name as the blurb writes it"),
                Column("rule", "string", "the rule that tied it"),
                Column("score", "float64", _SCORE),
                Column("status", "string", "whether one entity was clear", values=("resolved", "ambiguous", "decided")),
            ),
        ),
        Table(
            "rejected",
            "input that gave no document",
            ("source", "locator", "code"),
            (
                Column("source", "string", "file or folder relative to the input root"),
                Column("locator", "string", "line, row or member within the source; empty for the whole"),
                Column("text_sha256", "string", "hex sha256 of the text, where one could be read", nullable=True),
                Column("stage", "string", "where it failed", values=("read", "annotate")),
                Column("code", "string", "machine-readable reason"),
                Column("message", "string", "what was found and what to do"),
            ),
        ),
    )
}


def entity_rows(entity: Entity) -> tuple[str, Row]:
    """The table an entity belongs to, and its row."""
    aliases, counts = list(entity.aliases), (entity.n_documents, entity.n_mentions)
    if entity.label == "PERSON":
        return "people", (entity.entity_id, entity.name, entity.honorific, entity.given_name, entity.family_name, aliases, *counts)
    if entity.label == "ORGANISATION":
        return "organisations", (entity.entity_id, entity.name, entity.acronym, aliases, entity.parent_id, *counts)
    return "initiatives", (entity.entity_id, entity.name, entity.acronym, aliases, entity.kind or "other", *counts)


def rejected_row(rejection: Rejection) -> Row:
    """The `rejected` row of an input that gave no document."""
    r = rejection
    return (r.source, r.locator, r.text_sha256, r.stage, r.code, r.message)


def document_rows(document: Document, annotations: Annotations, links: tuple[Link, ...], language: str | None) -> Iterator[tuple[str, Row]]:
    """All rows that one document gives, each with its table's name, sorted by key within a table.

    `links` tie the document's local names to entity ids; every name the facts use must be among them, except
    the parties that are countries.

    Raises:
        AssertionError: a mention's letters are not the document's letters at its offsets.

    """
    doc_id, text = document.doc_id, document.text
    ids = {(link.label, link.name): link.entity_id for link in links}

    def find(name: str | None, *labels: str) -> str | None:
        return next((ids[label, name] for label in labels if name is not None and (label, name) in ids), None)  # type: ignore[index]

    rows: list[tuple[str, Row]] = [
        (
            "documents",
            (
                doc_id,
                document.source,
                document.title,
                text,
                sha256_text(text),
                language,
                document.published,
                document.reference_date,
                document.reference_from,
                len(text),
            ),
        )
    ]
    for m in annotations.mentions:
        assert text[m.start : m.end] == m.text, f"{doc_id}: {m.text!r} does not stand at {m.start}–{m.end}"
        entity_id = None if m.label == "DATE" else ids[m.label, m.entity]
        rows.append(("mentions", (doc_id, m.start, m.end, m.text, m.label, entity_id, m.score, m.origin)))
    for d in annotations.dates:
        assert text[d.start : d.end] == d.text, f"{doc_id}: {d.text!r} does not stand at {d.start}–{d.end}"
        values = (d.value, d.first_day, d.last_day, d.starts_utc, d.ends_utc, d.precision, d.resolved_from)
        rows.append(("dates", (doc_id, d.start, d.end, d.text, *values)))
    for a in annotations.affiliations:
        organisation_id, unit_id = find(a.organisation, "ORGANISATION"), find(a.unit, "ORGANISATION", "INITIATIVE")
        facts = (organisation_id, a.unit, unit_id, a.position, a.status, a.since, a.until, a.start, a.end, a.score, a.origin)
        rows.append(("affiliations", (doc_id, ids["PERSON", a.person], *facts)))
    for p in annotations.appearances:
        rows.append(("appearances", (doc_id, ids["PERSON", p.person], p.role, p.start, p.end)))
    for y in annotations.parties:
        party_id = find(y.party, "ORGANISATION", "INITIATIVE", "PERSON")
        rows.append(("parties", (doc_id, ids["INITIATIVE", y.initiative], y.party, party_id, y.start, y.end)))
    for c in annotations.acronyms:
        rows.append(("acronyms", (doc_id, c.name, c.acronym, ids[c.label, c.name], c.start, c.end)))
    e = annotations.event
    hosts, partners = ([i for n in names if (i := find(n, "ORGANISATION", "INITIATIVE", "PERSON"))] for names in (e.hosts, e.partners))
    rows.append(("events", (doc_id, e.title, e.starts, e.ends, e.venue, e.format, e.admission, e.registration_required, hosts, partners)))
    rows.extend(("flags", (doc_id, f.code, f.message, f.start, f.end)) for f in annotations.flags)
    rows.extend(("links", (k.entity_id, k.label, doc_id, k.surface, k.rule, k.score, k.status)) for k in links)
    return _sorted_unique(rows)


def _sorted_unique(rows: list[tuple[str, Row]]) -> Iterator[tuple[str, Row]]:
    """Rows sorted by table and key; of rows with the same key the first is kept."""
    seen = set()
    keyed = []
    for name, row in rows:
        key = (name, key_of(name, row))
        if key not in seen:
            seen.add(key)
            keyed.append((key, name, row))
    keyed.sort(key=lambda item: item[0])
    return ((name, row) for _, name, row in keyed)


def key_of(table: str, row: Row) -> tuple[tuple[bool, Any], ...]:
    """A row's key in a form that sorts, nulls last."""
    return tuple((row[i] is None, "" if row[i] is None else row[i]) for i in TABLES[table].key_indices)


def dictionary_markdown(names: tuple[str, ...] = tuple(TABLES)) -> str:
    """The data dictionary as Markdown: a section a table, a line a column."""
    parts = []
    for table in (TABLES[name] for name in names):
        lines = [f"## {table.name}", "", f"One row is {table.row}. Key: {', '.join(f'`{k}`' for k in table.key)}.", ""]
        lines += ["| column | type | null | meaning |", "|---|---|---|---|"]
        for c in table.columns:
            meaning = (
                c.description + (f" ({', '.join(c.values)})" if c.values else "") + (f" → {', '.join(c.refers_to)}" if c.refers_to else "")
            )
            lines.append(f"| {c.name} | {c.type} | {'yes' if c.nullable else ''} | {meaning} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"
