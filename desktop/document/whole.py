"""Is every page of a file as SQLite wants it? Its own words about what is not."""

from typing import Literal

from desktop.document.database import Database, sqlite3

_MOST = 20


def damage_of(
    db: Database,
    thoroughness: Literal["integrity_check", "quick_check"] = "integrity_check",
    *,
    is_index_asked: bool = True,
) -> list[str]:
    """SQLite's complaints; [] where all is well.

    To check the search index is to ask it, so that of a stranger's is left out where it says so.
    """
    try:
        limits = [str(_MOST)] if is_index_asked else [f"'{name}'" for name in _plain_tables(db)]
        queries = [f"PRAGMA {thoroughness}({limit})" for limit in limits]
        lines = [line for query in queries for (line,) in db.execute(query).fetchall()]
    except sqlite3.DatabaseError as error:
        lines = [str(error)]
    return [" ".join(line.split()) for line in lines if line != "ok"][:_MOST]


def _plain_tables(db: Database) -> list[str]:
    """Every table that SQLite itself keeps, those of the index as well, and the schema."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    return ["sqlite_schema", *(str(name).replace("'", "''") for (name,) in db.execute(query))]
