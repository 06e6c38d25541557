"""Where a name begins and ends: brackets, strokes, line ends and lists, which the network reads word by word, put right."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from briefex.components.labels import labels as foreign_labels
from briefex.components.names.bodies import whole_bodies
from briefex.components.names.decode import Found
from briefex.components.names.heads import is_company, is_person, is_post, label_by_head
from briefex.components.names.known import labels
from briefex.components.names.not_names import NAMES

SHORT_LINE = 40  # characters; a line that ends sooner was not broken for its length
MAX_LINE = 300  # characters of a line or a name that are looked at
BULLET = 8  # characters that a bullet and its indent may take
GIVEN = 20  # characters in which a given name in front is looked for
SHORT_LABEL = 3  # letters; "Mit" may be MIT
LISTED = 2  # names with the family name first that make a list of them
_ENGLISH = frozenset({"Program", "Programme", "Agenda", "Moderation", "Moderators", "Date", "Data", "Local", "Opening", "Animation"})
_COLUMN_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_FAMILY_LINE = re.compile(r"[^\W\d_a-z][^a-z\n,]{2,40}, [^\W\d_a-z][^\W\d_A-Z]")  # "RUIZ DÍAZ, Ana"
_SHORT_NAMED = re.compile(
    r"((?:[A-Z]\.[ -]?){1,4}|[^\W\d_a-z][^\W\d_A-Z]+) ?\((?!Ret|Dr|Prof|Mrs?|Ms|Capt|Col)[^\W\d_a-z][^\W\d_A-Z]+\) $"
)  # W. J. (Will) | Oosterbaan
_OLD = re.compile(r"(?:(?:old|new|former|late|then|said)|[A-Z]\w+-(?:based|seated|funded|led)) (?=[A-Z])")
_YEARS = re.compile(r"[ ,(]+(?:19|20)\d\d ?[–—-] ?(?:(?:19|20)?\d\d)?\Z")
_CHAMBERS = ("Assembly", "Parliament", "Senate", "Congress", "Cabinet")
_OTHER_SCRIPT = re.compile(r"(?<=[A-Za-zÀ-ɏ.)]) ?[(（]?[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+[)）]?\Z")
_EMPTY_LINE = re.compile(r"[ \t]*\n[ \t]*\n\s*")
_INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\. )+$")
_CLOSED_QUOTE = re.compile(r"[^\W\d_][\w-]*[\"”’] ")
_IN_QUOTES = re.compile(r"(?<!\S)([^\W\d_][\w’'-]+ [\"“‘])$")
_WIDE_GAP = re.compile(r"(?<=\S)(?: {3,}|\t+)(?=\S)")  # names side by side in a row of them
_CLOSING = {"“": "”", "„": "“", "«": "»", '"': '"', "‘": "’", "'": "'"}
# One that nothing closes before the end of the name; "'s-Gravenhage" and apostrophes are none.
_OPEN_QUOTE = re.compile(r"“(?!.*”)|„(?!.*“)|«(?!.*»)|(?<!\w)\"(?!.*\")|(?<!\S)['‘](?![a-z]\b)(?!.*['’])", re.DOTALL)
_BESIDE = re.compile(r"(?<=\.gov|\.mil|\.org|\.com)\.\s+|\s+[/|×x]\s+(?=[^\W\d_a-z])|(?<=[^\W\d_]{3})/(?=[^\W\d_a-z][^\W\d_]{2})")
_OWNER = re.compile(r"(?:[A-Z]+\.?[A-Z]+|[A-Z][a-z]?[A-Z]+)\b\.?")
_IN_SENTENCE = re.compile(r"\b(?:the|at) $")
_PARTICLE = re.compile(r"(?:-|\b(?:van|von|van der|van den|de|del|de la|da|dos|bin|bint|binti|ibn|al|el|ten|ter|Abu|Mac|Mc|Te|De|Van))\Z")
_GENERATION = re.compile(r" (?:II|III|IV|Jr|Sr|Júnior|Junior|Filho|Neto|Sobrinho)\b\.?(?! [a-z])")
_NICKNAME = re.compile(r"\s+(?:\"[^\W\d_][\w-]*\"|[“‘][^\W\d_][\w-]*[”’])\s+")
_HONORIFIC = re.compile(
    r"(?:HE(?= [A-Z][a-z])|H\.E|Amb|Shri|Smt|Mzee|Ibu|Bapak|Encik|Puan|Phra|Stadtrat|Stadträtin|BGen|MGen|LGen|Cdre|Swami|RAdm"
    r"|VAdm|Al-Haj|Alhaj|Alhaji|Hajia|Tunku|Datuk|Ven|Me|Gral|General de Ej[ée]rcito|Ing|Lic|Emerita|Emeritus|Maître|Sir|Dame"
    r"|Dr|Prof|Professor|Mr|Mrs|Ms|Lord|Lady"
    r"|Colonel|Col|Captain|Capt|Brigadier|Commodore|Commander|Cdr|Maj|Monsignor|Msgr|Miss|Mme|Madame|Monsieur|Frau|Herr|Doña"
    r"|Dra|Dona(?= \S+ [A-ZÀ-Ý])|Ratu(?= \S+ [A-ZÀ-Ý])"
    r"|Doutora?|Eng|Engr|Cllr|Atty|Adv|Daw|Ato|Khun)\b\.?ª? (?=[^\W\d_a-z])"
    r"|(?:Bishop|Archbishop|Cardinal|Rev|Revd|Pastor|Rabbi|Imam)\.? \((?:Dr|Prof|Mrs|Ms)\.?\) (?=[A-Z])"
    r"|(?:Ambassador|Minister|Director|Commissioner|Provost|Chancellor|Rector|Secretary|Senator|Mayor|Governor|President"
    r"|Chair(?:man|woman)?|Economist|Historian|Author|Journalist|Archivist|Curator|Artist|Writer|Filmmaker|Novelist|Poet|Lawyer"
    r"|Activist|(?<=[A-Z]{2} )Dean) (?=[A-Z]\S+ [A-Z])"
)
# Letters of honours, seats and services behind a name.
_LETTERS = re.compile(
    r"(?<=[a-z])(?:,? (?:[’']\d\d|RAN|RN|RAAF|USN|USAF|USMC|USCG|FRSE|FRS|FBA|OBE|CBE|MBE|KBE|KCB|CMG|MP|MEP|MLA|MSP|QC|KC|SC"
    r"|PhD|MD|JP|AO|AM|OAM|CSC|PE|CPA|FAcSS|Bt|PC|DBE|LVO|GCMG|KCMG|DSO|IAS|IFS|IPS|PVSM|AVSM|UYSM|VSM|SM))+$"
)
_PEER = re.compile(r"\b(?:Lord|Lady|Baron|Baroness|Viscount|Earl) $")
_PEERAGE = re.compile(r" of [A-Z][\w-]+(?=[\s,.;:)])(?! [A-Z])")
_GIVEN = re.compile(r"(?<![^\s(“\"•–—-])([^\W\d_a-z][^\W\d_]+) $")
_TRAILING = re.compile(r"[\s?!*,;:†]+$")
_JAPANESE_HONORIFIC = re.compile(r"(?<=[a-z])-(?:san|sensei|sama)$")
_ENTITY = re.compile(r"&#?\w{2,8};$")  # "Ros&aacute;"
_ROLE = re.compile(
    r"(?:(?:Co-)?(?:Moderator|Chair|Speaker|Host|Introduction|Discussant|Keynote|Panell?ist|Facilitator|Respondent)s?)\s?[-:–—]\s+(?=\w)",
    re.IGNORECASE,
)
_FAMILY_FIRST = re.compile(r"[^\W\d_][\w’'-]+, [^\W\d_]")


def mended(text: str, found: Sequence[Found]) -> list[Found]:
    """The spans with their borders where the names begin and end; a span that holds several names is several."""
    spans = [
        part
        for f in _with_inner_brackets(text, found)
        for block in _within_blocks(text, _in_one_script(text, f))
        for name in _without_labels(text, block)
        for line in _over_lines(text, name)
        for piece in _side_by_side(text, line)
        for part in _balanced(text, _quoted(text, piece))
    ]
    return _people(text, whole_bodies(text, [_without_post(text, _without_age(text, f)) for f in spans]))


def _without_age(text: str, f: Found) -> Found:
    """The body without a small word in front of it or years behind it: "the old | Marine Department", "Kigali-based | Great
    Lakes Network", "National Assembly | 2019–21".
    """
    age = _OLD.match(text, f.start, f.end) if f.tag in NAMES else None
    years = _YEARS.search(text, f.start, f.end) if f.tag in NAMES else None
    name = text[f.start : years.start()] if years else ""
    if years and (name.endswith(_CHAMBERS) or (labels().get(name) or label_by_head(name)) == "ORGANISATION"):
        return replace(f, end=years.start(), tag="ORGANISATION")
    return replace(f, start=age.end()) if age else f


def _without_post(text: str, f: Found) -> Found:
    """The body in front of a post that was taken for one: "UN Secretary-General"."""
    owner = _OWNER.match(text, f.start, f.end)
    return replace(f, end=owner.end()) if f.tag == "ORGANISATION" and owner and is_post(text[f.start : f.end]) else f


def _with_inner_brackets(text: str, found: Sequence[Found]) -> list[Found]:
    """Spans whose bracket opens before them put right: "(ISC)²" begins with it, "Research (RES) Division" is one name, and
    "Agency (AG) Skills Programme" two.
    """
    whole: list[Found] = []
    for f in found:
        name = text[f.start : f.end]
        short, bracket, rest = name.partition(")")
        if not (f.tag in NAMES and bracket and rest.strip() and "(" not in short and text[max(0, f.start - 1) : f.start] == "("):
            whole.append(f)
        elif not rest[0].isspace():
            whole.append(replace(f, start=f.start - 1))
        elif not rest.lstrip()[0].isalpha():
            whole.append(replace(f, end=f.start + len(short)))
        elif whole and whole[-1].tag == f.tag and text[whole[-1].end : f.start].strip() == "(":
            whole[-1] = replace(whole[-1], end=f.end, score=min(whole[-1].score, f.score))
        else:
            whole += [replace(f, end=f.start + len(short)), replace(f, start=f.end - len(rest.lstrip()))]
    return whole


def _in_one_script(text: str, f: Found) -> Found:
    """A name in Latin letters without the same name in Chinese, Japanese or Korean ones behind it: "Lim Wei Jie | 林伟杰"."""
    again = _OTHER_SCRIPT.search(text, f.start, f.end)
    return replace(f, end=again.start()) if again and again.start() > f.start else f


def _within_blocks(text: str, f: Found) -> list[Found]:
    """The parts of a span that runs over an empty line, which no name does."""
    gap = _EMPTY_LINE.search(text, f.start, f.end)
    return [replace(f, end=gap.start()), *_within_blocks(text, replace(f, start=gap.end()))] if gap else [f]


def _without_labels(text: str, f: Found) -> list[Found]:
    """A span up to a label in another language; the label itself is none: "Cadeirydd / Chair", "Moderator / Animatrice: Ruiz"."""
    label = next((label for label in _labels_of(text) if f.start <= label[0] < f.end), None)
    if label is None:
        return [f]
    before = text[f.start : label[0]].rstrip(" \n/")
    after = text[label[1] : f.end]
    parts = [replace(f, end=f.start + len(before))] if before else []
    return [*parts, replace(f, start=label[1])] if after else parts


@lru_cache(maxsize=1)
def _labels_of(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in _label().finditer(text))


@cache
def _label() -> re.Pattern[str]:
    forms = sorted({form for row in foreign_labels().values() for form in row if len(form) > SHORT_LABEL} - _ENGLISH)
    return re.compile(rf"(?:^|(?<=/ )|(?<=\w/))(?:{'|'.join(map(re.escape, forms))})[ \t]*(?:[:：/(]\s*|$)", re.IGNORECASE | re.MULTILINE)


def _over_lines(text: str, f: Found) -> list[Found]:
    """The names of a span that runs over the end of a short line: in "Chair of Crop Science | Institute of Seeds" the second."""
    if f.tag in NAMES and (gap := _WIDE_GAP.search(text, f.start, f.end)):
        return [replace(f, end=gap.start()), *_over_lines(text, replace(f, start=gap.end()))]
    if f.tag != "POSITION" and (column := _column(text, f)):
        return [column]
    end = text.find("\n", f.start, f.end)
    if f.tag in NAMES and end >= 0 and text[end : f.end].isupper() and _FAMILY_LINE.match(text, end + 1):
        return [replace(f, end=end), replace(f, start=end + 1, tag="PERSON")]
    if f.tag not in NAMES or end < 0:
        return [f]
    if end - text.rfind("\n", 0, end) - 1 >= SHORT_LINE and not _fills_lines(text, f, end):
        return [f]
    if _IN_SENTENCE.search(text, max(0, f.start - GIVEN), f.start):
        return [f]
    left, right = replace(f, end=end), replace(f, start=f.end - len(text[end : f.end].lstrip()))
    if not _names_itself(text, right):
        return [f]
    return [left, right] if _names_itself(text, left) else [right]


def _column(text: str, f: Found) -> Found | None:
    """The last part of a span over columns that two spaces set apart, in a line that has three: "Manager News  | Fiji Broadcasting"."""
    if "  " not in text[f.start : f.end]:
        return None
    begin, end = max(text.rfind("\n", 0, f.start) + 1, f.start - MAX_LINE), text.find("\n", f.end, f.end + MAX_LINE)
    is_table = len(_COLUMN_GAP.findall(text, begin, end if end >= 0 else f.end + MAX_LINE)) > 1
    start = f.start + text[f.start : f.end].rindex("  ") + 2
    return replace(f, start=start) if is_table and text[start].isupper() else None


def _fills_lines(text: str, f: Found, end: int) -> bool:
    """Whether a span is two whole lines and each has its own head noun: two bodies of a list."""
    begins_line = f.start == 0 or text[f.start - 1] == "\n"
    heads = label_by_head(text[f.start : end]), label_by_head(text[end : f.end].strip())
    return begins_line and text[f.end : f.end + 1] in ("\n", "") and None not in heads


def _names_itself(text: str, f: Found) -> bool:
    name = text[f.start : f.end]
    return name in labels() or label_by_head(name) is not None


def _side_by_side(text: str, f: Found) -> list[Found]:
    """The names of a span that holds several, set apart by a stroke, a bar or a cross: "Casa Asia / Goethe-Institut"."""
    borders = [(m.start(), m.end()) for m in _BESIDE.finditer(text, f.start, f.end)]
    if not borders or text[f.start : f.end] in labels():
        return [f]
    starts, ends = [f.start, *(end for _, end in borders)], [*(start for start, _ in borders), f.end]
    return [replace(f, start=start, end=end) for start, end in zip(starts, ends, strict=True) if start < end]


def _quoted(text: str, f: Found) -> Found:
    """A name without half a pair of quotation marks: without one that opens before it, up to one that opens inside it and closes
    behind: "Alianza “Pro Río | ”".
    """
    name = text[f.start : f.end]
    if f.tag not in NAMES or len(name) > MAX_LINE or not (opening := _OPEN_QUOTE.search(name)):
        return f
    if opening.start() == 0:
        return replace(f, start=f.start + 1)
    return replace(f, end=f.end + 1) if text.startswith(_CLOSING[opening[0]], f.end) else f


def _balanced(text: str, f: Found) -> list[Found]:
    """A span without half a bracket: cut before one that does not close in it, and without one that did not open in it."""
    name = text[f.start : f.end]
    opening, closing = name.rfind("("), name.rfind(")")
    if opening > 0 and closing < opening:
        head = name[:opening].rstrip()
        parts = [replace(f, end=f.start + len(head))]
        if name[opening + 1 :].strip():
            parts.append(replace(f, start=f.start + opening + 1))
        return parts
    if closing >= 0 and "(" not in name:
        kept = name[:closing].rstrip() if closing == len(name) - 1 else name
        return [replace(f, end=f.start + len(kept))] if kept else []
    return [f]


def _people(text: str, found: Sequence[Found]) -> list[Found]:
    """People with their generation ("III") and nickname ('Ana "Nita" Ruiz'), each by themselves, without marks at the end."""
    listed = sum(f.tag == "PERSON" and _FAMILY_FIRST.match(text, f.start, f.end) is not None for f in found) >= LISTED
    ends = [0, *(f.end for f in found)]
    found = _short_named(text, [_with_given_name(text, f, free) for f, free in zip(found, ends, strict=False)])
    found = [_family(text, f, after) for f, after in zip(found, [*found[1:], None], strict=False)]
    found = [replace(f, tag="ORGANISATION") if f.tag == "PERSON" and is_company(text[f.start : f.end]) else f for f in found]
    found = [_called(text, f) for f in found]
    found = _without_owner(text, found) if not listed else found
    one_by_one = [one for f in found for one in (_one_by_one(text, f, listed=listed) if f.tag == "PERSON" else [f])]
    starts = {one.start for one in one_by_one if one.tag == "PERSON"}
    people: list[Found] = []
    for one in one_by_one:
        before = people[-1] if people and people[-1].tag == one.tag == "PERSON" else None
        surname = _end_of_nickname(text, before, starts) if before else -1
        if before is None or not (one.start <= surname or _is_given_name(text, before, one, listed=listed)):
            people.append(one)
        elif one.start >= surname:
            people[-1] = replace(before, end=one.end, score=min(before.score, one.score))
    return people


def _called(text: str, f: Found) -> Found:
    """A person taken for a body for the calling in front: "Economist | Ana Ruiz"."""
    calling = _HONORIFIC.match(text, f.start, f.end) if f.tag == "ORGANISATION" else None
    return replace(f, start=calling.end(), tag="PERSON") if calling and is_person(text[calling.end() : f.end]) else f


def _short_named(text: str, found: Sequence[Found]) -> list[Found]:
    """People with the short name in brackets inside their name: "W. J. (Will) Oosterbaan"."""
    named = {f.start: m.start(1) for f in found if f.tag == "PERSON" and (m := _SHORT_NAMED.search(text, max(0, f.start - 40), f.start))}
    people = [replace(f, start=named[f.start]) if f.start in named else f for f in found]
    whole = [(start, end) for end, start in named.items()]
    return [f for f in people if f.start in named.values() or not any(start <= f.start < end for start, end in whole)]


def _family(text: str, f: Found, after: Found | None) -> Found:
    """A family name in capitals that begins a line and was taken for a body: "WALTERS, | Ian"."""
    if f.tag not in NAMES or after is None or after.tag != "PERSON" or text[f.end : after.start] != ", ":
        return f
    name = text[f.start : f.end]
    before = text[max(0, f.start - BULLET) : f.start]
    begins_line = (f.start < BULLET or "\n" in before) and not before.rpartition("\n")[2].strip(" -–—•*·")
    return replace(f, tag="PERSON") if begins_line and name not in labels() and _is_family(name, text[after.start : after.end]) else f


def _without_owner(text: str, found: Sequence[Found]) -> list[Found]:
    """People without the word before a comma, where the one behind it is a surname: "Before Stimson, | Lim"."""
    surnames = {text[f.start : f.end].rpartition(" ")[2] for f in found if f.tag == "PERSON" and "," not in text[f.start : f.end]}
    people = []
    for f in found:
        before, comma, surname = text[f.start : f.end].partition(", ")
        alone = f.tag == "PERSON" and comma and " " not in before and surname in surnames
        people.append(replace(f, start=f.end - len(surname)) if alone else f)
    return people


def _with_given_name(text: str, f: Found, free: int) -> Found:
    """The person with the given name in front that the network left out, and without a title: "Ana | Ruiz", "Sir | John Holmes"."""
    if f.tag != "PERSON":
        return f
    peerage = _PEERAGE.match(text, f.end) if _PEER.search(text, max(free, f.start - GIVEN), f.start) else None
    if peerage:
        return replace(f, end=peerage.end())
    if text[f.start : f.start + 2].endswith(".") and (initials := _INITIALS.search(text, max(free, f.start - GIVEN), f.start)):
        f = replace(f, start=initials.start())
    if _CLOSED_QUOTE.match(text, f.start, f.end) and (quoted := _IN_QUOTES.search(text, max(free, f.start - GIVEN), f.start)):
        return replace(f, start=quoted.start(1))
    title, given = _HONORIFIC.match(text, f.start, f.end), _GIVEN.search(text, max(free, f.start - GIVEN), f.start)
    if title:
        return replace(f, start=title.end())
    return replace(f, start=given.start(1)) if given and is_person(f"{given[1]} {text[f.start : f.end]}") else f


def _one_by_one(text: str, f: Found, *, listed: bool) -> list[Found]:
    """The people of a span that runs over a comma or a line end; what follows a full name and is one word is none."""
    name = text[f.start : f.end]
    role = _ROLE.match(name)
    if role:
        return _one_by_one(text, replace(f, start=f.start + role.end()), listed=listed)
    for border in re.finditer(r"[,:]\s+|\s[–—|]\s|\s*\n\s*", name):
        left, right = name[: border.start()], name[border.end() :]
        line_start = text.rfind("\n", 0, f.start) + 1
        is_border = (
            f.start + border.start() - line_start < SHORT_LINE and not _goes_on(left, right)
            if "\n" in border[0]
            else not listed and not re.search(r"\b[a-z]", left)
        )
        if is_border and not (border[0] == ", " and _is_family(left, right)) and (" " in left or ("\n" in border[0] and is_person(right))):
            rest = replace(f, start=f.start + border.end())
            return [
                replace(f, end=f.start + len(_LETTERS.sub("", left))),
                *(_one_by_one(text, rest, listed=listed) if " " in right else ()),
            ]
    name = _JAPANESE_HONORIFIC.sub("", name)
    end = f.start + len(_LETTERS.sub("", name if _ENTITY.search(name) else _TRAILING.sub("", name)))
    generation = _GENERATION.match(text, end)
    return [replace(f, end=generation.end() if generation else end)] if end > f.start else []


def _goes_on(left: str, right: str) -> bool:
    """Whether a person's name goes on in the next line: behind a particle, or with one word that is no capitals and no post."""
    alone = right.istitle() and len(right.split()) == 1 and len(right) > SHORT_LABEL and not is_post(right)
    return _PARTICLE.search(left) is not None or (alone and " " in left)


def _end_of_nickname(text: str, f: Found, starts: Collection[int]) -> int:
    """Where the name goes on after a nickname in quotes; -1 where it does not."""
    nickname = _NICKNAME.match(text, f.end)
    return nickname.end() if nickname and nickname.end() in starts else -1


def _is_given_name(text: str, family: Found, given: Found, *, listed: bool) -> bool:
    """Whether two spans are one name in the order "Ruiz, Ana" of a list, or "RUIZ DÍAZ, Ana"."""
    left, right = text[family.start : family.end], text[given.start : given.end]
    if text[family.end : given.start] != ", " or "," in right:
        return False
    return (listed and not re.search(r"[\s,]", left)) or _is_family(left, right)


def _is_family(left: str, right: str) -> bool:
    """Whether a family name in capitals stands before given names: "RUIZ DÍAZ, Ana"."""
    given, family = right.split(" ", maxsplit=1)[0], left.title()
    is_family = left.isupper() and len(left) > SHORT_LABEL and not is_person(family)
    return is_family and right.istitle() and right.count(" ") <= LISTED and is_person(f"{given} {family.rpartition(' ')[2]}")
