"""One blurb in memory, and the user's own sample."""

import pytest
import spacy

import briefex
from briefex.errors import RequestError
from briefex.tables import TABLES

BLURB = "Dr Ada Okafor, Director of Policy at Example Institute, speaks on 4 May."


def test_a_person_can_read_the_result_at_a_prompt():
    shown = repr(briefex.extract(BLURB, published="2026-01-01"))

    assert "Ada Okafor" in shown
    assert "Example Institute" in shown
    assert "2026-05-04" in shown


def test_rows_and_frames_have_the_published_columns():
    found = briefex.extract(BLURB)
    frames = found.to_frames()

    assert set(found.to_dict()) == set(frames) == set(TABLES)
    assert list(frames["mentions"].columns) == TABLES["mentions"].schema.names


@pytest.mark.parametrize("text", ["", " \n", "x" * 200_001])
def test_a_text_that_cannot_be_processed_is_a_wrong_request(text):
    with pytest.raises(RequestError, match="text"):
        briefex.extract(text)


def test_a_published_day_that_is_none_is_a_wrong_request():
    with pytest.raises(RequestError, match="2025-06-01"):
        briefex.extract(BLURB, published="1 June")


@pytest.mark.parametrize(
    "component", ["briefex_names", "briefex_dates", "briefex_acronyms", "briefex_people", "briefex_initiatives", "briefex_events"]
)
def test_every_component_works_alone(component):
    nlp = spacy.blank("en")
    nlp.add_pipe(component)
    doc = nlp(BLURB)

    assert doc.text == BLURB


def test_names_are_entities_of_the_doc():
    nlp = spacy.blank("en")
    nlp.add_pipe("briefex_names")

    assert ("Ada Okafor", "PERSON") in [(e.text, e.label_) for e in nlp(BLURB).ents]


def test_sample_people_have_their_honorifics_and_later_mentions(sample):
    mentions = {(m.text, m.entity) for m in sample.annotations.mentions if m.label == "PERSON"}

    assert [(p.honorific, p.name) for p in sample.people] == [
        (None, "Robert Ward"),
        ("Professor", "Tsuruoka Michito"),
        (None, "Julie Marionneau"),
        ("Dr", "Nanae Baldauff"),
        (None, "Sam Thorne"),
    ]
    assert ("Julie", "Julie Marionneau") in mentions


def test_sample_organisations_have_their_acronyms(sample):
    found = {o.name: o.acronym for o in sample.organisations}

    assert found["International Institute for Strategic Studies"] == "IISS"
    assert found["Keio Center for Strategy"] == "KCS"
    assert found["Centre for Security, Diplomacy and Strategy"] == "CSDS"
    assert found["United Nations University Institute on Comparative Regional Integration Studies"] == "UNU-CRIS"
    assert {"Keio University", "NATO Defense College", "NATO"} <= set(found)


def test_sample_initiatives_and_dates(sample):
    assert {"GCAP", "SAFE"} <= {i.acronym for i in sample.initiatives}
    assert [d.value for d in sample.dates] == ["2025-06", "2025-10"]
