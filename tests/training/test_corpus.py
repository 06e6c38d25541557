"""The training corpus can be read, is as large and as varied as the card says, and augmentation keeps marks right."""

import json
import random
from collections import Counter
from pathlib import Path

import pytest

from briefex.components.names import known
from briefex.components.names.model import MODELS
from training.augment import (
    augment,
    crossed,
    facts,
    filled_lines,
    foreign_labels,
    foreign_lines,
    forwarded,
    glued_lines,
    initials,
    lower_names,
    other_separators,
    pools,
    real_names,
    title_case,
)
from training.markup import MarkupError, parse, read_corpus, spans_of, text_of
from training.near_duplicates import MAX_OVERLAP, overlaps
from training.parity import MAX_F1_LOSS, MIN_EQUAL_LABELS
from training.plan import INSTITUTIONS, grid

CORPUS = Path(__file__).parents[2] / "training" / "corpus"
HELD_OUT = CORPUS.with_name("held_out")


@pytest.fixture(scope="module")
def corpus():
    return dict(read_corpus(sorted(CORPUS.glob("*.txt"))))


def test_the_corpus_is_as_large_as_the_card_says(corpus):
    tags = Counter(tag for blurb in corpus.values() for *_, tag in spans_of(blurb))

    assert len(corpus) >= 1200
    assert sum(len(text_of(blurb).split()) for blurb in corpus.values()) >= 300_000
    assert min(tags[tag] for tag in ("PERSON", "ORGANISATION", "INITIATIVE", "POSITION", "DATE")) >= 4000


def test_no_two_blurbs_are_near_duplicates(corpus):
    assert [row for row in overlaps({n: text_of(b) for n, b in corpus.items()}) if row[0] >= MAX_OVERLAP] == []


def test_held_out_announcements_are_no_part_of_the_corpus(corpus):
    held_out = {f"held out {n}": text_of(b) for n, b in read_corpus(sorted(HELD_OUT.glob("*.txt")))}
    texts = {n: text_of(b) for n, b in corpus.items()} | held_out

    assert len(held_out) >= 50
    assert [row for row in overlaps(texts) if row[0] >= MAX_OVERLAP] == []


def test_marks_are_read_as_spans():
    blurb = parse("[[P|Ada Okafor]] is [[T|Director]] of [[O|Example Institute]].")
    text = text_of(blurb)

    assert [(text[s:e], tag) for s, e, tag in spans_of(blurb)] == [
        ("Ada Okafor", "PERSON"),
        ("Director", "POSITION"),
        ("Example Institute", "ORGANISATION"),
    ]


@pytest.mark.parametrize("marked", ["[[X|Ada]]", "[[P|Ada", "[[P| ]]", "Ada]]", "[[P|Ada [[O|EI]]]]"])
def test_a_mark_that_cannot_be_read_is_an_error(marked):
    with pytest.raises(MarkupError):
        parse(marked)


def test_augmentation_changes_texts_and_keeps_every_mark_a_name(corpus):
    blurbs = list(corpus.values())[:150]
    source, rng = pools(blurbs), random.Random(1)
    changed = 0
    for blurb in blurbs:
        other = augment(blurb, source, rng)
        changed += text_of(other) != text_of(blurb)
        assert all(text_of(other)[s:e].strip() == text_of(other)[s:e] != "" for s, e, _ in spans_of(other))
        assert Counter(t for *_, t in spans_of(other)) == Counter(t for *_, t in spans_of(blurb))
    assert changed > 60


def test_a_post_with_a_short_form_keeps_both_or_neither():
    blurb = parse("[[P|Ada Okafor]] is [[T|Chief Executive Officer]] ([[T|CEO]]) of [[O|Example Institute]] ([[O|EI]]).")
    texts = {text_of(real_names(blurb, random.Random(seed))) for seed in range(60)}

    assert len(texts) > 5
    assert all("Chief Executive Officer (CEO)" in text for text in texts)


def test_names_of_either_kind_are_crossed(corpus):
    blurbs = list(corpus.values())[:40]
    source = pools(blurbs)
    undertakings = {*source.whole["INITIATIVE"], *(name for name, label in known.labels().items() if label == "INITIATIVE")}
    n_crossed = 0
    for blurb in blurbs:
        for before, after in zip(blurb, crossed(blurb, source, random.Random(3)), strict=True):
            assert before.text == after.text or before.tag in ("ORGANISATION", "INITIATIVE")
            n_crossed += before.tag == "ORGANISATION" and before.text != after.text and after.text in undertakings

    assert n_crossed > 10


@pytest.mark.parametrize("noise", [foreign_labels, foreign_lines, title_case, forwarded, glued_lines])
def test_noise_changes_texts_and_leaves_names_as_they_are(corpus, noise):
    blurbs, rng = list(corpus.values())[:150], random.Random(2)
    others = [noise(blurb, rng) for blurb in blurbs]

    assert sum(text_of(other) != text_of(blurb) for other, blurb in zip(others, blurbs, strict=True)) > 10
    for other, blurb in zip(others, blurbs, strict=True):
        assert [s.text.replace("\n", "") for s in blurb if s.tag and "\n" not in s.text] == [
            s.text for s, t in zip((s for s in other if s.tag), (s for s in blurb if s.tag), strict=True) if "\n" not in t.text
        ]


@pytest.mark.parametrize("noise", [lower_names, filled_lines, other_separators, initials])
def test_noise_on_names_keeps_their_last_word(corpus, noise):
    blurbs, rng = list(corpus.values())[:150], random.Random(3)
    others = [noise(blurb, rng) for blurb in blurbs]

    assert sum(text_of(other) != text_of(blurb) for other, blurb in zip(others, blurbs, strict=True)) > 10
    for other, blurb in zip(others, blurbs, strict=True):
        marked = zip((s.text for s in blurb if s.tag), (s.text for s in other if s.tag), strict=True)
        assert all(after.split()[-1].lower().endswith(before.split()[-1].lower()) for before, after in marked)


def test_lists_of_facts_can_be_read():
    assert ("World Health Organization", "WHO") in facts("organisations")
    assert ("AI", "artificial intelligence") in facts("terms")


def test_the_plan_crosses_its_axes_evenly():
    lines = [line.split("\t") for line in grid()]

    assert len({line[0] for line in lines}) == len(lines)
    assert max(Counter(line[1] for line in lines).values()) - min(Counter(line[1] for line in lines).values()) <= 1
    assert {line[1] for line in lines} == set(INSTITUTIONS)


def test_the_exported_model_says_what_the_float_model_says():
    found = json.loads((MODELS / "names_v1" / "parity.json").read_text())

    assert found["equal_labels"] >= MIN_EQUAL_LABELS
    assert found["f1_float"] - found["f1_int8"] <= MAX_F1_LOSS
