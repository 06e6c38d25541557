"""brat's standoff: a .txt and an .ann file a document; the entity is an annotator's note on its span."""

import re
from collections.abc import Iterable
from pathlib import Path

from briefex.errors import GoldError
from briefex.exchange.records import record_from
from briefex.gold import GoldRecord

_SPAN = re.compile(r"(T\d+)\t(\w+) (\d+) (?:\d+;\d+ )*(\d+)\t")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")
_UNSAFE = re.compile(r"[^\w.-]")


def write(records: Iterable[GoldRecord], path: Path) -> None:
    """A folder with two files a record, named by its id."""
    path.mkdir(parents=True, exist_ok=True)
    for record in records:
        name = _UNSAFE.sub("_", record.document.doc_id)
        lines = []
        for number, m in enumerate(record.mentions, start=1):
            surface = m.text.replace("\n", " ").replace("\r", " ")
            lines += [f"T{number}\t{m.label} {m.start} {m.end}\t{surface}", f"#{number}\tAnnotatorNotes T{number}\t{m.entity}"]
        (path / f"{name}.txt").write_bytes(record.document.text.encode())
        (path / f"{name}.ann").write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def read(path: Path) -> list[GoldRecord]:
    """The documents of a folder, sorted by name.

    Raises:
        GoldError: a folder without .txt files, or an .ann file that cannot be read.

    """
    found = []
    for file in sorted(path.glob("*.txt")):
        annotations = file.with_suffix(".ann")
        try:
            text, lines = file.read_bytes().decode(), annotations.read_text(encoding="utf-8").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            raise GoldError(f"{annotations}: cannot be read ({error})") from error
        notes = {m[1]: m[2] for line in lines if (m := _NOTE.match(line))}
        spans = [(int(m[3]), int(m[4]), m[2], notes.get(m[1])) for line in lines if (m := _SPAN.match(line))]
        found.append(record_from(file.stem, text, spans, str(annotations)))
    if not found:
        raise GoldError(f"{path}: no .txt files of brat here")
    return found
