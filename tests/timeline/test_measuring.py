"""The ruler between two events or dates, stretches drawn along the axis, typed corrections."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.timeline.axis.lengths import End, Ruler, length_words
from desktop.when import When
from desktop.when.calendar import seconds

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
DAY = 40  # pixels of a day in the pictures of these tests


def ruler(one, other):
    return Ruler.between(End.start_of(When(one)), End.start_of(When(other)))


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2024, 11, 26, 8), (2024, 11, 29, 12), "3 days 4 hours"),
        ((2024, 2, 1), (2024, 3, 15), "43 days"),
        ((1789, 7, 14), (1799, 11, 9), "10 years 3 months 26 days"),
        ((-43, 3, 15), (14, 8, 19), "57 years 5 months 4 days"),
        ((2024, 1, 31), (2024, 3, 31), "2 months"),
        ((-9999, 1, 1), (1, 1, 1), "10000 years"),
        ((2024, 1, 1), (2024, 1, 1), "0 minutes"),
    ],
)
def test_a_length_is_said_by_the_calendar(first, last, words):
    assert length_words(seconds(*first), seconds(*last)) == words


def test_a_long_length_is_told_in_days_too():
    assert ruler("1789-07-14", "1799-11-09").lines()[1] == "3,770 days"


def test_between_vague_ends_a_length_is_about_and_between():
    assert ruler("1066~", "1087-09-09").lines()[:2] == [
        "about 21 years",
        "between 20 years and 23 years",
    ]


def test_from_an_end_that_nobody_knows_there_is_no_length():
    assert ruler("../1918", "1939").lines()[0] == "nobody knows how long"


def test_the_ruler_is_laid_from_the_earlier_date_whichever_was_first():
    assert ruler("2024-11-29", "2024-11-26").lines()[0] == "3 days"


def test_shift_and_a_drag_along_the_axis_measure_between_days(shown):
    start = QPoint(shown.at(1, 2024, 11, 20).x(), 20)

    shown.hand.drag(start, start + QPoint(3 * DAY, 60), SHIFT)

    assert shown.stage.ruler.lines()[0] == "3 days"
    assert shown.stage.ruler.start.middle == seconds(2024, 11, 20)


def test_the_key_m_measures_from_event_to_event_by_a_drag(shown):
    first = shown.add("Siege", "2024-11-18/2024-11-19~")
    second = shown.add("Raid", "2024-11-25", track=2)

    shown.canvas.setFocus()
    QTest.keyClick(shown.canvas, Qt.Key.Key_M)
    shown.hand.drag(shown.end(first) - QPoint(3, 0), shown.start(second))

    assert shown.stage.ruler.start.name == "end of Siege"
    assert shown.stage.ruler.stop.name == "start of Raid"
    assert shown.stage.ruler.lines()[0].startswith("about 6 days")
    assert shown.when(first) == "2024-11-18/2024-11-19~"
    assert not shown.stage.is_measuring


def test_two_selected_events_are_measured_by_the_key_alone(shown):
    first = shown.add("Siege", "2024-11-18")
    second = shown.add("Raid", "2024-11-25", track=2)
    told = []
    shown.stage.said.connect(told.append)
    shown.stage.select((second, first))

    QTest.keyClick(shown.canvas, Qt.Key.Key_M)

    assert shown.stage.ruler.lines()[0] == "1 week"
    assert told == ["1 week, start of Siege – start of Raid"]


def test_escape_takes_the_ruler_away_and_keeps_the_selection(shown):
    first = shown.add("Siege", "2024-11-18")
    second = shown.add("Raid", "2024-11-25")
    shown.stage.select((first, second))
    QTest.keyClick(shown.canvas, Qt.Key.Key_M)

    QTest.keyClick(shown.canvas, Qt.Key.Key_Escape)

    assert shown.stage.ruler is None
    assert shown.stage.selected == (first, second)


def test_ctrl_and_a_drag_along_the_axis_go_to_that_stretch(shown):
    start = QPoint(shown.at(1, 2024, 11, 20).x(), 20)

    shown.hand.drag(start, start + QPoint(4 * DAY, 0), CTRL)

    assert shown.stage.scale.start == pytest.approx(seconds(2024, 11, 20), abs=3600)
    assert shown.stage.scale.stop == pytest.approx(seconds(2024, 11, 24), abs=3600)
    shown.view.step_back()
    assert shown.stage.scale.start == seconds(2024, 11, 15)


@pytest.mark.parametrize("keys", [ALT, CTRL | SHIFT])
def test_a_drag_along_the_axis_can_take_all_of_its_time(shown, keys):
    inside = [shown.add("Siege", "2024-11-21"), shown.add("Raid", "2024-11-22", track=4)]
    shown.add("Truce", "2024-11-28")
    start = QPoint(shown.at(1, 2024, 11, 20).x(), 20)

    shown.hand.drag(start, start + QPoint(4 * DAY, 0), keys)

    assert set(shown.stage.selected) == set(inside)


def type_words(shown, words):
    for letter in words:
        QTest.keyClick(shown.canvas, letter)


def test_a_span_typed_during_a_drag_takes_the_place_of_the_pointer(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    there = shown.middle(event) + QPoint(5 * DAY, 0)
    shown.hand.carry(shown.middle(event), there)

    type_words(shown, "+2 days")
    shown.hand.move(there + QPoint(DAY, 0))
    QTest.keyClick(shown.canvas, Qt.Key.Key_Return)
    shown.hand.release(there)

    assert shown.when(event) == "2024-11-22/2024-11-24"


def test_a_date_typed_during_a_drag_is_where_the_event_begins(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    shown.hand.carry(shown.middle(event), shown.middle(event) + QPoint(5 * DAY, 0))

    type_words(shown, "3 dec 2024")
    QTest.keyClick(shown.canvas, Qt.Key.Key_Return)

    assert shown.when(event) == "2024-12-03/2024-12-05"


def test_letters_taken_back_give_the_event_to_the_pointer_again(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    there = shown.middle(event) + QPoint(DAY, 0)
    shown.hand.carry(shown.middle(event), there)

    type_words(shown, "+9")
    for _letter in "+9":
        QTest.keyClick(shown.canvas, Qt.Key.Key_Backspace)
    shown.hand.move(there)
    shown.hand.release(there)

    assert shown.when(event) == "2024-11-21/2024-11-23"


def test_an_end_is_pulled_by_a_typed_span_or_to_a_typed_date(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    shown.hand.carry(shown.end(event), shown.end(event) + QPoint(DAY, 0))
    type_words(shown, "3 days")
    QTest.keyClick(shown.canvas, Qt.Key.Key_Return)
    by_span = shown.when(event)

    shown.hand.carry(shown.end(event), shown.end(event) + QPoint(DAY, 0))
    type_words(shown, "23 nov 2024")
    QTest.keyClick(shown.canvas, Qt.Key.Key_Return)

    assert by_span == "2024-11-20/2024-11-25"
    assert shown.when(event) == "2024-11-20/2024-11-23"


def test_what_cannot_be_read_moves_nothing(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    shown.hand.carry(shown.middle(event), shown.middle(event) + QPoint(5 * DAY, 0))

    type_words(shown, "nonsense")
    QTest.keyClick(shown.canvas, Qt.Key.Key_Return)

    assert shown.when(event) == "2024-11-20/2024-11-22"


def test_what_the_keys_do_to_an_event_is_said(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    told = []
    shown.stage.said.connect(told.append)
    shown.stage.select((event,))

    QTest.keyClick(shown.canvas, Qt.Key.Key_Right, ALT)
    QTest.keyClick(shown.canvas, Qt.Key.Key_Down, ALT)
    QTest.keyClick(shown.canvas, Qt.Key.Key_Delete)

    assert shown.document.undo_name == "Delete event"
    assert told[0].startswith("Siege, ")
    assert "Offensives" in told[0]
    assert "Airstrikes" in told[1]
    assert told[2] == "1 event deleted"
