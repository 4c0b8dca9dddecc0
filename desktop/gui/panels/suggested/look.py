"""How a suggestion is drawn: sign, track and date, the words in two lines, and who says so."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.gui.panels.colours import tinted, track_colour
from desktop.gui.panels.labels import is_right_to_left
from desktop.gui.panels.suggested.rows import PROPOSED, Index, Proposed, SuggestedRows
from desktop.gui.panels.suggested.words import second_line
from desktop.timeline.drawing.markers import draw_marker
from desktop.timeline.drawing.style import contrast, mixed

_ABOVE, _LEFT, _RIGHT, _BAR, _SIGN = 7, 14, 12, 3, 9
_LINES = 2
_READABLE = 4.5  # WCAG 2.2 AA for small words


class SuggestedDelegate(QStyledItemDelegate):
    """Draws a row as plain text, in as many lines as its words need."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height of its lines at the list's width."""
        row = index.data(PROPOSED)
        if not isinstance(row, Proposed):
            return QSize(0, 0)
        width = self._width(option)
        lines = _laid_out(_shown_words(row), _small(option.font), width).lineCount()
        height = QFontMetricsF(option.font).height()
        small = QFontMetricsF(_small(option.font)).height()
        lines = min(lines, _LINES) + any(second_line(row.suggestion))
        return QSize(80, round(2 * _ABOVE + height + 2 + lines * small))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row, rows = index.data(PROPOSED), index.model()
        if not isinstance(row, Proposed) or not isinstance(rows, SuggestedRows):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        ground = _paint_ground(painter, option, rect)
        room = rect.adjusted(_LEFT, _ABOVE, -_RIGHT, -_ABOVE)
        top = _paint_head(painter, option, (row, rows.date_of(row)), room, ground)
        room.setTop(top + 2)
        palette, small = option.palette, _small(option.font)
        text, muted = palette.color(QPalette.ColorRole.Text), palette.color(_Muted)
        painter.setPen(text if row.title else mixed(text, muted, 0.6))
        painter.setFont(small)
        words = _shown_words(row)
        room.setTop(_paint_words(painter, words, small, room))
        painter.setPen(muted)
        said = _fitted(second_line(row.suggestion), QFontMetricsF(small), room.width())
        painter.drawText(room, _side(words) | Qt.AlignmentFlag.AlignTop, said)
        painter.restore()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Let the title's line stand where the words stand."""
        height = editor.sizeHint().height()
        top = option.rect.y() + _ABOVE + round(QFontMetricsF(option.font).height()) + 1
        editor.setGeometry(option.rect.x() + 6, top, option.rect.width() - 12, height)

    def _width(self, option: QStyleOptionViewItem) -> float:
        view = option.widget
        full = view.viewport().width() if isinstance(view, QListView) else option.rect.width()
        return max(60.0, full - _LEFT - _RIGHT)


_Muted = QPalette.ColorRole.Dark


def readable(colour: QColor, ground: QColor, text: QColor) -> QColor:
    """A track's colour with as much of the text's in it as small words need on this ground."""
    for step in range(10):
        found = mixed(text, colour, step / 10)
        if contrast(found, ground) >= _READABLE:
            return found
    return text


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> QColor:
    """Tint a chosen row, strongly where the list has the focus; give the colour underneath."""
    palette = option.palette
    accent, ground = (
        palette.color(QPalette.ColorRole.Accent),
        palette.color(QPalette.ColorRole.Base),
    )
    if option.state & QStyle.StateFlag.State_Selected:
        is_in_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
        ground = tinted(accent, palette, 0.13 if is_in_focus else 0.07)
        painter.fillRect(rect, ground)
        if is_in_focus:
            side = rect.right() - _BAR if _is_mirrored(option) else rect.left()
            painter.fillRect(QRectF(side, rect.top(), _BAR, rect.height()), accent)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        ground = palette.color(QPalette.ColorRole.Light)
        painter.fillRect(rect, ground)
    return ground


def _paint_head(
    painter: QPainter,
    option: QStyleOptionViewItem,
    told: tuple[Proposed, str],
    room: QRectF,
    ground: QColor,
) -> float:
    """Draw sign, track and date in one line; give where the next one begins."""
    row, date = told
    palette, bold = option.palette, QFont(option.font)
    bold.setWeight(QFont.Weight.DemiBold)
    metrics, small = QFontMetricsF(bold), _small(option.font)
    colour = track_colour(row.track.colour, palette)
    line = QRectF(room.left(), room.top(), room.width(), metrics.height())
    is_mirrored = _is_mirrored(option)
    _paint_sign(painter, row.track.marker, colour, _cut(line, _SIGN, is_mirrored=is_mirrored))
    _cut(line, 6, is_mirrored=is_mirrored)
    name = metrics.elidedText(
        row.track.name, Qt.TextElideMode.ElideRight, max(40.0, line.width() * 0.6)
    )
    painter.setFont(bold)
    painter.setPen(readable(colour, ground, palette.color(QPalette.ColorRole.Text)))
    width = metrics.horizontalAdvance(name) + 6
    painter.drawText(_cut(line, width, is_mirrored=is_mirrored), _middle(is_mirrored), name)
    painter.setFont(small)
    painter.setPen(palette.color(QPalette.ColorRole.Text if row.is_dated_by_hand else _Muted))
    cut = QFontMetricsF(small).elidedText(date, Qt.TextElideMode.ElideRight, line.width())
    painter.drawText(line, _middle(is_mirrored), cut)
    return room.top() + metrics.height()


def _paint_sign(painter: QPainter, marker: str, colour: QColor, room: QRectF) -> None:
    middle = room.center() + QPointF(0, 1)
    if marker in ("bar", "era"):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(middle.x() - 4.5, middle.y() - 3.5, 9, 7), 1.5, 1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        return
    reach = _SIGN / 2 + 1.5
    box = QRectF(middle.x() - reach, middle.y() - reach, 2 * reach, 2 * reach)
    draw_marker(painter, box, marker, colour)


def _paint_words(painter: QPainter, words: str, font: QFont, room: QRectF) -> float:
    """Draw at most two lines, the last one cut; give where the next begins."""
    layout, metrics = _laid_out(words, font, room.width()), QFontMetricsF(font)
    side, top = _side(words) | Qt.AlignmentFlag.AlignTop, room.top()
    for number in range(min(layout.lineCount(), _LINES)):
        line: QTextLine = layout.lineAt(number)
        text = layout.text()[line.textStart() :]
        if number < _LINES - 1 and layout.lineCount() > 1:
            text = text[: line.textLength()]
        text = metrics.elidedText(text.strip(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRectF(room.left(), top, room.width(), metrics.height()), side, text)
        top += metrics.height()
    return top


def _fitted(told: tuple[str, str], metrics: QFontMetricsF, width: float) -> str:
    """Both parts in one line; a long speaker is cut, and what is said of the words stays."""
    speaker, rest = told
    tail = f" · {rest}" if speaker and rest else rest
    room = max(width - metrics.horizontalAdvance(tail), width * 0.4)
    speaker = metrics.elidedText(speaker, Qt.TextElideMode.ElideRight, room)
    return metrics.elidedText(speaker + tail, Qt.TextElideMode.ElideRight, width)


def _laid_out(words: str, font: QFont, width: float) -> QTextLayout:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    for _number in range(_LINES + 1):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
    layout.endLayout()
    return layout


def _shown_words(row: Proposed) -> str:
    return row.title or f"“{' '.join(row.words.split())}”"


def _small(font: QFont) -> QFont:
    small = QFont(font)
    small.setPointSizeF(font.pointSizeF() * 0.92)
    return small


def _side(words: str) -> Qt.AlignmentFlag:
    to_the_left = is_right_to_left(words)
    side = Qt.AlignmentFlag.AlignRight if to_the_left else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignAbsolute


def _middle(is_mirrored: bool) -> Qt.AlignmentFlag:  # noqa: FBT001 - one of two sides
    side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
    return Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute


def _cut(line: QRectF, width: float, *, is_mirrored: bool) -> QRectF:
    """Take `width` off the beginning of a line."""
    if is_mirrored:
        piece = QRectF(line.right() - width, line.top(), width, line.height())
        line.setRight(piece.left())
    else:
        piece = QRectF(line.left(), line.top(), width, line.height())
        line.setLeft(piece.right())
    return piece


def _is_mirrored(option: QStyleOptionViewItem) -> bool:
    return option.direction == Qt.LayoutDirection.RightToLeft
