"""A page of everything that was done, to go back to, and of the copies that were kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Changes, Document, Step
from desktop.document.backups import Backup, back_up, backups_of
from desktop.document.journal import KEPT_STEPS
from desktop.errors import DatelineError
from desktop.gui.panels.labels import Plain
from desktop.i18n import _
from desktop.session import Session

_ROW = Qt.ItemDataRole.UserRole


class HistoryDialog(QDialog):
    """Steps by session and kept copies; `open_file` opens a copy in a window of its own."""

    def __init__(
        self,
        parent: QWidget,
        session: Session,
        attempt: Callable[[Callable[[], object]], None],
        open_file: Callable[[Path], object],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("History of {title}").format(title=session.document.title))
        self._session = session
        self._attempt = attempt
        self._open_file = open_file
        self.steps, self.copies = QListWidget(), QListWidget()
        tabs = QTabWidget()
        tabs.tabBar().setAccessibleName(_("Steps or copies"))
        tabs.addTab(self._steps_page(), _("Steps"))
        tabs.addTab(self._copies_page(), _("Safety copies"))
        column = QVBoxLayout(self)
        column.addWidget(tabs)
        self.resize(520, 560)
        session.changed.connect(self.refresh)
        self.show_steps()
        self.show_copies()

    @property
    def _document(self) -> Document:
        return self._session.document

    def refresh(self, _changes: Changes) -> None:
        """List the steps again."""
        self.show_steps()

    def show_steps(self) -> None:
        """The newest first, under a heading for each session; undone ones are faint."""
        self.steps.clear()
        session, current = "", True
        for step in reversed(self._document.history()):
            if step.session != session:
                session = step.session
                self._add_heading(self._session_words(step))
            row = QListWidgetItem(f"{_clock(step.time)}   {step.name}")
            row.setData(_ROW, step.id)
            if step.is_undone:
                row.setForeground(self.palette().placeholderText())
            elif current:
                font = row.font()
                font.setBold(True)
                row.setFont(font)
                current = False
            self.steps.addItem(row)
        begin = QListWidgetItem(_("The beginning of what is kept"))
        begin.setData(_ROW, 0)
        self.steps.addItem(begin)

    def show_copies(self) -> None:
        """The newest first, with size and time."""
        self.copies.clear()
        for backup in backups_of(self._document.path):
            size = QLocale().formattedDataSize(backup.path.stat().st_size)
            words = [_moment(backup.time), size, _("damaged") if backup.is_damaged else ""]
            row = QListWidgetItem("   ".join(words).rstrip())
            row.setData(_ROW, backup)
            self.copies.addItem(row)

    def go(self) -> None:
        """Bring the timeline to the chosen moment."""
        row = self.steps.currentItem()
        step = row.data(_ROW) if row else None
        if isinstance(step, int):
            self._attempt(lambda: self._document.go_to_step(step))

    def open_copy(self) -> None:
        """Open the chosen copy beside this timeline, without the history's folder in the way."""
        if backup := self._chosen():
            self._attempt(lambda: self._open_file(self._put_beside(backup)))

    def restore(self) -> None:
        """Put the chosen copy in the place of the timeline, which is copied first."""
        if backup := self._chosen():
            self._attempt(lambda: self._restore(backup))

    def _restore(self, backup: Backup) -> None:
        back_up(self._document.path)
        self._document.restore(backup.path)
        self.show_copies()

    def _put_beside(self, backup: Backup) -> Path:
        path = self._document.path
        stamp = QDateTime.fromSecsSinceEpoch(backup.time).toString("yyyy-MM-dd HH.mm.ss")
        beside = path.with_name(f"{path.stem} ({stamp}).dateline")
        if not beside.exists():
            beside.write_bytes(backup.path.read_bytes())
        return beside

    def _chosen(self) -> Backup | None:
        row = self.copies.currentItem()
        found = row.data(_ROW) if row else None
        return found if isinstance(found, Backup) else None

    def _steps_page(self) -> QWidget:
        self.steps.setAccessibleName(_("Steps, the newest first"))
        self.steps.itemActivated.connect(lambda _row: self.go())
        words = _("The last {n:,} steps are kept.").format(n=KEPT_STEPS)
        page, row = self._page(self.steps, words)
        self._button(row, _("Go to this moment"), self.go)
        return page

    def _copies_page(self) -> QWidget:
        self.copies.setAccessibleName(_("Safety copies, the newest first"))
        self.copies.itemActivated.connect(lambda _row: self.open_copy())
        words = _("Copies are made on opening and while you edit, and thinned as they age.")
        page, row = self._page(self.copies, words)
        self._button(row, _("Open as a copy"), self.open_copy)
        self._button(row, _("Restore here"), self.restore)
        return page

    def _page(self, listed: QListWidget, words: str) -> tuple[QWidget, QHBoxLayout]:
        page = QWidget()
        column, row = QVBoxLayout(page), QHBoxLayout()
        explained = Plain(words, "muted")
        explained.setWordWrap(True)
        column.addWidget(explained)
        column.addWidget(listed, 1)
        row.addStretch(1)
        column.addLayout(row)
        return page, row

    def _button(self, row: QHBoxLayout, words: str, deed: Callable[[], None]) -> None:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(deed)
        row.addWidget(button)

    def _session_words(self, step: Step) -> str:
        if step.session == self._document.session:
            return _("Since this opening")
        return _("Until {moment}").format(moment=_moment(step.time))

    def _add_heading(self, words: str) -> None:
        heading = QListWidgetItem(words)
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        self.steps.addItem(heading)


def check_words(document: Document) -> str:
    """What a check of the whole file says, a sentence a line."""
    try:
        faults = document.check()
    except DatelineError as error:
        return str(error)
    well = _("All is well with {name}.").format(name=document.path.name)
    return "\n".join(faults) or well


def _clock(seconds: int) -> str:
    return QDateTime.fromSecsSinceEpoch(seconds).toString("HH:mm")


def _moment(seconds: int) -> str:
    moment = QDateTime.fromSecsSinceEpoch(seconds)
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)
