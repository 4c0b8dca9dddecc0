"""The real program, with its window, edited by a script until it is killed: test_window_kill.

Each line of the report tells one state that is on the disk: the last step and the digest of all.
"""

import json
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.cli import main
from desktop.edits.events import add_event, move_events, retitle_event
from desktop.gui import offers
from desktop.gui.window import Window
from desktop.when import When
from tests.document.killed import digest, last_step


class Script:
    """Edits in the window, with keys where there are keys for it, as fast as it answers."""

    def __init__(self, report, seed):
        self._report = os.open(report, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self._chance = random.Random(seed)
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._go_on)
        self._is_begun = False
        self._timer.start()

    def _go_on(self):
        window = next(
            (one for one in QApplication.topLevelWidgets() if isinstance(one, Window)), None
        )
        if window is None or window.overview is None:
            return
        if not self._is_begun:
            self._begin(window)
            return
        self._chance.choice([self._add, self._retitle, self._move, self._undo, self._look])(window)
        self._tell(window)

    def _begin(self, window):
        self._is_begun = True
        scale = window.timeline.scale
        said = {"status": window.statusbar.saved.text(), "start": scale.start,
                "per_pixel": scale.per_pixel, "banner": window.banner.sentence}  # fmt: skip
        os.write(self._report, f"began {json.dumps(said)}\n".encode())
        self._tell(window)

    def _tell(self, window):
        state = f"{last_step(window.document)} {digest(window.document)}\n"
        os.write(self._report, state.encode())

    def _add(self, window):
        title = f"Event {self._chance.randrange(10**6)}"
        add_event(window.document, 1, title, When(str(1500 + self._chance.randrange(500))))

    def _retitle(self, window):
        if events := window.document.events():
            retitle_event(window.document, self._chance.choice(events).id, "Retitled")

    def _move(self, window):
        if events := window.document.events():
            move_events(window.document, [self._chance.choice(events).id], 86_400)

    def _undo(self, window):
        if window.document.undo_name and not window.document.undo_is_of_earlier_session:
            window.timeline.setFocus()
            QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    def _look(self, window):
        window.go_to(When(str(1500 + self._chance.randrange(500))))


def begin(path, report, seed):
    """Start the program on the project, with a script that begins when its window stands."""
    run, scripts = QApplication.exec, []
    offers._NOTED_EVERY = 20

    def run_scripted(*_nothing):
        scripts.append(Script(report, seed))
        return run()

    QApplication.exec = run_scripted
    return main([str(Path(path))])


if __name__ == "__main__":
    sys.exit(begin(sys.argv[1], sys.argv[2], int(sys.argv[3])))
