"""The command line: flags in, text out, exit code. Results go to stdout, talk and progress to stderr."""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from briefex import __version__
from briefex.errors import BriefexError, RequestError, known

if TYPE_CHECKING:
    from briefex.pipeline import Summary

HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


class _Group(click.Group):
    def resolve_command(self, context: click.Context, args: list[str]) -> Any:
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            raise click.UsageError(f'no command "{args[0]}". {known(args[0], self.commands)}', context)
        return super().resolve_command(context, args)


@click.group(cls=_Group, context_settings=HELP)
@click.version_option(__version__, "-V", "--version", message="briefex %(version)s")
def cli() -> None:
    r"""Tables of people, posts, organisations, initiatives and dates from event blurbs.

    \b
    briefex run blurbs/ -o tables/     a folder of blurbs becomes Parquet tables
    briefex extract blurb.txt          one blurb, as a readable table
    """


@cli.command()
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("-o", "--out", metavar="OUT", help="Output folder.  [default: what the pipeline says, data/processed]")
@click.option("--pipeline", metavar="FILE", help="Pipeline file (TOML).  [default: the one that ships with briefex]")
@click.option("--published", metavar="DATE", help="Reference date for blurbs that bring none, such as 2025-06-01.")
@click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Processes for annotation.  [default: by cores and documents]")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as one line of JSON.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def run(
    sources: tuple[str, ...], out: str | None, pipeline: str | None, published: str | None, workers: int | None, as_json: bool, quiet: bool
) -> None:
    """Read blurbs and publish tables.

    SOURCE is a file, a folder, a glob pattern, or - for one text on standard input. Text, Markdown, JSONL, CSV, TSV and
    Parquet are read, each also as .gz; rows need a column "text" and may have doc_id, title, source and published.
    Without SOURCE the pipeline's own sources are read: data/raw into data/processed.
    """
    from briefex.extraction import parse_day
    from briefex.pipeline import DEFAULT
    from briefex.pipeline import run as run_pipeline

    day = parse_day(published) if published else None
    with _progress(shown=sys.stderr.isatty() and not quiet and not as_json) as (progress, tick):
        summary = run_pipeline(
            sources or None, out, pipeline=pipeline or DEFAULT, published=day, workers=workers, progress=progress, tick=tick
        )
    if as_json:
        click.echo(json.dumps(_summary_json(summary)))
    elif sys.stderr.isatty() and not quiet:
        click.echo(_summary_text(summary), err=True)


@cli.command()
@click.argument("source", metavar="TEXT|FILE|-")
@click.option("--published", metavar="DATE", help="Reference date, such as 2025-06-01.")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True, help="How to print.")
@click.option("--model", metavar="NAME|FOLDER", help="Names model.  [default: names_v1]")
def extract(source: str, published: str | None, form: str, model: str | None) -> None:
    """Show what one blurb says: a file, - for standard input, or the text itself."""
    from briefex.extraction import extract as extract_text

    found = extract_text(_text_of(source), published=published, model=model)
    click.echo(json.dumps(found.to_dict(), ensure_ascii=False, indent=2) if form == "json" else repr(found))


@cli.command()
@click.argument("table", required=False)
@click.option("--format", "form", type=click.Choice(["markdown", "json"]), default="markdown", show_default=True, help="How to print.")
def schema(table: str | None, form: str) -> None:
    """Print the data dictionary of all tables, or of one."""
    from briefex.tables import TABLES, dictionary_markdown

    if table is not None and table not in TABLES:
        raise RequestError(f'no table "{table}". {known(table, TABLES)}')
    names = (table,) if table else tuple(TABLES)
    if form == "markdown":
        click.echo(dictionary_markdown(names), nl=False)
    else:
        columns = {
            n: [{"name": c.name, "type": c.type, "nullable": c.nullable, "description": c.description} for c in TABLES[n].columns]
            for n in names
        }
        click.echo(json.dumps({n: {"key": TABLES[n].key, "columns": columns[n]} for n in names}, indent=2))


@cli.command()
@click.argument("pipeline", metavar="PIPELINE", required=False)
def check(pipeline: str | None) -> None:
    """Check a pipeline file and show its stages with all their settings."""
    from briefex.pipeline import DEFAULT, STAGES, read_pipeline, settings_of

    plan = read_pipeline(pipeline or DEFAULT)
    for stage in plan.stages:
        click.echo(stage.name)
        for name in settings_of(STAGES[stage.name]):
            click.echo(f"  {name} = {json.dumps(stage.settings[name], default=str)}" if name in stage.settings else f"  {name}  (default)")


@cli.command()
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.option("--tables", metavar="OUT", type=click.Path(path_type=Path), help="Measure published tables instead of annotating.")
@click.option("--model", metavar="NAME|FOLDER", help="Names model.  [default: names_v1]")
@click.option("--min", "minimums", multiple=True, metavar="KIND=F1", help="A floor; exit 3 if the figure is below it. May be repeated.")
@click.option(
    "--floors", metavar="FILE", type=click.Path(path_type=Path), help="Floors file.  [default: floors.toml beside the gold, if there]"
)
@click.option("--write-floors", is_flag=True, help="Pin floors at the measured figures less --margin.")
@click.option("--margin", default=0.02, show_default=True, help="Noise margin of --write-floors.")
@click.option("--lower", is_flag=True, help="Let --write-floors lower a floor that stands.")
@click.option("--baseline", metavar="FILE", type=click.Path(path_type=Path), help="Compare with a stored result, document by document.")
@click.option("--write-baseline", metavar="FILE", type=click.Path(path_type=Path), help="Store this result.")
@click.option("--errors", metavar="FILE", type=click.Path(path_type=Path), help="Write every error in its context, grouped.")
@click.option("--junit", metavar="FILE", type=click.Path(path_type=Path), help="Write the gate's result as JUnit XML.")
@click.option("--reliability", is_flag=True, help="Show how scores compare with truth.")
@click.option("--find-threshold", type=click.FloatRange(0, 1), metavar="P", help="Show from which score on precision P is reached.")
@click.option(
    "--format", "form", type=click.Choice(["table", "markdown", "json"]), default="table", show_default=True, help="How to print."
)
@click.option("--check-only", is_flag=True, help="Check the gold and measure nothing.")
def evaluate(gold: Path, **options: Any) -> None:
    """Measure accuracy on gold, and fail where a floor is missed.

    GOLD is a file of annotated blurbs or a folder of such files. Floors stand in floors.toml beside it, pinned with a digest of
    the gold; exit 3 if one is missed.
    """
    from briefex.evaluation import Options, evaluate_gold

    click.echo(evaluate_gold(gold, Options(**options, is_github=os.environ.get("GITHUB_ACTIONS") == "true")))


@cli.command()
@click.argument("source", metavar="FILE|FOLDER", type=click.Path(path_type=Path))
@click.argument("target", metavar="FILE|FOLDER", type=click.Path(path_type=Path))
@click.option("--from", "source_format", default="gold", show_default=True, help="Format of the source.")
@click.option("--to", "target_format", default="gold", show_default=True, help="Format to write.")
def convert(source: Path, target: Path, source_format: str, target_format: str) -> None:
    """Convert annotated blurbs between gold and the formats of annotation tools.

    Formats: gold, docbin (spaCy), prodigy, labelstudio, doccano, brat, conll. Facts stay behind where a format has no place for them.
    """
    from briefex.exchange import FORMATS
    from briefex.gold import read_gold, to_json

    for name in (source_format, target_format):
        if name != "gold" and name not in FORMATS:
            raise RequestError(f'no format "{name}". {known(name, ["gold", *FORMATS])}')
    records = list(read_gold(source).records) if source_format == "gold" else FORMATS[source_format][0](source)
    if target_format == "gold":
        target.write_text("".join(to_json(record) + "\n" for record in records), encoding="utf-8")
    else:
        FORMATS[target_format][1](records, target)
    click.echo(f"{target}: {len(records)} records", err=True)


@cli.command()
@click.argument("out", metavar="OUT", type=click.Path(path_type=Path))
def verify(out: Path) -> None:
    """Check that published tables are whole: every byte, row count and column."""
    from briefex.store import current_snapshot
    from briefex.store import verify as verify_store

    found = verify_store(out)
    for line in found:
        click.echo(line, err=True)
    if found:
        sys.exit(1)
    click.echo(f"{current_snapshot(out)}: whole")


def _text_of(source: str) -> str:
    from briefex.errors import InputError
    from briefex.readers.encoding import decode, read_bytes

    try:
        if source == "-":
            return decode(sys.stdin.buffer.read())
        if len(source) < 1000 and "\n" not in source and Path(source).exists():
            return decode(read_bytes(Path(source)))
    except InputError as error:
        raise RequestError(f"{source}: {error}") from error
    if " " not in source.strip():
        raise RequestError(f'"{source}": no such file, and too short for a text. Give a file, -, or the text in quotes.')
    return source


@contextmanager
def _progress(*, shown: bool) -> Iterator[tuple[Callable[[str, int | None], None], Callable[[], None]]]:
    """A progress bar a stage on stderr, or nothing."""
    if not shown:
        yield (lambda stage, total: None), (lambda: None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description:<9}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks: list[Any] = []

        def begin(stage: str, total: int | None) -> None:
            tasks.append(bar.add_task(stage, total=total))

        yield begin, lambda: bar.advance(tasks[-1])


def _summary_json(summary: "Summary") -> Mapping[str, Any]:
    counts = summary.counts
    return {
        "snapshot": summary.published.snapshot,
        "new": summary.published.is_new,
        "path": str(summary.published.path),
        "inputs": counts.inputs,
        "documents": counts.documents,
        "duplicates": counts.duplicates,
        "rejected": dict(summary.rejected),
        "rows": dict(summary.published.rows),
        "seconds": summary.seconds,
    }


def _summary_text(summary: "Summary") -> str:
    counts, published = summary.counts, summary.published
    reasons = ", ".join(f"{code} {n}" for code, n in summary.rejected.items())
    rejected = f"{counts.rejected} rejected ({reasons})" if counts.rejected else "none rejected"
    rows = "  ".join(f"{name} {n:,}" for name, n in published.rows.items() if n)
    out = published.path.parents[1]
    state = "published" if published.is_new else "unchanged, already published"
    return (
        f"{counts.documents:,} documents, {counts.duplicates:,} duplicates, {rejected}; {summary.seconds:.1f} s\n"
        f"{rows}\n"
        f"{state}: {out / 'latest'}\n"
        f"open:      python -c \"import pandas; print(pandas.read_parquet('{out / 'latest' / 'affiliations.parquet'}'))\""
    )


def main() -> NoReturn:
    """Run the command line; every failure that briefex explains ends with its message and exit code, without a traceback."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        cli.main(standalone_mode=False)
    except click.exceptions.Exit as exit_:
        sys.exit(exit_.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("briefex: interrupted; nothing was published", err=True)
        sys.exit(130)
    except BriefexError as error:
        click.echo(f"briefex: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)
    sys.exit(0)


def _terminate(*_: object) -> NoReturn:
    click.echo("briefex: terminated; nothing was published", err=True)
    sys.exit(143)


if __name__ == "__main__":
    main()
