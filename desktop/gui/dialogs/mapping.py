"""The page on which a table comes in: what its columns are, and what its rows become.

A table of a known format is named and needs no answer; of any other the columns are guessed, and
what is answered is remembered for the next table with the same header.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop import formats
from desktop.errors import CancelledError, DatelineError
from desktop.formats.plan import Plan, plan_of, plan_text
from desktop.formats.tables import Table
from desktop.gui.dialogs.mapping_columns import ColumnsTable
from desktop.gui.dialogs.mapping_events import EventsPreview
from desktop.gui.dialogs.mapping_page import MappingPage
from desktop.gui.dialogs.mapping_reading import Looked, header_name, look_again, look_at, read_on
from desktop.gui.dialogs.mapping_settings import ReadingRow
from desktop.gui.settings import Settings
from desktop.gui.tasks import Progress, Tasks
from desktop.i18n import _, counted
from desktop.session import Session

_PAUSE = 200  # milliseconds after the last correction before the table is read again

__all__ = ["MappingDialog"]


class MappingDialog(QDialog):
    """`imported` carries the sentence about an import that was made; closing makes none."""

    imported = Signal(str)

    def __init__(
        self, parent: QWidget, session: Session, tasks: Tasks, settings: Settings, path: Path
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import {name}").format(name=path.name))
        self._document, self._tasks, self._settings = session.document, tasks, settings
        self._path = path
        self._work: Progress | None = None
        self._looked: Looked | None = None
        self._is_first, self._is_writing, self._is_cancelled = True, False, False
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._correct)
        self.columns, self.reading, self.preview = ColumnsTable(), ReadingRow(), EventsPreview()
        self.page = MappingPage(self, self.reading, self.columns, self.preview)
        self._connect()
        self._look(partial(look_at, path, is_any=False))

    @property
    def is_ready(self) -> bool:
        """True while the button imports something."""
        return self.page.go.isEnabled()

    @property
    def is_settled(self) -> bool:
        """True while nothing is read and nothing waits to be."""
        return self._work is None and not self._timer.isActive()

    def import_events(self) -> None:
        """Make what is shown part of the timeline, as one step; Cancel leaves all as it was."""
        if self._looked is None:
            return
        incoming, self._is_cancelled = self._looked.incoming, False
        self._is_writing = True
        self.page.show_work(_("Importing…"))
        name = _("Import {name}").format(name=self._path.name)
        try:
            outcome = formats.take_in(self._document, incoming, name, self._report)
        except DatelineError as error:
            self._is_writing = False
            self.page.say_trouble(str(error))
            return
        self._is_writing = False
        self._remember()
        self.imported.emit(_told(self._path.name, incoming, outcome))
        self.accept()

    def reject(self) -> None:
        """Close without an import; one that is being written is ended and undone first."""
        if self._is_writing:
            self._is_cancelled = True
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close; what is still read is dropped."""
        self._timer.stop()
        self._stop()
        super().done(result)

    def _connect(self) -> None:
        self.columns.changed.connect(self._wait)
        self.reading.changed.connect(self._wait)
        self.preview.decided.connect(self._show_button)
        self.page.go.clicked.connect(self.import_events)
        self.page.leave.clicked.connect(self.reject)
        self.page.other.clicked.connect(
            lambda: self._look(partial(look_at, self._path, is_any=True))
        )

    def _look(self, work: Callable[[], Looked | DatelineError]) -> None:
        self._stop()
        self.page.show_work(_("Reading…"))
        self._show_button()
        self._work = self._tasks.run(lambda _progress: work(), self._take, _("Reading the table"))
        self._show_button()

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def _wait(self) -> None:
        self._stop()
        self._timer.start()
        self._show_button()

    def _correct(self) -> None:
        table = self._looked.table if self._looked else None
        if table is not None:
            plan = self.reading.plan(table)
            if plan.columns:
                plan = Plan(self.columns.columns(), plan.is_day_first, plan.delimiter,
                            plan.encoding, plan.sheet, plan.header)  # fmt: skip
            self._look(partial(look_again, self._path, plan))

    def _take(self, looked: Looked | DatelineError) -> None:
        self._work = None
        if isinstance(looked, DatelineError):
            self.page.say_trouble(str(looked))
            self._show_button()
            return
        kept = self._kept(looked.table)
        if kept is not None:
            self._look(partial(look_again, self._path, kept))
            return
        is_next = self._looked is None or self._looked.table is not looked.table
        self._looked = looked
        if is_next:
            self.page.show_kind(looked)
            if looked.table is not None:
                self.reading.show_table(looked.table)
                self._show_columns(looked.table)
        self.preview.show_drafts(looked.incoming)
        if not looked.is_whole and looked.table is not None:
            self._look(partial(read_on, looked.table))
            return
        self._show_outcome(looked)

    def _show_columns(self, table: Table) -> None:
        """Leave the choices alone that the user has in hand, where they still stand."""
        if not self.columns.is_of(table):
            self.columns.show_table(table)

    def _kept(self, table: Table | None) -> Plan | None:
        """What was answered for the same header before, once."""
        if table is None or not self._is_first:
            return None
        self._is_first = False
        kept = plan_of(self._settings.word(header_name(table)), table.header)
        self.page.is_remembered = kept is not None
        return kept

    def _remember(self) -> None:
        table = self._looked.table if self._looked else None
        if table is not None:
            self._settings.remember(header_name(table), plan_text(table.plan))

    def _show_outcome(self, looked: Looked) -> None:
        table = looked.table
        if table is not None and not table.plan.has_title:
            self.page.say_trouble(
                _("Say which column is the title: it is what an event is called.")
            )
        else:
            outcome = formats.foresee(self._document, looked.incoming)
            self.page.show_summary(_foreseen(outcome))
        self._show_button()

    def _show_button(self) -> None:
        looked = self._looked
        number = len(looked.incoming.drafts) if looked else 0
        is_known = looked is not None and looked.is_whole and self._work is None
        is_still = not self._timer.isActive() and not self._is_writing
        self.page.show_number(number if is_known else 0)
        self.page.go.setEnabled(is_known and is_still and number > 0 and self.preview.is_decided)

    def _report(self, done: int, total: int) -> None:
        self.page.show_progress(done, total)
        if self._is_cancelled:
            raise CancelledError(_("The import was cancelled; nothing was changed."))


def _foreseen(outcome: formats.Outcome) -> str:
    """How many are new, updated and unchanged, without what there is none of."""
    parts = [
        counted("{n} new event", "{n} new events", outcome.added) if outcome.added else "",
        counted("{n} updated", "{n} updated", outcome.changed) if outcome.changed else "",
        counted("{n} unchanged", "{n} unchanged", outcome.unchanged) if outcome.unchanged else "",
    ]
    return ", ".join(part for part in parts if part) or _("There are no events in it.")


def _told(name: str, incoming: formats.Incoming, outcome: formats.Outcome) -> str:
    """What an import did."""
    sentence = _("{name}: {added} events added, {changed} changed, {unchanged} as they were.")
    told = sentence.format(
        name=name, added=outcome.added, changed=outcome.changed, unchanged=outcome.unchanged
    )
    number = len(incoming.refused)
    left = counted("{n} row was left out.", "{n} rows were left out.", number)
    return f"{told} {left}" if number else told
