"""Whether a post is held or was held, and since when."""

import pytest

from tests.components.people.marked import people_in, rows_of

CASES = [
    ("[Ada Okafor](P), former Director of [Example Centre](O)", {"Ada Okafor | Director | Example Centre | - | former"}),
    (
        "[Ada Okafor](P), former Dean and Professor, [Example University](O)",
        {"Ada Okafor | Dean | Example University | - | former", "Ada Okafor | Professor | Example University | - | former"},
    ),
    (
        "[Ada Okafor](P), formerly Editor, [Example Daily](O), now Director, [Other House](O)",
        {"Ada Okafor | Editor | Example Daily | - | former", "Ada Okafor | Director | Other House | - | current"},
    ),
    (
        "[Ada Okafor](P), former Director, [Example Centre](O); Fellow, [Other House](O)",
        {"Ada Okafor | Director | Example Centre | - | former", "Ada Okafor | Fellow | Other House | - | current"},
    ),
    ("[Ada Okafor](P) served as Secretary of [Example Board](O).", {"Ada Okafor | Secretary | Example Board | - | former"}),
    ("[Ada Okafor](P) was Director of [Example Centre](O) until [2019](D).", {"Ada Okafor | Director | Example Centre | - | former"}),
    ("[Ada Okafor](P), Director, [Example Centre](O) ([2012-2016](D=2012/2016))", {"Ada Okafor | Director | Example Centre | - | former"}),
    (
        "[Ada Okafor](P) is Dean at [Other House](O). Before joining [Other House](O), she was Head of Policy at [Example Bank](O).",
        {"Ada Okafor | Dean | Other House | - | current", "Ada Okafor | Head of Policy | Example Bank | - | former"},
    ),
    (
        "[Ada Okafor](P) is the inaugural Rivers Fellow of [Example Institute](O).",
        {"Ada Okafor | Rivers Fellow | Example Institute | - | current"},
    ),
    ("Rear Admiral [Ada Okafor](P), [Example Navy](O) (Ret.)", {"Ada Okafor | Rear Admiral | Example Navy | - | former"}),
    ("[Ada Okafor](P), ex-Director of [Example Centre](O)", {"Ada Okafor | Director | Example Centre | - | former"}),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_the_words_around_a_post_give_its_status(marked: str, expected: set[str]):
    assert rows_of(marked) == expected


DATED = [
    ("[Ada Okafor](P) has been Director of [Example Centre](O) since [2021](D).", ("2021", None)),
    ("[Ada Okafor](P) was Director of [Example Centre](O) until [March 2020](D=2020-03).", (None, "2020-03")),
    ("[Ada Okafor](P) was Director of [Example Centre](O) from [2016 to 2019](D=2016/2019).", ("2016", "2019")),
    ("[Ada Okafor](P) joined [Example Centre](O) in [May 2019](D=2019-05).", ("2019-05", None)),
]


@pytest.mark.parametrize(("marked", "expected"), DATED)
def test_the_dates_of_a_clause_say_since_and_until(marked: str, expected: tuple[str | None, str | None]):
    (row,) = people_in(marked).affiliations

    assert (row.since, row.until) == expected
