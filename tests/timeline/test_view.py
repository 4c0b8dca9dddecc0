"""How the view travels, and how it follows the document."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QAccessible, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.edits import events as event_edits
from desktop.edits import tracks as track_edits
from desktop.model import Claim, Selection
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.style import dark, light
from desktop.timeline.stage.motion import between
from desktop.timeline.telling.telling import as_tip, tip_lines
from desktop.when.calendar import seconds

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HERE = QPoint(400, 200)


def test_ctrl_and_the_wheel_zoom_about_the_pointer(shown):
    before = shown.stage.scale

    shown.hand.wheel(HERE, angle=(0, 120), keys=CTRL)

    after = shown.stage.scale
    assert after.per_pixel < before.per_pixel
    assert after.seconds(HERE.x()) == pytest.approx(before.seconds(HERE.x()), abs=1)


@pytest.mark.parametrize(
    "turn",
    [{"angle": (120, 0)}, {"angle": (0, 120), "keys": SHIFT}, {"angle": (0, 120)}],
    ids=["sideways", "with shift", "plain, where nothing is to be scrolled"],
)
def test_the_wheel_pans_through_time(shown, turn):
    before = shown.stage.scale
    shown.view.resize(1200, 900)
    QApplication.processEvents()

    shown.hand.wheel(HERE, **turn)

    assert shown.stage.scale.start < before.start
    assert shown.stage.scale.per_pixel == before.per_pixel


def test_the_plain_wheel_scrolls_where_the_tracks_are_higher_than_the_view(shown):
    shown.view.resize(1200, 250)
    QApplication.processEvents()
    before = shown.stage.scale

    shown.hand.wheel(HERE, angle=(0, -120))

    assert shown.stage.offset > 0
    assert shown.stage.scale == before


def test_a_touch_pad_loses_no_part_of_a_pixel(shown):
    before = shown.stage.scale

    for _ in range(12):
        shown.hand.wheel(HERE, angle=(-5, 0))

    gone = (shown.stage.scale.start - before.start) / before.per_pixel
    assert gone == pytest.approx(12 * 5 * 72 / 120, abs=1)


def test_a_touch_pads_own_pixels_are_followed_to_the_pixel(shown):
    before = shown.stage.scale

    shown.hand.wheel(HERE, angle=(-240, 0), pixels=(-7, 0))

    assert (shown.stage.scale.start - before.start) / before.per_pixel == pytest.approx(7)


def test_two_fingers_zoom_about_their_middle(shown):
    before = shown.stage.scale
    device = QPointingDevice.primaryPointingDevice()
    kind = Qt.NativeGestureType.ZoomNativeGesture
    place = QPointF(HERE)
    event = QNativeGestureEvent(kind, device, 2, place, place, place, 0.5, QPointF())

    QApplication.sendEvent(shown.canvas, event)

    assert shown.stage.scale.per_pixel == pytest.approx(before.per_pixel / 1.5)
    assert shown.stage.scale.seconds(400) == pytest.approx(before.seconds(400), abs=1)


def test_the_middle_button_pans_and_escape_goes_back(shown):
    before = shown.stage.scale
    middle = Qt.MouseButton.MiddleButton

    shown.hand.carry(HERE, HERE + QPoint(100, 0), button=middle)
    panned = shown.stage.scale
    QTest.keyClick(shown.canvas, Qt.Key.Key_Escape)

    assert (before.start - panned.start) / before.per_pixel == pytest.approx(100)
    assert shown.stage.scale == before


def test_space_and_the_left_button_pan(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")
    before = shown.stage.scale

    QTest.keyPress(shown.canvas, Qt.Key.Key_Space)
    shown.hand.drag(shown.middle(event), shown.middle(event) + QPoint(50, 0))
    QTest.keyRelease(shown.canvas, Qt.Key.Key_Space)

    assert (before.start - shown.stage.scale.start) / before.per_pixel == pytest.approx(50)
    assert shown.when(event) == "2024-11-20/2024-11-24"


def test_fit_all_shows_every_event_and_the_selection_alone_when_asked(shown):
    first = shown.add("Actium", "-0030-09-02")
    shown.add("Moon", "1969-07-20")

    shown.view.fit_all()
    whole = shown.stage.scale
    shown.stage.select((first,))
    shown.view.fit_selection()

    assert whole.start < seconds(-30, 9, 2)
    assert whole.stop > seconds(1969, 7, 21)
    assert shown.stage.scale.span < 40 * 86_400
    assert shown.stage.scale.start < seconds(-30, 9, 2) < shown.stage.scale.stop


def test_going_to_a_date_keeps_the_closeness_and_can_be_taken_back(shown):
    before = shown.stage.scale

    shown.view.go_to(seconds(1789, 7, 14))
    there = shown.stage.scale
    shown.view.step_back()
    back = shown.stage.scale
    shown.view.step_forward()

    assert there.per_pixel == before.per_pixel
    assert there.seconds(there.width / 2) == pytest.approx(seconds(1789, 7, 14))
    assert back == before
    assert shown.stage.scale == there


def test_home_and_end_go_to_the_first_and_the_last_event(shown):
    shown.add("Actium", "-0030-09-02")
    shown.add("Moon", "1969-07-20")
    shown.days()

    QTest.keyClick(shown.canvas, Qt.Key.Key_Home)
    first = shown.stage.scale
    QTest.keyClick(shown.canvas, Qt.Key.Key_End)

    assert first.start < seconds(-30, 9, 2) < first.stop
    assert shown.stage.scale.start < seconds(1969, 7, 20) < shown.stage.scale.stop


@pytest.mark.parametrize(
    ("span", "words"),
    [
        (4.2 * 86_400, "4 days"),
        (3600 * 5, "5 hours"),
        (600, "10 minutes"),
        (86_400 * 365.25 * 12, "12 years"),
        (86_400 * 365.25 * 3e9, "3 billion years"),
    ],
)
def test_the_closeness_is_told_in_words(shown, span, words):
    width = shown.stage.width

    shown.stage.show_scale(TimeScale(0, span / width, width))

    assert shown.view.zoom_words() == words


def test_on_the_way_to_another_closeness_one_second_stays_where_it_is():
    first = TimeScale(0, 1000, 1000)
    last = first.zoomed(8, 250)

    middle = between(first, last, 0.5)

    assert middle.seconds(250) == pytest.approx(first.seconds(250), rel=1e-6)
    assert last.per_pixel < middle.per_pixel < first.per_pixel
    assert between(first, last, 1.0) == last


def test_an_edit_is_seen_at_once_and_undo_takes_it_away(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")
    before = shown.box(event)

    event_edits.move_events(shown.document, [event], 86_400)
    moved = shown.box(event)
    shown.document.undo()

    assert moved.left() - before.left() == pytest.approx(40, abs=1)
    assert shown.box(event) == before


def test_a_new_title_is_drawn_in_place_of_the_old_one(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")
    before = shown.canvas.grab().toImage()

    event_edits.retitle_event(shown.document, event, "Raid")
    changed = shown.canvas.grab().toImage()
    event_edits.retitle_event(shown.document, event, "Siege")

    assert changed != before
    assert shown.canvas.grab().toImage() == before


def test_a_claim_that_denies_shows_on_its_event_and_goes_with_it(shown):
    event = shown.add("Siege", "2024-11-20")
    plain = int(shown.stage.frame.standing[0])

    with shown.document.step("Claim"):
        from desktop.model import Article

        article = shown.document.add(Article(title="News", text="No siege"))
        claim = Claim(
            event=event, article=article, first=0, last=8, exact="No siege", stance="denies"
        )
        shown.document.add(claim)
    denied = int(shown.stage.frame.standing[0])
    shown.document.undo()

    assert denied != plain
    assert int(shown.stage.frame.standing[0]) == plain


def test_a_hidden_track_leaves_the_picture_and_comes_back(shown):
    event = shown.add("Siege", "2024-11-20")

    track_edits.hide_track(shown.document, 1, is_hidden=True)
    hidden = shown.stage.frame.ids.tolist()
    shown.view.show_track(1)

    assert hidden == []
    assert shown.stage.frame.ids.tolist() == [event]


def test_what_is_selected_elsewhere_is_selected_here(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")
    before = shown.canvas.grab().toImage()

    shown.stage.session.select(Selection(events=(event,)))

    assert shown.stage.selected == (event,)
    assert shown.canvas.grab().toImage() != before


def test_what_is_selected_elsewhere_comes_into_view_and_a_click_moves_nothing(shown):
    shown.add("Now", "2024-11-20")
    old = shown.add("Old", "1989-11-09")
    closeness = shown.stage.scale.per_pixel

    shown.stage.session.select(Selection(events=(old,)))

    assert old in shown.stage.frame.ids
    assert shown.stage.scale.per_pixel == closeness
    before = shown.stage.scale
    shown.stage.select((old,))
    assert shown.stage.scale == before


def test_an_event_has_its_own_colour(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")
    before = shown.canvas.grab().toImage()

    with shown.document.step("Colour"):
        shown.document.keep(replace(shown.document.event(event), colour="#123456"))

    assert shown.stage.scene.colours == {event: "#123456"}
    assert shown.canvas.grab().toImage() != before


def test_select_all_takes_undated_events_too(shown):
    dated = shown.add("Siege", "2024-11-20")
    undated = shown.add("Raid", None, track=2)

    shown.view.select_all()

    assert set(shown.stage.selected) == {dated, undated}


def test_panning_by_pixels_shifts_the_picture_and_changes_nothing_in_it(shown):
    for day in range(16, 30):
        shown.add(f"Event {day}", f"2024-11-{day}T07:13/2024-11-{day}T19:31", track=1 + day % 3)
    shown.days()
    width, left = 700, 200

    before = shown.canvas.grab(QRect(left, 20, width, 400)).toImage()
    shown.stage.pan(37, 0)
    after = shown.canvas.grab(QRect(left - 37, 20, width, 400)).toImage()

    assert before == after


def test_the_theme_can_change_while_the_window_stands(shown):
    shown.add("Siege", "2024-11-20/2024-11-24")
    bright = shown.view.grab().toImage()

    shown.view.show_style(dark())
    dim = shown.view.grab().toImage()
    shown.view.show_style(light())

    assert dim.pixelColor(900, 500).lightness() < 60
    assert shown.view.grab().toImage() == bright


def test_a_tooltip_tells_title_date_certainty_and_shows_markup_as_it_is(shown):
    event = shown.add("<img src=x> siege", "2024-11-20~")

    lines = tip_lines(shown.stage, event)

    assert lines[0] == "<img src=x> siege"
    assert "approximate" in lines[1]
    assert "<img" not in as_tip(lines)


def test_a_screen_reader_finds_each_event_as_an_item_of_a_list(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")
    other = shown.add("Raid", "2024-11-22", track=2)
    shown.stage.select((other,))

    told = QAccessible.queryAccessibleInterface(shown.canvas)

    assert told.role() == QAccessible.Role.List
    assert told.childCount() == 2
    names = [told.child(place).text(QAccessible.Text.Name) for place in range(2)]
    assert any(name.startswith("Siege, ") and "Offensives" in name for name in names)
    item = told.child(shown.canvas.listed().index(event))
    assert item.role() == QAccessible.Role.ListItem
    corner = shown.canvas.mapToGlobal(shown.box(event).toRect().topLeft())
    assert item.rect().topLeft() == corner
    assert not item.state().selected
    assert told.child(shown.canvas.listed().index(other)).state().selected
    assert told.childAt(*item.rect().center().toTuple()).text(QAccessible.Text.Name) in names


def test_a_removed_event_is_no_item_any_more(shown):
    event = shown.add("Siege", "2024-11-20/2024-11-24")
    item = QAccessible.queryAccessibleInterface(shown.canvas).child(0)

    event_edits.remove_events(shown.document, [event])

    assert not item.isValid()
    assert QAccessible.queryAccessibleInterface(shown.canvas).childCount() == 0


def test_ten_thousand_years_and_one_minute_are_drawn_alike(shown):
    shown.add("Siege", "2024-11-20T12:00/2024-11-20T12:01")
    width = shown.stage.width
    for span in (60, 3600, 86_400, 1e7, 1e9, 3.2e11, 3e17):
        shown.stage.show_scale(TimeScale(seconds(2024, 11, 20, 12), span / width, width))

        picture = shown.canvas.grab().toImage()

        row = [picture.pixelColor(x, 32).lightness() for x in range(0, width, 2)]
        assert np.ptp(row) > 60, f"no labels across {span} seconds"
