"""`import`: events from tables into a timeline."""

from dataclasses import replace
from pathlib import Path

import click

from desktop import formats
from desktop.cli.options import opened, timeline
from desktop.errors import FileError
from desktop.formats.plan import Plan, map_columns
from desktop.i18n import _, counted

_SHOWN = 20


class _Mapping(click.ParamType[tuple[str, str]]):
    name = "COLUMN=FIELD"

    def convert(
        self,
        value: str | tuple[str, str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        """A heading and what its column is; nothing behind the sign keeps it aside."""
        if isinstance(value, tuple):
            return value
        column, sign, field = value.rpartition("=")
        if not sign or not column.strip():
            self.fail(_("“{value}” does not say COLUMN=FIELD.").format(value=value), param, ctx)
        return column, field.strip()


@click.command("import")
@timeline
@click.argument("tables", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--format", "form", default="", help="The tables' format, where the suffix lies.")
@click.option("--skip-bad-rows", is_flag=True, help="Import the rest where rows cannot be read.")
@click.option(
    "--map",
    "mapping",
    multiple=True,
    type=_Mapping(),
    help="What a column is: Datum=when.",
)
@click.option("--day-first/--month-first", "is_day_first", default=None, help="How dates go.")
def command(
    timeline: Path,
    tables: tuple[Path, ...],
    form: str,
    mapping: tuple[tuple[str, str], ...],
    *,
    skip_bad_rows: bool,
    is_day_first: bool | None,
) -> None:
    """Add the events of TABLES to TIMELINE, and change those whose uid it has already.

    Each table is one step that can be undone. Nothing is imported from a table with a row that
    cannot be read, unless those rows may be skipped.
    """
    with opened(timeline) as document:
        for path in tables:
            incoming = _read(path, form, dict(mapping), is_day_first=is_day_first)
            for refused in incoming.refused[:_SHOWN]:
                line = _("{path}, line {line}: {reason}")
                reason = " ".join(refused.reason.split())
                click.echo(line.format(path=path, line=refused.line, reason=reason), err=True)
            if incoming.refused and not skip_bad_rows:
                raise FileError(_nothing_imported(path, len(incoming.refused)))
            outcome = formats.take_in(document, incoming, _("Import {n}").format(n=path.name))
            click.echo(_summary(path, outcome))


def _read(
    path: Path, form: str, mapping: dict[str, str], *, is_day_first: bool | None
) -> formats.Incoming:
    """With a mapping or an order of dates the file is a table, whatever it looks like."""
    if not mapping and is_day_first is None:
        return formats.read(path, form)
    from desktop.formats import tables

    table = tables.look(path, Plan(is_day_first=is_day_first))
    columns = map_columns(table.header, table.plan.columns, mapping)
    return tables.read(path, replace(table.plan, columns=columns, is_day_first=is_day_first))


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
