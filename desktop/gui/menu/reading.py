"""What can be done in the reader: from quote to quote, and from a paragraph to its events."""

from desktop.gui.action import Action
from desktop.gui.panels.reader_steps import events_between, paragraph_around
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Selection


def is_open(window: Window) -> bool:
    """True while an article is read."""
    return window.reader.article is not None


def next_quote(window: Window) -> None:
    """Select the next quote in the article; the next place found while words are looked for."""
    _step_quote(window, 1)


def previous_quote(window: Window) -> None:
    """Select the quote before in the article, or the place found before."""
    _step_quote(window, -1)


def paragraph_events(window: Window) -> None:
    """Take the events in hand whose quotes lie in the paragraph of the cursor or selection."""
    page = window.reader.page
    if page.article is None:
        return
    words = paragraph_around(page.article.text, *page.selected_span())
    events = events_between(window.document, page.article, *words)
    if not events:
        window.banner.tell(_("No event quotes this paragraph."))
        return
    window.arrangement.fold("timeline", is_folded=False)
    window.timeline.show_event(events[0])
    window.session.select(Selection(events, page.article.id))


def _step_quote(window: Window, by: int) -> None:
    finder = window.reader.finder
    if finder.isHidden():
        window.reader.step_quote(by)
    elif by > 0:
        finder.step_on()
    else:
        finder.step_back()


READING: tuple[Action, ...] = (
    Action("next_quote", _("Next quote in the article"), next_quote, ("F3",), "quote"),
    Action("previous_quote", _("Previous quote in the article"), previous_quote, ("Shift+F3",),
           "quote"),
    Action("paragraph_events", _("Events of this paragraph"), paragraph_events, ("Ctrl+Shift+J",),
           is_enabled=is_open),
)  # fmt: skip
