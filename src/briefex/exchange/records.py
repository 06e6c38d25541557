"""What every exchange format needs: a gold record from a text and its spans."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from briefex.errors import GoldError, known
from briefex.gold import GoldRecord
from briefex.records import LABELS, Document, Mention, sha256_text

UNKNOWN_DATE = "XXXX"
"""The value of a date whose format brought none: a year that is open. To be filled by hand."""


def record_from(doc_id: str | None, text: str, spans: Iterable[tuple[int, int, str, str | None]], where: str) -> GoldRecord:
    """A gold record of mentions; spans are (start, end, label, entity or None).

    Raises:
        GoldError: an unknown label, offsets outside the text, or spans that overlap.

    """
    mentions: list[Mention] = []
    for start, end, name, entity in sorted(spans, key=lambda s: s[:2]):
        label = next((known_label for known_label in LABELS if known_label == name), None)
        if label is None:
            raise GoldError(f'{where}: unknown label "{name}". {known(name, LABELS)}')
        if not 0 <= start < end <= len(text):
            raise GoldError(f"{where}: offsets {start}–{end} are not in the text of {len(text)} characters")
        if mentions and start < mentions[-1].end:
            raise GoldError(f"{where}, character {start}: overlaps {mentions[-1].text!r}")
        surface = text[start:end]
        mentions.append(Mention(start, end, surface, label, entity or (UNKNOWN_DATE if label == "DATE" else surface)))
    return GoldRecord(Document(doc_id or sha256_text(text)[:16], "", text), tuple(mentions), where=where)


def json_lines(path: Path) -> list[tuple[str, dict[str, Any]]]:
    """The objects of a JSON Lines file, each with where it stands.

    Raises:
        GoldError: no such file, or a line that is no JSON object.

    """
    found = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error})") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                values = json.loads(line)
            except ValueError as error:
                raise GoldError(f"{path}:{number}: not JSON: {error}") from error
            if not isinstance(values, dict):
                raise GoldError(f"{path}:{number}: a JSON object is needed")
            found.append((f"{path}:{number}", values))
    return found


def write_json_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """Write one JSON object a line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
