"""A checksum of every row, beside the row: a bit that flips where SQLite notices nothing is found.

Each table has another one beside it (`events_sums`: id, CRC-32), which TEMP triggers keep, so the
rows themselves, the history and undo know nothing of it. CRC-32 finds every single flipped bit.
The rows of the history have one sum a step, and the counter of the steps is kept as row 0.
"""

import zlib
from collections.abc import Iterable, Mapping, Sequence

from desktop.document.database import Database

# Every table whose rows have a number; the files are named by what they hold, by SHA-256.
SUMMED = (
    "articles", "tracks", "events", "claims", "links", "tags", "event_tags", "settings",
    "state", "steps",
)  # fmt: skip
COUNTER = 0
_BETWEEN, _NOTHING = 31, 30  # characters that stand between two values, and for none
BETWEEN = chr(_BETWEEN)


def register(db: Database) -> None:
    """Let the connection speak of sums."""
    db.conn.create_function("row_sum", 1, zlib.crc32, deterministic=True)


def watch(db: Database) -> None:
    """Keep the sums in step with every change of a row.

    A row that was damaged before it is changed keeps its wrong sum and is noted: what damage made
    of it does not become the truth because something else of it was changed.
    """
    register(db)
    db.execute("CREATE TEMP TABLE doubted (tbl TEXT, id INTEGER)")
    for table in SUMMED:
        keep = f"""INSERT INTO {table}_sums (id, sum) VALUES (new.id, {row_sum(db, table, "new")})
            ON CONFLICT (id) DO UPDATE SET sum = excluded.sum;"""
        drop = f"DELETE FROM {table}_sums WHERE id = old.id;"
        if table == "steps":
            drop += "DELETE FROM journal_sums WHERE id = old.id;"
        _trigger(db, table, "INSERT", keep + (_COUNT if table == "steps" else ""))
        _trigger(db, table, "DELETE", drop)
        old, new = (row_sum(db, table, side) for side in ("old", "new"))
        follow = f"UPDATE {table}_sums SET sum = {new} WHERE id = new.id AND sum = {old};"
        doubt = f"INSERT INTO doubted SELECT '{table}', new.id WHERE changes() = 0;"
        _trigger(db, table, "UPDATE", follow + doubt)


_COUNT = f"""INSERT INTO steps_sums (id, sum) VALUES ({COUNTER}, new.id)
    ON CONFLICT (id) DO UPDATE SET sum = excluded.sum;"""


def _trigger(db: Database, table: str, verb: str, body: str) -> None:
    db.execute(f"""CREATE TEMP TRIGGER sum_{table}_{verb} AFTER {verb} ON main.{table}
        BEGIN {body} END""")


def row_sum(db: Database, table: str, side: str = "") -> str:
    """The SQL expression for the sum of a row of `table`: of `new`, of `old`, or as it is read."""
    dot = f"{side}." if side else f"{table}."
    values = [
        f'{dot}"{column.name}"'
        if column.notnull or column.is_pk
        else f'ifnull({dot}"{column.name}", char({_NOTHING}))'
        for column in db.table(table).columns
    ]
    image = f" || char({_BETWEEN}) || ".join(values)
    # As bytes, for damaged text may be none; what damage made NULL has the sum of nothing.
    return f"row_sum(ifnull(CAST({image} AS BLOB), x''))"


def as_text(value: str | int | None) -> str:
    """A value as `row_sum` has it between the marks, where a row is summed up without SQL."""
    if value is None:
        return chr(_NOTHING)
    return value if isinstance(value, str) else str(int(value))


def seal(db: Database, step: int) -> None:
    """Sum up the history of a step, of which nothing changes any more."""
    db.execute("DELETE FROM journal_sums WHERE id = ?", [step])
    query = f"INSERT INTO journal_sums (id, sum) {of_steps(db)} WHERE step = ? GROUP BY step"
    db.execute(query, [step])


def is_sealed(db: Database, step: int) -> bool:
    """False where the history of a step is not what it was when the step ended."""
    query = f"{of_steps(db)} WHERE step = ? GROUP BY step"
    found = db.execute(query, [step]).fetchone()
    kept = db.execute("SELECT id, sum FROM journal_sums WHERE id = ?", [step]).fetchone()
    return bool(found == kept)


def of_steps(db: Database) -> str:
    """The SQL, short of its end, for the sum of what the history keeps of each step."""
    return f"SELECT step, sum({row_sum(db, 'journal')}) FROM journal"


def add(db: Database, table: str, first: int) -> None:
    """Sum up the rows from the number `first` on, which no trigger saw."""
    query = f"INSERT INTO {table}_sums (id, sum) SELECT id, {row_sum(db, table)} FROM {table}"
    db.execute(f"{query} WHERE id >= ?", [first])


def doubted(db: Database) -> dict[str, frozenset[int]]:
    """The rows that were damaged before they were changed, since this was asked last."""
    found = db.execute("SELECT DISTINCT tbl, id FROM temp.doubted").fetchall()
    if found:
        db.execute("DELETE FROM temp.doubted")
    tables = {table for table, _key in found}
    return {one: frozenset(key for table, key in found if table == one) for one in tables}


def trust(db: Database, rows: Mapping[str, Iterable[int]]) -> None:
    """Take what some rows say now for right."""
    for table in SUMMED:
        for key in rows.get(table, ()):
            db.execute(f"DELETE FROM {table}_sums WHERE id = ?", [key])
            query = f"INSERT INTO {table}_sums (id, sum) SELECT id, {row_sum(db, table)}"
            db.execute(f"{query} FROM {table} WHERE id = ?", [key])


def renew(db: Database, tables: Sequence[str] = (*SUMMED, "journal")) -> None:
    """Take what the rows say now for right."""
    register(db)
    for table in tables:
        db.execute(f"DELETE FROM {table}_sums")
        if table == "journal":
            db.execute(f"INSERT INTO journal_sums (id, sum) {of_steps(db)} GROUP BY step")
        else:
            add(db, table, -(2**63))
        if table == "steps":
            query = "SELECT seq FROM sqlite_sequence WHERE name = 'steps'"
            db.execute(f"INSERT INTO steps_sums (id, sum) SELECT {COUNTER}, seq FROM ({query})")
