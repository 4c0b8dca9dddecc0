"""The pixmap of small pictures: it grows as it fills, and what lies in it stays."""

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.timeline.drawing.atlas import LEAST, NOWHERE, SIDE, Atlas

TALL = LEAST // 2


@pytest.fixture
def atlas(qapp):
    return Atlas()


def red(painter, box):
    painter.fillRect(box, QColor("red"))


def blue(painter, box):
    painter.fillRect(box, QColor("blue"))


def drawn(atlas, slot):
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    atlas.draw(painter, [slot], np.zeros(1, np.int32), np.zeros(1, np.int32))
    painter.end()
    return image.pixelColor(4, 4)


def test_an_atlas_that_fills_up_grows_and_every_picture_stays_where_it_was(atlas):
    first = atlas.slot("first", SIDE, TALL, red)
    others = [atlas.slot(number, SIDE, TALL, blue) for number in range(6)]

    assert drawn(atlas, first) == QColor("red")
    assert [drawn(atlas, slot) for slot in others] == [QColor("blue")] * 6
    assert atlas.find("first") == first


def test_an_atlas_grows_no_farther_than_it_is_wide(atlas):
    slots = [atlas.slot(number, SIDE, TALL, red) for number in range(2 * SIDE // TALL)]

    assert slots[-1] == NOWHERE
    assert slots[0] != NOWHERE


def test_a_picture_higher_than_the_atlas_makes_room_for_itself(atlas):
    slot = atlas.slot("tall", 10, 3 * LEAST, blue)

    assert slot[3] == 3 * LEAST
    assert drawn(atlas, slot) == QColor("blue")
    assert QRectF(*slot).bottom() <= SIDE
