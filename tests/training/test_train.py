"""Training goes on where it was interrupted, and a network learns from a larger one."""

from pathlib import Path

import pytest

from briefex.components.names.decode import LABELS
from briefex.components.names.model import Pieces

torch = pytest.importorskip("torch", reason="needs the extra `training`")

from training.__main__ import CORPUS  # noqa: E402 - they import torch
from training.base import base_file  # noqa: E402
from training.data import examples, tensors  # noqa: E402
from training.markup import read_corpus  # noqa: E402
from training.network import Tagger  # noqa: E402
from training.teacher import Teacher, buckets  # noqa: E402
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


def test_a_teacher_answers_for_every_word_of_the_shipped_networks_windows(vocabulary: Path):
    pieces = Pieces(vocabulary)
    windows = [window for blurb in blurbs_of(1, 2) for window in examples(blurb, pieces, limit=160)]
    t = tensors(windows)

    scores = Teacher().eval()(t["ids"], t["shapes"], t["lines"], t["first"], t["mask"])

    assert scores.shape == (len(windows), max(len(window.labels) for window in windows), len(LABELS))


def test_a_teacher_tells_near_distances_apart_and_ahead_from_behind():
    groups = buckets(300)

    assert groups[0, :9].tolist() == [0, 17, 18, 19, 20, 21, 22, 23, 24]
    assert groups[8, :9].tolist() == [8, 7, 6, 5, 4, 3, 2, 1, 0]
    assert groups[0, 299] == 31
    assert groups[299, 0] == groups[299, 100] == 15
