"""What is known of the selected events, each part of it to be changed in place."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop.document import Changes
from desktop.gui.panels.inspector.claims import Sources
from desktop.gui.panels.inspector.form import EventForm
from desktop.gui.panels.inspector.links import Links
from desktop.gui.panels.labels import Plain, heading
from desktop.i18n import _, counted
from desktop.model import Claim, Selection
from desktop.session import Session

MOST = 2_000  # events shown at once: a rubber band over a million waits for nobody


class InspectorPanel(QScrollArea):
    """Shows one event with its sources and links, or what several events have in common."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document = session.document
        self._shown: tuple[int, ...] = ()
        self._heading = heading(_("Event"))
        self.hint = Plain(
            _("Select an event to see what is known of it, and in whose words."), "faint"
        )
        self.hint.setWordWrap(True)
        self.form = EventForm(self._document)
        self.sources = Sources(session)
        self.links = Links(session)
        self._lay_out()
        session.changed.connect(self.refresh)
        session.selected.connect(self._take_selection)
        self.sources.chosen.connect(self._show_claim)
        self._show(())
        self._take_selection(session.selection)

    def refresh(self, changes: Changes) -> None:
        """Read again what a step has touched; focus and cursor stay where they are."""
        shown = set(self._shown)
        touched = shown & changes.of("events") or changes.is_everything
        tables = ("tracks", "claims", "links", "tags", "event_tags", "articles")
        if shown and (touched or any(table in changes for table in tables)):
            self._show(self._shown)

    def edit_title(self) -> None:
        """Take the focus to the title, all of it selected."""
        self.form.title.setFocus()
        self.form.title.selectAll()

    def edit_when(self) -> None:
        """Take the focus to the date, all of it selected."""
        self.form.when.line.setFocus()
        self.form.when.line.selectAll()

    def _lay_out(self) -> None:
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QWidget()
        whole.setAutoFillBackground(True)
        whole.setBackgroundRole(QPalette.ColorRole.Base)
        column = QVBoxLayout(whole)
        column.setContentsMargins(14, 10, 14, 16)
        column.setSpacing(14)
        for part in (self._heading, self.hint, self.form, self.sources, self.links):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(whole)

    def _take_selection(self, selection: Selection) -> None:
        if selection.events != self._shown:
            if self._shown:
                self.form.commit()
            self._shown = selection.events[:MOST]
            self._show(self._shown)
            self.verticalScrollBar().setValue(0)

    def _show(self, ids: tuple[int, ...]) -> None:
        events = self._document.events(ids)
        has_one = len(events) == 1
        self.hint.setVisible(not events)
        self.form.setVisible(bool(events))
        self.sources.setVisible(has_one)
        self.links.setVisible(has_one)
        title = _("Event") if len(events) < 2 else counted("{n} event", "{n} events", len(events))
        self._heading.setText(title.upper())
        if has_one:
            track = self._document.track(events[0].track)
            self.sources.show_event(events[0].id, events[0].colour or track.colour)
            self.links.show_event(events[0].id)
        if events:
            self.form.show_events(events, self.sources.current if has_one else None)

    def _show_claim(self, claim: Claim) -> None:
        self.form.commit()
        self.form.show_events(self._document.events([claim.event]), claim)
