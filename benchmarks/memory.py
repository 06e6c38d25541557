"""Peak memory of whole runs on more and more documents: it must not grow with their number.

python -m benchmarks.memory            # 1,000 and 4,000 documents, one worker
"""

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
CODE = (
    "import briefex, resource, sys; briefex.run([sys.argv[1]], sys.argv[2], workers=1); "
    "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
)


def generate(n: int, path: Path) -> None:
    """Documents made of the sample blurbs' lines, shuffled and numbered, so that all differ."""
    rng = random.Random(n)
    lines = [
        line
        for file in sorted((ROOT / "data" / "raw").glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    rows = ({"doc_id": f"d{i:06}", "text": f"Announcement {i}\n" + "\n".join(rng.sample(lines, 8))} for i in range(n))
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main(counts: tuple[int, ...] = (1000, 4000)) -> None:
    with tempfile.TemporaryDirectory() as folder:
        base = 0.0
        for n in counts:
            source = Path(folder) / f"{n}.jsonl"
            generate(n, source)
            command = [sys.executable, "-c", CODE, str(source), str(Path(folder) / f"out{n}")]
            peak = int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) / 1024
            base = base or peak
            print(f"{n:>7,} documents: peak {peak:,.0f} MiB, {peak / base:.2f} of the first", flush=True)


if __name__ == "__main__":
    main(tuple(int(n) for n in sys.argv[1:]) or (1000, 4000))
