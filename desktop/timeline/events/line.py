"""The events of one track in time order, with what finds the visible ones among them quickly.

A few events that span everything would make "all that begin before" the whole track. So events
are also listed by length: class k holds lengths from 16^k up to 16^(k+1) seconds, and in each
class only those can be visible that begin at most its longest length before the picture. Events
that matter more than usual have a class of their own, so that crowds never hide them.
"""

from dataclasses import dataclass

import numpy as np

from desktop.timeline.events.columns import (
    Bytes,
    Events,
    Places,
    Seconds,
    exchanged,
    no_events,
)
from desktop.timeline.events.lanes import Lanes, first_lane, lowest_free
from desktop.timeline.events.length_classes import (
    LengthClass,
    exchange_classes,
    length_classes,
    move_classes,
    sort_by_length,
)

_NO_LANE = -1
_FEW = 64  # so many newcomers find their lanes one by one; more are laid out afresh


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One row of a dense track: events of one length class that do not overlap, in order."""

    places: Places
    starts: Seconds
    stops: Seconds

    def visible(self, start: int, stop: int) -> Places:
        """The places of those that touch [start, stop), exactly."""
        first = int(self.stops.searchsorted(start, "right"))
        return self.places[first : int(self.starts.searchsorted(stop))]


class Line:
    """One track's events by their earliest second; a changed line is a new one."""

    def __init__(self, events: Events | None = None) -> None:
        self.events = events if events is not None else no_events()
        self._ends: Seconds | None = None
        self._of: Bytes | None = None
        self._classes: dict[int, LengthClass] | None = None
        self._lanes: Lanes | None = None
        self._depth: dict[int, int] = {}
        self._whole: set[int] = set()
        self._rows: dict[int, list[Row]] = {}

    def __len__(self) -> int:
        """The number of dated events."""
        return len(self.events)

    @property
    def ends(self) -> Seconds:
        """The latest seconds of all events, in their own order."""
        if self._ends is None:
            self._ends = np.sort(self.events.latest, kind="stable")
        return self._ends

    @property
    def classes(self) -> dict[int, LengthClass]:
        """The length classes that hold something, by number."""
        if self._classes is None:
            self._classes = sort_by_length(self.events)
        return self._classes

    def has_rows(self, number: int, count: int) -> bool:
        """True where the first rows of a class need no long work."""
        return self._depth.get(number, 0) >= count or number in self._whole

    def rows(self, number: int, count: int) -> list[Row]:
        """The first rows of a class, from time alone, for drawing many events one by one."""
        known = self._rows.get(number, [])
        if len(known) >= count:
            return known[:count]
        some = self.classes[number]
        if self._lanes is None:
            self._lanes = np.full(len(self), _NO_LANE, np.int32)
        while not self.has_rows(number, count):
            rest = some.places[self._lanes[some.places] == _NO_LANE]
            if len(rest):
                lane = first_lane(self.events.earliest[rest], self.events.latest[rest])
                self._lanes[rest[lane]] = self._depth.get(number, 0)
                self._depth[number] = self._depth.get(number, 0) + 1
            else:
                self._whole.add(number)
        made = self._rows.setdefault(number, [])
        lanes = self._lanes[some.places]
        for next_one in range(len(made), min(count, self._depth.get(number, 0))):
            made.append(self._row(some.places[lanes == next_one]))
        return made[:count]

    def count(self, start: int, stop: int) -> int:
        """How many events touch [start, stop), without looking at any of them."""
        begun = int(self.events.earliest.searchsorted(stop))
        return begun - int(self.ends.searchsorted(start, "right"))

    def within(self, start: int, stop: int) -> Places:
        """The places of the events that touch [start, stop), in time order."""
        begun = [some.begun(start, stop) for some in self.classes.values()]
        if not begun:
            return np.empty(0, np.intp)
        places = np.sort(np.concatenate(begun)) if len(begun) > 1 else begun[0]
        return places[self.events.latest[places] > start]

    def place_of(self, event: int) -> int | None:
        """Where the event with this id stands, None if it is not here."""
        found = np.flatnonzero(self.events.ids == event)
        return int(found[0]) if len(found) else None

    def changed(self, gone: Places, come: Events) -> "Line":
        """Without those at `gone`, with `come` in their places; no other event changes its lane."""
        events = self.events
        come = come.take(np.lexsort((come.ids, come.positions, come.earliest)))
        if len(gone) == len(come) == 1:
            return self._exchanged(int(gone[0]), come)
        rest = events.without(gone)
        where = _places_for(rest, come)
        made = Line(rest.insert(where, come) if len(come) else rest)
        here = where + np.arange(len(come))
        if self._ends is not None:
            made._ends = _exchange(self._ends, events.latest[gone], come.latest)
        if self._classes is not None and len(come) + len(gone) <= _FEW:
            made._classes = move_classes(self._classes, made.events, gone, here)
        if self._lanes is not None and len(come) <= _FEW:
            lanes = np.insert(np.delete(self._lanes, gone), where, _NO_LANE)
            made._lanes = _find_lanes(made, lanes, self._depth, here)
            made._depth = {key: self._depth[key] for key in made.classes if key in self._depth}
        return made

    def _exchanged(self, gone: int, come: Events) -> "Line":
        """As `changed` for one event: only what lies between its two places is moved."""
        events = self.events
        where = _place_for(events, gone, come)
        made = Line(events.exchange(gone, where, come))
        if self._ends is not None:
            made._ends = _exchange(self._ends, events.latest[[gone]], come.latest)
        if self._classes is not None:
            made._classes = exchange_classes(self._classes, made.events, gone, where)
            kept = {key for key, some in made._classes.items() if some is self._classes.get(key)}
            made._rows = {key: rows for key, rows in self._rows.items() if key in kept}
        if self._lanes is not None:
            lanes = exchanged(self._lanes, gone, where, _NO_LANE)
            made._lanes = _find_lanes(made, lanes, self._depth, np.array([where]))
            made._depth = {key: self._depth[key] for key in made.classes if key in self._depth}
        return made

    def _row(self, places: Places) -> Row:
        return Row(places, self.events.earliest[places], self.events.latest[places])


def _places_for(rest: Events, come: Events) -> Places:
    places = rest.earliest.searchsorted(come.earliest)
    last = rest.earliest.searchsorted(come.earliest, "right")
    for number in np.flatnonzero(last > places).tolist():
        # The same first second: by hand, then by id.
        ties = slice(int(places[number]), int(last[number]))
        before = (rest.positions[ties] < come.positions[number]) | (
            (rest.positions[ties] == come.positions[number]) & (rest.ids[ties] < come.ids[number])
        )
        places[number] += int(before.sum())
    return places


def _place_for(events: Events, gone: int, come: Events) -> int:
    """Where one event comes to stand in place of the one at `gone`."""
    start = int(come.earliest[0])
    first = int(events.earliest.searchsorted(start))
    ties = np.arange(first, int(events.earliest.searchsorted(start, "right")))
    ties = ties[ties != gone]
    position, ids = come.positions[0], come.ids[0]
    before = (events.positions[ties] < position) | (
        (events.positions[ties] == position) & (events.ids[ties] < ids)
    )
    return first - (gone < first) + int(before.sum())


def _exchange(ordered: Seconds, gone: Seconds, come: Seconds) -> Seconds:
    if len(gone):
        ordered = np.delete(ordered, _every_place(ordered, np.sort(gone)))
    come = np.sort(come)
    return np.insert(ordered, ordered.searchsorted(come), come)


def _every_place(ordered: Seconds, gone: Seconds) -> Places:
    """Where each of the sorted values stands, the second of two equal ones one place on."""
    first = gone.searchsorted(gone)
    return ordered.searchsorted(gone) + np.arange(len(gone)) - first


def _find_lanes(line: Line, lanes: Lanes, depth: dict[int, int], come: Places) -> Lanes:
    """Put newcomers into the lowest lanes of their classes that are free; a full one waits."""
    for place in come.tolist() if depth else []:
        start, stop = int(line.events.earliest[place]), int(line.events.latest[place])
        number = int(length_classes(line.events.take(slice(place, place + 1)))[0])
        if number in depth:
            near = line.classes[number].begun(start, stop)
            taken = lanes[near[line.events.latest[near] > start]]
            lane = lowest_free(taken[taken != _NO_LANE])
            lanes[place] = lane if lane < depth[number] else _NO_LANE
    return lanes
