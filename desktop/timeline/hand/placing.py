"""Things brought to a date: a chip from the shelf, words from an article."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from desktop.edits.events import date_events, place_event, propose, retrack_events
from desktop.errors import DatelineError
from desktop.i18n import _
from desktop.model import Quote
from desktop.timeline.axis.dating import held, moment, precision_for
from desktop.timeline.drawing.bubbles import (
    paint_bubble,
    paint_ghost,
    paint_snap_line,
    paint_target,
)
from desktop.timeline.drawing.labels import one_line
from desktop.timeline.hand.gestures import Gesture, Keys
from desktop.timeline.stage.stage import Held, Stage
from desktop.when import When, in_words

QUOTE_TYPE = "application/x-dateline-quote"


class Dating(Gesture):
    """A chip carried from the shelf: it gets the date, and the track, on which it is let go."""

    cursor = Qt.CursorShape.ClosedHandCursor
    drifts = True

    def __init__(self, stage: Stage, event: int, at: QPoint) -> None:
        super().__init__(stage)
        self._event = stage.document.event(event)
        self._point = at
        self._snapped: Held | None = None
        self.when: When | None = None
        self._track = self._event.track

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Carry the chip to the pointer's date."""
        stage = self.stage
        self._point = point
        aim = held(stage.seconds_at(point.x()), stage.seconds_per_pixel)
        self._snapped = stage.snap(aim, frozenset())
        if self._snapped is not None:
            aim = self._snapped.seconds
        self.when = moment(aim, precision_for(stage.seconds_per_pixel))
        self._track = stage.track_at(point.y()) or self._event.track
        stage.show_again()
        return self

    def release(self, point: QPoint, keys: Keys) -> None:
        """Date the event, and put it on another track if it was carried there."""
        when, event, track = self.when, self._event, self._track
        if when is None:
            return
        document = self.stage.document

        def place() -> None:
            with document.step(_("Change date")):
                date_events(document, [event.id], when)
                if track != event.track:
                    retrack_events(document, [event.id], track)

        self.stage.hooks.attempt(place)

    def paint(self, painter: QPainter) -> None:
        """Show where the event would stand, and the date in words."""
        if self.when is None:
            return
        stage, bounds = self.stage, self.when.bounds
        style = stage.style
        paint_target(painter, stage.band_box(self._track), style)
        left, right = stage.x_of(bounds.earliest), stage.x_of(bounds.latest)
        bar = style.metrics().bar
        box = QRectF(left, self._point.y() - bar / 2, max(right - left, 8), bar)
        paint_ghost(painter, box, style)
        lines = [in_words(self.when, long=True), one_line(self._event.title)]
        if self._snapped is not None:
            x = stage.x_of(self._snapped.seconds)
            paint_snap_line(painter, x, stage.area().top(), stage.area().bottom(), style)
        paint_bubble(painter, QPointF(self._point), lines, style, stage.area())


@dataclass(frozen=True, slots=True)
class Landing:
    """What a proposal makes of words that are being carried: a title and a date, if one governs."""

    title: str
    when: When | None


class Dropping(Gesture):
    """Words carried from an article over the tracks; their date comes from the article."""

    drifts = True

    def __init__(self, stage: Stage, quote: Quote, at: QPoint) -> None:
        super().__init__(stage)
        self._quote = quote
        self._point = at
        self._landing = _landing_of(stage, quote)

    @property
    def track(self) -> int | None:
        """The track that would take the words."""
        return self.stage.track_at(self._point.y())

    def move(self, point: QPoint, keys: Keys) -> Gesture:
        """Carry the words on."""
        self._point = point
        self.stage.show_again()
        return self

    def release(self, point: QPoint, keys: Keys) -> None:
        """Place what the words tell of on the track under them."""
        stage, track = self.stage, self.track
        if track is None:
            return

        def place() -> None:
            event = place_event(stage.document, stage.tracks[track], self._quote)
            stage.select((event,))

        stage.hooks.attempt(place)

    def paint(self, painter: QPainter) -> None:
        """Tint the track, and show where and when the event would stand."""
        stage, track = self.stage, self.track
        if track is None:
            return
        band, style = stage.band_box(track), stage.style
        paint_target(painter, band, style)
        when = self._landing.when
        if when is not None:
            left, right = stage.x_of(when.bounds.earliest), stage.x_of(when.bounds.latest)
            bar = style.metrics().bar
            top = min(max(self._point.y() - bar / 2, band.top() + 4), band.bottom() - bar - 4)
            paint_ghost(painter, QRectF(left, top, max(right - left, 8), bar), style)
        words = in_words(when, long=True) if when else _("no date found: it waits on the shelf")
        lines = [words, self._landing.title]
        paint_bubble(painter, QPointF(self._point), lines, style, stage.area())


def _landing_of(stage: Stage, quote: Quote) -> Landing:
    try:
        proposal = propose(stage.document, quote)
    except DatelineError:
        return Landing(one_line(quote.text), None)
    governing = proposal.governing
    return Landing(one_line(proposal.title), governing.when if governing else None)


def quote_in(carried: QMimeData) -> Quote | None:
    """The quote that is being carried, None where something else is, or something broken."""
    if not carried.hasFormat(QUOTE_TYPE):
        return None
    try:
        told = json.loads(bytes(carried.data(QUOTE_TYPE).data()))
        return Quote(int(told["article"]), int(told["first"]), int(told["last"]), str(told["text"]))
    except (ValueError, KeyError, TypeError):
        return None


def carry_quote(quote: Quote, carried: QMimeData) -> None:
    """Let a drag or the clipboard carry a quote: its own type, and words for other programs."""
    fields = {"article": quote.article, "first": quote.first, "last": quote.last}
    told = json.dumps({**fields, "text": quote.text})
    carried.setText(quote.text)
    carried.setData(QUOTE_TYPE, QByteArray(told.encode()))
