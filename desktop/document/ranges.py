"""Very many new rows as one row of the history, which says from which to which.

Undo needs no more of them than that. What they hold is written down by the undo itself before it
takes them away, so that they can come back: until then they are in their table as the step left
them, for every later step is taken back first.
"""

import json
from collections.abc import Sequence

from desktop.document.database import Database
from desktop.document.schema import JOURNALED

# So many rows of a step are written down one by one; what comes then goes into ranges.
SINGLE = 5_000

_MOST = 2**63
_IS_RANGE = "before IS NULL AND substr(after, 1, 1) = '['"
_FIRST, _LAST = "json_extract(after, '$[0]')", "json_extract(after, '$[1]')"


def image(columns: Sequence[str], side: str = "") -> str:
    """The SQL of a row as the history keeps it; `side` is `new` or `old` in a trigger."""
    dot = f"{side}." if side else ""
    return "json_object(" + ", ".join(f"'{name}', {dot}\"{name}\"" for name in columns) + ")"


def add(db: Database, table: str, columns: Sequence[str], first: int, last: int) -> None:
    """Write down new rows, from the number `first` to `last`, which no trigger saw.

    Columns that are not named hold their defaults in all of them, and come back as such.
    """
    (step,) = db.execute("SELECT step FROM recording").fetchone()
    if not _may_be_range(db, step, table, first, last):
        query = f"""INSERT INTO journal (step, tbl, row, before, after)
            SELECT ?, '{table}', id, NULL, {image(columns)} FROM {table}
            WHERE id BETWEEN ? AND ? ORDER BY id"""
        db.execute(query, [step, first, last])
        return
    query = f"""UPDATE journal SET after = '[' || row || ',' || ? || ']'
        WHERE id = (SELECT max(id) FROM journal WHERE step = ?) AND tbl = ? AND {_IS_RANGE}
        AND {_LAST} = ?"""
    if not db.execute(query, [last, step, table, first - 1]).rowcount:
        query = "INSERT INTO journal (step, tbl, row, before, after) VALUES (?, ?, ?, NULL, ?)"
        db.execute(query, [step, table, first, f"[{first},{last}]"])


def _may_be_range(db: Database, step: int, table: str, first: int, last: int) -> bool:
    """True where the step has written much already, and nothing that had these numbers before."""
    query = "SELECT 1 FROM journal WHERE step = ? LIMIT 1 OFFSET ?"
    if not db.execute(query, [step, SINGLE]).fetchone():
        return False
    query = "SELECT 1 FROM journal WHERE step = ? AND tbl = ? AND row BETWEEN ? AND ?"
    return not db.execute(query, [step, table, first, last]).fetchone()


def has_any(db: Database, step: int) -> bool:
    """True where the history of a step does not hold each of its rows."""
    query = f"SELECT 1 FROM journal WHERE step = ? AND {_IS_RANGE} LIMIT 1"
    return bool(db.execute(query, [step]).fetchone())


def rows_of(db: Database, step: int) -> dict[str, set[int]]:
    """The rows that stand in the ranges of a step, as far as they are there; by table."""
    found: dict[str, set[int]] = {}
    for table, first, last in _ranges(db, step):
        query = f"SELECT id FROM {table} WHERE id BETWEEN ? AND ?"
        ids = (key for (key,) in db.execute(query, [first, last]))
        found.setdefault(table, set()).update(ids)
    return found


def write_out(db: Database, step: int) -> bool:
    """Write down each row of the ranges of a step as it is now; False where there are none.

    What else the step did to these rows is in them, so it is forgotten.
    """
    ranges = _ranges(db, step)
    for table, first, last in ranges:
        query = "DELETE FROM journal WHERE step = ? AND tbl = ? AND row BETWEEN ? AND ?"
        db.execute(query, [step, table, first, last])
        columns = [column.name for column in db.table(table).columns]
        query = f"""INSERT INTO journal (step, tbl, row, before, after)
            SELECT ?, '{table}', id, NULL, {image(columns)} FROM {table}
            WHERE id BETWEEN ? AND ? ORDER BY id"""
        db.execute(query, [step, first, last])
    return bool(ranges)


def made_event(db: Database, event: int, later: Sequence[str | None]) -> str | None:
    """The image of an event as a range made it: what the next change found, else what it is now."""
    for before in later:
        if before is not None:
            return before
    columns = [column.name for column in db.table("events").columns]
    found = db.execute(f"SELECT {image(columns)} FROM events WHERE id = ?", [event]).fetchone()
    return str(found[0]) if found else None


def holds(event: str) -> str:
    """The SQL condition on the history that a range holds the event whose number is `event`."""
    return f"({_IS_RANGE} AND {event} BETWEEN {_FIRST} AND {_LAST})"


def _ranges(db: Database, step: int) -> list[tuple[str, int, int]]:
    query = f"SELECT tbl, after FROM journal WHERE step = ? AND {_IS_RANGE} ORDER BY id"
    found = ((table, *_ends(after)) for table, after in db.execute(query, [step]).fetchall())
    return [(table, first, last) for table, first, last in found if table in JOURNALED and last]


def _ends(after: str) -> tuple[int, int]:
    """The first and the last row of a range; 0 for what is none."""
    try:
        first, last = json.loads(after)
    except (ValueError, RecursionError):
        return 0, 0
    is_range = type(first) is int and type(last) is int and 0 < first <= last < _MOST
    return (first, last) if is_range else (0, 0)
