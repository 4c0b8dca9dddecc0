"""The canvas for screen readers: a list whose items are the events in the picture.

Rules that keep the process alive: every interface is held by its widget, `interface_cast` is left
alone (a None from it ends the process), and an event that is gone is not valid any more.
"""

from functools import lru_cache

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from desktop.i18n import _

MOST_HELD = 2000  # item interfaces that a list keeps before it lets go of all


class Listing(QWidget):
    """A widget that draws a list by itself; what it draws is told by the five questions below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.interface: ListInterface | None = None
        install()

    def listed(self) -> list[int]:
        """The events in the picture, in the order of reading."""
        return []

    def told_name(self, event: int) -> str:
        """What a screen reader says of an event."""
        return str(event)

    def told_box(self, event: int) -> QRect:
        """Where an event is drawn, in pixels of the widget."""
        return QRect()

    def is_told_selected(self, event: int) -> bool:
        """Whether the event is selected."""
        return False

    def told_current(self) -> int | None:
        """The event that the keys act on."""
        return None

    def tell_order(self) -> None:
        """Tell that other events are in the picture now."""
        if self.interface is not None and QAccessible.isActive():
            order = QAccessibleEvent(self, QAccessible.Event.ObjectReorder)
            QAccessible.updateAccessibility(order)

    def say(self, words: str) -> None:
        """Let a screen reader say what has happened."""
        if words and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def tell_current(self, event: int) -> None:
        """Tell that the keys act on another event now."""
        if not QAccessible.isActive():
            return
        listed = self.listed()
        if event in listed:
            focus = QAccessibleEvent(self, QAccessible.Event.Focus)
            focus.setChild(listed.index(event))
            QAccessible.updateAccessibility(focus)
        self.say(self.told_name(event))


class ItemInterface(QAccessibleInterface):
    """One event as a screen reader sees it."""

    def __init__(self, listing: Listing, event: int) -> None:
        super().__init__()
        self._listing = listing
        self.told = event

    def isValid(self) -> bool:
        """False once the event has left the picture."""
        return self.told in self._listing.listed()

    def object(self) -> QObject | None:  # type: ignore[override]  # Qt takes None, its stubs do not say so
        """An event is no object of Qt."""
        return None

    def window(self) -> QWindow | None:  # type: ignore[override]  # Qt takes None, its stubs do not say so
        """The window in which it is drawn."""
        return self._listing.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, its stubs do not say so
        """The list."""
        return QAccessible.queryAccessibleInterface(self._listing)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, its stubs do not say so
        """An event has no parts."""
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, its stubs do not say so
        """An event has no parts."""
        return None

    def childCount(self) -> int:
        """An event has no parts."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """An event has no parts."""
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        """Its title, date and track."""
        return self._listing.told_name(self.told) if kind == QAccessible.Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Titles are changed by typing, not from here."""

    def rect(self) -> QRect:
        """Where it is on the screen."""
        box = self._listing.told_box(self.told)
        return QRect(self._listing.mapToGlobal(box.topLeft()), box.size())

    def role(self) -> QAccessible.Role:
        """An item of a list."""
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        """Whether it is selected, and whether the keys act on it."""
        state = QAccessible.State()
        listing = self._listing
        state.focusable = state.selectable = True
        state.selected = listing.is_told_selected(self.told)
        is_current = listing.told_current() == self.told
        state.focused = listing.hasFocus() and is_current
        return state


class ListInterface(QAccessibleWidget):
    """The canvas as a list."""

    def __init__(self, listing: Listing) -> None:
        super().__init__(listing, QAccessible.Role.List, listing.accessibleName())
        self._listing = listing
        self._items: dict[int, ItemInterface] = {}

    def childCount(self) -> int:
        """How many events are in the picture."""
        return len(self._listing.listed())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, its stubs do not say so
        """The event at a place in the order of reading."""
        listed = self._listing.listed()
        return self._item(listed[index]) if 0 <= index < len(listed) else None

    def _item(self, event: int) -> ItemInterface:
        if len(self._items) > MOST_HELD:
            self._items = {}
        if event not in self._items:
            item = ItemInterface(self._listing, event)
            QAccessible.registerAccessibleInterface(item)
            self._items[event] = item
        return self._items[event]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """The place of an event in the order of reading."""
        listed = self._listing.listed()
        told = getattr(child, "told", None)
        return listed.index(told) if told in listed else -1

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, its stubs do not say so
        """The event that the keys act on."""
        current = self._listing.told_current()
        if current is None or not self._listing.hasFocus():
            return None
        return self._item(current)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # Qt takes None, its stubs do not say so
        """The event at a point of the screen."""
        point = self._listing.mapFromGlobal(QRect(x, y, 1, 1).topLeft())
        for event in self._listing.listed():
            if self._listing.told_box(event).contains(point):
                return self._item(event)
        return None


@lru_cache(maxsize=1)
def install() -> None:
    """Let Qt ask us about our lists; once in a process is enough."""
    QAccessible.installFactory(_interface_of)


def _interface_of(key: str, widget: QObject) -> QAccessibleInterface | None:
    if isinstance(widget, Listing):
        if widget.interface is None:
            widget.interface = ListInterface(widget)
            widget.setAccessibleDescription(_("Arrow keys walk through the events."))
        return widget.interface
    return None
