"""Going to an event: whatever it is folded or hidden in, it stands in sight."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document import Filter
from desktop.edits.events import add_event
from desktop.edits.links import link_events
from desktop.edits.tracks import hide_track
from desktop.gui.menubar import MenuBar
from desktop.gui.panels.table.panel import TablePanel
from desktop.model import Selection
from desktop.when import When


@pytest.fixture
def here(document):
    return add_event(document, 1, "Talks", When("2024-11-29"))


@pytest.fixture
def away(document, here):
    """An event thirty years off, linked with the one here, on a track that is hidden."""
    event = add_event(document, 6, "Citadel", When("1994-03-02"))
    link_events(document, here, event, "causes")
    hide_track(document, 6, is_hidden=True)
    return event


def is_in_sight(window, event):
    stage = window.timeline.stage
    box = stage.boxes(frozenset({event})).get(event)
    return box is not None and stage.area().contains(box.center())


def test_a_link_of_the_inspector_leads_to_the_event_and_back_again(window, here, away):
    window.session.select(Selection(events=(here,)))
    before = window.timeline.scale

    QTest.mouseClick(window.inspector.links.rows[0], Qt.MouseButton.LeftButton)

    assert window.session.selection.events == (away,)
    assert is_in_sight(window, away)
    window.timeline.stage.glide = 0
    window.timeline.step_back()
    assert window.timeline.scale == before


def test_an_event_that_was_searched_for_stands_in_sight(window, away):
    found = next(one for one in window._find("Citadel") if one.hint == "event")

    found.run()

    assert is_in_sight(window, away)


def test_enter_in_the_table_turns_to_the_event_and_choosing_a_row_does_not(
    window, document, here, away
):
    window.findChild(MenuBar).actions_by_id["table"].trigger()
    QApplication.processEvents()
    table = window.findChild(TablePanel)
    hide_track(document, 1, is_hidden=True)
    rows = table.model.rows.ids.tolist()

    table.view.selectRow(rows.index(here))
    was_table, was_hidden = window.arrangement.has_table, document.track(1).hidden
    QTest.keyClick(table.view, Qt.Key.Key_Return)

    assert was_table
    assert was_hidden
    assert not window.arrangement.has_table
    assert is_in_sight(window, here)


def test_an_event_that_the_filter_leaves_out_is_told_of(window, here, away):
    window.timeline.stage.restrict(Filter("Citadel"))

    window.show_event(here)

    assert "“Talks”" in window.banner.sentence
