"""Where a post begins and ends: it grows around its head noun over modifiers on the left and "of …", "for …" on the right."""

import re
from collections.abc import Sequence

from briefex.components.countries import country_names
from briefex.components.people import lexicon
from briefex.components.people.post_words import Token, is_head

_BRACKET = re.compile(r"[ \t]?\(([A-Za-z-]{2,16})\)")
_FIELD_BRACKET = re.compile(
    r" \([A-Z][a-z]+(?: (?:and |& |of |for )?[A-Z][a-z]+){1,3}\)(?=, [A-Z])"
)  # "Vice-President (Social Sciences), "
_STATE = rf"(?:the )?(?:(?:Kingdom|Republic|State|Commonwealth) of )?{country_names().pattern}"
_TO_A_STATE = re.compile(rf" to {_STATE}(?:(?:, {_STATE})* and {_STATE})?")
MAX_LEFT, MAX_RIGHT = 8, 14


def grow(text: str, tokens: Sequence[Token], head: int) -> tuple[int, int]:
    """The first token of the post whose head noun stands at token `head`, and the token after its last."""
    first = _grow_left(text, tokens, head)
    last = _grow_heads(tokens, head)
    return first, _grow_right(text, tokens, first, last)


def _grow_left(text: str, tokens: Sequence[Token], head: int) -> int:
    first = head
    while first > 0 and head - first < MAX_LEFT:
        before = tokens[first - 1]
        if before.kind != "w" or before.low.endswith(("'s", "’s")) or before.low in ("s", "br", "p"):
            break
        if before.low in ("and", "&") or _stops_left(text, before):
            joined = _joined_modifiers(text, tokens, first - 1, head) if before.low in ("and", "&") else -1
            if joined < 0:
                break
            first = joined
            continue
        if before.low[0].isdigit() or (before.low in lexicon.COUNTRIES and text[tokens[head].start].islower()):
            break
        if before.low.endswith("ly"):
            break
        if is_head(before.low) and _plain_list_head(before.low, tokens[first].low):
            break
        if before.low.endswith((".",)) and before.low.rstrip(".") in lexicon.HONORIFICS | lexicon.POSTNOMINALS:
            break
        first -= 1
    while first < head and (
        tokens[first].low in ("and", "&")
        or (
            tokens[first].low in lexicon.POSTNOMINALS
            and text[tokens[first].start].isupper()
            and (tokens[first].low, tokens[first + 1].low) not in lexicon.DEGREE_POSTS
        )
    ):
        first += 1
    return first


def _stops_left(text: str, token: Token) -> bool:
    """Whether a word ends a post on its left; in capitals ("IT") it is a name of something."""
    if token.low not in lexicon.LEFT_STOPS or token.low in lexicon.KEPT_LEFT or (token.low == "first" and text[token.start] == "F"):
        return False
    return not (token.end - token.start > 1 and text[token.start : token.end].isupper())


def _demonym(text: str, token: Token) -> bool:
    return (
        text[token.start].isupper()
        and token.low.endswith(("ian", "ish", "ese", "ean", "can", "ench", "erman", "eek", "utch"))
        and token.low not in ("african",)
    )


def _plain_list_head(before: str, here: str) -> bool:
    """Two heads side by side belong to one post ("deputy director", "chief scientist"), except where the first is complete."""
    return before in ("professor", "professors") and here not in ("emeritus", "emerita")


def _joined_modifiers(text: str, tokens: Sequence[Token], conjunction: int, head: int) -> int:
    """Where the modifiers joined by "and" before a head begin ("prize and challenge specialist"), or -1."""
    if tokens[conjunction].low not in ("and", "&") or conjunction == 0:
        return -1
    start = conjunction
    while start > 0 and conjunction - start < 5:
        token = tokens[start - 1]
        if token.kind != "w" or token.low in lexicon.LEFT_STOPS or token.low in lexicon.RIGHT_STOPS or is_head(token.low):
            break
        start -= 1
    count = conjunction - start
    if count == 0 or conjunction + 1 >= head + 1:
        return -1
    before = tokens[start - 1] if start else None
    capital = text[tokens[start].start].isupper() and text[tokens[head].start].isupper()
    if before is None or before.kind in ("n", "m"):
        return start
    if before.low in ("a", "an", "the", "as", "senior"):
        return start
    return (
        start
        if capital
        and before.kind == "."
        and before.low in (",", "–", "—", "-", "(", ":", "|", "•", "]", "“")
        and conjunction + 1 <= head
        and count <= 3
        else -1
    )


def _grow_heads(tokens: Sequence[Token], head: int) -> int:
    """Over further heads and adjectives after the first: "Director General", "Professor Emeritus", "Fellow-in-Residence"."""
    last = head
    while last + 1 < len(tokens) and tokens[last + 1].kind == "w":
        low = tokens[last + 1].low
        named = (
            low.rstrip(".") in (*lexicon.COURTESY, "professor", "ambassador", "president", "judge")
            and last + 2 < len(tokens)
            and tokens[last + 2].kind == "p"
        )
        if named or not (is_head(low) or low in lexicon.RIGHT_ADJECTIVES) or last - head > 2:
            return _over_modifier(tokens, last)
        last += 1
    return last


def _over_modifier(tokens: Sequence[Token], last: int) -> int:
    """ "Chief Data Officer", "Associate Research Fellow": a modifier or two between two heads."""
    for ahead in (2, 3, 4):
        window = tokens[last + 1 : last + 1 + ahead]
        if len(window) < ahead or any(t.kind != "w" or t.low in lexicon.LEFT_STOPS or t.low in lexicon.RIGHT_STOPS for t in window[:-1]):
            return last
        if window[-1].kind == "w" and is_head(window[-1].low) and window[-1].low not in lexicon.LEFT_STOPS:
            return _grow_heads(tokens, last + ahead)
    return last


def _grow_right(text: str, tokens: Sequence[Token], first: int, last: int) -> int:
    """Over "of …", "for …" up to a name, a mark or a verb; a preposition left without a noun is given back."""
    end = last
    position = last + 1
    capital = None
    while position < len(tokens) and position - last <= MAX_RIGHT:
        token = tokens[position]
        if token.kind in "mpdn":
            break
        if token.kind == ".":
            step = _listed(text, tokens, position) if token.low == "," and end > last + 1 else 0
            if not step:
                break
            position += step
            end = position - 1
            continue
        if position == last + 1 and token.low not in lexicon.PREPOSITIONS_RIGHT:
            break
        if token.low == "to" and position > last + 1 and (office := _office_behind(text, tokens, position)):
            return office
        if (
            token.low[0].isdigit()
            or (token.low in lexicon.COURTESY and token.low != "the")
            or (position > last + 1 and token.low in ("on", "to"))
        ):
            break
        if token.low in lexicon.RIGHT_STOPS or (token.low.endswith("ly") and text[token.start].islower()):
            break
        if token.low in ("and", "&"):
            step = _conjunct(text, tokens, position, capital is not False)
            if not step:
                break
            position += step
            end = position - 1
            continue
        if token.low not in ("of", "for", "to", "on", "in", "the", "a", "an", "his", "her", "its"):
            if _stops_left(text, token) and token.low not in ("no", "new", "first", "second", "late"):
                break
            upper = text[token.start].isupper()
            if capital and not upper and token.low not in lexicon.BOARDS:
                break
            end = position
            capital = upper if capital is None else capital
        elif token.low == "in" and position > last + 1:
            break
        position += 1
    end = _without_description(text, tokens, last, end if end > last else _bare_field(text, tokens, last))
    return _with_field(text, tokens, _with_seat(text, tokens, last, end), _in_list(tokens, first))


def _office_behind(text: str, tokens: Sequence[Token], preposition: int) -> int:
    """Where the office ends to which a post belongs ("Chief of Staff to the [Governor]"), 0 where none follows."""
    for position in range(preposition + 1, min(len(tokens), preposition + 6)):
        token = tokens[position]
        if token.kind != "w" or not (token.low == "the" or text[token.start].isupper()):
            return 0
        if is_head(token.low):
            return _grow_right(text, tokens, position, _grow_heads(tokens, position))
    return 0


def _with_seat(text: str, tokens: Sequence[Token], last: int, end: int) -> int:
    """Over the place of a diplomatic post that nothing else follows ("deputy chief of mission in Ashgabat"), or the country to
    which it goes ("Ambassador of Ireland to Canada").
    """
    if tokens[last].low not in lexicon.DIPLOMATS and tokens[end].low != "mission":
        return end
    if end > last and (state := _TO_A_STATE.match(text, tokens[end].end)):
        while end + 1 < len(tokens) and tokens[end + 1].end <= state.end() and tokens[end + 1].kind == "w":
            end += 1
        return end
    rest = tokens[end + 1 : end + 4]
    if len(rest) < 2 or rest[0].low != "in" or rest[1].kind != "w" or not text[rest[1].start].isupper():
        return end
    return end + 2 if len(rest) < 3 or rest[2].kind in ".nd" or rest[2].low == "and" else end


def _bare_field(text: str, tokens: Sequence[Token], last: int) -> int:
    """Over capitalised words right behind the head and before "at [body]": "Vice President Oncology at …"."""
    if not text[tokens[last].start].isupper():
        return last
    position = last + 1
    while position < len(tokens) and position - last < 8:
        token = tokens[position]
        if token.kind != "w" or is_head(token.low) or not (text[token.start].isupper() or token.low in ("and", "&", "of", "for")):
            break
        position += 1
    rest = tokens[position : position + 3]
    closed = (
        len(rest) > 1 and rest[0].low == "at" and (rest[1].kind == "m" or (len(rest) > 2 and rest[1].low == "the" and rest[2].kind == "m"))
    )
    return position - 1 if closed else last


def _in_list(tokens: Sequence[Token], first: int) -> bool:
    """Whether a post stands right behind a name and a mark, as in lists of people."""
    return first > 1 and tokens[first - 1].kind in ".n" and (tokens[first - 2].kind == "p" or (first > 2 and tokens[first - 3].kind == "p"))


def _with_field(text: str, tokens: Sequence[Token], end: int, listed: bool) -> int:
    """Over a field between commas before a name: "Senior Advisor, Informatics, [Example Agency]"."""
    position = end + 1
    if position >= len(tokens) or tokens[position].low != ",":
        return end
    last, parts = position, 0
    for ahead in range(position + 1, min(len(tokens), position + 12)):
        token = tokens[ahead]
        if token.kind == "m":
            if (
                parts
                and tokens[ahead - 1].low in ("the", "at", "of", "for", "in")
                and all(t.low in ("the", "at", "of", "for", "in") for t in tokens[last + 1 : ahead])
            ):
                return last - 1
            before = ahead - 2 if tokens[ahead - 1].low == "the" else ahead - 1
            if not parts and tokens[before].low in ("at", "with") and before > position + 1 and text[tokens[position + 1].start].isupper():
                return before - 1  # "Policy Fellow, Europe at [Example Council]"
            return last - 1 if parts and ahead - 1 == last else end
        if token.low in (",", "(", "–", "—", "|", "\n"):
            parts += ahead > last + 1
            last = ahead
        elif (
            token.kind != "w"
            or is_head(token.low)
            or token.low in lexicon.COUNTRIES
            or not (
                (listed and token.low not in lexicon.LEFT_STOPS)
                or text[token.start].isupper()
                or token.low in ("and", "&", "of", "for", "in", "the", "at", "with")
            )
        ):
            return end
    return end


def _without_description(text: str, tokens: Sequence[Token], last: int, end: int) -> int:
    """Without what only describes a body that has no name ("of the festival"); a board or a department stays."""
    following = tokens[last + 1 : last + 4]
    if (
        len(following) == 3
        and following[0].low in ("of", "to")
        and following[1].low in ("the", "a", "an")
        and not any(token.kind == "w" and token.low in lexicon.BOARDS for token in tokens[last + 3 : min(end, last + 5) + 1])
        and text[following[2].start].islower()
    ):
        return last
    return end


def _listed(text: str, tokens: Sequence[Token], comma: int) -> int:
    """How many tokens a list goes on after this comma: ", Infrastructure, Risk and Resilience Policy" """
    position = comma
    words = 0
    while position < len(tokens) and position - comma < 16:
        token = tokens[position]
        if token.kind in "mpdn":
            return 0
        if token.low == ",":
            words = 0
        elif token.low in ("and", "&"):
            if words == 0 and tokens[position - 1].low != ",":
                return 0
            return position - comma + step if (step := _conjunct(text, tokens, position, True)) else 0
        elif token.kind != "w" or not text[token.start].isupper() or is_head(token.low) or words >= 4:
            return 0
        else:
            words += 1
        position += 1
    return 0


def _conjunct(text: str, tokens: Sequence[Token], conjunction: int, capital: bool) -> int:
    """How many tokens "and …" adds to a post, 0 where it begins something else (another post, a clause, a name)."""
    position = conjunction + 1
    count = 0
    while position < len(tokens) and count < 6:
        token = tokens[position]
        if token.kind == "p" or (token.kind == "m" and count == 0):
            return 0
        if token.kind != "w" or token.low in lexicon.RIGHT_STOPS or token.low in ("of", "for", "and", "&", "at", "in", "on", "to"):
            break
        if is_head(token.low) or (token.low in lexicon.LEFT_STOPS and token.low != "the"):
            return 0
        if token.low == "the":
            count += 0
        elif capital and not text[token.start].isupper():
            return 0
        count += token.low != "the"
        position += 1
    if count == 0 or count >= 6:
        return 0
    if position < len(tokens) and tokens[position].kind == "m" and tokens[position - 1].end + 1 >= tokens[position].start:
        return 0
    return position - conjunction


def closing(text: str, end: int) -> int:
    """The end with a bracket that belongs to the post, as in "Senior Associate Fellow (non-resident)"."""
    if field := _FIELD_BRACKET.match(text, end):
        return field.end()
    match = _BRACKET.match(text, end)
    if not match:
        return end
    word = match[1].casefold()
    if word in lexicon.POST_BRACKETS or (
        word not in lexicon.REMOTE
        and len(word) > 3
        and text[match.start(1)].isupper()
        and not _abbreviates(match[1], text[max(0, end - 80) : end])
    ):
        return match.end()
    return end


def _abbreviates(short: str, phrase: str) -> bool:
    """Whether a bracket holds the initials of the words before it: "Chief Information Officer (CIO)"."""
    initials = "".join(w[0] for w in re.findall(r"[^\W\d_]+", phrase)).casefold()
    return initials.endswith(short.casefold()) or (not short.isupper() and short.casefold() in lexicon.COUNTRIES)
