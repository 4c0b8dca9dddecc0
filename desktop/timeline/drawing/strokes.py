"""Many primitives by one call: numpy memory that Qt reads as an array of its own values."""

from typing import cast

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from desktop.timeline.frames.frame import Ints

Fragments = NDArray[np.float64]

# The ten numbers of a QPainter.PixmapFragment, in its order.
X, Y, SOURCE_LEFT, SOURCE_TOP, WIDTH, HEIGHT, SCALE_X, SCALE_Y, ROTATION, OPACITY = range(10)


def rectangles(left: Ints, top: Ints, width: Ints | int, height: Ints | int) -> Ints:
    """Memory of QRects, one a row; a QRect holds its last pixel, not its size."""
    made = np.empty((len(left), 4), np.int32)
    made[:, 0] = left
    made[:, 1] = top
    made[:, 2] = made[:, 0] + width - 1
    made[:, 3] = made[:, 1] + height - 1
    return made


def draw_rectangles(painter: QPainter, memory: Ints) -> None:
    """Draw each row of `memory` (from `rectangles`) with the painter's pen and brush."""
    if len(memory):
        solid = np.ascontiguousarray(memory, np.int32)
        first = cast(QRect, shiboken6.wrapInstance(solid.ctypes.data, QRect))
        painter.drawRects(first, len(solid))


def fragments(count: int) -> Fragments:
    """Memory of `count` pixmap fragments at their own size, fully opaque, nowhere yet."""
    made = np.zeros((count, 10), np.float64)
    made[:, SCALE_X] = made[:, SCALE_Y] = made[:, OPACITY] = 1.0
    return made


def draw_fragments(painter: QPainter, memory: Fragments, pixmap: QPixmap) -> None:
    """Draw parts of `pixmap`; X and Y of a fragment are its middle, all in the pixmap's pixels."""
    if len(memory):
        solid = np.ascontiguousarray(memory, np.float64)
        wrapped = shiboken6.wrapInstance(solid.ctypes.data, QPainter.PixmapFragment)
        first = cast(QPainter.PixmapFragment, wrapped)
        painter.drawPixmapFragments(first, len(solid), pixmap)
