"""Which event the selected words tell of too, and whether they assert or deny it."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Document
from desktop.edits.duplicates import find_events_told
from desktop.edits.readings import read_article
from desktop.gui.panels.colours import swatch, track_colour
from desktop.gui.panels.labels import Plain, isolated, plain_tooltip
from desktop.gui.panels.placing.flow import beside
from desktop.i18n import _
from desktop.model import Event, Quote, Stance
from desktop.reading.governing import governing_date
from desktop.when import in_words

_FEWEST, _MOST = 3, 6  # rows
_WIDTH = 420
_EVENT = Qt.ItemDataRole.UserRole


class SourceChoice(QFrame):
    """A card over the reader: a stance, a line to search, and the likeliest events.

    `chosen` carries the event and the stance, `left` tells that the user gave up.
    """

    chosen = Signal(int, str)
    left = Signal()

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent)
        self._document = document
        self._likely: list[Event] = []
        self.refusal = Plain(role="danger")
        self.stances = QButtonGroup(self)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Which event? Type to search"))
        self.filter.setAccessibleName(_("Search the event that the words tell of"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Events that the words may tell of"))
        self._lay_out()
        self.filter.textEdited.connect(self._search)
        self.filter.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self.hide()

    @property
    def stance(self) -> Stance:
        """What the words do to the event."""
        stances: tuple[Stance, ...] = ("asserts", "denies", "doubts")
        return stances[max(0, self.stances.checkedId())]

    def ask(self, quote: Quote, first: list[Event], stance: Stance) -> None:
        """Ask about some words; `first` are the events in hand, offered before the likely ones."""
        article = read_article(self._document, quote.article)
        governing = governing_date(article, quote.first, quote.last)
        when = governing.when if governing else None
        likely = find_events_told(self._document, quote.text, when, _MOST + len(first))
        ids = {event.id for event in first}
        self._likely = [*first, *(event for event in likely if event.id not in ids)][:_MOST]
        self.stances.button(("asserts", "denies", "doubts").index(stance)).setChecked(True)
        self.refusal.hide()
        self.filter.clear()
        self._fill(self._likely)

    def open_at(self, words: QRect, room: QRect) -> None:
        """Open beside the words, both in the parent's pixels, with the line in focus."""
        size = QSize(min(_WIDTH, room.width() - 16), self.sizeHint().height())
        corner = beside(words, size, room)
        self.resize(size)
        docked = QPoint(room.left() + 8, room.bottom() - size.height() - 8)
        self.move(docked if corner is None else corner)
        self.show()
        self.raise_()
        self.filter.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why the words were not added."""
        self.refusal.setText(sentence)
        self.refusal.show()
        self.adjustSize()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk the list and Enter choose while the line is typed into."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if key == Qt.Key.Key_Down else -1
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + step)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.list.currentItem())
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a card with a hairline around."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(Plain(_("These words"), "muted"))
        for number, words in enumerate((_("&assert"), _("&deny"), _("d&oubt"))):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.stances.addButton(button, number)
            top.addWidget(button)
        top.addStretch()
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setIconSize(QSize(10, 10))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setStyleSheet("QListView::item { padding: 4px 4px; }")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        column.addLayout(top)
        for part in (self.filter, self.list, self.refusal):
            column.addWidget(part)
        self.refusal.hide()

    def _search(self, words: str) -> None:
        if not words.strip():
            self._fill(self._likely)
            return
        hits = [hit.id for hit in self._document.search(words, 40) if hit.kind == "event"]
        self._fill(self._document.events(hits[:_MOST]))

    def _fill(self, events: list[Event]) -> None:
        tracks = {track.id: track for track in self._document.tracks()}
        self.list.clear()
        for event in events:
            date = isolated(in_words(event.when)) if event.when else _("undated")
            row = QListWidgetItem(f"{date}  {' '.join(event.title.split())}")
            row.setIcon(swatch(track_colour(tracks[event.track].colour, self.palette())))
            row.setToolTip(plain_tooltip(f"{event.title} · {tracks[event.track].name} · {date}"))
            row.setData(_EVENT, event.id)
            self.list.addItem(row)
        self.list.setCurrentRow(0)
        rows = max(_FEWEST, min(len(self._likely), _MOST))
        self.list.setFixedHeight(max(24, self.list.sizeHintForRow(0)) * rows + 4)

    def _choose(self, row: QListWidgetItem | None) -> None:
        if row is not None:
            self.chosen.emit(row.data(_EVENT), self.stance)
