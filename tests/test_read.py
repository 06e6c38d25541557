"""Every input becomes a document, counts as a duplicate, or is rejected with its reason."""

import datetime as dt
import gzip
import json

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from briefex.errors import SourceError
from briefex.journal import Journal
from briefex.stages.read import read


def read_all(tmp_path, *sources, **settings):
    """Documents and rejections of sources, and the counts."""
    with Journal(tmp_path / "journal.sqlite") as journal:
        read(journal, sources=[str(s) for s in sources], **settings)
        documents, rejected = list(journal.documents()), list(journal.rejected())
        assert journal.inputs == len(documents) + journal.duplicates + len(rejected)
        return documents, rejected, journal.duplicates


def write(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_is_kept_letter_by_letter(tmp_path):
    text = "Title\r\n\tJoin us – “now”\u00a0… \U0001f600\n\n"
    (document,), _, _ = read_all(tmp_path, write(tmp_path, "in/a.txt", text))

    assert document.text == text
    assert document.source == "a.txt"
    assert len(document.doc_id) == 16


def test_folders_are_walked_in_order_and_hidden_files_left_out(tmp_path):
    for name in ("b/z.txt", "a.txt", "b/a.md", ".hidden.txt"):
        write(tmp_path, f"in/{name}", f"text of {name}")

    documents, rejected, _ = read_all(tmp_path, tmp_path / "in")

    assert sorted(d.source for d in documents) == ["a.txt", "b/a.md", "b/z.txt"]
    assert rejected == []


ROW = {"text": "Ada speaks.", "doc_id": "one", "title": "T", "source": "web", "published": "2025-06-01", "colour": "red"}


def rows_csv():
    return "doc_id,text,title,source,published,colour\none,Ada speaks.,T,web,2025-06-01,red\n"


def rows_parquet():
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pylist([{**ROW, "published": dt.date(2025, 6, 1)}]), sink)
    return sink.getvalue().to_pybytes()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", json.dumps(ROW)),
        ("a.jsonl.gz", gzip.compress(json.dumps(ROW).encode())),
        ("a.csv", rows_csv()),
        ("a.tsv", rows_csv().replace(",", "\t")),
        ("a.csv.gz", gzip.compress(rows_csv().encode())),
        ("a.parquet", rows_parquet()),
    ],
)
def test_rows_of_every_format_give_the_same_document(tmp_path, name, content):
    (document,), rejected, _ = read_all(tmp_path, write(tmp_path, name, content))

    assert (document.doc_id, document.text, document.title, document.source) == ("one", "Ada speaks.", "T", "web")
    assert (document.published, document.reference_date, document.reference_from) == (dt.date(2025, 6, 1),) * 2 + ("published",)
    assert rejected == []


BAD = [
    ("empty.txt", b"", "E_EMPTY"),
    ("bom.txt", b"\xef\xbb\xbf", "E_EMPTY"),
    ("blank.txt", b" \n\t ", "E_EMPTY"),
    ("mixed.txt", "café ".encode() + "café".encode("cp1252"), "E_ENCODING"),
    ("binary.txt", bytes(range(256)) * 20, "E_FORMAT"),
    ("nul.txt", b"\x00\x01\x02" * 40, "E_FORMAT"),
    ("long.txt", b"word " * 50_000, "E_TOO_LARGE"),
    ("photo.jpeg", b"\xff\xd8", "E_UNSUPPORTED"),
    ("none", b"text", "E_UNSUPPORTED"),
    ("cut.jsonl", b'{"text": "Ada', "E_ROW"),
    ("list.jsonl", b"[1]", "E_ROW"),
    ("nan.jsonl", b'{"text": "a", "x": NaN}', "E_ROW"),
    ("twice.jsonl", b'{"text": "a", "text": "b"}', "E_ROW"),
    ("deep.jsonl", b"[" * 100_000, "E_ROW"),
    ("digits.jsonl", b'{"text": "a", "x": ' + b"9" * 5000 + b"}", "E_ROW"),
    ("missing.jsonl", b'{"title": "a"}', "E_ROW"),
    ("surrogate.jsonl", b'{"text": "a \\ud800 b"}', "E_ENCODING"),
    ("day.jsonl", b'{"text": "a", "published": "soon"}', "E_PUBLISHED"),
    ("quote.csv", b'text\n"never closed', "E_FORMAT"),
    ("ragged.csv", b"text,title\nonly one cell\n", "E_ROW"),
    ("cut.parquet", b"PAR1" + b"\x00" * 40, "E_FORMAT"),
    ("cut.txt.gz", gzip.compress(b"Ada " * 1000)[:-20], "E_FORMAT"),
    ("bomb.txt.gz", gzip.compress(b"\0" * 30_000_000), "E_BOMB"),
]


@pytest.mark.parametrize(("name", "content", "code"), BAD, ids=[name for name, *_ in BAD])
def test_bad_input_is_rejected_with_its_reason(tmp_path, name, content, code):
    _, (rejected,), _ = read_all(tmp_path, write(tmp_path, name, content))

    assert (rejected.code, rejected.stage, rejected.source) == (code, "read", name)
    assert rejected.message


def test_bad_input_does_not_touch_its_neighbours(tmp_path):
    for name, content, _ in BAD:
        write(tmp_path, f"in/{name}", content)
    for i in range(20):
        write(tmp_path, f"in/good{i}.txt", f"Good text {i}.")

    documents, rejected, _ = read_all(tmp_path, tmp_path / "in")

    assert len(documents) == 20
    assert len(rejected) == len(BAD)


def test_a_broken_line_costs_that_line(tmp_path):
    path = write(tmp_path, "a.jsonl", '{"text": "one"}\n{"text": \n{"text": "three"}\n')
    documents, (rejected,), _ = read_all(tmp_path, path)

    assert sorted(d.text for d in documents) == ["one", "three"]
    assert rejected.locator == "line 2"


def test_western_text_without_utf8_is_read(tmp_path):
    (document,), _, _ = read_all(tmp_path, write(tmp_path, "a.txt", "Café Zürich – talk".encode("cp1252")))

    assert document.text == "Café Zürich – talk"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_tells_the_encoding(tmp_path, encoding):
    (document,), _, _ = read_all(tmp_path, write(tmp_path, "a.txt", "Zürich".encode(encoding)))

    assert document.text == "Zürich"


def test_the_same_text_twice_is_a_duplicate(tmp_path):
    write(tmp_path, "in/a.txt", "same")
    write(tmp_path, "in/b.txt", "same")

    documents, rejected, duplicates = read_all(tmp_path, tmp_path / "in")

    assert (len(documents), len(rejected), duplicates) == (1, 0, 1)


def test_one_id_for_two_texts_is_rejected(tmp_path):
    path = write(tmp_path, "a.jsonl", '{"doc_id": "x", "text": "one"}\n{"doc_id": "x", "text": "two"}')
    documents, (rejected,), _ = read_all(tmp_path, path)

    assert [d.text for d in documents] == ["one"]
    assert rejected.code == "E_DUP_ID"


def test_the_reference_date_of_the_call_serves_where_the_row_has_none(tmp_path):
    path = write(tmp_path, "a.jsonl", '{"text": "one"}\n{"text": "two", "published": "2025-01-01"}')
    documents, _, _ = read_all(tmp_path, path, published=dt.date(2026, 1, 1))

    assert {(d.text, d.reference_date.year, d.reference_from) for d in documents} == {("one", 2026, "argument"), ("two", 2025, "published")}


def test_a_missing_source_says_what_is_there(tmp_path):
    write(tmp_path, "blurbs.txt", "x")
    with pytest.raises(SourceError, match=r"no such file or folder.*blurbs\.txt"):
        read_all(tmp_path, tmp_path / "blurb.txt")


def test_a_table_without_a_text_column_says_which_there_are(tmp_path):
    with pytest.raises(SourceError, match='no column "text".*Found: txt, title.*Did you mean'):
        read_all(tmp_path, write(tmp_path, "a.csv", "txt,title\na,b\n"))


def test_a_link_to_nothing_is_rejected(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "gone.txt")
    _, (rejected,), _ = read_all(tmp_path, tmp_path / "in")

    assert rejected.code == "E_PATH"
