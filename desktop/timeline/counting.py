"""What the charts count: events by unit of time, people hurt as a band, claims by source.

An event is counted once, in the unit in which it begins, or may first have begun; one that has no
known beginning in the last unit in which it may lie.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.document import ClaimColumns
from desktop.timeline.axis.units import Kind, Unit
from desktop.timeline.events.columns import Events
from desktop.timeline.frames.frame import Mark

Numbers = NDArray[np.int64]

DAYS, WEEKS, MONTHS, YEARS = (Unit(kind) for kind in (Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.YEAR))
LADDER = (DAYS, WEEKS, MONTHS, YEARS, *(Unit(Kind.YEAR, 10**power) for power in range(1, 11)))
LEAST_BAR = 5  # pixels that a unit has when the zoom chooses it
MOST_BINS = 1500  # of a unit chosen by hand; beyond, bars are thinner than can be seen


@dataclass(frozen=True, slots=True)
class Bins:
    """Units of time side by side; `edges` are the seconds where they begin, and the last end."""

    unit: Unit
    edges: Numbers

    def __len__(self) -> int:
        """The number of units."""
        return len(self.edges) - 1

    def places(self, seconds: Numbers) -> Numbers:
        """The bin of each second, -1 for what lies outside."""
        found = self.edges.searchsorted(seconds, side="right").astype(np.int64) - 1
        found[found == len(self)] = -1
        return found


@dataclass(frozen=True, slots=True)
class Band:
    """How many people by bin, at the least and at the most; `events` tells of how many events."""

    least: Numbers
    most: Numbers
    events: Numbers


def unit_for(span: float, width: float, wanted: Unit | None = None) -> Unit:
    """The unit for `span` seconds on `width` pixels: the wanted one unless it is far too fine."""
    if wanted is not None and span / wanted.size <= MOST_BINS:
        return wanted
    least = span / max(width, 1.0) * LEAST_BAR
    fitting = [unit for unit in LADDER if unit.size >= least]
    if wanted is not None:
        fitting = [unit for unit in fitting if unit.size > wanted.size]
    return fitting[0] if fitting else LADDER[-1]


def bins_of(unit: Unit, first: int, last: int) -> Bins:
    """The units that touch the seconds [first, last), whole at either end."""
    starts = list(unit.starts(first, max(last, first + 1)))
    starts.append(unit.start_of(unit.number_at(starts[-1]) + 1))
    return Bins(unit, np.array(starts, np.int64))


def beginnings(events: Events) -> Numbers:
    """The second at which each event is counted."""
    is_open = (events.marks & int(Mark.OPEN_START)) != 0
    return np.where(is_open, events.latest - 1, events.earliest).astype(np.int64)


def count_events(lines: Sequence[Events], bins: Bins) -> Numbers:
    """How many events begin: a row for each of `lines`, a column for each bin."""
    counts = np.zeros((len(lines), len(bins)), np.int64)
    for row, events in enumerate(lines):
        places = bins.places(beginnings(events))
        counts[row] = np.bincount(places[places >= 0], minlength=len(bins))
    return counts


def count_people(
    lines: Sequence[Events], bins: Bins, claims: ClaimColumns, people: Numbers
) -> Band:
    """The band of `people`, which is `claims.killed` or `claims.injured`.

    The claims of one event are sources about the same people, so they widen its band and are never
    added up; the bands of several events are.
    """
    is_said = people[:, 0] >= 0
    told, least, most = _by_event(claims.events[is_said], people[is_said])
    places = _places_of(told, lines, bins)
    is_in = places >= 0
    return Band(
        least=_summed(places[is_in], least[is_in], len(bins)),
        most=_summed(places[is_in], most[is_in], len(bins)),
        events=np.bincount(places[is_in], minlength=len(bins)).astype(np.int64),
    )


def count_sources(
    lines: Sequence[Events], first: int, last: int, claims: ClaimColumns
) -> tuple[tuple[str, ...], Numbers]:
    """Who tells of events that touch the seconds [first, last), those with most claims first.

    Gives their names, and how many claims: a row a source, a column for each of `lines`.
    """
    counts = np.zeros((len(claims.names), len(lines)), np.int64)
    for column, events in enumerate(lines):
        shown = events.ids[(events.earliest < last) & (events.latest > first)]
        told = claims.sources[np.isin(claims.events, shown)]
        counts[:, column] = np.bincount(told, minlength=len(claims.names))
    totals = counts.sum(axis=1)
    order = np.argsort(-totals, kind="stable")
    order = order[totals[order] > 0]
    return tuple(claims.names[place] for place in order.tolist()), counts[order]


def round_steps(most: int, steps: int = 4) -> list[int]:
    """Whole numbers from 0 to `most` or just above, at a step of 1, 2 or 5 by a power of ten."""
    least = max(1, -(-most // steps))
    power = 10 ** (len(str(least)) - 1)
    step = next(some * power for some in (1, 2, 5, 10) if some * power >= least)
    return list(range(0, most + step, step)) if most else [0, 1]


def _by_event(events: Numbers, people: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """Each event once, the smallest of its least numbers and the greatest of its most."""
    if not len(events):
        return events, events, events
    order = np.argsort(events, kind="stable")
    each, begins = np.unique(events[order], return_index=True)
    chosen = people[order]
    least = np.minimum.reduceat(chosen.min(axis=1), begins)
    return each, least, np.maximum.reduceat(chosen.max(axis=1), begins)


def _places_of(told: Numbers, lines: Sequence[Events], bins: Bins) -> Numbers:
    """The bin in which each of the events `told`, ordered by id, is counted; -1 for none."""
    places = np.full(len(told), -1, np.int64)
    for events in lines:
        spots = np.searchsorted(told, events.ids)
        spots[spots == len(told)] = 0
        is_told = told[spots] == events.ids if len(told) else np.zeros(len(spots), bool)
        places[spots[is_told]] = bins.places(beginnings(events)[is_told])
    return places


def _summed(places: Numbers, people: Numbers, size: int) -> Numbers:
    summed = np.zeros(size, np.int64)
    np.add.at(summed, places, people)
    return summed
