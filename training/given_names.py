"""Write the list of given names that the names component ships: `python -m training.given_names`.

Common given names (`lists/given_names.txt`) and first names of the corpus's invented people, without those with which a body or
an undertaking of the corpus begins that could be a person by its form, or with which several of any form begin, as with places.
"""

from collections import Counter
from pathlib import Path

from briefex.components.names import known
from briefex.components.names.heads import may_be_person
from training.markup import read_corpus, spans_of, text_of

MANY = 3  # names that begin with one word, from which on it is taken for a place or a thing
CORPUS = Path(__file__).parent / "corpus"
COMMON = Path(__file__).parent / "lists" / "given_names.txt"
MIN_LETTERS = 3
OUT = Path(known.__file__).parent / "known" / "given_names.txt"
HEADER = "# Given names: common ones, and first names of the invented people of training/corpus; written by python -m training.given_names"


def given_names() -> list[str]:
    """Given names of three letters or more, in order."""
    people = {line for line in COMMON.read_text(encoding="utf-8").splitlines() if len(line) >= MIN_LETTERS and not line.startswith("#")}
    others: set[str] = set()
    bodies = {form for name in known.LISTS for row in known.facts(name) for form in row}
    for _, blurb in read_corpus(sorted(CORPUS.glob("*.txt"))):
        text = text_of(blurb)
        for start, end, tag in spans_of(blurb):
            name = text[start:end]
            first, *rest = name.split()
            if tag in known.LISTS.values():
                bodies.add(name)
                others |= {first} if may_be_person(name) else set()
            elif tag == "PERSON" and rest and len(first) >= MIN_LETTERS and first.istitle() and first.isalpha():
                people.add(first)
    begun = Counter(body.split()[0] for body in bodies)
    return sorted(name for name in people - others if begun[name] < MANY)


if __name__ == "__main__":
    OUT.write_text("\n".join([HEADER, *given_names()]) + "\n", encoding="utf-8")
