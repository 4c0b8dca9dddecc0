"""`import`: events from tables into a project."""

from pathlib import Path

import click

from desktop import formats
from desktop.cli.options import opened, project
from desktop.errors import FileError
from desktop.i18n import _, counted

_SHOWN = 20


@click.command("import")
@project
@click.argument("tables", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", default="", help="The tables' format, where the suffix lies.")
@click.option("--skip-bad-rows", is_flag=True, help="Import the rest where rows cannot be read.")
def command(project: Path, tables: tuple[Path, ...], form: str, *, skip_bad_rows: bool) -> None:
    """Add the events of TABLES to PROJECT, and change those whose uid it has already.

    Each table is one step that can be undone. Nothing is imported from a table with a row that
    cannot be read, unless those rows may be skipped.
    """
    with opened(project) as document:
        for path in tables:
            incoming = formats.read(path, form)
            for refused in incoming.refused[:_SHOWN]:
                line = _("{path}, line {line}: {reason}")
                reason = " ".join(refused.reason.split())
                click.echo(line.format(path=path, line=refused.line, reason=reason), err=True)
            if incoming.refused and not skip_bad_rows:
                raise FileError(_nothing_imported(path, len(incoming.refused)))
            outcome = formats.take_in(document, incoming, _("Import {n}").format(n=path.name))
            click.echo(_summary(path, outcome))


def _nothing_imported(path: Path, number: int) -> str:
    sentence = counted(
        "{n} row cannot be read, so nothing was imported (see --skip-bad-rows).",
        "{n} rows cannot be read, so nothing was imported (see --skip-bad-rows).",
        number,
    )
    return f"{path}: {sentence}"


def _summary(path: Path, outcome: formats.Outcome) -> str:
    sentence = _("{path}: {added} added, {changed} changed, {unchanged} as they were")
    return sentence.format(
        path=path, added=outcome.added, changed=outcome.changed, unchanged=outcome.unchanged
    )
