"""What can be read of a damaged or strange file, copied row by row into a fresh one of ours.

Nothing of the source but values of the right types comes over: no schema, no trigger, no history.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.utils import sqlite3

from desktop.document import opening, schema, search
from desktop.document.rows import bounds_of
from desktop.errors import FileError, WhenError
from desktop.i18n import _, counted
from desktop.when import When

_LONGEST = 20_000_000
_STEPS_AT_ONCE = 100_000
_MOST_STEPS = 200_000
_TABLES = (*schema.JOURNALED, "files")
Values = Sequence[object]


def copy_readable(source: Path, target: Path) -> list[str]:
    """Copy every readable row of `source` into a new file, and tell what could not be read.

    The source is not written. Meant for a worker process: a hostile file may take long.
    """
    if not source.is_file():
        raise FileError(_("There is no file {path}.").format(path=source))
    fresh = opening.create(target)
    losses: list[str] = []
    try:
        with opening.told(source):
            strange = _open_source(source)
            for table in _TABLES:
                losses += _copy_table(strange, fresh, table)
            strange.close()
        losses += _mend(fresh)
    finally:
        fresh.close()
    return losses


def _open_source(source: Path) -> Database:
    connection = sqlite3.connect(f"{source.resolve().as_uri()}?mode=ro", uri=True)
    connection.isolation_level = None
    connection.text_factory = bytes
    counted_steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(counted_steps, None) is None, _STEPS_AT_ONCE)
    db = Database(connection, execute_plugins=False, recursive_triggers=False)
    for pragma in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        db.execute(f"PRAGMA {pragma}")
    return db


def _copy_table(strange: Database, fresh: Database, table: str) -> list[str]:
    types = {column.name: column for column in fresh.table(table).columns}
    try:
        kind, sql = _entry(strange, table)
        present = [str(row[1], "utf-8") for row in strange.execute(f"PRAGMA table_info({table})")]
    except (sqlite3.DatabaseError, TypeError, UnicodeDecodeError):
        return [_("{table}: cannot be read.").format(table=table)]
    if kind != b"table" or b"VIRTUAL" in sql.upper()[:30]:
        return [_("{table}: is no plain table, and was left out.").format(table=table)]
    names = [name for name in types if name in present]
    kept, lost = 0, 0
    for row in _rows(strange, table, names):
        whole = row is not None and _insert(fresh, table, names, row)
        kept, lost = kept + whole, lost + (not whole)
    if not lost:
        return []
    said = counted("one row could not be read", "{n} rows could not be read", lost)
    return [_("{table}: {said}, {kept} came over.").format(table=table, said=said, kept=kept)]


def _entry(strange: Database, table: str) -> tuple[bytes, bytes]:
    query = "SELECT type, sql FROM sqlite_master WHERE name = ?"
    kind, sql = strange.execute(query, [table]).fetchone()
    return bytes(kind), bytes(sql)


def _rows(strange: Database, table: str, names: list[str]) -> Iterator[Values | None]:
    """Rows from the front until one cannot be read, then from the back; None for the break."""
    chosen = ", ".join(f'"{name}"' for name in names)
    seen: set[object] = set()
    for order in ("ASC", "DESC"):
        try:
            for key, *row in strange.execute(
                f"SELECT rowid, {chosen} FROM {table} ORDER BY rowid {order}"
            ):
                if key in seen:
                    return
                seen.add(key)
                yield row
        except sqlite3.DatabaseError:
            yield None
        else:
            return


def _insert(fresh: Database, table: str, names: list[str], row: Values) -> bool:
    marks = ", ".join("?" * len(names))
    chosen = ", ".join(f'"{name}"' for name in names)
    try:
        values = [_plain(value, is_file=table == "files") for value in row]
        fresh.execute("PRAGMA foreign_keys = OFF")
        fresh.execute(f"INSERT INTO {table} ({chosen}) VALUES ({marks})", values)
    except (ValueError, sqlite3.Error):
        return False
    return True


def _plain(value: object, *, is_file: bool) -> int | str | bytes | None:
    if isinstance(value, bytes):
        if len(value) > _LONGEST:
            raise ValueError(value[:20])
        return value if is_file and b"\0" in value else _text(value, is_file=is_file)
    if value is None or isinstance(value, int):
        return value
    raise ValueError(value)


def _text(value: bytes, *, is_file: bool) -> str | bytes:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        if is_file:
            return value
        raise


def _mend(fresh: Database) -> list[str]:
    """Drop what belongs to a row that did not come over, and set every date's bounds anew."""
    losses = []
    for table, row, parent, _key in fresh.execute("PRAGMA foreign_key_check").fetchall():
        fresh.execute(f"DELETE FROM {table} WHERE rowid = ?", [row])
        sentence = _("{table}: row {row} belonged to something in {parent} that was lost.")
        losses.append(sentence.format(table=table, row=row, parent=parent))
    rows = fresh.execute('SELECT id, title, "when" FROM events').fetchall()
    for key, title, text in rows:
        try:
            named = bounds_of(When(text) if text else None)
        except WhenError as error:
            named = bounds_of(None) | {"when": ""}
            losses.append(_("“{title}”: {why}").format(title=title, why=error))
        sets = ", ".join(f'"{name}" = ?' for name in named)
        fresh.execute(f"UPDATE events SET {sets} WHERE id = ?", [*named.values(), key])
    search.rebuild(fresh)
    fresh.execute("PRAGMA foreign_keys = ON")
    fresh.execute("UPDATE events SET extra = '' WHERE extra != '' AND NOT json_valid(extra)")
    return losses
