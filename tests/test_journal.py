"""Records pass through the journal unchanged."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from briefex.journal import Journal, dumps, loads
from briefex.records import Acronym, Affiliation, Annotations, DateFact, Document, Event, Flag, Mention, sha256_text

_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_days = st.none() | st.dates()
_instants = st.none() | st.datetimes(timezones=st.just(dt.UTC))
_dates = st.builds(
    DateFact,
    st.integers(0, 99),
    st.integers(0, 99),
    _text,
    _text,
    _days,
    _days,
    _instants,
    _instants,
    _text,
    st.just("text"),
    st.booleans(),
)
_annotations = st.builds(
    Annotations,
    doc_id=_text,
    mentions=st.lists(st.builds(Mention, text=_text, label=st.just("PERSON"), entity=_text), max_size=3).map(tuple),
    dates=st.lists(_dates, max_size=3).map(tuple),
    affiliations=st.lists(
        st.builds(Affiliation, person=_text, position=st.none() | _text, organisation=st.none() | _text, status=st.just("former")),
        max_size=2,
    ).map(tuple),
    acronyms=st.lists(st.builds(Acronym, name=_text, acronym=_text, label=st.just("ORGANISATION")), max_size=2).map(tuple),
    kinds=st.lists(st.tuples(_text, st.just("fund")), max_size=2).map(tuple),
    event=st.builds(
        Event, title=st.none() | _text, registration_required=st.none() | st.booleans(), hosts=st.lists(_text, max_size=2).map(tuple)
    ),
    flags=st.lists(st.builds(Flag, code=_text, message=_text), max_size=2).map(tuple),
)


@given(_annotations)
def test_annotations_come_back_as_they_went(annotations):
    assert loads(Annotations, dumps(annotations)) == annotations


def test_documents_come_back_in_the_order_of_their_ids(tmp_path):
    with Journal(tmp_path / "j.sqlite") as journal:
        for doc_id in ("b", "c", "a"):
            journal.add_document(Document(doc_id, "s", doc_id), sha256_text(doc_id))

        assert [d.doc_id for d in journal.documents()] == ["a", "b", "c"]


def test_a_second_text_under_one_id_is_told_by_the_first_ones_digest(tmp_path):
    with Journal(tmp_path / "j.sqlite") as journal:
        assert journal.add_document(Document("a", "s", "one"), "digest of one") is None
        assert journal.add_document(Document("a", "s", "two"), "digest of two") == "digest of one"
