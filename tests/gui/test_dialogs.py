"""Every dialog can be gone through by keyboard: names, one button for Enter, no end of the road."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
)

from desktop.edits.articles import add_article
from desktop.edits.events import add_event
from desktop.gui.menubar import MenuBar
from desktop.model import Article, Selection
from desktop.when import When

FIRST = {
    "export": "Export…",
    "print": "Print…",
    "history": None,
    "shortcuts": "Close",
    "correct_text": "Apply",
    "describe_article": "OK",
    "track_note": "OK",
    "track_words": "OK",
    "delete_track": "Delete",
    "shift": "OK",
}


@pytest.fixture
def asked(window, document, qtbot):
    """What is seen of a dialog that an action opens: `asked("export", look)`."""
    text = "The wall of Port Ellery broke on Wednesday. Two boats sank."
    article = add_article(document, Article(title="Storm", text=text, published=When("2024-11-29")))
    first, _second = (
        add_event(document, 1, title, When(when))
        for title, when in (("Siege", "2024-11-01/2024-11-20"), ("Storm", "2024-11-29"))
    )
    window.complete()
    window.session.select(Selection(events=(first,), article=article, track=1))
    actions = window.findChild(MenuBar).actions_by_id
    actions["copy_events"].trigger()

    def do(name, see):
        seen = []

        def look():
            tops = [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)]
            shown = next((one for one in tops if one.isVisible()), None)
            if shown is None:
                QTimer.singleShot(10, look)
                return
            seen.append(see(shown))
            shown.reject()

        QTimer.singleShot(10, look)
        actions[name].trigger()
        qtbot.waitUntil(lambda: bool(seen))
        return seen

    return do


def name_of(widget):
    """What a screen reader says of it."""
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    return (widget.accessibleName() or words).strip()


def walked(dialog):
    """The widgets that Tab leads to, from the one that has the focus, round to it again."""
    assert dialog.focusWidget() is not None
    found = []
    while (one := QApplication.focusWidget()) is not None and one not in found and len(found) < 80:
        found.append(one)
        if isinstance(one, QTextEdit | QPlainTextEdit) and not one.tabChangesFocus():
            QTest.keyClick(one, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        else:
            QTest.keyClick(one, Qt.Key.Key_Tab)
    return found


@pytest.mark.parametrize("name", FIRST)
def test_a_dialog_is_gone_through_by_keyboard(name, asked):
    def see(dialog):
        dialog.activateWindow()
        QApplication.processEvents()
        stops = walked(dialog)
        buttons = [one for one in dialog.findChildren(QPushButton) if one.isVisible()]
        assert all(map(name_of, stops)), [type(one).__name__ for one in stops]
        assert all(button.icon().isNull() for button in buttons)
        assert {*filter(QPushButton.isEnabled, buttons)} <= {*stops}
        return [one.text() for one in buttons if one.isDefault()]

    (defaults,) = asked(name, see)

    # Enter does what the dialog is for, also after the focus has been on another button.
    assert defaults == ([FIRST[name]] if FIRST[name] else [])
