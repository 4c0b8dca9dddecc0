"""How the window shares its room between reading and the timeline, and how it is presented."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.gui.menubar import MenuBar


def settle(window, qtbot):
    qtbot.waitUntil(lambda: window.overview is not None)
    QApplication.processEvents()


@pytest.mark.parametrize("size", [(1366, 768), (1600, 1000)])
def test_a_new_timeline_shows_all_its_six_tracks(window, document, qtbot, size):
    settle(window, qtbot)

    window.resize(*size)
    QApplication.processEvents()

    stage = window.timeline.stage
    assert len(stage.frame.bands) == len(document.tracks()) == 6
    assert stage.content_height <= stage.height
    assert window.reader.height() >= 0.36 * size[1]


def test_the_share_that_the_user_gave_the_timeline_stays(window, qtbot):
    settle(window, qtbot)
    splitter = window.timeline.parentWidget().parentWidget().parentWidget()
    splitter.setSizes([500, 150])
    splitter.splitterMoved.emit(500, 1)
    before = window.timeline.height()

    window.resize(1360, 760)
    QApplication.processEvents()

    assert abs(window.timeline.height() - before) <= 10


def span(window):
    scale = window.timeline.scale
    return round(scale.start), round(scale.stop)


def test_a_presented_timeline_shows_the_same_stretch_of_time_and_so_does_the_window_after(
    window, qtbot
):
    settle(window, qtbot)
    window.timeline.zoom_to(0, 30 * 86_400)
    qtbot.waitUntil(lambda: not window.timeline.stage.motion.is_under_way)
    seen, wide = span(window), window.timeline.scale.width
    actions = window.findChild(MenuBar).actions_by_id

    actions["present"].trigger()
    qtbot.waitUntil(lambda: window.isFullScreen())
    window.resize(1900, 1000)
    QApplication.processEvents()
    presented, presented_wide = span(window), window.timeline.scale.width
    actions["present"].trigger()
    window.resize(1366, 768)
    QApplication.processEvents()

    assert presented_wide != wide
    assert presented == seen
    assert span(window) == seen


def test_a_window_that_is_pulled_wider_after_another_place_was_gone_to_keeps_the_zoom(
    window, qtbot
):
    settle(window, qtbot)
    window.timeline.stage.keep_span()
    window.timeline.stage.pan(-40, 0)
    before = window.timeline.scale

    window.resize(1300, 768)
    QApplication.processEvents()

    assert window.timeline.scale == before.resized(window.timeline.scale.width)


def test_who_wants_less_motion_goes_everywhere_at_once(window):
    actions = window.findChild(MenuBar).actions_by_id
    window.timeline.stage.glide = 180

    actions["still"].trigger()

    assert actions["still"].isChecked()
    assert window.timeline.stage.glide == 0
    assert window.desk.settings.answer("still", default=False)
