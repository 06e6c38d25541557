"""The tables' contract: plain types, keys, a dictionary that is never stale."""

from pathlib import Path

import pytest

from briefex.records import Annotations, DateFact, Document, Mention
from briefex.tables import TABLES, dictionary_markdown, document_rows

ROOT = Path(__file__).parents[1]
FIXED = {
    "documents": "doc_id source title text text_sha256 language published reference_date reference_from n_chars",
    "mentions": "doc_id start end text label entity_id score origin",
    "people": "person_id name honorific given_name family_name aliases n_documents n_mentions",
    "organisations": "organisation_id name acronym aliases parent_id n_documents n_mentions",
    "initiatives": "initiative_id name acronym aliases kind n_documents n_mentions",
    "dates": "doc_id start end text value first_day last_day starts_utc ends_utc precision resolved_from",
    "affiliations": "doc_id person_id organisation_id unit unit_id position status since until start end score origin",
    "appearances": "doc_id person_id role start end",
    "parties": "doc_id initiative_id party party_id start end",
    "acronyms": "doc_id name acronym entity_id start end",
    "events": "doc_id title starts ends venue format admission registration_required host_ids partner_ids",
    "flags": "doc_id code message start end",
    "links": "entity_id kind doc_id surface rule score status",
    "rejected": "source locator text_sha256 stage code message",
}


def test_tables_and_columns_are_those_that_others_hold_on_to():
    assert {name: " ".join(c.name for c in table.columns) for name, table in TABLES.items()} == FIXED


def test_the_data_dictionary_is_not_stale():
    written = (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8")

    assert written.endswith(dictionary_markdown()), "run: briefex schema, and put it below the heading of docs/data-dictionary.md"


@pytest.mark.parametrize("name", TABLES)
def test_every_column_says_what_it_means_and_keys_exist(name):
    table = TABLES[name]

    assert set(table.key) <= set(table.schema.names)
    assert all(field.metadata[b"description"] for field in table.schema)
    assert table.schema.metadata[b"briefex.primary_key"].decode() == ", ".join(table.key)


def test_a_mention_that_is_not_the_texts_letters_is_refused():
    document = Document("d", "d.txt", "Ada speaks.")
    wrong = Annotations("d", (Mention(0, 3, "Eve", "PERSON", "Eve"),))

    with pytest.raises(AssertionError, match="Eve"):
        list(document_rows(document, wrong, (), "en"))


def test_a_date_that_is_not_the_texts_letters_is_refused():
    document = Document("d", "d.txt", "On 4 May.")
    wrong = Annotations("d", dates=(DateFact(3, 8, "5 May", "XXXX-05-05", None, None, None, None, "day", "none"),))

    with pytest.raises(AssertionError, match="5 May"):
        list(document_rows(document, wrong, (), "en"))
