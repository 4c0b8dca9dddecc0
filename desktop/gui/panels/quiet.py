"""Buttons without a border, which stay in the background until they are wanted."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from desktop.gui.icons import icon


def quiet_tool(name: str, words: str, act: Callable[[], object] | None = None) -> QToolButton:
    """A button of the icon `name`; `words` are its tooltip and what a screen reader says."""
    button = QToolButton()
    button.setProperty("role", "quiet")
    button.setIcon(icon(name))
    button.setToolTip(words)
    button.setAccessibleName(words)
    if act is not None:
        button.clicked.connect(act)
    return button


def quiet_button(words: str) -> QPushButton:
    """A button of words without a border."""
    button = QPushButton(words)
    button.setProperty("role", "quiet")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
