"""The gate: floors a figure may not fall below, pinned with a digest of the gold they were measured on."""

import json
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from briefex.errors import GoldError, RequestError, known
from briefex.scoring.report import Figure

FLOORS_FILE = "floors.toml"


@dataclass(frozen=True, slots=True)
class Floors:
    """Floors of F1 by kind, and the gold they belong to."""

    gold_sha256: str | None
    floors: Mapping[str, float]
    where: str = ""


@dataclass(frozen=True, slots=True)
class Miss:
    """A figure below its floor."""

    kind: str
    floor: float
    f1: float

    def __str__(self) -> str:
        return f"{self.kind}: F1 {self.f1:.4f} is below its floor {self.floor:.4f}"


def read_floors(path: Path) -> Floors:
    """Floors from a TOML file: `gold_sha256 = "…"` and a table `[floors]` of kind = F1.

    Raises:
        GoldError: no such file, or not of this form.

    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        floors = {str(kind): float(value) for kind, value in content["floors"].items()}
        return Floors(str(content["gold_sha256"]), floors, str(path))
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
        raise GoldError(f"floors {path}: cannot be read ({error}); needed: gold_sha256 and a table [floors] of kind = F1") from error


def parse_minimum(text: str) -> tuple[str, float]:
    """A floor from the command line, such as `mentions.PERSON=0.95`.

    Raises:
        RequestError: it is not of that form.

    """
    kind, _, value = text.partition("=")
    try:
        floor = float(value)
    except ValueError:
        floor = -1.0
    if not kind or not 0 <= floor <= 1:
        raise RequestError(f'--min "{text}": needed is KIND=F1 with an F1 from 0 to 1, such as mentions.PERSON=0.95')
    return kind, floor


def misses(found: Sequence[Figure], floors: Floors, *, gold_sha256: str) -> list[Miss]:
    """The figures below their floors.

    Raises:
        GoldError: the gold is not the one that the floors were measured on, or a kind is unknown.

    """
    if floors.gold_sha256 is not None and floors.gold_sha256 != gold_sha256:
        raise GoldError(
            f"{floors.where}: the floors were measured on other gold (its sha256 was {floors.gold_sha256[:12]}…, now {gold_sha256[:12]}…). "
            "If the gold was changed on purpose, measure again and write new floors with --write-floors."
        )
    by_kind = {f.kind: f for f in found}
    for kind in floors.floors:
        if kind not in by_kind:
            raise GoldError(f'{floors.where or "--min"}: unknown kind "{kind}". {known(kind, by_kind)}')
    return [Miss(kind, floor, by_kind[kind].f1) for kind, floor in sorted(floors.floors.items()) if by_kind[kind].f1 < floor]


def write_floors(path: Path, found: Sequence[Figure], kinds: Sequence[str], *, gold_sha256: str, margin: float, lower: bool) -> None:
    """Pin floors at the measured figures less a margin.

    Raises:
        RequestError: a floor would be lower than the one that stands, and `lower` was not said.

    """
    measured = {f.kind: max(0.0, round(f.f1 - margin, 3)) for f in found if f.kind in kinds}
    if path.exists() and not lower:
        standing = read_floors(path).floors
        down = [f"{kind} {standing[kind]} → {value}" for kind, value in measured.items() if value < standing.get(kind, 0.0)]
        gone = [kind for kind in standing if kind not in measured]
        if down or gone:
            raise RequestError(f"{path}: floors would fall: {', '.join(down + gone)}. Say --lower if that is meant.")
    lines = [
        f"# Floors of F1: the measured figures less {margin}. Written by `briefex evaluate --write-floors`.",
        f'gold_sha256 = "{gold_sha256}"',
        "",
        "[floors]",
        *(f"{json.dumps(kind)} = {value}" for kind, value in sorted(measured.items())),
    ]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_junit(path: Path, found: Sequence[Figure], missed: Sequence[Miss]) -> None:
    """The gate's result as a JUnit file: a test case a kind, a failure a miss."""
    failed = {m.kind: m for m in missed}
    suite = ElementTree.Element("testsuite", name="briefex accuracy", tests=str(len(found)), failures=str(len(missed)))
    for figure in found:
        case = ElementTree.SubElement(suite, "testcase", classname="briefex.accuracy", name=figure.kind)
        ElementTree.SubElement(case, "system-out").text = f"P {figure.precision:.4f} R {figure.recall:.4f} F1 {figure.f1:.4f}"
        if figure.kind in failed:
            ElementTree.SubElement(case, "failure", message=str(failed[figure.kind]))
    ElementTree.ElementTree(suite).write(path, encoding="utf-8", xml_declaration=True)
