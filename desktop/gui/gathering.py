"""Files and folders that a user brings become drafts of articles, on a thread.

What cannot be read is listed with its reason, and the rest is read all the same.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desktop import formats
from desktop.errors import DatelineError
from desktop.gui.tasks import Progress
from desktop.i18n import _
from desktop.model import Article
from desktop.reading.extract.kinds import SUFFIXES
from desktop.worker import Worker

MOST_FILES = 20_000
_TABLES = (*formats.EVENT_FILES, ".json")
_NOISE = (".ds_store", "thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Brought:
    """An article as it was read, and the file whose bytes are kept with it."""

    article: Article
    original: Path | None = None


@dataclass(frozen=True, slots=True)
class Read:
    """What a thread made of some files: articles, and (file, reason) of what is to be told."""

    articles: list[Brought]
    notes: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sorted:
    """Files by what is done with them, in the order in which they were brought.

    `strange` are those in folders of whose kind no article is; brought by name they are tried.
    """

    timelines: list[Path] = field(default_factory=list)
    tables: list[Path] = field(default_factory=list)
    articles: list[Path] = field(default_factory=list)
    strange: list[Path] = field(default_factory=list)


def sort_files(paths: Iterable[Path], timeline: str) -> Sorted:
    """The files, and those in folders among them; `timeline` is the suffix of our own files."""
    from desktop.reading.extract.references import is_bibliography  # with the first files

    found = Sorted()
    references: list[Path] = []
    for one, is_by_name in _brought(paths):
        suffix = one.suffix.lower()
        if suffix == timeline:
            found.timelines.append(one)
        elif is_bibliography(one):
            references.append(one)
        elif suffix in _TABLES:
            found.tables.append(one)
        elif is_by_name or suffix in SUFFIXES:
            found.articles.append(one)
        else:
            found.strange.append(one)
    # First, so that an attached file comes in with its reference and not without.
    found.articles[:0] = references
    return found


def _brought(paths: Iterable[Path]) -> Iterator[tuple[Path, bool]]:
    """Each file, and whether it was named itself rather than found in a folder."""
    for path in paths:
        if path.is_dir():
            yield from ((one, False) for one in _files_in(path))
        else:
            yield path, True


def _files_in(folder: Path) -> Iterator[Path]:
    """The files of a folder and of those below it, by name; hidden ones are nobody's articles."""
    number = 0
    waiting = [folder]
    while waiting:
        try:
            entries = sorted(waiting.pop(0).iterdir())
        except OSError:
            continue
        for one in entries:
            if one.name.startswith(".") or one.name.lower() in _NOISE or one.is_symlink():
                continue
            if not one.is_dir():
                number += 1
                yield one
            elif not _is_of_a_page(one):
                waiting.append(one)
            if number >= MOST_FILES:
                return


def _is_of_a_page(folder: Path) -> bool:
    """True for the folder of pictures and scripts that a browser saves beside a page."""
    name = folder.name
    if not name.endswith(("_files", ".files", "-Dateien", "_fichiers", "_archivos")):
        return False
    stem = name.rsplit("_" if "_" in name else "-" if "-" in name else ".", 1)[0]
    return any((folder.parent / f"{stem}{suffix}").exists() for suffix in (".html", ".htm"))


def read_files(paths: list[Path], strange: list[Path], progress: Progress) -> Read:
    """Read every file as an article, or as a list of references; `strange` ones are only told."""
    no_kind = _("No article is of this kind.")
    read = Read([], [(path.name, no_kind) for path in strange])
    with Worker() as worker:
        progress.stop = worker.cancel
        for number, path in enumerate(paths):
            progress.report(number, len(paths))
            if progress.is_cancelled:
                break
            try:
                for brought in _articles_in(path, worker, read.notes):
                    read.articles.append(brought)
                    if progress.is_cancelled:
                        break
            except DatelineError as error:
                read.notes.append((path.name, str(error)))
            except OSError as error:
                read.notes.append((path.name, f"{path.name}: {error.strerror or error}."))
    return read


def _articles_in(path: Path, worker: Worker, notes: list[tuple[str, str]]) -> Iterator[Brought]:
    from desktop.reading.extract import read_article
    from desktop.reading.extract.references import is_bibliography, read_references

    if not is_bibliography(path):
        draft = read_article(path, worker=worker)
        notes.extend((path.name, warning) for warning in draft.warnings)
        yield Brought(draft.article, path)
        return
    for referred in read_references(path, worker):
        name = (referred.original or path).name
        notes.extend((name, warning) for warning in referred.draft.warnings)
        yield Brought(referred.draft.article, referred.original)


def read_text(text: str, url: str, title: str) -> Read:
    """Read a text that was copied, with the address and title that came along."""
    from desktop.reading.extract import article_from_text

    draft = article_from_text(text, url, title)
    return Read([Brought(draft.article)], [(_("Clipboard"), one) for one in draft.warnings])
