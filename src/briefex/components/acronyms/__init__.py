"""acronyms: short forms that a text ties to full names, and which names in a document are the same organisation or initiative.

`pairs.py` reads the pairs, `entities.py` settles identity within the document; neither knows spaCy.
"""

from briefex.components.acronyms.entities import settle_names

__all__ = ["settle_names"]
