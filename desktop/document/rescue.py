"""What can be read of a damaged or strange file, copied row by row into a fresh one of ours.

Nothing of the source but values of the right types comes over: no schema, no trigger, no history.
What belonged to a lost track or article is given another, so that no other row is lost with it.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from desktop.document import opening, schema, search, sums
from desktop.document.carried import differing_rows
from desktop.document.causes import told
from desktop.document.check import damaged_files, faults_of_texts
from desktop.document.queries import Queries
from desktop.document.rows import bounds_of
from desktop.document.uid import make_uids
from desktop.errors import FileError, WhenError
from desktop.i18n import _, counted
from desktop.paths import real
from desktop.when import When

_LONGEST = 20_000_000
_STEPS_AT_ONCE = 100_000
_MOST_STEPS = 200_000
_WIDEST_GAP = 1_000_000
_TABLES = (*schema.JOURNALED, "files")
Values = Sequence[object]


def copy_readable(source: Path, target: Path) -> list[str]:
    """Copy every readable row of `source` into a new file, and tell what could not be read.

    The source is not written. Meant for a worker process: a hostile file may take long.
    """
    with told(source):  # the name itself may be too long
        is_file = source.is_file()
    if not is_file:
        raise FileError(_("There is no file {path}.").format(path=source))
    with _fresh_file(target, source) as fresh:
        with told(source):
            strange = _open_source(source)
        try:
            found = [_copy_table(strange, fresh, table) for table in _TABLES]
        finally:
            strange.close()
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


def _open_source(source: Path) -> Database:
    connection = sqlite3.connect(f"{real(source).as_uri()}?mode=ro", uri=True)
    connection.isolation_level = None
    connection.text_factory = bytes
    counted_steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(counted_steps, None) is None, _STEPS_AT_ONCE)
    db = Database(connection, execute_plugins=False, recursive_triggers=False)
    # Nothing can be written; with a writable schema SQLite reads what is left of a torn file.
    for pragma in ("query_only", "writable_schema", "cell_size_check"):
        db.execute(f"PRAGMA {pragma} = ON")
    for pragma in ("trusted_schema = OFF", "mmap_size = 0"):
        db.execute(f"PRAGMA {pragma}").fetchall()
    connection.set_authorizer(_allow)
    return db


def _allow(action: int, first: str | None, *_rest: object) -> int:
    """Let a stranger's file be read, and none of what it would have done: no function is called."""
    is_asked = action == sqlite3.SQLITE_PRAGMA and first == "table_info"
    is_read = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_TRANSACTION)
    return int(sqlite3.SQLITE_OK if is_read or is_asked else sqlite3.SQLITE_DENY)


def _copy_table(strange: Database, fresh: Database, table: str) -> tuple[bool, list[str]]:
    """Whether anything of the table can be read, and what cannot."""
    kinds = {column.name: column.type for column in fresh.table(table).columns}
    try:
        kind, sql = _entry(strange, table)
        present = [str(row[1], "utf-8") for row in strange.execute(f"PRAGMA table_info({table})")]
    except (sqlite3.DatabaseError, TypeError, UnicodeDecodeError) as error:
        if "is locked" in str(error):
            raise  # it may well be whole: another program only writes it
        return False, [_("{table}: cannot be read.").format(table=table)]
    if not _is_plain(kind, sql):
        return False, [_("{table}: is no plain table, and was left out.").format(table=table)]
    shared = {name: kind for name, kind in kinds.items() if name in present}
    copying = _Copying(fresh, table, shared)
    for row in _rows(strange, table, list(shared)):
        copying.take(row)
    if table not in sums.SUMMED or not _has_sums(strange, table):
        return True, copying.losses()
    doubts = differing_rows(strange, fresh, table, has_all_columns=shared == kinds)
    return True, [*copying.losses(), *doubts]


def _is_plain(kind: bytes, sql: bytes) -> bool:
    return kind == b"table" and b"VIRTUAL" not in sql.upper()[:30]


def _has_sums(strange: Database, table: str) -> bool:
    """False also where a view or worse has the name of the sums, which then is not asked."""
    try:
        return _is_plain(*_entry(strange, f"{table}_sums"))
    except (sqlite3.DatabaseError, TypeError):
        return False


class _Copying:
    """The rows of one table on their way into the fresh file, and what went amiss with them."""

    def __init__(self, fresh: Database, table: str, kinds: dict[str, str]) -> None:
        names, marks = ", ".join(f'"{name}"' for name in kinds), ", ".join("?" * len(kinds))
        self._query = f"INSERT INTO {table} ({names}) VALUES ({marks})"
        self._fresh = fresh
        self._table = table
        self._kinds = kinds
        self._kept = self._lost = self._patched = 0

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

    def losses(self) -> list[str]:
        """What is to be told of this table."""
        said = []
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


def _entry(strange: Database, table: str) -> tuple[bytes, bytes]:
    query = "SELECT type, sql FROM sqlite_master WHERE name = ?"
    kind, sql = strange.execute(query, [table]).fetchone()
    return bytes(kind), bytes(sql)


def _rows(strange: Database, table: str, names: list[str]) -> Iterator[Values | None]:
    """Rows from the front until one cannot be read, then from the back, then each between.

    None stands for one that cannot be read.
    """
    chosen = ", ".join(f'"{name}"' for name in names)
    query = f"SELECT rowid, {chosen} FROM {table}"
    low, is_whole = yield from _run(strange, f"{query} ORDER BY rowid", None)
    if is_whole:
        return
    high, is_whole = yield from _run(strange, f"{query} ORDER BY rowid DESC", low)
    if is_whole:
        return
    if low is None or high is None or high - low > _WIDEST_GAP:
        yield None
        return
    for key in range(low + 1, high):
        _last, is_whole = yield from _run(strange, f"{query} WHERE rowid = {key}", None)
        if not is_whole:
            yield None


def _run(
    strange: Database, query: str, end: int | None
) -> Generator[Values, None, tuple[int | None, bool]]:
    """Rows until `end` or one that cannot be read: the last row's key, and whether all were read.

    Of what does not begin at the front or the back, a row that is not there is no loss.
    """
    last = None
    try:
        for key, *row in strange.execute(query):
            if key == end:
                return last, True
            yield row
            last = int(key)
    except sqlite3.DatabaseError:
        return last, False
    return last, True


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
