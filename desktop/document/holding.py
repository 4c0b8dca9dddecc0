"""One writer a file: a lock in the user's own folder says which program has the document.

It lies not beside the document, where sync programs would copy it, and the system lets it go when
the program ends in whatever way.
"""

import hashlib
import os
import sys
from pathlib import Path
from typing import BinaryIO

from desktop.paths import made, state_folder

if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class Hold:
    """The right to write one document, held until it is let go or the program ends."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def release(self) -> None:
        """Let another program write."""
        self._file.close()


def take(path: Path) -> Hold | None:
    """The right to write the document at `path`, or None while another program has it."""
    folder = made(state_folder() / "open")
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    file = (folder / name).open("ab")
    try:
        _lock(file)
    except OSError:
        file.close()
        return None
    return Hold(file)
