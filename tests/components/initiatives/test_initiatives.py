"""Kinds and parties of initiatives."""

import re
import time

import pytest

from briefex.components.initiatives import find_parties, kind_of
from briefex.records import Affiliation, Mention
from tests.marked import marked

KINDS = {
    "Global Combat Air Programme": "programme",
    "Partnership for Peace": "agreement",
    "Paris Agreement": "agreement",
    "Convention on the Rights of the Child": "agreement",
    "Digital Services Act": "law",
    "Blue Skies Fund": "fund",
    "Agenda 2063": "strategy",
    "Arctic Strategy": "strategy",
    "Harbour Dialogue": "dialogue",
    "COP28": "conference",
    "Baltic Sea Summit": "conference",
    "Web Managers Community of Practice": "network",
    "Working Group on Ageing": "working_group",
    "Ocean Futures series": "series",
    "Rivers of Peace project": "project",
    "Safer Seas": "other",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items())
def test_the_head_noun_tells_the_kind(name, kind):
    assert kind_of(name) == kind


PARTIES = [
    ("the [Sky Programme](INITIATIVE), a partnership between Japan, the UK and Italy.", {"Japan", "UK", "Italy"}),
    (
        "the [Sky Programme](INITIATIVE) ([SP](INITIATIVE Sky Programme)), funded by the [World Bank](ORGANISATION) and [Sida](ORGANISATION)",
        {"World Bank", "Sida"},
    ),
    ("the [EU](ORGANISATION)’s [Safe Harbours Fund](INITIATIVE)", {"EU"}),
    ("the [Japan–EU Security Dialogue](INITIATIVE) with the [EU](ORGANISATION)", {"Japan", "EU"}),
    ("[Example Institute](ORGANISATION) launched the [Sky Programme](INITIATIVE).", {"Example Institute"}),
    ("[Ada Okafor](PERSON) is here. She leads the [Sky Programme](INITIATIVE).", {"Ada Okafor"}),
    ("[DHS](ORGANISATION) works on the [DHS AI Strategy](INITIATIVE).", {"DHS"}),
    ("the [Institute of Tides](ORGANISATION). She knows the Institute’s [Sky Programme](INITIATIVE).", {"Institute of Tides"}),
    (
        "the [Sky Programme](INITIATIVE), led by [EI](ORGANISATION) and the [Bay Pool](ORGANISATION) and hosted by Kenya's [Afri](ORGANISATION).",
        {"EI", "Bay Pool", "Afri"},
    ),
    ("the [Sky Programme](INITIATIVE), which [EI](ORGANISATION), [LSE](ORGANISATION) and Norway coordinate.", {"EI", "LSE", "Norway"}),
    ("It was financed by [IDA](ORGANISATION) and [Sida](ORGANISATION) through the [Sky Fund](INITIATIVE).", {"IDA", "Sida"}),
    (
        "a meeting of the [Sky Network](INITIATIVE): Australia, Canada, Japan and [EI](ORGANISATION).",
        {"Australia", "Canada", "Japan", "EI"},
    ),
    ("the [Chile–New Zealand Skies Exchange](INITIATIVE)", {"Chile", "New Zealand"}),
    ("Norway and Japan ratified the [Sky Agreement](INITIATIVE).", {"Norway", "Japan"}),
    ("the [Sky Programme](INITIATIVE) is old. The prize is funded by [EI](ORGANISATION).", set()),
    ("Norway has applied to join the [Sky Programme](INITIATIVE).", set()),
    ("[Ada Okafor](PERSON) spoke about the [Sky Programme](INITIATIVE).", set()),
]


@pytest.mark.parametrize(("sentence", "expected"), PARTIES)
def test_parties_are_who_takes_part_leads_or_funds(sentence, expected):
    text, mentions = marked(sentence)

    assert {p.party for p in find_parties(text, mentions)} == expected


@pytest.mark.parametrize(("position", "expected"), [("Director", {"Ada Okafor"}), ("Deputy Director", set()), (None, set())])
def test_who_leads_an_initiative_takes_part(position, expected):
    text, mentions = marked("[Ada Okafor](PERSON), of the [Sky Programme](INITIATIVE)")
    post = Affiliation("Ada Okafor", position, None, "Sky Programme", "current", 0, len(text))

    assert {p.party for p in find_parties(text, mentions, [post])} == expected


def test_the_institution_of_a_post_owns_the_initiative():
    text, mentions = marked("[Ada Okafor](PERSON), Officer, [Sky Programme](INITIATIVE), [EI](ORGANISATION)")
    post = Affiliation("Ada Okafor", "Officer", "EI", "Sky Programme", "current", 0, len(text))

    assert {(p.party, p.origin) for p in find_parties(text, mentions, [post])} == {("EI", "post_at")}


def test_each_party_names_its_rule():
    text, mentions = marked("the [EU](ORGANISATION)'s [Sky Fund](INITIATIVE), led by [EI](ORGANISATION) and by Norway")

    assert all(p.origin for p in find_parties(text, mentions))


HOSTILE = {
    "list": ("Alder, ", "INITIATIVE"),
    "led": ("Alder led by ", "INITIATIVE"),
    "owners": ("Alder's ", "ORGANISATION"),
    "countries": ("Norway and Alder ", "INITIATIVE"),
}


@pytest.mark.parametrize(("sentence", "label"), HOSTILE.values(), ids=HOSTILE)
def test_thousands_of_names_take_no_more_than_a_few_seconds(sentence, label):
    text = sentence * (200_000 // len(sentence))
    names = [Mention(m.start(), m.end(), m[0], label, f"{m[0]} {n % 9}") for n, m in enumerate(re.finditer("Alder", text))]
    begun = time.process_time()
    find_parties(text, names)

    assert time.process_time() - begun < 4
