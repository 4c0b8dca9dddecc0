"""Excel workbooks out: see `workbook` for what stands in them."""

from pathlib import Path

from desktop.document import Document
from desktop.formats.wanted import Wanted


def write(document: Document, path: Path, wanted: Wanted) -> None:
    """Write the wanted events."""
    # Loaded with the first workbook: the window stands before that.
    from desktop.formats.workbook import write_book

    write_book(document, path, wanted)
