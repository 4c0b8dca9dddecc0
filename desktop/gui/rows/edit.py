"""The rows of the Edit menu: undo, the clipboard, and what to have in hand."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence

from desktop.gui.action import Action, Menu
from desktop.gui.menu import choosing, clipboard, edit, event, filtering, track
from desktop.gui.window import Window
from desktop.i18n import _

_Keys = QKeySequence.StandardKey
_OfEvents = partial(Action, is_enabled=event.has_events)
_OfTrack = partial(Action, is_enabled=track.has_track)


def _select(name: str, words: str, way: int, key: str) -> Action:
    run = choosing.chooser(way, on_all_tracks=name.endswith("_all"))
    return _OfEvents(f"select_{name}", words, run, (key,))


def _undoing(
    name: str,
    words: Callable[[Window], str],
    run: Callable[[Window], None],
    keys: tuple[_Keys | str, ...],
    can: Callable[[Window], bool],
) -> Action:
    short, sign = (_("Undo"), "back") if name == "undo" else (_("Redo"), "forward")
    return Action(name, words, run, keys, f"arrow-{sign}-up", short, can)


ROWS: tuple[Action, ...] = (
    _undoing("undo", edit.undo_words, edit.undo, (_Keys.Undo,), edit.can_undo),
    _undoing("redo", edit.redo_words, edit.redo, (_Keys.Redo, "Ctrl+Y", "Ctrl+Shift+Z"),
             edit.can_redo),
    Action("delete", _("Delete"), edit.delete, ("Del",), "trash",
           is_enabled=edit.can_delete),
    _OfEvents("cut_events", _("Cut events"), clipboard.cut, (_Keys.Cut,)),
    _OfEvents("copy_events", _("Copy events"), clipboard.copy, (_Keys.Copy, "Ctrl+Alt+C"), "copy"),
    Action("paste_events", _("Paste events"), clipboard.paste, (_Keys.Paste, "Ctrl+Alt+V")),
    Action("paste_at_date", _("Paste at a date…"), clipboard.ask_date, ("Ctrl+Alt+Shift+V",)),
    _OfEvents("duplicate", _("Duplicate"), edit.duplicate, ("Ctrl+D",), "copy"),
    Action("select_all", _("Select all events"), edit.select_all, (_Keys.SelectAll,), "select-all"),
    _select("after", _("All after, on its track"), 1, "Alt+End"),
    _select("before", _("All before, on its track"), -1, "Alt+Home"),
    _select("after_all", _("All after, on every track"), 1, "Alt+Shift+End"),
    _select("before_all", _("All before, on every track"), -1, "Alt+Shift+Home"),
    Action("select_shown", _("All that are shown"), filtering.select_shown, ("Ctrl+Alt+A",),
           "select-all"),
    Action("select_view", _("All in view"), choosing.choose_view, ("Ctrl+Alt+I",)),
    _OfTrack("select_track", _("All on the track"), choosing.choose_track, ("Ctrl+Shift+A",)),
    Action("find", _("Find in article…"), edit.find, (_Keys.Find,), "text-recognition"),
)  # fmt: skip

SELECT = Menu(_("Select"), (
    "select_after", "select_before", "", "select_after_all", "select_before_all", "",
    "select_track", "select_view", "select_shown",
))  # fmt: skip
MENU = Menu(_("&Edit"), (
    "undo", "redo", "", "cut_events", "copy_events", "paste_events", "paste_at_date",
    "duplicate", "delete", "select_all", SELECT, "", "find",
))  # fmt: skip
