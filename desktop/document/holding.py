"""One writer a file: a lock in the user's own folder says which program has the document.

What is noted with it lies not beside the document, where sync programs would copy it, and the
system lets it go when the program ends in whatever way. Beside the document lies a mark only.
"""

import hashlib
import os
import sys
import tempfile
import weakref
from contextlib import suppress
from pathlib import Path

from desktop.document import beside
from desktop.document.causes import Identity
from desktop.errors import FileError
from desktop.i18n import _
from desktop.paths import made, real, state_folder

_OPEN = b"open"
_LONGEST_NOTE = 100


class Hold:
    """The right to write one document, held until it is let go or nobody has it any more.

    `was_left_open` where the program that had it before ended without letting it go; `noted` is
    the file that this one had open then.
    """

    def __init__(
        self, file: int, known: Path, *, was_left_open: bool, noted: Identity | None = None
    ) -> None:
        self.was_left_open = was_left_open
        self.noted = noted
        self._file = file
        self._known = known
        self._mark: beside.Mark | None = None
        self._let_go = weakref.finalize(self, os.close, file)

    def note(self, found: Identity | None) -> None:
        """Write down which file is open, for who comes after an unexpected end."""
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, f"{found[0]} {found[1]}".encode() if found else _OPEN, 0)

    def knows(self, path: Path) -> bool:
        """True where the file is as this installation left it when it closed it last."""
        try:
            return self._known.read_text("ascii") == _state_of(path)
        except (OSError, UnicodeDecodeError):
            return False

    def remember(self, path: Path) -> None:
        """Write down how a file is left, so that it is known again."""
        with suppress(OSError):  # without the note it is looked at as a stranger's
            self._known.write_text(_state_of(path), "ascii")

    def release(self, *, is_clean: bool = True) -> None:
        """Let another program write, which is to know whether the last one ended as it should."""
        if self._mark:
            self._mark.release()
        if self._let_go.alive and is_clean:
            os.ftruncate(self._file, 0)
        self._let_go()

    def mark(self, path: Path) -> bool:
        """Show those who have other folders that the file is held; False where they hold it."""
        try:
            self._mark = beside.take(path)
        except BlockingIOError:
            return False
        return True


def take(path: Path) -> Hold | None:
    """The right to write the document at `path`, or None while another program has it."""
    folder = _folder()
    name = hashlib.sha256(os.fsencode(_real(path))).hexdigest()[:32]
    file = os.open(folder / name, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        beside.lock(file)
    except OSError:
        os.close(file)
        return None
    left = os.read(file, _LONGEST_NOTE)
    known = folder / f"{name}.known"
    hold = Hold(file, known, was_left_open=bool(left), noted=_noted(left))
    if not hold.mark(_real(path)):
        hold.release(is_clean=not left)
        return None
    if not left:
        hold.note(None)
    return hold


def _real(path: Path) -> Path:
    found = real(path)
    if found.is_symlink():
        sentence = _("{path} is a link that leads back to itself.")
        raise FileError(sentence.format(path=path))
    return found


def _state_of(path: Path) -> str:
    found = path.stat()
    return f"{found.st_dev} {found.st_ino} {found.st_size} {found.st_mtime_ns}"


def _noted(left: bytes) -> Identity | None:
    numbers = left.split()
    if len(numbers) == 2 and all(number.isdigit() for number in numbers):
        return int(numbers[0]), int(numbers[1])
    return None


def _folder() -> Path:
    """Where the locks lie: among passing files where the user's own folder cannot be written."""
    try:
        return made(state_folder() / "open")
    except FileError:
        user = os.getuid() if sys.platform != "win32" else "user"
        return made(Path(tempfile.gettempdir()) / f"dateline-{user}")
