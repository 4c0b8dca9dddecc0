"""When damage is found under an open window: a strip that says so, with the ways out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.document.backups import last_good
from desktop.document.stepping import Doubted
from desktop.gui.strange import StrangeWindow
from desktop.gui.window import Window
from desktop.i18n import _, counted
from desktop.paths import real

_MOST_NAMED = 5


class Damaged(QObject):
    """Offers to open what can be read of the file, or its last safety copy, beside it."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._found = ""
        window.banner.on_damage = self.take
        window.document.on_doubted = self.doubt

    def take(self, sentence: str, path: Path | None) -> bool:
        """Tell of damage with its ways out; False where it is not that of the open file."""
        document = self._window.document
        if path is None or real(path) != real(document.path):
            return False
        self._found = sentence
        deeds: list[tuple[str, Callable[[], object]]] = [
            (_("Open what can be read"), lambda: self._leave().rescuing.click())
        ]
        self._window.banner.offer_deeds(sentence, [*deeds, *self._copies()])
        return True

    def doubt(self, doubted: Doubted) -> None:
        """Tell of changed rows that were damaged before, until the user has looked at them."""
        document = self._window.document
        words = document.words_of(doubted)
        was_so = _("It was so before your change, which is saved. Look whether all of it is right.")
        said = [
            *words[:_MOST_NAMED],
            *_rest(len(words) - _MOST_NAMED),
            was_so,
        ]
        deeds: list[tuple[str, Callable[[], object]]] = [
            (_("All of it is right"), lambda: self._window.attempt(lambda: document.trust(doubted)))
        ]
        self._window.banner.offer_deeds("\n".join(said), [*deeds, *self._copies()])

    def _copies(self) -> list[tuple[str, Callable[[], object]]]:
        if last_good(self._window.document.path) is None:
            return []
        return [(_("Open the last safety copy"), lambda: self._leave().copying.click())]

    def _leave(self) -> StrangeWindow:
        """Put the page of ways out in the window's place, so that nobody writes the file on."""
        desk, path = self._window.desk, self._window.document.path
        self._window.close()
        page = StrangeWindow(desk, path, self._found)
        desk.keep(path, page)
        return page


def _rest(number: int) -> list[str]:
    return [counted("… and one more.", "… and {n} more.", number)] if number > 0 else []
