"""How a table is read: its sheet, separator, letters, header row and order of dates."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.formats.plan import NO_HEADER, Plan
from desktop.formats.tables import Table
from desktop.gui.dialogs.mapping_words import encodings, marks, orders
from desktop.gui.panels.labels import Plain, menu_words
from desktop.i18n import _

_MOST_HEADER_ROWS = 12


class ReadingRow(QWidget):
    """What was detected, each a choice; `changed` when the user has corrected one."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet, self.mark, self.letters, self.header, self.order = (
            QComboBox() for _n in range(5)
        )
        self._parts: dict[QComboBox, QWidget] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        for choice, words in (
            (self.sheet, _("Sheet")),
            (self.mark, _("Between cells")),
            (self.letters, _("Letters")),
            (self.header, _("Headings")),
            (self.order, _("Dates such as 3/4/2024")),
        ):
            row.addWidget(self._part(choice, words))
            choice.currentIndexChanged.connect(lambda _place: self.changed.emit())
        row.addStretch(1)

    def show_table(self, table: Table) -> None:
        """Show how a table was read."""
        plan = table.plan
        rows = [(number, _heading(number, table)) for number in range(_rows_of(table))]
        _fill(self.sheet, [(name, menu_words(name)) for name in table.sheets], plan.sheet)
        _fill(self.mark, marks(), plan.delimiter)
        known = encodings()
        if plan.encoding not in dict(known):
            known = [(plan.encoding, plan.encoding or _("As found")), *known]
        _fill(self.letters, known, plan.encoding)
        _fill(self.header, [(NO_HEADER, _("There are none")), *rows], plan.header)
        _fill(self.order, orders(), plan.is_day_first)
        for choice, is_shown in (
            (self.sheet, table.is_book and len(table.sheets) > 1),
            (self.mark, not table.is_book),
            (self.letters, not table.is_book),
        ):
            self._parts[choice].setVisible(is_shown)

    def plan(self, table: Table) -> Plan:
        """The plan as corrected here; columns are guessed anew for other cells."""
        old = table.plan
        header = self.header.currentData()
        new = replace(
            old,
            sheet=str(self.sheet.currentData() or ""),
            delimiter=str(self.mark.currentData() or ""),
            encoding=str(self.letters.currentData() or ""),
            header=header if isinstance(header, int) else None,
            is_day_first=self.order.currentData(),
        )
        if (new.sheet, new.delimiter) != (old.sheet, old.delimiter):
            return replace(new, columns=(), header=None, is_day_first=None)
        if (new.header, new.encoding) != (old.header, old.encoding):
            return replace(new, columns=())
        return new

    def _part(self, choice: QComboBox, words: str) -> QWidget:
        part = QWidget()
        choice.setAccessibleName(words)
        choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        label = Plain(words, "muted")
        label.setBuddy(choice)
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(choice)
        self._parts[choice] = part
        return part


def _rows_of(table: Table) -> int:
    return min(len(table.first), max(_MOST_HEADER_ROWS, (table.plan.header or 0) + 1))


def _heading(number: int, table: Table) -> str:
    line = table.first[number][0]
    return _("Line {n}").format(n=line)


def _fill(choice: QComboBox, known: Sequence[tuple[object, str]], value: object) -> None:
    choice.blockSignals(True)  # noqa: FBT003 - Qt's own switch
    choice.clear()
    for kept, words in known:
        choice.addItem(words, kept)
    places = [place for place, (kept, _words) in enumerate(known) if kept == value]
    choice.setCurrentIndex(places[0] if places else 0)
    choice.blockSignals(False)  # noqa: FBT003 - Qt's own switch
