"""What the timeline knows of its document, re-read only where a change touched it."""

from collections.abc import Iterable, Mapping

from desktop.document import Changes, Document
from desktop.errors import DatelineError
from desktop.model import Track
from desktop.timeline.index import Index
from desktop.timeline.scene import Arrow

MOST_TITLES = 50_000  # titles kept in memory; then those in the picture are read again


class Contents:
    """Tracks, counts, undated events, links and titles, and the index of dated events."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.index = Index()
        self.tracks: dict[int, Track] = {}
        self.shown: list[Track] = []
        self.counts: dict[int, int] = {}
        self.undated: dict[int, list[tuple[int, str]]] = {}
        self.arrows: tuple[Arrow, ...] = ()
        self.colours: dict[int, str] = {}
        self._titles: dict[int, str] = {}
        self.read()

    def read(self) -> None:
        """Read everything, as at the opening of the document."""
        self._titles = {}
        self.index = Index(self._document.event_columns())
        self.colours = self._document.event_colours()
        self._read_tracks()
        self._read_links()

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
        if changes.is_everything:
            self.read()
            return frozenset()
        if not any(table in changes for table in ("events", "claims", "tracks", "links")):
            return None
        events = changes.of("events") | self._events_of(changes.of("claims"))
        for key in changes.of("events"):
            self._titles.pop(key, None)
        if "events" in changes:
            self.colours = self._document.event_colours()
        if events:
            self.index.change(events, self._document.event_columns(ids=events))
        if "tracks" in changes or "events" in changes:
            self._read_tracks()
        if "links" in changes or "events" in changes:
            self._read_links()
        return events

    def _events_of(self, claims: frozenset[int]) -> frozenset[int]:
        """The events of changed claims; nobody knows whose a removed one was, so all are read."""
        events = set()
        for claim in claims:
            try:
                events.add(self._document.claim(claim).event)
            except DatelineError:
                self.index = Index(self._document.event_columns())
        return frozenset(events)

    def _read_tracks(self) -> None:
        tracks = self._document.tracks()
        self.tracks = {track.id: track for track in tracks}
        self.shown = [track for track in tracks if not track.hidden]
        self.counts = self._document.event_counts()
        self.undated = {
            track.id: [(event.id, event.title) for event in self._document.undated(track.id)]
            for track in self.shown
        }

    def _read_links(self) -> None:
        links = self._document.links()
        self.arrows = tuple(Arrow(link.source, link.target, link.kind) for link in links)
