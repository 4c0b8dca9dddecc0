"""What concerns the timeline as a whole."""

from desktop.document import Document
from desktop.i18n import _


def rename_timeline(document: Document, title: str) -> None:
    """Call the timeline something else; its file keeps its name."""
    with document.step(_("Rename timeline")):
        document.set_setting("title", title)
