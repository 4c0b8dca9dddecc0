"""Steps: changes that are on the disk when they end, or not made at all, and can be undone.

A step that the disk refuses is tried on a copy in memory, so that the user's gesture is not lost:
`try_again` makes it when the disk is back.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from desktop.document import causes, doubting, journal, sums, waiting
from desktop.document.causes import told
from desktop.document.changes import Changes, Step, merged
from desktop.document.changing import Changing
from desktop.document.database import Database, sqlite3
from desktop.document.uid import make_uids
from desktop.document.waiting import Waiting
from desktop.errors import DatelineError, ReadOnlyError, RefusedError
from desktop.i18n import _

Doubted = Mapping[str, Iterable[int]]  # numbers of rows by their table


class Stepping(Changing):
    """Makes steps; `Replaying` undoes and redoes them.

    `on_change` is told what changed, `on_refused` why a change was not made, `on_doubted` which of
    the changed rows were damaged before.
    """

    def __init__(self, db: Database, path: Path, why_read_only: str = "") -> None:
        super().__init__(db, path)
        self.why_read_only = why_read_only
        self.on_change: Callable[[Changes], None] = lambda changes: None
        self.on_doubted: Callable[[Doubted], object] = bool
        self.on_refused: Callable[[RefusedError], None] = lambda error: None
        self.session = make_uids(1)[0]
        self._step: int | None = None
        self._queue: tuple[Waiting, ...] = ()
        self._is_passing = self._is_shaken = self._is_unseen = False
        self._patience: int | None = None
        self._again: Callable[[], object] | None = None
        self._identity = causes.identity(path)
        with told(path):
            self._data_version = self._read_data_version()

    @property
    def is_read_only(self) -> bool:
        """True when nothing in the document can change; `why_read_only` says why."""
        return bool(self.why_read_only)

    @property
    def is_displaced(self) -> bool:
        """True when the file that was opened does not stand at its path any more."""
        return causes.identity(self.path) != self._identity

    @property
    def can_try_again(self) -> bool:
        """True when a change that was refused may be made later without the user's doing."""
        return self._again is not None

    def set_patience(self, milliseconds: int) -> None:
        """How long to wait for another program to let go of the file; a window may not hang."""
        self._patience = milliseconds
        with told(self.path):
            self._db.execute(f"PRAGMA busy_timeout = {milliseconds}")

    def follow(self) -> bool:
        """Notice what another program has written meanwhile; True when anything was."""
        with told(self.path):
            return self._follow()

    def _follow(self) -> bool:
        seen = self._read_data_version()
        if seen == self._data_version:
            return False
        self._data_version = seen
        if self._is_shaken:
            return False  # a disk that fails looks to SQLite as if another program had written
        if not self.is_read_only:
            doubting.doubt(self._db)  # whoever wrote may know nothing of the index
            self.forget_history()
        self.on_change(Changes(_("Changed by another program"), is_everything=True))
        return True

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One undoable change, on the disk when the block ends, or not made at all.

        A step inside a step joins the outer one.
        """
        if self._step is not None:
            yield
            return
        self._is_unseen = self._make_ready()
        self._make_up_passing()
        with self._refusing(), self._recording(name) as ended:
            yield
        if ended and ended[0].rows:
            self.on_change(ended[0])

    def try_again(self) -> None:
        """Make the change that was refused last, as it was tried; nothing where there is none."""
        if self._again:
            self._again()

    def make_up(self, kept: tuple[Waiting, ...]) -> None:
        """Make steps that were refused, here or in the document that this is a copy of."""
        self._make_ready()
        with self._refusing(), self._writing():
            changes = [waiting.make_up(self._db, one, self.session) for one in kept]
        self._forget_refused()
        self.on_change(merged(changes))

    def stop_waiting(self) -> None:
        """Take what another program keeps from being made as refused: later steps pass it by."""
        self._is_passing = False

    def forget_history(self) -> None:
        """Drop every step, so that nothing made so far can be undone."""
        with self._refusing(), self._writing():
            journal.forget(self._db)

    @contextmanager
    def _recording(self, name: str) -> Iterator[list[Changes]]:
        ended: list[Changes] = []
        if not self._is_passing:
            self._forget_refused()
        refused = self._begin(name)
        if refused is not None:
            with self._rehearsing(name, refused):
                yield ended
            raise refused
        try:
            yield ended
            if self._step is not None:
                changes = journal.end(self._db, self._step)
                if self._is_unseen and journal.is_overwriting(self._db, self._step):
                    raise causes.overtaken(self.path, name)
                if changes.rows:  # else it is rolled back, and what was undone can be redone
                    self._keep_waiting(self._db, name)
                    self._commit()
                self._forget_refused()
                ended.append(changes)
        finally:
            self._step = None
            self._roll_back()

    def _begin(self, name: str) -> Exception | None:
        """Open a step; where the disk refuses, the reason why."""
        self._new_files = {}
        if self.is_displaced:
            return causes.displaced(self.path)
        if not causes.has_room(self.path):
            return causes.no_room(self.path)
        try:
            self._is_unseen |= self._begin_writing()
            self._step = journal.begin(self._db, name, self.session)
        except sqlite3.Error as error:
            self._roll_back()
            if causes.refusal(self.path, error) is None:
                raise
            refused: Exception = error
            return refused
        return None

    @contextmanager
    def _rehearsing(self, name: str, refused: Exception) -> Iterator[None]:
        """Let the change be made on a copy in memory, and keep what it wrote there."""
        try:
            copy = doubting.in_memory(self._db)
        except sqlite3.Error:
            raise refused from None
        whole, self._db = self._db, copy
        try:
            for one in self._queue:
                waiting.make_up(copy, one, self.session)
            self._step = journal.begin(copy, name, self.session)
            yield
            journal.end(copy, self._step)
            self._keep_waiting(copy, name)
        finally:
            self._db, self._step = whole, None
            copy.close()

    def _keep_waiting(self, db: Database, name: str) -> None:
        kept = waiting.gathered(db, self._step, name, self._new_files) if self._step else None
        if kept is None:
            self._forget_refused()
            return
        self._queue = (*self._queue, kept)
        self._again = partial(self.make_up, self._queue)

    def _make_up_passing(self) -> None:
        """Make what another program kept from being made before what comes after it."""
        if self._is_passing and self._queue:
            with suppress(DatelineError):
                self.make_up(self._queue)

    def _forget_refused(self) -> None:
        self._queue, self._again, self._is_passing = (), None, False

    @contextmanager
    def _writing(self) -> Iterator[bool]:
        """A transaction, whole or not at all; True where another program wrote just before it."""
        try:
            if self.is_displaced:
                raise causes.displaced(self.path)
            yield self._begin_writing()
            self._commit()
        finally:
            self._roll_back()

    def _begin_writing(self) -> bool:
        """Begin a transaction on what is known; True where another program wrote meanwhile."""
        is_unseen = False
        self._db.execute("BEGIN IMMEDIATE")
        while self._read_data_version() != self._data_version:
            self._db.rollback()
            is_unseen |= self._follow()
            self._db.execute("BEGIN IMMEDIATE")
        doubting.settle(self._db)
        return is_unseen

    def _commit(self) -> None:
        if self.is_displaced:
            raise causes.displaced(self.path)
        doubted = sums.doubted(self._db)
        self._db.execute("COMMIT")
        if doubted:
            self.on_doubted(doubted)

    def _roll_back(self) -> None:
        """End a transaction that is still open; a disk that fails here is told of already."""
        with suppress(sqlite3.Error):
            self._db.rollback()

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        """Tell of a disk that refuses a change: what it is, and what is safe."""
        try:
            with told(self.path), causes.refused(self.path):
                yield
        except RefusedError as error:
            self._is_passing = error.may_pass
            self._is_shaken |= error.__cause__ is not None and not error.may_pass
            self.on_refused(error)
            raise

    def _asked(self, which: Callable[[Database], Step | None]) -> Step | None:
        with told(self.path):
            return which(self._db)

    def _make_ready(self) -> bool:
        """Refuse what is read-only; True where another program has written meanwhile."""
        if self.is_read_only:
            raise ReadOnlyError(self.why_read_only)
        with self._refusing():
            is_changed = self._follow()
        if self._is_shaken and not self.is_displaced:
            with suppress(DatelineError):  # the disk may be as it was; then the step says so
                self._renew()
        return is_changed

    def _renew(self) -> None:
        """Open the file anew after its disk failed: SQLite then counts its index wrongly."""
        if db := doubting.opened_anew(self._db, self.path):
            self._db.close()
            self._db, self._is_shaken = db, False
            if self._patience is not None:
                self.set_patience(self._patience)
            self._data_version = self._read_data_version()

    def _read_data_version(self) -> int:
        return int(self._db.execute("PRAGMA data_version").fetchone()[0])
