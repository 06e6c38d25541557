"""Does the exported int8 model say what the float model says? Measured at the end of training, and kept beside the weights.

python -m training.parity FLOAT.safetensors MODEL_FOLDER      # measures again
"""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from briefex.components.names.decode import spans, viterbi
from briefex.components.names.model import NameModel, Pieces
from training.markup import Blurb, read_corpus

if TYPE_CHECKING:
    from training.network import Tagger

MIN_EQUAL_LABELS = 0.995
MAX_F1_LOSS = 0.003
CORPUS = Path(__file__).parent / "corpus"


def parity(model: "Tagger", folder: Path, blurbs: list[Blurb]) -> dict[str, float]:
    """Share of words with equal labels, and exact F1 of both models on the same windows of blurbs."""
    from training.data import examples  # torch is needed to measure, not to read what was measured
    from training.train import emissions

    model.eval()
    quantised = NameModel(folder)
    pieces = Pieces(folder / "vocab.txt")
    transitions, start = (t.detach().numpy() for t in model.masked_transitions())
    equal = total = 0
    right, counted = [0, 0], [0, 0]
    for blurb in blurbs:
        for example in examples(blurb, pieces, limit=quantised.config["window"]):
            paths = [viterbi([scores], transitions, start)[0] for scores in (emissions(model, example), quantised.window_scores(example))]
            equal += int(np.sum(paths[0] == paths[1]))
            total += len(paths[0])
            wanted = set(spans(example.labels))
            for side, path in enumerate(paths):
                found = set(spans(path))
                right[side] += 2 * len(found & wanted)
                counted[side] += len(found) + len(wanted)
    f1 = [r / n for r, n in zip(right, counted, strict=True)]
    return {"equal_labels": round(equal / total, 5), "f1_float": round(f1[0], 5), "f1_int8": round(f1[1], 5), "words": total}


def write(folder: Path, found: dict[str, float]) -> None:
    """Keep what was measured beside the weights."""
    (folder / "parity.json").write_text(json.dumps(found, indent=1) + "\n")


def check(found: dict[str, float]) -> None:
    """Raise unless the models agree as closely as the card promises."""
    if found["equal_labels"] < MIN_EQUAL_LABELS or found["f1_float"] - found["f1_int8"] > MAX_F1_LOSS:
        raise SystemExit(f"the exported model differs too much from the float model: {found}")


def main() -> None:
    from safetensors.torch import load_file

    from training.network import Tagger

    weights, folder = Path(sys.argv[1]), Path(sys.argv[2])
    model = Tagger()
    model.load_state_dict(load_file(str(weights)))
    found = parity(model, folder, [blurb for _, blurb in read_corpus(sorted(CORPUS.glob("*.txt")))][::20])
    write(folder, found)
    print(found)
    check(found)


if __name__ == "__main__":
    main()
