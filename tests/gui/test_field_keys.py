"""A field takes the keys that it needs, and none of the menu's."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from desktop.gui.field_keys import FieldKeys

Standard = QKeySequence.StandardKey


@pytest.fixture
def field(qtbot):
    made = QLineEdit("Raid")
    qtbot.addWidget(made)
    return made


class OnLinux(QKeyEvent):
    """A press with Ctrl as X11 understands it, wherever the tests run."""

    def matches(self, standard):
        meant = {"E": Standard.MoveToEndOfLine, "K": Standard.DeleteEndOfLine, "C": Standard.Copy}
        return standard == meant[chr(self.key())]


@pytest.mark.parametrize(("letter", "is_withheld"), [("E", True), ("K", True), ("C", False)])
def test_the_menus_letters_are_withheld_from_a_field(field, letter, is_withheld):
    keys = FieldKeys()
    modifier = Qt.KeyboardModifier.ControlModifier
    event = OnLinux(QEvent.Type.ShortcutOverride, Qt.Key[f"Key_{letter}"], modifier)

    assert keys.eventFilter(field, event) == is_withheld
