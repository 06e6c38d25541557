"""`briefex_acronyms`: reads `doc._.briefex_mentions`, settles their entities, and sets `doc._.briefex_acronyms`."""

from spacy.language import Language
from spacy.tokens import Doc

from briefex.components import findings
from briefex.components.acronyms.entities import settle_names


class Acronyms:
    """The component; it has no settings."""

    def __init__(self) -> None:
        findings.register()

    def __call__(self, doc: Doc) -> Doc:
        names = settle_names(findings.text_of(doc), doc._.briefex_mentions)
        doc._.briefex_mentions = names.mentions
        doc._.briefex_acronyms = names.acronyms
        doc._.briefex_flags = (*doc._.briefex_flags, *names.flags)
        return doc


def make_acronyms(nlp: Language, name: str) -> Acronyms:
    """The factory behind `nlp.add_pipe("briefex_acronyms")`."""
    return Acronyms()


Language.factory("briefex_acronyms")(make_acronyms)
