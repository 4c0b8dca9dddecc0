"""A field for a date: what a person types, and beneath it how it is understood, before Enter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.document import Document
from desktop.errors import WhenError
from desktop.gui.panels.labels import Plain, isolated
from desktop.gui.panels.line import Line
from desktop.i18n import _
from desktop.when import AmbiguousWhen, Reading, When, in_words, read_words


class DayOrder:
    """Whether 03/04 is a day in April or in March: asked once for each article and remembered.

    Without an article the answer holds for the whole document.
    """

    def __init__(self, document: Document, article: int | None) -> None:
        self._document = document
        self._name = f"day_first:{article or 0}"

    @property
    def is_day_first(self) -> bool | None:
        """What the user answered; None where nobody was asked yet."""
        return {"yes": True, "no": False}.get(self._document.state(self._name))

    def remember(self, *, is_day_first: bool) -> None:
        """Keep the answer with the document."""
        self._document.set_state(self._name, "yes" if is_day_first else "no")


class WhenField(QWidget):
    """A line for a date with its reading beneath.

    `committed` carries the new When, or None for undated, once for each change; `accepted` follows
    every Enter on what could be read; `escaped` tells that Esc gave up what was typed.
    """

    committed = Signal(object)
    accepted = Signal()
    escaped = Signal()

    def __init__(self, name: str, empty: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._when: When | None = None
        self._today: When | None = None
        self._order: DayOrder | None = None
        self._empty = empty or _("Undated")
        self.line = Line()
        self.line.setAccessibleName(name)
        self._example = _("20 Nov · late 2016 · c. 1066")
        self.reading = Plain(role="muted")
        self.reading.setWordWrap(True)
        self.reading.setContentsMargins(9, 0, 0, 0)
        self._question = QWidget()
        self._answers = (QPushButton(), QPushButton())
        self._lay_out()
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._read_live)
        self.line.returnPressed.connect(self._enter)
        self.line.editingFinished.connect(self.commit)
        self._answers[0].clicked.connect(lambda: self._answer(is_day_first=True))
        self._answers[1].clicked.connect(lambda: self._answer(is_day_first=False))
        self.show_when(None)

    @property
    def when(self) -> When | None:
        """The date that was committed last, or shown."""
        return self._when

    @property
    def is_being_typed(self) -> bool:
        """True while the line holds something that is not the date it was given."""
        return self.line.text().strip() != self._given()

    def ask_about(self, order: DayOrder | None, today: When | None) -> None:
        """Take the day order from `order` and count “last Friday” from `today`."""
        self._order, self._today = order, today

    def show_when(self, when: When | None) -> None:
        """Show another date; what was typed is dropped."""
        self.line.setPlaceholderText(self._example)
        if when == self._when and self.line.text().strip() == self._given():
            self._tell(when)
            return
        self._when = when
        self.line.setText(self._given())
        self.line.setCursorPosition(0)
        self._tell(when)

    def show_several(self) -> None:
        """Show that there are several dates; what is typed will take the place of all."""
        self.show_when(None)
        self.line.setPlaceholderText(_("several"))
        self.reading.say("", "faint")

    def commit(self) -> bool:
        """Take what is typed; False, with the sentence why, where it cannot be read."""
        if not self.is_being_typed:
            return True
        try:
            read = self._read()
        except WhenError as error:
            self._refuse(error)
            return False
        when = read.when if read else None
        has_changed = when != self._when
        self.show_when(when)
        if has_changed:
            self.committed.emit(when)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc brings back the date that was there before."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
            return
        self.show_when(self._when)
        self.escaped.emit()

    def _lay_out(self) -> None:
        answers = QHBoxLayout(self._question)
        answers.setContentsMargins(0, 0, 0, 0)
        for button in self._answers:
            answers.addWidget(button)
        answers.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for part in (self.line, self.reading, self._question):
            column.addWidget(part)
        self._question.hide()

    def _given(self) -> str:
        return self._when.edtf if self._when else ""

    def _read(self) -> Reading | None:
        text = self.line.text().strip()
        if not text:
            return None
        day_first = self._order.is_day_first if self._order else None
        return read_words(text, self._today, day_first)

    def _read_live(self) -> None:
        try:
            read = self._read()
            self._tell(read.when if read else None, read.note if read else "")
        except WhenError as error:
            self._refuse(error)

    def _tell(self, when: When | None, note: str = "") -> None:
        self._question.hide()
        if when is None:
            self.reading.say(self._empty, "faint")
            return
        words = in_words(when)
        differs = self.is_being_typed and words != when.edtf
        shown = f"{words} · {when.edtf}" if differs else words
        # What was taken for granted stands below, so that a wrong guess is seen before Enter.
        self.reading.say("\n".join([isolated(shown), *([note] if note else [])]), "muted")

    def _refuse(self, error: WhenError) -> None:
        is_question = isinstance(error, AmbiguousWhen)
        self.reading.say(str(error), "muted" if is_question else "danger")
        self._question.setVisible(is_question)
        if isinstance(error, AmbiguousWhen):
            for button, when in zip(self._answers, error.readings, strict=True):
                button.setText(in_words(when))

    def _answer(self, *, is_day_first: bool) -> None:
        if self._order is not None:
            self._order.remember(is_day_first=is_day_first)
        text = self.line.text().strip()
        when = read_words(text, self._today, is_day_first).when
        self.line.setText(when.edtf)
        self.commit()
        self.line.setFocus()

    def _enter(self) -> None:
        if self.commit():
            self.accepted.emit()
