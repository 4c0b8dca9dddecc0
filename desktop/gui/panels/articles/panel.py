"""The articles that were read: a calm list, with what each is called, whence, when and how used."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Changes
from desktop.edits.articles import change_article, remove_articles
from desktop.gui.panels.articles.popups import date_card, note_card
from desktop.gui.panels.articles.rows import ARTICLE, ArticleDelegate, ArticleRows
from desktop.gui.panels.labels import Plain, heading
from desktop.gui.panels.quiet import quiet_tool
from desktop.i18n import _
from desktop.model import Article, Selection
from desktop.session import Session

MANY = 8  # from this many on, a filter helps more than it is in the way


class ArticlesPanel(QWidget):
    """Lists the articles; `addition_asked` when the user wants another one."""

    addition_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document = session.document
        self._heading = heading(_("Articles"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Filter articles"))
        self.filter.setAccessibleName(_("Filter articles"))
        self.filter.setClearButtonEnabled(True)
        self.hint = Plain(_("Articles that you add are listed here."), "faint")
        self.hint.setWordWrap(True)
        self.hint.setContentsMargins(14, 0, 14, 0)
        self._rows = ArticleRows(self._document, self)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._rows)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = _list_view()
        self.list.setModel(self._shown)
        self.list.setItemDelegate(ArticleDelegate(self.list))
        self._add = quiet_tool("plus", _("Add an article"))
        self._lay_out()
        self._connect()
        self.refresh_all()
        self._take_selection(session.selection)

    def refresh(self, changes: Changes) -> None:
        """Read the list again where articles or their events have changed."""
        if "articles" in changes or "claims" in changes:
            self.refresh_all()
            self._take_selection(self._session.selection)

    def refresh_all(self) -> None:
        """Read the whole list again."""
        self._rows.read()
        count = self._rows.rowCount()
        self._heading.setText(f"{_('Articles').upper()} · {count}")
        self.filter.setVisible(count >= MANY)
        self.hint.setVisible(count == 0)
        self.list.setVisible(count > 0)

    def rename(self, article: int) -> None:
        """Edit an article's title in its row."""
        self.list.edit(self._index_of(article))

    def make_menu(self, article: Article) -> QMenu:
        """What can be done to an article."""
        menu = QMenu(self)
        deeds: tuple[tuple[str, Callable[[], None]], ...] = (
            (_("Rename"), lambda: self.rename(article.id)),
            (_("Set publication date"), lambda: self._ask_date(article)),
            (_("Note…"), lambda: self._ask_note(article)),
        )
        for words, deed in deeds:
            menu.addAction(words).triggered.connect(deed)
        menu.addSeparator()
        remove = menu.addAction(_("Remove, keep its events"))
        remove.triggered.connect(lambda: remove_articles(self._document, [article.id]))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the article in hand away; undo brings it back with its quotes."""
        chosen = self.list.currentIndex().data(ARTICLE)
        if event.key() == Qt.Key.Key_Delete and isinstance(chosen, Article):
            remove_articles(self._document, [chosen.id])
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        top = QHBoxLayout()
        top.setContentsMargins(14, 6, 8, 4)
        top.addWidget(self._heading, 1)
        top.addWidget(self._add)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 6)
        line.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(line)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)
        column.addStretch()
        self.setFocusProxy(self.list)

    def _connect(self) -> None:
        self._session.changed.connect(self.refresh)
        self._session.selected.connect(self._take_selection)
        self._add.clicked.connect(self.addition_asked)
        self.filter.textChanged.connect(self._shown.setFilterFixedString)
        self.list.selectionModel().currentChanged.connect(self._open)
        self.list.customContextMenuRequested.connect(self._show_menu)

    def _open(self, current: QModelIndex, _previous: QModelIndex) -> None:
        chosen = current.data(ARTICLE)
        if isinstance(chosen, Article) and chosen.id != self._session.selection.article:
            self._session.select(Selection(article=chosen.id))

    def _take_selection(self, selection: Selection) -> None:
        if selection.article is None:
            return
        index = self._index_of(selection.article)
        if index.isValid() and index != self.list.currentIndex():
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, chosen)

    def _index_of(self, article: int) -> QModelIndex:
        return self._shown.mapFromSource(self._rows.index_of(article))

    def _show_menu(self, corner: QPoint) -> None:
        chosen = self.list.indexAt(corner).data(ARTICLE)
        if isinstance(chosen, Article):
            menu = self.make_menu(chosen)
            menu.exec(self.list.viewport().mapToGlobal(corner))
            menu.deleteLater()

    def _ask_date(self, article: Article) -> None:
        date_card(self._document, article, self).open_at(self._corner(article))

    def _ask_note(self, article: Article) -> None:
        def keep(note: str) -> None:
            change_article(self._document, replace(self._document.article(article.id), note=note))

        note_card(article.note, self, keep).open_at(self._corner(article))

    def _corner(self, article: Article) -> QPoint:
        row = self.list.visualRect(self._index_of(article.id))
        return self.list.viewport().mapToGlobal(row.bottomLeft() + QPoint(8, -4))


def _list_view() -> QListView:
    view = QListView()
    view.setAccessibleName(_("Articles"))
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setUniformItemSizes(True)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view
