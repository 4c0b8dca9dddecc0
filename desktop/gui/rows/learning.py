"""The rows of the Help menu: how Dateline works, its keys, its log, its name."""

from PySide6.QtGui import QKeySequence

from desktop.gui.action import Action, Menu
from desktop.gui.menu import learn
from desktop.i18n import _

_Keys = QKeySequence.StandardKey


ROWS: tuple[Action, ...] = (
    Action("help", _("How Dateline works"), learn.contents, (_Keys.HelpContents, "F1"), "help"),
    Action("shortcuts", _("Keyboard shortcuts"), learn.shortcuts, ("Ctrl+?",), "keyboard"),
    Action("logs", _("Open the log folder"), learn.logs, (), "folder"),
    Action("about", _("About Dateline"), learn.about, (), "info-circle"),
)  # fmt: skip

MENU = Menu(_("&Help"), ("help", "shortcuts", "", "logs", "about"))  # fmt: skip
