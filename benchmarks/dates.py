"""Dates side by side with peers: `python benchmarks/dates.py CASES.jsonl…` prints one table a file.

A case is a JSON object a line: either `input`, `reference_datetime`, `expected` and `ignore`, or a gold blurb with `text`,
`reference_date` and `mentions`, whose DATE mentions are expected and whose other mentions are blocked for us.
`--errors` prints what we miss and what we add instead.
"""

import argparse
import dataclasses
import datetime
import importlib.util
import json
import re
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from briefex.components.dates import find_dates
from briefex.components.dates.compose import expressions
from briefex.components.dates.fallback import with_fallback
from briefex.components.dates.tokens import Tape

_OFFSET = re.compile(r"(T\d\d:\d\d(?::\d\d)?)(?:Z|[+-]\d\d:\d\d)")


@dataclasses.dataclass(frozen=True, slots=True)
class Expected:
    """A span and every value that counts as right; no values at all: the span alone counts."""

    start: int
    end: int
    values: frozenset[str]


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """A text with its dates; `blocked` are names, `ignored` spans neither right nor wrong."""

    text: str
    reference: datetime.datetime | None
    expected: tuple[Expected, ...]
    ignored: tuple[tuple[int, int], ...] = ()
    blocked: tuple[tuple[int, int], ...] = ()
    has_offsets: bool = True


@dataclasses.dataclass(frozen=True, slots=True)
class Guess:
    """A found span; a peer gives a datetime, which is cut to the precision expected."""

    start: int
    end: int
    value: str | datetime.datetime


Finder = Callable[[Case], list[Guess]]


def read_cases(path: Path) -> Iterator[Case]:
    """The cases of a file in either format."""
    for line in path.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        yield _gold_case(record) if "mentions" in record else _plain_case(record)


def _gold_case(record: dict[str, Any]) -> Case:
    dates = [m for m in record["mentions"] if m["label"] == "DATE"]
    names = [m for m in record["mentions"] if m["label"] != "DATE"]
    return Case(
        record["text"],
        _moment(record.get("reference_date")),
        tuple(Expected(m["start"], m["end"], frozenset({m["entity"]})) for m in dates),
        blocked=tuple((m["start"], m["end"]) for m in names),
    )


def _plain_case(record: dict[str, Any]) -> Case:
    ignored = tuple((span["start"], span["end"]) for span in record.get("ignore", ()))
    expected = tuple(_expected(each) for each in record["expected"])
    has_offsets = all("value" in each for each in record["expected"])
    return Case(record["input"], _moment(record.get("reference_datetime")), expected, ignored, has_offsets=has_offsets)


def _moment(text: str | None) -> datetime.datetime | None:
    return None if text is None else datetime.datetime.fromisoformat(text)


def _expected(record: dict[str, Any]) -> Expected:
    if "value" in record:
        return Expected(record["start"], record["end"], frozenset({record["value"], *record.get("also_accepted", ())}))
    values = frozenset(iso for value in record["values"] for iso in _accepted(value, record["timex"]))
    return Expected(record.get("core_start", record["start"]), record.get("core_end", record["end"]), values)


def _accepted(value: dict[str, str | None], timex: str) -> set[str]:
    """The ISO forms, ends inclusive, of a value whose range end is exclusive."""
    if value.get("value") is not None:
        return {_iso(str(value["value"]))}
    start, end = value.get("start"), value.get("end")
    if start is None or end is None:
        year = str(start or end)[:4]
        return {re.sub(r"(T\d\d)\Z", r"\1:00", timex.replace("XXXX", year)), _iso(str(start or end))}
    if " " in start or (":" in start and "-" not in start):
        return {f"{_iso(start)}/{_iso(end)}"}
    return _day_spans(datetime.date.fromisoformat(start), datetime.date.fromisoformat(end))


def _iso(value: str) -> str:
    """ "2016-10-14 08:00:31" as "2016-10-14T08:00:31", ":00" seconds left out."""
    text = value.replace(" ", "T")
    text = f"T{text}" if re.match(r"\d\d:", text) else text
    return re.sub(r"(T\d\d:\d\d):00\Z", r"\1", text)


def _day_spans(start: datetime.date, end: datetime.date) -> set[str]:
    before = end - datetime.timedelta(days=1)
    found = {f"{first}/{last}" for first in _cuts(start) for each in (before, end) for last in _cuts(each)}
    is_month_start = start.day == end.day == 1
    if is_month_start and (start.year, start.month) == (before.year, before.month):
        found.add(f"{start:%Y-%m}")
    if is_month_start and start.month == end.month == 1 and start.year == before.year:
        found.add(f"{start.year:04d}")
    if start.year % 100 == 0 and (end - start).days > 36000:
        found.add(f"{start.year + 1}/{end.year}")
    return found | ({start.isoformat()} if start == before else set())


def _cuts(day: datetime.date) -> tuple[str, str, str]:
    return f"{day.year:04d}", f"{day.year:04d}-{day.month:02d}", day.isoformat()


def find_ours(case: Case) -> list[Guess]:
    """This component."""
    found = find_dates(case.text, reference=case.reference, blocked=case.blocked)
    return [Guess(date.start, date.end, date.value.iso) for date in found]


def _dateparser(languages: list[str] | None, settings: dict[str, object], *, with_reference: bool) -> Finder:
    def find(case: Case) -> list[Guess]:
        from dateparser.search import search_dates

        base = {"RELATIVE_BASE": case.reference} if with_reference and case.reference else {}
        found = search_dates(case.text, languages=languages, settings={**settings, **base} or None) or []
        return _located(case.text, [(text, moment) for text, moment in found])

    return find


def _located(text: str, found: Sequence[tuple[str, datetime.datetime]]) -> list[Guess]:
    guesses, position = [], 0
    for surface, moment in found:
        start = text.find(surface, position)
        if start >= 0:
            position = start + len(surface)
            guesses.append(Guess(start, position, moment))
    return guesses


def _datefinder(case: Case) -> list[Guess]:
    import datefinder

    found = datefinder.find_dates(case.text, index=True, base_date=case.reference)
    return [Guess(start, end, moment) for moment, (start, end) in found]


def _parsedatetime(case: Case) -> list[Guess]:
    import parsedatetime

    found = parsedatetime.Calendar().nlp(case.text, sourceTime=case.reference) or ()
    return [Guess(start, end, moment) for moment, _, start, end, _ in found]


def _timefhuman(case: Case) -> list[Guess]:
    import timefhuman

    config = timefhuman.tfhConfig(return_matched_text=True, now=case.reference or datetime.datetime.now())
    found = timefhuman.timefhuman(case.text, config)
    return [Guess(start, end, moment) for _, (start, end), moment in found if isinstance(moment, datetime.datetime)]


def finders() -> dict[str, Finder]:
    """Us, dateparser, and the peers that are installed."""
    best = {"PREFER_DATES_FROM": "future", "DATE_ORDER": "DMY", "RETURN_AS_TIMEZONE_AWARE": False}
    table: dict[str, Finder] = {"briefex": find_ours}
    peers: dict[str, dict[str, Finder]] = {
        "dateparser": {
            "dateparser naive": _dateparser(None, {}, with_reference=False),
            "dateparser best": _dateparser(["en"], best, with_reference=True),
        },
        "datefinder": {"datefinder": _datefinder},
        "parsedatetime": {"parsedatetime": _parsedatetime},
        "timefhuman": {"timefhuman": _timefhuman},
    }
    for module, found in peers.items():
        if importlib.util.find_spec(module) is not None:
            table |= found
    return table


def is_right(guess: Guess, expected: Expected, *, has_offsets: bool) -> bool:
    """Whether the value is one of those accepted; a datetime is read to the precision of each."""
    if not expected.values:
        return True
    if isinstance(guess.value, datetime.datetime):
        return any(_cut_like(guess.value, value) == _OFFSET.sub(r"\1", value) for value in expected.values)
    own = guess.value if has_offsets else _OFFSET.sub(r"\1", guess.value)
    return own in expected.values


def _cut_like(moment: datetime.datetime, value: str) -> str:
    if value.startswith("T"):
        return f"{moment:T%H:%M}"
    if "T" in value:
        return f"{moment:%Y-%m-%dT%H:%M}"
    return f"{moment:%Y-%m-%d}"[: len(value)]


@dataclasses.dataclass(slots=True)
class Score:
    """Counts over a file."""

    guessed: int = 0
    wanted: int = 0
    spans: int = 0
    values: int = 0
    dateless: int = 0
    dateless_hit: int = 0
    seconds: float = 0.0
    chars: int = 0

    @staticmethod
    def f1(hits: int, guessed: int, wanted: int) -> float:
        """F1 of 100."""
        return 100 * 2 * hits / (guessed + wanted) if guessed + wanted else 100.0


def score(cases: Sequence[Case], find: Finder, *, show_errors: bool) -> Score:
    """Run one finder over all cases."""
    total = Score()
    for case in cases:
        begun = time.perf_counter()
        found = find(case)
        total.seconds += time.perf_counter() - begun
        total.chars += len(case.text)
        _count(case, found, total, show_errors=show_errors)
    return total


def _count(case: Case, found: list[Guess], total: Score, *, show_errors: bool) -> None:
    at = {(each.start, each.end): each for each in case.expected}
    guesses = [g for g in found if not any(g.start < end and start < g.end for start, end in case.ignored) or (g.start, g.end) in at]
    total.guessed += len(guesses)
    total.wanted += len(case.expected)
    total.dateless += not case.expected
    total.dateless_hit += bool(guesses) and not case.expected
    matched = {span: g for g in guesses if (span := (g.start, g.end)) in at}
    right = {span for span, g in matched.items() if is_right(g, at[span], has_offsets=case.has_offsets)}
    total.spans += len(matched)
    total.values += len(right)
    if show_errors and (len(right) < len(at) or len(right) < len(guesses)):
        _show(case, guesses, right)


def _show(case: Case, guesses: Sequence[Guess], right: set[tuple[int, int]]) -> None:
    print(f"\n{case.text[:240]!r}  ({case.reference})" if len(case.text) < 400 else "\n[document]")
    for expected in case.expected:
        if (expected.start, expected.end) not in right:
            print(
                f"    - "
                f"{case.text[max(0, expected.start - 30) : expected.start]!r}[[{case.text[expected.start : expected.end]}]] "
                f"{sorted(expected.values)[:3]}"
            )
    for guess in guesses:
        if (guess.start, guess.end) not in right:
            print(f"    + {case.text[max(0, guess.start - 30) : guess.start]!r}[[{case.text[guess.start : guess.end]}]] {guess.value}")


def fallback_share(cases: Sequence[Case]) -> tuple[int, int]:
    """How many of our expressions dateparser typed, of how many."""
    found = [each for case in cases for tape in (Tape(case.text, case.blocked),) for each in with_fallback(tape, list(expressions(tape)))]
    return sum(each.is_from_fallback for each in found), len(found)


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="print our errors and no peers")
    options = parser.parse_args()
    table = {"briefex": find_ours} if options.errors else finders()
    for path in options.cases:
        cases = list(read_cases(path))
        print(f"\n{path.name}: {len(cases)} texts, {sum(len(case.expected) for case in cases)} dates")
        print(f"{'':18}{'span F1':>9}{'+ value':>9}{'dateless hit':>14}{'chars/s':>12}")
        for name, find in table.items():
            result = score(cases, find, show_errors=options.errors)
            span, value = (Score.f1(hits, result.guessed, result.wanted) for hits in (result.spans, result.values))
            speed = result.chars / max(result.seconds, 1e-9)
            print(f"{name:18}{span:9.1f}{value:9.1f}{result.dateless_hit:9}/{result.dateless:<4}{speed:12,.0f}")
        share = fallback_share(cases)
        print(f"typed by the dateparser fallback: {share[0]} of {share[1]}")


if __name__ == "__main__":
    main()
