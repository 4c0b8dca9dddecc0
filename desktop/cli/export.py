"""`export`: a timeline as a table, a picture, a page and more."""

from pathlib import Path
from typing import Unpack

import click

from desktop import formats
from desktop.cli.look import Look
from desktop.cli.options import Factor, opened, timeline
from desktop.document import Document, Filter
from desktop.errors import DatelineError
from desktop.formats.losses import Stock
from desktop.formats.wanted import Wanted
from desktop.i18n import _
from desktop.when import read_words

_PICTURES = ("png", "svg", "pdf")
_FORMATS = ", ".join((*_PICTURES, *(writer.id for writer in formats.WRITERS)))


@click.command("export")
@timeline
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--format", "form", default="", help=f"{_FORMATS}, where the suffix does not tell.")
@click.option("--filter", "words", default="", help='Only these events: "track:x after:2020 word".')
@click.option("--known", default="", help="As it could be known on this day.")
@click.option("--all", "is_all", is_flag=True, help="Everything, which is usual without a filter.")
@click.option("--for-spreadsheet", is_flag=True, help="Guard formulas, mark the file as UTF-8.")
@click.option("--width", default=1600, show_default=True, type=click.IntRange(200, 30_000))
@click.option("--height", default=0, type=click.IntRange(0, 30_000), help="0 for what fits.")
@click.option("--scale", default=2.0, show_default=True, type=Factor(0.5, 8))
@click.option("--dpi", default=0, type=click.IntRange(0, 768), help="In place of --scale: 96 is 1.")
@click.option(
    "--theme", default="light", type=click.Choice(["light", "dark", "contrast", "print", "grey"])
)
@click.option("--transparent", is_flag=True, help="No background in a picture.")
@click.option("--title/--no-title", default=True, help="The timeline's title above a picture.")
@click.option("--legend/--no-legend", default=True, help="What the marks mean, below a picture.")
@click.option("--dated", is_flag=True, help="The day of the last change, below a picture.")
@click.option("--span", default="", help='Only this time in a picture: "1989" or "2019/2021".')
@click.option(
    "--paper", default="", type=click.Choice(["", "A4", "A3", "Letter"]), help="Of a PDF."
)
@click.option("--portrait", is_flag=True, help="The paper stands upright.")
@click.option("--across", default=0, type=click.IntRange(0, 12), help="Pages across of a poster.")
def command(  # noqa: PLR0913 - each is an option of the command line
    timeline: Path,
    out: Path,
    form: str,
    words: str,
    known: str,
    *,
    is_all: bool,
    for_spreadsheet: bool,
    **look: Unpack[Look],
) -> None:
    """Write TIMELINE to OUT, as a table, a picture or what else its suffix or --format says.

    Pictures are .png, .svg and .pdf. What a format cannot hold is told on standard error.
    """
    if is_all and (words or known):
        raise click.UsageError(_("--all and a filter cannot go together."))
    wanted = Filter(words, read_words(known).when if known else None)
    with opened(timeline) as document:
        kind = form or out.suffix.lower().removeprefix(".")
        if kind in _PICTURES:
            _draw(document, out, kind, wanted, look)
        else:
            formats.export(
                document, out, form, filter_by=wanted, is_for_spreadsheet=for_spreadsheet
            )
            _say_losses(document, formats.writer_for(out, form), wanted)


def _draw(document: Document, out: Path, kind: str, wanted: Filter, look: Look) -> None:
    """Tables do without Qt, which some servers lack libraries for."""
    try:
        from desktop.cli.picture import draw_as
    except ImportError as error:
        sentence = _("Pictures need Qt, which cannot start here: {cause}.")
        raise DatelineError(sentence.format(cause=error)) from error
    if look["paper"] and kind != "pdf":
        raise click.UsageError(_("--paper is for PDF."))
    draw_as(document, out, kind, wanted, look)


def _say_losses(document: Document, writer: formats.Writer, wanted: Filter) -> None:
    sentence = Stock(document, Wanted(filter=wanted)).sentence(writer.id, writer.name)
    if sentence:
        click.echo(sentence, err=True)
