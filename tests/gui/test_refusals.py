"""The window when the disk refuses: one strip with ways out, and nothing lost."""

from contextlib import closing

import pytest
from PySide6.QtWidgets import QPushButton
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.edits.events import add_event
from desktop.errors import RefusedError
from desktop.gui import refusals
from desktop.gui.offers import Offers
from desktop.gui.opening import make_window


def titles(document):
    return sorted(event.title for event in document.events())


def buttons(window):
    return {
        button.text(): button
        for button in window.banner.findChildren(QPushButton)
        if button.isVisible()
    }


def offers(window):
    return window.findChild(Offers)


def place(window, title):
    window.attempt(lambda: add_event(window.document, 1, title))


@pytest.fixture
def other(document):
    with closing(sqlite3.connect(document.path, isolation_level=None)) as program:
        yield program


def move_away(document):
    away = document.path.with_name("away.dateline")
    document.path.rename(away)
    return away


def test_a_refused_gesture_is_offered_again_and_made_when_the_file_is_back(window, document):
    away = move_away(document)
    place(window, "Refused")
    assert "moved or deleted" in window.banner.sentence
    assert set(buttons(window)) == {"Try again", "Save a copy elsewhere…"}

    buttons(window)["Try again"].click()
    assert "moved or deleted" in window.banner.sentence
    away.rename(document.path)
    buttons(window)["Try again"].click()

    assert titles(document) == ["Refused"]
    assert window.banner.sentence == ""


def test_a_copy_elsewhere_holds_the_refused_gesture(window, document, tmp_path, monkeypatch):
    place(window, "Before")
    move_away(document)
    place(window, "Refused")
    chosen = iter([None, tmp_path / "elsewhere.dateline"])
    monkeypatch.setattr(refusals, "choose_new_file", lambda *words: next(chosen))

    buttons(window)["Save a copy elsewhere…"].click()
    assert "Try again" in buttons(window)
    buttons(window)["Save a copy elsewhere…"].click()

    assert "elsewhere.dateline" in window.banner.sentence
    buttons(window)["Go on there"].click()
    opened = window.desk.windows[tmp_path / "elsewhere.dateline"]
    assert titles(opened.document) == ["Before", "Refused"]


def test_a_short_lock_of_another_program_is_never_seen(window, document, other, qtbot):
    other.execute("BEGIN IMMEDIATE")
    place(window, "Waits")
    assert window.banner.sentence == ""
    assert offers(window).refusals.is_waiting
    assert titles(document) == []

    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: titles(document) == ["Waits"])

    assert window.banner.sentence == ""
    assert not offers(window).refusals.is_waiting


def test_a_long_lock_is_told_with_ways_out(window, document, other, qtbot, monkeypatch):
    monkeypatch.setattr(refusals, "_TRIES", 1)
    other.execute("BEGIN IMMEDIATE")
    place(window, "Waits")

    qtbot.waitUntil(lambda: window.banner.sentence != "")

    assert "Another program is writing timeline.dateline" in window.banner.sentence
    other.execute("ROLLBACK")
    buttons(window)["Try again"].click()
    assert titles(document) == ["Waits"]


def test_a_swapped_file_is_noticed_and_both_versions_are_kept(window, document, tmp_path):
    place(window, "Mine")
    theirs = Document.create(tmp_path / "theirs.dateline", title="Theirs")
    theirs.close()
    theirs.path.replace(document.path)

    offers(window).displaced.look()

    assert "put another file in the place of timeline.dateline" in window.banner.sentence
    (kept,) = tmp_path.glob("timeline (kept *).dateline")
    copy = Document.open(kept)
    assert titles(copy) == ["Mine"]
    copy.close()
    with pytest.raises(RefusedError):
        add_event(document, 1, "Refused")
    standing = Document.open(document.path)
    assert standing.title == "Theirs"
    standing.close()


def test_what_stands_there_now_is_opened_in_the_windows_place(desk, document, tmp_path, qtbot):
    window = desk.keep(document.path, make_window(desk, document))
    theirs = Document.create(tmp_path / "theirs.dateline", title="Theirs")
    theirs.close()
    theirs.path.replace(document.path)
    offers(window).displaced.look()

    buttons(window)["Open what stands there now"].click()

    qtbot.waitUntil(lambda: document.path in desk.windows)
    assert desk.windows[document.path].document.title == "Theirs"


def test_a_deleted_file_is_kept_among_the_copies_and_may_come_back(window, document):
    place(window, "Mine")
    away = move_away(document)
    watching = offers(window).displaced

    watching.look()

    assert "moved or deleted" in window.banner.sentence
    assert "Open what you had" in buttons(window)
    place(window, "More")
    away.rename(document.path)
    watching.look()
    assert "is back" in window.banner.sentence
    buttons(window)["Try again"].click()
    assert titles(document) == ["Mine", "More"]


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_same_file_twice_raises_its_window(desk, document, tmp_path):
    document.close()
    first = desk.open(document.path)
    link = tmp_path / "link.dateline"
    link.symlink_to(document.path)

    assert desk.open(document.path) is first
    assert desk.open(document.path.parent / ".." / tmp_path.name / document.path.name) is first
    assert desk.open(link) is first
    assert len(desk.windows) == 1
