"""The lower edge of a header, which the hand drags to make its track higher or lower."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRect

from desktop.timeline.headers.row import Row

REACH = 3  # pixels above and below an edge that belong to it


@dataclass(frozen=True, slots=True)
class Edge:
    """A lower edge in the hand: whose it is, where it was pressed, and how far it has come."""

    row: Row
    pressed: int
    smallest: int
    by: int = 0

    def at(self, y: int) -> "Edge":
        """The same edge with the hand at height `y`; the band never gets too low for its header."""
        return replace(self, by=max(y - self.pressed, self.smallest - self._height))

    @property
    def height(self) -> int:
        """The track's height where the edge is let go, its shelf left out."""
        return self._height + self.by

    @property
    def _height(self) -> int:
        return self.row.band.height - self.row.band.shelf


def edge_at(boxes: list[tuple[Row, QRect]], y: int) -> Row | None:
    """The header whose lower edge is at height `y`; a strip has none to drag."""
    return next(
        (row for row, box in boxes if abs(y - box.bottom()) <= REACH and not row.track.collapsed),
        None,
    )
