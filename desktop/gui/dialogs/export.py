"""Making a picture or a table of the timeline; every choice is remembered for the next time."""

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import formats
from desktop.errors import DatelineError
from desktop.formats.losses import Stock
from desktop.gui.canvas_style import style_of
from desktop.gui.choosing import choose_new_file
from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain
from desktop.gui.settings import Settings
from desktop.gui.theme import read_theme
from desktop.i18n import _
from desktop.session import Session
from desktop.timeline import picture
from desktop.timeline.sheet import Sheet
from desktop.timeline.style import Style, paper
from desktop.timeline.view import TimelineView
from desktop.when import When, in_words

_RATIOS = (1, 2, 3, 4)
_LOOKS = ("light", "dark", "paper")


class ExportDialog(QDialog):
    """What the export is to be; `write` makes the file, and tells in place why it cannot."""

    def __init__(
        self, parent: QWidget, session: Session, view: TimelineView, settings: Settings
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Export"))
        self._document = session.document
        self._view = view
        self._settings = settings
        names = (_("Picture (PNG)"), *(writer.name for writer in formats.WRITERS))
        self.kind = _combo(_("Export as"), names)
        self.extent = _combo(_("Shows"), (_("The whole timeline"), _("What is in view")))
        self.width_field = QSpinBox()
        self.ratio = _combo(_("Sharpness"), (_("Screen"), _("Fine (2×)"), "3×", "4×"))
        self.look = _combo(_("Look"), (_("Light"), _("Dark"), _("Paper")))
        self.transparent = QCheckBox(_("Transparent background"))
        self.title = QCheckBox(_("Title"))
        self.legend = QCheckBox(_("Legend"))
        self.guarded = QCheckBox(_("For Excel and other spreadsheets (guards formulas)"))
        self.told = Plain(role="danger")
        self.told.setWordWrap(True)
        self._losses = Plain("", "muted")
        self._pages = QStackedWidget()
        self._lay_out()
        self._recall()

    def sheet(self) -> Sheet:
        """The picture that is asked for."""
        return Sheet(
            width=self.width_field.value(),
            ratio=float(_RATIOS[self.ratio.currentIndex()]),
            is_transparent=self.transparent.isChecked(),
            is_whole=self.extent.currentIndex() == 0,
            has_title=self.title.isChecked(),
            has_legend=self.legend.isChecked(),
            dated=in_words(When(datetime.now().astimezone().date().isoformat())),
        )

    @property
    def is_picture(self) -> bool:
        """True for a picture, False for a format of words and numbers."""
        return self.kind.currentIndex() <= 0

    @property
    def writer(self) -> formats.Writer:
        """The format that is chosen; the first of them behind a picture."""
        return formats.WRITERS[max(self.kind.currentIndex() - 1, 0)]

    def write(self, path: Path) -> bool:
        """Make the file; False, and a sentence in the dialog, where it cannot be made."""
        self._remember()
        try:
            if self.is_picture:
                scale = self._view.scale
                picture.write(self._document, path, self.sheet(), self._style(), scale)
            else:
                is_guarded = self.guarded.isChecked()
                form = self.writer.id
                formats.export(self._document, path, form, is_for_spreadsheet=is_guarded)
        except DatelineError as error:
            self.told.setText(str(error))
            self.told.show()
            return False
        self.accept()
        return True

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        self._remember()
        try:
            made = picture.render(self._document, self.sheet(), self._style(), self._view.scale)
        except DatelineError as error:
            self.told.setText(str(error))
            self.told.show()
            return
        QGuiApplication.clipboard().setImage(made)
        self.accept()

    def _style(self) -> Style:
        look = _LOOKS[self.look.currentIndex()]
        return paper() if look == "paper" else style_of(read_theme(look))

    def _choose_and_write(self) -> None:
        writer = self.writer
        suffix, kinds = (".png", _("Pictures")) if self.is_picture else (writer.suffix, writer.name)
        kinds = kinds.partition(" (")[0]
        proposed = self._document.path.stem + suffix
        title, chosen = self.windowTitle(), f"{kinds} (*{suffix})"
        path = choose_new_file(self, self._settings, title, proposed, chosen)
        if path is not None:
            self.write(path)

    def _lay_out(self) -> None:
        self.width_field.setRange(400, 20_000)
        self.width_field.setSingleStep(100)
        self.width_field.setSuffix(_(" pixels"))
        self.width_field.setAccessibleName(_("Width"))
        self.told.hide()
        self._pages.addWidget(self._picture_page())
        self._pages.addWidget(self._table_page())
        self.kind.currentIndexChanged.connect(self._show_page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        write = QPushButton(_("Export…"))
        write.setDefault(True)
        buttons.addButton(write, QDialogButtonBox.ButtonRole.ActionRole)
        self._copy = QPushButton(_("Copy picture"))
        buttons.addButton(self._copy, QDialogButtonBox.ButtonRole.ActionRole)
        write.clicked.connect(self._choose_and_write)
        self._copy.clicked.connect(self.copy)
        plain(buttons)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        for part in (self.kind, self._pages, self.told, buttons):
            column.addWidget(part)

    def _picture_page(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(_("Shows"), self.extent)
        form.addRow(_("Width"), self.width_field)
        form.addRow(_("Sharpness"), self.ratio)
        form.addRow(_("Look"), self.look)
        for box in (self.title, self.legend, self.transparent):
            form.addRow("", box)
        return page

    def _table_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        self._losses.setWordWrap(True)
        column.addWidget(self._losses)
        column.addWidget(self.guarded)
        column.addStretch(1)
        return page

    def _show_page(self, place: int) -> None:
        self._pages.setCurrentIndex(min(place, 1))
        self._copy.setVisible(place == 0)
        self._losses.setText(Stock(self._document).sentence(self.writer.id, self.writer.name))
        self.guarded.setVisible(self.writer.suffix == ".csv")

    def _choices(self) -> dict[str, QComboBox | QCheckBox | QSpinBox]:
        return {
            "kind": self.kind,
            "extent": self.extent,
            "width": self.width_field,
            "ratio": self.ratio,
            "look": self.look,
            "transparent": self.transparent,
            "title": self.title,
            "legend": self.legend,
            "guarded": self.guarded,
        }

    def _remember(self) -> None:
        for name, choice in self._choices().items():
            value: int | bool
            if isinstance(choice, QComboBox):
                value = choice.currentIndex()
            else:
                value = choice.value() if isinstance(choice, QSpinBox) else choice.isChecked()
            self._settings.remember(f"export/{name}", value)

    def _recall(self) -> None:
        usual = {"width": 1600, "ratio": 1}
        for name, choice in self._choices().items():
            if isinstance(choice, QCheckBox):
                is_usual = name in {"title", "legend"}
                choice.setChecked(self._settings.answer(f"export/{name}", default=is_usual))
            elif isinstance(choice, QComboBox):
                choice.setCurrentIndex(self._settings.number(f"export/{name}", usual.get(name, 0)))
            else:
                choice.setValue(self._settings.number(f"export/{name}", usual.get(name, 0)))


def _combo(name: str, words: tuple[str, ...]) -> QComboBox:
    combo = QComboBox()
    combo.addItems(words)
    combo.setAccessibleName(name)
    return combo
