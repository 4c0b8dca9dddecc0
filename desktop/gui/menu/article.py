"""The Article menu: what can be put right in the article that is read."""

from PySide6.QtCore import Qt

from desktop.gui.dialogs.article import ArticleDialog
from desktop.gui.dialogs.correcting import CorrectingDialog
from desktop.gui.window import Window


def is_open(window: Window) -> bool:
    """True while an article is read."""
    return window.reader.article is not None


def date(window: Window) -> None:
    """Let the publication date be typed."""
    window.arrangement.fold("reader", is_folded=False)
    window.reader.head.ask()


def describe(window: Window) -> None:
    """Say where the article that is read comes from."""
    if window.reader.article is not None:
        article = window.document.article(window.reader.article)
        ArticleDialog(window, window.document, article).open()


def correct(window: Window) -> None:
    """Open the text for correction, with all its quotes in view."""
    if window.reader.article is not None:
        dialog = CorrectingDialog(window, window.document, window.reader.article, window.tasks)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.corrected.connect(lambda told: window.banner.tell(told) if told else None)
        dialog.open()
