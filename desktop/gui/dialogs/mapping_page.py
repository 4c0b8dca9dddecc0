"""The looks of the mapping page: what the table is at the top, what will happen at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.formats.tables import languages_in
from desktop.gui.dialogs.mapping_columns import MOST_COLUMNS
from desktop.gui.dialogs.mapping_reading import Looked
from desktop.gui.panels.labels import Plain
from desktop.i18n import _, counted

_WIDTH, _HEIGHT = 1040, 700


class MappingPage:
    """Lays out a dialog and says in it how things stand; the dialog decides what happens."""

    def __init__(
        self, dialog: QDialog, reading: QWidget, columns: QWidget, preview: QWidget
    ) -> None:
        self.is_remembered = False
        self._reading, self._columns = reading, columns
        self._kind, self._quiet = Plain(role="title"), Plain(role="muted")
        self._quiet.setWordWrap(True)
        self.other = QPushButton(_("Choose the columns myself"))
        self.other.setAutoDefault(False)
        self._summary = Plain(role="muted")
        self._summary.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setFixedSize(140, 6)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far the import is"))
        self.leave = QPushButton(_("Cancel"))
        self.leave.setAutoDefault(False)
        self.go = QPushButton(_("Import"))
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self._lay_out(dialog, preview)

    @property
    def kind(self) -> str:
        """What stands at the top."""
        return self._kind.text()

    @property
    def told(self) -> str:
        """What is said of how the columns were found and read."""
        return self._quiet.text()

    @property
    def summary(self) -> str:
        """What stands at the foot."""
        return self._summary.text()

    def show_kind(self, looked: Looked) -> None:
        """Name the format that was recognised, or say what the choices over the columns are."""
        table = looked.table
        self._reading.setVisible(table is not None)
        self._columns.setVisible(table is not None)
        self.other.setVisible(table is None and looked.is_table)
        if table is None:
            self._kind.setText(_("Recognised: {format}").format(format=looked.known_as))
            self._quiet.setText(_("Nothing needs to be set: this format’s columns are known."))
            return
        self._kind.setText(_("What are the columns?"))
        words = _("They were guessed by their names and by what stands in them.")
        if self.is_remembered:
            words = _("They are as you chose them for the last table with these headings.")
        languages = languages_in(table)
        if languages:
            words += " " + _("Names of months are read as {language}.").format(language=languages)
        aside = len(table.header) - MOST_COLUMNS
        if aside > 0:
            further = counted("{n} further column", "{n} further columns", aside)
            words += " " + _("{n} stay beside the events.").format(n=further)
        self._quiet.setText(words)

    def show_work(self, words: str) -> None:
        """Say that something is under way."""
        self._summary.say(words, "muted")
        self._bar.setRange(0, 0)
        self._bar.show()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is, and let the user press Cancel."""
        self.go.setEnabled(False)
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        QApplication.processEvents()

    def show_summary(self, words: str) -> None:
        """Say what the import would do."""
        self._summary.say(words, "")
        self._bar.hide()

    def say_trouble(self, words: str) -> None:
        """Say why nothing can be imported as things stand."""
        self._summary.say(words, "danger")
        self._bar.hide()

    def show_number(self, number: int) -> None:
        """Name on the button how many events it brings; 0 where that is not known."""
        words = counted("Import {n} event", "Import {n} events", number)
        self.go.setText(words if number else _("Import"))

    def _lay_out(self, dialog: QDialog, preview: QWidget) -> None:
        both = QSplitter(Qt.Orientation.Vertical)
        both.setChildrenCollapsible(False)
        both.setHandleWidth(1)
        both.addWidget(self._columns)
        both.addWidget(preview)
        both.setStretchFactor(1, 1)
        both.setSizes([236, 400])
        column = QVBoxLayout(dialog)
        column.setContentsMargins(18, 16, 18, 14)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._reading)
        column.addWidget(both, 1)
        column.addLayout(self._foot())
        for part in (self._reading, self._columns, self.other):
            part.hide()
        dialog.resize(_WIDTH, _HEIGHT)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._kind)
        words.addWidget(self._quiet)
        head.addLayout(words, 1)
        head.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self._summary, 1)
        foot.addWidget(self._bar)
        foot.addWidget(self.leave)
        foot.addWidget(self.go)
        return foot
