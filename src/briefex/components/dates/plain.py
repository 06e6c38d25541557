"""A copy of a text that has one ASCII character for each code point, so that offsets stay true."""

import unicodedata

_SPACES = (
    "\u00a0\u00ad\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u200e\u200f"
    "\u202f\u205f\u2060\u3000\ufeff"
)
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\u301c\ufe58\ufe63\uff0d\uff5e\u223c"
_SINGLE_QUOTES = "\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc\uff07"
_DOUBLE_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb"
_BULLETS = "\u00b7\u2022\u2023\u2027\u2219\u25aa\u25cf\u25e6\u2502\u2758\uff5c"
_LINE_ENDS = "\u0085\u2028\u2029"


def _one_ascii_character(char: str) -> str:
    """The nearest ASCII character; a superscript is a footnote mark and becomes "^", not a digit."""
    if "SUPERSCRIPT" in unicodedata.name(char, ""):
        return "^"
    digit = unicodedata.digit(char, None)
    if digit is not None and unicodedata.category(char) == "Nd":
        return str(digit)
    base = unicodedata.normalize("NFKD", char)[:1]
    if base.isascii() and base.isprintable():
        return base
    return "x" if char.isalpha() else "?"


class _Table(dict[int, str]):
    """A translation table that learns each new character once."""

    def __missing__(self, code: int) -> str:
        found = chr(code) if code < 128 else _one_ascii_character(chr(code))
        self[code] = found
        return found


def _table() -> _Table:
    groups = ((_SPACES, " "), (_DASHES, "-"), (_SINGLE_QUOTES, "'"), (_DOUBLE_QUOTES, '"'), (_BULLETS, "|"), (_LINE_ENDS, "\n"))
    return _Table({ord(char): plain for chars, plain in groups for char in chars})


_TABLE = _table()


def ascii_copy(text: str) -> str:
    r"""Give a text in which the grammar needs to know only ASCII, of exactly the same length.

    Non-breaking spaces, curly quotes, dashes, bullets, accents and full-width digits become their plain
    counterparts. Letters without one become "x", anything else "?".

    >>> ascii_copy("Thursday\u00a04\u20135 June")
    'Thursday 4-5 June'
    """
    return text if text.isascii() else text.translate(_TABLE)
