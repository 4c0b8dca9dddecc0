"""Titles inside bars and beside markers, and the pill that tells what became of a claim."""

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import bidirectional

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPainterPath, QPen

from desktop.timeline.drawing.atlas import NOWHERE, Atlas, Slot
from desktop.timeline.drawing.pills import draw_pill, metrics_of, pill_slot, pill_widths
from desktop.timeline.drawing.scene import Groups, Scene
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Frame, Ints, Shape

WIDEST = 640  # pixels; a longer title is cut, however long its bar
LEAST_SEEN = 60  # pixels of a title at the picture's right edge that are worth an ellipsis
LEAST_ROOM = 24  # pixels; a title with less keeps the room and drops its pill
HALO = 3.5  # pixels of the bar's colour round words that lie on a fade
ELLIPSIS = "…"
_ROUND = [(x, y) for x in range(-2, 3) for y in range(-2, 3) if 0 < x * x + y * y <= 4]
Places = NDArray[np.intp]


def one_line(title: str) -> str:
    """The title as it can stand in a bar: no line breaks, and no more than a bar can show."""
    return " ".join(title[:400].split())


@lru_cache(maxsize=8192)
def reads_leftward(title: str) -> bool:
    """True for a title in Arabic, Hebrew and the like, told by its first letter that tells."""
    kinds = (bidirectional(letter) for letter in title)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def title_width(style: Style, title: str) -> int:
    """Pixels that a title takes when nothing is cut off but what no bar could show."""
    measured = metrics_of(style.families, style.text_size)
    return min(measured.horizontalAdvance(one_line(title)) + 2, WIDEST)


@dataclass(frozen=True, slots=True)
class Ink:
    """The colour of some words, and of what stands round them; `key` tells it from other inks."""

    words: QColor
    halo: QColor | None
    key: tuple[int, int]

    @classmethod
    def of(cls, words: QColor, halo: QColor | None = None) -> "Ink":
        """The ink of these colours."""
        return cls(words, halo, (words.rgba(), 0 if halo is None else halo.rgba()))


@dataclass(frozen=True, slots=True, eq=False)
class Labels:
    """The titles of one frame that the layout found room for, in the order of `shown`."""

    shown: Places
    titles: list[str]
    inks: list[Ink]
    left: Ints
    room: Ints

    @classmethod
    def of(cls, frame: Frame, style: Style, groups: Groups, scene: Scene) -> "Labels":
        """Gather titles, colours and room; `label_width` counts the pill where there is one."""
        shown = np.flatnonzero(frame.label_width > 0)
        pills = pill_widths(style)[frame.standing[shown]]
        room = frame.label_width[shown] - pills
        cramped = room < LEAST_ROOM
        titles = [scene.titles.get(key, "") for key in frame.ids[shown].tolist()]
        left = _lefts(frame, style, groups, shown)
        room = np.where(cramped, frame.label_width[shown], room).astype(np.int32)
        for number in np.flatnonzero(left + room > frame.width).tolist():
            # What is read leftward would begin out of sight.
            if reads_leftward(titles[number]) and frame.width - left[number] > LEAST_SEEN:
                room[number] = frame.width - left[number] - 2
        return cls(shown, titles, _inks(frame, style, groups, shown), left, room)


def paint_labels(
    painter: QPainter, frame: Frame, style: Style, groups: Groups, scene: Scene, atlas: Atlas | None
) -> None:
    """Draw every title that has room, cut with an ellipsis where it is short, and its pill."""
    labels = Labels.of(frame, style, groups, scene)
    if not len(labels.shown):
        return
    if atlas is None:
        ends = _draw_plainly(painter, frame, style, labels)
    else:
        ends = _draw_from_atlas(painter, frame, style, labels, atlas)
    _draw_pills(painter, frame, style, labels, ends, atlas)


def _inks(frame: Frame, style: Style, groups: Groups, shown: Places) -> list[Ink]:
    """Words on a bar, and round them the bar's own colour where they lie on a fade."""
    fills = [style.fill(colour) for colour in groups.colours]
    beside = Ink.of(style.text)
    on_bars = [Ink.of(style.words_on(fill)) for fill in fills]
    on_fades = [Ink.of(style.words_on(fill), fill) for fill in fills]
    extents = groups.extents
    inside = frame.label_inside & (frame.shape == Shape.BAR) & ~extents.is_pale
    fades = (extents.solid_left > frame.left) | (extents.solid_right < frame.right)
    looks = np.where(inside, np.where(fades, 2, 1), 0)[shown]
    by_look = ([beside] * len(fills), on_bars, on_fades)
    pairs = zip(looks.tolist(), groups.of[shown].tolist(), strict=True)
    return [by_look[look][colour] for look, colour in pairs]


def _lefts(frame: Frame, style: Style, groups: Groups, shown: Places) -> Ints:
    """Where titles begin: on a vague bar about the middle of its solid part, if that is in view."""
    extents, padding = groups.extents, style.metrics().padding
    left, width = frame.label_left[shown], frame.label_width[shown]
    first, last = extents.solid_left[shown], extents.solid_right[shown]
    aim = np.where(
        last - first >= width + 2 * padding, first + padding, (first + last - width) // 2
    )
    most = frame.right[shown] - width - padding
    moves = frame.label_inside[shown] & (left < first) & (aim > 0) & (aim <= most)
    return np.where(moves, aim, left).astype(np.int32)


def _draw_from_atlas(
    painter: QPainter, frame: Frame, style: Style, labels: Labels, atlas: Atlas
) -> Ints:
    slots = [
        atlas.find((title, ink.key)) or _new_slot(atlas, style, title, ink)
        for title, ink in zip(labels.titles, labels.inks, strict=True)
    ]
    natural = np.ceil(np.array(slots)[:, 2] / atlas.ratio).astype(np.int32)
    left, top = labels.left, frame.top[labels.shown]
    is_long = natural > labels.room
    dots = QFontMetrics(style.font(style.text_size)).horizontalAdvance(ELLIPSIS)
    width = np.where(is_long, np.maximum(labels.room - dots, 1), natural)
    cut = np.flatnonzero(is_long)
    is_leftward = np.zeros(len(left), np.bool_)
    is_leftward[cut] = [reads_leftward(labels.titles[place]) for place in cut.tolist()]
    # A title that is read leftward begins at its right: that is the end of it that stays.
    parts = np.array(slots, np.float64)
    parts[:, 0] += np.where(is_leftward, np.round((natural - width) * atlas.ratio), 0)
    atlas.draw(painter, parts, np.where(is_leftward, left + dots, left), top, width)
    ends = [
        atlas.find((ELLIPSIS, ink.key)) or _make_slot(atlas, style, ELLIPSIS, ink)
        for ink in (labels.inks[place] for place in cut.tolist())
    ]
    places = np.where(is_leftward, left, left + width)[cut].astype(np.int32)
    atlas.draw(painter, ends, places, top[cut])
    return (left + np.minimum(natural, labels.room)).astype(np.int32)


def _new_slot(atlas: Atlas, style: Style, title: str, ink: Ink) -> Slot:
    return _make_slot(atlas, style, title, ink) if atlas.has_time() else NOWHERE


def _make_slot(atlas: Atlas, style: Style, title: str, ink: Ink) -> Slot:
    width, height = title_width(style, title), style.metrics().bar
    words = one_line(title)
    if width >= WIDEST:
        measured = QFontMetrics(style.font(style.text_size))
        words = measured.elidedText(words, Qt.TextElideMode.ElideRight, WIDEST)
    return atlas.slot(
        (title, ink.key),
        width,
        height,
        lambda painter, box: _draw_title(painter, box, words, style, ink, is_quick=True),
    )


def _draw_title(
    painter: QPainter, box: QRectF, title: str, style: Style, ink: Ink, *, is_quick: bool = False
) -> None:
    """Draw one line of words; quick ones have a halo of copies, not of an outline of each letter.

    The outline costs two milliseconds a title.
    """
    font = style.font(style.text_size)
    measured = QFontMetrics(font)
    left = box.left()
    if reads_leftward(title):
        left = min(left, box.right() - 2 - measured.horizontalAdvance(title))
    base = box.top() + round((box.height() + measured.ascent() - measured.descent()) / 2)
    painter.setFont(font)
    if ink.halo is not None and is_quick:
        painter.setPen(ink.halo)
        for across, down in _ROUND:
            painter.drawText(QPointF(left + across, base + down), title)
    elif ink.halo is not None:
        path = QPainterPath()
        path.addText(QPointF(left, base), font, title)
        pen = QPen(ink.halo, HALO)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.setPen(ink.words)
    painter.drawText(QPointF(left, base), title)


def _draw_plainly(painter: QPainter, frame: Frame, style: Style, labels: Labels) -> Ints:
    measured = QFontMetrics(style.font(style.text_size))
    ends = np.empty(len(labels.shown), np.int32)
    for number, place in enumerate(labels.shown.tolist()):
        room, left = int(labels.room[number]), int(labels.left[number])
        whole = one_line(labels.titles[number])
        title = measured.elidedText(whole, Qt.TextElideMode.ElideRight, room)
        box = QRectF(left, int(frame.top[place]), room, style.metrics().bar)
        _draw_title(painter, box, title, style, labels.inks[number])
        ends[number] = left + min(room, measured.horizontalAdvance(title))
    return ends


def _draw_pills(
    painter: QPainter,
    frame: Frame,
    style: Style,
    labels: Labels,
    ends: Ints,
    atlas: Atlas | None,
) -> None:
    """Draw what few events have, told best by a word."""
    standing = frame.standing[labels.shown]
    told = pill_widths(style)[standing] > 0
    fits = np.flatnonzero(told & (labels.room < frame.label_width[labels.shown]))
    left, top, bar = ends[fits] + 8, frame.top[labels.shown[fits]], style.metrics().bar
    pills = []
    for number, sign in zip(fits.tolist(), standing[fits].tolist(), strict=True):
        words = labels.inks[number].words
        is_on_bar = words != style.text
        pills.append((sign, (words, words) if is_on_bar else (style.text_muted, style.pill)))
    if atlas is not None:
        atlas.draw(painter, [pill_slot(atlas, style, *pill) for pill in pills], left, top)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x, y, (sign, inks) in zip(left.tolist(), top.tolist(), pills, strict=True):
        draw_pill(painter, QRectF(x, y, 0, bar), sign, style, inks)
    painter.restore()
