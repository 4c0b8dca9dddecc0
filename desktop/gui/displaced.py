"""When the file is moved, deleted or replaced under the window: both versions are kept."""

import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from desktop.document.backups import folder_of
from desktop.errors import DatelineError
from desktop.gui.desk import SUFFIX
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.paths import made

_LOOK_EVERY = 1_000


class Displaced(QObject):
    """Looks whether the open file still stands at its path; if not, keeps what the window shows."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._is_noticed = False
        self._looking = QTimer(self, interval=_LOOK_EVERY)
        self._looking.timeout.connect(self.look)
        self._looking.start()

    def look(self) -> None:
        """Notice that the file has gone or was replaced, once, and that it is back."""
        document = self._window.document
        is_displaced = not document.is_read_only and document.is_displaced
        if is_displaced and not self._is_noticed:
            self._keep_version()
        elif self._is_noticed and not is_displaced:
            sentence = _("{name} is back, and editing goes on.").format(name=document.path.name)
            deeds = [(_("Try again"), self._try_again)] if document.can_try_again else []
            self._window.banner.offer_deeds(sentence, deeds)
        self._is_noticed = is_displaced

    def _keep_version(self) -> None:
        path = self._window.document.path
        try:
            kept = self._save(path)
        except DatelineError as error:
            self._window.banner.tell(str(error))
            return
        deeds: list[tuple[str, Callable[[], object]]] = [
            (_("Open what you had"), lambda: self._window.desk.open(kept))
        ]
        if path.exists():
            sentence = _(
                "Another program put another file in the place of {name}, which is left as it is. "
                "What you had is kept as {kept}."
            )
            deeds.append((_("Open what stands there now"), self._open_other))
        else:
            sentence = _(
                "{name} was moved or deleted by another program, or its disk has gone. "
                "What you had is kept among the safety copies; once it is back, editing goes on."
            )
        told = sentence.format(name=path.name, kept=kept.name)
        self._window.banner.offer_deeds(told, deeds)

    def _try_again(self) -> None:
        self._window.attempt(self._window.document.try_again)

    def _save(self, path: Path) -> Path:
        """Beside the file that took the place, where the user looks; else among the copies."""
        stamp = time.strftime("%Y-%m-%d %H.%M.%S")
        name = _("{name} (kept {moment})").format(name=path.stem, moment=stamp) + SUFFIX
        if path.exists():
            with suppress(DatelineError):
                self._window.document.save_copy(path.with_name(name))
                return path.with_name(name)
        kept = made(folder_of(path)) / name
        self._window.document.save_copy(kept)
        return kept

    def _open_other(self) -> None:
        window, path = self._window, self._window.document.path
        desk = window.desk
        window.close()
        QTimer.singleShot(0, desk, lambda: desk.open(path))
