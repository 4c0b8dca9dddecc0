"""What is too long for its field is read from its beginning, whoever has been in it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.gui.panels.inspector.panel import InspectorPanel


@pytest.fixture
def form(shown, place, select, qtbot):
    """The inspector's fields, narrow, at an event with long words."""
    panel = shown(InspectorPanel, 240, 800)
    select(place("Waves had broken the outer wall on Wednesday. Two boats sank"))
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    yield panel.form  # noqa: PT022 - the panel lives as long as its fields are looked at


@pytest.mark.parametrize("field", ["title", "place", "tags"])
def test_going_through_a_field_leaves_its_beginning_in_view(form, field):
    line = getattr(form, field)
    line.setText("words that are longer than the room that there is for them")
    line.setFocus(Qt.FocusReason.TabFocusReason)
    assert line.cursorPosition() > 0

    QTest.keyClick(line, Qt.Key.Key_Tab)

    assert line.cursorPosition() == 0


def test_a_date_that_was_gone_through_shows_its_first_year(form):
    form.when.line.setFocus(Qt.FocusReason.TabFocusReason)
    form.when.line.end(False)

    QTest.keyClick(form.when.line, Qt.Key.Key_Tab)

    assert form.when.line.cursorPosition() == 0


def test_a_title_begins_at_its_edge_after_it_was_changed(form, document):
    form.title.setFocus()
    form.title.selectAll()
    QTest.keyClicks(form.title, "A title of very many words that no inspector has room for")

    QTest.keyClick(form.title, Qt.Key.Key_Tab)

    assert document.events()[0].title.startswith("A title of very many words")
    assert form.title.cursorPosition() == 0


def test_the_menu_of_the_clipboard_moves_no_cursor(form):
    form.title.setFocus()
    form.title.setCursorPosition(5)

    form.title.setFocus(Qt.FocusReason.PopupFocusReason)
    form.place.setFocus(Qt.FocusReason.PopupFocusReason)

    assert form.title.cursorPosition() == 5
