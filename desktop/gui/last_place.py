"""Where the user was in a document: kept in the document, so that it opens there again."""

import json

from desktop.model import Selection
from desktop.session import Session
from desktop.timeline.scale import TimeScale
from desktop.timeline.view import TimelineView


def remember(session: Session, view: TimelineView) -> None:
    """Keep the article in hand and the stretch of time in view."""
    scale = view.scale
    place = {
        "article": session.selection.article,
        "start": scale.start,
        "per_pixel": scale.per_pixel,
    }
    session.document.set_state("place", json.dumps(place))


def bring_back(session: Session, view: TimelineView) -> bool:
    """Take up where the user was; False where no stretch of time is known yet."""
    document = session.document
    place = _read(document.state("place", "{}"))
    articles = [article.id for article in document.articles()]
    wanted = place.get("article")
    if articles:
        session.select(Selection(article=wanted if wanted in articles else articles[0]))
    start, per_pixel = place.get("start"), place.get("per_pixel")
    if not isinstance(start, int | float) or not isinstance(per_pixel, int | float):
        return False
    view.stage.show_scale(TimeScale(start, per_pixel, view.scale.width))
    return True


def _read(kept: str) -> dict[str, object]:
    """What was kept; nothing where another program wrote something else there."""
    try:
        place = json.loads(kept)
    except json.JSONDecodeError:
        return {}
    return place if isinstance(place, dict) else {}
