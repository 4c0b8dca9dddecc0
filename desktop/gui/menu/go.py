"""The Go menu: from event to event, from article to article, to a day, to a panel."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.gui.arrangement import PANELS
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Selection


def search(window: Window) -> None:
    """Search events, articles, tracks, days and commands."""
    window.search.begin()


def to_date(window: Window) -> None:
    """Ask for a date, in words or figures, and bring it into view."""
    window.search.begin(_("A date: 29 Nov 2024, 44 BC, late 2016"))


def back(window: Window) -> None:
    """Go to the view before the last journey."""
    window.timeline.step_back()


def forward(window: Window) -> None:
    """Go again where the user came back from."""
    window.timeline.step_forward()


def next_event(window: Window) -> None:
    """Take the next event in time in hand."""
    _step_event(window, 1)


def previous_event(window: Window) -> None:
    """Take the event before in hand."""
    _step_event(window, -1)


def next_article(window: Window) -> None:
    """Read the next article."""
    _step_article(window, 1)


def previous_article(window: Window) -> None:
    """Read the article before."""
    _step_article(window, -1)


def next_date(window: Window) -> None:
    """Select the next date in the article."""
    window.reader.step_date(1)


def previous_date(window: Window) -> None:
    """Select the date before in the article."""
    window.reader.step_date(-1)


def next_panel(window: Window) -> None:
    """Give the focus to the next panel that is shown."""
    _step_panel(window, 1)


def previous_panel(window: Window) -> None:
    """Give the focus to the panel before."""
    _step_panel(window, -1)


def _step_event(window: Window, by: int) -> None:
    events = [event.id for event in window.document.events() if event.when]
    if not events:
        return
    chosen = [event for event in window.session.selection.events if event in events]
    place = events.index(chosen[0]) + by if chosen else (0 if by > 0 else -1)
    if place < len(events) and (place >= 0 or not chosen):
        selection = replace(window.session.selection, events=(events[place],), words=None)
        window.session.select(selection)
        window.timeline.show_event(events[place])


def _step_article(window: Window, by: int) -> None:
    articles = [article.id for article in window.document.articles()]
    if articles:
        here = window.session.selection.article
        place = articles.index(here) + by if here in articles else 0
        window.session.select(Selection(article=articles[max(0, min(place, len(articles) - 1))]))


def _step_panel(window: Window, by: int) -> None:
    shown = [name for name in PANELS if not window.arrangement.is_folded(name)]
    if not shown:
        return
    panels = [window.arrangement.panel(name) for name in shown]
    focus = QApplication.focusWidget()
    here = [n for n, panel in enumerate(panels) if focus and panel.isAncestorOf(focus)]
    place = (here[0] + by) % len(panels) if here else 0
    panels[place].setFocus(Qt.FocusReason.TabFocusReason)
