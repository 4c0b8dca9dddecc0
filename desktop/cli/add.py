"""`add`: articles into a timeline."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from desktop.cli.options import opened, timeline
from desktop.cli.published import published
from desktop.document import Document
from desktop.edits.articles import add_article
from desktop.errors import DatelineError, FileError
from desktop.i18n import _
from desktop.reading.extract import read_article
from desktop.reading.extract.references import Referred, is_bibliography, read_references
from desktop.when import When, in_words
from desktop.worker import Worker


@click.command("add")
@timeline
@click.argument("articles", nargs=-1, required=True, type=click.Path(path_type=Path))
@published
def command(timeline: Path, articles: tuple[Path, ...], published: When | None) -> int:
    """Read ARTICLES into TIMELINE; what cannot be read is named, the rest is added.

    An article whose text the timeline has already is not added twice. RIS, BibTeX and CSL-JSON
    bring every reference in them, with the attached files that lie in the same folder.
    """
    status = 0
    with opened(timeline) as document, Worker() as worker:
        for path in articles:
            try:
                for referred in _read(path, worker):
                    click.echo(_add(document, referred, published))
                    for warning in referred.draft.warnings:
                        click.echo(f"{referred.original or path}: {warning}", err=True)
            except DatelineError as error:
                click.echo(f"dateline: {error}", err=True)
                status = 1
    return status


def _read(path: Path, worker: Worker) -> Iterable[Referred]:
    if is_bibliography(path):
        return read_references(path, worker)
    return [Referred(read_article(path, worker=worker), path)]


def _add(document: Document, referred: Referred, published: When | None) -> str:
    path, draft = referred.original, referred.draft
    try:
        original = path.read_bytes() if path else b""
    except OSError as error:
        raise FileError(f"{path}: {error.strerror}") from error
    article = replace(draft.article, published=published or draft.article.published)
    before = document.counts().articles
    kept = document.article(add_article(document, article, original))
    if document.counts().articles == before:
        return _("{title}\tthere already").format(title=kept.title)
    day = in_words(kept.published) if kept.published else _("no publication date")
    return f"{kept.title}\t{day}"
