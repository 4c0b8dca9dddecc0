"""The undo journal: triggers write every changed row down, undo puts the old rows back.

The triggers are TEMP and made anew at each opening, so the file holds none, other programs can
still write it, and a new column never needs a change here. What was learnt by trying: a replay puts
rows back before it removes others, because a removal cascades to rows that the step never touched.
"""

import json
import time
from collections import defaultdict
from typing import Literal

from desktop.document import ranges, sums
from desktop.document.changes import Changes, Step
from desktop.document.database import Database
from desktop.document.schema import JOURNALED
from desktop.errors import DatelineError
from desktop.i18n import _

KEPT_STEPS = 10_000

_OPEN = "EXISTS (SELECT 1 FROM recording)"


def watch(db: Database) -> None:
    """Start to write down every row that a step changes, and to guard what is locked."""
    db.execute("CREATE TEMP TABLE recording (step INTEGER)")
    for table in JOURNALED:
        columns = [column.name for column in db.table(table).columns]
        old, new = ranges.image(columns, "old"), ranges.image(columns, "new")
        _record(db, table, "INSERT", row="new.id", before="NULL", after=new)
        _record(db, table, "UPDATE", row="new.id", before=old, after=new)
        _record(db, table, "DELETE", row="old.id", before=old, after="NULL")
    sums.watch(db)


def begin(db: Database, name: str, session: str) -> int:
    """Open a step; what was undone before it can no longer be redone."""
    db.execute("DELETE FROM steps WHERE undone")
    query = "INSERT INTO steps (name, session, time) VALUES (?, ?, ?) RETURNING id"
    (step,) = db.execute(query, [name, session, int(time.time())]).fetchone()
    db.execute("INSERT INTO recording VALUES (?)", [step])
    return int(step)


def is_recording(db: Database) -> bool:
    """True within a step."""
    return bool(db.execute(f"SELECT {_OPEN}").fetchone()[0])


def end(db: Database, step: int) -> Changes:
    """Close a step: one that changed nothing leaves no trace."""
    db.execute("DELETE FROM recording")
    db.execute("DELETE FROM journal WHERE step = ? AND before IS after", [step])
    changes = changes_of(db, step)
    if not changes.rows:
        db.execute("DELETE FROM steps WHERE id = ?", [step])
    else:
        sums.seal(db, step)
    _forget_oldest(db, step)
    return changes


def is_overwriting(db: Database, step: int) -> bool:
    """True where the step changes or removes what was there before it."""
    query = "SELECT EXISTS (SELECT 1 FROM journal WHERE step = ? AND before IS NOT NULL)"
    return bool(db.execute(query, [step]).fetchone()[0])


def _forget_oldest(db: Database, newest: int) -> None:
    """Drop what is more than is kept: counted, for numbers are left out where steps were undone."""
    if newest > KEPT_STEPS:
        oldest = "SELECT id FROM steps ORDER BY id DESC LIMIT 1 OFFSET ?"
        db.execute(f"DELETE FROM steps WHERE id <= ({oldest})", [KEPT_STEPS])


def last_step(db: Database) -> Step | None:
    """The step that undo would take back."""
    return _step(db, "NOT undone ORDER BY id DESC")


def next_step(db: Database) -> Step | None:
    """The step that redo would do again."""
    return _step(db, "undone ORDER BY id")


def steps(db: Database) -> list[Step]:
    """Every step that is kept, oldest first."""
    rows = db.execute("SELECT id, name, session, time, undone FROM steps ORDER BY id")
    return [Step(row[0], row[1], row[2], row[3], bool(row[4])) for row in rows]


def replay(db: Database, step: Step, side: Literal["before", "after"]) -> Changes:
    """Put the rows of `step` back as they were before it, or after it; refused where unknown."""
    if not sums.is_sealed(db, step.id):
        sentence = _("What the history keeps of “{step}” is damaged, so nothing was changed.")
        raise DatelineError(sentence.format(step=step.name))
    if side == "before" and ranges.write_out(db, step.id):
        sums.seal(db, step.id)
    db.execute("PRAGMA defer_foreign_keys = ON")
    db.execute("DROP TABLE IF EXISTS temp.image")
    edge = "min" if side == "before" else "max"
    db.execute(
        f"""CREATE TEMP TABLE image AS SELECT tbl, row, {side} AS image FROM journal WHERE id IN
        (SELECT {edge}(id) FROM journal WHERE step = ? GROUP BY tbl, row)""",
        [step.id],
    )
    for table in JOURNALED:
        _put_back(db, table)
    for table in reversed(JOURNALED):
        query = "SELECT row FROM temp.image WHERE tbl = ? AND image IS NULL"
        db.execute(f"DELETE FROM {table} WHERE id IN ({query})", [table])
    db.execute("UPDATE steps SET undone = ? WHERE id = ?", [side == "before", step.id])
    return changes_of(db, step.id)


def changes_to_event(db: Database, event: int) -> list[tuple[Step, dict[str, tuple[str, str]]]]:
    """Each kept step that touched the event, with the fields that it changed: before, after."""
    query = f"""SELECT s.id, s.name, s.session, s.time, s.undone, before, after
        FROM journal JOIN steps AS s ON s.id = step
        WHERE tbl = 'events' AND (row = ? OR {ranges.holds("?")}) ORDER BY journal.id"""
    moments = []
    found = db.execute(query, [event, event]).fetchall()
    for number, (*step, before, after) in enumerate(found, start=1):
        if before is None and str(after).startswith("["):
            after = ranges.made_event(db, event, [later[5] for later in found[number:]])
        old, new = _image_of(before), _image_of(after)
        fields = {
            name: (str(old.get(name, "")), str(new.get(name, "")))
            for name in old | new
            if old.get(name) != new.get(name)
        }
        moments.append((Step(step[0], step[1], step[2], step[3], bool(step[4])), fields))
    return moments


def _image_of(text: str | None) -> dict[str, object]:
    """A row as the journal kept it; empty where there was none, or where it is damaged."""
    try:
        image = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return {}
    return image if isinstance(image, dict) else {}


def forget(db: Database) -> None:
    """Drop the whole history, because rows have changed that it knows nothing of."""
    db.execute("DELETE FROM steps")


def changes_of(db: Database, step: int) -> Changes:
    """The rows that the step with this id touched."""
    rows: defaultdict[str, set[int]] = defaultdict(set)
    for table, row in db.execute("SELECT DISTINCT tbl, row FROM journal WHERE step = ?", [step]):
        rows[table].add(row)
    for table, ids in ranges.rows_of(db, step).items():
        rows[table] |= ids
    (name,) = db.execute("SELECT name FROM steps WHERE id = ?", [step]).fetchone()
    return Changes(name, {table: frozenset(ids) for table, ids in rows.items()})


def _step(db: Database, condition: str) -> Step | None:
    query = f"SELECT id, name, session, time, undone FROM steps WHERE {condition} LIMIT 1"
    row = db.execute(query).fetchone()
    return Step(row[0], row[1], row[2], row[3], bool(row[4])) if row else None


def _put_back(db: Database, table: str) -> None:
    columns = db.table(table).columns
    names = ", ".join(f'"{column.name}"' for column in columns)
    # An image written before a migration added a column lacks it: then the default stands.
    values = ", ".join(
        f"ifnull(json_extract(image, '$.{column.name}'), {column.default_value})"
        if column.default_value is not None
        else f"json_extract(image, '$.{column.name}')"
        for column in columns
    )
    sets = ", ".join(
        f'"{column.name}" = excluded."{column.name}"' for column in columns if column.name != "id"
    )
    db.execute(
        f"""INSERT INTO {table} ({names}) SELECT {values} FROM temp.image
        WHERE tbl = ? AND image IS NOT NULL ON CONFLICT (id) DO UPDATE SET {sets}""",
        [table],
    )


def _record(db: Database, table: str, verb: str, *, row: str, before: str, after: str) -> None:
    db.execute(f"""
        CREATE TEMP TRIGGER record_{table}_{verb} AFTER {verb} ON main.{table} WHEN {_OPEN} BEGIN
            INSERT INTO journal (step, tbl, row, before, after)
            SELECT step, '{table}', {row}, {before}, {after} FROM recording;
        END""")
