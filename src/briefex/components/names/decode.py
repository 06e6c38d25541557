"""From per-word scores to spans: the best sequence of labels that begins, continues and ends names properly."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Found:
    """A span the network found: characters, tag (of `TAGS`) and the probability that both are right."""

    start: int
    end: int
    tag: str
    score: float


TAGS = ("PERSON", "ORGANISATION", "INITIATIVE", "POSITION", "DATE", "VENUE")
LABELS = ("O", *(f"{prefix}-{tag}" for tag in TAGS for prefix in "BI"))
"""O, then begin and inside of each tag: an inside label is odd-numbered plus one."""

FORBIDDEN = np.float32(-1e4)


def allowed() -> npt.NDArray[np.bool_]:
    """Which label may follow which: (labels, labels), row before column; inside follows only begin or inside of its tag."""
    n = len(LABELS)
    table = np.ones((n, n), bool)
    for inside in range(2, n, 2):
        table[:, inside] = False
        table[inside - 1, inside] = table[inside, inside] = True
    return table


def viterbi(emissions: Sequence[Floats], transitions: Floats, start: Floats) -> list[npt.NDArray[np.int64]]:
    """The best label sequence for each text.

    Only sums and maxima are taken, so the result does not depend on which texts are decoded together.

    Args:
        emissions: float32, (words, labels) for each text; at least one word each.
        transitions: float32, (labels, labels), row before column, forbidden pairs at `FORBIDDEN`.
        start: float32, (labels,), the score of beginning with a label.

    Returns:
        For each text int64, (words,), indices into `LABELS`.

    """
    if not emissions:
        return []
    order = sorted(range(len(emissions)), key=lambda i: -len(emissions[i]))
    lengths = [len(emissions[i]) for i in order]
    n = emissions[0].shape[1]
    padded = np.zeros((lengths[0], len(order), n), np.float32)
    for column, i in enumerate(order):
        padded[: lengths[column], column] = emissions[i]
    back = np.zeros((lengths[0], len(order), n), np.int64)
    score = padded[0] + start
    final = np.empty_like(score)
    active = len(order)
    by_next = np.ascontiguousarray(transitions.T)  # (next, before), so that the maximum runs over contiguous memory
    for t in range(1, lengths[0] + 1):
        while active and lengths[active - 1] == t:
            active -= 1
            final[active] = score[active]
        if not active:
            break
        candidates = score[:active, None, :] + by_next
        best = candidates.argmax(axis=2)
        back[t, :active] = best
        score = candidates.max(axis=2) + padded[t, :active]
    results: list[npt.NDArray[np.int64]] = [np.empty(0, np.int64)] * len(order)
    for column, i in enumerate(order):
        path = np.empty(lengths[column], np.int64)
        label = int(final[column].argmax())
        for t in range(lengths[column] - 1, -1, -1):
            path[t] = label
            label = int(back[t, column, label])
        results[i] = path
    return results


def spans(path: npt.NDArray[np.int64]) -> list[tuple[int, int, str]]:
    """The tagged spans of a label sequence: first word, word after, tag."""
    found = []
    begin = -1
    for i, label in enumerate([*path.tolist(), 0]):
        if begin >= 0 and not (label and label % 2 == 0):
            found.append((begin, i, TAGS[(int(path[begin]) - 1) // 2]))
            begin = -1
        if label % 2 == 1:
            begin = i
    return found
