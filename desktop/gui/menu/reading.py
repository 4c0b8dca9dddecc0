"""What can be done in the reader: other letters, from quote to quote, a paragraph's events."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt

from desktop.gui.dialogs.address import AddressDialog
from desktop.gui.panels.reader.addresses import address_at
from desktop.gui.panels.reader.face import USUAL, Face, face_of
from desktop.gui.panels.reader.steps import events_between, paragraph_around
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Selection


def is_open(window: Window) -> bool:
    """True while an article is read."""
    return window.reader.article is not None


def bring_back_face(window: Window) -> None:
    """Show articles in the letters that were chosen last."""
    settings = window.desk.settings
    face = face_of(settings.number("reader/size", USUAL), settings.word("reader/face"))
    _dress(window, face)


def larger(window: Window) -> None:
    """Show articles in larger letters."""
    _show(window, window.reader.page.face.resized(1))


def smaller(window: Window) -> None:
    """Show articles in smaller letters."""
    _show(window, window.reader.page.face.resized(-1))


def usual(window: Window) -> None:
    """Show articles in letters of the usual size."""
    _show(window, replace(window.reader.page.face, percent=USUAL))


def kind_setter(*, is_sans: bool) -> Callable[[Window], None]:
    """What shows articles in letters with serifs, or without."""
    return lambda window: _show(window, replace(window.reader.page.face, is_sans=is_sans))


def has_kind(*, is_sans: bool) -> Callable[[Window], bool]:
    """What tells whether articles are shown in letters without serifs, or with."""
    return lambda window: window.reader.page.face.is_sans == is_sans


def next_quote(window: Window) -> None:
    """Select the next quote in the article; the next place found while words are looked for."""
    _step_quote(window, 1)


def previous_quote(window: Window) -> None:
    """Select the quote before in the article, or the place found before."""
    _step_quote(window, -1)


def paragraph_events(window: Window) -> None:
    """Take the events in hand whose quotes lie in the paragraph of the cursor or selection."""
    page = window.reader.page
    if page.article is None:
        return
    words = paragraph_around(page.article.text, *page.selected_span())
    events = events_between(window.document, page.article, *words)
    if not events:
        window.banner.tell(_("No event quotes this paragraph."))
        return
    window.arrangement.fold("timeline", is_folded=False)
    window.timeline.show_event(events[0])
    window.session.select(Selection(events, page.article.id))


def open_address(window: Window) -> None:
    """Ask whether to open the web address in the selected words or at the cursor."""
    page = window.reader.page
    address = address_at(page.article.text, *page.selected_span()) if page.article else None
    if address is None:
        window.banner.tell(_("No web address stands here."))
        return
    dialog = AddressDialog(window, address)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _dress(window: Window, face: Face) -> None:
    window.reader.head.show_face(face)
    window.reader.page.show_face(face)


def _show(window: Window, face: Face) -> None:
    _dress(window, face)
    window.desk.settings.remember("reader/size", face.percent)
    window.desk.settings.remember("reader/face", "sans" if face.is_sans else "serif")


def _step_quote(window: Window, by: int) -> None:
    finder = window.reader.finder
    if finder.isHidden():
        window.reader.step_quote(by)
    elif by > 0:
        finder.step_on()
    else:
        finder.step_back()
