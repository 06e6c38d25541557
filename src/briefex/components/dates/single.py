"""One date or time: day, weekday, time, part of the day and zone beside one another, in any order, each at most once."""

from typing import Final

from briefex.components.dates import words
from briefex.components.dates.clocks import ClockSpan, clock_span_at, hour_alone
from briefex.components.dates.days import DaySpan, day_number_at, days_at
from briefex.components.dates.pieces import Calendar, Clock, Expression, NamedWeekday, Relative, When, is_single_day
from briefex.components.dates.relatives import is_short_weekday, weekday_at
from briefex.components.dates.slots import SIGNS, TO_DAY, Slots, fill_first, is_hour_of_part, longest_day, past_glue, take_day
from briefex.components.dates.tokens import GLUED, NEW_LINE, SPACED, Tape
from briefex.components.dates.zones import bracketed_zone, city_at, zone_at

_TO_CLOCK: Final = frozenset(
    "at from between starting beginning around about for by before after klo kl um ore alle de das as a om pukul jam saat godz od".split()
)
_TO_PART: Final = frozenset({"in", "the", "on"})
SPAN_WORDS: Final = frozenset({"to", "until", "till", "til", "through", "thru"})
# "10 tonight", "9.40 last night"
_EVENINGS: Final = frozenset({"tonight", "tonite", "night", "evening", "afternoon"})


def when_at(tape: Tape, index: int) -> Expression | None:
    """A day, weekday, time, part and zone in any order, each at most once."""
    slots = Slots(end=index)
    if tape[index].surface == "(":
        return _zone_before_times(tape, index)
    fill_first(tape, index, slots)
    if slots.end == index:
        return None
    while _fill_next(tape, slots):
        pass
    if slots.clock is not None and any(tape[step].word in _EVENINGS for step in range(index, slots.end)):
        slots.clock = slots.clock._replace(first=_afternoon(slots.clock.first), last=slots.clock.last and _afternoon(slots.clock.last))
    return Expression(index, slots.end, slots.when()) if _is_whole(tape, index, slots) else None


def _is_whole(tape: Tape, index: int, slots: Slots) -> bool:
    """Whether what was read can stand alone as a date."""
    if slots.day is not None and slots.day.is_weak and not _is_settled(tape, index, slots):
        return False
    if (
        slots.clock is not None
        and slots.clock.strength != "sure"
        and not slots.has_part
        and slots.day is None
        and slots.weekday is None
        and slots.named_weekday is None
    ):
        return slots.clock.strength == "cued" and slots.zone is not None
    if slots.is_short and slots.day is None and slots.clock is None and not slots.has_part:
        is_label = tape[index].gap >= NEW_LINE and tape[slots.end].surface == ":" and tape[slots.end].gap == GLUED
        return is_label or (tape[index - 3].word == "day" and tape[index - 2].number is not None and not tape[index - 1].word.isalpha())
    if slots.has_part and slots.day is None and slots.weekday is None and slots.named_weekday is None and slots.clock is None:
        return False
    return slots.day is not None or slots.weekday is not None or slots.named_weekday is not None or slots.clock is not None


def _is_settled(tape: Tape, index: int, slots: Slots) -> bool:
    """A day and month in bare numbers need a weekday, a time or "on 22/04" to be a date."""
    if slots.weekday is not None or slots.named_weekday is not None or slots.clock is not None:
        return True
    before, after = tape[index - 1], tape[slots.end]
    is_closed = (
        after.gap >= NEW_LINE
        or after.surface in {".", ",", ";", ")", "?", "!", "-"}
        or after.word in {"to", "and", "at", "from", "in", "between"}
    )
    is_asked = before.word in {"on", "by", "until", "from", "since", "before", "after", "between", "to", "this", "till", "dated"}
    is_alone = before.start < 0 or tape[index].gap >= NEW_LINE or before.surface in {"?", ":", "-"}
    if before.word == "to" and tape[index + 1].surface == ".":
        is_asked = any(tape[index - step].word == "from" for step in range(2, 9))  # "slowed to 2.4."
    is_slashed = slots.day is not None and tape[index + 1].surface == "/"
    return is_closed and (is_asked or (is_slashed and is_alone and tape[index].word != "24"))


def _fill_next(tape: Tape, slots: Slots) -> bool:
    """One more piece behind the last, past the comma, dash, bracket or word that may stand between."""
    token = tape[slots.end]
    if token.gap >= NEW_LINE:
        return False
    if token.number is not None:
        return _next_weekday_or_day(tape, slots) or _next_clock(tape, slots)
    return (
        _next_zone(tape, slots)
        or _next_other_zones(tape, slots)
        or _next_weekday_or_day(tape, slots)
        or _next_clock(tape, slots)
        or _next_part(tape, slots)
    )


def _closed(tape: Tape, end: int, opened: bool) -> int | None:
    """The end, past the bracket that was opened; None if it is not closed here."""
    if not opened:
        return end
    return end + 1 if tape[end].surface == ")" else None


def _next_zone(tape: Tape, slots: Slots) -> bool:
    if slots.clock is None:
        return False
    if slots.zone is not None:
        return not slots.has_other_zones and _take_offset(tape, slots)
    start, opened = slots.end, False
    if tape[start].surface in {",", "("} and tape[start].gap < NEW_LINE:
        opened = tape[start].surface == "("
        start += 1
    if tape[start].word == "in" and tape[start].gap < NEW_LINE and not opened:
        return _take_zone_in(tape, slots, start + 1)
    found = zone_at(tape, start, is_city_enough=opened or _is_before_other_zone(tape, start))
    end = None if found is None else _closed(tape, found[1], opened)
    if found is None or end is None:
        found = bracketed_zone(tape, slots.end) if opened else None
        end = None if found is None else found[1]
    if found is None or end is None:
        return False
    slots.zone, slots.end = found[0], end
    return True


def _take_offset(tape: Tape, slots: Slots) -> bool:
    """ "AST (GMT+3)": the offset says which of the zones that the letters mean."""
    found = bracketed_zone(tape, slots.end) if tape[slots.end].surface == "(" and tape[slots.end].gap < NEW_LINE else None
    if found is None or found[0].name not in ("UTC", "GMT", "offset"):
        return False
    slots.zone, slots.end = found
    return True


def _take_zone_in(tape: Tape, slots: Slots, start: int) -> bool:
    """ "5 pm in Eastern Time": only where the word "time" closes the zone, for "in London" is a place."""
    found = zone_at(tape, start)
    if found is None or tape[found[1] - 1].word != "time":
        return False
    slots.zone, slots.end = found
    return True


def _next_other_zones(tape: Tape, slots: Slots) -> bool:
    if slots.clock is None or slots.has_other_zones:
        return False
    if slots.zone is None:
        if tape[slots.end].surface != "(" or tape[slots.end].gap >= NEW_LINE:
            return False
        closed = _past_times_in_bracket(tape, slots.end)
        slots.has_other_zones, slots.end = True, closed or slots.end
        return closed is not None
    end = _past_other_zones(tape, slots.end)
    slots.has_other_zones = True
    is_further = end > slots.end
    slots.end = end
    return is_further


def _is_before_other_zone(tape: Tape, index: int) -> bool:
    near = tape[index + 1].surface in {"/", "|"} and tape[index + 2].number is not None
    return near or (tape[index + 2].surface in {"/", "|"} and tape[index + 3].number is not None)


def _next_weekday_or_day(tape: Tape, slots: Slots) -> bool:
    if slots.day is not None and not isinstance(slots.day.first, Relative) and not is_single_day(slots.day.first):
        return False
    start, opened = past_glue(tape, slots.end, TO_DAY)
    if tape[start].gap >= NEW_LINE or not _is_day_glue(tape, slots.end, start):
        return False
    return _next_weekday(tape, slots, start, opened) or _next_day(tape, slots, start, opened)


def _is_day_glue(tape: Tape, end: int, start: int) -> bool:
    if start == end:
        return True
    glue = [tape[index].word for index in range(end, start)]
    return not ({":", ";", "@", "/"} & set(glue)) and glue not in (["."], ["in"], ["in", "the"], [",", "in"], [",", "of"])


def _next_weekday(tape: Tape, slots: Slots, start: int, opened: bool) -> bool:
    has_one = slots.weekday is not None or slots.named_weekday is not None
    is_day_known = (slots.day is not None and is_single_day(slots.day.first)) or isinstance(
        slots.day.first if slots.day else None, Relative
    )
    found = None if has_one or not (slots.clock is not None or slots.has_part or is_day_known) else weekday_at(tape, start)
    if found is None or (tape[slots.end].surface == "-" and tape[slots.end].gap == SPACED):
        return False
    if slots.day is not None and slots.clock is not None and not opened:
        return False
    if slots.day is not None and not opened and (_opens_own_date(tape, found[1]) or tape[slots.end].word in ("and", "to")):
        return False
    end = _closed(tape, found[1], opened)
    if end is None:
        return False
    slots.weekday, slots.end = found[0], end
    slots.is_short = is_short_weekday(tape, start)
    return True


def _opens_own_date(tape: Tape, index: int) -> bool:
    """Whether the weekday belongs to the date behind it ("4 June, Thursday 5 June")."""
    start, _ = past_glue(tape, index, TO_DAY)
    day = days_at(tape, start) if tape[start].gap < NEW_LINE else None
    return day is not None or (
        tape[start].number is not None and day_number_at(tape, start) is not None and clock_span_at(tape, start) is None
    )


def _next_day(tape: Tape, slots: Slots, start: int, opened: bool) -> bool:
    if slots.day is not None or (slots.named_weekday is not None and slots.clock is not None):
        return False
    if slots.has_part and slots.clock is None and not slots.is_part_first and slots.weekday is not None:
        return False
    day = longest_day(tape, start)
    has_weekday = slots.weekday is not None or slots.named_weekday is not None
    if has_weekday and slots.clock is None:
        day = day or _day_of_month(tape, start)
    clock = None if day is None else clock_span_at(tape, start)
    if day is None or (clock is not None and clock.strength == "sure" and clock.end > day.end):
        return False
    if not _is_day_for(tape, slots, day, start) or (has_weekday and isinstance(day.first, NamedWeekday)):
        return False
    end = _closed(tape, day.end, opened)
    if end is None:
        return False
    take_day(slots, day if end == day.end else day._replace(end=end))
    return True


def _is_day_for(tape: Tape, slots: Slots, day: DaySpan, start: int) -> bool:
    """A time or weekday goes with a single day or days; a weekday also with "next week"."""
    if is_single_day(day.first):
        return not (
            isinstance(day.first, Relative)
            and (slots.weekday is not None or slots.named_weekday is not None)
            and slots.clock is None
            and not slots.has_part
        )
    is_week = isinstance(day.first, Relative) and day.first.unit == "week"
    has_no_comma = tape[slots.end].surface != ","
    return is_week and slots.weekday is not None and has_no_comma


def _day_of_month(tape: Tape, index: int) -> DaySpan | None:
    """The bare number in "Tue 13th", "Monday 21", "Friday the 26th"."""
    number = day_number_at(tape, index)
    if number is None or tape[index].number is None:
        return None
    value, end, is_ordinal = number
    after = tape[end]
    if after.surface in {":", "."} and after.gap == GLUED and tape[end + 1].number is not None and tape[end + 1].gap == GLUED:
        return None
    is_closed = after.gap >= NEW_LINE or after.surface in {",", ".", "!", "?", ")", ";", ":"} or after.word in ("at", "from")
    is_span = (after.surface in {"-", "&"} or after.word in SPAN_WORDS or after.word == "and") and weekday_at(tape, end + 1) is not None
    is_next_to_time = is_ordinal and clock_span_at(tape, end) is not None
    if not (is_ordinal or is_closed or is_span or is_next_to_time):
        return None
    return DaySpan(Calendar(None, None, value), None, end)


def _next_clock(tape: Tape, slots: Slots) -> bool:
    if slots.clock is not None or not slots.names_day:
        return False
    start, opened = past_glue(tape, slots.end, _TO_CLOCK)
    if opened and (times := _zone_before_times(tape, slots.end)) is not None and times.when.clock is not None:
        slots.clock, slots.zone, slots.end = (
            ClockSpan(times.when.clock, times.when.last_clock, times.last, "sure"),
            times.when.zone,
            times.last,
        )
        return True
    if tape[start].word == "t" and tape[start].gap == GLUED and tape[start + 1].gap == GLUED:
        start += 1
    if tape[start].word == "a" and tape[start + 1].word == "quarter":
        start += 1
    if (
        tape[start].gap >= NEW_LINE
        or (tape[slots.end].surface == "/" and tape[slots.end + 1].surface != "/")
        or (tape[slots.end].word in ("by", "after", "before") and slots.day is not None and slots.day.last)
    ):
        return False
    clock = clock_span_at(tape, start)
    glue = tape[start - 1].word
    if clock is not None and clock.last is None and clock.strength == "beside_day":
        clock = None
    if clock is None and glue in ("at", "around", "@"):
        clock = hour_alone(tape, start)
    if clock is None and is_hour_of_part(tape, start):
        clock = hour_alone(tape, start, is_closed=True)
    if (
        clock is None
        or (tape[slots.end].surface == "." and clock.strength != "sure")
        or (clock.strength == "beside_day" and tape[slots.end].surface in {"(", ":", ";", "-", "."})
    ):
        return False
    return _take_clock(tape, slots, clock, opened)


def _take_clock(tape: Tape, slots: Slots, clock: ClockSpan, opened: bool) -> bool:
    end = clock.end
    if opened:
        zone = zone_at(tape, end + 1 if tape[end].surface == "," else end, is_city_enough=True)
        if zone is not None:
            slots.zone, end = zone
        closed = _closed(tape, end, opened)
        if closed is None:
            slots.zone = None
            return False
        end = closed
    slots.clock, slots.end = clock, end
    return True


def _next_part(tape: Tape, slots: Slots) -> bool:
    """ "Friday morning", "10 in the morning", "4 June, evening": in the span, without a say in the value."""
    if slots.has_part or not (slots.names_day or slots.clock is not None):
        return False
    start, opened = past_glue(tape, slots.end, _TO_PART)
    token = tape[start]
    if token.gap >= NEW_LINE or opened or token.word not in words.DAY_PARTS or tape[slots.end].surface in SIGNS:
        return False
    if slots.clock is None and start > slots.end and tape[start - 1].word != "the":
        return False
    if slots.clock is None and (tape[start + 1].surface[:1].isupper() and tape[start + 1].gap < NEW_LINE):
        return False
    if slots.clock is not None and token.word != "morning" and slots.clock.first.is_bare and slots.clock.first.hour < 12:
        slots.clock = slots.clock._replace(first=_afternoon(slots.clock.first), last=slots.clock.last and _afternoon(slots.clock.last))
    slots.has_part, slots.end = True, start + 1
    return True


def _afternoon(clock: Clock) -> Clock:
    return clock._replace(hour=clock.hour + 12, is_bare=False) if clock.is_bare and clock.hour < 12 else clock


def _zone_before_times(tape: Tape, index: int) -> Expression | None:
    """ "(GMT +01) 07:00 08:30": the zone first, and start and end with nothing between."""
    zone = zone_at(tape, index + 1)
    if zone is None or tape[zone[1]].surface != ")" or tape[index + 1].gap != GLUED:
        return None
    first = clock_span_at(tape, zone[1] + 1)
    if first is None or first.strength != "sure" or tape[zone[1] + 1].gap >= NEW_LINE:
        return None
    second = clock_span_at(tape, first.end) if first.last is None and tape[first.end].gap < NEW_LINE else None
    last, end = (first.last, first.end) if second is None or second.strength != "sure" else (second.first, second.end)
    return Expression(index, end, When(clock=first.first, last_clock=last, zone=zone[0]))


def _past_other_day(tape: Tape, index: int) -> int:
    """The time in "/ January 31, 20:00 (EST)": in another zone the same instant can fall on another day."""
    weekday = weekday_at(tape, index)
    day = days_at(tape, weekday[1] if weekday else index)
    if day is None or day.is_weak or day.last is not None or not is_single_day(day.first):
        return index
    return day.end + 1 if tape[day.end].surface == "," else day.end


def _past_times_in_bracket(tape: Tape, index: int) -> int | None:
    """The token after "(2pm NZDT, 9am SGT)" or "(11:00 Lima, 18:00 Madrid)": a bracket that holds such times alone."""
    step = index + 1
    while tape[step].gap < NEW_LINE:
        clock = clock_span_at(tape, _past_other_day(tape, step))
        if clock is None or clock.strength == "beside_day":
            return None
        start = clock.end + 1 if tape[clock.end].word == "in" else clock.end
        zone = zone_at(tape, start, is_city_enough=True)
        end = city_at(tape, start) if zone is None else zone[1]
        if end is None:
            return None
        if tape[end].word == "on" and (weekday := weekday_at(tape, end + 1)) is not None:
            end = weekday[1]  # "(2358 GMT on Tuesday)"
        if tape[end].surface == ")":
            return end + 1
        if tape[end].surface not in {",", ";", "/", "|"} and tape[end].word != "and":
            return None
        step = end + 2 if tape[end].surface == "," and tape[end + 1].word == "and" else end + 1
    return None


def _past_other_zones(tape: Tape, end: int) -> int:
    """The end past the same time told in other zones ("10am ET / 3pm London / 4pm CET")."""
    for _ in range(6):
        sign = tape[end]
        if sign.surface == "(" and sign.gap < NEW_LINE and (closed := _past_times_in_bracket(tape, end)) is not None:
            return closed
        if sign.surface not in {"/", "|", "(", "=", ",", ";"} or sign.gap >= NEW_LINE or tape[end + 1].gap >= NEW_LINE:
            return end
        clock = clock_span_at(tape, _past_other_day(tape, end + 1))
        if clock is None:
            return end
        if tape[clock.end].word == "in" and sign.surface == "(":
            clock = clock._replace(end=clock.end + 1)
        if sign.surface in {"/", "|"} and tape[clock.end].word == "in" and (city := city_at(tape, clock.end + 1)) is not None:
            end = city
            continue
        has_bracket = tape[clock.end].surface == "(" and sign.surface != "("
        zone = zone_at(tape, clock.end + has_bracket, is_city_enough=sign.surface not in {",", ";"})
        after = None if zone is None else _closed(tape, zone[1], has_bracket or sign.surface == "(")
        if after is None:
            return end
        end = after
    return end
