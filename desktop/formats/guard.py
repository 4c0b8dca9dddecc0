"""Cells that a spreadsheet would take for a formula, made harmless and back again without loss.

An apostrophe goes before every cell that begins like a formula, and before every cell that begins
with an apostrophe of its own, so taking one away again always gives the cell as it was. Plain
numbers stay as they are. What a spreadsheet would keep in another way is guarded, too: years before
Christ and 0044, 00012, 1e5, 1/2, 50 %; 2024-11, which Excel makes a day of; and days before March
1900, which LibreOffice counts by another calendar (1000-01-01 comes back five days later).
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
# Times stay bare: TimelineJS reads 18:00 and refuses '18:00.
_REWRITTEN = re.compile(
    r"0\d+(\.\d+)?|\d{16,}|\d+(\.\d*)?[eE][+-]?\d+|\d+([.,]\d+)?\s?%|[$€£¥]\s?\d[\d.,]*"
    r"|\d{1,4}/\d{1,2}(/\d{1,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}-\d{1,2}(-\d{1,4})?|\d{4}-\d\d"
    r"|(0\d|1[0-8])\d\d-\d\d-\d\d|1900-0[12]-\d\d|(?i:true|false)"
)
_NUMBER = re.compile(r"[+-]?(0|[1-9]\d{0,17})(\.\d{1,18})?")


def guarded(cell: str) -> str:
    """The cell as a spreadsheet may have it."""
    if _BEGINS_LIKE_FORMULA.match(cell):
        return cell if _NUMBER.fullmatch(cell) else "'" + cell
    return "'" + cell if _REWRITTEN.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell as it was before `guarded`."""
    return cell[1:] if cell.startswith("'") else cell


def is_guarded(header: Sequence[str]) -> bool:
    """True for the header of a table that was made for a spreadsheet."""
    return bool(header) and header[0].strip() == GUARDED_MARK
