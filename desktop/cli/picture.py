"""Pictures without a window: Qt draws offscreen, so no screen need be there."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.document import Document
from desktop.gui.canvas_style import style_of
from desktop.gui.theme import load_fonts, read_theme
from desktop.timeline.picture import write
from desktop.timeline.sheet import Sheet


def draw(document: Document, path: Path, sheet: Sheet | None = None, theme: str = "light") -> None:
    """Write the whole timeline to a PNG file, twice as fine as on a usual screen."""
    application = QApplication.instance() or QApplication(["dateline", "-platform", "offscreen"])
    load_fonts()
    write(document, path, sheet or Sheet(ratio=2), style_of(read_theme(theme)))
    # It must live as long as anything is drawn.
    del application
