"""When the event begins and ends: chosen among all dates by evidence, not by place."""

import re
from collections.abc import Sequence
from typing import Protocol


class _Value(Protocol):
    @property
    def iso(self) -> str: ...


class EventDate(Protocol):
    """What this module reads of a date found: its place, its value, and whether it holds a time of day."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def value(self) -> _Value: ...
    @property
    def has_time(self) -> bool: ...


_LABEL = re.compile(r"(?:date(?:s|\s*(?:and|&)\s*time)?|when|time|starts?|begins?|day)\s*:?\s*$", re.IGNORECASE)
_OTHER = re.compile(
    r"(?:deadline|register|registration|rsvp|abstracts?|submi\w+|apply|applications?|by|until|before|no later than|since|closes?|opens?|published|posted|updated|founded|established"
    r"|signed|adopted|launched|recorded|recording|follow(?:ed|ing)|previous(?:ly)?|next (?:event|session|meeting|lecture)|born|©|doors|available (?:from|until|on))\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?:\bheld|takes? place|taking place|join us|invites? you|will be|to be|on|hosts?|hosted|will host|convened?|met|gathered|event|webinar|seminar|lecture|conference|workshop|meeting|from)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_DAY = re.compile(r"^((?:\d{4}|XXXX)-\d{2}-\d{2})")
_SINGLE = re.compile(r"^(?:\d{4}|XXXX)-\d{2}-\d{2}")


def when_of(text: str, dates: Sequence[EventDate]) -> tuple[str | None, str | None]:
    """Start and end of the event as ISO 8601 values: the programme's first and last times where it has times, else days."""
    candidates = [d for d in dates if _SINGLE.match(d.value.iso)]
    scored = [(_weight(text, d, i), -i, d) for i, d in enumerate(candidates)]
    if not scored or max(scored)[0] <= 0:
        return None, None
    chosen = max(scored, key=lambda item: item[:2])[2]
    first, last = _ends(chosen.value.iso)
    same_days = [d for d in candidates if _day(first) <= _day(_ends(d.value.iso)[0]) <= _day(last or first) and _weight(text, d, 0) > 0]
    timed = [d for d in same_days if "T" in d.value.iso]
    if "T" not in first and timed:
        begins = min((_ends(d.value.iso)[0] for d in timed), key=_clock)
        first = begins
    if "T" in first:
        finishes = [e for d in timed for e in _ends(d.value.iso) if e and "T" in e]
        latest = max(finishes, key=_clock, default=None)
        earliest = min((_ends(d.value.iso)[0] for d in timed), key=_clock, default=first)
        if "T" not in chosen.value.iso:
            first = earliest
        last = (
            latest
            if latest is not None and _clock(latest) > _clock(first) and (last is None or "T" not in last or len(timed) > 2)
            else last
        )
    return first, last if last != first else None


def _weight(text: str, date: EventDate, index: int) -> float:
    """How much speaks for a date being the event's day."""
    before = text[max(0, date.start - 90) : date.start].rsplit("\n\n", 1)[-1]
    line_start = text.rfind("\n", 0, date.start) + 1
    head = text[line_start : date.start].strip(" \t*#-–•|>")
    weight = 1.0 + (2.0 if date.has_time else 0.0) + (1.5 if date.start < 400 else 0.0) - 0.05 * index
    if not head or _LABEL.search(head):
        weight += 2.0
    if _LABEL.search(before):
        weight += 1.0
    if _OTHER.search(before):
        weight -= 4.0
    elif _EVENT.search(before):
        weight += 0.5
    return weight


def _ends(iso: str) -> tuple[str, str | None]:
    first, _, last = iso.partition("/")
    return first, last if last and last != ".." else None


def _day(iso: str) -> str:
    return iso[:10]


def _clock(iso: str) -> str:
    return iso[:16]
