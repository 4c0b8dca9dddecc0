"""Steps taken back and done again, one or many at a time."""

from collections.abc import Callable
from functools import partial

from desktop.document import journal
from desktop.document.changes import Changes, Step, merged
from desktop.document.stepping import Stepping


class Replaying(Stepping):
    """Undo and redo; `Document` adds the file that they happen in."""

    def undo(self) -> Changes | None:
        """Take back the last step; None when there is none."""
        step = self._asked(journal.last_step)
        return self._replay([step], [], self.undo) if step else None

    def redo(self) -> Changes | None:
        """Do the step again that was taken back last; None when there is none."""
        step = self._asked(journal.next_step)
        return self._replay([], [step], self.redo) if step else None

    def go_to_step(self, step: int) -> Changes | None:
        """Take back, or do again, until `step` is the last one done; 0 takes everything back."""
        later = [one for one in reversed(self.history()) if one.id > step and not one.is_undone]
        earlier = [one for one in self.history() if one.id <= step and one.is_undone]
        if not later and not earlier:
            return None
        return self._replay(later, earlier, partial(self.go_to_step, step))

    def _replay(
        self, back: list[Step], forth: list[Step], again: Callable[[], object]
    ) -> Changes | None:
        if self._make_ready():
            return None  # another program has written, and with that the history is gone
        self._forget_refused()
        self._again = again
        with self._refusing(), self._writing() as is_unseen:
            if is_unseen:
                return None
            changes = [journal.replay(self._db, one, "before") for one in back]
            changes += [journal.replay(self._db, one, "after") for one in forth]
        self._again = None
        together = merged(changes)
        self.on_change(together)
        return together
