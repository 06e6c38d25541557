"""Gold in the formats of annotation tools, in and out, so that people annotate with the tools they have.

| word | file | keeps |
|---|---|---|
| docbin | one spaCy DocBin (.spacy) | spans, entities, ids; spans fall on token borders |
| prodigy | JSON Lines of Prodigy and spaCy | spans, entities, ids |
| labelstudio | one Label Studio export (.json) | spans, entities, ids |
| doccano | JSON Lines of doccano | spans, ids |
| brat | a folder of .txt and .ann | spans, entities, ids |
| conll | one file in the columns of CoNLL-2003 | tokens and labels; the white space of the text is lost |

Facts (affiliations, roles, …) stay behind: these tools have no place for them.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

from briefex.exchange import brat, conll, docbin, doccano, labelstudio, prodigy
from briefex.gold import GoldRecord

Reader = Callable[[Path], list[GoldRecord]]
Writer = Callable[[Iterable[GoldRecord], Path], None]

FORMATS: dict[str, tuple[Reader, Writer]] = {
    "docbin": (docbin.read, docbin.write),
    "prodigy": (prodigy.read, prodigy.write),
    "labelstudio": (labelstudio.read, labelstudio.write),
    "doccano": (doccano.read, doccano.write),
    "brat": (brat.read, brat.write),
    "conll": (conll.read, conll.write),
}
"""From a format's word to what reads and what writes it."""

__all__ = ["FORMATS"]
