"""The network in PyTorch: MiniLM-L6 with casing and line embeddings added to its input, and a CRF over words.

Shapes: pieces (batch, length); words (batch, words); labels are `briefex.components.names.decode.LABELS`.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as F

from briefex.components.names.decode import FORBIDDEN, LABELS, allowed
from briefex.components.names.model import N_LINES, N_SHAPES

WIDTH, LAYERS, HEADS, INNER, POSITIONS = 384, 6, 12, 1536, 512
DROPPED = 26  # of 256 values, in dropout


class Layer(nn.Module):
    """One encoder layer: attention, then a feed-forward block, each added to its input and normalised after."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm_output = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)  # no dropout here: it is slow on a CPU
        attended = self.out(attended.transpose(1, 2).reshape(batch, length, WIDTH))
        x = self.norm_attention(x + _dropout(attended, on=self.training))
        return self.norm_output(x + _dropout(self.down(F.gelu(self.up(x))), on=self.training))


class Tagger(nn.Module):
    """The encoder and the label scores; `loss` is the CRF's negative log-likelihood per word."""

    def __init__(self) -> None:
        super().__init__()
        self.word = nn.Embedding(30522, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.shape = nn.Embedding(N_SHAPES, WIDTH)
        self.line = nn.Embedding(N_LINES, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, len(LABELS))
        self.transitions = nn.Parameter(torch.zeros(len(LABELS), len(LABELS)))
        self.start = nn.Parameter(torch.zeros(len(LABELS)))
        self.register_buffer("allowed", torch.from_numpy(allowed()))
        nn.init.zeros_(self.shape.weight)
        nn.init.zeros_(self.line.weight)
        self.word.weight.requires_grad_(False)

    def load_base(self, path: Path) -> None:
        """Take over the weights of a BERT-like encoder of the same size."""
        base = load_file(str(path))
        with torch.no_grad():
            self.word.weight.copy_(base["embeddings.word_embeddings.weight"])
            self.position.weight.copy_(base["embeddings.position_embeddings.weight"] + base["embeddings.token_type_embeddings.weight"][0])
            _copy(self.norm, base, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}"
                for kind in ("weight", "bias"):
                    parts = [base[f"{at}.attention.self.{name}.{kind}"] for name in ("query", "key", "value")]
                    getattr(layer.qkv, kind).copy_(torch.cat(parts))
                _copy(layer.out, base, f"{at}.attention.output.dense")
                _copy(layer.norm_attention, base, f"{at}.attention.output.LayerNorm")
                _copy(layer.up, base, f"{at}.intermediate.dense")
                _copy(layer.down, base, f"{at}.output.dense")
                _copy(layer.norm_output, base, f"{at}.output.LayerNorm")

    def forward(self, ids: Tensor, shapes: Tensor, lines: Tensor, first: Tensor, mask: Tensor | None = None) -> Tensor:
        """Label scores (batch, words, labels); `mask` (batch, length) is true on real pieces."""
        positions = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(positions) + self.shape(shapes) + self.line(lines)
        x = _dropout(self.norm(x), on=self.training)
        attention = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            x = layer(x, attention)
        words = x.gather(1, first[:, :, None].expand(-1, -1, WIDTH))
        return self.head(_dropout(words, on=self.training))  # type: ignore[no-any-return]

    def masked_transitions(self) -> tuple[Tensor, Tensor]:
        """Transition and start scores with what is forbidden at a large negative score."""
        forbidden = torch.full_like(self.transitions, float(FORBIDDEN))
        transitions = torch.where(self.allowed, self.transitions, forbidden)
        inside = torch.zeros(len(LABELS), dtype=torch.bool)
        inside[2::2] = True
        return transitions, torch.where(inside, forbidden[0], self.start)

    def loss(self, scores: Tensor, labels: Tensor, words: Tensor) -> Tensor:
        """Mean negative log-likelihood a word; `words` (batch, words) is true on real words, of which the first always is."""
        transitions, start = self.masked_transitions()
        total = scores[:, 0] + start
        rows = torch.arange(len(labels))
        path = total[rows, labels[:, 0]]
        for t in range(1, scores.shape[1]):
            step = torch.logsumexp(total[:, :, None] + transitions, dim=1) + scores[:, t]
            on = words[:, t]
            total = torch.where(on[:, None], step, total)
            gain = transitions[labels[:, t - 1], labels[:, t]] + scores[rows, t, labels[:, t]]
            path = path + torch.where(on, gain, torch.zeros_like(gain))
        return (torch.logsumexp(total, dim=1) - path).sum() / words.sum()


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
