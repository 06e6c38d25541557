"""The event of a blurb, field by field."""

from collections.abc import Sequence

from briefex.components.events.access import admission_of, format_of, needs_registration
from briefex.components.events.hosts import hosts_and_partners
from briefex.components.events.title import title_of
from briefex.components.events.venue import venue_of
from briefex.components.events.when import EventDate, when_of
from briefex.records import Event, Mention, Span


def find_event(
    text: str,
    mentions: Sequence[Mention],
    dates: Sequence[EventDate] = (),
    spans: Sequence[Span] = (),
    *,
    given_title: str | None = None,
) -> Event:
    """What the text says of the event it announces.

    Args:
        text: the blurb.
        mentions: people, organisations and initiatives, entities settled.
        dates: the dates found, in order.
        spans: venues the names model found.
        given_title: the title where the input names one.

    """
    starts, ends = when_of(text, dates)
    venue = venue_of(text, mentions, spans)
    hosts, partners = hosts_and_partners(text, mentions)
    if not hosts:  # an organisation that gives its house to the event hosts it
        hosts = tuple(
            dict.fromkeys(m.entity for m in mentions if m.label == "ORGANISATION" and venue == m.text and m.entity not in partners)
        )
    return Event(
        title=given_title or title_of(text, dates, mentions),
        starts=starts,
        ends=ends,
        venue=venue,
        format=format_of(text, has_venue=venue is not None),
        admission=admission_of(text),
        registration_required=needs_registration(text) or None,
        hosts=hosts,
        partners=partners,
    )
