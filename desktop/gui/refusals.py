"""When the disk refuses a change: a strip that says why, with another try and a copy elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.document import Document
from desktop.errors import DatelineError, RefusedError
from desktop.gui.choosing import choose_new_file
from desktop.gui.desk import SUFFIX
from desktop.gui.window import Window
from desktop.i18n import _

# A window waits no longer than this (ms) for another program to let go of the file.
_PATIENCE = 60
_TRY_EVERY, _TRIES = 250, 40


class Refusals(QObject):
    """Tells of refused changes; what another program holds up is tried quietly for ten seconds."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._told = ""
        self._left = 0
        self._is_trying = False
        self._again = QTimer(self, interval=_TRY_EVERY)
        self._again.timeout.connect(self._try_quietly)
        self._document.set_patience(_PATIENCE)
        self._document.on_refused = self.take

    @property
    def is_waiting(self) -> bool:
        """True while a change waits for another program, and nothing is told of it yet."""
        return self._again.isActive()

    def take(self, error: RefusedError) -> None:
        """A change was refused: wait a little where that may help, else tell and offer."""
        if self._is_trying:
            return
        if error.may_pass and self._document.can_try_again:
            self._window.banner.hush(str(error))
            if not self.is_waiting:
                self._left = _TRIES
                self._again.start()
            return
        self._end_waiting()
        self._offer(str(error))

    def try_again(self) -> None:
        """Make the refused change; where the disk still refuses, its strip comes back."""
        self._window.attempt(self._document.try_again)

    def save_elsewhere(self) -> None:
        """Write a copy, the refused change in it, and offer to go on there."""
        window = self._window
        kinds = _("Timelines ({suffixes})").format(suffixes="*" + SUFFIX)
        proposed = _("{name} (copy)").format(name=self._document.path.stem) + SUFFIX
        words = _("Save a copy elsewhere")
        path = choose_new_file(window, window.desk.settings, words, proposed, kinds)
        if path is None:
            self._offer(self._told)
        else:
            self._keep(lambda: self._save(path))

    def _save(self, path: Path) -> None:
        self._document.save_elsewhere(path)
        sentence = _("A copy with your last change was saved as {path}.").format(path=path)
        self._window.banner.offer(sentence, _("Go on there"), lambda: self._window.desk.open(path))

    def _keep(self, deed: Callable[[], object]) -> None:
        """Do something; where it fails, the same ways out stay open."""
        try:
            deed()
        except DatelineError as error:
            self._offer(str(error))

    def _offer(self, sentence: str) -> None:
        self._told = sentence
        deeds: list[tuple[str, Callable[[], object]]] = []
        if self._document.can_try_again:
            deeds.append((_("Try again"), self.try_again))
        deeds.append((_("Save a copy elsewhere…"), self.save_elsewhere))
        self._window.banner.offer_deeds(sentence, deeds)

    def _try_quietly(self) -> None:
        self._left -= 1
        self._is_trying = True
        try:
            self._document.try_again()
        except RefusedError as error:
            if self._left <= 0 or not error.may_pass:
                self._end_waiting()
                self._document.stop_waiting()
                self._offer(str(error))
        except DatelineError as error:
            self._end_waiting()
            self._window.banner.tell(str(error))
        else:
            self._end_waiting()
        finally:
            self._is_trying = False

    def _end_waiting(self) -> None:
        self._again.stop()
        self._window.banner.hush("")

    @property
    def _document(self) -> Document:
        return self._window.document
