"""`check`: whether a timeline is whole."""

from pathlib import Path

import click

from desktop.cli.options import opened, timeline
from desktop.i18n import _


@click.command("check")
@timeline
def command(timeline: Path) -> int:
    """Look for anything wrong with TIMELINE; prints a sentence for each fault, exit status 1."""
    with opened(timeline) as document:
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
