"""Snapshots of tables in a folder: write, verify, publish, read.

    OUT/CURRENT.json                 the one pointer, replaced atomically
    OUT/latest -> snapshots/<id>     for people; not the truth
    OUT/snapshots/<id>/              <table>.parquet, _manifest.json, _SUCCESS: immutable and complete
    OUT/runs/<time>.json             what happened when

A reader sees the old tables or the new ones, never a mix. All is written to a hidden folder, synced, read back, renamed
into place, and only then does one `os.replace` move the pointer. A crash before that leaves the old tables, a crash
after it the new ones. The id of a snapshot is made from the rows, so the same rows are published once.
"""

import datetime as dt
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
from filelock import FileLock, Timeout

from briefex.errors import AfterPublishError, ConflictError, IntegrityError, PublishError, SourceError
from briefex.tables import SCHEMA_VERSION, TABLES, Row, Table, key_of

if TYPE_CHECKING:
    import pandas as pd

FORMAT = 1
BATCH_ROWS = 2_048  # rows kept as Python objects
GROUP_ROWS = 32_768  # rows of a Parquet row group: bounds memory; larger groups gain nothing below ten million rows
KEEP_SNAPSHOTS = 3
KEEP_SECONDS = 24 * 3600.0


@dataclass(frozen=True, slots=True)
class Counts:
    """What became of the inputs; `inputs` must equal the sum of the other three."""

    inputs: int
    documents: int
    duplicates: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Published:
    """What a publish did: the snapshot, whether the pointer moved, and rows per table."""

    snapshot: str
    path: Path
    is_new: bool
    rows: Mapping[str, int]


class _TableWriter:
    """Writes one table's rows, given in key order, to one Parquet file with the same bytes whenever the rows are the same."""

    def __init__(self, table: Table, path: Path) -> None:
        self.table, self.path, self.rows = table, path, 0
        self._file = path.open("xb")
        self._writer = pq.ParquetWriter(
            self._file,
            table.schema,
            compression="zstd",
            compression_level=3,
            version="2.6",
            write_page_index=True,
            write_page_checksum=True,
            sorting_columns=[pq.SortingColumn(i) for i in table.key_indices],
        )
        self._content = hashlib.sha256()
        self._last: tuple[tuple[bool, Any], ...] | None = None
        self._batch: list[Row] = []
        self._group: list[pa.RecordBatch] = []

    def add(self, row: Row) -> None:
        key = key_of(self.table.name, row)
        if self._last is not None and key <= self._last:
            raise IntegrityError(f"table {self.table.name}: the key {_plain(key)} comes twice or out of order")
        self._last = key
        self._content.update(json.dumps(row, ensure_ascii=False, default=str, separators=(",", ":")).encode() + b"\n")
        self._batch.append(row)
        self.rows += 1
        if len(self._batch) == BATCH_ROWS:
            self._pack()

    def _pack(self) -> None:
        columns = zip(*self._batch, strict=True) if self._batch else ([] for _ in self.table.columns)
        arrays = [pa.array(list(values), field.type) for values, field in zip(columns, self.table.schema, strict=True)]
        self._group.append(pa.RecordBatch.from_arrays(arrays, schema=self.table.schema))
        self._batch = []
        if sum(len(batch) for batch in self._group) >= GROUP_ROWS:
            self._write_group()

    def _write_group(self) -> None:
        table = pa.Table.from_batches(self._group, self.table.schema).combine_chunks()
        if len(table):
            self._writer.write_table(table, row_group_size=GROUP_ROWS)
        self._group = []

    def close(self) -> dict[str, Any]:
        """Finish and sync the file, and read it back. The manifest's entry for the table."""
        self._pack()
        self._write_group()
        self._writer.close()
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        entry = {
            "file": self.path.name,
            "rows": self.rows,
            "bytes": self.path.stat().st_size,
            "sha256": _sha256(self.path),
            "content_sha256": self._content.hexdigest(),
        }
        _check_file(self.path, self.table, entry)
        return entry

    def abandon(self) -> None:
        with suppress(Exception):
            self._writer.close()
        self._file.close()


class SnapshotWriter:
    """Rows of all tables on their way into a snapshot; made by `writing`."""

    def __init__(self, out: Path, temporary: Path, parent: str | None) -> None:
        self._out, self._temporary, self._parent = out, temporary, parent
        self._writers = {name: _TableWriter(table, temporary / f"{name}.parquet") for name, table in TABLES.items()}
        self._ids: dict[str, set[str]] = {name: set() for name in ("documents", "people", "organisations", "initiatives")}
        self._open_references: set[tuple[str, str, str]] = set()
        self._references = {name: [(i, c.name) for i, c in enumerate(table.columns) if c.refers_to] for name, table in TABLES.items()}

    def add(self, table: str, row: Row) -> None:
        """Take one row; rows of a table come in key order.

        Raises:
            IntegrityError: a key comes twice or out of order.

        """
        self._writers[table].add(row)
        if table in self._ids:
            self._ids[table].add(row[TABLES[table].key_indices[0]])
        for i, column in self._references[table]:
            if row[i] is not None and not self._is_known(table, i, row[i]):
                self._open_references.add((table, column, row[i]))

    def _is_known(self, table: str, column: int, value: str) -> bool:
        return any(value in self._ids[target] for target in TABLES[table].columns[column].refers_to)

    def commit(self, counts: Counts) -> Published:
        """Check, write, sync, rename, and move the pointer.

        Raises:
            IntegrityError: a row points at nothing, or inputs ≠ documents + duplicates + rejected.
            ConflictError: another run has published since this one began.
            PublishError: the file system refused; the old tables stand.
            AfterPublishError: the new tables stand, but cleaning up failed.

        """
        self._check(counts)
        try:
            snapshot, manifest_sha256 = self._write_manifest(counts)
            path = self._move_into_place(snapshot)
            is_new = self._move_pointer(snapshot, manifest_sha256)
        except OSError as error:
            raise PublishError(f"{error.filename or self._out}: {error.strerror or error}; nothing was published") from error
        try:
            _point_latest(self._out, snapshot)
            _collect_garbage(self._out, keep={snapshot, self._parent})
        except OSError as error:
            raise AfterPublishError(f"the tables are published as snapshot {snapshot}, but cleaning up failed: {error}") from error
        return Published(snapshot, path, is_new, {name: writer.rows for name, writer in self._writers.items()})

    def _check(self, counts: Counts) -> None:
        rows = {name: writer.rows for name, writer in self._writers.items()}
        if (rows["documents"], rows["rejected"]) != (counts.documents, counts.rejected):
            raise IntegrityError(f"{counts} but {rows['documents']} rows in documents and {rows['rejected']} in rejected")
        if counts.inputs != counts.documents + counts.duplicates + counts.rejected:
            raise IntegrityError(f"inputs are not documents + duplicates + rejected: {counts}")
        for table, column, value in sorted(self._open_references):
            index = next(i for i, name in self._references[table] if name == column)
            if not self._is_known(table, index, value):
                targets = ", ".join(TABLES[table].columns[index].refers_to)
                raise IntegrityError(f"table {table}, column {column}: {value!r} is no key of {targets}")

    def _write_manifest(self, counts: Counts) -> tuple[str, str]:
        tables = {name: writer.close() for name, writer in self._writers.items()}
        body = {"schema_version": SCHEMA_VERSION, "counts": {k: getattr(counts, k) for k in Counts.__slots__}}
        content = {name: entry["content_sha256"] for name, entry in tables.items()}
        snapshot = hashlib.sha256(_canonical({**body, "content": content})).hexdigest()[:16]
        manifest = _canonical({"format": FORMAT, "snapshot": snapshot, **body, "tables": tables})
        _write_file(self._temporary / "_manifest.json", manifest)
        _write_file(self._temporary / "_SUCCESS", b"")
        _sync_folder(self._temporary)
        return snapshot, hashlib.sha256(manifest).hexdigest()

    def _move_into_place(self, snapshot: str) -> Path:
        path = self._out / "snapshots" / snapshot
        if path.exists():
            if not damage(path):
                shutil.rmtree(self._temporary)
                return path
            os.rename(path, path.with_name(f".bad-{snapshot}-{secrets.token_hex(4)}"))
        os.rename(self._temporary, path)
        _sync_folder(path.parent)
        return path

    def _move_pointer(self, snapshot: str, manifest_sha256: str) -> bool:
        pointer = _read_pointer(self._out)
        if (pointer or {}).get("snapshot") != self._parent:
            raise ConflictError(f"{self._out}: another run published meanwhile; run again")
        if pointer is not None and pointer["snapshot"] == snapshot:
            return False
        seq = pointer["seq"] + 1 if pointer else 1
        manifest_sha256 = _sha256(self._out / "snapshots" / snapshot / "_manifest.json")
        body = {"format": FORMAT, "seq": seq, "snapshot": snapshot, "parent": self._parent, "manifest_sha256": manifest_sha256}
        temporary = self._out / f".CURRENT-{secrets.token_hex(4)}"
        _write_file(temporary, _canonical(body))
        os.replace(temporary, self._out / "CURRENT.json")
        _sync_folder(self._out)
        return True

    def abandon(self) -> None:
        """Drop all that was written; the old tables stand."""
        for writer in self._writers.values():
            writer.abandon()
        shutil.rmtree(self._temporary, ignore_errors=True)


@contextmanager
def writing(out: Path) -> Iterator[SnapshotWriter]:
    """Open `out` for one publish, alone.

    Raises:
        ConflictError: another run holds the folder.
        SourceError: `out` is a file.
        PublishError: the folder cannot be made or written.

    """
    if out.exists() and not out.is_dir():
        raise SourceError(f"output folder {out}: a file stands there. Name a folder, or a path that does not exist yet.")
    try:
        (out / "snapshots").mkdir(parents=True, exist_ok=True)
        _sync_folder(out)
        lock = FileLock(out / ".lock", timeout=0)
        lock.acquire()
    except Timeout as error:
        raise ConflictError(f"{out}: another run is publishing here; run again when it is done") from error
    except OSError as error:
        raise PublishError(f"{error.filename or out}: {error.strerror}; nothing was published") from error
    try:
        _remove_leftovers(out)
        temporary = out / "snapshots" / f".tmp-{secrets.token_hex(4)}"
        temporary.mkdir()
        writer = SnapshotWriter(out, temporary, (_read_pointer(out) or {}).get("snapshot"))
        try:
            yield writer
        except BaseException:
            writer.abandon()
            raise
    except OSError as error:
        raise PublishError(f"{error.filename or out}: {error.strerror or error}; nothing was published") from error
    finally:
        lock.release()


def record_run(out: Path, body: Mapping[str, Any]) -> Path:
    """Keep what happened when in `OUT/runs`, the only place for clocks and hosts.

    Raises:
        AfterPublishError: the file could not be written.

    """
    now = dt.datetime.now(dt.UTC)
    path = out / "runs" / f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(3)}.json"
    try:
        path.parent.mkdir(exist_ok=True)
        _write_file(path, _canonical({"finished": now.isoformat(timespec="seconds"), **body}))
    except OSError as error:
        raise AfterPublishError(f"the tables are published, but {path} could not be written: {error.strerror}") from error
    return path


def current_snapshot(out: Path) -> Path:
    """The folder of the tables that are published now.

    Raises:
        SourceError: nothing is published there.

    """
    pointer = _read_pointer(out)
    if pointer is None:
        raise SourceError(f"{out}: no published tables here (no CURRENT.json). Run `briefex run … -o {out}` first.")
    return out / "snapshots" / str(pointer["snapshot"])


def read_tables(out: str | Path) -> "dict[str, pd.DataFrame]":
    """The published tables as pandas frames, by name.

    Raises:
        SourceError: nothing is published there.

    """
    for attempt in (1, 2):
        snapshot = current_snapshot(Path(out))
        try:
            return {name: pq.read_table(snapshot / f"{name}.parquet", partitioning=None).to_pandas() for name in TABLES}
        except FileNotFoundError:  # the snapshot was collected between the two reads: a newer one stands
            if attempt == 2:
                raise
    raise AssertionError("unreachable")


def verify(out: Path) -> list[str]:
    """What is damaged in the published tables, a sentence each; empty when all is as its manifest says.

    Raises:
        SourceError: nothing is published there.

    """
    snapshot = current_snapshot(out)
    if not snapshot.is_dir():
        return [f"{snapshot}: CURRENT.json points here, but the folder is missing"]
    found = damage(snapshot)
    manifest = snapshot / "_manifest.json"
    if manifest.is_file() and _sha256(manifest) != (_read_pointer(out) or {}).get("manifest_sha256"):
        found.append(f"{manifest}: is not the manifest that CURRENT.json names")
    return found


def damage(snapshot: Path) -> list[str]:
    """What in a snapshot folder is not as its manifest says."""
    try:
        manifest = json.loads((snapshot / "_manifest.json").read_bytes())
        entries = {name: manifest["tables"][name] for name in TABLES}
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [f"{snapshot / '_manifest.json'}: cannot be read ({type(error).__name__}: {error})"]
    found = []
    for name, entry in entries.items():
        try:
            _check_file(snapshot / f"{name}.parquet", TABLES[name], entry)
        except IntegrityError as error:
            found.append(str(error))
    if not (snapshot / "_SUCCESS").is_file():
        found.append(f"{snapshot / '_SUCCESS'}: missing")
    return found


def _check_file(path: Path, table: Table, entry: Mapping[str, Any]) -> None:
    """Raise IntegrityError unless the file is readable, has the table's schema and is what the entry says."""
    if not path.is_file():
        raise IntegrityError(f"{path}: missing")
    if _sha256(path) != entry["sha256"]:
        raise IntegrityError(f"{path}: the bytes are not those of the manifest (sha256 differs)")
    try:
        with pq.ParquetFile(path, page_checksum_verification=True) as file:
            rows, schema = file.metadata.num_rows, file.schema_arrow
    except (OSError, pa.ArrowException) as error:
        raise IntegrityError(f"{path}: cannot be read ({error})") from error
    if rows != entry["rows"]:
        raise IntegrityError(f"{path}: {rows} rows, the manifest says {entry['rows']}")
    if not schema.equals(table.schema):
        raise IntegrityError(f"{path}: columns are not those of schema version {SCHEMA_VERSION}")


def _read_pointer(out: Path) -> dict[str, Any] | None:
    try:
        pointer = json.loads((out / "CURRENT.json").read_bytes())
    except FileNotFoundError:
        return None
    except (ValueError, NotADirectoryError) as error:
        raise SourceError(f"{out / 'CURRENT.json'}: cannot be read ({error}). Restore the file, or name another folder.") from error
    if not isinstance(pointer, dict) or pointer.get("format") != FORMAT:
        raise SourceError(f"{out / 'CURRENT.json'}: not of format {FORMAT}; written by another version of briefex?")
    return pointer


def _write_file(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(path: Path) -> None:
    """Make names in a folder durable; Windows has no such call and needs none."""
    if os.name == "nt":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _point_latest(out: Path, snapshot: str) -> None:
    target = Path("snapshots") / snapshot
    latest = out / "latest"
    if os.name == "nt" or (latest.is_symlink() and os.readlink(latest) == str(target)):
        return
    temporary = out / f".latest-{secrets.token_hex(4)}"
    temporary.symlink_to(target)
    os.replace(temporary, latest)


def _remove_leftovers(out: Path) -> None:
    """Remove what a killed run left; called under the lock, so nothing of it is in use."""
    for pattern in (".CURRENT-*", ".latest-*"):
        for path in out.glob(pattern):
            path.unlink()
    for path in (out / "snapshots").glob(".tmp-*"):
        shutil.rmtree(path)


def _collect_garbage(out: Path, keep: set[str | None]) -> None:
    """Remove old snapshots: the newest three, those of the last day, and those in `keep` stay."""
    folders = sorted((p for p in (out / "snapshots").iterdir() if p.is_dir()), key=lambda p: p.stat().st_mtime, reverse=True)
    now = dt.datetime.now(dt.UTC).timestamp()
    for path in folders[KEEP_SNAPSHOTS:]:
        if path.name not in keep and now - path.stat().st_mtime > KEEP_SECONDS:
            shutil.rmtree(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _canonical(body: Mapping[str, Any]) -> bytes:
    return (json.dumps(body, sort_keys=True, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(key: tuple[tuple[bool, Any], ...]) -> tuple[Any, ...]:
    return tuple(None if is_null else value for is_null, value in key)
