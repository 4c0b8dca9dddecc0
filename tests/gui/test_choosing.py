"""Edit ▸ Select."""

import pytest

from desktop.edits.events import add_event
from desktop.gui.menubar import MenuBar
from desktop.model import Selection
from desktop.when import When
from desktop.when.calendar import seconds


@pytest.fixture
def events(document):
    """Three events on Offensives, two on Airstrikes, by their titles."""
    one, two = document.track_with_key("1").id, document.track_with_key("2").id
    placed = (
        (one, "Early", "2024-11-01"),
        (one, "Middle", "2024-11-10"),
        (one, "Late", "2024-11-20"),
        (two, "Raid", "2024-11-02"),
        (two, "Strike", "2024-11-15"),
    )
    return {title: add_event(document, track, title, When(when)) for track, title, when in placed}


@pytest.fixture
def chosen(window, events):
    """The titles that an action leaves in hand, begun with Middle."""

    def choose(name):
        window.session.select(Selection(events=(events["Middle"],)))
        window.findChild(MenuBar).actions_by_id[name].trigger()
        titles = {event: title for title, event in events.items()}
        return [titles[event] for event in window.session.selection.events]

    return choose


def test_all_after_the_chosen_event_on_its_track(chosen):
    assert chosen("select_after") == ["Late", "Middle"]


def test_all_before_it_on_its_track(chosen):
    assert chosen("select_before") == ["Early", "Middle"]


def test_all_after_and_before_it_on_every_track(chosen):
    assert chosen("select_after_all") == ["Late", "Strike", "Middle"]
    assert chosen("select_before_all") == ["Early", "Raid", "Middle"]


def test_a_hidden_track_is_left_out(chosen, window, document):
    window.session.select(Selection(track=document.track_with_key("2").id))
    window.findChild(MenuBar).actions_by_id["hide_track"].trigger()

    assert chosen("select_after_all") == ["Late", "Middle"]


def test_all_on_its_track_undated_ones_too(chosen, document, events):
    track = document.track_with_key("1").id
    events["Some day"] = add_event(document, track, "Some day")

    assert chosen("select_track") == ["Early", "Late", "Some day", "Middle"]


def test_an_undated_event_has_none_after_it_and_that_is_said(window, chosen, document, events):
    events["Middle"] = add_event(document, document.track_with_key("1").id, "Some day")

    chosen("select_after")

    assert "has a date" in window.banner.sentence


def test_all_of_the_time_in_view_on_every_track(chosen, window):
    window.timeline.stage.glide = 0
    window.timeline.zoom_to(seconds(2024, 11, 10), seconds(2024, 11, 16))

    assert sorted(chosen("select_view")) == ["Middle", "Strike"]
