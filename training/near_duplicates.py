"""Near-duplicates in the corpus, measured: pairs of blurbs that share many word 5-grams, and opening lines used twice.

python -m training.near_duplicates          # lists pairs whose overlap is 0.1 or more; exit 1 if there are any
"""

import itertools
import re
import sys
from collections import defaultdict
from pathlib import Path

from training.markup import read_corpus, text_of

CORPUS = Path(__file__).parent / "corpus"
N = 5
MAX_OVERLAP = 0.1


def shingles(text: str) -> frozenset[str]:
    """The word 5-grams of a text, case and punctuation left out."""
    words = re.findall(r"\w+", text.lower())
    return frozenset(" ".join(words[i : i + N]) for i in range(len(words) - N + 1))


def overlaps(texts: dict[str, str]) -> list[tuple[float, str, str]]:
    """Pairs of texts that share 5-grams: share of the shorter one's, and the two numbers, highest first."""
    grams = {number: shingles(text) for number, text in texts.items()}
    places: dict[str, list[str]] = defaultdict(list)
    for number, found in grams.items():
        for gram in found:
            places[gram].append(number)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for numbers in places.values():
        for pair in itertools.combinations(sorted(numbers), 2):
            shared[pair] += 1
    rows = [(count / max(1, min(len(grams[a]), len(grams[b]))), a, b) for (a, b), count in shared.items()]
    return sorted((row for row in rows if row[0] >= 0.02), reverse=True)


def main() -> int:
    texts = {number: text_of(blurb) for number, blurb in read_corpus(sorted(CORPUS.glob("*.txt")))}
    rows = overlaps(texts)
    too_near = [row for row in rows if row[0] >= MAX_OVERLAP]
    for share, a, b in rows[:20]:
        print(f"{share:.3f}  {a}  {b}")
    n_words = sum(len(text.split()) for text in texts.values())
    print(f"{len(texts)} blurbs, {n_words:,} words; {len(too_near)} pairs share {MAX_OVERLAP:.0%} or more of their 5-grams")
    return 1 if too_near else 0


if __name__ == "__main__":
    sys.exit(main())
