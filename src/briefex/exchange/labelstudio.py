"""Label Studio's JSON export: tasks with `data.text` and results of type `labels`."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefex.errors import GoldError
from briefex.exchange.records import record_from
from briefex.gold import GoldRecord


def write(records: Iterable[GoldRecord], path: Path) -> None:
    """One list of tasks; a span's entity is its `meta.text`, as the tool shows it beside the span."""
    path.write_text(json.dumps([_task(r) for r in records], ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _task(record: GoldRecord) -> dict[str, Any]:
    results = [
        {
            "id": f"m{number}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {"start": m.start, "end": m.end, "text": m.text, "labels": [m.label]},
            "meta": {"text": [m.entity]},
        }
        for number, m in enumerate(record.mentions, start=1)
    ]
    return {"data": {"text": record.document.text, "doc_id": record.document.doc_id}, "annotations": [{"result": results}]}


def read(path: Path) -> list[GoldRecord]:
    """The first annotation of each task; a task without one has no mentions.

    Raises:
        GoldError: not an export of that form.

    """
    try:
        tasks = json.loads(path.read_text(encoding="utf-8"))
        return [_record(task, f"{path}, task {number}") for number, task in enumerate(tasks, start=1)]
    except (OSError, ValueError, KeyError, TypeError, IndexError) as error:
        raise GoldError(f"{path}: not an export of Label Studio ({error!r})") from error


def _record(task: dict[str, Any], where: str) -> GoldRecord:
    spans = []
    for result in [r for a in task.get("annotations", [])[:1] for r in a["result"]]:
        if result.get("type") == "labels":
            value = result["value"]
            entity = (result.get("meta") or {}).get("text") or [None]
            spans.append((value["start"], value["end"], value["labels"][0], entity[0]))
    return record_from(task["data"].get("doc_id"), task["data"]["text"], spans, where)
