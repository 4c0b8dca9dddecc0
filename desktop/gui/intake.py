"""Taking in what the user brings: articles from files or the clipboard, tables, timelines."""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from desktop import formats
from desktop.edits.articles import add_article
from desktop.errors import DatelineError
from desktop.gui.desk import SUFFIX, Desk
from desktop.gui.errors import Banner
from desktop.gui.tasks import Progress, Tasks
from desktop.i18n import _, counted
from desktop.model import Article, Selection
from desktop.session import Session


@dataclass(frozen=True, slots=True)
class Read:
    """What a thread made of some files: articles with their originals, and what is to be told."""

    articles: list[tuple[Article, bytes]]
    notes: list[str]


class Intake:
    """Reads on a thread, adds on this one, and shows what was added."""

    def __init__(self, session: Session, tasks: Tasks, banner: Banner, desk: Desk) -> None:
        self._session = session
        self._tasks = tasks
        self._banner = banner
        self._desk = desk

    def take_files(self, paths: list[Path]) -> None:
        """Open timelines, import tables, read everything else as an article."""
        articles, tables = [], []
        for path in paths:
            if path.suffix.lower() == SUFFIX:
                self._desk.open(path)
            elif path.suffix.lower() in formats.EVENT_FILES:
                tables.append(path)
            else:
                articles.append(path)
        self.take_tables(tables)
        if articles:
            words = counted("Reading {n} article", "Reading {n} articles", len(articles))
            self._tasks.run(partial(_read_all, articles), self._add, words)

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
            self.take_text(mime.text())
        else:
            self._banner.tell(_("The clipboard holds no text, so there is nothing to paste."))

    def take_text(self, text: str) -> None:
        """Read a text as an article."""
        self._tasks.run(partial(_read_text, text), self._add, _("Reading the text"))

    def _add(self, read: Read) -> None:
        document, added = self._session.document, []
        if read.articles:
            with document.step(counted("Add article", "Add {n} articles", len(read.articles))):
                added = [
                    add_article(document, draft, original) for draft, original in read.articles
                ]
        if added:
            self._session.select(Selection(article=added[0]))
        if read.notes:
            self._banner.tell(" ".join(read.notes))


def _read_all(paths: list[Path], progress: Progress) -> Read:
    # Loaded with the first article: the window stands before that.
    from desktop.reading.extract import read_article
    from desktop.worker import Worker

    read = Read([], [])
    with Worker() as worker:
        progress.stop = worker.cancel
        for number, path in enumerate(paths):
            progress.report(number, len(paths))
            if progress.is_cancelled:
                break
            try:
                draft = read_article(path, worker=worker)
                read.articles.append((draft.article, path.read_bytes()))
                read.notes.extend(draft.warnings)
            except DatelineError as error:
                read.notes.append(str(error))
            except OSError as error:
                read.notes.append(f"{path.name}: {error.strerror or error}.")
    return read


def _read_text(text: str, progress: Progress) -> Read:
    from desktop.reading.extract import article_from_text

    draft = article_from_text(text)
    return Read([(draft.article, b"")], list(draft.warnings))
