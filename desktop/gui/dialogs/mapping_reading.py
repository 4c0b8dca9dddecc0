"""Reads a table on a thread for the mapping page: what it is, how it is cut, what it tells."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from desktop import formats
from desktop.errors import DatelineError
from desktop.formats import Incoming
from desktop.formats.plan import Plan
from desktop.formats.table_text import BOOKS
from desktop.formats.tables import Table, draft_table, look

FIRST_ROWS = 200
_TABLES = (".csv", ".tsv", ".txt", *BOOKS)
_ANY = ("table", "xlsx")


@dataclass(frozen=True, slots=True)
class Looked:
    """A file as it was found: the format that knows it, or the table whose columns are asked for.

    `incoming` is what all rows become, or only the first `FIRST_ROWS` where `is_whole` is false;
    `is_table` where a known format is one whose columns could be chosen as well.
    """

    known_as: str
    table: Table | None
    incoming: Incoming
    is_whole: bool = True
    is_table: bool = False


def look_at(path: Path, *, is_any: bool) -> Looked | DatelineError:
    """Look at a file for the first time; `is_any` takes it for any table, though it is known."""
    try:
        reader = None if is_any else formats.recognise(path)
        if reader is not None and reader.id not in _ANY:
            is_table = path.suffix.lower() in _TABLES
            return Looked(reader.name, None, reader.read(path), is_table=is_table)
        table = look(path)
        if table.known_as and not is_any:
            return Looked(table.known_as, None, draft_table(table), is_table=True)
        return _drafted(table)
    except DatelineError as error:
        return error


def look_again(path: Path, plan: Plan) -> Looked | DatelineError:
    """Look at a table by a corrected plan."""
    try:
        return _drafted(look(path, plan))
    except DatelineError as error:
        return error


def read_on(table: Table) -> Looked | DatelineError:
    """Read every row of a table of which the first ones were seen."""
    try:
        return Looked("", table, draft_table(table))
    except DatelineError as error:
        return error


def header_name(table: Table) -> str:
    """The name under which a plan is kept for all tables with this header."""
    folded = "\n".join(cell.casefold() for cell in table.header)
    return "mapping/" + hashlib.sha256(folded.encode()).hexdigest()[:24]


def _drafted(table: Table) -> Looked:
    if not table.plan.has_title:
        return Looked("", table, Incoming([]))
    return Looked("", table, draft_table(table, FIRST_ROWS), is_whole=False)
