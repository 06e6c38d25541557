"""Bytes to text, without guessing what cannot be known."""

import codecs
import gzip
import io
import re
import zlib
from pathlib import Path

from briefex.errors import InputError

MAX_BYTES = 20 * 2**20
MAX_EXPANDED = 100 * 2**20
MAX_RATIO = 200

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF8_PAIR = re.compile(rb"[\xc3-\xef][\x80-\xbf]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def read_bytes(path: Path, *, max_bytes: int = MAX_BYTES) -> bytes:
    """The file's bytes, unpacked if its name ends in .gz.

    Raises:
        InputError: unreadable, not a plain file, too large, or a packed file that swells beyond reason.

    """
    try:
        if not path.is_file():
            raise InputError("E_PATH", "not a plain file")
        size = path.stat().st_size
        if size > max_bytes:
            raise InputError("E_TOO_LARGE", f"{size:,} bytes; at most {max_bytes:,} are read. Split the file.")
        content = path.read_bytes()
    except OSError as error:
        raise InputError("E_IO", f"cannot be read: {error.strerror}") from error
    return unpack(content) if path.suffix.lower() == ".gz" else content


def unpack(content: bytes) -> bytes:
    """What a gzip file holds.

    Raises:
        InputError: damaged, or more than 100 MiB or 200 times its size when unpacked.

    """
    limit = min(MAX_EXPANDED, max(len(content), 4096) * MAX_RATIO)
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            unpacked = file.read(limit + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise InputError("E_FORMAT", f"not a whole gzip file: {error}") from error
    if len(unpacked) > limit:
        raise InputError("E_BOMB", f"unpacks to more than {limit:,} bytes")
    return unpacked


def decode(content: bytes) -> str:
    """The text of a file: by its byte order mark, else UTF-8, else Windows-1252 where nothing speaks against it.

    Raises:
        InputError: binary content, or an encoding that cannot be told.

    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            try:
                return content[len(bom) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError("E_ENCODING", f"not valid {encoding.upper()} at byte {error.start + len(bom)}") from error
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_western(content, error)
    if len(_BINARY.findall(content)) > len(content) // 50:
        raise InputError("E_FORMAT", "binary content, not text")
    return text


def _decode_western(content: bytes, error: UnicodeDecodeError) -> str:
    if _BINARY.search(content):
        raise InputError("E_FORMAT", "binary content, not text") from error
    if _UTF8_PAIR.search(content):
        message = f"neither valid UTF-8 (byte {error.start}) nor one other encoding throughout. Save the file as UTF-8."
        raise InputError("E_ENCODING", message) from error
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise InputError("E_ENCODING", f"not valid UTF-8 at byte {error.start}. Save the file as UTF-8.") from error
