"""The tracks that selected words may be placed on, and the date that they will have there."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.panels.colours import tinted, track_colour
from desktop.gui.panels.date_chips import Chip
from desktop.gui.panels.labels import isolated, menu_words, plain_tooltip
from desktop.gui.panels.placing.flow import flow
from desktop.gui.panels.when_field import DayOrder, WhenField
from desktop.i18n import _
from desktop.model import Track
from desktop.when import When, in_words

_Role = QPalette.ColorRole


class BarButton(QAbstractButton):
    """A button of the bar: a key, a square of colour, a name; each may be missing."""

    def __init__(
        self, words: str, key: str = "", colour: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._key, self._colour = words, key, colour
        self.setAccessibleName(f"{words}, {key}" if key else words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all its parts."""
        metrics = self.fontMetrics()
        width = sum(metrics.horizontalAdvance(part) for part in (self._key, self._words))
        width += 8 * bool(self._key) + 17 * bool(self._colour) + 20
        return QSize(width, metrics.height() + 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the button, its words as plain text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_near = self.underMouse() or self.hasFocus() or self.isDown()
        palette = self.palette()
        accent = palette.color(_Role.Accent)
        painter.setPen(QPen(accent if is_near else palette.color(_Role.Mid), 1))
        painter.setBrush(tinted(accent, palette, 0.1) if is_near else palette.color(_Role.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
        group = QPalette.ColorGroup.Active if self.isEnabled() else QPalette.ColorGroup.Disabled
        left = 10.0
        if self._key:
            painter.setPen(palette.color(_Role.Dark))
            left = self._write(painter, left, self._key) + 8
        if self._colour:
            self._square(painter, left, track_colour(self._colour, palette))
            left += 17
        painter.setPen(palette.color(group, _Role.ButtonText))
        self._write(painter, left, self._words)
        painter.end()

    def _write(self, painter: QPainter, left: float, words: str) -> float:
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        return left + self.fontMetrics().horizontalAdvance(words)

    def _square(self, painter: QPainter, left: float, colour: QColor) -> None:
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corner = QPointF(left, (self.height() - 10) / 2)
        painter.drawRoundedRect(QRectF(corner.x(), corner.y(), 10, 10), 1.5, 1.5)
        painter.restore()


class TrackChoice(QWidget):
    """A button for each track and one for the date.

    `track_chosen` carries the track's id, `when_chosen` the date picked or typed in the place of
    the one proposed; `source_asked` when the words are to join an event that there is.
    """

    track_chosen = Signal(int)
    when_chosen = Signal(object)
    source_asked = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tracks: list[Track] = []
        self._buttons: list[BarButton] = []
        self._chips: list[Chip] = []
        self._rows = QWidget()
        self.date = BarButton("", parent=self._rows)
        self.date.clicked.connect(self._open_menu)
        self.source = BarButton(_("Add to an event…"), "A", parent=self._rows)
        self.source.clicked.connect(self.source_asked)
        self.field = WhenField(_("Date of the event"))
        self.field.hide()
        self.field.committed.connect(self.when_chosen)
        self.field.accepted.connect(self._close_field)
        self.field.escaped.connect(self._close_field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        column.addWidget(self.field)

    @property
    def buttons(self) -> list[BarButton]:
        """The tracks' buttons, from the first track on."""
        return list(self._buttons)

    def show_tracks(self, tracks: list[Track]) -> None:
        """Offer these tracks in the place of those before."""
        if tracks == self._tracks:
            return
        self._tracks = tracks
        for button in self._buttons:
            button.deleteLater()
        self._buttons = [self._button(track) for track in tracks]

    def show_date(self, when: When | None, why: str, chips: list[Chip]) -> None:
        """Show the date that placing will give, and why; `chips` are the others to choose from."""
        self._chips = chips
        self.date.say(f"{isolated(in_words(when)) if when else _('No date')} ▾")
        self.date.setToolTip(plain_tooltip(why))
        self.field.hide()
        self.field.show_when(when)

    def ask_about(self, order: DayOrder, today: When | None) -> None:
        """Read typed dates as this article's."""
        self.field.ask_about(order, today)

    def fit(self, width: int) -> None:
        """Arrange the buttons in rows of at most `width` pixels."""
        parts: list[QWidget] = [*self._buttons, self.date, self.source]
        corners, room = flow(parts, width)
        for part, corner in zip(parts, corners, strict=True):
            part.setGeometry(
                corner.x(), corner.y(), part.sizeHint().width(), part.sizeHint().height()
            )
            part.show()
        self._rows.setFixedSize(room)

    def _button(self, track: Track) -> BarButton:
        button = BarButton(track.name, track.key, track.colour, self._rows)
        button.setEnabled(not track.locked)
        if track.locked:
            button.setToolTip(plain_tooltip(_("This track is locked.")))
        button.clicked.connect(lambda: self.track_chosen.emit(track.id))
        return button

    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.exec(self.date.mapToGlobal(self.date.rect().bottomLeft()))
        menu.deleteLater()

    def make_menu(self) -> QMenu:
        """The article's dates, each once with its words, and a way to type another."""
        menu = QMenu(self)
        seen: set[When] = set()
        for chip in self._chips:
            if chip.when in seen:
                continue
            seen.add(chip.when)
            words = f"{isolated(in_words(chip.when))} — “{chip.found.text}”"
            action = menu.addAction(menu_words(words))
            action.triggered.connect(lambda _checked=False, when=chip.when: self._pick(when))
        if seen:
            menu.addSeparator()
        menu.addAction(_("Type a date…")).triggered.connect(self._open_field)
        return menu

    def _pick(self, when: When) -> None:
        self.field.show_when(when)
        self.when_chosen.emit(when)

    def _open_field(self) -> None:
        self.field.show()
        self.resized.emit()
        self.field.line.setFocus()
        self.field.line.selectAll()

    def _close_field(self) -> None:
        self.field.hide()
        self.resized.emit()
        self.when_chosen.emit(self.field.when)
