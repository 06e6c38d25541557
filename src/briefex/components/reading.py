"""A reading copy of a text, of the same length: mark-up and marks of quoted mail are blank, odd spaces are spaces, offsets stay true."""

import re

_MARKUP = re.compile(r"<(/?)([a-zA-Z]{1,10})(?:\s[^<>\n]{0,300})?/?>|&(?:#\d{1,5}|[a-zA-Z]{2,8});|\*{1,3}|(?m:^#{1,6}\s)|~~|__")
_QUOTED_MAIL = re.compile(r"^[ \t]*>[ >\t]*$", re.MULTILINE)  # an empty line of it; where ">" is a bullet there is none
_MAIL_MARKS = re.compile(r"^[ \t]*>[ >\t]*", re.MULTILINE)
_LINE_END = re.compile(r"\s*\n[\s>]*|\s+")
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
    """The text with tags, entities, emphasis and the marks of quoted mail blanked out letter by letter; block tags leave a line
    break.
    """
    plain = text.translate(_SPACES)
    if ">" in plain and _QUOTED_MAIL.search(plain):
        plain = _MAIL_MARKS.sub(lambda marks: " " * len(marks[0]), plain)
    if "<" not in plain and "&" not in plain and "*" not in plain and "#" not in plain and "~" not in plain and "_" not in plain:
        return plain
    return _MARKUP.sub(_blank, plain)


def one_line(name: str) -> str:
    """A name as one would write it in a line: without line ends and what quoted mail puts behind them."""
    return _LINE_END.sub(" ", name)


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
