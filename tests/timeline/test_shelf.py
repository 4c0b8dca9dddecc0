"""The shelf of a track: events that wait for a date."""

import pytest

from desktop.timeline.drawing.shelf import MORE, chip_at, lay_chips
from desktop.timeline.drawing.style import light
from desktop.timeline.frames.frame import Band

pytestmark = pytest.mark.usefixtures("qapp")
BAND = Band(track=3, top=100, height=90, shelf=22)


def test_chips_stand_side_by_side_at_the_foot_of_the_band():
    chips = lay_chips(BAND, [(1, "Raid"), (2, "Siege of the town")], light(), 800)

    first, second = (chip.box for chip in chips)
    assert first.right() < second.left()
    assert first.top() >= 168
    assert first.bottom() <= 190


def test_what_has_no_room_is_counted():
    events = [(number, f"Event number {number}") for number in range(1, 60)]

    chips = lay_chips(BAND, events, light(), 700)

    assert chips[-1].event == MORE
    assert chips[-1].words.startswith(str(59 - (len(chips) - 1)))
    assert chips[-1].box.right() <= 700


def test_a_long_title_is_cut_and_an_empty_one_is_named():
    long, empty = lay_chips(BAND, [(1, "very " * 100), (2, " ")], light(), 800)

    assert long.box.width() <= 200
    assert empty.words == "untitled"


def test_the_chip_under_the_hand_is_found():
    chips = lay_chips(BAND, [(1, "Raid"), (2, "Siege")], light(), 800)

    found = chip_at(chips, chips[1].box.center())

    assert found is not None
    assert found.event == 2
    assert chip_at(chips, chips[1].box.center() + chips[1].box.center()) is None


def test_a_track_has_a_shelf_while_something_waits(shown):
    event = shown.add("Raid", None, track=2)
    height = shown.stage.band_box(2).height()

    shown.document.undo()

    assert shown.stage.band_box(2).height() < height
    assert shown.stage.chips == []
    shown.document.redo()
    assert [chip.event for chip in shown.stage.chips] == [event]
