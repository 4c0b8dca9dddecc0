"""Decide for each track whether its events can be read one by one, and take them from the index.

What was decided stands while one pans: a track in which the events in view become too many or few
changes its ways at the next octave only, unless it must.
"""

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from desktop.timeline.batch import Batch
from desktop.timeline.crowding import Laner, gather_crowd
from desktop.timeline.events import EVER_AFTER, EVER_BEFORE, Ids
from desktop.timeline.frame import Ints, Metrics
from desktop.timeline.index import Index
from desktop.timeline.line import Line
from desktop.timeline.plan import Plan, Strand
from desktop.timeline.scale import TimeScale
from desktop.timeline.seating import TrackRows
from desktop.timeline.shapes import choose_room, choose_shapes, coarsest
from desktop.timeline.stack import Content, Shown, rows_that_fit, stack

ALWAYS_FEW = 120  # so many events in a whole track are always shown with all their labels
FEW, STILL_FEW = 250, 400  # in view: where rows for labels begin, and where they end
FEW_WHILE_PANNING = 60
ALL_LABELLED_ROWS = 120  # of all tracks with more than ALWAYS_FEW
LEAST_LABELLED, MOST_LABELLED = 12, 36  # of one of them
SEATED_WHOLE = 400  # a track of so many is seated at once, so that panning never changes it
_MOST_SEATED = 5000  # then those that are far away lose their rows

Widths = Callable[[Ids], Ints]
Window = tuple[int, int]


class Planner:
    """Makes plans, and remembers the rows of each octave so that going back shows the same."""

    def __init__(self, index: Index, widths: Widths, metrics: Metrics) -> None:
        self.index = index
        self.metrics = metrics
        self.shown: Sequence[Shown] = ()
        self._undated: frozenset[int] = frozenset()
        self._widths = widths
        self._measured: dict[int, int] = {}
        self._rows: dict[tuple[int, int], TrackRows] = {}
        self._latest: dict[int, TrackRows] = {}
        self._was_few: dict[int, bool] = {}
        self._laner = Laner()
        self._plan: Plan | None = None

    @property
    def is_settled(self) -> bool:
        """False while crowded tracks still wait for their rows."""
        return self._laner.is_settled

    def show_tracks(self, shown: Sequence[Shown], undated: frozenset[int]) -> None:
        """Have these tracks from now on."""
        self.shown, self._undated, self._plan = shown, undated, None

    def take_index(self, index: Index) -> None:
        """Plan for another index, with rows chosen anew."""
        self.index, self._plan = index, None
        for kept in (self._measured, self._rows, self._latest, self._was_few):
            kept.clear()

    def change(self, ids: Iterable[int]) -> None:
        """Let changed events find their rows anew; they keep them where they can."""
        changed = set(ids)
        for rows in self._rows.values():
            rows.leave(changed)
        for event in changed & self._measured.keys():
            del self._measured[event]
        self._plan = None

    def measure(self, ids: Ids) -> Ints:
        """The label widths of these events, asked for once."""
        keys = ids.tolist()
        missing = [key for key in keys if key not in self._measured]
        if missing:
            widths = self._widths(np.array(missing, np.int64))
            self._measured.update(zip(missing, widths.tolist(), strict=True))
        return np.fromiter((self._measured[key] for key in keys), np.int32, count=len(keys))

    def plan(self, scale: TimeScale) -> Plan:
        """The plan that holds the picture of `scale`, half a picture to spare on either side."""
        plan = self._plan
        if plan is None or not plan.holds(scale) or not self.is_settled:
            plan = self._plan = self._make(scale, plan)
        return plan

    def _make(self, scale: TimeScale, before: Plan | None) -> Plan:
        is_pan = before is not None and before.octave == scale.octave and _meets(before, scale)
        window = _window(scale, scale.width / 2)
        self._laner.begin(len(self.shown))
        strands: list[Strand] = []
        few: list[Batch] = []
        crowd: list[Batch] = []
        for number, shown in enumerate(self.shown):
            strand, batch = self._strand(shown, scale, window, is_pan=is_pan)
            strands.append(strand)
            batch = batch.on_band(number)
            (few if strand.is_few else crowd).append(batch)
        places = stack(self.shown, [strand.content for strand in strands], self.metrics)
        return Plan(
            scale.octave,
            *window,
            tuple(strands),
            tuple(places),
            Batch.joined(few),
            Batch.joined(crowd),
        )

    def _strand(
        self, shown: Shown, scale: TimeScale, window: Window, *, is_pan: bool
    ) -> tuple[Strand, Batch]:
        lines = tuple(self.index.line(track) for track in shown.members)
        has_shelf = shown.track.id in self._undated
        if shown.is_folded:
            content = Content(0, has_strip=True, has_shelf=False)
            return Strand(shown, lines, is_few=False, content=content), Batch.joined([])
        few = None
        if self._may_be_few(shown.track.id, lines[0], scale, is_pan=is_pan):
            few = self._seat(shown, lines[0], scale.octave, window)
        self._was_few[shown.track.id] = few is not None
        if few is not None:
            batch, rows = few
            content = Content(rows, has_strip=False, has_shelf=has_shelf)
        else:
            batch, rows = gather_crowd(shown, lines[0], scale, window, self._laner, self.metrics)
            content = Content(rows, has_strip=True, has_shelf=has_shelf)
        return Strand(shown, lines, is_few=few is not None, content=content), batch

    def _may_be_few(self, track: int, line: Line, scale: TimeScale, *, is_pan: bool) -> bool:
        if len(line) <= ALWAYS_FEW:
            return True
        count = line.count(*_window(scale, 0))
        if self._was_few.get(track, True):
            return count <= STILL_FEW
        return count <= (FEW_WHILE_PANNING if is_pan else FEW)

    def _seat(
        self, shown: Shown, line: Line, octave: int, window: Window
    ) -> tuple[Batch, int] | None:
        """The events of a track with a row for each; None where they need too many rows."""
        is_whole = len(line) <= SEATED_WHOLE
        events = line.events if is_whole else line.events.take(line.within(*window))
        per_pixel, metrics = coarsest(octave), self.metrics
        shapes = choose_shapes(events, shown.track.marker, per_pixel, metrics)
        widths = self.measure(events.ids)
        start, stop = choose_room(events, shapes, widths, per_pixel, metrics)
        if len(line) > ALWAYS_FEW:
            inside = np.minimum(stop, window[1]) - np.maximum(start, window[0])
            most = min(max(ALL_LABELLED_ROWS // len(self.shown), LEAST_LABELLED), MOST_LABELLED)
            if np.maximum(inside, 0).sum() > most * (window[1] - window[0]):
                return None
        key = (shown.track.id, octave)
        rows = self._rows.get(key)
        before = self._latest.get(shown.track.id)
        if rows is None or (not is_whole and len(rows) > _MOST_SEATED):
            rows = self._rows[key] = TrackRows()
        chosen = rows.seat(events.ids, start, stop, before if before is not rows else None)
        self._latest[shown.track.id] = rows
        fitting = rows_that_fit(shown, metrics, 0)
        if fitting is not None and rows.count > fitting:
            return None
        return Batch(events, np.zeros(len(events), np.int32), chosen, shapes, widths), rows.count


def _meets(plan: Plan, scale: TimeScale) -> bool:
    return plan.start < scale.stop and scale.start < plan.stop


def _window(scale: TimeScale, margin: float) -> Window:
    start, stop = scale.seconds(-margin), scale.seconds(scale.width + margin)
    return max(math.floor(start), EVER_BEFORE), min(math.ceil(stop), EVER_AFTER)
