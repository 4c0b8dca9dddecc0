"""Dates that a user types for an event of their own, which no article tells of."""

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.edits.events import add_event
from desktop.gui.panels.inspector.panel import InspectorPanel


def test_last_week_is_counted_from_the_users_own_day(shown, document, select):
    inspector = shown(InspectorPanel, 320, 800)
    event = add_event(document, 1, "A lesson on mosaics")
    select(event)
    line = inspector.form.when.line

    line.setText("last week")
    QTest.keyClick(line, Qt.Key.Key_Return)

    monday = date.today() - timedelta(days=date.today().weekday() + 7)
    assert document.event(event).when.edtf == f"{monday}/{monday + timedelta(days=6)}"


def test_the_year_that_was_not_typed_is_told_before_enter(shown, document, select):
    inspector = shown(InspectorPanel, 320, 800)
    select(add_event(document, 1, "A lesson on mosaics"))

    inspector.form.when.line.clear()
    QTest.keyClicks(inspector.form.when.line, "3 November")

    assert "The year is taken from today" in inspector.form.when.reading.text()
