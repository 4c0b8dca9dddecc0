"""What stands in the place of a timeline whose file is damaged or strange: its ways out."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import copyfile

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.document.backups import last_good
from desktop.document.rescue import copy_readable
from desktop.errors import DatelineError
from desktop.gui.desk import Desk, timelines_folder, unused
from desktop.gui.errors import Banner
from desktop.gui.panels.labels import Plain
from desktop.gui.tasks import Progress, Tasks
from desktop.i18n import _, counted
from desktop.worker import call

_SECONDS, _MEGABYTES = 600, 2000
_MOST_LOSSES = 8


class StrangeWindow(QWidget):
    """Says what is wrong with a file; opens what can be read of it, or its last safety copy."""

    def __init__(self, desk: Desk, path: Path, why: str) -> None:
        super().__init__()
        self._desk = desk
        self._path = path
        self._tasks = Tasks(self)
        self._tasks.failed.connect(self._fail)
        self.setWindowTitle(_("{name} – Dateline").format(name=path.name))
        self.words = Plain(why)
        self.safe = Plain(
            _("The file is left as it is. What can be read of it comes into a new timeline."),
            "muted",
        )
        self.rescuing = self._button(_("Open what can be read"), self.rescue)
        self.rescuing.setDefault(True)
        self.rescuing.setMinimumWidth(180)  # the style's bold letters come after the layout
        self.copying = self._button(_("Open the last safety copy"), self.open_copy)
        self.copying.setVisible(last_good(path) is not None)
        self.closing = self._button(_("Close"), self.close)
        self._lay_out(path.name)

    def rescue(self) -> None:
        """Copy what can be read into a new timeline on a thread, and open that."""
        source, target = self._path, self._free(_("{name} rescued"))

        def work(_progress: Progress) -> list[str]:
            limits = {"seconds": _SECONDS, "megabytes": _MEGABYTES}
            return call(copy_readable, source, target, **limits)

        self.rescuing.setEnabled(False)
        self.safe.setText(_("Reading what can be read…"))
        self._tasks.run(work, lambda losses: self._open(target, losses))

    def open_copy(self) -> None:
        """Open a copy of the last good safety copy, beside the file that it was made of."""
        newest = last_good(self._path)
        if newest is not None:
            target = self._free(_("{name} (safety copy)"))
            copyfile(newest.path, target)
            self._open(target, [])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give the place back; nothing was changed."""
        self._tasks.stop()
        self._desk.let_go(self._path, goes_on=not event.spontaneous())
        self.deleteLater()
        super().closeEvent(event)

    def _open(self, target: Path, losses: list[str]) -> None:
        window = self._desk.open(target)
        banner = window.findChild(Banner) if window else None
        if losses and isinstance(banner, Banner):
            said = counted("One thing was lost:", "{n} things were lost:", len(losses))
            banner.tell("\n".join([said, *losses[:_MOST_LOSSES]]))
        QTimer.singleShot(0, self, self.close)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, DatelineError):
            raise error
        self.words.setText(str(error))
        self.safe.setText(_("The file is left as it is."))

    def _free(self, name: str) -> Path:
        stem = name.format(name=self._path.stem)
        folder = self._path.parent
        try:
            probe = unused(folder, stem)
            probe.touch()
            probe.unlink()
        except OSError:
            return unused(timelines_folder(), stem)
        return probe

    def _button(self, words: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.clicked.connect(partial(self._do, deed))
        return button

    def _do(self, deed: Callable[[], object], _is_on: object = None) -> None:
        try:
            deed()
        except (DatelineError, OSError) as error:
            self.words.setText(str(error))

    def _lay_out(self, name: str) -> None:
        title = Plain(name, "title")
        for label in (self.words, self.safe):
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.rescuing)
        row.addWidget(self.copying)
        row.addStretch(1)
        row.addWidget(self.closing)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        for label in (title, self.words, self.safe):
            column.addWidget(label)
        column.addStretch(1)
        column.addLayout(row)
        self.setMinimumWidth(560)
        self.resize(640, 240)
