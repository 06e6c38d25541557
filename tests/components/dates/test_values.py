"""What a value promises: precision, days, instants, flags, and where it came from."""

import datetime

import pytest

from briefex.components.dates import DateValue, FoundDate, Moment, find_dates

JUNE = datetime.date(2025, 6, 1)


def only(text: str, reference: datetime.date | None = JUNE) -> FoundDate:
    """The one date of a text."""
    (found,) = find_dates(text, reference=reference)
    return found


@pytest.mark.parametrize(
    ("text", "precision", "first_day", "last_day"),
    [
        ("in 2025", "year", "2025-01-01", "2025-12-31"),
        ("in February 2024", "month", "2024-02-01", "2024-02-29"),
        ("on 3 May 2025", "day", "2025-05-03", "2025-05-03"),
        ("3 May 2025, 6pm", "minute", "2025-05-03", "2025-05-03"),
        ("3 May 2025 at 18:00:31", "second", "2025-05-03", "2025-05-03"),
        ("Q1 2024", "quarter", "2024-01-01", "2024-03-31"),
        ("winter 2025", "season", "2025-12-01", "2026-02-28"),
        ("the 1990s", "decade", "1990-01-01", "1999-12-31"),
        ("the 19th century", "century", "1801-01-01", "1900-12-31"),
        ("2014 to 2019", "range", "2014-01-01", "2019-12-31"),
        ("next week", "week", "2025-06-02", "2025-06-08"),
    ],
)
def test_value_tells_its_precision_and_days(text: str, precision: str, first_day: str, last_day: str):
    """A value covers whole days at the precision of its text."""
    value = only(text).value

    assert (value.precision, str(value.first_day), str(value.last_day)) == (precision, first_day, last_day)


def test_zone_gives_instants_in_utc():
    """Only a zone makes a time an instant."""
    value = only("20 May 2025, 10:00–11:00 ET").value

    assert value.starts_utc == datetime.datetime(2025, 5, 20, 14, tzinfo=datetime.UTC)
    assert value.ends_utc == datetime.datetime(2025, 5, 20, 15, tzinfo=datetime.UTC)
    assert only("20 May 2025, 10:00–11:00").value.starts_utc is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Monday 3 May 2025", "weekday_disagrees"),
        ("from 10 June 2025 to 3 June 2025", "end_before_start"),
        ("31 June 2025", "no_such_day"),
        ("11/12/2025", "ambiguous_day_month"),
        ("1 November 2025, 10:00 CST", "ambiguous_zone"),
        ("2 November 2025, 1:30 am ET", "ambiguous_zone"),
        ("1 July 2025, 10:00 CET", "ambiguous_zone"),
    ],
)
def test_doubtful_date_is_flagged(text: str, code: str):
    """A person is told what to look at."""
    assert [flag.code for flag in only(text).flags] == [code]


@pytest.mark.parametrize("text", ["11/11/2025", "25/12/2025", "Tuesday 3 June 2025", "1 July 2025, 10:00 CEST", "31 May 2025", "13.6.2025"])
def test_plain_date_has_no_flag(text: str):
    assert only(text).flags == ()


@pytest.mark.parametrize(
    ("text", "source"),
    [("3 May 2025", "text"), ("on 3 August", "reference"), ("next month", "reference"), ("at 10:00", "none")],
)
def test_value_tells_where_it_comes_from(text: str, source: str):
    assert only(text).resolved_from == source


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on 14 October, 6pm", "XXXX-10-14T18:00"),
        ("in October", "XXXX-10"),
        ("next month", "XXXX-XX"),
        ("this year", "XXXX"),
        ("Thursday 7 March", "XXXX-03-07"),
        ("in the third quarter", "XXXX-07/XXXX-09"),
    ],
)
def test_nothing_is_guessed_without_a_reference_date(text: str, value: str):
    """The year stays open, and so do days and instants."""
    found = only(text, reference=None)

    assert (found.value.iso, found.resolved_from) == (value, "none")
    assert found.value.first_day is None
    assert found.value.starts_utc is None


def test_value_written_as_iso_reads_back_as_itself():
    """Round trip: value → text → value."""
    for day in range(1, 29):
        value = DateValue(
            Moment(2026, 1 + day % 12, day, hour=day % 24, minute=day * 2, offset_minutes=60 * (day % 12)), precision="minute"
        )

        assert only(value.iso).value == value


@pytest.mark.parametrize(
    "strange",
    ["", " ", "\ud800 3 May 2025", "3\u00a0May\u00a02025", "３ May ２０２５", "May²", "\x00", "99999999999999999999", "0000-00-00"],
)
def test_any_text_is_read_without_an_error(strange: str):
    for found in find_dates(strange, reference=JUNE):
        assert strange[found.start : found.end] == found.text


@pytest.mark.parametrize("text", ["3\u00a0May\u00a02025", "３ May ２０２５", "3\u2009May 2025"])
def test_typography_does_not_hide_a_date(text: str):
    """Offsets are those of the text as it stands."""
    found = only(text)

    assert (found.start, found.end, found.value.iso) == (0, len(text), "2025-05-03")
