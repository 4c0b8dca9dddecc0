"""A large timeline shows its first events at once, and all of them soon after."""

import os
import threading
import time

import pytest

from desktop.document import Document, column_cache
from desktop.edits.events import add_event
from desktop.gui.opening import open_window
from desktop.when import When

TRACK, FIRST, ALL = 1, 2, 6


@pytest.fixture
def large(document, monkeypatch):
    """A timeline of six events, of which two count as the first part of a large one."""
    for year in range(ALL):
        add_event(document, TRACK, f"Event {year}", When(str(1900 + year)))
    document.forget_history()
    document.close()
    past = time.time_ns() - 10_000_000_007
    os.utime(document.path, ns=(past, past))
    monkeypatch.setattr(column_cache, "LEAST", FIRST + 1)
    monkeypatch.setattr(column_cache, "FIRST", FIRST - 1)
    return document.path


@pytest.fixture
def opened(desk, large):
    window = desk.keep(large, open_window(desk, large))
    yield window
    window.close()


def shown(window):
    return len(window.timeline.stage.contents.index)


def wait_for_all(window, qtbot):
    qtbot.waitUntil(lambda: window.session.first_part == 0 and not window.tasks.is_busy)


def test_the_first_events_stand_before_the_others_are_read(opened):
    assert shown(opened) == FIRST


def test_all_events_follow_and_are_in_view(opened, qtbot):
    wait_for_all(opened, qtbot)

    scale = opened.timeline.scale
    assert shown(opened) == ALL
    assert scale.start < When("1900").bounds.earliest
    assert scale.stop > When("1905").bounds.earliest


def test_an_event_that_is_put_in_meanwhile_is_there_in_the_end(opened, qtbot):
    opened.attempt(lambda: add_event(opened.document, TRACK, "New", When("1950")))

    wait_for_all(opened, qtbot)

    assert shown(opened) == ALL + 1


def test_a_window_closed_meanwhile_keeps_no_half_timeline_for_the_next(desk, large, qtbot):
    desk.keep(large, open_window(desk, large)).close()

    document = Document.open(large)

    assert len(document.event_columns().ids) == ALL
    document.close()


def test_a_reading_that_is_broken_off_is_told_and_offered_again(opened, qtbot, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    reading = opened.document.read_ahead

    def slow(report):
        begun.set()
        go_on.wait(10)
        reading(report)

    monkeypatch.setattr(opened.document, "read_ahead", slow)
    qtbot.waitUntil(begun.is_set)

    for progress in list(opened.tasks._running):
        progress.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not opened.tasks.is_busy)

    assert "Only the first events" in opened.banner.sentence
    assert shown(opened) == FIRST
