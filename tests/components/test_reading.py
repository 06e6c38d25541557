"""The reading copy: what is no text is blank, and every letter stays where it was."""

import pytest

from briefex.components.reading import one_line, reading_copy


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        ("<p>Ada &amp; Bo</p>", "\n  Ada &     Bo\n   "),
        ("**Ada** speaks", "  Ada   speaks"),
        ("> moderated\n> by Ada\n>\n> Bye", "  moderated\n  by Ada\n \n  Bye"),
        ("> > moderated\n> >\n", "    moderated\n   \n"),
        ("> Ada, director\n> Bo, fellow", "> Ada, director\n> Bo, fellow"),
    ],
)
def test_marks_are_blank_letter_by_letter(text, copy):
    assert reading_copy(text) == copy
    assert len(copy) == len(text)


@pytest.mark.parametrize("name", ["Nadine Khoury-Mansour", "Nadine\n> Khoury-Mansour", "Nadine  \n  > > Khoury-Mansour"])
def test_a_name_over_two_lines_is_one(name):
    assert one_line(name) == "Nadine Khoury-Mansour"
