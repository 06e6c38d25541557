"""Make scores probabilities: fit the logistic curves of names and of affiliations on the development gold.

python -m training.calibrate [MODEL_FOLDER] [GOLD]    # affiliations only with the shipped model
"""

import json
import math
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np

import briefex
from briefex.components.names.model import MODELS, NameModel
from briefex.components.people import confidence
from briefex.gold import read_gold
from briefex.records import NAME_LABELS
from briefex.scoring.compare import compare
from briefex.stages.annotate import annotations_of
from training.export import write_digests

GOLD = Path(__file__).parents[1] / "data" / "gold" / "dev"
SHIPPED = MODELS / "names_v1"
STEPS, RIDGE = 50, 1e-3


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


def rows_and_truth(gold: Path) -> tuple[list[str], np.ndarray, np.ndarray]:
    """For every affiliation found in the gold's texts its rule, the logit of its raw score, and whether it is right."""
    rules: list[str] = []
    logits, truth = [], []
    records = read_gold(gold).records
    nlp = briefex.load()
    for record in records:
        doc = nlp.make_doc(record.document.text)
        doc._.briefex_reference = record.document.reference_date
        found = annotations_of(record.document, nlp(doc))
        for rule in sorted({row.origin for row in found.affiliations}):
            rows = tuple(row for row in found.affiliations if row.origin == rule)
            for kind, score, right in compare(record, replace(found, affiliations=rows)).scored:
                if kind == "affiliations":
                    rules.append(rule)
                    logits.append(confidence.logit(score))
                    truth.append(right)
    return rules, np.array(logits), np.array(truth, float)


def fit(x: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """The weights of a logistic curve with the greatest likelihood, by Newton's method with shortened steps.

    Args:
        x: what is known, (findings, weights).
        truth: 1 where a finding is right, (findings,).

    """

    def loss(weights: np.ndarray) -> float:
        z = x @ weights
        return float(np.sum(np.logaddexp(0, z) - truth * z))

    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ weights, -30, 30)))
        hessian = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(len(weights))
        step = np.linalg.solve(hessian, x.T @ (truth - p))
        while loss(weights + step) > loss(weights) and np.abs(step).max() > 1e-6:
            step = step / 2
        weights = weights + step
    return weights.round(4)


def calibrate_names(folder: Path, gold: Path) -> None:
    """Write the model's slope and offset to its config."""
    logits, truth = logits_and_truth(NameModel(folder), gold)
    slope, offset = fit(np.stack([logits, np.ones_like(logits)], axis=1), truth)
    config = json.loads((folder / "config.json").read_text())
    config["calibration"] = [float(slope), float(offset)]
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    write_digests(folder)
    print(f"names: slope {slope}, offset {offset}")


def calibrate_affiliations(gold: Path) -> None:
    """Write the slope and the rules' offsets to the people component's `confidence.json`."""
    path = Path(confidence.__file__).with_name(confidence.FILE)

    def write(slope: float, offsets: dict[str, float]) -> None:
        path.write_text(json.dumps({"slope": slope, "rules": offsets}, indent=1) + "\n")
        confidence.curve.cache_clear()

    write(1.0, {})
    rules, logits, truth = rows_and_truth(gold)
    names = sorted(set(rules))
    x = np.stack([logits, *(np.array([rule == name for rule in rules], float) for name in names)], axis=1)
    slope, *offsets = (float(w) for w in fit(x, truth))
    if slope < 0:  # the names' scores say nothing of these rows: the rules alone do
        slope, offsets = 0.0, [float(w) for w in fit(x[:, 1:], truth)]
    write(slope, dict(zip(names, offsets, strict=True)))
    print(f"affiliations: slope {slope}, offsets {confidence.curve().rules}")


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED
    gold = Path(sys.argv[2]) if len(sys.argv) > 2 else GOLD
    calibrate_names(folder, gold)
    if folder == SHIPPED:
        calibrate_affiliations(gold)


if __name__ == "__main__":
    main()
