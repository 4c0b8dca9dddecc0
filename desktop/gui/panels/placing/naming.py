"""What was just placed may be given another title and date; Enter takes both, Esc leaves them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.document import Document
from desktop.edits.events import date_events, retitle_event
from desktop.gui.panels.colours import swatch, track_colour
from desktop.gui.panels.labels import Plain
from desktop.gui.panels.when_field import DayOrder, WhenField
from desktop.i18n import _
from desktop.model import Article
from desktop.when import When


class Naming(QWidget):
    """Title and date of the event placed last; `finished` when the user has done with them."""

    finished = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document: Document | None = None
        self._event = 0
        self._swatch = Plain()
        self.title = QLineEdit()
        self.title.setAccessibleName(_("Title of the event"))
        self.title.setMinimumWidth(280)
        self.when = WhenField(_("Date of the event"))
        self.when.setFixedWidth(210)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._swatch, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.when, 0, Qt.AlignmentFlag.AlignTop)
        self.title.returnPressed.connect(self._accept)
        self.title.editingFinished.connect(self._retitle)
        self.when.committed.connect(self._redate)
        self.when.accepted.connect(self._accept)
        self.when.escaped.connect(self.finished)
        self.when.line.textEdited.connect(self.resized)
        self.hide()

    @property
    def placed(self) -> int:
        """The event that is being named, 0 for none."""
        return self._event

    def read_as(self, article: Article, document: Document) -> None:
        """Read typed dates as this article's."""
        self.when.ask_about(DayOrder(document, article.id), article.published)

    def begin(self, document: Document, event: int) -> None:
        """Offer the proposed title, all of it selected, and the date."""
        placed = document.event(event)
        self._document, self._event = document, event
        colour = track_colour(document.track(placed.track).colour, self.palette())
        self._swatch.setPixmap(swatch(colour).pixmap(10, 10))
        self._swatch.setFixedHeight(self.title.sizeHint().height())
        self.title.setText(placed.title)
        self.when.show_when(placed.when)
        self.title.setFocus()
        self.title.end(False)  # noqa: FBT003 - Qt's own wording
        self.title.home(True)  # noqa: FBT003 - all of it, its beginning in view

    def end(self) -> None:
        """Forget the event; nothing typed later touches it."""
        self._document, self._event = None, 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps what was proposed."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self.end()
        self.finished.emit()

    def _accept(self) -> None:
        if self.when.commit():
            self._retitle()
            self.finished.emit()

    def _retitle(self) -> None:
        title = self.title.text().strip()
        if (
            self._document is not None
            and title
            and title != self._document.event(self._event).title
        ):
            retitle_event(self._document, self._event, title)

    def _redate(self, when: When | None) -> None:
        if self._document is not None:
            date_events(self._document, [self._event], when)
