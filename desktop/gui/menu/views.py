"""View ▸ Views: what is looked at, saved under a name and taken up again."""

from collections.abc import Callable
from functools import partial

from desktop.document import Filter
from desktop.edits import views as edits
from desktop.edits.views import View
from desktop.errors import WhenError
from desktop.gui.dialogs.asking import Asking
from desktop.gui.dialogs.views import ViewsDialog
from desktop.gui.finding import Found
from desktop.gui.menu import filtering, view
from desktop.gui.window import Window
from desktop.i18n import _
from desktop.timeline.axis.scale import TimeScale
from desktop.when import When

IN_MENU = 9  # that have a key; the others are in the list of all views


def current(window: Window, name: str) -> View:
    """What is looked at now, under a name."""
    scale, wanted = window.timeline.scale, window.timeline.stage.contents.filter
    looks, solo = edits.look_of_tracks(window.document)
    return View(
        name=name,
        start=scale.start,
        stop=scale.stop,
        words=wanted.words,
        known=wanted.known.edtf if wanted.known else "",
        dims=wanted.dims,
        has_table=view.is_table(window),
        has_charts=view.has_charts(window),
        solo=solo,
        tracks=looks,
    )


def save(window: Window) -> None:
    """Ask for a name, and keep under it what is looked at."""
    document = window.document

    def read(text: str) -> str:
        there = edits.view_named(document, text)
        if there is not None:
            return _("Replaces the view “{name}”.").format(name=there.name)
        return _("Keeps the time in view, the filter, the tracks, the table and the charts.")

    def keep(text: str) -> None:
        edits.save_view(document, current(window, text))

    proposed = _("View {n}").format(n=len(edits.views_of(document)) + 1)
    Asking(window, (_("Save view"), _("Name of the view"), proposed), read, keep).open()


def show(window: Window, wanted: View) -> None:
    """Look at what a view holds; tracks that differ are one step, the rest is no matter of undo."""
    if not window.document.is_read_only:
        edits.show_tracks_of(window.document, wanted)
    _show_filter(window, wanted)
    if view.is_table(window) != wanted.has_table:
        view.switch_table(window)
    if view.has_charts(window) != wanted.has_charts:
        view.switch_charts(window)
    stage = window.timeline.stage
    stage.travel(TimeScale(wanted.start, (wanted.stop - wanted.start) / stage.width, stage.width))


def _show_filter(window: Window, wanted: View) -> None:
    try:
        known = When(wanted.known) if wanted.known else None
    except WhenError:
        known = None
    asked = Filter(wanted.words, known, wanted.dims)
    if asked or window.timeline.stage.contents.filter:
        bar = filtering.bar_of(window)
        bar.show_filter(asked)
        bar.setVisible(bool(asked))


def manage(window: Window) -> None:
    """List all views, to show, overwrite, rename and delete them."""
    deeds = (partial(show, window), partial(_overwrite, window))
    ViewsDialog(window, window.document, *deeds).open()


def _overwrite(window: Window, old: View) -> None:
    edits.save_view(window.document, current(window, old.name))


def has_views(window: Window) -> bool:
    """True while there is any saved view."""
    return bool(edits.views_of(window.document))


def found(window: Window) -> list[Found]:
    """The views that have no place in the menu, as the search offers them."""
    return [
        Found(
            _("Views: {name}").format(name=one.name), _("view"), "eye", partial(_try, window, one)
        )
        for one in edits.views_of(window.document)[IN_MENU:]
    ]


def _try(window: Window, one: View) -> None:
    window.attempt(partial(show, window, one))


def shower(place: int) -> Callable[[Window], None]:
    """What shows the view at a place of the menu."""
    return lambda window: show(window, edits.views_of(window.document)[place])


def has(place: int) -> Callable[[Window], bool]:
    """What tells whether there is a view at a place of the menu."""
    return lambda window: len(edits.views_of(window.document)) > place


def words(place: int) -> Callable[[Window], str]:
    """What names the view at a place of the menu."""

    def name(window: Window) -> str:
        views = edits.views_of(window.document)
        return views[place].name if place < len(views) else ""

    return name
