"""The one table: every entry of every menu works, no two share a key, each can be found."""

import itertools

import pytest
from PySide6.QtGui import QKeySequence

from desktop.edits.events import add_event
from desktop.gui.action import Menu
from desktop.gui.actions import ACTIONS, MENUS
from desktop.gui.menubar import MenuBar
from desktop.gui.window import Window
from desktop.model import Selection
from desktop.when import When

IDS = [action.id for action in ACTIONS]


def entries(menu):
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from entries(entry)
        elif entry:
            yield entry


def test_no_two_actions_have_the_same_name():
    assert len(IDS) == len(set(IDS))


def test_every_action_stands_in_one_menu_and_every_entry_is_an_action():
    listed = [entry for menu in MENUS for entry in entries(menu)]

    assert sorted(listed) == sorted(IDS)


def test_no_key_does_two_things(qapp):
    keys = [(key.toString(), action.id) for action in ACTIONS for key in action.shortcuts()]
    shared = [
        (one, other)
        for one, other in itertools.combinations(keys, 2)
        if one[0] == other[0] and one[1] != other[1]
    ]

    assert shared == []


def test_quit_and_redo_have_keys_on_every_platform(qapp):
    by_id = {action.id: action for action in ACTIONS}

    assert QKeySequence("Ctrl+Q") in by_id["quit"].shortcuts()
    assert QKeySequence("Ctrl+Y") in by_id["redo"].shortcuts()
    assert QKeySequence("Ctrl+Shift+Z") in by_id["redo"].shortcuts()
    assert QKeySequence("F11") in by_id["full_screen"].shortcuts()


@pytest.fixture
def do(window):
    """Do an action by its id, as its menu would."""
    menus = window.findChild(MenuBar)
    return lambda name: menus.actions_by_id[name].trigger()


@pytest.fixture
def event(document):
    track = document.track_with_key("1").id
    return add_event(document, track, "Siege begins", When("2024-11-27"))


def test_undo_is_named_after_the_step_and_greyed_where_there_is_none(window, document, do):
    undo = window.findChild(MenuBar).actions_by_id["undo"]
    assert not undo.isEnabled()

    add_event(document, document.tracks()[0].id, "Siege begins")

    assert undo.isEnabled()
    assert undo.text() == "Undo Add event"
    do("undo")
    assert document.events() == []
    assert window.findChild(MenuBar).actions_by_id["redo"].text() == "Redo Add event"
    do("redo")
    assert [one.title for one in document.events()] == ["Siege begins"]


def test_a_locked_track_refuses_a_deletion_in_the_window_and_not_in_a_box(
    window, document, do, event
):
    window.session.select(Selection(events=(event,)))
    do("lock_track")

    do("delete")

    assert [one.title for one in document.events()] == ["Siege begins"]
    assert "locked" in window.banner.sentence


def test_an_event_moves_by_a_day_and_to_the_next_track(window, document, do, event):
    window.session.select(Selection(events=(event,)))

    do("shift_later")
    do("track_below")

    moved = document.event(event)
    assert moved.when == When("2024-11-28")
    assert document.track(moved.track).name == "Airstrikes"


def test_a_new_event_is_undated_and_its_title_open_for_typing(window, document, do, keys, qtbot):
    do("new_event")

    (made,) = document.events()
    assert made.when is None
    assert window.session.selection.events == (made.id,)
    assert window.inspector.form.title.hasFocus()


def test_delete_in_the_reader_deletes_no_event(window, document, do, event):
    window.session.select(Selection(events=(event,)))
    window.reader.page.show()
    window.reader.page.setFocus()

    do("delete")

    assert len(document.events()) == 1


def test_going_on_from_event_to_event_follows_time(window, document, do):
    track = document.tracks()[0].id
    late = add_event(document, track, "Late", When("2024-12-01"))
    early = add_event(document, track, "Early", When("2024-11-01"))

    do("next_event")
    first = window.session.selection.events
    do("next_event")

    assert (first, window.session.selection.events) == ((early,), (late,))


def test_themes_switch_everything_and_are_remembered(window, do, desk):
    do("theme_dark")

    assert desk.look.theme.is_dark
    assert desk.settings.word("theme") == "dark"
    assert window.timeline.style().metaObject() is not None
    do("theme_light")
    assert not desk.look.theme.is_dark


def test_a_panel_folds_away_and_comes_back(window, do, desk):
    do("panel_inspector")
    assert window.inspector.isHidden()
    assert desk.settings.answer("folded/inspector", default=False)

    do("panel_inspector")
    assert not window.inspector.isHidden()


def test_saving_says_that_all_is_saved(window, document, do):
    do("save")

    assert "saved already" in window.banner.sentence


def test_presenting_shows_the_timeline_alone_and_comes_back(window, do):
    do("present")
    assert window.topbar.isHidden()
    assert not window.timeline.isHidden()

    do("present")
    assert not window.topbar.isHidden()
    assert window.reader.isVisible()


def test_the_table_takes_the_timelines_place_and_gives_it_back(window, do, event):
    do("table")
    assert window.arrangement.has_table
    assert not window.timeline.isVisible()

    do("table")
    assert window.timeline.isVisible()


def test_the_search_offers_what_can_be_done_now_only(window):
    assert isinstance(window, Window)
    offered = [found.words for found in window.commands()]

    assert "New timeline" in offered
    assert "Duplicate" not in offered


def test_a_step_of_an_earlier_day_is_undone_only_when_asked_twice(desk, document, qtbot):
    add_event(document, document.tracks()[0].id, "Siege begins")
    path = document.path
    document.close()
    shown = desk.open(path)
    while shown.complete():
        pass
    do = shown.findChild(MenuBar).actions_by_id["undo"].trigger

    do()
    assert len(shown.document.events()) == 1
    assert "Add event" in shown.banner.sentence

    do()
    assert shown.document.events() == []


def test_delete_is_offered_only_while_something_is_in_hand(window, document):
    delete = window.findChild(MenuBar).actions_by_id["delete"]
    window.session.select(Selection())
    assert not delete.isEnabled()

    window.session.select(Selection(events=(add_event(document, 1, "One"),)))

    assert delete.isEnabled()
