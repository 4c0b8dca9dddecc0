"""Words found in events and articles, through an index that triggers keep beside them."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest

from desktop.document.database import Database
from desktop.document.finding import Hit, find

__all__ = ["Hit", "add", "find", "is_in_step", "rebuild", "watch"]

# Of squares, so that places which move in opposite ways are seen; each below 2^36, so that a
# hundred million can be added. Row by row in Python this took four times as long.
_SUM_OF_PLACES = """SELECT count(*), sum(place * place % 68719476731) FROM (
    SELECT (doc * 1000003 + offset * 8191) & 1073741823 AS place FROM {places})"""
_INDEXED = {"events": ("title", "note", "place"), "articles": ("title", "text")}

_WORDS = "unicode61 remove_diacritics 2"  # how the schema cuts words, and folds them


def watch(db: Database) -> None:
    """Keep the search index in step with every change of what it holds."""
    for table, columns in _INDEXED.items():
        index, names = f"{table}_search", ", ".join(columns)
        new, old = (", ".join(f"{side}.{name}" for name in columns) for side in ("new", "old"))
        add = f"INSERT INTO {index} (rowid, {names}) VALUES (new.id, {new});"
        drop = f"INSERT INTO {index} ({index}, rowid, {names}) VALUES ('delete', old.id, {old});"
        # A row is often written whole where only its date is another one.
        differ = " OR ".join(f"old.{name} IS NOT new.{name}" for name in columns)
        update = f"UPDATE OF {names}", f"WHEN {differ}", drop + add
        for verb, when, body in (("INSERT", "", add), ("DELETE", "", drop), update):
            db.execute(f"""CREATE TEMP TRIGGER search_{table}_{verb.split()[0]}
                AFTER {verb} ON main.{table} {when} BEGIN {body} END""")


def add(db: Database, table: str, first: int) -> None:
    """Take rows from the number `first` on into the index, which no trigger saw."""
    if table in _INDEXED:
        names = ", ".join(_INDEXED[table])
        query = f"INSERT INTO {table}_search (rowid, {names}) SELECT id, {names} FROM {table}"
        db.execute(f"{query} WHERE id >= ? ORDER BY id", [first])


def rebuild(db: Database) -> None:
    """Make the index anew from what the tables hold."""
    for table in _INDEXED:
        db.execute(f"INSERT INTO {table}_search ({table}_search) VALUES ('rebuild')")


def is_in_step(db: Database) -> bool:
    """True while every word stands in the index where one made anew has it; SQLite's errors apply.

    SQLite's own check adds up the places of all words, so that a flipped bit which moves two of
    them can leave the sum as it was. That check also sees the lists of the words' beginnings.
    """
    for table in _INDEXED:
        db.execute(
            f"INSERT INTO {table}_search ({table}_search, rank) VALUES ('integrity-check', 1)"
        )
    return all(_stand_alike(db, table) for table in _INDEXED)


def _stand_alike(db: Database, table: str) -> bool:
    names = ", ".join(_INDEXED[table])
    with _temporary(db, "anew", f"fts5({names}, content='', tokenize='{_WORDS}')"):
        db.execute(f"INSERT INTO temp.anew (rowid, {names}) SELECT id, {names} FROM {table}")
        return all(
            one == other
            for one, other in zip_longest(
                _said(db, f"main, {table}_search", "kept"), _said(db, "temp, anew", "true")
            )
        )


def _said(db: Database, index: str, name: str) -> Iterator[tuple[object, ...]]:
    """What an index says: a sum of the places of words, and how often each stands in a field."""
    with _temporary(db, f"{name}_places", f"fts5vocab({index}, instance)"):
        yield from db.execute(_SUM_OF_PLACES.format(places=f"temp.{name}_places"))
    with _temporary(db, f"{name}_words", f"fts5vocab({index}, col)"):
        yield from db.execute(f"SELECT * FROM temp.{name}_words")


@contextmanager
def _temporary(db: Database, name: str, what: str) -> Iterator[None]:
    """A virtual table that nothing of the file knows."""
    db.execute(f"CREATE VIRTUAL TABLE temp.{name} USING {what}")
    try:
        yield
    finally:
        db.execute(f"DROP TABLE temp.{name}")
