"""The names component: every word is covered, the same text gives the same answer, labels are proper, lists win."""

import random
from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from briefex.components.names.decode import FORBIDDEN, LABELS, TAGS, allowed, spans, viterbi
from briefex.components.names.model import NameModel
from briefex.components.names.vocabulary import Vocabulary, read_vocabulary
from briefex.components.names.words import split_words, windows
from briefex.errors import ModelError, RequestError

BLURB = (
    "Dr Ada Okafor, Director of Policy at the Institute for Ocean Law (IOL), and Jun'ichi Tanaka, Ministry of Defense,\n"
    "discuss the Blue Skies Partnership. Moderator: Eve Lund.\n\nRoom 2, Alder Building\n"
)


@pytest.fixture(scope="module")
def model():
    return NameModel()


@given(st.text(max_size=300))
@settings(max_examples=200)
def test_every_visible_character_lies_in_one_word(text):
    words = split_words(text)
    covered = set()
    for word in words:
        assert not covered & set(range(word.start, word.end))
        covered |= set(range(word.start, word.end))
    assert {i for i, c in enumerate(text) if c.isalnum() or c in ".,;:!?()"} <= covered


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tan Hui LingSenior Fellow", "Tan Hui Ling Senior Fellow"),
        ("Ngozi OkaforDirectorYaoundé", "Ngozi Okafor Director Yaoundé"),
        ("John McDonald, YouTube, iPhone, PhD", "John McDonald , YouTube , iPhone , PhD"),
        ("UNESCOChair", "UNESCOChair"),
    ],
)
def test_words_that_lost_the_line_break_between_them_are_two(text, words):
    assert [text[word.start : word.end] for word in split_words(text)] == words.split(" ")


@given(st.lists(st.integers(1, 8), min_size=1, max_size=200), st.integers(16, 64), st.integers(0, 12))
@settings(max_examples=200)
def test_windows_answer_for_every_word_once_and_keep_to_the_limit(lengths, limit, overlap):
    text = " ".join(random.Random(7).choice(["Ab", "cd.", "Ef\n\nGh", "x"])[:2] for _ in lengths)
    words = split_words(text)[: len(lengths)]
    lengths = lengths[: len(words)]
    cuts = windows(words, lengths, text, limit=limit, overlap=overlap)

    assert [i for cut in cuts for i in range(cut.first, cut.last)] == list(range(len(words)))
    assert all(cut.begin <= cut.first < cut.last <= cut.end for cut in cuts)
    assert all(sum(lengths[cut.begin : cut.end]) <= limit for cut in cuts)


def test_decoding_never_continues_what_did_not_begin():
    rng = np.random.default_rng(3)
    transitions = np.where(allowed(), 0, FORBIDDEN).astype(np.float32)
    start = np.zeros(len(LABELS), np.float32)
    start[2::2] = FORBIDDEN
    emissions = [rng.normal(size=(n, len(LABELS))).astype(np.float32) for n in (1, 40, 7, 40, 3)]
    together = viterbi(emissions, transitions, start)

    for path, alone in zip(together, (viterbi([e], transitions, start)[0] for e in emissions), strict=True):
        assert (path == alone).all()
        before = 0
        for label in path:
            assert label % 2 == 1 or label == 0 or label in (before, before + 1)
            before = label


def test_spans_of_a_label_sequence():
    begin, inside = LABELS.index("B-PERSON"), LABELS.index("I-PERSON")

    assert spans(np.array([begin, inside, begin, 0, begin])) == [(0, 2, "PERSON"), (2, 3, "PERSON"), (4, 5, "PERSON")]


def test_neither_batch_nor_order_nor_neighbours_change_an_answer(model):
    rng = random.Random(5)
    words = [*BLURB.split(" "), "the", "of", "NATO", "May", "2025", "\n", "Prof.", "Zoë", "AND", "—"]
    texts = [" ".join(rng.choices(words, k=rng.randint(1, 60))) for _ in range(1000)]
    alone = {text: next(iter(model.find([text]))) for text in texts}
    shuffled = rng.sample(texts, len(texts))

    assert list(model.find(texts)) == [alone[text] for text in texts]
    assert list(model.find(shuffled)) == [alone[text] for text in shuffled]
    assert list(NameModel().find(shuffled[:40])) == [alone[text] for text in shuffled[:40]]


ADVERSARIAL = {
    "100,000 characters without a space": "abcdefghij" * 10_000,
    "only punctuation": ".,;:!?()[]{}" * 2_000,
    "emoji": "\U0001f600\U0001f468\u200d\U0001f469" * 3_000,
    "right to left": "اجتماع مجلس السفراء في القاهرة " * 500,
    "10,000 short lines": "Ada\n" * 10_000,
    "zero-width characters": "A\u200bd\u200ba\ufeff " * 3_000,
    "only white space": " \n\t" * 10_000,
    "empty": "",
    "capitals": "ADA OKAFOR OF THE INSTITUTE " * 500,
    "combining": "e\u0301" * 5_000,
}


@pytest.mark.parametrize("text", ADVERSARIAL.values(), ids=ADVERSARIAL)
@pytest.mark.timeout(60)
def test_adversarial_texts_neither_crash_nor_lose_coverage(model, text):
    (found,) = model.find([text])

    assert all(0 <= f.start < f.end <= len(text) and f.tag in TAGS and 0 <= f.score <= 1 for f in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_ents_spans_and_scores_are_set():
    nlp = spacy.blank("en")
    nlp.add_pipe("briefex_names")
    doc = nlp(BLURB)

    assert ("Ada Okafor", "PERSON") in [(e.text, e.label_) for e in doc.ents]
    assert len(doc.spans["briefex_names"]) == len(doc.spans["briefex_names"].attrs["scores"]) > 3
    assert all(BLURB[m.start : m.end] == m.text for m in doc._.briefex_mentions)


def test_a_damaged_model_is_refused(tmp_path, model):
    for file in model.folder.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "vocab.txt").write_text("x")
    with pytest.raises(ModelError, match="damaged"):
        NameModel(tmp_path)


def test_a_missing_model_says_which_are_shipped():
    with pytest.raises(ModelError, match=r'no model "names_v9".*names_v1'):
        NameModel("names_v9")


def test_no_file_of_a_model_can_run_code(model):
    assert {p.suffix for p in model.folder.iterdir()} <= {".onnx", ".json", ".txt", ".md"}
    assert sum(p.stat().st_size for p in model.folder.iterdir()) <= 25_000_000


def test_a_vocabulary_finds_its_forms_and_nothing_inside_words(tmp_path):
    path = tmp_path / "known.csv"
    path.write_text("name,label,acronym,aliases\nExample Institute,ORGANISATION,EI,The Exi; Exi House\n")
    found = Vocabulary(read_vocabulary(path)).find("EI met at Exi House; EIs and VEI did not.")

    assert [(m.text, m.entity, m.origin) for m in found] == [
        ("EI", "Example Institute", "vocabulary"),
        ("Exi House", "Example Institute", "vocabulary"),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("name,lable\nA,PERSON\n", 'unknown column "lable".*Did you mean "label"'),
        ("name,label\nA,PERSONS\n", 'line 2: unknown label "PERSONS".*Did you mean "PERSON"'),
        ("name,label\n,PERSON\n", "line 2: the name is empty"),
        ("label\nPERSON\n", "columns name and label are needed"),
    ],
)
def test_a_wrong_vocabulary_says_where_and_what(tmp_path, content, message):
    path = tmp_path / "known.csv"
    path.write_text(content)
    with pytest.raises(RequestError, match=message):
        read_vocabulary(path)
