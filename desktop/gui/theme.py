"""How the program looks: a theme's colour roles, and the one look that the user has chosen."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.paths import resources_folder

CHOICES = ("system", "light", "dark", "contrast")
FAMILIES = ("Noto Sans", "Noto Sans Arabic")
# Below this the shipped sans is smaller than what the usual desktops show; larger ones are kept.
_LEAST_POINTS = 9.75

_Role = QPalette.ColorRole
_PALETTE: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (_Role.Window, "window"),
    (_Role.WindowText, "text"),
    (_Role.Base, "window"),
    (_Role.AlternateBase, "field"),
    (_Role.Text, "text"),
    (_Role.PlaceholderText, "faint"),
    (_Role.Button, "window"),
    (_Role.ButtonText, "text"),
    (_Role.BrightText, "on_accent"),
    (_Role.Highlight, "words"),
    (_Role.HighlightedText, "text"),
    (_Role.Accent, "accent"),
    (_Role.Link, "accent"),
    (_Role.LinkVisited, "accent"),
    (_Role.Light, "hover"),
    (_Role.Midlight, "line"),
    (_Role.Mid, "border"),
    (_Role.Dark, "muted"),
    (_Role.Shadow, "shadow"),
    (_Role.ToolTipBase, "text"),
    (_Role.ToolTipText, "window"),
)
_WORDS = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText)


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by role as "#rrggbb"; `timeline` the canvas's roles unlike its own."""

    name: str
    is_dark: bool
    colours: Mapping[str, str]
    timeline: Mapping[str, str]

    def colour(self, role: str) -> QColor:
        """The colour of a role; a role that no theme has is a KeyError."""
        return QColor(self.colours[role])

    def palette(self) -> QPalette:
        """The roles as Qt knows them; disabled words are faint."""
        palette = QPalette()
        for role, name in _PALETTE:
            palette.setColor(role, self.colour(name))
        for role in _WORDS:
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette

    def stylesheet(self) -> str:
        """The window's sheet with each `@role` replaced by its colour, `@marks` by a folder."""
        marks = (_folder() / "marks").as_posix()
        known = {**self.colours, "marks": marks, "brightness": "dark" if self.is_dark else "light"}
        return re.sub(r"@(\w+)", lambda found: known[found[1]], _sheet())


@lru_cache(maxsize=8)
def read_theme(name: str) -> Theme:
    """A theme of `resources/themes` by its file's name."""
    with (_folder() / f"{name}.toml").open("rb") as file:
        table = tomllib.load(file)
    return Theme(name, table["is_dark"], table["colours"], table.get("timeline", {}))


def load_fonts() -> None:
    """Make the shipped fonts known to Qt and the sans the program's own, at the user's size."""
    for file in sorted((resources_folder() / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    font = QApplication.font()
    font.setFamilies(list(FAMILIES))
    font.setPointSizeF(max(_LEAST_POINTS, font.pointSizeF()))
    QApplication.setFont(font)


class Look(QObject):
    """The theme in force; `changed` carries it after every switch, the system's too."""

    changed = Signal(object)

    def __init__(self, choice: str = "system") -> None:
        super().__init__()
        self.choice = choice if choice in CHOICES else "system"
        self.theme = read_theme(self._wanted())
        QApplication.setStyle(QStyleFactory.create("Fusion"))
        self._paint()
        QApplication.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, choice: str) -> None:
        """Take one of `CHOICES` and repaint everything at once."""
        self.choice = choice
        self._tell_platform()
        self._follow()

    def _follow(self) -> None:
        theme = read_theme(self._wanted())
        if theme == self.theme:
            return
        self.theme = theme
        self._paint()
        self.changed.emit(theme)

    def _paint(self) -> None:
        QApplication.setPalette(self.theme.palette())
        _application().setStyleSheet(self.theme.stylesheet())

    def _tell_platform(self) -> None:
        # So that title bars and file dialogs, which the platform draws, follow too.
        schemes = {"dark": Qt.ColorScheme.Dark, "system": Qt.ColorScheme.Unknown}
        scheme = schemes.get(self.choice, Qt.ColorScheme.Light)
        QApplication.styleHints().setColorScheme(scheme)

    def _wanted(self) -> str:
        if self.choice != "system":
            return self.choice
        is_dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if is_dark else "light"


def _application() -> QApplication:
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        raise TypeError("a look needs a QApplication first")
    return application


@lru_cache(maxsize=1)
def _sheet() -> str:
    return (_folder() / "window.qss").read_text(encoding="utf-8")


def _folder() -> Path:
    return resources_folder() / "themes"
