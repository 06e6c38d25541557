"""JSON Lines: one object with a "text" a line. A broken line costs that line, never the file."""

import json
from collections.abc import Iterator
from typing import Any

from briefex.errors import InputError
from briefex.readers.encoding import decode
from briefex.readers.rows import RawRow, RowError, row_from


def read_jsonl(content: bytes) -> Iterator[RawRow | RowError]:
    """A row a line; the locator is `line n`, counted from 1."""
    for number, line in enumerate(_lines(decode(content)), start=1):
        if line.strip():
            locator = f"line {number}"
            try:
                yield row_from(parse_object(line), locator)
            except InputError as error:
                yield RowError(locator, error)


def _lines(text: str) -> Iterator[str]:
    """The lines one at a time, so that a large file is not in memory twice."""
    start = 0
    while (end := text.find("\n", start)) >= 0:
        yield text[start:end]
        start = end + 1
    yield text[start:]


def parse_object(line: str) -> dict[str, Any]:
    """One JSON object, read strictly.

    Raises:
        InputError: no JSON, no object, a name that comes twice, or a number that JSON does not know.

    """
    try:
        value = json.loads(line, object_pairs_hook=_unique, parse_constant=_refuse)
    except RecursionError as error:
        raise InputError("E_ROW", "nested too deeply") from error
    except ValueError as error:
        raise InputError("E_ROW", f"not a JSON object: {error}") from error
    if not isinstance(value, dict):
        raise InputError("E_ROW", f"a JSON {type(value).__name__}, an object is needed")
    return value


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) < len(pairs):
        raise ValueError("a name comes twice in one object")
    return result


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
