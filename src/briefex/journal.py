"""The scratch file of one run: documents, what annotate found in them, and links, on disk and in key order.

Stages hand their records on through it, so memory does not grow with the number of documents. One SQLite file, deleted
at the end of the run; it holds JSON, never pickles.
"""

import dataclasses
import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar, get_args, get_type_hints

from briefex.records import Annotations, Document, Entity, Link, Rejection

R = TypeVar("R")

_SCHEMA = """
CREATE TABLE document (doc_id TEXT PRIMARY KEY, text_sha256 TEXT NOT NULL, body TEXT NOT NULL, annotations TEXT) WITHOUT ROWID;
CREATE TABLE rejected (source TEXT, locator TEXT, body TEXT NOT NULL);
CREATE TABLE entity (entity_id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE link (doc_id TEXT, body TEXT NOT NULL);
CREATE INDEX link_doc_id ON link (doc_id);
"""


class Journal:
    """Records of one run on disk. Use as a context manager; iteration is in key order."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, isolation_level=None)
        # Scratch: nothing here outlives the run, so nothing is synced (publish syncs what it writes).
        self._db.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-8192;" + _SCHEMA)
        self.inputs = 0
        self.duplicates = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._db.close()

    def add_document(self, document: Document, text_sha256: str) -> str | None:
        """Take a document; if its id is taken, return the sha256 of the text that took it."""
        row = self._db.execute("SELECT text_sha256 FROM document WHERE doc_id = ?", (document.doc_id,)).fetchone()
        if row is not None:
            return str(row[0])
        body = (document.doc_id, text_sha256, dumps(document))
        self._db.execute("INSERT INTO document (doc_id, text_sha256, body) VALUES (?, ?, ?)", body)
        return None

    def reject(self, rejection: Rejection) -> None:
        """Take an input that gave no document; a document already taken under this id must be dropped by the caller."""
        self._db.execute("INSERT INTO rejected VALUES (?, ?, ?)", (rejection.source, rejection.locator, dumps(rejection)))

    def drop_document(self, doc_id: str) -> None:
        """Forget a document that annotate could not process."""
        self._db.execute("DELETE FROM document WHERE doc_id = ?", (doc_id,))

    def annotate(self, annotations: Iterable[Annotations]) -> None:
        """Store what was found in documents."""
        rows = ((dumps(a), a.doc_id) for a in annotations)
        self._db.execute("BEGIN")
        self._db.executemany("UPDATE document SET annotations = ? WHERE doc_id = ?", rows)
        self._db.execute("COMMIT")

    def add_entities(self, entities: Iterable[Entity]) -> None:
        """Store the entities of all documents."""
        self._insert("INSERT INTO entity VALUES (?, ?)", ((e.entity_id, dumps(e)) for e in entities))

    def add_links(self, links: Iterable[Link]) -> None:
        """Store links of documents' names to entities."""
        self._insert("INSERT INTO link VALUES (?, ?)", ((k.doc_id, dumps(k)) for k in links))

    def _insert(self, statement: str, rows: Iterable[tuple[str, str]]) -> None:
        self._db.execute("BEGIN")
        self._db.executemany(statement, rows)
        self._db.execute("COMMIT")

    def n_documents(self) -> int:
        """How many documents are held."""
        return int(self._db.execute("SELECT count(*) FROM document").fetchone()[0])

    def n_rejected(self) -> int:
        """How many inputs were rejected."""
        return int(self._db.execute("SELECT count(*) FROM rejected").fetchone()[0])

    def documents(self) -> Iterator[Document]:
        """All documents by id."""
        for (body,) in self._rows("SELECT body FROM document ORDER BY doc_id"):
            yield loads(Document, body)

    def annotations(self) -> Iterator[Annotations]:
        """What was found, by document id."""
        for (body,) in self._rows("SELECT annotations FROM document ORDER BY doc_id"):
            yield loads(Annotations, body)

    def annotated(self) -> Iterator[tuple[Document, Annotations]]:
        """Documents with what was found in them, by id."""
        for document, annotations in self._rows("SELECT body, annotations FROM document ORDER BY doc_id"):
            yield loads(Document, document), loads(Annotations, annotations)

    def links(self, doc_id: str) -> tuple[Link, ...]:
        """The links of one document."""
        rows = self._db.execute("SELECT body FROM link WHERE doc_id = ?", (doc_id,))
        return tuple(loads(Link, body) for (body,) in rows)

    def entities(self) -> Iterator[Entity]:
        """All entities by id."""
        for (body,) in self._rows("SELECT body FROM entity ORDER BY entity_id"):
            yield loads(Entity, body)

    def rejected(self) -> Iterator[Rejection]:
        """All rejected inputs by source and locator."""
        for (body,) in self._rows("SELECT body FROM rejected ORDER BY source, locator, body"):
            yield loads(Rejection, body)

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        cursor = self._db.cursor()  # of its own, so that readers may nest
        cursor.arraysize = 64
        return iter(cursor.execute(query))


def dumps(record: Any) -> str:
    """A record as JSON."""
    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[R], body: str) -> R:
    """The record that `dumps` wrote."""
    return _build(kind, json.loads(body))  # type: ignore[no-any-return]


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        return [_plain(getattr(value, field.name)) for field in dataclasses.fields(value)]
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


_HINTS: dict[Any, tuple[Any, ...]] = {}


def _build(kind: Any, value: Any) -> Any:
    """Rebuild a typed value from plain JSON by its annotation."""
    if value is None or kind in (str, int, float, bool):
        return value
    if dataclasses.is_dataclass(kind):
        if kind not in _HINTS:
            hints = get_type_hints(kind)
            _HINTS[kind] = tuple(hints[field.name] for field in dataclasses.fields(kind))
        return kind(*(_build(hint, item) for hint, item in zip(_HINTS[kind], value, strict=True)))  # type: ignore[operator]
    if kind is dt.datetime or kind is dt.date:
        return kind.fromisoformat(value)
    arguments = get_args(kind)
    if isinstance(value, list):
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(_build(arguments[0], item) for item in value)
        return tuple(_build(argument, item) for argument, item in zip(arguments, value, strict=True))
    options = [argument for argument in arguments if argument is not type(None)]
    if len(options) == 1 and len(arguments) == 2:  # X | None
        return _build(options[0], value)
    return value
