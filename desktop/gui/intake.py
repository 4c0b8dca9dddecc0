"""Taking in what the user brings: articles from files or the clipboard, tables, timelines."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop.edits.articles import add_article, address_key, addresses
from desktop.gui.copied import Copied, copied
from desktop.gui.desk import SUFFIX, Desk
from desktop.gui.errors import Banner
from desktop.gui.gathering import Brought, Read, read_files, read_text, sort_files
from desktop.gui.tasks import Progress, Tasks
from desktop.i18n import _, counted
from desktop.model import Selection
from desktop.session import Session


class Intake:
    """Reads on a thread, adds on this one, and shows what was added."""

    def __init__(self, session: Session, tasks: Tasks, banner: Banner, desk: Desk) -> None:
        self._session = session
        self._tasks = tasks
        self._banner = banner
        self._desk = desk

    def take_files(self, paths: list[Path]) -> None:
        """Open timelines, ask about tables, read everything else as an article; folders too."""
        if not paths:
            return
        found = sort_files(paths, SUFFIX)
        for path in found.timelines:
            self._desk.open(path)
        self.take_tables(found.tables)
        if found.articles or found.strange:
            number = len(found.articles)
            words = counted("Reading {n} article", "Reading {n} articles", number)
            self._tasks.run(partial(read_files, found.articles, found.strange), self._add, words)
        elif not found.tables and not found.timelines:
            self._banner.tell(_("There is no file in it that could be read."))

    def take_tables(self, paths: list[Path]) -> None:
        """Ask on a page for each table, one after the other, what its columns are."""
        # Loaded with the first table: the window stands before that.
        from desktop.gui.dialogs.mapping import MappingDialog

        if not paths:
            return
        window = self._banner.window()
        settings = self._desk.settings
        page = MappingDialog(window, self._session, self._tasks, settings, paths[0])
        page.imported.connect(self._banner.tell)
        page.finished.connect(lambda _result: self.take_tables(paths[1:]))
        page.finished.connect(page.deleteLater)
        page.open()

    def take_clipboard(self) -> None:
        """Read the clipboard's text, or its files, as articles."""
        # An empty clipboard may have no content at all to ask.
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.take_files(files)
        elif mime.text().strip():
            self.take_text(copied(mime))
        else:
            self._banner.tell(_("The clipboard holds no text, so there is nothing to paste."))

    def take_text(self, words: Copied) -> None:
        """Read a text as an article, with the address and title that came along."""

        def read(_progress: Progress) -> Read:
            return read_text(words.text, words.url, words.title)

        self._tasks.run(read, self._add, _("Reading the text"))

    def _add(self, read: Read) -> None:
        document, added, notes = self._session.document, [], list(read.notes)
        again = 0
        if read.articles:
            before, known = document.counts().articles, addresses(document)
            with document.step(counted("Add article", "Add {n} articles", len(read.articles))):
                added = [self._keep(brought, known, notes) for brought in read.articles]
            again = len(added) - (document.counts().articles - before)
            if again:
                notes.append((_("There already"), _said_known(again, len(added))))
        if added:
            self._session.select(Selection(article=added[0]))
        self._tell(notes, len(added) - again)

    def _keep(self, brought: Brought, known: dict[str, int], notes: list[tuple[str, str]]) -> int:
        """The article's id; one with the same text, or a file from the same address, is kept once.

        What is pasted may be another part of the same page.
        """
        key = address_key(brought.article.url) if brought.original else ""
        if key in known:
            return known[key]
        original = b""
        try:
            original = brought.original.read_bytes() if brought.original else b""
        except OSError as error:
            notes.append((brought.article.title, str(error.strerror or error)))
        kept = add_article(self._session.document, brought.article, original)
        if key:
            known[key] = kept
        return kept

    def _tell(self, notes: list[tuple[str, str]], added: int) -> None:
        from desktop.gui.dialogs.refusals import RefusalsDialog

        if not notes:
            return
        if len(notes) == 1:
            self._banner.tell(notes[0][1])
            return
        words = counted("{n} article was added.", "{n} articles were added.", added)
        window = self._banner.window()
        told = counted("{n} thing needs a look.", "{n} things need a look.", len(notes))
        self._banner.offer(
            f"{words} {told}", _("Show the list"), lambda: RefusalsDialog(window, notes).open()
        )


def _said_known(known: int, number: int) -> str:
    if number == 1:
        return _("This article is in the timeline already, with the same text or address.")
    return counted(
        "{n} article was in the timeline already, with the same text or address.",
        "{n} articles were in the timeline already, with the same text or address.",
        known,
    )
