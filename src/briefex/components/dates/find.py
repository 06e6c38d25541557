"""The front door of the logic: a text in, its dates out."""

import datetime
from collections.abc import Sequence

from briefex.components.dates.compose import expressions
from briefex.components.dates.fallback import with_fallback
from briefex.components.dates.resolve.walk import resolve
from briefex.components.dates.tokens import Tape
from briefex.components.dates.values import FoundDate


def find_dates(
    text: str,
    *,
    reference: datetime.date | datetime.datetime | None = None,
    blocked: Sequence[tuple[int, int]] = (),
) -> tuple[FoundDate, ...]:
    """Give every date, time and period that a text names, with the value it has there.

    What the text leaves open is taken from the text around it, then from the reference; without a reference
    nothing is guessed and the year stays open.

    Args:
        text: any text; it is not changed, and offsets are code points into it.
        reference: the day the text was published, which "next month" counts from.
        blocked: (start, end) of the names, in or across which no date is found.

    Returns:
        The dates in text order, never overlapping.

    Source: annotation guide 1.1, DATE.

    >>> [(date.text, date.value.iso) for date in find_dates("Thursday 4 December 2025, 18:00–19:30 GMT")]
    [('Thursday 4 December 2025, 18:00–19:30 GMT', '2025-12-04T18:00+00:00/2025-12-04T19:30+00:00')]

    """
    tape = Tape(text, blocked)
    found = with_fallback(tape, list(expressions(tape)))
    day = reference.date() if isinstance(reference, datetime.datetime) else reference
    dates: list[FoundDate] = []
    for resolved in resolve(tape, found, day):
        start, end = tape[resolved.expression.first].start, tape[resolved.expression.last - 1].end
        dates.append(FoundDate(start, end, text[start:end], resolved.value, resolved.source, resolved.flags))
    return tuple(dates)
