"""The front door: people, their posts and their roles in one text."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from briefex.components.people.affiliations import Tier
from briefex.components.people.cards import with_cards
from briefex.components.people.identity import resolve_people
from briefex.components.people.lists import with_commas
from briefex.components.people.posts import find_posts
from briefex.components.people.repair import repaired
from briefex.components.people.roles import find_roles
from briefex.components.people.segments import lines_of, statements_of
from briefex.components.people.tape import items_of
from briefex.components.people.tidy import sorted_rows, tidy, with_institutions, with_units
from briefex.components.reading import reading_copy
from briefex.records import Affiliation, Appearance, Flag, Mention, Span

# Items of one sentence that are read together; no real sentence has a tenth of it.
MAX_ITEMS = 300


@dataclass(frozen=True, slots=True)
class People:
    """What a text says of people: their names settled, posts, roles, and what stayed open."""

    mentions: tuple[Mention, ...]
    affiliations: tuple[Affiliation, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    flags: tuple[Flag, ...] = ()


def find_people(text: str, mentions: Sequence[Mention], spans: Iterable[Span] = (), dates: Iterable[Any] = ()) -> People:
    """Tell who a text names, which posts it gives them and what they do at the event.

    Args:
        text: the blurb, exactly as the offsets count it.
        mentions: names, sorted, not overlapping; `entity` is settled for organisations and initiatives.
        spans: what a model took for a POSITION (others are ignored); posts are found without them too.
        dates: found dates with start, end and value.iso; they give since and until.

    Returns:
        The mentions with `entity` and `honorific` of people filled in; one row for each post at each body; one row for
        each person's role; flags for names that stayed ambiguous.

    """
    text = with_commas(reading_copy(text), (m for m in mentions if m.label == "PERSON"))
    names = sorted((m for m in mentions if m.label != "DATE"), key=lambda m: m.start)
    resolved = resolve_people(text, names)
    if not any(m.label == "PERSON" for m in names):
        return People(tuple(mentions))
    ranges = [(m.start, m.end) for m in names]
    lines = lines_of(text, ranges)
    breaks = [line.start - 1 for line in lines] + [line.end for line in lines]
    found_dates = sorted(dates, key=lambda d: d.start)
    read = repaired(resolved.mentions)
    posts = find_posts(text, _with_dates(text, read, found_dates), tuple(spans), breaks)
    items = items_of(text, read, posts)
    lines = with_cards(text, lines, items)
    statements = statements_of(text, lines, sorted((i.start, i.end) for i in items))
    starts = [item.start for item in items]
    tier = Tier(text, items, found_dates, {m.start: m.honorific for m in resolved.mentions})
    for statement in statements:
        inside = items[bisect_left(starts, statement.start) : bisect_left(starts, statement.end)]
        for begin in range(0, len(inside), MAX_ITEMS):
            tier.read(statement, lines[statement.line], inside[begin : begin + MAX_ITEMS])
        if not inside:
            tier.read(statement, lines[statement.line], ())
    rows = tidy(with_units(with_institutions(tier.rows), [item for item in items if item.kind in ("O", "I") and not item.head]))
    appearances = find_roles(text, items, lines, statements, rows)
    by_start = {m.start: m for m in resolved.mentions}
    return People(tuple(by_start.get(m.start, m) for m in mentions), sorted_rows(rows), appearances, resolved.flags)


def _with_dates(text: str, names: Sequence[Mention], dates: Sequence[Any]) -> list[Mention]:
    """Names and the dates outside them, in order: neither is part of a post."""
    starts = [name.start for name in names]
    free = []
    for date in dates:
        index = bisect_left(starts, date.end)
        if index == 0 or names[index - 1].end <= date.start:
            free.append(Mention(date.start, date.end, text[date.start : date.end], "DATE", ""))
    return sorted([*names, *free], key=lambda m: m.start)
