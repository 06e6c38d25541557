"""The head noun decides between an organisation and an initiative: "Research Centre for …", "Programme on …".

A programme's centre is a centre and a centre's programme a programme: in English and German the last word before a preposition is the head, in
Romance languages the first. Words that name bodies as often as undertakings ("Network", "Forum", "Fund") are in neither list.
"""

import re

_BODIES = frozenset(
    "centre center institute institut department office faculty school council committee commission agency university college academy ministry foundation bank bureau secretariat "
    "court senate embassy association society directorate division authority corporation company museum library hospital laboratory federation "
    "universität ministerium stiftung hochschule institutet universitet "
    "université ministère fondation académie école institut bureau commission conseil comité agence banque musée faculté "
    "universidad ministerio fundación academia instituto escuela oficina comisión consejo agencia banco museo facultad observatorio núcleo asociación "
    "università ministero fondazione accademia scuola istituto facoltà universidade ministério fundação escola comissão conselho agência faculdade".split()
)
_UNDERTAKINGS = frozenset(
    "programme program project initiative partnership dialogue dialogues series strategy agreement treaty convention protocol act campaign conference summit scheme roadmap framework "
    "plan declaration agenda "
    "programa proyecto projeto projet iniciativa iniciativa tratado convenio acordo accord estrategia stratégie campaña projekt strategie".split()
)
_PREPOSITION = re.compile(
    r"\s+(?:of|for|on|in|to|at|against|with|between|de|del|della|delle|dei|du|des|da|do|dos|das|d['’]\S+|per|para|pour|für|zur|zum|im)\s",
    re.IGNORECASE,
)
_ROMANCE = re.compile(r"\s(?:de|del|della|delle|dei|du|des|da|do|dos|das|para|pour|per)\s|\s[dl]['’]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")


def label_by_head(name: str) -> str | None:
    """The label that a name's head noun gives it, None where it has no head that decides; names of one word have none.

    >>> label_by_head("Centre for Security, Diplomacy and Strategy")
    'ORGANISATION'
    >>> label_by_head("Geo-economics and Strategy research programme")
    'INITIATIVE'
    """
    words = _WORD.findall(name)
    if len(words) < 2:
        return None
    if _ROMANCE.search(name):
        return _label(words[0])
    border = _PREPOSITION.search(name)
    last = _WORD.findall(name[: border.start()]) if border else words
    return _label(last[-1]) if last else None


def _label(word: str) -> str | None:
    low = word.casefold()
    return "ORGANISATION" if low in _BODIES else "INITIATIVE" if low in _UNDERTAKINGS else None
