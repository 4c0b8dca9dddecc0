"""`new`: an empty timeline."""

from pathlib import Path

import click

from desktop.cli.options import SUFFIX, timeline
from desktop.document import Document
from desktop.edits.tracks import start_tracks


@click.command("new")
@timeline
@click.option("--title", default="", help="What the timeline is called.")
def command(timeline: Path, title: str) -> None:
    """Make an empty timeline with the six tracks that a timeline begins with."""
    path = timeline if timeline.suffix == SUFFIX else Path(f"{timeline}{SUFFIX}")
    document = Document.create(path, title)
    start_tracks(document)
    document.forget_history()
    document.close()
    click.echo(path)
