"""Times of day and spans of them: "6pm", "18h30", "09.00-12.30", "4 to 5:15 p.m.", "noon"."""

import re
from typing import Final, Literal, NamedTuple, cast

from briefex.components.dates.guards import HOUR_WORDS, UNIVERSAL
from briefex.components.dates.pieces import Clock
from briefex.components.dates.tokens import GLUED, NEW_LINE, SPACED, Tape
from briefex.components.dates.words import COUNTED, CURRENCIES, NUMBER_NAMES, NUMBERS

_MOVING: Final = re.compile(
    r"(?:r[io]se|rising|fall|fell|grow|grew|increas|decreas|rais|reduc|cut|lower|expand|went|go|up|down|chang|drop|climb|jump|age|page|"
    r"chapter|number|scor|rank|scale|level|grade|rang|verse|article|section|percent|members?$|states?$|size|move|shift|extend|vari)"
)
Meridiem = Literal["am", "pm"]
# How sure a form is a time: alone; after "at" or beside a date; only beside a date.
Strength = Literal["sure", "cued", "beside_day"]

HOUR_NAMES: Final[dict[str, int]] = {name: number for name, number in NUMBERS.items() if number <= 12 and len(name) > 2}
NAMED_TIMES: Final[dict[str, int]] = {"noon": 12, "midday": 12, "midnight": 24}
_NAMES: Final = NAMED_TIMES.keys() | HOUR_NAMES.keys() | {"half", "quarter", "twenty"}
_UNREAD: Final = object()
SPAN_WORDS: Final = frozenset({"to", "until", "till", "til", "through", "thru", "bis", "tot", "hasta"})
_BEFORE_TIME: Final = frozenset(
    "at from until till by before after around between to and @ - , | ( doors open opens starts leaves departs arrives about".split()
)
_BEFORE_LETTER: Final = frozenset({"at", "by", "until", "till", "from", "to", "before", "after"})
# Words before a number that do not keep it from being a time ("no later than 5pm", "Session 10:00").
# "at" in other languages: "klo 8.30", "kl. 18", "um 18 Uhr"
_CLOCK_WORDS_BEFORE: Final = frozenset({"klo", "kl", "pukul", "godz"})
_HOURS_BEHIND: Final = frozenset({"h", "hrs", "hr", "uhr", "uur", "horas", "hs"})
_QUANTITIES: Final = frozenset(
    "session panel track over than nearly almost approximately roughly some least most agenda item year years ii iii stage report".split()
)
_SCRIPTURE: Final = frozenset("john matthew mark luke genesis exodus psalm psalms romans acts isaiah corinthians quran surah".split())
_DURATION_CUES: Final = frozenset({"within", "for", "of", "every", "in"})
# "closed at 2.06": a price, unless it ends in 0 or 5 as times do
_PRICED_AT: Final = frozenset(
    "closed ended finished traded trading stood stands unchanged valued opened quoted averaged settled fixed".split()
)


class ClockSpan(NamedTuple):
    """A time or a span of times, the token after it, and how sure it is one."""

    first: Clock
    last: Clock | None
    end: int
    strength: Strength


class _Raw(NamedTuple):
    """A time as read, before its neighbour tells the missing half of the day."""

    hour: int
    minute: int
    end: int
    strength: Strength
    second: int | None = None
    meridiem: Meridiem | None = None
    is_padded: bool = False
    is_named: bool = False

    def clock(self, meridiem: Meridiem | None) -> Clock:
        half = self.meridiem or meridiem
        hour = self.hour
        if not self.is_named and half is not None and hour <= 12:
            hour = hour % 12 + (12 if half == "pm" else 0)
        is_bare = half is None and not self.is_padded and not self.is_named and 1 <= self.hour <= 12
        return Clock(hour, max(self.minute, 0), self.second, is_bare, self.is_named and self.hour == 24)


def clock_span_at(tape: Tape, index: int) -> ClockSpan | None:
    """The longest time or span of times that begins at a token."""
    token = tape[index]
    if token.number is None and token.word not in _NAMES:
        return None
    found = tape.clocks.get(index, _UNREAD)
    if found is _UNREAD:
        found = tape.clocks[index] = _read_span(tape, index)
    return cast(ClockSpan | None, found)


def _read_span(tape: Tape, index: int) -> ClockSpan | None:
    first = _clock_at(tape, index)
    if first is None:
        return _spelt_out(tape, index)
    last = _span_end(tape, first, index)
    if last is not None:
        return _joined(first, last, is_hours=_are_hours(tape, index, first, last))
    if first.strength != "sure" and first.meridiem is None and not first.is_named and first.minute == -1:
        return None
    strength: Strength = "sure" if first.strength == "cued" and _is_cued(tape, index) else first.strength
    return ClockSpan(first.clock(None), None, first.end, strength)


def _spelt_out(tape: Tape, index: int) -> ClockSpan | None:
    """ "half-past six", "quarter to eight", "ten past nine"; the half of the day is told behind it or by the event."""
    if tape[index].word in HOUR_NAMES and (named := _oclock(tape, index, HOUR_NAMES[tape[index].word])) is not None:
        return ClockSpan(named.clock(None), None, named.end, "sure")
    minutes = {"half": 30, "quarter": 15, "ten": 10, "twenty": 20, "five": 5}.get(tape[index].word)
    start = index + 2 if tape[index + 1].surface == "-" else index + 1
    side, hour = tape[start].word, tape[start + 1]
    number = hour.number if hour.number is not None else HOUR_NAMES.get(hour.word)
    if minutes is None or side not in ("past", "to") or number is None or not 1 <= number <= 12 or hour.gap >= NEW_LINE:
        return None
    if side == "to" and (hour.number is not None or (minutes != 15 and tape[index - 1].word not in _BEFORE_LETTER)):
        return None
    raw = _Raw(number, minutes, start + 2, "sure") if side == "past" else _Raw((number - 2) % 12 + 1, 60 - minutes, start + 2, "sure")
    meridiem, end = _meridiem_at(tape, raw.end, is_letter_enough=False)
    return ClockSpan(raw.clock(meridiem), None, end, "sure")


def _is_cued(tape: Tape, index: int) -> bool:
    before = tape[index - 1]
    return before.word in _BEFORE_TIME and before.surface not in {"-", ",", "|", "("} and before.word not in {"to", "by", "and"}


def _are_hours(tape: Tape, index: int, first: _Raw, last: _Raw) -> bool:
    """ "from 11 to 13, with a break": whole hours of one day, after "from", where nothing rises, falls or is counted."""
    if tape[index - 1].word != "from" or first.minute != -1 or last.minute != -1 or not 7 <= first.hour < last.hour <= 22:
        return False
    after = tape[last.end]
    is_closed = after.gap >= NEW_LINE or after.surface in {".", ",", ";", ")"}
    if not is_closed or (after.surface == "," and after.gap == GLUED == tape[last.end + 1].gap):
        return False
    return not any(_MOVING.match(tape[index - step].word) for step in range(2, 14)) and tape.text[tape[first.end].start] not in "-"


def _joined(first: _Raw, last: _Raw, *, is_hours: bool = False) -> ClockSpan:
    strengths = {first.strength, last.strength}
    strength: Strength = "sure" if "sure" in strengths else "cued" if "cued" in strengths else "beside_day"
    if is_hours:
        strength = "sure"
    if first.strength == last.strength == "cued" and first.minute >= 0 and last.minute >= 0:
        strength = "sure"
    end = last.clock(None)
    start = _start_before(first, last, end)
    if first.meridiem is not None and last.meridiem is None and end.is_bare and end.hour < 12:
        later = last.clock("pm")
        start_minutes = start.hour * 60 + start.minute
        end = later if end.hour * 60 + end.minute <= start_minutes else end._replace(is_bare=False)
    if start.is_bare and end.is_bare and _minutes(end) < _minutes(start) and end.hour < 12:
        end = last.clock("pm")
        start = start._replace(is_bare=False)
    return ClockSpan(start, end, last.end, strength)


def _start_before(first: _Raw, last: _Raw, end: Clock) -> Clock:
    """A start without meridiem takes its end's, unless it would then come after the end ("11:30-1pm")."""
    if first.meridiem is not None or last.meridiem is None or first.is_named or first.hour > 12 or (first.is_padded and first.hour == 0):
        start = first.clock(None)
        return start._replace(hour=0) if start.is_midnight else start
    same = first.clock(last.meridiem)
    return same if _minutes(same) < _minutes(end) else first.clock("am" if last.meridiem == "pm" else "pm")


def _minutes(clock: Clock) -> int:
    return clock.hour * 60 + clock.minute


def _span_end(tape: Tape, first: _Raw, index: int) -> _Raw | None:
    after = first.end
    joint = tape[after]
    if joint.gap >= NEW_LINE or (joint.surface == "-" and first.minute == -1 and _is_score(tape, index)):
        return None
    is_between = tape[index - 1].word == "between"
    if joint.surface == "-" and joint.gap == GLUED and tape[index - 1].word == "t" and tape[index].gap == GLUED:
        # "T09:00-05:00": the offset of an ISO time
        return None
    if joint.word == "and" and not is_between:
        return None
    is_french = joint.word == "a" and (tape.text[joint.start] == "\u00e0" or first.minute >= 0)
    if joint.surface == "-" or joint.word in SPAN_WORDS or joint.word == "and" or is_french:
        after += 1
        if joint.surface == "-" and tape[after].surface == "-" and tape[after].gap == GLUED:
            after += 1
        if tape[after].gap >= NEW_LINE:
            return None
        last = _clock_at(tape, after)
        return last if last is not None and _can_join(first, last, is_between, is_alone=not _is_followed(tape, last.end)) else None
    return None


def _is_followed(tape: Tape, index: int) -> bool:
    """Whether a word other than "on" or a sign runs on, so that a bare number before it is no hour."""
    token = tape[index]
    return (
        token.gap < NEW_LINE
        and token.surface not in {".", ",", ";", ")", "?", "!", "("}
        and token.word not in {"on", "in", "tomorrow", "today"}
        and not token.surface.isupper()
    )


def _is_score(tape: Tape, index: int) -> bool:
    """Whether a pair of numbers closes a row of such pairs ("6-3, 4-6, 9-7")."""
    row = [tape[index - step] for step in (1, 2, 3, 4)]
    is_pair = row[2].surface == "-" and row[1].number is not None and row[3].number is not None and tape[index - 5].surface != "-"
    return row[0].surface in {",", ";"} and is_pair


def _can_join(first: _Raw, last: _Raw, is_between: bool, *, is_alone: bool) -> bool:
    if first.minute == -1 and last.minute == -1 and first.strength == last.strength == "beside_day":
        return last.meridiem is not None or (first.hour <= 24 and last.hour <= 24)
    if first.minute == -1 and last.meridiem is None and not last.is_named:
        return is_between or last.strength in ("sure", "cued")
    return last.minute >= 0 or is_alone


def _clock_at(tape: Tape, index: int) -> _Raw | None:
    token = tape[index]
    if token.word in NAMED_TIMES:
        return _Raw(NAMED_TIMES[token.word], 0, index + 1, "sure", is_named=True)
    if token.number is None or len(token.surface) > 4 or _is_part_of_number(tape, index):
        return None
    if len(token.surface) > 2:
        return _four_digits(tape, index)
    if token.number > 24:
        return None
    raw = _with_minutes(tape, index) or _lettered(tape, index) or _bare_hour(tape, index)
    return None if raw is None or (raw.hour == 24 and raw.minute > 0) else raw


def _is_part_of_number(tape: Tape, index: int) -> bool:
    """Whether the number continues another one, or a sign makes it a price."""
    before, here = tape[index - 1], tape[index]
    if before.surface in {"$", "#", "~"} and before.surface != "~":
        return True
    if before.word in CURRENCIES and before.surface.isupper() and here.gap < NEW_LINE:
        return True
    if here.gap != GLUED:
        return before.word in NUMBER_NAMES - _QUANTITIES and here.gap < NEW_LINE
    if before.surface in {".", ":", "/", ",", "?", "_", "*", "="}:
        return tape[index - 2].number is not None or before.surface in {"?", "_", "*", "="}
    return before.word.isalpha() and before.word not in {"t"}


def _with_minutes(tape: Tape, index: int) -> _Raw | None:
    """ "18:30", "8.00am", "18h30" and their seconds."""
    hour, sign, minute = tape[index], tape[index + 1], tape[index + 2]
    # "18 h 30" as the French write it
    gap = SPACED if sign.surface == "h" and sign.gap == minute.gap == SPACED else GLUED
    if sign.surface not in {":", ".", "h", "H"} or sign.gap != gap:
        return None
    if minute.number is None or minute.gap != gap or len(minute.surface) != 2 or minute.number > 59:
        return None
    if tape[index - 1].word in _SCRIPTURE or tape[index - 1].word in {"ratio", "score"}:
        return None
    end, second = index + 3, None
    if (
        sign.surface == ":"
        and tape[end].surface == ":"
        and tape[end].gap == GLUED
        and tape[end + 1].number is not None
        and tape[end + 1].gap == GLUED
    ):
        seconds = tape[end + 1]
        if seconds.number is None or len(seconds.surface) != 2 or seconds.gap != GLUED or seconds.number > 59:
            return None
        second, end = seconds.number, end + 2
    minutes_end, end = end, _after_hours_word(tape, end)
    has_word = end > minutes_end or tape[index - 1].word in _CLOCK_WORDS_BEFORE
    meridiem, end = _meridiem_at(tape, end, is_letter_enough=True)
    if second is not None and meridiem is None and tape[index - 1].word in _DURATION_CUES:
        return None
    is_agenda = hour.start in tape.agenda
    is_agenda = is_agenda or has_word
    if sign.surface == "." and meridiem is None and not is_agenda and not _can_be_dotted_time(tape, index, end):
        return None
    strength: Strength = "sure" if sign.surface != "." or meridiem is not None or is_agenda else "cued"
    if tape[end].word in ("noon", "midnight", "midday", "nn", "mn") and hour.number == 12:
        end += 1
    is_padded = len(hour.surface) == 2 and hour.surface[0] == "0"
    return _Raw(hour.number or 0, minute.number, end, strength, second, meridiem, is_padded)


def _after_hours_word(tape: Tape, end: int) -> int:
    token = tape[end]
    return end + 1 if token.word in _HOURS_BEHIND and token.gap < NEW_LINE else end


def _can_be_dotted_time(tape: Tape, index: int, end: int) -> bool:
    """A dotted number is a time only if nothing makes it a decimal, a section or a date."""
    after = tape[end]
    if tape[index - 1].word == "at" and (tape[index + 2].number or 0) % 5 and tape[index - 2].word in _PRICED_AT:
        return False
    if after.surface in {"%", "/"} or (after.word in COUNTED and after.gap < NEW_LINE) or after.word in {"per", "x", "bn", "m", "cm"}:
        return False
    if after.surface in {".", ","} and after.gap == GLUED and tape[end + 1].number is not None and tape[end + 1].gap == GLUED:
        return False
    return tape[index - 1].word not in NUMBER_NAMES


def _lettered(tape: Tape, index: int) -> _Raw | None:
    """ "6pm", "12 noon", "18h", "4 o'clock"."""
    token, after = tape[index], tape[index + 1]
    hour = token.number or 0
    if after.gap >= NEW_LINE:
        return None
    if hour == 12 and after.word in NAMED_TIMES:
        return _Raw(NAMED_TIMES[after.word], 0, index + 2, "sure", is_named=True)
    meridiem, end = _meridiem_at(tape, index + 1, is_letter_enough=tape[index - 1].word in _BEFORE_LETTER)
    if meridiem is not None and 1 <= hour <= 12:
        if hour == 12 and tape[end].word in {"noon", "midnight"} and tape[end].gap == SPACED:
            end += 1
        return _Raw(hour, 0, end, "sure", meridiem=meridiem)
    if after.word == "uhr" or (tape[index - 1].word in _CLOCK_WORDS_BEFORE and after.surface not in {".", ":"}):
        return _Raw(hour, 0, index + (2 if after.word == "uhr" else 1), "sure", is_padded=True)
    if after.word == "h" and tape[index - 1].surface == "-" and "h" in (tape[index - 2].word, tape[index - 3].word):
        return _Raw(hour, 0, index + 2, "sure", is_padded=True)
    if after.word == "h" and tape[index - 1].word in _BEFORE_LETTER and 7 <= hour <= 23 and tape[index + 2].number is None:
        return _Raw(hour, 0, index + 2, "sure", is_padded=True)
    if after.word in {"h", "hrs"} and after.gap == GLUED and 7 <= hour <= 23 and tape[index - 1].word not in _DURATION_CUES:
        return _Raw(hour, 0, index + 2, "sure", is_padded=True)
    return _oclock(tape, index, hour)


def _oclock(tape: Tape, index: int, hour: int) -> _Raw | None:
    if tape[index + 1].word == "oclock":
        return _Raw(hour, 0, index + 2, "sure")
    if [tape[index + step].word for step in (1, 2, 3)] == ["o", "'", "clock"]:
        return _Raw(hour, 0, index + 4, "sure")
    return None


def _bare_hour(tape: Tape, index: int) -> _Raw | None:
    """An hour alone, which only the other end of a span or a day beside it can make a time (minute −1)."""
    after = tape[index + 1]
    if after.gap == GLUED and after.surface in {":", ",", "%", "/", "'"} | {"."} and tape[index + 2].number is not None:
        return None
    if after.gap == GLUED and after.word.isalpha():
        return None
    return _Raw(tape[index].number or 0, -1, index + 1, "beside_day")


def _four_digits(tape: Tape, index: int) -> _Raw | None:
    """ "0930", "1800 hrs": sure with its word, else only as the end of a span that begins with a nought."""
    token = tape[index]
    number = token.number or 0
    if len(token.surface) != 4 or number // 100 > 24 or number % 100 > 59:
        return None
    after = tape[index + 1]
    if token.start in tape.agenda:
        return _Raw(number // 100, number % 100, index + 1, "sure", is_padded=True)
    if after.surface in UNIVERSAL and after.gap < NEW_LINE:
        return _Raw(number // 100, number % 100, index + 1, "sure", is_padded=True)
    is_named = after.surface in HOUR_WORDS and after.gap < NEW_LINE
    if is_named:
        return _Raw(number // 100, number % 100, index + 2, "sure", is_padded=True)
    opens = token.surface[0] == "0" and after.surface == "-" and len(tape[index + 2].surface) == 4
    begun = tape[index - 2]
    pair = _agenda_pair(tape, index)
    if pair:
        return _Raw(number // 100, number % 100, index + 1, "sure", is_padded=True)
    closes = tape[index - 1].surface == "-" and len(begun.surface) == 4 and (begun.surface[0] == "0" or begun.start in tape.agenda)
    opens_named = (
        (after.surface == "-" or after.word in SPAN_WORDS)
        and tape[index + 3].word in {"hrs", "hours", "h"}
        and len(tape[index + 2].surface) == 4
    )
    if token.surface[0] == "0" and after.word == "on" and number % 5 == 0:
        return _Raw(number // 100, number % 100, index + 1, "sure", is_padded=True)
    if opens or closes or opens_named:
        return _Raw(number // 100, number % 100, index + 1, "cued", is_padded=True)
    return None


def _agenda_pair(tape: Tape, index: int) -> bool:
    """ "between 1400 and 1730" where the agenda below writes its times so."""
    opens = tape[index - 1].word in {"between", "from", "at"}
    closes = tape[index - 1].word in {"and", "to"} and tape[index - 3].word in {"between", "from"}
    return bool(tape.agenda) and (opens or closes) and (tape[index].number or 0) % 5 == 0 and tape.writes_four_digits


def _meridiem_at(tape: Tape, index: int, *, is_letter_enough: bool) -> tuple[Meridiem | None, int]:
    """The half of the day at a token, in any spelling, and the token after it."""
    token = tape[index]
    if token.gap >= NEW_LINE:
        return None, index
    if token.word in ("am", "pm") and not _is_verb(tape, index):
        return ("am" if token.word == "am" else "pm"), index + 1
    if token.surface == "." and token.gap == GLUED and tape[index + 1].word in ("am", "pm") and tape[index + 1].gap == GLUED:
        return ("am" if tape[index + 1].word == "am" else "pm"), index + 2
    if token.word not in ("a", "p"):
        return None, index
    half: Meridiem = "am" if token.word == "a" else "pm"
    dot, letter = tape[index + 1], tape[index + 2]
    if dot.surface == "." and letter.word == "m" and letter.gap < NEW_LINE:
        last = tape[index + 3]
        return half, index + 4 if last.surface == "." and last.gap == GLUED else index + 3
    if dot.word == "m" and dot.gap <= SPACED and token.gap <= SPACED:
        return half, index + 2
    return (half, index + 1) if is_letter_enough and token.gap == GLUED else (None, index)


def _is_verb(tape: Tape, index: int) -> bool:
    return tape[index].word == "am" and tape[index].gap == SPACED and tape[index + 1].word in {"i", "not"}


def hour_alone(tape: Tape, index: int, *, is_closed: bool = False) -> ClockSpan | None:
    """The bare hour after "at" beside a day ("Friday at 6"), where nothing counted or numbered follows it."""
    token, after = tape[index], tape[index + 1]
    number = token.number if token.number is not None else HOUR_NAMES.get(token.word)
    if number is None or not 1 <= number <= 24 or (token.number is not None and len(token.surface) > 2):
        return None
    if not is_closed and after.word and after.gap < NEW_LINE and after.surface not in {".", ",", ";", "!", "?", ")"} and after.word != "in":
        return None
    return ClockSpan(Clock(number, is_bare=number <= 12), None, index + 1, "beside_day")
