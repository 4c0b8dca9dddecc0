"""Edit ▸ Copy events and Paste events."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from desktop.edits.events import add_event
from desktop.gui.menubar import MenuBar
from desktop.model import Event, Selection
from desktop.when import When


@pytest.fixture
def do(window):
    """Do an action by its id, as its menu would."""
    return lambda name: window.findChild(MenuBar).actions_by_id[name].trigger()


@pytest.fixture
def event(window, document):
    made = add_event(document, document.track_with_key("2").id, "Raid", When("2024-11-29~"))
    with document.step("Tag"):
        document.set_event_tags(made, ["night"])
    window.session.select(Selection(events=(made,)))
    return made


def test_a_copied_event_is_pasted_with_its_date_tags_and_track(window, document, do, event):
    do("copy_events")
    with document.step("Remove"):
        document.remove(Event, [event])

    do("paste_events")

    (back,) = document.events()
    assert (back.title, back.when) == ("Raid", When("2024-11-29~"))
    assert document.tags_of(back.id) == ["night"]
    assert document.track(back.track).name == "Airstrikes"
    assert window.session.selection.events == (back.id,)


def test_a_copy_in_the_same_timeline_has_all_that_the_event_has(document, do, event):
    with document.step("Status"):
        document.keep(replace(document.event(event), status="planned", latitude=5, longitude=6))
    do("copy_events")

    do("paste_events")

    copies = [(one.status, one.latitude) for one in document.events()]
    assert copies == [("planned", 5), ("planned", 5)]


def test_copied_events_are_a_table_elsewhere(do, event):
    do("copy_events")

    rows = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert rows[1][0] == "Raid"
    assert rows[1][2] == "Airstrikes"


def test_rows_of_a_spreadsheet_become_events_in_one_step(document, do):
    QGuiApplication.clipboard().setText("Talks\t3 Dec 2024\tDiplomacy\nLater\tsome day\tStrikes")

    do("paste_events")

    talks, later = document.events()
    assert (talks.when, document.track(talks.track).name) == (When("2024-12-03"), "Diplomacy")
    assert (later.when, later.note) == (None, "some day")
    assert document.track(later.track).name == "Strikes"
    document.undo()
    assert document.events() == []
    assert len(document.tracks()) == 6


def test_an_article_on_the_clipboard_is_no_event(window, document, do):
    QGuiApplication.clipboard().setText("A text of some words.")

    do("paste_events")

    assert document.events() == []
    assert "no events" in window.banner.sentence
