"""Every date form × time form × zone × separator × surroundings, each with its value by construction."""

import datetime
import itertools
from collections.abc import Iterator

import pytest

from briefex.components.dates import find_dates

DAY_FORMS = {
    "%-d %B %Y": "day month year",
    "%A %-d %B %Y": "weekday",
    "%A, %-d %B %Y": "weekday comma",
    "%a %-d %b %Y": "short",
    "%a. %-d %b %Y": "short dot",
    "%B %-d, %Y": "American",
    "%A, %B %-d, %Y": "American weekday",
    "%b %-d %Y": "American short",
    "%-d{th} %B %Y": "ordinal",
    "the %-d{th} of %B, %Y": "ordinal of",
    "%Y-%m-%d": "ISO",
    "%d.%m.%Y": "dotted",
    "%-d.%-m.%Y": "dotted short",
    "%-d-%b-%Y": "hyphens",
    "%d/%m/%Y": "slashes",
    "%d %B %Y (%A)": "weekday behind",
}
TIME_FORMS = {
    "": "",
    "18:30": "T18:30",
    "18.30": "T18:30",
    "18h30": "T18:30",
    "6.30pm": "T18:30",
    "6:30 p.m.": "T18:30",
    "6 PM": "T18:00",
    "12 noon": "T12:00",
    "18:00-19:30": "T18:00/T19:30",
    "18:00 – 19:30": "T18:00/T19:30",
    "6-7.30pm": "T18:00/T19:30",
    "6pm to 7:30pm": "T18:00/T19:30",
    "11.30am-1pm": "T11:30/T13:00",
    "11:30-1pm": "T11:30/T13:00",
    "18h–19h30": "T18:00/T19:30",
    "noon–1:30 p.m.": "T12:00/T13:30",
}
ZONES = {"": "", " GMT": "+00:00", " (UTC+3)": "+03:00", " SGT": "+08:00", " IST": "+05:30", " Tokyo time": "+09:00", ", JST": "+09:00"}
SEPARATORS = (", ", " at ", " | ", " - ", ", from ", " @ ")
SURROUNDINGS = ("{}", "Join us on {} in Hall 11.", "Date: {}\nVenue: Room 101", "Seminar ({})", "Vision 2030 — {}; tickets £12")
DAYS = tuple(datetime.date(2025, 1, 13) + datetime.timedelta(days=37 * step) for step in range(20))


def _written(day: datetime.date, form: str) -> str:
    suffix = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    text = form.replace("%-d", str(day.day)).replace("%-m", str(day.month)).replace("{th}", suffix)
    return day.strftime(text)


def _value(day: datetime.date, time: str, offset: str) -> str:
    return "/".join(f"{day.isoformat()}{part}{offset}" for part in time.split("/"))


def _cases() -> Iterator[tuple[str, str, str]]:
    days, surroundings = itertools.cycle(DAYS), itertools.cycle(SURROUNDINGS)
    for form, (clock, time), (zone, offset), separator in itertools.product(DAY_FORMS, TIME_FORMS.items(), ZONES.items(), SEPARATORS):
        if not clock and (zone or separator != ", "):
            continue
        day = next(days)
        if form == "%d/%m/%Y" and day.day <= 12:
            day = day.replace(day=day.day + 12)
        written = _written(day, form)
        expression = f"{written}{separator}{clock}{zone}" if clock else written
        yield next(surroundings).format(expression), expression.removeprefix("the "), _value(day, time, offset if clock else "")


def test_every_combination_of_forms_has_its_value():
    """Thousands of cases: one span, exact, with the value it was made from."""
    cases = list(_cases())
    wrong = []
    for text, expression, value in cases:
        found = [(date.text, date.value.iso) for date in find_dates(text, reference=datetime.date(2025, 6, 1))]
        if found != [(expression, value)]:
            wrong.append((text, value, found))

    assert len(cases) > 5000
    assert wrong[:10] == [], f"{len(wrong)} of {len(cases)}"


SPAN_FORMS = (
    ("{a} {m} - {b} {m} {y}", 0),
    ("{a}-{b} {m} {y}", 0),
    ("{a}–{b} {m} {y}", 0),
    ("{a} to {b} {m} {y}", 0),
    ("{a} and {b} {m} {y}", 0),
    ("{m} {a}-{b}, {y}", 0),
    ("{m} {a} – {b}, {y}", 0),
    ("{m} {a} to {m} {b}, {y}", 0),
    ("{a}–{b} {s} {y}", 0),
    ("{a}.-{b}.{n}.{y}", 0),
)


@pytest.mark.parametrize("form", [form for form, _ in SPAN_FORMS])
def test_every_form_of_a_span_of_days_has_its_value(form: str):
    """Both ends, the shared month and year."""
    for month in range(1, 13):
        first = datetime.date(2026, month, 3 + month)
        last = first + datetime.timedelta(days=2)
        text = form.format(a=first.day, b=last.day, m=first.strftime("%B"), s=first.strftime("%b"), n=f"{month:02d}", y=2026)
        found = [(date.text, date.value.iso) for date in find_dates(f"It runs {text}, daily.")]

        assert found == [(text, f"{first}/{last}")]
