"""Event ▸ Arrange and Event ▸ Colour: many events shifted, repeated, split, joined and aligned."""

from collections.abc import Callable

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog

from desktop.edits import arranging as edits
from desktop.gui.dialogs.asking import Asking
from desktop.gui.window import Window
from desktop.i18n import _, counted
from desktop.model import Selection
from desktop.timeline.stage.choosing import in_line
from desktop.when import in_words, read_words
from desktop.when.span import read_repeat, read_span, span_in_words


def has_several(window: Window) -> bool:
    """True while two events or more are in hand."""
    return len(window.session.selection.events) > 1


def has_one(window: Window) -> bool:
    """True while just one event is in hand."""
    return len(window.session.selection.events) == 1


def shift(window: Window) -> None:
    """Ask by how much the events in hand are to move."""
    _ask_shift(window, window.session.selection.events, _("Shift events"))


def shifter(*, on_all_tracks: bool) -> Callable[[Window], None]:
    """What asks by how much the events in hand and all that follow them are to move."""

    def ask(window: Window) -> None:
        contents = window.timeline.stage.contents
        chosen = window.session.selection.events
        found = in_line(contents, chosen, 1, on_all_tracks=on_all_tracks)
        if found:
            _ask_shift(window, found, _("Shift all that follow"))
        else:
            window.banner.tell(_("Choose an event that has a date: others follow it in time."))

    return ask


def _ask_shift(window: Window, events: tuple[int, ...], title: str) -> None:
    def read(text: str) -> str:
        span = read_span(text)
        is_earlier = span.months < 0 or span.seconds < 0
        told = _("{events}, {span} earlier") if is_earlier else _("{events}, {span} later")
        number = counted("{n} event", "{n} events", len(events))
        return told.format(events=number, span=span_in_words(span))

    question = _("By how much? For example +3 days, -2 weeks, 1 year 6 months.")
    _ask(
        window,
        (title, question, _("+1 day")),
        read,
        lambda text: edits.shift_events(window.document, events, read_span(text)),
    )


def repeat(window: Window) -> None:
    """Ask how often, and how far apart, the events in hand come again."""
    events = window.session.selection.events

    def read(text: str) -> str:
        every, times = read_repeat(text)
        number = counted("{n} event more", "{n} events more", times * len(events))
        return _("{events}, {span} apart").format(events=number, span=span_in_words(every))

    def keep(text: str) -> None:
        made = edits.repeat_events(window.document, events, *read_repeat(text))
        window.session.select(Selection(events=(*made, *events)))

    question = _("How far apart, and how many times more? For example every 2 weeks, 5 times.")
    proposed = _("every week, 4 times")
    _ask(window, (_("Repeat events"), question, proposed), read, keep)


def split_in_middle(window: Window) -> None:
    """Make two events of the one in hand, each half as long."""
    event = window.document.event(window.session.selection.events[-1])
    middle = edits.middle_of(event.when) if event.when else 0
    edits.split_event(window.document, event.id, middle)


def split_at(window: Window) -> None:
    """Ask for the date from which the second half of the event in hand is to run."""
    event = window.document.event(window.session.selection.events[-1])
    told = in_words(event.when) if event.when else _("undated")
    question = _("The second part begins on which date? The event is dated {when}.")

    def keep(text: str) -> None:
        edits.split_event(window.document, event.id, read_words(text).when.bounds.earliest)

    def read(text: str) -> str:
        return in_words(read_words(text).when, long=True)

    _ask(window, (_("Split event"), question.format(when=told), ""), read, keep)


def join(window: Window) -> None:
    """Make one event of those in hand, from the start of the first to the end of the last."""
    joined = edits.join_events(window.document, window.session.selection.events)
    window.session.select(Selection(events=(joined,)))


def align_starts(window: Window) -> None:
    """Let the events in hand begin when the one chosen last does."""
    events = window.session.selection.events
    edits.align_starts(window.document, events, events[-1])


def align_ends(window: Window) -> None:
    """Let the events in hand end when the one chosen last does."""
    events = window.session.selection.events
    edits.align_ends(window.document, events, events[-1])


def weigher(by: int) -> Callable[[Window], None]:
    """What makes the events in hand more (1) or less (-1) important."""
    return lambda window: edits.weigh_events(window.document, window.session.selection.events, by)


def orderer(by: int) -> Callable[[Window], None]:
    """What puts the event in hand before (-1) or behind (1) its neighbour of the same day."""
    return lambda window: edits.order_event(
        window.document, window.session.selection.events[-1], by
    )


def colourer(colour: str) -> Callable[[Window], None]:
    """What draws the events in hand in `colour`; "" is their track's."""
    return lambda window: edits.colour_events(
        window.document, window.session.selection.events, colour
    )


def choose_colour(window: Window) -> None:
    """Choose any colour for the events in hand."""
    events = window.session.selection.events
    before = window.document.event(events[-1]).colour
    colour = QColorDialog.getColor(QColor(before or "#0072B2"), window, _("Colour of the events"))
    if colour.isValid():
        edits.colour_events(window.document, events, colour.name())


def _ask(
    window: Window,
    words: tuple[str, str, str],
    read: Callable[[str], str],
    keep: Callable[[str], object],
) -> None:
    Asking(window, words, read, keep).open()
