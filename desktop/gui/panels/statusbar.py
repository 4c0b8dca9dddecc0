"""The line at the bottom: that all is saved, how much there is, and what is being looked at."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton

from desktop.document import Changes
from desktop.gui.panels.labels import Plain, isolated
from desktop.gui.tasks import Progress, Tasks
from desktop.i18n import _, counted
from desktop.model import Selection
from desktop.session import Session
from desktop.when import in_words


class StatusBar(QFrame):
    """Saved, counts and running work on the left; the chosen event's date and the zoom right."""

    def __init__(self, session: Session, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("statusbar")
        self._session = session
        self._progress: Progress | None = None
        self._matched: int | None = None
        self.saved, self.counts, self.date, self.zoom = (Plain(role="muted") for _n in range(4))
        self.work = Plain(role="muted")
        self._bar = QProgressBar()
        self._bar.setFixedSize(120, 6)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("How far the work is"))
        self._cancel = QPushButton(_("Cancel"))
        self._cancel.setProperty("role", "quiet")
        self._cancel.clicked.connect(self._stop)
        self._lay_out()
        self._listen(tasks)
        self._count()
        self._show_saved()

    def refresh(self, changes: Changes) -> None:
        """Count again what the change touched, and show the date again."""
        self._show_saved()
        self._count()
        self._show_date(self._session.selection)

    def show_zoom(self, words: str) -> None:
        """Say how much time the timeline shows, in words; "" for nothing."""
        self.zoom.setText(_("Zoom: {span}").format(span=words) if words else "")

    def show_matched(self, matched: int | None) -> None:
        """Say how many events the filter shows; None while there is none."""
        if matched != self._matched:
            self._matched = matched
            self._count()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 3, 14, 3)
        row.setSpacing(22)
        for label in (self.saved, self.counts, self.work, self._bar, self._cancel):
            row.addWidget(label)
        row.addStretch(1)
        row.addWidget(self.date)
        row.addWidget(self.zoom)
        self._show_work(is_shown=False)

    def _listen(self, tasks: Tasks) -> None:
        self._session.changed.connect(self.refresh)
        self._session.selected.connect(self._show_date)
        tasks.shown.connect(self._begin)
        tasks.ended.connect(self._end)

    def _show_saved(self) -> None:
        document = self._session.document
        words = _("Read only") if document.is_read_only else "● " + _("Saved")
        if document.was_left_open and not self._has_gone_on():
            words += _(" · Dateline ended unexpectedly; every finished step is here")
        self.saved.setText(words)

    def _has_gone_on(self) -> bool:
        document = self._session.document
        return bool(document.undo_name) and not document.undo_is_of_earlier_session

    def _count(self) -> None:
        counts = self._session.document.counts()
        events = counted("{n} event", "{n} events", counts.events)
        if self._matched is not None:
            some = f"{self._matched:,}"
            events = _("{some} of {events} shown").format(some=some, events=events)
        parts = (
            events,
            counted("{n} track", "{n} tracks", counts.tracks),
            counted("{n} article", "{n} articles", counts.articles),
        )
        self.counts.setText(" · ".join(parts))

    def _show_date(self, selection: Selection) -> None:
        self.date.setText(self._date_of(selection))

    def _date_of(self, selection: Selection) -> str:
        if len(selection.events) > 1:
            return counted("{n} event selected", "{n} events selected", len(selection.events))
        for event in self._session.document.events(selection.events) if selection.events else ():
            words = in_words(event.when, long=True) if event.when else _("Undated")
            return isolated(words)
        return ""

    def _begin(self, progress: Progress) -> None:
        self._progress = progress
        self.work.setText(progress.words)
        self._bar.setRange(0, 0)
        progress.moved.connect(self._move)
        self._show_work(is_shown=True)

    def _move(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _end(self, progress: Progress) -> None:
        if progress is self._progress:
            self._progress = None
            self._show_work(is_shown=False)

    def _stop(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            self.work.setText(_("Stopping…"))

    def _show_work(self, *, is_shown: bool) -> None:
        for part in (self.work, self._bar, self._cancel):
            part.setVisible(is_shown)
