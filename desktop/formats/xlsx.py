"""Excel workbooks out: see `workbook` for what stands in them."""

from collections.abc import Iterable
from pathlib import Path

from desktop.document import Document


def write(
    document: Document,
    path: Path,
    *,
    events: Iterable[int] | None = None,
    is_for_spreadsheet: bool = True,
) -> None:
    """Write all events, or those with these ids."""
    # Loaded with the first workbook: the window stands before that.
    from desktop.formats.workbook import write_book

    write_book(document, path, events)
