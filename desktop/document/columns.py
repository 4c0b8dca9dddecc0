"""Events as columns of numbers, for a canvas that draws a million of them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop.document.database import Database
from desktop.document.status import standing_sql

_LARGE = ("id", "track", "earliest", "certain_from", "certain_until", "latest")
_AT_ONCE = 20_000  # events in one text; a thread that reads them keeps others waiting that long
_EVER = (-(2**63), 2**63 - 1)
_ALL = "1"


@dataclass(frozen=True, slots=True, eq=False)
class EventColumns:
    """Dated events in the order (track, earliest, position, id); bounds in seconds since 1970.

    `marks` are the bits of `timeline.frame.Mark`, `standing` the place in `model.STATUSES`.
    """

    ids: NDArray[np.int64]
    tracks: NDArray[np.int64]
    earliest: NDArray[np.int64]
    certain_from: NDArray[np.int64]
    certain_until: NDArray[np.int64]
    latest: NDArray[np.int64]
    marks: NDArray[np.uint8]
    standing: NDArray[np.uint8]
    importance: NDArray[np.uint8]
    positions: NDArray[np.int64]


def read_columns(
    db: Database,
    where: str = _ALL,
    later: Iterable[int] = (),
    report: Callable[[int], object] = bool,
) -> EventColumns:
    """The dated events for which the SQL condition `where` on `events` holds.

    Their standing leaves out what the articles `later` claim. `report` is told how many are read.

    Texts made by SQLite and read by numpy: half the time of a million tuples. One text holds so
    many events at most, so that memory holds little beside the columns.
    """
    names = " || ',' || ".join(
        (
            *(f"events.{name}" for name in _LARGE),
            "marks",
            standing_sql(later),
            "importance",
            "position",
        )
    )
    query = f"""SELECT group_concat({names}) FROM events
        WHERE earliest IS NOT NULL AND events.id BETWEEN ? AND ? AND {where}"""
    tables = []
    for ends in _stretches(db) if where == _ALL else [_EVER]:
        text = db.execute(query, ends).fetchone()[0] or ""
        tables.append(np.fromstring(text, dtype=np.int64, sep=",").reshape(-1, len(_LARGE) + 4))
        report(len(tables) * _AT_ONCE)
    table = np.concatenate(tables) if tables else np.empty((0, len(_LARGE) + 4), np.int64)
    order = np.lexsort((table[:, 0], table[:, 9], table[:, 2], table[:, 1]))
    return _columns(table, order)


def _stretches(db: Database) -> Iterator[tuple[int, int]]:
    """The first and last id of each text's events."""
    query = "SELECT min(id), max(id) FROM (SELECT id FROM events WHERE id > ? ORDER BY id LIMIT ?)"
    last, _end = _EVER
    while True:
        first, last = db.execute(query, [last, _AT_ONCE]).fetchone()
        if first is None:
            return
        yield first, last


def _columns(table: NDArray[np.int64], order: NDArray[np.intp]) -> EventColumns:
    large = [table[order, n] for n in range(10)]
    small = [np.clip(column, 0, 255).astype(np.uint8) for column in large[6:9]]
    return EventColumns(
        ids=large[0],
        tracks=large[1],
        earliest=large[2],
        certain_from=large[3],
        certain_until=large[4],
        latest=large[5],
        marks=small[0],
        standing=small[1],
        importance=small[2],
        positions=large[9],
    )
