"""Bibliographies (RIS, BibTeX, CSL-JSON) as drafts of articles, with the files that came along.

An attached file is read only from the folder of the bibliography or below it; a reference without
one has its abstract for a text, or else the reference itself in words.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import unquote

from desktop.errors import DatelineError, FileError, WhenError, WorkerError
from desktop.i18n import _
from desktop.model import Article
from desktop.paths import real
from desktop.reading.extract import read_article
from desktop.reading.extract.csl_items import Reference, csl_items, reference_of
from desktop.reading.extract.draft import Draft
from desktop.reading.extract.intake import read_bytes, refusal
from desktop.reading.extract.kinds import SUFFIXES as ARTICLES
from desktop.reading.extract.normal import normalise, text_hash
from desktop.when import When, in_words
from desktop.worker import Worker

SUFFIXES = (".ris", ".bib", ".bibtex")
MOST = 20_000
"""References in one file."""
_SECONDS = 20.0
_MEGABYTES = 512
_HEAD = 64 << 10


@dataclass(frozen=True, slots=True)
class Referred:
    """The draft of an article that a bibliography names, and the file that it was read from."""

    draft: Draft
    original: Path | None = None


def is_bibliography(path: Path) -> bool:
    """True for a file of references, by its suffix or, of JSON and text, by how it begins."""
    suffix = path.suffix.lower()
    if suffix in SUFFIXES:
        return True
    if suffix not in (".json", ".txt"):
        return False
    try:
        if not path.is_file():
            return False  # a pipe or device would be waited for, for ever
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except (OSError, ValueError):
        return False
    from desktop.reading.extract.ris import is_ris

    start = head.decode("utf-8-sig", errors="replace")
    return is_csl(start) if suffix == ".json" else is_ris(start)


def is_csl(start: str) -> bool:
    """True where JSON begins with a list of references."""
    names = ('"issued"', '"container-title"', '"author"', '"accessed"', '"citation-key"')
    is_list = start.lstrip().startswith(("[", '{"items"'))
    return is_list and '"type"' in start and '"title"' in start and any(n in start for n in names)


def read_references(path: Path, worker: Worker) -> Iterator[Referred]:
    """The drafts of all references in a file, one after the other; a FileError where it is none."""
    content = read_bytes(path)
    try:
        found = worker.call(
            find_references, content, path.name, seconds=_SECONDS, megabytes=_MEGABYTES
        )
    except FileError as error:
        raise refusal(path.name, str(error)) from error
    except WorkerError as error:
        if error.why == "cancelled":
            raise
        raise refusal(path.name, _("it is damaged, or made to do harm")) from error
    return (_referred(reference, path.parent, worker) for reference in found)


def find_references(content: bytes, name: str) -> list[Reference]:
    """The references in a file's bytes; runs in the worker."""
    from desktop.reading.extract.bibtex import bibtex_items, is_bibtex
    from desktop.reading.extract.decode import decode
    from desktop.reading.extract.ris import is_ris, ris_items

    text = decode(content)
    if text.lstrip("\ufeff \n\r\t").startswith(("[", "{")):
        items = csl_items(text)
    elif is_ris(text[:2_000]) or (name.lower().endswith(".ris") and not is_bibtex(text)):
        items = ris_items(text)
    else:
        items = bibtex_items(text)
    found = [reference for item in items if (reference := reference_of(item))]
    if not found:
        raise FileError(_("no reference was found in it"))
    if len(found) > MOST:
        raise FileError(_("it holds more than {n} references").format(n=f"{MOST:,}"))
    return found


def _referred(reference: Reference, folder: Path, worker: Worker) -> Referred:
    """The reference with the first of its files that can be read."""
    warnings: list[str] = []
    for written in reference.files:
        path = beside(folder, written)
        if path is None or path.suffix.lower() not in ARTICLES or not path.is_file():
            continue
        try:
            draft = read_article(path, worker=worker)
        except WorkerError as error:
            if error.why == "cancelled":
                raise
            warnings.append(str(error))
        except DatelineError as error:
            warnings.append(str(error))
        else:
            return Referred(_joined(draft, reference, warnings), path)
    draft = Draft(Article(title=reference.title, text=_text(reference)))
    return Referred(_joined(draft, reference, warnings))


def beside(folder: Path, written: str) -> Path | None:
    """The attached file, if it lies in the bibliography's folder or below it."""
    name = unquote(written.removeprefix("file://")) if written.startswith("file:") else written
    try:
        path = real(folder / name.replace("\\", "/"))
        return path if path.is_relative_to(real(folder)) else None
    except (OSError, ValueError, RuntimeError):
        return None


def _joined(draft: Draft, reference: Reference, warnings: list[str]) -> Draft:
    """The draft with all that the reference knows better than the page itself."""
    read = draft.article
    published = _when(reference.published)
    article = replace(
        read,
        title=reference.title or read.title,
        byline=reference.byline or read.byline,
        publisher=reference.publisher or read.publisher,
        url=reference.url or read.url,
        language=reference.language or read.language,
        published=published or read.published,
        reference=reference.csl,
        text_hash=text_hash(read.text),
    )
    return replace(
        draft,
        article=article,
        title_from="metadata",
        published_from="metadata" if published else draft.published_from,
        published_confidence=1.0 if published else draft.published_confidence,
        warnings=(*draft.warnings, *warnings),
    )


def _when(edtf: str) -> When | None:
    try:
        return When(edtf) if edtf else None
    except WhenError:
        return None


def _text(reference: Reference) -> str:
    """The abstract; else the reference in words, so that there is something to read and find."""
    if reference.abstract:
        return reference.abstract
    when = _when(reference.published)
    csl = json.loads(reference.csl)
    parts = (reference.byline, reference.title, reference.publisher,
             in_words(when) if when else "", str(csl.get("page") or ""), reference.url)  # fmt: skip
    return normalise("\n".join(part for part in parts if part))
