"""`briefex evaluate`: annotate the gold's texts, compare, print, and hold the floors."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefex.components.names.model import DEFAULT
from briefex.errors import GateError
from briefex.gold import Gold, read_gold
from briefex.scoring.gate import FLOORS_FILE, Floors, Miss, misses, parse_minimum, read_floors, write_floors, write_junit
from briefex.scoring.report import (
    Change,
    Figure,
    as_markdown,
    as_table,
    changes,
    counts_of,
    errors_text,
    figures,
    read_baseline,
    reliability,
    threshold_for,
    write_baseline,
)
from briefex.stages.annotate import Annotator, Settings
from briefex.stages.evaluate import Evaluation, annotations_from_tables, evaluate

GATED = (
    "mentions.PERSON",
    "mentions.ORGANISATION",
    "mentions.INITIATIVE",
    "entities.PERSON",
    "entities.ORGANISATION",
    "entities.INITIATIVE",
    "dates.span",
    "dates.value",
    "affiliations.person_organisation",
    "affiliations.position",
    "affiliations.status",
    "roles",
    "acronyms",
    "parties",
    "event",
    "links.b3",
)
"""The kinds that floors are written for."""
BATCH = 32


@dataclass(frozen=True, slots=True)
class Options:
    """What `briefex evaluate` may be asked; see its help."""

    tables: Path | None = None
    model: str | None = None
    minimums: Sequence[str] = ()
    floors: Path | None = None
    write_floors: bool = False
    margin: float = 0.02
    lower: bool = False
    baseline: Path | None = None
    write_baseline: Path | None = None
    errors: Path | None = None
    junit: Path | None = None
    reliability: bool = False
    find_threshold: float | None = None
    form: str = "table"
    check_only: bool = False
    is_github: bool = False


def measure(gold: str | Path | Gold, *, model: str | None = None, tables: Path | None = None) -> Evaluation:
    """Annotate the gold's texts (or take published tables) and compare.

    Raises:
        GoldError: the gold is malformed.
        SourceError: `tables` holds nothing.

    """
    gold = gold if isinstance(gold, Gold) else read_gold(gold)
    documents = [record.document for record in gold.records]
    if tables is not None:
        return evaluate(gold, annotations_from_tables(tables, documents))
    annotator = Annotator(Settings(model or DEFAULT))
    return evaluate(gold, [a for i in range(0, len(documents), BATCH) for a in annotator(documents[i : i + BATCH])])


def evaluate_gold(path: Path, options: Options) -> str:
    """Measure, write the files asked for, and give the report as text.

    Raises:
        GoldError: the gold or a file beside it is malformed.
        GateError: a figure is below its floor; the message holds the report too.

    """
    gold = read_gold(path)
    if options.check_only:
        return f"{path}: {len(gold.records)} records, {sum(len(r.mentions) for r in gold.records)} mentions, no problems"
    evaluation = measure(gold, model=options.model, tables=options.tables)
    counts = counts_of(evaluation.comparisons)
    found = figures(counts)
    parts = [_print(found, options.form, gold)]
    if options.reliability:
        parts += [_reliability_text(evaluation, kind) for kind in ("mentions", "affiliations")]
    if options.find_threshold is not None:
        parts += [_threshold_text(evaluation, kind, options.find_threshold) for kind in ("mentions", "affiliations")]
    if options.baseline:
        parts.append(_changes_text(changes(counts, read_baseline(options.baseline))))
    if options.write_baseline:
        write_baseline(options.write_baseline, counts, gold.sha256)
    if options.errors:
        options.errors.write_text(
            errors_text(evaluation.comparisons, {r.document.doc_id: r.document.text for r in gold.records}), encoding="utf-8"
        )
    missed = _missed(path, gold, found, options)
    if options.junit:
        write_junit(options.junit, found, missed)
    if missed:
        parts += ["", *map(str, missed)]
        if options.is_github:
            parts += [_github(m, evaluation) for m in missed]
        raise GateError("\n".join(parts))
    return "\n".join(parts)


def _missed(path: Path, gold: Gold, found: Sequence[Figure], options: Options) -> list[Miss]:
    file = options.floors or (path if path.is_dir() else path.parent) / FLOORS_FILE
    if options.write_floors:
        write_floors(file, found, GATED, gold_sha256=gold.sha256, margin=options.margin, lower=options.lower)
    missed = misses(found, Floors(None, dict(map(parse_minimum, options.minimums))), gold_sha256=gold.sha256)
    if options.floors or file.is_file():
        missed += misses(found, read_floors(file), gold_sha256=gold.sha256)
    return missed


def _print(found: Sequence[Figure], form: str, gold: Gold) -> str:
    if form == "json":
        rows = {
            f.kind: {
                "precision": round(f.precision, 4),
                "recall": round(f.recall, 4),
                "f1": round(f.f1, 4),
                "interval": [f.low, f.high],
                "counts": [f.right, f.false, f.missing],
            }
            for f in found
        }
        return json.dumps({"gold": str(gold.path), "gold_sha256": gold.sha256, "documents": len(gold.records), "figures": rows}, indent=1)
    head = f"{gold.path}: {len(gold.records)} documents, {sum(len(r.mentions) for r in gold.records)} mentions"
    return f"{head}\n\n{as_markdown(found) if form == 'markdown' else as_table(found)}"


def _reliability_text(evaluation: Evaluation, kind: str) -> str:
    rows = [
        f"  {low:.1f}–{high:.1f}  {n:>6}  {mean:.3f}  {share:.3f}"
        for low, high, n, mean, share in reliability(evaluation.comparisons, kind)
    ]
    return "\n".join([f"\nscores of {kind}: scale, findings, mean score, share right", *rows])


def _threshold_text(evaluation: Evaluation, kind: str, precision: float) -> str:
    found = threshold_for(evaluation.comparisons, kind, precision)
    if found is None:
        return f"{kind}: no score reaches precision {precision}"
    return f"{kind}: from score {found[0]:.4f} on precision is {found[1]:.3f}, and {found[2]:.1%} of the right ones stay"


def _changes_text(found: Sequence[Change]) -> str:
    if not found:
        return "\nno change against the baseline"
    lines = ["\nagainst the baseline:"]
    for c in found:
        sure = "beyond noise" if c.beyond_noise else "within noise"
        lines.append(
            f"  {c.kind:<34}{c.before:.3f} → {c.after:.3f}  {sure}; better: {', '.join(c.better) or '–'}; worse: "
            f"{', '.join(c.worse) or '–'}"
        )
    return "\n".join(lines)


def _github(miss: Miss, evaluation: Evaluation) -> str:
    """A GitHub Actions annotation at the document with the most errors of the kind."""
    worst = max(evaluation.comparisons, key=lambda c: sum(c.counts.get(miss.kind, [0, 0, 0])[1:]))
    record = next(r for r in evaluation.gold.records if r.document.doc_id == worst.doc_id)
    file, _, line = record.where.rpartition(":")
    return f"::error file={file},line={line},title=briefex accuracy::{miss}; most errors in {worst.doc_id}"
