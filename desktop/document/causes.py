"""What SQLite or the system says of a file, as a sentence: the file, the true cause, what to do."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.document import locks
from desktop.document.database import sqlite3
from desktop.errors import (
    DatelineError,
    FileError,
    LockedError,
    ReadOnlyError,
    RefusedError,
    StrangeFileError,
)
from desktop.i18n import _

Identity = tuple[int, int]
# What SQLite writes beside a file while it changes it, and the room that leaves for our name.
JOURNAL = "-journal"
_LONGEST_NAME = 255 - len(JOURNAL)
# Bytes that one gesture may take with its journal. With less a change would fail in its midst,
# where nobody could keep it for another try.
_NO_ROOM = 131_072

_DAMAGED = "{name} is damaged, and nothing was written to it: rescue what can be read of it."
_OF_DAMAGE = (
    "malformed", "vtable constructor", "fts5", "Could not decode", "unsupported file",
)  # fmt: skip
_CAUSES: tuple[tuple[str, type[DatelineError], str], ...] = (
    ("readonly", ReadOnlyError, "{name} cannot be changed: the file or its folder is read-only."),
    ("disk is full", FileError, "The disk that holds {name} is full: make room and try again."),
    ("disk I/O error", FileError, "The disk that holds {name} reported an error."),
    (
        "unable to open",
        FileError,
        "{name} cannot be opened: its folder refuses reading or writing.",
    ),
    ("is locked", FileError, "Another program is writing {name}; try again in a moment."),
    (
        "not a database",
        StrangeFileError,
        "{name} is not a Dateline file, or it is damaged at its start.",
    ),
    ("interrupted", FileError, "Reading {name} took too long and was stopped."),
    *((words, StrangeFileError, _DAMAGED) for words in _OF_DAMAGE),
    ("FOREIGN KEY", DatelineError, "What this belongs to is not there any more."),
)


def identity(path: Path | None) -> Identity | None:
    """Which file stands at `path` (device and number), or None where none does."""
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None


@contextmanager
def told(path: Path, read: Path | None = None) -> Iterator[None]:
    """Turn what SQLite or the system says of the file into a sentence for the user.

    Where another file is read meanwhile, damage and locks are that file's.
    """
    try:
        yield
    except sqlite3.Error as error:
        is_of_read = any(words in str(error) for words in (*_OF_DAMAGE, "is locked"))
        raise _sentence(read if read and is_of_read else path, error) from error
    except UnicodeDecodeError as error:
        # SQLite's own complaint may quote damaged letters of the schema.
        raise _damaged(read or path) from error
    except UnicodeEncodeError as error:
        raise DatelineError(_("This holds half a letter, which no file can keep.")) from error
    except OSError as error:
        cause = error.strerror or str(error)
        raise FileError(_("{name}: {cause}.").format(name=path.name, cause=cause)) from error


def _damaged(path: Path, sentence: str = _DAMAGED) -> StrangeFileError:
    return StrangeFileError(_(sentence).format(name=path.name), path)


def _sentence(path: Path, error: Exception) -> DatelineError:
    name, text = path.name, str(error)
    if "unable to open" in text and len(os.fsencode(name)) > _LONGEST_NAME:
        sentence = _("{name} has too long a name: it must be {n} letters shorter.")
        return FileError(sentence.format(name=name, n=len(os.fsencode(name)) - _LONGEST_NAME))
    if locks.LOCKED in text:
        return LockedError(_("This track is locked: unlock it to change what stands on it."))
    for part, kind, sentence in _CAUSES:
        if part in text and kind is StrangeFileError:
            return _damaged(path, sentence)
        if part in text:
            return kind(_(sentence).format(name=name))
    return FileError(_("{name}: {cause}.").format(name=name, cause=text))


def refusal(path: Path, error: sqlite3.Error) -> RefusedError | None:
    """Why the disk refuses a change of the file, for the user; None where it is not the disk.

    What was to be changed is as it was: the change is made later, or in a copy elsewhere.
    """
    name = getattr(error, "sqlite_errorname", "")
    for part, find in _REFUSALS:
        if part in name or part in str(error):
            sentence = find(path)
            return RefusedError(sentence.format(name=path.name), may_pass=find is _of_lock)
    return None


@contextmanager
def refused(path: Path) -> Iterator[None]:
    """Let a disk that does not take a change be told as a RefusedError."""
    try:
        yield
    except sqlite3.Error as error:
        why = refusal(path, error)
        if why is None:
            raise
        raise why from error


def has_room(path: Path) -> bool:
    """False where the disk has too little room left for any change."""
    try:
        usage = shutil.disk_usage(path.parent)
    except OSError:
        return True
    # Some disks in a network tell nothing of their room.
    return usage.total == 0 or usage.free >= _NO_ROOM or usage.total < 2 * _NO_ROOM


def no_room(path: Path) -> RefusedError:
    """The disk is as good as full."""
    return RefusedError(_of_full_disk(path).format(name=path.name))


def overtaken(path: Path, step: str) -> DatelineError:
    """Another program wrote what the step would have changed, unseen by who made the step."""
    sentence = _(
        "Another program has changed {name} meanwhile, so “{step}” was not made, and nothing of "
        "the other change is lost. Look at what is there now, and do it again."
    )
    return DatelineError(sentence.format(name=path.name, step=step))


def displaced(path: Path) -> RefusedError:
    """The file is not the one that was opened: it is gone, or another stands in its place."""
    return RefusedError((_of_swap if path.exists() else _of_absence)(path).format(name=path.name))


def _of_swap(_path: Path) -> str:
    return _(
        "Another program put another file in the place of {name}, so this change was not made. "
        "What you had is open here: save a copy elsewhere."
    )


def _of_absence(path: Path) -> str:
    if not path.parent.exists():
        return _(
            "The disk or folder of {name} has gone, so this change was not made; all before it is "
            "saved there. Bring it back and try again, or save a copy elsewhere."
        )
    return _(
        "{name} was moved or deleted by another program, so this change was not made. "
        "Put it back and try again, or save a copy elsewhere."
    )


def _of_full_disk(_path: Path) -> str:
    return _(
        "The disk that holds {name} is full, so this change was not made; all before it is saved. "
        "Make room and try again, or save a copy elsewhere."
    )


def _of_reading_only(path: Path) -> str:
    if not path.exists():
        return _of_absence(path)
    if _is_read_only_disk(path):
        return _(
            "The disk that holds {name} is read-only, so this change was not made; all before it "
            "is saved. Make it writable and try again, or save a copy elsewhere."
        )
    return _(
        "{name} or its folder is read-only, so this change was not made; all before it is saved. "
        "Make both writable and try again, or save a copy elsewhere."
    )


def _of_error(path: Path) -> str:
    if not path.exists():
        return _of_absence(path)
    if not has_room(path):
        return _of_full_disk(path)
    if _is_read_only_disk(path):
        return _of_reading_only(path)
    return _(
        "The disk that holds {name} reported an error, so this change was not made; all before it "
        "is saved. Try again, or save a copy on another disk."
    )


def _of_lock(_path: Path) -> str:
    return _(
        "Another program is writing {name}, so this change was not made yet; all before it is "
        "saved. Try again in a moment, or save a copy elsewhere."
    )


def _is_read_only_disk(path: Path) -> bool:
    # Windows has neither the call nor the flag.
    flags = os.statvfs(path).f_flag if hasattr(os, "statvfs") else 0
    return bool(flags & getattr(os, "ST_RDONLY", 0))


_REFUSALS: tuple[tuple[str, Callable[[Path], str]], ...] = (
    ("DBMOVED", lambda path: _of_swap(path) if path.exists() else _of_absence(path)),
    ("READONLY", _of_reading_only),
    ("readonly", _of_reading_only),
    ("FULL", _of_full_disk),
    ("disk is full", _of_full_disk),
    ("IOERR", _of_error),
    ("CANTOPEN", _of_reading_only),
    ("unable to open", _of_reading_only),
    ("BUSY", _of_lock),
    ("LOCKED", _of_lock),
    ("is locked", _of_lock),
)
