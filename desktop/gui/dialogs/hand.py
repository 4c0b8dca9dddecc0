"""What the hand does on the timeline, for the page of shortcuts: drags, the wheel, their keys."""

from desktop.i18n import _


def hand_rows() -> list[tuple[str, str]]:
    """What is done, and how; most drags have a key that does the same."""
    return [
        (_("Go through time"), _("Wheel, or drag with the middle button or Space")),
        (_("Go through time sideways"), _("Shift+wheel, or two fingers")),
        (_("Zoom at the pointer"), _("Ctrl+wheel, or pinch")),
        (_("Closer, farther"), "+  −"),
        (_("To the first event, to the last"), _("Home, End")),
        (_("A page earlier, a page later"), _("Page up, Page down")),
        (_("Pan by the axis"), _("Drag the axis")),
        (_("Zoom to a stretch of time"), _("Ctrl+drag on the axis")),
        (_("Measure a stretch of time"), _("Shift+drag on the axis, or M and drag")),
        (_("Measure between two selected events"), "M"),
        (_("Select all of a stretch of time"), _("Alt+drag or Ctrl+Shift+drag on the axis")),
        (_("Select by a rubber band"), _("Drag on the ground; Shift adds")),
        (_("… all rows of the tracks that it touches"), _("Ctrl while dragging")),
        (_("… every track"), _("Alt while dragging")),
        (_("Draw a new event"), _("Ctrl+drag on a track, or double-click")),
        (_("Move without snapping"), _("Alt while dragging")),
        (_("Move or pull by an exact span or to a date"), _("Type “+2 days” or a date, Enter")),
    ]
