"""The year of a date that leaves it out: from the text around it first, then from the reference date."""

import calendar
import datetime
import functools
from collections.abc import Iterable
from typing import NamedTuple

from briefex.components.dates.resolve.evidence import Tense
from briefex.components.dates.values import ResolvedFrom, day_or_none

# How far from its anchor a date with a weekday but no year may lie.
_WEEKDAY_REACH_YEARS = 2
# A day told without tense is past if it lies no further back than this: a dateline, "as of 1 January".
_JUST_OVER_DAYS = 45


class YearEvidence(NamedTuple):
    """What can settle a year: a date told beside it, the event's day, the reference day, a tagged year, the tense.

    `neighbour` is the first day of the nearest date of the same sentence or paragraph whose year is known.
    """

    tense: Tense
    neighbour: datetime.date | None = None
    event: datetime.date | None = None
    reference: datetime.date | None = None
    tagged_year: int | None = None


@functools.lru_cache(maxsize=2048)
def settle_year(month: int, day: int | None, weekday: int | None, evidence: YearEvidence) -> tuple[int | None, ResolvedFrom]:
    """The year that a month, or a day of a month, stands in, and what settled it.

    Args:
        month: 1–12.
        day: 1–31, or None for a whole month.
        weekday: Monday 0; only with a day. It rules out years in which the day falls otherwise.

    Returns:
        None for the year, and "none", where neither the text nor the reference date settles it.

    Source: annotation guide 1.1, DATE, last rule, and the table's "Thursday 7 March (no year)".

    """
    if weekday is not None and day is not None:
        return _by_weekday(month, day, weekday, evidence)
    return _by_context(month, day, evidence) or _by_reference(month, day, evidence)


def _by_weekday(month: int, day: int, weekday: int, evidence: YearEvidence) -> tuple[int | None, ResolvedFrom]:
    anchors: tuple[tuple[datetime.date | None, ResolvedFrom], ...] = (
        (evidence.event or evidence.neighbour, "context"),
        (evidence.reference, "reference"),
    )
    for anchor, source in anchors:
        if anchor is None:
            continue
        near = range(anchor.year - _WEEKDAY_REACH_YEARS, anchor.year + _WEEKDAY_REACH_YEARS + 1)
        days = [each for year in near if (each := day_or_none(year, month, day)) and each.weekday() == weekday]
        if days:
            return min(days, key=lambda each: _distance(each, anchor, evidence.tense)).year, source
    return None, "none"


def _distance(day: datetime.date, anchor: datetime.date, tense: Tense) -> int:
    """Days between, counted twice against the tense."""
    days = (day - anchor).days
    is_against = (days < 0 and tense is not Tense.PAST) or (days > 0 and tense is Tense.PAST)
    return abs(days) * (2 if is_against else 1)


def _by_context(month: int, day: int | None, evidence: YearEvidence) -> tuple[int | None, ResolvedFrom] | None:
    reference, tense = evidence.reference, evidence.tense
    neighbour = evidence.neighbour
    if neighbour is not None and tense is Tense.PAST and reference is not None and neighbour > max(reference, evidence.event or reference):
        neighbour = None
    if neighbour is not None and not (tense is Tense.FUTURE and reference is not None and neighbour < reference):
        year = _on_or_after(month, day, neighbour) if tense is Tense.PAST else _nearest(month, day, neighbour)
        if tense is Tense.PAST and reference is not None and _is_after(year, month, day, reference):
            year -= 1
        if tense is Tense.FUTURE and reference is not None and neighbour >= reference and _on_or_after(month, day, reference) == year + 1:
            year += 1
        return year, "context"
    if evidence.event is not None:
        year = _nearest(month, day, evidence.event)
        latest = max(evidence.event, reference or evidence.event)
        if tense is Tense.PAST and _is_after(year, month, day, latest):
            year -= 1
        if (
            tense is Tense.FUTURE
            and reference is not None
            and _on_or_after(month, day, reference) == year + 1
            and evidence.event >= reference
        ):
            year += 1
        return year, "context"
    return None


def _by_reference(month: int, day: int | None, evidence: YearEvidence) -> tuple[int | None, ResolvedFrom]:
    reference, tagged = evidence.reference, evidence.tagged_year
    if tagged is not None and evidence.tense is not Tense.PAST and (reference is None or abs(tagged - reference.year) <= 1):
        return tagged, "context"
    if reference is None:
        return None, "none"
    before = _on_or_before(month, day, reference)
    if evidence.tense is Tense.PAST or (evidence.tense is Tense.UNKNOWN and _is_just_over(before, month, day, reference)):
        return before, "reference"
    return _on_or_after(month, day, reference), "reference"


def _is_just_over(year: int, month: int, day: int | None, reference: datetime.date) -> bool:
    """Whether a day told without tense lies a few weeks back, where the next one would be almost a year away."""
    last = day if day is not None else calendar.monthrange(year, month)[1]
    return 0 < (reference - datetime.date(year, month, min(last, 28))).days <= _JUST_OVER_DAYS


def _is_after(year: int, month: int, day: int | None, anchor: datetime.date) -> bool:
    return (year, month, day or 1) > (anchor.year, anchor.month, anchor.day if day else 31)


def _on_or_after(month: int, day: int | None, anchor: datetime.date) -> int:
    """The first year in which the day or month is not over at the anchor; a leap day waits for its year."""
    is_over = (month, day or 31) < (anchor.month, anchor.day)
    return _existing(month, day, anchor.year + is_over, range(9))


def _on_or_before(month: int, day: int | None, anchor: datetime.date) -> int:
    is_to_come = (month, day or 1) > (anchor.month, anchor.day)
    return _existing(month, day, anchor.year - is_to_come, range(0, -9, -1))


def _existing(month: int, day: int | None, year: int, shifts: Iterable[int]) -> int:
    if (month, day) != (2, 29):
        return year
    return next((year + shift for shift in shifts if calendar.isleap(year + shift)), year)


def _nearest(month: int, day: int | None, anchor: datetime.date) -> int:
    years = (anchor.year, anchor.year + 1, anchor.year - 1)
    middle = 15 if day is None else min(day, 28)
    base = anchor if day is not None else anchor.replace(day=15)
    day_number = base.toordinal()
    return min(years, key=lambda year: abs(datetime.date(year, month, middle).toordinal() - day_number))
