"""Events too many to draw one by one: clusters with their count, and strips of density."""

from functools import partial

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
    """Draw the density of each dense track; the height is the count's root, so that ones show."""
    painter.setPen(Qt.PenStyle.NoPen)
    for strip in frame.strips:
        track = scene.tracks[frame.bands[strip.band].track]
        painter.setBrush(style.fill(track.colour))
        _paint_strip(painter, strip, is_vector=atlas is None)


def columns_of(strip: Strip, counts: Ints) -> Ints:
    """The pixels by which bins with such counts stand up, the fullest of the strip to its top."""
    most = max(int(strip.counts.max(initial=0)), 1)
    return np.asarray(np.ceil(np.sqrt(counts / most) * strip.height), np.int32)


def _paint_strip(painter: QPainter, strip: Strip, *, is_vector: bool) -> None:
    """Draw the columns, on a screen with the block below neighbours of one piece.

    Filling costs by the rows of pixels of every column; a vector device would show the seams.
    """
    height = columns_of(strip, strip.counts)
    left, width = strip.edges[:-1], np.diff(strip.edges)
    bottom = strip.top + strip.height
    if not is_vector:
        first = np.arange(0, len(height), BLOCK)
        low = np.minimum.reduceat(height, first)
        ends = np.append(left[first[1:]], strip.edges[-1])
        made = strokes.rectangles(left[first], bottom - low, ends - left[first], low)
        strokes.draw_rectangles(painter, made[low > 0])
        height_of_rest = height - np.repeat(low, BLOCK)[: len(height)]
    else:
        height_of_rest = height
    above = np.flatnonzero(height_of_rest > 0)
    made = strokes.rectangles(
        left[above], bottom - height[above], width[above], height_of_rest[above]
    )
    strokes.draw_rectangles(painter, made)


def paint_clusters(
    painter: QPainter, frame: Frame, style: Style, scene: Scene, atlas: Atlas | None
) -> None:
    """Draw each cluster as a pale box on a firm line, with the number of its events."""
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
