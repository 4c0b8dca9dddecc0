"""The rows of the Event menu: events made, moved, arranged, coloured and sourced."""

from functools import partial

from desktop.gui.action import Action, Menu
from desktop.gui.menu import arranging, event
from desktop.i18n import _
from desktop.model import COLOURS

_OfEvents = partial(Action, is_enabled=event.has_events)
_OfSeveral = partial(Action, is_enabled=arranging.has_several)


def _colour(name: str, words: str, colour: str) -> Action:
    return _OfEvents(f"colour_{name}", words, arranging.colourer(colour))


ROWS: tuple[Action, ...] = (
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
)  # fmt: skip

ARRANGE = Menu(_("Arrange"), (
    "shift", "shift_following", "shift_following_all", "repeat", "", "split_middle", "split_at",
    "join", "", "align_starts", "align_ends", "", "order_before", "order_behind",
    "more_important", "less_important",
))  # fmt: skip
COLOUR = Menu(_("Colour"), (
    "colour_track", "", "colour_vermilion", "colour_blue", "colour_green", "colour_pink",
    "colour_orange", "colour_sky", "colour_grey", "colour_olive", "", "colour_other",
))  # fmt: skip
MENU = Menu(_("E&vent"), (
    "suggest", "", "new_event", "edit_event", "date_event", "", "shift_earlier", "shift_later",
    "track_above", "track_below", ARRANGE, COLOUR, "", "show_words", "add_source", "add_denial",
    "find_duplicates",
))  # fmt: skip
