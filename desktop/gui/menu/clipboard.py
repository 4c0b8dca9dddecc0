"""Edit ▸ Copy events and Paste events: events, and rows of a spreadsheet."""

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel

from desktop.edits import copying as edits
from desktop.formats.guard import guarded, unguarded
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Selection
from desktop.when import in_words

MIME = "application/x-dateline-events"


def copy(window: Window) -> None:
    """Put the events in hand on the clipboard, as a table for everyone else."""
    document, chosen = window.document, window.session.selection.events
    tracks = {track.id: track.name for track in document.tracks()}
    rows = [
        [event.title, in_words(event.when) if event.when else "", tracks[event.track]]
        for event in document.events(chosen)
    ]
    rows.insert(0, [_("Title"), _("Date"), _("Track")])
    lines = ("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in rows)
    given = _made_by_qt()
    given.setText("\n".join(lines))
    given.setData(MIME, QByteArray(edits.events_as_json(document, chosen).encode()))
    QGuiApplication.clipboard().setMimeData(given)


def paste(window: Window) -> None:
    """Put copied events, or rows of a spreadsheet, on the timeline."""
    tracks = [track.id for track in window.document.tracks()]
    mime = QGuiApplication.clipboard().mimeData() or QMimeData()
    in_hand = window.session.selection.track
    track = in_hand if in_hand in tracks else next(iter(tracks), None)
    if track is None or not (mime.hasFormat(MIME) or "\t" in mime.text()):
        window.banner.tell(_("The clipboard holds no events and no rows of a table."))
        return
    if mime.hasFormat(MIME):
        text = bytes(mime.data(MIME).data()).decode("utf-8", "replace")
        pasted = edits.paste_events(window.document, text, track)
    else:
        pasted = edits.paste_rows(window.document, _rows(mime.text()), track)
    window.session.select(Selection(events=tuple(pasted)))


def _rows(text: str) -> list[list[str]]:
    rows = [[unguarded(cell.strip()) for cell in line.split("\t")] for line in text.splitlines()]
    rows = [row for row in rows if row[0]]
    return rows[1:] if rows and rows[0][0].casefold() == _("Title").casefold() else rows


def _made_by_qt() -> QMimeData:
    # A clipboard that outlives Python crashes over one of Python's.
    model = QStandardItemModel()
    model.appendRow(QStandardItem(""))
    given = model.mimeData([model.index(0, 0)])
    given.clear()
    return given
