"""Train the tagger on the corpus: fixed seeds, word embeddings frozen, one pass of augmentation an epoch."""

import hashlib
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from briefex.components.names.decode import spans, viterbi
from briefex.components.names.model import Pieces
from training import checkpoint
from training.augment import Pools, augment, crossed, pools
from training.data import Example, batches, examples, tensors
from training.markup import Blurb
from training.network import Network


@dataclass(frozen=True)
class Settings:
    """What a training run may vary; the shipped model took the defaults.

    `overlap` is the share of a window that the next one repeats. With a teacher, `temperature` softens its scores, `share` weighs
    them against the marks, and `unmarked` is the share of blurbs read once more an epoch for them alone, under other names.
    """

    seed: int = 20261122
    epochs: int = 6
    encoder_rate: float = 1e-4
    head_rate: float = 2e-3
    warmup: float = 0.1
    weight_decay: float = 0.01
    max_pieces: int = 1536
    window: int = 160
    overlap: float = 1 / 4
    temperature: float = 2.0
    share: float = 1.0
    unmarked: float = 0.25


def train(
    model: Network,
    blurbs: list[Blurb],
    vocabulary: Path,
    settings: Settings,
    held_out: list[Blurb],
    *,
    teacher: Network | None = None,
    kept: Path | None = None,
    report: Callable[[str], None] = print,
) -> None:
    """Train a network, in place, on the marks of blurbs; `report` is told of each epoch, with F1 on `held_out`.

    A GPU is used if there is one. With a teacher the network learns its scores too. Where `kept` names a file, the state is
    written there after each epoch; if the file exists, training goes on from it and ends with the same weights as without the
    interruption.
    """
    pieces = Pieces(vocabulary)
    source = pools(blurbs)
    run = _run(blurbs, settings, model, teacher)
    for network in (model, teacher) if teacher is not None else (model,):
        network.to("cuda" if torch.cuda.is_available() else "cpu")
    optimizer = torch.optim.AdamW(_groups(model, settings), fused=True)
    n_steps = int(_steps(blurbs, pieces, settings) * settings.epochs * (1 if teacher is None else 1 + settings.unmarked))
    rates = [group["lr"] for group in optimizer.param_groups]
    done, step = checkpoint.load(kept, model, optimizer, run=run) if kept is not None and kept.exists() else (0, 0)
    for epoch in range(done, settings.epochs):
        started, total, n = time.monotonic(), 0.0, 0
        rng = random.Random(f"{settings.seed} {epoch}")
        torch.manual_seed(settings.seed + epoch)
        model.train()
        marked = _marked(blurbs, pieces, source, rng, settings, is_last=epoch == settings.epochs - 1)
        read = list(batches(marked, rng, max_pieces=settings.max_pieces))
        if teacher is not None:
            read += batches(_unmarked(blurbs, pieces, source, rng, settings), rng, max_pieces=settings.max_pieces)
            rng.shuffle(read)
        for batch in read:
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * _rate(step, n_steps, settings.warmup)
            loss = _loss(model, batch, teacher, settings)
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            total, n, step = total + loss.item(), n + 1, step + 1
        if kept is not None:
            checkpoint.save(kept, model, optimizer, run=run, epochs=epoch + 1, steps=step)
        scores = " ".join(f"{tag} {f1:.3f}" for tag, f1 in score(model, held_out, pieces, settings.window).items())
        report(f"epoch {epoch + 1}/{settings.epochs}: loss {total / n:.4f}, {time.monotonic() - started:.0f} s; {scores}")
    model.cpu()


def _run(blurbs: list[Blurb], settings: Settings, *networks: Network | None) -> str:
    """What a kept state belongs to: a digest of the corpus, the settings and the weights begun from."""
    digest = hashlib.sha256(repr((blurbs, settings)).encode())
    for network in networks:
        for value in network.state_dict().values() if network is not None else ():
            digest.update(value.cpu().numpy().tobytes())
    return digest.hexdigest()[:16]


def _groups(model: Network, settings: Settings) -> list[dict[str, object]]:
    new = ("head", "transitions", "start", "shape", "line")
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            key = (name.split(".")[0] in new, parameter.ndim > 1 and "transitions" not in name)
            groups.setdefault(key, []).append(parameter)
    return [
        {
            "params": params,
            "lr": settings.head_rate if is_new else settings.encoder_rate,
            "weight_decay": settings.weight_decay if decays else 0.0,
        }
        for (is_new, decays), params in groups.items()
    ]


def _steps(blurbs: list[Blurb], pieces: Pieces, settings: Settings) -> int:
    found = [e for b in blurbs for e in examples(b, pieces, limit=settings.window, overlap=settings.overlap)]
    return sum(1 for _ in batches(found, random.Random(0), max_pieces=settings.max_pieces)) + 2


def _rate(step: int, n_steps: int, warmup: float) -> float:
    share = min(step / max(n_steps, 1), 1.0)
    return share / warmup if share < warmup else max((1 - share) / (1 - warmup), 0.01)


def _marked(blurbs: list[Blurb], pieces: Pieces, source: Pools, rng: random.Random, settings: Settings, *, is_last: bool) -> list[Example]:
    """One epoch: each blurb augmented afresh, in windows of varied length; the last epoch is the corpus as written."""
    found = []
    for blurb in blurbs:
        limit = settings.window if rng.random() < 0.6 else rng.randint(48, settings.window)
        changed = blurb if is_last else augment(blurb, source, rng)
        found += examples(changed, pieces, limit=limit, overlap=settings.overlap)
    return found


def _unmarked(blurbs: list[Blurb], pieces: Pieces, source: Pools, rng: random.Random, settings: Settings) -> list[Example]:
    """Windows for the teacher alone: some blurbs under names that their marks know nothing of."""
    chosen = rng.sample(blurbs, int(len(blurbs) * settings.unmarked))
    found = (e for b in chosen for e in examples(crossed(b, source, rng), pieces, limit=settings.window, overlap=settings.overlap))
    return [replace(example, is_marked=False) for example in found]


def _loss(model: Network, batch: list[Example], teacher: Network | None, settings: Settings) -> torch.Tensor:
    """How far the network is from the marks and, where there is a teacher, from its scores (Hinton et al. 2015)."""
    t = tensors(batch, model.device)
    inputs = t["ids"], t["shapes"], t["lines"], t["first"], t["mask"]
    scores = model(*inputs)
    loss = model.loss(scores, t["labels"], t["words"]) if batch[0].is_marked else scores.new_zeros(())
    if teacher is None:
        return loss
    with torch.no_grad():
        told = teacher(*inputs)[t["words"]] / settings.temperature
    learnt = F.log_softmax(scores[t["words"]] / settings.temperature, dim=-1)
    apart = F.kl_div(learnt, F.log_softmax(told, dim=-1), reduction="batchmean", log_target=True)
    return loss + settings.share * settings.temperature**2 * apart


def score(model: Network, blurbs: list[Blurb], pieces: Pieces, window: int) -> dict[str, float]:
    """Exact F1 by tag on blurbs, windows by themselves as the tagger runs them."""
    model.eval()
    transitions, start = (t.detach().cpu().numpy() for t in model.masked_transitions())
    right: dict[str, int] = {}
    counted: dict[str, int] = {}
    for blurb in blurbs:
        for example in examples(blurb, pieces, limit=window):
            (path,) = viterbi([emissions(model, example)], transitions, start)
            found, wanted = set(spans(path)), set(spans(example.labels))
            for _, _, tag in found & wanted:
                right[tag] = right.get(tag, 0) + 2
            for _, _, tag in [*found, *wanted]:
                counted[tag] = counted.get(tag, 0) + 1
    return {tag: right.get(tag, 0) / n for tag, n in sorted(counted.items())}


def emissions(model: Network, example: Example) -> np.ndarray:
    """The float model's scores for one window: float32, (words, labels)."""
    t = tensors([example], model.device)
    with torch.no_grad():
        return model(t["ids"], t["shapes"], t["lines"], t["first"])[0].cpu().numpy()  # type: ignore[no-any-return]
