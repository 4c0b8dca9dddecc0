"""The rows of the articles list: a title, and beneath it outlet, date and number of events."""

from dataclasses import replace

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.document import Document
from desktop.edits.articles import change_article
from desktop.gui.panels.colours import tinted
from desktop.gui.panels.labels import is_right_to_left, isolated, plain_tooltip
from desktop.i18n import _, counted
from desktop.model import Article
from desktop.when import in_words

ARTICLE = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_PADDING, _LEFT, _BAR = 8, 14, 3


class ArticleRows(QAbstractListModel):
    """The document's articles as they were when last read; a title edited here is an edit."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._articles: list[Article] = []
        self._counts: dict[int, int] = {}

    def read(self) -> None:
        """Take the articles from the document again."""
        articles, self._counts = self._document.articles(), self._document.claim_counts()
        if [one.id for one in articles] == [one.id for one in self._articles]:
            self._articles = articles
            self.dataChanged.emit(self.index(0), self.index(len(articles) - 1))
            return
        self.beginResetModel()
        self._articles = articles
        self.endResetModel()

    def index_of(self, article: int) -> QModelIndex:
        """The row of an article, invalid where it is not listed."""
        rows = [row for row, one in enumerate(self._articles) if one.id == article]
        return self.index(rows[0]) if rows else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many articles there are."""
        return 0 if parent is not None and parent.isValid() else len(self._articles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be chosen, and renamed in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The title, the second line for tooltips and screen readers, or the article itself."""
        if not index.isValid():
            return None
        article = self._articles[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return article.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(filter(None, (article.title, article.note))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{article.title}, {self.second_line(article)}"
        return article if role == ARTICLE else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Call an article something else."""
        article = self._articles[index.row()]
        title = str(value).strip()
        if not title or title == article.title:
            return False
        change_article(self._document, replace(article, title=title))
        return True

    def second_line(self, article: Article) -> str:
        """Outlet, date and number of events, as far as they are known."""
        date = isolated(in_words(article.published)) if article.published else _("no date")
        count = self._counts.get(article.id, 0)
        told = counted("{n} event", "{n} events", count) if count else ""
        return " · ".join(filter(None, (article.publisher, date, told)))


class ArticleDelegate(QStyledItemDelegate):
    """Draws a row as plain text: bold title, quiet second line, a bar at the one in hand."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines with air around."""
        return QSize(80, round(2.06 * QFontMetricsF(option.font).height()) + 2 * _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        article = index.data(ARTICLE)
        if not isinstance(article, Article):
            return
        palette, rect = option.palette, QRectF(option.rect)
        painter.save()
        _ground(painter, option, rect)
        to_the_left = is_right_to_left(article.title)
        side = Qt.AlignmentFlag.AlignRight if to_the_left else Qt.AlignmentFlag.AlignLeft
        place = Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute
        room = rect.adjusted(_LEFT, _PADDING, -10, -_PADDING)
        upper, lower = QRectF(room), QRectF(room)
        upper.setHeight(room.height() / 2)
        lower.setTop(upper.bottom())
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.92)
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        _write(painter, upper, place, bold, " ".join(article.title.split()))
        painter.setPen(palette.color(QPalette.ColorRole.Dark))
        model = self._rows(index)
        _write(painter, lower, place, small, model.second_line(article) if model else "")
        painter.restore()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let the title's line stand where the title stands."""
        height = editor.sizeHint().height()
        editor.setGeometry(
            option.rect.x() + _LEFT - 6, option.rect.y() + 4, option.rect.width() - 16, height
        )

    def _rows(self, index: Index) -> ArticleRows | None:
        model = index.model()
        source = getattr(model, "sourceModel", lambda: model)()
        return source if isinstance(source, ArticleRows) else None


def _ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
    accent = option.palette.color(QPalette.ColorRole.Accent)
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(rect, tinted(accent, option.palette, 0.13))
        painter.fillRect(QRectF(rect.left(), rect.top(), _BAR, rect.height()), accent)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(rect, option.palette.color(QPalette.ColorRole.Light))


def _write(
    painter: QPainter, room: QRectF, place: Qt.AlignmentFlag, font: QFont, words: str
) -> None:
    painter.setFont(font)
    cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, place, cut)
