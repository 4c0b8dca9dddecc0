"""Pictures without a window: Qt draws offscreen, so no screen need be there."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from desktop.cli.look import Look
from desktop.document import Document, Filter
from desktop.formats.files import whole_file
from desktop.gui.canvas_style import style_of
from desktop.gui.theme import load_fonts, read_theme
from desktop.timeline.drawing.style import Style, grey, paper
from desktop.timeline.pictures.imprint import day_of_data
from desktop.timeline.pictures.paper import DOTS, Paper
from desktop.timeline.pictures.picture import scale_of, write
from desktop.timeline.pictures.sheet import Sheet
from desktop.when import read_words


def draw(document: Document, path: Path) -> None:
    """Write the whole timeline to a PNG file, twice as fine as on a usual screen."""
    application = _application()
    write(document, path, Sheet(ratio=2), _style("light"))
    # It must live as long as anything is drawn.
    del application


def draw_as(document: Document, path: Path, form: str, wanted: Filter, look: Look) -> None:
    """Write the timeline as a picture of one of `picture.FORMS`, or onto paper as PDF."""
    application = _application()
    sheet = Sheet(
        width=look["width"],
        height=look["height"] or None,
        ratio=look["dpi"] / DOTS if look["dpi"] else look["scale"],
        is_transparent=look["transparent"],
        is_whole=not look["span"],
        has_title=look["title"],
        has_legend=look["legend"],
        is_told=bool(wanted),
        dated=day_of_data(document) if look["dated"] else "",
        filter=wanted,
    )
    scale = scale_of(read_words(look["span"]).when) if look["span"] else None
    style = _style(look["theme"])
    if look["paper"]:
        # Loaded for PDF alone.
        from desktop.timeline.pictures.vectors import pdf

        sheets = Paper(kind=look["paper"], is_landscape=not look["portrait"], across=look["across"])
        made = pdf(document, sheet, style, scale, sheets)
        with whole_file(path) as draft:
            draft.write_bytes(made)
    else:
        write(document, path, sheet, style, scale, form)
    del application


def _application() -> object:
    application = QApplication.instance() or QApplication(["dateline", "-platform", "offscreen"])
    load_fonts()
    return application


def _style(name: str) -> Style:
    if name in ("print", "grey"):
        return grey() if name == "grey" else paper()
    return style_of(read_theme(name))
