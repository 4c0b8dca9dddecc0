"""The connection to a timeline's file, with sqlite-utils over it once more than SQL is asked for.

sqlite-utils takes as long to load as half a bare window, and opening and reading go without it.
There is one SQLite in the process: that which sqlite-utils takes too.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from typing import NamedTuple

try:
    import pysqlite3 as sqlite3
except ImportError:  # no wheels for every machine
    import sqlite3

__all__ = ["Column", "Database", "Table", "load_utilities", "sqlite3"]

Value = str | int | float | bytes | None


class Column(NamedTuple):
    """One column as `PRAGMA table_info` tells of it."""

    cid: int
    name: str
    type: str
    notnull: int
    default_value: str | None
    is_pk: int


class Database:
    """An open connection; without one, an empty database in memory."""

    def __init__(self, connection: sqlite3.Connection | None = None) -> None:
        self.conn = connection or sqlite3.connect(":memory:")

    def execute(self, query: str, values: Sequence[Value] = ()) -> sqlite3.Cursor:
        """Ask or change something."""
        return self.conn.execute(query, values)

    def table(self, name: str) -> "Table":
        """One table by its name."""
        return Table(self, name)

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """A transaction, whole or not at all."""
        self.conn.execute("BEGIN")
        try:
            yield
            self.conn.execute("COMMIT")
        finally:
            self.rollback()

    def rollback(self) -> None:
        """End the transaction, if one is open, without what it changed."""
        if self.conn.in_transaction:
            self.conn.execute("ROLLBACK")

    def close(self) -> None:
        """Let the file go."""
        self.conn.close()


class Table:
    """One table of a database, whether it is there or not."""

    def __init__(self, db: Database, name: str) -> None:
        self._db = db
        self.name = name

    @property
    def columns(self) -> list[Column]:
        """Its columns in their order, none where there is no such table."""
        return [Column(*row) for row in self._db.execute(f'PRAGMA table_info("{self.name}")')]

    def insert(self, row: Mapping[str, Value]) -> int:
        """Put a row in, and give its number."""
        from sqlite_utils import Database as Utilities

        db = Utilities(self._db.conn, execute_plugins=False, recursive_triggers=False)
        return int(str(db.table(self.name).insert(dict(row)).last_pk))


def load_utilities() -> None:
    """Load sqlite-utils before somebody waits for it."""
    import_module("sqlite_utils")
