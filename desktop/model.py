"""The nouns of Dateline: plain frozen values that know nothing of files or screens."""

from dataclasses import dataclass, replace
from typing import Literal

from desktop.when import When

Stance = Literal["asserts", "denies", "attributes", "doubts"]
Status = Literal["", "reported", "claimed", "denied", "contested", "confirmed", "planned"]

STANCES: tuple[Stance, ...] = ("asserts", "denies", "attributes", "doubts")
STATUSES: tuple[Status, ...] = (
    "",
    "reported",
    "claimed",
    "denied",
    "contested",
    "confirmed",
    "planned",
)
MARKERS = ("bar", "circle", "diamond", "square", "triangle", "star", "era")
LINK_KINDS = ("causes", "answers", "contradicts", "part of", "leads to", "same as")
# Okabe and Ito (2008), told apart with every common colour vision, in the order of the mock-up.
COLOURS = ("#D55E00", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8A8F99", "#B8A800")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text that was read; quotes point into `text` by code points, so it never changes silently.

    `file` is the SHA-256 of the original in the document's files, `added` seconds since 1970.
    `pages` are the code points at which page 2, 3, … begin; `reference` is CSL-JSON, if known.
    """

    id: int = 0
    uid: str = ""
    title: str
    byline: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    published: When | None = None
    text: str = ""
    text_hash: str = ""
    file: str = ""
    added: int = 0
    note: str = ""
    pages: str = ""
    reference: str = ""

    def page_at(self, place: int) -> int | None:
        """The page on which the code point `place` stands, from 1; None for a text without."""
        begins = [int(begin) for begin in self.pages.split()]
        return 1 + sum(begin <= place for begin in begins) if begins else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One horizontal band; pressing `key` in an article places an event on it.

    `height` is in pixels, 0 for as high as needed; `words` (a line each) suggest the track.
    `parent` is the track that heads its group, `position` its place from the top.
    """

    id: int = 0
    uid: str = ""
    name: str
    key: str = ""
    colour: str = COLOURS[0]
    marker: str = "bar"
    position: int = 0
    height: int = 0
    collapsed: bool = False
    locked: bool = False
    hidden: bool = False
    parent: int | None = None
    words: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened on one track; `when` None is undated.

    `position` orders events of one day, `importance` (0-9, usual 5) whose label shows first.
    `latitude`/`longitude` are micro-degrees. `status` overrides what the claims say, with a reason.
    `extra` is JSON: columns of an imported table that Dateline has no field for.
    """

    id: int = 0
    uid: str = ""
    track: int
    title: str
    when: When | None = None
    position: int = 0
    importance: int = 5
    note: str = ""
    place: str = ""
    latitude: int | None = None
    longitude: int | None = None
    picture: str = ""
    colour: str = ""
    status: Status = ""
    status_reason: str = ""
    extra: str = ""

    def on(self, when: When | None) -> "Event":
        """The same event at another date."""
        return replace(self, when=when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An article's words that tell of an event: who says so, and whether they assert or deny it.

    `first`/`last` are code points into the article's text, `last` behind the last; `exact`,
    `prefix`, `suffix` are the W3C text quote selector. `date_first`/`date_last` are the words that
    dated the event. Counts of people are minimum and maximum.
    """

    id: int = 0
    uid: str = ""
    event: int
    article: int
    first: int
    last: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    said_by: str = ""
    stance: Stance = "asserts"
    said_when: When | None = None
    killed_min: int | None = None
    killed_max: int | None = None
    injured_min: int | None = None
    injured_max: int | None = None
    whom: str = ""
    date_first: int | None = None
    date_last: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An arrow from one event to another."""

    id: int = 0
    uid: str = ""
    source: int
    target: int
    kind: str = "leads to"
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A word that events are gathered under."""

    id: int = 0
    uid: str = ""
    name: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of an article, [first, last) in code points, and its words."""

    article: int
    first: int
    last: int
    text: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What the user has in hand: some events, an article, words in it, a track."""

    events: tuple[int, ...] = ()
    article: int | None = None
    words: tuple[int, int] | None = None
    track: int | None = None
