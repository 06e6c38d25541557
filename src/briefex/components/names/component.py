"""`briefex_names`: marks people, organisations and initiatives in a Doc, with scores.

Sets `doc.ents`, `doc.spans["briefex_names"]`, `doc._.briefex_mentions` (exact characters) and `doc._.briefex_spans`.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans, minibatch

from briefex.components import findings
from briefex.components.names.decode import Found
from briefex.components.names.model import DEFAULT, NameModel
from briefex.components.names.vocabulary import Vocabulary, read_vocabulary
from briefex.records import NAME_LABELS, Mention
from briefex.records import Span as TextSpan


class Names:
    """The component; `model` is a shipped model's name or a folder, `vocabularies` are CSV files of known names."""

    def __init__(self, model: str, vocabularies: Sequence[str]) -> None:
        findings.register()
        self.model = NameModel(model)
        self.vocabulary = Vocabulary(entry for path in vocabularies for entry in read_vocabulary(Path(path)))

    def __call__(self, doc: Doc) -> Doc:
        (found,) = self.model.find([findings.text_of(doc)])
        self._write(doc, found)
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Mark a stream of docs; the result for each is the same as alone."""
        for docs in minibatch(stream, batch_size):
            for doc, found in zip(docs, self.model.find([findings.text_of(doc) for doc in docs]), strict=True):
                self._write(doc, found)
                yield doc

    def _write(self, doc: Doc, found: tuple[Found, ...]) -> None:
        text = findings.text_of(doc)
        listed = self.vocabulary.find(text)
        free = [f for f in found if not any(f.start < m.end and m.start < f.end for m in listed)]
        named = [_mention(f, text) for f in free if f.tag in NAME_LABELS]
        mentions = tuple(sorted((*named, *listed), key=lambda m: m.start))
        doc._.briefex_mentions = mentions
        doc._.briefex_spans = tuple(
            TextSpan(f.start, f.end, text[f.start : f.end], f.tag, f.score) for f in free if f.tag in ("POSITION", "VENUE")
        )
        spans = [doc.char_span(m.start, m.end, label=m.label, alignment_mode="expand") for m in mentions]
        doc.spans["briefex_names"] = [span for span in spans if span is not None]
        doc.spans["briefex_names"].attrs["scores"] = [m.score for m, span in zip(mentions, spans, strict=True) if span is not None]
        doc.ents = _together(doc.spans["briefex_names"], doc.ents)


def _mention(found: Found, text: str) -> Mention:
    surface = text[found.start : found.end]
    label = next(label for label in NAME_LABELS if label == found.tag)
    return Mention(found.start, found.end, surface, label, surface, found.score, "model")


def _together(names: Iterable[Span], others: Iterable[Span]) -> list[Span]:
    """Names first; entities of other components stay where they do not overlap a name."""
    kept: list[Span] = filter_spans(list(names))
    taken = {token.i for span in kept for token in span}
    return kept + [span for span in others if not any(token.i in taken for token in span)]


def make_names(nlp: Language, name: str, model: str, vocabularies: list[str]) -> Names:
    """The factory behind `nlp.add_pipe("briefex_names")`."""
    return Names(model, vocabularies)


Language.factory("briefex_names", default_config={"model": DEFAULT, "vocabularies": []}, assigns=["doc.ents", "doc.spans"])(make_names)
