"""Publish one document; run as `python -m tests.publishing OUT TEXT N` it kills itself at the N-th file operation."""

import os
import signal
import sys
from pathlib import Path

from briefex.store import Counts, Published, writing

_OPERATIONS = ("os.rename", "os.mkdir", "os.symlink", "os.remove", "os.rmdir")


def publish(out: Path, text: str) -> Published:
    """Publish a collection of one document."""
    with writing(out) as writer:
        writer.add("documents", ("d", "s.txt", None, text, "0" * 64, "en", None, None, "none", len(text)))
        return writer.commit(Counts(1, 1, 0, 0))


def main(out: str, text: str, n: int) -> None:
    """Publish, and die at the n-th operation on files; print how many there were."""
    count = 0

    def step() -> None:
        nonlocal count
        count += 1
        if count == n:
            os.kill(os.getpid(), signal.SIGKILL)

    def hook(event: str, arguments: tuple) -> None:
        if event in _OPERATIONS or (event == "open" and out in str(arguments[0])):
            step()

    fsync = os.fsync
    os.fsync = lambda descriptor: (step(), fsync(descriptor))[1]
    sys.addaudithook(hook)
    publish(Path(out), text)
    print(count)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
