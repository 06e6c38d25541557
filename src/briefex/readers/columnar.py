"""Parquet files with a column "text"."""

import io
from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from briefex.errors import InputError, SourceError
from briefex.readers.rows import RawRow, RowError, row_from

_COLUMNS = ("text", "doc_id", "title", "source", "published")


def read_parquet(content: bytes) -> Iterator[RawRow | RowError]:
    """A row a record; the locator is `row n`, counted from 1.

    Raises:
        SourceError: there is no column "text".
        InputError: the file is damaged.

    """
    number = 0
    try:
        file = pq.ParquetFile(io.BytesIO(content), page_checksum_verification=True)
        names = file.schema_arrow.names
        if "text" not in names:
            raise SourceError(f'no column "text". Found: {", ".join(names)[:200]}. Name the column of the blurbs "text".')
        for batch in file.iter_batches(batch_size=256, columns=[name for name in _COLUMNS if name in names]):
            batch.validate(full=True)
            for values in batch.to_pylist():
                number += 1
                yield row_from(values, f"row {number}")
    except (pa.ArrowException, OSError) as error:
        raise InputError("E_FORMAT", f"not a readable Parquet file: {error}") from error
