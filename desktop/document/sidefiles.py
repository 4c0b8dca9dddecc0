"""What lies beside a file: the journal of a change that was cut off, its own or another file's.

SQLite plays such a journal back whosever it is. After a sync program, or a person, has put another
file beside it, that would tear the file: a foreign one is set aside, and nothing is lost.
"""

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from desktop.document import opening
from desktop.document.causes import Identity, identity, told
from desktop.document.database import Database, sqlite3
from desktop.i18n import _

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = 28
_WAL_BYTES = b"\x02\x02"


@dataclass(frozen=True, slots=True)
class Recovered:
    """A copy, in a passing folder, of a file that cannot be recovered where it lies."""

    db: Database
    folder: tempfile.TemporaryDirectory[str]
    why: str


def set_aside_foreign(path: Path, noted: Identity | None) -> str:
    """Rename a journal that is not this file's; gives a sentence about it, "" where none was.

    `noted` is the file that the program had open which ended unexpectedly. Only for who holds the
    file: closing what is read here would drop another's locks.
    """
    told_of = []
    for side in _standing(path):
        if _is_foreign(side, path, noted):
            aside = _unused(path.with_name(f"{side.name} (set aside)"))
            side.rename(aside)
            sentence = _("{name} belonged to another file and was set aside as {aside}.")
            told_of.append(sentence.format(name=side.name, aside=aside.name))
    return " ".join(told_of)


def recover_elsewhere(path: Path) -> Recovered | None:
    """The last finished state of a file that lies where nothing can be written.

    SQLite cannot read such a file while a journal stands beside it; None where none does.
    """
    sides = _standing(path)
    if not sides:
        return None
    folder = tempfile.TemporaryDirectory(prefix="dateline-")
    copy = Path(folder.name) / path.name
    try:
        with told(path):
            for one in (path, *sides):
                shutil.copyfile(one, copy.with_name(one.name))
            connection = sqlite3.connect(copy)
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()
            connection.close()
        db, _why = opening.open_file(copy, is_held=False)
    except BaseException:
        folder.cleanup()
        raise
    why = _(
        "{name} was cut off in the midst of a change and cannot be written where it lies, so what "
        "was finished before is open for reading only."
    )
    return Recovered(db, folder, why.format(name=path.name))


def _standing(path: Path) -> list[Path]:
    sides = [path.with_name(path.name + ending) for ending in ("-journal", "-wal")]
    return [side for side in sides if side.is_file() and side.stat().st_size]


def _is_foreign(side: Path, path: Path, noted: Identity | None) -> bool:
    if noted is not None and noted != identity(path):
        return True
    with path.open("rb") as file:
        first = file.read(100)
    if side.name.endswith("-wal"):
        return first[18:20] != _WAL_BYTES
    size = path.stat().st_size
    return not _fits(side, first, size)


def _fits(side: Path, first: bytes, size: int) -> bool:
    """False where the journal was begun on another state of the file than can stand there now.

    Each change counts up at byte 24 of the first page, which the journal holds as it was before.
    """
    with side.open("rb") as file:
        header = file.read(_HEADER)
        if len(header) < _HEADER or not header.startswith(_MAGIC):
            return True  # SQLite does not play it back
        records, pages, sector, page = (_number(header, at) for at in (8, 16, 20, 24))
        if size < pages * page:
            return False
        # An unsynced journal leaves its number open, and a torn one may claim any.
        held = max(0, side.stat().st_size - sector) // (page + 8)
        for number in range(min(records, held)):
            file.seek(sector + number * (page + 8))
            if _number(file.read(4), 0) == 1:
                before = _number(file.read(100), 24)
                return 0 <= _number(first, 24) - before <= 1
    return True


def _number(content: bytes, at: int) -> int:
    return int.from_bytes(content[at : at + 4], "big")


def _unused(path: Path) -> Path:
    number, found = 1, path
    while found.exists():
        number += 1
        found = path.with_name(f"{path.name} {number}")
    return found
