"""How much of the history is kept: the last so many steps, and never fewer than were promised."""

import pytest

from desktop.document import journal
from desktop.edits.events import add_event, retitle_event
from desktop.model import Event
from tests.document.killed import digest


@pytest.fixture
def five_kept(document, monkeypatch):
    monkeypatch.setattr(journal, "KEPT_STEPS", 5)
    return document


def add_events(document, first, last):
    """One event a step; gives what the document is after each of them."""
    states = []
    for number in range(first, last):
        add_event(document, 1, f"Event {number}")
        states.append(digest(document))
    return states


def undo_all(document):
    steps = 0
    while document.undo():
        steps += 1
    return steps


def test_beyond_the_limit_undo_ends_where_the_oldest_kept_step_began(five_kept):
    states = add_events(five_kept, 0, 12)

    assert undo_all(five_kept) == 5

    assert digest(five_kept) == states[-6]
    while five_kept.redo():
        pass
    assert digest(five_kept) == states[-1]
    assert five_kept.check() == []


def test_gestures_that_change_nothing_push_no_step_out_of_the_history(five_kept):
    states = add_events(five_kept, 0, 6)
    for _ in range(20):
        with five_kept.step("Nothing"):
            pass

    assert undo_all(five_kept) == 5

    assert digest(five_kept) == states[0]


def test_steps_that_were_undone_push_no_other_out_of_the_history(five_kept):
    add_events(five_kept, 0, 3)
    for _ in range(4):
        add_events(five_kept, 10, 12)
        five_kept.undo()
        five_kept.undo()
    add_events(five_kept, 20, 22)

    assert [step.name for step in five_kept.history()] == ["Add event"] * 5
    assert undo_all(five_kept) == 5
    assert len(five_kept.events()) == 0


def test_a_gesture_that_changes_nothing_leaves_what_was_undone_to_be_redone(document):
    event = add_event(document, 1, "Siege")
    document.undo()
    with document.step("Nothing"):
        document.remove(Event, [])

    assert document.redo_name == "Add event"
    document.redo()

    assert [one.id for one in document.events()] == [event]
    retitle_event(document, event, "Raid")
    assert document.check() == []
