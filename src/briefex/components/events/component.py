"""`briefex_events`: reads mentions, dates and venues, sets `doc._.briefex_event`."""

from spacy.language import Language
from spacy.tokens import Doc

from briefex.components import findings
from briefex.components.events.event import find_event


class Events:
    """The component; it has no settings."""

    def __init__(self) -> None:
        findings.register()

    def __call__(self, doc: Doc) -> Doc:
        found = doc._
        doc._.briefex_event = find_event(findings.text_of(doc), found.briefex_mentions, found.briefex_dates, found.briefex_spans)
        return doc


def make_events(nlp: Language, name: str) -> Events:
    """The factory behind `nlp.add_pipe("briefex_events")`."""
    return Events()


Language.factory("briefex_events")(make_events)
