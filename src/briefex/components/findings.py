"""Where components leave what they find on a Doc, so that others can read it.

| attribute `doc._.…`     | type                        | written by  |
|-------------------------|-----------------------------|-------------|
| briefex_reference       | date or None                | the caller  |
| briefex_mentions        | tuple of Mention            | names; acronyms and people settle `entity` |
| briefex_spans           | tuple of Span               | names: posts and venues |
| briefex_dates           | tuple of FoundDate          | dates       |
| briefex_acronyms        | tuple of Acronym            | acronyms    |
| briefex_affiliations    | tuple of Affiliation        | people      |
| briefex_appearances     | tuple of Appearance         | people      |
| briefex_parties         | tuple of Party              | initiatives |
| briefex_kinds           | tuple of (name, kind)       | initiatives |
| briefex_event           | Event                       | events      |
| briefex_flags           | tuple of Flag               | any         |
"""

from typing import Any

from spacy.tokens import Doc

from briefex.records import Event

_TEXT = "briefex_text"
DEFAULTS: dict[str, Any] = {
    "briefex_reference": None,
    "briefex_mentions": (),
    "briefex_spans": (),
    "briefex_dates": (),
    "briefex_acronyms": (),
    "briefex_affiliations": (),
    "briefex_appearances": (),
    "briefex_parties": (),
    "briefex_kinds": (),
    "briefex_event": Event(),
    "briefex_flags": (),
}


def text_of(doc: Doc) -> str:
    """The text of a doc, joined once: `doc.text` joins its tokens each time it is read."""
    text: str = doc.user_data.get(_TEXT) or doc.user_data.setdefault(_TEXT, doc.text)
    return text


def register() -> None:
    """Make the attributes known to spaCy; calling it again changes nothing."""
    for name, default in DEFAULTS.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)
