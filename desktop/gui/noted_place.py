"""Where the user is in a document, noted outside it every moment, for a start after a crash.

To keep it in the document would write that again and again while nobody edits.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path

from desktop.errors import FileError
from desktop.paths import made, real, state_folder


def note(document: Path, place: str) -> None:
    """Write down a place in the document at this path; a disk that refuses costs only the place."""
    with suppress(OSError, FileError):
        noted = _file(document)
        part = noted.with_suffix(".part")
        part.write_text(place, "utf-8")
        part.replace(noted)


def noted(document: Path) -> str:
    """The place that was noted last, "" for none."""
    try:
        return _file(document).read_text("utf-8")
    except (OSError, FileError, UnicodeDecodeError):
        return ""


def forget(document: Path) -> None:
    """Drop the note: the document was closed as it should be, and holds the place itself."""
    with suppress(OSError, FileError):
        _file(document).unlink(missing_ok=True)


def _file(document: Path) -> Path:
    name = hashlib.sha256(os.fsencode(real(document))).hexdigest()[:32]
    return made(state_folder() / "places") / f"{name}.json"
