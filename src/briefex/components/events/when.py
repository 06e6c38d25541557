"""When the event begins and ends: chosen among all dates by evidence, not by place."""

import datetime as dt
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


_LABEL = re.compile(
    r"(?:\bdates?(?:\s*(?:and|&|/)\s*times?)?|\bwhen|\btime|\bstarts?|\bbegins?|\bday|\bfecha|\bdatum|\bdata|\bfechas|\bquand"
    r"|\bwann)\s*[:|–-]?\s*$",
    re.IGNORECASE,
)
_NEVER = re.compile(
    r"(?:deadline|register|registrations?|rsvp|reply|confirm|abstracts?|submi\w+|apply|applications?|no later than"
    r"|not later than|since|closes|published|posted|updated|version of|founded|established"
    r"|signed|adopted|took office|appointed|recorded|recording|replay|previous(?:ly)?|planned for"
    r"|next (?:event|session|meeting|lecture)|born|©|doors|gates|einlass|available (?:from|until|on)|open until|last year"
    r"|will end|ends? (?=on))\b[^.;,\n]{0,40}$"
    r"|\b(?:by|until|till|before|through|after|ex-|from \d{4} to)(?:\s+|[ \t]+(?:\w+[ \t]+){1,2}?)$",
    re.IGNORECASE,
)
_NEVER_AFTER = re.compile(r"^\s*(?:deadline|is the deadline|mennessä)\b", re.IGNORECASE)
_DATELINE = re.compile(r"^[\W_]*[A-Z][\w .’'-]{1,30}(?:\([A-Z]\w+\))?,?\s*$")
_HEADER_DATE = re.compile(r"[>\s]*(?:date|sent)\s*:\s*", re.IGNORECASE)  # of a mail
_HEADER = re.compile(r"^[>\s]*(?:from|to|cc|subject|re)\s*:", re.IGNORECASE | re.MULTILINE)
_DATELINE_END = re.compile(r"^(?:\s*\([\w ]+\))?\s*[—–-]{1,2}\s*[A-Z\"“]")
_SIDE_TIME = re.compile(
    r"\b(?:doors?|einlass|coffee from|bus leaves|buffet|lunch(?:es)? from|gates|drinks? (?:from|at))\b[^.;|,\n]{0,20}$", re.IGNORECASE
)
_EVENT = re.compile(
    r"(?:\bheld|takes? place|taking place|join us|invites? you|will be|to be|on|hosts?|hosted|will host|convened?|met|gathered"
    r"|event|webinar|seminar|lecture|conference|workshop|meeting|from)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_DAYED = re.compile(r"^(?:\d{4}|XXXX)-\d{2}-\d{2}")
_UNDAYED = re.compile(r"^T\d{2}:\d{2}")
_HEADING = re.compile(r"^[\W_]*(?:day\s+\w+|session\s+\w+|(?:mon|tues|wednes|thurs|fri|satur|sun)day)?[\W_]*$", re.IGNORECASE)
_OFFSET = re.compile(r"(?:[+-]\d{2}:\d{2}|Z)$")
_NAMES_A_DAY = re.compile(
    r"(?i)jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz]|mon|tue|wed|thu|fri|sat|sun|\d[./-]\d{1,2}[./-]\d"
    r"|\d(?:st|nd|rd|th)\b|\d{1,2}\.\d{1,2}\.|\d月"
)
NEAR_CHARS = 250
MANY_TIMES = 2  # more times than these at the heads of lines are an agenda
MAX_SERIES_DAYS = 120  # lectures of one series stand within a term
Interval = tuple[str, str | None]


def when_of(text: str, dates: Sequence[EventDate]) -> tuple[str | None, str | None]:
    """Start and end of the event as ISO 8601 values: the programme's first and last times where it has times, else days."""
    dayed = [d for d in dates if _DAYED.match(d.value.iso)]
    told = [d for d in dayed if not _is_other(text, d)]
    explicit = [d for d in told if _NAMES_A_DAY.search(text[d.start : d.end])]
    if not explicit:  # times alone: they hold unless their day is one that is not the event's
        others = {_first(d)[:10] for d in dayed if d not in told}
        told = explicit = [d for d in told if _first(d)[:10] not in others]
    if not explicit:
        return None, None
    chosen = max(((_weight(text, d, i), -i, d) for i, d in enumerate(explicit)), key=lambda item: item[:2])[2]
    first_day, last_day = _days(chosen, explicit, text)
    clocked = _one_zone(chosen, [d for d in told if "T" in d.value.iso and first_day <= _first(d)[:10] <= last_day])
    is_agenda = sum(_begins_line(text, d) for d in clocked) > MANY_TIMES
    if "T" in chosen.value.iso and "/" in chosen.value.iso and first_day == last_day and not is_agenda:
        clocked = [d for d in clocked if d.start == chosen.start or _continues(chosen, d)]
    elif not is_agenda:
        near = [d for d in clocked if d.start == chosen.start or _is_near(text, chosen, d)]
        clocked = near or ([d for d in clocked if d.start > chosen.start] if first_day == last_day else [])
    return _programme(first_day, last_day, clocked) if clocked else _plain(text, dates, first_day, last_day)


def _begins_line(text: str, date: EventDate) -> bool:
    return not text[text.rfind("\n", 0, date.start) + 1 : date.start].strip(" \t*•–-|·")


def _is_near(text: str, chosen: EventDate, other: EventDate) -> bool:
    """Whether a time belongs to the chosen day: it stands close by or at the head of a line, and not before it in time."""
    if "T" in chosen.value.iso and _first(chosen)[:10] == _first(other)[:10] and _clock(_first(other)) < _clock(_first(chosen)):
        return False
    return (
        abs(other.start - chosen.end) < NEAR_CHARS
        or _begins_line(text, other)
        or _LABEL.search(text[max(0, other.start - 30) : other.start]) is not None
    )


def _one_zone(chosen: EventDate, clocked: Sequence[EventDate]) -> list[EventDate]:
    """Times of one zone only: a zone stated once holds for all, an instant told in a second zone adds nothing."""
    offsets = [match[0] for d in clocked if (match := _OFFSET.search(d.value.iso))]
    own = _OFFSET.search(chosen.value.iso)
    zone = own[0] if own else offsets[0] if offsets else None
    if zone is None:
        return list(clocked)
    kept = [d for d in clocked if (match := _OFFSET.search(d.value.iso)) is None or match[0] == zone]
    return [d if _OFFSET.search(d.value.iso) else _Dayed(d, d.value.iso[:10], zone) for d in kept]


def _programme(first_day: str, last_day: str, clocked: Sequence[EventDate]) -> tuple[str | None, str | None]:
    """From the first time of the first day to the last time of the last day."""
    starts = [_first(d) for d in clocked if _first(d)[:10] == first_day]
    first = min(starts, key=_clock, default=first_day)
    ends = [end for d in clocked for end in _ends(d.value.iso) if end and "T" in end and end[:10] >= last_day]
    last = max(ends, key=_clock, default=last_day if last_day != first_day else None)
    return first, last if last is not None and last != first and (last_day != first_day or _clock(last) > _clock(first)) else None


def _plain(text: str, dates: Sequence[EventDate], first_day: str, last_day: str) -> tuple[str | None, str | None]:
    """Days, with the times that stand without a day where the event has only one."""
    clocks = [d for d in dates if _UNDAYED.match(d.value.iso) and not _is_other(text, d)]
    if clocks and (first_day == last_day or len(clocks) == 1):
        return _programme(first_day, last_day, [_Dayed(d, day) for d in clocks for day in dict.fromkeys((first_day, last_day))])
    return first_day, last_day if last_day != first_day else None


class _Dayed:
    """A time of day on the day of the event, in the page's zone."""

    def __init__(self, date: EventDate, day: str, zone: str = "") -> None:
        self.start, self.end, self.has_time = date.start, date.end, True
        parts = [day + part if part.startswith("T") else part for part in date.value.iso.split("/")]
        self.value = _Iso("/".join(part + zone if "T" in part else part for part in parts))


class _Iso:
    def __init__(self, iso: str) -> None:
        self.iso = iso


def _days(chosen: EventDate, told: Sequence[EventDate], text: str) -> tuple[str, str]:
    """First and last day: the chosen date's, and those of the headings of further days."""
    first, last = _ends(chosen.value.iso)
    days = {first[:10], (last or first)[:10]}
    if _is_heading(text, chosen) or len(days) == 1:
        near = [_first(d)[:10] for d in told if _is_heading(text, d) and _gap(first, _first(d)) <= MAX_SERIES_DAYS]
        if len(set(near)) > 1 or (near and re.search(r"(?i)\bday (?:2|two|ii)\b", text)):
            days |= set(near)
    return min(days), max(days)


def _gap(one: str, other: str) -> int:
    try:
        return abs((dt.date.fromisoformat(one[:10]) - dt.date.fromisoformat(other[:10])).days)
    except ValueError:
        return MAX_SERIES_DAYS + 1


def _is_heading(text: str, date: EventDate) -> bool:
    """Whether a date stands at the head of its line, by itself or as the name of a day of the programme."""
    begin = text.rfind("\n", 0, date.start) + 1
    if not _HEADING.match(text[begin : date.start][:60]):
        return False
    rest = text[date.end : date.end + 40].split("\n", 1)[0]
    return len(rest.strip(" \t:*_#-–—.|)")) < 20 or re.match(r"\s*[–—:-]\s+", rest) is not None


def _continues(chosen: EventDate, other: EventDate) -> bool:
    """Whether a second session follows the chosen one: "10–12 and 14–16"."""
    return "/" in other.value.iso and 0 < other.start - chosen.end < 20


def _is_other(text: str, date: EventDate) -> bool:
    """Whether a date is a deadline, of the past, of the doors, or of the publication."""
    line_start = text.rfind("\n", 0, date.start) + 1
    before = text[max(0, line_start if date.start - line_start > 30 else 0, date.start - 90) : date.start].rsplit("\n\n", 1)[-1]
    if _NEVER.search(before) or _SIDE_TIME.search(before) or _NEVER_AFTER.match(text[date.end : date.end + 30]):
        return True
    head = text[line_start : date.start]
    if _HEADER_DATE.fullmatch(head) and _HEADER.search(text, max(0, line_start - 200), date.end + 200):
        return True
    return line_start < 400 and len(head) < 40 and bool(_DATELINE.match(head)) and bool(_DATELINE_END.match(text[date.end : date.end + 20]))


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
    if _EVENT.search(before):
        weight += 0.5
    if re.search(r"(?i)\bp\.?\s?s\.|\balso on\b|\bearlier\b|\bformer\b|\bserved\b|\bwas\b", before):
        weight -= 2.0
    return weight


def _first(date: EventDate) -> str:
    return _ends(date.value.iso)[0]


def _ends(iso: str) -> Interval:
    first, _, last = iso.partition("/")
    return first, last if last and last != ".." else None


def _clock(iso: str) -> str:
    return iso[:16]
