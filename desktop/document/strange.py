"""A damaged or strange file, opened for nothing but to be read: nothing of what it holds runs."""

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from desktop.document.database import Database, sqlite3
from desktop.paths import real

_STEPS_AT_ONCE = 100_000
_MOST_STEPS = 200_000
_WIDEST_GAP = 1_000_000
Values = Sequence[object]


def open_strange(source: Path) -> Database:
    """A connection that reads the file and runs nothing of it; texts come as bytes."""
    connection = sqlite3.connect(f"{real(source).as_uri()}?mode=ro", uri=True)
    connection.isolation_level = None
    connection.text_factory = bytes
    counted_steps = iter(range(_MOST_STEPS))
    connection.set_progress_handler(lambda: next(counted_steps, None) is None, _STEPS_AT_ONCE)
    db = Database(connection)
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


def is_plain(kind: bytes, sql: bytes) -> bool:
    """False for views, and for virtual tables, which run code of their own."""
    return kind == b"table" and b"VIRTUAL" not in sql.upper()[:30]


def has_sums(strange: Database, table: str) -> bool:
    """False also where a view or worse has the name of the sums, which then is not asked."""
    try:
        return is_plain(*entry_of(strange, f"{table}_sums"))
    except (sqlite3.DatabaseError, TypeError):
        return False


def entry_of(strange: Database, table: str) -> tuple[bytes, bytes]:
    """Kind and wording of what the schema has under a name; TypeError where it has nothing."""
    query = "SELECT type, sql FROM sqlite_master WHERE name = ?"
    kind, sql = strange.execute(query, [table]).fetchone()
    return bytes(kind), bytes(sql)


def rows_of(strange: Database, table: str, names: list[str]) -> Iterator[Values | None]:
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
