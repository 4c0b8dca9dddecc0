"""A file of an older Dateline grows into ours: copied, the copy compared, then changed at once."""

import shutil
from pathlib import Path

from desktop.document import schema, sums
from desktop.document.database import Database, sqlite3
from desktop.document.whole import damage_of
from desktop.errors import FileError
from desktop.i18n import _
from desktop.paths import real

_Digest = dict[str, tuple[int, ...]]


def is_whole(db: Database) -> bool:
    """False for a file that is damaged: such a one is never written to."""
    return not damage_of(db, "quick_check", is_index_asked=False)


def place_for_copy(db: Database, path: Path) -> Path:
    """Where the copy of an older file goes: a name that is free, on a disk that has the room."""
    if shutil.disk_usage(path.parent).free < 2 * path.stat().st_size:
        sentence = _("{name} must be brought up to date, but the disk is too full for a copy.")
        raise FileError(sentence.format(name=path.name))
    name = _("{name} (before update {n})").format(name=path.stem, n=schema.version(db))
    number, copy = 1, path.with_name(f"{name}.dateline")
    while copy.exists():
        number += 1
        copy = path.with_name(f"{name} {number}.dateline")
    return copy


def compare(db: Database, copy: Path) -> None:
    """Refuse to go on where the copy does not hold, row for row, what the file holds."""
    connection = sqlite3.connect(f"{real(copy).as_uri()}?mode=ro", uri=True)
    other = Database(connection)
    try:
        is_equal = is_whole(other) and _digest(other) == _digest(db)
    finally:
        other.close()
    if not is_equal:
        copy.unlink()
        sentence = _("The copy {name} is not what was copied, so nothing was changed.")
        raise FileError(sentence.format(name=copy.name))


def _digest(db: Database) -> _Digest:
    """How many rows each table has, and what they sum up to."""
    sums.register(db)
    digest: _Digest = {"": (schema.version(db),)}
    for table in (*schema.JOURNALED, "state", "files", "steps", "journal"):
        query = f"SELECT count(*), ifnull(sum({sums.row_sum(db, table)}), 0) FROM {table}"
        digest[table] = tuple(db.execute(query).fetchone())
    return digest
