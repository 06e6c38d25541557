"""read: files, folders and standard input become documents."""

import datetime as dt
import glob
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from briefex.errors import InputError, SourceError
from briefex.journal import Journal
from briefex.readers.columnar import read_parquet
from briefex.readers.delimited import read_csv
from briefex.readers.encoding import MAX_BYTES, read_bytes
from briefex.readers.jsonl import read_jsonl
from briefex.readers.rows import RawRow, RowError
from briefex.readers.text import read_text
from briefex.records import Document, Rejection, sha256_text

Rows = Iterator[RawRow] | Iterator[RawRow | RowError]

READERS: dict[str, Callable[[bytes], Rows]] = {
    ".txt": read_text,
    ".md": read_text,
    ".markdown": read_text,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".csv": read_csv,
    ".tsv": lambda content: read_csv(content, delimiter="\t"),
    ".parquet": read_parquet,
}
"""From a file's extension to its reader; `.gz` after it is unpacked first."""


def read(
    journal: Journal,
    *,
    sources: Sequence[str] = ("data/raw",),
    published: dt.date | None = None,
    max_file_bytes: int = MAX_BYTES,
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Read all sources into the journal; what gives no document is kept with its reason.

    Args:
        sources: files, folders (walked in sorted order; names that begin with a dot are left out), glob patterns, or
            "-" for one text on standard input.
        published: the reference date for blurbs that bring none of their own.
        max_file_bytes: larger files are rejected unread.
        tick: called after each input.

    Raises:
        SourceError: a source does not exist, or a table has no column "text".

    """
    for path, name in _files(sources):
        _read_file(journal, path, name, published, max_file_bytes, tick)


def _files(sources: Sequence[str]) -> Iterator[tuple[Path | None, str]]:
    """Every file with the name it is published under: its path relative to the source that led to it."""
    if not sources:
        raise SourceError("no source named. Name files, folders, glob patterns, or - for standard input.")
    found = [(source, list(_expand(source))) for source in sources]  # all are checked before any is read
    for _, files in found:
        yield from files


def _expand(source: str) -> Iterator[tuple[Path | None, str]]:
    if source == "-":
        yield None, "-"
        return
    path = Path(source)
    if path.is_dir():
        for file in sorted(_walk(path), key=lambda p: PurePosixPath(p.relative_to(path)).parts):
            yield file, file.relative_to(path).as_posix()
    elif path.exists():
        yield path, path.name
    else:
        matches = sorted(glob.glob(source, recursive=True))
        if not matches:
            near = path.parent if path.parent.is_dir() else Path()
            names = sorted(p.name for p in near.iterdir() if not p.name.startswith("."))[:8]
            raise SourceError(f"{source}: no such file or folder. In {near.resolve()} there are: {', '.join(names) or 'no files'}.")
        for match in matches:
            if Path(match).is_file():
                yield Path(match), Path(match).as_posix()


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path)
        else:
            yield path


def _read_file(
    journal: Journal, path: Path | None, name: str, published: dt.date | None, max_file_bytes: int, tick: Callable[[], None]
) -> None:
    def reject(locator: str, error: InputError) -> None:
        journal.inputs += 1
        journal.reject(Rejection(_printable(name), locator, "read", error.code, _printable(str(error))[:500]))
        tick()

    try:
        for row in _rows(path, name, max_file_bytes):
            if isinstance(row, RowError):
                reject(row.locator, row.error)
            else:
                _take(journal, row, _printable(name), published)
                tick()
    except InputError as error:
        reject("", error)
    except SourceError as error:
        raise SourceError(f"{path or 'standard input'}: {error}") from error


def _rows(path: Path | None, name: str, max_file_bytes: int) -> Rows:
    if path is None:
        return read_text(sys.stdin.buffer.read(max_file_bytes + 1))
    suffixes = [suffix.lower() for suffix in path.suffixes]
    extension = suffixes[-2] if suffixes[-1:] == [".gz"] and len(suffixes) > 1 else (suffixes or [""])[-1]
    if extension not in READERS:
        raise InputError(
            "E_UNSUPPORTED", f"files of type {extension or '(none)'} are not read. Known: {', '.join(READERS)}, each also .gz."
        )
    if path.is_symlink() and not path.resolve().is_file():
        raise InputError("E_PATH", "a link to something that is not a plain file")
    return READERS[extension](read_bytes(path, max_bytes=max_file_bytes))


def _take(journal: Journal, row: RawRow, source: str, published: dt.date | None) -> None:
    """Make a document of a row, or count it as a duplicate, or reject it."""
    journal.inputs += 1
    digest = sha256_text(row.text)
    reference = row.published or published
    document = Document(
        doc_id=row.doc_id or digest[:16],
        source=row.source or source,
        text=row.text,
        title=row.title,
        published=row.published,
        reference_date=reference,
        reference_from="published" if row.published else "argument" if published else "none",
    )
    taken_by = journal.add_document(document, digest)
    if taken_by == digest:
        journal.duplicates += 1
    elif taken_by is not None:
        message = f'doc_id "{_printable(document.doc_id)[:80]}" is taken by another text. Give each blurb an id of its own.'
        journal.reject(Rejection(source, row.locator, "read", "E_DUP_ID", message, digest))


def _printable(text: str) -> str:
    """Text that is safe in a table, a terminal and a log: control characters and surrogates escaped."""
    return "".join(
        c if c.isprintable() else c.encode("unicode_escape").decode()
        for c in text.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    )
