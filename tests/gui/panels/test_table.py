"""The table of all events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.edits.events import add_event, retitle_event, tag_events
from desktop.errors import WhenError
from desktop.gui.panels.table import TablePanel
from desktop.gui.panels.table_cells import read_line
from desktop.gui.panels.table_rows import COLUMNS
from desktop.model import Selection
from desktop.when import When

# Offscreen, a tooltip cannot be raised above its window, and says so.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
AT = {name: number for number, name in enumerate(COLUMNS)}


@pytest.fixture
def war(document):
    """Four events: Caesar, Hastings, the wall, and one that nobody dated."""
    named = (("The wall", "1989-11-09", 1), ("Caesar", "-0043-03-15", 2), ("Undated", "", 3))
    ids = [add_event(document, track, title, When(w) if w else None) for title, w, track in named]
    return [*ids, add_event(document, 2, "Hastings", When("1066-10-14"))]


@pytest.fixture
def table(war, shown):
    return shown(TablePanel, 1200, 400)


def titles(table):
    return [table.model.words(row, "title") for row in range(table.model.rowCount())]


def cell(table, row, column):
    return table.model.index(row, AT[column])


def test_events_stand_in_the_order_of_time_undated_last(table):
    assert titles(table) == ["Caesar", "Hastings", "The wall", "Undated"]


def test_a_press_on_a_heading_sorts_and_turns_round(table):
    header = table.view.horizontalHeader()

    header.setSortIndicator(AT["title"], Qt.SortOrder.DescendingOrder)

    assert titles(table) == ["Undated", "The wall", "Hastings", "Caesar"]


def test_typing_filters_by_title_place_note_and_tag(table, document, war):
    tag_events(document, [war[0]], ["Berlin"])

    table.filter.setText("berl")
    assert titles(table) == ["The wall"]
    table.filter.setText("h s")

    assert titles(table) == ["Hastings"]


def test_a_chosen_row_is_chosen_everywhere_and_back(table, session, war):
    table.view.selectRow(1)
    assert session.selection.events == (war[3],)

    session.select(Selection(events=(war[0], war[1])))

    assert table._chosen() == [0, 2]


def test_a_title_is_edited_in_its_cell(table, document, war):
    table.model.setData(cell(table, 0, "title"), "Ides of March")

    assert document.event(war[1]).title == "Ides of March"
    assert titles(table)[0] == "Ides of March"


def open_editor(table, row, column):
    index = cell(table, row, column)
    table.view.setCurrentIndex(index)
    table.view.edit(index)
    QApplication.processEvents()
    return QApplication.focusWidget()


def test_a_date_typed_in_words_dates_the_event(table, document, war):
    line = open_editor(table, 3, "when")

    QTest.keyClicks(line, "late 2016")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert document.event(war[2]).when == When("2016-09~/2016-12")


def test_a_date_that_cannot_be_read_keeps_its_cell_open(table, document, war):
    line = open_editor(table, 0, "when")
    QTest.keyClicks(line, "some day or other")

    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert document.event(war[1]).when == When("-0043-03-15")
    assert line.isVisible()
    assert line.text() == "some day or other"
    with pytest.raises(WhenError):
        read_line(line)


def test_an_unchanged_cell_is_no_edit(table, document):
    before = len(document.history())

    line = open_editor(table, 0, "when")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert len(document.history()) == before


def test_a_track_is_chosen_in_its_cell(table, document, war):
    table.model.setData(cell(table, 0, "track"), 5)

    assert document.event(war[1]).track == 5


def test_selected_rows_are_copied_with_tabs(table, document, war):
    retitle_event(document, war[1], "Caesar\tfalls\nin Rome")
    table.view.selectRow(0)

    table.copy()

    first = QApplication.clipboard().text().split("\t")
    assert first[:3] == ["Caesar falls in Rome", "15 Mar 44 BC", "Airstrikes"]
    assert len(first) == len(COLUMNS)


def test_a_new_event_joins_the_table_and_an_undone_one_leaves_it(table, document, war):
    add_event(document, 1, "Cannae", When("-0215"))
    assert titles(table)[0] == "Cannae"

    document.undo()

    assert titles(table)[0] == "Caesar"


def test_rows_are_read_a_page_at_a_time(shown, document, monkeypatch):
    from desktop.model import Event

    with document.step("Many"):
        document.add_all(
            Event(track=1, title=f"Event {n}", when=When("2024")) for n in range(3_000)
        )
    asked = []
    events = document.events
    monkeypatch.setattr(document, "events", lambda ids=None: asked.append(ids) or events(ids))

    table = shown(TablePanel, 800, 300)
    table.grab()

    assert len(asked) == 1
    assert len(asked[0]) < 300
    assert table.model.rowCount() == 3_000


def test_delete_removes_the_chosen_rows(table, document, war):
    table.view.selectRow(0)

    QTest.keyClick(table.view, Qt.Key.Key_Delete)

    assert titles(table) == ["Hastings", "The wall", "Undated"]
