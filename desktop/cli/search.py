"""`search`: words found in a timeline's events and articles."""

import json
from pathlib import Path

import click

from desktop.cli.options import opened, timeline
from desktop.document import Document
from desktop.document.search import Hit
from desktop.when import in_words


@click.command("search")
@timeline
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 100_000))
@click.option("--format", "form", type=click.Choice(["text", "jsonl"]), default="text")
def command(timeline: Path, words: tuple[str, ...], limit: int, form: str) -> None:
    """Print the events and articles of TIMELINE in which a word begins with each of WORDS."""
    with opened(timeline) as document:
        for hit in document.search(" ".join(words), limit):
            click.echo(_json(document, hit) if form == "jsonl" else _line(document, hit))


def _when(document: Document, hit: Hit) -> tuple[str, str]:
    """The hit's date as EDTF and in words."""
    if hit.kind == "event":
        when = document.event(hit.id).when
    else:
        when = document.article(hit.id).published
    return (when.edtf, in_words(when)) if when else ("", "")


def _line(document: Document, hit: Hit) -> str:
    snippet = " ".join(hit.snippet.split())
    shown = snippet if snippet and snippet != hit.title else ""
    return "\t".join([hit.kind, _when(document, hit)[1], hit.title, shown]).rstrip()


def _json(document: Document, hit: Hit) -> str:
    row = document.event(hit.id) if hit.kind == "event" else document.article(hit.id)
    named = {
        "kind": hit.kind,
        "uid": row.uid,
        "title": hit.title,
        "when": _when(document, hit)[0],
        "snippet": hit.snippet,
    }
    return json.dumps(named, ensure_ascii=False)
