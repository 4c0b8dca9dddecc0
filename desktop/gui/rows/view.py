"""The rows of the View menu: zoom, filter, table, charts, panels and looks."""

from functools import partial

from PySide6.QtGui import QKeySequence

from desktop.gui.action import Action, Menu
from desktop.gui.menu import event, filtering, reading, view, views
from desktop.i18n import _

_Keys = QKeySequence.StandardKey
_OfEvents = partial(Action, is_enabled=event.has_events)


def _panel(name: str, words: str, key: str) -> Action:
    return Action(f"panel_{name}", words, view.folder(name), (key,), is_on=view.is_shown(name))


def _theme(name: str, words: str) -> Action:
    is_on = view.is_chosen(name)
    return Action(f"theme_{name}", words, view.chooser(name), icon="palette", is_on=is_on)


def _view(place: int) -> Action:
    keys = (f"Ctrl+{place + 1}",)
    return Action(f"view_{place + 1}", views.words(place), views.shower(place), keys,
                  is_enabled=views.has(place), is_shown=views.has(place))  # fmt: skip


ROWS: tuple[Action, ...] = (
    Action("zoom_in", _("Zoom in"), view.zoom_in, (_Keys.ZoomIn, "Ctrl+="), "zoom-in"),
    Action("zoom_out", _("Zoom out"), view.zoom_out, (_Keys.ZoomOut,), "zoom-out"),
    Action("fit", _("Show the whole timeline"), view.fit, ("Ctrl+0",), "arrows-maximize"),
    _OfEvents("zoom_selection", _("Zoom to selected events"), view.zoom_to_selection,
              ("Ctrl+Shift+0",), "zoom-scan"),
    Action("filter", _("Filter events…"), filtering.filter_events, ("Ctrl+Shift+F",), "filter"),
    Action("filter_dims", _("Dim what the filter leaves out"), filtering.dim,
           is_on=filtering.is_dimming),
    Action("filter_clear", _("Show all events again"), filtering.clear,
           is_enabled=filtering.is_filtered),
    Action("save_view", _("Save this view…"), views.save, ("Ctrl+Alt+S",), "device-floppy"),
    Action("manage_views", _("All views…"), views.manage, (), "list",
           is_enabled=views.has_views),
    *(_view(place) for place in range(views.IN_MENU)),
    Action("table", _("Table of all events"), view.switch_table, ("Ctrl+T",), "table", _("Table"),
           is_on=view.is_table),
    Action("charts", _("Charts"), view.switch_charts, ("Ctrl+Shift+C",), is_on=view.has_charts),
    _panel("articles", _("Articles"), "Alt+1"),
    _panel("reader", _("Reader"), "Alt+2"),
    _panel("inspector", _("Event details"), "Alt+3"),
    _panel("timeline", _("Timeline"), "Alt+4"),
    _theme("system", _("As the system")),
    _theme("light", _("Light")),
    _theme("dark", _("Dark")),
    _theme("contrast", _("High contrast")),
    Action("full_screen", _("Full screen"), view.full_screen, (_Keys.FullScreen, "F11"), "maximize",
           is_on=view.is_full_screen),
    Action("present", _("Present on a projector"), view.present, ("F5",), "presentation",
           _("Present"), is_on=view.is_presenting),
    Action("still", _("Reduce motion"), view.switch_motion, is_on=view.is_still),
    Action("text_larger", _("Larger article text"), reading.larger, ("Ctrl+Alt++", "Ctrl+Alt+=")),
    Action("text_smaller", _("Smaller article text"), reading.smaller, ("Ctrl+Alt+-",)),
    Action("text_usual", _("Usual size of article text"), reading.usual, ("Ctrl+Alt+0",)),
    Action("text_serif", _("Serif"), reading.kind_setter(is_sans=False),
           is_on=reading.has_kind(is_sans=False)),
    Action("text_sans", _("Sans serif"), reading.kind_setter(is_sans=True),
           is_on=reading.has_kind(is_sans=True)),
)  # fmt: skip

VIEWS = Menu(_("Views"), (
    "save_view", "manage_views", "", *(f"view_{n}" for n in range(1, views.IN_MENU + 1)),
))  # fmt: skip
ARTICLE_TEXT = Menu(_("Article text"), (
    "text_larger", "text_smaller", "text_usual", "", "text_serif", "text_sans",
))  # fmt: skip
MENU = Menu(_("&View"), (
    "zoom_in", "zoom_out", "fit", "zoom_selection", "", "filter", "filter_dims",
    "filter_clear", VIEWS, "", "table", "charts",
    Menu(_("Panels"), (
        "panel_articles", "panel_reader", "panel_inspector", "panel_timeline",
    )),
    Menu(_("Theme"), ("theme_system", "theme_light", "theme_dark", "theme_contrast")),
    ARTICLE_TEXT, "still", "",
    "full_screen", "present",
))  # fmt: skip
