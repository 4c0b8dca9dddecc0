"""A page of our own words in a window beside: help, shortcuts, what this program is."""

import platform
import re
from collections.abc import Iterable
from html import escape
from pathlib import Path

from PySide6.QtCore import QByteArray, QUrl, qVersion
from PySide6.QtGui import QAction, QImage, QKeySequence, QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from desktop.gui.dialogs.buttons import plain
from desktop.gui.dialogs.hand import hand_rows
from desktop.i18n import _
from desktop.paths import resources_folder

VERSION = "0.1.0"
_DOT = QImage(1, 1, QImage.Format.Format_Alpha8)


class PageDialog(QDialog):
    """Shows one page; it loads nothing, whatever the page names."""

    def __init__(self, parent: QWidget, title: str, html: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.page = _Page()
        self.page.setHtml(html)
        self.page.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        plain(buttons)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.page, 1)
        column.addWidget(buttons)
        self.resize(900, 600)


class _Page(QTextBrowser):
    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(14)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # Given nothing, Qt opens the file itself: a dot and a blank keep it from looking.
        return _DOT if kind == QTextDocument.ResourceType.ImageResource.value else QByteArray(b" ")


def help_page() -> str:
    """How Dateline works, in the words of `resources/help`."""
    page = QTextDocument()
    folder = resources_folder() / "help"
    texts = [(folder / name).read_text(encoding="utf-8") for name in ("help.md", "formats.md")]
    page.setMarkdown("\n\n".join(texts))
    return page.toHtml()


def shortcuts_page(actions: Iterable[QAction]) -> str:
    """Each action that has keys, with all of them."""
    native = QKeySequence.SequenceFormat.NativeText
    listed = [
        (action.text().replace("&", ""), "  ·  ".join(keys))
        for action in actions
        if (keys := [key.toString(native) for key in action.shortcuts() if is_usual(key)])
    ]
    fixed = [
        (_("Place the selected words on a track"), "1 … 9"),
        (_("Keep the proposed title, or go on"), "Enter"),
        (_("Take back a gesture, close a field"), "Esc"),
        (_("Walk through events on the timeline"), "← → ↑ ↓"),
        (_("Move the chosen event in time, or to another track"), "Alt+← → ↑ ↓"),
    ]
    rows = [
        f"<tr><td style='padding:3px 24px 3px 0'>{escape(words)}</td>"
        f"<td><b>{escape(keys)}</b></td></tr>"
        for words, keys in [*fixed, *hand_rows(), *listed]
    ]
    return f"<table>{''.join(rows)}</table>"


def is_usual(key: QKeySequence) -> bool:
    """False for the keys that few keyboards have, such as one for Open or F14."""
    named = QKeySequence.SequenceFormat.PortableText
    return re.fullmatch(r"(.*\+.+|F1?\d|Del)", key.toString(named)) is not None and not (
        re.fullmatch(r"F1[3-9]", key.toString(named))
    )


def about_page(document: Path) -> str:
    """The program, its licence, and where the open timeline lies."""
    lines = (
        f"<h2>Dateline {VERSION}</h2>",
        escape(_("A timeline editor for people who read. It works without a network.")),
        escape(_("Free software under the GNU General Public License, version 3 or later.")),
        escape(_("Fonts: Noto (SIL Open Font License). Icons: Tabler (MIT).")),
        escape(_("This timeline: {path}").format(path=document)),
        escape(f"Qt {qVersion()} · Python {platform.python_version()} · {platform.platform()}"),
    )
    return "".join(f"<p>{line}</p>" for line in lines)
