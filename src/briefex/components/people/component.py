"""`briefex_people`: settles people in a Doc and writes their affiliations and appearances.

Reads `doc._.briefex_mentions`, `briefex_spans` and `briefex_dates`; writes `briefex_mentions`, `briefex_affiliations`,
`briefex_appearances` and adds to `briefex_flags`.
"""

from spacy.language import Language
from spacy.tokens import Doc

from briefex.components import findings


class PeopleComponent:
    """The component; it has no settings."""

    def __init__(self) -> None:
        from briefex.components.people.find import find_people  # its patterns take a tenth of a second to compile

        findings.register()
        self._find = find_people

    def __call__(self, doc: Doc) -> Doc:
        """Annotate one document with its people."""
        found = self._find(findings.text_of(doc), doc._.briefex_mentions, doc._.briefex_spans, doc._.briefex_dates)
        doc._.briefex_mentions = found.mentions
        doc._.briefex_affiliations = found.affiliations
        doc._.briefex_appearances = found.appearances
        doc._.briefex_flags = (*doc._.briefex_flags, *found.flags)
        return doc


def make_people(nlp: Language, name: str) -> PeopleComponent:
    """The factory behind `nlp.add_pipe("briefex_people")`."""
    return PeopleComponent()


Language.factory("briefex_people", assigns=["doc._.briefex_affiliations", "doc._.briefex_appearances"])(make_people)
