"""What the hand does to events on the canvas."""

import json

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.edits import tracks as track_edits
from desktop.model import Article, Quote
from desktop.timeline.hand.gestures import Idle
from desktop.timeline.hand.placing import QUOTE_TYPE, carry_quote, quote_in
from desktop.when import When

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
DAY = 40  # pixels of a day in the pictures of these tests


def test_a_click_selects_and_a_click_on_the_ground_lets_go(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")

    shown.hand.click(shown.middle(event))
    chosen = shown.stage.selected
    shown.hand.click(shown.ground(3))

    assert chosen == (event,)
    assert shown.stage.selected == ()


def test_ctrl_and_shift_add_to_the_selection(shown):
    first = shown.add("Siege", "2024-11-18/2024-11-19")
    second = shown.add("Raid", "2024-11-22/2024-11-23")
    third = shown.add("Truce", "2024-11-28/2024-11-29")

    shown.hand.click(shown.middle(first))
    shown.hand.click(shown.middle(second), CTRL)
    shown.hand.click(shown.middle(third), SHIFT)
    shown.hand.click(shown.middle(first), CTRL)

    assert shown.stage.selected == (second, third)


def test_a_drag_moves_an_event_by_whole_days_as_one_step(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")

    shown.hand.drag(shown.middle(event), shown.middle(event) + QPoint(2 * DAY + 3, 0))

    assert shown.when(event) == "2024-11-22/2024-11-24"
    shown.document.undo()
    assert shown.when(event) == "2024-11-20/2024-11-22"


def test_several_selected_events_move_together(shown):
    first = shown.add("Siege", "2024-11-20/2024-11-22")
    second = shown.add("Raid", "2024-11-25", track=2)
    shown.stage.select((second, first))

    shown.hand.drag(shown.middle(first), shown.middle(first) + QPoint(-DAY, 0))

    assert shown.when(first) == "2024-11-19/2024-11-21"
    assert shown.when(second) == "2024-11-24"
    assert shown.document.undo_name == "Move events"


def test_a_drag_downward_puts_an_event_on_another_track(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    below = QPoint(shown.middle(event).x(), shown.ground(2).y())

    shown.hand.drag(shown.middle(event), below)

    assert shown.document.event(event).track == 2
    assert shown.when(event) == "2024-11-20/2024-11-22"


def test_escape_leaves_everything_as_it_was(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    before = shown.document.history()

    shown.hand.carry(shown.middle(event), shown.middle(event) + QPoint(3 * DAY, 60))
    QTest.keyClick(shown.canvas, Qt.Key.Key_Escape)
    shown.hand.release(shown.middle(event))

    assert shown.when(event) == "2024-11-20/2024-11-22"
    assert shown.document.history() == before
    assert isinstance(shown.canvas.gesture, Idle)


def test_the_right_button_breaks_a_drag_off(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")

    shown.hand.carry(shown.middle(event), shown.middle(event) + QPoint(3 * DAY, 0))
    shown.hand.press(shown.middle(event), button=Qt.MouseButton.RightButton)

    assert isinstance(shown.canvas.gesture, Idle)
    assert shown.when(event) == "2024-11-20/2024-11-22"


def test_either_end_is_pulled(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")

    shown.hand.drag(shown.end(event), shown.end(event) + QPoint(2 * DAY, 0))
    after_end = shown.when(event)
    shown.hand.drag(shown.start(event), shown.start(event) - QPoint(DAY, 0))

    assert after_end == "2024-11-20/2024-11-24"
    assert shown.when(event) == "2024-11-19/2024-11-24"


def test_pulling_one_end_leaves_the_other_as_uncertain_as_it_was(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22~")

    shown.hand.drag(shown.start(event), shown.start(event) - QPoint(DAY, 0))

    assert shown.when(event) == "2024-11-19/2024-11-22~"


def test_an_end_cannot_be_pulled_past_the_other(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")

    shown.hand.drag(shown.end(event), shown.end(event) - QPoint(12 * DAY, 0))

    assert When(shown.when(event)).bounds.latest > When(shown.when(event)).bounds.earliest
    assert shown.errors == []


def test_the_hand_is_held_to_the_end_of_another_event(shown):
    shown.add("Truce", "2024-11-27T09:30/2024-11-27T11:10", track=2)
    event = shown.add("Raid", "2024-11-20T08:00/2024-11-20T20:00")
    stop = shown.stage.x_of(When("2024-11-27T11:10").bounds.earliest)
    start = shown.start(event)
    grip = QPoint(8, 0)

    shown.hand.drag(start + grip, QPoint(round(stop) + 3, start.y()) + grip)

    assert shown.when(event).startswith("2024-11-27T11:10/")


def test_an_event_on_a_locked_track_stays_and_the_reason_is_told(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-22")
    track_edits.lock_track(shown.document, 1, is_locked=True)

    shown.hand.drag(shown.middle(event), shown.middle(event) + QPoint(2 * DAY, 0))

    assert shown.when(event) == "2024-11-20/2024-11-22"
    assert len(shown.errors) == 1
    assert "locked" in shown.errors[0].lower()


def test_a_rubber_band_selects_what_it_touches(shown):
    first = shown.add("Siege", "2024-11-18/2024-11-19")
    second = shown.add("Raid", "2024-11-20", track=2)
    third = shown.add("Truce", "2024-11-30", track=2)

    shown.hand.drag(shown.at(1, 2024, 11, 17) - QPoint(0, 15), shown.at(2, 2024, 11, 25))

    assert set(shown.stage.selected) == {first, second}
    assert third not in shown.stage.selected
    assert shown.document.undo_name == "Add"


def test_escape_gives_back_what_was_selected_before_the_band(shown):
    first = shown.add("Siege", "2024-11-18/2024-11-19")
    shown.add("Raid", "2024-11-25")
    shown.stage.select((first,))

    shown.hand.carry(shown.at(1, 2024, 11, 22), shown.at(1, 2024, 11, 28) - QPoint(0, 50))
    QTest.keyClick(shown.canvas, Qt.Key.Key_Escape)

    assert shown.stage.selected == (first,)


def test_ctrl_and_a_drag_on_the_ground_draw_a_new_event(shown):
    start, stop = shown.at(3, 2024, 11, 20), shown.at(3, 2024, 11, 23)

    shown.hand.drag(start, stop, CTRL)

    (event,) = shown.document.events()
    assert event.track == 3
    assert event.when == When("2024-11-20/2024-11-22")
    assert shown.stage.selected == (event.id,)
    assert shown.canvas.title_field.is_open


def test_after_asking_to_draw_the_next_drag_draws(shown):
    shown.view.draw_event()

    shown.hand.drag(shown.at(2, 2024, 11, 20), shown.at(2, 2024, 11, 22))
    shown.hand.drag(shown.at(2, 2024, 11, 24), shown.at(2, 2024, 11, 26))

    assert len(shown.document.events()) == 1


def test_a_double_click_on_the_ground_makes_an_event_of_that_day(shown):
    shown.hand.double_click(shown.at(2, 2024, 11, 24, 12))

    (event,) = shown.document.events()
    assert (event.track, event.when) == (2, When("2024-11-24"))


def test_what_is_drawn_among_hours_has_round_clock_times(shown):
    shown.days(400)
    start, stop = shown.at(3, 2024, 11, 16, 2, 7), shown.at(3, 2024, 11, 16, 9, 46)

    shown.hand.drag(start, stop, CTRL)

    (event,) = shown.document.events()
    assert event.when == When("2024-11-16T02:00/2024-11-16T09:45")


def test_a_double_click_opens_the_title_and_return_keeps_it(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")

    shown.hand.double_click(shown.middle(event))
    QTest.keyClicks(shown.canvas.title_field, "Long siege")
    QTest.keyClick(shown.canvas.title_field, Qt.Key.Key_Return)

    assert shown.document.event(event).title == "Long siege"
    assert not shown.canvas.title_field.is_open


def test_escape_in_the_title_keeps_the_old_one(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")
    shown.hand.click(shown.middle(event))

    QTest.keyClick(shown.canvas, Qt.Key.Key_Return)
    QTest.keyClicks(shown.canvas.title_field, "Nonsense")
    QTest.keyClick(shown.canvas.title_field, Qt.Key.Key_Escape)

    assert shown.document.event(event).title == "Siege"


def test_delete_takes_the_selected_events_away(shown):
    first = shown.add("Siege", "2024-11-18/2024-11-19")
    second = shown.add("Raid", "2024-11-25")
    shown.stage.select((first,))

    QTest.keyClick(shown.canvas, Qt.Key.Key_Delete)

    assert [event.id for event in shown.document.events()] == [second]
    assert shown.stage.selected == ()


def test_arrow_keys_walk_in_time_and_between_tracks(shown):
    first = shown.add("Siege", "2024-11-18")
    second = shown.add("Raid", "2024-11-25")
    other = shown.add("Truce", "2024-11-24", track=3)
    shown.stage.select((first,))

    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(shown.canvas, key)
        walked.append(shown.stage.current)

    assert walked == [second, other, second, first]


def test_walking_to_an_event_far_away_brings_it_into_view(shown):
    first = shown.add("Siege", "2024-11-18")
    far = shown.add("Fall of Rome", "0476-09-04")
    shown.days()
    shown.stage.select((first,))

    QTest.keyClick(shown.canvas, Qt.Key.Key_Left)

    assert shown.stage.current == far
    assert shown.stage.scale.start < When("0476-09-04").bounds.earliest < shown.stage.scale.stop


@pytest.mark.parametrize(("key", "day"), [(Qt.Key.Key_Right, "21"), (Qt.Key.Key_Left, "19")])
def test_alt_and_an_arrow_nudge_by_the_unit_in_view(shown, key, day):
    event = shown.add("Siege", "2024-11-20")
    shown.stage.select((event,))

    QTest.keyClick(shown.canvas, key, ALT)

    assert shown.when(event) == f"2024-11-{day}"


def test_alt_and_down_carry_an_event_to_the_next_track(shown):
    event = shown.add("Siege", "2024-11-20")
    shown.stage.select((event,))

    QTest.keyClick(shown.canvas, Qt.Key.Key_Down, ALT)

    assert shown.document.event(event).track == 2


def test_a_chip_dragged_from_the_shelf_gets_the_date_it_is_let_go_on(shown):
    event = shown.add("Undated raid", None, track=2)

    shown.hand.drag(shown.middle(event), shown.at(2, 2024, 11, 24, 12))

    assert shown.when(event) == "2024-11-24"
    assert shown.document.undated(2) == []


def test_a_double_click_on_a_chip_asks_for_its_date(shown):
    event = shown.add("Undated raid", None, track=2)
    asked = []
    shown.view.hooks.date_event = asked.append

    shown.hand.double_click(shown.middle(event))

    assert asked == [event]


@pytest.fixture
def quote(shown):
    text = "The town fell. On 24 November 2024 the siege began."
    with shown.document.step("Read"):
        article = shown.document.add(
            Article(title="News", text=text, published=When("2024-11-29"), language="en")
        )
    return Quote(article, 15, len(text), text[15:])


def _drop(shown, quote, point):
    carried = QMimeData()
    carry_quote(quote, carried)
    action, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(shown.canvas, QDragEnterEvent(point, action, carried, left, none))
    QApplication.sendEvent(shown.canvas, QDragMoveEvent(point, action, carried, left, none))
    shown.canvas.grab()
    QApplication.sendEvent(shown.canvas, QDropEvent(QPointF(point), action, carried, left, none))


def test_words_dropped_on_a_track_become_an_event_on_their_day(shown, quote):
    _drop(shown, quote, shown.ground(3))

    (event,) = shown.document.events()
    assert (event.track, event.when) == (3, When("2024-11-24"))
    assert shown.document.claims(event.id)[0].exact == quote.text
    assert shown.stage.selected == (event.id,)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"{}", b"\xff\xfe", b'{"article": "x"}', json.dumps([1]).encode()]
)
def test_something_broken_that_is_carried_here_is_not_taken(content):
    carried = QMimeData()
    carried.setData(QUOTE_TYPE, content)

    assert quote_in(carried) is None


def test_a_menu_opens_for_the_event_under_the_pointer(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")
    asked = []
    shown.view.hooks.event_menu = lambda events, _seconds: asked.append(events)

    QTest.mouseClick(shown.canvas, Qt.MouseButton.RightButton, pos=shown.middle(event))
    _context_menu(shown, shown.middle(event))

    assert asked == [(event,)]
    assert shown.stage.selected == (event,)


def _context_menu(shown, point):
    from PySide6.QtGui import QContextMenuEvent

    reason = QContextMenuEvent.Reason.Mouse
    event = QContextMenuEvent(reason, point, shown.canvas.mapToGlobal(point))
    QApplication.sendEvent(shown.canvas, event)


def test_every_preview_is_drawn_without_a_fault(shown, qtbot):
    event = shown.add("<b>Siege</b> & more", "2024-11-20/2024-11-24~")
    chip = shown.add("Undated", None, track=2)
    for start, stop, keys in (
        (shown.middle(event), shown.ground(2), Qt.KeyboardModifier.NoModifier),
        (shown.end(event), shown.end(event) + QPoint(90, 0), Qt.KeyboardModifier.NoModifier),
        (shown.middle(chip), shown.at(3, 2024, 11, 20), Qt.KeyboardModifier.NoModifier),
        (shown.at(4, 2024, 11, 20), shown.at(4, 2024, 11, 25), CTRL),
        (shown.at(4, 2024, 11, 20), shown.at(2, 2024, 11, 25), Qt.KeyboardModifier.NoModifier),
    ):
        plain = shown.canvas.grab().toImage()
        shown.hand.carry(start, stop, keys)
        drawn = shown.canvas.grab().toImage()
        QTest.keyClick(shown.canvas, Qt.Key.Key_Escape)
        shown.hand.release(stop)

        assert drawn != plain
