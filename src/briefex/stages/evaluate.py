"""evaluate: how right the annotations are on gold."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from briefex.errors import GoldError
from briefex.gold import Gold, read_gold
from briefex.records import Acronym, Affiliation, Annotations, Appearance, DateFact, Document, Event, Mention, Party, Rejection
from briefex.scoring.compare import Comparison, compare
from briefex.store import current_snapshot


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Gold with the comparison of each of its documents."""

    gold: Gold
    comparisons: tuple[Comparison, ...]


def evaluate(gold: str | Path | Gold, annotated: "Sequence[Annotations | Rejection]") -> Evaluation:
    """Compare annotations with gold, document by document; a document that was rejected has found nothing.

    Raises:
        GoldError: the gold is malformed, or a document was not annotated.

    """
    gold = gold if isinstance(gold, Gold) else read_gold(gold)
    found = {a.doc_id: a for a in annotated if isinstance(a, Annotations)}
    found |= {a.locator: Annotations(a.locator) for a in annotated if isinstance(a, Rejection)}
    missing = [r.document.doc_id for r in gold.records if r.document.doc_id not in found]
    if missing:
        raise GoldError(f"{len(missing)} documents of {gold.path} were not annotated, first: {missing[0]}")
    return Evaluation(gold, tuple(compare(record, found[record.document.doc_id]) for record in gold.records))


def annotations_from_tables(out: Path, documents: Sequence[Document]) -> list[Annotations]:
    """The annotations of documents as published tables hold them.

    Raises:
        GoldError: the tables hold other texts than the documents.
        SourceError: nothing is published there.

    """
    snapshot = current_snapshot(out)
    rows = {
        name: pq.read_table(snapshot / f"{name}.parquet", partitioning=None).to_pylist()
        for name in (
            "documents",
            "mentions",
            "dates",
            "affiliations",
            "appearances",
            "acronyms",
            "parties",
            "events",
            "links",
            "people",
            "organisations",
            "initiatives",
        )
    }
    texts = {row["doc_id"]: row["text"] for row in rows["documents"]}
    for document in documents:
        if texts.get(document.doc_id) != document.text:
            raise GoldError(f"{out}: document {document.doc_id} is not in the tables, or with another text")
    names = {
        row[f"{kind}_id"]: row["name"]
        for kind, table in (("person", "people"), ("organisation", "organisations"), ("initiative", "initiatives"))
        for row in rows[table]
    }
    return [_annotations(document.doc_id, rows, names) for document in documents]


def _annotations(doc_id: str, tables: dict[str, list[dict[str, Any]]], names: dict[str, str]) -> Annotations:
    rows = {name: [r for r in table if r.get("doc_id") == doc_id] for name, table in tables.items()}

    def named(entity_id: str | None) -> Any:
        return None if entity_id is None else names[entity_id]

    mentions = [
        Mention(m["start"], m["end"], m["text"], m["label"], named(m["entity_id"]) or "", m["score"], m["origin"]) for m in rows["mentions"]
    ]
    dates = [
        DateFact(
            d["start"],
            d["end"],
            d["text"],
            d["value"],
            d["first_day"],
            d["last_day"],
            d["starts_utc"],
            d["ends_utc"],
            d["precision"],
            d["resolved_from"],
        )
        for d in rows["dates"]
    ]
    affiliations = [
        Affiliation(
            named(a["person_id"]),
            a["position"],
            named(a["organisation_id"]),
            named(a["unit_id"]) or a["unit"],
            a["status"],
            a["start"],
            a["end"],
            a["since"],
            a["until"],
            a["score"],
        )
        for a in rows["affiliations"]
    ]
    (event,) = rows["events"]
    hosts, partners = (tuple(names[i] for i in event[key]) for key in ("host_ids", "partner_ids"))
    return Annotations(
        doc_id,
        tuple(mentions),
        tuple(dates),
        tuple(affiliations),
        tuple(Appearance(named(p["person_id"]), p["role"], p["start"], p["end"]) for p in rows["appearances"]),
        tuple(Acronym(named(a["entity_id"]), a["acronym"], "ORGANISATION", a["start"], a["end"]) for a in rows["acronyms"]),
        tuple(Party(named(p["initiative_id"]), named(p["party_id"]) or p["party"], p["start"], p["end"]) for p in rows["parties"]),
        (),
        Event(
            event["title"],
            event["starts"],
            event["ends"],
            event["venue"],
            event["format"],
            event["admission"],
            event["registration_required"],
            hosts,
            partners,
        ),
    )
