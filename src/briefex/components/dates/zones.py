"""Time zones as people write them, and the offset that holds on a day."""

import datetime
import functools
import re
import zoneinfo
from typing import Final

from briefex.components.dates.pieces import Zone
from briefex.components.dates.tokens import NEW_LINE, Tape

# Letters that name a place's time, daylight saving or not. They count only beside a time.
_GENERIC: Final[dict[str, str]] = {
    "ET": "America/New_York",
    "CT": "America/Chicago",
    "MT": "America/Denver",
    "PT": "America/Los_Angeles",
    "AKT": "America/Anchorage",
    "UKT": "Europe/London",
}
# Letters with one fixed offset in minutes, and the place whose other time they are often written for.
_FIXED: Final[dict[str, tuple[int, str | None]]] = {
    "UTC": (0, None),
    "GMT": (0, None),
    "Z": (0, None),
    "EST": (-300, "America/New_York"),
    "EDT": (-240, "America/New_York"),
    "CST": (-360, "America/Chicago"),
    "CDT": (-300, "America/Chicago"),
    "MST": (-420, None),
    "MDT": (-360, "America/Denver"),
    "PST": (-480, "America/Los_Angeles"),
    "PDT": (-420, "America/Los_Angeles"),
    "AKST": (-540, "America/Anchorage"),
    "AKDT": (-480, "America/Anchorage"),
    "HST": (-600, None),
    "AST": (-240, None),
    "ADT": (-180, "America/Halifax"),
    "NST": (-210, "America/St_Johns"),
    "NDT": (-150, "America/St_Johns"),
    "BST": (60, "Europe/London"),
    "WET": (0, "Europe/Lisbon"),
    "WEST": (60, "Europe/Lisbon"),
    "CET": (60, "Europe/Brussels"),
    "CEST": (120, "Europe/Brussels"),
    "MEZ": (60, "Europe/Berlin"),
    "MESZ": (120, "Europe/Berlin"),
    "EET": (120, "Europe/Athens"),
    "EEST": (180, "Europe/Athens"),
    "MSK": (180, None),
    "TRT": (180, None),
    "IST": (330, None),
    "IDT": (180, "Asia/Jerusalem"),
    "PKT": (300, None),
    "NPT": (345, None),
    "BDT": (360, None),
    "GST": (240, None),
    "WAT": (60, None),
    "CAT": (120, None),
    "SAST": (120, None),
    "EAT": (180, None),
    "ICT": (420, None),
    "WIB": (420, None),
    "WITA": (480, None),
    "WIT": (540, None),
    "SGT": (480, None),
    "HKT": (480, None),
    "MYT": (480, None),
    "PHT": (480, None),
    "AWST": (480, None),
    "JST": (540, None),
    "KST": (540, None),
    "ACST": (570, "Australia/Adelaide"),
    "ACDT": (630, "Australia/Adelaide"),
    "AEST": (600, "Australia/Sydney"),
    "AEDT": (660, "Australia/Sydney"),
    "NZST": (720, "Pacific/Auckland"),
    "NZDT": (780, "Pacific/Auckland"),
    "FJT": (720, None),
    "BRT": (-180, None),
    "ART": (-180, None),
    "UYT": (-180, None),
    # anywhere on Earth: conference deadlines
    "AOE": (-720, None),
    "CLT": (-240, "America/Santiago"),
    "CLST": (-180, "America/Santiago"),
    "COT": (-300, None),
    "PET": (-300, None),
    "ECT": (-300, None),
    "BOT": (-240, None),
}
# The same letters elsewhere: place names in the text that speak for the other reading.
_ELSEWHERE: Final[dict[str, tuple[tuple[str, int, frozenset[str]], ...]]] = {
    "CST": (("China", 480, frozenset("beijing shanghai taipei shenzhen guangzhou".split())),),
    "IST": (
        ("Israel", 120, frozenset("jerusalem haifa aviv herzliya".split())),
        ("Ireland", 60, frozenset("dublin cork galway limerick".split())),
    ),
    "BST": (("Bangladesh", 360, frozenset("dhaka chittagong".split())),),
    "AST": (("Arabia", 180, frozenset("riyadh doha manama jeddah".split())),),
    "PST": (("the Philippines", 480, frozenset("manila quezon cebu".split())),),
    "GST": (("South Georgia", -120, frozenset()),),
}
_AMBIGUOUS: Final = frozenset({"CST", "IST", "AST"})
_LOWER_CASE_TOO: Final = frozenset("gmt utc est edt pst pdt cet cest bst aoe".split())
_PLACES: Final[dict[str, str]] = {
    "eastern": "America/New_York",
    "newfoundland": "America/St_Johns",
    "central": "America/Chicago",
    "mountain": "America/Denver",
    "pacific": "America/Los_Angeles",
    "atlantic": "America/Halifax",
    "london": "Europe/London",
    "uk": "Europe/London",
    "british": "Europe/London",
    "edinburgh": "Europe/London",
    "dublin": "Europe/Dublin",
    "irish": "Europe/Dublin",
    "lisbon": "Europe/Lisbon",
    "madrid": "Europe/Madrid",
    "paris": "Europe/Paris",
    "brussels": "Europe/Brussels",
    "amsterdam": "Europe/Amsterdam",
    "geneva": "Europe/Zurich",
    "zurich": "Europe/Zurich",
    "bern": "Europe/Zurich",
    "berlin": "Europe/Berlin",
    "german": "Europe/Berlin",
    "rome": "Europe/Rome",
    "vienna": "Europe/Vienna",
    "prague": "Europe/Prague",
    "warsaw": "Europe/Warsaw",
    "budapest": "Europe/Budapest",
    "copenhagen": "Europe/Copenhagen",
    "oslo": "Europe/Oslo",
    "stockholm": "Europe/Stockholm",
    "helsinki": "Europe/Helsinki",
    "tallinn": "Europe/Tallinn",
    "riga": "Europe/Riga",
    "vilnius": "Europe/Vilnius",
    "kyiv": "Europe/Kyiv",
    "athens": "Europe/Athens",
    "bucharest": "Europe/Bucharest",
    "sofia": "Europe/Sofia",
    "istanbul": "Europe/Istanbul",
    "ankara": "Europe/Istanbul",
    "moscow": "Europe/Moscow",
    "tbilisi": "Asia/Tbilisi",
    "jerusalem": "Asia/Jerusalem",
    "israel": "Asia/Jerusalem",
    "beirut": "Asia/Beirut",
    "cairo": "Africa/Cairo",
    "nairobi": "Africa/Nairobi",
    "lagos": "Africa/Lagos",
    "abuja": "Africa/Lagos",
    "accra": "Africa/Accra",
    "dakar": "Africa/Dakar",
    "johannesburg": "Africa/Johannesburg",
    "pretoria": "Africa/Johannesburg",
    "riyadh": "Asia/Riyadh",
    "doha": "Asia/Qatar",
    "dubai": "Asia/Dubai",
    "gulf": "Asia/Dubai",
    "tehran": "Asia/Tehran",
    "karachi": "Asia/Karachi",
    "islamabad": "Asia/Karachi",
    "delhi": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata",
    "india": "Asia/Kolkata",
    "indian": "Asia/Kolkata",
    "dhaka": "Asia/Dhaka",
    "kathmandu": "Asia/Kathmandu",
    "colombo": "Asia/Colombo",
    "bangkok": "Asia/Bangkok",
    "hanoi": "Asia/Ho_Chi_Minh",
    "jakarta": "Asia/Jakarta",
    "singapore": "Asia/Singapore",
    "manila": "Asia/Manila",
    "beijing": "Asia/Shanghai",
    "china": "Asia/Shanghai",
    "shanghai": "Asia/Shanghai",
    "taipei": "Asia/Taipei",
    "tokyo": "Asia/Tokyo",
    "japan": "Asia/Tokyo",
    "seoul": "Asia/Seoul",
    "korea": "Asia/Seoul",
    "perth": "Australia/Perth",
    "brisbane": "Australia/Brisbane",
    "sydney": "Australia/Sydney",
    "melbourne": "Australia/Melbourne",
    "canberra": "Australia/Sydney",
    "auckland": "Pacific/Auckland",
    "wellington": "Pacific/Auckland",
    "washington": "America/New_York",
    "boston": "America/New_York",
    "toronto": "America/Toronto",
    "ottawa": "America/Toronto",
    "chicago": "America/Chicago",
    "denver": "America/Denver",
    "vancouver": "America/Vancouver",
    "santiago": "America/Santiago",
    "bogota": "America/Bogota",
    "lima": "America/Lima",
    "brasilia": "America/Sao_Paulo",
}
_TWO_WORD_PLACES: Final[dict[tuple[str, str], str]] = {
    ("new", "york"): "America/New_York",
    ("new", "delhi"): "Asia/Kolkata",
    ("hong", "kong"): "Asia/Hong_Kong",
    ("the", "hague"): "Europe/Amsterdam",
    ("tel", "aviv"): "Asia/Jerusalem",
    ("cape", "town"): "Africa/Johannesburg",
    ("addis", "ababa"): "Africa/Addis_Ababa",
    ("mexico", "city"): "America/Mexico_City",
    ("buenos", "aires"): "America/Argentina/Buenos_Aires",
    ("sao", "paulo"): "America/Sao_Paulo",
    ("los", "angeles"): "America/Los_Angeles",
    ("san", "francisco"): "America/Los_Angeles",
    ("abu", "dhabi"): "Asia/Dubai",
    ("kuala", "lumpur"): "Asia/Kuala_Lumpur",
    ("us", "eastern"): "America/New_York",
    ("us", "pacific"): "America/Los_Angeles",
    ("us", "central"): "America/Chicago",
    ("central", "european"): "Europe/Brussels",
    ("eastern", "european"): "Europe/Athens",
    ("western", "european"): "Europe/Lisbon",
    ("east", "africa"): "Africa/Nairobi",
    ("east", "african"): "Africa/Nairobi",
    ("west", "africa"): "Africa/Lagos",
    ("central", "africa"): "Africa/Maputo",
    ("south", "african"): "Africa/Johannesburg",
    ("australian", "eastern"): "Australia/Sydney",
    ("greenwich", "mean"): "Etc/UTC",
    ("coordinated", "universal"): "Etc/UTC",
    ("universal", "coordinated"): "Etc/UTC",
}
_UNITED_STATES: Final = frozenset({"eastern", "central", "mountain", "pacific", "atlantic"})
_BETWEEN_ZONES: Final = frozenset({",", "/", ";", "|", "=", "-"})
_LONGEST_BRACKET: Final = 10
_TIME_WORDS: Final = frozenset({"time", "timezone"})
_OFFSET_SIGNS: Final = {"+": 1, "-": -1}
_PAGE_WIDE: Final = re.compile(
    r"\b(?:all\s+)?(?:times?|timings?|timezones?)(?:\s+(?:zone|are|is|shown|listed|given|stated|indicated|in|below|quoted|refer"
    r"|to|displayed|the|according))*\s*[:(]?\s*$",
    re.IGNORECASE,
)


def zone_at(tape: Tape, index: int, *, is_city_enough: bool = False) -> tuple[Zone, int] | None:
    """The zone that begins at a token, and the token after it; for use only beside a time.

    Args:
        is_city_enough: whether "London" without "time" names a zone, as in "10am ET / 3pm London".

    """
    token = tape[index]
    if token.gap >= NEW_LINE or not token.word or token.number is not None:
        return None
    return _lettered(tape, index) or _numbered(tape, index) or _placed(tape, index, is_city_enough)


def _lettered(tape: Tape, index: int) -> tuple[Zone, int] | None:
    token = tape[index]
    letters = token.surface.upper()
    if token.surface != letters and token.word not in _LOWER_CASE_TOO:
        return None
    if letters in ("US", "UK") and tape[index + 1].surface in _GENERIC:
        return _lettered(tape, index + 1)
    if letters in _GENERIC:
        return Zone(letters, iana=_GENERIC[letters]), index + 1
    if letters not in _FIXED or (letters == "Z" and token.gap):
        return None
    offset, home = _FIXED[letters]
    if letters in ("UTC", "GMT"):
        after = _offset(tape, index + 1)
        if after is not None:
            return Zone(letters, offset_minutes=after[0]), after[1]
    if letters in ("EST", "EDT", "ET") and tape[index + 1].surface == "/" and tape[index + 2].surface in ("EDT", "EST"):
        return Zone("ET", iana="America/New_York"), index + 3
    if letters in ("CET", "CEST") and tape[index + 1].surface == "/" and tape[index + 2].surface in ("CET", "CEST"):
        return Zone("CET", iana="Europe/Brussels"), index + 3
    return Zone(letters, offset_minutes=offset, choices=_choices(letters), home=home), index + 1


def _choices(letters: str) -> tuple[str, ...]:
    return tuple(place for place, _, _ in _ELSEWHERE.get(letters, ())) if letters in _AMBIGUOUS else ()


def _numbered(tape: Tape, index: int) -> tuple[Zone, int] | None:
    """ "+02:00", "+0200" directly behind a time."""
    token = tape[index]
    if token.surface not in _OFFSET_SIGNS or (token.surface == "-" and not _is_iso_time_before(tape, index)):
        return None
    digits = tape[index + 1]
    is_full = len(digits.surface) == 4 or (tape[index + 2].surface == ":" and len(digits.surface) == 2)
    found = _offset(tape, index) if is_full else None
    return None if found is None else (Zone("offset", offset_minutes=found[0]), found[1])


def _is_iso_time_before(tape: Tape, index: int) -> bool:
    """Whether the hyphen is the sign of "2025-06-14T09:00-05:00" and not a dash."""
    return tape[index].gap == 0 and "t" in (tape[index - 4].word, tape[index - 6].word)


def _offset(tape: Tape, index: int) -> tuple[int, int] | None:
    """Minutes of "+8", "-5", "+5:30", "+0530", and the token after."""
    sign = _OFFSET_SIGNS.get(tape[index].surface)
    digits = tape[index + 1]
    if sign is None or digits.number is None or digits.gap >= NEW_LINE:
        return None
    if len(digits.surface) == 4:
        hours, minutes, after = digits.number // 100, digits.number % 100, index + 2
    else:
        hours, minutes, after = digits.number, 0, index + 2
        more = tape[index + 3]
        if tape[index + 2].surface in (":", ".") and more.number is not None and len(more.surface) == 2 and not more.gap:
            minutes, after = more.number, index + 4
    return (sign * (hours * 60 + minutes), after) if hours <= 14 and minutes < 60 else None


def _placed(tape: Tape, index: int, is_city_enough: bool) -> tuple[Zone, int] | None:
    first, second = tape[index], tape[index + 1]
    if first.word == "local" and second.word == "time":
        return Zone("local time"), index + 2
    if not first.surface[:1].isupper() and first.word not in _UNITED_STATES:
        return None
    if [tape[index + step].word for step in range(4)] == ["u", ".", "s", "."]:
        return _placed(tape, index + 4, is_city_enough)
    if first.word == "washington" and "dc" in (second.word, tape[index + 2].word):
        return _with_time_word(tape, index + (2 if second.word == "dc" else 3), _PLACES["washington"], is_enough=is_city_enough)
    iana, after = _TWO_WORD_PLACES.get((first.word, second.word)), index + 2
    if iana is None:
        iana, after = _PLACES.get(first.word), index + 1
    if iana is None:
        return _named_city(tape, index)
    return _with_time_word(tape, after, iana, is_enough=is_city_enough or first.word in _UNITED_STATES or first.word == "us")


def _named_city(tape: Tape, index: int) -> tuple[Zone, int] | None:
    """ "Tijuana time", "Port Moresby time": the cities that the time zone database is named after."""
    for after in (index + 1, index + 2):
        if tape[after].word in _TIME_WORDS and tape[after].gap < NEW_LINE and len(tape[index].word) > 2:
            iana = _cities().get("_".join(tape[step].word for step in range(index, after)))
            return None if iana is None else (Zone(iana, iana=iana), after + 1)
    return None


def city_at(tape: Tape, index: int) -> int | None:
    """The token after a city that the time zone database is named after ("18:00 Madrid"); for use among times alone."""
    for after in (index + 2, index + 1):
        if all(tape[step].surface[:1].isupper() and tape[step].gap < NEW_LINE for step in range(index, after)):
            name = "_".join(tape[step].word for step in range(index, after))
            if name in _cities():
                return after
    return None


@functools.cache
def _cities() -> dict[str, str]:
    """The last part of each zone's name, in lower case; read only when a text first needs it (some 20 ms)."""
    areas = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")
    return {name.rsplit("/", 1)[1].lower(): name for name in sorted(zoneinfo.available_timezones()) if name.startswith(areas)}


def bracketed_zone(tape: Tape, index: int) -> tuple[Zone, int] | None:
    """The zone in a bracket of several words: "(WAT, GMT+1)", "(Lusaka/Harare time, GMT+2)", "(Tijuana time)".

    An offset in numbers counts before a name; a bracket that names an unknown place's time belongs to the date too.
    """
    close = next((step for step in range(index + 1, index + _LONGEST_BRACKET) if tape[step].surface == ")"), None)
    if tape[index].surface != "(" or close is None or close == index + 1:
        return None
    found: list[Zone] = []
    step = index + 1
    while step < close:
        zone = zone_at(tape, step, is_city_enough=True)
        if zone is not None:
            found.append(zone[0])
            step = zone[1]
        elif tape[step].surface in _BETWEEN_ZONES or tape[step].word in _TIME_WORDS or tape[step].surface[:1].isupper():
            step += 1
        else:
            return None
    if step != close or not (found or tape[close - 1].word in _TIME_WORDS):
        return None
    numbered = [zone for zone in found if zone.name in ("UTC", "GMT", "offset")]
    return (numbered or found or [Zone("local time")])[0], close + 1


def _with_time_word(tape: Tape, after: int, iana: str, *, is_enough: bool) -> tuple[Zone, int] | None:
    kind = tape[after].word if tape[after].gap < NEW_LINE else ""
    if kind in ("standard", "daylight", "summer") and tape[after + 1].word in _TIME_WORDS:
        return _seasonal(iana, kind), after + 2
    if kind in _TIME_WORDS:
        return Zone(iana, iana=iana), after + 1
    if is_enough and not (tape[after].surface[:1].isupper() and kind):
        return Zone(iana, iana=iana), after
    return None


def _seasonal(iana: str, kind: str) -> Zone:
    """Eastern Standard Time is one fixed offset, in whatever month it is written."""
    zone = _zone_info(iana)
    moments = [datetime.datetime(2025, month, 1, 12, tzinfo=zone) for month in (1, 7)]
    winter, summer = sorted(moments, key=lambda moment: moment.dst() or datetime.timedelta())
    return Zone(iana, offset_minutes=_minutes(winter if kind == "standard" else summer), home=iana)


def page_wide_zone(tape: Tape, index: int) -> Zone | None:
    """The zone at a token if the words before it say that it holds for all times ("All times are in CET").

    Source: annotation guide 1.1, DATE, "a zone stated once for a page holds for all its times".
    """
    found = zone_at(tape, index, is_city_enough=True)
    if found is None:
        return None
    start = tape[index].start
    before = tape.plain[max(0, start - 60) : start]
    return found[0] if _PAGE_WIDE.search(before) else None


def with_place_evidence(zone: Zone, words: frozenset[str]) -> Zone:
    """The reading of letters such as IST that the places named in the text speak for."""
    for place, offset, evidence in _ELSEWHERE.get(zone.name, ()):
        if evidence & words:
            return Zone(f"{zone.name} ({place})", offset_minutes=offset)
    return zone


@functools.lru_cache(maxsize=2048)
def offset_on(zone: Zone, day: datetime.date | None, month: int | None, clock: tuple[int, int]) -> int | None:
    """Minutes east of Greenwich at a time of a day; None where the zone or an unknown day leaves it open.

    Args:
        day: None if the year or the whole day is open; then only an offset that holds in every year counts.
        month: 1–12 where at least that is known.

    """
    if zone.iana is None:
        return zone.offset_minutes
    if day is not None:
        return _minutes(_at(zone.iana, day, clock))
    months = range(1, 13) if month is None else (month,)
    offsets = {_minutes(_at(zone.iana, datetime.date(2025, each, first), clock)) for each in months for first in (1, 28)}
    return offsets.pop() if len(offsets) == 1 else None


@functools.lru_cache(maxsize=2048)
def trouble_on(zone: Zone, day: datetime.date, clock: tuple[int, int]) -> str | None:
    """What is doubtful about a zone on a day, as a sentence; None if nothing is."""
    if zone.choices:
        return f"{zone.name} is also written for {' and '.join(zone.choices)}."
    if zone.iana is not None:
        moment = _at(zone.iana, day, clock)
        if moment.utcoffset() != moment.replace(fold=1).utcoffset():
            return f"The clocks change on {day.isoformat()}: {clock[0]:02d}:{clock[1]:02d} {zone.name} comes twice or not at all."
    if zone.home is not None and zone.offset_minutes != _minutes(_at(zone.home, day, clock)):
        return f"{zone.name} is not in force in {zone.home} on {day.isoformat()}."
    return None


def _at(iana: str, day: datetime.date, clock: tuple[int, int]) -> datetime.datetime:
    hour, minute = (23, 59) if clock[0] >= 24 else clock
    return datetime.datetime(day.year, day.month, day.day, hour, minute, tzinfo=_zone_info(iana))


@functools.cache
def _zone_info(iana: str) -> zoneinfo.ZoneInfo:
    return zoneinfo.ZoneInfo(iana)


def _minutes(moment: datetime.datetime) -> int:
    offset = moment.utcoffset()
    return 0 if offset is None else int(offset.total_seconds() // 60)
