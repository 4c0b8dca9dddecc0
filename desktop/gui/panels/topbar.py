"""The bar on top: what the timeline is called, the search, and the few buttons always at hand."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from desktop.document import Changes
from desktop.edits.timeline import rename_timeline
from desktop.gui.panels.labels import OneLine, plain_tooltip
from desktop.gui.panels.line import Line
from desktop.i18n import _
from desktop.session import Session

_WIDEST_TITLE = 420
# Actions by id: those shown by their icon, then those shown by their words.
_ICONS = ("undo", "redo")
_WORDS = ("add_article", "suggest", "present", "export")


class TopBar(QFrame):
    """Title and file on the left, the search in the middle, undo to export on the right."""

    def __init__(self, session: Session, search: QWidget) -> None:
        super().__init__()
        self.setObjectName("topbar")
        self._session = session
        self.title = _Title()
        self.title.editingFinished.connect(self.commit)
        self._file = OneLine(session.document.path.name, "muted")
        self._file.setToolTip(plain_tooltip(str(session.document.path)))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._lay_out(search)
        session.changed.connect(self.refresh)
        self._show_title()

    def take(self, actions: Mapping[str, QAction]) -> None:
        """Show the actions that belong up here."""
        for name in _ICONS:
            self._add(actions[name], Qt.ToolButtonStyle.ToolButtonIconOnly)
        for name in _WORDS:
            button = self._add(actions[name], Qt.ToolButtonStyle.ToolButtonTextOnly)
            if name == "export":
                button.setProperty("role", "primary")

    def refresh(self, changes: Changes) -> None:
        """Show the title again where it changed."""
        if "settings" in changes:
            self._show_title()

    def commit(self) -> None:
        """Keep the title that is being typed."""
        document, title = self._session.document, self.title.text().strip()
        if title and title != document.title and not document.is_read_only:
            rename_timeline(document, title)
        self._show_title()

    def _lay_out(self, search: QWidget) -> None:
        left, right = QHBoxLayout(), QHBoxLayout()
        left.addWidget(self.title)
        left.addWidget(self._file, 1)
        left.addStretch(0)
        right.addStretch(1)
        right.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 14, 7)
        row.addLayout(left, 5)
        row.addWidget(search, 4)
        row.addLayout(right, 5)

    def _add(self, action: QAction, look: Qt.ToolButtonStyle) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setToolButtonStyle(look)
        button.setAccessibleName(action.iconText())
        button.setMinimumHeight(30)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._buttons.addWidget(button)
        return button

    def _show_title(self) -> None:
        document = self._session.document
        self.title.show_text(document.title)
        self._file.setVisible(document.title != document.path.stem)


class _Title(Line):
    """A title that is read as a label and typed into in place; Esc takes the typing back."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "heading")
        self.setAccessibleName(_("Title of the timeline"))
        self.setToolTip(_("Click to rename"))
        self._shown = ""
        self.textChanged.connect(self._fit)
        self.installEventFilter(self)

    def show_text(self, text: str) -> None:
        """Show a title that is not the user's typing."""
        self._shown = text
        self.setText(text)
        self.setCursorPosition(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the title at Enter, take the typing back at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._shown)
            self.clearFocus()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.clearFocus()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the field again when its font changes."""
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        words = self.fontMetrics().horizontalAdvance(self.text() or " ")
        self.setFixedWidth(min(words + 28, _WIDEST_TITLE))
