"""A run, described by a TOML file: which stages, with which settings. Checked whole before any work.

Each `[[stage]]` names a stage with `run`; its other keys are the keyword arguments of that stage's function, and
defaults live only in the function's signature.
"""

import datetime as dt
import inspect
import os
import platform
import tempfile
import time
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from briefex.engines import local
from briefex.errors import PipelineFileError, RequestError, SourceError, known
from briefex.journal import Journal
from briefex.stages.annotate import annotate, failed
from briefex.stages.link import link
from briefex.stages.publish import publish
from briefex.stages.read import read
from briefex.store import Counts, Published, record_run

STAGES: dict[str, Callable[..., Any]] = {"read": read, "annotate": annotate, "link": link, "publish": publish}
ORDER = tuple(STAGES)
DEFAULT = Path(__file__).parent / "pipelines" / "briefing.toml"
_NOT_SETTINGS = frozenset({"journal", "tick", "map_batches"})
DOCUMENTS_PER_WORKER = 200  # below this a second process costs more (start, 1 s) than it gains

Progress = Callable[[str, int | None], None]


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of a run with its settings."""

    name: str
    settings: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A checked run description."""

    source: str
    stages: tuple[Stage, ...]

    def with_settings(self, **changes: Mapping[str, Any]) -> "Pipeline":
        """The same pipeline with some settings of some stages set, by stage name."""
        return Pipeline(self.source, tuple(Stage(s.name, {**s.settings, **changes.get(s.name, {})}) for s in self.stages))


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did."""

    published: Published
    counts: Counts
    rejected: Mapping[str, int]
    seconds: float


def read_pipeline(path: str | Path = DEFAULT) -> Pipeline:
    """Read and check a pipeline file.

    Raises:
        PipelineFileError: no such file, no TOML, an unknown stage or setting, a value of the wrong kind; the message
            says where, what is known and what was likely meant.

    """
    path = Path(path)
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise PipelineFileError(f"pipeline {path}: cannot be read ({getattr(error, 'strerror', None) or error})") from error
    except tomllib.TOMLDecodeError as error:
        raise PipelineFileError(f"pipeline {path}: not TOML: {error}") from error
    for key in content:
        if key != "stage":
            raise PipelineFileError(f'{path}: unknown key "{key}". {known(key, ["stage"])} A run is a list of [[stage]] tables.')
    tables = content.get("stage", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise PipelineFileError(f"{path}: stages are written [[stage]], with two brackets")
    stages = tuple(_stage(table, f"{path}, stage {number}") for number, table in enumerate(tables, start=1))
    names = tuple(stage.name for stage in stages)
    if names != ORDER:
        raise PipelineFileError(f"{path}: the stages are {', '.join(names) or 'none'}; needed, in this order: {', '.join(ORDER)}")
    return Pipeline(str(path), stages)


def _stage(table: Mapping[str, Any], where: str) -> Stage:
    name = table.get("run")
    if name not in STAGES:
        raise PipelineFileError(f'{where}: unknown stage "{name}". {known(str(name), STAGES)}')
    where = f'{where} "{name}"'
    types = settings_of(STAGES[name])
    settings = {}
    for key, value in table.items():
        if key == "run":
            continue
        if key not in types:
            raise PipelineFileError(f'{where}: unknown setting "{key}". {known(key, types)}')
        if not _fits(value, types[key]):
            raise PipelineFileError(f"{where}: {key} = {value!r} is of the wrong kind; {_kind(types[key])} is needed")
        settings[key] = value
    return Stage(name, settings)


def settings_of(function: Callable[..., Any]) -> dict[str, Any]:
    """The settings of a stage with their types: its keyword arguments."""
    hints = get_type_hints(function)
    parameters = inspect.signature(function).parameters.values()
    return {p.name: hints[p.name] for p in parameters if p.kind is p.KEYWORD_ONLY and p.name not in _NOT_SETTINGS}


def _fits(value: Any, kind: Any) -> bool:
    if get_origin(kind) in (Union, UnionType):
        return any(_fits(value, option) for option in get_args(kind))
    if get_origin(kind) is not None and issubclass(get_origin(kind), Sequence):
        return isinstance(value, list) and all(_fits(item, get_args(kind)[0]) for item in value)
    if kind is Path:
        return isinstance(value, str)
    if kind in (int, float):
        return isinstance(value, (int, float) if kind is float else int) and not isinstance(value, bool)
    return isinstance(kind, type) and isinstance(value, kind)


def _kind(kind: Any) -> str:
    if get_origin(kind) in (Union, UnionType):
        return " or ".join(_kind(option) for option in get_args(kind) if option is not type(None))
    if get_origin(kind) is not None:
        return f"a list of {_kind(get_args(kind)[0])}s".replace("a list of a ", "a list of ")
    return {str: "a string", Path: "a string", int: "a whole number", float: "a number", bool: "true or false", dt.date: "a date"}.get(
        kind, str(kind)
    )


def run(
    sources: Sequence[str | Path] | None = None,
    out: str | Path | None = None,
    *,
    pipeline: str | Path | Pipeline = DEFAULT,
    published: dt.date | None = None,
    workers: int | None = None,
    progress: Progress = lambda stage, total: None,
    tick: Callable[[], None] = lambda: None,
) -> Summary:
    """Read blurbs, annotate and link them, and publish the tables.

    Args:
        sources: files, folders, glob patterns or "-"; without it those the pipeline names.
        out: the output folder; without it the one the pipeline names.
        pipeline: a pipeline file, or one already read.
        published: the reference date for blurbs that bring none of their own.
        workers: processes for annotation; without it as many as the cores and the number of documents make worth while.
        progress: told the stage that begins and how many steps it has, if that is known.
        tick: called after each step.

    Raises:
        RequestError: something asked for does not exist or is not understood; nothing was done.
        PublishError, ConflictError: see `briefex.errors`.

    """
    started = time.monotonic()
    plan = pipeline if isinstance(pipeline, Pipeline) else read_pipeline(pipeline)
    plan = plan.with_settings(
        read={
            k: v
            for k, v in (("sources", None if sources is None else [str(s) for s in sources]), ("published", published))
            if v is not None
        },
        publish={} if out is None else {"out": str(out)},
    )
    if workers is not None and workers < 1:
        raise RequestError(f"workers: {workers}; at least 1 is needed")
    settings = {stage.name: stage.settings for stage in plan.stages}
    target = Path(settings["publish"].get("out", inspect.signature(publish).parameters["out"].default))
    if target.exists() and not target.is_dir():
        raise SourceError(f"output folder {target}: a file stands there. Name a folder, or a path that does not exist yet.")
    with tempfile.TemporaryDirectory(prefix="briefex-") as folder, Journal(Path(folder) / "journal.sqlite") as journal:
        progress("read", None)
        read(journal, **settings["read"], tick=tick)
        n = journal.n_documents()
        progress("annotate", n)
        annotate(journal, **settings["annotate"], map_batches=_engine(n, workers), tick=tick)
        progress("link", None)
        link(journal, **settings["link"])
        progress("publish", journal.n_documents())
        result = publish(journal, **settings["publish"], tick=tick)
        rejected: dict[str, int] = {}
        for rejection in journal.rejected():
            rejected[rejection.code] = rejected.get(rejection.code, 0) + 1
        counts = Counts(journal.inputs, journal.n_documents(), journal.duplicates, journal.n_rejected())
    summary = Summary(result, counts, dict(sorted(rejected.items())), round(time.monotonic() - started, 3))
    _record(target, plan, summary)
    return summary


def _engine(n_documents: int, workers: int | None) -> Callable[..., Any] | None:
    if workers is None:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
        workers = max(1, min(cores, n_documents // DOCUMENTS_PER_WORKER))
    if workers == 1:
        return None
    return partial(local.map_batches, workers=workers, on_crash=_crashed)


def _crashed(document: Any) -> Any:
    return failed(document, "E_CRASH", "the process that annotated this text died; the text is left out")


def _record(out: Path, plan: Pipeline, summary: Summary) -> None:
    body = {
        "snapshot": summary.published.snapshot,
        "is_new": summary.published.is_new,
        "pipeline": plan.source,
        "counts": {name: getattr(summary.counts, name) for name in Counts.__slots__},
        "seconds": summary.seconds,
        "host": platform.node(),
        "python": platform.python_version(),
    }
    record_run(out, body)
