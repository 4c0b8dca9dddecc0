"""When damage is found under an open window: a strip that says so, with the ways out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.document.backups import backups_of
from desktop.gui.strange import StrangeWindow
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.paths import real


class Damaged(QObject):
    """Offers to open what can be read of the file, or its last safety copy, beside it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._found = ""
        window.banner.on_damage = self.take

    def take(self, sentence: str, path: Path | None) -> bool:
        """Tell of damage with its ways out; False where it is not that of the open file."""
        document = self._window.document
        if path is None or real(path) != real(document.path):
            return False
        self._found = sentence
        deeds: list[tuple[str, Callable[[], object]]] = [
            (_("Open what can be read"), lambda: self._leave().rescuing.click())
        ]
        if backups_of(document.path):
            words = _("Open the last safety copy")
            deeds.append((words, lambda: self._leave().copying.click()))
        self._window.banner.offer_deeds(sentence, deeds)
        return True

    def _leave(self) -> StrangeWindow:
        """Put the page of ways out in the window's place, so that nobody writes the file on."""
        desk, path = self._window.desk, self._window.document.path
        self._window.close()
        page = StrangeWindow(desk, path, self._found)
        desk.keep(path, page)
        return page
