"""Readers: one file a format, bytes in, rows out. The only rooms that see untrusted bytes.

A reader yields `RawRow` for each blurb it finds and `InputError` (with a locator) for each that it cannot give.
"""

from briefex.readers.rows import RawRow, RowError

__all__ = ["RawRow", "RowError"]
