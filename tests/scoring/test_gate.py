"""The gate: malformed gold is refused, damage is noticed, floors do not fall unseen."""

import dataclasses
import json
from pathlib import Path

import pytest

from briefex.errors import GateError, GoldError, RequestError
from briefex.evaluation import Options, evaluate_gold, measure
from briefex.gold import read_gold
from briefex.scoring.gate import Floors, misses, read_floors, write_floors
from briefex.scoring.report import changes, counts_of, figures, reliability, threshold_for
from briefex.stages.evaluate import evaluate

ROOT = Path(__file__).parents[2]
SEED = ROOT / "data" / "gold" / "seed.jsonl"


@pytest.fixture(scope="module")
def measured():
    return measure(SEED)


@pytest.fixture(scope="module")
def annotated():
    from briefex.stages.annotate import Annotator, Settings

    return Annotator(Settings())([record.document for record in read_gold(SEED).records])


def write_gold(tmp_path, change):
    values = json.loads(SEED.read_text(encoding="utf-8"))
    change(values)
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(values))
    return path


MALFORMED = [
    (lambda v: v["mentions"][0].update(start=40), "mention 1, character 40: the text there is"),
    (lambda v: v["mentions"][0].update(end=99_999), "offsets 41–99999 are not in the text"),
    (lambda v: v["mentions"][0].update(label="ORG"), 'unknown label .ORG.*Did you mean "ORGANISATION"'),
    (lambda v: v["mentions"].insert(0, v["mentions"][3]), "overlaps the mention before, or is out of order"),
    (lambda v: v["mentions"][4].update(entity="June"), "is no date value"),
    (lambda v: v["mentions"][0].update(entity=" "), "the entity is empty"),
    (lambda v: v["affiliations"][0].update(person="Nobody"), "affiliation 1: person 'Nobody' is the entity of no mention"),
    (lambda v: v["affiliations"][0].update(status="past"), "status 'past'"),
    (lambda v: v["roles"][0].update(role="star"), "role 1: 'star'"),
    (lambda v: v["event"].update(format="remote"), "event: format 'remote'"),
    (lambda v: v.pop("text"), "missing or of the wrong kind: text"),
    (lambda v: v.update(colour="red"), 'unknown key "colour"'),
    (lambda v: v.update(reference_date="soon"), "is no ISO date"),
]


@pytest.mark.parametrize(("change", "message"), MALFORMED, ids=[m[:40] for _, m in MALFORMED])
def test_malformed_gold_is_refused_with_record_and_character(tmp_path, change, message):
    with pytest.raises(GoldError, match=message) as caught:
        read_gold(write_gold(tmp_path, change))
    assert "gold.jsonl:1" in str(caught.value)


def test_the_gold_of_the_repository_has_no_problems():
    for path in (SEED, *(p for p in (ROOT / "data" / "gold" / "dev", ROOT / "data" / "gold" / "test") if p.exists())):
        assert read_gold(path).records


def test_perfect_annotations_score_one(annotated):
    record = read_gold(SEED).records[0]
    perfect = dataclasses.replace(annotated[0], mentions=record.mentions, dates=(), affiliations=record.affiliations)
    counts = evaluate(SEED, [perfect]).comparisons[0].counts

    assert all(counts[f"mentions.{label}"][1:] == [0, 0] for label in ("PERSON", "ORGANISATION", "INITIATIVE"))
    assert counts["affiliations.status"][1:] == [0, 0]


DAMAGE = {
    "a label dropped": (
        lambda a: dataclasses.replace(a, mentions=tuple(m for m in a.mentions if m.label != "INITIATIVE")),
        "mentions.INITIATIVE",
    ),
    "spans shifted by one": (
        lambda a: dataclasses.replace(a, mentions=tuple(dataclasses.replace(m, start=m.start + 1, end=m.end + 1) for m in a.mentions)),
        "mentions.PERSON",
    ),
    "one kind of affiliation lost": (
        lambda a: dataclasses.replace(a, affiliations=tuple(x for x in a.affiliations if x.status == "current")),
        "affiliations.status",
    ),
    "dates lost": (lambda a: dataclasses.replace(a, dates=()), "dates.value"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damage_makes_the_gate_fail(measured, annotated, damage):
    spoil, kind = DAMAGE[damage]
    standing = figures(counts_of(measured.comparisons))
    floors = Floors(None, {f.kind: round(f.f1 - 0.02, 3) for f in standing})
    spoilt = evaluate(SEED, [spoil(annotated[0])])

    assert misses(standing, floors, gold_sha256=measured.gold.sha256) == []
    assert kind in {m.kind for m in misses(figures(counts_of(spoilt.comparisons)), floors, gold_sha256=measured.gold.sha256)}


def test_a_missed_floor_is_a_gate_error_and_a_junit_failure(tmp_path):
    record = json.loads(SEED.read_text())
    record["roles"].pop()  # what is found there is false now
    (tmp_path / "gold.jsonl").write_text(json.dumps(record) + "\n")

    with pytest.raises(GateError, match="below its floor"):
        evaluate_gold(tmp_path / "gold.jsonl", Options(minimums=["roles=1.0"], junit=tmp_path / "j.xml", floors=None, is_github=True))

    assert "<failure" in (tmp_path / "j.xml").read_text()


def test_floors_belong_to_one_gold(tmp_path, measured):
    found = figures(counts_of(measured.comparisons))
    path = tmp_path / "floors.toml"
    write_floors(path, found, ["mentions.PERSON"], gold_sha256="another", margin=0.02, lower=False)
    with pytest.raises(GoldError, match="measured on other gold"):
        misses(found, read_floors(path), gold_sha256=measured.gold.sha256)


def test_lowering_a_floor_takes_an_explicit_word(tmp_path, measured):
    found = figures(counts_of(measured.comparisons))
    path = tmp_path / "floors.toml"
    path.write_text('gold_sha256 = "x"\n[floors]\n"mentions.PERSON" = 1.5\n')
    arguments = {"gold_sha256": "x", "margin": 0.02}
    with pytest.raises(RequestError, match="--lower"):
        write_floors(path, found, ["mentions.PERSON"], lower=False, **arguments)
    write_floors(path, found, ["mentions.PERSON"], lower=True, **arguments)

    assert read_floors(path).floors["mentions.PERSON"] <= 1.0


def test_an_unknown_kind_is_told(measured):
    with pytest.raises(GoldError, match='Did you mean "mentions.PERSON"'):
        misses(figures(counts_of(measured.comparisons)), Floors(None, {"mentions.PERSONS": 0.5}), gold_sha256="")


def test_a_baseline_shows_which_documents_changed(measured):
    counts = counts_of(measured.comparisons)
    assert changes(counts, counts) == []
    (doc_id,) = counts
    worse = {doc_id: {**counts[doc_id], "roles": [0, 0, 5]}}

    assert [(c.kind, c.worse) for c in changes(worse, counts)] == [("roles", (doc_id,))]


def test_scores_are_compared_with_truth(measured):
    rows = reliability(measured.comparisons, "mentions")

    assert sum(n for _, _, n, _, _ in rows) == sum(1 for c in measured.comparisons for k, *_ in c.scored if k.startswith("mentions"))
    threshold = threshold_for(measured.comparisons, "mentions", 0.5)
    assert threshold is not None
    assert threshold[1] >= 0.5


def test_errors_are_grouped_and_shown_in_context(tmp_path):
    evaluate_gold(SEED, Options(errors=tmp_path / "errors.md"))

    assert (tmp_path / "errors.md").read_text() == "\n" or "## " in (tmp_path / "errors.md").read_text()


def test_published_tables_measure_like_the_pipeline(tmp_path, measured):
    import briefex

    record = read_gold(SEED).records[0]
    row = {"doc_id": "seed", "text": record.document.text, "published": record.document.published.isoformat()}
    (tmp_path / "in.jsonl").write_text(json.dumps(row))
    briefex.run([tmp_path / "in.jsonl"], tmp_path / "out")
    from_tables = measure(SEED, tables=tmp_path / "out")

    assert from_tables.comparisons[0].counts == measured.comparisons[0].counts
