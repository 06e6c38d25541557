"""The accuracy page: every gold given is measured, and the page is printed as Markdown.

python -m benchmarks.accuracy data/gold/seed.jsonl data/gold/dev data/gold/test > docs/accuracy.md
"""

import datetime as dt
import sys
from pathlib import Path

from briefex.evaluation import GATED, measure
from briefex.gold import read_gold
from briefex.scoring.report import as_markdown, counts_of, figures

HEAD = """# Accuracy

Measured {day} by `python -m benchmarks.accuracy {arguments}`: precision, recall and F1 of the whole pipeline with the shipped
names model, with 95 % bootstrap intervals over documents. `src/briefex/scoring/compare.py` says what one finding of each kind is.

- `data/gold/dev` steers rules and models, and calibrates scores: its figures are optimistic.
- `data/gold/test` is held out; `docs/gold.md` says how it was made and how often it was looked at.
- `seed.jsonl` is one blurb, an anecdote.
- `digitalgov-dev.jsonl`, where it is named, is 30 real event pages of digitalgov.gov (CC0), annotated by the same guide. They are
  no part of the repository and of no training data; rules were steered by them, and the lists of well-known names were widened for
  their field (some of its programmes stand in them), so their figures for initiatives and organisations are optimistic.

Floors stand beside the gold in `floors.toml` and hold in CI.
"""


def main(arguments: list[str]) -> None:
    print(HEAD.format(day=dt.date.today().isoformat(), arguments=" ".join(Path(a).name if a.startswith("/") else a for a in arguments)))
    for argument in arguments:
        gold = read_gold(argument)
        found = [f for f in figures(counts_of(measure(gold).comparisons)) if f.kind in GATED or f.kind.startswith("event.")]
        n_mentions = sum(len(record.mentions) for record in gold.records)
        print(f"## {Path(argument).name}: {len(gold.records)} documents, {n_mentions} mentions\n\n{as_markdown(found)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
