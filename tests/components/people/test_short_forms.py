"""Which name means which person."""

import pytest

from tests.components.people.marked import people_in

CASES = [
    ("[Ada Okafor](P) writes. [Ada](P) reads.", ["Ada Okafor", "Ada Okafor"]),
    ("[Ada Okafor](P) writes. Dr [Okafor](P) reads.", ["Ada Okafor", "Ada Okafor"]),
    ("[Okafor](P) will come; so will everyone. [Ada Okafor](P) writes.", ["Ada Okafor", "Ada Okafor"]),
    ("[Paddy Brannock](P) spoke. Lord [Brannock](P) left.", ["Paddy Brannock", "Paddy Brannock"]),
    ("[Kate Marlowe](P) spoke. [Catherine Marlowe](P) left.", ["Catherine Marlowe", "Catherine Marlowe"]),
    ("[Bob Adair](P) spoke. [Robert J. Adair](P) left.", ["Robert J. Adair", "Robert J. Adair"]),
    ("[Jose Vejar](P) and [José Vejar](P)", ["Jose Vejar", "Jose Vejar"]),
    ("[TANAKA Yui](P) and [Yui Tanaka](P) and Ms [Tanaka](P)", ["Yui Tanaka"] * 3),
    ("[Ana van der Berg](P). [van der Berg](P)", ["Ana van der Berg"] * 2),
    ("[Ada Okafor-Bello](P). Ms [Okafor](P)", ["Ada Okafor-Bello"] * 2),
    ("[Evan Matthew Rowe](P). [Evan Rowe](P)", ["Evan Matthew Rowe"] * 2),
    ("[Ada Okafor](P) and [Bo Okafor](P)", ["Ada Okafor", "Bo Okafor"]),
    ("[Jon Haskel](P). [Jon Haskell](P)", ["Jon Haskell", "Jon Haskell"]),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_a_short_form_belongs_to_the_fullest_name(marked: str, expected: list[str]):
    assert [m.entity for m in people_in(marked).mentions] == expected


def test_a_name_that_two_people_bear_stays_open_and_says_so():
    found = people_in("[Ada Okafor](P) and [Bo Okafor](P) met.\n\nThen [Okafor](P) spoke.")

    assert found.mentions[-1].entity == "Okafor"
    assert [flag.code for flag in found.flags] == ["ambiguous_name"]
    assert "Ada Okafor or Bo Okafor" in found.flags[0].message


def test_a_paragraph_that_names_one_of_two_settles_the_short_form():
    found = people_in("[Ada Okafor](P) writes.\n\n[Ada Brandt](P) reads, and [Ada](P) sings.")

    assert found.mentions[-1].entity == "Ada Brandt"
    assert found.flags == ()


def test_an_honorific_of_the_other_sex_is_another_person():
    found = people_in("Mr [Chen Rao](P) speaks. Ms [Rao](P) listens.")

    assert [m.entity for m in found.mentions] == ["Chen Rao", "Rao"]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("Professor [Ada Okafor](P)", "Professor"),
        ("HE Dr [Ada Okafor](P)", "HE Dr"),
        ("Rear Admiral [Ada Okafor](P)", "Rear Admiral"),
        ("with the poet [Ada Okafor](P)", ""),
        ("Prof. Dr. [Ada Okafor](P)", "Prof. Dr."),
    ],
)
def test_the_honorific_is_what_stands_before_the_name(marked: str, expected: str):
    assert people_in(marked).mentions[0].honorific == expected
