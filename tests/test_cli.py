"""The command line: results on stdout, talk on stderr, exit codes that can be relied on."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLURB = "Dr Ada Okafor, Director of Policy at Example Institute, speaks on 4 May 2026."


def run(*arguments, stdin=None, cwd=ROOT):
    command = [sys.executable, "-m", "briefex", *map(str, arguments)]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, input=stdin, check=False)


def test_run_without_arguments_reads_data_raw_into_data_processed(tmp_path):
    (tmp_path / "data" / "raw").mkdir(parents=True)
    (tmp_path / "data" / "raw" / "a.txt").write_text(BLURB)
    result = run("run", cwd=tmp_path)

    assert result.returncode == 0, result.stderr
    assert (tmp_path / "data" / "processed" / "latest" / "people.parquet").exists()
    assert (result.stdout, result.stderr) == ("", "")


def test_run_without_arguments_and_without_data_says_what_is_missing(tmp_path):
    result = run("run", cwd=tmp_path)

    assert result.returncode == 2
    assert "data/raw: no such file or folder" in result.stderr


def test_run_reads_standard_input_and_prints_a_summary_for_machines(tmp_path):
    result = run("run", "-", "-o", tmp_path / "out", "--json", stdin=BLURB)
    summary = json.loads(result.stdout)

    assert (summary["documents"], summary["rejected"], summary["new"]) == (1, {}, True)
    assert summary["rows"]["people"] == 1


def test_extract_prints_a_table_a_person_can_read():
    result = run("extract", BLURB)

    assert result.returncode == 0
    assert "Ada Okafor" in result.stdout
    assert "2026-05-04" in result.stdout


def test_extract_prints_json_with_every_table():
    found = json.loads(run("extract", "-", "--format", "json", stdin=BLURB).stdout)

    assert found["people"][0]["name"] == "Ada Okafor"
    assert found["dates"][0]["value"] == "2026-05-04"


def test_schema_check_verify_and_version_answer(tmp_path):
    run("run", "-", "-o", tmp_path / "out", stdin=BLURB)

    assert "| doc_id | string |" in run("schema", "mentions").stdout
    assert set(json.loads(run("schema", "people", "--format", "json").stdout)) == {"people"}
    assert run("check").stdout.startswith("read\n")
    assert "whole" in run("verify", tmp_path / "out").stdout
    assert run("--version").stdout.startswith("briefex ")


def test_verify_fails_on_damage(tmp_path):
    run("run", "-", "-o", tmp_path / "out", stdin=BLURB)
    path = tmp_path / "out" / "latest" / "people.parquet"
    path.write_bytes(path.read_bytes()[:-9])
    result = run("verify", tmp_path / "out")

    assert result.returncode == 1
    assert "people.parquet" in result.stderr


WRONG = [
    (("run", "nowhere"), "nowhere: no such file or folder"),
    (("run", "data/raw", "--published", "soon"), '"soon" is not a date'),
    (("run", "data/raw", "-o", "README.md"), "file stands there"),
    (("run", "data/raw", "--pipeline", "nowhere.toml"), "nowhere.toml"),
    (("run", "--workers", "0"), "--workers"),
    (("runn",), 'Did you mean "run"'),
    (("schema", "mention"), 'Did you mean "mentions"'),
    (("verify", "tests"), "no published tables here"),
    (("extract", "nofile.txt"), "no such file"),
    (("extract", BLURB, "--model", "nowhere"), 'no model "nowhere"'),
    (("evaluate", "nowhere.jsonl"), "no such file"),
]


@pytest.mark.parametrize(("arguments", "message"), WRONG, ids=[" ".join(a)[:30] for a, _ in WRONG])
def test_a_wrong_request_exits_2_and_says_what_is_known(arguments, message):
    result = run(*arguments)

    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_help_answers_in_less_than_a_quarter_of_the_time_of_importing_spacy():
    def seconds(*command):
        times = []
        for _ in range(5):
            started = time.perf_counter()
            subprocess.run([sys.executable, *command], capture_output=True, check=True)
            times.append(time.perf_counter() - started)
        return sorted(times)[2]

    assert seconds("-m", "briefex", "--help") < seconds("-c", "import spacy") / 4
