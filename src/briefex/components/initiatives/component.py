"""`briefex_initiatives`: reads mentions and affiliations, sets `doc._.briefex_kinds` and `doc._.briefex_parties`."""

from spacy.language import Language
from spacy.tokens import Doc

from briefex.components import findings
from briefex.components.initiatives.kinds import kind_of
from briefex.components.initiatives.parties import find_parties


class Initiatives:
    """The component; it has no settings."""

    def __init__(self) -> None:
        findings.register()

    def __call__(self, doc: Doc) -> Doc:
        mentions = doc._.briefex_mentions
        names = dict.fromkeys(m.entity for m in mentions if m.label == "INITIATIVE")
        doc._.briefex_kinds = tuple((name, kind_of(name)) for name in names)
        doc._.briefex_parties = find_parties(findings.text_of(doc), mentions, doc._.briefex_affiliations)
        return doc


def make_initiatives(nlp: Language, name: str) -> Initiatives:
    """The factory behind `nlp.add_pipe("briefex_initiatives")`."""
    return Initiatives()


Language.factory("briefex_initiatives")(make_initiatives)
