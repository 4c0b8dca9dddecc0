"""The page of the reader: an article's words, to be read, selected, pointed at and dragged away."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QApplication, QFrame, QTextEdit, QWidget

from desktop.gui.panels.date_chips import CHIP_KIND, Chip, ChipPainter
from desktop.gui.panels.labels import typed_keys
from desktop.gui.panels.reader.face import Face
from desktop.gui.panels.reader.marks import Marks, Paragraph, Stretch
from desktop.gui.panels.reader.mouse import moved
from desktop.gui.panels.reader.offsets import Offsets
from desktop.gui.panels.reader.text import TOP, cursor_over, leave_room, title_block, write_page
from desktop.i18n import _
from desktop.model import Article, Quote
from desktop.timeline.hand.placing import carry_quote


class ReaderPage(QTextEdit):
    """Shows one article; `take_key` is asked first what a key does to selected words.

    `words_chosen` when a selection stands, `words_dropped` when none does or one is being drawn,
    `pointed` with the place in the text where the mouse clicked.
    """

    words_chosen = Signal()
    words_dropped = Signal()
    pointed = Signal(int)
    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Article"))
        self.viewport().setMouseTracking(True)
        self.take_key: Callable[[str], bool] = lambda key: False
        self.article: Article | None = None
        self.chips: list[Chip] = []
        self.offsets = Offsets("")
        self._marks = Marks()
        self._head: QWidget | None = None
        self._paper: QTextDocument | None = None
        self._pressed_at: QPoint | None = None
        self._is_passing_on = False
        self.face = Face()
        self._painter = ChipPainter(self.face.font(self.font()), self.palette())
        self.selectionChanged.connect(self._tell_selection)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)

    def set_head(self, head: QWidget) -> None:
        """Let a widget scroll along above the words."""
        self._head = head
        head.setParent(self.viewport())

    def show_article(self, article: Article | None, chips: list[Chip]) -> None:
        """Show another article, or the same one with other chips, from its beginning."""
        self.article, self.chips = article, chips
        page = QTextDocument(self)
        font = self.face.font(self.font())
        self._painter.dress(font, self.palette())
        if article is not None:
            self.offsets = write_page(page, article, chips, font)
        page.documentLayout().registerHandler(CHIP_KIND, self._painter)
        self.setDocument(page)
        if self._paper is not None:
            self._paper.deleteLater()
        self._paper = page
        self._marks = Marks()
        self.make_room()

    def show_face(self, face: Face) -> None:
        """Show the same words in other letters, the first line in view in its place."""
        top, cursor = self.cursorForPosition(QPoint(0, 0)).position(), self.textCursor()
        held, end = cursor.anchor(), cursor.position()
        marks, self.face = self._marks, face
        self.show_article(self.article, self.chips)
        self._marks = marks
        self.setTextCursor(cursor_over(self.document(), held, end))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.place_of(top).top())

    def quote(self) -> Quote | None:
        """The selected words as code points of the article's text, without blanks around them."""
        if self.article is None or not self.textCursor().hasSelection():
            return None
        first, last = self.selected_span()
        words = self.article.text[first:last]
        first += len(words) - len(words.lstrip())
        last -= len(words) - len(words.rstrip())
        return Quote(self.article.id, first, last, words.strip()) if first < last else None

    def selected_span(self) -> tuple[int, int]:
        """The selected code points [first, last); both the cursor where there are none."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        return self.offsets.in_text(first), self.offsets.in_text(last)

    def select_words(self, first: int, last: int) -> None:
        """Select the code points [first, last) of the article's text, as the mouse would."""
        ends = self.offsets.start(first), self.offsets.end(last)
        self.setTextCursor(cursor_over(self.document(), *ends))

    def drop_selection(self) -> None:
        """Select nothing; the cursor stays behind what was selected."""
        cursor = self.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        self.setTextCursor(cursor)

    def set_marks(self, stretches: list[Stretch]) -> None:
        """Let these stretches stand out in the place of those before."""
        self._marks = Marks(tuple(stretches))
        self.viewport().update()

    def bring_into_view(self, first: int) -> None:
        """Scroll until the code point `first` stands in the upper third, if it is out of sight."""
        rect = self.place_of(self.offsets.start(first))
        room = self.viewport().height()
        if rect.top() < 0 or rect.bottom() > room - 8:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + rect.top() - room // 3)

    def selected_rect(self) -> QRect:
        """What the selected words cover, in the viewport's pixels; whole lines where it is many."""
        cursor = self.textCursor()
        first = self.place_of(cursor.selectionStart())
        last = self.place_of(cursor.selectionEnd())
        left, right = first.left(), last.right()
        if first.top() != last.top():
            left, right = 0, self.viewport().width()
        low = max(first.bottom(), last.bottom())
        return QRect(QPoint(left, first.top()), QPoint(right, low)).normalized()

    def place_of(self, position: int) -> QRect:
        """Where the cursor would stand at a position of the page, in the viewport's pixels."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(position)
        return self.cursorRect(cursor)

    def chip_at(self, point: int) -> Chip | None:
        """The date in whose words the code point `point` lies, or right behind them."""
        inside = [chip for chip in self.chips if chip.found.start <= point <= chip.found.end]
        return inside[0] if inside else None

    def make_room(self) -> None:
        """Fit margins to the width and the room that the head takes."""
        side = max(20, (self.width() - self.face.measure(self.font())) // 2)
        if self.viewportMargins().left() != side:
            self.setViewportMargins(side, 0, side, 0)
            # A page that is not shown yet hears nothing of its new width.
            self.document().setTextWidth(self.viewport().width())
        if self._head is None:
            return
        wrapped = self._head.heightForWidth(self.viewport().width())  # -1 where no line wraps
        height = wrapped if wrapped >= 0 else self._head.sizeHint().height()
        self._head.resize(self.viewport().width(), height)
        leave_room(self.document(), self.article, height)
        self._follow_scroll()

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - the name is Qt's
        """The selected words, as text for everyone and as a quote for the timeline."""
        # One that Qt made itself: a clipboard that outlives Python crashes over one of Python's.
        given = super().createMimeDataFromSelection()
        given.text()
        given.clear()
        quote = self.quote()
        if quote is not None:
            carry_quote(quote, given)
        return given

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer a typed key to the tracks; what none of them has goes on to Qt."""
        key = typed_keys(event)
        if key and self.textCursor().hasSelection() and self.take_key(key):
            return
        if event.key() == Qt.Key.Key_Escape and self.textCursor().hasSelection():
            self.drop_selection()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to select, or to drag what is selected."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(self._on_a_line(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Select on."""
        super().mouseMoveEvent(self._on_a_line(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End selecting; a click that selects nothing points at the words under it."""
        super().mouseReleaseEvent(self._on_a_line(event))
        pressed, self._pressed_at = self._pressed_at, None
        if self.textCursor().hasSelection():
            self._tell_selection()
        elif pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            place = self.cursorForPosition(event.position().toPoint()).position()
            self.pointed.emit(self.offsets.in_text(place))

    def event(self, event: QEvent) -> bool:
        """Let the margins beside the words select too: nobody begins just at the first letter."""
        # What the viewport does not want comes back here, and must not be sent to it again.
        if not isinstance(event, QMouseEvent) or self._is_passing_on:
            return super().event(event)
        place = self.viewport().mapFromGlobal(event.globalPosition())
        self._is_passing_on = True
        was_taken = QApplication.sendEvent(self.viewport(), moved(event, place))
        self._is_passing_on = False
        return was_taken

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw tints, words and lines, in this order."""
        paragraphs = list(self._paragraphs())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for paragraph in paragraphs:
            self._marks.paint_under(painter, paragraph)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for paragraph in paragraphs:
            self._marks.paint_over(painter, paragraph)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure."""
        super().resizeEvent(event)
        self.make_room()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the chips in the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._painter.dress(self.face.font(self.font()), self.palette())
            self.viewport().update()

    def _follow_scroll(self) -> None:
        if self._head is not None:
            title = title_block(self.document(), self.article)
            top = float(TOP)
            if title is not None:
                top = self.document().documentLayout().blockBoundingRect(title).bottom() + 4
            self._head.move(0, round(top) - self.verticalScrollBar().value())
        self.moved.emit()

    def _on_a_line(self, event: QMouseEvent) -> QMouseEvent:
        """Between two lines Qt sees the beginning of the lower; a reader means the upper one."""
        place = event.position()
        for paragraph in self._paragraphs():
            height = paragraph.line_height_at(place.y())
            if height is not None:
                return moved(event, QPointF(place.x(), height))
        return event

    def _tell_selection(self) -> None:
        if self._pressed_at is None and self.quote() is not None:
            self.words_chosen.emit()
        else:
            self.words_dropped.emit()

    def _paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs in view with their lines in view."""
        scrolled = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        height = self.viewport().height()
        block = self.cursorForPosition(QPoint(0, 0)).block()
        while block.isValid():
            corner = block.layout().position() - scrolled
            if corner.y() > height:
                return
            yield Paragraph.of(block, corner, height)
            block = block.next()
