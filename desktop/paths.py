"""Where a user's files and the program's own resources live, on each platform.

`DATELINE_FOLDER` moves all of a user's folders below one folder, for tests and memory sticks.
"""

import os
import sys
from pathlib import Path

from desktop.errors import FileError
from desktop.i18n import _

_NAME = "Dateline"
_EVERYTHING = "DATELINE_FOLDER"
# For each kind of folder: the XDG variable, its default, and the places on macOS and Windows.
_XDG = {
    "config": ("XDG_CONFIG_HOME", ".config"),
    "data": ("XDG_DATA_HOME", ".local/share"),
    "state": ("XDG_STATE_HOME", ".local/state"),
    "cache": ("XDG_CACHE_HOME", ".cache"),
}
_MAC = {
    "config": "Library/Preferences/Dateline",
    "data": "Library/Application Support/Dateline",
    "state": "Library/Logs/Dateline",
    "cache": "Library/Caches/Dateline",
}
_WINDOWS = {
    "config": ("APPDATA", "AppData/Roaming", "Config"),
    "data": ("LOCALAPPDATA", "AppData/Local", "Data"),
    "state": ("LOCALAPPDATA", "AppData/Local", "Logs"),
    "cache": ("LOCALAPPDATA", "AppData/Local", "Cache"),
}


def config_folder() -> Path:
    """The folder of the user's preferences; it need not exist yet, see `made`."""
    return _user_folder("config")


def data_folder() -> Path:
    """The folder of what the program keeps for the user beside their documents: backups."""
    return _user_folder("data")


def state_folder() -> Path:
    """The folder of logs and of what was open last."""
    return _user_folder("state")


def cache_folder() -> Path:
    """The folder of what can be made again at any time."""
    return _user_folder("cache")


def resources_folder() -> Path:
    """The shipped icons, themes, fonts and samples: beside the package, or inside a bundle."""
    unpacked = getattr(sys, "_MEIPASS", "")
    if unpacked:
        return Path(unpacked) / "resources"
    if getattr(sys, "frozen", False):
        return _bundled_resources(Path(sys.executable).resolve().parent)
    return Path(__file__).resolve().parent.parent / "resources"


def real(path: Path) -> Path:
    """Where a path leads, links followed; of links that lead round in a circle the path itself.

    `Path.resolve` ends a program at such a circle with an error of its own kind.
    """
    return Path(os.path.realpath(path))


def made(folder: Path) -> Path:
    """`folder`, made now where it was missing and open to this user alone."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(
            _("The folder {folder} cannot be made: {cause}.").format(
                folder=folder, cause=error.strerror or error
            )
        ) from error
    return folder


def _user_folder(kind: str) -> Path:
    moved = os.environ.get(_EVERYTHING, "")
    if moved:
        return Path(moved).absolute() / kind
    if sys.platform == "darwin":
        return _home() / _MAC[kind]
    if sys.platform == "win32":
        variable, default, leaf = _WINDOWS[kind]
        return _named_or(variable, default) / _NAME / leaf
    variable, default = _XDG[kind]
    return _named_or(variable, default) / _NAME.lower()


def _named_or(variable: str, default: str) -> Path:
    # The XDG specification wants a relative path in the variable to be ignored.
    named = Path(os.environ.get(variable, ""))
    return named if named.is_absolute() else _home() / default


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError as error:
        raise FileError(_("This user has no home folder, so nothing can be kept.")) from error


def _bundled_resources(programs: Path) -> Path:
    in_application = programs.parent / "Resources" / "resources"
    return in_application if in_application.is_dir() else programs / "resources"
