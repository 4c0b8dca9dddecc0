"""A mark beside a file while a program writes it, for who shares the folder but not the user.

The lock in a user's own folder is not seen from another home folder. This one lies beside the file,
under a name that sync programs know from office programs and leave out, and is gone when the file
is closed. A program that is killed leaves the mark, and nobody holds it any more.
"""

import os
import sys
import weakref
from contextlib import suppress
from pathlib import Path

_TRIES = 5

if sys.platform == "win32":
    import msvcrt

    def lock(file: int) -> None:
        """Hold an open file, until it is closed; BlockingIOError where another holds it."""
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise BlockingIOError from error

else:
    import fcntl

    def lock(file: int) -> None:
        """Hold an open file, until it is closed; BlockingIOError where another holds it."""
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Mark:
    """A mark that is held until it is let go, or until its program has ended."""

    def __init__(self, path: Path, file: int) -> None:
        self._path = path
        self._file = file
        self._let_go = weakref.finalize(self, os.close, file)

    def release(self) -> None:
        """Take the mark away."""
        if self._let_go.alive and _is_at(self._file, self._path):
            if sys.platform == "win32":
                self._let_go()  # an open file cannot be removed there
            with suppress(OSError):
                self._path.unlink()
        self._let_go()


def mark_of(path: Path) -> Path:
    """Where the mark of a file lies."""
    return path.with_name(f".~lock.{path.name}#")


def take(path: Path) -> Mark | None:
    """The mark of the file; None where none can be had there, BlockingIOError where it is taken."""
    place = mark_of(path)
    for _try in range(_TRIES):
        try:
            file = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
        except OSError:
            return None  # the file cannot be written there either, or by this user alone
        try:
            lock(file)
        except BlockingIOError:
            os.close(file)
            raise
        except OSError:
            os.close(file)
            return None  # the disk knows no locks
        if _is_at(file, place):
            return Mark(place, file)
        os.close(file)  # who had it took it away just then
    return None


def _is_at(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.lstat())
    except OSError:
        return False
