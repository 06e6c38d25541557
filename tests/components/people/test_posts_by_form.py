"""Affiliations by the form in which a blurb gives them; each case is a marked text and the rows a reader takes from it."""

import pytest

from tests.components.people.marked import rows_of

PROSE = [
    (
        "We hear [Ada Okafor](P), today at [Example Bank](O), plus [Other House](O)'s regional director, [Bo Lindqvist](P).",
        {"Ada Okafor | - | Example Bank | - | current", "Bo Lindqvist | regional director | Other House | - | current"},
    ),
    (
        "Speakers: [Ada Okafor](P) ([Example Paper](O); [Other House](O)) and [Bo Lindqvist](P) ([Example Bank](O)).",
        {
            "Ada Okafor | - | Example Paper | - | current",
            "Ada Okafor | - | Other House | - | current",
            "Bo Lindqvist | - | Example Bank | - | current",
        },
    ),
    (
        "[Ada Okafor](P) is Director of Research at [Example Institute](O).",
        {"Ada Okafor | Director of Research | Example Institute | - | current"},
    ),
    (
        "[Ada Okafor](P) is Head of the [Trade Office](O) at [Example Bank](O).",
        {"Ada Okafor | Head | Example Bank | Trade Office | current"},
    ),
    (
        "[Ada Okafor](P) currently serves as a senior policy adviser to [Example Agency](O).",
        {"Ada Okafor | senior policy adviser | Example Agency | - | current"},
    ),
    (
        "[Ada Okafor](P) joined [Example Bank](O) in [2014](D) and works there as an economist.",
        {"Ada Okafor | economist | Example Bank | - | current"},
    ),
    (
        "[Ada Okafor](P) is Professor at [Example University](O) and also Deputy Director of [Other Centre](O).",
        {"Ada Okafor | Professor | Example University | - | current", "Ada Okafor | Deputy Director | Other Centre | - | current"},
    ),
    (
        "[Ada Okafor](P) is a poet. She is Senior Fellow at [Example Institute](O) and [Other House](O).",
        {"Ada Okafor | Senior Fellow | Example Institute | - | current", "Ada Okafor | Senior Fellow | Other House | - | current"},
    ),
    (
        "[Ada Okafor](P) served in the [Example Navy](O) as an intelligence analyst.",
        {"Ada Okafor | intelligence analyst | Example Navy | - | former"},
    ),
    ("[Ada Okafor](P) holds a PhD from [Example University](O) and studied at [Other College](O).", set()),
    ("[Ada Okafor](P) is a journalist and broadcaster.", set()),
    ("[Ada Okafor](P) is a licensed pilot who spoke to ministers and directors.", set()),
]
LINES = [
    (
        "[Ada Okafor](P) FBA, Vice-President (Social Sciences), [Example Academy](O)",
        {"Ada Okafor | Vice-President (Social Sciences) | Example Academy | - | current"},
    ),
    ("[Ada Okafor](P), Addl. Chief Engineer, [Example Board](O)", {"Ada Okafor | Addl. Chief Engineer | Example Board | - | current"}),
    ("[Ada Okafor](P), Director, [Example Institute](O)", {"Ada Okafor | Director | Example Institute | - | current"}),
    ("- Dr [Ada Okafor](P) – Senior Analyst, [Example Agency](O), Lagos", {"Ada Okafor | Senior Analyst | Example Agency | - | current"}),
    ("[Ada Okafor](P): Chief Economist, [Example Bank](O)", {"Ada Okafor | Chief Economist | Example Bank | - | current"}),
    ("[Ada Okafor](P) | Head of Policy | [Example Agency](O)", {"Ada Okafor | Head of Policy | Example Agency | - | current"}),
    ("[Ada Okafor](P) (Research Fellow, [Example Institute](O))", {"Ada Okafor | Research Fellow | Example Institute | - | current"}),
    ("[Ada Okafor](P) @aokafor, Outreach Officer, [Example Agency](O)", {"Ada Okafor | Outreach Officer | Example Agency | - | current"}),
    (
        "[Ada Okafor](P), Director, Energy and Climate, [Example Institute](O)",
        {"Ada Okafor | Director, Energy and Climate | Example Institute | - | current"},
    ),
    ("[Ada Okafor](P) Programme Manager at [Example Agency](O)", {"Ada Okafor | Programme Manager | Example Agency | - | current"}),
    ("[Ada Okafor](P), [Example Agency](O)", {"Ada Okafor | - | Example Agency | - | current"}),
    ("[Ada Okafor](P) of [Example Agency](O)", {"Ada Okafor | - | Example Agency | - | current"}),
    ("[Ada Okafor](P), Director, [Net Zero Plan](I)", {"Ada Okafor | Director | - | Net Zero Plan | current"}),
    ("[Ada Okafor](P), Minister of Energy", {"Ada Okafor | Minister of Energy | - | - | current"}),
    ("<li>[Ada Okafor](P),&nbsp;Director,&nbsp;[Example Institute](O)</li>", {"Ada Okafor | Director | Example Institute | - | current"}),
]
LISTS = [
    (
        "Speakers: [Ada Okafor](P) (Director, [Example Bank](O)); [Bo Lindqvist](P) (Professor of History, [Other House](O))",
        {"Ada Okafor | Director | Example Bank | - | current", "Bo Lindqvist | Professor of History | Other House | - | current"},
    ),
    (
        "[Ada Okafor](P) (Director at [Example Bank](O)), [Bo Lindqvist](P) (Analyst at [Other House](O))",
        {"Ada Okafor | Director | Example Bank | - | current", "Bo Lindqvist | Analyst | Other House | - | current"},
    ),
    (
        "[Ada Okafor](P); [Example Bank](O); Executive Director\n[Bo Lindqvist](P); [Example University](O); associate professor",
        {
            "Ada Okafor | Executive Director | Example Bank | - | current",
            "Bo Lindqvist | associate professor | Example University | - | current",
        },
    ),
    (
        "[Ada Okafor](P), Vice President at [Example Bank](O) (formerly [Other House](O); formerly [Third Fund](O))",
        {
            "Ada Okafor | Vice President | Example Bank | - | current",
            "Ada Okafor | - | Other House | - | former",
            "Ada Okafor | - | Third Fund | - | former",
        },
    ),
    (
        "Confirmed: [Ada Okafor](P), [Example Bank](O); [Bo Lindqvist](P), [Other House](O).",
        {"Ada Okafor | - | Example Bank | - | current", "Bo Lindqvist | - | Other House | - | current"},
    ),
    (
        "[Ada Okafor](P), [Example Bank](O), [Bo Lindqvist](P), [Other House](O)",
        {"Ada Okafor | - | Example Bank | - | current", "Bo Lindqvist | - | Other House | - | current"},
    ),
    (
        "[Ada Okafor](P) and [Bo Lindqvist](P), [Example Bank](O)",
        {"Ada Okafor | - | Example Bank | - | current", "Bo Lindqvist | - | Example Bank | - | current"},
    ),
    ("[Ada Okafor](P), [Example Bank](O); a representative of [Other House](O)", {"Ada Okafor | - | Example Bank | - | current"}),
]
CARDS = [
    (
        "[Ada Okafor](P)\nDirector of Studies\n[Example Institute](O)",
        {"Ada Okafor | Director of Studies | Example Institute | - | current"},
    ),
    (
        "[Ada Okafor](P)\n\nHead of Unit, Land\n[Example Agency](O), Brussels",
        {"Ada Okafor | Head of Unit, Land | Example Agency | - | current"},
    ),
    (
        "Gen. (Ret.) [Ada Okafor](P)\nSenior Adviser, [Example Institute](O)\nFormer Chief of Plans\nof the [Other Corps](O)",
        {"Ada Okafor | Senior Adviser | Example Institute | - | current", "Ada Okafor | Chief of Plans | Other Corps | - | former"},
    ),
    (
        "[Ada Okafor](P)\nEditor\n[Example Daily](O)\n\n[Bo Lindqvist](P)\nReporter\n[Other Daily](O)",
        {"Ada Okafor | Editor | Example Daily | - | current", "Bo Lindqvist | Reporter | Other Daily | - | current"},
    ),
]
BEFORE_THE_NAME = [
    (
        "At this event the [Example Institute](O) Asia Chair [Ada Okafor](P) talks.",
        {"Ada Okafor | Asia Chair | Example Institute | - | current"},
    ),
    (
        "It is introduced by [Example House](O) Director General, [Ada Okafor](P).",
        {"Ada Okafor | Director General | Example House | - | current"},
    ),
    ("Head of Policy at [Example Bank](O) [Ada Okafor](P) will speak.", {"Ada Okafor | Head of Policy | Example Bank | - | current"}),
    ("[Example TV](O)'s senior editor [Ada Okafor](P) moderates.", {"Ada Okafor | senior editor | Example TV | - | current"}),
    (
        "It brought together the Minister of Labour, [Ada Okafor](P), and the director of [Other House](O), [Bo Lindqvist](P).",
        {"Ada Okafor | Minister of Labour | - | - | current", "Bo Lindqvist | director | Other House | - | current"},
    ),
    ("We hear from [Example Bank](O)'s [Ada Okafor](P).", {"Ada Okafor | - | Example Bank | - | current"}),
    ("Ambassador [Ada Okafor](P) and Professor [Bo Lindqvist](P) will speak.", set()),
]
JOINED = [
    (
        "- [Ada Okafor](P) (Partner and Head of Tax, [Example Bank](O))",
        {"Ada Okafor | Partner | Example Bank | - | current", "Ada Okafor | Head of Tax | Example Bank | - | current"},
    ),
    (
        "[Ada Okafor](P), Dean and Professor of Law, [Example University](O)",
        {"Ada Okafor | Dean | Example University | - | current", "Ada Okafor | Professor of Law | Example University | - | current"},
    ),
    (
        "[Ada Okafor](P), Product Manager & Engineer, [Example Agency](O)",
        {"Ada Okafor | Product Manager | Example Agency | - | current", "Ada Okafor | Engineer | Example Agency | - | current"},
    ),
    (
        "[Ada Okafor](P), Director, [Example Centre](O); Fellow, [Other House](O)",
        {"Ada Okafor | Director | Example Centre | - | current", "Ada Okafor | Fellow | Other House | - | current"},
    ),
    (
        "[Ada Okafor](P) is a prize and challenge specialist at [Example Agency](O).",
        {"Ada Okafor | prize and challenge specialist | Example Agency | - | current"},
    ),
    (
        "[Ada Okafor](P), Head of Safety, Risk and Resilience Policy, [Example Agency](O)",
        {"Ada Okafor | Head of Safety, Risk and Resilience Policy | Example Agency | - | current"},
    ),
]
UNITS = [
    (
        "[Ada Okafor](P), Professor, [Faculty of Law](O), [Example University](O)",
        {"Ada Okafor | Professor | Example University | Faculty of Law | current"},
    ),
    (
        "[Ada Okafor](P), Analyst, [Department of Energy](O) – [Office of Science](O)",
        {"Ada Okafor | Analyst | Department of Energy | Office of Science | current"},
    ),
    ("[Ada Okafor](P), [KAIT](O), [School of Computing](O)", {"Ada Okafor | - | KAIT | School of Computing | current"}),
    (
        "[Ada Okafor](P)\n[DAI](O), [Istanbul Department](O)\nCoordinator",
        {"Ada Okafor | Coordinator | DAI | Istanbul Department | current"},
    ),
    ("[Ada Okafor](P) is a lead at [Example Corp](O)'s [Oslo Office](O).", {"Ada Okafor | lead | Example Corp | Oslo Office | current"}),
    (
        "[Ada Okafor](P), Fellow, [Centre for Rivers](O) ([CR](O=Centre for Rivers)), [School of Earth](O), [Example University](O)",
        {"Ada Okafor | Fellow | Example University | Centre for Rivers | current"},
    ),
    ("[Ada Okafor](P), [Code Plan](I) Director, [Example Agency](O)", {"Ada Okafor | Director | Example Agency | Code Plan | current"}),
    ("[Ada Okafor](P), [Example Bank](O), Head of [Trade Division](O)", {"Ada Okafor | Head | Example Bank | Trade Division | current"}),
    (
        "[Ada Okafor](P) is Director of River Policy at [Example Bank](O). The [River Policy programme](I) began late.",
        {"Ada Okafor | Director of River Policy | Example Bank | River Policy programme | current"},
    ),
]
INSTITUTIONS = [
    (
        "[Ada Okafor](P), [Example Agency](O)\n\n[Ada Okafor](P) is an online media coordinator and writes novels.",
        {"Ada Okafor | online media coordinator | Example Agency | - | current"},
    ),
    (
        "[Ada Okafor](P) is a fellow at [Example Agency](O). Previously, she was chief of the [Letters Branch](O).",
        {"Ada Okafor | fellow | Example Agency | - | current", "Ada Okafor | chief | Example Agency | Letters Branch | former"},
    ),
    (
        "[Ada Okafor](P), Media Coordinator\n\n[Ada Okafor](P) works at [Example Bank](O). She works at [Example Agency](O).",
        {
            "Ada Okafor | - | Example Agency | - | current",
            "Ada Okafor | - | Example Bank | - | current",
            "Ada Okafor | Media Coordinator | - | - | current",
        },
    ),
]
BOARDS = [
    ("[Ada Okafor](P) from the [Example Institute](O) takes the chair in her place.", {"Ada Okafor | - | Example Institute | - | current"}),
    (
        "[Ada Okafor](P), Ambassador of Ireland to Canada, and [Bo Lindqvist](P), High Commissioner of Malta to Japan and Fiji.",
        {
            "Ada Okafor | Ambassador of Ireland to Canada | - | - | current",
            "Bo Lindqvist | High Commissioner of Malta to Japan and Fiji | - | - | current",
        },
    ),
    (
        "We hear from [Ada Okafor](P)\n(Deputy Chair, [Example Bank](O)), [Bo Lindqvist](P) ([Example Institute](O)), and others.",
        {"Ada Okafor | Deputy Chair | Example Bank | - | current", "Bo Lindqvist | - | Example Institute | - | current"},
    ),
    (
        "[Ada Okafor](P)\n\nAuthor\nCurator of Tides\n[Example Museum](O)\n\n\n[Bo Lindqvist](P)\nMODERATOR\n\nAssistant Professor\n[Example College](O)\n",
        {
            "Ada Okafor | Curator of Tides | Example Museum | - | current",
            "Bo Lindqvist | Assistant Professor | Example College | - | current",
        },
    ),
    ("Chair: [Ada Okafor](P) MP, Chair, [Example Committee](O)", {"Ada Okafor | Chair | Example Committee | - | current"}),
    ("[Ada Okafor](P) is a PhD candidate at [Example College](O).", {"Ada Okafor | PhD candidate | Example College | - | current"}),
    (
        "[Ada Okafor](P) is Deputy Director of the Bucharest office of [Example Fund](O).",
        {"Ada Okafor | Deputy Director of the Bucharest office | Example Fund | - | current"},
    ),
    (
        "[Ada Okafor](P) is a member of the steering group of [Example Bank](O).",
        {"Ada Okafor | member of the steering group | Example Bank | - | current"},
    ),
    (
        "[Ada Okafor](P) is a fellow at [Example Bank](O). She holds a Master of Public Health from [Example University](O).",
        {"Ada Okafor | fellow | Example Bank | - | current"},
    ),
    ("[Ada Okafor](P) is Master of [Example College](O).", {"Ada Okafor | Master | Example College | - | current"}),
]
EVEN_LINES = [
    (
        "[Corneliu Rusnac](P) – Visiting Fellow at [ECFR](O), far away\n[Lena Hagström](P) – Policy Fellow, Europe at [ECFR](O)\n"
        "[Andrew Tarrant](P) – Director at [Eurasia Insight](O), previously adviser at the [External Service](O)",
        {
            "Corneliu Rusnac | Visiting Fellow | ECFR | - | current",
            "Lena Hagström | Policy Fellow, Europe | ECFR | - | current",
            "Andrew Tarrant | Director | Eurasia Insight | - | current",
            "Andrew Tarrant | adviser | External Service | - | former",
        },
    ),
    (
        "Panel\n[Fleur Oosterwijk](P) – Director of Strategy at [Gasunie](O)\n[Callum Dunsmore](P) – Head of Interconnectors at [National Gas](O)\n"
        "[Siddharth Rao](P) – Vice President Feedstock at [LyondellBasell](O)\n[Marit Haugland](P) – Senior Analyst at the [Energy Agency](O)\nThemes",
        {
            "Fleur Oosterwijk | Director of Strategy | Gasunie | - | current",
            "Callum Dunsmore | Head of Interconnectors | National Gas | - | current",
            "Siddharth Rao | Vice President Feedstock | LyondellBasell | - | current",
            "Marit Haugland | Senior Analyst | Energy Agency | - | current",
        },
    ),
]
AROUND_NAMES = [
    ("Archivist [Ada Okafor](P) of the [City Archives](O) shows how.", {"Ada Okafor | Archivist | City Archives | - | current"}),
    (
        "Professor [Ada Okafor](P) of [Example University](O) and director [Bo Lindqvist](P) of [Other House](O) will speak.",
        {"Ada Okafor | Professor | Example University | - | current", "Bo Lindqvist | director | Other House | - | current"},
    ),
    (
        "Captain [Ada Okafor](P), [USCG](O) (Ret.)\nSenior Fellow, [Polar Institute](O)",
        {"Ada Okafor | Captain | USCG | - | former", "Ada Okafor | Senior Fellow | Polar Institute | - | current"},
    ),
    (
        "[Ada Okafor](P)\nDeputy Director General\n[Department of Energy Policy](O)\n[Ministry of Mines](O)",
        {"Ada Okafor | Deputy Director General | Ministry of Mines | Department of Energy Policy | current"},
    ),
    (
        "[Ada Okafor](P) was Chief of Staff to the Governor of [Example Bank](O).",
        {"Ada Okafor | Chief of Staff to the Governor | Example Bank | - | former"},
    ),
    (
        "Colonel [Ada Okafor](P) of Kenya's [Ministry of Internal Affairs](O) speaks.",
        {"Ada Okafor | - | Ministry of Internal Affairs | - | current"},
    ),
    (
        "[Ada Okafor](P), Hon'ble Vice Chancellor, [Example University](O)",
        {"Ada Okafor | Vice Chancellor | Example University | - | current"},
    ),
    ("Chair: Dr. [Ada Okafor](P), Medical Superintendent", {"Ada Okafor | Medical Superintendent | - | - | current"}),
    ("[Ada Okafor](P), ex-Commandant, [Command Hospital](O)", {"Ada Okafor | Commandant | Command Hospital | - | former"}),
]
TABLES = {
    "even lines": EVEN_LINES,
    "around names": AROUND_NAMES,
    "institution": INSTITUTIONS,
    "board": BOARDS,
    "prose": PROSE,
    "line": LINES,
    "list": LISTS,
    "card": CARDS,
    "before the name": BEFORE_THE_NAME,
    "joined": JOINED,
    "unit": UNITS,
}


@pytest.mark.parametrize(("form", "marked", "expected"), [(form, *case) for form, cases in TABLES.items() for case in cases])
def test_every_form_of_giving_a_post_is_read(form: str, marked: str, expected: set[str]):
    assert rows_of(marked) == expected
