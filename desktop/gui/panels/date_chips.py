"""The small chips behind an article's dates that tell the day each one means."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPalette,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from desktop.errors import WhenError
from desktop.gui.panels.colours import tinted
from desktop.gui.panels.labels import isolated
from desktop.i18n import _
from desktop.reading.dates import DateExpression
from desktop.when import When, in_words

CHIP_KIND = QTextFormat.ObjectTypes.UserObject + 1
CHIP_WORDS = QTextFormat.Property.UserProperty + 1
_MONTHS = re.compile(r"(\d{4})-(0\d|1[0-2])[~?%]?/\1-(0\d|1[0-2])[~?%]?")
_PART_OF_DAY = re.compile(r"(-?\d{4,}-\d\d-\d\d)T(\d\d):00/-?\d{4,}-\d\d-\d\dT(\d\d):00")
_MARGIN, _PADDING = 4.0, 6.0


@dataclass(frozen=True, slots=True)
class Chip:
    """A date expression that has a day, that day, and the words of its chip."""

    found: DateExpression
    when: When
    words: str


def chips_of(found: tuple[DateExpression, ...], published: When | None) -> list[Chip]:
    """A chip for each expression that means a calendar date; the others get none."""
    chips = []
    for expression in found:
        when = _when(expression.edtf)
        if when is not None:
            chips.append(Chip(expression, when, chip_words(when, published)))
    return chips


def chip_words(when: When, published: When | None) -> str:
    """The shortest wording that is clear beside the article: no year where it is the article's."""
    months = _MONTHS.fullmatch(when.edtf)
    if months:
        return f"{months[1]}-{months[2]}/{months[3]}"
    part = _PART_OF_DAY.fullmatch(when.edtf)
    names = {
        "0006": _("early"),
        "0612": _("morning"),
        "1218": _("afternoon"),
        "1800": _("evening"),
        "1806": _("night"),
    }
    name = names.get(part[2] + part[3]) if part else None
    if part and name:
        return f"{in_words(When(part[1]), today=published)}, {name}"
    return in_words(when, today=published)


class ChipPainter(QPyTextObject):
    """Gives a chip its room in the line and draws it, as Qt's text layout asks."""

    def __init__(self, font: QFont, palette: QPalette) -> None:
        super().__init__()
        self.dress(font, palette)

    def dress(self, font: QFont, palette: QPalette) -> None:
        """Take the font of the text around and the theme's colours."""
        self._font = QFont(font)
        self._font.setFamilies(["Noto Sans", "Noto Sans Arabic"])
        self._font.setPointSizeF(max(7.0, font.pointSizeF() * 0.66))
        self._font.setWeight(QFont.Weight.DemiBold)
        self._metrics = QFontMetricsF(self._font)
        self._words: QColor = palette.color(QPalette.ColorRole.Accent)
        self._ground = tinted(self._words, palette, 0.13)

    def intrinsicSize(self, document: QTextDocument, position: int, look: QTextFormat) -> QSizeF:
        """The room of one chip, the blank on either side included."""
        width = self._metrics.horizontalAdvance(isolated(str(look.property(CHIP_WORDS))))
        return QSizeF(width + 2 * (_MARGIN + _PADDING), self._metrics.height())

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        look: QTextFormat,
    ) -> None:
        """Draw one chip into its room."""
        room = QRectF(rect).adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setFont(self._font)
        painter.setPen(self._words)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignCenter, isolated(str(look.property(CHIP_WORDS)))
        )
        painter.restore()


def _when(edtf: str) -> When | None:
    try:
        return When(edtf) if edtf else None
    except WhenError:
        return None
