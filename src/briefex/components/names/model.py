"""The shipped network: a folder of weights, vocabulary and settings, loaded once and asked for spans.

Each window is run by itself, unpadded and on one thread, so the answer for a text cannot depend on what else is in the
batch, on the order or on the machine's cores.
"""

import hashlib
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from briefex.components.names.consistency import consistent
from briefex.components.names.decode import LABELS, Floats, Found, spans, viterbi
from briefex.components.names.words import CASINGS, LINES, Window, Word, split_words, windows
from briefex.errors import ModelError

Ints = npt.NDArray[np.int64]

MODELS = Path(__file__).parents[2] / "models"
DEFAULT = "names_v1"
FORMAT = 1
CACHE_WORDS = 50_000  # words whose pieces are remembered; about 30 MB at most
MAX_PIECES = 8  # pieces kept of one word


class NameModel:
    """A tagger of names.

    Args:
        folder: a model folder with `config.json`, `model.onnx`, `vocab.txt` and `sha256.json`; or the name of a shipped
            one.

    Raises:
        ModelError: the folder is missing, damaged or of another format.

    """

    def __init__(self, folder: str | Path = DEFAULT) -> None:
        self.folder = _find(folder)
        self.config = _checked_config(self.folder)
        self._pieces = Pieces(self.folder / "vocab.txt")
        self._session: Any = _session(self.folder / "model.onnx")
        self._transitions = np.asarray(self.config["transitions"], np.float32)
        self._start = np.asarray(self.config["start"], np.float32)
        self.version = str(self.config["version"])

    def find(self, texts: Sequence[str]) -> Iterator[tuple[Found, ...]]:
        """The spans of each text, in order, never overlapping."""
        for text in texts:
            words = split_words(text)
            yield consistent(text, tuple(self._found(words, self.scores(words, text)))) if words else ()

    def scores(self, words: Sequence[Word], text: str) -> Floats:
        """Per-word scores: float32, (words, labels), not normalised; labels are `decode.LABELS`."""
        pieces = [self._pieces.of(text[w.start : w.end]) for w in words]
        cuts = windows(words, [len(p) for p in pieces], text, limit=self.config["window"], overlap=self.config["overlap"])
        scores = np.empty((len(words), len(LABELS)), np.float32)
        for cut in cuts:
            scores[cut.first : cut.last] = self._run(words, pieces, cut)[cut.first - cut.begin : cut.last - cut.begin]
        assert cuts[-1].last == len(words)
        return scores

    def _run(self, words: Sequence[Word], pieces: Sequence[tuple[int, ...]], cut: Window) -> Floats:
        return self.window_scores(network_input(words[cut.begin : cut.end], pieces[cut.begin : cut.end]))

    def window_scores(self, window: "NetworkInput") -> Floats:
        """The network's scores for one window: float32, (words, labels)."""
        feed = {"ids": window.ids, "shapes": window.shapes, "lines": window.lines, "first": window.first}
        (scores,) = self._session.run(None, feed)
        return scores  # type: ignore[no-any-return]

    def _found(self, words: Sequence[Word], scores: Floats) -> Iterator[Found]:
        (path,) = viterbi([scores], self._transitions, self._start)
        certainty = self._certainty(scores, path)
        a, b = self.config["calibration"]
        for begin, end, tag in spans(path):
            raw = float(certainty[begin : end + 1].min())  # the word after too: that the span ends is part of being right
            yield Found(words[begin].start, words[end - 1].end, tag, calibrated(raw, a, b))

    def _certainty(self, scores: Floats, path: Ints) -> Floats:
        """How probable each word's label is, given the best labels of its neighbours: float32, (words,)."""
        given = scores.copy()
        given[0] += self._start
        given[1:] += self._transitions[path[:-1]]
        given[:-1] += self._transitions.T[path[1:]]
        exponents = np.exp(given - given.max(axis=1, keepdims=True))
        return (exponents[np.arange(len(path)), path] / exponents.sum(axis=1)).astype(np.float32)  # type: ignore[no-any-return]


def calibrated(raw: float, a: float, b: float) -> float:
    """A raw score as a probability by a logistic curve fitted on the development gold; four decimals."""
    raw = min(max(raw, 1e-6), 1 - 1e-6)
    return round(1 / (1 + math.exp(-(a * math.log(raw / (1 - raw)) + b))), 4)


@dataclass(frozen=True, slots=True)
class NetworkInput:
    """One window as the network reads it, framed by [CLS] and [SEP]: piece ids, shape ids and line ids, each int64 (pieces,),
    and where each word's first piece stands, int64 (words,).
    """

    ids: Ints
    shapes: Ints
    lines: Ints
    first: Ints


def network_input(words: Sequence[Word], pieces: Sequence[tuple[int, ...]]) -> NetworkInput:
    """The network's input for a window of words with their pieces."""
    ids, shapes, lines, first = [Pieces.CLS], [0], [0], []
    for word, parts in zip(words, pieces, strict=True):
        first.append(len(ids))
        ids.extend(parts)
        shapes.append(1 + word.casing)
        lines.append(1 + word.line)
        rest = len(parts) - 1
        shapes.extend([1 + len(CASINGS) + word.casing] * rest)
        lines.extend([0] * rest)
    ids.append(Pieces.SEP)
    shapes.append(0)
    lines.append(0)
    return NetworkInput(*(np.array(values, np.int64) for values in (ids, shapes, lines, first)))


N_SHAPES = 1 + 2 * len(CASINGS)
N_LINES = 1 + len(LINES)


class Pieces:
    """Words to ids of word pieces, remembered up to a bound."""

    CLS, SEP, UNKNOWN = 101, 102, 100

    def __init__(self, vocabulary: Path) -> None:
        from tokenizers import BertWordPieceTokenizer

        self._tokenizer = BertWordPieceTokenizer(str(vocabulary), lowercase=True)
        self._cache: dict[str, tuple[int, ...]] = {}

    def of(self, word: str) -> tuple[int, ...]:
        """The pieces of one word, at least one and at most `MAX_PIECES`."""
        found = self._cache.get(word)
        if found is None:
            ids = self._tokenizer.encode(word, add_special_tokens=False).ids
            found = tuple(ids[:MAX_PIECES]) or (self.UNKNOWN,)
            if len(self._cache) >= CACHE_WORDS:
                self._cache.clear()
            self._cache[word] = found
        return found


def _find(folder: str | Path) -> Path:
    for path in (MODELS / folder, Path(folder)):
        if (path / "config.json").is_file():
            return path
    shipped = ", ".join(sorted(p.name for p in MODELS.iterdir() if p.is_dir() and not p.name.startswith("_")))
    raise ModelError(f'no model "{folder}". Shipped: {shipped or "none"}; or name a folder with a config.json.')


def _checked_config(folder: Path) -> dict[str, Any]:
    """The model's settings, after every file has been checked against its sha256."""
    try:
        digests = json.loads((folder / "sha256.json").read_bytes())
        for name, digest in digests.items():
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != digest:
                raise ModelError(f"{folder / name}: damaged (sha256 differs). Reinstall briefex.")
        config = json.loads((folder / "config.json").read_bytes())
    except (OSError, ValueError) as error:
        raise ModelError(f"{folder}: not a whole model folder ({error}). Reinstall briefex.") from error
    if config.get("format") != FORMAT or tuple(config.get("labels", ())) != LABELS:
        raise ModelError(f"{folder}: made for another version of briefex (format {config.get('format')}, needed {FORMAT}).")
    return config  # type: ignore[no-any-return]


def _session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
