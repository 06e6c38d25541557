"""Write a trained tagger as a model folder: a hand-built ONNX graph with static 7-bit weights and calibrated 8-bit inputs.

Activation ranges are measured once on calibration windows and fixed, so a text's result does not depend on its
neighbours; weights use 7 of 8 bits, so that products cannot saturate on processors without VNNI.
"""

import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from briefex.components.names.decode import LABELS
from briefex.components.names.model import FORMAT
from training.data import Example, tensors
from training.network import HEADS, LAYERS, WIDTH, Tagger

MICROSOFT = "com.microsoft"
# Of 0.2, 0.25, 0.3, with version 1.3.0: equal labels 0.9987, 0.9986, 0.9975, loss of F1 0.21, 0.36, 0.51 points.
SMOOTHING = 0.2
WEIGHT_LEVELS = 63
CUTS = tuple(share / 100 for share in range(60, 101, 4))  # shares of the largest weight that are tried as the largest level


Ranges = dict[str, tuple[np.ndarray, np.ndarray]]
"""By linear map: the lowest and highest value of each input channel."""


def activation_ranges(model: Tagger, calibration: Iterable[Example]) -> Ranges:
    """Lowest and highest input of each channel of each linear map over the calibration windows."""
    ranges: Ranges = {}

    def watch(name: str) -> Any:
        def hook(_: object, inputs: tuple[torch.Tensor, ...]) -> None:
            x = inputs[0].reshape(-1, inputs[0].shape[-1])
            low, high = x.min(dim=0).values.numpy(), x.max(dim=0).values.numpy()
            before = ranges.get(name, (np.zeros_like(low), np.zeros_like(high)))
            ranges[name] = (np.minimum(low, before[0]), np.maximum(high, before[1]))

        return hook

    linears = {name: module for name, module in model.named_modules() if isinstance(module, torch.nn.Linear)}
    hooks = [module.register_forward_pre_hook(watch(name)) for name, module in linears.items()]
    model.eval()
    with torch.no_grad():
        for example in calibration:
            t = tensors([example])
            model(t["ids"], t["shapes"], t["lines"], t["first"])
    for hook in hooks:
        hook.remove()
    return ranges


def _best_scales(weight: np.ndarray) -> np.ndarray:
    """The scale of each column with the least squared rounding error: a few large weights are cut so that the many fall closer."""
    widest = np.abs(weight).max(axis=0) / WEIGHT_LEVELS + 1e-12
    errors = []
    for share in CUTS:
        scale = widest * share
        rounded = np.clip(np.round(weight / scale), -WEIGHT_LEVELS, WEIGHT_LEVELS) * scale
        errors.append(((weight - rounded) ** 2).sum(axis=0))
    return widest * np.array(CUTS, np.float32)[np.argmin(errors, axis=0)]


class _Graph:
    """An ONNX graph under construction."""

    def __init__(self, weights: dict[str, np.ndarray], ranges: Ranges | None) -> None:
        self.weights, self.ranges = weights, ranges
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []

    def constant(self, name: str, value: np.ndarray) -> str:
        self.initializers.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output, domain=domain, **attributes))
        return output

    def embedding(self, name: str, ids: str) -> str:
        table = self.weights[f"{name}.weight"]
        if self.ranges is None or table.shape[0] < 100:
            return self.node("Gather", [self.constant(f"{name}.table", table), ids], f"{name}.rows")
        scale = np.abs(table).max(axis=1, keepdims=True) / 127 + 1e-12
        rows = self.node("Gather", [self.constant(f"{name}.table", np.round(table / scale).astype(np.int8)), ids], f"{name}.int8")
        scales = self.node("Gather", [self.constant(f"{name}.scale", scale.astype(np.float32)), ids], f"{name}.scales")
        return self.node("Mul", [self.node("Cast", [rows], f"{name}.float", to=TensorProto.FLOAT), scales], f"{name}.rows")

    def linear(self, name: str, x: str) -> str:
        weight, bias = self.weights[f"{name}.weight"].T, self.constant(f"{name}.bias", self.weights[f"{name}.bias"])
        if self.ranges is None:
            product = self.node("MatMul", [x, self.constant(f"{name}.weight", weight)], f"{name}.product")
            return self.node("Add", [product, bias], f"{name}.out")
        low, high = self.ranges[name]
        # A few channels are ten times as large as the rest; part of that is moved into the weights (SmoothQuant, Xiao et al. 2023),
        # or they would take all 8 bits.
        largest = np.maximum(np.maximum(-low, high), 1e-5)
        smooth = (largest / np.maximum(np.abs(weight).max(axis=1), 1e-5)) ** SMOOTHING
        smooth = (smooth / np.exp(np.mean(np.log(smooth)))).astype(np.float32)
        weight = weight * smooth[:, None]
        x = self.node("Mul", [x, self.constant(f"{name}.smooth", 1 / smooth)], f"{name}.smoothed")
        lowest, highest = float((low / smooth).min()), float((high / smooth).max())
        scale = (highest - lowest) / 255
        x_scale = self.constant(f"{name}.x_scale", np.array(scale, np.float32))
        x_zero = self.constant(f"{name}.x_zero", np.array(np.clip(round(-lowest / scale), 0, 255), np.uint8))
        w_scale = _best_scales(weight)
        levels = np.clip(np.round(weight / w_scale), -WEIGHT_LEVELS, WEIGHT_LEVELS)
        quantised = self.constant(f"{name}.weight", levels.astype(np.int8))
        scales = self.constant(f"{name}.w_scale", w_scale.astype(np.float32))
        zeros = self.constant(f"{name}.w_zero", np.zeros(weight.shape[1], np.int8))
        x8 = self.node("QuantizeLinear", [x, x_scale, x_zero], f"{name}.x8")
        return self.node("MatMulIntegerToFloat", [x8, quantised, x_scale, scales, x_zero, zeros, bias], f"{name}.out", MICROSOFT)

    def norm(self, name: str, x: str) -> str:
        parts = [self.constant(f"{name}.{kind}", self.weights[f"{name}.{kind}"]) for kind in ("weight", "bias")]
        return self.node("LayerNormalization", [x, *parts], f"{name}.out", axis=-1, epsilon=1e-12)

    def layer(self, i: int, x: str) -> str:
        at = f"layers.{i}"
        qkv = self.linear(f"{at}.qkv", x)
        self.nodes.append(helper.make_node("Split", [qkv], [f"{at}.q", f"{at}.k", f"{at}.v"], name=f"{at}.split", axis=-1, num_outputs=3))
        heads = {"num_heads": HEADS, "scale": float((WIDTH // HEADS) ** -0.5)}
        attended = self.node("MultiHeadAttention", [f"{at}.q", f"{at}.k", f"{at}.v"], f"{at}.attended", MICROSOFT, **heads)
        x = self.norm(f"{at}.norm_attention", self.node("Add", [x, self.linear(f"{at}.out", attended)], f"{at}.sum_attention"))
        inner = self.node("Gelu", [self.linear(f"{at}.up", x)], f"{at}.gelu", MICROSOFT)
        return self.norm(f"{at}.norm_output", self.node("Add", [x, self.linear(f"{at}.down", inner)], f"{at}.sum_output"))


def build_graph(model: Tagger, ranges: Ranges | None) -> onnx.ModelProto:
    """The network for one window; with `ranges` quantised, without in float32."""
    weights = {name: value.detach().numpy().astype(np.float32) for name, value in model.state_dict().items() if value.is_floating_point()}
    graph = _Graph(weights, ranges)
    zero, one = graph.constant("zero", np.array(0, np.int64)), graph.constant("one", np.array(1, np.int64))
    length = graph.node("Squeeze", [graph.node("Shape", ["ids"], "shape_of_ids")], "length")
    positions = graph.node("Range", [zero, length, one], "positions")
    x = graph.node("Add", [graph.embedding("word", "ids"), graph.embedding("position", positions)], "word_and_position")
    x = graph.node("Add", [x, graph.embedding("shape", "shapes")], "and_shape")
    x = graph.node("Add", [x, graph.embedding("line", "lines")], "and_line")
    x = graph.node("Unsqueeze", [graph.norm("norm", x), graph.constant("axis", np.array([0], np.int64))], "batched")
    for i in range(LAYERS):
        x = graph.layer(i, x)
    words = graph.node("Gather", [graph.node("Squeeze", [x, "axis"], "unbatched"), "first"], "words", axis=0)
    head = graph.node("MatMul", [words, graph.constant("head.weight", weights["head.weight"].T)], "head.product")
    graph.node("Add", [head, graph.constant("head.bias", weights["head.bias"])], "scores")
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [axis])
        for name, axis in (("ids", "pieces"), ("shapes", "pieces"), ("lines", "pieces"), ("first", "words"))
    ]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["words", len(LABELS)])]
    built = helper.make_graph(graph.nodes, "names", inputs, outputs, graph.initializers)
    opsets = [helper.make_opsetid("", 18), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(built, opset_imports=opsets, ir_version=9, producer_name="briefex training")


def write_model(model: Tagger, folder: Path, vocabulary: Path, calibration: list[Example], *, version: str, window: int) -> None:
    """Write weights, vocabulary, settings and digests; the model card and its figures are written by hand."""
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(build_graph(model, activation_ranges(model, calibration)), str(folder / "model.onnx"))
    shutil.copyfile(vocabulary, folder / "vocab.txt")
    transitions, start = (t.detach().numpy() for t in model.masked_transitions())
    config = {
        "format": FORMAT,
        "version": version,
        "labels": LABELS,
        "window": window,
        "overlap": window // 4,
        "calibration": [1.0, 0.0],
        "transitions": np.round(transitions, 5).tolist(),
        "start": np.round(start, 5).tolist(),
    }
    (folder / "config.json").write_text(json.dumps(config, indent=1) + "\n")
    write_digests(folder)


def write_digests(folder: Path) -> None:
    """Pin the folder's files; to be called again after a setting is changed."""
    names = ("config.json", "model.onnx", "vocab.txt")
    digests = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    (folder / "sha256.json").write_text(json.dumps(digests, indent=1) + "\n")
