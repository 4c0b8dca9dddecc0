"""What keeps a user's work while they do not think of it: copies, and an eye on other writers."""

from PySide6.QtCore import QObject, QTimer

from desktop.document import Changes, Document
from desktop.document.backups import Backup, back_up, last_good
from desktop.errors import DatelineError, StrangeFileError
from desktop.gui.errors import Banner
from desktop.gui.tasks import Progress, Tasks
from desktop.i18n import _
from desktop.session import Session

# The first copy waits until the window stands; the later ones while the user edits.
_FIRST_COPY, _COPY_EVERY = 5_000, 5 * 60_000
_LOOK_EVERY = 1_000
_MOST_FAULTS = 5


class Keeping(QObject):
    """Backs a document up now and then; follows one that another program writes."""

    def __init__(self, session: Session, tasks: Tasks, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._tasks = tasks
        self._banner = banner
        self._is_changed = True
        self._damage: tuple[str, ...] = ()
        self._copying = QTimer(self, interval=_COPY_EVERY)
        self._copying.timeout.connect(self.copy)
        self._looking = QTimer(self, interval=_LOOK_EVERY)
        self._looking.timeout.connect(self.look)
        session.changed.connect(self._note)
        QTimer.singleShot(_FIRST_COPY, self, self.copy)
        self._copying.start()
        self._looking.start()
        if self._document.is_read_only:
            self._banner.tell(self._document.why_read_only)
        elif self._document.was_left_open:
            self._check()
        if self._document.told_of:
            self._banner.tell(self._document.told_of)

    def _check(self) -> None:
        """Look the file over after an unexpected end, on a connection of its own."""
        path = self._document.path

        def work(_progress: Progress) -> tuple[list[str], bool]:
            document = Document.open(path)
            try:
                return document.check(), document.is_damaged
            finally:
                document.close()

        def then(found: tuple[list[str], bool]) -> None:
            faults, is_damaged = found
            words = "\n".join(faults[:_MOST_FAULTS])
            if is_damaged:
                self._banner.tell_error(StrangeFileError(words, path))
            elif faults:
                self._banner.tell(words)

        self._tasks.run(work, then, _("Looking the file over…"))

    def end(self) -> None:
        """Look no more: the document is about to close."""
        self._copying.stop()
        self._looking.stop()

    def copy(self) -> None:
        """Back the document up on a thread, if anything changed since the last copy."""
        document = self._document
        if not self._is_changed or document.is_read_only or document.is_displaced:
            return
        self._is_changed = False
        path = self._document.path

        def work(_progress: Progress) -> Backup | DatelineError | None:
            try:
                return back_up(path)
            except DatelineError as error:
                return error

        self._tasks.run(work, self._tell, _("Making a safety copy…"))

    def look(self) -> None:
        """Notice what another program wrote, and whether it has let the document go."""
        try:
            self._document.follow()
            if self._document.is_read_only and self._document.can_take_over():
                self._banner.offer(
                    _("The other window has closed {name}.").format(name=self._document.path.name),
                    _("Edit here"),
                    self.take_over,
                )
        except DatelineError as error:
            self._banner.tell_error(error)

    def take_over(self) -> None:
        """Write the document from here on."""
        if self._document.take_over():
            self._banner.hide()

    @property
    def _document(self) -> Document:
        return self._session.document

    def _note(self, _changes: Changes) -> None:
        self._is_changed = True

    def _tell(self, made: Backup | DatelineError | None) -> None:
        if isinstance(made, DatelineError):
            self._banner.tell_error(made)
        elif made is not None and made.damage and made.damage != self._damage:
            self._damage = made.damage
            good = last_good(self._document.path)
            sentence = _("The last safety copy without it is kept.")
            said = [*made.damage[:_MOST_FAULTS], *([] if good and good.is_damaged else [sentence])]
            self._banner.tell_error(StrangeFileError("\n".join(said), self._document.path))
