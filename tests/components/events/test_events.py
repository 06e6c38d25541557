"""The announced event, field by field; what the text does not say stays empty."""

import pytest

from briefex.components.dates import find_dates
from briefex.components.events import find_event
from briefex.records import Span
from tests.marked import marked


def event(sentence, venue=None):
    text, mentions = marked(sentence)
    spans = [Span(text.index(venue), text.index(venue) + len(venue), venue, "VENUE")] if venue else []
    return find_event(text, mentions, find_dates(text, blocked=[(m.start, m.end) for m in mentions]), spans)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Who Insures the Arctic?\n5 March 2026\nJoin us.", "Who Insures the Arctic?"),
        ("# World Water Day in Kisumu\n\n**Saturday**, 22 March 2025", "World Water Day in Kisumu"),
        ("5 March 2026\nWho Insures the Arctic?\nJoin us.", "Who Insures the Arctic?"),
        ("The institute is pleased to announce a lecture entitled “Tides and Treaties” in May.", "Tides and Treaties"),
        ("Join us for a discussion of tides.\nIt will be long.", None),
        ("We are pleased to say that the lecture takes place next week.", None),
    ],
)
def test_title(text, title):
    assert event(text).title == title


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("A Talk on Tides\nThursday 5 March 2026, 18:00–19:30\nRegister by 27 February 2026.", "2026-03-05T18:00", "2026-03-05T19:30"),
        ("A Talk on Tides\n5 March 2026\n09:00 Welcome\n10:30 Panel\n12:00–12:30 Close", "2026-03-05T09:00", "2026-03-05T12:30"),
        ("A Talk on Tides\n11 and 12 November 2026, Quito", "2026-11-11", "2026-11-12"),
        ("Abstracts are due by 1 May 2026. The conference will be held on 3 June 2026.", "2026-06-03", None),
        ("The institute was founded in 1998.", None, None),
    ],
)
def test_when(text, starts, ends):
    found = event(text)

    assert (found.starts, found.ends) == (starts, ends)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Join us online for a webinar.", "online"),
        ("This is a hybrid event.", "hybrid"),
        ("Attend in person or online.", "hybrid"),
        ("We meet in person.", "in_person"),
        ("We meet.", None),
    ],
)
def test_format(text, expected):
    assert event(text).format == expected


def test_a_venue_with_nothing_said_of_online_is_in_person():
    found = event("The lecture is in Room 2, Alder Building.", venue="Room 2, Alder Building")

    assert (found.venue, found.format) == ("Room 2, Alder Building", "in_person")


@pytest.mark.parametrize(
    ("text", "admission", "registration"),
    [
        ("Booking Essential | Admission Free", "free", True),
        ("Free, but please register.", "free", True),
        ("Tickets £40 / £15 concessions.", "paid", None),
        ("No fee. RSVP: a@example.org", "free", True),
        ("No registration needed.", None, None),
        ("09:00 Registration and coffee\n10:00 Welcome", None, None),
        ("All are welcome.", None, None),
    ],
)
def test_admission_and_registration(text, admission, registration):
    found = event(text)

    assert (found.admission, found.registration_required) == (admission, registration)


@pytest.mark.parametrize(
    ("sentence", "hosts", "partners"),
    [
        ("Hosted by [EI](ORGANISATION) and the [Blue Fund](INITIATIVE).", ("EI", "Blue Fund"), ()),
        ("[EI](ORGANISATION) invites you to a lecture.", ("EI",), ()),
        ("The [EI](ORGANISATION) and [LSE](ORGANISATION) are pleased to host a panel.", ("EI", "LSE"), ()),
        ("Organised by [EI](ORGANISATION) in partnership with [LSE](ORGANISATION).", ("EI",), ("LSE",)),
        ("This event, held in partnership with [EI](ORGANISATION) ([E](ORGANISATION EI)), brings people together.", (), ("EI",)),
        ("[Ada](PERSON) works with [EI](ORGANISATION).", (), ()),
    ],
)
def test_hosts_and_partners(sentence, hosts, partners):
    found = event(sentence)

    assert (found.hosts, found.partners) == (hosts, partners)
