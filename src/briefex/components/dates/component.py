"""The spaCy component around `find_dates`: names and the reference date in, spans and values out."""

import datetime

from spacy.language import Language
from spacy.tokens import Doc

from briefex.components import findings
from briefex.components.dates.find import find_dates

NAMES_KEY = "briefex_names"
DATES_KEY = "briefex_dates"


class Dates:
    """Writes `doc.spans["briefex_dates"]` and, in the same order, `doc._.briefex_dates`.

    Nothing is found inside or across a span of `doc.spans["briefex_names"]`. `doc._.briefex_reference` is the day the
    text was published, or None.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document with its dates."""
        blocked = [(span.start_char, span.end_char) for span in doc.spans.get(NAMES_KEY, ())]
        found = find_dates(findings.text_of(doc), reference=doc._.briefex_reference, blocked=blocked)
        spans = [doc.char_span(date.start, date.end, label="DATE", alignment_mode="expand") for date in found]
        doc.spans[DATES_KEY] = [span for span in spans if span is not None]
        doc._.briefex_dates = found
        return doc


@Language.factory("briefex_dates", assigns=["doc.spans", "doc._.briefex_dates"])  # type: ignore[untyped-decorator]
def make_dates(nlp: Language, name: str) -> Dates:
    """The component, its extensions registered."""
    _register_extensions()
    return Dates()


def _register_extensions() -> None:
    defaults: dict[str, datetime.date | tuple[()] | None] = {"briefex_reference": None, "briefex_dates": ()}
    for extension, default in defaults.items():
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=default)
