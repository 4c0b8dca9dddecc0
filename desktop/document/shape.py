"""Is a file's schema ours to the letter? A stranger's may hold triggers, views and worse."""

from functools import lru_cache
from typing import NamedTuple

from desktop.document import schema
from desktop.document.database import Database

# SQLite makes the tables of a search index itself, and words them anew from version to version.
_SHADOWS = tuple(
    f"{table}_search_{part}"
    for table in ("events", "articles")
    for part in ("data", "idx", "docsize", "config")
)
_OF_SQLITE = ("sqlite_stat1", "sqlite_stat4")


class _Part(NamedTuple):
    kind: str
    name: str
    table: str
    wording: str


def foreign_parts(db: Database) -> list[str]:
    """The names of what the schema has, or words, otherwise than ours of its version; sorted."""
    return sorted({part.name for part in _parts(db) ^ _ours(schema.version(db))})


def holds_timeline(db: Database) -> bool:
    """True where the tables of a timeline are there, whatever the file's head says of itself."""
    query = "SELECT count(*) FROM sqlite_master WHERE name IN ('articles', 'events', 'tracks')"
    return bool(db.execute(query).fetchone()[0] == 3)


@lru_cache(maxsize=len(schema.MIGRATIONS))
def _ours(version: int) -> frozenset[_Part]:
    db = Database()
    schema.migrate(db, schema.MIGRATIONS[:version])
    parts = _parts(db)
    db.close()
    return parts


def _parts(db: Database) -> frozenset[_Part]:
    rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
    return frozenset(
        _Part(str(kind), str(name), str(table), _wording(str(name), sql))
        for kind, name, table, sql in rows
        if name not in _OF_SQLITE
    )


def _wording(name: str, sql: object) -> str:
    if name in _SHADOWS and str(sql).upper().startswith("CREATE TABLE"):
        return "shadow"
    return str(sql)
