"""The column at the left: the articles, and beneath them what the one in hand suggests."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QSplitter

from desktop.gui.panels.articles.panel import ArticlesPanel
from desktop.gui.panels.suggested.panel import SuggestedPanel
from desktop.gui.tasks import Tasks
from desktop.session import Session

_MOST = 0.5  # of the height goes to the articles while the user has not chosen otherwise


class SideColumn(QSplitter):
    """Gives the articles the height that their rows need, until the user drags the border."""

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self.articles = ArticlesPanel(session)
        self.suggested = SuggestedPanel(session, tasks)
        self._is_dragged = False
        self.setHandleWidth(3)
        self.setStyleSheet("QSplitter::handle:!hover { background: transparent; }")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setChildrenCollapsible(False)
        self.addWidget(self.articles)
        self.addWidget(self.suggested)
        self.setStretchFactor(1, 1)
        self.setFocusProxy(self.articles)
        self.splitterMoved.connect(self._keep)
        rows = self.articles.list.model()
        for told in (rows.rowsInserted, rows.rowsRemoved, rows.modelReset):
            told.connect(self.fit)

    def fit(self) -> None:
        """Share the height out."""
        if self._is_dragged or not self.height():
            return
        view = self.articles.list
        count = view.model().rowCount()
        rows = max(0, view.sizeHintForRow(0)) * count
        around = self.articles.sizeHint().height() - view.sizeHint().height() * (count > 0)
        wanted = min(rows + max(around, 44) + 14, round(self.height() * _MOST))
        self.setSizes([wanted, self.height() - wanted])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shares."""
        super().resizeEvent(event)
        self.fit()

    def _keep(self) -> None:
        self._is_dragged = True
