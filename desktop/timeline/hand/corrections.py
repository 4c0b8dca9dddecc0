"""What is typed while the hand drags: "+2 days" or a date, in place of where the pointer is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.errors import WhenError
from desktop.when import When, read_words
from desktop.when.calendar import add_months
from desktop.when.span import Span, read_span

LONGEST = 40  # letters
_Mods = Qt.KeyboardModifier
_HELD = _Mods.ControlModifier | _Mods.AltModifier | _Mods.MetaModifier


class Correction:
    """The letters typed so far; nothing is corrected while there are none."""

    def __init__(self) -> None:
        self.text = ""

    def take(self, event: QKeyEvent) -> bool:
        """Take a letter, or take one back; False for a key that is none."""
        if event.key() == Qt.Key.Key_Backspace:
            had, self.text = bool(self.text), self.text[:-1]
            return had
        letter = event.text()
        if event.modifiers() & _HELD or not letter or not letter.isprintable():
            return False
        if letter.isspace() and not self.text:
            return False
        self.text = (self.text + letter)[:LONGEST]
        return True

    def aim(self, start: int) -> int | None:
        """The second that is meant, `start` being where the end in hand was; None if none is yet.

        A number with a unit counts from `start`, a date is itself.
        """
        span = self._span()
        if span is not None:
            return add_months(start, span.months) + span.seconds
        when = self._when()
        return None if when is None else when.bounds.earliest

    def stop(self, start: int) -> int | None:
        """As `aim`, but where a date ends, for an end that is pulled."""
        span, when = self._span(), self._when()
        return self.aim(start) if span is not None or when is None else when.bounds.latest

    def line(self) -> str:
        """How it is shown beside the hand."""
        return f"{self.text}▏" if self.text else ""

    def _span(self) -> Span | None:
        try:
            return read_span(self.text)
        except WhenError:
            return None

    def _when(self) -> When | None:
        try:
            when = read_words(self.text).when
        except WhenError:
            return None
        return None if when.is_open_start or when.is_open_end else when
