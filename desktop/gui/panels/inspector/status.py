"""What the sources make of an event, and the user's own word against it, given with a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.gui.panels.inspector.fields import ChoiceField, LineField
from desktop.i18n import _, counted
from desktop.model import STATUSES, Claim, Status


def status_name(status: Status) -> str:
    """A status as a word at the beginning of a line."""
    names = {
        "": _("No source yet"),
        "reported": _("Reported"),
        "claimed": _("Claimed"),
        "denied": _("Denied"),
        "contested": _("Contested"),
        "confirmed": _("Confirmed"),
        "planned": _("Planned"),
    }
    return names[status]


def derived_words(status: Status, claims: list[Claim]) -> str:
    """What the claims make of an event, with how many say so: “Claimed — 2 sources, 1 denial”."""
    against = [claim for claim in claims if claim.stance in ("denies", "doubts")]
    sources = len({claim.article for claim in claims if claim not in against})
    parts = [counted("{n} source", "{n} sources", sources)] if sources else []
    parts += [counted("{n} denial", "{n} denials", len(against))] if against else []
    return f"{status_name(status)} — {', '.join(parts)}" if parts else status_name(status)


class StatusField(QWidget):
    """The derived status, or another with a reason; `committed` carries both."""

    committed = Signal(str, str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status: Status | None = ""
        self.choice = ChoiceField(name)
        self.reason = LineField(_("Reason"), _("Why? A reason is needed"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.choice)
        column.addWidget(self.reason)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.choice)
        self.choice.committed.connect(self._choose)
        self.reason.committed.connect(self._give_reason)

    def show_value(self, status: Status | None, reason: str, derived: str) -> None:
        """Show an override with its reason, "" for none; None where the events differ."""
        self._status = status
        self.choice.clear()
        self.choice.addItem(derived, "")
        for other in STATUSES[1:]:
            self.choice.addItem(status_name(other), other)
        self.choice.show_value(status)
        self.reason.show_value(reason)
        self.reason.setVisible(bool(status))

    def _choose(self, status: Status) -> None:
        if status == "":
            self.reason.hide()
            if self._status != "":
                self.committed.emit("", "")
            return
        self.reason.show()
        self.reason.setFocus()
        if self._status and self.reason.text().strip():
            self.committed.emit(status, self.reason.text().strip())

    def _give_reason(self, reason: str) -> None:
        chosen = self.choice.currentData()
        if chosen and reason:
            self.committed.emit(str(chosen), reason)
