"""Damage that is found under an open window is told with the ways out, never in words only."""

import subprocess
import sys
from contextlib import closing

import pytest
from PySide6.QtWidgets import QPushButton
from sqlite_utils.utils import sqlite3

from desktop.document.backups import back_up
from desktop.edits.events import add_event, retitle_event
from desktop.errors import StrangeFileError
from desktop.gui import errors
from desktop.gui.menu import safety
from desktop.gui.opening import make_window


@pytest.fixture
def filled(document):
    for number in range(120):
        add_event(document, 1, f"Siege {number} " + "words " * 40)
    return document


@pytest.fixture
def window(filled, desk, qtbot):
    """The window of a timeline with many pages of events."""
    shown = desk.keep(filled.path, make_window(desk, filled))
    qtbot.waitExposed(shown)
    shown.activateWindow()
    yield shown
    if not shown.is_closed:
        shown.close()


def overwrite(path, words=b"Siege 60 "):
    """What a failing disk does under the open window: a page with these words is gone.

    Done by another process: closing the file in this one would drop SQLite's locks.
    """
    deed = (
        "import sys; path, words = sys.argv[1], sys.argv[2].encode()\n"
        "with open(path, 'r+b') as file:\n"
        "    pages = file.read()\n"
        "    for at in range(4096, len(pages), 4096):\n"
        "        if pages[at] == 13 and words in pages[at:at + 4096]:\n"
        "            file.seek(at); file.write(b'\\xa5' * 4096)\n"
    )
    subprocess.run([sys.executable, "-c", deed, path, words.decode()], check=True)


def deeds(window):
    return {one.text(): one for one in window.banner.findChildren(QPushButton) if one.isVisible()}


def rescued_from(desk, window, qtbot):
    path = window.document.path
    deeds(window)["Open what can be read"].click()
    target = path.with_name("timeline rescued.dateline")
    qtbot.waitUntil(lambda: target in desk.windows, timeout=30_000)
    return desk.windows[target].document


def test_a_check_that_finds_damage_offers_what_can_be_read(window, desk, qtbot):
    overwrite(window.document.path)

    safety.check(window)

    assert "The file is damaged" in window.banner.sentence
    assert len(rescued_from(desk, window, qtbot).events()) >= 100


def test_a_read_that_meets_damage_offers_what_can_be_read(window, desk, qtbot):
    overwrite(window.document.path)
    window.document.follow()
    window.document._db.execute("PRAGMA cache_size = 0")

    window.attempt(window.document.events)

    assert "timeline.dateline is damaged" in window.banner.sentence
    assert len(rescued_from(desk, window, qtbot).events()) >= 100


def test_a_copy_that_cannot_be_made_of_damage_offers_what_can_be_read(window, desk, qtbot):
    overwrite(window.document.path)

    window.keeping.copy()
    qtbot.waitUntil(lambda: "no backup was made" in window.banner.sentence, timeout=30_000)

    assert list(deeds(window)) == ["Open what can be read"]
    assert len(rescued_from(desk, window, qtbot).events()) >= 100


def test_the_last_safety_copy_is_offered_too(window, filled, desk, qtbot):
    back_up(filled.path)
    overwrite(filled.path)

    safety.check(window)
    deeds(window)["Open the last safety copy"].click()
    copy = filled.path.with_name("timeline (safety copy).dateline")
    qtbot.waitUntil(lambda: copy in desk.windows)

    assert len(desk.windows[copy].document.events()) == 120


def test_one_damaged_row_is_named_with_the_ways_out(window, filled):
    with closing(sqlite3.connect(filled.path)) as other, other:
        other.execute("UPDATE events SET note = 'x' WHERE id = 7")

    safety.check(window)

    assert "Event “Siege 6" in window.banner.sentence
    assert "Open what can be read" in deeds(window)


def test_a_copy_of_a_damaged_row_is_told_and_the_last_good_one_offered(window, filled, desk, qtbot):
    back_up(filled.path)
    with closing(sqlite3.connect(filled.path)) as other, other:
        other.execute("UPDATE events SET importance = 9 WHERE id = 7")

    window.keeping.copy()
    qtbot.waitUntil(lambda: "Event “Siege 6" in window.banner.sentence, timeout=30_000)
    assert "The last safety copy without it is kept." in window.banner.sentence
    deeds(window)["Open the last safety copy"].click()
    copy = filled.path.with_name("timeline (safety copy).dateline")
    qtbot.waitUntil(lambda: copy in desk.windows)

    assert desk.windows[copy].document.check() == []


def test_damage_of_another_file_does_not_offer_to_leave_this_one(window, tmp_path):
    errors.tell_error(StrangeFileError("other.dateline is damaged.", tmp_path / "other.dateline"))

    assert window.banner.sentence == "other.dateline is damaged."
    assert deeds(window) == {}


def test_a_changed_event_that_was_damaged_is_named_until_one_has_looked_at_it(window, filled):
    with closing(sqlite3.connect(filled.path)) as other, other:
        other.execute("UPDATE events SET importance = 9 WHERE id = 7")
    filled.follow()

    retitle_event(filled, 7, "Siege of Troy")

    assert "Event “Siege of Troy” (7) is damaged" in window.banner.sentence
    assert "before your change, which is saved" in window.banner.sentence
    deeds(window)["All of it is right"].click()
    assert filled.check() == []
