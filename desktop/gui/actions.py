"""The one table of what can be done: menus, buttons, search and shortcuts are made from it."""

from desktop.gui.action import Action, Menu
from desktop.gui.rows import article, edit, event, file, go, learning, track, view

_MENUS = (file, edit, view, article, event, track, go, learning)
ACTIONS: tuple[Action, ...] = tuple(row for menu in _MENUS for row in menu.ROWS)
MENUS: tuple[Menu, ...] = tuple(menu.MENU for menu in _MENUS)
