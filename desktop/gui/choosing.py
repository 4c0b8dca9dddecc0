"""The platform's own windows for choosing files; they remember the folder of the last choice."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.gui.settings import Settings


def choose_files(parent: QWidget, settings: Settings, title: str, kinds: str) -> list[Path]:
    """Files that exist; none when the user turned back. `kinds` as Qt's filters."""
    folder = settings.word("folder")
    names, _kind = QFileDialog.getOpenFileNames(parent, title, folder, kinds)
    return _noted(settings, [Path(name) for name in names])


def choose_folder(parent: QWidget, settings: Settings, title: str) -> Path | None:
    """A folder that exists; None when the user turned back."""
    name = QFileDialog.getExistingDirectory(parent, title, settings.word("folder"))
    return _noted(settings, [Path(name)])[0] if name else None


def choose_new_file(
    parent: QWidget, settings: Settings, title: str, proposed: str, kinds: str
) -> Path | None:
    """A file to write, with a suffix; None when the user turned back."""
    folder = Path(settings.word("folder"))
    name, kind = QFileDialog.getSaveFileName(parent, title, str(folder / proposed), kinds)
    if not name:
        return None
    path = Path(name)
    if not path.suffix and "*." in kind:
        path = path.with_suffix("." + kind.split("*.")[1].split(")")[0].split(" ")[0])
    return _noted(settings, [path])[0]


def _noted(settings: Settings, paths: list[Path]) -> list[Path]:
    if paths:
        settings.remember("folder", str(paths[0].parent))
    return paths
