"""The Help menu: how it works, every shortcut, where the logs are, what this is."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from desktop.gui.dialogs.page import PageDialog, about_page, help_page, shortcuts_page
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.paths import made, state_folder


def contents(window: Window) -> None:
    """Show how Dateline works, on one page."""
    PageDialog(window, _("Help"), help_page()).open()


def shortcuts(window: Window) -> None:
    """List every action with its keys."""
    PageDialog(window, _("Keyboard shortcuts"), shortcuts_page(window.actions())).open()


def logs(window: Window) -> None:
    """Open the folder of the logs."""
    folder = made(state_folder())
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        window.banner.tell(_("The logs are in {folder}.").format(folder=folder))


def about(window: Window) -> None:
    """Say what this program is, whose, and where the document lies."""
    PageDialog(window, _("About Dateline"), about_page(window.document.path)).open()
