"""A table in the columns of another program: out as CSV, and known again where it was guarded."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from desktop.formats.files import whole_file
from desktop.formats.guard import guarded, unguarded
from desktop.formats.table_text import Row, open_table
from desktop.formats.wanted import Wanted

GUARD = "'guarded"
"""The last column, empty, of a table in which apostrophes stand before some cells."""


def write_columns(
    path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]], wanted: Wanted
) -> None:
    """Write rows by the names of their cells, whole or not at all; a cell not named stays empty."""
    told: Iterable[list[str]] = ([cells.get(name, "") for name in columns] for cells in rows)
    header = list(columns)
    if wanted.is_for_spreadsheet:
        plain = list(told)
        told = [[guarded(cell) for cell in row] for row in plain]
        header += [GUARD] if told != plain else []
    with whole_file(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow(header)
        for row in told:
            table.writerow([*row, ""] if len(header) > len(columns) else row)


def open_columns(path: Path, needed: Sequence[str] = ()) -> tuple[list[str], Iterator[Row]]:
    """The header and the rows of a table, as they were before they were guarded."""
    header, rows = open_table(path, needed)
    if header[-1] != GUARD:
        return header, rows
    width = len(header) - 1
    plain = ((line, [unguarded(cell) for cell in row[:width]]) for line, row in rows)
    return header[:width], plain
