"""What people do at the event."""

import pytest

from tests.components.people.marked import roles_of

CASES = [
    (
        "It will be opened by [Ada Okafor](P), Director of [EI](O), and [Bo Lindqvist](P), Mayor of Apia.",
        {"Ada Okafor": "host", "Bo Lindqvist": "host"},
    ),
    (
        "[Ada Okafor](P), correspondent of [EI](O), is the moderator. [Bo Lindqvist](P), head of [EI](O), has been invited to give welcome remarks.",
        {"Ada Okafor": "chair", "Bo Lindqvist": "host"},
    ),
    ("Capt. [Ada Okafor](P) introduced the patrol team and answered questions on training.", {"Ada Okafor": "speaker"}),
    ("The seminar will be opened by [Ada Okafor](P).", {"Ada Okafor": "host"}),
    ("Introduced by\n[Ada Okafor](P), Curator of [EI](O)", {"Ada Okafor": "host"}),
    ("Welcome address: [Ada Okafor](P)\nGoodwill message: Ms. [Bo Lindqvist](P)", {"Ada Okafor": "host", "Bo Lindqvist": "speaker"}),
    (
        "11.15 Panel: Who Pays For The Pit? Moderator [Ada Okafor](P) ([EI](O)) Dr. [Bo Lindqvist](P)",
        {"Ada Okafor": "chair", "Bo Lindqvist": "speaker"},
    ),
    ("Facilitator; [Ada Okafor](P); [EI](O) deputy director", {"Ada Okafor": "chair"}),
    ("Moderator\nSecretary General, [EI](O): Ms. [Ada Okafor](P)", {"Ada Okafor": "chair"}),
    ("[Ada Okafor](P), director of [EI](O), chaired. First was [Bo Lindqvist](P).", {"Ada Okafor": "chair", "Bo Lindqvist": "mentioned"}),
    (
        "The response will be given by [Ada Okafor](P) ([EI](O)), and [Bo Lindqvist](P), Secretary General, will be in the chair.",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "chair"},
    ),
    ("- Room 4. From COP to COP – led by [Ada Okafor](P), [EI](O)", {"Ada Okafor": "chair"}),
    (
        "Present: [Ada Okafor](P) ([EI](O)); [Bo Lindqvist](P), Manager\nApologies: [Cy Ng](P) ([EI](O))",
        {"Ada Okafor": "mentioned", "Bo Lindqvist": "mentioned", "Cy Ng": "mentioned"},
    ),
    ("We meet at noon.\n\n[Ada Okafor](P)\nSeminar Coordinator\nTel. 0302 555 014", {"Ada Okafor": "mentioned"}),
    (
        "Inquiry : [Ada Okafor](P), [EI](O)\nNext in the Bread series: [Bo Lindqvist](P) ([EI](O))",
        {"Ada Okafor": "mentioned", "Bo Lindqvist": "mentioned"},
    ),
    ("[Ada Okafor](P) ([EI](O)) has kindly agreed to moderate.", {"Ada Okafor": "chair"}),
    ("Asked by the moderator, [Ada Okafor](P) of [EI](O), nobody knew.", {"Ada Okafor": "chair"}),
    (
        "We meet at noon.\n\nHoping to see many of you,\n\n[Ada Okafor](P)\n[Press Attaché](T)\n[EI](O)",
        {"Ada Okafor": "mentioned"},
    ),
    ("We meet at noon.\n\nWarmly,\n[Ada Okafor](P) | [Assistant](T) | [EI](O)", {"Ada Okafor": "mentioned"}),
    ("[Ada Okafor](P) of [EI](O) will be the moderator.", {"Ada Okafor": "chair"}),
    (
        "Ms. [Ada Okafor](P) | President | [EI](O) | Welcome Remarks\nMr. [Bo Lindqvist](P) | Fellow | [EI](O) | Moderator\n"
        "Dr. [Cy Ng](P) | Professor | [EI](O) | Reactor",
        {"Ada Okafor": "host", "Bo Lindqvist": "chair", "Cy Ng": "speaker"},
    ),
    ("A talk.\n\n[Ada Okafor](P)\nMODERATOR\n\nProfessor\n[EI](O)", {"Ada Okafor": "chair"}),
    ("> The evening is moderated\n> by [Ada Okafor](P), director.\n>\n> All are welcome.", {"Ada Okafor": "chair"}),
    ("Please note that Dr [Ada Okafor](P), [director](T) at [EI](O), cannot join us.", {"Ada Okafor": "mentioned"}),
    ("Sorry for this.\n\n[Ada Okafor](P) | [Events Officer](T) | [EI](O)\n+996 312 55 01 77", {"Ada Okafor": "mentioned"}),
    ("We meet at noon.\n\nSIGNED\n[Ada Okafor](P)\nHead of Press, [EI](O)", {"Ada Okafor": "mentioned"}),
    ("The book will be launched by the Minister for Culture, [Ada Okafor](P) TD.", {"Ada Okafor": "speaker"}),
    (
        "Dinner speech – Rt Rev. [Ada Okafor](P), Bishop of Apia.\nOrganisers: [Bo Lindqvist](P), [EI](O)",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "mentioned"},
    ),
    (
        "Joining from Brussels: MEPs [Ada Okafor](P) and [Bo Lindqvist](P), and [Cy Ng](P).",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker", "Cy Ng": "speaker"},
    ),
    (
        "[Ada Okafor](P) ([EI](O)) presents; [Example Bank](O) vice-chairman [Bo Lindqvist](P) responds.",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker"},
    ),
    ("We show a film. chair = [Ada Okafor](P), who ran [EI](O). Mod.: [Bo Lindqvist](P)", {"Ada Okafor": "chair", "Bo Lindqvist": "chair"}),
    ("Professor [Ada Okafor](P) takes the chair. Opens with Eng. [Bo Lindqvist](P).", {"Ada Okafor": "chair", "Bo Lindqvist": "host"}),
    (
        "Scientific committee\n[Ada Okafor](P), [Example Bank](O)\n[Bo Lindqvist](P), [EI](O)",
        {"Ada Okafor": "mentioned", "Bo Lindqvist": "mentioned"},
    ),
    ("Last week the centre heard [Ada Okafor](P) and [Bo Lindqvist](P).", {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker"}),
    (
        "14:15 Welcome: [Ada Okafor](P) ([EI](O)) and [Bo Lindqvist](P), [City of Apia](O)\n15:00 Chair, Prof. [Cy Ng](P) (UiT); with [Di Rao](P)",
        {"Ada Okafor": "host", "Bo Lindqvist": "host", "Cy Ng": "chair", "Di Rao": "speaker"},
    ),
    ("[Ada Okafor](P), the former minister who chairs [The Elders](O), will speak after lunch.", {"Ada Okafor": "speaker"}),
    ("A talk by Dr [Ada Okafor](P).\nChair is Prof. [Bo Lindqvist](P).", {"Ada Okafor": "speaker", "Bo Lindqvist": "chair"}),
    (
        "Roundtable w/ Rep. [Ada Okafor](P), Sen. [Bo Lindqvist](P) & [Cy Ng](P), [Example Bank](O).",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker", "Cy Ng": "speaker"},
    ),
    (
        "Prelegenci\n[Ada Okafor](P), [Example Bank](O)\nProwadzenie: [Bo Lindqvist](P)\nPowitanie: [Cy Ng](P)",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "chair", "Cy Ng": "host"},
    ),
    ("DIỄN GIẢ:\n- [Ada Okafor](P)\nChủ trì: [Bo Lindqvist](P)", {"Ada Okafor": "speaker", "Bo Lindqvist": "chair"}),
    (
        "Programme\n9:30 – Welcome, [Ada Okafor](P), Director of Trade\n9:45 – Talk: [Bo Lindqvist](P)",
        {"Ada Okafor": "host", "Bo Lindqvist": "speaker"},
    ),
    ("The tool will be demonstrated by the economist [Ada Okafor](P).", {"Ada Okafor": "speaker"}),
    (
        "Panellists\n[Bo Lindqvist](P) (Coordinator, [Example Bank](O))\nmoderated by [Ada Okafor](P), Broadcaster",
        {"Bo Lindqvist": "speaker", "Ada Okafor": "chair"},
    ),
    (
        "Run of show\n\nOpening remarks by\nMs. [Ada Okafor](P), Minister\n\nPresentation of the note\nDr. [Bo Lindqvist](P), [Example Bank](O)",
        {"Ada Okafor": "host", "Bo Lindqvist": "speaker"},
    ),
    (
        "Join author [Ada Okafor](P) for a conversation with [Bo Lindqvist](P).",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker"},
    ),
    (
        "Speakers\n\n[Ada Okafor](P)\nDirector, [Example Bank](O)\n\nModerator\n\n[Bo Lindqvist](P)\n\nDr. [Okafor](P=Ada Okafor) leads a team.",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "chair"},
    ),
    (
        "It will be chaired by Professor [Ada Okafor](P). Justice [Bo Lindqvist](P) will give the keynote.",
        {"Ada Okafor": "chair", "Bo Lindqvist": "speaker"},
    ),
    (
        "Responses will be given by [Ada Okafor](P) of [Example Bank](O) and [Bo Lindqvist](P) MP, and [Cy Ng](P) will chair.",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker", "Cy Ng": "chair"},
    ),
    ("Session 1\nOpening inputs by [Ada Okafor](P), adviser at [Example Bank](O)", {"Ada Okafor": "speaker"}),
    ("[Ada Okafor](P), Deputy Head, will give a short welcome.", {"Ada Okafor": "host"}),
    (
        "Panellists\n\n[Ada Okafor](P), Ambassador of Kenya (opening remarks)\n[Bo Lindqvist](P), [Example Bank](O)",
        {"Ada Okafor": "host", "Bo Lindqvist": "speaker"},
    ),
    (
        "A talk by [Bo Lindqvist](P).\n\nWith best wishes,\n\n[Ada Okafor](P)\nEvents Officer\n[Example Bank](O)",
        {"Bo Lindqvist": "speaker", "Ada Okafor": "mentioned"},
    ),
    ("Chair: [Ada Okafor](P), [Example Bank](O)", {"Ada Okafor": "chair"}),
    ("Moderators: [Ada Okafor](P) and [Bo Lindqvist](P)", {"Ada Okafor": "chair", "Bo Lindqvist": "chair"}),
    (
        "- [Ada Okafor](P), [Example Bank](O) (Moderator)\n- [Bo Lindqvist](P), [Other House](O)",
        {"Ada Okafor": "chair", "Bo Lindqvist": "speaker"},
    ),
    ("The panel is moderated by [Ada Okafor](P).", {"Ada Okafor": "chair"}),
    ("[Ada Okafor](P) will moderate.", {"Ada Okafor": "chair"}),
    ("[Ada Okafor](P), Chair, [Example Board](O), will speak.", {"Ada Okafor": "speaker"}),
    ("[Ada Okafor](P) holds a chair in politics and will speak.", {"Ada Okafor": "speaker"}),
    (
        "Join us for an evening with [Ada Okafor](P) in conversation with [Bo Lindqvist](P).",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker"},
    ),
    ("The event is introduced by [Ada Okafor](P).", {"Ada Okafor": "host"}),
    ("Opening remarks: [Ada Okafor](P), [Example Bank](O)", {"Ada Okafor": "host"}),
    (
        "Speakers\n- [Ada Okafor](P)\n- [Bo Lindqvist](P)\n\nModerator\n- [Cy Ng](P)",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker", "Cy Ng": "chair"},
    ),
    (
        "09:00 Opening session\n- [Ada Okafor](P), [Example Bank](O)\n09:30 Panel 1: Who pays?\n- [Bo Lindqvist](P), [Other House](O)",
        {"Ada Okafor": "host", "Bo Lindqvist": "speaker"},
    ),
    ("Discussant: [Ada Okafor](P)", {"Ada Okafor": "speaker"}),
    ("He speaks about the book with [Ada Okafor](P), who lives abroad.", {"Ada Okafor": "speaker"}),
    ("At the end [Ada Okafor](P) has the last word.", {"Ada Okafor": "speaker"}),
    ("The series is led by [Ada Okafor](P).", {"Ada Okafor": "mentioned"}),
    ("RSVP to Ms [Ada Okafor](P) by Friday.", {"Ada Okafor": "mentioned"}),
    (
        "[Ada Okafor](P) is Director of [Example Bank](O). She lives with her husband [Bo Lindqvist](P).",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "mentioned"},
    ),
    (
        "Earlier lecturers were [Ada Okafor](P), Director of [Example Bank](O), and [Bo Lindqvist](P).",
        {"Ada Okafor": "mentioned", "Bo Lindqvist": "mentioned"},
    ),
    ("[Ada Okafor](P), Director, [Example Bank](O)  [chair, opening]", {"Ada Okafor": "chair"}),
    ("Moderators will be [Ada Okafor](P) from [Example Bank](O); [Bo Lindqvist](P).", {"Ada Okafor": "chair", "Bo Lindqvist": "chair"}),
    (
        "Join us for a conversation between [Ada Okafor](P) and [Bo Lindqvist](P), hosted by [Cy Ng](P).",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker", "Cy Ng": "host"},
    ),
    ("[Ada Okafor](P) will discuss her book with [Bo Lindqvist](P).", {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker"}),
    (
        "With [Ada Okafor](P) and [Bo Lindqvist](P). Moderation: [Cy Ng](P)",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker", "Cy Ng": "chair"},
    ),
    ("[Ada Okafor](P) (Chair), [Bo Lindqvist](P) and [Cy Ng](P)", {"Ada Okafor": "chair", "Bo Lindqvist": "speaker", "Cy Ng": "speaker"}),
    (
        "This year's lecturer is [Ada Okafor](P). Previous speakers include [Bo Lindqvist](P).",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "mentioned"},
    ),
    (
        "[Ada Okafor](P) talks to [Bo Lindqvist](P) about the novels of [Cy Ng](P).",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "speaker", "Cy Ng": "mentioned"},
    ),
    (
        "Panel\n- [Ada Okafor](P), [Example Bank](O)\n\nNot coming: [Bo Lindqvist](P) ([Other House](O))",
        {"Ada Okafor": "speaker", "Bo Lindqvist": "mentioned"},
    ),
    ("The event will be opened by [Ada Okafor](P) and closed by [Bo Lindqvist](P).", {"Ada Okafor": "host", "Bo Lindqvist": "speaker"}),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_labels_headings_and_verbs_give_roles(marked: str, expected: dict[str, str]):
    assert roles_of(marked) == expected


def test_chairing_counts_before_speaking_and_speaking_before_hosting():
    marked = "[Ada Okafor](P) (Chair)\n[Ada Okafor](P) will speak. Welcome by [Ada Okafor](P)."

    assert roles_of(marked) == {"Ada Okafor": "chair"}
