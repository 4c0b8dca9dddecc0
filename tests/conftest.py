"""What every test stands on: no screen, no network, and a user without a past."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
os.environ.pop("DATELINE_FOLDER", None)

import pytest

from desktop.document import Document
from desktop.edits.tracks import default_tracks


@pytest.fixture(autouse=True)
def _fresh_user(tmp_path_factory, monkeypatch):
    """Every folder that is looked up during a test lies below the test's own."""
    home = tmp_path_factory.mktemp("home")
    for variable, folder in (
        ("HOME", "."),
        ("XDG_CONFIG_HOME", "config"),
        ("XDG_DATA_HOME", "data"),
        ("XDG_STATE_HOME", "state"),
        ("XDG_CACHE_HOME", "cache"),
        ("DATELINE_FOLDER", "dateline"),
    ):
        monkeypatch.setenv(variable, str(home / folder))
    return home


@pytest.fixture
def document(tmp_path):
    """An empty timeline with its six tracks, Offensives 1 to Background 6."""
    made = Document.create(tmp_path / "timeline.dateline")
    with made.step("Tracks"):
        made.add_all(default_tracks())
    made.forget_history()
    yield made
    made.close()


@pytest.fixture
def look(qapp):
    """The light look with the shipped fonts, as the program sets it."""
    from desktop.gui import theme

    theme.load_fonts()
    return theme.Look("light")


@pytest.fixture
def desk(look, tmp_path, document):
    """A desk that opens documents in real windows, closed again after the test."""
    from PySide6.QtCore import QCoreApplication, QEvent

    from desktop.gui.app import new_window, open_window
    from desktop.gui.desk import Desk
    from desktop.gui.settings import Settings

    made = Desk(Settings(tmp_path / "dateline.ini"), look, open_window, new_window)
    yield made
    made.close_all()
    # A closed window is taken down by the event loop; here nothing else would run one.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(desk, document, qtbot):
    """The window of `document`, shown at a laptop's size."""
    from desktop.gui.opening import make_window

    shown = desk.keep(document.path, make_window(desk, document))
    shown.resize(1366, 768)
    shown.activateWindow()
    qtbot.waitExposed(shown)
    yield shown
    shown.close()


@pytest.fixture
def keys(qtbot):
    """Press keys in whatever has the focus: `keys("2")`, `keys("Ctrl+Z")`."""
    from PySide6.QtCore import QKeyCombination
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    def press(*chords: str) -> None:
        for chord in chords:
            combination: QKeyCombination = QKeySequence(chord)[0]
            target = QApplication.focusWidget() or QApplication.activeWindow()
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())
            QApplication.processEvents()

    return press
