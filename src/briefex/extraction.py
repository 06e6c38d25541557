"""One blurb in memory: the same functions as a run, and a result that a person can read at a prompt."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from briefex.errors import InputError, RequestError
from briefex.language import language_of
from briefex.readers.rows import checked_text
from briefex.records import Affiliation, Annotations, Appearance, DateFact, Document, Entity, Event, Link, sha256_text
from briefex.stages.annotate import Annotator, Settings
from briefex.stages.link import link_all
from briefex.tables import TABLES, document_rows, entity_rows

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, repr=False)
class Extraction:
    """What one blurb says.

    Attributes:
        document: the text and its dates.
        annotations: mentions and facts with their places in the text.
        entities: people, organisations and initiatives.
        links: which name is which entity.

    """

    document: Document
    annotations: Annotations
    entities: tuple[Entity, ...]
    links: tuple[Link, ...]

    @property
    def people(self) -> tuple[Entity, ...]:
        """The people, in the order in which the text names them."""
        return self._of("PERSON")

    @property
    def organisations(self) -> tuple[Entity, ...]:
        """The organisations, in the order in which the text names them."""
        return self._of("ORGANISATION")

    @property
    def initiatives(self) -> tuple[Entity, ...]:
        """The initiatives, in the order in which the text names them."""
        return self._of("INITIATIVE")

    @property
    def dates(self) -> tuple[DateFact, ...]:
        """The dates with their values."""
        return self.annotations.dates

    @property
    def affiliations(self) -> tuple[Affiliation, ...]:
        """Who holds, or held, which post where."""
        return self.annotations.affiliations

    @property
    def appearances(self) -> tuple[Appearance, ...]:
        """What each person does at the event."""
        return self.annotations.appearances

    @property
    def event(self) -> Event:
        """The announced event."""
        return self.annotations.event

    def _of(self, label: str) -> tuple[Entity, ...]:
        return tuple(e for e in self.entities if e.label == label)

    def to_dict(self) -> dict[str, list[dict[str, Any]]]:
        """The rows of every table, by table and column name, with plain values that JSON can hold."""
        return {
            name: [{c.name: _json(v) for c, v in zip(TABLES[name].columns, row, strict=True)} for row in rows]
            for name, rows in self._rows().items()
        }

    def to_frames(self) -> "dict[str, pd.DataFrame]":
        """The tables as pandas frames, as `read_tables` gives them for a published run."""
        import pyarrow as pa

        frames = {}
        for name, rows in self._rows().items():
            schema = TABLES[name].schema
            columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
            frames[name] = pa.table([pa.array(list(c), f.type) for c, f in zip(columns, schema, strict=True)], schema=schema).to_pandas()
        return frames

    def _rows(self) -> dict[str, list[tuple[Any, ...]]]:
        rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in TABLES}
        for entity in sorted(self.entities, key=lambda e: e.entity_id):
            table, row = entity_rows(entity)
            rows[table].append(row)
        for table, row in document_rows(self.document, self.annotations, self.links, language_of(self.document.text)):
            rows[table].append(row)
        return rows

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> list[str]:
        a, e = self.annotations, self.event
        rows = [("Event", e.title or "(no title)")]
        facts = [e.starts and f"{e.starts}{f' to {e.ends}' if e.ends else ''}", e.venue, (e.format or "").replace("_", " ")]
        facts += [
            f"hosted by {', '.join(e.hosts)}" if e.hosts else "",
            f"with {', '.join(e.partners)}" if e.partners else "",
            e.admission,
            "registration required" if e.registration_required else "",
        ]
        rows += [("", " | ".join(fact for fact in facts if fact))] if any(facts) else []
        roles = {p.person: p.role for p in a.appearances}
        names = {link.entity_id: link.name for link in self.links}
        for person in self.people:
            name = names[person.entity_id]
            rows.append(("Person", f"{person.honorific or ''} {person.name} ({roles.get(name, 'mentioned')})".strip()))
            rows += [("", f"  {_post(f)}") for f in a.affiliations if f.person == name]
        for kind, entities in (("Organisation", self.organisations), ("Initiative", self.initiatives)):
            rows += [(kind, f"{x.name}{f' ({x.acronym})' if x.acronym else ''}") for x in entities]
        rows += [("Date", f"{d.value}  “{' '.join(d.text.split())}”") for d in self.dates]
        rows += [("Look at", f.message) for f in a.flags]
        return [f"{kind:<14}{text}".rstrip() for kind, text in rows]


def _post(affiliation: Affiliation) -> str:
    where = ", ".join(name for name in (affiliation.unit, affiliation.organisation) if name)
    past = " (former)" if affiliation.status == "former" else ""
    return " — ".join(part for part in (affiliation.position, where) if part) + past


def _json(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def extract(
    text: str, *, published: dt.date | str | None = None, doc_id: str | None = None, title: str | None = None, model: str | None = None
) -> Extraction:
    """Find people, organisations, initiatives, dates and the facts between them in one blurb.

    Args:
        text: the blurb, at most 200,000 characters.
        published: the day it appeared, from which "next month" is counted; a date or an ISO string.
        doc_id: an id for the rows; without it the first 16 hex digits of the text's sha256.
        title: the title, where it is not in the text.
        model: a shipped names model or a model folder; without it the default one.

    Raises:
        RequestError: the text is empty or too long, or `published` is no ISO date.

    """
    try:
        checked_text(text)
    except InputError as error:
        raise RequestError(f"text: {error}") from error
    day = parse_day(published) if isinstance(published, str) else published
    document = Document(doc_id or sha256_text(text)[:16], "", text, title, day, day, "published" if day else "none")
    (annotations,) = _annotator(Settings() if model is None else Settings(model))([document])
    if not isinstance(annotations, Annotations):
        raise RequestError(f"text: {annotations.message}")
    entities, links = link_all([annotations])
    order = {link.entity_id: i for i, link in reversed(list(enumerate(links)))}
    return Extraction(document, annotations, tuple(sorted(entities, key=lambda e: order[e.entity_id])), tuple(links))


def parse_day(text: str) -> dt.date:
    """An ISO date.

    Raises:
        RequestError: it is none.

    """
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise RequestError(f'published: "{text}" is not a date that is known. Write it as 2025-06-01.') from error


@lru_cache(maxsize=2)
def _annotator(settings: Settings) -> Annotator:
    return Annotator(settings)


__all__ = ["Extraction", "extract"]
