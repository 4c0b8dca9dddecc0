"""The table of all events."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.document import Filter
from desktop.edits.arranging import order_event
from desktop.edits.events import add_event, retitle_event, tag_events
from desktop.errors import WhenError
from desktop.gui.panels.table.cells import read_line
from desktop.gui.panels.table.panel import TablePanel
from desktop.gui.panels.table.rows import COLUMNS
from desktop.gui.panels.table.when import Beside, read_cell
from desktop.gui.settings import Settings
from desktop.model import Selection
from desktop.timeline.drawing.style import light
from desktop.timeline.view import TimelineView
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
def stage(qtbot, session):
    view = TimelineView(session, light())
    qtbot.addWidget(view)
    view.stage.view = view  # which lives as long as its stage
    return view.stage


@pytest.fixture
def settings(tmp_path):
    return Settings(tmp_path / "table.ini")


@pytest.fixture
def open_table(shown, stage, settings):
    """Show the table at a size."""

    def do(width=1200, height=400):
        return shown(lambda session: TablePanel(session, stage, settings), width, height)

    return do


@pytest.fixture
def table(war, open_table):
    return open_table()


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


def test_the_table_shows_what_the_filter_shows(table, stage, document, war):
    tag_events(document, [war[0]], ["Berlin"])

    stage.restrict(Filter("tag:berlin"))
    assert titles(table) == ["The wall"]
    tag_events(document, [war[3]], ["Berlin"])
    assert titles(table) == ["Hastings", "The wall"]
    stage.restrict(Filter())

    assert len(titles(table)) == 4


def test_a_dimming_filter_leaves_every_row_and_mutes_the_others(table, stage, war):
    stage.restrict(Filter("wall", dims=True))

    role = Qt.ItemDataRole.ForegroundRole
    muted = [cell(table, row, "title").data(role) is not None for row in range(4)]
    assert muted == [True, True, False, True]


def test_the_order_made_by_hand_on_one_day_is_shown_and_sorted_by(table, document, war):
    second = add_event(document, 2, "Harold falls", When("1066-10-14"))
    assert table.model.words(1, "when") == "14 Oct 1066"

    order_event(document, second, -1)

    assert titles(table)[1:3] == ["Harold falls", "Hastings"]
    assert [table.model.words(row, "when") for row in (1, 2)] == [
        "14 Oct 1066  1/2", "14 Oct 1066  2/2"
    ]  # fmt: skip


def test_columns_chosen_sized_and_sorted_stay_so(table, open_table):
    table.view.setColumnWidth(AT["title"], 222)
    table.view.show_column(AT["note"], False)
    table.view.horizontalHeader().setSortIndicator(AT["title"], Qt.SortOrder.DescendingOrder)

    again = open_table()

    assert again.view.columnWidth(AT["title"]) == 222
    assert "note" not in again.view.shown_columns()
    assert titles(again)[0] == "Undated"


@pytest.mark.parametrize(
    ("typed", "when"),
    [
        ("2 days later", "1066-10-16"), ("+1 week", "1066-10-21"), ("same day", "1066-10-14"),
        ("the day before", "1066-10-13"), ("3 months earlier", "1066-07-14"),
        ("yesterday", "2024-11-28"), ("late 2016", "2016-09~/2016-12"), ("-0043", "-0043"),
    ],
)  # fmt: skip
def test_a_date_may_count_from_the_row_above_or_from_today(typed, when):
    beside = Beside(When("1066-10-14"), When("2024-11-29"))

    assert read_cell(typed, beside)[0] == When(when)


def test_a_date_typed_in_its_cell_counts_from_the_row_above(table, document, war):
    line = open_editor(table, 3, "when")
    QTest.keyClicks(line, "2 days later")

    assert "11 Nov 1989" in line.accessibleDescription()
    assert "row above" in line.accessibleDescription()
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()

    assert document.event(war[2]).when == When("1989-11-11")


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
        read_line(line, Beside())


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

    headings, row = table.words()

    assert row[:3] == ["Caesar falls in Rome", "15 Mar 44 BC", "Airstrikes"]
    assert headings[:3] == ["Title", "When", "Track"]
    assert len(row) == len(headings) == len(COLUMNS)


def test_a_new_event_joins_the_table_and_an_undone_one_leaves_it(table, document, war):
    add_event(document, 1, "Cannae", When("-0215"))
    assert titles(table)[0] == "Cannae"

    document.undo()

    assert titles(table)[0] == "Caesar"


def test_rows_are_read_a_page_at_a_time(open_table, stage, document, monkeypatch):
    from desktop.model import Event

    with document.step("Many"):
        document.add_all(
            Event(track=1, title=f"Event {n}", when=When("2024")) for n in range(3_000)
        )
    asked = []
    events = document.events
    monkeypatch.setattr(document, "events", lambda ids=None: asked.append(ids) or events(ids))

    table = open_table(800, 300)
    table.grab()

    assert len(asked) == 1
    assert len(asked[0]) < 300
    assert table.model.rowCount() == 3_000


def test_delete_removes_the_chosen_rows(table, document, war):
    table.view.selectRow(0)

    QTest.keyClick(table.view, Qt.Key.Key_Delete)

    assert titles(table) == ["Hastings", "The wall", "Undated"]
