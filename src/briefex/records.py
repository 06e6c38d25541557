"""The records that flow through the stages: `Document` → `Annotations` → `Entity` and `Link` → rows.

All are frozen. Offsets are Unicode code points into `Document.text`, start inclusive, end exclusive. Inside one
document an entity is named by its fullest name there; ids across documents come from the link stage.
"""

import datetime as dt
import hashlib
from dataclasses import dataclass
from typing import Literal

Label = Literal["PERSON", "ORGANISATION", "INITIATIVE", "DATE"]
NAME_LABELS: tuple[Label, ...] = ("PERSON", "ORGANISATION", "INITIATIVE")
LABELS: tuple[Label, ...] = (*NAME_LABELS, "DATE")
Status = Literal["current", "former"]
STATUSES: tuple[Status, ...] = ("current", "former")
Role = Literal["chair", "speaker", "host", "mentioned"]
ROLES: tuple[Role, ...] = ("chair", "speaker", "host", "mentioned")
ResolvedFrom = Literal["text", "context", "reference", "none"]
ReferenceFrom = Literal["published", "argument", "none"]
Format = Literal["in_person", "online", "hybrid"]
FORMATS: tuple[Format, ...] = ("in_person", "online", "hybrid")
Admission = Literal["free", "paid"]
ADMISSIONS: tuple[Admission, ...] = ("free", "paid")
InitiativeKind = Literal[
    "programme", "project", "dialogue", "agreement", "law", "fund", "strategy", "network", "series", "conference", "working_group", "other"
]
LinkStatus = Literal["resolved", "ambiguous", "decided"]


def sha256_text(text: str) -> str:
    """The hex sha256 of a text's UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Document:
    """One blurb, its text exactly as read.

    `reference_date` is the day from which "next month" is counted; `reference_from` says where it comes from.
    """

    doc_id: str
    source: str
    text: str
    title: str | None = None
    published: dt.date | None = None
    reference_date: dt.date | None = None
    reference_from: ReferenceFrom = "none"


@dataclass(frozen=True, slots=True)
class Rejection:
    """One input that gave no document, and why."""

    source: str
    locator: str
    stage: str
    code: str
    message: str
    text_sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name or date in a text.

    `entity` is the fullest name of the same entity in the document, for a DATE its ISO 8601 value; `score` is the
    probability that the span and its label are right; `origin` names what found it; `honorific` is what stands before a
    person's name ("Professor", "HE Dr").
    """

    start: int
    end: int
    text: str
    label: Label
    entity: str
    score: float = 1.0
    origin: str = ""
    honorific: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that helps the facts but is no mention: a POSITION or a VENUE."""

    start: int
    end: int
    text: str
    label: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class DateFact:
    """What a date in a text means: its value, the days and instants it covers, and what settled it."""

    start: int
    end: int
    text: str
    value: str
    first_day: dt.date | None
    last_day: dt.date | None
    starts_utc: dt.datetime | None
    ends_utc: dt.datetime | None
    precision: str
    resolved_from: ResolvedFrom
    has_time: bool = False


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A post of a person as the blurb tells it; start and end cover the evidence.

    `organisation` is the institution, `unit` a narrower named part (an organisation or an initiative); `since` and
    `until` are ISO 8601 values where the text gives them.
    """

    person: str
    position: str | None
    organisation: str | None
    unit: str | None
    status: Status
    start: int
    end: int
    since: str | None = None
    until: str | None = None
    score: float = 1.0
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What a person does at the event; start and end cover the words that say so."""

    person: str
    role: Role
    start: int
    end: int
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Acronym:
    """A short form that the text ties to a full name, of an organisation or an initiative."""

    name: str
    acronym: str
    label: Label
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """Who takes part in, leads or funds an initiative: a name in the document, or a country."""

    initiative: str
    party: str
    start: int
    end: int
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """The announced event. What the text does not say is None or empty."""

    title: str | None = None
    starts: str | None = None
    ends: str | None = None
    venue: str | None = None
    format: Format | None = None
    admission: Admission | None = None
    registration_required: bool | None = None
    hosts: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a person should look at: two expansions of one acronym, a weekday that disagrees with its date, …"""

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that annotate finds in one document."""

    doc_id: str
    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateFact, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    appearances: tuple[Appearance, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    parties: tuple[Party, ...] = ()
    kinds: tuple[tuple[str, InitiativeKind], ...] = ()
    event: Event = Event()
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation or initiative across all documents."""

    entity_id: str
    label: Label
    name: str
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    honorific: str | None = None
    given_name: str | None = None
    family_name: str | None = None
    kind: InitiativeKind | None = None
    parent_id: str | None = None
    n_documents: int = 0
    n_mentions: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Why a name in a document is that entity."""

    doc_id: str
    entity_id: str
    label: Label
    surface: str
    name: str
    rule: str
    score: float
    status: LinkStatus
