"""A reader sees the old tables or the new ones, never a mix, whatever happens and whenever."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow.parquet as pq
import pytest

from briefex import store
from briefex.errors import ConflictError, IntegrityError, PublishError, SourceError
from briefex.store import Counts, current_snapshot, read_tables, verify, writing
from briefex.tables import TABLES
from tests.publishing import publish

ROOT = Path(__file__).parents[1]


def killed_at(out, n):
    command = [sys.executable, "-m", "tests.publishing", str(out), "new", str(n)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def text_of(out):
    return read_tables(out)["documents"]["text"].tolist()


def test_tables_that_are_published_can_be_read(tmp_path):
    published = publish(tmp_path / "out", "Hello")

    assert text_of(tmp_path / "out") == ["Hello"]
    assert published.rows["documents"] == 1
    assert verify(tmp_path / "out") == []
    assert (tmp_path / "out" / "latest" / "_SUCCESS").exists()


def test_the_same_rows_are_published_once(tmp_path):
    first = publish(tmp_path, "Hello")
    pointer = (tmp_path / "CURRENT.json").read_bytes()
    second = publish(tmp_path, "Hello")

    assert (first.is_new, second.is_new) == (True, False)
    assert first.snapshot == second.snapshot
    assert (tmp_path / "CURRENT.json").read_bytes() == pointer


def test_the_same_rows_give_the_same_bytes(tmp_path):
    paths = [publish(tmp_path / name, "Hello").path for name in ("a", "b")]

    assert [(paths[0] / f"{t}.parquet").read_bytes() for t in TABLES] == [(paths[1] / f"{t}.parquet").read_bytes() for t in TABLES]


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_at_any_file_operation_leaves_the_old_tables_or_the_new_ones(tmp_path):
    n_steps = int(killed_at(tmp_path / "count", 0).stdout)
    seen = set()
    assert n_steps > 30
    for n in range(1, n_steps + 1):
        out = tmp_path / f"out{n}"
        publish(out, "old")
        result = killed_at(out, n)
        (after,) = text_of(out)
        assert after in ("old", "new")
        assert verify(out) == []
        seen.add(after)
        assert result.returncode == -signal.SIGKILL or n > n_steps - 4
        publish(out, "new")
        assert text_of(out) == ["new"]
        assert not list((out / "snapshots").glob(".tmp-*")) and not list(out.glob(".CURRENT-*"))
    assert seen == {"old", "new"}


@pytest.mark.parametrize("call", ["fsync", "rename", "replace"])
@pytest.mark.parametrize("n", [1, 2, 9])
def test_a_file_system_that_refuses_leaves_the_old_tables(tmp_path, monkeypatch, call, n):
    publish(tmp_path, "old")
    real, calls = getattr(store.os, call), []

    def refuse(*arguments):
        calls.append(arguments)
        if len(calls) == n:
            raise OSError(28, "No space left on device", str(tmp_path))
        return real(*arguments)

    monkeypatch.setattr(store.os, call, refuse)
    try:
        publish(tmp_path, "new")
    except PublishError as error:
        assert "No space left" in str(error)
    monkeypatch.undo()
    assert text_of(tmp_path) in (["old"], ["new"])
    assert verify(tmp_path) == []


def test_two_runs_at_once_conflict(tmp_path):
    with writing(tmp_path), pytest.raises(ConflictError), writing(tmp_path):
        pass


def test_a_row_that_points_at_nothing_is_refused(tmp_path):
    with pytest.raises(IntegrityError, match="person_id"), writing(tmp_path) as writer:
        writer.add("documents", ("d", "s", None, "t", "0" * 64, "en", None, None, "none", 1))
        writer.add("appearances", ("d", "p-nobody", "chair", 0, 1))
        writer.commit(Counts(1, 1, 0, 0))

    assert not (tmp_path / "CURRENT.json").exists()


def test_a_key_that_comes_twice_is_refused(tmp_path):
    row = ("d", "s", None, "t", "0" * 64, "en", None, None, "none", 1)
    with pytest.raises(IntegrityError, match="twice"), writing(tmp_path) as writer:
        writer.add("documents", row)
        writer.add("documents", row)


def test_inputs_that_do_not_add_up_are_refused(tmp_path):
    with pytest.raises(IntegrityError, match="inputs"), writing(tmp_path) as writer:
        writer.commit(Counts(3, 0, 1, 0))


def test_a_file_in_the_place_of_the_folder_is_a_wrong_request(tmp_path):
    (tmp_path / "out").write_text("x")
    with pytest.raises(SourceError, match="file stands there"), writing(tmp_path / "out"):
        pass


def test_one_flipped_byte_is_found(tmp_path):
    path = publish(tmp_path, "Hello").path / "documents.parquet"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.chmod(0o644)
    path.write_bytes(content)

    assert any("documents.parquet" in line for line in verify(tmp_path))


def test_a_damaged_snapshot_is_replaced_by_the_next_publish(tmp_path):
    path = publish(tmp_path, "Hello").path
    (path / "mentions.parquet").unlink()
    publish(tmp_path, "Hello")

    assert verify(tmp_path) == []


def test_reading_where_nothing_is_published_says_what_to_do(tmp_path):
    with pytest.raises(SourceError, match="briefex run"):
        current_snapshot(tmp_path)


def test_pandas_duckdb_and_polars_read_the_types_of_the_dictionary(tmp_path):
    publish(tmp_path, "Hello")
    for name, table in TABLES.items():
        path = tmp_path / "latest" / f"{name}.parquet"
        assert pq.read_schema(path).equals(table.schema)
        assert list(pd.read_parquet(path).columns) == table.schema.names
        assert pl.read_parquet(path).columns == table.schema.names
        assert [row[0] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{path}'").fetchall()] == table.schema.names
    types = dict(row[:2] for row in duckdb.sql(f"DESCRIBE SELECT * FROM '{tmp_path}/latest/dates.parquet'").fetchall())
    assert (types["first_day"], types["starts_utc"], types["value"]) == ("DATE", "TIMESTAMP WITH TIME ZONE", "VARCHAR")


def test_the_manifest_tells_rows_and_digests(tmp_path):
    path = publish(tmp_path, "Hello").path
    manifest = json.loads((path / "_manifest.json").read_text())

    assert manifest["tables"]["documents"]["rows"] == 1
    assert set(manifest["tables"]) == set(TABLES)
