"""How sure a row is: the weakest score of the names it rests on, and how often the rule that joined them was right.

`confidence.json` holds a slope for the names' score and an offset for each rule, fitted on the development gold by
`python -m training.calibrate`.
"""

import json
import math
from functools import cache
from importlib.resources import files
from typing import NamedTuple

FILE = "confidence.json"
CLIPPED = 1e-3


class Curve(NamedTuple):
    """The logistic curve of a row's score: `slope` times the logit of the weakest name's score, plus the offset of its rule."""

    slope: float
    rules: dict[str, float]


@cache
def curve() -> Curve:
    """The curve that ships with the package."""
    return Curve(**json.loads((files(__package__) / FILE).read_text(encoding="utf-8")))


def logit(score: float) -> float:
    """The logit of a score, which is kept off 0 and 1."""
    score = min(max(score, CLIPPED), 1 - CLIPPED)
    return math.log(score / (1 - score))


def confidence(weakest: float, rule: str) -> float:
    """The probability that a row is right, four decimals; a rule without an offset has the lowest."""
    slope, rules = curve()
    z = slope * logit(weakest) + rules.get(rule, min(rules.values(), default=0.0))
    return round(1 / (1 + math.exp(-z)), 4)
