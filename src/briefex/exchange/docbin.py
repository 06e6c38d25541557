"""spaCy's DocBin: entities with ids; spans are widened to token borders where they cut a token."""

from collections.abc import Iterable
from pathlib import Path

from briefex.errors import GoldError
from briefex.exchange.records import record_from
from briefex.gold import GoldRecord


def write(records: Iterable[GoldRecord], path: Path) -> None:
    """One DocBin with a Doc a record; the entity's full name is the span's `ent_id_`, the record's id is in `user_data`."""
    import spacy
    from spacy.tokens import DocBin
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    bin_ = DocBin(attrs=["ENT_IOB", "ENT_TYPE", "ENT_ID"], store_user_data=True)
    for record in records:
        doc = nlp.make_doc(record.document.text)
        spans = [doc.char_span(m.start, m.end, m.label, span_id=m.entity, alignment_mode="expand") for m in record.mentions]
        doc.ents = filter_spans([span for span in spans if span is not None])
        doc.user_data["doc_id"] = record.document.doc_id
        bin_.add(doc)
    bin_.to_disk(path)


def read(path: Path) -> list[GoldRecord]:
    """The records of a DocBin.

    Raises:
        GoldError: no DocBin, or an unknown label.

    """
    import spacy
    from spacy.tokens import DocBin

    try:
        docs = list(DocBin().from_disk(path).get_docs(spacy.blank("en").vocab))
    except (OSError, ValueError, KeyError) as error:
        raise GoldError(f"{path}: not a DocBin ({error})") from error
    return [
        record_from(
            doc.user_data.get("doc_id"),
            doc.text,
            [(e.start_char, e.end_char, e.label_, e.ent_id_ or None) for e in doc.ents],
            f"{path}, document {number}",
        )
        for number, doc in enumerate(docs, start=1)
    ]
