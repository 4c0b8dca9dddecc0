"""How one track's header looks, and where its signs are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from desktop.edits.groups import family_of, heads_of
from desktop.i18n import _, counted
from desktop.model import Track
from desktop.timeline.drawing.style import Style
from desktop.timeline.frames.frame import Band
from desktop.timeline.stage.hooks import Hooks

EDGE = 4  # pixels of the track's colour at the left
BESIDE = 6  # pixels from the colour of a group to that of a track in it
INSET = 18
INDENT = 14  # pixels for each group that a track is in
FOLD = 14  # pixels of the sign that folds a group
SIGN = 16
LINE = 14  # pixels from the top of a header to the middle of its first line
TALL = 42  # a lower header has no room for the count


class Part(Enum):
    """What of a header the pointer is on."""

    NAME = "name"
    FOLD = "fold"
    EYE = "eye"
    LOCK = "lock"
    MENU = "menu"


@dataclass(frozen=True, slots=True)
class Row:
    """One header: where its band stands and what is told of it.

    `members` is how many tracks it heads; `heads` are those that head it, the outermost first.
    """

    band: Band
    track: Track
    count: int
    members: int = 0
    heads: tuple[int, ...] = ()
    head_colours: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """True for a group whose tracks are shown below it."""
        return self.members > 0 and not self.track.collapsed

    @property
    def is_folded(self) -> bool:
        """True for a group of which only the head is shown."""
        return self.members > 0 and self.track.collapsed

    @property
    def shown_head(self) -> int | None:
        """The track under which it is shown."""
        return self.heads[-1] if self.heads else None


def rows_of(
    bands: Iterable[Band], tracks: Mapping[int, Track], counts: Mapping[int, int]
) -> list[Row]:
    """The headers of these bands; that of a folded group counts what all its tracks hold."""
    every = list(tracks.values())
    return [_row(band, tracks, every, counts) for band in bands]


def _row(
    band: Band, tracks: Mapping[int, Track], every: list[Track], counts: Mapping[int, int]
) -> Row:
    track = tracks[band.track]
    family = family_of(every, track.id) if any(one.parent == track.id for one in every) else set()
    heads = tuple(reversed(heads_of(every, track.id)[: band.depth]))
    counted_ones = family if track.collapsed and family else {track.id}
    return Row(
        band,
        track,
        sum(counts.get(one, 0) for one in counted_ones),
        max(len(family) - 1, 0),
        heads,
        tuple(tracks[head].colour for head in heads),
    )


def name_left(row: Row) -> int:
    """Where the name of a header begins, in pixels."""
    return INSET + row.band.depth * INDENT + (FOLD if row.members else 0)


def sign_places(box: QRect) -> dict[Part, QRect]:
    """Where the signs of the header in `box` stand."""
    top = box.top() + LINE - SIGN // 2
    return {
        part: QRect(box.right() - back, top, SIGN, SIGN)
        for part, back in ((Part.EYE, 58), (Part.LOCK, 39), (Part.MENU, 20))
    }


def fold_place(box: QRect, row: Row) -> QRect:
    """Where the sign stands that folds a group."""
    left = box.left() + name_left(row) - FOLD - 2
    return QRect(left, box.top() + LINE - FOLD // 2, FOLD, FOLD)


def part_at(box: QRect, row: Row, point: QPoint) -> Part:
    """The part of the header in `box` at `point`; signs are larger to the hand than to the eye."""
    for part, place in sign_places(box).items():
        if place.adjusted(-2, -8, 1, 8).contains(point):
            return part
    if row.members and fold_place(box, row).adjusted(-4, -8, 1, 8).contains(point):
        return Part.FOLD
    return Part.NAME


def tip_of(part: Part, row: Row) -> str:
    """What pressing a part of a header does, in words; on the name, what is noted of the track."""
    track = row.track
    tips = {
        Part.EYE: _("Hide this track; with Alt show only this one"),
        Part.LOCK: _("Unlock this track") if track.locked else _("Lock this track"),
        Part.MENU: _("More"),
        Part.FOLD: _("Open the group") if track.collapsed else _("Fold the group"),
    }
    return tips.get(part) or "\n".join(line for line in (track.name, *_told(row)) if line)


def _told(row: Row) -> list[str]:
    said = counted("{n} event", "{n} events", row.count)
    if row.members:
        tracks = counted("{n} track in the group", "{n} tracks in the group", row.members)
        said = f"{tracks} · {said}"
    return [said, row.track.note]


def paint_row(painter: QPainter, box: QRect, row: Row, style: Style, hooks: Hooks) -> None:
    """Draw a header into `box`."""
    _paint_edges(painter, box, row, style)
    painter.fillRect(0, box.bottom(), box.width(), 1, style.header_separator)
    places = sign_places(box)
    key_left = places[Part.EYE].left() - 24
    left = name_left(row)
    room = (key_left if row.track.key else places[Part.EYE].left()) - left - 4
    _paint_name(painter, box, row, style, room)
    small = style.font(style.count_size)
    painter.setFont(small)
    painter.setPen(style.axis_text_minor)
    key = QRect(key_left, box.top() + LINE - 10, 18, 20)
    painter.drawText(key, Qt.AlignmentFlag.AlignCenter, row.track.key)
    if box.height() >= TALL:
        painter.setPen(style.text_muted)
        below = _drop_of_name(style) + QFontMetrics(small).height()
        painter.drawText(left, box.top() + LINE + below, _count_words(row))
    if row.members:
        sign = "chevron-right" if row.track.collapsed else "chevron-down"
        hooks.sign(painter, QRectF(fold_place(box, row)), sign, style.icon)
    _paint_signs(painter, row, places, style, hooks)


def _count_words(row: Row) -> str:
    events = counted("{n} event", "{n} events", row.count)
    if row.is_open and not row.count:
        return counted("{n} track", "{n} tracks", row.members)
    return events + (" ✎" if row.track.note else "")


def _paint_edges(painter: QPainter, box: QRect, row: Row, style: Style) -> None:
    """The colour of the track at the left, beside those of the groups that it is in."""
    for depth, colour in enumerate((*row.head_colours, row.track.colour)):
        left = box.left() + depth * BESIDE
        is_own = depth == len(row.head_colours)
        height = box.height() - (1 if is_own and not row.is_open else 0)
        painter.fillRect(left, box.top(), EDGE, height, style.track_colour(colour))


def _drop_of_name(style: Style) -> int:
    """From the middle of the first line down to where its letters stand."""
    measured = QFontMetrics(style.font(style.name_size, is_bold=True))
    return (measured.ascent() - measured.descent()) // 2


def _paint_name(painter: QPainter, box: QRect, row: Row, style: Style, room: int) -> None:
    font = style.font(style.name_size, is_bold=True)
    measured = QFontMetrics(font)
    base = box.top() + LINE + _drop_of_name(style)
    painter.setFont(font)
    painter.setPen(style.text_muted if row.track.locked else style.text)
    name = measured.elidedText(row.track.name, Qt.TextElideMode.ElideRight, room)
    painter.drawText(name_left(row), base, name)


def _paint_signs(
    painter: QPainter, row: Row, places: dict[Part, QRect], style: Style, hooks: Hooks
) -> None:
    names = {
        Part.EYE: "eye",
        Part.LOCK: "lock" if row.track.locked else "lock-open",
        Part.MENU: "dots-vertical",
    }
    for part, place in places.items():
        is_on = part is Part.LOCK and row.track.locked
        colour = style.text if is_on else style.icon
        hooks.sign(painter, QRectF(place), names[part], colour)
