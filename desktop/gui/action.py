"""What an action is, and what a menu is: rows of the one table."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from desktop.gui.window import Window

Key = str | QKeySequence.StandardKey
Asks = Callable[[Window], bool]


def always(window: Window) -> bool:
    """True: the action can be done at any time."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    `words` may depend on the window; `short` stands on buttons; `keys` all work, a standard one as
    the platform binds it; `is_on` makes it one that is checked; one that is not `is_shown` is left
    out.
    """

    id: str
    words: str | Callable[[Window], str]
    run: Callable[[Window], None]
    keys: tuple[Key, ...] = ()
    icon: str = ""
    short: str = ""
    is_enabled: Asks = always
    is_on: Asks | None = None
    is_shown: Asks | None = None

    def text(self, window: Window) -> str:
        """Its words as they are just now."""
        return self.words if isinstance(self.words, str) else self.words(window)

    def shortcuts(self) -> list[QKeySequence]:
        """Every key that does it, the platform's own first, none twice."""
        found: list[QKeySequence] = []
        for key in self.keys:
            bound = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
            found += [one for one in bound if one not in found]
        return found


@dataclass(frozen=True, slots=True)
class Menu:
    """A menu: actions by id, "" for a line, and menus within it; `recent` lists the files."""

    title: str
    entries: "tuple[str | Menu, ...]" = ()
    is_recent: bool = False
