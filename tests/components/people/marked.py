"""Sentences with their names marked inside, so that a case can be read and added without counting letters.

`[Ada Okafor](P)`, `[Example Institute](O)`, `[Example Plan](I)`, with `=` for the entity: `[EI](O=Example Institute)`;
`[2016](D=2016)` is a date, `[Director](T)` a post that a model predicted.
"""

import re
from types import SimpleNamespace

from briefex.components.people import People, find_people
from briefex.records import Mention, Span

_MARK = re.compile(r"\[([^\[\]]+)\]\(([POIDT])(?:=([^()]+))?\)")
_LABELS = {"P": "PERSON", "O": "ORGANISATION", "I": "INITIATIVE"}


def people_in(marked: str) -> People:
    """What is found in a marked text."""
    return find_people(*parsed(marked))


def parsed(marked: str) -> tuple[str, list[Mention], list[Span], list[SimpleNamespace]]:
    """The bare text with its names, predicted posts and dates."""
    text, last = "", 0
    names, spans, dates = [], [], []
    for match in _MARK.finditer(marked):
        text += marked[last : match.start()]
        start, end, last = len(text), len(text) + len(match[1]), match.end()
        text += match[1]
        if match[2] in _LABELS:
            names.append(Mention(start, end, match[1], _LABELS[match[2]], match[3] or match[1]))
        elif match[2] == "T":
            spans.append(Span(start, end, match[1], "POSITION", 0.9))
        else:
            dates.append(SimpleNamespace(start=start, end=end, value=SimpleNamespace(iso=match[3] or match[1])))
    return text + marked[last:], names, spans, dates


def rows_of(marked: str) -> set[str]:
    """The affiliations as `person | position | organisation | unit | status`, with `-` for what is empty."""
    return {
        " | ".join(part or "-" for part in (r.person, r.position, r.organisation, r.unit, r.status)) for r in people_in(marked).affiliations
    }


def roles_of(marked: str) -> dict[str, str]:
    """Each person's role."""
    return {a.person: a.role for a in people_in(marked).appearances}
