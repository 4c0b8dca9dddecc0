"""The rows of the Article menu: its date, its text, its paragraphs."""

from desktop.gui.action import Action, Menu
from desktop.gui.menu import article, reading
from desktop.i18n import _

ROWS: tuple[Action, ...] = (
    Action("date_article", _("Publication date…"), article.date, (), "calendar-event",
           is_enabled=article.is_open),
    Action("describe_article", _("Title, outlet and author…"), article.describe, (), "news",
           is_enabled=article.is_open),
    Action("correct_text", _("Correct text…"), article.correct, (), "pencil",
           is_enabled=article.is_open),
    Action("paragraph_events", _("Events of this paragraph"), reading.paragraph_events,
           ("Ctrl+Shift+J",), is_enabled=reading.is_open),
    Action("open_address", _("Open address…"), reading.open_address, is_enabled=reading.is_open),
)  # fmt: skip

MENU = Menu(_("&Article"), (
    "date_article", "describe_article", "correct_text", "", "paragraph_events", "open_address",
))  # fmt: skip
