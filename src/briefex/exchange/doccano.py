"""JSON Lines of doccano: `text`, and `label` (or `labels`, `entities`) as [start, end, label]."""

from collections.abc import Iterable
from pathlib import Path

from briefex.errors import GoldError
from briefex.exchange.records import json_lines, record_from, write_json_lines
from briefex.gold import GoldRecord


def write(records: Iterable[GoldRecord], path: Path) -> None:
    """One text a line; entities stay behind."""
    rows = (
        {"doc_id": r.document.doc_id, "text": r.document.text, "label": [[m.start, m.end, m.label] for m in r.mentions]} for r in records
    )
    write_json_lines(path, rows)


def read(path: Path) -> list[GoldRecord]:
    """The records of a file, of either of doccano's export forms.

    Raises:
        GoldError: a line without text, or labels that cannot be read.

    """
    found = []
    for where, row in json_lines(path):
        spans = row.get("label", row.get("labels", row.get("entities", [])))
        try:
            listed = [(s["start_offset"], s["end_offset"], s["label"], None) if isinstance(s, dict) else (*s[:3], None) for s in spans]
            doc_id = row.get("doc_id", row.get("id"))
            found.append(record_from(None if doc_id is None else str(doc_id), row["text"], listed, where))
        except (KeyError, TypeError, ValueError) as error:
            raise GoldError(f"{where}: not a text with labels of [start, end, label] ({error!r})") from error
    return found
