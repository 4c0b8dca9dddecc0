"""Document: one open timeline file. Everything that the user makes lives in it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from desktop.document import check, holding, journal, opening
from desktop.document.bulk import insert_many
from desktop.document.changes import Changes, Step, merged
from desktop.document.holding import Hold
from desktop.document.queries import Queries
from desktop.document.rows import TABLES, Kind, Row, to_columns, with_uids
from desktop.document.uid import make_uids
from desktop.errors import FileError, ReadOnlyError
from desktop.i18n import _
from desktop.model import Article, Claim, Event, Link, Tag, Track

T = TypeVar("T", Article, Track, Event, Claim, Link, Tag)


class Document(Queries):
    """One open timeline file.

    Changes happen inside a step, which is on the disk when it ends and can be undone:

        with document.step(_("Place event")):
            document.add(event)
    """

    def __init__(
        self, db: Database, path: Path, hold: Hold | None, why_read_only: str = ""
    ) -> None:
        super().__init__(db, path)
        self.why_read_only = why_read_only
        self._hold = hold
        self.on_change: Callable[[Changes], None] = lambda changes: None
        self.session = make_uids(1)[0]
        self._step: int | None = None
        self._identity = opening.identity(path)
        self._data_version = self._read_data_version()

    @classmethod
    def create(cls, path: Path, title: str = "") -> "Document":
        """A new document in a new file; refused where a file stands already."""
        hold = holding.take(path)
        document = cls(opening.create(path), path, hold)
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
            db, why_read_only = opening.open_file(path, is_held=hold is not None)
        except BaseException:
            if hold:
                hold.release()
            raise
        return cls(db, path, hold, why_read_only)

    def close(self) -> None:
        """Let go of the file; there is nothing left to save."""
        self._db.close()
        if self._hold:
            self._hold.release()

    @property
    def was_left_open(self) -> bool:
        """True when the program that wrote the document before ended unexpectedly."""
        return self._hold is not None and self._hold.was_left_open

    @property
    def is_read_only(self) -> bool:
        """True when nothing in the document can change; `why_read_only` says why."""
        return bool(self.why_read_only)

    def follow(self) -> bool:
        """Notice what another program has written meanwhile; True when anything was."""
        seen = self._read_data_version()
        if seen == self._data_version:
            return False
        self._data_version = seen
        if not self.is_read_only:
            self.forget_history()
        self.on_change(Changes(_("Changed by another program"), is_everything=True))
        return True

    def can_take_over(self) -> bool:
        """True where another program wrote the document, and has gone."""
        hold = None if self._hold else holding.take(self.path)
        if hold:
            hold.release()
        return hold is not None

    def take_over(self) -> bool:
        """Write a document that was open for reading, if the program that wrote it has gone."""
        hold = self._hold or holding.take(self.path)
        if hold is None:
            return False
        self._db.close()
        self._hold = hold
        self._db, self.why_read_only = opening.open_file(self.path, is_held=True)
        self._identity = opening.identity(self.path)
        self._data_version = self._read_data_version()
        self.on_change(Changes(_("Taken over"), is_everything=True))
        return not self.is_read_only

    @property
    def title(self) -> str:
        """What the timeline is called; the file's name where nobody has named it."""
        return self.setting("title") or self.path.stem

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """One undoable change, on the disk when the block ends, or not made at all.

        A step inside a step joins the outer one.
        """
        if self._step is not None:
            yield
            return
        self._make_ready()
        with opening.told(self.path), self._recording(name) as ended:
            yield
        if ended and ended[0].rows:
            self.on_change(ended[0])

    @contextmanager
    def _recording(self, name: str) -> Iterator[list[Changes]]:
        ended: list[Changes] = []
        try:
            with self._db.atomic():
                self._step = journal.begin(self._db, name, self.session)
                yield ended
                ended.append(journal.end(self._db, self._step))
        finally:
            self._step = None

    def undo(self) -> Changes | None:
        """Take back the last step; None when there is none."""
        step = self._asked(journal.last_step)
        return self._replay(step, is_undo=True) if step else None

    def redo(self) -> Changes | None:
        """Do the step again that was taken back last; None when there is none."""
        step = self._asked(journal.next_step)
        return self._replay(step, is_undo=False) if step else None

    def go_to_step(self, step: int) -> Changes | None:
        """Take back, or do again, until `step` is the last one done; 0 takes everything back."""
        later = [one for one in reversed(self.history()) if one.id > step and not one.is_undone]
        earlier = [one for one in self.history() if one.id <= step and one.is_undone]
        if not later and not earlier:
            return None
        self._make_ready()
        with opening.told(self.path), self._db.atomic():
            changes = [journal.replay(self._db, one, "before") for one in later]
            changes += [journal.replay(self._db, one, "after") for one in earlier]
        together = merged(changes)
        self.on_change(together)
        return together

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

    def add(self, row: T) -> int:
        """Keep a new value, its id left to the document, and give the id."""
        (whole,) = with_uids([row])
        table = self._db.table(TABLES[type(row)])
        return int(str(table.insert(to_columns(whole)).last_pk))

    def add_all(self, rows: Iterable[T]) -> list[int]:
        """Keep many new values of one kind, and give their ids in the same order."""
        whole = with_uids(rows)
        return insert_many(self._db, TABLES[type(whole[0])], whole) if whole else []

    def keep(self, rows: Row | Iterable[Row]) -> None:
        """Put changed values in the place of those with the same ids."""
        for row in rows if isinstance(rows, Iterable) else [rows]:
            named = to_columns(row)
            sets = ", ".join(f'"{name}" = ?' for name in named)
            query = f"UPDATE {TABLES[type(row)]} SET {sets} WHERE id = ?"
            self._db.execute(query, [*named.values(), row.id])

    def remove(self, kind: Kind, ids: Iterable[int]) -> None:
        """Take values away, and with them all that cannot be without them."""
        chosen = json.dumps([int(key) for key in ids])
        query = f"DELETE FROM {TABLES[kind]} WHERE id IN (SELECT value FROM json_each(?))"
        self._db.execute(query, [chosen])

    def set_setting(self, name: str, value: str) -> None:
        """Set something for this document, within a step."""
        query = """INSERT INTO settings (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
        self._db.execute(query, [name, value])

    def set_state(self, name: str, value: str) -> None:
        """Remember where the user is; never undone, and nothing where the file is read-only."""
        if self.is_read_only or self.state(name) == value:
            return
        query = """INSERT INTO state (name, value) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET value = excluded.value"""
        with opening.told(self.path):
            self._db.execute(query, [name, value])

    def set_event_tags(self, event: int, names: Iterable[str]) -> None:
        """Give an event just these tags, within a step; a tag that nobody has yet is made."""
        known = {tag.name.casefold(): tag.id for tag in self.tags()}
        wanted = {name.strip().casefold(): name.strip() for name in names if name.strip()}
        query = "SELECT id, tag FROM event_tags WHERE event = ?"
        present = {tag: row for row, tag in self._db.execute(query, [event]).fetchall()}
        chosen = [known.get(folded) or self.add(Tag(name=name)) for folded, name in wanted.items()]
        for tag in chosen:
            if tag not in present:
                self._db.execute("INSERT INTO event_tags (event, tag) VALUES (?, ?)", [event, tag])
        for tag in present.keys() - set(chosen):
            self._db.execute("DELETE FROM event_tags WHERE id = ?", [present[tag]])

    def add_file(self, content: bytes) -> str:
        """Keep a file as it is, once, and give its SHA-256."""
        sha256 = hashlib.sha256(content).hexdigest()
        query = "INSERT INTO files (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING"
        with opening.told(self.path):
            self._db.execute(query, [sha256, content])
        return sha256

    def save_copy(self, path: Path, *, is_with_history: bool = True) -> None:
        """Write the document to another file, whole or not at all; this one stays open."""
        if path.resolve() == self.path.resolve():
            raise FileError(_("A copy needs another name than the open file."))
        opening.copy_to(self._db, self.path, path, is_with_history=is_with_history)

    def restore(self, copy: Path) -> None:
        """Put the content of a copy of this document in the place of what is there now."""
        self._make_ready()
        with opening.told(copy):
            opening.fill_from(self._db, copy)
        self._data_version = self._read_data_version()
        self.on_change(Changes(_("Restore copy"), is_everything=True))

    def forget_history(self) -> None:
        """Drop every step, so that nothing made so far can be undone."""
        with opening.told(self.path), self._db.atomic():
            journal.forget(self._db)

    def check(self) -> list[str]:
        """Sentences about what is wrong with the file; none when all is well."""
        with opening.told(self.path):
            return check.find_faults(self._db, self, is_read_only=self.is_read_only)

    def _replay(self, step: Step, *, is_undo: bool) -> Changes:
        self._make_ready()
        with opening.told(self.path), self._db.atomic():
            changes = journal.replay(self._db, step, "before" if is_undo else "after")
        self.on_change(changes)
        return changes

    def _asked(self, which: Callable[[Database], Step | None]) -> Step | None:
        with opening.told(self.path):
            return which(self._db)

    def _make_ready(self) -> None:
        if self.is_read_only:
            raise ReadOnlyError(self.why_read_only)
        if opening.identity(self.path) != self._identity:
            sentence = _("{name} was moved, deleted or replaced by another program; save a copy.")
            raise FileError(sentence.format(name=self.path.name))
        self.follow()

    def _read_data_version(self) -> int:
        with opening.told(self.path):
            return int(self._db.execute("PRAGMA data_version").fetchone()[0])
