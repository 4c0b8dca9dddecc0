"""The buttons of dialogs, without the coloured signs that some desktops put on them."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialogButtonBox


def plain(box: QDialogButtonBox) -> None:
    """Leave the words alone on every button."""
    for button in box.buttons():
        button.setIcon(QIcon())
