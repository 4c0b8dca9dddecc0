"""The Edit menu: undo and redo by name, delete, select, find."""

from PySide6.QtWidgets import QApplication

from desktop.edits.articles import remove_articles
from desktop.edits.events import duplicate_events, remove_events
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.model import Selection


def undo(window: Window) -> None:
    """Take back the last step; one of an earlier day only when asked a second time."""
    document = window.document
    if document.undo_is_of_earlier_session and not window.has_warned_of_earlier:
        window.has_warned_of_earlier = True
        sentence = _(
            "The next step back, “{step}”, was made before this timeline was opened today. "
            "Undo once more to take it back."
        )
        window.banner.tell(sentence.format(step=document.undo_name))
        return
    document.undo()


def redo(window: Window) -> None:
    """Do again what was taken back last."""
    window.document.redo()


def can_undo(window: Window) -> bool:
    """True while there is a step to take back."""
    return bool(window.document.undo_name)


def can_redo(window: Window) -> bool:
    """True while there is a step to do again."""
    return bool(window.document.redo_name)


def undo_words(window: Window) -> str:
    """Undo, with the name of the step that it takes back."""
    name = window.document.undo_name
    return _("Undo {step}").format(step=name) if name else _("Undo")


def redo_words(window: Window) -> str:
    """Redo, with the name of the step that it does again."""
    name = window.document.redo_name
    return _("Redo {step}").format(step=name) if name else _("Redo")


def can_delete(window: Window) -> bool:
    """True while an event or an article is in hand."""
    selection = window.session.selection
    return bool(selection.events) or selection.article is not None


def delete(window: Window) -> None:
    """Delete the chosen events, or the chosen article where the list of articles has the focus."""
    selection = window.session.selection
    if _has_focus(window, "articles") and selection.article is not None:
        remove_articles(window.document, [selection.article])
    elif not _has_focus(window, "reader") and selection.events:
        remove_events(window.document, selection.events)


def duplicate(window: Window) -> None:
    """Put a second event beside each chosen one."""
    copies = duplicate_events(window.document, window.session.selection.events)
    window.session.select(Selection(events=tuple(copies)))


def select_all(window: Window) -> None:
    """Take every event in hand."""
    events = tuple(event.id for event in window.document.events())
    window.session.select(Selection(events=events, article=window.session.selection.article))


def find(window: Window) -> None:
    """Find words in the article that is read."""
    window.arrangement.fold("reader", is_folded=False)
    window.reader.open_find()


def _has_focus(window: Window, name: str) -> bool:
    focus = QApplication.focusWidget()
    panel = window.articles if name == "articles" else window.reader
    return focus is not None and (focus is panel or panel.isAncestorOf(focus))
