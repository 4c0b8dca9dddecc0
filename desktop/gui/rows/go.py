"""The rows of the Go menu: to dates, events, articles, quotes and panels."""

from desktop.gui.action import Action, Menu
from desktop.gui.menu import go, reading
from desktop.i18n import _

ROWS: tuple[Action, ...] = (
    Action("search", _("Search…"), go.search, ("Ctrl+K", "Ctrl+Shift+P"), "search"),
    Action("go_to_date", _("Go to date…"), go.to_date, ("Ctrl+G",), "calendar-search"),
    Action("back", _("Back to the last view"), go.back, ("Ctrl+[",), "arrow-left"),
    Action("forward", _("Forward again"), go.forward, ("Ctrl+]",), "arrow-right"),
    Action("measure", _("Measure time"), go.measure, ("Ctrl+R",)),
    Action("measure_dates", _("Measure between dates…"), go.measure_dates, ("Ctrl+Shift+R",)),
    Action("next_event", _("Next event"), go.next_event, ("F8",), "arrow-right"),
    Action("previous_event", _("Previous event"), go.previous_event, ("Shift+F8",), "arrow-left"),
    Action("next_article", _("Next article"), go.next_article, ("Ctrl+PgDown",), "arrow-down"),
    Action("previous_article", _("Previous article"), go.previous_article, ("Ctrl+PgUp",),
           "arrow-up"),
    Action("next_date", _("Next date in the article"), go.next_date, ("F4",), "calendar-event"),
    Action("previous_date", _("Previous date in the article"), go.previous_date, ("Shift+F4",),
           "calendar-event"),
    Action("next_panel", _("Next panel"), go.next_panel, ("F6",), "layout-navbar"),
    Action("previous_panel", _("Previous panel"), go.previous_panel, ("Shift+F6",),
           "layout-navbar"),
    Action("next_quote", _("Next quote in the article"), reading.next_quote, ("F3",), "quote"),
    Action("previous_quote", _("Previous quote in the article"), reading.previous_quote,
           ("Shift+F3",), "quote"),
)  # fmt: skip

MENU = Menu(_("&Go"), (
    "search", "go_to_date", "back", "forward", "", "measure", "measure_dates", "",
    "next_event", "previous_event", "",
    "next_article", "previous_article", "next_date", "previous_date", "next_quote",
    "previous_quote", "", "next_panel", "previous_panel",
))  # fmt: skip
