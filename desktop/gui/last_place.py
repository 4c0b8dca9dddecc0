"""Where the user was in a document: kept in the document, so that it opens there again."""

import json
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop.gui.settings import Settings
from desktop.model import Selection
from desktop.session import Session
from desktop.timeline.scale import TimeScale
from desktop.timeline.view import TimelineView
from desktop.when.calendar import seconds

USUAL = QSize(1500, 940)


def size_window(window: QWidget, settings: Settings) -> None:
    """Give a window the size of the last one; at first a usual one, or all of a small screen."""
    if not window.restoreGeometry(settings.shape("window/geometry")):
        room = window.screen().availableSize()
        window.resize(room.boundedTo(USUAL))
        if room.width() < USUAL.width():
            window.setWindowState(Qt.WindowState.WindowMaximized)


def remember(session: Session, view: TimelineView) -> None:
    """Keep the article in hand and the stretch of time in view."""
    scale = view.scale
    place = {
        "article": session.selection.article,
        "start": scale.start,
        "per_pixel": scale.per_pixel,
    }
    session.document.set_state("place", json.dumps(place))


def bring_back(session: Session, view: TimelineView) -> None:
    """Take up where the user was; at the first time, show the first article and the whole time."""
    document = session.document
    place = _read(document.state("place", "{}"))
    articles = [article.id for article in document.articles()]
    wanted = place.get("article")
    if articles:
        session.select(Selection(article=wanted if wanted in articles else articles[0]))
    start, per_pixel = place.get("start"), place.get("per_pixel")
    if not isinstance(start, int | float) or not isinstance(per_pixel, int | float):
        # How wide the whole time can be drawn is known with the first picture only.
        view.painted.connect(partial(_fit, session, view), Qt.ConnectionType.QueuedConnection)
        return
    view.stage.show_scale(TimeScale(start, per_pixel, view.scale.width))


def _fit(session: Session, view: TimelineView) -> None:
    stage = view.stage
    whole = stage.fitting()
    stage.show_scale(whole if stage.extent() else whole.centred(_likeliest(session)))


def _likeliest(session: Session) -> int:
    """Where the first event will be: about the article's publication, else today."""
    article = session.selection.article
    published = session.document.article(article).published if article else None
    if published is not None:
        return published.bounds.earliest
    now = datetime.now()
    return seconds(now.year, now.month, now.day)


def _read(kept: str) -> dict[str, object]:
    """What was kept; nothing where another program wrote something else there."""
    try:
        place = json.loads(kept)
    except json.JSONDecodeError:
        return {}
    return place if isinstance(place, dict) else {}
