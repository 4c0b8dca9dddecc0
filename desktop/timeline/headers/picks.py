"""Several headers in hand at once, as Ctrl and Shift choose them."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picks:
    """The chosen tracks, and the one from which Shift reaches."""

    tracks: tuple[int, ...] = ()
    anchor: int | None = None

    def only(self, track: int | None) -> "Picks":
        """Just this track; the same picks where it is among them already."""
        if track in self.tracks:
            return self
        return Picks() if track is None else Picks((track,), track)

    def alone(self, track: int) -> "Picks":
        """Just this track."""
        return Picks((track,), track)

    def switched(self, track: int) -> "Picks":
        """One track more, or less."""
        left = tuple(one for one in self.tracks if one != track)
        return Picks(left, track) if len(left) < len(self.tracks) else Picks((*left, track), track)

    def reached(self, track: int, shown: Sequence[int]) -> "Picks":
        """All from the anchor to this track, as they are shown."""
        if self.anchor not in shown or track not in shown:
            return self.alone(track)
        ends = sorted((shown.index(self.anchor), shown.index(track)))
        return Picks(tuple(shown[ends[0] : ends[1] + 1]), self.anchor)
