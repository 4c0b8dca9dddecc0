"""What may be changed within a step: rows put in, kept otherwise, taken away."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from desktop.document.bulk import insert_many
from desktop.document.causes import told
from desktop.document.database import Database
from desktop.document.queries import Queries
from desktop.document.rows import TABLES, Kind, Row, Value, to_columns, with_uids
from desktop.model import Article, Claim, Event, Link, Tag, Track

T = TypeVar("T", Article, Track, Event, Claim, Link, Tag)


class Changing(Queries):
    """The changes; `Stepping` adds the steps that they are made in."""

    def __init__(self, db: Database, path: Path) -> None:
        super().__init__(db, path)
        self._new_files: dict[str, bytes] = {}

    def add(self, row: T) -> int:
        """Keep a new value, its id left to the document, and give the id."""
        (whole,) = with_uids([row])
        return self._db.table(TABLES[type(row)]).insert(to_columns(whole))

    def add_all(
        self, rows: Iterable[T], instead: Mapping[str, Sequence[Value]] | None = None
    ) -> list[int]:
        """Keep many new values of one kind, and give their ids in the same order.

        `instead` holds whole columns, by their names, for what the values do not know yet.
        """
        return insert_many(self._db, rows, instead)

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
        self._new_files[sha256] = content
        query = "INSERT INTO files (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING"
        with told(self.path):
            self._db.execute(query, [sha256, content])
        return sha256
