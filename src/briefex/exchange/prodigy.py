"""JSON Lines of Prodigy and spaCy: `text`, `spans` of start, end, label, and `meta`."""

from collections.abc import Iterable
from pathlib import Path

from briefex.errors import GoldError
from briefex.exchange.records import json_lines, record_from, write_json_lines
from briefex.gold import GoldRecord


def write(records: Iterable[GoldRecord], path: Path) -> None:
    """One task a line; a span's `entity` is kept beside its label."""
    write_json_lines(
        path,
        (
            {
                "text": r.document.text,
                "spans": [{"start": m.start, "end": m.end, "label": m.label, "entity": m.entity} for m in r.mentions],
                "meta": {"doc_id": r.document.doc_id},
                "answer": "accept",
            }
            for r in records
        ),
    )


def read(path: Path) -> list[GoldRecord]:
    """The accepted tasks of a file.

    Raises:
        GoldError: a line without text, or spans that cannot be read.

    """
    found = []
    for where, task in json_lines(path):
        if task.get("answer", "accept") != "accept":
            continue
        try:
            spans = [(s["start"], s["end"], s["label"], s.get("entity")) for s in task.get("spans") or ()]
            found.append(record_from((task.get("meta") or {}).get("doc_id"), task["text"], spans, where))
        except (KeyError, TypeError, AttributeError) as error:
            raise GoldError(f"{where}: not a task with text and spans of start, end, label ({error!r})") from error
    return found
