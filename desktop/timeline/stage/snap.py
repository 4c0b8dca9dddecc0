"""What holds the hand: boundaries of the calendar as they are drawn, starts and ends of events."""

from collections.abc import Set
from dataclasses import dataclass

import numpy as np

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.axis.tick_words import snap_words
from desktop.timeline.axis.units import Kind, Unit
from desktop.timeline.events.columns import EVER_AFTER, EVER_BEFORE
from desktop.timeline.events.index import Index
from desktop.timeline.events.line import Line

PULL = 7  # pixels within which the hand is held
_EVENT_FIRST = 2  # pixels by which an event may be farther away than a boundary and still hold
_MOST_TRIED = 4  # ends on either side that are tried for one whose event is not left out


@dataclass(frozen=True, slots=True)
class Snapped:
    """A second that holds the hand and its name; `event` where it is an event's start or end."""

    seconds: int
    name: str
    event: int | None = None
    is_start: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """The starts and ends of the events on some tracks of an index."""

    index: Index
    tracks: tuple[int, ...]

    def nearest(self, seconds: float, reach: float, left_out: Set[int]) -> Snapped | None:
        """The one nearest to a second and within `reach` seconds; open ends hold nothing."""
        # Those next to the second first; more of them where all of these are in hand.
        for count in (1, _MOST_TRIED) if left_out else (1,):
            for _away, instant, track, is_start in sorted(self._near(seconds, reach, count)):
                event = _event_at(self.index.line(track), instant, left_out, is_start=is_start)
                if event is not None:
                    name = snap_words(Unit(Kind.MINUTE), instant)
                    return Snapped(instant, name, event, is_start)
        return None

    def _near(self, seconds: float, reach: float, count: int) -> list[tuple[float, int, int, bool]]:
        """What is near enough on each track: how far away, the second, the track, a start or not.

        Only `count` on either side of each.
        """
        middle = np.int64(round(seconds))
        found = []
        for track in self.tracks:
            line = self.index.line(track)
            for is_start, ordered in ((True, line.events.earliest), (False, line.ends)):
                place = int(ordered.searchsorted(middle))
                for instant in ordered[max(0, place - count) : place + count].tolist():
                    away = abs(instant - seconds)
                    if away <= reach and EVER_BEFORE < instant < EVER_AFTER:
                        found.append((away, instant, track, is_start))
        return found


def snap(
    ends: Ends, scale: TimeScale, unit: Unit, seconds: float, left_out: Set[int] = frozenset()
) -> Snapped | None:
    """The boundary or event's end nearest to `seconds`, None if none is within PULL pixels.

    `unit` is that of the lesser ticks (`ticks.level.minor`), `left_out` the events in hand. An
    event is named by its day and clock time: the caller knows its title.
    """
    reach = PULL * scale.per_pixel
    boundary = nearest_boundary(unit, seconds)
    away = abs(boundary - seconds)
    found = ends.nearest(seconds, min(reach, away + _EVENT_FIRST * scale.per_pixel), left_out)
    if found is not None:
        return found
    return Snapped(boundary, snap_words(unit, boundary)) if away <= reach else None


def nearest_boundary(unit: Unit, seconds: float) -> int:
    """Where the unit begins that begins nearest to a second."""
    number = unit.number_at(round(seconds))
    before, after = unit.start_of(number), unit.start_of(number + 1)
    return before if seconds - before <= after - seconds else after


def _event_at(line: Line, instant: int, left_out: Set[int], *, is_start: bool) -> int | None:
    events = line.events
    if is_start:
        first = int(events.earliest.searchsorted(instant))
        last = int(events.earliest.searchsorted(instant, "right"))
        ids = events.ids[first : min(last, first + len(left_out) + 1)]
    else:
        ids = events.ids[np.flatnonzero(events.latest == instant)]
    return next((event for event in ids.tolist() if event not in left_out), None)
