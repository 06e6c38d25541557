"""Plain text and Markdown: one blurb a file, kept letter by letter."""

from collections.abc import Iterator

from briefex.readers.encoding import decode
from briefex.readers.rows import RawRow, checked_text


def read_text(content: bytes) -> Iterator[RawRow]:
    """The file as one blurb."""
    yield RawRow("", checked_text(decode(content)))
