"""The menu of a suggestion, for those who use no keys."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QMenu

from desktop.gui.panels.labels import menu_words
from desktop.gui.panels.suggested.list import SuggestedList
from desktop.i18n import _
from desktop.model import Track


class Suggesting(Protocol):
    """What the menu can ask for."""

    list: SuggestedList

    def take(self, track: int | None = None) -> None:
        """Place the suggestion in hand."""

    def take_all(self) -> None:
        """Place all that are left."""

    def drop(self) -> None:
        """Never suggest the words in hand again."""

    def ask_date(self) -> None:
        """Let another date be typed."""


def suggestion_menu(panel: Suggesting, tracks: list[Track]) -> QMenu:
    """All that can be done to the suggestion in hand."""
    menu = QMenu(panel.list)
    menu.addAction(_("Take")).triggered.connect(lambda: panel.take())
    onto = menu.addMenu(_("Take onto"))
    for track in tracks:
        if not track.locked:
            onto.addAction(menu_words(track.name), partial(panel.take, track.id))
    deeds: tuple[tuple[str, Callable[[], None]], ...] = (
        (_("Correct the title"), panel.list.begin_correcting),
        (_("Change the date…"), panel.ask_date),
        (_("Drop"), panel.drop),
    )
    for words, deed in deeds:
        menu.addAction(words, deed)
    menu.addSeparator()
    menu.addAction(_("Take all"), panel.take_all)
    return menu
