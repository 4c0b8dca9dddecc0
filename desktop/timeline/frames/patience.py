"""How much is laid out anew within one frame, so that no frame waits for all of it."""

AT_ONCE = 240  # titles that are measured, or events that get a row, within one frame


class Patience:
    """What is left of a frame, counted in events and not by a clock: the same on every machine.

    A frame that did not finish shows what it had before, and the next one goes on.
    """

    def __init__(self) -> None:
        self._left = AT_ONCE
        self._has_begun = False

    def begin(self) -> None:
        """Begin a frame."""
        self._left, self._has_begun = AT_ONCE, False

    def take(self, work: int) -> bool:
        """True where so much can still be done; the first piece always can, so that all ends."""
        if work and self._has_begun and work > self._left:
            return False
        self._has_begun = self._has_begun or work > 0
        self._left -= work
        return True

    def share(self, work: int) -> int:
        """How much of a piece that can be divided is done now."""
        done = min(work, max(self._left, 0))
        self.take(done)
        return done
