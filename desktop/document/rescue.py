"""What can be read of a damaged or strange file, copied row by row into a fresh one of ours.

Nothing of the source but values of the right types comes over: no schema, no trigger, no history.
What belonged to a lost track or article is given another, so that no other row is lost with it.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from desktop.document import opening, schema, search, sums
from desktop.document.carried import differing_rows
from desktop.document.causes import told
from desktop.document.check import damaged_files, faults_of_texts
from desktop.document.database import Database, sqlite3
from desktop.document.loose import Loose
from desktop.document.queries import Queries
from desktop.document.rows import bounds_of
from desktop.document.strange import (
    Values,
    entry_of,
    has_sums,
    is_plain,
    open_strange,
    rows_of,
)
from desktop.document.uid import make_uids
from desktop.errors import FileError, WhenError
from desktop.i18n import _, counted
from desktop.when import When

_LONGEST = 20_000_000
_TABLES = (*schema.JOURNALED, "files")


def copy_readable(source: Path, target: Path) -> list[str]:
    """Copy every readable row of `source` into a new file, and tell what could not be read.

    The source is not written. Meant for a worker process: a hostile file may take long.
    """
    with told(source):  # the name itself may be too long
        is_file = source.is_file()
    if not is_file:
        raise FileError(_("There is no file {path}.").format(path=source))
    with _fresh_file(target, source) as fresh:
        with told(source), _opened(source, fresh) as opened:
            found = [_copy_table(opened, fresh, table) for table in _TABLES]
        if not any(is_readable for is_readable, _losses in found):
            sentence = _("{name} holds nothing that Dateline can read, so no file was made.")
            raise FileError(sentence.format(name=source.name))
        losses = [loss for _is_readable, lost in found for loss in lost]
        losses += _mend(fresh)
        return [*losses, *damaged_files(fresh), *faults_of_texts(Queries(fresh, target))]


@contextmanager
def _fresh_file(target: Path, source: Path) -> Iterator[Database]:
    """A new file that is filled in one go; nothing is left of it where that fails."""
    fresh = opening.create(target)
    try:
        with told(target, source):
            fresh.execute("PRAGMA foreign_keys = OFF")
            fresh.execute("PRAGMA cache_spill = ON")
            with fresh.atomic():
                yield fresh
            fresh.close()
    except BaseException:
        fresh.close()
        target.unlink(missing_ok=True)
        raise


class _Source(NamedTuple):
    strange: Database
    loose: Loose


@contextmanager
def _opened(path: Path, fresh: Database) -> Iterator[_Source]:
    with closing(open_strange(path)) as strange, closing(Loose(path, strange, fresh)) as loose:
        yield _Source(strange, loose)


def _copy_table(source: _Source, fresh: Database, table: str) -> tuple[bool, list[str]]:
    """Whether anything of the table can be read, and what cannot."""
    kinds = {column.name: column.type for column in fresh.table(table).columns}
    present = _columns(source.strange, table)
    if not present or source.loose.is_misworded(table, present):
        if not source.loose.holds(table):
            is_other = present == []
            words = _("is no plain table, and was left out") if is_other else _("cannot be read")
            return False, [f"{table}: {words}."]
        copying = _Copying(fresh, table, kinds)
        copying.take_loose(source.loose, is_all=True)
        return True, [*copying.losses(), *_doubts(source.strange, fresh, table, is_whole=True)]
    shared = {name: kind for name, kind in kinds.items() if name in present}
    copying = _Copying(fresh, table, shared)
    for row in rows_of(source.strange, table, list(shared)):
        copying.take(row)
    if shared == kinds and not copying.is_whole:
        copying.take_loose(source.loose)
    doubts = _doubts(source.strange, fresh, table, is_whole=shared == kinds)
    return True, [*copying.losses(), *doubts]


def _columns(strange: Database, table: str) -> list[str] | None:
    """The names of the table's columns; [] where it is no plain table, None where it is torn."""
    try:
        if not is_plain(*entry_of(strange, table)):
            return []
        query = f"PRAGMA table_info({table})"
        return [str(row[1], "utf-8") for row in strange.execute(query).fetchall()] or None
    except (sqlite3.DatabaseError, TypeError, UnicodeDecodeError) as error:
        if "is locked" in str(error):
            raise  # it may well be whole: another program only writes it
        return None


def _doubts(strange: Database, fresh: Database, table: str, *, is_whole: bool) -> Iterator[str]:
    """Rows that are not as they were saved; none where the file has no sums of them."""
    if table in sums.SUMMED and has_sums(strange, table):
        yield from differing_rows(strange, fresh, table, has_all_columns=is_whole)


class _Copying:
    """The rows of one table on their way into the fresh file, and what went amiss with them."""

    def __init__(self, fresh: Database, table: str, kinds: dict[str, str]) -> None:
        names, marks = ", ".join(f'"{name}"' for name in kinds), ", ".join("?" * len(kinds))
        self._query = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        self._fresh = fresh
        self._table = table
        self._kinds = kinds
        self._kept = self._lost = self._patched = self._loose = 0

    @property
    def is_whole(self) -> bool:
        """False where rows are known to be lost, or where none were found at all."""
        return self._kept > 0 and not self._lost

    def take(self, row: Values | None) -> None:
        """Copy one row; None is one that could not be read."""
        try:
            values = _plain(row, self._kinds.values())
            self._fresh.execute(self._query, values)
        except (ValueError, sqlite3.IntegrityError, sqlite3.DataError):
            self._lost += 1
        else:
            self._kept += 1
            self._patched += any("\ufffd" in value for value in values if isinstance(value, str))

    def take_loose(self, loose: Loose, *, is_all: bool = False) -> None:
        """Copy rows that nothing leads to, and those that came over already once only."""
        query = f"{self._query} ON CONFLICT DO NOTHING"
        for row in loose.rows(self._table):
            try:
                values = _plain(row, self._kinds.values())
                is_new = self._fresh.execute(query, values).rowcount > 0
            except (ValueError, sqlite3.IntegrityError, sqlite3.DataError):
                self._lost += is_all
            else:
                self._loose += is_new
                self._lost -= is_new and self._lost > 0 and not is_all
        self._kept += self._loose

    def losses(self) -> list[str]:
        """What is to be told of this table."""
        said = []
        if self._loose:
            one = "what leads to them is damaged: one row was found by its page"
            many = "what leads to them is damaged: {n} rows were found by their pages"
            said.append(counted(one, many, self._loose))
        if self._lost:
            said.append(
                counted("one row could not be read", "{n} rows could not be read", self._lost)
            )
        if self._patched:
            letters = "one row has letters that could not be read"
            many = "{n} rows have letters that could not be read"
            said.append(counted(letters, many, self._patched))
        sentence = _("{table}: {said}, {kept} came over.")
        return [sentence.format(table=self._table, said=one, kept=self._kept) for one in said]


def _plain(row: Values | None, kinds: Iterable[str]) -> list[int | str | bytes | None]:
    """The values of a row as its columns want them; ValueError where they cannot be had."""
    if row is None:
        raise ValueError(row)
    return [_plain_value(value, kind) for value, kind in zip(row, kinds, strict=True)]


def _plain_value(value: object, kind: str) -> int | str | bytes | None:
    if isinstance(value, bytes):
        if len(value) > _LONGEST:
            raise ValueError(value[:20])
        # One damaged letter is no reason to lose an article.
        return value if kind == "BLOB" else value.decode("utf-8", "replace")
    if value is None or isinstance(value, int):
        return value
    raise ValueError(value)


def _mend(fresh: Database) -> list[str]:
    """Give what lost its track or article another, drop what else is torn off, date all anew."""
    fresh.execute("UPDATE tracks SET parent = NULL WHERE parent NOT IN (SELECT id FROM tracks)")
    losses = [
        *_stand_in(fresh, "tracks", "name", "events", "track", _("Rescued track {n}")),
        *_stand_in(fresh, "articles", "title", "claims", "article", _("Rescued article {n}")),
    ]
    # What belonged to a row that is dropped here is found in the next round.
    while torn := fresh.execute("PRAGMA foreign_key_check").fetchall():
        for table, row, parent, _key in torn:
            fresh.execute(f"DELETE FROM {table} WHERE rowid = ?", [row])
            sentence = _("{table}: row {row} belonged to something in {parent} that was lost.")
            losses.append(sentence.format(table=table, row=row, parent=parent))
    losses += _date(fresh)
    search.rebuild(fresh)
    fresh.execute("UPDATE events SET extra = '' WHERE extra != '' AND NOT json_valid(extra)")
    return losses


def _stand_in(
    fresh: Database, parent: str, named: str, child: str, column: str, words: str
) -> list[str]:
    query = f"""SELECT {column}, count(*) FROM {child}
        WHERE {column} NOT IN (SELECT id FROM {parent}) GROUP BY {column}"""
    losses = []
    for key, number in fresh.execute(query).fetchall():
        name = words.format(n=key)
        fresh.execute(
            f"INSERT INTO {parent} (id, uid, {named}) VALUES (?, ?, ?)",
            [key, make_uids(1)[0], name],
        )
        sentence = _("{parent}: row {key} was lost; “{name}” holds its {child} now ({n}).")
        losses.append(sentence.format(parent=parent, key=key, name=name, child=child, n=number))
    return losses


def _date(fresh: Database) -> list[str]:
    losses = []
    rows = fresh.execute('SELECT id, title, "when" FROM events').fetchall()
    for key, title, text in rows:
        try:
            named = bounds_of(When(text) if text else None)
        except WhenError as error:
            named = bounds_of(None) | {"when": ""}
            losses.append(_("“{title}”: {why}").format(title=title, why=error))
        sets = ", ".join(f'"{name}" = ?' for name in named)
        fresh.execute(f"UPDATE events SET {sets} WHERE id = ?", [*named.values(), key])
    return losses
