"""Agendas: numbers that begin lines and run on like a clock are times, however they are written ("1400", "9.45", "1.20")."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

_LINE: Final = re.compile(
    r"(?m)^[ \t*•|>–-]*(?:(?P<dotted>(\d{1,2})\.(\d{2}))|(?P<four>([01]\d|2[0-3])([0-5]\d)))(?=[ \t]*(?:$|[ \t|:;,–-]))(?![.:,]\d)"
    # "Session I (11.15)", "Opening (Day 1, 09.45)" at the end of a line
    r"|\((?:[^()\n\d]{0,12}\d?, )?(?P<closed>(\d{1,2})\.(\d{2}))\)[ \t]*$"
)
_MIN_LINES: Final = 3  # fewer may be section numbers or years
_MAX_STEPS_BACK: Final = 2  # noon, and a second day


def agenda_times(plain: str) -> frozenset[int]:
    """Where times of an agenda begin: at least three lines of one style, in the order of a day.

    Args:
        plain: the ASCII copy of a text.

    Returns:
        Offsets of the first digit of each such time.

    """
    if not any(c.isdigit() for c in plain):
        return frozenset()
    styles: dict[str, list[tuple[int, int]]] = {"dotted": [], "four": []}
    for match in _LINE.finditer(plain):
        group = match.lastgroup or "dotted"
        first = match.re.groupindex[group] + 1
        hour, minute = int(match[first]), int(match[first + 1])
        if hour <= 24 and minute < 60:
            styles["four" if group == "four" else "dotted"].append((match.start(group), hour * 60 + minute))
    return frozenset(offset for times in styles.values() if _runs_like_a_clock(times) for offset, _ in times)


def _runs_like_a_clock(times: Sequence[tuple[int, int]]) -> bool:
    minutes = [minute for _, minute in times]
    back = sum(after < before for before, after in itertools.pairwise(minutes))
    even = sum(minute % 5 == 0 for minute in minutes)
    return len(times) >= _MIN_LINES and back <= _MAX_STEPS_BACK and even >= 0.8 * len(times) and len(set(minutes)) >= _MIN_LINES
