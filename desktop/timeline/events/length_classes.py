"""The events of a line by their length: what may be visible begins soon before the picture."""

from dataclasses import dataclass

import numpy as np

from desktop.timeline.events.columns import Bytes, Events, Places, Seconds

IMPORTANT = 16  # the class of events that matter more than usual, however long; the last one
USUAL = 5
_NONE = np.empty(0, np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class LengthClass:
    """Events of about one length: their places in the line, and their starts in order.

    None of them is longer than `longest`, though the longest may have gone.
    """

    places: Places
    starts: Seconds
    longest: int

    def begun(self, start: int, stop: int) -> Places:
        """The places of those that may touch [start, stop)."""
        first = int(self.starts.searchsorted(start - self.longest, "right"))
        return self.places[first : int(self.starts.searchsorted(stop))]

    def without(self, place: int) -> "LengthClass":
        """After the event at `place`, of this class or another, has gone from the line."""
        at = int(self.places.searchsorted(place))
        is_here = at < len(self.places) and self.places[at] == place
        places = np.concatenate((self.places[:at], self.places[at + is_here :] - 1))
        starts = np.delete(self.starts, at) if is_here else self.starts
        return LengthClass(places, starts, self.longest)

    def shifted(self, place: int) -> "LengthClass":
        """After an event has come to stand at `place` of the line."""
        at = int(self.places.searchsorted(place))
        places = np.concatenate((self.places[:at], self.places[at:] + 1))
        return LengthClass(places, self.starts, self.longest)

    def exchanged(self, gone: int, where: int) -> "LengthClass":
        """After an event has gone from `gone` and another has come to stand at `where`."""
        first = int(self.places.searchsorted(min(gone, where)))
        stop = int(self.places.searchsorted(max(gone, where), "right"))
        if first == stop:
            return self
        rest = self.places[first:stop] != gone
        moved = self.places[first:stop][rest]
        moved = moved - (moved > gone)
        moved += moved >= where
        places = np.concatenate((self.places[:first], moved, self.places[stop:]))
        if rest.all():
            return LengthClass(places, self.starts, self.longest)
        starts = np.concatenate(
            (self.starts[:first], self.starts[first:stop][rest], self.starts[stop:])
        )
        return LengthClass(places, starts, self.longest)

    def joined(self, place: int, start: int, length: int) -> "LengthClass":
        """With the event that has come to stand at `place`."""
        at = int(self.places.searchsorted(place))
        places, starts = np.insert(self.places, at, place), np.insert(self.starts, at, start)
        return LengthClass(places, starts, max(self.longest, length))


def sort_by_length(events: Events) -> dict[int, LengthClass]:
    """The classes that hold something, by number."""
    if not len(events):
        return {}
    of = length_classes(events)
    order = np.argsort(of, kind="stable")
    bounds = np.searchsorted(of[order], np.arange(IMPORTANT + 2))
    made = {}
    for number in range(IMPORTANT + 1):
        places = order[bounds[number] : bounds[number + 1]]
        if len(places):
            starts = events.earliest[places]
            made[number] = LengthClass(places, starts, int((events.latest[places] - starts).max()))
    return made


def length_classes(events: Events) -> Bytes:
    """The number of each event's class, 0 for the shortest."""
    exponent = np.frexp((events.latest - events.earliest).astype(np.float64))[1]
    of = np.clip((exponent - 1) // 4, 0, IMPORTANT - 1)
    return np.where(events.importance > USUAL, IMPORTANT, of).astype(np.uint8)


def shortest_of(number: int) -> float:
    """The seconds of the shortest event that a class can hold."""
    return 0.0 if number == IMPORTANT else 16.0**number


def move_classes(
    classes: dict[int, LengthClass], events: Events, gone: Places, here: Places
) -> dict[int, LengthClass]:
    """The classes after a few events have gone and others have come to stand at `here`."""
    moved = dict(classes)
    for place in gone[::-1].tolist():
        moved = {number: some.without(place) for number, some in moved.items()}
    of = length_classes(events.take(here))
    for place, number in zip(here.tolist(), of.tolist(), strict=True):
        moved = {key: some.shifted(place) for key, some in moved.items()}
        start = int(events.earliest[place])
        some = moved.get(number, LengthClass(np.empty(0, np.intp), np.empty(0, np.int64), 0))
        moved[number] = some.joined(place, start, int(events.latest[place]) - start)
    return {number: some for number, some in sorted(moved.items()) if len(some.places)}


def exchange_classes(
    classes: dict[int, LengthClass], events: Events, gone: int, where: int
) -> dict[int, LengthClass]:
    """The classes after the event at `gone` has come to stand at `where`, changed or another.

    A class of which nothing lies between the two is the same one as before.
    """
    number = int(length_classes(events.take(slice(where, where + 1)))[0])
    start = int(events.earliest[where])
    length = int(events.latest[where]) - start
    moved = {}
    for key in sorted({*classes, number}):
        some = classes.get(key, LengthClass(np.empty(0, np.intp), _NONE, 0))
        if key == number:
            some = some.exchanged(gone, where).joined(where, start, length)
        else:
            some = some.exchanged(gone, where)
        if len(some.places):
            moved[key] = some
    return moved
