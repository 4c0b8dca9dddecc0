"""What the View menu does about what is shown: the filter."""

from desktop.gui.window import Window


def filter_events(window: Window) -> None:
    """Open the filter above the timeline, and put the cursor into it."""
    # Loaded when first asked for: the window stands without it.
    from desktop.gui.panels.filter_bar import FilterBar

    bar = window.findChild(FilterBar)
    if not isinstance(bar, FilterBar):
        bar = FilterBar(window.session, window.timeline.stage)
        bar.closed.connect(window.timeline.setFocus)
        window.arrangement.add_above(bar)
    if window.arrangement.has_table:
        window.arrangement.show_table(None)
    window.arrangement.fold("timeline", is_folded=False)
    bar.open_bar()
