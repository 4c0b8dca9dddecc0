"""The rows of the File menu: timelines opened, taken in, sent on and kept."""

from PySide6.QtGui import QKeySequence

from desktop.gui.action import Action, Menu
from desktop.gui.menu import file, printing, safety
from desktop.i18n import _

_Keys = QKeySequence.StandardKey


ROWS: tuple[Action, ...] = (
    Action("new", _("New timeline"), file.new, (_Keys.New,), "timeline-event-plus"),
    Action("open", _("Open…"), file.open_file, (_Keys.Open,), "folder-open"),
    Action("add_article", _("Add article…"), file.add_article, ("Ctrl+Shift+O",), "file-plus",
           _("Add article")),
    Action("add_folder", _("Add a folder of articles…"), file.add_folder, (), "folder"),
    Action("paste_article", _("Paste article"), file.paste_article, ("Ctrl+Shift+V",),
           "clipboard-text"),
    Action("import", _("Import events from a table…"), file.import_table, (), "file-import"),
    Action("export", _("Export picture or table…"), file.export, ("Ctrl+E",), "file-export",
           _("Export")),
    Action("copy_picture", _("Copy as picture"), printing.copy_picture, ("Ctrl+Alt+E",), "photo"),
    Action("print", _("Print…"), printing.print_timeline, (_Keys.Print,), "printer"),
    Action("save", _("Save"), file.say_saved, (_Keys.Save,), "circle-check"),
    Action("save_copy", _("Save a copy as…"), file.save_copy, ("Ctrl+Shift+S",), "copy"),
    Action("save_stripped", _("Save a copy without history…"), safety.save_without_history, (),
           "copy"),
    Action("history", _("History and safety copies…"), safety.show_history, ("Ctrl+H",),
           "history"),
    Action("check", _("Check the file"), safety.check, (), "circle-check"),
    Action("rescue", _("Rescue a damaged timeline…"), safety.rescue, (), "report"),
    Action("close", _("Close timeline"), file.close, ("Ctrl+W",), "x"),
    Action("quit", _("Quit"), file.leave, ("Ctrl+Q",), "power"),
)  # fmt: skip

MENU = Menu(_("&File"), (
    "new", "open", Menu(_("Open recent"), is_recent=True), "",
    "add_article", "add_folder", "paste_article", "import", "",
    "export", "copy_picture", "print", "",
    "save", "save_copy", "save_stripped", "", "history", "check", "rescue", "",
    "close", "quit",
))  # fmt: skip
