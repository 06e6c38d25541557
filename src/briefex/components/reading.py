"""A reading copy of a text, of the same length: mark-up is blank, odd spaces are spaces, offsets stay true."""

import re

_MARKUP = re.compile(r"<(/?)([a-zA-Z]{1,10})(?:\s[^<>\n]{0,300})?/?>|&(?:#\d{1,5}|[a-zA-Z]{2,8});|\*{1,3}|(?m:^#{1,6}\s)|~~|__")
_BLOCKS = frozenset("br p div li ul ol tr td h1 h2 h3 h4 h5 h6 table hr dd dt section".split())
_ENTITIES = {
    "&amp;": "&",
    "&ndash;": "–",
    "&mdash;": "—",
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&quot;": '"',
    "&rsquo;": "’",
    "&lsquo;": "‘",
    "&middot;": "·",
    "&#39;": "'",
    "&bull;": "•",
}
_SPACES = str.maketrans(
    {
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\t": " ",
        "\r": " ",
        "\u2028": "\n",
        "\u2029": "\n",
        "‑": "-",
    }
)


def reading_copy(text: str) -> str:
    """The text with tags, entities and emphasis blanked out letter by letter; block tags leave a line break."""
    plain = text.translate(_SPACES)
    if "<" not in plain and "&" not in plain and "*" not in plain and "#" not in plain and "~" not in plain and "_" not in plain:
        return plain
    return _MARKUP.sub(_blank, plain)


def _blank(match: re.Match[str]) -> str:
    whole = match[0]
    if match[2]:
        mark = "\n" if match[2].casefold() in _BLOCKS else " "
    elif (
        whole[0] == "*"
        and (match.start() == 0 or match.string[match.start() - 1] == "\n")
        and match.string[match.end() : match.end() + 1] == " "
    ):
        return whole  # a bullet
    else:
        mark = _ENTITIES.get(whole, " ")
    return mark + " " * (len(whole) - 1)
