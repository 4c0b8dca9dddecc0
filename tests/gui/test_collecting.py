"""The garbage collector rests while the program starts, and works again on every path."""

import gc

import pytest

from desktop.gui import app, collecting
from desktop.gui.opening import make_window


@pytest.fixture(autouse=True)
def _as_before():
    yield
    gc.unfreeze()
    gc.enable()


def test_what_came_with_the_start_is_not_looked_through_again():
    gc.disable()
    was_resting = not gc.isenabled()

    collecting.go_on()

    assert was_resting
    assert gc.isenabled()
    assert gc.get_freeze_count() > 0


def test_going_on_twice_freezes_once():
    gc.disable()
    collecting.go_on()
    gc.unfreeze()
    before = gc.get_freeze_count()

    collecting.go_on()

    assert gc.get_freeze_count() == before


def test_a_window_that_is_complete_lets_the_collector_go_on(desk, document, qtbot):
    desk.settled.connect(collecting.go_on)
    gc.disable()

    window = desk.keep(document.path, make_window(desk, document))
    qtbot.waitUntil(gc.isenabled)

    assert window.overview is not None
    window.close()


def test_a_start_that_fails_leaves_the_collector_working(monkeypatch):
    def fail():
        raise RuntimeError("no screen")

    monkeypatch.setattr(app, "make_application", fail)
    gc.disable()

    with pytest.raises(RuntimeError):
        app.run([])

    assert gc.isenabled()
