"""Every dated event of the document by track and time, changed one edit at a time."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from desktop.document import EventColumns
from desktop.timeline.events.columns import (
    EVER_AFTER,
    EVER_BEFORE,
    Columns,
    Events,
    Ids,
    among,
    no_events,
)
from desktop.timeline.events.line import Line

NO_IDS: Ids = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True)
class Dated:
    """One event as the index knows it; bounds in seconds since 1970."""

    id: int
    track: int
    earliest: int
    certain_from: int
    certain_until: int
    latest: int
    marks: int


class Index:
    """The timeline's own copy of what `document.event_columns()` gives: dated events only."""

    def __init__(self, columns: Columns | None = None) -> None:
        self._lines: dict[int, Line] = {}
        self._extent: tuple[int, int] | None = None
        if columns is not None:
            self._lines = {track: Line(events) for track, events in _by_track(columns).items()}

    def __len__(self) -> int:
        """The number of dated events."""
        return sum(len(line) for line in self._lines.values())

    def line(self, track: int) -> Line:
        """The events of a track, an empty line if it has none."""
        if track not in self._lines:
            self._lines[track] = Line()
        return self._lines[track]

    def tracks(self) -> list[int]:
        """The tracks that have dated events."""
        return [track for track, line in self._lines.items() if len(line)]

    def extent(self) -> tuple[int, int] | None:
        """The earliest and the latest second that any event names; open ends do not count."""
        if self._extent is None:
            ends = [_finite(line) for line in self._lines.values() if len(line)]
            known = [end for pair in ends if pair for end in pair]
            self._extent = (min(known), max(known)) if known else None
        return self._extent

    def find(self, event: int) -> Dated | None:
        """The event with this id, None if it is undated or unknown."""
        for track, line in self._lines.items():
            place = line.place_of(event)
            if place is not None:
                events = line.events
                return Dated(
                    id=event,
                    track=track,
                    earliest=int(events.earliest[place]),
                    certain_from=int(events.certain_from[place]),
                    certain_until=int(events.certain_until[place]),
                    latest=int(events.latest[place]),
                    marks=int(events.marks[place]),
                )
        return None

    def track_of(self, event: int) -> int | None:
        """The track that the event stands on, None if it is undated or unknown."""
        found = self.find(event)
        return None if found is None else found.track

    def change(self, ids: Iterable[int], columns: Columns) -> set[int]:
        """The events `ids` are now as `columns` tells; those that it does not hold are gone.

        Gives the tracks that have changed. Columns may hold events that are new to the index.
        """
        come = _by_track(columns)
        left = set(ids) | set(columns.ids.tolist())
        changed = set()
        # Those that get an event are looked through first: mostly it was theirs before.
        for track in [*come, *(track for track in self._lines if track not in come)]:
            if not left and track not in come:
                break
            line = self.line(track)
            gone = np.flatnonzero(among(line.events.ids, np.fromiter(left, np.int64, len(left))))
            if len(gone) or track in come:
                left.difference_update(line.events.ids[gone].tolist())
                self._lines[track] = line.changed(gone, come.get(track, no_events()))
                changed.add(track)
        self._extent = None
        return changed

    def columns(self) -> EventColumns:
        """Every event in the order (track, earliest, position, id), as a document gives them."""
        lines = [(track, line) for track, line in sorted(self._lines.items()) if len(line)]
        counts = [len(line) for _track, line in lines]
        tracks = np.repeat(np.array([track for track, _line in lines], np.int64), counts)
        events = Events.joined([line.events for _track, line in lines] or [no_events()])
        return EventColumns(tracks=tracks, **events.columns())

    def within(self, tracks: Iterable[int], start: int, stop: int) -> Ids:
        """The ids of the events on `tracks` that touch [start, stop), in time order by track."""
        found = []
        for track in tracks:
            line = self.line(track)
            found.append(line.events.ids[line.within(start, stop)])
        return np.concatenate(found) if found else NO_IDS


def _finite(line: Line) -> tuple[int, int] | None:
    """The first and last written second of a line, found from its ends unless many are open."""
    starts, ends = line.events.earliest, line.ends
    known_from = int(starts.searchsorted(EVER_BEFORE, "right"))
    known_until = int(ends.searchsorted(EVER_AFTER))
    known = []
    if known_from < len(starts):
        known += [int(starts[known_from]), int(starts[-1])]
    if known_until > 0:
        known += [int(ends[0]), int(ends[known_until - 1])]
    known = [second for second in known if EVER_BEFORE < second < EVER_AFTER]
    return (min(known), max(known)) if known else None


def _by_track(columns: Columns) -> dict[int, Events]:
    """Each track's events in the order (earliest, position, id); shared memory if they have it."""
    tracks = columns.tracks
    events = Events.of(columns)
    if len(tracks) > 1 and not _is_ordered(tracks, events):
        order = np.lexsort((events.ids, events.positions, events.earliest, tracks))
        tracks, events = tracks[order], events.take(order)
    if not len(tracks):
        return {}
    stops = np.append(np.flatnonzero(tracks[1:] != tracks[:-1]) + 1, len(tracks))
    heads = np.append(0, stops[:-1])
    return {
        int(tracks[head]): events.take(slice(int(head), int(stop)))
        for head, stop in zip(heads, stops, strict=True)
    }


def _is_ordered(tracks: Ids, events: Events) -> bool:
    """True where the rows come as the document gives them."""
    return not _goes_back([tracks, events.earliest, events.positions, events.ids])


def _goes_back(keys: list[Ids]) -> bool:
    tied = np.ones(len(keys[0]) - 1, np.bool_)
    for key in keys:
        first, second = key[:-1], key[1:]
        if bool((tied & (first > second)).any()):
            return True
        tied &= first == second
    return False
