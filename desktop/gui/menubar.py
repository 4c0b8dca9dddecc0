"""Makes Qt's actions and menus from the table, and keeps them as the window stands."""

from functools import partial

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from desktop.gui.action import Action, Menu
from desktop.gui.actions import ACTIONS, MENUS
from desktop.gui.finding import Found
from desktop.gui.icons import icon
from desktop.gui.menu import views
from desktop.gui.panels.labels import menu_words
from desktop.gui.window import Window
from desktop.i18n import _


class MenuBar(QMenuBar):
    """The menus of one window, made once; `actions_by_id` lends the actions to buttons."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self.actions_by_id = {action.id: self._make(action) for action in ACTIONS}
        self._within: dict[str, str] = {}
        for menu in MENUS:
            self._fill(self.addMenu(menu.title), menu)
        window.setMenuBar(self)
        window.commands = self.commands
        window.topbar.take(self.actions_by_id)
        window.session.changed.connect(self.refresh)
        window.session.selected.connect(self.refresh)
        window.arrangement.folded.connect(self.refresh)
        window.desk.look.changed.connect(self.refresh)
        self.refresh()

    def refresh(self, _told: object = None) -> None:
        """Show each action's words, and whether it can be done and is on, as things stand."""
        for action in ACTIONS:
            shown = self.actions_by_id[action.id]
            if not isinstance(action.words, str):
                shown.setText(menu_words(action.text(self._window)))
                shown.setToolTip(_tip(action, shown))
            shown.setEnabled(action.is_enabled(self._window))
            if action.is_shown is not None:
                shown.setVisible(action.is_shown(self._window))
            if action.is_on is not None:
                shown.setChecked(action.is_on(self._window))

    def commands(self) -> list[Found]:
        """What the search offers: every action that can be done now."""
        offered = []
        for action in ACTIONS:
            shown = self.actions_by_id[action.id]
            if shown.isEnabled() and shown.isVisible() and action.id != "search":
                key = shown.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                words = self._within.get(action.id, "") + action.text(self._window)
                offered.append(
                    Found(words, key, action.icon or "arrow-narrow-right", shown.trigger)
                )
        return offered + views.found(self._window)

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text(self._window), self._window)
        made.setShortcuts(action.shortcuts())
        made.setIconText(action.short or action.text(self._window))
        if action.icon:
            made.setIcon(icon(action.icon))
        made.setIconVisibleInMenu(False)
        made.setCheckable(action.is_on is not None)
        made.setToolTip(_tip(action, made))
        made.setMenuRole(_role(action.id))
        made.triggered.connect(partial(self._run, action))
        self._window.addAction(made)
        return made

    def _run(self, action: Action, _is_on: object = None) -> None:
        self._window.attempt(partial(action.run, self._window))
        if not self._window.is_closed:
            self.refresh()

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        if menu.is_recent:
            shown.aboutToShow.connect(partial(self._list_recent, shown))
        group: QActionGroup | None = None
        for entry in menu.entries:
            if isinstance(entry, Menu):
                self._fill(shown.addMenu(entry.title), entry)
            elif not entry:
                shown.addSeparator()
            else:
                if shown.parent() is not self:
                    self._within[entry] = f"{menu.title}: "
                shown.addAction(self.actions_by_id[entry])
                if entry.startswith("theme_"):
                    group = group or QActionGroup(shown)
                    group.addAction(self.actions_by_id[entry])

    def _list_recent(self, shown: QMenu) -> None:
        shown.clear()
        desk = self._window.desk
        recent = [path for path in desk.settings.recent() if path != self._window.document.path]
        for path in recent:
            entry = shown.addAction(menu_words(path.stem), partial(desk.open, path))
            entry.setEnabled(path.exists())
            entry.setStatusTip(str(path))
        if recent:
            shown.addSeparator()
        clear = shown.addAction(_("Clear this list"), desk.forget)
        clear.setEnabled(bool(recent))


def _tip(action: Action, shown: QAction) -> str:
    key = shown.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    words = shown.text().replace("&&", "&").replace("<", "‹")
    return f"{words}  {key}".strip() if action.icon or key else ""


def _role(name: str) -> QAction.MenuRole:
    roles = {"quit": QAction.MenuRole.QuitRole, "about": QAction.MenuRole.AboutRole}
    return roles.get(name, QAction.MenuRole.NoRole)
