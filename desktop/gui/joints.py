"""Joins the panels to the window's actions: their menus, their errors, what they ask for."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from desktop.edits.arranging import split_event
from desktop.edits.events import add_event, retrack_events
from desktop.gui.action import Menu
from desktop.gui.menu import clipboard
from desktop.gui.menu.view import heed_motion
from desktop.gui.menubar import MenuBar
from desktop.gui.panels.labels import menu_words
from desktop.gui.pointing import Pointing
from desktop.gui.rows.event import ARRANGE, COLOUR
from desktop.gui.rows.track import TRACK_GROUP, TRACK_HEIGHT, TRACK_KEY, TRACK_MARKER
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Selection
from desktop.timeline.axis.dating import spell
from desktop.when import When, in_words
from desktop.when.calendar import DAY
from desktop.when.written import Precision

EVENT = (
    "edit_event", "date_event", "", "show_words", "zoom_selection", "", "track_above",
    "track_below", ARRANGE, COLOUR, "", "cut_events", "copy_events", "duplicate", "", "delete",
)  # fmt: skip
TRACK = (
    "rename_track", "recolour_track", TRACK_MARKER, TRACK_KEY, "track_words", "track_note", "",
    TRACK_GROUP, "track_up", "track_down", TRACK_HEIGHT, "collapse_track", "", "lock_track",
    "hide_track", "solo_track", "show_tracks", "", "merge_track", "delete_track",
)  # fmt: skip
GROUND = ("fit", "go_to_date", "", "new_track", "show_tracks")


def join(window: Window, menus: MenuBar) -> None:
    """Let the panels of a window reach its actions."""
    joints = Joints(window, menus)
    hooks = window.timeline.hooks
    hooks.on_error = window.banner.tell
    hooks.event_menu = joints.event_menu
    hooks.track_menu = joints.track_menu
    hooks.ground_menu = joints.ground_menu
    hooks.open_event = joints.open_event
    hooks.date_event = joints.date_event
    Pointing(window, menus.actions_by_id)
    heed_motion(window)
    stage = window.timeline.stage
    stage.relaid.connect(lambda: window.statusbar.show_matched(stage.contents.matched))
    leaving = QShortcut(QKeySequence(Qt.Key.Key_Escape), window)
    leaving.setEnabled(False)
    leaving.activated.connect(menus.actions_by_id["present"].trigger)
    menus.actions_by_id["present"].toggled.connect(leaving.setEnabled)
    window.articles.addition_asked.connect(menus.actions_by_id["add_article"].trigger)
    window.inspector.links.asked.connect(lambda one: window.attempt(lambda: window.show_event(one)))
    window.suggested.asked.connect(menus.actions_by_id["suggest"].trigger)


class Joints:
    """What the timeline asks of the window."""

    def __init__(self, window: Window, menus: MenuBar) -> None:
        self._window = window
        self._actions = menus.actions_by_id

    def open_event(self, event: int) -> None:
        """Turn to all of an event."""
        self._take(event)
        self._actions["edit_event"].trigger()

    def date_event(self, event: int) -> None:
        """Turn to the date of an event."""
        self._take(event)
        self._actions["date_event"].trigger()

    def event_menu(self, events: tuple[int, ...], seconds: int | None = None) -> QMenu:
        """What can be done with these events; one is cut at the second that is pointed at."""
        menu = self._menu(EVENT)
        tracks = QMenu(_("Move to track"), menu)
        for track in self._window.document.tracks():
            self._offer_track(tracks, track.id, track.name, events)
        menu.insertMenu(self._actions["track_above"], tracks)
        if seconds is not None and len(events) == 1:
            self._offer_split(menu, events[0], seconds)
        return menu

    def _offer_split(self, menu: QMenu, event: int, seconds: int) -> None:
        when = self._window.document.event(event).when
        if when is None or not when.bounds.earliest < seconds < when.bounds.latest:
            return
        unit = Precision.MINUTE if seconds % DAY else Precision.DAY
        words = _("Split at {date}").format(date=in_words(When(spell(seconds, unit))))
        split = QAction(menu_words(words), menu)
        deed = partial(split_event, self._window.document, event, seconds)
        split.triggered.connect(partial(self._window.attempt, deed))
        menu.insertAction(self._actions["duplicate"], split)

    def track_menu(self, track: int) -> QMenu:
        """What can be done with a track."""
        self._window.session.select(replace(self._window.session.selection, track=track))
        return self._menu(TRACK)

    def ground_menu(self, track: int | None, seconds: int) -> QMenu:
        """What can be done where no event is."""
        menu = self._menu(GROUND)
        if track is not None:
            new = QAction(_("New event here"), menu)
            when = When(spell(seconds, Precision.DAY))
            new.triggered.connect(lambda: self._add(track, when))
            menu.insertAction(menu.actions()[0], new)
            if clipboard.has_events():
                pasting = QAction(_("Paste here"), menu)
                deed = partial(clipboard.paste_at, self._window, when, track)
                pasting.triggered.connect(partial(self._window.attempt, deed))
                menu.insertAction(menu.actions()[1], pasting)
        return menu

    def _menu(self, entries: tuple[str | Menu, ...]) -> QMenu:
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, entries)
        return menu

    def _fill(self, menu: QMenu, entries: tuple[str | Menu, ...]) -> None:
        for entry in entries:
            if isinstance(entry, Menu):
                self._fill(menu.addMenu(entry.title), entry.entries)
            elif entry:
                menu.addAction(self._actions[entry])
            else:
                menu.addSeparator()

    def _offer_track(self, menu: QMenu, track: int, name: str, events: tuple[int, ...]) -> None:
        document = self._window.document
        deed = partial(retrack_events, document, events, track)
        menu.addAction(menu_words(name), partial(self._window.attempt, deed))

    def _add(self, track: int, when: When) -> None:
        def add() -> None:
            event = add_event(self._window.document, track, _("New event"), when)
            self.open_event(event)

        self._window.attempt(add)

    def _take(self, event: int) -> None:
        if self._window.session.selection.events != (event,):
            self._window.session.select(Selection(events=(event,)))
