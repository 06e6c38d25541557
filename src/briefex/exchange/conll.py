"""The columns of CoNLL-2003: token, two columns that stay empty, and an IOB2 label; an empty line ends a line of the text."""

import re
from collections.abc import Iterable
from pathlib import Path

from briefex.errors import GoldError
from briefex.exchange.records import record_from
from briefex.gold import GoldRecord

_TOKEN = re.compile(r"\w+|[^\w\s]")
_START = "-DOCSTART-"


def write(records: Iterable[GoldRecord], path: Path) -> None:
    """One file; a record begins with a DOCSTART line."""
    lines: list[str] = []
    for record in records:
        lines += [f"{_START} -X- -X- O", ""]
        text = record.document.text
        for line in re.finditer(r"[^\r\n]+", text):
            for token in _TOKEN.finditer(text, line.start(), line.end()):
                lines.append(f"{token[0]} -X- -X- {_label(record, token.start())}")
            if lines[-1]:
                lines.append("")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _label(record: GoldRecord, position: int) -> str:
    for m in record.mentions:
        if m.start <= position < m.end:
            return f"{'B' if _TOKEN.search(record.document.text, m.start).start() == position else 'I'}-{m.label}"  # type: ignore[union-attr]
    return "O"


def read(path: Path) -> list[GoldRecord]:
    """The documents of a file; tokens are joined by spaces, lines by line breaks.

    Raises:
        GoldError: a line that is not four columns.

    """
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: cannot be read ({error})") from error
    return [_record(part, f"{path}, document {n}") for n, part in enumerate(re.split(rf"(?m)^{_START}.*$", content)[1:], start=1)]


def _record(part: str, where: str) -> GoldRecord:
    text, spans = "", list[tuple[int, int, str, str | None]]()
    for row in part.strip("\n").split("\n"):
        if not row.strip():
            text = text.rstrip(" ") + "\n"
            continue
        columns = row.split(" ")
        if len(columns) != 4:
            raise GoldError(f"{where}: {row!r} is not token, two columns and label")
        token, label = columns[0], columns[3]
        start = len(text)
        text += token + " "
        if label.startswith("B-") or (label.startswith("I-") and not (spans and spans[-1][2] == label[2:])):
            spans.append((start, start + len(token), label[2:], None))
        elif label.startswith("I-"):
            spans[-1] = (spans[-1][0], start + len(token), label[2:], None)
    return record_from(None, text.rstrip(), spans, where)
