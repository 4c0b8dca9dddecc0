"""Words in panels: always plain text, whatever an article or a file has put into them."""

from html import escape
from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

SERIF = ("Noto Serif", "Noto Sans Arabic", "serif")


class Plain(QLabel):
    """A label that shows its words as they are; `role` names one of the theme's looks."""

    def __init__(self, words: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(words)
        if role:
            self.setProperty("role", role)

    def say(self, words: str, role: str) -> None:
        """Show other words in another of the theme's looks."""
        self.setText(words)
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)


class OneLine(Plain):
    """A label that cuts its words to its width with an ellipsis and shows them all in a tooltip."""

    def __init__(self, words: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", role, parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setToolTip(plain_tooltip(words))
        self.setAccessibleName(words)
        self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the words to the new width."""
        self._cut()
        super().resizeEvent(event)

    def _cut(self) -> None:
        flat = " ".join(self._words.split())
        width = self.contentsRect().width()
        self.setText(
            QFontMetricsF(self.font()).elidedText(flat, Qt.TextElideMode.ElideRight, width)
        )


class Yielding(OneLine):
    """A label as wide as its words where there is room for them; else it cuts them."""

    def __init__(self, role: str = "") -> None:
        super().__init__("", role)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)

    def show_words(self, words: str) -> None:
        """Show other words."""
        super().show_words(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The width of all its words."""
        width = QFontMetricsF(self.font()).horizontalAdvance(" ".join(self._words.split()))
        return QSize(ceil(width) + 1, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for an ellipsis, where it has any words."""
        return QSize(min(24, self.sizeHint().width()), super().minimumSizeHint().height())


def plain_tooltip(words: str) -> str:
    """`words` so that Qt's tooltip takes none of them for a tag."""
    return f"<qt>{escape(words)}</qt>" if words else ""


def menu_words(words: str) -> str:
    """`words` so that a menu takes no `&` in them for a mnemonic, and not too long for one."""
    flat = " ".join(words.split())
    return (flat if len(flat) <= 60 else flat[:59] + "…").replace("&", "&&")


def isolated(words: str) -> str:
    """`words` fenced so that they keep their own direction inside a text of the other one."""
    return f"\N{LEFT-TO-RIGHT ISOLATE}{words}\N{POP DIRECTIONAL ISOLATE}"


def is_right_to_left(text: str) -> bool:
    """True where the first letters of a text are mostly of a script that runs to the left."""
    letters = [letter for letter in text[:2_000] if letter.isalpha()]
    return 2 * sum("\u0590" <= letter <= "\u08ff" for letter in letters) > len(letters)


def serif(font: QFont, factor: float = 1.0, *, is_bold: bool = False) -> QFont:
    """The face that articles are read in, `factor` times as large as `font`."""
    face = QFont(font)
    face.setFamilies(list(SERIF))
    face.setPointSizeF(font.pointSizeF() * factor) if font.pointSizeF() > 0 else face.setPixelSize(
        round(font.pixelSize() * factor)
    )
    face.setBold(is_bold)
    return face


def typed_keys(event: QKeyEvent) -> str:
    """The character that a key press would type, "" with Ctrl, Alt or Meta held."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    text = event.text()
    return text if not held and text.isprintable() else ""


def heading(words: str) -> Plain:
    """The quiet capitals above a part of a panel."""
    label = Plain(words.upper(), "section")
    font = label.font()
    font.setPointSizeF(font.pointSizeF() * 0.88)
    font.setWeight(QFont.Weight.DemiBold)
    label.setFont(font)
    return label
