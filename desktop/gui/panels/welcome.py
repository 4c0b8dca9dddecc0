"""The first page: a new timeline, an open one, a sample, what was open lately, and a drop zone."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.errors import Banner
from desktop.gui.icons import Sign
from desktop.gui.panels.labels import OneLine, Plain, plain_tooltip
from desktop.i18n import _

_MOST_RECENT = 7


class Choice(QPushButton):
    """A button of two lines: what it does or opens, and a quieter word about it."""

    def __init__(self, words: str, quiet: str, sign: str, run: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "choice")
        self.setAccessibleName(words)
        self.setAccessibleDescription(quiet)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(OneLine(words))
        lines.addWidget(OneLine(quiet, "muted"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(12)
        row.addWidget(Sign(sign))
        row.addLayout(lines, 1)
        for part in self.findChildren(QLabel):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: run())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as well as Space."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """As large as the two lines."""
        row = self.layout()
        return row.sizeHint() if row else super().sizeHint()


class Welcome(QWidget):
    """What stands on an empty desk. Each choice does its work at once; nothing is asked."""

    def __init__(
        self,
        new: Callable[[], object],
        open_file: Callable[[], object],
        take_files: Callable[[list[Path]], object],
    ) -> None:
        super().__init__()
        self.setWindowTitle("Dateline")
        self.setAcceptDrops(True)
        self._take_files = take_files
        self.banner = Banner()
        self._samples, self._recent = QVBoxLayout(), QVBoxLayout()
        self._lay_out(new, open_file)

    def show_samples(self, samples: list[tuple[str, str, Callable[[], object]]]) -> None:
        """List the samples: title, a word about it, and what opens it."""
        _empty(self._samples)
        self._samples.addWidget(Plain(_("Samples to try"), "section"))
        for title, quiet, run in samples:
            self._samples.addWidget(Choice(title, quiet, "bulb", run))

    def show_recent(
        self, paths: list[Path], open_path: Callable[[Path], object], clear: Callable[[], object]
    ) -> None:
        """List the recent timelines, those greyed whose file is gone."""
        _empty(self._recent)
        head = QHBoxLayout()
        head.addWidget(Plain(_("Recent"), "section"), 1)
        if paths:
            cleared = QPushButton(_("Clear"))
            cleared.setProperty("role", "quiet")
            cleared.setAccessibleName(_("Clear the list of recent timelines"))
            cleared.clicked.connect(lambda: clear())
            head.addWidget(cleared)
        self._recent.addLayout(head)
        for path in paths[:_MOST_RECENT]:
            self._recent.addWidget(_recent_choice(path, open_path))
        if not paths:
            self._recent.addWidget(Plain(_("Timelines that you open are listed here."), "muted"))
        self._recent.addStretch(1)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files from the file manager."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self._take_files([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def _lay_out(self, new: Callable[[], object], open_file: Callable[[], object]) -> None:
        start = QVBoxLayout()
        for column in (start, self._samples, self._recent):
            column.setSpacing(4)
        start.addWidget(Plain(_("Start"), "section"))
        start.addWidget(
            Choice(
                _("New timeline"), _("Saved from the first moment on"), "timeline-event-plus", new
            )
        )
        start.addWidget(
            Choice(_("Open…"), _("A timeline from this computer"), "folder-open", open_file)
        )
        start.addSpacing(18)
        start.addLayout(self._samples)
        start.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(40)
        columns.addLayout(start, 5)
        columns.addLayout(self._recent, 4)
        page = QVBoxLayout()
        page.setContentsMargins(56, 36, 56, 36)
        page.addWidget(_heading())
        page.addWidget(Plain(_("From an article’s words to a timeline."), "muted"))
        page.addSpacing(24)
        page.addLayout(columns, 1)
        page.addWidget(_drop_zone())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.banner)
        whole.addLayout(page)


def _recent_choice(path: Path, open_path: Callable[[Path], object]) -> Choice:
    is_there = path.exists()
    home, folder = str(Path.home()), str(path.parent)
    where = "~" + folder[len(home) :] if folder.startswith(home) else folder
    quiet = where if is_there else _("Not found in {folder}").format(folder=where)
    choice = Choice(path.stem, quiet, "timeline-event", partial(open_path, path))
    choice.setToolTip(plain_tooltip(str(path)))
    choice.setEnabled(is_there)
    return choice


def _heading() -> Plain:
    heading = Plain("Dateline", "title")
    font = heading.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    heading.setFont(font)
    return heading


def _drop_zone() -> QFrame:
    zone = QFrame()
    zone.setObjectName("dropzone")
    words = Plain(_("Or drop a timeline, an article or a table here"), "muted")
    words.setAlignment(Qt.AlignmentFlag.AlignCenter)
    row = QHBoxLayout(zone)
    row.setContentsMargins(12, 16, 12, 16)
    row.addWidget(words)
    return zone


def _empty(column: QVBoxLayout | QHBoxLayout) -> None:
    while (part := column.takeAt(0)) is not None:
        widget, inner = part.widget(), part.layout()
        if widget is not None:
            widget.deleteLater()
        elif isinstance(inner, QHBoxLayout | QVBoxLayout):
            _empty(inner)
