"""Lists of names that a user knows: they win over the model where they match."""

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from briefex.errors import RequestError, known
from briefex.records import NAME_LABELS, Label, Mention

COLUMNS = ("name", "label", "acronym", "aliases")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One known entity: its full name, and every form under which it is found."""

    name: str
    label: Label
    forms: tuple[str, ...]


class Vocabulary:
    """Known names, found by exact letters at word borders; of two that overlap the longer is found."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        forms = {form: (entry.name, entry.label) for entry in entries for form in entry.forms}
        self._forms = forms
        longest_first = sorted(forms, key=lambda form: (-len(form), form))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if forms else None

    def find(self, text: str) -> tuple[Mention, ...]:
        """The known names in a text."""
        if self._pattern is None:
            return ()
        found = ((m.start(), m.end(), m[0], *self._forms[m[0]]) for m in self._pattern.finditer(text))
        return tuple(Mention(start, end, surface, label, name, 1.0, "vocabulary") for start, end, surface, name, label in found)


def read_vocabulary(path: Path) -> list[Entry]:
    """The entries of a CSV file with the columns name, label and, if wished, acronym and aliases (separated by `;`).

    Raises:
        RequestError: the file, a column or a label is not as it must be.

    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            header = reader.fieldnames or []
            for column in header:
                if column not in COLUMNS:
                    raise RequestError(f'{path}: unknown column "{column}". {known(column, COLUMNS)}')
            if not {"name", "label"} <= set(header):
                raise RequestError(f"{path}: the columns name and label are needed; found: {', '.join(header) or 'none'}")
            return [_entry(row, f"{path}, line {reader.line_num}") for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise RequestError(f"vocabulary {path}: cannot be read: {error}") from error


def _entry(row: dict[str, str | None], where: str) -> Entry:
    name, label = (row.get("name") or "").strip(), (row.get("label") or "").strip().upper()
    if not _WORD.search(name):
        raise RequestError(f"{where}: the name is empty")
    if label not in NAME_LABELS:
        raise RequestError(f'{where}: unknown label "{label}". {known(label, NAME_LABELS)}')
    others = [row.get("acronym") or "", *(row.get("aliases") or "").split(";")]
    return Entry(name, next(x for x in NAME_LABELS if x == label), (name, *(o.strip() for o in others if _WORD.search(o))))
