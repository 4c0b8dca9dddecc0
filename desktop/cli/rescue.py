"""`rescue`: a fresh timeline from what can be read of a damaged or strange one."""

from pathlib import Path

import click

from desktop.document.rescue import copy_readable
from desktop.i18n import _
from desktop.worker import call

_SECONDS = 600


@click.command("rescue")
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
def command(source: Path, target: Path) -> int:
    """Copy every readable row of SOURCE into the new timeline TARGET; SOURCE is not changed.

    Prints a sentence for each loss; exit status 1 when anything was lost.
    """
    losses = call(
        copy_readable, source.absolute(), target.absolute(), seconds=_SECONDS, megabytes=2000
    )
    for loss in losses:
        click.echo(loss)
    if not losses:
        click.echo(_("Everything came over."))
    return 1 if losses else 0
