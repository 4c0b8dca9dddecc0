"""Decide for each track whether its events can be read one by one, and take them from the index.

What was decided stands while one pans: a track in which the events in view become too many or few
changes its ways at the next octave only, unless it must.
"""

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np

from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.events.columns import EVER_AFTER, EVER_BEFORE, Events, Ids, among
from desktop.timeline.events.index import Index
from desktop.timeline.events.line import Line
from desktop.timeline.frames.batch import Batch
from desktop.timeline.frames.crowding import Laner, gather_crowd
from desktop.timeline.frames.frame import Ints, Metrics
from desktop.timeline.frames.patience import Patience
from desktop.timeline.frames.plan import Drawn, Plan, Strand, make_plan
from desktop.timeline.frames.seating import TrackRows
from desktop.timeline.frames.shapes import choose_room, choose_shapes, coarsest
from desktop.timeline.frames.stack import Content, Shown, rows_that_fit

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
        self._patience = Patience()
        self._waiting: set[int] = set()  # tracks of the last plan that are shown as they were
        self._is_pan = False
        self._changed: set[int] = set()
        self._plan: Plan | None = None

    @property
    def is_settled(self) -> bool:
        """False while tracks still wait for their rows."""
        return self._laner.is_settled and not self._waiting

    def show_tracks(self, shown: Sequence[Shown], undated: frozenset[int]) -> None:
        """Have these tracks from now on."""
        if (shown, undated) != (self.shown, self._undated):
            self.shown, self._undated, self._plan = shown, undated, None

    def take_index(self, index: Index) -> None:
        """Plan for another index, with rows chosen anew."""
        self.index, self._plan = index, None
        self._waiting.clear()
        for kept in (self._measured, self._rows, self._latest, self._was_few):
            kept.clear()
        self._laner.forget()

    def change(self, ids: Iterable[int]) -> None:
        """Let changed events find their rows anew; they keep them where they can."""
        changed = set(ids)
        for rows in self._rows.values():
            rows.leave(changed)
        for event in changed & self._measured.keys():
            del self._measured[event]
        self._changed |= changed

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
        if plan is None or self._changed or not plan.holds(scale) or not self.is_settled:
            plan = self._plan = self._make(scale, plan)
            self._changed.clear()
        return plan

    def _make(self, scale: TimeScale, before: Plan | None) -> Plan:
        if not self._waiting:
            self._is_pan = (
                before is not None and before.octave == scale.octave and _meets(before, scale)
            )
        window = _window(scale, scale.width / 2)
        kept: dict[int, Drawn] = {}
        older = {} if before is None else {one.strand.shown.track.id: one for one in before.drawn}
        if before is not None and before.holds(scale):
            window = (before.start, before.stop)
            kept = {track: one for track, one in older.items() if self._is_ready(one)}
        self._laner.begin(len(self.shown))
        self._patience.begin()
        self._waiting.clear()
        drawn = []
        for number, shown in enumerate(self.shown):
            lines = tuple(self.index.line(track) for track in shown.members)
            one = kept.get(shown.track.id)
            if one is None or not self._still(one, lines):
                one = self._draw(shown, lines, scale, window, older.get(shown.track.id))
            drawn.append(one.on_band(number))
        return make_plan(scale.octave, window, drawn, self.metrics)

    def _is_ready(self, drawn: Drawn) -> bool:
        """True where a track would be laid out just so again."""
        is_waiting = drawn.strand.shown.track.id in self._waiting
        return not is_waiting and (drawn.strand.is_few or self._laner.is_settled)

    def _still(self, drawn: Drawn, lines: tuple[Line, ...]) -> bool:
        """True where nothing has changed on a band, not even a title."""
        if any(one is not other for one, other in zip(drawn.strand.lines, lines, strict=True)):
            return False
        ids = drawn.batch.events.ids
        return not among(ids, np.fromiter(self._changed, np.int64)).any()

    def _draw(
        self,
        shown: Shown,
        lines: tuple[Line, ...],
        scale: TimeScale,
        window: Window,
        last: Drawn | None,
    ) -> Drawn:
        """How a track is shown, for a moment still as in `last` where it takes long to lay out."""
        track = shown.track.id
        has_shelf = track in self._undated
        if shown.is_folded:
            strand = Strand(
                shown, lines, is_few=False, content=Content(0, has_strip=True, has_shelf=False)
            )
            return Drawn(strand, Batch.joined([]), scale.octave)
        few = None
        if self._may_be_few(track, lines[0], scale):
            if (
                last is not None
                and last.strand.is_of(shown, lines, has_shelf=has_shelf)
                and not self._has_time(track, lines[0], scale.octave, window)
            ):
                self._waiting.add(track)
                return last if last.octave >= scale.octave else last.without_labels()
            few = self._seat(shown, lines[0], scale.octave, window)
        self._was_few[track] = few is not None
        batch, rows = few or gather_crowd(shown, lines[0], scale, window, self._laner, self.metrics)
        content = Content(rows, has_strip=few is None, has_shelf=has_shelf)
        strand = Strand(shown, lines, is_few=few is not None, content=content)
        return Drawn(strand, batch, scale.octave)

    def _has_time(self, track: int, line: Line, octave: int, window: Window) -> bool:
        """True where a track can have its rows in this frame; if not, a part of it is done."""
        ids = _seated(line, window).ids
        missing = [key for key in ids.tolist() if key not in self._measured]
        if missing:
            now = self._patience.share(len(missing))
            self.measure(np.array(missing[:now], np.int64))
            if now < len(missing):
                return False
        rows = self._rows.get((track, octave))
        return self._patience.take(len(ids) if rows is None else rows.lacking(ids))

    def _may_be_few(self, track: int, line: Line, scale: TimeScale) -> bool:
        if len(line) <= ALWAYS_FEW:
            return True
        count = line.count(*_window(scale, 0))
        if self._was_few.get(track, True):
            return count <= STILL_FEW
        return count <= (FEW_WHILE_PANNING if self._is_pan else FEW)

    def _seat(
        self, shown: Shown, line: Line, octave: int, window: Window
    ) -> tuple[Batch, int] | None:
        """The events of a track with a row for each; None where they need too many rows."""
        is_whole = len(line) <= SEATED_WHOLE
        events = _seated(line, window)
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


def _seated(line: Line, window: Window) -> Events:
    """The events of a track that get rows of their own: those near the picture, or all."""
    is_whole = len(line) <= SEATED_WHOLE
    return line.events if is_whole else line.events.take(line.within(*window))


def _meets(plan: Plan, scale: TimeScale) -> bool:
    return plan.start < scale.stop and scale.start < plan.stop


def _window(scale: TimeScale, margin: float) -> Window:
    start, stop = scale.seconds(-margin), scale.seconds(scale.width + margin)
    return max(math.floor(start), EVER_BEFORE), min(math.ceil(stop), EVER_AFTER)
