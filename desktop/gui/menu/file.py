"""The File menu: timelines as files, articles and tables in, pictures and tables out."""

from PySide6.QtWidgets import QApplication

from desktop import formats
from desktop.gui.choosing import choose_files, choose_folder, choose_new_file
from desktop.gui.desk import SUFFIX
from desktop.gui.window import Window
from desktop.i18n import _

TIMELINES = "*" + SUFFIX
ARTICLES = (
    "*.txt *.md *.markdown *.html *.htm *.mhtml *.pdf *.docx *.rtf *.eml *.odt *.epub "
    "*.ris *.bib *.json"
)


def new(window: Window) -> None:
    """Begin an untitled timeline in a window of its own."""
    window.desk.new()


def open_file(window: Window) -> None:
    """Open timelines from the disk."""
    kinds = _("Timelines ({suffixes})").format(suffixes=TIMELINES)
    for path in choose_files(window, window.desk.settings, _("Open a timeline"), kinds):
        window.desk.open(path)


def add_article(window: Window) -> None:
    """Read articles from files."""
    kinds = _("Articles ({suffixes});;All files (*)").format(suffixes=ARTICLES)
    paths = choose_files(window, window.desk.settings, _("Add articles"), kinds)
    window.intake.take_files(paths)


def add_folder(window: Window) -> None:
    """Read every article in a folder and in those below it."""
    folder = choose_folder(window, window.desk.settings, _("Add a folder of articles"))
    if folder is not None:
        window.intake.take_files([folder])


def paste_article(window: Window) -> None:
    """Read what was copied as an article."""
    window.intake.take_clipboard()


def import_table(window: Window) -> None:
    """Take in the events of a table."""
    suffixes = " ".join(f"*{suffix}" for suffix in formats.SUFFIXES)
    kinds = _("Tables and calendars ({suffixes})").format(suffixes=suffixes)
    window.intake.take_tables(choose_files(window, window.desk.settings, _("Import events"), kinds))


def export(window: Window) -> None:
    """Make a picture or a table of the timeline."""
    from desktop.gui.dialogs.export import ExportDialog

    ExportDialog(window, window.session, window.timeline, window.desk.settings).open()


def save_copy(window: Window) -> None:
    """Write the timeline to another file as well; this one stays open."""
    kinds = _("Timelines ({suffixes})").format(suffixes=TIMELINES)
    proposed = f"{window.document.path.stem} 2{SUFFIX}"
    path = choose_new_file(window, window.desk.settings, _("Save a copy"), proposed, kinds)
    if path is not None:
        window.document.save_copy(path)
        window.banner.tell(_("A copy was saved as {path}.").format(path=path))


def say_saved(window: Window) -> None:
    """Answer the habit of saving: everything is saved at once."""
    sentence = _("Everything is saved already, in {path}: each change as you make it.")
    window.banner.tell(sentence.format(path=window.document.path))


def close(window: Window) -> None:
    """Close this timeline."""
    window.close()


def leave(window: Window) -> None:
    """Close every window and end the program."""
    if window.desk.close_all():
        QApplication.quit()
