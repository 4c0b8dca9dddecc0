"""Every event as a row: which rows there are, in which order, and what their cells say.

Rows are ids; their events are read a page at a time as they come into view.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.document import Document, EventColumns
from desktop.gui.panels.inspector.status import status_name
from desktop.i18n import _
from desktop.model import Claim, Event, Status
from desktop.timeline.stage.contents import Contents
from desktop.when import in_words

COLUMNS = ("title", "when", "track", "status", "said_by", "place", "tags", "note", "articles")
PAGE = 256
Ids = NDArray[np.int64]


def heading_of(column: str) -> str:
    """What a column is called."""
    names = {
        "title": _("Title"),
        "when": _("When"),
        "track": _("Track"),
        "status": _("Status"),
        "said_by": _("Said by"),
        "place": _("Place"),
        "tags": _("Tags"),
        "note": _("Note"),
        "articles": _("Articles"),
    }
    return names[column]


@dataclass(frozen=True, slots=True)
class Row:
    """One event with all that its cells need."""

    event: Event
    status: Status
    tags: tuple[str, ...]
    claims: tuple[Claim, ...]


class Rows:
    """The ids of the rows in their order, and the rows themselves as they are asked for."""

    def __init__(self, document: Document, contents: Contents) -> None:
        self._document = document
        self._contents = contents
        self._pages: dict[int, Row] = {}
        self._all: Ids = np.empty(0, np.int64)
        self._ranks: dict[int, int] = {}
        self._orders: dict[int, str] = {}
        self.ids: Ids = np.empty(0, np.int64)
        self._is_dim: NDArray[np.bool_] = np.empty(0, np.bool_)
        self.column, self.is_descending = "when", False

    def read(self) -> None:
        """Take from the document which events there are, and put them in order again."""
        self.forget()
        dated = self._document.event_columns()
        undated = [
            event.id
            for track in self._document.tracks()
            for event in self._document.undated(track.id)
        ]
        in_time = np.lexsort((dated.ids, dated.positions, dated.tracks, dated.earliest))
        self._all = np.concatenate([dated.ids[in_time], np.array(undated, np.int64)])
        self._ranks = {event: rank for rank, event in enumerate(self._all.tolist())}
        self._orders = same_day_orders(dated, in_time)
        self.arrange()

    def forget(self, ids: frozenset[int] | None = None) -> None:
        """Drop what was read of these events, or of all, so that it is read again."""
        if ids is None:
            self._pages.clear()
        for event in ids or ():
            self._pages.pop(event, None)

    def arrange(self) -> None:
        """Filter as the timeline does, and sort by what `column` and `is_descending` say."""
        passing, lit = self._contents.passing, self._contents.lit
        chosen = self._all if passing is None else self._all[np.isin(self._all, passing)]
        order = self._order(chosen)
        self.ids = chosen[order[::-1]] if self.is_descending else chosen[order]
        self._is_dim = np.zeros(len(self.ids), np.bool_)
        if lit is not None:
            self._is_dim = ~np.isin(self.ids, lit)

    def is_reordered(self, events: Iterable[Event]) -> bool:
        """True where one of these has another place on its day than the rows know."""
        known = ((self._pages.get(event.id), event) for event in events)
        return any(row and row.event.position != event.position for row, event in known)

    def is_dim(self, number: int) -> bool:
        """True for a row that the filter does not match."""
        return bool(self._is_dim[number])

    def order_of(self, number: int) -> str:
        """The place of an event among those of its track that begin when it does: "2/3"."""
        return self._orders.get(int(self.ids[number]), "")

    def row(self, number: int) -> Row:
        """One row; those around it are read along."""
        event = int(self.ids[number])
        if event not in self._pages:
            start = number // PAGE * PAGE
            self._read_page(self.ids[start : start + PAGE].tolist())
        return self._pages[event]

    def runs_of(self, events: tuple[int, ...]) -> list[tuple[int, int]]:
        """The first and last number of each run of rows that these events fill."""
        numbers = np.flatnonzero(np.isin(self.ids, np.array(events, np.int64)))
        runs = np.split(numbers, np.flatnonzero(np.diff(numbers) > 1) + 1)
        return [(int(run[0]), int(run[-1])) for run in runs if len(run)]

    def _read_page(self, ids: list[int]) -> None:
        statuses, tags = self._contents.statuses(ids), self._document.tag_names(ids)
        claims = self._document.claims_of(ids)
        for event in self._document.events(ids):
            self._pages[event.id] = Row(
                event,
                statuses.get(event.id, ""),
                tuple(tags.get(event.id, ())),
                tuple(claims.get(event.id, ())),
            )

    def _order(self, ids: Ids) -> NDArray[np.intp]:
        listed = ids.tolist()
        if self.column == "when":
            return np.argsort(np.array([self._ranks[event] for event in listed], np.int64))
        keys = self._keys(listed)
        numbered = sorted(range(len(listed)), key=lambda place: keys.get(listed[place], ""))
        return np.array(numbered, np.intp)

    def _keys(self, ids: list[int]) -> dict[int, str]:
        """What the events are sorted by, as texts; what is empty stands last."""
        texts = {"title": 1, "place": 2, "note": 3}
        if self.column in texts:
            place = texts[self.column]
            told = {words[0]: str(words[place]) for words in self._document.event_texts()}
        elif self.column == "track":
            told = self._track_places()
        elif self.column == "status":
            told = {event: str(name) for event, name in self._contents.statuses(ids).items()}
        elif self.column == "tags":
            named = self._document.tag_names()
            told = {event: ", ".join(tags) for event, tags in named.items()}
        else:
            told = self._sources(ids)
        return {event: told.get(event, "").casefold() or "\uffff" for event in ids}

    def _track_places(self) -> dict[int, str]:
        places = {track.id: n for n, track in enumerate(self._document.tracks())}
        dated = self._document.event_columns()
        told = dict(zip(dated.ids.tolist(), dated.tracks.tolist(), strict=True))
        for track in places:
            told.update((event.id, track) for event in self._document.undated(track))
        return {event: f"{places[track]:06}" for event, track in told.items()}

    def _sources(self, ids: list[int]) -> dict[int, str]:
        titles = article_titles(self._document)
        claims = self._document.claims_of(ids)
        write = said_by if self.column == "said_by" else lambda told: articles(told, titles)
        return {event: write(tuple(told)) for event, told in claims.items()}


def same_day_orders(dated: EventColumns, in_time: NDArray[np.intp]) -> dict[int, str]:
    """What is told of the order of events that begin together on a track, once it was made."""
    tracks, starts = dated.tracks[in_time], dated.earliest[in_time]
    new = np.concatenate(([True], (np.diff(tracks) != 0) | (np.diff(starts) != 0)))
    first = np.flatnonzero(new[: len(in_time)])
    sizes = np.diff(np.append(first, len(in_time)))
    ids, positions = dated.ids[in_time], dated.positions[in_time]
    told: dict[int, str] = {}
    for place in np.flatnonzero(sizes > 1).tolist():
        start, size = int(first[place]), int(sizes[place])
        if positions[start : start + size].any():
            members = ids[start : start + size].tolist()
            told |= {event: f"{n}/{size}" for n, event in enumerate(members, 1)}
    return told


def said_by(claims: tuple[Claim, ...]) -> str:
    """Everyone who says so, each once."""
    return ", ".join(dict.fromkeys(claim.said_by for claim in claims if claim.said_by))


def articles(claims: tuple[Claim, ...], titles: dict[int, str]) -> str:
    """Every article that tells of it, each once."""
    return ", ".join(dict.fromkeys(titles.get(claim.article, "") for claim in claims))


def article_titles(document: Document) -> dict[int, str]:
    """The title of each article."""
    return {article.id: article.title for article in document.articles()}


def cell(row: Row, column: str, tracks: dict[int, str], titles: dict[int, str]) -> str:
    """What a cell says, on one line."""
    words = {
        "title": lambda: row.event.title,
        "when": lambda: in_words(row.event.when) if row.event.when else "",
        "track": lambda: tracks.get(row.event.track, ""),
        "status": lambda: status_name(row.status) if row.status else "",
        "said_by": lambda: said_by(row.claims),
        "place": lambda: row.event.place,
        "tags": lambda: ", ".join(row.tags),
        "note": lambda: row.event.note,
        "articles": lambda: articles(row.claims, titles),
    }
    return " ".join(words[column]().split())
