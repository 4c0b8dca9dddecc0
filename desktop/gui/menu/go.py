"""The Go menu: from event to event, from article to article, to a day, to a panel."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.gui.arrangement import PANELS
from desktop.gui.dialogs.asking import Asking
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Selection
from desktop.timeline.axis.lengths import End, Ruler
from desktop.timeline.hand import keys
from desktop.timeline.hand.measuring import lay
from desktop.when import in_words, read_words


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


def measure(window: Window) -> None:
    """Measure between the events in hand; with fewer than two, by the next drag."""
    window.timeline.setFocus(Qt.FocusReason.ShortcutFocusReason)
    keys.measure(window.timeline.stage)


def measure_dates(window: Window) -> None:
    """Ask for two dates, and lay a ruler between them."""

    def read(text: str) -> str:
        lines = ruler_of(text).lines()
        return " · ".join(line for line in lines if line)

    def keep(text: str) -> None:
        lay(window.timeline.stage, ruler_of(text))

    stage = window.timeline.stage
    dated = [event.when for event in window.document.events(stage.selected) if event.when]
    dated.sort(key=lambda when: when.bounds.earliest)
    ends = [in_words(when) for when in (dated[0], dated[-1])] if len(dated) > 1 else []
    question = _("From which date to which? For example 28 Nov 2024 to 2 Dec 2024.")
    proposed = _("{first} to {last}").format(first=ends[0], last=ends[1]) if ends else ""
    Asking(window, (_("Measure between dates"), question, proposed), read, keep).open()


def ruler_of(text: str) -> Ruler:
    """The length that is asked for: from one date to another, or as long as one date lasts."""
    parts = re.split(rf"\s+(?:{_('to')}|{_('until')})\s+", text.strip(), maxsplit=1)
    first = read_words(parts[0]).when
    if len(parts) < 2:
        return Ruler(End.start_of(first), End.stop_of(first))
    last = read_words(parts[1]).when
    return Ruler.between(End.start_of(first, in_words(first)), End.start_of(last, in_words(last)))


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
        window.show_event(events[place])


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
