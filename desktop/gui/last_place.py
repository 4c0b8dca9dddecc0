"""Where the user was in a document: kept in the document, so that it opens there again."""

import json
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QWidget

from desktop.document import Document
from desktop.gui import noted_place
from desktop.gui.settings import Settings
from desktop.session import Session
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.view import TimelineView
from desktop.when.calendar import seconds

USUAL = QSize(1500, 940)
_LARGEST = 1e20  # seconds; beyond any scale


def size_window(window: QWidget, settings: Settings) -> None:
    """Give a window the size of the last one; at first a usual one, or all of a small screen."""
    if not window.restoreGeometry(settings.shape("window/geometry")):
        room = window.screen().availableSize()
        window.resize(room.boundedTo(USUAL))
        if room.width() < USUAL.width():
            window.setWindowState(Qt.WindowState.WindowMaximized)


def remember(session: Session, view: TimelineView) -> None:
    """Keep the article in hand and the stretch of time in view."""
    document = session.document
    document.set_state("place", _place(session, view))
    if not document.is_read_only:
        noted_place.forget(document.path)


def note(session: Session, view: TimelineView) -> None:
    """The same for a start after a crash, without a word to the document."""
    document, place = session.document, _place(session, view)
    if not document.is_read_only and place != noted_place.noted(document.path):
        noted_place.note(document.path, place)


def _place(session: Session, view: TimelineView) -> str:
    scale = view.scale
    place = {
        "article": session.selection.article,
        "start": scale.start,
        "per_pixel": scale.per_pixel,
    }
    return json.dumps(place)


def bring_back_article(session: Session) -> None:
    """Take up the article that the user was at; at the first time, the first one."""
    place = _kept(session.document)
    articles = [article.id for article in session.document.articles()]
    wanted = place.get("article")
    if articles and session.selection.article is None:
        article = wanted if wanted in articles else articles[0]
        session.select(replace(session.selection, article=article))


def bring_back_time(session: Session, view: TimelineView) -> None:
    """Go to the stretch of time where the user was; at the first time, to the whole of it.

    The view must have its size: how wide the whole time can be drawn hangs on it.
    """
    place = _kept(session.document)
    start, per_pixel = _number(place.get("start")), _number(place.get("per_pixel"))
    if start is not None and per_pixel is not None:
        view.stage.show_scale(TimeScale(start, per_pixel, view.scale.width))
    else:
        _fit(session, view)


def _fit(session: Session, view: TimelineView) -> None:
    stage = view.stage
    whole = stage.fitting()
    stage.show_scale(whole if stage.extent() else whole.centred(_likeliest(session)))


def _likeliest(session: Session) -> int:
    """Where the first event will be: about the article's publication, else today."""
    articles = session.document.articles()
    article = session.selection.article or (articles[0].id if articles else None)
    published = session.document.article(article).published if article else None
    if published is not None:
        return published.bounds.earliest
    now = datetime.now()
    return seconds(now.year, now.month, now.day)


def _number(told: object) -> float | None:
    """A number of which a scale can be made: JSON tells of NaN too, and of any length."""
    if isinstance(told, int | float) and -_LARGEST < told < _LARGEST:
        return float(told)
    return None


def _kept(document: Document) -> dict[str, object]:
    """After a crash what was noted last, else what the document keeps since it was closed."""
    noted = _read(noted_place.noted(document.path)) if document.was_left_open else {}
    return noted or _read(document.state("place", "{}"))


def _read(kept: str) -> dict[str, object]:
    """What was kept; nothing where another program wrote something else there."""
    try:
        place = json.loads(kept)
    except (ValueError, RecursionError):
        return {}
    return place if isinstance(place, dict) else {}
