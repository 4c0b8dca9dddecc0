"""`merge`: two projects become one."""

from pathlib import Path

import click

from desktop.cli.options import opened, project
from desktop.edits.merging import merge_document
from desktop.i18n import _


@click.command("merge")
@project
@click.argument("other", type=click.Path(path_type=Path))
def command(project: Path, other: Path) -> None:
    """Take everything that OTHER holds into PROJECT, as one step; OTHER is not changed.

    What both hold is kept once: articles with the same text, tracks of the same name, and events
    that one project took from the other.
    """
    with opened(project) as document, opened(other) as source:
        merged = merge_document(document, source)
    sentence = _("{articles} articles, {tracks} tracks and {events} events were taken over.")
    click.echo(
        sentence.format(articles=merged.articles, tracks=merged.tracks, events=merged.events)
    )
