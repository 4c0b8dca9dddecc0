"""The headers at the left: names, signs, order."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.edits import tracks as edits
from desktop.model import Event
from desktop.timeline.headers.row import Part, sign_places
from desktop.when import When


@pytest.fixture
def headers(shown):
    return shown.view.headers


@pytest.fixture
def hand(headers, hand_on):
    return hand_on(headers)


def row(shown, track):
    box = shown.stage.band_box(track).toRect()
    box.setLeft(0)
    box.setWidth(shown.view.headers.width())
    return box


def sign(shown, track, part):
    return sign_places(row(shown, track))[part].center()


def names(shown):
    return [track.name for track in shown.document.tracks()]


def test_headers_are_as_high_as_their_tracks_at_every_resolution(shown, headers):
    with shown.document.step("Many"):
        shown.document.add_all(
            Event(track=1, title=f"Raid {n}", when=When(f"{1900 + n // 30}-{1 + n % 12:02}"))
            for n in range(3000)
        )
    shown.view.fit_all()
    heights = set()

    for factor in (1, 6, 6, 1 / 6, 1 / 6, 3, 8):
        shown.stage.zoom(factor, 500)

        bands = shown.stage.frame.bands
        assert tuple(row.band for row in headers.rows) == bands
        heights.add(bands[0].height)
    assert len(heights) > 1


def test_f2_opens_the_name_and_return_keeps_the_new_one(shown, headers, hand):
    hand.click(row(shown, 2).center())

    QTest.keyClick(headers, Qt.Key.Key_F2)
    QTest.keyClicks(headers.name_field, "Shelling")
    QTest.keyClick(headers.name_field, Qt.Key.Key_Return)

    assert names(shown)[1] == "Shelling"


def test_a_double_click_opens_the_name_and_escape_keeps_the_old_one(shown, headers, hand):
    hand.double_click(row(shown, 2).center())
    QTest.keyClicks(headers.name_field, "Nonsense")
    QTest.keyClick(headers.name_field, Qt.Key.Key_Escape)

    assert names(shown)[1] == "Airstrikes"
    assert not headers.name_field.is_open


def test_a_name_of_blanks_is_no_name(shown, headers):
    shown.view.rename_track(2)

    headers.name_field.setText("   ")
    QTest.keyClick(headers.name_field, Qt.Key.Key_Return)

    assert names(shown)[1] == "Airstrikes"


def test_a_drag_puts_a_track_elsewhere(shown, hand):
    hand.drag(row(shown, 1).center(), row(shown, 3).center() + QPoint(0, 6))

    assert names(shown)[:3] == ["Airstrikes", "Statements", "Offensives"]


def test_escape_leaves_the_order_as_it_was(shown, headers, hand):
    hand.carry(row(shown, 1).center(), row(shown, 3).center())
    QTest.keyClick(headers, Qt.Key.Key_Escape)
    hand.release(row(shown, 3).center())

    assert names(shown)[:3] == ["Offensives", "Airstrikes", "Statements"]


def test_a_drag_past_hidden_tracks_lands_where_the_line_was(shown, hand):
    edits.hide_track(shown.document, 2, is_hidden=True)

    hand.drag(row(shown, 1).center(), row(shown, 3).center() + QPoint(0, 6))

    assert names(shown)[:3] == ["Airstrikes", "Statements", "Offensives"]


@pytest.mark.parametrize(
    ("key", "order"), [(Qt.Key.Key_Down, [2, 3, 1]), (Qt.Key.Key_Up, [1, 3, 2])]
)
def test_alt_and_an_arrow_put_a_track_elsewhere(shown, headers, hand, key, order):
    hand.click(row(shown, 1 if key == Qt.Key.Key_Down else 3).center())

    QTest.keyClick(headers, key, Qt.KeyboardModifier.AltModifier)
    if key == Qt.Key.Key_Down:
        QTest.keyClick(headers, key, Qt.KeyboardModifier.AltModifier)

    assert [track.id for track in shown.document.tracks()][:3] == order


def test_the_eye_hides_a_track_and_the_corner_lists_it(shown, headers, hand):
    asked = []
    headers.hidden_asked.disconnect()
    headers.hidden_asked.connect(asked.append)

    hand.click(sign(shown, 2, Part.EYE))
    hand.click(QPoint(40, 20))

    assert shown.document.track(2).hidden
    assert len(asked) == 1


def test_the_lock_locks_and_unlocks(shown, hand):
    hand.click(sign(shown, 2, Part.LOCK))
    locked = shown.document.track(2).locked
    hand.click(sign(shown, 2, Part.LOCK))

    assert locked
    assert not shown.document.track(2).locked


def test_the_dots_and_the_right_button_open_the_tracks_menu(shown, headers, hand):
    asked = []
    shown.view.hooks.track_menu = lambda track: asked.append(track)
    point = row(shown, 3).center()

    hand.click(sign(shown, 2, Part.MENU))
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(headers, QContextMenuEvent(reason, point, headers.mapToGlobal(point)))

    assert asked == [2, 3]


def test_a_new_track_comes_with_its_name_open(shown, headers):
    shown.view.add_track()
    QTest.keyClicks(headers.name_field, "Rumours")
    QTest.keyClick(headers.name_field, Qt.Key.Key_Return)

    assert names(shown)[-1] == "Rumours"


def test_a_new_track_below_the_edge_is_scrolled_to_before_it_is_named(shown, headers):
    while shown.stage.content_height < 2 * shown.stage.height:
        shown.view.add_track()
    shown.stage.show_offset(0)

    shown.view.add_track()

    field = headers.name_field
    assert field.isVisible()
    assert headers.rect().contains(field.geometry())


def test_a_click_takes_a_track_in_hand_and_its_events_do_too(shown, hand):
    event = shown.add("Siege", "2024-11-20", track=3)

    hand.click(row(shown, 2).center())
    clicked = shown.stage.session.selection.track
    shown.hand.click(shown.middle(event))

    assert clicked == 2
    assert shown.stage.session.selection.track == 3


def test_a_name_of_any_length_or_script_stays_in_its_place(shown, headers):
    before = headers.grab().toImage()
    for name in ("x" * 300, "<b>bold</b>", "هجوم على المدينة", "Łódź\nand more"):
        edits.rename_track(shown.document, 1, name)

        picture = headers.grab().toImage()

        box = sign_places(row(shown, 1))[Part.EYE]
        assert picture != before
        assert picture.copy(box) == before.copy(box)


def test_the_header_of_a_counted_track_tells_how_many(shown, headers):
    before = headers.grab().toImage()

    shown.add("Siege", "2024-11-20")

    assert headers.grab().toImage() != before


def edge(shown, track):
    return row(shown, track).bottomLeft() + QPoint(40, 0)


def test_dragging_its_lower_edge_makes_a_track_higher_in_one_step(shown, hand):
    before = shown.view.height_of(2)
    steps = len(shown.document.history())

    hand.drag(edge(shown, 2), edge(shown, 2) + QPoint(0, 50))

    assert shown.view.height_of(2) == before + 50
    assert len(shown.document.history()) == steps + 1


def test_a_track_never_gets_too_low_for_its_header(shown, hand):
    hand.drag(edge(shown, 2), edge(shown, 2) - QPoint(0, 500))

    assert shown.view.height_of(2) == shown.view.smallest_height


def test_escape_leaves_the_height_as_it_was(shown, headers, hand):
    hand.carry(edge(shown, 2), edge(shown, 2) + QPoint(0, 50))
    QTest.keyClick(headers, Qt.Key.Key_Escape)
    hand.release(edge(shown, 2) + QPoint(0, 50))

    assert shown.document.track(2).height == 0


def test_a_double_click_on_the_edge_makes_a_track_as_high_as_it_needs(shown, headers, hand):
    before = shown.view.height_of(2)
    edits.resize_track(shown.document, 2, before + 80)

    hand.double_click(edge(shown, 2))

    assert shown.view.height_of(2) == before
    assert not headers.name_field.is_open
