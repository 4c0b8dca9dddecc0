"""Whatever is clicked, dragged, typed or turned, in whatever order: no crash, no traceback.

`DATELINE_TOUCHES=20000 pytest tests/gui/test_random_touches.py` walks further;
`DATELINE_SEED=7` takes another walk.
"""

import os
import random
import sys
import traceback

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.edits.articles import add_article
from desktop.edits.events import add_event, place_event
from desktop.errors import DatelineError
from desktop.gui.actions import ACTIONS
from desktop.gui.window import Window
from desktop.model import Article, Quote, Selection
from desktop.when import When

TOUCHES = int(os.environ.get("DATELINE_TOUCHES", "150"))
SEED = int(os.environ.get("DATELINE_SEED", "1"))
TEXT = """Boats left the harbour of Port Ellery on Friday, its master said.
Waves had broken the outer wall on Wednesday. Two boats sank with their crews.
The mayor denied that anyone was lost; see https://example.org/harbour for the list."""
# What ends the walk, or leaves for a folder or a program of the system.
_LEAVING = {"close", "quit", "new", "open", "logs"}
_KEYS = (
    *("Return", "Escape", "Tab", "Space", "Left", "Right", "Up", "Down", "Home", "End", "Menu"),
    *("PageUp", "PageDown", "Delete", "Backspace", "F2", "1", "2", "9", "a", "d", "x"),
)
_Modifier = Qt.KeyboardModifier
_MODIFIERS = (_Modifier.NoModifier,) * 4 + (
    _Modifier.ControlModifier,
    _Modifier.ShiftModifier,
    _Modifier.AltModifier,
)
_BUTTONS = (Qt.MouseButton.LeftButton,) * 4 + (
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)


class Walk:
    """Touches one window at random, and whatever opens over it, until `left` is 0."""

    def __init__(self, window: Window, seed: int, touches: int) -> None:
        self._window = window
        self._chance = random.Random(seed)
        # Half of the touches go where most of a user's do.
        dear = [window.timeline, window.reader, window.articles]
        self._places: list[QWidget] = [window, window, window, *dear]
        self.left = touches
        self.told: list[str] = []
        self._go_on()

    def _go_on(self) -> None:
        # A timer for each touch: it goes on inside the loop of a dialog that a touch has opened.
        QTimer.singleShot(0, self._window, self._touch)

    def _touch(self) -> None:
        if self.left <= 0:
            self._leave()
            return
        self.left -= 1
        self._go_on()
        over = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if over is not None and self._chance.random() < 0.3:
            self._note("escape", over)
            QTest.keyClick(over, Qt.Key.Key_Escape)
            return
        deed = self._chance.choice(
            (self._click, self._click, self._drag, self._turn, self._press, self._act)
        )
        deed(over or self._chance.choice(self._places))

    def _note(self, deed: str, target: QWidget, more: object = "") -> None:
        self.told.append(f"{deed} {type(target).__name__} {target.objectName()} {more}")

    def _place(self, top: QWidget) -> tuple[QWidget, QPoint]:
        point = QPoint(
            self._chance.randrange(max(1, top.width())),
            self._chance.randrange(max(1, top.height())),
        )
        target = top.childAt(point) or top
        return target, target.mapFrom(top, point) if target is not top else point

    def _click(self, top: QWidget) -> None:
        target, place = self._place(top)
        button, held = self._chance.choice(_BUTTONS), self._chance.choice(_MODIFIERS)
        self._note("click", target, (place, button.name, held.name))
        how = QTest.mouseDClick if self._chance.random() < 0.2 else QTest.mouseClick
        how(target, button, held, place)

    def _drag(self, top: QWidget) -> None:
        target, place = self._place(top)
        button, held = self._chance.choice(_BUTTONS), self._chance.choice(_MODIFIERS)
        self._note("drag", target, (place, button.name, held.name))
        QTest.mousePress(target, button, held, place)
        for _step in range(self._chance.randrange(1, 6)):
            place += QPoint(self._chance.randint(-60, 60), self._chance.randint(-40, 40))
            QTest.mouseMove(target, place)
        QTest.mouseRelease(target, button, held, place)

    def _turn(self, top: QWidget) -> None:
        target, place = self._place(top)
        held = self._chance.choice(_MODIFIERS)
        angle = QPoint(
            self._chance.choice((0, 0, 120)), self._chance.choice((-240, -120, 120, 600))
        )
        self._note("wheel", target, (place, angle, held.name))
        turned = QWheelEvent(
            QPointF(place), QPointF(target.mapToGlobal(place)), QPoint(), angle,
            Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(target, turned)

    def _press(self, top: QWidget) -> None:
        target = QApplication.focusWidget() or top
        key, held = self._chance.choice(_KEYS), self._chance.choice(_MODIFIERS)
        self._note("key", target, (key, held.name))
        QTest.keyClick(target, Qt.Key[f"Key_{key.upper() if len(key) == 1 else key}"], held)

    def _act(self, top: QWidget) -> None:
        """Do what a menu entry does, as far as it is offered just now."""
        action = self._chance.choice([one for one in ACTIONS if one.id not in _LEAVING])
        self._note("do", top, action.id)
        for shown in self._window.actions():
            if shown.text() == action.text(self._window) and shown.isEnabled():
                shown.trigger()
                return

    def _leave(self) -> None:
        while over := QApplication.activePopupWidget() or QApplication.activeModalWidget():
            over.close()


@pytest.fixture
def furnished(window, document):
    """A window with an article, three events and words selected."""
    article = add_article(
        document, Article(title="Harbour reopens", text=TEXT, published=When("2024-11-29"))
    )
    quote = Quote(article, 0, 38, TEXT[:38])
    place_event(document, document.tracks()[0], quote)
    add_event(document, document.tracks()[1].id, "Wall built", When("2016~/2017"))
    add_event(document, document.tracks()[2].id, "Nobody knows")
    window.session.select(Selection(article=article))
    window.timeline.fit_all()
    return window


@pytest.fixture
def broken(monkeypatch):
    """Every error that came to nobody, but for refusals, which the window tells."""
    met = []

    def take(_kind, error, _trace):
        is_told = isinstance(error, DatelineError) and "any more" not in str(error)
        if not is_told:
            met.append("".join(traceback.format_exception(error)))

    monkeypatch.setattr(sys, "excepthook", take)
    return met


@pytest.mark.qt_no_exception_capture
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_random_touches_neither_break_the_window_nor_the_document(
    furnished, document, qtbot, monkeypatch, tmp_path, broken
):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)

    # A click in the menus reaches "Close" and "Quit" too, which would end the walk.
    with monkeypatch.context() as held:
        held.setattr(Window, "close", lambda _window: False)
        walk = Walk(furnished, SEED, TOUCHES)
        qtbot.waitUntil(lambda: walk.left <= 0, timeout=60_000 + 200 * TOUCHES)

    assert broken == [], walk.told[-20:]
    assert document.check() == [], walk.told[-20:]
    while document.undo():
        pass
    assert document.check() == []
