"""Every event as a row: which rows there are, in which order, and what their cells say.

Rows are ids; their events are read a page at a time as they come into view.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.document import Document
from desktop.gui.panels.inspector_status import status_name
from desktop.i18n import _
from desktop.model import Claim, Event, Status
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

    def __init__(self, document: Document) -> None:
        self._document = document
        self._pages: dict[int, Row] = {}
        self._words: dict[int, str] | None = None
        self._all: Ids = np.empty(0, np.int64)
        self._earliest: dict[int, int] = {}
        self.ids: Ids = np.empty(0, np.int64)
        self.column, self.is_descending, self.wanted = "when", False, ""

    def read(self) -> None:
        """Take from the document which events there are, and put them in order again."""
        self.forget()
        dated = self._document.event_columns()
        undated = [
            event.id
            for track in self._document.tracks()
            for event in self._document.undated(track.id)
        ]
        self._earliest = dict(zip(dated.ids.tolist(), dated.earliest.tolist(), strict=True))
        self._all = np.concatenate([dated.ids, np.array(undated, np.int64)])
        self.arrange()

    def forget(self, ids: frozenset[int] | None = None) -> None:
        """Drop what was read of these events, or of all, so that it is read again."""
        self._words = None
        if ids is None:
            self._pages.clear()
        for event in ids or ():
            self._pages.pop(event, None)

    def arrange(self) -> None:
        """Filter and sort by what `column`, `is_descending` and `wanted` say."""
        chosen = self._matching()
        order = self._order(chosen)
        self.ids = chosen[order[::-1]] if self.is_descending else chosen[order]

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
        statuses, tags = self._document.statuses(ids), self._document.tag_names(ids)
        claims = self._document.claims_of(ids)
        for event in self._document.events(ids):
            self._pages[event.id] = Row(
                event,
                statuses.get(event.id, ""),
                tuple(tags.get(event.id, ())),
                tuple(claims.get(event.id, ())),
            )

    def _matching(self) -> Ids:
        wanted = self.wanted.casefold().split()
        if not wanted:
            return self._all
        words = self._haystacks()
        found = [
            event
            for event in self._all.tolist()
            if all(part in words.get(event, "") for part in wanted)
        ]
        return np.array(found, np.int64)

    def _haystacks(self) -> dict[int, str]:
        """The title, place, note and tags of each event in small letters, read once."""
        if self._words is None:
            tags = self._document.tag_names()
            texts = self._document.event_texts()
            self._words = {
                event: "\n".join((title, place, note, *tags.get(event, ()))).casefold()
                for event, title, place, note in texts
            }
        return self._words

    def _order(self, ids: Ids) -> NDArray[np.intp]:
        listed = ids.tolist()
        if self.column == "when":
            times = [self._earliest.get(event, np.iinfo(np.int64).max) for event in listed]
            return np.argsort(np.array(times, np.int64), kind="stable")
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
            told = {event: str(name) for event, name in self._document.statuses(ids).items()}
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
