"""What goes wrong: a sentence in the window for the user's matters, a report for ours."""

import logging
import sys

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.errors import LockedError
from desktop.gui import errors


@pytest.fixture
def watch(qapp):
    made = errors.Watch()
    yield made
    made.end()


@pytest.fixture
def banner(look, qtbot):
    window = QWidget()
    made = errors.Banner()
    QVBoxLayout(window).addWidget(made)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    yield made
    window.close()


def test_a_refusal_that_nobody_caught_is_told_in_the_window(watch, banner):
    watch.take(LockedError("The track Statements is locked."))

    assert banner.sentence == "The track Statements is locked."
    assert banner.isVisible()


def test_a_banner_shows_tags_as_they_are(banner):
    banner.tell("<img src='file:///dev/zero'> cannot be read.")

    assert banner.sentence.startswith("<img")


def test_our_own_error_is_reported_and_written_to_the_log(watch, qtbot):
    with qtbot.waitSignal(watch.broke) as broke:
        watch.take(ZeroDivisionError("seven"))

    assert "ZeroDivisionError: seven" in broke.args[0]
    assert "ZeroDivisionError: seven" in (watch.folder / "dateline.log").read_text("utf-8")


def test_a_report_names_no_home_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))

    assert str(tmp_path) not in errors.report(f"File {tmp_path}/story.dateline")


def test_what_qt_complains_of_goes_to_the_log(watch, caplog):
    errors.log_qt(errors.QtMsgType.QtWarningMsg, None, "a layout within a layout")

    assert ("dateline", logging.WARNING, "Qt: a layout within a layout") in caplog.record_tuples


def test_the_hooks_are_given_back(watch):
    before = sys.excepthook

    watch.begin()
    watch.end()

    assert sys.excepthook is before
