"""Which names across documents are one entity, and what each link says."""

from dataclasses import replace

import pytest

from briefex.identity import entity_id, given_and_family, name_key
from briefex.records import Acronym, Affiliation, Annotations
from briefex.stages.link import link_all
from tests.marked import marked


def annotations(doc_id, sentence, acronyms=()):
    _, mentions = marked(sentence)
    return Annotations(doc_id, mentions, acronyms=tuple(Acronym(name, short, "ORGANISATION", 0, 1) for name, short in acronyms))


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Centre for Defense Studies", "Center for Defence Studies", "ORGANISATION"),
        ("The World Bank", "World Bank", "ORGANISATION"),
        ("Research & Development Agency", "Research and Development Agency", "ORGANISATION"),
        ("José Núñez", "Jose Nunez", "PERSON"),
        ("J. A. Okafor", "J A Okafor", "PERSON"),
        ("FRANCE LIBRE", "France Libre", "ORGANISATION"),
    ],
)
def test_spellings_of_one_name_agree(one, other, label):
    assert name_key(one, label) == name_key(other, label)


@pytest.mark.parametrize(("one", "other"), [("NATO", "NATO Defense College"), ("Keio University", "Keio Center"), ("IMF", "IMFA")])
def test_names_that_are_merely_alike_stay_apart(one, other):
    assert name_key(one, "ORGANISATION") != name_key(other, "ORGANISATION")


def test_one_name_in_two_documents_is_one_entity():
    entities, links = link_all([annotations("a", "[Ada Okafor](PERSON)"), annotations("b", "[Ada Okafor](PERSON)")])

    assert [(e.name, e.n_documents, e.n_mentions) for e in entities] == [("Ada Okafor", 2, 2)]
    assert {link.rule for link in links} == {"same_name"}


def test_a_family_name_first_is_the_same_person():
    entities, links = link_all(
        [annotations("a", "[Tsuruoka Michito](PERSON)"), annotations("b", "[Michito Tsuruoka](PERSON) … [Michito Tsuruoka](PERSON)")]
    )

    assert [e.name for e in entities] == ["Michito Tsuruoka"] or len(entities) == 1
    assert "name_order" in {link.rule for link in links}


def test_a_bare_acronym_is_the_entity_that_one_text_gives_it_to():
    one = annotations(
        "a", "[Example Institute](ORGANISATION Example Institute) ([EI](ORGANISATION Example Institute))", [("Example Institute", "EI")]
    )
    entities, links = link_all([one, annotations("b", "[EI](ORGANISATION)")])

    assert [(e.name, e.acronym) for e in entities] == [("Example Institute", "EI")]
    assert next(k for k in links if k.doc_id == "b").rule == "acronym_defined_elsewhere"


def test_an_acronym_with_two_expansions_is_given_to_neither():
    documents = [
        annotations("a", "[Example Institute](ORGANISATION) [EI](ORGANISATION Example Institute)", [("Example Institute", "EI")]),
        annotations("b", "[Energy Inspectorate](ORGANISATION) [EI](ORGANISATION Energy Inspectorate)", [("Energy Inspectorate", "EI")]),
        annotations("c", "[EI](ORGANISATION)"),
    ]
    entities, links = link_all(documents)

    assert len(entities) == 3
    assert next(k for k in links if k.doc_id == "c").status == "ambiguous"


def test_ids_do_not_depend_on_what_else_is_there():
    alone, _ = link_all([annotations("a", "[Ada Okafor](PERSON)")])
    among, _ = link_all([annotations("a", "[Ada Okafor](PERSON)"), annotations("z", "[Eve Lund](PERSON) of [NATO](ORGANISATION)")])

    assert alone[0].entity_id in {e.entity_id for e in among}
    assert alone[0].entity_id == entity_id("ADA OKAFOR", "PERSON")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Okafor", ("Ada", "Okafor")),
        ("Ursula von der Leyen", ("Ursula", "von der Leyen")),
        ("TSURUOKA Michito", ("Michito", "TSURUOKA")),
        ("John F. Hale", ("John F.", "Hale")),
        ("Suharti", (None, None)),
        ("Gabriel García Márquez", (None, None)),
    ],
)
def test_given_and_family_name_are_told_only_where_the_form_is_clear(name, expected):
    assert given_and_family(name) == expected


def unit_of(doc_id, unit, organisation):
    found = annotations(doc_id, f"[{unit}](ORGANISATION), [{organisation}](ORGANISATION)")
    post = Affiliation("Ada Okafor", "director", organisation, unit, "current", start=0, end=1)
    return replace(found, affiliations=(post,))


def parents(*documents):
    entities, _ = link_all(documents)
    names = {e.entity_id: e.name for e in entities}
    return {e.name: names[e.parent_id] for e in entities if e.parent_id}


def test_a_unit_has_the_organisation_of_its_posts_as_parent():
    one = unit_of("a", "Centre for Coastal Studies", "Example University")

    assert parents(one) == {"Centre for Coastal Studies": "Example University"}


def test_the_parent_is_the_one_that_most_documents_name():
    documents = [unit_of(*d) for d in (("a", "Law Unit", "Abbey"), ("b", "Law Unit", "Example Court"), ("c", "Law Unit", "Example Court"))]

    assert parents(*documents) == {"Law Unit": "Example Court"}


def test_no_organisation_becomes_a_part_of_itself():
    assert len(parents(unit_of("a", "Law Unit", "Example Court"), unit_of("b", "Example Court", "Law Unit"))) == 1
