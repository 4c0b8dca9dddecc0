"""File ▸ Print, and the timeline as a picture on the clipboard."""

from desktop.gui.window import Window
from desktop.i18n import _


def print_timeline(window: Window) -> None:
    """Show the pages, and print them or write them into a PDF file."""
    # Loaded when first asked for: the window stands without it.
    from desktop.gui.dialogs.print import PrintDialog

    dialog = PrintDialog(window, window.session, window.timeline, window.desk.settings)
    dialog.open()


def copy_picture(window: Window) -> None:
    """Put the timeline as it is exported, at the last choices, on the clipboard."""
    from desktop.gui.dialogs.export import ExportDialog

    dialog = ExportDialog(window, window.session, window.timeline, window.desk.settings)
    dialog.copy()
    dialog.deleteLater()
    window.banner.tell(dialog.trouble or _("The timeline is on the clipboard as a picture."))
