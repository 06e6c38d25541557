"""From marked blurbs to batches of windows."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from briefex.components.names.decode import TAGS
from briefex.components.names.model import NetworkInput, Pieces, network_input
from briefex.components.names.words import Word, split_words, windows
from training.markup import Blurb, spans_of, text_of


@dataclass(frozen=True, slots=True)
class Example(NetworkInput):
    """One window as the network reads it, with a label a word: int64, (words,); they say nothing where it is not marked."""

    labels: np.ndarray
    is_marked: bool = True


def word_labels(words: Sequence[Word], spans: Sequence[tuple[int, int, str]]) -> list[int]:
    """A label a word; a word belongs to the span in which it begins."""
    labels = [0] * len(words)
    k = 0
    opened = -1
    for i, word in enumerate(words):
        while k < len(spans) and spans[k][1] <= word.start:
            k += 1
        if k < len(spans) and spans[k][0] <= word.start < spans[k][1]:
            tag = TAGS.index(spans[k][2])
            labels[i] = 2 * tag + (2 if opened == k else 1)
            opened = k
    return labels


def examples(blurb: Blurb, pieces: Pieces, *, limit: int, overlap: float = 1 / 4) -> Iterator[Example]:
    """The windows of one blurb: at most `limit` pieces, of which each window repeats a share of the one before."""
    text = text_of(blurb)
    words = split_words(text)
    if not words:
        return
    labels = word_labels(words, spans_of(blurb))
    parts = [pieces.of(text[w.start : w.end]) for w in words]
    for cut in windows(words, [len(p) for p in parts], text, limit=limit, overlap=int(limit * overlap)):
        own = labels[cut.begin : cut.end]
        if own[0] and own[0] % 2 == 0:
            own[0] -= 1  # a name cut at the window's border begins here
        window = network_input(words[cut.begin : cut.end], parts[cut.begin : cut.end])
        yield Example(window.ids, window.shapes, window.lines, window.first, np.array(own, np.int64))


def batches(found: list[Example], rng: random.Random, *, max_pieces: int = 2048) -> Iterator[list[Example]]:
    """Examples of like length together, in random order, at most `max_pieces` padded pieces a batch."""
    found = sorted(found, key=lambda e: len(e.ids) + rng.random() * 16)
    groups: list[list[Example]] = [[]]
    for example in found:
        if groups[-1] and max(len(e.ids) for e in (example, *groups[-1])) * (len(groups[-1]) + 1) > max_pieces:
            groups.append([])
        groups[-1].append(example)
    rng.shuffle(groups)
    yield from (group for group in groups if group)


def tensors(batch: Sequence[Example], device: torch.device | None = None) -> dict[str, Tensor]:
    """A padded batch on a device: ids, shapes, lines, mask (batch, pieces); first, labels, words (batch, words)."""
    n_pieces, n_words = max(len(e.ids) for e in batch), max(len(e.first) for e in batch)

    def pad(name: str, width: int) -> Tensor:
        rows = np.zeros((len(batch), width), np.int64)
        for row, example in zip(rows, batch, strict=True):
            values = getattr(example, name)
            row[: len(values)] = values
        return torch.from_numpy(rows)

    lengths = torch.tensor([len(e.ids) for e in batch])
    word_counts = torch.tensor([len(e.first) for e in batch])
    padded = {
        "ids": pad("ids", n_pieces),
        "shapes": pad("shapes", n_pieces),
        "lines": pad("lines", n_pieces),
        "mask": torch.arange(n_pieces)[None, :] < lengths[:, None],
        "first": pad("first", n_words),
        "labels": pad("labels", n_words),
        "words": torch.arange(n_words)[None, :] < word_counts[:, None],
    }
    return {name: values.to(device) for name, values in padded.items()}
