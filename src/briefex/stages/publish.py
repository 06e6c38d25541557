"""publish: everything the journal holds becomes one snapshot of tables."""

from collections.abc import Callable
from pathlib import Path

from briefex.journal import Journal
from briefex.language import language_of
from briefex.store import Counts, Published, writing
from briefex.tables import document_rows, entity_rows, rejected_row


def publish(journal: Journal, *, out: str | Path = "data/processed", tick: Callable[[], None] = lambda: None) -> Published:
    """Publish the journal's records as the tables of `out`; a reader sees the old tables until all new ones stand.

    Args:
        out: the output folder, made if needed.
        tick: called after each document.

    Raises:
        SourceError: `out` is a file.
        IntegrityError: rows contradict one another; nothing is published.
        ConflictError: another run is publishing, or has published, there.
        PublishError: the file system refused; nothing is published.

    """
    with writing(Path(out)) as writer:
        for entity in journal.entities():
            writer.add(*entity_rows(entity))
        for document, annotations in journal.annotated():
            for table, row in document_rows(document, annotations, journal.links(document.doc_id), language_of(document.text)):
                writer.add(table, row)
            tick()
        for rejection in journal.rejected():
            writer.add("rejected", rejected_row(rejection))
        return writer.commit(Counts(journal.inputs, journal.n_documents(), journal.duplicates, journal.n_rejected()))
