"""What goes out to an annotation tool comes back with the same spans."""

import json

import pytest

from briefex.errors import GoldError
from briefex.exchange import FORMATS
from briefex.gold import GoldRecord, read_gold, to_json
from briefex.records import Document
from tests.marked import marked

SENTENCES = [
    "[Ada Okafor](PERSON), [EI](ORGANISATION Example Institute) — [4 May 2026](DATE 2026-05-04)\n\nof the [Blue Skies Fund](INITIATIVE). \U0001f600 [Ada](PERSON Ada Okafor)",
    "No names here.",
    "[Zoë van der Berg-O’Neill](PERSON)\r\n“[Café Institute](ORGANISATION)”",
]


@pytest.fixture
def records():
    made = []
    for i, sentence in enumerate(SENTENCES):
        text, mentions = marked(sentence)
        made.append(GoldRecord(Document(f"d{i}", "", text), mentions))
    return made


def spans(record):
    return [(m.start, m.end, m.label) for m in record.mentions]


@pytest.mark.parametrize("name", ["docbin", "prodigy", "labelstudio", "doccano", "brat"])
def test_spans_come_back(records, tmp_path, name):
    reader, writer = FORMATS[name]
    writer(records, tmp_path / "file")
    back = reader(tmp_path / "file")

    assert [r.document.text for r in back] == [r.document.text for r in records]
    assert [spans(r) for r in back] == [spans(r) for r in records]
    assert [r.document.doc_id for r in back] == [r.document.doc_id for r in records]


@pytest.mark.parametrize("name", ["docbin", "prodigy", "labelstudio", "brat"])
def test_entities_come_back_where_the_format_has_a_place(records, tmp_path, name):
    reader, writer = FORMATS[name]
    writer(records, tmp_path / "file")

    assert [[m.entity for m in r.mentions] for r in reader(tmp_path / "file")] == [[m.entity for m in r.mentions] for r in records]


def test_conll_keeps_tokens_and_labels(records, tmp_path):
    reader, writer = FORMATS["conll"]
    writer(records, tmp_path / "file")
    first = reader(tmp_path / "file")[0]

    assert [(m.text, m.label) for m in first.mentions] == [
        ("Ada Okafor", "PERSON"),
        ("EI", "ORGANISATION"),
        ("4 May 2026", "DATE"),
        ("Blue Skies Fund", "INITIATIVE"),
        ("Ada", "PERSON"),
    ]
    assert all(first.document.text[m.start : m.end] == m.text for m in first.mentions)


def test_gold_comes_back_from_its_own_file(records, tmp_path):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(to_json(r) + "\n" for r in records), encoding="utf-8")

    assert [spans(r) for r in read_gold(path).records] == [spans(r) for r in records]


@pytest.mark.parametrize(
    "spans_", [[{"start": 0, "end": 3, "label": "PLACE"}], [{"start": 0, "end": 99, "label": "PERSON"}], [{"start": 0}]]
)
def test_what_cannot_be_gold_is_refused_with_its_place(tmp_path, spans_):
    path = tmp_path / "tasks.jsonl"
    path.write_text(json.dumps({"text": "Ada speaks", "spans": spans_}))
    with pytest.raises(GoldError, match=r"tasks\.jsonl:1"):
        FORMATS["prodigy"][0](path)


@pytest.mark.parametrize("name", FORMATS)
def test_a_missing_file_is_a_clear_error(tmp_path, name):
    with pytest.raises(GoldError):
        FORMATS[name][0](tmp_path / "nowhere")
