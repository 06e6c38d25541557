"""Laws that hold for every text: offsets, evidence, order, sameness, time."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefex.components.people import find_people
from briefex.records import Mention
from tests.components.people.marked import parsed, people_in

PIECES = [
    "[Ada Okafor](P)", "[Okafor](P)", "Dr [Bo Lindqvist](P)", "[Example Bank](O)", "[EB](O=Example Bank)", "[Net Plan](I)", "Director of Studies", "former", "Head",
    ", ", " and ", "; ", ".\n\n", "\n", " is ", " was the ", " at ", " of the ", "(", ")", "Chair: ", "moderated by ", "until [2019](D)", "She ", "’s ", "Senior Fellow", "09:00 Welcome\n", "- ", "minister",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25))
def test_every_fact_points_into_the_text_and_names_who_is_in_it(pieces: list[str]):
    text, names, spans, dates = parsed("".join(pieces))
    found = find_people(text, names, spans, dates)
    people = {m.entity for m in found.mentions if m.label == "PERSON"}
    bodies = {m.entity for m in found.mentions if m.label != "PERSON"}

    assert [(m.start, m.end, m.text) for m in found.mentions] == [(m.start, m.end, m.text) for m in names]
    assert sorted(a.person for a in found.appearances) == sorted(people)
    for row in found.affiliations:
        assert 0 <= row.start < row.end <= len(text)
        assert row.person in people
        assert {row.organisation, row.unit} - {None} <= bodies
        assert row.position or row.organisation or row.unit
        assert row.position is None or row.position in " ".join(text[row.start : row.end].split())
        assert row.origin
    assert found == find_people(text, names, spans, dates)


def test_the_evidence_covers_the_person_and_the_post():
    text, names, spans, dates = parsed("Tonight: [Ada Okafor](P), Director of Studies, [Example Bank](O).")
    (row,) = find_people(text, names, spans, dates).affiliations

    assert text[row.start : row.end] == "Ada Okafor, Director of Studies, Example Bank"


def test_a_predicted_post_wins_over_the_grammar():
    (row,) = people_in("[Ada Okafor](P), [Rain Wizard](T), [Example Bank](O)").affiliations

    assert (row.position, row.organisation) == ("Rain Wizard", "Example Bank")


def test_a_line_break_inside_a_post_becomes_a_space():
    (row,) = people_in("[Ada Okafor](P) is Senior Director of\nstudies at [Example Bank](O).").affiliations

    assert row.position == "Senior Director of studies"


def test_a_text_without_people_has_no_facts():
    found = people_in("The [Example Bank](O) seeks a Director.")

    assert (found.affiliations, found.appearances, found.flags) == ((), (), ())


def _repeated(pattern: str, count: int) -> tuple[str, list[Mention]]:
    text, names, _, _ = parsed(pattern)
    return text * count, [
        Mention(m.start + i * len(text), m.end + i * len(text), m.text, m.label, m.entity) for i in range(count) for m in names
    ]


HOSTILE = {
    "no space": ("a" * 100_000, [Mention(0, 5, "aaaaa", "PERSON", "aaaaa")]),
    "short lines": ("ab\n" * 10_000, [Mention(0, 2, "ab", "PERSON", "ab")]),
    "lines of people": _repeated("[Ada Okafor](P)\n", 5_000),
    "one line of people": _repeated("[Ada Okafor](P) and ", 3_000),
    "people and posts in one line": _repeated("[Ada Okafor](P), Director of [Example Bank](O), ", 2_000),
    "posts of one person": ("Ada Okafor is " + "director of studies and " * 4_000, [Mention(0, 10, "Ada Okafor", "PERSON", "Ada Okafor")]),
    "brackets": ("Ada " + "(" * 100_000, [Mention(0, 3, "Ada", "PERSON", "Ada")]),
    "tags": ("Ada " + "<p " * 33_000, [Mention(0, 3, "Ada", "PERSON", "Ada")]),
    "entities": ("Ada " + "&a" * 50_000, [Mention(0, 3, "Ada", "PERSON", "Ada")]),
    "honorifics": ("Dr " * 30_000 + "Ada", [Mention(90_000, 90_003, "Ada", "PERSON", "Ada")]),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_text_takes_no_longer_than_its_length_warrants(name: str):
    text, names = HOSTILE[name]
    start = time.process_time()
    find_people(text, names)

    assert time.process_time() - start < 6  # far above the second or less it takes, far below what squares would


def test_many_people_of_one_family_do_not_square():
    names, position, parts = [], 0, []
    for i in range(8_000):
        name = f"Kim {chr(65 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}o"
        names.append(Mention(position, position + len(name), name, "PERSON", name))
        parts.append(name)
        position += len(name) + 1
    start = time.process_time()
    find_people("\n".join(parts), names)

    assert time.process_time() - start < 6


def test_a_name_that_swallowed_a_post_gives_it_back():
    found = people_in("[Rivers Network](I) meets. [Ada Okafor](P), [Rivers Network Manager](I), will speak.")

    assert [(r.person, r.position, r.organisation, r.unit) for r in found.affiliations] == [
        ("Ada Okafor", "Manager", None, "Rivers Network")
    ]
    assert found.mentions[-1].text == "Rivers Network Manager"
