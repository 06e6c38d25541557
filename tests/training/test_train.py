"""Training goes on where it was interrupted, and a network learns from a larger one."""

from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the extra `training`")

from training.__main__ import CORPUS  # noqa: E402 - they import torch
from training.base import base_file  # noqa: E402
from training.markup import read_corpus  # noqa: E402
from training.network import Tagger  # noqa: E402
from training.train import Settings, train  # noqa: E402


@pytest.fixture
def vocabulary() -> Path:
    return base_file("vocab.txt")


def fresh() -> Tagger:
    torch.manual_seed(1)
    network = Tagger()
    network.load_base(base_file("model.safetensors"))
    return network


def blurbs_of(n_files: int, n_blurbs: int):
    return [blurb for _, blurb in read_corpus(sorted(CORPUS.glob("*.txt"))[:n_files])][:n_blurbs]


def test_an_interrupted_training_ends_with_the_same_weights(tmp_path: Path, vocabulary: Path):
    blurbs, settings, kept = blurbs_of(2, 3), Settings(epochs=2), tmp_path / "state.safetensors"
    whole, interrupted, resumed = fresh(), fresh(), fresh()
    train(whole, blurbs, vocabulary, settings, [])

    def interrupt(_: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(interrupted, blurbs, vocabulary, settings, [], kept=kept, report=interrupt)
    train(resumed, blurbs, vocabulary, settings, [], kept=kept)

    assert all(torch.equal(value, resumed.state_dict()[name]) for name, value in whole.state_dict().items())


def test_the_state_of_another_run_is_refused(tmp_path: Path, vocabulary: Path):
    blurbs, kept = blurbs_of(1, 2), tmp_path / "state.safetensors"
    train(fresh(), blurbs[:1], vocabulary, Settings(epochs=1), [], kept=kept)

    with pytest.raises(ValueError, match="another corpus or other settings"):
        train(fresh(), blurbs, vocabulary, Settings(epochs=1), [], kept=kept)


def test_a_network_learns_what_its_teacher_says(vocabulary: Path):
    blurbs, taught, alone, teacher = blurbs_of(1, 2), fresh(), fresh(), fresh()
    with torch.no_grad():
        teacher.head.bias[0] += 5.0  # it finds fewer names
    settings = Settings(epochs=2, share=20.0)
    train(alone, blurbs, vocabulary, settings, [])
    train(taught, blurbs, vocabulary, settings, [], teacher=teacher.eval())

    assert taught.head.bias[0] > alone.head.bias[0]
