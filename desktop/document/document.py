"""Document: one open timeline file. Everything that the user makes lives in it."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.document import check, doubting, holding, journal, opening, sidefiles, sums
from desktop.document.causes import displaced, identity, told
from desktop.document.changes import Changes
from desktop.document.damage import sentence_of
from desktop.document.database import Database, sqlite3
from desktop.document.holding import Hold
from desktop.document.replaying import Replaying
from desktop.document.stepping import Doubted
from desktop.errors import DatelineError, FileError
from desktop.i18n import _
from desktop.paths import real


class Document(Replaying):
    """One open timeline file; `told_of` is what was found amiss beside it, "" for nothing.

    `is_damaged` where its last check found that it is not what was saved.

    Changes happen inside a step, which is on the disk when it ends and can be undone:

        with document.step(_("Place event")):
            document.add(event)
    """

    def __init__(
        self,
        db: Database,
        path: Path,
        hold: Hold | None,
        why_read_only: str = "",
        *,
        is_known: bool = False,
    ) -> None:
        super().__init__(db, path, why_read_only)
        self._hold = hold
        self._is_closed = False
        self._folder: TemporaryDirectory[str] | None = None
        self.told_of = ""
        self.is_damaged = False
        if not is_known:
            with told(path):
                doubting.doubt(db)
        if hold:
            hold.note(identity(path))

    @classmethod
    def create(cls, path: Path, title: str = "") -> "Document":
        """A new document in a new file; refused where a file stands already."""
        hold = holding.take(path)
        try:
            db = opening.create(path)
        except BaseException:
            if hold:
                hold.release()
            raise
        document = cls(db, path, hold, is_known=True)
        if title:
            with document.step(_("New timeline")):
                document.set_setting("title", title)
            document.forget_history()
        return document

    @classmethod
    def open(cls, path: Path) -> "Document":
        """The document in the file at `path`, brought to the newest shape where it may be.

        A file that another program is writing, or that cannot be written, opens for reading only.
        """
        hold = holding.take(path)
        try:
            told_of = sidefiles.set_aside_foreign(path, hold.noted) if hold else ""
            is_known = hold is not None and hold.knows(path)
            db, why_read_only = opening.open_file(path, is_held=hold is not None)
        except BaseException as error:
            if hold:
                hold.release(is_clean=not hold.was_left_open)
            if isinstance(error, DatelineError) and (found := sidefiles.recover_elsewhere(path)):
                return cls._of_recovered(path, found)
            raise
        document = cls(db, path, hold, why_read_only, is_known=is_known)
        document.told_of = told_of
        return document

    @classmethod
    def _of_recovered(cls, path: Path, found: sidefiles.Recovered) -> "Document":
        document = cls(found.db, path, None, found.why)
        document._folder = found.folder
        return document

    def close(self) -> None:
        """Let go of the file; there is nothing left to save."""
        is_known = not self._is_closed and not self.is_displaced and self._is_settled()
        self._is_closed = True
        self._db.close()
        if self._hold and is_known:
            self._hold.remember(self.path)
        if self._hold:
            self._hold.release()
        if self._folder:
            self._folder.cleanup()

    def _is_settled(self) -> bool:
        """False where the search index is not ours yet, or nothing of the file can be read."""
        try:
            return not doubting.is_doubted(self._db)
        except sqlite3.Error:
            return False

    @property
    def was_left_open(self) -> bool:
        """True when the program that wrote the document before ended unexpectedly."""
        return self._hold is not None and self._hold.was_left_open

    def can_take_over(self) -> bool:
        """True where another program wrote the document, and has gone."""
        hold = None if self._hold else holding.take(self.path)
        if hold:
            hold.release(is_clean=not hold.was_left_open)
        return hold is not None

    def take_over(self) -> bool:
        """Write a document that was open for reading, if the program that wrote it has gone."""
        hold = self._hold or holding.take(self.path)
        if hold is None:
            return False
        self._db.close()
        self._hold = hold
        is_known = hold.knows(self.path)
        self._db, self.why_read_only = opening.open_file(self.path, is_held=True)
        if not is_known:
            with told(self.path):
                doubting.doubt(self._db)
        self._identity = identity(self.path)
        with told(self.path):
            self._data_version = self._read_data_version()
        self.on_change(Changes(_("Taken over"), is_everything=True))
        return not self.is_read_only

    @property
    def title(self) -> str:
        """What the timeline is called; the file's name where nobody has named it."""
        return self.setting("title") or self.path.stem

    @property
    def undo_name(self) -> str:
        """What undo would take back, "" for nothing."""
        step = self._asked(journal.last_step)
        return step.name if step else ""

    @property
    def redo_name(self) -> str:
        """What redo would do again, "" for nothing."""
        step = self._asked(journal.next_step)
        return step.name if step else ""

    @property
    def undo_is_of_earlier_session(self) -> bool:
        """True when undo would take back what was done before this opening."""
        step = self._asked(journal.last_step)
        return step is not None and step.session != self.session

    def set_state(self, name: str, value: str) -> None:
        """Remember where the user is; never undone, and nothing where the file is read-only."""
        if self.is_read_only or self.state(name) == value:
            return
        query = """INSERT INTO state (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
        with told(self.path):
            self._db.execute(query, [name, value])

    def save_copy(self, path: Path, *, is_with_history: bool = True) -> None:
        """Write the document to another file, whole or not at all; this one stays open."""
        if real(path) == real(self.path):
            raise FileError(_("A copy needs another name than the open file."))
        with told(self.path), doubting.copying(self._db):
            opening.copy_to(self._db, self.path, path, is_with_history=is_with_history)

    def save_elsewhere(self, path: Path) -> None:
        """Write a copy to another file, and in it make the change that was refused here."""
        self.save_copy(path)
        if self._queue:
            copy = Document.open(path)
            try:
                copy.make_up(self._queue)
            finally:
                copy.close()

    def restore(self, copy: Path) -> None:
        """Put the content of a copy of this document in the place of what is there now."""
        self._make_ready()
        if self.is_displaced:
            raise displaced(self.path)
        with told(copy):
            opening.fill_from(self._db, copy)
            self._data_version = self._read_data_version()
        self.on_change(Changes(_("Restore copy"), is_everything=True))

    def _make_index_ours(self) -> None:
        """Make a doubted index anew where it may be; without one each row is read for a search."""
        if self.is_read_only or self._step is not None or self._is_settled():
            return
        with suppress(DatelineError), told(self.path), self._writing():
            pass  # to begin is enough

    def words_of(self, doubted: Doubted) -> list[str]:
        """What each of these damaged rows is, for the user."""
        with told(self.path):
            return [
                sentence_of(self._db, table, key)
                for table, keys in doubted.items()
                for key in sorted(keys)
            ]

    def trust(self, doubted: Doubted) -> None:
        """Take what damaged rows say now for right, because the user has looked at them."""
        self._make_ready()
        with self._refusing(), self._writing():
            sums.trust(self._db, doubted)

    def check(self) -> list[str]:
        """Sentences about what is wrong with the file; none when all is well."""
        self.is_damaged = True  # until it is seen to be whole
        with told(self.path):
            damage = check.find_damage(self._db)
            self.is_damaged = bool(damage)
            return damage or check.find_faults(self._db, self, is_read_only=self.is_read_only)
