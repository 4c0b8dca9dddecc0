"""The icons: Tabler outlines from `resources/icons`, painted in the palette's colours.

An icon is drawn from its outline each time, so it is sharp at every scale and follows the theme.
"""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from desktop.paths import resources_folder

_Role = QPalette.ColorRole


def icon(name: str, role: QPalette.ColorRole = _Role.ButtonText) -> QIcon:
    """The outline `name`, in the palette's colour of `role`, or its disabled one."""
    return QIcon(_Engine(name, role))


def outline(name: str, colour: QColor) -> QSvgRenderer:
    """The outline `name` in a fixed colour, for those who paint by themselves."""
    return _renderer(name, colour.name())


class Sign(QWidget):
    """An icon that stands for itself, beside words; `side` in pixels of the screen."""

    def __init__(self, name: str, side: int = 20) -> None:
        super().__init__()
        self._icon = icon(name)
        self.setFixedSize(side, side)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it in the colours of the moment."""
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        self._icon.paint(QPainter(self), self.rect(), mode=mode)


class _Engine(QIconEngine):
    def __init__(self, name: str, role: QPalette.ColorRole) -> None:
        super().__init__()
        self._name = name
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        is_off = mode == QIcon.Mode.Disabled
        group = QPalette.ColorGroup.Disabled if is_off else QPalette.ColorGroup.Active
        colour = QGuiApplication.palette().color(group, self._role)
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        outline(self._name, colour).render(painter, square)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        picture = QPixmap(size)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    text = (resources_folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(text.replace("currentColor", colour).encode()))
