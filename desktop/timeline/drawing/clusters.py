"""Events too many to draw one by one: clusters with their count, and strips of density."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from desktop.timeline.drawing import strokes
from desktop.timeline.drawing.atlas import Atlas
from desktop.timeline.drawing.scene import Scene
from desktop.timeline.drawing.style import Style, mixed
from desktop.timeline.frames.frame import Frame, Ints, Strip

CLUSTER_STRENGTH = 0.30
BLOCK = 16  # columns of a strip of which the part that all have is drawn as one
EDGE = 3  # pixels of the firm line under a cluster


def paint_strips(
    painter: QPainter, frame: Frame, style: Style, scene: Scene, atlas: Atlas | None
) -> None:
    """Draw the density of each dense track; the height is the count's root, so that ones show.

    Filling costs by the rows of pixels of each column. So on a screen neighbours stand on a block
    as high as the lowest of them; a vector device would show the seams.
    """
    strips = frame.strips
    if not strips:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    edges = strips[0].edges
    counts = np.array([strip.counts for strip in strips])
    height = columns_of(strips, counts)
    feet = np.array([strip.top + strip.height for strip in strips], np.int32)
    first = np.arange(0, counts.shape[1], BLOCK)
    low = np.minimum.reduceat(height, first, axis=1) if atlas else np.zeros((len(strips), 1), int)
    rest = height - (np.repeat(low, BLOCK, axis=1)[:, : counts.shape[1]] if atlas else 0)
    bounds = edges[np.append(first, counts.shape[1])] if atlas else edges[[0, -1]]
    columns = _upright(edges, feet[:, None] - height, rest)
    blocks = _upright(bounds, feet[:, None] - low, low)
    for strip, *parts in zip(strips, columns, blocks, strict=True):
        painter.setBrush(style.fill(scene.tracks[frame.bands[strip.band].track].colour))
        for part in parts:
            strokes.draw_rectangles(painter, part)


def _upright(edges: Ints, top: Ints, height: Ints) -> list[Ints]:
    """For each row of `top` and `height` the rectangles between the edges that are not empty."""
    rows, places = np.nonzero(height > 0)
    left, width = edges[places], np.diff(edges)[places]
    made = strokes.rectangles(left, top[rows, places], width, height[rows, places])
    stops = rows.searchsorted(np.arange(len(height) + 1)).tolist()
    return [made[head:stop] for head, stop in pairwise(stops)]


def columns_of(strips: Sequence[Strip], counts: Ints) -> Ints:
    """The pixels by which bins with such counts stand up, a row for each strip.

    The fullest bin of a strip reaches to its top.
    """
    most = np.array([max(int(strip.counts.max(initial=0)), 1) for strip in strips])
    tall = np.array([strip.height for strip in strips])
    return np.asarray(np.ceil(np.sqrt(counts / most[:, None]) * tall[:, None]), np.int32)


def paint_clusters(
    painter: QPainter, frame: Frame, style: Style, scene: Scene, atlas: Atlas | None
) -> None:
    """Draw each cluster as a pale box on a firm line, with the number of its events."""
    if not len(frame.cluster_count):
        return
    bar = style.metrics().bar
    painter.setPen(Qt.PenStyle.NoPen)
    for band in sorted(set(frame.cluster_band.tolist())):
        chosen = frame.cluster_band == band
        fill = style.fill(scene.tracks[frame.bands[band].track].colour)
        left, top = frame.cluster_left[chosen], frame.cluster_top[chosen]
        width = np.maximum(frame.cluster_right[chosen] - left, 2)
        painter.setBrush(mixed(fill, style.background, CLUSTER_STRENGTH))
        strokes.draw_rectangles(painter, strokes.rectangles(left, top, width, bar - EDGE))
        painter.setBrush(fill)
        made = strokes.rectangles(left, top + bar - EDGE, width, EDGE)
        strokes.draw_rectangles(painter, made)
    _paint_counts(painter, frame, style, atlas)


def _paint_counts(painter: QPainter, frame: Frame, style: Style, atlas: Atlas | None) -> None:
    font = style.font(style.pill_size, is_bold=True)
    measured = QFontMetrics(font)
    digit, height = measured.horizontalAdvance("0"), style.metrics().bar - EDGE
    texts = [short_count(count) for count in frame.cluster_count.tolist()]
    wide = np.array([len(text) * digit + 2 for text in texts], np.int32)
    room = frame.cluster_right - frame.cluster_left
    fits = np.flatnonzero(wide + 2 <= room) if len(texts) else np.empty(0, np.intp)
    left = frame.cluster_left[fits] + (room[fits] - wide[fits]) // 2
    slots = []
    for place, x in zip(fits.tolist(), left.tolist(), strict=True):
        text, width = texts[place], int(wide[place])
        if atlas is None:
            box = QRectF(x, int(frame.cluster_top[place]), width, height)
            _draw_count(painter, box, text, style)
        else:
            slots.append(
                atlas.slot(
                    ("count", text, style.text.rgba()),
                    width,
                    height,
                    partial(_draw_count, text=text, style=style),
                )
            )
    if atlas is not None:
        atlas.draw(painter, slots, left.astype(np.int32), frame.cluster_top[fits])


def _draw_count(painter: QPainter, box: QRectF, text: str, style: Style) -> None:
    painter.setFont(style.font(style.pill_size, is_bold=True))
    painter.setPen(QColor(style.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def short_count(count: int) -> str:
    """The number as it fits into a small box: 999, 1.2k, 34k, 5.6M."""
    for size, letter in ((1_000_000, "M"), (1000, "k")):
        if count >= size:
            shown = count / size
            return f"{shown:.1f}{letter}" if shown < 10 else f"{shown:.0f}{letter}"
    return str(count)
