"""The Event menu: what can be done with the events in hand."""

from desktop.edits.events import add_event
from desktop.gui.dialogs.duplicates import DuplicatesPage
from desktop.gui.sourcing import Sourcing
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Selection, Stance


def has_events(window: Window) -> bool:
    """True while any event is in hand."""
    return bool(window.session.selection.events)


def has_words(window: Window) -> bool:
    """True while words of the article are selected."""
    return window.reader.quote() is not None


def suggest(window: Window) -> None:
    """Turn to what the article in hand, or the first one, tells of."""
    articles = [article.id for article in window.document.articles()]
    if not articles:
        window.banner.tell(_("Add an article first: its events are then suggested."))
        return
    if window.session.selection.article not in articles and window.reader.article is None:
        window.session.select(Selection(article=articles[0]))
    window.arrangement.fold("articles", is_folded=False)
    window.suggested.suggest()
    window.suggested.setFocus()


def find_duplicates(window: Window) -> None:
    """Look for events that are told twice."""
    page = window.findChild(DuplicatesPage)
    if isinstance(page, DuplicatesPage):
        page.find_all()


def add_source(window: Window) -> None:
    """Ask which event the selected words tell of too."""
    _ask_source(window, "asserts")


def add_denial(window: Window) -> None:
    """Ask which event the selected words deny."""
    _ask_source(window, "denies")


def _ask_source(window: Window, stance: Stance) -> None:
    sourcing = window.findChild(Sourcing)
    if isinstance(sourcing, Sourcing):
        sourcing.ask(stance)


def new(window: Window) -> None:
    """Put an undated event on the track in hand, with its title open for typing."""
    track = window.session.selection.track
    tracks = [one.id for one in window.document.tracks() if not one.locked]
    if track not in tracks:
        track = tracks[0] if tracks else None
    if track is not None:
        event = add_event(window.document, track, _("New event"))
        window.session.select(Selection(events=(event,), track=track))
        edit(window)


def edit(window: Window) -> None:
    """Turn to the details of the event in hand."""
    window.arrangement.fold("inspector", is_folded=False)
    window.inspector.edit_title()


def date(window: Window) -> None:
    """Turn to the date of the event in hand."""
    window.arrangement.fold("inspector", is_folded=False)
    window.inspector.edit_when()


def shift_earlier(window: Window) -> None:
    """Move the events in hand back by a unit of the view."""
    window.timeline.nudge(-1)


def shift_later(window: Window) -> None:
    """Move the events in hand on by a unit of the view."""
    window.timeline.nudge(1)


def track_above(window: Window) -> None:
    """Put the events in hand on the track above."""
    window.timeline.carry(-1)


def track_below(window: Window) -> None:
    """Put the events in hand on the track below."""
    window.timeline.carry(1)


def show_words(window: Window) -> None:
    """Show the words that tell of the event in hand, in their article."""
    for event in window.session.selection.events[:1]:
        for claim in window.document.claims(event)[:1]:
            window.arrangement.fold("reader", is_folded=False)
            words = (claim.first, claim.last)
            window.session.select(Selection((event,), claim.article, words))
