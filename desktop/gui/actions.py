"""The one table of what can be done: menus, buttons, search and shortcuts are made from it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence

from desktop.gui.action import Action, Menu
from desktop.gui.menu import (
    arranging,
    article,
    choosing,
    clipboard,
    edit,
    event,
    file,
    filtering,
    go,
    learn,
    safety,
    track,
    track_look,
    view,
)
from desktop.gui.menu.reading import ARTICLE_TEXT, READING
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import COLOURS

_Keys = QKeySequence.StandardKey
# Actions that need events, or a track, in hand.
_OfEvents = partial(Action, is_enabled=event.has_events)
_OfSeveral = partial(Action, is_enabled=arranging.has_several)
_OfTrack = partial(Action, is_enabled=track.has_track)


def _panel(name: str, words: str, key: str) -> Action:
    return Action(f"panel_{name}", words, view.folder(name), (key,), is_on=view.is_shown(name))


def _theme(name: str, words: str) -> Action:
    is_on = view.is_chosen(name)
    return Action(f"theme_{name}", words, view.chooser(name), icon="palette", is_on=is_on)


def _select(name: str, words: str, way: int, key: str) -> Action:
    run = choosing.chooser(way, on_all_tracks=name.endswith("_all"))
    return _OfEvents(f"select_{name}", words, run, (key,))


def _colour(name: str, words: str, colour: str) -> Action:
    return _OfEvents(f"colour_{name}", words, arranging.colourer(colour))


def _shape(marker: str, words: str) -> Action:
    run, is_on = track_look.shaper(marker), track_look.is_shaped(marker)
    return _OfTrack(f"marker_{marker}", words, run, is_on=is_on)


def _key(key: str) -> Action:
    words = track_look.key_words(key) if key else _("None")
    run, is_on = track_look.key_setter(key), track_look.has_key(key)
    return _OfTrack(f"key_{key or 'none'}", words, run, is_on=is_on)


def _undoing(
    name: str,
    words: Callable[[Window], str],
    run: Callable[[Window], None],
    keys: tuple[_Keys | str, ...],
    can: Callable[[Window], bool],
) -> Action:
    short, sign = (_("Undo"), "back") if name == "undo" else (_("Redo"), "forward")
    return Action(name, words, run, keys, f"arrow-{sign}-up", short, can)


ACTIONS: tuple[Action, ...] = (
    Action("new", _("New timeline"), file.new, (_Keys.New,), "timeline-event-plus"),
    Action("open", _("Open…"), file.open_file, (_Keys.Open,), "folder-open"),
    Action("add_article", _("Add article…"), file.add_article, ("Ctrl+Shift+O",), "file-plus",
           _("Add article")),
    Action("paste_article", _("Paste article"), file.paste_article, ("Ctrl+Shift+V",),
           "clipboard-text"),
    Action("import", _("Import events from a table…"), file.import_table, (), "file-import"),
    Action("export", _("Export picture or table…"), file.export, ("Ctrl+E",), "file-export",
           _("Export")),
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
    _undoing("undo", edit.undo_words, edit.undo, (_Keys.Undo,), edit.can_undo),
    _undoing("redo", edit.redo_words, edit.redo, (_Keys.Redo, "Ctrl+Y", "Ctrl+Shift+Z"),
             edit.can_redo),
    Action("delete", _("Delete"), edit.delete, ("Del",), "trash"),
    _OfEvents("copy_events", _("Copy events"), clipboard.copy, ("Ctrl+Alt+C",), "copy"),
    Action("paste_events", _("Paste events"), clipboard.paste, ("Ctrl+Alt+V",)),
    _OfEvents("duplicate", _("Duplicate"), edit.duplicate, ("Ctrl+D",), "copy"),
    Action("select_all", _("Select all events"), edit.select_all, (_Keys.SelectAll,), "select-all"),
    _select("after", _("All after, on its track"), 1, "Alt+End"),
    _select("before", _("All before, on its track"), -1, "Alt+Home"),
    _select("after_all", _("All after, on every track"), 1, "Alt+Shift+End"),
    _select("before_all", _("All before, on every track"), -1, "Alt+Shift+Home"),
    _OfTrack("select_track", _("All on the track"), choosing.choose_track, ("Ctrl+Shift+A",)),
    Action("find", _("Find in article…"), edit.find, (_Keys.Find,), "text-recognition"),
    Action("zoom_in", _("Zoom in"), view.zoom_in, (_Keys.ZoomIn, "Ctrl+="), "zoom-in"),
    Action("zoom_out", _("Zoom out"), view.zoom_out, (_Keys.ZoomOut,), "zoom-out"),
    Action("fit", _("Show the whole timeline"), view.fit, ("Ctrl+0",), "arrows-maximize"),
    _OfEvents("zoom_selection", _("Zoom to selected events"), view.zoom_to_selection,
              ("Ctrl+Shift+0",), "zoom-scan"),
    Action("filter", _("Filter events…"), filtering.filter_events, ("Ctrl+Shift+F",), "filter"),
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
    Action("suggest", _("Suggest events"), event.suggest, ("F7",), "bulb", _("Suggest events")),
    Action("new_event", _("New event"), event.new, ("Ctrl+Shift+E",), "timeline-event-plus"),
    _OfEvents("edit_event", _("Edit title"), event.edit, ("Ctrl+Return",), "pencil"),
    _OfEvents("date_event", _("Change date"), event.date, ("Ctrl+Shift+D",), "calendar-event"),
    _OfEvents("shift_earlier", _("Move earlier"), event.shift_earlier, (),
              "arrow-left"),
    _OfEvents("shift_later", _("Move later"), event.shift_later, (),
              "arrow-right"),
    _OfEvents("track_above", _("To the track above"), event.track_above, (),
              "arrow-up"),
    _OfEvents("track_below", _("To the track below"), event.track_below, (),
              "arrow-down"),
    _OfEvents("shift", _("Shift by…"), arranging.shift, ("Ctrl+M",)),
    _OfEvents("shift_following", _("Shift all that follow on the track…"),
              arranging.shifter(on_all_tracks=False), ("Ctrl+Shift+M",)),
    _OfEvents("shift_following_all", _("Shift all that follow on every track…"),
              arranging.shifter(on_all_tracks=True)),
    _OfEvents("repeat", _("Repeat…"), arranging.repeat),
    Action("split_middle", _("Split in the middle"), arranging.split_in_middle,
           is_enabled=arranging.has_one),
    Action("split_at", _("Split at a date…"), arranging.split_at, is_enabled=arranging.has_one),
    _OfSeveral("join", _("Join into one"), arranging.join),
    _OfSeveral("align_starts", _("Align starts with the one chosen last"), arranging.align_starts),
    _OfSeveral("align_ends", _("Align ends with the one chosen last"), arranging.align_ends),
    _OfEvents("more_important", _("More important"), arranging.weigher(1)),
    _OfEvents("less_important", _("Less important"), arranging.weigher(-1)),
    Action("order_before", _("Earlier on the same day"), arranging.orderer(-1),
           is_enabled=arranging.has_one),
    Action("order_behind", _("Later on the same day"), arranging.orderer(1),
           is_enabled=arranging.has_one),
    _colour("track", _("As the track"), ""),
    _colour("vermilion", _("Vermilion"), COLOURS[0]),
    _colour("blue", _("Blue"), COLOURS[1]),
    _colour("green", _("Green"), COLOURS[2]),
    _colour("pink", _("Pink"), COLOURS[3]),
    _colour("orange", _("Orange"), COLOURS[4]),
    _colour("sky", _("Sky blue"), COLOURS[5]),
    _colour("grey", _("Grey"), COLOURS[6]),
    _colour("olive", _("Olive"), COLOURS[7]),
    _OfEvents("colour_other", _("Another…"), arranging.choose_colour),
    _OfEvents("show_words", _("Show the words in the article"), event.show_words, ("Ctrl+J",),
              "quote"),
    Action("add_source", _("Add words as a source…"), event.add_source, (), "quote",
           is_enabled=event.has_words),
    Action("add_denial", _("Add words as a denial…"), event.add_denial, (), "quote",
           is_enabled=event.has_words),
    Action("find_duplicates", _("Find duplicates…"), event.find_duplicates, (), "copy"),
    Action("date_article", _("Publication date…"), article.date, (), "calendar-event",
           is_enabled=article.is_open),
    Action("correct_text", _("Correct text…"), article.correct, (), "pencil",
           is_enabled=article.is_open),
    Action("new_track", _("New track"), track.new, ("Ctrl+Shift+T",), "plus"),
    _OfTrack("rename_track", _("Rename track"), track.rename, (), "pencil"),
    _OfTrack("recolour_track", _("Change colour…"), track.recolour, (), "color-swatch"),
    _OfTrack("track_words", _("Words that suggest it…"), track.words, (), "bulb"),
    _OfTrack("track_up", _("Move track up"), track.move_up, (), "arrow-up"),
    _OfTrack("track_down", _("Move track down"), track.move_down, (), "arrow-down"),
    _OfTrack("collapse_track", _("Collapse to a strip"), track_look.collapse, (), "chevron-up",
             is_on=track_look.is_collapsed),
    _OfTrack("solo_track", _("Show only this track"), track_look.solo, (), "eye",
             is_on=track_look.is_solo),
    _shape("bar", _("Bar")),
    _shape("circle", _("Circle")),
    _shape("diamond", _("Diamond")),
    _shape("square", _("Square")),
    _shape("triangle", _("Triangle")),
    _shape("star", _("Star")),
    _shape("era", _("Era behind all tracks")),
    *(_key(key) for key in ("1", "2", "3", "4", "5", "6", "7", "8", "9", "")),
    _OfTrack("track_higher", _("Higher"), track_look.higher, ()),
    _OfTrack("track_lower", _("Lower"), track_look.lower, ()),
    Action("track_automatic", _("As high as needed"), track_look.automatic,
           is_enabled=track_look.has_height),
    _OfTrack("lock_track", _("Lock track"), track.lock, (), "lock", is_on=track.is_locked),
    _OfTrack("hide_track", _("Hide track"), track.hide, (), "eye-off"),
    Action("show_tracks", _("Show hidden tracks"), track.show_all, (), "eye",
           is_enabled=track.has_hidden),
    _OfTrack("delete_track", _("Delete track"), track.delete, (), "trash"),
    Action("search", _("Search…"), go.search, ("Ctrl+K", "Ctrl+Shift+P"), "search"),
    Action("go_to_date", _("Go to date…"), go.to_date, ("Ctrl+G",), "calendar-search"),
    Action("back", _("Back to the last view"), go.back, ("Ctrl+[",), "arrow-left"),
    Action("forward", _("Forward again"), go.forward, ("Ctrl+]",), "arrow-right"),
    Action("next_event", _("Next event"), go.next_event, ("F8",), "arrow-right"),
    Action("previous_event", _("Previous event"), go.previous_event, ("Shift+F8",), "arrow-left"),
    Action("next_article", _("Next article"), go.next_article, ("Ctrl+PgDown",), "arrow-down"),
    Action("previous_article", _("Previous article"), go.previous_article, ("Ctrl+PgUp",),
           "arrow-up"),
    Action("next_date", _("Next date in the article"), go.next_date, ("F4",), "calendar-event"),
    Action("previous_date", _("Previous date in the article"), go.previous_date, ("Shift+F4",),
           "calendar-event"),
    *READING,
    Action("next_panel", _("Next panel"), go.next_panel, ("F6",), "layout-navbar"),
    Action("previous_panel", _("Previous panel"), go.previous_panel, ("Shift+F6",),
           "layout-navbar"),
    Action("help", _("How Dateline works"), learn.contents, (_Keys.HelpContents, "F1"), "help"),
    Action("shortcuts", _("Keyboard shortcuts"), learn.shortcuts, ("Ctrl+?",), "keyboard"),
    Action("logs", _("Open the log folder"), learn.logs, (), "folder"),
    Action("about", _("About Dateline"), learn.about, (), "info-circle"),
)  # fmt: skip

SELECT = Menu(_("Select"), (
    "select_after", "select_before", "", "select_after_all", "select_before_all", "",
    "select_track",
))  # fmt: skip
ARRANGE = Menu(_("Arrange"), (
    "shift", "shift_following", "shift_following_all", "repeat", "", "split_middle", "split_at",
    "join", "", "align_starts", "align_ends", "", "order_before", "order_behind",
    "more_important", "less_important",
))  # fmt: skip
COLOUR = Menu(_("Colour"), (
    "colour_track", "", "colour_vermilion", "colour_blue", "colour_green", "colour_pink",
    "colour_orange", "colour_sky", "colour_grey", "colour_olive", "", "colour_other",
))  # fmt: skip
TRACK_MARKER = Menu(_("Marker shape"), (
    "marker_bar", "marker_circle", "marker_diamond", "marker_square", "marker_triangle",
    "marker_star", "marker_era",
))  # fmt: skip
TRACK_KEY = Menu(_("Change key"), (*(f"key_{n}" for n in range(1, 10)), "", "key_none"))
TRACK_HEIGHT = Menu(_("Height"), ("track_higher", "track_lower", "track_automatic"))

MENUS: tuple[Menu, ...] = (
    Menu(_("&File"), (
        "new", "open", Menu(_("Open recent"), is_recent=True), "",
        "add_article", "paste_article", "import", "",
        "export", "save", "save_copy", "save_stripped", "", "history", "check", "rescue", "",
        "close", "quit",
    )),
    Menu(_("&Edit"), ("undo", "redo", "", "copy_events", "paste_events",
        "duplicate", "delete", "select_all", SELECT, "", "find")),
    Menu(_("&View"), (
        "zoom_in", "zoom_out", "fit", "zoom_selection", "", "filter", "table", "charts",
        Menu(_("Panels"), (
            "panel_articles", "panel_reader", "panel_inspector", "panel_timeline",
        )),
        Menu(_("Theme"), ("theme_system", "theme_light", "theme_dark", "theme_contrast")),
        ARTICLE_TEXT, "",
        "full_screen", "present",
    )),
    Menu(_("&Article"), ("date_article", "correct_text", "", "paragraph_events", "open_address")),
    Menu(_("E&vent"), (
        "suggest", "", "new_event", "edit_event", "date_event", "", "shift_earlier", "shift_later",
        "track_above", "track_below", ARRANGE, COLOUR, "", "show_words", "add_source", "add_denial",
        "find_duplicates",
    )),
    Menu(_("&Track"), (
        "new_track", "rename_track", "recolour_track", TRACK_MARKER, TRACK_KEY, "track_words", "",
        "track_up", "track_down", TRACK_HEIGHT, "collapse_track", "", "lock_track", "hide_track",
        "solo_track", "show_tracks", "", "delete_track",
    )),
    Menu(_("&Go"), (
        "search", "go_to_date", "back", "forward", "", "next_event", "previous_event", "",
        "next_article", "previous_article", "next_date", "previous_date", "next_quote",
        "previous_quote", "", "next_panel", "previous_panel",
    )),
    Menu(_("&Help"), ("help", "shortcuts", "", "logs", "about")),
)  # fmt: skip
