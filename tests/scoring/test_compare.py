"""What counts as right, false and missing."""

import pytest
import spacy
from nervaluate import Evaluator
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from briefex.gold import GoldRecord
from briefex.records import Affiliation, Annotations, Appearance, DateFact, Document, Event
from briefex.scoring.compare import compare
from briefex.scoring.report import counts_of, f1_of, figures
from tests.marked import marked


def counts(gold_sentence, found_sentence, **facts):
    """Counts by kind of a found sentence against the gold one; both have the same letters."""
    text, wanted = marked(gold_sentence)
    same, found = marked(found_sentence)
    assert text == same
    gold_facts = {k: v[0] for k, v in facts.items()}
    found_facts = {k: v[1] for k, v in facts.items()}
    if "appearances" in found_facts:
        gold_facts["roles"] = gold_facts.pop("appearances")
    dates = tuple(DateFact(m.start, m.end, m.text, m.entity, None, None, None, None, "day", "text") for m in found if m.label == "DATE")
    record = GoldRecord(Document("d", "", text), wanted, **gold_facts)
    return compare(record, Annotations("d", found, dates, **found_facts)).counts


CASES = [
    ("all right", "[Ada](PERSON) at [EI](ORGANISATION)", "[Ada](PERSON) at [EI](ORGANISATION)", "mentions", [2, 0, 0]),
    ("span too long", "[Ada](PERSON) speaks", "[Ada speaks](PERSON)", "mentions.PERSON", [0, 1, 1]),
    ("span too long, overlap", "[Ada](PERSON) speaks", "[Ada speaks](PERSON)", "overlap.PERSON", [1, 0, 0]),
    ("another label", "[EI](ORGANISATION)", "[EI](INITIATIVE)", "mentions.ORGANISATION", [0, 0, 1]),
    ("another label, false there", "[EI](ORGANISATION)", "[EI](INITIATIVE)", "mentions.INITIATIVE", [0, 1, 0]),
    ("one entity as two", "[Ada Lund](PERSON), [Ada](PERSON Ada Lund)", "[Ada Lund](PERSON), [Ada](PERSON)", "entities.PERSON", [1, 1, 0]),
    ("two entities as one", "[Ada](PERSON), [Eve](PERSON)", "[Ada](PERSON), [Eve](PERSON Ada)", "entities.PERSON", [1, 0, 1]),
    ("a date's value", "on [4 May](DATE 2026-05-04)", "on [4 May](DATE 2025-05-04)", "dates.value", [0, 1, 1]),
    ("a date's span", "on [4 May](DATE 2026-05-04)", "on [4 May](DATE 2025-05-04)", "dates.span", [1, 0, 0]),
    (
        "pairs of mentions",
        "[A](PERSON X) [B](PERSON X) [C](PERSON Y)",
        "[A](PERSON X) [B](PERSON X) [C](PERSON X)",
        "links.pairwise",
        [1, 2, 0],
    ),
]


@pytest.mark.parametrize(("gold", "found", "kind", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_counts(gold, found, kind, expected):
    assert counts(gold, found)[kind] == expected


SENTENCE = "[Ada Lund](PERSON) of [EI](ORGANISATION Example Institute)"


def post(position, status="current", organisation="Example Institute", person="Ada Lund"):
    return (Affiliation(person, position, organisation, None, status, 0, 1),)


@pytest.mark.parametrize(
    ("found", "pair", "position", "status"),
    [
        (post("the  Director"), [1, 0, 0], [1, 0, 0], [1, 0, 0]),
        (post("Head"), [1, 0, 0], [0, 1, 1], [0, 1, 1]),
        (post("Director", "former"), [1, 0, 0], [1, 0, 0], [0, 1, 1]),
        (post("Director", organisation=None), [0, 0, 1], [0, 1, 1], [0, 1, 1]),
        ((), [0, 0, 1], [0, 0, 1], [0, 0, 1]),
    ],
)
def test_affiliations_are_counted_three_ways(found, pair, position, status):
    result = counts(SENTENCE, SENTENCE, affiliations=(post("director"), found))

    assert [result[f"affiliations.{kind}"] for kind in ("person_organisation", "position", "status")] == [pair, position, status]


def test_people_are_compared_as_the_gold_calls_them():
    gold, found = "[Ada Lund](PERSON), [Ada](PERSON Ada Lund)", "[Ada Lund](PERSON Ada), [Ada](PERSON)"
    roles = ((("Ada Lund", "chair"),), (Appearance("Ada", "chair", 0, 1),))

    assert counts(gold, found, appearances=roles)["roles"] == [1, 0, 0]


def test_event_fields_are_counted_one_by_one():
    events = (Event("A Talk", "2026-05-04", None, hosts=("EI",)), Event("a talk.", "2026-05-05", "2026-05-06"))
    result = counts(SENTENCE, SENTENCE, event=events)

    assert result["event.title"] == [1, 0, 0]
    assert result["event.starts"] == [0, 1, 1]
    assert result["event.ends"] == [0, 1, 0]
    assert result["event.hosts"] == [0, 0, 1]
    assert result["event"] == [1, 2, 2]


GOLD = [["B-PER", "I-PER", "O", "B-ORG", "O", "O", "B-ORG", "I-ORG"], ["O", "B-PER", "O", "B-ORG", "I-ORG", "I-ORG"]]
FOUND = [["B-PER", "I-PER", "O", "B-ORG", "I-ORG", "O", "B-PER", "I-PER"], ["O", "B-PER", "O", "B-ORG", "I-ORG", "O"]]
LABELS = {"PER": "PERSON", "ORG": "ORGANISATION"}


def sentence_of(tags):
    """Words w0 w1 … with IOB tags, marked."""
    out, i = [], 0
    while i < len(tags):
        j = i + 1
        while tags[i] != "O" and j < len(tags) and tags[j].startswith("I-"):
            j += 1
        words = " ".join(f"w{k}" for k in range(i, j))
        out.append(words if tags[i] == "O" else f"[{words}]({LABELS[tags[i][2:]]})")
        i = j
    return " ".join(out)


def total(kind):
    rows = [counts(sentence_of(g), sentence_of(f))[kind] for g, f in zip(GOLD, FOUND, strict=True)]
    return [sum(column) for column in zip(*rows, strict=True)]


def test_exact_mentions_agree_with_nervaluate():
    result = Evaluator(GOLD, FOUND, tags=["PER", "ORG"], loader="list").evaluate()["overall"]["strict"]
    right, false, missing = total("mentions")

    assert (right, right + false, right + missing) == (result.correct, result.actual, result.possible)


def test_exact_mentions_agree_with_spacys_scorer():
    nlp = spacy.blank("en")
    examples = []
    for gold, found in zip(GOLD, FOUND, strict=True):
        docs = [Doc(nlp.vocab, [f"w{i}" for i in range(len(tags))], ents=tags) for tags in (found, gold)]
        examples.append(Example(*docs))
    scores = Scorer.score_spans(examples, "ents")
    right, false, missing = total("mentions")

    assert f1_of(right, false, missing) == pytest.approx(scores["ents_f"])
    person = total("mentions.PERSON")
    assert f1_of(*person) == pytest.approx(scores["ents_per_type"]["PER"]["f"])


def test_intervals_hold_the_figure():
    text, mentions = marked("[Ada](PERSON) [Eve](PERSON)")
    comparisons = []
    for i in range(30):
        found = Annotations(f"d{i}", mentions[: 1 + i % 2])
        comparisons.append(compare(GoldRecord(Document(f"d{i}", "", text), mentions), found))
    figure = next(f for f in figures(counts_of(comparisons)) if f.kind == "mentions.PERSON")

    assert figure.f1 == pytest.approx(2 * 45 / (2 * 45 + 15))
    assert figure.low < figure.f1 < figure.high
