"""What a document keeps beside its rows in time: settings, places, files, names, history."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from desktop.document import journal
from desktop.document.causes import told
from desktop.document.changes import Step
from desktop.document.database import Database
from desktop.document.rows import TABLES, columns_of, read_row
from desktop.errors import DatelineError
from desktop.i18n import _
from desktop.model import Article, Claim, Event, Link, Tag, Track

T = TypeVar("T", Article, Track, Event, Claim, Link, Tag)


class Kept:
    """The questions that need no time; `Queries` adds the others."""

    def __init__(self, db: Database, path: Path) -> None:
        self._db = db
        self.path = path

    def sources(self) -> list[str]:
        """Everyone who is named as saying something, in the order of the alphabet."""
        query = "SELECT DISTINCT said_by FROM claims WHERE said_by != '' ORDER BY 1 COLLATE NOCASE"
        return [str(name) for (name,) in self._ask(query)]

    def places(self) -> list[str]:
        """Every place that an event is at, in the order of the alphabet."""
        query = "SELECT DISTINCT place FROM events WHERE place != '' ORDER BY 1 COLLATE NOCASE"
        return [str(name) for (name,) in self._ask(query)]

    def setting(self, name: str, default: str = "") -> str:
        """What the user set for this document; a change of it can be undone."""
        rows = self._ask("SELECT value FROM settings WHERE name = ?", [name])
        return str(rows[0][0]) if rows else default

    def state(self, name: str, default: str = "") -> str:
        """Where the user was in this document: zoom, article, panels; no matter of undo."""
        rows = self._ask("SELECT value FROM state WHERE name = ?", [name])
        return str(rows[0][0]) if rows else default

    def file(self, sha256: str) -> bytes:
        """The content of a kept file; refused when there is none of this SHA-256."""
        query = "SELECT content FROM files WHERE sha256 = ?"
        rows = self._ask(query, [sha256])
        if not rows:
            raise DatelineError(_("The original of this article is not in the document."))
        return bytes(rows[0][0])

    def history(self) -> list[Step]:
        """Every step that is kept, oldest first, the undone ones last."""
        with told(self.path):
            return journal.steps(self._db)

    def history_of(self, event: int) -> list[tuple[Step, dict[str, tuple[str, str]]]]:
        """Each kept step that touched one event, with its changed fields: before and after."""
        with told(self.path):
            return journal.changes_to_event(self._db, event)

    def _all(self, kind: type[T], condition: str, values: Sequence[int | str] = ()) -> list[T]:
        query = f"SELECT {columns_of(kind)} FROM {TABLES[kind]} WHERE {condition}"
        return [read_row(kind, row) for row in self._ask(query, values)]

    def _one(self, kind: type[T], key: int) -> T:
        found = self._all(kind, "id = ?", [key])
        if not found:
            raise DatelineError(_("This is not in the document any more."))
        return found[0]

    def _ask(self, query: str, values: Sequence[int | str] = ()) -> list[Any]:
        """The rows that answer a query; what SQLite cannot read is told as a sentence."""
        with told(self.path):
            return list(self._db.execute(query, list(values)))
