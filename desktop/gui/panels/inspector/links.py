"""The arrows from and to an event: what each says, where it leads, and how another is drawn."""

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.edits.links import link_events, remove_links
from desktop.gui.icons import icon
from desktop.gui.panels.inspector.fields import ChoiceField, LineField
from desktop.gui.panels.labels import Plain, heading, plain_tooltip
from desktop.i18n import _
from desktop.model import LINK_KINDS, Link
from desktop.session import Session

_MOST = 12


def kind_words(kind: str, *, is_outgoing: bool) -> str:
    """What an arrow says of the event at hand: “causes” at its start, “caused by” at its end."""
    names = {
        "causes": (_("causes"), _("caused by")),
        "answers": (_("answers"), _("answered by")),
        "contradicts": (_("contradicts"), _("contradicted by")),
        "part of": (_("part of"), _("has part")),
        "leads to": (_("leads to"), _("follows from")),
        "same as": (_("same as"), _("same as")),
    }
    return names.get(kind, (kind, kind))[0 if is_outgoing else 1]


class Links(QWidget):
    """The arrows of one event; `asked` names the event to which a click on one leads."""

    asked = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._document = session.document
        self._event = 0
        self._hits: dict[str, int] = {}
        self.rows: list[QPushButton] = []
        self._grid = QWidget()
        self.kind = ChoiceField(_("Kind of link"))
        for kind in LINK_KINDS:
            self.kind.addItem(kind_words(kind, is_outgoing=True), kind)
        self.kind.show_value("leads to")
        self.other = LineField(_("The other event"), _("find an event"))
        self._titles = QStringListModel(self)
        self._offer_titles()
        adding = QHBoxLayout()
        adding.addWidget(self.kind, 2)
        adding.addWidget(self.other, 3)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(heading(_("Links")))
        self._column.addWidget(self._grid)
        self._column.addLayout(adding)

    def show_event(self, event: int) -> None:
        """Show the arrows of an event."""
        self._event = event
        links = self._document.links_of(event)
        ends = {link.target if link.source == event else link.source for link in links}
        titles = self._document.titles(ends)
        former, self._grid = self._grid, QWidget()
        self._column.replaceWidget(former, self._grid)
        former.hide()
        former.deleteLater()
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        self.rows = []
        for row, link in enumerate(links):
            self._add_row(grid, row, link, titles)
        self._grid.setVisible(bool(links))
        self.other.show_value("")

    def _offer_titles(self) -> None:
        completer = QCompleter(self._titles, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.other.setCompleter(completer)
        self.other.textEdited.connect(self._search)
        self.other.committed.connect(self._link)
        completer.activated.connect(self._link)

    def _add_row(self, grid: QGridLayout, row: int, link: Link, titles: dict[int, str]) -> None:
        is_outgoing = link.source == self._event
        other = link.target if is_outgoing else link.source
        title = titles.get(other, "")
        button = QPushButton(_short(title))
        button.setStyleSheet("text-align: left;")
        button.setToolTip(plain_tooltip(title))
        button.setAccessibleName(title)
        button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.asked.emit(other))
        remove = QToolButton()
        remove.setProperty("role", "quiet")
        remove.setIcon(icon("x"))
        remove.setAccessibleName(_("Remove this link"))
        remove.clicked.connect(lambda: remove_links(self._document, [link.id]))
        grid.addWidget(Plain(kind_words(link.kind, is_outgoing=is_outgoing), "muted"), row, 0)
        grid.addWidget(button, row, 1)
        grid.addWidget(remove, row, 2)
        self.rows.append(button)

    def _search(self, words: str) -> None:
        hits = self._document.search(words, _MOST)
        self._hits = {
            hit.title: hit.id for hit in hits if hit.kind == "event" and hit.id != self._event
        }
        self._titles.setStringList(list(self._hits))

    def _link(self, title: str) -> None:
        other = self._hits.get(title)
        if other is not None and self._event:
            self._hits = {}
            link_events(self._document, self._event, other, str(self.kind.currentData()))


def _short(title: str) -> str:
    flat = " ".join(title.split())
    return (flat if len(flat) <= 30 else flat[:29] + "…").replace("&", "&&")
