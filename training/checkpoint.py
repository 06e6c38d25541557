"""A training of an hour survives an interruption: after each epoch all that the next one needs is kept."""

import os
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import nn


def save(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, *, run: str, epochs: int, steps: int) -> None:
    """Write weights and moments, whole or not at all; `run` says which corpus and settings they belong to."""
    tensors = {f"model.{name}": value.contiguous() for name, value in model.state_dict().items()}
    for number, state in optimizer.state_dict()["state"].items():
        tensors |= {f"optimizer.{number}.{name}": value.contiguous() for name, value in state.items()}
    partial = path.with_name(path.name + ".partial")
    save_file(tensors, str(partial), metadata={"run": run, "epochs": str(epochs), "steps": str(steps)})
    os.replace(partial, path)


def load(path: Path, model: nn.Module, optimizer: torch.optim.Optimizer, *, run: str) -> tuple[int, int]:
    """Put weights and moments back, and give the epochs and steps that are done.

    Raises:
        ValueError: the file was written by a run with another corpus or other settings.

    """
    with safe_open(str(path), framework="pt") as file:
        told = file.metadata()
        if told["run"] != run:
            raise ValueError(f"{path}: belongs to another corpus or other settings ({told['run']}, this run is {run}); name another file")
        kept = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118 - safe_open is no mapping
    model.load_state_dict({name.removeprefix("model."): value for name, value in kept.items() if name.startswith("model.")})
    state: dict[int, dict[str, torch.Tensor]] = {}
    for name, value in kept.items():
        kind, _, rest = name.partition(".")
        if kind == "optimizer":
            number, _, moment = rest.partition(".")
            state.setdefault(int(number), {})[moment] = value
    optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})
    return int(told["epochs"]), int(told["steps"])
