"""Is a file's schema ours to the letter? A stranger's may hold triggers, views and worse."""

from functools import lru_cache

from sqlite_utils import Database

from desktop.document import schema

# SQLite makes the tables of a search index itself, and words them anew from version to version.
_SHADOWS = tuple(
    f"{table}_search_{part}"
    for table in ("events", "articles")
    for part in ("data", "idx", "docsize", "config")
)
_OF_SQLITE = ("sqlite_sequence", "sqlite_stat1", "sqlite_stat4")


def foreign_parts(db: Database) -> list[str]:
    """The names of what the file's schema has, or words, otherwise than a file of ours; sorted."""
    found = _parts(db)
    ours = _ours()
    return sorted({name for (_kind, name), _sql in found ^ ours})


@lru_cache(maxsize=1)
def _ours() -> frozenset[tuple[tuple[str, str], str]]:
    db = Database(memory=True, execute_plugins=False)
    schema.migrate(db)
    parts = _parts(db)
    db.close()
    return parts


def _parts(db: Database) -> frozenset[tuple[tuple[str, str], str]]:
    rows = db.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    return frozenset(
        ((str(kind), str(name)), _wording(str(name), sql))
        for kind, name, sql in rows
        if name not in _OF_SQLITE
    )


def _wording(name: str, sql: object) -> str:
    if name in _SHADOWS and str(sql).upper().startswith("CREATE TABLE"):
        return "shadow"
    return str(sql)
