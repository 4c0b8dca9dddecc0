"""`export`: a project's events as a table, its timeline as a picture."""

from pathlib import Path
from typing import TypedDict, Unpack

import click

from desktop import formats
from desktop.cli.options import opened, project
from desktop.document import Document
from desktop.errors import DatelineError
from desktop.i18n import _

_PICTURES = ("png",)
_FORMATS = ", ".join((*_PICTURES, *(writer.id for writer in formats.WRITERS)))


class Wishes(TypedDict):
    """How a picture is to look; a height of 0 is what fits."""

    width: int
    height: int
    scale: float
    theme: str
    transparent: bool


@click.command("export")
@project
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "form", default="", help=f"{_FORMATS}, where the suffix does not tell.")
@click.option("--for-spreadsheet", is_flag=True, help="Guard formulas, mark the file as UTF-8.")
@click.option("--width", default=1600, show_default=True, type=click.IntRange(200, 30_000))
@click.option("--height", default=0, type=click.IntRange(0, 30_000), help="0 for what fits.")
@click.option("--scale", default=2.0, show_default=True, type=click.FloatRange(0.5, 8))
@click.option("--theme", default="light", type=click.Choice(["light", "dark", "contrast"]))
@click.option("--transparent", is_flag=True, help="No background in a picture.")
def command(
    project: Path, out: Path, form: str, *, for_spreadsheet: bool, **wishes: Unpack[Wishes]
) -> None:
    """Write PROJECT's events to OUT, as the suffix or --format says, or its picture (.png)."""
    with opened(project) as document:
        if (form or out.suffix.lower().removeprefix(".")) in _PICTURES:
            _draw(document, out, wishes)
        else:
            formats.export(document, out, form, is_for_spreadsheet=for_spreadsheet)
            _say_losses(formats.writer_for(out, form))


def _draw(document: Document, out: Path, wishes: Wishes) -> None:
    """Tables do without Qt, which some servers lack libraries for."""
    try:
        from desktop.cli.picture import draw
        from desktop.timeline.sheet import Sheet
    except ImportError as error:
        sentence = _("Pictures need Qt, which cannot start here: {cause}.")
        raise DatelineError(sentence.format(cause=error)) from error
    sheet = Sheet(
        width=wishes["width"],
        height=wishes["height"] or None,
        ratio=wishes["scale"],
        is_transparent=wishes["transparent"],
    )
    draw(document, out, sheet, wishes["theme"])


def _say_losses(writer: formats.Writer) -> None:
    if writer.loses:
        sentence = _("{name} does not hold {losses}.")
        click.echo(sentence.format(name=writer.name, losses=writer.loses), err=True)
