"""The View menu: zoom, what is shown beside what, the theme, the projector."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desktop.gui.menu import filtering
from desktop.gui.window import Window


def zoom_in(window: Window) -> None:
    """Show less time, closer."""
    window.timeline.zoom_in()


def zoom_out(window: Window) -> None:
    """Show more time, from farther off."""
    window.timeline.zoom_out()


def fit(window: Window) -> None:
    """Show the whole timeline."""
    window.timeline.fit_all()


def zoom_to_selection(window: Window) -> None:
    """Show just the events in hand."""
    window.timeline.fit_selection()


def switch_table(window: Window) -> None:
    """Show all events as a table in the timeline's place, or the timeline again."""
    # Loaded when first asked for: the window stands without it.
    from desktop.gui.panels.table.panel import TablePanel

    def make() -> TablePanel:
        table = TablePanel(window.session, window.timeline.stage, window.desk.settings)
        table.filter_asked.connect(lambda: filtering.filter_events(window))
        table.event_asked.connect(lambda event: leave_table(window, event))
        return table

    window.arrangement.show_table(None if window.arrangement.has_table else make)


def leave_table(window: Window, event: int) -> None:
    """Turn from the table to an event where it stands in the timeline."""
    window.arrangement.show_table(None)
    window.attempt(lambda: window.show_event(event))


def is_table(window: Window) -> bool:
    """True while the table is shown."""
    return window.arrangement.has_table


def switch_charts(window: Window) -> None:
    """Show charts of the time in view in the reader's place, or the reader again."""
    # Loaded when first asked for: pyqtgraph is slow to load.
    from desktop.gui.panels.charts.panel import ChartsPanel

    desk = window.desk

    def make() -> ChartsPanel:
        return ChartsPanel(window.timeline, desk.settings, desk.look, window.attempt)

    window.arrangement.show_charts(None if has_charts(window) else make)


def has_charts(window: Window) -> bool:
    """True while charts are shown."""
    return window.arrangement.has_charts and not window.arrangement.is_folded("reader")


def folder(name: str) -> Callable[[Window], None]:
    """What folds the panel `name` away and shows it again."""

    def fold(window: Window) -> None:
        window.arrangement.fold(name, is_folded=not window.arrangement.is_folded(name))

    return fold


def is_shown(name: str) -> Callable[[Window], bool]:
    """What tells whether the panel `name` is shown."""
    return lambda window: not window.arrangement.is_folded(name)


def chooser(theme: str) -> Callable[[Window], None]:
    """What paints everything in the theme `theme`."""

    def choose(window: Window) -> None:
        window.desk.settings.remember("theme", theme)
        window.desk.look.choose(theme)

    return choose


def is_chosen(theme: str) -> Callable[[Window], bool]:
    """What tells whether the theme `theme` is in force."""
    return lambda window: window.desk.look.choice == theme


def switch_motion(window: Window) -> None:
    """Let the timeline go everywhere at once, or glide again."""
    settings = window.desk.settings
    settings.remember("still", not settings.answer("still", default=False))
    heed_motion(window)


def heed_motion(window: Window) -> None:
    """Glide as the user has chosen, and never where the system asks for no animation."""
    window.timeline.be_still(is_still=is_still(window))


def is_still(window: Window) -> bool:
    """True while the user wants no animation here."""
    return window.desk.settings.answer("still", default=False)


def full_screen(window: Window) -> None:
    """Take the whole screen, or give it back."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def is_full_screen(window: Window) -> bool:
    """True while the window has the whole screen."""
    return window.isFullScreen()


def present(window: Window) -> None:
    """Show the timeline alone and large, for a room; the same again, or Esc, ends it."""
    window.is_presenting = not window.is_presenting
    # The screen's size comes later, by steps; what is seen is seen on it too.
    window.timeline.stage.keep_span()
    for part in (window.topbar, window.statusbar, window.menuBar()):
        part.setVisible(not window.is_presenting)
    window.arrangement.present(is_presenting=window.is_presenting)
    window.show_look()
    if window.is_presenting != window.isFullScreen():
        full_screen(window)
    if window.is_presenting:
        window.timeline.setFocus()


def is_presenting(window: Window) -> bool:
    """True while the timeline is shown alone and large."""
    return window.is_presenting
