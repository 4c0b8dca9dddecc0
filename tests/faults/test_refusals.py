"""F3, F4, F5, F9, F12: the disk is full, fails, has gone, is read-only, is another program's."""

import pytest

from desktop.document import Document
from desktop.edits.events import add_event
from desktop.errors import DatelineError, RefusedError
from tests.faults import medium as disk

CAUSES = {
    "full": (disk.FULL, "is full, so"),
    "failing": (disk.WRITE, "reported an error"),
    "unsynced": (disk.SYNC, "reported an error"),
    "read-only": (disk.READONLY, "is read-only"),
    "closed folder": (disk.CANTOPEN, "is read-only"),
    "busy": (disk.BUSY, "Another program is writing"),
}


def titles(document):
    return sorted(event.title for event in document.events())


@pytest.mark.parametrize("cause", CAUSES)
def test_a_disk_that_refuses_is_named_and_the_gesture_is_made_when_it_is_back(war, medium, cause):
    add_event(war, 1, "Before")
    code, words = CAUSES[cause]
    told = []
    war.on_refused = told.append
    medium.fail(code)

    with pytest.raises(
        RefusedError, match=rf"war\.dateline.*{words}|{words}.*war\.dateline"
    ) as one:
        add_event(war, 1, "Refused")

    assert told == [one.value]
    assert "save a copy" in str(one.value)
    assert "all before it is saved" in str(one.value).replace("\n", " ")
    assert one.value.may_pass == (cause == "busy")
    assert titles(war) == ["Before"]
    medium.heal()
    war.try_again()
    assert titles(war) == ["Before", "Refused"]
    add_event(war, 1, "After")
    assert [step.name for step in war.history()] == ["Add event"] * 3
    war.undo()
    war.undo()
    assert titles(war) == ["Before"]
    assert war.check() == []


def test_as_long_as_the_disk_refuses_every_try_is_told_and_none_is_lost(war, medium):
    medium.fail(disk.FULL)
    with pytest.raises(RefusedError):
        add_event(war, 1, "Refused")

    for _ in range(3):
        with pytest.raises(RefusedError, match="is full"):
            war.try_again()

    medium.heal()
    war.try_again()
    assert titles(war) == ["Refused"]
    assert not war.can_try_again


def test_a_copy_saved_elsewhere_holds_the_refused_gesture_too(war, medium, tmp_path):
    add_event(war, 1, "Before")
    medium.fail(disk.FULL, path="war.dateline")
    with pytest.raises(RefusedError):
        add_event(war, 1, "Refused")

    war.save_elsewhere(tmp_path / "elsewhere.dateline")

    copy = Document.open(tmp_path / "elsewhere.dateline")
    assert titles(copy) == ["Before", "Refused"]
    assert copy.check() == []
    copy.close()
    assert titles(war) == ["Before"]


def test_undo_and_redo_are_refused_whole_and_tried_again(war, medium):
    add_event(war, 1, "One")
    for deed, left in ((war.undo, []), (war.redo, ["One"])):
        medium.fail(disk.WRITE)
        before = titles(war)
        with pytest.raises(RefusedError):
            deed()
        assert titles(war) == before

        medium.heal()
        war.try_again()

        assert titles(war) == left


def test_a_refused_gesture_is_not_made_over_what_was_done_since(war, medium):
    event = add_event(war, 1, "One")
    medium.fail(disk.FULL)
    with pytest.raises(RefusedError), war.step("Rename"):
        war._db.execute("UPDATE events SET title = 'Two' WHERE id = ?", [event])
    again = war._again
    medium.heal()
    with war.step("Rename"):
        war._db.execute("UPDATE events SET title = 'Three' WHERE id = ?", [event])

    with pytest.raises(DatelineError, match="changed since"):
        again()

    assert titles(war) == ["Three"]


def test_a_gesture_that_was_wrong_anyway_says_so(war, medium):
    medium.fail(disk.FULL)

    with pytest.raises(ZeroDivisionError), war.step("Divide"):
        war.set_setting("title", str(1 / 0))

    assert not war.can_try_again


@pytest.mark.parametrize("kind", ["write", "sync", "delete", "truncate"])
def test_a_disk_that_fails_at_the_very_end_of_a_gesture_loses_none(war, medium, kind):
    add_event(war, 1, "Before")
    seen = []

    def answer(asked, path):
        seen.append(asked)
        return disk.KINDS[kind] if asked == kind and "sync" in seen else 0

    medium.answer = answer
    try:
        add_event(war, 1, "Refused")
    except RefusedError:
        medium.heal()
        assert titles(war) == ["Before"]
        war.try_again()

    medium.heal()
    assert titles(war) == ["Before", "Refused"]
    assert war.check() == []


def test_gestures_that_wait_for_another_program_are_made_in_their_order(war, medium):
    medium.fail(disk.BUSY)
    with pytest.raises(RefusedError):
        add_event(war, 1, "First")
    with pytest.raises(RefusedError):
        add_event(war, 1, "Second")

    medium.heal()
    add_event(war, 1, "Third")

    assert [event.title for event in war.events()] == ["First", "Second", "Third"]
    assert war.check() == []


def test_a_gesture_of_which_one_was_told_is_not_made_behind_the_users_back(war, medium):
    medium.fail(disk.FULL)
    with pytest.raises(RefusedError):
        add_event(war, 1, "Told")
    medium.heal()

    add_event(war, 1, "By hand")

    assert titles(war) == ["By hand"]
    assert not war.can_try_again
