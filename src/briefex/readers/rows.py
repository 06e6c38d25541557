"""What readers yield, and the checks that every row passes."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefex.errors import InputError

MAX_CHARS = 200_000


@dataclass(frozen=True, slots=True)
class RawRow:
    """One blurb as an input gives it; `locator` says where in the input (a line, a row, or empty for the whole)."""

    locator: str
    text: str
    doc_id: str | None = None
    title: str | None = None
    source: str | None = None
    published: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RowError:
    """A place in an input that gave no blurb."""

    locator: str
    error: InputError


def row_from(values: Mapping[str, Any], locator: str) -> RawRow | RowError:
    """A row from named values, as JSONL, CSV and Parquet give them; unknown names are passed over."""
    try:
        return RawRow(
            locator,
            checked_text(values.get("text")),
            _string(values, "doc_id"),
            _string(values, "title"),
            _string(values, "source"),
            _day(values.get("published")),
        )
    except InputError as error:
        return RowError(locator, error)


def checked_text(text: Any) -> str:
    """The text itself, if it is one that can be processed and stored.

    Raises:
        InputError: no text, only white space, too long, or not storable as UTF-8.

    """
    if not isinstance(text, str):
        raise InputError("E_ROW", f'no text: "text" is {_kind(text)}, a string is needed')
    if not text.strip("\ufeff \t\r\n\f\v\u00a0"):
        raise InputError("E_EMPTY", "the text is empty")
    if len(text) > MAX_CHARS:
        raise InputError("E_TOO_LARGE", f"{len(text):,} characters; at most {MAX_CHARS:,} are read. Split the text.")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError("E_ENCODING", f"character {error.start} is a lone surrogate, which no file can hold") from error
    return text


def _string(values: Mapping[str, Any], name: str) -> str | None:
    value = values.get(name)
    if value is None or value == "":
        return None
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise InputError("E_ROW", f'"{name}" is {_kind(value)}, a string is needed')
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise InputError("E_ENCODING", f'"{name}" holds a lone surrogate, which no file can hold') from error
    return value


def _day(value: Any) -> dt.date | None:
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(value[:10]) if len(value) in (10, 19, 20, 25) else dt.date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise InputError("E_PUBLISHED", f'"published" is {value!r}; an ISO date such as 2025-06-01 is needed') from error


def _kind(value: Any) -> str:
    return "missing" if value is None else f"of type {type(value).__name__}"
