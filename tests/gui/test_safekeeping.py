"""The window keeps a user's work: history to go back in, copies, and one writer a file."""

import pytest

from desktop.document import Document
from desktop.document.backups import back_up, backups_of
from desktop.edits.events import add_event
from desktop.gui.dialogs.history import HistoryDialog, check_words
from desktop.gui.opening import make_window


def titles(document):
    return sorted(event.title for event in document.events())


@pytest.fixture
def history(window, document):
    add_event(document, 1, "One")
    add_event(document, 1, "Two")
    back_up(document.path)
    page = HistoryDialog(window, window.session, window.attempt, window.desk.open)
    page.show()
    return page


def row_with(listed, words):
    return next(n for n in range(listed.count()) if words in listed.item(n).text())


def test_a_moment_of_the_history_is_gone_to_and_left_again(history, document):
    history.steps.setCurrentRow(history.steps.count() - 2)

    history.go()
    assert titles(document) == ["One"]

    history.steps.setCurrentRow(1)
    history.go()
    assert titles(document) == ["One", "Two"]


def test_the_beginning_takes_everything_back(history, document):
    history.steps.setCurrentRow(row_with(history.steps, "beginning"))

    history.go()

    assert titles(document) == []


def test_steps_stand_under_their_session(history):
    assert history.steps.item(0).text() == "Since this opening"
    assert "Add event" in history.steps.item(1).text()


def test_a_copy_is_restored_and_what_was_there_is_copied_first(history, document):
    add_event(document, 1, "Mistake")
    history.show_copies()
    history.copies.setCurrentRow(0)

    history.restore()

    assert titles(document) == ["One", "Two"]
    newest = Document.open(backups_of(document.path)[0].path)
    assert "Mistake" in titles(newest)
    newest.close()


def test_a_copy_opens_beside_the_timeline(history, window, document):
    history.copies.setCurrentRow(0)

    history.open_copy()

    other = next(path for path in window.desk.windows if path != document.path)
    assert other.parent == document.path.parent
    assert titles(window.desk.windows[other].document) == ["One", "Two"]


def test_a_check_says_that_all_is_well(window, document):
    assert check_words(document) == "All is well with timeline.dateline."


def test_editing_is_backed_up_and_idleness_is_not(window, document, qtbot):
    add_event(document, 1, "One")

    window.keeping.copy()
    qtbot.waitUntil(lambda: not window.tasks.is_busy)
    window.keeping.copy()
    qtbot.waitUntil(lambda: not window.tasks.is_busy)

    assert len(backups_of(document.path)) == 1


def test_a_second_program_reads_follows_and_takes_over(desk, document):
    second = Document.open(document.path)
    other = desk.keep(document.path, make_window(desk, second))
    assert "another window" in other.banner.sentence

    add_event(document, 1, "One")
    other.keeping.look()
    assert titles(second) == ["One"]
    assert second.is_read_only

    document.close()
    other.keeping.look()
    assert "has closed" in other.banner.sentence
    other.keeping.take_over()
    add_event(second, 1, "Two")
    assert titles(second) == ["One", "Two"]


def test_after_an_unexpected_end_the_status_bar_says_so_until_one_goes_on(desk, document, qtbot):
    add_event(document, 1, "One")
    for held in (document._hold, document._hold._mark):
        held._let_go()  # as a killed program lets go of its lock: without a word
    second = Document.open(document.path)

    window = desk.keep(second.path, make_window(desk, second))
    qtbot.waitUntil(lambda: not window.tasks.is_busy)

    assert "ended unexpectedly" in window.statusbar.saved.text()
    assert window.banner.sentence == ""
    add_event(second, 1, "Two")
    assert window.statusbar.saved.text() == "● Saved"


def test_after_a_usual_end_nothing_is_said(document):
    document.close()

    again = Document.open(document.path)

    assert not again.was_left_open
    again.close()


def test_a_copy_without_history_holds_none(document, tmp_path):
    add_event(document, 1, "Secret")
    document.undo()
    add_event(document, 1, "Open")

    document.save_copy(tmp_path / "plain.dateline", is_with_history=False)

    assert b"Secret" not in (tmp_path / "plain.dateline").read_bytes()
    copy = Document.open(tmp_path / "plain.dateline")
    assert (titles(copy), copy.history()) == (["Open"], [])
    copy.close()
