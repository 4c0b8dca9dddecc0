"""What stands above an article's words: its title, its origin and when it was published."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.edits.articles import date_article
from desktop.gui.panels.labels import (
    OneLine,
    Plain,
    Yielding,
    is_right_to_left,
    isolated,
    plain_tooltip,
    serif,
)
from desktop.gui.panels.reader.face import USUAL, Face
from desktop.gui.panels.reader.text import begins_with_title
from desktop.gui.panels.when_field import DayOrder, WhenField
from desktop.i18n import _
from desktop.model import Article
from desktop.when import When
from desktop.when.calendar import weekday

_LONGEST_NAME = 40
_TITLE = 1.66  # times the words of the panels around
_DAY = re.compile(r"-?\d{4}-\d\d-\d\d")


class ReaderHead(QWidget):
    """Title, byline and publication date; the date is asked for right here where none was found.

    `resized` when its height may differ, `left` when the date has been settled.
    """

    resized = Signal()
    left = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._article: Article | None = None
        self._title = Plain()
        self._title.setWordWrap(True)
        self._title.setFont(serif(self.font(), _TITLE, is_bold=True))
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._before = Yielding("muted")
        self._word = Plain(role="muted")
        self._after = OneLine("", "muted")
        self.published = QPushButton()
        self.published.setProperty("role", "quiet")
        self.published.setStyleSheet("QPushButton { padding: 0 3px; font-weight: 600; }")
        self.published.setToolTip(_("Change the publication date"))
        self.question = Plain(_("When was this published?"))
        self.field = WhenField(_("Publication date"), _("“Friday” is then the one before it"))
        self.field.setMaximumWidth(300)
        self._lay_out()
        self.published.clicked.connect(self.ask)
        self.field.committed.connect(self._date)
        self.field.accepted.connect(self._close)
        self.field.escaped.connect(self._close)

    @property
    def is_asking(self) -> bool:
        """True while the publication date can be typed."""
        return not self.field.isHidden()

    def show_article(self, article: Article | None) -> None:
        """Show another article's title and origin."""
        is_other = article is None or self._article is None or article.id != self._article.id
        self._article = article
        self.setVisible(article is not None)
        if article is None:
            return
        to_the_left = is_right_to_left(article.text or article.title)
        direction = (
            Qt.LayoutDirection.RightToLeft if to_the_left else Qt.LayoutDirection.LeftToRight
        )
        self.setLayoutDirection(direction)
        side = Qt.AlignmentFlag.AlignRight if to_the_left else Qt.AlignmentFlag.AlignLeft
        self._after.setAlignment(
            side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        )
        self._title.setText(article.title)
        self._title.setVisible(not begins_with_title(article))
        self.field.ask_about(DayOrder(self._document, article.id), None)
        if is_other or not self.field.is_being_typed:
            self.field.show_when(article.published)
            self._show_field(is_asking=article.published is None)
        self._describe(article)

    def ask(self) -> None:
        """Let the publication date be typed, and take the focus there."""
        self._show_field(is_asking=True)
        self.field.line.setFocus()
        self.field.line.selectAll()

    def show_face(self, face: Face) -> None:
        """Show title and origin in the size of the words beneath, the title in their kind."""
        title = serif(self.font(), _TITLE * face.percent / USUAL, is_bold=True)
        title.setFamilies(face.font(self.font()).families())
        self._title.setFont(title)
        small = self.font()
        small.setPointSizeF(small.pointSizeF() * max(1.0, (face.percent / USUAL) ** 0.5))
        for part in (self._before, self._word, self.published, self._after, self.question):
            part.setFont(small)
        self.resized.emit()

    def _lay_out(self) -> None:
        byline = QHBoxLayout()
        byline.setContentsMargins(0, 0, 0, 0)
        byline.setSpacing(0)
        for part in (self._before, self._word, self.published, self._after):
            byline.addWidget(part)
        byline.setStretch(3, 1)
        asking = QHBoxLayout()
        asking.setSpacing(10)
        asking.addWidget(self.question, 0, Qt.AlignmentFlag.AlignTop)
        asking.addWidget(self.field, 1)
        asking.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self._title)
        column.addLayout(byline)
        column.addLayout(asking)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def _describe(self, article: Article) -> None:
        parts = [part for part in (article.publisher, short_byline(article.byline)) if part]
        said = ""
        if article.published:
            said = " · " + _("published") + " " if parts else _("Published") + " "
            self.published.setText(isolated(day_with_weekday(article.published)))
            self._after.show_words(" · " + _("all relative dates follow it"))
        else:
            self._after.show_words("")
        self._word.setText(said)
        self._before.show_words(" · ".join(parts))
        self._before.setToolTip(plain_tooltip(article.byline))
        self.published.setVisible(article.published is not None)
        self.question.setMinimumHeight(self.field.line.sizeHint().height())

    def _show_field(self, *, is_asking: bool) -> None:
        self.question.setVisible(is_asking)
        self.field.setVisible(is_asking)
        self.resized.emit()

    def _date(self, published: When | None) -> None:
        if self._article is not None:
            date_article(self._document, self._article.id, published)

    def _close(self) -> None:
        self._show_field(is_asking=self._article is not None and self._article.published is None)
        self.left.emit()


def short_byline(byline: str) -> str:
    """The author, or the first of many, so that the date beside them stays in the line."""
    names = [name.strip() for name in byline.split(",") if name.strip()]
    first = names[0][:_LONGEST_NAME] if names else ""
    if len(names) <= 2:
        return ", ".join(names)[: 2 * _LONGEST_NAME]
    return _("{name} and {n} others").format(name=first, n=len(names) - 1)


def day_with_weekday(when: When) -> str:
    """A day as EDTF with its weekday behind; any other date as EDTF alone."""
    if not _DAY.fullmatch(when.edtf):
        return when.edtf
    names = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
    return f"{when.edtf} ({names[weekday(when.bounds.earliest // 86_400) - 1]})"
