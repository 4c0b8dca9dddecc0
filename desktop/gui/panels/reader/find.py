"""Finding words in the article that is being read."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.gui.panels.labels import Plain
from desktop.gui.panels.quiet import quiet_tool
from desktop.i18n import _

_MOST = 5_000  # more places than anyone steps through; painting stays quick


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Where `words` stand in `text` in any case and with any blanks between, in code points."""
    parts = words.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, parts)), re.IGNORECASE)
    found = pattern.finditer(text)
    return [place.span() for place, _number in zip(found, range(_MOST), strict=False)]


class FindBar(QWidget):
    """A line above the article; `met` when another place is to be shown, `closed` at its end."""

    met = Signal()
    closed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._current = 0
        self.places: list[tuple[int, int]] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("Find in article"))
        self.line.setAccessibleName(_("Find in article"))
        self._count = Plain(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.line, 1)
        row.addWidget(self._count)
        for name, words, act in (
            ("chevron-up", _("Previous"), self.step_back),
            ("chevron-down", _("Next"), self.step_on),
            ("x", _("Close"), self.close_bar),
        ):
            row.addWidget(quiet_tool(name, words, act))
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self.step_on)
        self.hide()

    @property
    def current(self) -> tuple[int, int] | None:
        """The place that is being shown."""
        return self.places[self._current] if self.places else None

    def open_bar(self, words: str) -> None:
        """Take the focus, with `words` to find if there are any."""
        self.show()
        if words:
            self.line.setText(words)
        self.line.setFocus()
        self.line.selectAll()

    def search_in(self, text: str) -> None:
        """Look in another text from now on."""
        self._text = text
        if not self.isHidden():
            self._find()

    def step_on(self) -> None:
        """Go to the next place; the first one after the last."""
        self._step(1)

    def step_back(self) -> None:
        """Go to the place before."""
        self._step(-1)

    def close_bar(self) -> None:
        """Put the bar away; `closed` carries the place that was being shown, if any."""
        found = self.current
        self.hide()
        self.places = []
        self.closed.emit(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, Shift+Enter and the arrows step."""
        acts = {
            Qt.Key.Key_Escape: self.close_bar,
            Qt.Key.Key_Up: self.step_back,
            Qt.Key.Key_Down: self.step_on,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None:
            super().keyPressEvent(event)
        else:
            act()

    def _find(self) -> None:
        self.places = places_of(self.line.text(), self._text)
        self._current = 0
        self._say()
        self.met.emit()

    def _step(self, by: int) -> None:
        if self.places:
            self._current = (self._current + by) % len(self.places)
            self._say()
            self.met.emit()

    def _say(self) -> None:
        if self.places:
            self._count.say(f"{self._current + 1} / {len(self.places)}", "muted")
        else:
            self._count.say(_("Not found") if self.line.text().strip() else "", "muted")
