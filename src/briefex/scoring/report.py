"""Figures from counts: precision, recall, F1 with bootstrap intervals, reliability of scores, and comparison with a baseline."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from briefex.errors import GoldError
from briefex.scoring.compare import Comparison, Finding

RESAMPLES = 1000
SEED = 20261122
Counts = Mapping[str, Mapping[str, Sequence[int]]]
"""By document, by kind: right, false, missing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """Precision, recall and F1 of one kind, with the 95 % bootstrap interval of F1 over documents."""

    kind: str
    right: int
    false: int
    missing: int
    low: float
    high: float

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 1 where nothing is there."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        return f1_of(self.right, self.false, self.missing)


def f1_of(right: float, false: float, missing: float) -> float:
    """F1 from counts; 1 where all are 0."""
    return 2 * right / (2 * right + false + missing) if right + false + missing else 1.0


def counts_of(comparisons: Sequence[Comparison]) -> dict[str, dict[str, list[int]]]:
    """The counts of all documents."""
    return {c.doc_id: dict(sorted(c.counts.items())) for c in comparisons}


def figures(counts: Counts) -> list[Figure]:
    """A figure a kind, over all documents."""
    kinds = sorted({kind for by_kind in counts.values() for kind in by_kind})
    picks = np.random.default_rng(SEED).integers(0, len(counts), (RESAMPLES, len(counts)))
    return [_figure(kind, np.array([by_kind.get(kind, (0, 0, 0)) for by_kind in counts.values()]), picks) for kind in kinds]


def _figure(kind: str, table: Any, picks: Any) -> Figure:
    samples = table[picks].sum(axis=1)
    denominators = 2 * samples[:, 0] + samples[:, 1] + samples[:, 2]
    scores = np.where(denominators > 0, 2 * samples[:, 0] / np.maximum(denominators, 1), 1.0)
    low, high = np.percentile(scores, [2.5, 97.5])
    right, false, missing = (int(n) for n in table.sum(axis=0))
    return Figure(kind, right, false, missing, round(float(low), 4), round(float(high), 4))


@dataclass(frozen=True, slots=True)
class Change:
    """How one kind differs from a baseline; `beyond_noise` if 95 % of paired resamples agree on the direction."""

    kind: str
    before: float
    after: float
    beyond_noise: bool
    better: tuple[str, ...]
    worse: tuple[str, ...]


def changes(counts: Counts, baseline: Counts) -> list[Change]:
    """Kinds in which the figures differ from a baseline, with the documents that got better and worse.

    Raises:
        GoldError: the baseline was measured on other documents.

    """
    if set(counts) != set(baseline):
        raise GoldError(f"the baseline is of other documents: {len(set(counts) ^ set(baseline))} stand on one side only. Measure it again.")
    documents = sorted(counts)
    picks = np.random.default_rng(SEED).integers(0, len(documents), (RESAMPLES, len(documents)))
    found = []
    for kind in sorted({kind for by_kind in counts.values() for kind in by_kind}):
        new, old = (np.array([side[d].get(kind, (0, 0, 0)) for d in documents]) for side in (counts, baseline))
        if (new == old).all():
            continue
        difference = _f1_rows(new[picks].sum(axis=1)) - _f1_rows(old[picks].sum(axis=1))
        by_document = _f1_rows(new) - _f1_rows(old)
        share = max((difference > 0).mean(), (difference < 0).mean())
        better = tuple(d for d, x in zip(documents, by_document, strict=True) if x > 0)
        worse = tuple(d for d, x in zip(documents, by_document, strict=True) if x < 0)
        before, after = f1_of(*old.sum(axis=0).tolist()), f1_of(*new.sum(axis=0).tolist())
        found.append(Change(kind, before, after, bool(share > 0.95), better, worse))
    return found


def _f1_rows(rows: Any) -> Any:
    denominators = 2 * rows[:, 0] + rows[:, 1] + rows[:, 2]
    return np.where(denominators > 0, 2 * rows[:, 0] / np.maximum(denominators, 1), 1.0)


def reliability(comparisons: Sequence[Comparison], kind: str, n_bins: int = 10) -> list[tuple[float, float, int, float, float]]:
    """How scores compare with truth: for each tenth of the scale its borders, how many findings, mean score, share right."""
    scored = [(score, right) for c in comparisons for k, score, right in c.scored if k == kind or k.startswith(kind + ".")]
    rows = []
    for i in range(n_bins):
        low, high = i / n_bins, (i + 1) / n_bins
        inside = [(s, r) for s, r in scored if low <= s < high or (i == n_bins - 1 and s == 1.0)]
        if inside:
            rows.append((low, high, len(inside), sum(s for s, _ in inside) / len(inside), sum(r for _, r in inside) / len(inside)))
    return rows


def threshold_for(comparisons: Sequence[Comparison], kind: str, precision: float) -> tuple[float, float, float] | None:
    """The lowest score at and above which findings reach a precision: threshold, precision there, share of right ones kept.

    None where no threshold reaches it.
    """
    scored = sorted(
        ((score, right) for c in comparisons for k, score, right in c.scored if k == kind or k.startswith(kind + ".")), reverse=True
    )
    n_right, best, total = 0, None, sum(right for _, right in scored)
    for i, (score, right) in enumerate(scored, start=1):
        n_right += right
        is_last_of_score = i == len(scored) or scored[i][0] < score
        if is_last_of_score and n_right / i >= precision:
            best = (score, n_right / i, n_right / max(total, 1))
    return best


def as_table(found: Sequence[Figure]) -> str:
    """The figures as text columns."""
    head = f"{'kind':<34}{'P':>7}{'R':>7}{'F1':>7}   {'95 % interval':<15}{'right':>7}{'false':>7}{'missing':>9}"
    rows = [
        (
            f"{f.kind:<34}{f.precision:>7.3f}{f.recall:>7.3f}{f.f1:>7.3f}   "
            f"{f.low:.3f}–{f.high:.3f}{'':<4}{f.right:>7}{f.false:>7}{f.missing:>9}"
        )
        for f in found
    ]
    return "\n".join([head, *rows])


def as_markdown(found: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [
        f"| {f.kind} | {f.precision:.3f} | {f.recall:.3f} | {f.f1:.3f} | {f.low:.3f}–{f.high:.3f} | {f.right} | {f.false} | {f.missing} |"
        for f in found
    ]
    return "\n".join(["| kind | P | R | F1 | 95 % interval | right | false | missing |", "|---|---|---|---|---|---|---|---|", *rows])


def errors_text(comparisons: Sequence[Comparison], texts: Mapping[str, str]) -> str:
    """Every error in its context, grouped by kind and by what was found or missed, the most frequent first."""
    groups: dict[tuple[str, str, str], list[tuple[str, Finding]]] = {}
    for c in comparisons:
        for sort, findings in (("false", c.false), ("missing", c.missing)):
            for finding in findings:
                groups.setdefault((finding.kind, sort, finding.text), []).append((c.doc_id, finding))
    lines: list[str] = []
    last = ("", "")
    for (kind, sort, text), places in sorted(groups.items(), key=lambda g: (g[0][0], g[0][1], -len(g[1]), g[0][2])):
        if (kind, sort) != last:
            total = sum(len(p) for (k, s, _), p in groups.items() if (k, s) == (kind, sort))
            lines += ["", f"## {kind}: {total} {sort}", ""]
            last = (kind, sort)
        lines.append(f"- {len(places)} × {_one_line(text)}")
        lines += [f"    {doc_id}{_context(texts[doc_id], f)}" for doc_id, f in places[:5]]
    return "\n".join(lines).lstrip("\n") + "\n"


def _context(text: str, finding: Finding) -> str:
    if finding.start is None or finding.end is None:
        return ""
    s, e = finding.start, finding.end
    return _one_line(f", {s}: …{text[max(0, s - 40) : s]}[{text[s:e]}]{text[e : e + 40]}…")


def _one_line(text: str) -> str:
    return "".join(c if c.isprintable() else "⏎" if c == "\n" else " " for c in text)


def write_baseline(path: Path, counts: Counts, gold_sha256: str) -> None:
    """Store counts for a later comparison."""
    path.write_text(json.dumps({"gold_sha256": gold_sha256, "documents": counts}, indent=1) + "\n", encoding="utf-8")


def read_baseline(path: Path) -> Counts:
    """Counts that `write_baseline` stored.

    Raises:
        GoldError: no such file, or not a baseline.

    """
    try:
        documents = json.loads(path.read_text(encoding="utf-8"))["documents"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GoldError(f"baseline {path}: cannot be read ({error}). Write one with --write-baseline.") from error
    return documents  # type: ignore[no-any-return]
