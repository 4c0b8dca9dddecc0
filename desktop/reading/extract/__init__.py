"""A file or a pasted text becomes the draft of an article.

Files are parsed in the worker process, so the parsers are not loaded here and cannot hang us.
"""

from pathlib import Path

from desktop.errors import DatelineError, FileError, WorkerError
from desktop.i18n import _
from desktop.reading.extract.draft import Draft, draft_of
from desktop.reading.extract.findings import Findings, Sourced
from desktop.reading.extract.intake import read_bytes, refusal
from desktop.reading.extract.kinds import SUFFIXES, find_article
from desktop.reading.extract.normal import normalise, text_hash
from desktop.reading.extract.plain import complete
from desktop.worker import Worker

__all__ = ["SUFFIXES", "Draft", "article_from_text", "normalise", "read_article", "text_hash"]

MOST_SECONDS = 9.0
MOST_MEGABYTES = 512
MOST_LETTERS = 5_000_000


def read_article(path: str | Path, *, worker: Worker | None = None) -> Draft:
    """The draft of the article in a file of one of SUFFIXES, or a FileError with one sentence.

    `worker` is a warm one for a folder of files; without it a process is started for this file.
    """
    path = Path(path)
    content = read_bytes(path)
    if worker is None:
        with Worker() as own:
            return _read(content, path, own)
    return _read(content, path, worker)


def article_from_text(text: str, url: str = "", title: str = "") -> Draft:
    """The draft of a pasted text, read here and now; DatelineError where nothing is in it."""
    if len(text) > MOST_LETTERS:
        raise DatelineError(
            _("This text is longer than {n} million letters.").format(n=MOST_LETTERS // 1_000_000)
        )
    given = Sourced(title.strip(), "given", 1.0) if title.strip() else Sourced()
    found = complete(Findings(text=text, url=url, title=given))
    if not any(letter.isalnum() for letter in found.text):
        raise DatelineError(_("There is no text to read."))
    return draft_of(found)


def _read(content: bytes, path: Path, worker: Worker) -> Draft:
    try:
        found = worker.call(
            find_article, content, path.name, seconds=MOST_SECONDS, megabytes=MOST_MEGABYTES
        )
    except FileError as error:
        raise refusal(path.name, str(error)) from error
    except WorkerError as error:
        if error.why == "cancelled":
            raise
        raise refusal(path.name, _cause(error)) from error
    return draft_of(found)


def _cause(error: WorkerError) -> str:
    if error.why == "time":
        return _("reading it took longer than {n} seconds").format(n=f"{MOST_SECONDS:g}")
    if error.why == "memory":
        return _("reading it needs more than {n} MB of memory").format(n=MOST_MEGABYTES)
    if error.why == "size":
        return _("it holds too much text")
    return _("it is damaged, or made to do harm")
