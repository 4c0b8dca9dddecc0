"""`check`: whether a project is whole."""

from pathlib import Path

import click

from desktop.cli.options import opened, project
from desktop.i18n import _


@click.command("check")
@project
def command(project: Path) -> int:
    """Look for anything wrong with PROJECT; prints a sentence for each fault, exit status 1."""
    with opened(project) as document:
        faults = document.check()
        counts = document.counts()
    for fault in faults:
        click.echo(fault)
    if faults:
        return 1
    sentence = _("All is well: {events} events on {tracks} tracks, {articles} articles.")
    click.echo(
        sentence.format(events=counts.events, tracks=counts.tracks, articles=counts.articles)
    )
    return 0
