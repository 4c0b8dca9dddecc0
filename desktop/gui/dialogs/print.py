"""Printing the timeline: paper, one page or a poster, and how the pages will look."""

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop.errors import FileError
from desktop.formats.files import whole_file
from desktop.gui.choosing import choose_new_file
from desktop.gui.dialogs.buttons import plain
from desktop.gui.dialogs.choices import Choice, combo, recall, remember, spin_box
from desktop.gui.dialogs.outgoing import Outgoing
from desktop.gui.dialogs.preview import Preview
from desktop.gui.settings import Settings
from desktop.i18n import _, counted
from desktop.session import Session
from desktop.timeline.pictures.paper import KINDS, MOST_ACROSS, Paper
from desktop.timeline.pictures.press import Press, layout_of
from desktop.timeline.view import TimelineView

_GROUP = "print"
_KINDS = tuple(KINDS)
_SIZES = (100, 125, 150, 200, 300)
_LEGIBLE = 4.5  # points; smaller words are hard to read
_GAP = 8  # pixels between the pages of a preview
_MOST_DRAWN = 60  # pages of a preview


class PrintDialog(Outgoing):
    """Shows every page before it is printed, or written into a PDF file where no printer is."""

    def __init__(
        self, parent: QWidget, session: Session, view: TimelineView, settings: Settings
    ) -> None:
        super().__init__(parent, session, view, settings, _GROUP)
        self.setWindowTitle(_("Print"))
        self.kind = combo(_("Paper"), _KINDS)
        self.turned = combo(_("Orientation"), (_("Landscape"), _("Portrait")))
        self.layout_field = combo(_("Pages"), (_("All on one page"), _("Poster of several pages")))
        self.across = spin_box()
        self.size_field = combo(
            _("Size of words"), tuple(_("{n} %").format(n=size) for size in _SIZES)
        )
        self.overlap = spin_box()
        self.preview = Preview(self._draw)
        self._first = QPushButton(_("Print…"))
        self._set_ranges()
        recall(settings, _GROUP, self._choices())
        self._lay_out()
        self._connect()
        self._look_again()

    @property
    def paper(self) -> Paper:
        """The paper that is chosen."""
        is_poster = self.layout_field.currentIndex() == 1
        return Paper(
            kind=_KINDS[self.kind.currentIndex()],
            is_landscape=self.turned.currentIndex() == 0,
            across=self.across.value() if is_poster else 0,
            overlap=float(self.overlap.value()),
            enlarged=_SIZES[self.size_field.currentIndex()] / 100,
        )

    def press(self) -> Press:
        """The pages as they would be printed."""
        sheet, style, scale = self.drawn
        return Press(self._document, sheet, style, self.paper, scale)

    def write(self, path: Path) -> bool:
        """Write the pages into a PDF file; False, and a sentence, where that cannot be."""
        self._remember()
        return self.attempt(lambda: self._write(path))

    def print_out(self) -> None:
        """Let the system's own window choose a printer, and print."""
        self._remember()
        self.attempt(self._print, closes=False)

    def _write(self, path: Path) -> None:
        # Loaded with the first PDF.
        from desktop.timeline.pictures.vectors import pdf

        made = pdf(self._document, *self.drawn, self.paper)
        with whole_file(path) as draft:
            draft.write_bytes(made)

    def _print(self) -> None:
        try:
            from PySide6.QtPrintSupport import QPrintDialog, QPrinter
        except ImportError as error:
            sentence = _("Printing is not possible here; save a PDF file instead.")
            raise FileError(sentence) from error
        press = self.press()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._document.title)
        printer.setFullPage(True)
        printer.setPageLayout(layout_of(press.paper))
        chooser = QPrintDialog(printer, self)
        if chooser.exec() == QDialog.DialogCode.Accepted:
            press.print_on(printer)
            self.accept()

    def _remember(self) -> None:
        remember(self._settings, _GROUP, self._choices())
        self.options.remember()

    def _choose_and_write(self) -> None:
        proposed = f"{self._document.path.stem}.pdf"
        kinds = _("Pages ({suffix})").format(suffix="*.pdf")
        path = choose_new_file(self, self._settings, _("Save as PDF"), proposed, kinds)
        if path is not None:
            self.write(path)

    def _draw(self, room: QSize) -> QImage:
        """All pages side by side, as they are to be glued."""
        press = self.press()
        first = press.tiles[0]
        columns, rows = first.columns, min(first.rows, _MOST_DRAWN // first.columns + 1)
        wide, tall = press.paper.size
        gap = 0 if first.is_alone else _GAP
        scale = min(
            (room.width() - gap * (columns - 1)) / (columns * wide),
            (room.height() - gap * (rows - 1)) / (rows * tall),
        )
        image = QImage(
            max(1, int(columns * wide * scale + gap * (columns - 1))),
            max(1, int(rows * tall * scale + gap * (rows - 1))),
            QImage.Format.Format_RGB32,
        )
        image.fill(self.palette().mid().color() if gap else Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for tile in press.tiles:
            if tile.row > rows:
                break
            painter.save()
            painter.translate(
                (tile.column - 1) * (wide * scale + gap), (tile.row - 1) * (tall * scale + gap)
            )
            painter.scale(scale, scale)
            painter.fillRect(0, 0, int(wide), int(tall), Qt.GlobalColor.white)
            press.paint(painter, tile)
            painter.restore()
        painter.end()
        self._sum_up(press)
        return image

    def _sum_up(self, press: Press) -> None:
        pages = counted("{n} page", "{n} pages", len(press.tiles))
        words = _("{pages}, words {points} points high").format(
            pages=pages, points=f"{press.points:.1f}"
        )
        if press.points < _LEGIBLE:
            words += _(": too small to read; a poster, a larger paper or a span helps")
        self.summary.show_words(words)

    def _set_ranges(self) -> None:
        self.across.setRange(1, MOST_ACROSS)
        self.across.setValue(2)
        self.across.setSuffix(_(" pages wide"))
        self.across.setAccessibleName(_("Pages across"))
        self.overlap.setRange(0, 40)
        self.overlap.setValue(10)
        self.overlap.setSuffix(_(" mm"))
        self.overlap.setAccessibleName(_("Overlap of pages"))

    def _choices(self) -> dict[str, Choice]:
        return {
            "kind": self.kind,
            "turned": self.turned,
            "layout": self.layout_field,
            "across": self.across,
            "size": self.size_field,
            "overlap": self.overlap,
        }

    def _lay_out(self) -> None:
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._add_paper()
        left.addWidget(self.options)
        left.addStretch(1)
        right.addWidget(self.preview, 1)
        right.addWidget(self.summary)
        row.setSpacing(18)
        row.addLayout(left)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(self.told)
        column.addWidget(self._buttons())
        # Only in its dialog does a button stay the one for Enter after another had the focus.
        self._first.setDefault(True)
        fields = (*self._choices().values(), self.events, self.options.extent)
        for one, following in pairwise(fields):
            self.setTabOrder(one, following)
        self.kind.setFocus()
        self.resize(940, 620)

    def _add_paper(self) -> None:
        rows: tuple[tuple[str, QWidget], ...] = (
            (_("Paper"), self.kind),
            ("", self.turned),
            (_("Pages"), self.layout_field),
            ("", self.across),
            (_("Words"), self.size_field),
            (_("Overlap"), self.overlap),
            (_("Events"), self.events),
        )
        for place, (words, field) in enumerate(rows):
            self.options.form.insertRow(place, words, field)
        self.options.form.setRowVisible(self.events, self.events.is_a_choice)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        role = QDialogButtonBox.ButtonRole.ActionRole
        for button, deed in (
            (self._first, self.print_out),
            (QPushButton(_("Save as PDF…")), self._choose_and_write),
        ):
            button.clicked.connect(deed)
            buttons.addButton(button, role)
        buttons.rejected.connect(self.reject)
        plain(buttons)
        return buttons

    def _connect(self) -> None:
        self.options.changed.connect(self._look_again)
        self.events.currentIndexChanged.connect(self._look_again)
        for choice in self._choices().values():
            if isinstance(choice, QSpinBox):
                choice.valueChanged.connect(self._look_again)
            elif isinstance(choice, QComboBox):
                choice.currentIndexChanged.connect(self._look_again)

    def _look_again(self) -> None:
        is_poster = self.layout_field.currentIndex() == 1
        for field in (self.across, self.size_field, self.overlap):
            self.options.form.setRowVisible(field, is_poster)
        self.preview.draw_soon()
