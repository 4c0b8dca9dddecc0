"""What the timeline knows of its document, re-read only where a change touched it."""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from desktop.document import Changes, Document, Filter, column_cache
from desktop.edits.groups import family_of
from desktop.model import Status, Track
from desktop.timeline.drawing.scene import Arrow
from desktop.timeline.events.columns import Events, Ids
from desktop.timeline.events.index import Index
from desktop.timeline.stage.sieve import Sieve

_TABLES = ("events", "claims", "tracks", "links")
_OF_FILTERS = ("articles", "tags", "event_tags")
MOST_ARROWS = 5000  # links that are looked through for those in the picture
MOST_TITLES = 50_000  # titles kept in memory; then those in the picture are read again


class Contents:
    """Tracks, counts, undated events, links and titles, and the index of dated events."""

    def __init__(self, document: Document, until: Callable[[], int] = int) -> None:
        """`until` gives the event up to which a large document is read at first, 0 for all."""
        self._document = document
        self._until = until
        self._sieve = Sieve(document)
        self.index = Index()
        self.tracks: dict[int, Track] = {}
        self.shown: list[Track] = []
        self.counts: dict[int, int] = {}
        self.undated: dict[int, list[tuple[int, str]]] = {}
        self.arrows: tuple[Arrow, ...] = ()
        self.colours: dict[int, str] = {}
        self._titles: dict[int, str] = {}
        self._link_ends: dict[int, tuple[int, int]] | None = None
        self.read()

    def read(self) -> None:
        """Read everything, as at the opening of the document."""
        self._titles = {}
        self._sieve.look_again()
        self._sieve.until = self._until()
        self.index = Index(self._sieve.columns())
        known = self.index.columns().ids.tolist() if self._sieve.until else None
        self.colours = self._document.event_colours(known)
        self._read_tracks()
        self._read_links()

    @property
    def filter(self) -> Filter:
        """What is shown; it is false while everything is."""
        return self._sieve.filter

    @property
    def matched(self) -> int | None:
        """How many events the filter lets through, undated ones too; None without a filter."""
        return None if self._sieve.matching is None else len(self._sieve.matching)

    @property
    def matching(self) -> Ids | None:
        """The ids of the events for which the filter holds, in order; None without a filter."""
        return self._sieve.matching

    @property
    def passing(self) -> Ids | None:
        """The ids of the events that are drawn, faint ones too; None where all are."""
        return self._sieve.passing

    @property
    def lit(self) -> Ids | None:
        """The events that are not dimmed; None where none is."""
        return self._sieve.lit

    def restrict(self, wanted: Filter) -> None:
        """Show what a filter lets through, in an index of its own; a wrong term is refused."""
        self._sieve.take(wanted)
        self.index = Index(self._sieve.columns())
        self._read_tracks()

    def has(self, event: int) -> bool:
        """True for an event that the filter lets through: a dated one, or one on a shelf."""
        waiting = (waiting for chips in self.undated.values() for waiting, _title in chips)
        return self.index.track_of(event) is not None or event in waiting

    def counted(self, track: int) -> Events:
        """The dated events of a track that count: those that are drawn and not dimmed."""
        events = self.index.line(track).events
        return events if self.lit is None else events.take(np.isin(events.ids, self.lit))

    def statuses(self, ids: list[int]) -> dict[int, Status]:
        """What was known of each of these events on the day in view."""
        return self._sieve.statuses(ids)

    @property
    def hidden(self) -> int:
        """How many tracks are not shown."""
        return len(self.tracks) - len(self.shown)

    def titles(self, ids: Iterable[int]) -> Mapping[int, str]:
        """The titles of these events at least; those not read yet are asked for in one query."""
        missing = [key for key in ids if key not in self._titles]
        if missing:
            if len(self._titles) + len(missing) > MOST_TITLES:
                self._titles = {}
                missing = list(ids)
            self._titles |= self._document.titles(missing)
        return self._titles

    def refresh(self, changes: Changes) -> frozenset[int] | None:
        """Take in what a step touched, and give the events that have changed; None for nothing.

        Where everything may have changed, the index is another one.
        """
        if changes.is_everything or (self.filter.known and "articles" in changes):
            self.read()
            return frozenset()
        watched = _TABLES + (_OF_FILTERS if self.filter else ())
        if not any(table in changes for table in watched):
            return None
        claims = changes.of("claims")
        events = changes.of("events") | self._sieve.look_again()
        events |= self._document.events_of_claims(claims) if claims else frozenset()
        for key in changes.of("events"):
            self._titles.pop(key, None)
        if "events" in changes:
            self._read_colours(changes.of("events"))
        is_dated = self._take_columns(events)
        if "tracks" in changes or self.filter or not is_dated:
            self._read_tracks()
        elif events:
            self._count()
        if "links" in changes or "events" in changes:
            self._read_links()
        return events

    def _take_columns(self, events: frozenset[int]) -> bool:
        """Take these events into the index; true where all of them had a date and have one now."""
        if not events:
            return True
        columns = self._sieve.columns_of(events)
        self.index.change(events, columns)
        waited = {event for chips in self.undated.values() for event, _title in chips}
        return len(columns.ids) == len(events) and waited.isdisjoint(events)

    def _read_colours(self, events: frozenset[int]) -> None:
        kept = {key: one for key, one in self.colours.items() if key not in events}
        self.colours = kept | self._document.event_colours(events)

    def keep(self) -> None:
        """Let the next opening of a large document find what is known of it."""
        is_all = not (self.filter or self._sieve.until or self._document.is_read_only)
        if is_all and len(self.index) >= column_cache.LEAST:
            self._document.follow()  # what another program wrote just now
            self._document.keep_columns(self.index.columns(), self.colours)

    def _read_tracks(self) -> None:
        self._link_ends = None
        tracks = self._document.tracks()
        self.tracks = {track.id: track for track in tracks}
        hidden = {track.id for track in tracks if track.hidden}
        away = hidden.union(*(family_of(tracks, track) for track in hidden)) if hidden else hidden
        self.shown = [track for track in tracks if track.id not in away]
        self.undated = {track.id: self._undated(track.id) for track in self.shown}
        self._count()

    def _count(self) -> None:
        self.counts = {
            track: len(self.counted(track).ids) + self._count_chips(chips)
            for track, chips in self.undated.items()
        }

    def shown_events(self) -> list[int]:
        """The events shown now, by track and time: on tracks that are shown, and not dimmed.

        Those of unknown date stand behind the dated ones of their track.
        """
        found: list[int] = []
        for track in self.shown:
            found += self.counted(track.id).ids.tolist()
            chips = [event for event, _title in self.undated[track.id]]
            found += (
                chips
                if self.lit is None
                else [event for event in chips if np.isin(event, self.lit)]
            )
        return found

    def _count_chips(self, chips: list[tuple[int, str]]) -> int:
        if self.lit is None:
            return len(chips)
        return int(np.isin([event for event, _title in chips], self.lit).sum()) if chips else 0

    def _undated(self, track: int) -> list[tuple[int, str]]:
        events = self._document.undated(track)
        shown = self._sieve.among(frozenset(event.id for event in events))
        return [(event.id, event.title) for event in events if event.id in shown]

    def link_ends(self) -> Mapping[int, tuple[int, int]]:
        """The first and last second of the dated events with links, those on shown tracks."""
        if self._link_ends is None:
            linked = frozenset(key for one in self.arrows for key in (one.source, one.target))
            columns = self._sieve.columns_of(linked)
            shown = {track.id for track in self.shown}
            told = zip(columns.ids, columns.tracks, columns.earliest, columns.latest, strict=True)
            self._link_ends = {
                int(key): (int(first), int(last))
                for key, track, first, last in told
                if int(track) in shown
            }
        return self._link_ends

    def _read_links(self) -> None:
        links = self._document.links()[:MOST_ARROWS]
        self.arrows = tuple(Arrow(link.source, link.target, link.kind) for link in links)
        self._link_ends = None
