"""Accuracy does not fall: the floors beside each gold hold."""

from pathlib import Path

import pytest

from briefex.evaluation import Options, evaluate_gold

GOLD = Path(__file__).parents[2] / "data" / "gold"


@pytest.mark.parametrize("name", [p.parent.name for p in sorted(GOLD.glob("*/floors.toml"))] or ["seed"])
def test_no_figure_is_below_its_floor(name):
    path = GOLD / name if (GOLD / name).is_dir() else GOLD / f"{name}.jsonl"

    assert evaluate_gold(path, Options())
