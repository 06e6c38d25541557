"""Which short form stands for which name, and which names in a document are one."""

import pytest

from briefex.components.acronyms import settle_names
from briefex.components.acronyms.pairs import is_acronym
from briefex.identity import fits
from tests.marked import marked

PAIRS = [
    ("the [Example Institute](ORGANISATION) ([EI](ORGANISATION))", ("Example Institute", "EI")),
    ("[EI](ORGANISATION) ([Example Institute](ORGANISATION))", ("Example Institute", "EI")),
    ("the [Example Institute](ORGANISATION) (“[EI](ORGANISATION)”)", ("Example Institute", "EI")),
    ("the [Example Institute](ORGANISATION), or [EI](ORGANISATION),", ("Example Institute", "EI")),
    ("the [Example Institute](ORGANISATION) – [EI](ORGANISATION)", ("Example Institute", "EI")),
    ("the [Example Institute](ORGANISATION)'s ([EI](ORGANISATION)) work", ("Example Institute", "EI")),
    ("[Institute on Regional Studies of Lund](ORGANISATION) ([IRSL-U](ORGANISATION))", ("Institute on Regional Studies of Lund", "IRSL-U")),
    ("[WHO Charter on Tobacco](INITIATIVE) ([CT](INITIATIVE); 2003)", ("WHO Charter on Tobacco", "CT")),
    ("[Office of Fisheries](ORGANISATION) ([OFi](ORGANISATION))", ("Office of Fisheries", "OFi")),
    ("[Bundesamt für Wasser](ORGANISATION) ([FOW](ORGANISATION))", ("Bundesamt für Wasser", "FOW")),
    ("[Ministry of Harbour Affairs](ORGANISATION) ([moha](ORGANISATION))", ("Ministry of Harbour Affairs", "moha")),
    ("[El Instituto de la Sierra](ORGANISATION) ([El Insie](ORGANISATION))", ("El Instituto de la Sierra", "El Insie")),
    ("the [Paul-Ebert-Stiftung](ORGANISATION), [PES](ORGANISATION),", ("Paul-Ebert-Stiftung", "PES")),
    ("[Centre for Investigative News of Lund](ORGANISATION), [CINEL](ORGANISATION),", ("Centre for Investigative News of Lund", "CINEL")),
    ("[International Systems Consortium](ORGANISATION) [(ISC)²](ORGANISATION),", ("International Systems Consortium", "(ISC)²")),
    ("[Tide Research (TR) Division](ORGANISATION), where [TR](ORGANISATION) works", ("Tide Research (TR) Division", "TR")),
    ("[Tide Research (XQ) Division](ORGANISATION), where [XQ](ORGANISATION) works", None),
    ("[IEPA](ORGANISATION) = [Institute for Estuary Planning Acts](ORGANISATION)", ("Institute for Estuary Planning Acts", "IEPA")),
    ("with [JYKE](ORGANISATION), the [Finnish Harbour Institute](ORGANISATION).", ("Finnish Harbour Institute", "JYKE")),
    ("by [JYKE](ORGANISATION), the [Finnish Harbour Institute](ORGANISATION) and", None),
    ("by the [JYKE](ORGANISATION), the [Finnish Harbour Institute](ORGANISATION).", None),
    ("[Keio University](ORGANISATION) ([Keio](ORGANISATION))", None),
    ("[Atlantic Council](ORGANISATION), [AOC](ORGANISATION),", None),
    ("[User Research Guild](INITIATIVE) ([UR Guild](INITIATIVE))", None),
    ("[Example Institute](ORGANISATION), [NATO](ORGANISATION)", None),
    ("[Example Institute](ORGANISATION) and [EI](ORGANISATION)", None),
    ("[Ada Okafor](PERSON) ([EI](ORGANISATION))", None),
]


@pytest.mark.parametrize(("sentence", "expected"), PAIRS)
def test_pairs_that_a_text_makes(sentence, expected):
    text, mentions = marked(sentence)
    found = [(a.name, a.acronym) for a in settle_names(text, mentions).acronyms]

    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [
        ("UNU-CRIS", "United Nations University Institute on Comparative Regional Integration Studies", True),
        ("DoD", "U.S. Department of Defense", True),
        ("EBRD", "European Bank for Reconstruction and Development", True),
        ("BBC", "European Bank for Reconstruction", False),
        ("A", "Academy", False),
    ],
)
def test_letters_stand_in_the_name_in_order(acronym, name, expected):
    assert fits(acronym, name) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("G20", True),
        ("DoD", True),
        ("eGA", True),
        ("ÎCCJ", True),
        ("iPad", False),
        ("UNU-CRIS", True),
        ("Oxfam", False),
        ("EU Commission", False),
    ],
)
def test_what_looks_like_an_acronym(text, expected):
    assert is_acronym(text) is expected


ONE = [
    "[General Services Office](ORGANISATION) … [GSO](ORGANISATION)",
    "[Centre for Defence](ORGANISATION) … [Center for Defense](ORGANISATION)",
    "[U.S. Department of Ports](ORGANISATION) … [Department of Ports](ORGANISATION)",
    "[Upward Steps Programme](INITIATIVE) … [Upward Steps](INITIATIVE)",
    "[BLUE TABLE](INITIATIVE) … [Blue Table](INITIATIVE)",
    "[Harbour Center for Trade](ORGANISATION) … [Harbour Center](ORGANISATION)",
    "[Ministry of Works](ORGANISATION) … [Ministry of Works of Apia](ORGANISATION)",
]
TWO = [
    "[NATO](ORGANISATION) … [NATO Defense College](ORGANISATION)",
    "[General Services Office](ORGANISATION) … [Grain Storage Office](ORGANISATION) … [GSO](ORGANISATION)",
    "[Blue Table](INITIATIVE) … [Blue Table](ORGANISATION)",
    "[Harbour Center](ORGANISATION) … [Harbour Center for Trade](ORGANISATION) … [Harbour Center for Law](ORGANISATION)",
    "[Harbour](ORGANISATION) … [Harbour for All](ORGANISATION)",
]


@pytest.mark.parametrize("sentence", ONE)
def test_names_of_one_entity_are_joined(sentence):
    text, mentions = marked(sentence)

    assert len({m.entity for m in settle_names(text, mentions).mentions}) == 1


@pytest.mark.parametrize("sentence", TWO)
def test_names_of_different_entities_stay_apart(sentence):
    text, mentions = marked(sentence)

    assert len({(m.label, m.entity) for m in settle_names(text, mentions).mentions}) == len(mentions)


def test_a_defined_acronym_is_marked_wherever_it_stands_with_its_names_label():
    text, mentions = marked(
        "The [Blue Skies Fund](INITIATIVE) ([BSF](ORGANISATION)) opens. Apply to the BSF now; BSF-like funds do not count."
    )
    found = [(m.text, m.label, m.entity) for m in settle_names(text, mentions).mentions]

    assert found == [(t, "INITIATIVE", "Blue Skies Fund") for t in ("Blue Skies Fund", "BSF", "BSF")]


def test_an_unmarked_short_form_in_brackets_is_found():
    text, mentions = marked("The [Blue Skies Fund](INITIATIVE) (BSF) opens.")

    assert [(a.name, a.acronym) for a in settle_names(text, mentions).acronyms] == [("Blue Skies Fund", "BSF")]


def test_two_expansions_of_one_acronym_are_flagged():
    text, mentions = marked(
        "[Example Institute](ORGANISATION) ([EI](ORGANISATION)) … [Energy Inspectorate](ORGANISATION) ([EI](ORGANISATION))"
    )

    assert [f.code for f in settle_names(text, mentions).flags] == ["two_expansions"]
