"""A training that was interrupted ends with the same weights."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the extra `training`")

from training.__main__ import CORPUS, base_file  # noqa: E402 - they import torch
from training.markup import read_corpus  # noqa: E402
from training.train import Settings, train  # noqa: E402


def test_an_interrupted_training_ends_with_the_same_weights(tmp_path: Path):
    blurbs = [blurb for _, blurb in read_corpus(sorted(CORPUS.glob("*.txt"))[:2])][:3]
    files = base_file("model.safetensors"), base_file("vocab.txt")
    settings, kept = Settings(epochs=2), tmp_path / "state.safetensors"
    whole = train(blurbs, *files, settings, []).state_dict()

    def interrupt(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(blurbs, *files, settings, [], kept=kept, report=interrupt)
    resumed = train(blurbs, *files, settings, [], kept=kept).state_dict()

    assert all(torch.equal(whole[name], resumed[name]) for name in whole)


def test_the_state_of_another_run_is_refused(tmp_path: Path):
    blurbs = [blurb for _, blurb in read_corpus(sorted(CORPUS.glob("*.txt"))[:1])][:2]
    files, kept = (base_file("model.safetensors"), base_file("vocab.txt")), tmp_path / "state.safetensors"
    train(blurbs[:1], *files, Settings(epochs=1), [], kept=kept)

    with pytest.raises(ValueError, match="another corpus or other settings"):
        train(blurbs, *files, Settings(epochs=1), [], kept=kept)
