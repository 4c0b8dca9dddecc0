"""Tracks gathered in groups, shown alone, merged and deleted with their events kept."""

import pytest

from desktop.edits import groups, solo, tracks
from desktop.edits.events import add_event
from desktop.errors import DatelineError
from desktop.when import When


@pytest.fixture
def named(document):
    """The id of a track by its name."""
    return lambda name: next(track.id for track in document.tracks() if track.name == name)


def tree(document):
    """Names from the top down, with two blanks for each head."""
    order = groups.in_order(document.tracks())
    return ["  " * len(groups.heads_of(order, track.id)) + track.name for track in order]


def content(document):
    return document.tracks(), document.events(), document.setting("solo")


@pytest.fixture
def head(document, named):
    chosen = [named("Statements"), named("Airstrikes")]
    return groups.group_tracks(document, chosen, "Reports")


def test_a_group_stands_where_its_first_track_stood_in_its_colour(document, head):
    assert tree(document) == [
        "Offensives", "Reports", "  Airstrikes", "  Statements",
        "Casualties", "Diplomacy", "Background",
    ]  # fmt: skip
    assert document.track(head).colour == document.track_with_key("2").colour
    assert [track.position for track in document.tracks()] == list(range(7))


def test_a_group_is_one_step_and_undo_takes_all_of_it(document, named):
    before = content(document)

    groups.group_tracks(document, [named("Statements"), named("Airstrikes")], "Reports")
    document.undo()

    assert content(document) == before


def test_a_group_taken_apart_leaves_its_tracks_and_every_event(document, head, named):
    on_member = add_event(document, named("Airstrikes"), "Raid", When("2024"))
    on_head = add_event(document, head, "Report", When("2025"))

    groups.ungroup_tracks(document, head)

    assert tree(document)[1:4] == ["Airstrikes", "Statements", "Reports"]
    assert {event.id for event in document.events()} == {on_member, on_head}


def test_an_empty_head_goes_with_its_group(document, head):
    groups.ungroup_tracks(document, head)

    assert tree(document)[:3] == ["Offensives", "Airstrikes", "Statements"]
    assert len(document.tracks()) == 6


def test_a_track_goes_into_the_group_above_and_out_again(document, head, named):
    groups.step_in(document, named("Casualties"))
    assert tree(document)[3:5] == ["  Statements", "  Casualties"]

    groups.step_out(document, named("Airstrikes"))
    assert tree(document)[1:5] == ["Reports", "  Statements", "  Casualties", "Airstrikes"]


def test_a_step_past_the_end_of_a_group_leaves_it(document, head, named):
    groups.step_track(document, named("Airstrikes"), -1)

    assert tree(document)[:3] == ["Offensives", "Airstrikes", "Reports"]


def test_a_group_moves_with_all_that_it_heads_but_never_into_itself(document, head, named):
    groups.place_tracks(document, [head], None, named("Offensives"))
    assert tree(document)[:4] == ["Reports", "  Airstrikes", "  Statements", "Offensives"]

    with pytest.raises(DatelineError, match="into itself"):
        groups.place_tracks(document, [head], named("Airstrikes"), None)


def test_a_group_hands_its_colour_to_those_that_have_had_it(document, head, named):
    tracks.recolour_track(document, head, "#123456")

    assert document.track(named("Airstrikes")).colour == "#123456"
    assert document.track(named("Statements")).colour != "#123456"
    groups.inherit_colour(document, head)
    assert document.track(named("Statements")).colour == "#123456"


def test_a_locked_group_locks_its_tracks(document, head, named):
    tracks.lock_track(document, head, is_locked=True)

    with pytest.raises(DatelineError):
        add_event(document, named("Airstrikes"), "Raid", When("2024"))


def test_a_head_is_deleted_with_its_events_kept_and_its_tracks_stay(document, head, named):
    event = add_event(document, head, "Report", When("2025"))

    tracks.remove_track(document, head, keep_on=named("Background"))

    assert tree(document)[1:3] == ["Airstrikes", "Statements"]
    assert document.event(event).track == named("Background")
    document.undo()
    assert document.event(event).track == head


def test_a_solo_gives_back_just_what_was_hidden_before(document, named):
    tracks.hide_track(document, named("Diplomacy"), is_hidden=True)
    before = document.tracks()

    solo.switch_solo(document, named("Airstrikes"))
    solo.switch_solo(document, named("Statements"))
    alone = [track.name for track in document.tracks() if not track.hidden]
    solo.switch_solo(document, named("Statements"))

    assert alone == ["Statements"]
    assert document.tracks() == before


def test_showing_every_track_ends_a_solo(document, named):
    solo.switch_solo(document, named("Airstrikes"))

    solo.show_all_again(document)

    assert not any(track.hidden for track in document.tracks())
    assert not solo.shown_alone(document)
