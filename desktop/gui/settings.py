"""What the program remembers for one user: an ini file in their config folder."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from desktop.paths import config_folder

_RECENT = 12


class Settings:
    """The remembered choices; each is written as soon as it is made."""

    def __init__(self, file: Path | None = None) -> None:
        chosen = file or config_folder() / "dateline.ini"
        self._store = QSettings(str(chosen), QSettings.Format.IniFormat)

    def word(self, name: str, default: str = "") -> str:
        """A remembered word."""
        return str(self._store.value(name, default))

    def number(self, name: str, default: int) -> int:
        """A remembered whole number; the default where the file holds none."""
        try:
            return int(self.word(name, str(default)))
        except ValueError:
            return default

    def answer(self, name: str, *, default: bool) -> bool:
        """A remembered yes or no."""
        return self.word(name, "yes" if default else "no") == "yes"

    def shape(self, name: str) -> QByteArray:
        """A window's or splitter's remembered state, empty where there is none."""
        kept = self._store.value(name)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def remember(self, name: str, value: str | int | QByteArray | bool) -> None:  # noqa: FBT001 - the value itself, not a switch
        """Keep a choice under its name."""
        if isinstance(value, bool):
            value = "yes" if value else "no"
        self._store.setValue(name, value)

    def recent(self) -> list[Path]:
        """The timelines that were open, newest first, gone ones too."""
        kept = self._store.value("recent", [])
        names = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [Path(str(name)) for name in names if name]

    def note_opened(self, path: Path) -> None:
        """Put a timeline on top of the recent ones."""
        others = [other for other in self.recent() if other != path]
        self._keep_recent([path, *others][:_RECENT])

    def forget(self, path: Path | None = None) -> None:
        """Take one timeline off the recent ones, or all."""
        self._keep_recent([] if path is None else [one for one in self.recent() if one != path])

    def _keep_recent(self, paths: list[Path]) -> None:
        self._store.setValue("recent", [str(path) for path in paths])
