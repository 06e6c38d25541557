"""Shared inputs: the sample blurb, and the default pipeline loaded once."""

import json
from pathlib import Path

import pytest

import briefex
from briefex.extraction import Extraction

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "data" / "raw" / "000_27f84d167af3c5d0.txt"


@pytest.fixture(scope="session")
def sample_gold() -> dict:
    """The sample's hand-made annotation."""
    return json.loads((ROOT / "data" / "gold" / "seed.jsonl").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sample() -> Extraction:
    """What briefex finds in the sample blurb."""
    return briefex.extract(SAMPLE.read_bytes().decode(), published="2025-11-15")
