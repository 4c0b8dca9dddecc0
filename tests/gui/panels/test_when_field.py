"""A date that is typed tells how it is understood before Enter, and what was taken for granted."""

import pytest
from PySide6.QtTest import QTest

from desktop.gui.panels.when_field import WhenField
from desktop.when import When


@pytest.fixture
def field(qtbot, look):
    """A field whose today is 29 November 2024."""
    made = WhenField("Date")
    made.ask_about(None, When("2024-11-29"))
    qtbot.addWidget(made)
    return made


def test_what_was_taken_for_granted_stands_beneath_the_reading(field):
    QTest.keyClicks(field.line, "3 November")

    assert field.reading.text().split("\n")[1] == "The year is taken from today: 2024."


def test_a_full_date_takes_nothing_for_granted(field):
    QTest.keyClicks(field.line, "3 November 2023")

    assert "\n" not in field.reading.text()
    assert "3 Nov 2023" in field.reading.text()


def test_what_cannot_be_read_is_refused_in_a_sentence_and_nothing_is_told(field, qtbot):
    told = []
    field.committed.connect(told.append)
    QTest.keyClicks(field.line, "31 February 2023")

    assert not field.commit()
    assert told == []
    assert "February" in field.reading.text()
