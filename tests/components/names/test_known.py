"""Well-known names: what their lists settle, and where they are found."""

import re

import pytest

from briefex.components.names import known


@pytest.mark.parametrize("name", known.LISTS)
def test_a_list_holds_every_name_once_in_its_order(name):
    names = [row[0] for row in known.facts(name)]

    assert len(names) > 1000
    assert len({n.casefold() for n in names}) == len(names)
    assert names == sorted(names, key=str.casefold)
    assert not [form for row in known.facts(name) for form in row if not form or re.search(r"^the\s|^\s|\s$|\s\s", form)]


def test_a_form_of_both_kinds_settles_nothing():
    both = {form for row in known.facts("organisations") for form in row} & {form for row in known.facts("initiatives") for form in row}

    assert both
    assert not both & known.labels().keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Under Horizon Europe, and with UNICEF.", [("Horizon Europe", "INITIATIVE"), ("UNICEF", "ORGANISATION")]),
        ("the World Trade Organization's staff", [("World Trade Organization", "ORGANISATION")]),
        ("UNICEF-like bodies; horizon europe; MUNICEF", []),
        ("Shelter is a word, and so is Mind.", []),
    ],
)
def test_known_names_are_found_whole_and_only_where_they_are_telling(text, expected):
    assert [(text[start:end], label) for start, end, label in known.occurrences(text)] == expected


def test_of_overlapping_names_the_longest_is_found():
    longest = max((form for form in known.labels() if form.startswith("European ")), key=len)

    assert [(start, end) for start, end, _ in known.occurrences(f"{longest}.")] == [(0, len(longest))]
