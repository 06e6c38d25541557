"""Numbers that begin the lines of an agenda are times."""

import pytest

from briefex.components.dates import find_dates

AGENDAS = [
    (
        "Seminar, 10 February 2026\n\n1430  Coffee\n1445  Welcome\n1535-1600 Talks\n1700 End",
        ["T14:30", "T14:45", "T15:35/2026-02-10T16:00", "T17:00"],
    ),
    (
        "Seminar, 10 February 2026, 1–4.30pm\n\n1.00 Arrival\n1.20 Opening\n1.45 Talk",
        ["T13:00/2026-02-10T16:30", "T13:00", "T13:20", "T13:45"],
    ),
    ("Seminar, 10 February 2026\n09.45 Opening\n11.15 Session I\n14.00 Session II", ["T09:45", "T11:15", "T14:00"]),
]


@pytest.mark.parametrize(("text", "times"), AGENDAS)
def test_agenda_times_have_the_day_above(text, times):
    found = [date.value.iso for date in find_dates(text) if "T" in date.value.iso]

    assert found == [f"2026-02-10{time}" for time in times]


@pytest.mark.parametrize(
    "text",
    ["Books\n1984 Orwell\n2001 Kubrick\n1939 Zweig", "1.1 Aims\n1.2 Scope\n1.3 Terms", "1437 people came\n1561 people went\n1700 stayed"],
)
def test_other_columns_of_numbers_are_no_times(text):
    assert not [date for date in find_dates(text) if date.has_time]
