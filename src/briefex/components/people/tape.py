"""The typed items of a text in order (people, posts, organisations, initiatives) and what the words between two mean."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefex.components.people.posts import Post
from briefex.records import Mention

Kind = Literal["P", "O", "I", "T"]
Gap = Literal["next", "own", "comma", "open", "dash", "slash", "line", "and", "prep", "semicolon", "other"]


@dataclass(frozen=True, slots=True)
class Item:
    """A person (P), organisation (O), initiative (I) or post (T); `end` includes an acronym in brackets after a name."""

    kind: Kind
    start: int
    end: int
    name: str
    head: str = ""
    shown_end: int = 0
    score: float = 1.0


_DESCRIPTION = re.compile(
    r"\b(?:[Tt]he|[Ii]ts|[Oo]ur|[Tt]his)\s+([Cc]ommission|[Ii]nstitute|[Cc]entre|[Cc]enter|[Mm]inistry|[Aa]gency|[Cc]ouncil"
    r"|[Cc]ommittee|[Uu]niversity|[Ff]oundation|[Nn]etwork|[Aa]cademy|[Ss]chool|Department|[Ss]ecretariat|[Ss]ociety|"
    r"[Aa]ssociation|[Bb]ank|[Ff]aculty|[Uu]nion|[Cc]ourt|[Aa]uthority|Programme|[Ff]und|[Aa]lliance|[Mm]useum|[Tt]rust"
    r"|[Cc]ollege|[Bb]ureau|[Ll]ibrary|[Cc]hamber|[Ff]ederation)(?=['’]s\s|\s*[,.;)\n])"
)
_ASIDE = re.compile(r"^[\[(][^\[\]()]{1,60}[\])]")
_OWN = re.compile(
    r"['’]\s?s?(?:\s+(?:first|inaugural|own|new|newly|current|longtime|founding|lead|current|late))*$"
    r"|['’]\s?s?\s+(?:then|former|ex-|outgoing|incoming|last)$"
)
_PREPOSITION = re.compile(
    r"(?:,\s*)?(?:(?:based|serving|working|hosted|employed|housed|here)\s+)?(?:at|of|for|with|in|within|to|from|on|under|@"
    r"|inside|by|chez|du|de|della|del|der|des)(?:\s+(?:the|a|an|its|their|his|her|The))*(?:\s+(?:[\w.-]+\s){0,2}[\w.-]+['’]s)?"
    r"(?:\s+(?:[\w.-]+[- ]based\s+)?(?:\w+\s+)?(?:bank|company|firm|think tank|ngo|university|newspaper|magazine|daily|agency"
    r"|charity|consultancy|startup|start-up),?)?$"
)
_AND = re.compile(
    r",?\s*(?:and|&|as well as|und|y|plus|and/or|also|serving as|and also|and concurrently|and currently|and now"
    r"|concurrently)(?:\s+(?:the|a|an|at|of|for|with|in|to|the|both|also|as|concurrently|currently|its|their|on|is|serves as"
    r"|then|later|previously|later|from))*$"
)
_COMMA = re.compile(r"[,،、](?:\s*(?:the|a|an|at the|an|both|all|all of|both of|our|here|also|who is|who is the|who is a))?$")
_DASH = re.compile(r"[-–—:|·~→]+(?:\s*(?:the|a|an))?$")


def gap_of(text: str, start: int, end: int) -> Gap:
    """What stands between two items, as one of a few kinds."""
    raw = text[start:end]
    if len(raw) > 90:
        return "other"
    words = raw.strip()
    if not words:
        return "line" if "\n" in raw else "next"
    if words[0] in ")]”\"’'" and not _OWN.match(words):
        words = words[1:].strip()
        if not words:
            return "line" if "\n" in raw else "comma"
    words = _ASIDE.sub("", " ".join(words.split()), count=1).strip()
    if not words:
        return "comma"
    low = words.casefold()
    return _kind(low, "\n" in raw)


def _kind(low: str, broken: bool) -> Gap:
    if low in (",", ""):
        return "comma"
    if _OWN.match(low):
        return "own"
    if low[0] == ";":
        return "semicolon"
    if low in ("(", ", (", "[", "( the", "/ ("):
        return "open"
    if low in ("/", "//"):
        return "slash"
    if _COMMA.match(low):
        return "comma"
    if _DASH.match(low):
        return "line" if broken and low in ("-", "–", "•") else "dash"
    if _AND.match(low):
        return "and"
    if _PREPOSITION.match(low):
        return "prep"
    return "other"


def items_of(text: str, mentions: Sequence[Mention], posts: Sequence[Post]) -> tuple[Item, ...]:
    """The items in order; a name and the acronym in brackets after it become one."""
    found: list[Item] = []
    for mention in mentions:
        if mention.label == "PERSON":
            found.append(Item("P", mention.start, mention.end, mention.entity, "", mention.end, mention.score))
        elif mention.label != "DATE":
            _add_body(text, mention, found)
    found = sorted([*found, *_descriptions(text, found)], key=lambda i: i.start)
    names = [(i.start, i.end) for i in found]
    covered = 0
    for post in sorted(posts, key=lambda p: p.start):
        if post.start >= covered and not _inside(post, names):
            covered = end = _with_acronym(text, post.end)
            found.append(Item("T", post.start, end, " ".join(text[post.start : post.end].split()), post.head, post.end, post.score))
    return tuple(sorted(found, key=lambda i: i.start))


def _with_acronym(text: str, end: int) -> int:
    match = re.compile(r"\s?\(([A-Z][A-Za-z&]{1,6})\)").match(text, end)
    return match.end() if match else end


def _add_body(text: str, mention: Mention, found: list[Item]) -> None:
    kind: Kind = "O" if mention.label == "ORGANISATION" else "I"
    item = Item(kind, mention.start, mention.end, mention.entity, "", mention.end, mention.score)
    last = found[-1] if found else None
    if last and last.kind in "OI" and last.name == item.name:
        between = text[last.shown_end : item.start].strip()
        if between in ("(", ",", "–", "—", "-", "/", "or", ""):
            close = re.compile(r"\s?\)").match(text, item.end) if between == "(" else None
            found[-1] = Item(last.kind, last.start, close.end() if close else item.end, last.name, "", item.end, last.score)
            return
    found.append(item)


def _descriptions(text: str, named: Sequence[Item]) -> list[Item]:
    """ "the Commission's", "of the Institute": a body that the text has named before, by its kind. Marked by `head`."""
    bodies = [item for item in named if item.kind in "OI"]
    starts = [item.start for item in named]
    found = []
    for match in _DESCRIPTION.finditer(text) if bodies else ():
        index = bisect_left(starts, match.end())
        if index and named[index - 1].end > match.start(1):
            continue
        word = match[1].casefold()
        before = [body for body in bodies if body.start < match.start() and word in body.name.casefold().split()]
        if before:
            found.append(Item(before[-1].kind, match.start(1), match.end(1), before[-1].name, "description", match.end(1), 0.8))
    return found


def _inside(post: Post, names: Sequence[tuple[int, int]]) -> bool:
    """Whether a post lies in a name, or a name covers its end."""
    index = bisect_left(names, (post.end, 0))
    return index > 0 and names[index - 1][1] > post.start and (names[index - 1][0] <= post.start or names[index - 1][1] > post.end)
