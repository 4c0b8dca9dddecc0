"""A file becomes a connection: made, recognised, migrated; and a connection a copy."""

import os
from pathlib import Path

from desktop.document import journal, locks, schema, search, shape, sums, upgrading
from desktop.document.causes import identity, told
from desktop.document.database import Database, sqlite3
from desktop.errors import FileError, StrangeFileError
from desktop.i18n import _
from desktop.paths import real

__all__ = ["copy_to", "create", "fill_from", "identity", "open_file", "told"]

_MOST_IN_MEMORY = 100_000_000

# Measured: of 51,500 simulated power cuts none lost anything with these (see the design's SAFETY).
_PRAGMAS = (
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "cache_spill = OFF",
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "cell_size_check = ON",
    "mmap_size = 0",
    "busy_timeout = 5000",
)


def create(path: Path) -> Database:
    """A new file at `path`, which must not stand there yet."""
    if path.exists():
        raise FileError(_("{name} is there already, and is left as it is.").format(name=path.name))
    if not path.parent.is_dir():
        raise FileError(_("There is no folder {folder}.").format(folder=path.parent))
    with told(path):
        db = _connect(path, "rwc")
        try:
            schema.migrate(db)
            _prepare(db)
        except BaseException:
            db.close()
            path.unlink(missing_ok=True)
            raise
    return db


def open_file(path: Path, *, is_held: bool) -> tuple[Database, str]:
    """The file at `path`, and why it can only be read ("" where it can be written).

    It is written only by the program that holds it.
    """
    if not path.is_file():
        raise FileError(_("There is no file {path}.").format(path=path))
    with told(path):
        return _open(path, is_held=is_held)


def open_reader(path: Path) -> Database:
    """Another connection to a file that is open already, for a thread that only reads."""
    return _connect(path, "ro")


def copy_to(db: Database, source: Path, path: Path, *, is_with_history: bool = True) -> None:
    """Write a whole copy of `source` to `path`: it stands there complete or not at all."""
    part = path.with_name(f".{path.name}.part")
    with told(path, source):
        part.unlink(missing_ok=True)
        try:
            _vacuum_into(db, part)
            if not is_with_history:
                _strip(part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)


def _vacuum_into(db: Database, path: Path) -> None:
    (is_only_read,) = db.execute("PRAGMA query_only").fetchone()
    # What is only read may be copied too, which SQLite else takes for writing.
    db.execute("PRAGMA query_only = OFF")
    try:
        # As an address, for SQLite takes no other name that is not UTF-8.
        db.execute("VACUUM INTO ?", [real(path).as_uri()])
    finally:
        db.execute(f"PRAGMA query_only = {is_only_read}")


def _strip(path: Path) -> None:
    copy = _connect(path, "rw")
    copy.execute("DELETE FROM steps")
    copy.execute("DELETE FROM state")
    if schema.version(copy) == schema.VERSION:
        sums.renew(copy, ("steps", "journal", "state"))
    copy.execute("VACUUM")  # else what was deleted could still be read from free pages
    copy.close()


def in_memory(db: Database) -> Database:
    """A copy that no disk holds, watched as the document is; refused where it is too large."""
    copy = _over(sqlite3.connect(":memory:"))
    # Within a transaction, for SQLite would wait for a lock without end while it copies.
    db.execute("BEGIN")
    try:
        _refuse_large(db)
        db.conn.backup(copy.conn)
        copy.execute("PRAGMA foreign_keys = ON")
        _prepare(copy)
    except BaseException:
        copy.close()
        raise
    finally:
        db.rollback()
    return copy


def _refuse_large(db: Database) -> None:
    pages, size = (db.execute(f"PRAGMA {ask}").fetchone()[0] for ask in ("page_count", "page_size"))
    if pages * size > _MOST_IN_MEMORY:
        raise sqlite3.DataError(pages * size)


def fill_from(db: Database, path: Path) -> None:
    """Put all that the file at `path` holds in the place of what `db` holds."""
    source, _reason = _open(path, is_held=False)
    try:
        if schema.version(source) > schema.VERSION:
            raise FileError(_("{name} is of another version of Dateline.").format(name=path.name))
        if schema.version(source) == schema.VERSION:
            source.conn.backup(db.conn)
        else:
            _fill_from_older(db, source)
    finally:
        source.close()


def _fill_from_older(db: Database, source: Database) -> None:
    grown = _over(sqlite3.connect(":memory:"))
    try:
        source.conn.backup(grown.conn)
        schema.migrate(grown)
        grown.conn.backup(db.conn)
    finally:
        grown.close()


def _open(path: Path, *, is_held: bool) -> tuple[Database, str]:
    db = _connect(path, "rw" if is_held else "ro")
    try:
        number = _version(db, path)
        if number <= schema.VERSION:
            _refuse_strange(db, path)
        why = _why_read_only(db, number, path, is_held=is_held)
        if number < schema.VERSION and not why:
            copy = upgrading.place_for_copy(db, path)
            copy_to(db, path, copy)
            upgrading.compare(db, copy)
            schema.migrate(db)
        _prepare(db, is_read_only=bool(why))
    except BaseException:
        db.close()
        raise
    return db, why


def _why_read_only(db: Database, number: int, path: Path, *, is_held: bool) -> str:
    if number > schema.VERSION:
        sentence = _("{name} was made by a newer Dateline, so it is open for reading only.")
    elif not is_held:
        sentence = _("{name} is being written in another window, so it is open for reading only.")
    elif path.stat().st_nlink > 1:
        # Under each name it would have another journal: after a crash one would be overlooked.
        sentence = _("{name} has a second name (a hard link), so it is open for reading only.")
    elif number < schema.VERSION and not upgrading.is_whole(db):
        sentence = _("{name} is damaged, so it is open for reading only: rescue a copy of it.")
    elif not (os.access(path.parent, os.W_OK) and _is_writable(db)):
        sentence = _("{name} or its folder cannot be written, so it is open for reading only.")
    else:
        return ""
    return sentence.format(name=path.name)


def _version(db: Database, path: Path) -> int:
    number = schema.version(db)
    # A file is made with its first shape in one go, so one without any is not of our making.
    if schema.application_id(db) != schema.APPLICATION_ID or number < 1:
        if shape.holds_timeline(db):
            sentence = _("{name} holds a timeline, but its head is damaged: rescue a copy of it.")
            raise StrangeFileError(sentence.format(name=path.name), path)
        raise FileError(_("{name} is not a Dateline file.").format(name=path.name))
    return number


def _refuse_strange(db: Database, path: Path) -> None:
    parts = shape.foreign_parts(db)
    if parts:
        sentence = _(
            "{name} holds what Dateline never puts into a file ({part}): rescue a copy of it."
        )
        raise StrangeFileError(sentence.format(name=path.name, part=", ".join(parts[:3])), path)


def _is_writable(db: Database) -> bool:
    try:
        db.execute("BEGIN IMMEDIATE")
        # That alone is granted for a read-only file too.
        db.execute("DELETE FROM steps WHERE 0")
    except sqlite3.OperationalError as error:
        if "readonly" in str(error):
            return False
        raise
    finally:
        db.rollback()
    return True


def _connect(path: Path, mode: str) -> Database:
    connection = sqlite3.connect(f"{real(path).as_uri()}?mode={mode}", uri=True)
    db = _over(connection)
    for pragma in _PRAGMAS if mode != "ro" else _PRAGMAS[2:]:
        db.execute(f"PRAGMA {pragma}").fetchall()
    return db


def _over(connection: sqlite3.Connection) -> Database:
    connection.isolation_level = None
    return Database(connection)


def _prepare(db: Database, *, is_read_only: bool = False) -> None:
    if is_read_only:
        db.execute("PRAGMA query_only = ON")
        return
    journal.watch(db)
    locks.guard(db)
    search.watch(db)
