"""A run, whole: files in, tables out, the same bytes for the same input, nothing lost."""

import hashlib
import json
import os
import random
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

import briefex
from briefex.errors import PipelineFileError, RequestError, SourceError
from briefex.pipeline import read_pipeline
from briefex.tables import TABLES

ROOT = Path(__file__).parents[1]
RAW = ROOT / "data" / "raw"


def digest(out):
    """A digest of all tables' bytes."""
    return hashlib.sha256(b"".join((Path(out) / "latest" / f"{name}.parquet").read_bytes() for name in TABLES)).hexdigest()


@pytest.fixture(scope="module")
def run_once(tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    return out, briefex.run([RAW], out)


def test_a_folder_of_blurbs_becomes_tables(run_once):
    out, summary = run_once
    tables = briefex.read_tables(out)

    assert set(tables) == set(TABLES)
    assert summary.counts.inputs == summary.counts.documents == len(tables["documents"]) == 13
    assert summary.counts.rejected == 0
    assert {"Robert Ward", "Callum Strachan", "Miriam Castellanos-Webb"} <= set(tables["people"]["name"])


def test_every_mention_stands_in_its_text(run_once):
    tables = briefex.read_tables(run_once[0])
    texts = dict(zip(tables["documents"]["doc_id"], tables["documents"]["text"], strict=True))

    assert len(tables["mentions"]) > 100
    for row in tables["mentions"].itertuples():
        assert texts[row.doc_id][row.start : row.end] == row.text


def test_the_same_input_again_changes_nothing(run_once):
    out, summary = run_once
    before = digest(out)
    again = briefex.run([RAW], out)

    assert (again.published.snapshot, again.published.is_new) == (summary.published.snapshot, False)
    assert digest(out) == before


@pytest.mark.parametrize("workers", [1, 2])
def test_neither_workers_nor_order_nor_hash_seed_change_a_byte(run_once, tmp_path, workers):
    files = sorted(str(p) for p in RAW.iterdir())
    random.Random(workers).shuffle(files)
    code = f"import briefex; briefex.run({files!r}, {str(tmp_path)!r}, workers={workers})"
    environment = {**os.environ, "PYTHONHASHSEED": str(workers), "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    main = tmp_path / "main.py"
    main.write_text(f"if __name__ == '__main__':\n    {code}\n")
    subprocess.run([sys.executable, str(main)], env=environment, cwd=tmp_path, check=True)

    assert digest(tmp_path) == digest(run_once[0])


def test_what_cannot_be_read_is_in_rejected_and_the_rest_is_published(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "good.txt").write_text("Ada Okafor, Director of Example Institute, speaks on 4 May 2026.")
    (folder / "bad.jsonl").write_text('{"text": 1}\n')
    (folder / "photo.png").write_bytes(b"\x89PNG")
    summary = briefex.run([folder], tmp_path / "out")
    rejected = briefex.read_tables(tmp_path / "out")["rejected"]

    assert dict(summary.rejected) == {"E_ROW": 1, "E_UNSUPPORTED": 1}
    assert list(rejected["source"]) == ["bad.jsonl", "photo.png"]
    assert summary.counts.documents == 1


def test_an_empty_folder_publishes_empty_tables(tmp_path):
    (tmp_path / "in").mkdir()
    briefex.run([tmp_path / "in"], tmp_path / "out")

    assert all(frame.empty for frame in briefex.read_tables(tmp_path / "out").values())


PIPELINE = """
[[stage]]
run = "read"
sources = ["x"]
[[stage]]
run = "annotate"
[[stage]]
run = "link"
[[stage]]
run = "publish"
"""

WRONG = [
    ('run = "annotate"', 'run = "anotate"', 'stage 2: unknown stage "anotate".*Did you mean "annotate"'),
    (
        'run = "annotate"',
        'run = "annotate"\nmodle = "x"',
        'stage 2 "annotate": unknown setting "modle".*Known: model, vocabularies.*Did you mean "model"',
    ),
    ('sources = ["x"]', 'sources = "x"', "sources = 'x' is of the wrong kind; a list of strings is needed"),
    ('run = "annotate"', 'run = "annotate"\nmodel = 3', "model = 3 is of the wrong kind; a string is needed"),
    ('[[stage]]\nrun = "link"\n', "", "needed, in this order: read, annotate, link, publish"),
    ("[[stage]]\nrun", "[stage]\nrun", "not TOML|two brackets"),
    ("\n[[stage]]", "\nstages = 1\n[[stage]]", 'unknown key "stages".*Did you mean "stage"'),
]


@pytest.mark.parametrize(("old", "new", "message"), WRONG)
def test_a_wrong_pipeline_file_says_where_what_and_what_to_do(tmp_path, old, new, message):
    path = tmp_path / "p.toml"
    path.write_text(PIPELINE.replace(old, new, 1))
    with pytest.raises(PipelineFileError, match=message):
        read_pipeline(path)


def test_a_right_pipeline_file_is_read_with_its_settings(tmp_path):
    path = tmp_path / "p.toml"
    path.write_text(PIPELINE)

    assert read_pipeline(path).stages[0].settings == {"sources": ["x"]}


def test_an_output_folder_that_is_a_file_is_refused_before_any_work(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(SourceError, match="file stands there"):
        briefex.run([RAW], tmp_path / "out")


def test_no_workers_are_too_few(tmp_path):
    with pytest.raises(RequestError, match="at least 1"):
        briefex.run([RAW], tmp_path / "out", workers=0)


def test_user_vocabularies_win_and_say_so(tmp_path):
    (tmp_path / "known.csv").write_text("name,label,acronym,aliases\nGranite Mutual Insurance Society,ORGANISATION,GMIS,Granite Mutual\n")
    path = tmp_path / "p.toml"
    path.write_text(PIPELINE.replace('run = "annotate"', f'run = "annotate"\nvocabularies = ["{tmp_path / "known.csv"}"]'))
    briefex.run([RAW / "harbour-lecture.txt"], tmp_path / "out", pipeline=path)
    tables = briefex.read_tables(tmp_path / "out")
    mentions = tables["mentions"]

    assert set(mentions[mentions["text"] == "Granite Mutual"]["origin"]) == {"vocabulary"}
    assert "Granite Mutual Insurance Society" in set(tables["organisations"]["name"])


def test_plumbing_memory_does_not_grow_with_the_number_of_documents(tmp_path):
    """Reading, journal, linking and publishing hold a bounded part in memory; annotation holds one batch."""
    from briefex.journal import Journal
    from briefex.records import Annotations, Mention
    from briefex.stages.link import link
    from briefex.stages.publish import publish
    from briefex.stages.read import read

    def peak(n):
        path = tmp_path / f"{n}.jsonl"
        rows = ({"doc_id": f"{i:05}", "text": f"Speaker {i} of NATO. " + "filler word " * 150} for i in range(n))
        path.write_text("\n".join(map(json.dumps, rows)))
        tracemalloc.start()
        with Journal(tmp_path / f"{n}.sqlite") as journal:
            read(journal, sources=[str(path)])
            tracemalloc.reset_peak()  # the file itself is read whole
            found = (
                Annotations(d.doc_id, (Mention(d.text.index("NATO"), d.text.index("NATO") + 4, "NATO", "ORGANISATION", "NATO"),))
                for d in journal.documents()
            )
            journal.annotate(found)
            link(journal)
            publish(journal, out=tmp_path / f"out{n}")
        highest = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return highest

    peak(100)
    small, large = peak(1000), peak(4000)

    assert large < small * 1.5 + 4_000_000
