"""`merge`: two timelines become one."""

from pathlib import Path

import click

from desktop.cli.options import opened, timeline
from desktop.edits.merging import merge_document
from desktop.i18n import _


@click.command("merge")
@timeline
@click.argument("other", type=click.Path(path_type=Path))
def command(timeline: Path, other: Path) -> None:
    """Take everything that OTHER holds into TIMELINE, as one step; OTHER is not changed.

    What both hold is kept once: articles with the same text, tracks of the same name, and events
    that one of the two took from the other.
    """
    with opened(timeline) as document, opened(other) as source:
        merged = merge_document(document, source)
    sentence = _("{articles} articles, {tracks} tracks and {events} events were taken over.")
    click.echo(
        sentence.format(articles=merged.articles, tracks=merged.tracks, events=merged.events)
    )
