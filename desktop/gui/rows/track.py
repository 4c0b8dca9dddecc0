"""The rows of the Track menu: tracks made, dressed, ordered, shown and locked."""

from functools import partial

from desktop.gui.action import Action, Menu
from desktop.gui.menu import track, track_groups, track_look
from desktop.i18n import _

_OfTrack = partial(Action, is_enabled=track.has_track)


def _shape(marker: str, words: str) -> Action:
    run, is_on = track_look.shaper(marker), track_look.is_shaped(marker)
    return _OfTrack(f"marker_{marker}", words, run, is_on=is_on)


def _key(key: str) -> Action:
    words = track_look.key_words(key) if key else _("None")
    run, is_on = track_look.key_setter(key), track_look.has_key(key)
    return _OfTrack(f"key_{key or 'none'}", words, run, is_on=is_on)


ROWS: tuple[Action, ...] = (
    Action("new_track", _("New track"), track.new, ("Ctrl+Shift+T",), "plus"),
    _OfTrack("rename_track", _("Rename track"), track.rename, (), "pencil"),
    _OfTrack("recolour_track", _("Change colour…"), track.recolour, (), "color-swatch"),
    _OfTrack("track_words", _("Words that suggest it…"), track.words, (), "bulb"),
    _OfTrack("track_up", _("Move track up"), track.move_up, (), "arrow-up"),
    _OfTrack("track_down", _("Move track down"), track.move_down, (), "arrow-down"),
    Action("group_tracks", _("Group tracks"), track_groups.group, ("Ctrl+Alt+G",), "stack-2",
           is_enabled=track.has_track),
    Action("ungroup", _("Ungroup"), track_groups.ungroup, ("Ctrl+Alt+Shift+G",),
           is_enabled=track_groups.is_group),
    _OfTrack("track_in", _("Into the group above"), track_groups.put_in, (), "arrow-right"),
    Action("track_out", _("Out of its group"), track_groups.take_out, (), "arrow-left",
           is_enabled=track_groups.is_in_group),
    Action("group_colour", _("Give its colour to the whole group"), track_groups.give_colour,
           is_enabled=track_groups.is_group),
    _OfTrack("track_note", _("Notes on the track…"), track.note, (), "note"),
    Action("merge_track", _("Merge into another track…"), track.merge,
           is_enabled=track.has_another),
    _OfTrack("collapse_track", track_groups.fold_words, track_look.collapse, (), "chevron-up",
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
    _OfTrack("delete_track", _("Delete track…"), track.delete, (), "trash"),
)  # fmt: skip

TRACK_MARKER = Menu(_("Marker shape"), (
    "marker_bar", "marker_circle", "marker_diamond", "marker_square", "marker_triangle",
    "marker_star", "marker_era",
))  # fmt: skip
TRACK_KEY = Menu(_("Change key"), (*(f"key_{n}" for n in range(1, 10)), "", "key_none"))
TRACK_HEIGHT = Menu(_("Height"), ("track_higher", "track_lower", "track_automatic"))
TRACK_GROUP = Menu(_("Group"), (
    "group_tracks", "ungroup", "", "track_in", "track_out", "", "group_colour",
))  # fmt: skip
MENU = Menu(_("&Track"), (
    "new_track", "rename_track", "recolour_track", TRACK_MARKER, TRACK_KEY, "track_words",
    "track_note", "", TRACK_GROUP, "track_up", "track_down", TRACK_HEIGHT, "collapse_track", "",
    "lock_track", "hide_track", "solo_track", "show_tracks", "", "merge_track", "delete_track",
))  # fmt: skip
