"""The spaCy component: names and the reference date in, spans and values out."""

import datetime

import spacy
from spacy.tokens import Span

import briefex.components.dates.component  # noqa: F401  (registers the factory)


def test_component_writes_spans_and_values_in_the_same_order():
    nlp = spacy.blank("en")
    nlp.add_pipe("briefex_dates")
    doc = nlp.make_doc("Vision 2030 opens on 14 October, 6pm.")
    doc.spans["briefex_names"] = [Span(doc, 0, 2, label="INITIATIVE")]
    doc._.briefex_reference = datetime.date(2025, 6, 1)
    doc = nlp.get_pipe("briefex_dates")(doc)

    assert [span.text for span in doc.spans["briefex_dates"]] == ["14 October, 6pm"]
    assert [date.value.iso for date in doc._.briefex_dates] == ["2025-10-14T18:00"]


def test_component_guesses_nothing_without_a_reference():
    nlp = spacy.blank("en")
    nlp.add_pipe("briefex_dates")

    assert [date.value.iso for date in nlp("See you on 14 October.")._.briefex_dates] == ["XXXX-10-14"]
