"""The Track menu: strips, markers, keys, heights, and a track alone."""

from dataclasses import replace

import pytest

from desktop.gui.menubar import MenuBar
from desktop.model import Selection


@pytest.fixture
def do(window, document):
    """Do an action of the Track menu with Airstrikes in hand."""
    menus = window.findChild(MenuBar)
    window.session.select(Selection(track=document.track_with_key("2").id))
    return lambda name: menus.actions_by_id[name].trigger()


def airstrikes(document):
    return next(track for track in document.tracks() if track.name == "Airstrikes")


def test_a_track_becomes_a_strip_and_stands_in_full_again(document, do):
    do("collapse_track")
    assert airstrikes(document).collapsed

    do("collapse_track")
    assert not airstrikes(document).collapsed


def test_a_track_is_shown_alone_and_the_others_come_back(window, document, do):
    do("solo_track")
    assert [track.name for track in document.tracks() if not track.hidden] == ["Airstrikes"]
    assert window.findChild(MenuBar).actions_by_id["solo_track"].isChecked()

    do("solo_track")
    assert not any(track.hidden for track in document.tracks())


def test_a_track_alone_keeps_the_group_it_is_in(window, document, do):
    head, other = document.track_with_key("1"), document.track_with_key("3")
    with document.step("Group"):
        document.keep([_under(airstrikes(document), head), _under(other, airstrikes(document))])

    do("solo_track")

    shown = [track.name for track in document.tracks() if not track.hidden]
    assert shown == ["Offensives", "Airstrikes", "Statements"]


def test_a_marker_is_chosen_and_checked(window, document, do):
    do("marker_star")

    actions = window.findChild(MenuBar).actions_by_id
    assert airstrikes(document).marker == "star"
    assert actions["marker_star"].isChecked()
    assert not actions["marker_circle"].isChecked()


def test_a_key_is_taken_from_the_track_that_had_it(window, document, do):
    assert window.findChild(MenuBar).actions_by_id["key_1"].text() == "1 – Offensives"

    do("key_1")

    assert document.track_with_key("1").name == "Airstrikes"
    assert document.track_with_key("2") is None


def test_a_track_grows_by_the_keyboard_and_goes_back_to_what_it_needs(window, document, do):
    before = window.timeline.height_of(airstrikes(document).id)

    do("track_higher")
    assert airstrikes(document).height > before

    do("track_automatic")
    assert airstrikes(document).height == 0


def test_the_search_tells_a_marker_from_a_key(window, do):
    offered = [found.words for found in window.commands()]

    assert "Marker shape: Star" in offered
    assert "Change key: 7" in offered


def _under(track, head):
    return replace(track, parent=head.id)
