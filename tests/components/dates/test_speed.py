"""Time is linear in the length of the text, whatever it holds."""

import datetime
import subprocess
import sys
import time

import pytest

from briefex.components.dates import find_dates

CHARS = 200_000
HOSTILE = [
    "a", "1", "1 ", "1-", "1/", "1.", ":", ".", "(", "\n", "#", "a@", "www.", "http://", "12:30 ", "2025 ", "2025-", "May ",
    "may 5, ", "5, ", "1 and ", "the ", "early ", "end of the ", "first half of the ", "19th and ", "winter of ", "next ",
    "every Monday and ", "Monday, Tuesday and ", "10am ET / ", "all times are ", "jan-", "1-Jan-2025", "\u65e5", "\u00e9", "Q1 ", "Q1,", "5/6 ",
    "9am ", "9h ", "9am ET ", "1-2 May ", "1400\n", "Day 1\n", "9h (A / ",
    "Q1 or ", "1-2 May\n", "1-2 May a a a a ",
]  # fmt: skip
# A loop of a million additions takes this long on a quiet core of the machine that the limit was set on (Xeon, Python 3.11).
QUIET_SECONDS_PER_LOOP = 0.040
LIMIT_SECONDS = 2.0
# The loop does not feel what other programs do to memory and caches; dates are made of many small objects.
MARGIN = 1.4


def machine_factor() -> float:
    """How many times slower than that quiet core this machine is just now."""
    begun, total = time.process_time(), 0
    for number in range(1_000_000):
        total += number % 7
    return max(1.0, (time.process_time() - begun) / QUIET_SECONDS_PER_LOOP)


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_no_more_than_its_length(unit: str):
    """200,000 characters of anything take 2 s on a quiet core; here, that times how slow the machine is while it runs."""
    text = (unit * (CHARS // len(unit) + 1))[:CHARS]
    before = machine_factor()
    begun = time.process_time()
    find_dates(text, reference=datetime.date(2025, 1, 1))
    seconds = time.process_time() - begun

    assert seconds < LIMIT_SECONDS * MARGIN * max(before, machine_factor())


def test_prose_is_read_at_a_hundred_thousand_characters_a_second():
    """An announcement, forty times over; the best of five, since a collection of other tests' garbage may fall into one."""
    paragraph = (
        "Join us on Thursday 4 December 2025, 18:00–19:30 GMT for a talk by the former director of the institute, who joined in "
        "March 2019 and left in July. The panel asks how small states can shape the rules of trade, and what that means for ports, "
        "cables and data. Registration closes on 1 December. Refreshments are served from 17:30; the discussion is on the record.\n\n"
    )
    text = paragraph * 40
    seconds = []
    for _ in range(5):
        begun = time.process_time()
        find_dates(text, reference=datetime.date(2025, 11, 1))
        seconds.append(time.process_time() - begun)

    assert len(text) / min(seconds) > 100_000


def test_logic_is_light_to_import():
    """Neither spaCy nor dateparser is loaded before it is needed."""
    code = "import sys; import briefex.components.dates; print([name for name in ('spacy', 'dateparser', 'numpy') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"


def test_of_a_row_of_dates_without_words_the_first_thousand_are_read_and_what_follows():
    text = "5 May, " * 2_000 + "and the board met in the town hall on Friday 8 May 2026."

    found = find_dates(text)

    assert len(found) == 1_001
    assert found[-1].value.iso == "2026-05-08"
