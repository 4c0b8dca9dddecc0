"""The fields of the selected events and of the source in hand; each change is one edit."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.document import Document
from desktop.gui.panels.colours import swatch, track_colour
from desktop.gui.panels.inspector.edits import Edits
from desktop.gui.panels.inspector.fields import (
    SEVERAL,
    ChoiceField,
    LineField,
    NoteField,
    NumberField,
    TagsField,
)
from desktop.gui.panels.inspector.people import count_words
from desktop.gui.panels.inspector.status import StatusField, derived_words, status_name
from desktop.gui.panels.labels import Plain
from desktop.gui.panels.when_field import DayOrder, WhenField
from desktop.i18n import _
from desktop.model import STANCES, Claim, Event
from desktop.when import When

T = TypeVar("T")


def common(values: Iterable[T]) -> T | None:
    """The one value that all have, or `SEVERAL`."""
    different = set(values)
    return different.pop() if len(different) == 1 else SEVERAL


class EventForm(QWidget):
    """Edits one event with the claim in hand, or what several events have in common."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.refusal = Plain(role="danger")
        self.refusal.setWordWrap(True)
        self._edits = Edits(document, self._refuse)
        self.title = LineField(_("Title"))
        self.when = WhenField(_("When"))
        self.track = ChoiceField(_("Track"))
        self.status = StatusField(_("Status"))
        self.said_by = LineField(_("Said by"))
        self.stance = ChoiceField(_("Stance"))
        self.place = LineField(_("Place"))
        self.tags = TagsField(_("Tags"))
        self.importance = NumberField(_("Importance"), 0, 9)
        self.killed = LineField(_("Killed"), _("27 · 4–6 · at least 27"))
        self.injured = LineField(_("Injured"))
        self.note = NoteField(_("Note"))
        self._labels: dict[QWidget, QLabel] = {}
        self._lay_out()
        self._connect()

    def show_events(self, events: list[Event], claim: Claim | None) -> None:
        """Show other events, or the same in their new state; what is being typed stays."""
        is_same = [one.id for one in events] == self._edits.ids
        self._edits.events, self._edits.claim = events, claim
        if not is_same:
            self.refusal.hide()
        self._show_rows(has_one=len(events) == 1, has_claim=claim is not None)
        for field, show in self._shows():
            if not (is_same and field.hasFocus() and getattr(field, "is_being_typed", False)):
                show()

    def commit(self) -> None:
        """Keep what is being typed, before other events are shown."""
        for field in (self.title, self.said_by, self.place, self.tags, self.killed, self.injured):
            field.commit()
        self.note.commit()
        self.when.commit()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.refusal, 0, 0, 1, 2)
        self.refusal.hide()
        for row, (words, field) in enumerate(self._rows(), start=1):
            self._labels[field] = _label(words, field)
            grid.addWidget(self._labels[field], row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, row, 1)
        for stance, words in zip(
            STANCES, (_("asserts"), _("denies"), _("attributes"), _("doubts")), strict=True
        ):
            self.stance.addItem(words, stance)

    def _rows(self) -> tuple[tuple[str, QWidget], ...]:
        return (
            (_("Title"), self.title),
            (_("When"), self.when),
            (_("Track"), self.track),
            (_("Status"), self.status),
            (_("Said by"), self.said_by),
            (_("Stance"), self.stance),
            (_("Place"), self.place),
            (_("Tags"), self.tags),
            (_("Importance"), self.importance),
            (_("Killed"), self.killed),
            (_("Injured"), self.injured),
            (_("Note"), self.note),
        )

    def _connect(self) -> None:
        edits = self._edits
        self.title.committed.connect(edits.retitle)
        self.when.committed.connect(edits.redate)
        self.track.committed.connect(edits.retrack)
        self.status.committed.connect(edits.set_status)
        self.said_by.committed.connect(edits.set_speaker)
        self.stance.committed.connect(edits.set_stance)
        self.place.committed.connect(edits.set_place)
        self.tags.committed.connect(edits.set_tags)
        self.importance.committed.connect(edits.set_importance)
        self.killed.committed.connect(edits.set_killed)
        self.injured.committed.connect(edits.set_injured)
        self.note.committed.connect(edits.set_note)

    def _show_rows(self, *, has_one: bool, has_claim: bool) -> None:
        self._show_row(self.title, is_shown=has_one)
        for field in (self.said_by, self.stance, self.killed, self.injured):
            self._show_row(field, is_shown=has_one and has_claim)

    def _show_row(self, field: QWidget, *, is_shown: bool) -> None:
        field.setVisible(is_shown)
        self._labels[field].setVisible(is_shown)

    def _shows(self) -> list[tuple[QWidget, Callable[[], None]]]:
        events, claim = self._edits.events, self._edits.claim
        shows: list[tuple[QWidget, Callable[[], None]]] = [
            (self.title, lambda: self.title.show_value(common(one.title for one in events))),
            (self.when, self._show_when),
            (self.track, self._show_track),
            (self.status, self._show_status),
            (self.place, lambda: self.place.show_value(common(one.place for one in events))),
            (self.tags, self._show_tags),
            (self.importance, self._show_importance),
            (self.note, lambda: self.note.show_value(common(one.note for one in events))),
        ]
        if claim is not None:
            killed = count_words(claim.killed_min, claim.killed_max)
            injured = count_words(claim.injured_min, claim.injured_max)
            shows += [
                (self.said_by, lambda: self.said_by.show_value(claim.said_by)),
                (self.stance, lambda: self.stance.show_value(claim.stance)),
                (self.killed, lambda: self.killed.show_value(killed)),
                (self.injured, lambda: self.injured.show_value(injured)),
            ]
        return shows

    def _show_importance(self) -> None:
        self.importance.show_value(common(one.importance for one in self._edits.events))

    def _show_when(self) -> None:
        article = self._document.article(self._edits.claim.article) if self._edits.claim else None
        order = DayOrder(self._document, article.id if article else None)
        # Without a source the user speaks: their “last week” is counted from their own day.
        today = article.published if article else When(date.today().isoformat())
        self.when.ask_about(order, today)
        if len({event.when for event in self._edits.events}) > 1:
            self.when.show_several()
        else:
            self.when.show_when(self._edits.events[0].when)

    def _show_track(self) -> None:
        tracks = self._document.tracks()
        shown = [self.track.itemData(row) for row in range(self.track.count())]
        if shown != [track.id for track in tracks]:
            self.track.clear()
            for track in tracks:
                self.track.addItem(track.name, track.id)
        for row, track in enumerate(tracks):
            self.track.setItemText(row, track.name)
            self.track.setItemIcon(row, swatch(track_colour(track.colour, self.palette())))
        self.track.show_value(common(event.track for event in self._edits.events))

    def _show_status(self) -> None:
        events = self._edits.events
        derived = _("As the sources say")
        if len(events) == 1:
            claims = self._document.claims(events[0].id)
            own = self._document.status_of(events[0].id)
            derived = derived_words(own, claims) if not events[0].status else derived
        else:
            stated = common(self._document.statuses([one.id for one in events]).values())
            derived = derived if stated is None else status_name(stated)
        status = common(event.status for event in events)
        reason = common(event.status_reason for event in events) or ""
        self.status.show_value(status, reason, derived)

    def _show_tags(self) -> None:
        named = self._document.tag_names([event.id for event in self._edits.events])
        alike = common(tuple(named.get(event.id, [])) for event in self._edits.events)
        self.tags.show_known([tag.name for tag in self._document.tags()])
        self.tags.show_value(SEVERAL if alike is None else ", ".join(alike))

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()


def _label(words: str, field: QWidget) -> QLabel:
    label = Plain(words, "muted")
    label.setBuddy(field)
    label.setMinimumWidth(74)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setContentsMargins(0, 6, 0, 0)  # on the line of the field's own words
    return label
