"""The slim bar above the timeline: what is shown, and as of which day it could be known."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QSlider, QToolButton, QWidget

from desktop.document import Changes, Filter
from desktop.errors import DatelineError
from desktop.gui.panels.filter.line import FilterHelp, FilterLine
from desktop.gui.panels.labels import OneLine, Plain
from desktop.gui.panels.quiet import quiet_tool
from desktop.i18n import _, counted
from desktop.session import Session
from desktop.timeline.stage.stage import Stage
from desktop.when import When, in_words, read_words

_KNOWN_WIDTH = 150
_SLIDER_WIDTH = 120


class FilterBar(QFrame):
    """Filters while one types; what cannot be understood is told and leaves the picture as it is.

    `closed` tells that Esc or the cross has taken the filter away, `filtered` that another is in
    force.
    """

    closed = Signal()
    filtered = Signal()

    def __init__(self, session: Session, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = session.document
        self._stage = stage
        self._days: list[When] = []
        self._is_wrong = False
        self.line = FilterLine(
            session.document, _("Filter: words, track: tag: said: before: near:")
        )
        self.line.setAccessibleName(_("Filter events"))
        self.known = _field(_("any day"))
        self.known.setAccessibleName(_("As known on a day"))
        self.known.setFixedWidth(_KNOWN_WIDTH)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(_("Day of the articles that are known"))
        self.slider.setFixedWidth(_SLIDER_WIDTH)
        self.count = OneLine("", "muted")
        self.help = quiet_tool("help", _("What a filter may say"), self._explain)
        self.dimming = _switch(_("Dim others"), _("Dim the others instead of hiding them"))
        self.dimming.clicked.connect(self._filter)
        self._lay_out()
        self.line.textChanged.connect(self._filter)
        self.known.textChanged.connect(self._filter)
        self.slider.valueChanged.connect(self._slide)
        session.changed.connect(self.refresh)
        self._read_days()

    @property
    def filter(self) -> Filter:
        """What the fields ask for; a date that is not understood is refused."""
        day = self.known.text().strip()
        known = read_words(day).when if day else None
        return Filter(self.line.text(), known, self.dimming.isChecked())

    def open_bar(self) -> None:
        """Show the bar and put the cursor into it."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def show_filter(self, wanted: Filter) -> None:
        """Fill the fields, as from a saved view."""
        self.dimming.setChecked(wanted.dims)
        self.known.setText(wanted.known.edtf if wanted.known else "")
        self.line.setText(wanted.words)

    def close_bar(self) -> None:
        """Take the filter away, and the bar."""
        self.show_filter(Filter(dims=self.dimming.isChecked()))
        self.hide()
        self.closed.emit()

    def refresh(self, changes: Changes) -> None:
        """Count again, and know the days of the articles."""
        if "articles" in changes:
            self._read_days()
        if not self._is_wrong:
            self._say()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the filter away."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        self.setObjectName("topbar")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(10)
        row.addWidget(self.line, 3)
        row.addWidget(self.help)
        row.addWidget(self.dimming)
        row.addWidget(self.count, 2)
        row.addWidget(Plain(_("As known on"), "muted"))
        row.addWidget(self.known)
        row.addWidget(self.slider)
        row.addWidget(quiet_tool("x", _("Close the filter"), self.close_bar))

    def _filter(self, _told: object = None) -> None:
        try:
            self._stage.restrict(self.filter)
        except DatelineError as error:
            self._tell(str(error))
        else:
            self._is_wrong = False
            self._say()
            self._place_slider()
            self.filtered.emit()

    def _explain(self) -> None:
        FilterHelp(self).show_below(self.line)

    def switch_dimming(self) -> None:
        """Dim what the filter does not match, or leave it out again."""
        self.dimming.toggle()
        self._filter()

    def _tell(self, sentence: str) -> None:
        self._is_wrong = True
        self.count.say("", "danger")
        self.count.show_words(sentence)

    def _say(self) -> None:
        self.count.say("", "muted")
        matched = self._stage.contents.matched
        if matched is None:
            self.count.show_words("")
            return
        total = counted("{n} event", "{n} events", self._document.counts().events)
        words = _("{some} of {total} shown").format(some=f"{matched:,}", total=total)
        self.count.show_words(words)

    def _read_days(self) -> None:
        dates = {article.published for article in self._document.articles() if article.published}
        self._days = sorted(dates, key=lambda when: when.bounds.latest)
        self.slider.setRange(0, len(self._days))
        self.slider.setEnabled(len(self._days) > 1)
        self._place_slider()

    def _place_slider(self) -> None:
        """Stand at the last article that is known; at the end where everything is."""
        known = self._stage.contents.filter.known
        reached = [day for day in self._days if known and day.bounds.latest <= known.bounds.latest]
        place = max(len(reached) - 1, 0) if known else len(self._days)
        was = self.slider.blockSignals(True)  # noqa: FBT003 - Qt's own name for it
        self.slider.setValue(place)
        self.slider.blockSignals(was)
        self.slider.setToolTip(in_words(known) if known else _("Everything that is known"))

    def _slide(self, place: int) -> None:
        self.known.setText(in_words(self._days[place]) if place < len(self._days) else "")


def _field(words: str) -> QLineEdit:
    field = QLineEdit()
    field.setPlaceholderText(words)
    field.setClearButtonEnabled(True)
    return field


def _switch(words: str, tip: str) -> QToolButton:
    switch = QToolButton()
    switch.setText(words)
    switch.setToolTip(tip)
    switch.setCheckable(True)
    return switch
