"""Where what went wrong is told: a banner for the user's matters, a report for ours."""

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from desktop.errors import DatelineError, StrangeFileError
from desktop.gui.icons import icon
from desktop.i18n import _
from desktop.paths import made, state_folder

_log = logging.getLogger("dateline")
_LONGEST_LOG = 500_000  # bytes; a longer one is put aside, and the one before it dropped
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Banner(QFrame):
    """A sentence across the window that stays until it is closed or another takes its place.

    `on_damage` is asked to tell of a damaged file itself; False where it does not.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons: list[QPushButton] = []
        self._hushed = ""
        self.on_damage: Callable[[str, Path | None], bool] = lambda sentence, path: False
        closer = QToolButton()
        closer.setProperty("role", "quiet")
        closer.setIcon(icon("x"))
        closer.setAccessibleName(_("Close this message"))
        closer.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 4, 8, 4)
        self._row.addWidget(self._sentence, 1)
        self._row.addWidget(closer)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is told just now, "" for nothing."""
        return "" if self.isHidden() else self._sentence.text()

    def tell(self, sentence: str) -> None:
        """Show a sentence in the place of the one before; what is offered with it stays."""
        if sentence not in (self.sentence, self._hushed):
            self._show(sentence, ())

    def tell_error(self, error: DatelineError) -> None:
        """Tell what went wrong; of a damaged file with its ways out, where they are known."""
        if not isinstance(error, StrangeFileError) or not self.on_damage(str(error), error.path):
            self.tell(str(error))

    def offer(self, sentence: str, words: str, deed: Callable[[], object]) -> None:
        """Show a sentence and a button that does something about it."""
        self._show(sentence, ((words, deed),))

    def offer_deeds(self, sentence: str, deeds: Iterable[tuple[str, Callable[[], object]]]) -> None:
        """Show a sentence and several buttons, the likeliest first."""
        self._show(sentence, deeds)

    def hush(self, sentence: str) -> None:
        """Keep a sentence to oneself whoever tells it, as long as it may come to nothing."""
        self._hushed = sentence
        if sentence and self.sentence == sentence:
            self.hide()

    def _show(self, sentence: str, deeds: Iterable[tuple[str, Callable[[], object]]]) -> None:
        self._sentence.setText(sentence)
        self._sentence.setAccessibleName(sentence)
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(words, deed) for words, deed in deeds]
        self.show()

    def _button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        def do() -> None:
            self.hide()
            deed()

        button = QPushButton(words)
        button.clicked.connect(do)
        self._row.insertWidget(self._row.count() - 1, button)
        button.show()  # at once: Qt would wait for the next event
        return button


class Watch(QObject):
    """Catches what nobody else caught; `broke` carries a report of an error that is ours."""

    broke = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder = made(state_folder())
        self._faults = (self.folder / "faults.log").open("a", encoding="utf-8")
        self._file = _file_handler(self.folder / "dateline.log")
        self._before = (sys.excepthook, threading.excepthook)
        _log.addHandler(self._file)
        _log.setLevel(logging.INFO)

    def begin(self) -> None:
        """Take over the hooks of Python, its threads and Qt."""
        faulthandler.enable(self._faults)
        sys.excepthook = self._take
        threading.excepthook = lambda hook: self.take(hook.exc_value)
        qInstallMessageHandler(log_qt)

    def end(self) -> None:
        """Give the hooks back and close the logs."""
        sys.excepthook, threading.excepthook = self._before
        if faulthandler.is_enabled():
            faulthandler.disable()
        qInstallMessageHandler(None)
        _log.removeHandler(self._file)
        self._file.close()
        self._faults.close()

    def take(self, error: BaseException | None) -> None:
        """Tell the user in the window if it is their matter, else log and report it."""
        if isinstance(error, DatelineError):
            tell_error(error)
            return
        if error is None or isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        words = "".join(traceback.format_exception(error))
        _log.error(words)
        self.broke.emit(report(words))

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        self.take(error)


def tell(sentence: str) -> None:
    """Show a sentence in the banner of the window in front."""
    banner = _banner_in_front()
    if banner is not None:
        banner.tell(sentence)
    _log.info(sentence)


def tell_error(error: DatelineError) -> None:
    """Show what went wrong in the banner of the window in front."""
    banner = _banner_in_front()
    if banner is not None:
        banner.tell_error(error)
    _log.info(str(error))


def _banner_in_front() -> Banner | None:
    window = QApplication.activeWindow() or next(
        (one for one in QApplication.topLevelWidgets() if one.findChild(Banner)), None
    )
    while window is not None and window.findChild(Banner) is None:
        window = window.parentWidget()
    banner = window.findChild(Banner) if window else None
    return banner if isinstance(banner, Banner) else None


def report(words: str) -> str:
    """What a user may copy into a letter to us: versions and the error, no file of theirs."""
    home = str(Path.home())
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return f"Dateline · Qt {qVersion()} · {system}\n\n{words.replace(home, '~')}"


def _file_handler(path: Path) -> logging.Handler:
    if path.exists() and path.stat().st_size > _LONGEST_LOG:
        path.replace(path.with_suffix(".1.log"))
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler


def log_qt(kind: QtMsgType, context: QMessageLogContext | None, message: str) -> None:
    """Write what Qt complains of to the log."""
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
