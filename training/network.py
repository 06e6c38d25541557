"""The networks in PyTorch: a BERT-like encoder with casing and line embeddings added to its input, and a CRF over words.

`Tagger` is the one that is shipped, on MiniLM-L6; `training.teacher` has a larger one.
Shapes: pieces (batch, length); words (batch, words); labels are `briefex.components.names.decode.LABELS`.
"""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from briefex.components.names.decode import FORBIDDEN, LABELS, allowed
from briefex.components.names.model import N_LINES, N_SHAPES

WIDTH, LAYERS, HEADS = 384, 6, 12
DROPPED = 26  # of 256 values, in dropout


@dataclass(frozen=True)
class Size:
    """The measures of an encoder; every one here has twelve heads."""

    width: int
    layers: int
    vocabulary: int
    positions: int
    epsilon: float


class Layer(nn.Module):
    """One encoder layer: attention, then a feed-forward block, each added to its input and normalised after."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        width = size.width
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.up = nn.Linear(width, 4 * width)
        self.down = nn.Linear(4 * width, width)
        self.norm_attention = nn.LayerNorm(width, eps=size.epsilon)
        self.norm_output = nn.LayerNorm(width, eps=size.epsilon)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, width = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)  # no dropout here: it is slow on a CPU
        attended = self.out(attended.transpose(1, 2).reshape(batch, length, width))
        x = self.norm_attention(x + _dropout(attended, on=self.training))
        return self.norm_output(x + _dropout(self.down(F.gelu(self.up(x))), on=self.training))


class Network(nn.Module, ABC):
    """An encoder and its label scores; `loss` is the CRF's negative log-likelihood per word. The word embeddings stay as they are.

    Where `is_mixed`, or in training, the layers count in bfloat16, twice as fast on processors that have it.
    """

    is_mixed: ClassVar[bool] = False

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.word = nn.Embedding(size.vocabulary, size.width)
        self.position = nn.Embedding(size.positions, size.width)
        self.shape = nn.Embedding(N_SHAPES, size.width)
        self.line = nn.Embedding(N_LINES, size.width)
        self.norm = nn.LayerNorm(size.width, eps=size.epsilon)
        self.layers = nn.ModuleList(Layer(size) for _ in range(size.layers))
        self.head = nn.Linear(size.width, len(LABELS))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.start = nn.Parameter(torch.zeros(len(LABELS)))
        self.register_buffer("allowed", torch.from_numpy(allowed()))
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.line.weight)
        self.word.weight.requires_grad_(False)

    @property
    def device(self) -> torch.device:
        """Where the weights are."""
        return self.start.device

    @abstractmethod
    def load_base(self, path: Path) -> None:
        """Take over the weights of an encoder of the same size."""

    def embedded(self, ids: Tensor) -> Tensor:
        """Pieces with their places: (batch, length, width)."""
        return self.word(ids) + self.position(torch.arange(ids.shape[1], device=ids.device))  # type: ignore[no-any-return]

    def attention(self, mask: Tensor | None, length: int) -> Tensor | None:
        """What is added to the attention scores, or which pieces may be attended to; broadcast to (batch, heads, length, length)."""
        return None if mask is None else mask[:, None, None, :]

    def forward(self, ids: Tensor, shapes: Tensor, lines: Tensor, first: Tensor, mask: Tensor | None = None) -> Tensor:
        """Label scores (batch, words, labels); `mask` (batch, length) is true on real pieces."""
        x = _dropout(self.norm(self.embedded(ids) + self.shape(shapes) + self.line(lines)), on=self.training)
        attention = self.attention(mask, ids.shape[1])
        with torch.autocast(ids.device.type, torch.bfloat16, enabled=self.training or self.is_mixed):
            for layer in self.layers:
                x = layer(x, attention)
        words = x.float().gather(1, first[:, :, None].expand(-1, -1, x.shape[-1]))
        return self.head(_dropout(words, on=self.training))  # type: ignore[no-any-return]

    def masked_transitions(self) -> tuple[Tensor, Tensor]:
        """Transition and start scores with what is forbidden at a large negative score."""
        forbidden = torch.full_like(self.transitions, float(FORBIDDEN))
        transitions = torch.where(self.allowed, self.transitions, forbidden)
        inside = torch.zeros(len(LABELS), dtype=torch.bool, device=self.start.device)
        inside[2::2] = True
        return transitions, torch.where(inside, forbidden[0], self.start)

    def loss(self, scores: Tensor, labels: Tensor, words: Tensor) -> Tensor:
        """Mean negative log-likelihood a word; `words` (batch, words) is true on real words, of which the first always is."""
        transitions, start = self.masked_transitions()
        total = scores[:, 0] + start
        rows = torch.arange(len(labels), device=labels.device)
        path = total[rows, labels[:, 0]]
        for t in range(1, scores.shape[1]):
            step = torch.logsumexp(total[:, :, None] + transitions, dim=1) + scores[:, t]
            on = words[:, t]
            total = torch.where(on[:, None], step, total)
            gain = transitions[labels[:, t - 1], labels[:, t]] + scores[rows, t, labels[:, t]]
            path = path + torch.where(on, gain, torch.zeros_like(gain))
        return (torch.logsumexp(total, dim=1) - path).sum() / words.sum()


class Tagger(Network):
    """The shipped network: MiniLM-L6."""

    def __init__(self) -> None:
        super().__init__(Size(WIDTH, LAYERS, vocabulary=30522, positions=512, epsilon=1e-12))

    def load_base(self, path: Path) -> None:
        """Take over the weights of a BERT-like encoder of the same size."""
        base = load_file(str(path))
        with torch.no_grad():
            self.word.weight.copy_(base["embeddings.word_embeddings.weight"])
            self.position.weight.copy_(base["embeddings.position_embeddings.weight"] + base["embeddings.token_type_embeddings.weight"][0])
            names = {"qkv": "attention.self.", "out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm"}
            copy_layers(self, base, names, ("query", "key", "value"))


def copy_layers(network: Network, base: dict[str, Tensor], names: dict[str, str], parts: tuple[str, str, str]) -> None:
    """Take over an encoder's layers.

    Args:
        network: whose layers are written.
        base: the encoder's weights by name.
        names: what the encoder calls its maps of queries, keys and values together (a prefix), `out` and `norm_attention`.
        parts: what it calls queries, keys and values.

    """
    _copy(network.norm, base, "embeddings.LayerNorm")
    names = {**names, "up": "intermediate.dense", "down": "output.dense", "norm_output": "output.LayerNorm"}
    for i, layer in enumerate(network.layers):
        at = f"encoder.layer.{i}."
        for kind in ("weight", "bias"):
            getattr(layer.qkv, kind).copy_(torch.cat([base[f"{at}{names['qkv']}{part}.{kind}"] for part in parts]))
        for own, theirs in names.items():
            if own != "qkv":
                _copy(getattr(layer, own), base, at + theirs)


def _dropout(x: Tensor, *, on: bool) -> Tensor:
    """Dropout of one value in ten, by one random byte a value, which is fast on a CPU."""
    if not on:
        return x
    words = torch.empty(-(-x.numel() // 8), dtype=torch.int64, device=x.device).random_(-(2**63), None)
    kept = (words.view(torch.uint8)[: x.numel()] >= DROPPED).view_as(x)
    return x * (kept.to(x.dtype) * (256 / (256 - DROPPED)))


def _copy(module: nn.Module, base: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(base[f"{name}.weight"])  # type: ignore[operator,union-attr]
    module.bias.copy_(base[f"{name}.bias"])  # type: ignore[operator,union-attr]
