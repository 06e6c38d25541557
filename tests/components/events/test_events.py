"""The announced event, field by field; what the text does not say stays empty."""

import re
import time

import pytest

from briefex.components.dates import find_dates
from briefex.components.events import find_event
from briefex.records import Mention, Span
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
        ("Good evening. There is a town meeting named Ready Before June. Do come.", "Ready Before June"),
        ("MEDIA RELEASE\n\nWhose data is the tide?\n\n3 May 2025", "Whose data is the tide?"),
        ("What: Town hall on the tide\nWhen: 5 March 2026\nWhere: the gym", "Town hall on the tide"),
        ("hi all, next week at noon: [Ada](PERSON) on “Why tides forget”. bring lunch", "Why tides forget"),
        ("The lecture will be given on 5 March. The title is “Tides of Patience”.", "Tides of Patience"),
        ("International Symposium\nTides in Motion\n2–4 April 2026, Kiel", "Tides in Motion"),
        ("LAUNCH of the Report on Tides | Tues 25 March 2026, 10.00 | Room 2A", "LAUNCH of the Report on Tides"),
        ("Foro: Mareas y Ciudad\nFecha: 24 de abril de 2026", "Mareas y Ciudad"),
        ("FIIA webinar: Undersea, Under Pressure\n5 March 2026", "Undersea, Under Pressure"),
        ("Harbour Forum: Tides in Spring\n5 March 2026", "Harbour Forum: Tides in Spring"),
        ("Joint Harbour Symposium\nSTANDING TIDES, STANDING SCIENCE\n\n5 March 2026", "STANDING TIDES, STANDING SCIENCE"),
        ("Tides in Spring\nPUBLIC LECTURE\n\n5 March 2026", "Tides in Spring"),
        ("Colleagues,\n\nthe next round is on 5 March.\n\nTopic: “The Last Harbour”\n\nAda speaks.", "The Last Harbour"),
        ("We met at the hotel on Tuesday under the title “Seven Tides On”, with tea.", "Seven Tides On"),
        ("Subject: a talk in May\n\nDear friends,\nwe invite you to a talk\n\n“A Country That Tides”\n\nRoom 5", "A Country That Tides"),
        ("5 March 2026\nWho Insures the Arctic?\nJoin us.", "Who Insures the Arctic?"),
        ("Dear colleagues,\nSpeaker: Ada Okafor\nTitle: The Boat Before the Boat\nAbstract: We meet.", "The Boat Before the Boat"),
        ("MEDIA ADVISORY / CONFERENCE CALL\n\nTwo Banks to Brief on Tides\n\nOn 3 May we call.", "Two Banks to Brief on Tides"),
        ("Side event at the Forum on Rivers\n\nOpen Data, Closed Borders?\n\n3 May 2025", "Open Data, Closed Borders?"),
        ("Tides and Harbours\n\nAda\nTitle: Tides in May\n\nBo\nTitle: Harbours in June\n", "Tides and Harbours"),
        ("[EI](ORGANISATION) | Event\n\nBeyond the Tide\n\n3 May 2025", "Beyond the Tide"),
        ("From: [EI](ORGANISATION)\nSubject: Invitation – Beyond the Tide\n\nDear all,", "Beyond the Tide"),
        ("Beyond the Tide (Harbour Press, 2025)\n\n3 May 2025", "Beyond the Tide"),
        ("We launch a study.\nOur next seminar, “Tides in Spring”, is in May.", None),
        ("Report launch and reception\n\nRewiring the Harbour\n\n3 May 2025", "Rewiring the Harbour"),
        ("Webinar (in English)\n\nRewiring the Harbour\n\n3 May 2025", "Rewiring the Harbour"),
        ("Evening lecture at the Harbour Library\n\nReading Over the Shoulder\n\n3 May 2025", "Reading Over the Shoulder"),
        (
            "Tide Lectures in Public Health\nOnline and in person\n\nAfter the Flood: What We Learnt\n\n3 May",
            "After the Flood: What We Learnt",
        ),
        ("The institute is pleased to announce a lecture entitled “Tides and Treaties” in May.", "Tides and Treaties"),
        ("Join us for a discussion of tides.\nIt will be long.", None),
        ("We are pleased to say that the lecture takes place next week.", None),
        ("[WEBINAR] Tides and the Law of Islands\nDate: 5 March 2026", "Tides and the Law of Islands"),
        ("BUSINESS BREAKFAST\nHydrogen from the Harbour\n\n5 March 2026", "Hydrogen from the Harbour"),
        ("TRACK 1.5 DIALOGUE – PUBLIC SESSION\n\nTides and Treaties\n\n5 March 2026", "Tides and Treaties"),
        ("Live Webinar (1.0 PDH)\n\nCulverts for Rain\n\n5 March 2026", "Culverts for Rain"),
        ("View this email in your browser\n\nTides and Treaties\n5 March 2026", "Tides and Treaties"),
        ("Report Launch: After the Surge\n5 March 2026", "After the Surge"),
        ("PUBLIC WORKSHOP: Homes on the Quay\n5 March 2026", "Homes on the Quay"),
        ("On 5 March the institute will host the seminar The Last Harbour at its house in Oslo.", "The Last Harbour"),
        ("[Tide Community](INITIATIVE) | Spring 2026 Practitioner Day\n\n5 March 2026", "Spring 2026 Practitioner Day"),
        (
            "Colleagues,\n\nwe cannot do Tuesday, he is in Geneva for the conference. The rest stays.\n\n> WEBINAR: TWENTY YEARS OF TIDES\n> online",
            "TWENTY YEARS OF TIDES",
        ),
        ("---------- Forwarded message ---------\nTides and Treaties\n5 March 2026", "Tides and Treaties"),
        ("PUBLIC FORUM!!  PLS SHARE TO ALL\n\nTIDES AND TREATIES\n\n5 March 2026", "TIDES AND TREATIES"),
        ("HARBOUR EXCHANGE ON TIDES - draft programme v4 (pasted)\n\n5 March 2026", "HARBOUR EXCHANGE ON TIDES"),
        ('invite you to a\n\nNATIONAL CONSULTATION ON "TIDES AND THE LAST MILE"\n\non 5 March 2026 at the hall', "TIDES AND THE LAST MILE"),
        ("SAVE THE DATE\n\n3rd Harbour Cities Summit\n5 March 2026", "3rd Harbour Cities Summit"),
        ("Spring Lecture Series | Harbour House\n“Tides, Treaties and Tea”\n5 March 2026", "Tides, Treaties and Tea"),
        ("Bristol, UK\n\nThe centre will host a debate, “Tides and Treaties”, in May.", "Tides and Treaties"),
        ("The future of the\nNorthern Sea Route\n\n5 March 2026", "The future of the Northern Sea Route"),
        ("[Harbour House](ORGANISATION)\n\nTide Seminar Series\n\nLeaving the Delta\n\n5 March 2026", "Leaving the Delta"),
        ("Annual Tide Lecture\n\n5 March 2026, 18:00\nJoin us.", "Annual Tide Lecture"),
        ("Save the date!\n\nTide Law Days\n5 March 2026", "Tide Law Days"),
        ("Registration deadline: 2 March 2026\n\nWorkshop: Data for Ports\n5 March 2026", "Data for Ports"),
        ("📍 Harbour House, room 5\n💧 Who Owns the Tide? 💧\n5 March 2026", "Who Owns the Tide?"),
        ("A Lighthouse in Orbit: Speakers\n\n[Ada](PERSON), pilot", "A Lighthouse in Orbit"),
        ("Public Lecture | Who Owns the Tide? | Prof. [Ada](PERSON)\n5 March 2026", "Who Owns the Tide?"),
        ("Drills that Work — half day of [EI](ORGANISATION)\n5 March 2026", "Drills that Work"),
        ("[EI](ORGANISATION) — table talk no. 9\nDigital tax, two years on\n5 March 2026", "Digital tax, two years on"),
        ("Book talk “Sick Chambers” on legislators\n5 March 2026", "Sick Chambers"),
        ("Harbour Salon — Speaker Cards\n5 March 2026", "Harbour Salon"),
        ("Who gets the copper? free webinar Harbour House, 5 March 2026 12:30 Europe needs it.", "Who gets the copper?"),
        ("TIDES IN THE FIELD STATION 5 March 2026, online, abstract: it rains.", "TIDES IN THE FIELD STATION"),
        ("Codes and Courts: a five-day training for young advocates from nine countries.", "Codes and Courts"),
        ("[York Museum](ORGANISATION)\nCalendar / Talks / Tall in Wood\n\nTall in Wood and Stone\n5 March 2026", "Tall in Wood and Stone"),
        ("hi everyone\n\nRenting Harbours and Tides\n5 March 2026", "Renting Harbours and Tides"),
        (
            "Subject: FW: talk tomorrow\n\n> We invite you to a seminar on\n>\n> “HARBOUR TAXES AND THE SMALL TRADER”\n>\n> on 5 March 2026",
            "HARBOUR TAXES AND THE SMALL TRADER",
        ),
        ("GRAND ROUNDS\n5 March 2026\n\nTides on the Road: Three Years", "Tides on the Road: Three Years"),
        ("Home | Events | News | Contact\nTides and Harbours\n5 March 2026", "Tides and Harbours"),
        (
            "MEDIA ADVISORY\nFOR PLANNING PURPOSES\n\nConference Call: What Ports Learn About Tides\n5 March 2026",
            "What Ports Learn About Tides",
        ),
        ("2026 Symposium: Renting Harbours\n5 March 2026", "Renting Harbours"),
        (
            "Alder Lecture in Economics\n\nCounting what we keep: repair and growth\n5 March 2026",
            "Counting what we keep: repair and growth",
        ),
        (
            "Dear all,\n\nThe institute and friends are meeting for breakfast:\n\n*** Tides and Treaties ***\n\n5 March 2026",
            "Tides and Treaties",
        ),
        ("THE WEEK IN TIDES\n\nWHERE WE'LL BE\nMay 9 | Webinar\n**Tides and Treaties**\nA talk.", "Tides and Treaties"),
        ("Welcome to our bulletin. Next week the institute holds an evening called 'Whose Tide?', online.", "Whose Tide?"),
        ("Big Tides: how our debate went\n\n4 March 2026\n\nIt was full, at the debate “Big Tides”.", "Big Tides"),
        ("CPD58 SIDE EVENT // 11 March 2026 // Hall of Nations, Room 25\n\nTides and Treaties\n\nJoin us.", "Tides and Treaties"),
        (
            "HARBOUR INSTITUTE\nP.O. Box 1187, Apia\nOur Ref: HI/25\n\nDear Madam,\n\nShe has chosen for her title “Who Insures the Tide?”.",
            "Who Insures the Tide?",
        ),
        (
            "Subject: Webinar, 20 May: Tides\n\nDear friends,\n\nwe hold the webinar “Tides on Paper: What Became?”.",
            "Tides on Paper: What Became?",
        ),
        (
            "PRESS RELEASE\n\nShare the gauges first: experts\n\nThe roundtable, titled “Beyond the Tide”, was held on Sunday.",
            "Beyond the Tide",
        ),
        (
            "MEDIA ADVISORY\n\nOslo, May 4, 2026 — The institute invites the media.\n\nWHAT: Keeping Harbours Level: a briefing\n",
            "Keeping Harbours Level: a briefing",
        ),
        ("*** PUBLIC FORUM ***   ALL ARE WELCOME\n\nTIDES: WASTE OR WEALTH?\n\n5 March 2026", "TIDES: WASTE OR WEALTH?"),
        (
            "[Harbour Tech](ORGANISATION)\n@harbourtech · Jan 19\n\nYOUR TIDE IS NOT A PASSWORD\n\n5 March 2026",
            "YOUR TIDE IS NOT A PASSWORD",
        ),
        ("CONCEPT NOTE\n\nRegional Consultation on Harbour Corridors\nOslo, 5 March 2026\n", "Regional Consultation on Harbour Corridors"),
        ("CPD58 SIDE EVENT\n\nTides and Treaties\n\n5 March 2026", "Tides and Treaties"),
        ("Home  About  Events\nCymraeg | English      A- A A+\n\nTides and Treaties\n\nDate   5 March 2026", "Tides and Treaties"),
        ("OSLO, 4 May — Captains of nine ports met here for the Fifth Harbour Forum in June.", "Fifth Harbour Forum"),
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
        ("A Talk on Tides\n5 March 2026. Doors open at 17:30; the talk starts at 18:00.", "2026-03-05T18:00", None),
        (
            "Join us on 5 March 2026 for a talk.\n" + "It is about tides and ports. " * 12 + "\nAlder House, 5:30 PM.",
            "2026-03-05T17:30",
            None,
        ),
        (
            "From: Ada\nDate: Wed, 4 Mar 2026 at 10:12\nSubject: Fwd: a talk\n\n> The talk is on Thursday, 5 March 2026, 5.30-7 pm.",
            "2026-03-05T17:30",
            "2026-03-05T19:00",
        ),
        ("Letters from the Delta\nby Cy Dahl\n5 March 2026, 19:00", "2026-03-05T19:00", None),
        ("Oslo, 4 May 2026 — The harbour forum will be held on 9 June 2026.", "2026-06-09", None),
        ("A Talk on Tides\n5 March 2026\nApply no later than 1 February 2026. She took office on 1 May 2025.", "2026-03-05", None),
        (
            "A Talk on Tides\n5 March 2026, 10:00-11:30 CET\nHer replay is open until 9 April 2026.",
            "2026-03-05T10:00+01:00",
            "2026-03-05T11:30+01:00",
        ),
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
        ("We meet in person. The talk will not be livestreamed.", "in_person"),
        ("We meet.", None),
    ],
)
def test_format(text, expected):
    assert event(text).format == expected


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A Talk on Tides\nVenue: Mast Room, Alder House, 12 Mill Lane, York", "Mast Room, Alder House"),
        ("A Talk on Tides\nLugar: Sala Verde, Palacio Azul, Calle Mayor 5", "Sala Verde, Palacio Azul"),
        ("A Talk on Tides\nOrt: Alter Saal, Rotes Haus, Hafenstraße 3, Kiel", "Alter Saal, Rotes Haus"),
        ("A Talk on Tides\nWhere: Alder Hall, 3rd floor, and on YouTube", "Alder Hall, 3rd floor"),
        ("A Talk on Tides\nAlder House, York, 5 March 2026", "Alder House"),
        ("A Talk on Tides\nVenue: Sala Verde, San Teodoro, Padua", "Sala Verde, San Teodoro"),
        ("A Talk on Tides\nVenue: Alder Hall, Padua, Italy", "Alder Hall"),
        ("A Talk on Tides\nPLACE     Alder House, Mast Room", "Alder House, Mast Room"),
        ("A Talk on Tides\nWhere  Mast Room, Second Floor", "Mast Room, Second Floor"),
        ("A Talk on Tides\nVenue: Mast Hall, Harbour Conference Complex, York", "Mast Hall, Harbour Conference Complex"),
        ("A Talk on Tides\nWhere: online", None),
        ("A Talk on Tides\n12 Mill Lane, York, 5 March 2026", None),
    ],
)
def test_a_place_is_room_and_building_without_street_and_town(text, place):
    assert event(text).venue == place


def test_a_place_told_in_lines_is_one_place():
    text = "A Talk on Tides\n5 March 2026\nAlder Palace\nBldg E, Room 2\nYork"

    assert event(text, venue="Alder Palace\nBldg E, Room 2").venue == "Alder Palace, Bldg E, Room 2"


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
        ("Registration: not needed, just turn up.", None, None),
        ("The talk is free and you need not sign up.", "free", None),
        ("09:00 Registration and coffee\n10:00 Welcome", None, None),
        ("All are welcome.", None, None),
        ("Entrada libre. Inscripción en línea.", "free", True),
        ("Eintritt frei, Anmeldung erbeten.", "free", True),
        ("Fee: NPR 2,000 for members.", "paid", None),
        ("The barrier-free room is on floor 2.", None, None),
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
        ("The [Law Faculty](ORGANISATION) of [York College](ORGANISATION) invites you to a talk.", ("Law Faculty",), ()),
        ("Organised by [York College](ORGANISATION)'s [Law Faculty](ORGANISATION) with the [EI](ORGANISATION).", ("Law Faculty",), ("EI",)),
        ("The [EI](ORGANISATION) in Oslo will launch its report.", ("EI",), ()),
        ("[EI](ORGANISATION) and [LSE](ORGANISATION) to brief journalists on tides", ("EI", "LSE"), ()),
        ("Hosts are [EI](ORGANISATION) and [LSE](ORGANISATION).", ("EI", "LSE"), ()),
        ("The seminar takes place with the kind support of [EI](ORGANISATION) and of the [LSE](ORGANISATION).", (), ("EI", "LSE")),
        ("Tides\n\nSupported by [EI](ORGANISATION) and by the [LSE](ORGANISATION).", (), ("EI", "LSE")),
        ("On 5 March 2026, the [EI](ORGANISATION) will hold a workshop.", ("EI",), ()),
        ("Who Owns the Tide? – [EI](ORGANISATION), Oslo\n5 March 2026", ("EI",), ()),
        ("Who Owns the Tide?\n[EI](ORGANISATION), Lecture Hall 2\n5 March 2026", ("EI",), ()),
        ("The conference is funded by [EI](ORGANISATION).", (), ("EI",)),
        ("The river project is funded by [EI](ORGANISATION).", (), ()),
        ("The event is held as part of the Blue Tides project, co-funded by the [EI](ORGANISATION).", (), ()),
        ("The course is supported by the [EI](ORGANISATION).", (), ("EI",)),
        ("Marées\n\nOrganisé par : [EI](ORGANISATION)\nAvec le soutien de l’[LSE](ORGANISATION)", ("EI",), ("LSE",)),
        ("Fale\n\nOrganizator: [EI](ORGANISATION)\nPrzy wsparciu: [LSE](ORGANISATION)", ("EI",), ("LSE",)),
        (
            "Hosted by [EI](ORGANISATION) (EI), in partnership with the [LSE](ORGANISATION) and the [York College](ORGANISATION).",
            ("EI",),
            ("LSE", "York College"),
        ),
        ("The meeting was organised with the [LSE](ORGANISATION) and the [York College](ORGANISATION).", (), ("LSE", "York College")),
        ("On the second anniversary the [EI](ORGANISATION), and the [LSE](ORGANISATION) will hold the lecture.", ("EI", "LSE"), ()),
        ("The [EI](ORGANISATION), with the [LSE](ORGANISATION), will conduct a symposium in May.", ("EI", "LSE"), ()),
        ("On Wednesday 12 March at 10.30 the [EI](ORGANISATION) and the [LSE](ORGANISATION) will present it.", ("EI", "LSE"), ()),
        ("The [EI](ORGANISATION)'s annual lecture will be given by [Ada](PERSON).", ("EI",), ()),
        ("With the cooperation of: [EI](ORGANISATION)", (), ("EI",)),
        ("[Ada](PERSON) works with [EI](ORGANISATION).", (), ()),
        (
            "Tides\n\nOrganized by:\n[EI](ORGANISATION)\n[LSE](ORGANISATION)\n\nCo-sponsored by:\n[York College](ORGANISATION)",
            ("EI", "LSE"),
            ("York College",),
        ),
        (
            "Tides\n\nHosted by [EI](ORGANISATION)\n\nGold sponsors\n[LSE](ORGANISATION)   [York College](ORGANISATION)",
            ("EI",),
            ("LSE", "York College"),
        ),
        (
            "Tides\n\nHosted by [EI](ORGANISATION)\n\nIn collaboration with\n[LSE](ORGANISATION)\n[York College](ORGANISATION)",
            ("EI",),
            ("LSE", "York College"),
        ),
        (
            "Book Presentation\nSalt and Tide\n5 March 2026\n17:00\nand on Zoom\nTea from 16:30\n\n[York College](ORGANISATION)\n[Law Faculty](ORGANISATION)",
            ("York College", "Law Faculty"),
            (),
        ),
        ("Join the [EI](ORGANISATION) for a lecture on tides.", ("EI",), ()),
        ("A talk. The [EI](ORGANISATION) is a group. Join the [EI](ORGANISATION).", (), ()),
        ("The [EI](ORGANISATION) and the [LSE](ORGANISATION) have the pleasure of inviting you to a talk.", ("EI", "LSE"), ()),
        (
            "Ahead of our national day, the [EI](ORGANISATION) and the [Law Faculty](ORGANISATION) at [York College](ORGANISATION) invite you.",
            ("EI", "Law Faculty"),
            (),
        ),
        ("The [EI](ORGANISATION), together with the [LSE](ORGANISATION) and [NUPI](ORGANISATION), invites you.", ("EI", "LSE", "NUPI"), ()),
        (
            "What can coastal states do? The [Institute of Tides](ORGANISATION), in partnership with the [LSE](ORGANISATION), convenes a panel.",
            ("Institute of Tides",),
            ("LSE",),
        ),
        ("On the last day of the [Tide Dialogue](INITIATIVE), the [EI](ORGANISATION) will host a lecture.", ("EI",), ()),
        ("A lecture hosted by the [European Institute](ORGANISATION) ([Eurinst](ORGANISATION)).", ("European Institute",), ()),
        ("From: [EI](ORGANISATION) <news@ei.example>\nSubject: A talk\n\nDear all,\nwe meet.", ("EI",), ()),
        ("Contact: [Events Team](ORGANISATION)\nHosted by [EI](ORGANISATION)", ("EI",), ()),
        ("[EI](ORGANISATION) invites you.\n\nSponsors\n\n[LSE](ORGANISATION)\n[NUPI](ORGANISATION)\n", ("EI",), ("LSE", "NUPI")),
        (
            "[EI](ORGANISATION) invites you. Thank you to our sponsors: [LSE](ORGANISATION), and [NUPI](ORGANISATION).",
            ("EI",),
            ("LSE", "NUPI"),
        ),
        (
            "On behalf of the [EI](ORGANISATION), and of our partners at the [LSE](ORGANISATION), it is my pleasure to invite you.",
            ("EI",),
            ("LSE",),
        ),
        ("The [EI](ORGANISATION) and the [LSE](ORGANISATION) co-host a talk.", ("EI", "LSE"), ()),
        ("a lecture, which the [EI](ORGANISATION) and the [LSE](ORGANISATION) are jointly holding on Thursday", ("EI", "LSE"), ()),
        (
            "On Tuesday 20 May, from 4 pm in Amman, which is 2 pm in London, the [EI](ORGANISATION) will hold the webinar “Tides”.",
            ("EI",),
            (),
        ),
        ("[EI](ORGANISATION) invites you.\n\nAvec l'appui de  •  With the support of\n[LSE](ORGANISATION)", ("EI",), ("LSE",)),
        ("The [EI](ORGANISATION) reminds you of the talk", ("EI",), ()),
        ("Do come. A joint evening of the [EI](ORGANISATION) and the [LSE](ORGANISATION).", ("EI", "LSE"), ()),
        ("[EI](ORGANISATION) and [LSE](ORGANISATION) bring captains and scholars to Oslo to compare answers.", ("EI", "LSE"), ()),
        ("[EI](ORGANISATION) invites you.\n\nApoio / Support: [LSE](ORGANISATION)", ("EI",), ("LSE",)),
        ("[EI](ORGANISATION) and our friends from [LSE](ORGANISATION) are organising a breakfast.", ("EI", "LSE"), ()),
        ("Next Wednesday at 5.30pm Fiji time the [EI](ORGANISATION) holds an online talk.", ("EI",), ()),
        ("[EI](ORGANISATION) invites you.\n\nCosponsored by the [LSE](ORGANISATION).", ("EI",), ("LSE",)),
    ],
)
def test_hosts_and_partners(sentence, hosts, partners):
    found = event(sentence)

    assert (found.hosts, found.partners) == (hosts, partners)


@pytest.mark.parametrize(
    "words",
    (
        "organised in partnership with | in collaboration with | in cooperation with | in co-operation with | in association with"
        " | in conjunction with | jointly with | co-organised with | partnering with | supported by | financed by | co-financed by"
        " | funded by | sponsored by | co-sponsored by | made possible by | enabled by | held with the support of"
        " | held with financial assistance from | held with the backing of | held with a grant from | held with the kind help of"
        " | held with contributions from | held with the cooperation of"
    ).split(" | "),
)
def test_words_for_partners(words):
    assert event(f"The seminar is {words} the [LSE](ORGANISATION).").partners == ("LSE",)


@pytest.mark.parametrize("heading", ["Partners:", "Media partner:", "Supporters:", "Sponsors:", "Funders:", "With thanks to our sponsors:"])
def test_headings_of_partners(heading):
    assert event(f"A seminar on tides.\n\n{heading} [LSE](ORGANISATION)").partners == ("LSE",)


HOSTILE = {
    "digits": "1," * 100_000,
    "quotes": "event “" * 28_000,
    "lines": "Venue:\n" * 28_000,
    "words": "the Fifth Harbour of " * 9_500,
    "prices": "tickets £1 " * 18_000,
    "spaces": " " * 200_000,
    "empty lines": "\n" * 200_000,
    "registration": "am " * 60_000 + "registration",
    "commas": "Hall, " * 33_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_takes_no_more_than_two_seconds(text):
    begun = time.process_time()
    find_event(text, [], [])

    assert time.process_time() - begun < 2


def test_thousands_of_names_take_no_more_than_a_few_seconds():
    text = "Hosted by Alder, Birch and the Cedar; " * 5_000
    names = [Mention(m.start(), m.end(), m[0], "ORGANISATION", m[0]) for m in re.finditer("Alder|Birch|Cedar", text)]
    begun = time.process_time()
    find_event(text, names, [])

    assert time.process_time() - begun < 4
