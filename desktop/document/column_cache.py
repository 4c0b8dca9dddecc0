"""The columns of a large timeline as they were read last, so that it opens at once.

A file in the user's cache folder holds them with the state of the document that they were read
from: which file it is, its size and time, its last step and newest rows. Where anything of that
differs they are read anew. Nothing is lost with a cache that is gone, damaged or full.
"""

import hashlib
import json
import mmap
import os
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from threading import Thread
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from desktop.document import opening, schema
from desktop.document.columns import EventColumns, read_columns
from desktop.document.database import Database
from desktop.errors import FileError
from desktop.paths import cache_folder, made, real

LEAST = 50_000  # events; fewer are read as quickly from the document
FIRST = 10_000  # events that are shown before the others are read
MOST_FILES, MOST_BYTES = 8, 1_000_000_000
_FORMAT = 3
_SUFFIX = ".columns"
_ATTEMPTS = 5
_HEAD = 4096  # bytes of the description before the columns
_TICK = 50_000_000  # nanoseconds in which two writes may get the same time
_COARSE = 2_000_000_000  # nanoseconds between the times of a file system that keeps whole seconds
_SMALL = ("marks", "standing", "importance")
# Those of eight bytes first, so that all of theirs begin where a processor reads them at once.
_NAMES = tuple(sorted((one.name for one in fields(EventColumns)), key=_SMALL.__contains__))

State = dict[str, int | str]


def read_all(db: Database, path: Path) -> EventColumns:
    """Every dated event: from the cache if nothing was written since, else from the document."""
    state = _state(db, path)
    found = _load(path, state) if state else None
    if found is not None:
        return found
    columns = read_columns(db)
    if state and len(columns.ids) >= LEAST:
        colours = _ask_colours(db)
        if state == _state(db, path):
            Thread(target=_store, args=(path, state, columns, colours), name="columns").start()
    return columns


def first_part(db: Database, path: Path) -> int:
    """The number of the last event that is shown before the others are read; 0: all at once.

    All at once where they are few, or kept from the last time.
    """
    (newest,) = db.execute("SELECT ifnull(max(id), 0) FROM events").fetchone()
    if newest <= LEAST:
        return 0
    state = _state(db, path)
    if state and _load(path, state) is not None:
        return 0
    query = "SELECT id FROM events ORDER BY id LIMIT 1 OFFSET ?"
    is_large = db.execute(query, [LEAST]).fetchone() is not None
    return int(db.execute(query, [FIRST]).fetchone()[0]) if is_large else 0


def prepare(path: Path, report: Callable[[int], object]) -> None:
    """Read all columns for the next who asks, told how many are read; an error in that ends it.

    Nobody is kept from writing for long: what is written meanwhile has them read once more.
    """
    db = opening.open_reader(path)
    try:
        _prepare(db, path, report)
    finally:
        db.close()


def _prepare(db: Database, path: Path, report: Callable[[int], object]) -> None:
    for _attempt in range(_ATTEMPTS):
        state = _state(db, path)
        columns = read_columns(db, report=report)
        colours = _ask_colours(db)
        if not state:
            time.sleep(2 * _TICK / 1e9)
        elif state == _state(db, path):
            _store(path, state, columns, colours)
            return


def read_colours(db: Database, path: Path) -> dict[int, str]:
    """The colour of each event that has its own; among a million they are long looked for."""
    with suppress(OSError, ValueError, KeyError, FileError), _file(path).open("rb") as cache:
        head = json.loads(cache.read(_HEAD))
        if head["state"] == _state(db, path):
            cache.seek(_HEAD + int(head["count"]) * _width())
            return {int(event): str(colour) for event, colour in json.load(cache).items()}
    return _ask_colours(db)


def keep(db: Database, path: Path, columns: EventColumns, colours: Mapping[int, str]) -> None:
    """Remember what is known of the document as it stands."""
    if len(columns.ids) < LEAST:
        return
    time.sleep(2 * _TICK / 1e9)
    state = _state(db, path)
    if state:
        _store(path, state, columns, colours)


def _ask_colours(db: Database) -> dict[int, str]:
    return dict(db.execute("SELECT id, colour FROM events WHERE colour != ''").fetchall())


def _state(db: Database, path: Path) -> State:
    """What tells the document from itself after any change; {} while it is being changed."""
    if db.conn.in_transaction:
        return {}
    try:
        seen = path.stat()
    except OSError:
        return {}
    # Two writes within a tick of the clock could not be told from each other by their times.
    if seen.st_mtime_ns % _COARSE == 0 or abs(time.time_ns() - seen.st_mtime_ns) < _TICK:
        return {}
    newest = "SELECT " + ", ".join(
        f"(SELECT ifnull(max(id), 0) FROM {table})"
        for table in ("steps", "journal", "events", "claims", "articles")
    )
    (numbers,) = db.execute(newest).fetchall()
    return {
        "format": _FORMAT,
        "shape": schema.VERSION,
        "path": os.fsdecode(real(path)),
        "device": seen.st_dev,
        "number": seen.st_ino,
        "size": seen.st_size,
        "time": seen.st_mtime_ns,
        "newest": json.dumps(numbers),
    }


def _file(path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(real(path))).hexdigest()[:32]
    return cache_folder() / "columns" / (name + _SUFFIX)


def _load(path: Path, state: State) -> EventColumns | None:
    with suppress(OSError, ValueError, KeyError, FileError):
        file = _file(path)
        with file.open("rb") as cache:
            head = json.loads(cache.read(_HEAD))
            count = int(head["count"])
            tail = int(head["tail"])
            if head["state"] != state or file.stat().st_size != _HEAD + count * _width() + tail:
                return None
            columns = _read(cache, count)
        os.utime(file)  # so that those used longest ago are dropped first
        return EventColumns(**columns)
    return None


def _store(path: Path, state: State, columns: EventColumns, colours: Mapping[int, str]) -> None:
    """Write the cache whole or not at all; a full or read-only disk does without."""
    if len(columns.ids) < LEAST:
        return
    with suppress(OSError, FileError):
        file = _file(path)
        made(file.parent)
        part = file.with_suffix(f".{os.getpid()}.part")
        tail = json.dumps(dict(colours)).encode()
        head = json.dumps({"count": len(columns.ids), "tail": len(tail), "state": state}).encode()
        try:
            with part.open("wb") as cache:
                cache.write(head.ljust(_HEAD)[:_HEAD])
                for name in _NAMES:
                    np.ascontiguousarray(getattr(columns, name), _type(name)).tofile(cache)
                cache.write(tail)
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
        _prune(file.parent)


def _prune(folder: Path) -> None:
    """Drop those used longest ago beyond what the folder may hold, and parts of ended programs."""
    files = sorted(folder.glob(f"*{_SUFFIX}"), key=lambda file: -file.stat().st_mtime)
    held = 0
    for number, file in enumerate(files):
        held += file.stat().st_size
        if number >= MOST_FILES or held > MOST_BYTES:
            file.unlink(missing_ok=True)
    for part in folder.glob("*.part"):
        if time.time() - part.stat().st_mtime > 3600:
            part.unlink(missing_ok=True)


def _read(cache: BinaryIO, count: int) -> dict[str, NDArray[Any]]:
    """The columns, of which the disk gives what is looked at, when it is looked at.

    Writing to them changes no file. Windows would not let a mapped file be replaced by a newer one.
    """
    if sys.platform == "win32" or not count:
        return {name: np.fromfile(cache, _type(name), count) for name in _NAMES}
    mapped = mmap.mmap(cache.fileno(), 0, access=mmap.ACCESS_COPY)
    columns, offset = {}, _HEAD
    for name in _NAMES:
        column = columns[name] = np.frombuffer(mapped, _type(name), count, offset)
        offset += column.nbytes
    return columns


def _type(name: str) -> type[np.uint8] | type[np.int64]:
    return np.uint8 if name in _SMALL else np.int64


def _width() -> int:
    return sum(np.dtype(_type(name)).itemsize for name in _NAMES)
