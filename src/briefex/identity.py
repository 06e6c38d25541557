"""How names are compared: keys under which two spellings of a name are the same, and the parts of a person's name."""

import hashlib
import re
import unicodedata
from functools import lru_cache

from briefex.records import Label

_PREFIX = {"PERSON": "p", "ORGANISATION": "o", "INITIATIVE": "i"}
_NOT_WORD = re.compile(r"[^\w]+")
_BRITISH = {
    "center": "centre",
    "centers": "centres",
    "defense": "defence",
    "program": "programme",
    "programs": "programmes",
    "organization": "organisation",
    "organizations": "organisations",
    "labor": "labour",
    "and": "&",
}
PARTICLES = frozenset(
    [
        "al",
        "el",
        "bin",
        "binti",
        "ibn",
        "abu",
        "da",
        "das",
        "de",
        "degli",
        "dei",
        "del",
        "della",
        "der",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "les",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
        "zum",
        "zur",
        "y",
        "e",
    ]
)


@lru_cache(maxsize=50_000)
def name_key(name: str, label: Label) -> str:
    """The key under which spellings of one name agree: case, accents, punctuation and a leading "the" do not count, nor,
    for organisations and initiatives, American against British spelling.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.replace("&", " and ").replace("ß", "ss")) if not unicodedata.combining(c))
    plain = re.sub(r"(?<=\w)\.(?=\w\b|\s|$)|['’]s\b", "", plain)
    words = _NOT_WORD.sub(" ", plain.casefold()).split()
    if label != "PERSON":
        words = [_BRITISH.get(word, word) for word in words]
        if words[:1] == ["the"] and len(words) > 1:
            words = words[1:]
    return " ".join(words)


def entity_id(name: str, label: Label) -> str:
    """An entity's id, made from its name alone: the same on every machine, whatever else is in the collection."""
    digest = hashlib.sha256(f"{label}\n{name_key(name, label)}".encode()).hexdigest()
    return f"{_PREFIX[label]}-{digest[:16]}"


def fits(acronym: str, name: str) -> bool:
    """Whether the acronym's letters stand in the name in order, the first at the beginning of a word.

    Letters are matched from the right, after Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation
    definitions in biomedical text"; hyphens, inner capitals ("DoD") and an owner in front are allowed for.

    >>> fits("UNU-CRIS", "United Nations University Institute on Comparative Regional Integration Studies")
    True
    """
    letters = [c.casefold() for c in acronym if c.isalnum()]
    if len(letters) < 2 or len(acronym) >= len(name):
        return False
    low = name.casefold()
    position = len(low)
    for i in range(len(letters) - 1, -1, -1):
        position -= 1
        while position >= 0 and (low[position] != letters[i] or (i == 0 and position > 0 and low[position - 1].isalnum())):
            position -= 1
        if position < 0:
            return False
    return True


def given_and_family(name: str) -> tuple[str | None, str | None]:
    """A person's given and family name where the order is clear from the form.

    Capitals mark the family name ("TSURUOKA Michito"), particles begin it ("Ursula von der Leyen"), and of two words the
    second is taken as the family name; other forms stay open.

    >>> given_and_family("Ursula von der Leyen")
    ('Ursula', 'von der Leyen')
    """
    words = name.split()
    capitals = [w for w in words if len(w) > 2 and w.isupper()]
    if capitals and len(capitals) < len(words):
        return " ".join(w for w in words if w not in capitals) or None, " ".join(capitals)
    for i, word in enumerate(words[1:-1], start=1):
        if word.lower() in PARTICLES:
            return " ".join(words[:i]), " ".join(words[i:])
    if len(words) == 2 and words[0].lower() not in PARTICLES:
        return words[0], words[1]
    if len(words) == 3 and len(words[1].rstrip(".")) == 1:
        return " ".join(words[:2]), words[2]
    return None, None
