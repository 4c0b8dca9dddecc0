"""`new`: an empty project."""

from pathlib import Path

import click

from desktop.cli.options import SUFFIX, project
from desktop.document import Document
from desktop.edits.tracks import start_tracks


@click.command("new")
@project
@click.option("--title", default="", help="What the timeline is called.")
def command(project: Path, title: str) -> None:
    """Make an empty project with the six tracks that a timeline begins with."""
    path = project if project.suffix == SUFFIX else Path(f"{project}{SUFFIX}")
    document = Document.create(path, title)
    start_tracks(document)
    document.forget_history()
    document.close()
    click.echo(path)
