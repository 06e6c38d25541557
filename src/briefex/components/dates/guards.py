"""When a bare word or number is a date, and when a name, a count or a verb."""

from typing import Final

from briefex.components.dates.tokens import GLUED, NEW_LINE, Tape
from briefex.components.dates.words import (
    ALSO_BEFORE_NAMES,
    AMBIGUOUS_MONTHS,
    ASKS_FOR_DATE,
    COUNTED,
    CURRENCIES,
    EARLY_LATE,
    EDGES,
    MONTH_ABBREVIATIONS,
    MONTHS,
    NUMBER_NAMES,
    SEASONS,
    WEEKDAY_ABBREVIATIONS,
    WEEKDAYS,
)

_BEFORE_YEAR: Final = frozenset(
    """in since by until till from during before after circa ca c between and or to early late mid of the through throughout
    for this that its our a an their his her year years around about than on election elections budget
    called into over already back""".split()
)
_JOINING: Final = frozenset({"and", "or", "to", "&", "/", "-", "through", "until", "till"})
_MONTH_WORDS: Final = MONTHS.keys() | MONTH_ABBREVIATIONS.keys()
_DAY_WORDS: Final = WEEKDAYS.keys() | WEEKDAY_ABBREVIATIONS.keys()
# "October Revolution", "March Madness": names of events
_NAMED_EVENTS: Final = frozenset(
    "day revolution war wars crisis massacre uprising movement group fest madness surprise accord days".split()
)
_NATIONS: Final = frozenset(
    "us u uk eu g7 g un nato french dutch greek thai iraqi israeli pakistani israeli czech swiss afghan general".split()
)
HOUR_WORDS: Final = frozenset({"hrs", "Hrs", "HRS", "hr", "hours", "h", "Uhr"})
# Four digits before one of these are a time ("0600 GMT").
# A number below this is a year only behind one of these words ("in 1066").
_FIRST_BARE_YEAR: Final = 1400
_BEFORE_OLD_YEAR: Final = frozenset(
    "in of since from until till by before after to and between about around c ca circa early late mid the year anno - (".split()
)
UNIVERSAL: Final = frozenset({"GMT", "UTC", "CET", "CEST", "EST", "EDT", "BST", "IST", "SAST", "EAT"})
# "Rue du 4 Septembre", "Avenida 7 de Setembro", "11 November Road"
_TAKING: Final = frozenset({"take", "takes", "taking", "took", "taken"})
_STREETS: Final = frozenset(
    "rue avenue avenida av calle via rua boulevard place plaza praca piazza street strasse ulica plac ul bulevardul".split()
)
_STREETS_BEHIND: Final = frozenset("road street avenue lane square boulevard drive bridge house hall building".split())
_NAMING: Final = frozenset({"black", "red", "bloody", "theresa"})


def is_month_name(tape: Tape, index: int) -> bool:
    """Whether a month's name without day and year means the month, not a person, a verb or a name's part."""
    token, before, after = tape[index], tape[index - 1], tape[index + 1]
    if before.word == "of" and tape[index - 2].word in {"man", "men", "daughter", "knight"}:
        return False
    if (after.surface == "-" and after.gap == GLUED and not _is_month_like(tape, index + 2)) or (
        before.surface in {"$", "."} and token.gap == GLUED
    ):
        return False
    if (after.word in _NAMED_EVENTS | _STREETS_BEHIND and after.surface[:1].isupper()) or before.word in _NAMING:
        return False
    is_asked = _is_asked_for(tape, index) or (after.word in {"to", "-", "through", "until"} and _is_month_like(tape, index + 2))
    if token.word in AMBIGUOUS_MONTHS:
        return (token.surface[0].isupper() and is_asked and not _is_name_after(tape, index)) or (
            token.surface.islower() and ((token.word in {"april", "june"} and is_asked) or _is_part_of_month(tape, index))
        )
    if token.word in MONTH_ABBREVIATIONS:
        is_joined = after.surface in {"-", "/"} and _is_month_like(tape, index + 2)
        return (is_asked and before.word not in ALSO_BEFORE_NAMES - {"by", "from", "to"}) or is_joined or _is_month_like(tape, index - 2)
    return not (before.surface[:1].isupper() and before.word.isalpha() and token.gap < NEW_LINE and not _is_dateish(before.word))


def _is_part_of_month(tape: Tape, index: int) -> bool:
    """ "end of march", "mid may": as hurried hands type them."""
    before = tape[index - 1]
    return (before.word == "of" and tape[index - 2].word in EDGES) or before.word in EARLY_LATE


def _is_month_like(tape: Tape, index: int) -> bool:
    return tape[index].word in _MONTH_WORDS and tape[index - 1].gap < NEW_LINE


def _is_dateish(word: str) -> bool:
    return word in ASKS_FOR_DATE or word in _DAY_WORDS or word in _MONTH_WORDS or word in {"the", "a", "our", "its"}


def _is_asked_for(tape: Tape, index: int) -> bool:
    """Whether the word before (past "the" or a dash in "mid-May") asks for a date."""
    before = tape[index - 1]
    if tape[index].gap >= NEW_LINE:
        return False
    if before.surface == "-" and tape[index - 2].word in {"mid", "early", "late"} | _MONTH_WORDS:
        return True
    if before.word == "to" and tape[index - 2].word in {"months", "year", "quarter", "weeks"}:
        return True  # "the twelve months to April"
    if before.word == "the":
        before = tape[index - 2]
    if before.word in ("and", "or", "to", "&"):
        return _is_month_like(tape, index - 2) or tape[index - 2].number is not None or _closes_pair(tape, index)
    if before.surface in {",", "/"}:
        return _is_month_like(tape, index - 2)
    return before.word in ASKS_FOR_DATE


def _closes_pair(tape: Tape, index: int) -> bool:
    """ "to" at the start of a span: "from May to March"."""
    return tape[index - 1].word == "to" and tape[index - 3].word == "from"


def _is_name_after(tape: Tape, index: int) -> bool:
    """Whether "by May Sarton", "of April Jones": a capitalised word follows and the word before leaves room for a name."""
    after, before = tape[index + 1], tape[index - 1]
    if after.gap >= NEW_LINE or not after.surface[:1].isupper() or not after.word.isalpha():
        return False
    return before.word in ALSO_BEFORE_NAMES and not _is_dateish(after.word)


def is_year(tape: Tape, index: int) -> bool:
    """Whether four digits can be a year: nothing makes them a price, a count, a measure or part of a number."""
    token = tape[index]
    if token.number is None or len(token.surface) != 4 or not 1000 <= token.number <= 2199 or token.start in tape.agenda:
        return False
    return not (_is_priced(tape, index) or _is_counted(tape, index) or _is_part_of_number(tape, index))


def _is_priced(tape: Tape, index: int) -> bool:
    before = tape[index - 1]
    return (
        before.surface in {"$", "#", "+", "=x"}
        or (before.word in CURRENCIES and before.word not in {"us", "eu", "rs"})
        or _is_foreign_currency(tape, index)
    )


def _is_foreign_currency(tape: Tape, index: int) -> bool:
    """The pound, euro and yen signs, which the ASCII copy shows as "?"."""
    before = tape[index - 1]
    return before.surface == "?" and tape[index].gap == GLUED and tape.text[before.start] in "£€¥₹₩₽₦"


def _is_counted(tape: Tape, index: int) -> bool:
    after = tape[index + 1]
    if after.gap >= NEW_LINE:
        return False
    if after.surface == "%" or after.word in COUNTED or after.surface in HOUR_WORDS | UNIVERSAL or after.surface == "x":
        return True
    if tape[index - 1].word in {"over", "some"} and (tape[index].number or 0) % 100 == 0:
        return True
    return tape[index + 2].word in COUNTED and (tape[index].number or 0) % 100 == 0 and after.word.isalpha() and after.word not in _JOINING


def _is_part_of_number(tape: Tape, index: int) -> bool:
    token, before, after = tape[index], tape[index - 1], tape[index + 1]
    if token.gap == GLUED and (before.word.isalpha() or before.surface in {"_", "^"}):
        return True
    if token.gap == GLUED and before.surface in {",", "."} and tape[index - 2].number is not None and before.gap == GLUED:
        return True
    if after.gap == GLUED and after.surface in {",", "."} and tape[index + 2].number is not None and tape[index + 2].gap == GLUED:
        return after.surface == "." or tape[index + 3].surface not in {":", "."}  # "2026,15:30" is a year and a time
    return after.gap == GLUED and after.word.isalpha() and after.word not in {"s", "t"}


def is_bracketed_years(tape: Tape, index: int) -> bool:
    """ "she led the unit (2005-07)", "in 2005-07": two years, where "2005-07" alone is a month."""
    before = tape[index - 1]
    is_told = before.word in {"in", "during"} or (before.surface == "(" and before.gap < NEW_LINE and not tape[index - 2].surface.isdigit())
    return is_told and (tape[index + 2].number or 0) > (tape[index].number or 0) % 100 and len(tape[index + 2].surface) == 2


def stands_as_year(tape: Tape, index: int) -> bool:
    """Whether a year with no month beside it is meant as one, judged by what stands before and behind it."""
    if not is_year(tape, index):
        return False
    token, before, after = tape[index], tape[index - 1], tape[index + 1]
    if before.number is not None and token.gap < NEW_LINE and not _is_closed(tape, index - 1):
        return False
    if before.word in NUMBER_NAMES and before.word not in {"year", "years", "than", "over"}:
        return False
    if (token.number or 0) < _FIRST_BARE_YEAR and before.word not in _BEFORE_OLD_YEAR:
        return False
    if _is_numbered(tape, index) or _runs_on(tape, index):
        return False
    if (after.surface == "/" and after.gap == GLUED) or (before.surface == "/" and token.gap == GLUED):
        return False
    if token.gap >= NEW_LINE or before.start < 0:
        return not _opens_name(tape, index)
    if before.surface == "'" or (before.word == "s" and tape[index - 2].surface == "'"):
        is_before_name = after.start >= 0 and not after.word
        return (after.surface[:1].islower() or is_before_name) and after.gap < NEW_LINE
    return _is_led_in(tape, index)


def _is_numbered(tape: Tape, index: int) -> bool:
    """ "no. 2019", "Tel. 2025 5512", "27001:2022"."""
    before = tape[index - 1]
    if (
        before.surface == "."
        and tape[index - 2].word in {"no", "nos", "tel", "ref", "art", "vol", "para", "pp"}
        and _is_in_line(tape, index)
    ):
        return True
    return before.surface == ":" and tape[index].gap == GLUED == before.gap and tape[index - 2].number is not None


def _is_in_line(tape: Tape, index: int) -> bool:
    """Whether the token stands in the same line as the one before it."""
    return tape[index].gap < NEW_LINE


def _runs_on(tape: Tape, index: int) -> bool:
    """ "2024-0113": the year is the head of an identifier."""
    after, number = tape[index + 1], tape[index + 2]
    return after.surface == "-" and after.gap == GLUED == number.gap and number.number is not None


def _is_closed(tape: Tape, index: int) -> bool:
    return tape[index].gap < NEW_LINE and len(tape[index].surface) == 4


def _opens_name(tape: Tape, index: int) -> bool:
    """ "2021 Federal Summit", "1050 Brussels" at the start of a line or after a comma; "2019" on a line alone counts."""
    after = tape[index + 1]
    if after.gap >= NEW_LINE or not after.surface[:1].isupper():
        return False
    is_nation = after.word in _NATIONS or after.word.endswith(("ese", "ish", "ian", "ean", "can", "rman"))
    return not is_nation and after.word not in {"i"}


def _is_led_in(tape: Tape, index: int) -> bool:
    before = tape[index - 1]
    if before.word in {"the", "a", "its", "our", "their", "this", "that"}:
        return not _opens_name(tape, index)
    if before.word in _BEFORE_YEAR:
        return True
    if before.surface == "(":
        return not _opens_name(tape, index) or tape[index + 2].surface == ")"
    if before.surface in {",", ";", ":", "-", "|", '"', "=", "<", ">", "/", "!", "?", "."}:
        if before.surface == "-" and tape[index - 2].word in EARLY_LATE:
            return True
        is_glued_to_word = before.surface == "-" and before.gap == GLUED and tape[index].gap == GLUED and tape[index - 2].number is None
        return not is_glued_to_word and not _opens_name(tape, index) and not _is_in_phone(tape, index)
    if before.word.isalpha() and before.surface[0].isupper():
        is_season = before.word in SEASONS or before.word in _MONTH_WORDS
        return is_season or (tape[index + 1].surface == ")" and _is_citation(tape, index)) or _is_sentence_start(tape, index - 1)
    return before.word.isalpha()


def _is_citation(tape: Tape, index: int) -> bool:
    return tape[index - 2].surface == "(" or tape[index - 3].surface == "("


def _is_sentence_start(tape: Tape, index: int) -> bool:
    """Whether the capital of the word before the year is only that of a sentence ("During", "By")."""
    return tape[index].word in ASKS_FOR_DATE


def _is_in_phone(tape: Tape, index: int) -> bool:
    before = tape[index - 2]
    return before.number is not None and len(before.surface) != 4 and tape[index - 1].surface == "-"


def is_blocked_sequence(tape: Tape, index: int) -> bool:
    """Whether a number continues a phone number, counts pages or names a street ("+44 20 7957", "pp. 1812-1830")."""
    before, token = tape[index - 1], tape[index]
    if token.gap >= NEW_LINE or before.start < 0:
        return False
    first = index - 2 if before.surface == "-" and tape[index - 2].number is not None else index
    lead = first - 2 if tape[first - 1].surface == "." and tape[first - 1].gap == GLUED else first - 1
    if token.number is not None and tape[lead].word in {"p", "pp", "ext"}:
        return True
    is_verb = before.word == "place" and tape[index - 2].word in _TAKING
    if (before.word in _STREETS and not is_verb) or (before.word in {"du", "de", "del", "of", "the"} and tape[index - 2].word in _STREETS):
        return True
    if _is_in_street(tape, index) or _is_code(tape, index):
        return True
    return token.number is not None and before.surface == "+" and token.gap == GLUED


def _is_code(tape: Tape, index: int) -> bool:
    """ "code AUG19", "discount code MARCH10"."""
    is_letters = tape[index].word in _MONTH_WORDS and tape[index].surface.isupper()
    return is_letters and tape[index + 1].number is not None and tape[index + 1].gap == GLUED and "code" in tape[index - 1].word


def _is_in_street(tape: Tape, index: int) -> bool:
    """ "11 November Road", "1600 Ninth Avenue"."""
    street, token = tape[index + 2], tape[index]
    if token.number is None or not street.surface[:1].isupper() or street.gap >= NEW_LINE or tape[index + 1].gap >= NEW_LINE:
        return False
    if tape[index + 3].word == "of" and tape[index + 3].gap < NEW_LINE:
        return False  # "5 May, House of Commons" without its comma
    return street.word in _STREETS_BEHIND and tape[index + 1].surface[:1].isupper()


def is_repeated(tape: Tape, index: int) -> bool:
    """Whether a time or day recurs: "daily 9am to 5pm", "every Tuesday at 6pm", "Mondays, 10:00", "Monday to Friday, 9:00"."""
    if tape[index].gap >= NEW_LINE or not (tape[index - 1].word.isalpha() or tape[index - 1].surface in {",", ":", "-", "("}):
        return False
    seen_weekday = False
    for step in range(1, 7):
        word = tape[index - step].word
        if tape[index - step + 1].gap >= NEW_LINE:
            return False
        if word in {"daily", "weekly", "weekdays", "monthly", "annually", "yearly"} or (word.endswith("days") and word[:-1] in WEEKDAYS):
            return tape[index].number is not None
        if seen_weekday and word in {"to", "-", "every", "each"}:
            return word not in {"to", "-"} or _is_monday_before(tape, index - step)
        if word in WEEKDAYS:
            seen_weekday = True
        elif word not in {"at", "from", ",", ":", "-", "(", "and", "between"}:
            return False
    return False


def _is_monday_before(tape: Tape, index: int) -> bool:
    return tape[index - 1].word in {"monday", "mon"}


def is_set(tape: Tape, index: int) -> bool:
    """Whether a weekday, or the list it stands in, follows "every" or "each": a set, not a date."""
    if tape[index + 1].word == "of" and (tape[index + 2].word in ("every", "each") or tape[index + 3].word in ("month", "week")):
        return tape[index + 2].word in ("every", "each", "the", "a")
    for step in range(1, 8):
        word = tape[index - step].word
        if word in ("every", "each", "alternate", "most"):
            return True
        if (
            word not in {"and", "or", "other", "second", "single", ",", "&", "first", "third", "last", "of", "the"}
            and word not in _DAY_WORDS
        ):
            return False
    return False
