"""The platform's own windows for choosing files; they remember the folder of the last choice."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from desktop.gui.settings import Settings
from desktop.i18n import _


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
        # The window has asked about the name as it was typed, without its suffix.
        if path.exists() and not _may_replace(parent, path):
            return None
    return _noted(settings, [path])[0]


def _may_replace(parent: QWidget, path: Path) -> bool:
    question = QMessageBox(parent)
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setIcon(QMessageBox.Icon.Question)
    question.setText(_("{name} exists already. Replace it?").format(name=path.name))
    question.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
    question.setDefaultButton(QMessageBox.StandardButton.Cancel)
    return question.exec() == QMessageBox.StandardButton.Yes


def _noted(settings: Settings, paths: list[Path]) -> list[Path]:
    if paths:
        settings.remember("folder", str(paths[0].parent))
    return paths
