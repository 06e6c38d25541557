"""Write the list of given names that the names component ships: `python -m training.given_names`.

First names of the corpus's (invented) people, without those with which a body or an undertaking of the corpus or of the lists begins.
"""

from pathlib import Path

from briefex.components.names import known
from training.markup import read_corpus, spans_of, text_of

CORPUS = Path(__file__).parent / "corpus"
OUT = Path(known.__file__).parent / "known" / "given_names.txt"
HEADER = "# Given names: first names of the invented people of training/corpus; written by python -m training.given_names"


def given_names() -> list[str]:
    """Given names of three letters or more, in order."""
    people: set[str] = set()
    others = {form.split()[0] for name in known.LISTS for row in known.facts(name) for form in row}
    for _, blurb in read_corpus(sorted(CORPUS.glob("*.txt"))):
        text = text_of(blurb)
        for start, end, tag in spans_of(blurb):
            first, *rest = text[start:end].split()
            if tag in known.LISTS.values():
                others.add(first)
            elif tag == "PERSON" and rest and len(first) > 2 and first.istitle() and first.isalpha():
                people.add(first)
    return sorted(people - others)


if __name__ == "__main__":
    OUT.write_text("\n".join([HEADER, *given_names()]) + "\n", encoding="utf-8")
