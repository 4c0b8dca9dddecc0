"""F4: each single thing that is asked of the disk fails, once or from then on, in two ways.

One in 149 here; `DATELINE_CALLS=1` takes every call.
"""

import os
import shutil

import pytest
from sqlite_utils.utils import sqlite3

from desktop.document import Document
from desktop.edits import events, tracks
from desktop.errors import DatelineError
from tests.document.walker import content
from tests.faults import medium as disk

EVERY = 1 if os.environ.get("DATELINE_CALLS") else 149


def many(document):
    with document.step("Many"):
        for number in range(60):
            events.add_event(document, 1, f"Event {number} " + "words " * 60)


GESTURES = (
    lambda document: events.add_event(document, 1, "One"),
    lambda document: events.move_events(document, [1], 86_400),
    many,
    lambda document: document.undo(),
    lambda document: tracks.add_track(document, "Own"),
    lambda document: document.redo() or document.undo(),
)


@pytest.fixture
def base(war, tmp_path):
    events.add_event(war, 1, "Zero")
    war.close()
    shutil.copy(war.path, tmp_path / "base")
    return tmp_path / "base"


def fresh(base):
    path = base.with_name("war.dateline")
    for old in base.parent.glob("war.dateline*"):
        old.unlink()
    shutil.copy(base, path)
    return path


def walk(path):
    """Every gesture, and after each the content that the user was told to be saved."""
    document, saved = None, None
    try:
        document = Document.open(path)
        saved = content(document)
        for gesture in GESTURES:
            try:
                gesture(document)
            except DatelineError:
                continue
            saved = None
            saved = content(document)
    except (DatelineError, sqlite3.Error):
        pass  # it cannot be read any more, so nobody can say here what it holds
    return document, saved


def failing(number, code, *, is_for_ever):
    """An answer that fails the call of this number, and gives how many there were."""
    calls = [0]

    def answer(kind, _path):
        calls[0] += 1
        is_now = calls[0] >= number if is_for_ever else calls[0] == number
        return (code or disk.KINDS[kind]) if is_now else 0

    return answer, calls


def test_every_call_to_the_disk_may_fail(base, medium):
    medium.answer, calls = failing(10**9, 0, is_for_ever=False)
    document, _saved = walk(fresh(base))
    document.close()
    total = calls[0]

    for number in range(1, total + 1, EVERY):
        for code in (0, disk.FULL):
            for is_for_ever in (False, True):
                path = fresh(base)
                medium.answer, _calls = failing(number, code, is_for_ever=is_for_ever)
                document, saved = walk(path)
                medium.heal()
                assert_whole(document, saved, path, (number, code, is_for_ever))
    assert total > 100


def assert_whole(document, saved, path, where):
    """What was saved is there, editing goes on, and the file is well."""
    if document is None:
        document = Document.open(path)
    elif saved is not None:
        assert content(document) == saved, where
    events.add_event(document, 1, "After")
    after = content(document)
    document.close()
    again = Document.open(path)
    assert content(again) == after, where
    assert again.check() == [], where
    again.close()
