"""After an article's date was corrected: the events that it dated, with their old and new days."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Changes
from desktop.edits.redating import Redating, find_left_behind, follow_correction, last_step
from desktop.errors import DatelineError
from desktop.gui.panels.labels import Plain, isolated, plain_tooltip
from desktop.i18n import _, counted
from desktop.session import Session
from desktop.when import When, in_words

_MOST_ROWS = 6
_WIDEST = 640  # pixels of a column


class RedatingPage(QFrame):
    """Opens across the window when there is something to date anew, and is gone after the answer.

    Nothing waits for it: the article's date is saved, and leaving the events as they are is free.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self._document = session.document
        self._published = self._dates()
        self._article = self._step = 0
        self._found: list[Redating] = []
        self.sentence = Plain(role="title")
        self.told = Plain(role="danger")
        self.list = plain_tree(_("Events that the date has left behind"), 3)
        self.leave = QPushButton(_("Leave them"))
        self.apply = QPushButton()
        self.apply.setProperty("role", "primary")
        self._lay_out()
        session.changed.connect(self.refresh)
        self.leave.clicked.connect(self.close_page)
        self.apply.clicked.connect(self.date)
        self.list.itemChanged.connect(self._count)
        self.hide()

    def refresh(self, changes: Changes) -> None:
        """Offer what a corrected date has left behind; take back an offer that no longer holds."""
        if "articles" not in changes and not ("events" in changes and self._found):
            return
        former, self._published = self._published, self._dates()
        for article in sorted(changes.of("articles") & former.keys() & self._published.keys()):
            if former[article] != self._published[article]:
                self._offer(article, former[article])
                return
        if self._found:
            events = {event.id: event.when for event in self._document.events(self._ids())}
            if any(events.get(one.event) != one.old for one in self._found):
                self.close_page()

    def date(self) -> None:
        """Give the ticked events their new dates, as one step with the article's."""
        chosen = self._chosen()
        article, step = self._article, self._step
        self._found = []
        try:
            follow_correction(self._document, article, step, chosen)
        except DatelineError as error:
            self.told.setText(str(error))
            self.told.show()
        else:
            self.close_page()

    def close_page(self) -> None:
        """Leave the events as they are."""
        self._found = []
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter dates the events, Esc leaves them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.date()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_page()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.apply)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        for part in (self.sentence, self.list):
            column.addWidget(part)
        column.addLayout(buttons)
        self.setFocusProxy(self.list)

    def _offer(self, article: int, former: When | None) -> None:
        found = find_left_behind(self._document, article, former)
        if not found:
            self.close_page()
            return
        self._article, self._found = article, found
        self._step = last_step(self._document)
        self.told.hide()
        self._fill()
        self._count()
        self.show()
        self.list.setFocus()

    def _fill(self) -> None:
        day = self._document.article(self._article).published
        told = isolated(in_words(day)) if day else _("no date")
        is_first = all(one.old is None for one in self._found)
        self.sentence.setText(_sentence(len(self._found), told, is_first=is_first))
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own wording
        self.list.clear()
        self.list.addTopLevelItems([_row(one) for one in self._found])
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own wording
        height = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(min(len(self._found), _MOST_ROWS) * height + 4)

    def _count(self) -> None:
        count = len(self._chosen())
        self.apply.setText(counted("Change {n} date", "Change {n} dates", count))
        self.apply.setEnabled(count > 0)

    def _chosen(self) -> list[Redating]:
        rows = [self.list.topLevelItem(number) for number in range(self.list.topLevelItemCount())]
        pairs = zip(self._found, rows, strict=True)
        return [one for one, row in pairs if row and row.checkState(0) == Qt.CheckState.Checked]

    def _ids(self) -> list[int]:
        return [one.event for one in self._found]

    def _dates(self) -> dict[int, When | None]:
        return {article.id: article.published for article in self._document.articles()}


def _sentence(number: int, day: str, *, is_first: bool) -> str:
    """What has happened; where `is_first`, the article had no day by which to date anything."""
    words = (
        counted(
            "{n} event can be dated now that the article has a day:",
            "{n} events can be dated now that the article has a day:",
            number,
        )
        if is_first
        else counted(
            "{n} event was dated by the article’s former day. Its day is now",
            "{n} events were dated by the article’s former day. Its day is now",
            number,
        )
    )
    return f"{words} {day}."


def _row(redating: Redating) -> QTreeWidgetItem:
    old = isolated(in_words(redating.old)) if redating.old else _("undated")
    new = isolated(in_words(redating.new))
    words = f"“{redating.words}”" if redating.words else _("no date said")
    row = QTreeWidgetItem([" ".join(redating.title.split()), words, f"{old} → {new}"])
    row.setCheckState(0, Qt.CheckState.Checked)
    for column in range(3):
        row.setToolTip(column, plain_tooltip(redating.why if column else redating.title))
    return row


def plain_tree(name: str, columns: int) -> QTreeWidget:
    """Rows of plain text in columns as wide as their words, without a head."""
    tree = QTreeWidget()
    tree.setColumnCount(columns)
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setFrameShape(QFrame.Shape.NoFrame)
    tree.setAccessibleName(name)
    tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    header = tree.header()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setMaximumSectionSize(_WIDEST)
    tree.setStyleSheet(
        "QTreeView::item { padding: 2px 14px 2px 2px; } QTreeView { outline: none; }"
    )
    return tree
