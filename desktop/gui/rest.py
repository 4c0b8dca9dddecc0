"""The rest of a large timeline is read while its first events are shown already."""

from desktop.document import Changes, Document
from desktop.errors import DatelineError
from desktop.gui import last_place
from desktop.gui.tasks import Progress
from desktop.gui.window import Window
from desktop.i18n import _


def read_rest(window: Window) -> None:
    """Read what a window does not show yet, and say so; nothing where it shows all."""
    document, before = window.document, _place(window)
    if not window.session.first_part:
        return
    total = document.counts().events

    def offer(ended: Progress) -> None:
        if ended is progress and ended.is_cancelled and not window.is_closed:
            sentence = _("Only the first events of this timeline are shown.")
            window.banner.offer(sentence, _("Read the rest"), lambda: read_rest(window))

    progress = window.tasks.run(
        lambda progress: _read(progress, document, total),
        lambda _read: _show(window, before),
        _("Reading the events…"),
    )
    window.tasks.ended.connect(offer)


def _read(progress: Progress, document: Document, total: int) -> None:
    def report(done: int) -> None:
        progress.report(min(done, total), total)
        if progress.is_cancelled:
            raise DatelineError(_("The events were not read."))

    document.read_ahead(report)


def _show(window: Window, before: tuple[float, float]) -> None:
    session = window.session
    session.first_part = 0
    session.changed.emit(Changes(_("Read the events"), is_everything=True))
    if _place(window) == before:  # the user has not gone elsewhere meanwhile
        last_place.bring_back_time(session, window.timeline)


def _place(window: Window) -> tuple[float, float]:
    scale = window.timeline.scale
    return scale.start, scale.per_pixel
