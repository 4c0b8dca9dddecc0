"""Paint a frame on any device: a window, a picture, a printed page.

Nothing is decided here and nothing is asked of the document: `Frame` says where, `Scene` says what.
"""

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.timeline.drawing.atlas import Atlas
from desktop.timeline.drawing.bars import paint_bars
from desktop.timeline.drawing.certainty import HATCH
from desktop.timeline.drawing.clusters import paint_clusters, paint_strips
from desktop.timeline.drawing.ends import paint_ends, paint_eras
from desktop.timeline.drawing.ground import paint_ground, paint_separators
from desktop.timeline.drawing.labels import paint_labels
from desktop.timeline.drawing.links import paint_links
from desktop.timeline.drawing.markers import middles, paint_markers
from desktop.timeline.drawing.scene import Ground, Scene, group
from desktop.timeline.drawing.style import Style
from desktop.timeline.drawing.veil import paint_veil
from desktop.timeline.frames.frame import Frame, Ints, Shape

OUTLINE = 2  # pixels of the line round what is selected


def paint(
    painter: QPainter, frame: Frame, style: Style, scene: Scene, atlas: Atlas | None = None
) -> None:
    """Draw `frame` at the painter's origin.

    With an `atlas` (one a window, kept) dense pictures cost no Python call per event; without it
    each event is drawn by itself, as SVG, PDF and printers need it. The two look alike. With an
    atlas the caller has painted the ground: see `ground.Backdrop`.
    """
    if atlas is not None:
        atlas.begin()
    groups = group(frame, scene)
    painter.setBrushOrigin(scene.ground.origin % HATCH, 0)
    if atlas is None:
        paint_ground(painter, frame, style, scene.ground)
    else:
        paint_separators(painter, frame, style)
    paint_eras(painter, frame, style, groups)
    paint_today(painter, frame, style, scene.ground)
    paint_strips(painter, frame, style, scene, atlas)
    paint_clusters(painter, frame, style, scene, atlas)
    paint_bars(painter, frame, style, groups, atlas)
    paint_markers(painter, frame, style, groups, scene, atlas)
    paint_ends(painter, frame, style, groups)
    paint_links(painter, frame, style, scene.arrows, scene.selected, scene.stubs)
    paint_labels(painter, frame, style, groups, scene, atlas)
    paint_veil(painter, frame, style, scene.lit)
    paint_selection(painter, frame, style, scene.selected)


def paint_today(painter: QPainter, frame: Frame, style: Style, ground: Ground) -> None:
    """Draw the line of today, where it is in the picture."""
    if ground.today is not None and 0 <= ground.today < frame.width:
        painter.fillRect(ground.today, 0, 1, frame.height, style.today)


def paint_selection(
    painter: QPainter, frame: Frame, style: Style, selected: frozenset[int]
) -> None:
    """Draw a line round each selected event, and round a marker and its label together."""
    places = _places(frame, selected)
    if not len(places):
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.selection, OUTLINE))
    for place in places.tolist():
        painter.drawRoundedRect(outline(frame, style, place), style.radius + 1, style.radius + 1)
    painter.restore()


def outline(frame: Frame, style: Style, place: int) -> QRectF:
    """The box that holds all that is drawn of the event at `place`, in the frame's pixels."""
    metrics = style.metrics()
    left, right = int(frame.left[place]), int(frame.right[place])
    if frame.shape[place] == Shape.MARKER:
        middle = int(middles(frame)[place])
        reach = metrics.marker // 2 + 3
        left, right = min(left, middle - reach), max(right, middle + reach)
        if frame.label_width[place]:
            label = int(frame.label_left[place])
            left = min(left, label - 2)
            right = max(right, label + int(frame.label_width[place]) + 2)
    return QRectF(left, int(frame.top[place]), max(right - left, 3), metrics.bar)


def _places(frame: Frame, chosen: frozenset[int]) -> Ints:
    if not chosen or not len(frame.ids):
        return np.empty(0, np.int32)
    wanted = np.fromiter(chosen, np.int64, len(chosen))
    return np.flatnonzero(np.isin(frame.ids, wanted)).astype(np.int32)
