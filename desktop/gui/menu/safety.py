"""What keeps the work safe: its history, its copies, a check, a rescue."""

from PySide6.QtCore import Qt

from desktop.document.rescue import copy_readable
from desktop.errors import StrangeFileError
from desktop.gui.choosing import choose_files, choose_new_file
from desktop.gui.desk import SUFFIX
from desktop.gui.dialogs.history import HistoryDialog, check_words
from desktop.gui.tasks import Progress
from desktop.gui.window import Window
from desktop.i18n import _, counted
from desktop.worker import call

_TIMELINES = "*" + SUFFIX
_RESCUE_SECONDS, _RESCUE_MEGABYTES = 600, 2000


def show_history(window: Window) -> None:
    """List every step and every safety copy."""
    page = HistoryDialog(window, window.session, window.attempt, window.desk.open)
    page.setWindowModality(Qt.WindowModality.NonModal)
    page.show()


def check(window: Window) -> None:
    """Look the whole file over, and say what was found."""
    words = check_words(window.document)
    if window.document.is_damaged:
        window.banner.tell_error(StrangeFileError(words, window.document.path))
    else:
        window.banner.tell(words)


def save_without_history(window: Window) -> None:
    """Write a copy that holds what is there now, and not how it came about."""
    kinds = _("Timelines ({suffixes})").format(suffixes=_TIMELINES)
    proposed = f"{window.document.path.stem} 2{SUFFIX}"
    words = _("Save a copy without history")
    path = choose_new_file(window, window.desk.settings, words, proposed, kinds)
    if path is not None:
        window.document.save_copy(path, is_with_history=False)
        window.banner.tell(_("A copy was saved as {path}.").format(path=path))


def rescue(window: Window) -> None:
    """Copy what can be read of a damaged or strange file into a new timeline, and open that."""
    kinds = _("Timelines ({suffixes});;All files (*)").format(suffixes=_TIMELINES)
    settings = window.desk.settings
    for source in choose_files(window, settings, _("Rescue a timeline"), kinds):
        proposed = _("{name} rescued").format(name=source.stem) + SUFFIX
        words = _("Save what can be rescued as")
        target = choose_new_file(window, settings, words, proposed, kinds)
        if target is None:
            return

        def work(_progress: Progress) -> list[str]:
            limits = {"seconds": _RESCUE_SECONDS, "megabytes": _RESCUE_MEGABYTES}
            return call(copy_readable, source, target, **limits)  # noqa: B023 - run at once

        def then(losses: list[str]) -> None:
            window.desk.open(target)  # noqa: B023 - one source at a time
            if losses:
                said = counted("One thing was lost:", "{n} things were lost:", len(losses))
                window.banner.tell("\n".join([said, *losses[:8]]))

        window.tasks.run(work, then, _("Rescuing {name}…").format(name=source.name))
        return
