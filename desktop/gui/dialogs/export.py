"""Making a picture, a table or a page of the timeline; every choice is remembered."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import formats
from desktop.document import Filter
from desktop.formats.losses import Stock
from desktop.formats.wanted import Wanted
from desktop.gui.choosing import choose_new_file
from desktop.gui.dialogs.buttons import plain
from desktop.gui.dialogs.choices import Choice, combo, recall, remember
from desktop.gui.dialogs.outgoing import Outgoing
from desktop.gui.dialogs.picture_options import drawn_into
from desktop.gui.dialogs.preview import Preview
from desktop.gui.panels.labels import Plain
from desktop.gui.settings import Settings
from desktop.i18n import _
from desktop.session import Session
from desktop.timeline.pictures import picture
from desktop.timeline.view import TimelineView

_GROUP = "export"


class ExportDialog(Outgoing):
    """What the export is to be; `write` makes the file, and tells in place why it cannot."""

    def __init__(
        self, parent: QWidget, session: Session, view: TimelineView, settings: Settings
    ) -> None:
        super().__init__(parent, session, view, settings, _GROUP)
        self.setWindowTitle(_("Export"))
        self._stocks: dict[bool, Stock] = {}
        drawn = (_("Picture (PNG)"), _("Drawing (SVG)"), _("Page (PDF)"))
        names = (*drawn, *(writer.name for writer in formats.WRITERS))
        self.kind = combo(_("Export as"), names)
        self.preview = Preview(self._draw)
        self.guarded = QCheckBox(_("For Excel and other spreadsheets (guards formulas)"))
        self.losses = Plain("", "muted")
        self._first = QPushButton(_("Export…"))
        self._pages = QStackedWidget()
        recall(settings, _GROUP, self._choices())
        self._lay_out()
        self.options.changed.connect(self._look_again)
        self.events.currentIndexChanged.connect(self._look_again)
        self.kind.currentIndexChanged.connect(self._look_again)
        self._look_again()

    @property
    def form(self) -> str:
        """The kind of picture that is chosen; "" for a format of words and numbers."""
        place = self.kind.currentIndex()
        return picture.FORMS[place] if place < len(picture.FORMS) else ""

    @property
    def writer(self) -> formats.Writer:
        """The format that is chosen; the first of them behind a picture."""
        return formats.WRITERS[max(self.kind.currentIndex() - len(picture.FORMS), 0)]

    @property
    def filter(self) -> Filter:
        """The filter in force, unless everything is to go out."""
        return self.events.filter

    def write(self, path: Path) -> bool:
        """Make the file; False, and a sentence in the dialog, where it cannot be made."""
        self._remember()
        return self.attempt(lambda: self._write(path))

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        self._remember()
        self.attempt(lambda: copy_picture(picture.render(self._document, *self.drawn)))

    @property
    def trouble(self) -> str:
        """Why nothing could be made; "" where something was."""
        return "" if self.told.isHidden() else self.told.text()

    def _write(self, path: Path) -> None:
        if not self.form:
            formats.export(
                self._document,
                path,
                self.writer.id,
                filter_by=self.filter,
                is_for_spreadsheet=self.guarded.isChecked(),
            )
            return
        picture.write(self._document, path, *self.drawn, self.form)

    def _draw(self, room: QSize) -> QImage:
        page = self.options.page(self._document, self.filter)
        ratio = self.options.sheet(self._document, self.filter).ratio
        is_png = self.form == "png"
        size = (round(page.width * ratio), round(page.height * ratio))
        wide, high = size if is_png else (page.width, page.height)
        self.summary.show_words(_("{wide} × {high} pixels").format(wide=wide, high=high))
        return drawn_into(page, room)

    def _choose_and_write(self) -> None:
        suffix = f".{self.form}" if self.form else self.writer.suffix
        kinds = (_("Pictures") if self.form else self.writer.name).partition(" (")[0]
        proposed = self._document.path.stem + suffix
        title, chosen = self.windowTitle(), f"{kinds} (*{suffix})"
        path = choose_new_file(self, self._settings, title, proposed, chosen)
        if path is not None:
            self.write(path)

    def _lay_out(self) -> None:
        self.losses.setWordWrap(True)
        self._pages.addWidget(self._picture_page())
        self._pages.addWidget(self._table_page())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._first, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy = QPushButton(_("Copy picture"))
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        self._first.clicked.connect(self._choose_and_write)
        self._copy.clicked.connect(self.copy)
        plain(buttons)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        for part in (self.kind, self.events, self._pages, self.told, buttons):
            column.addWidget(part, 1 if part is self._pages else 0)
        # Only in its dialog does a button stay the one for Enter after another had the focus.
        self._first.setDefault(True)
        self.resize(860, 560)

    def _picture_page(self) -> QWidget:
        page, beside = QWidget(), QVBoxLayout()
        row = QHBoxLayout(page)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(18)
        row.addWidget(self.options)
        beside.addWidget(self.preview, 1)
        beside.addWidget(self.summary)
        row.addLayout(beside, 1)
        return page

    def _table_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.guarded)
        column.addWidget(self.losses)
        column.addStretch(1)
        return page

    def _look_again(self) -> None:
        is_picture = bool(self.form)
        self._pages.setCurrentIndex(0 if is_picture else 1)
        self._copy.setVisible(is_picture)
        self.options.show_sharpness(is_shown=self.form == "png")
        self.guarded.setVisible(self.writer.suffix == ".csv")
        if is_picture:
            self.preview.draw_soon()
        else:
            self.losses.setText(self._losses_listed())

    def _losses_listed(self) -> str:
        lost = self._stock().losses(self.writer.id)
        if not lost:
            return _("Everything in it comes back from this format.")
        head = _("{format} cannot hold:").format(format=self.writer.name)
        return "\n".join((head, *(f"  •  {loss.words}" for loss in lost)))

    def _stock(self) -> Stock:
        """What goes out, counted at most twice: filtered and all."""
        key = bool(self.filter)
        if key not in self._stocks:
            self._stocks[key] = Stock(self._document, Wanted(filter=self.filter))
        return self._stocks[key]

    def _choices(self) -> dict[str, Choice]:
        return {"kind": self.kind, "guarded": self.guarded}

    def _remember(self) -> None:
        remember(self._settings, _GROUP, self._choices())
        self.options.remember()


def copy_picture(image: QImage) -> None:
    """Put a picture on the clipboard."""
    QGuiApplication.clipboard().setImage(image)
