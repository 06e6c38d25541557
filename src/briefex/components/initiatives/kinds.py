"""The kind of an initiative, by the head noun of its name."""

import re

from briefex.records import InitiativeKind

_HEADS: dict[InitiativeKind, str] = {
    "programme": (
        "programme program scheme fellowship fellows facility initiative campaign mission framework action census service services cloud"
    ),
    "project": "project study trial experiment lab pilot survey",
    "dialogue": "dialogue dialogues talks negotiations consultations process quad",
    "agreement": (
        "agreement treaty convention accord accords pact compact protocol charter declaration partnership alliance deal "
        "arrangement memorandum rcep"
    ),
    "law": "act law bill directive regulation regulations code ordinance decree statute constitution resolution executive order policy",
    "fund": "fund funds grant grants endowment window instrument mechanism bank",
    "strategy": "strategy plan agenda roadmap review vision goals goal blueprint concept deal",
    "network": "network networks community guild forum coalition platform consortium hub exchange pros circle",
    "series": "series lectures seminars webinars talks podcast salon",
    "conference": "conference summit congress symposium convening assembly week day days year festival biennale cop",
    "working_group": "group groups taskforce force panel committee team",
}
_KIND_OF: dict[str, InitiativeKind] = {}
for _kind, _words in _HEADS.items():
    for _word in _words.split():
        _KIND_OF.setdefault(_word, _kind)
_WORD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"\b(?:of|for|on|to|in|against|with|and|de|pour|für)\b", re.IGNORECASE)


def kind_of(name: str) -> InitiativeKind:
    """The kind that a name tells, else `other`.

    The head noun is the last word before the first "of", "for", "on", …, else the last word that names a kind.

    >>> [kind_of(n) for n in ("Partnership for Peace", "Global Combat Air Programme", "COP28", "Safer Seas")]
    ['agreement', 'programme', 'conference', 'other']
    """
    if re.fullmatch(r"COP[\s-]?\d+", name):
        return "conference"
    head = _WORD.findall(_TAIL.split(name, maxsplit=1)[0].lower())
    for word in (*reversed(head), *reversed(_WORD.findall(name.lower()))):
        if word in _KIND_OF:
            if word == "group" and "working" not in head:
                return "network"
            return _KIND_OF[word]
    return "other"
