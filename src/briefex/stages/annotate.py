"""annotate: what a blurb says, found by the spaCy pipeline. The only place where a Doc lives."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from briefex.components.names.model import DEFAULT
from briefex.journal import Journal
from briefex.records import Annotations, DateFact, Document, Flag, Mention, Rejection, sha256_text

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 32
Result = Annotations | Rejection
Item, Output = TypeVar("Item"), TypeVar("Output")
Mapper = Callable[..., Iterator[Any]]

COMPONENTS = ("briefex_names", "briefex_dates", "briefex_acronyms", "briefex_people", "briefex_initiatives", "briefex_events")


@dataclass(frozen=True, slots=True)
class Settings:
    """What annotate may vary: the names model (a shipped one or a folder) and lists of known names (CSV files)."""

    model: str = DEFAULT
    vocabularies: tuple[str, ...] = ()


def load(*, model: str = DEFAULT, vocabularies: Sequence[str] = ()) -> "Language":
    """The whole annotation pipeline as a spaCy `Language`.

    Args:
        model: name of a shipped names model, or a model folder.
        vocabularies: CSV files of known people, organisations and initiatives; they win over the model.

    Raises:
        ModelError: the model is missing or damaged.
        RequestError: a vocabulary cannot be read.

    """
    import spacy

    nlp = spacy.blank("en")
    for name in COMPONENTS:
        config = {"model": model, "vocabularies": list(vocabularies)} if name == "briefex_names" else {}
        nlp.add_pipe(name, config=config)
    return nlp


def annotate(
    journal: Journal,
    *,
    model: str = DEFAULT,
    vocabularies: Sequence[str] = (),
    map_batches: Mapper | None = None,
    tick: Callable[[], None] = lambda: None,
) -> None:
    """Annotate every document of the journal; one that fails goes to `rejected`, the others go on.

    Args:
        model: name of a shipped names model, or a model folder.
        vocabularies: CSV files of known names.
        map_batches: an engine's function (make a worker, batches) → results in order; without one all runs here.
        tick: called after each document.

    """
    settings = Settings(model, tuple(vocabularies))
    run = map_batches or _map_here
    for results in run(Annotator, settings, _batches(journal.documents(), BATCH)):
        journal.annotate(r for r in results if isinstance(r, Annotations))
        for result in results:
            if isinstance(result, Rejection):
                journal.drop_document(result.locator)
                journal.reject(result)
            tick()


def _batches(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    batch: list[Document] = []
    for document in documents:
        batch.append(document)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _map_here(make: Callable[[Settings], "Annotator"], settings: Settings, batches: Iterable[list[Document]]) -> Iterator[list[Result]]:
    annotator = make(settings)
    for batch in batches:
        yield annotator(batch)


class Annotator:
    """Annotates batches of documents with one loaded pipeline."""

    def __init__(self, settings: Settings) -> None:
        self._nlp = load(model=settings.model, vocabularies=settings.vocabularies)

    def __call__(self, batch: Sequence[Document]) -> list[Result]:
        with self._nlp.memory_zone():  # words of past batches are forgotten, so memory stays level
            try:
                return [annotations_of(document, doc) for document, doc in zip(batch, self._docs(batch), strict=True)]
            except Exception:
                return [self._alone(document) for document in batch]

    def _docs(self, batch: Sequence[Document]) -> Iterator["Doc"]:
        yield from self._nlp.pipe(map(self._doc, batch))

    def _doc(self, document: Document) -> "Doc":
        doc = self._nlp.make_doc(document.text)
        doc._.briefex_reference = document.reference_date
        return doc

    def _alone(self, document: Document) -> Result:
        try:
            return annotations_of(document, self._nlp(self._doc(document)))
        except Exception as error:
            message = f"annotation failed: {type(error).__name__}: {error}"[:500]
            return failed(document, "E_ANNOTATE", message)


def failed(document: Document, code: str, message: str) -> Rejection:
    """The rejection of a document that could not be annotated."""
    return Rejection(document.source, document.doc_id, "annotate", code, message, sha256_text(document.text))


def annotations_of(document: Document, doc: "Doc") -> Annotations:
    """What the components left on a Doc, as records."""
    found = doc._
    dates = tuple(_date_fact(date) for date in found.briefex_dates)
    dated = (Mention(d.start, d.end, d.text, "DATE", d.value, 1.0, "grammar") for d in dates)
    date_flags = (Flag(flag.code, flag.message, date.start, date.end) for date in found.briefex_dates for flag in date.flags)
    return Annotations(
        doc_id=document.doc_id,
        mentions=tuple(sorted((*found.briefex_mentions, *dated), key=lambda m: m.start)),
        dates=dates,
        affiliations=found.briefex_affiliations,
        appearances=found.briefex_appearances,
        acronyms=found.briefex_acronyms,
        parties=found.briefex_parties,
        kinds=found.briefex_kinds,
        event=found.briefex_event,
        flags=tuple(sorted((*found.briefex_flags, *date_flags), key=lambda f: (f.start, f.end, f.code))),
    )


def _date_fact(date: Any) -> DateFact:
    value = date.value
    return DateFact(
        date.start,
        date.end,
        date.text,
        value.iso,
        value.first_day,
        value.last_day,
        _utc(value.starts_utc),
        _utc(value.ends_utc),
        value.precision,
        date.resolved_from,
        date.has_time,
    )


def _utc(instant: dt.datetime | None) -> dt.datetime | None:
    return instant.astimezone(dt.UTC) if instant is not None else None
