"""Accuracy of the names on announcements that no version of the model was trained on: exact spans with their labels.

    python -m benchmarks.mentions                  # the shipped model
    python -m benchmarks.mentions --model FOLDER   # another, say one just trained

The texts of `training/held_out` are written like the corpus, by writers who knew neither the model nor its errors: ordinary
announcements of all regions, programmes, and dense prose. Choose no rule or weight by them, or they are held out no longer.
"""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import briefex
from briefex.components.names.model import DEFAULT
from briefex.records import NAME_LABELS
from training.markup import read_corpus, spans_of, text_of

HELD_OUT = Path(__file__).parents[1] / "training" / "held_out"


Span = tuple[int, int, str]


def main(arguments: list[str] | None = None) -> None:
    """Print precision, recall and F1 for each label."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default=DEFAULT, help="a shipped model's name or a folder")
    nlp = briefex.load(model=parser.parse_args(arguments).model)
    blurbs = [blurb for _, blurb in read_corpus(sorted(HELD_OUT.glob("*.txt")))]
    documents = [
        ({(m.start, m.end, m.label) for m in nlp(text_of(blurb))._.briefex_mentions}, set[Span](spans_of(blurb))) for blurb in blurbs
    ]
    print(f"{len(blurbs)} announcements\n\n{table(documents)}")


def table(documents: Sequence[tuple[set[Span], set[Span]]]) -> str:
    """Precision, recall and F1 of exact spans for each label of names, as Markdown; documents are spans found and marked."""
    right, found, expected = Counter[str](), Counter[str](), Counter[str]()
    for named, marked in documents:
        for counter, spans in ((right, named & marked), (found, named), (expected, marked)):
            counter.update(label for *_, label in spans)
    rows = ["| label | P | R | F1 | names |", "|---|---|---|---|---|"]
    for label in NAME_LABELS:
        precision, recall = right[label] / max(found[label], 1), right[label] / max(expected[label], 1)
        f1 = 2 * right[label] / max(found[label] + expected[label], 1)
        rows.append(f"| {label} | {precision:.3f} | {recall:.3f} | {f1:.3f} | {expected[label]} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
