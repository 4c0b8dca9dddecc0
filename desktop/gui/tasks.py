"""Long work on threads: it reads and computes, and what it gives arrives on the GUI's thread."""

from collections.abc import Callable
from threading import Event as Flag
from typing import TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from desktop.i18n import _

T = TypeVar("T")
# Shorter work shows no progress: a bar that flashes says less than none.
SHOWN_AFTER = 300


class Progress(QObject):
    """One piece of work under way: how far it is, and whether the user has lost patience.

    `moved` carries what is done and the total (0 where nobody knows it); `done` and `broke` are
    for `Tasks`, which tells the rest.
    """

    moved = Signal(int, int)
    done = Signal(object, object)
    broke = Signal(object, object)

    def __init__(self, words: str, parent: QObject) -> None:
        super().__init__(parent)
        self.words = words
        self.stop: Callable[[], object] = bool
        self._flag = Flag()

    @property
    def is_cancelled(self) -> bool:
        """True once the user has pressed Cancel; the work then ends as soon as it can."""
        return self._flag.is_set()

    def cancel(self) -> None:
        """Ask the work to end, by `stop` too if the work has set it; what it gives is dropped."""
        self._flag.set()
        self.stop()

    def report(self, done: int, total: int) -> None:
        """Say, from the thread, how far the work is."""
        self.moved.emit(done, total)


class Tasks(QObject):
    """The work under way; `shown` when some takes long, `ended` when over, `failed` if it broke."""

    shown = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running: dict[Progress, _Work] = {}

    @property
    def is_busy(self) -> bool:
        """True while any work is under way."""
        return bool(self._running)

    def run(
        self, work: Callable[[Progress], T], then: Callable[[T], None], words: str = ""
    ) -> Progress:
        """Do `work` on a thread, then `then` with what it gave, here; not after a Cancel."""
        progress = Progress(words or _("Working…"), self)

        def give() -> Callable[[], None]:
            given = work(progress)
            return lambda: then(given)

        # Methods of an object of this thread, not lambdas, so that the calls arrive queued.
        progress.done.connect(self._end)
        progress.broke.connect(self._fail)
        self._running[progress] = _Work(give, progress)
        QTimer.singleShot(SHOWN_AFTER, progress, lambda: self._show(progress))
        self._pool.start(self._running[progress])
        return progress

    def stop(self, milliseconds: int = 10_000) -> bool:
        """Cancel everything and let the threads end; False when one does not in time."""
        for progress in self._running:
            progress.cancel()
        return self._pool.waitForDone(milliseconds)

    def _show(self, progress: Progress) -> None:
        if progress in self._running:
            self.shown.emit(progress)

    def _end(self, progress: Progress, then: Callable[[], None]) -> None:
        self._forget(progress)
        if not progress.is_cancelled:
            then()

    def _fail(self, progress: Progress, error: BaseException) -> None:
        self._forget(progress)
        if not progress.is_cancelled:
            self.failed.emit(error)

    def _forget(self, progress: Progress) -> None:
        self._running.pop(progress, None)
        self.ended.emit(progress)
        progress.deleteLater()


class _Work(QRunnable):
    """The half that lives on the thread: it emits, and touches nothing else."""

    def __init__(self, give: Callable[[], Callable[[], None]], progress: Progress) -> None:
        super().__init__()
        self.setAutoDelete(False)
        self._give = give
        self._progress = progress

    def run(self) -> None:
        try:
            then = self._give()
        except BaseException as error:  # noqa: BLE001 - it goes on to the GUI's thread, whole
            self._progress.broke.emit(self._progress, error)
        else:
            self._progress.done.emit(self._progress, then)
