"""The head noun decides what a name names: "Research Centre for …" a body, "Programme on …" an undertaking, "Minister for …" a post.

A programme's centre is a centre and a centre's programme a programme: in English and German the last word before a preposition
is the head, in Romance languages the first. Words that name bodies as often as undertakings ("Network", "Forum", "Fund") are
in neither list.
"""

import re
from functools import cache

from briefex.components.names import known

_BODIES = frozenset(
    "centre center pmo institute institut centres centers institutes departments universities colleges schools department office "
    "faculty school council committee commission agency university college academy ministry foundation bank bureau secretariat "
    "court senate embassy association society directorate division authority corporation company museum library hospital "
    "laboratory federation universität ministerium stiftung hochschule institutet universitet université ministère fondation "
    "académie école institut bureau commission conseil comité agence banque musée faculté universidad ministerio fundación "
    "academia instituto escuela oficina comisión consejo agencia banco museo facultad observatorio núcleo asociación università "
    "ministero fondazione accademia scuola istituto facoltà universidade ministério fundação escola comissão conselho agência "
    "faculdade".split()
)
_UNDERTAKINGS = frozenset(
    "programme program project initiative partnership dialogue dialogues series strategy agreement treaty convention protocol act "
    "campaign conference summit scheme roadmap framework plan declaration agenda programa proyecto projeto projet iniciativa "
    "tratado convenio acordo accord estrategia stratégie campaña projekt strategie".split()
)
_POSTS = frozenset(
    "minister ministers officer commissioner rapporteur director ambassador representative senator envoy president governor mayor "
    "secretary-general cio ceo cto ciso undersecretary chairman chairwoman chairperson professor coordinator adviser advisor "
    "consul attorney general-secretary vice-president inspector-general".split()
)
_KEEPERS = frozenset(
    "classroom room auditorium building chair fellow fellowship campaigner workshop lecture group trust fund hall house park "
    "club press capital partners associates llp media hotel theatre theater gallery network forum alliance awards "
    "prize award hub works studio studios records bay island islands river mountain lake street road avenue square village "
    "town city county state games cup".split()
)
_FOREIGN_BODIES = frozenset(
    "fondazione fundación fundacion fundação fondation stiftung fundacja nadace instituto institut istituto instytut banco banca "
    "banque universidad universidade università université universität uniwersytet museo musée muzeum ministerio ministère "
    "ministero academia académie accademia biblioteca".split()
)
_COMPANIES = frozenset(
    "berhad bhd ltd inc llc llp plc gmbh ag oyj ab asa corp corporation books bookshop records airlines airways holdings".split()
)
_PARTICLES = frozenset("de da do dos das del della di van von der den bin binti ibn al el y e".split())
MAX_PLAIN = 3  # words of a person's name, without particles
_JUSTICE = re.compile(r"(?:Chief|Lord|Lady|Associate) (?:Chief )?Justice\b")
_PREPOSITION = re.compile(
    r"\s+(?:of|for|on|in|to|at|against|with|between|de|del|della|delle|dei|du|des|da|do|dos|das|d['’]\S+|per|para|pour|für|zur|zum|im)\s",
    re.IGNORECASE,
)
_ROMANCE = re.compile(r"\s(?:de|del|della|delle|dei|du|des|da|do|dos|das|para|pour|per)\s|\s[dl]['’]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def label_by_head(name: str) -> str | None:
    """The label that a name's head noun gives it, None where it has no head that decides; names of one word have none.

    >>> label_by_head("Centre for Security, Diplomacy and Strategy")
    'ORGANISATION'
    >>> label_by_head("Geo-economics and Strategy research programme")
    'INITIATIVE'
    """
    head = _head(name)
    return "ORGANISATION" if head in _BODIES else "INITIATIVE" if head in _UNDERTAKINGS else None


def is_post(name: str) -> bool:
    """Whether a name's head noun is a post: "Minister for Defence", "Welsh Language Commissioner"."""
    return _head(name) in _POSTS or _JUSTICE.match(name) is not None


def is_person(name: str) -> bool:
    """Whether a name has the form of a person's and begins with a known given name."""
    return name.split(maxsplit=1)[0] in _given_names() and may_be_person(name)


def is_company(name: str) -> bool:
    """Whether a name of several words begins with a word for a body or ends with that of a company: "Fondazione Ada Negri",
    "Sime Berhad".
    """
    words = name.split()
    return len(words) > 1 and (words[0].casefold() in _FOREIGN_BODIES or words[-1].strip(".,").casefold() in _COMPANIES)


def may_be_person(name: str) -> bool:
    """Whether a name is two or three capitalised words, and neither its head noun nor the lists of known names say it is none."""
    words = name.split()
    if len(words) > MAX_PLAIN:  # "Vitória Langa de Jesus"
        words = [word for i, word in enumerate(words) if not (1 < i < len(words) - 1 and word in _PARTICLES)]
    return (
        1 < len(words) <= MAX_PLAIN
        and all(word[0].isupper() and word.replace("-", "").rstrip(".").isalpha() for word in words)
        and _head(name) not in _BODIES | _UNDERTAKINGS | _KEEPERS | _POSTS
        and name not in known.labels()
        and not is_company(name)
    )


def _head(name: str) -> str:
    """The head noun of a name of several words, in small letters; empty where there is none."""
    words = _WORD.findall(name)
    if len(words) < 2:
        return ""
    if _ROMANCE.search(name):
        return str(words[0]).casefold()
    border = _PREPOSITION.search(name)
    before = _WORD.findall(name[: border.start()]) if border else words
    return str(before[-1]).casefold() if before else ""


@cache
def _given_names() -> frozenset[str]:
    return frozenset(row[0] for row in known.facts("given_names"))
