"""Edit ▸ Cut, Copy and Paste: events, rows of a spreadsheet, and the words of what is read."""

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from desktop.edits import copying as edits
from desktop.formats.guard import guarded, unguarded
from desktop.gui.dialogs.asking import Asking
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Selection
from desktop.when import When, in_words, read_words

MIME = "application/x-dateline-events"
_COLUMNS = ("title", "when", "track", "place", "tags", "note")


def copy(window: Window) -> None:
    """Copy what has the focus: words of a text, a chart, or else the events in hand."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QTextEdit | QPlainTextEdit | QLineEdit):
        focus.copy()
    elif window.arrangement.has_charts and _is_in(focus, window.arrangement.panel("reader")):
        from desktop.gui.panels.charts.panel import ChartsPanel

        charts = window.arrangement.panel("reader")
        if isinstance(charts, ChartsPanel):
            charts.copy_picture()
    elif not _is_in(focus, window.side):
        _give(window)


def cut(window: Window) -> None:
    """Take the events in hand away onto the clipboard; of a text, its words."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QTextEdit | QPlainTextEdit | QLineEdit):
        focus.cut()
    elif not _is_in(focus, window.side):
        chosen = window.session.selection.events
        _give(window)
        edits.cut_events(window.document, chosen)


def paste(window: Window) -> None:
    """Put copied events, or rows of a spreadsheet, on the timeline; in the articles, a text."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QPlainTextEdit | QLineEdit):
        focus.paste()
    elif _is_in(focus, window.side) and not _held()[0]:
        window.intake.take_clipboard()
    else:
        paste_at(window, None)


def ask_date(window: Window) -> None:
    """Ask on which date the first of the pasted events is to begin."""
    question = _("The first of the pasted events begins on which date?")

    def read(text: str) -> str:
        return in_words(read_words(text).when, long=True)

    def keep(text: str) -> None:
        paste_at(window, read_words(text).when)

    Asking(window, (_("Paste at a date"), question, ""), read, keep).open()


def has_events() -> bool:
    """True while events or rows of a table lie on the clipboard."""
    told, text = _held()
    return bool(told) or "\t" in text


def paste_at(window: Window, at: When | None, on: int | None = None) -> None:
    """Paste events or rows, the first of them at a date, those without a track on `on`."""
    document, (told, text) = window.document, _held()
    tracks = [track.id for track in document.tracks()]
    wanted = on if on is not None else window.session.selection.track
    track = wanted if wanted in tracks else next(iter(tracks), None)
    if track is None or not (told or "\t" in text):
        window.banner.tell(_("The clipboard holds no events and no rows of a table."))
        return
    if told:
        pasted = edits.paste_events(document, told, track, at)
    else:
        pasted = edits.paste_rows(document, _rows(text), track, at)
    window.session.select(Selection(events=tuple(pasted)))


def _give(window: Window) -> None:
    document, chosen = window.document, window.session.selection.events
    tracks = {track.id: track.name for track in document.tracks()}
    events, tags = document.events(chosen), document.tag_names(chosen)
    headings = _headings()
    rows = _of_table(window) or [[headings[name] for name in _COLUMNS]]
    for event in events if len(rows) == 1 else ():
        when = in_words(event.when) if event.when else ""
        named = ", ".join(tags.get(event.id, ()))
        rows.append([event.title, when, tracks[event.track], event.place, named, event.note])
    lines = ("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in rows)
    given = _made_by_qt()
    given.setText("\n".join(lines))
    given.setData(MIME, QByteArray(edits.events_as_json(document, chosen).encode()))
    QGuiApplication.clipboard().setMimeData(given)


def _of_table(window: Window) -> list[list[str]]:
    """The chosen rows as the table shows them, where it is shown."""
    if not window.arrangement.has_table:
        return []
    from desktop.gui.panels.table.panel import TablePanel

    table = window.arrangement.panel("timeline")
    rows = table.words() if isinstance(table, TablePanel) else []
    return rows if len(rows) > 1 else []


def _rows(text: str) -> list[dict[str, str]]:
    """The rows of a table by our columns: by its headings, else in our own order."""
    cut = [[unguarded(cell.strip()) for cell in line.split("\t")] for line in text.splitlines()]
    lines = [line for line in cut if any(line)]
    known = {words.casefold(): name for name, words in _headings().items()}
    known |= {name: name for name in _COLUMNS} | {
        "date": "when",
        "event": "title",
        _("When").casefold(): "when",
    }
    names: list[str] = list(_COLUMNS)
    named = [known.get(cell.casefold(), "") for cell in lines[0]] if lines else []
    if "title" in named:
        names = named
        del lines[0]
    rows = [dict(zip(names, line, strict=False)) for line in lines]
    return [row for row in rows if row.get("title")]


def _headings() -> dict[str, str]:
    return {
        "title": _("Title"),
        "when": _("Date"),
        "track": _("Track"),
        "place": _("Place"),
        "tags": _("Tags"),
        "note": _("Note"),
    }


def _is_in(focus: QWidget | None, panel: QWidget) -> bool:
    return focus is not None and (focus is panel or panel.isAncestorOf(focus))


def _held() -> tuple[str, str]:
    """The events on the clipboard in our own form, and its text; "" for what it does not hold.

    Both are read at once: what the clipboard lends may be gone by the next question.
    """
    lent = QGuiApplication.clipboard().mimeData()
    if lent is None:  # an empty clipboard may have no content at all to ask
        return "", ""
    told = bytes(lent.data(MIME).data()) if lent.hasFormat(MIME) else b""
    return told.decode("utf-8", "replace"), lent.text()


def _made_by_qt() -> QMimeData:
    # A clipboard that outlives Python crashes over one of Python's.
    model = QStandardItemModel()
    model.appendRow(QStandardItem(""))
    given = model.mimeData([model.index(0, 0)])
    given.clear()
    return given
