"""Cells that a spreadsheet would take for a formula, made harmless and back again without loss.

An apostrophe goes before every cell that begins like a formula, and before every cell that begins
with an apostrophe of its own, so taking one away again always gives the cell as it was. Plain
numbers stay as they are. A year before Christ, -0043, is guarded: LibreOffice makes a number of it,
and a day without a meaning of -0043-03-15.
"""

import re
from collections.abc import Sequence

GUARDED_MARK = "'uid"
"""The name of a guarded table's first column.

A table made for a spreadsheet says so by it: then, and only then, an apostrophe before a cell is
taken away.
"""
# OWASP's list of what Excel, LibreOffice and Google Sheets begin a formula with, and its
# full-width forms, which some of them fold.
_BEGINS_LIKE_FORMULA = re.compile(r"['=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?(0|[1-9]\d{0,17})(\.\d{1,18})?")


def guarded(cell: str) -> str:
    """The cell as a spreadsheet may have it."""
    if _BEGINS_LIKE_FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return "'" + cell
    return cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") else cell


def is_guarded(header: Sequence[str]) -> bool:
    """True for the header of a table that was made for a spreadsheet."""
    return bool(header) and header[0].strip() == GUARDED_MARK
