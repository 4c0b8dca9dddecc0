"""Correcting an article's text, with what becomes of every quote from it in view as one types."""

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.document import Document
from desktop.edits.texts import correct_text
from desktop.errors import DatelineError
from desktop.gui.dialogs.buttons import plain
from desktop.gui.panels.labels import Plain, heading, is_right_to_left, plain_tooltip, serif
from desktop.gui.tasks import Progress, Tasks
from desktop.i18n import _, counted
from desktop.model import Claim
from desktop.reading.anchor import Found, How, relocate

_PAUSE = 250  # milliseconds without a key before the quotes are looked for again
_LONGEST_WORD = 20_000  # characters; Qt breaks longer ones into lines for minutes
_FOUND = Qt.ItemDataRole.UserRole


class CorrectingDialog(QDialog):
    """The text to be corrected; `corrected` carries a sentence about the quotes that it changed."""

    corrected = Signal(str)

    def __init__(self, parent: QWidget, document: Document, article: int, tasks: Tasks) -> None:
        super().__init__(parent)
        self._document, self._tasks = document, tasks
        self._article = document.article(article)
        self._claims = document.claims_in(article)
        self._work: Progress | None = None
        self._timer = QTimer(self)
        self.setWindowTitle(_("Correct the text of “{title}”").format(title=self._article.title))
        self.text = _editor(self._article.text)
        self._given = self.written
        self.summary = Plain(role="muted")
        self.list = QListWidget()
        self.told = Plain(role="danger")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Apply | QDialogButtonBox.StandardButton.Cancel
        )
        self.apply = self.buttons.button(QDialogButtonBox.StandardButton.Apply)
        plain(self.buttons)
        self._lay_out()
        self._connect()
        self._show([Found(one.first, one.last, "exact", 1.0) for one in self._claims])

    @property
    def written(self) -> str:
        """The text as it stands in the editor, to the letter."""
        # toPlainText would make plain blanks of those that keep words together.
        return self.text.document().toRawText().replace("\N{PARAGRAPH SEPARATOR}", "\n")

    @property
    def is_corrected(self) -> bool:
        """True while the text differs from the one that was read."""
        return self.written != self._given

    def correct(self) -> None:
        """Keep the corrected text and move the quotes along, as one step."""
        self._timer.stop()
        try:
            relocations = correct_text(self._document, self._article.id, self.written)
        except DatelineError as error:
            self.told.setText(str(error))
            return
        self.corrected.emit(sentence_of([relocation.found for relocation in relocations]))
        self.accept()

    def _lay_out(self) -> None:
        self.apply.setProperty("role", "primary")
        self.apply.setEnabled(False)
        self.list.setSpacing(3)
        self.list.setAccessibleName(_("Quotes that change"))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setWordWrap(True)
        self.list.setFixedWidth(300)
        self.summary.setWordWrap(True)
        side = QVBoxLayout()
        for part in (heading(_("Quotes")), self.summary, self.list):
            side.addWidget(part)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.text, 1)
        both.addLayout(side)
        foot = QHBoxLayout()
        foot.addWidget(self.told, 1)
        foot.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 14, 14, 12)
        column.addLayout(both, 1)
        column.addLayout(foot)
        # Only in its dialog: before, Cancel would be the button for Enter.
        self.apply.setDefault(True)
        self.resize(1000, 640)
        self.text.setFocus()

    def _connect(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self.look)
        self.text.textChanged.connect(self._wait)
        self.apply.clicked.connect(self.correct)
        self.buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(self._point)
        self.list.itemClicked.connect(self._point)

    def _wait(self) -> None:
        self.apply.setEnabled(self.is_corrected)
        self._timer.start()

    def look(self) -> None:
        """Look for every quote in the text as it stands, on a thread."""
        if self._work is not None:
            self._work.cancel()
        spans = [(claim.first, claim.last) for claim in self._claims]
        find = partial(relocate, self._article.text, self.written, spans)
        self._work = self._tasks.run(lambda _progress: find(), self._show, _("Finding quotes…"))

    def done(self, result: int) -> None:
        """Close; what is still looked for is dropped."""
        self._timer.stop()
        if self._work is not None:
            self._work.cancel()
            self._work = None
        super().done(result)

    def _show(self, found: list[Found]) -> None:
        self._work = None
        self.summary.setText(_summary(found))
        self.list.clear()
        for claim, place in zip(self._claims, found, strict=True):
            if place.how != "exact":
                self.list.addItem(_row(claim, place))

    def _point(self, row: QListWidgetItem) -> None:
        """Select the words where they are now."""
        place = row.data(_FOUND)
        if isinstance(place, Found):
            cursor, text = self.text.textCursor(), self.written
            cursor.setPosition(_units(text[: place.first]))
            cursor.setPosition(_units(text[: place.last]), QTextCursor.MoveMode.KeepAnchor)
            self.text.setTextCursor(cursor)


def sentence_of(found: list[Found]) -> str:
    """What a correction did to the quotes, "" where all stand as they were."""
    counts = Counter(place.how for place in found)
    if counts["lost"]:
        return counted(
            "{n} quote is not in the corrected text any more; it is marked at its event.",
            "{n} quotes are not in the corrected text any more; they are marked at their events.",
            counts["lost"],
        )
    changed = counts["moved"] + counts["fuzzy"]
    return counted(
        "{n} quote was found again in other words or at another place.",
        "{n} quotes were found again in other words or at other places.",
        changed,
    ) if changed else ""  # fmt: skip


def _summary(found: list[Found]) -> str:
    if not found:
        return _("Nothing is quoted from this article.")
    counts = Counter(place.how for place in found)
    return " · ".join(f"{counts[how]} {words}" for how, words in _words().items() if counts[how])


def _words() -> dict[How, str]:
    return {"exact": _("unchanged"), "moved": _("moved"), "fuzzy": _("changed"), "lost": _("lost")}


def _row(claim: Claim, place: Found) -> QListWidgetItem:
    words = " ".join(claim.exact.split())
    cut = words if len(words) <= 90 else words[:89] + "…"
    row = QListWidgetItem(f"{_words()[place.how].capitalize()}: “{cut}”")
    row.setToolTip(plain_tooltip(words))
    row.setData(_FOUND, place)
    return row


def _units(text: str) -> int:
    """How many of Qt's places a text takes: two for a letter beyond the first 65,536."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def _editor(text: str) -> QPlainTextEdit:
    editor = QPlainTextEdit()
    editor.setAccessibleName(_("Text of the article"))
    editor.setFont(serif(editor.font(), 1.1))
    editor.setTabChangesFocus(True)
    if max(map(len, text.split()), default=0) > _LONGEST_WORD:
        editor.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
    if is_right_to_left(text):
        editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    editor.setPlainText(text)
    return editor
