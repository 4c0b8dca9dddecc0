"""Rows that a file holds, though its schema names their table no more or pages above are torn.

They are read under our own wording of the table, from a private copy of the file whose first page
we write ourselves: nothing that the file says of itself is asked, and the file stays as it is.
"""

from collections.abc import Iterator
from contextlib import suppress
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory

from desktop.document.database import Database, sqlite3
from desktop.document.pages import Kinds, Pages
from desktop.document.strange import Values, open_strange, rows_of

_NEAR = 0.8  # how much of our wording a damaged one must still have


class Loose:
    """A damaged file and our own wording of its tables, which `fresh` has."""

    def __init__(self, source: Path, strange: Database, fresh: Database) -> None:
        self._source = source
        self._fresh = fresh
        entries = _entries(strange)
        self._roots = {name: root for root, name, _sql in entries}
        self._worded = {root: (name, sql) for root, name, sql in entries}
        self._folder: TemporaryDirectory[str] | None = None
        self._pages: Pages | None = None

    def close(self) -> None:
        """Drop the private copy."""
        if self._folder:
            self._folder.cleanup()

    def is_misworded(self, table: str, present: list[str]) -> bool:
        """True where rows of ours stand under a name of ours, whose columns are worded wrongly."""
        wanted = [column.name for column in self._fresh.table(table).columns]
        if set(wanted) <= set(present) and self._is_keyed(table):
            return False
        pages, root = self._read(), self._roots.get(table, 0)
        return pages is not None and pages.fits(root, self._kinds(table))

    def holds(self, table: str) -> bool:
        """True where the table is there for certain, with or without rows."""
        pages, root = self._read(), self._roots.get(table, 0)
        return pages is not None and (
            (pages.is_empty(root) and self._is_near(table, root)) or bool(self._tops(table))
        )

    def rows(self, table: str) -> Iterator[Values | None]:
        """The rows of a table, wherever they stand; None is one that cannot be read."""
        names = [column.name for column in self._fresh.table(table).columns]
        for root in self._tops(table):
            strange = self._opened(table, root)
            try:
                yield from rows_of(strange, table, names)
            finally:
                strange.close()

    def _opened(self, table: str, root: int) -> Database:
        pages, columns = self._read(), self._fresh.table(table).columns
        assert pages is not None
        assert self._folder is not None
        worded = ", ".join(
            f'"{column.name}"' + " INTEGER PRIMARY KEY" * (column.name == "id")
            for column in columns
        )
        first = pages.with_table(root, table, f"CREATE TABLE {table} ({worded})")
        path = Path(self._folder.name) / "copy"
        with path.open("r+b") as copy:
            copy.write(first)
        return open_strange(path)

    def _tops(self, table: str) -> list[int]:
        """Where the table's pages begin: at its root, else wherever nothing else leads to."""
        pages = self._read()
        if pages is None:
            return []
        kinds, known = self._kinds(table), self._roots.get(table, 0)
        tops = (known, *(top for top in pages.loose if top != known))
        return [
            top
            for top in tops
            if pages.fits(top, kinds) and (top not in self._worded or self._is_near(table, top))
        ]

    def _is_near(self, table: str, root: int) -> bool:
        """True where what the schema says of a root is our wording of the table, or near it."""
        name, sql = self._worded.get(root, ("", ""))
        query = "SELECT sql FROM sqlite_master WHERE name = ?"
        (ours,) = self._fresh.execute(query, [table]).fetchone()
        near = SequenceMatcher(None, sql, ours, autojunk=False)
        return name == table or (near.quick_ratio() > _NEAR and near.ratio() > _NEAR)

    def _is_keyed(self, table: str) -> bool:
        """True where the rows' numbers are worded as such, or the table has none."""
        _name, sql = self._worded.get(self._roots.get(table, 0), ("", ""))
        return table == "files" or "INTEGER PRIMARY KEY" in sql.upper()

    def _kinds(self, table: str) -> list[Kinds]:
        letters = {"INTEGER": "i", "TEXT": "t", "BLOB": "b"}
        return [
            "n" if column.name == "id" else letters[column.type] + "n" * (not column.notnull)
            for column in self._fresh.table(table).columns
        ]

    def _read(self) -> Pages | None:
        """The file's pages, copied at the first call; None where there is no room for a copy."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="dateline-")
            with suppress(OSError):
                content = self._source.read_bytes()
                (Path(self._folder.name) / "copy").write_bytes(content)
                self._pages = Pages(content)
        return self._pages


def _entries(strange: Database) -> list[tuple[int, str, str]]:
    """First page, name and wording of each table, as far as the schema can be read."""
    found = []
    with suppress(sqlite3.DatabaseError):
        for row in rows_of(strange, "sqlite_master", ["rootpage", "name", "sql"]):
            if row and isinstance(row[0], int):
                words = (value if isinstance(value, bytes) else b"" for value in row[1:])
                name, sql = (word.decode("utf-8", "replace") for word in words)
                found.append((row[0], name, sql))
    return found
