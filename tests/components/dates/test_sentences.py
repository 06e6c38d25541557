"""Sentences with the answer inside. A linguist can add a case: the day of publication, then the sentence."""

import pytest

from tests.components.dates.marking import dates_in

EVENT_LINES = [
    ("2025-06-01", "Join us on [14 October](DATE 2025-10-14)."),
    ("2025-11-01", "[Thursday 4 December 2025, 18:00–19:30 GMT](DATE 2025-12-04T18:00+00:00/2025-12-04T19:30+00:00)"),
    ("2025-11-01", "[December 6 (4.30pm to 6.30pm)](DATE 2025-12-06T16:30/2025-12-06T18:30), Aula Magna"),
    ("2025-11-01", "[13/05/2014 @ 6:00 pm](DATE 2014-05-13T18:00), Old Library"),
    ("2025-11-01", "[12 Nov 2020 (GMT +01) 07:00 08:30](DATE 2020-11-12T07:00+01:00/2020-11-12T08:30+01:00)"),
    ("2025-11-01", "The lecture is at [12 noon on 3 December](DATE 2025-12-03T12:00)."),
    ("2025-11-01", "Papers are due by [midnight on 5 January 2026](DATE 2026-01-05T24:00)."),
    ("2025-11-01", "[Mon 3 – Wed 5 November 2025](DATE 2025-11-03/2025-11-05), Nairobi"),
    ("2025-11-01", "[Sept. 30–Oct. 2, 2026](DATE 2026-09-30/2026-10-02), Ottawa"),
    ("2025-11-01", "[7.–9. November 2025](DATE 2025-11-07/2025-11-09) in Graz"),
    ("2025-11-01", "[November 7, 8 and 9, 2025](DATE 2025-11-07/2025-11-09)"),
    ("2025-11-01", "[3–5 December, 9.00–17.00](DATE 2025-12-03T09:00/2025-12-05T17:00)"),
    ("2025-11-01", "[18h30 – 20h](DATE T18:30/T20:00) : table ronde"),
    ("2025-11-01", "Drinks [Friday 5 December, 22:00–01:00](DATE 2025-12-05T22:00/2025-12-06T01:00)."),
    ("2025-11-01", "[Tuesday, 2 December 2025, from 9 am until noon](DATE 2025-12-02T09:00/2025-12-02T12:00)"),
    ("2025-11-01", "[2025-12-02T09:00-05:00](DATE 2025-12-02T09:00-05:00)"),
    ("2025-11-01", "on [Thursday 4&nbsp;December&nbsp;2025 at 16:00](DATE 2025-12-04T16:00)<br>"),
    ("2026-02-10", "[Thursday 9 and Friday 10 April 2026](DATE 2026-04-09/2026-04-10), Dublin"),
    ("2026-02-10", "[Tues 5th & Weds 6th May](DATE 2026-05-05/2026-05-06)"),
    ("2026-02-10", "[Thursday 9](DATE 2026-04-09) and [Friday 17 April 2026](DATE 2026-04-17)"),
    ("2026-02-10", "[22–29 November 2026](DATE 2026-11-22/2026-11-29)\n[Tuesday 24](DATE 2026-11-24): the boat"),
    ("2025-11-01", "shown on Day 2, [3 December 2025](DATE 2025-12-03)"),
    (
        "2024-05-01",
        "Visit, [10–14 June 2024](DATE 2024-06-10/2024-06-14)\n\n[Tuesday](DATE 2024-06-11), Academy Building\n[09:15](DATE 2024-06-11T09:15) Ports\n"
        "\n[Thursday](DATE 2024-06-13), The Hague\n[09:30](DATE 2024-06-13T09:30) Tides",
    ),
    ("2025-11-01", "Day 2, [2 December 2025, 11:30-1pm](DATE 2025-12-02T11:30/2025-12-02T13:00)"),
]
ZONES = [
    ("2025-05-01", "[20 May 2025, 10:00 ET](DATE 2025-05-20T10:00-04:00)"),
    ("2025-11-01", "[2 December 2025, 10am ET / 3pm London](DATE 2025-12-02T10:00-05:00)"),
    ("2025-11-01", "[2 December 2025, 5pm GMT/12pm EST/9am PST](DATE 2025-12-02T17:00+00:00), online"),
    ("2025-11-01", "[2 December 2025, 14:00 (UTC+3)](DATE 2025-12-02T14:00+03:00)"),
    ("2025-11-01", "[8:30 AM SGT on 2 December 2025](DATE 2025-12-02T08:30+08:00)"),
    ("2025-11-01", "[2 December 2025 at 20:00 (Beijing time)](DATE 2025-12-02T20:00+08:00)"),
    ("2025-11-01", "[2 December 2025, 15.00 hrs IST](DATE 2025-12-02T15:00+05:30), New Delhi"),
    ("2025-11-01", "Dublin Castle, [2 July 2026, 15.00 IST](DATE 2026-07-02T15:00+01:00)"),
    ("2025-11-01", "[2 December at 7pm local time](DATE 2025-12-02T19:00)"),
    ("2025-11-01", "Submit by [11:59 pm AoE, 1 December 2025](DATE 2025-12-01T23:59-12:00)."),
    ("2025-11-01", "All times are in CET.\n[2 December 2025](DATE 2025-12-02)\n[09:00](DATE 2025-12-02T09:00+01:00) Welcome"),
    (None, "[10 October, 3pm BST](DATE XXXX-10-10T15:00+01:00)"),
]
AGENDAS = [
    (
        None,
        "Day 1: [Tuesday 4 November 2025](DATE 2025-11-04)\n[09:00](DATE 2025-11-04T09:00) Registration\n"
        "Day 2: [Wednesday 5 November](DATE 2025-11-05)\n[10:00](DATE 2025-11-05T10:00) Panel",
    ),
    (
        None,
        "[4 November 2025, 9.00](DATE 2025-11-04T09:00)\n[9.30-10.30](DATE 2025-11-04T09:30/2025-11-04T10:30) Talk\n"
        "[12:00](DATE 2025-11-04T12:00) Lunch\n[1:30](DATE 2025-11-04T13:30) Workshop",
    ),
    (None, "[09:30](DATE T09:30) Doors open"),
    (
        "2025-10-01",
        "[Date: 4 November](NAME) is a name; [5 November](DATE 2025-11-05)\n[18:00–19:00](DATE 2025-11-05T18:00/2025-11-05T19:00)",
    ),
]
CONTEXT = [
    ("2025-11-15", "The talks began in [June 2025](DATE 2025-06), followed by a second round in [October](DATE 2025-10)."),
    ("2024-01-15", "He arrived in [May 2018](DATE 2018-05), left in [August](DATE 2018-08) and came back the [following year](DATE 2019)."),
    ("2025-04-02", "The show opened in [October 2024](DATE 2024-10) and closes on [30 April](DATE 2025-04-30)."),
    ("2024-02-10", "[Thursday 7 March](DATE 2024-03-07), Great Hall"),
    ("2026-03-01", "Since [January](DATE 2026-01), exports have fallen."),
    ("2026-03-01", "The tower collapsed on [12 October](DATE 2025-10-12)."),
    (None, "#Forum2025\nMeet us on [12 October](DATE 2025-10-12)."),
    ("2018-10-24", "Open from [May to December](DATE 2018-05/2018-12)."),
    (None, "Register by [20 May](DATE 2025-05-20). The event is on [3 June 2025](DATE 2025-06-03)."),
]
RELATIVE = [
    ("2025-09-10", "Closed [today](DATE 2025-09-10), open again [tomorrow at 9am](DATE 2025-09-11T09:00)."),
    ("2025-09-10", "See you [next Wednesday](DATE 2025-09-17)."),
    ("2023-05-03", "It was agreed [last May](DATE 2022-05)."),
    ("2025-09-10", "[Last month](DATE 2025-08) the board met; it meets again [later this year](DATE 2025)."),
    ("2025-09-10", "Founded [three years ago](DATE 2022), renewed [two weeks ago](DATE 2025-08-25/2025-08-31)."),
    ("2026-01-20", "Prices will rise [this winter](DATE 2025-12/2026-02) as they did [last autumn](DATE 2025-09/2025-11)."),
    ("2025-09-10", "The minister said [Tuesday](DATE 2025-09-09) that talks resume [Friday morning](DATE 2025-09-12)."),
    ("2025-09-10", "by the [end of the year](DATE 2025)"),
    ("2025-09-10", "In [February of this year](DATE 2025-02), or perhaps in [May last year](DATE 2024-05)."),
]
LATER_FINDS = [
    ("2025-06-20", "It opens [Wednesday 2 July 2025](DATE 2025-07-02). On [Thursday](DATE 2025-07-03) delegates visit the port."),
    ("2025-06-20", "Signed on [25 March 1957](DATE 1957-03-25), in force on [1 January of the following year](DATE 1958-01-01)."),
    ("2025-06-20", "[1 June 2019–31 May 2021](DATE 2019-06-01/2021-05-31)"),
    ("2025-06-20", "Open house on [7/4](DATE 2025-07-04) in Washington, D.C."),
    ("2025-06-20", "[Tuesday 7 to Thursday 9 October 2025](DATE 2025-10-07/2025-10-09)"),
    ("2025-06-20", "[15:00-16:30 (CET), 9:00-10:30 (EST)](DATE T15:00+01:00/T16:30+01:00)"),
    ("2025-06-20", "The [last week of November 2025](DATE 2025-11-24/2025-11-30)"),
    ("2013-03-22", "Output fell in [February](DATE 2013-02); [third-quarter](DATE 2012-07/2012-09) figures had risen."),
]
MORE_FORMS = [
    ("2025-01-01", "[Lundi 2 juin 2025, 18 h 30 – 20 h](DATE 2025-06-02T18:30/2025-06-02T20:00), Lyon"),
    ("2025-01-01", "[Donnerstag, den 5. Juni 2025, 18 Uhr](DATE 2025-06-05T18:00)"),
    ("2025-01-01", "[Kamis, 5 Juni 2025](DATE 2025-06-05) and [5 de marzo de 2024](DATE 2024-03-05)"),
    ("2025-01-01", "[Wed 4.6.2025 klo 9.30–11.00](DATE 2025-06-04T09:30/2025-06-04T11:00), Tampere"),
    ("2025-01-01", "[Tuesday the 3rd of June 2025, at quarter past eight in the evening](DATE 2025-06-03T20:15), the Old Mill"),
    ("2025-01-01", "The library hosts a symposium that nobody should miss on [Tuesday 3rd\nJune 2025](DATE 2025-06-03), it says."),
    ("2025-01-01", "[Tuesday the 3rd June, 1730 hrs](DATE 2025-06-03T17:30), Lighthouse Hall"),
    ("2025-01-01", "[Wed. 4 June 2025 // 14:00 EAT, 11:00 GMT, 18:00 ICT](DATE 2025-06-04T14:00+03:00) // online"),
    ("2025-01-01", "[4 June 2025, 10am–1:30 (Lusaka time, UTC+2)](DATE 2025-06-04T10:00+02:00/2025-06-04T13:30+02:00)"),
    ("2025-01-01", "[4 June 2025, 6 pm (Tijuana time)](DATE 2025-06-04T18:00-07:00), [5 June, 6 pm](DATE 2025-06-05T18:00) (Hall B)"),
    (
        "2025-01-01",
        "[5 June 2025, 10:00 (JST) / 09:00 (Manila) / June 4, 21:00 (EDT)](DATE 2025-06-05T10:00+09:00) on two channels",
    ),
    ("2025-01-01", "[Mon–Wed 2–4 June 2025](DATE 2025-06-02/2025-06-04); closed [Sunday 8 June](DATE 2025-06-08)"),
    (
        "2025-01-01",
        "On [4 June](DATE 2025-06-04) we meet by the river, from [11 to 13](DATE 2025-06-04T11:00/2025-06-04T13:00), with a friend.",
    ),
    ("2025-01-01", "It opens on [4 June 2025 at 09:00](DATE 2025-06-04T09:00) and closes on the [sixth at 12:45](DATE 2025-06-06T12:45)."),
    ("2025-06-04", "It met in [2014 and 2015](DATE 2014/2015); she led the unit ([2005-07](DATE 2005/2007)), then left."),
    ("2025-01-01", "Sheet of [2026-02](DATE 2026-02)\nThe ferry leaves at [8 in the morning](DATE T08:00)."),
]
TENSES = [
    ("2025-03-07", "The treaty of [9 August 2016](DATE 2016-08-09) is old. [Monday 7 April, 6 pm](DATE 2025-04-07T18:00), Aula."),
    ("2025-03-07", "She kept bees until [2017](DATE 2017). Her contract ends in [May](DATE 2025-05)."),
    ("2025-03-07", "The fund has run since [1996](DATE 1996). The plan, set up in [July](DATE 2024-07), stands."),
    ("2025-03-07", "He said the talk would travel to Lomé in [November](DATE 2025-11)."),
    ("2025-03-07", "The vote had been planned for [10 January](DATE 2025-01-10) and was put off."),
    ("2025-03-07", "The work is to start in the [last quarter](DATE 2025-10/2025-12)."),
    ("2025-03-07", "Experts met by the lake on [Monday and Tuesday](DATE 2025-03-03/2025-03-04)."),
]
NUMBERED_DAYS = [
    (
        "2025-01-01",
        "Forum, [4–5 June 2025](DATE 2025-06-04/2025-06-05)\n\nDAY 1\n[09:00](DATE 2025-06-04T09:00) Opening\n\nDAY 2\n"
        "[09:00](DATE 2025-06-05T09:00) Panel",
    ),
    (
        "2025-01-01",
        "Forum, [4–5 June 2025](DATE 2025-06-04/2025-06-05)\n\nDAY 2 ([5 June](DATE 2025-06-05))\n[10:30](DATE 2025-06-05T10:30) Panel",
    ),
]
PERIODS = [
    ("2025-05-14", "Growth in [Q3 2025](DATE 2025-07/2025-09) and the [first half of 2026](DATE 2026-01/2026-06)"),
    ("2025-05-14", "From the [mid-1930s](DATE 1930/1939) to the [late nineteenth century](DATE 1801/1900), no: the reverse."),
    ("2025-05-14", "In the [early 2000s](DATE 2000/2009) and the ['90s](DATE 1990/1999)"),
    ("2025-05-14", "[FY2026](DATE 2026), [winter 2025](DATE 2025-12/2026-02) and [autumn 2025](DATE 2025-09/2025-11)"),
    (None, "The call opens in the [autumn](DATE XXXX-09/XXXX-11)."),
    ("2025-05-14", "The [week of 6 October 2025](DATE 2025-10-06/2025-10-12)"),
    ("2025-05-14", "[early 2011](DATE 2011), [mid-2027](DATE 2027), [end of March 2022](DATE 2022-03)"),
]
RANGES = [
    ("2025-05-14", "Director since [2021](DATE 2021), fellow [2016–present](DATE 2016/..), on leave until [March 2024](DATE 2024-03)."),
    ("2025-05-14", "between [2010 and 2012](DATE 2010/2012), then [2014-16](DATE 2014/2016) and [2014 to 2019](DATE 2014/2019)"),
    ("2025-05-14", "[8 and 9 September 2025](DATE 2025-09-08/2025-09-09)"),
    ("2025-05-14", "[27-29.05.2025](DATE 2025-05-27/2025-05-29)"),
    ("2025-05-14", "[28 December 2025 to 3 January](DATE 2025-12-28/2026-01-03)"),
    ("2025-05-14", "moved from [3 June 2025](DATE 2025-06-03) to [10 June 2025](DATE 2025-06-10)"),
]
DAY_AND_MONTH = [
    ("2025-05-14", "[11/12/2025](DATE 2025-12-11)"),
    ("2026-02-11", "[Thursday 5/3/2026](DATE 2026-03-05)"),
    ("2026-02-11", "[Sunday 5/3/2026](DATE 2026-05-03)"),
    ("2025-05-14", "[10/25/2025](DATE 2025-10-25) and [11/02/2025](DATE 2025-11-02)"),
    ("2025-05-14", "[11/12/2025, 2:00 pm ET](DATE 2025-11-12T14:00-05:00)"),
]
REPORTS = [
    ("2021-06-15", "Sales rose in the [first nine months of 2020](DATE 2020-01/2020-09), the mill said on [Monday](DATE 2021-06-14)."),
    (
        "2021-06-15",
        "The port reported [Tuesday](DATE 2021-06-15) that it lost six cranes. The council, which meets on [June 22](DATE 2021-06-22), paid.",
    ),
    (
        "2021-06-15",
        "Two cooks were hurt, police said. It began by [noon](DATE 2021-06-15T12:00) and was put out at [9.40 last night](DATE 2021-06-14T21:40).",
    ),
    ("2021-06-15", 'A ferry struck the quay on [4 November](DATE 2020-11-04). "Nobody saw it," said the harbour master.'),
    ("2021-06-15", "In [1998](DATE 1998) the bank closed six branches. Another was sold in [March](DATE 2021-03), it said."),
]
EVENING_TIMES = [
    ("2025-11-01", "Doors at [half past six](DATE T18:30), film at [seven o'clock](DATE T19:00)."),
    ("2025-11-01", "The first act is on at [10 tonight](DATE 2025-11-01T22:00)."),
    ("2025-11-01", "[This Sunday at a quarter to three](DATE 2025-11-02T14:45) the band plays."),
    ("2025-11-01", "[Friday 5 December, 8pm](DATE 2025-12-05T20:00). The bar is open until [1 a.m.](DATE 2025-12-06T01:00)"),
    (
        "2025-11-01",
        "Choir on [Friday 5 December at 7pm](DATE 2025-12-05T19:00); rehearsal at [6 p.m. the previous evening](DATE 2025-12-04T18:00).",
    ),
]
MORE_ZONES = [
    ("2025-11-01", "[3 December 2025, 12 noon AEDT (2pm NZDT, 9am SGT)](DATE 2025-12-03T12:00+11:00), online"),
    ("2025-11-01", "[3 December 2025, 16:00 UTC (11:00 Lima, 17:00 Madrid and 19:00 Nairobi)](DATE 2025-12-03T16:00+00:00)"),
]
BESIDE_THE_EVENT = [
    (
        "2025-11-01",
        "Conference, [3-5 December 2025](DATE 2025-12-03/2025-12-05). Register [two weeks before the conference](DATE 2025-11-19).",
    ),
    ("2025-11-01", "Workshop, [3 December 2025](DATE 2025-12-03). Slides go online the [day after the workshop](DATE 2025-12-04)."),
    ("2025-11-03", "The fair is back [this weekend](DATE 2025-11-08/2025-11-09), with plants on [Saturday](DATE 2025-11-08)."),
    (
        "2025-11-01",
        "Papers are due not later than [5 pm on 10 November](DATE 2025-11-10T17:00).\nDate: [3 December 2025](DATE 2025-12-03)\n"
        "Time: [2:00-4:00 PM](DATE 2025-12-03T14:00/2025-12-03T16:00)",
    ),
    (
        "2025-05-01",
        "Festival [20-22 June 2025](DATE 2025-06-20/2025-06-22)\n\n[Sat](DATE 2025-06-21): songs\n[Sun](DATE 2025-06-22): walk [3-5.30pm](DATE 2025-06-22T15:00/2025-06-22T17:30)",
    ),
]
OTHER_HABITS = [
    ("2025-01-10", "Szczecin, [22–24.V.2025](DATE 2025-05-22/2025-05-24)"),
    ("2025-01-10", "[12 to 14/06/2025](DATE 2025-06-12/2025-06-14), Recife"),
    (
        "2024-08-01",
        "[17-18 SEP 24](DATE 2024-09-17/2024-09-18), replies by [23 AUG 24](DATE 2024-08-23); dinner [1930 to 2200 hrs](DATE 2024-09-17T19:30/2024-09-17T22:00)",
    ),
    ("2025-01-10", "She left school in ['88](DATE 1988) and came back in the [last quarter of 2025](DATE 2025-10/2025-12)."),
    ("2025-01-10", "The show stays up until the [last day of March](DATE 2025-03-31)."),
    ("2025-01-10", "Tuesdays from [14 January to 18 February 2025, 18.00–20.00](DATE 2025-01-14T18:00/2025-02-18T20:00)"),
    ("2025-01-10", "to be seen from [Saturday 5\nApril 2025](DATE 2025-04-05) in the hall"),
    ("2025-01-10", "Tickets from [25.3.](DATE 2025-03-25) at the desk."),
]
OTHER_LANGUAGES = [
    ("2024-11-17", "[6, 7 y 8 de agosto de 2025](DATE 2025-08-06/2025-08-08), Montevideo"),
    ("2024-11-17", "[9 al 13 de noviembre de 2026](DATE 2026-11-09/2026-11-13)"),
    ("2024-11-17", "work begins in [septembre 2026](DATE 2026-09)"),
    ("2024-11-17", "Le [jeudi 3 avril 2025, de 18h30 à 20h30](DATE 2025-04-03T18:30/2025-04-03T20:30)"),
    ("2024-11-17", "[Tirsdag 10. desember kl. 17.00–18.30](DATE 2024-12-10T17:00/2024-12-10T18:30)"),
    ("2024-11-17", "[Dienstag, 10. Dezember 2024, 17.00 bis 18.30 Uhr](DATE 2024-12-10T17:00/2024-12-10T18:30)"),
    ("2024-11-17", "[martes 10 de diciembre de 2024, de 17:00 a 18:30 horas](DATE 2024-12-10T17:00/2024-12-10T18:30)"),
    ("2024-11-17", "[dinsdag 10 december 2024, 17.00 tot 18.30 uur](DATE 2024-12-10T17:00/2024-12-10T18:30)"),
    ("2024-11-17", "[Selasa, 10 Desember 2024, pukul 17.00 WIB](DATE 2024-12-10T17:00+07:00)"),
    ("2024-11-17", "[úterý 10. prosince 2024 od 17:00](DATE 2024-12-10T17:00)"),
]
TYPED_IN_A_HURRY = [
    ("2026-04-20", "the one after is [sat 23 may](DATE 2026-05-23), tell jo by [weds nite](DATE 2026-04-22)"),
    ("2026-04-20", "the meeting is [may 7](DATE 2026-05-07), subs by [end of march 2027](DATE 2027-03)"),
    ("2026-01-20", "a symposium on [March 6 (Fri.), 2026](DATE 2026-03-06)."),
    ("2025-01-20", "in Ljubljana, [16/09–19/09/2025](DATE 2025-09-16/2025-09-19)"),
    ("2025-05-20", "[27 May](DATE 2025-05-27). Wine till [20 h](DATE 2025-05-27T20:00)."),
    (
        "2026-02-03",
        "[Wednesday, Feb. 11, 10:00–11:15 a.m. ET / 16:00–17:15 in Podgorica](DATE 2026-02-11T10:00-05:00/2026-02-11T11:15-05:00)",
    ),
    (
        "2025-10-03",
        "[Wed 5 Nov 2025, 9.00–10.30am AEDT / Tue 4 Nov, 10pm GMT](DATE 2025-11-05T09:00+11:00/2025-11-05T10:30+11:00)",
    ),
]
MORE_REPORTS = [
    ("2007-04-19", "Prices rose in the [final quarter of 2006](DATE 2006-10/2006-12), the bureau said."),
    ("2010-12-01", "Sales in the [first half of November 2010](DATE 2010-11-01/2010-11-15) fell."),
    (
        "2000-11-30",
        "LONDON, [Nov 30](DATE 2000-11-30) (EI) - The euro had dropped by [1430 GMT](DATE 2000-11-30T14:30+00:00), dealers said.",
    ),
    (
        "2024-04-05",
        "The quake came at [7:58 a.m. on Wednesday (2358 GMT on Tuesday)](DATE 2024-04-03T07:58), officials said.",
    ),
]
# "takes place" is no street; news without a tense is of the nearer day.
SAID_IN_PASSING = [
    ("2023-06-19", "A party takes place [this Saturday at 3 p.m.](DATE 2023-06-24T15:00)"),
    ("2023-06-19", "It takes place [Friday 23 June at 5pm](DATE 2023-06-23T17:00)."),
    (
        "2026-03-01",
        "[8 April 2026, 10:00 – 12:00](DATE 2026-04-08T10:00/2026-04-08T12:00)\nAt the same time China's exports rise.",
    ),
    ("2024-01-22", "[Thursday 15 February, 7 in the evening](DATE 2024-02-15T19:00)\nThe hall"),
    ("2024-03-25", "Tell Ewa by [tmrw](DATE 2024-03-26)."),
    ("2025-06-25", "Tell Jo by the [1st](DATE 2025-07-01) how many come."),
    ("2025-09-15", "[2 October](DATE 2025-10-02) – Salt\n[13 November](DATE 2025-11-13) – Dogs (postponed from [8 May](DATE 2025-05-08))"),
    (
        "2025-01-27",
        "Permits stay valid until [31 December 2026](DATE 2026-12-31). Offices will be closed on [Thursday](DATE 2025-01-30).",
    ),
    (
        "2026-03-05",
        "SEOUL, [March 5](DATE 2026-03-05) (Han Wire) - The party split [Tuesday](DATE 2026-03-03), its leader said. "
        "Voters choose a president on [April 12](DATE 2026-04-12).",
    ),
]
TRAPS = [
    "Vision 2030, Agenda 2063 and Horizon 2020 after Resolution 1325 and Regulation (EU) 2016/679.",
    "A Boeing 777, room 101, pages 12-14, bus 24, 24/7, flight 2025, ISO 9001.",
    "Theresa May will march with April Jones; June Smith may not. An august body.",
    "This may or may not be right. March for Life. May I ask?",
    "Call +44 20 7957 5700 or (206) 555-1212; tickets $2,000, £12.50 or €2000.",
    "The Second World War, the Prague Spring, the October Revolution, Black Friday and Good Friday.",
    "Every Tuesday and Thursday at 6pm; Mondays too; open daily 9am to 5pm and Monday to Friday, 9:00-17:00.",
    "For more than twenty years, a two-day seminar in recent years, over the next five years, the past decade.",
    "The vote was 52-48, the score 3-2, the ratio 4:3, ages 5-12, 2000 people, 1050 Brussels.",
    "In the second half of the match the Sun fell; prices fall; springs dry up in today's world.",
    "Windows 95, Apollo 11, Catch-22 and Orwell's 1984; COP28, G20, COVID-19.",
    "See https://example.org/2025/10/14 or write to may2025@example.org, #Forum2025.",
    "It was a Friday; she taught on a wet Tuesday; open Tue-Sat 10-18.",
    "Over 2000 letters came; women and under-30s first; Budget 2026-27; the rate went from 11 to 13.",
    "She is today a judge; Mars, Juli and Kamis are names.",
    "Scores are on pp. 1812–1830; ext. 2022; enter code MARCH10; ask Mr. Sunday.",
    "The gym is at Rue du 4 Septembre, near 11 November Road and 1600 Ninth Avenue; our trio, The Third Quarter, sings.",
    "She won 6-3, 4-6, 9-7 in 2:26:20; the share, up on the day, closed at 2.06.",
    "Amendment 2044 fell; bring form 1099 and your 1040.",
    "Over the past year, in the year ahead and the coming months, at Christmas.",
]


@pytest.mark.parametrize(
    ("published", "sentence"),
    [
        *EVENT_LINES,
        *ZONES,
        *AGENDAS,
        *CONTEXT,
        *RELATIVE,
        *PERIODS,
        *RANGES,
        *DAY_AND_MONTH,
        *LATER_FINDS,
        *MORE_FORMS,
        *TENSES,
        *NUMBERED_DAYS,
        *REPORTS,
        *EVENING_TIMES,
        *MORE_ZONES,
        *BESIDE_THE_EVENT,
        *OTHER_HABITS,
        *OTHER_LANGUAGES,
        *TYPED_IN_A_HURRY,
        *MORE_REPORTS,
        *SAID_IN_PASSING,
    ],
)
def test_date_is_found_whole_and_has_its_value(published: str | None, sentence: str):
    """Every marked date is found with its exact span and value, and nothing else is."""
    expected, found = dates_in(sentence, published=published)

    assert expected == found


@pytest.mark.parametrize("sentence", TRAPS)
def test_no_date_is_found_where_none_is_told(sentence: str):
    """Names, numbers, durations and sets are no dates."""
    _, found = dates_in(sentence, published="2025-05-14")

    assert found == []


def test_nothing_is_found_in_or_across_a_name():
    """A number inside a name stays inside the name."""
    expected, found = dates_in(
        "[Summer 2025 Forum](NAME) opens [3 June 2025](DATE 2025-06-03); [May](NAME) 2025 speaks.", published="2025-01-01"
    )

    assert expected == [date for date in found if date.text != "2025"]
    assert all(date.text != "May 2025" for date in found)
