"""What a reader brings in from a file: drafts of events, and the rows that it could not read."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.model import Article, Claim, Event, Track


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """What an article says of an event that has no id yet; `claim.event` and `.article` are 0."""

    claim: Claim
    article: Article


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """An arrow from the event that holds this to the event with the uid `target`."""

    target: str
    uid: str = ""
    kind: str = "leads to"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One event as a file tells of it; `line` says where it stands.

    `track` is the uid of a track that the file brings along, or a name; `groups` names the heads
    above it, outermost first. `tags` is None where the file says nothing of tags.
    """

    line: int
    event: Event
    track: str = ""
    tags: tuple[str, ...] | None = None
    claims: tuple[ClaimDraft, ...] = ()
    links: tuple[LinkDraft, ...] = ()
    groups: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A row that cannot be read, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds. `given` names the fields of Event that it tells of at all.

    An event that the document has already keeps its own value in every other field. `articles` and
    `tracks` are brought along whole; `parents` tells uids of tracks in a group, and of their heads.
    `title` is for a document that has none.
    """

    drafts: list[Draft]
    refused: list[Refused] = field(default_factory=list)
    given: frozenset[str] = frozenset()
    title: str = ""
    articles: tuple[Article, ...] = ()
    tracks: tuple[Track, ...] = ()
    parents: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many events an import made, changed, and found as they were already."""

    added: int
    changed: int
    unchanged: int
