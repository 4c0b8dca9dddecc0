"""When Dateline itself fails: one window whatever fails, a log, and nothing opened."""

import threading

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QPushButton

from desktop.gui import errors
from desktop.gui.dialogs.page import PageDialog
from desktop.gui.dialogs.trouble import TroubleDialog, tell_trouble

KINDS = QTextDocument.ResourceType


@pytest.fixture
def watch(qapp):
    made = errors.Watch()
    made.begin()
    yield made
    made.end()


def dialogs():
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, TroubleDialog) and one.isVisible()
    ]


def test_many_errors_are_told_in_one_window(window):
    for number in (1, 2, 1):
        tell_trouble(f"Error {number}")

    (dialog,) = dialogs()
    told = dialog.report.toPlainText()
    assert (told.count("Error 1"), told.count("Error 2")) == (1, 1)
    words = {button.text() for button in dialog.findChildren(QPushButton)}
    assert words == {"Go on", "Copy report", "Quit Dateline"}
    dialog.close()


def test_an_error_on_a_thread_reaches_the_window_and_the_log(watch, qtbot):
    with qtbot.waitSignal(watch.broke) as broke:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()

    assert "ZeroDivisionError" in broke.args[0]
    assert "ZeroDivisionError" in (watch.folder / "dateline.log").read_text("utf-8")


def test_a_long_log_is_put_aside(qapp):
    first = errors.Watch()
    first.end()
    log = first.folder / "dateline.log"
    log.write_text("x" * 600_000)

    second = errors.Watch()
    second.end()

    assert log.stat().st_size == 0
    assert (first.folder / "dateline.1.log").stat().st_size == 600_000


@pytest.mark.parametrize("name", ["file:///dev/zero", "//host/share/x.png", "http://host/x.png"])
def test_a_page_of_ours_opens_nothing_that_it_names(window, name):
    page = PageDialog(window, "Help", f'<p>Words</p><img src="{name}">')

    given = {kind: page.page.loadResource(kind.value, QUrl(name)) for kind in KINDS}

    assert given[KINDS.ImageResource].width() == 1
    assert all(given[kind] == b" " for kind in (KINDS.StyleSheetResource, KINDS.HtmlResource))
    assert page.page.toPlainText().startswith("Words")
