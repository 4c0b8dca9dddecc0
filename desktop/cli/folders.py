"""A whole folder of articles, one after another, with progress where somebody watches."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from desktop.errors import DatelineError


def read_each(folder: Path, show: Callable[[Path], None]) -> int:
    """Shows every file in turn; a refused one is told on stderr and the rest go on.

    The exit status: 1 where a file was refused, else 0.
    """
    status = 0
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    errors = sys.stderr
    with click.progressbar(
        files, label=folder.name, file=errors, hidden=not (errors and errors.isatty())
    ) as bar:
        for path in bar:
            try:
                show(path)
            except DatelineError as error:
                click.echo(f"dateline: {path.name}: {error}", err=True)
                status = 1
    return status
