"""dateparser types the few dates that fit no form of the grammar, and only those."""

import pytest

from briefex.components.dates import find_dates
from briefex.components.dates.compose import expressions
from briefex.components.dates.fallback import with_fallback
from briefex.components.dates.tokens import Tape


@pytest.mark.parametrize("text", ["September-2020-23", "23-2020-September", "2020/23/Sep"])
def test_odd_order_of_day_month_and_year_is_typed(text: str):
    assert [(date.text, date.value.iso) for date in find_dates(f"Sent {text}.")] == [(text, "2020-09-23")]


@pytest.mark.parametrize("text", ["3 May 2025", "Nov/2", "05-Aug-2016", "2019-aug-01"])
def test_fallback_is_not_asked_for_what_the_grammar_reads(text: str):
    tape = Tape(text)

    assert not any(each.is_from_fallback for each in with_fallback(tape, list(expressions(tape))))
