"""Groups in the headers: folded, filled and emptied by the hand and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.edits import tracks as edits
from desktop.edits.groups import group_tracks
from desktop.timeline.headers.row import fold_place


@pytest.fixture
def headers(shown):
    return shown.view.headers


@pytest.fixture
def hand(headers, hand_on):
    return hand_on(headers)


@pytest.fixture
def group(shown):
    """The id of a group of tracks 2 and 3."""
    return group_tracks(shown.document, [2, 3], "Reports")


def row(shown, track):
    box = shown.stage.band_box(track).toRect()
    box.setLeft(0)
    box.setWidth(shown.view.headers.width())
    return box


def shown_row(headers, track):
    return next(row for row in headers.rows if row.track.id == track)


def listed(headers):
    return [row.track.id for row in headers.rows]


def test_a_folded_group_is_one_header_that_counts_all_its_events(shown, headers, hand, group):
    shown.add("Raid", "2024-11-28", track=2)
    shown.add("Word", "2024-11-29", track=3)

    hand.click(fold_place(row(shown, group), shown_row(headers, group)).center())

    assert not {2, 3} & set(listed(headers))
    assert shown_row(headers, group).count == 2
    assert shown_row(headers, group).members == 2
    (strip,) = shown.stage.frame.strips
    assert strip.counts.max() > 0


def test_a_track_dragged_over_a_group_goes_into_it_and_to_the_left_out_again(
    shown, headers, hand, group
):
    hand.drag(row(shown, 4).center(), row(shown, group).center())
    assert shown.document.track(4).parent == group

    there = row(shown, 4).bottomLeft() + QPoint(60, -4)
    hand.drag(row(shown, 4).center(), QPoint(row(shown, 4).center().x() - 40, there.y()))
    assert shown.document.track(4).parent is None
    assert listed(headers)[1:5] == [group, 2, 3, 4]


def test_a_track_dropped_between_members_joins_them_there(shown, headers, hand, group):
    between = row(shown, 3).topLeft() + QPoint(80, -2)

    hand.drag(row(shown, 1).center(), between)

    assert shown.document.track(1).parent == group
    assert listed(headers)[:4] == [group, 2, 1, 3]


def test_a_group_is_not_dropped_into_itself(shown, headers, hand, group):
    before = shown.document.tracks()

    hand.drag(row(shown, group).center(), row(shown, 3).center() + QPoint(30, 4))

    assert shown.document.tracks() == before


def test_keys_fold_open_fill_and_empty_a_group(shown, headers, hand, group):
    hand.click(row(shown, group).center())
    QTest.keyClick(headers, Qt.Key.Key_Left)
    assert shown.document.track(group).collapsed
    QTest.keyClick(headers, Qt.Key.Key_Right)
    assert not shown.document.track(group).collapsed

    hand.click(row(shown, 4).center())
    QTest.keyClick(headers, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert shown.document.track(4).parent == group
    QTest.keyClick(headers, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown.document.track(4).parent is None


def test_shift_and_ctrl_choose_several_headers(shown, headers, hand):
    hand.click(row(shown, 1).center())
    QTest.keyClick(headers, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(headers, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    assert headers.picks.tracks == (1, 2, 3)


def test_the_members_of_a_hidden_group_are_out_of_reach(shown, group):
    event = shown.add("Raid", "2024-11-28", track=2)

    edits.hide_track(shown.document, group, is_hidden=True)
    shown.view.select_all()

    assert event not in shown.stage.selected
    assert shown.stage.contents.hidden == 3


def test_notes_are_told_over_the_name_as_plain_text(shown, headers):
    edits.note_track(shown.document, 2, "<b>Only</b> confirmed ones")

    assert "<b>Only</b> confirmed ones" in headers.tip(row(shown, 2).center() - QPoint(40, 0))


def test_the_head_of_an_open_group_takes_one_line_until_an_event_stands_on_it(shown, group):
    metrics = shown.stage.style.metrics()

    assert shown.stage.band_box(group).height() == metrics.collapsed
    assert shown.stage.band_box(2).height() >= metrics.smallest_band

    shown.add("Summary", "2024-11-28", track=group)

    assert shown.stage.band_box(group).height() >= metrics.smallest_band


def test_going_to_an_event_opens_the_group_that_hides_it(shown, headers, group):
    event = shown.add("Raid", "2024-11-28", track=2)
    edits.collapse_track(shown.document, group, is_collapsed=True)
    edits.hide_track(shown.document, 2, is_hidden=True)

    shown.view.show_event(event)

    assert 2 in listed(headers)
    assert event in shown.stage.boxes(frozenset({event}))
    assert shown.document.undo_name == "Show track"


def test_going_to_an_event_in_sight_is_no_step(shown, group):
    event = shown.add("Raid", "2024-11-28", track=2)
    before = shown.document.undo_name

    shown.view.show_event(event)

    assert shown.document.undo_name == before
