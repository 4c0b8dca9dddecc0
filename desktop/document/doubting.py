"""A file that another installation wrote last, perhaps a stranger: what it brings is not used.

Its schema is ours to the letter, but its search index holds whatever somebody put there. The index
is not asked before it is made anew, which is done with the first change. Until the file is closed,
its connection can do nothing that a timeline has no need of, and no query of it runs for ever.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.document import opening, scanning, search
from desktop.document.database import Database, sqlite3

_LONGEST = 60.0  # seconds that a query, or many without a pause, may take
_PAUSE = 0.5
_STEPS_AT_ONCE = 1_000_000
_FORMAT = 4  # of an index, as SQLite numbers it
# The pragmas that our own statements set; others may only be asked.
_SET = ("busy_timeout", "defer_foreign_keys", "query_only", "foreign_keys", "cache_size")
_ASKED = ("table_info", "table_xinfo", "foreign_key_list", "index_list", "index_xinfo",
          "integrity_check", "quick_check", "foreign_key_check")  # fmt: skip
_DOUBTED, _GUARDED = "doubted_index", "guarded_file"
_SHAPING = tuple(
    getattr(sqlite3, f"SQLITE_{verb}_{kind}")
    for verb in ("CREATE", "DROP")
    for kind in ("TABLE", "INDEX", "TRIGGER", "VIEW", "VTABLE")
)
_OTHER_FILES = (sqlite3.SQLITE_ATTACH, sqlite3.SQLITE_DETACH)


def doubt(db: Database) -> None:
    """Use nothing that the file brings, from now on."""
    scanning.register(db)
    (is_only_read,) = db.execute("PRAGMA query_only").fetchone()
    db.execute("PRAGMA query_only = OFF")
    for table in (_DOUBTED, _GUARDED):
        db.execute(f"CREATE TEMP TABLE IF NOT EXISTS {table} (one)")
    db.execute(f"PRAGMA query_only = {is_only_read}")
    db.conn.set_authorizer(_allow)
    db.conn.set_progress_handler(_patience(), _STEPS_AT_ONCE)


def is_doubted(db: Database) -> bool:
    """True while the search index is still the one that somebody else made."""
    return _has(db, _DOUBTED)


def is_guarded(db: Database) -> bool:
    """True for a file that another installation wrote, until it is closed."""
    return _has(db, _GUARDED)


def _has(db: Database, table: str) -> bool:
    query = "SELECT count(*) FROM sqlite_temp_master WHERE name = ?"
    return bool(db.execute(query, [table]).fetchone()[0])


def settle(db: Database) -> None:
    """Make a doubted index anew, within a transaction that is under way."""
    if is_doubted(db):
        for table in ("events", "articles"):
            db.execute(f"DELETE FROM {table}_search_config")
            query = f"INSERT INTO {table}_search_config (k, v) VALUES ('version', ?)"
            db.execute(query, [_FORMAT])
        search.rebuild(db)
        db.execute(f"DROP TABLE temp.{_DOUBTED}")


def in_memory(db: Database) -> Database:
    """A copy that no disk holds, whose index is ours."""
    copy = opening.in_memory(db)
    if is_doubted(db):
        search.rebuild(copy)
    return copy


def opened_anew(db: Database, path: Path) -> Database | None:
    """Another connection to the same file, looked at alike; None where it can be read only."""
    other, why_read_only = opening.open_file(path, is_held=True)
    if why_read_only:
        other.close()
        return None
    if is_guarded(db):
        doubt(other)
    return other


@contextmanager
def copying(db: Database) -> Iterator[None]:
    """Let the connection write a copy of itself into another file."""
    db.conn.set_authorizer(None)
    try:
        yield
    finally:
        if is_guarded(db):
            db.conn.set_authorizer(_allow)


def _allow(
    action: int, first: str | None, second: str | None, where: str | None, _by: object
) -> int:
    is_refused = (
        action in _OTHER_FILES
        or (action in _SHAPING and where != "temp")
        or (action == sqlite3.SQLITE_ALTER_TABLE)
        or (action == sqlite3.SQLITE_FUNCTION and second == "load_extension")
        or (action == sqlite3.SQLITE_PRAGMA and second is not None and first not in _SET + _ASKED)
    )
    return int(sqlite3.SQLITE_DENY if is_refused else sqlite3.SQLITE_OK)


def _patience() -> Callable[[], bool]:
    """True when work has gone on for too long without a pause."""
    began = last = time.monotonic()

    def is_over() -> bool:
        nonlocal began, last
        now = time.monotonic()
        if now - last > _PAUSE:
            began = now
        last = now
        return now - began > _LONGEST

    return is_over
