"""Well-known bodies and undertakings as facts: they settle a label that letters and context leave open.

`known/organisations.txt` and `known/initiatives.txt` hold a name a line and its other forms after `|`. A form of both kinds
settles nothing.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

LISTS = {"organisations": "ORGANISATION", "initiatives": "INITIATIVE"}
_WORD = re.compile(r"(?<![\w.-])[^\W_a-z][\w.+&-]*")
_TELLING = re.compile(r"[^\W_]\S*(?: \S+)+|(?=\S*[A-Z]\S*[A-Z])\S{5,}")


@cache
def facts(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a list: a name, then its other forms."""
    lines = (files(__package__) / "known" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(form.strip() for form in line.split("|")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def labels() -> dict[str, str]:
    """The label of each form that is of one kind only."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for name, label in LISTS.items():
        for row in facts(name):
            for form in row:
                kinds[form].add(label)
    return {form: min(found) for form, found in kinds.items() if len(found) == 1}


def occurrences(text: str) -> Iterator[tuple[int, int, str]]:
    """Start, end and label of known names that no other word is likely to be: of several words, or with two capitals and five letters.

    Of names that overlap the longest at the first place is found.
    """
    index = _index()
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        for form, label in index.get(_first(word[0]), ()):
            stop = word.start() + len(form)
            if text.startswith(form, word.start()) and not text[stop : stop + 1].isalnum() and text[stop : stop + 1] != "-":
                yield word.start(), stop, label
                end = stop
                break


@cache
def _index() -> dict[str, list[tuple[str, str]]]:
    index: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for form, label in sorted(labels().items(), key=lambda item: (-len(item[0]), item[0])):
        word = _WORD.match(form)
        if word is not None and _TELLING.fullmatch(form):
            index[_first(word[0])].append((form, label))
    return index


def _first(word: str) -> str:
    return word.rstrip(".-&+")
