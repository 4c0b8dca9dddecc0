"""Rolling copies of a document in the user's own folder, each verified when it is made.

They are numbered, so that a clock that jumps changes no order. A copy of rows that are not as they
were saved says so in its name; the newest good copy is never pruned.
"""

import hashlib
import os
import re
import time
from dataclasses import dataclass
from pathlib import Path

from desktop.document import opening, schema
from desktop.document.check import damaged_files
from desktop.document.damage import named_damage
from desktop.document.database import Database, sqlite3
from desktop.document.whole import damage_of
from desktop.errors import DatelineError, FileError, StrangeFileError
from desktop.i18n import _
from desktop.paths import data_folder, made, real

HOUR, DAY, WEEK = 3600, 86_400, 604_800
LARGEST = 500_000_000  # bytes that the copies of one document may take together
_NAME = re.compile(r"(\d{6})-(\d{1,12})( damaged)?\.dateline")


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: its place in the order, when it was made (seconds since 1970), where it lies.

    `damage` is what was found in it when it was made; one found later only is known to have some.
    """

    number: int
    time: int
    path: Path
    is_damaged: bool = False
    damage: tuple[str, ...] = ()


def folder_of(document: Path) -> Path:
    """Where the copies of the document at this path lie."""
    name = hashlib.sha256(os.fsencode(real(document))).hexdigest()[:16]
    return data_folder() / "backups" / f"{document.stem[:40]}-{name}"


def backups_of(document: Path) -> list[Backup]:
    """The copies of the document at this path, the newest first."""
    folder = folder_of(document)
    names = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    found = [match for match in map(_NAME.fullmatch, names) if match]
    copies = [_named(match, folder) for match in found]
    return sorted(copies, key=lambda backup: -backup.number)


def last_good(document: Path) -> Backup | None:
    """The newest copy in which nothing was damaged; the newest of all where each has damage."""
    copies = backups_of(document)
    return next((backup for backup in copies if not backup.is_damaged), next(iter(copies), None))


def _named(match: re.Match[str], folder: Path) -> Backup:
    return Backup(int(match[1]), int(match[2]), folder / match[0], is_damaged=bool(match[3]))


def back_up(document: Path) -> Backup | None:
    """Make a verified copy and thin the older ones; None where nothing changed since the last.

    Opens the document itself, for reading, so that any thread may call it.
    """
    if not document.is_file():
        raise FileError(_("There is no file {path}.").format(path=document))
    older = backups_of(document)
    number = older[0].number + 1 if older else 1
    moment = int(time.time())
    path = made(folder_of(document)) / f"{number:06}-{moment}.dateline"
    with opening.told(document):
        _copy(document, path)
    try:
        damage = _verify(path, document)
    except DatelineError:
        path.unlink()
        raise
    if older and _content(older[0].path) == _content(path):
        path.unlink()
        return None
    if damage:
        path = path.rename(path.with_name(f"{path.stem} damaged{path.suffix}"))
    thin(document, moment)
    return Backup(number, moment, path, is_damaged=bool(damage), damage=damage)


def thin(document: Path, now: int) -> None:
    """Keep all copies of the last hour, one an hour for a day, one a day for a week, one a week."""
    kept: set[tuple[bool, int, int]] = set()
    size, good = 0, last_good(document)
    for place, backup in enumerate(backups_of(document)):
        size += backup.path.stat().st_size
        slot = (backup.is_damaged, *_slot(max(0, now - backup.time), backup))
        if place and backup != good and (slot in kept or size > LARGEST):
            backup.path.unlink()
        kept.add(slot)


def _slot(age: int, backup: Backup) -> tuple[int, int]:
    for limit, width in ((HOUR, 1), (DAY, HOUR), (WEEK, DAY)):
        if age < limit:
            return width, backup.time // width if width > 1 else backup.number
    return WEEK, backup.time // WEEK


def _copy(document: Path, path: Path) -> None:
    source = sqlite3.connect(f"{real(document).as_uri()}?mode=ro", uri=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    try:
        target = sqlite3.connect(part)
        source.backup(target)
        target.close()
        part.replace(path)
    finally:
        source.close()
        part.unlink(missing_ok=True)


def _verify(path: Path, document: Path) -> tuple[str, ...]:
    """What is damaged in some rows of the copy; a copy that is torn is refused."""
    connection = sqlite3.connect(f"{real(path).as_uri()}?mode=ro", uri=True)
    try:
        db = Database(connection)
        # What is wrong with the search index costs nothing: it is made anew.
        lines = damage_of(db, "quick_check", is_index_asked=False)
        is_ours = schema.application_id(db) == schema.APPLICATION_ID
        rows = (*named_damage(db, is_whole=True), *damaged_files(db)) if not lines else ()
    except sqlite3.DatabaseError as error:
        lines, is_ours, rows = [str(error)], False, ()
    finally:
        connection.close()
    if lines or not is_ours:
        sentence = _("The file is damaged, so no backup was made: {line}")
        raise StrangeFileError(sentence.format(line=lines[0] if lines else path.name), document)
    return rows


def _content(path: Path) -> bytes:
    """A digest of the copy without the counters that SQLite keeps in its first hundred bytes."""
    return hashlib.sha256(path.read_bytes()[100:]).digest()
