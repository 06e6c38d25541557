"""Make scores probabilities: fit the two numbers of the model's logistic curve on the development gold.

python -m training.calibrate [MODEL_FOLDER] [GOLD]
"""

import json
import math
import sys
from pathlib import Path

import numpy as np

from briefex.components.names.model import MODELS, NameModel
from briefex.gold import read_gold
from briefex.records import NAME_LABELS
from training.export import write_digests

GOLD = Path(__file__).parents[1] / "data" / "gold" / "dev"
STEPS = 50


def logits_and_truth(model: NameModel, gold: Path) -> tuple[np.ndarray, np.ndarray]:
    """For every name found in the gold's texts the logit of its raw score, and whether it is right."""
    model.config["calibration"] = [1.0, 0.0]
    logits, truth = [], []
    for record in read_gold(gold).records:
        wanted = {(m.start, m.end, m.label) for m in record.mentions}
        for found in next(iter(model.find([record.document.text]))):
            if found.tag in NAME_LABELS:
                score = min(max(found.score, 1e-4), 1 - 1e-4)
                logits.append(math.log(score / (1 - score)))
                truth.append((found.start, found.end, found.tag) in wanted)
    return np.array(logits), np.array(truth, float)


def fit(logits: np.ndarray, truth: np.ndarray) -> tuple[float, float]:
    """The curve's slope and offset with the greatest likelihood, by Newton's method with shortened steps."""
    x = np.stack([logits, np.ones_like(logits)], axis=1)

    def loss(weights: np.ndarray) -> float:
        z = x @ weights
        return float(np.sum(np.logaddexp(0, z) - truth * z))

    weights = np.array([0.5, 0.0])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(2)
        step = np.linalg.solve(hessian, x.T @ (truth - p))
        while loss(weights + step) > loss(weights) and np.abs(step).max() > 1e-6:
            step = step / 2
        weights = weights + step
    return round(float(weights[0]), 4), round(float(weights[1]), 4)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else MODELS / "names_v1"
    gold = Path(sys.argv[2]) if len(sys.argv) > 2 else GOLD
    slope, offset = fit(*logits_and_truth(NameModel(folder), gold))
    config = json.loads((folder / "config.json").read_text())
    config["calibration"] = [slope, offset]
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    write_digests(folder)
    print(f"slope {slope}, offset {offset}")


if __name__ == "__main__":
    main()
