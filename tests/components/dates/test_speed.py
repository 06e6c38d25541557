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
    "every Monday and ", "Monday, Tuesday and ", "10am ET / ", "all times are ", "jan-", "1-Jan-2025", "\u65e5", "\u00e9",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_takes_no_more_than_its_length(unit: str):
    """200,000 characters of anything; 2 s on a quiet core, 4 s here for a busy one. Quadratic time would take minutes."""
    text = (unit * (CHARS // len(unit) + 1))[:CHARS]
    begun = time.process_time()
    find_dates(text, reference=datetime.date(2025, 1, 1))

    assert time.process_time() - begun < 4


def test_prose_is_read_at_a_hundred_thousand_characters_a_second():
    """An announcement, forty times over."""
    paragraph = (
        "Join us on Thursday 4 December 2025, 18:00–19:30 GMT for a talk by the former director of the institute, who joined in "
        "March 2019 and left in July. The panel asks how small states can shape the rules of trade, and what that means for ports, "
        "cables and data. Registration closes on 1 December. Refreshments are served from 17:30; the discussion is on the record.\n\n"
    )
    text = paragraph * 40
    begun = time.process_time()
    find_dates(text, reference=datetime.date(2025, 11, 1))

    assert len(text) / (time.process_time() - begun) > 100_000


def test_logic_is_light_to_import():
    """Neither spaCy nor dateparser is loaded before it is needed."""
    code = "import sys; import briefex.components.dates; print([name for name in ('spacy', 'dateparser', 'numpy') if name in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout.strip() == "[]"
