"""What a filter that dims leaves lit: found once for a track and for a plan, not for each frame."""

from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from desktop.timeline.events.columns import Ids
from desktop.timeline.events.line import Line
from desktop.timeline.frames.batch import Batch

Flags = NDArray[np.bool_]


class Lighting:
    """The events of the filter in force among those that are drawn; None while it dims none."""

    def __init__(self) -> None:
        self._lit: Ids | None = None
        self._lines: WeakKeyDictionary[Line, Line] = WeakKeyDictionary()
        self._batch: tuple[Batch, Flags] | None = None

    def show(self, lit: Ids | None) -> bool:
        """Leave these events lit from now on; False where nothing is otherwise than before."""
        if lit is self._lit:
            return False
        self._lit, self._batch = lit, None
        self._lines.clear()
        return True

    @property
    def is_dimming(self) -> bool:
        """True while some events may be dimmed."""
        return self._lit is not None

    def flags(self, batch: Batch) -> Flags | None:
        """Which events of a batch are lit; those of the batch asked for last are kept."""
        if self._lit is None:
            return None
        if self._batch is None or self._batch[0] is not batch:
            self._batch = (batch, np.isin(batch.events.ids, self._lit))
        return self._batch[1]

    def line(self, line: Line) -> Line:
        """A line of the lit events only, the same one as long as neither it nor the filter is."""
        if self._lit is None:
            return line
        found = self._lines.get(line)
        if found is None:
            found = Line(line.events.take(np.isin(line.events.ids, self._lit)))
            self._lines[line] = found
        return found
