"""Events that may be one, pair by pair with the reasons: merged as one step, or held apart."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Changes
from desktop.edits.duplicates import find_duplicates_of, gather_tellings, part_events
from desktop.edits.events import merge_events
from desktop.errors import DatelineError
from desktop.gui.dialogs.redating import plain_tree
from desktop.gui.panels.colours import swatch, track_colour
from desktop.gui.panels.labels import Plain, isolated, plain_tooltip
from desktop.gui.tasks import Tasks
from desktop.i18n import _, counted
from desktop.model import Event
from desktop.reading.alike import Pair
from desktop.session import Session
from desktop.when import in_words

_MOST_ROWS = 6
_MOST_PLACED = 20  # more new events at once are an import, which is not to be asked about


class DuplicatesPage(QFrame):
    """Opens across the window by itself when a placed event looks known, or when it is asked."""

    def __init__(self, session: Session, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self._session = session
        self._document = session.document
        self._tasks = tasks
        self._pairs: list[Pair] = []
        self._newest = session.document.newest_event()
        self.sentence = Plain(role="title")
        self.told = Plain(role="danger")
        self.list = plain_tree(_("Events that may be one"), 3)
        self.list.setIconSize(QSize(10, 10))
        self.close_button = QPushButton(_("Later"))
        self.part = QPushButton(_("Not the same"))
        self.merge = QPushButton(_("Merge"))
        self.merge.setProperty("role", "primary")
        self._lay_out()
        session.changed.connect(self.refresh)
        self.merge.clicked.connect(self.merge_pair)
        self.part.clicked.connect(self.part_pair)
        self.close_button.clicked.connect(self.close_page)
        self.list.installEventFilter(self)
        self.list.currentItemChanged.connect(self._show_pair)
        self.hide()

    def refresh(self, changes: Changes) -> None:
        """Ask about an event that was just placed; forget pairs of which one is gone."""
        if "events" not in changes:
            return
        fresh = {event for event in changes.of("events") if event > self._newest}
        self._newest = max(self._newest, self._document.newest_event())
        found = [pair for pair in self._pairs if self._stands(pair)]
        if "claims" in changes and len(fresh) <= _MOST_PLACED:
            alive = {event.id for event in self._document.events(fresh)}
            found += [pair for event in alive for pair in find_duplicates_of(self._document, event)]
        if found != self._pairs:
            self._show(found)

    def find_all(self) -> None:
        """Look through all events, on a thread."""
        tellings = gather_tellings(self._document)
        words = _("Looking for events that are told twice…")
        self._tasks.run(lambda _progress: tellings.pairs(), self._show_all, words)

    def merge_pair(self) -> None:
        """Make one event of the pair in hand: the one placed first takes over every source."""
        pair = self._pair()
        if pair is not None:
            into, other = sorted((pair.one, pair.other))
            self._do(pair, lambda: merge_events(self._document, into, [other]))

    def part_pair(self) -> None:
        """Never ask about the pair in hand again."""
        pair = self._pair()
        if pair is not None:
            self._do(pair, lambda: part_events(self._document, pair.one, pair.other))

    def close_page(self) -> None:
        """Decide nothing now; the Event menu finds the pairs again."""
        self._pairs = []
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter merges, N holds apart, Esc leaves; the list would search by the letter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        deeds = {
            Qt.Key.Key_Return: self.merge_pair,
            Qt.Key.Key_Enter: self.merge_pair,
            Qt.Key.Key_N: self.part_pair,
            Qt.Key.Key_Escape: self.close_page,
        }
        deed = deeds.get(Qt.Key(event.key()))
        if deed is not None:
            deed()
        return deed is not None

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.told, 1)
        buttons.addStretch()
        for button in (self.close_button, self.part, self.merge):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(8)
        column.addWidget(self.sentence)
        column.addWidget(self.list)
        column.addLayout(buttons)
        self.setFocusProxy(self.list)

    def _show_all(self, pairs: list[Pair]) -> None:
        self._show([pair for pair in pairs if self._stands(pair)])
        if not self._pairs:
            self.sentence.setText(_("No two events seem to be the same."))
            self.list.hide()
            self.show()
        self.setFocus()

    def _show(self, pairs: list[Pair]) -> None:
        place = max(0, self.list.currentIndex().row())
        self._pairs = pairs
        self.told.hide()
        self.list.show()
        for button in (self.part, self.merge):
            button.setVisible(bool(pairs))
        self.sentence.setText(
            counted("This may be one event, told twice:",
                    "{n} pairs may each be one event, told twice:", len(pairs))
        )  # fmt: skip
        self._fill()
        self.setVisible(bool(pairs))
        if pairs:
            self.list.setCurrentIndex(self.list.model().index(min(place, len(pairs) - 1), 0))

    def _fill(self) -> None:
        ids = {event for pair in self._pairs for event in (pair.one, pair.other)}
        events = {event.id: event for event in self._document.events(ids)}
        self.list.blockSignals(True)  # noqa: FBT003 - Qt's own wording
        self.list.clear()
        self.list.addTopLevelItems([self._row(pair, events) for pair in self._pairs])
        self.list.blockSignals(False)  # noqa: FBT003 - Qt's own wording
        height = self.list.sizeHintForRow(0)
        self.list.setFixedHeight(max(1, min(len(self._pairs), _MOST_ROWS)) * height + 4)

    def _row(self, pair: Pair, events: dict[int, Event]) -> QTreeWidgetItem:
        both = [events[event] for event in sorted((pair.one, pair.other))]
        row = QTreeWidgetItem([*(_words(event) for event in both), ", ".join(pair.reasons)])
        for column, event in enumerate(both):
            track = self._document.track(event.track)
            row.setIcon(column, swatch(track_colour(track.colour, self.palette())))
            row.setToolTip(column, plain_tooltip(f"{event.title} · {track.name}"))
        return row

    def _show_pair(self, *_told: object) -> None:
        """Take both events in hand, where the user walks through the list."""
        pair = self._pair()
        if pair is not None and self.list.hasFocus():
            events = tuple(sorted((pair.one, pair.other)))
            self._session.select(replace(self._session.selection, events=events, words=None))

    def _do(self, pair: Pair, deed: Callable[[], object]) -> None:
        self.told.hide()
        try:
            deed()
        except DatelineError as error:
            self.told.setText(str(error))
            self.told.show()
        else:
            self._show([one for one in self._pairs if one != pair])

    def _pair(self) -> Pair | None:
        place = self.list.currentIndex().row()
        return self._pairs[place] if 0 <= place < len(self._pairs) else None

    def _stands(self, pair: Pair) -> bool:
        return len(self._document.events([pair.one, pair.other])) == 2


def _words(event: Event) -> str:
    date = isolated(in_words(event.when)) if event.when else _("undated")
    title = " ".join(event.title.split())
    cut = title if len(title) <= 60 else title[:59] + "…"
    return f"{cut} · {date}"
