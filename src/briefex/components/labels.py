"""Words over speakers, places and organisers in other languages than English, as bilingual announcements have them."""

import re
from functools import cache
from importlib.resources import files


@cache
def labels() -> dict[str, tuple[str, ...]]:
    """The forms of each label in other languages, by the English word for it (the rows of `labels.txt`)."""
    lines = (files(__package__) / "labels.txt").read_text(encoding="utf-8").splitlines()
    rows = (line.split("|") for line in lines if line and not line.startswith("#"))
    return {english: tuple(dict.fromkeys(forms)) for english, *forms in rows}


def alternatives(label: str) -> str:
    """The forms of a label for use in a regular expression, longer ones first."""
    return "|".join(sorted(map(re.escape, labels()[label]), key=lambda form: (-len(form), form)))
