"""What becomes of a table's rows: the first events, and the rows that cannot be read."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.formats import Incoming
from desktop.formats.incoming import Draft, Refused
from desktop.gui.panels.labels import heading, isolated, plain_tooltip
from desktop.i18n import _, counted
from desktop.when import in_words

_SHOWN = 200
_LONGEST = 300


class EventsPreview(QSplitter):
    """The events to the left, the refused rows to the right while there are any.

    `decided` when the user says whether the refused rows may be left out.
    """

    decided = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.events = _rows(_("The events that the rows become"), 4)
        self.events.setHeaderLabels([_("Line"), _("Title"), _("When"), _("Track")])
        self.refused = _rows(_("Rows that cannot be read"), 2)
        self.refused.setHeaderLabels([_("Line"), _("Why")])
        self.leave_out = QCheckBox()
        self.leave_out.toggled.connect(self.decided)
        self.copy_button = QPushButton(_("Copy"))
        self.copy_button.setAccessibleName(_("Copy the list of rows that cannot be read"))
        self.copy_button.clicked.connect(self.copy)
        self._told: list[Refused] = []
        self._right = QWidget()
        self._lay_out()

    @property
    def is_decided(self) -> bool:
        """True where no row is refused, or those that are may be left out."""
        return not self._told or self.leave_out.isChecked()

    def show_drafts(self, incoming: Incoming) -> None:
        """Show what was read."""
        names = {track.uid: track.name for track in incoming.tracks}
        self.events.clear()
        self.events.addTopLevelItems([_event(draft, names) for draft in incoming.drafts[:_SHOWN]])
        self._told = list(incoming.refused)
        self.refused.clear()
        self.refused.addTopLevelItems([_refused(one) for one in self._told[:_SHOWN]])
        self.leave_out.setChecked(False)
        number = len(self._told)
        self.leave_out.setText(counted("Leave out {n} row", "Leave out {n} rows", number))
        self._right.setVisible(bool(self._told))

    def copy(self) -> None:
        """Put every refused row with its reason on the clipboard."""
        words = (f"{one.line}\t{' '.join(one.reason.split())}" for one in self._told)
        QGuiApplication.clipboard().setText("\n".join(words))

    def _lay_out(self) -> None:
        self.setChildrenCollapsible(False)
        left = QWidget()
        for side, words, rows in (
            (left, _("How the rows become events"), self.events),
            (self._right, _("Rows that cannot be read"), self.refused),
        ):
            column = QVBoxLayout(side)
            column.setContentsMargins(0 if side is left else 12, 10, 0, 0)
            column.setSpacing(4)
            column.addWidget(heading(words))
            column.addWidget(rows, 1)
            self.addWidget(side)
        foot = QHBoxLayout()
        foot.addWidget(self.leave_out, 1)
        foot.addWidget(self.copy_button)
        column.addLayout(foot)
        widths = self.events.header()
        widths.setStretchLastSection(False)
        widths.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.setHandleWidth(1)
        self.setSizes([620, 380])
        self._right.hide()


def _rows(name: str, columns: int) -> QTreeWidget:
    rows = QTreeWidget()
    rows.setColumnCount(columns)
    rows.setRootIsDecorated(False)
    rows.setUniformRowHeights(True)
    rows.setAccessibleName(name)
    rows.setFrameShape(QFrame.Shape.NoFrame)
    rows.setStyleSheet("QTreeView::item { padding: 2px 6px; } QTreeView { outline: none; }")
    rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    rows.header().setMinimumSectionSize(48)
    rows.header().resizeSection(0, 60)
    rows.header().resizeSection(columns - 2, 230 if columns > 2 else 60)
    return rows


def _event(draft: Draft, names: dict[str, str]) -> QTreeWidgetItem:
    event = draft.event
    title = " ".join(event.title[:_LONGEST].split())
    when = isolated(in_words(event.when)) if event.when else _("no date")
    track = names.get(draft.track, draft.track) or _("Events")
    row = QTreeWidgetItem([str(draft.line), title, when, " ".join(track[:_LONGEST].split())])
    row.setToolTip(1, plain_tooltip(title))
    if event.when:
        row.setToolTip(2, plain_tooltip(event.when.edtf))
    return row


def _refused(one: Refused) -> QTreeWidgetItem:
    reason = " ".join(one.reason[:_LONGEST].split())
    row = QTreeWidgetItem([str(one.line), reason])
    row.setToolTip(1, plain_tooltip(reason))
    return row
