"""CSV and TSV with a header line."""

import csv
import io
from collections.abc import Iterator

from briefex.errors import InputError, SourceError, known
from briefex.readers.encoding import decode
from briefex.readers.rows import MAX_CHARS, RawRow, RowError, row_from


def read_csv(content: bytes, *, delimiter: str = ",") -> Iterator[RawRow | RowError]:
    """A row a record; the locator is `row n`, counted from 1 after the header.

    Raises:
        SourceError: the header has no column "text", or a column twice.
        InputError: quotes that never close.

    """
    csv.field_size_limit(max(MAX_CHARS * 4, 131_072))
    reader = csv.reader(io.StringIO(decode(content), newline=""), delimiter=delimiter, strict=True)
    try:
        header = next(reader, [])
        _check_header(header)
        for number, record in enumerate(reader, start=1):
            locator = f"row {number}"
            if not record:
                continue
            if len(record) != len(header):
                yield RowError(locator, InputError("E_ROW", f"{len(record)} cells, the header has {len(header)}"))
            else:
                yield row_from(dict(zip(header, record, strict=True)), locator)
    except csv.Error as error:
        raise InputError("E_FORMAT", f"line {reader.line_num}: {error}") from error


def _check_header(header: list[str]) -> None:
    if "text" not in header:
        found = ", ".join(header)[:200] or "none"
        raise SourceError(
            (
                f'no column "text" in the header. Found: {found}. Name the column of the blurbs "text". '
                f"{known('text', header) if header else ''}"
            ).strip()
        )
    if len(set(header)) < len(header):
        twice = sorted({name for name in header if header.count(name) > 1})
        raise SourceError(f"the header names a column twice: {', '.join(twice)}")
