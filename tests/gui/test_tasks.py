"""Long work: the window answers, what is ready arrives, and Cancel is heard."""

import threading

import pytest

from desktop.errors import FileError
from desktop.gui import tasks as tasks_module
from desktop.gui.tasks import Tasks


@pytest.fixture
def tasks(qapp):
    made = Tasks()
    yield made
    made.stop()


def test_what_a_thread_computes_arrives_on_the_windows_thread(tasks, qtbot):
    arrived = []

    tasks.run(
        lambda progress: threading.current_thread().name,
        lambda name: arrived.append((name, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: bool(arrived))

    worker, receiver = arrived[0]
    assert worker != threading.main_thread().name
    assert receiver is threading.main_thread()


def test_a_cancelled_task_delivers_nothing(tasks, qtbot):
    gate, arrived = threading.Event(), []
    progress = tasks.run(lambda progress: gate.wait(5), arrived.append)

    progress.cancel()
    with qtbot.waitSignal(tasks.ended):
        gate.set()

    assert arrived == []
    assert not tasks.is_busy


def test_work_can_hear_that_it_was_cancelled(tasks, qtbot):
    heard = threading.Event()

    def work(progress):
        while not progress.is_cancelled:
            pass
        heard.set()

    tasks.run(work, lambda given: None).cancel()

    qtbot.waitUntil(heard.is_set)


def test_an_error_in_a_thread_is_told_with_its_sentence(tasks, qtbot):
    def work(progress):
        raise FileError("The file story.txt is gone.")

    with qtbot.waitSignal(tasks.failed) as failed:
        tasks.run(work, lambda given: None)

    assert str(failed.args[0]) == "The file story.txt is gone."


def test_short_work_shows_no_progress_and_long_work_does(tasks, qtbot, monkeypatch):
    monkeypatch.setattr(tasks_module, "SHOWN_AFTER", 0)
    gate, shown = threading.Event(), []
    tasks.shown.connect(shown.append)

    long = tasks.run(lambda progress: gate.wait(5), lambda given: None, "Reading")
    qtbot.waitUntil(lambda: bool(shown))
    gate.set()

    assert shown == [long]
    assert long.words == "Reading"


def test_progress_reported_on_a_thread_arrives(tasks, qtbot):
    moved = []

    def work(progress):
        gate.wait(5)
        progress.report(3, 10)

    gate = threading.Event()
    tasks.run(work, lambda given: None).moved.connect(
        lambda done, total: moved.append((done, total))
    )
    gate.set()
    qtbot.waitUntil(lambda: not tasks.is_busy)

    assert moved == [(3, 10)]
