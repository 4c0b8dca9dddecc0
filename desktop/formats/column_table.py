"""A table in the columns of another program, as CSV."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from desktop.formats.files import whole_file
from desktop.formats.guard import guarded
from desktop.formats.wanted import Wanted


def write_columns(
    path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]], wanted: Wanted
) -> None:
    """Write rows by the names of their cells, whole or not at all; a cell not named stays empty."""
    with whole_file(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\r\n")
        table.writerow(columns)
        for cells in rows:
            row = [cells.get(name, "") for name in columns]
            table.writerow([guarded(cell) for cell in row] if wanted.is_for_spreadsheet else row)
