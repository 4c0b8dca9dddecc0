"""What the View menu does about what is shown: the filter, as everyone who looks shares it."""

from dataclasses import replace

from desktop.gui.panels.filter.bar import FilterBar
from desktop.gui.window import Window


def bar_of(window: Window) -> FilterBar:
    """The filter's bar above the timeline and the table, made when it is first asked for."""
    bar = window.findChild(FilterBar)
    if isinstance(bar, FilterBar):
        return bar
    bar = FilterBar(window.session, window.timeline.stage)
    bar.hide()
    bar.closed.connect(lambda: window.arrangement.panel("timeline").setFocus())
    bar.filtered.connect(window.arrangement.folded)
    window.arrangement.add_above(bar)
    return bar


def filter_events(window: Window) -> None:
    """Open the filter above what is shown, and put the cursor into it."""
    window.arrangement.fold("timeline", is_folded=False)
    bar_of(window).open_bar()


def dim(window: Window) -> None:
    """Dim what the filter does not match, or leave it out."""
    bar_of(window).switch_dimming()


def is_dimming(window: Window) -> bool:
    """True while the filter dims."""
    return window.timeline.stage.contents.filter.dims


def is_filtered(window: Window) -> bool:
    """True while a filter is in force."""
    return bool(window.timeline.stage.contents.filter)


def clear(window: Window) -> None:
    """Show everything again."""
    bar_of(window).close_bar()


def select_shown(window: Window) -> None:
    """Take every event in hand that the filter matches and that is on a track that is shown."""
    events = tuple(window.timeline.stage.contents.shown_events())
    window.session.select(replace(window.session.selection, events=events))
