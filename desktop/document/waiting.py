"""A change that the disk refused, kept in memory until it can be made."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.document import journal, ranges, sums
from desktop.document.changes import Changes, Step
from desktop.document.database import Database
from desktop.document.schema import JOURNALED
from desktop.errors import DatelineError
from desktop.i18n import _

# What touches more rows is not kept: to gather it would cost every large change dear.
MOST_ROWS = 5_000
_Images = tuple[tuple[str, int, str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One step that was not made: its journal (table, row, before, after), and the new files."""

    name: str
    images: _Images
    files: Mapping[str, bytes] = field(default_factory=dict)


def gathered(db: Database, step: int, name: str, files: Mapping[str, bytes]) -> Waiting | None:
    """What the step under way has written so far; None where it is too much to be kept."""
    if ranges.has_any(db, step):
        return None
    query = "SELECT tbl, row, before, after FROM journal WHERE step = ? ORDER BY id LIMIT ?"
    images = tuple(map(tuple, db.execute(query, [step, MOST_ROWS + 1]).fetchall()))
    return Waiting(name, images, dict(files)) if len(images) <= MOST_ROWS else None


def make_up(db: Database, waiting: Waiting, session: str) -> Changes:
    """Make the step now, within a transaction; refused where its rows have changed since."""
    seen = set()
    for table, row, before, _after in waiting.images:
        if (table, row) not in seen and not _stands(db, table, row, before):
            sentence = _("The timeline has changed since, so “{step}” must be done again by hand.")
            raise DatelineError(sentence.format(step=waiting.name))
        seen.add((table, row))
    query = "INSERT INTO files (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING"
    db.conn.executemany(query, list(waiting.files.items()))
    step = journal.begin(db, waiting.name, session)
    db.execute("DELETE FROM recording")
    query = "INSERT INTO journal (step, tbl, row, before, after) VALUES (?, ?, ?, ?, ?)"
    db.conn.executemany(query, [(step, *image) for image in waiting.images])
    sums.seal(db, step)
    return journal.replay(db, Step(step, waiting.name, session, 0, is_undone=False), "after")


def _stands(db: Database, table: str, row: int, before: str | None) -> bool:
    """True where the row is as it was when the change was tried; None: it is not there."""
    if table not in JOURNALED:
        return False
    fields = json.loads(before or "{}")
    names = [column.name for column in db.table(table).columns if column.name in fields]
    columns = ", ".join(f'"{name}"' for name in names or ["id"])
    found = db.execute(f"SELECT {columns} FROM {table} WHERE id = ?", [row]).fetchone()
    if before is None or found is None:
        return found is None and before is None
    return [fields[name] for name in names] == list(found)
