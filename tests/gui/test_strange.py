"""A damaged or strange timeline is never refused as a whole: its window offers ways out."""

from contextlib import closing

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document.backups import back_up
from desktop.edits.events import add_event
from desktop.gui.strange import StrangeWindow
from desktop.gui.window import Window


def strange(document):
    document.close()
    with closing(sqlite3.connect(document.path)) as other, other:
        other.execute("CREATE TRIGGER bomb AFTER UPDATE ON events BEGIN DELETE FROM events; END")


def torn(document):
    document.close()
    content = document.path.read_bytes()
    pages = [content[at : at + 4096] for at in range(0, len(content), 4096)]
    harmed = [bytes(4096) if b"Siege 20 " in page else page for page in pages[1:]]
    document.path.write_bytes(b"".join([pages[0], *harmed]))


def headless(document):
    document.close()
    document.path.write_bytes(b"\0" * 4096 + document.path.read_bytes()[4096:])


def unmarked(document):
    document.close()
    content = bytearray(document.path.read_bytes())
    content[68] ^= 1  # the first byte of the application_id
    document.path.write_bytes(content)


@pytest.fixture
def filled(document):
    for number in range(40):
        add_event(document, 1, f"Siege {number} " + "words " * 40)
    return document


def opened(desk, path):
    found = desk.windows[path]
    assert isinstance(found, Window)
    return found


@pytest.mark.parametrize("harm", [strange, torn, unmarked, headless])
def test_what_can_be_read_opens_as_a_new_timeline(desk, filled, qtbot, harm):
    harm(filled)
    before = filled.path.read_bytes()

    page = desk.open(filled.path)
    assert isinstance(page, StrangeWindow)
    assert "timeline.dateline" in page.words.text()
    page.rescuing.click()
    rescued = filled.path.with_name("timeline rescued.dateline")
    qtbot.waitUntil(lambda: rescued in desk.windows, timeout=30_000)

    assert len(opened(desk, rescued).document.events()) >= (10 if harm is torn else 40)
    assert filled.path.read_bytes() == before
    qtbot.waitUntil(lambda: filled.path not in desk.windows)


def test_the_last_safety_copy_is_offered_where_there_is_one(desk, filled, qtbot):
    back_up(filled.path)
    headless(filled)

    page = desk.open(filled.path)
    assert isinstance(page, StrangeWindow)
    page.copying.click()

    copy = filled.path.with_name("timeline (safety copy).dateline")
    assert len(opened(desk, copy).document.events()) == 40


def test_a_file_of_which_nothing_can_be_read_says_so(desk, document, qtbot):
    document.close()
    document.path.write_bytes(bytes(90_000))
    page = desk.open(document.path)

    page.rescuing.click()

    qtbot.waitUntil(lambda: "nothing that Dateline can read" in page.words.text(), timeout=30_000)
    assert not document.path.with_name("timeline rescued.dateline").exists()
    page.close()
    assert document.path not in desk.windows
