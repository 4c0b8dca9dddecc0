"""`suggest`: the events that articles tell of, for people and for machines."""

import json
from pathlib import Path

import click

from desktop.cli.dates import read_text
from desktop.cli.folders import read_each
from desktop.cli.published import published
from desktop.i18n import _
from desktop.model import Article
from desktop.reading.suggest import Suggestion, TrackWords, suggest
from desktop.when import When, in_words

_TRACKS = "Offensives,Airstrikes,Statements,Casualties,Diplomacy,Background"


@click.command("suggest")
@click.argument("article", type=click.Path(allow_dash=True, path_type=Path))
@published
@click.option("--language", default="en", show_default=True, help="The article's language.")
@click.option("--tracks", default=_TRACKS, show_default=True, help="Names of tracks, with commas.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="For people, or one JSON object a line.",
)
def command(article: Path, published: When | None, language: str, tracks: str, form: str) -> int:
    """Print the events that ARTICLE, or every article of a folder, tells of.

    A JSON object has title, edtf, track, quote (start and end in code points), said_by, status
    (reported, claimed, denied, confirmed or planned), place and killed (minimum and maximum); of a
    folder also article, the file's name.
    """
    names = [name.strip() for name in tracks.split(",") if name.strip()]
    if not names:
        raise click.BadParameter(_("name at least one track"), param_hint="--tracks")
    if not article.is_dir():
        _print(article, _found(article, published, language, names), names, form)
        return 0
    return _print_folder(article, published, language, names, form)


def _print_folder(
    folder: Path, day: When | None, language: str, names: list[str], form: str
) -> int:
    def show(path: Path) -> None:
        _print(path, _found(path, day, language, names), names, form, is_named=True)

    return read_each(folder, show)


def _found(path: Path, day: When | None, language: str, names: list[str]) -> list[Suggestion]:
    text, said = read_text(path)
    article = Article(title=path.name, text=text, published=day or said, language=language)
    return suggest(article, [TrackWords(n, name) for n, name in enumerate(names)])


def _print(
    path: Path, found: list[Suggestion], names: list[str], form: str, *, is_named: bool = False
) -> None:
    for suggestion in found:
        if form == "text":
            click.echo(_line(suggestion, names))
            continue
        named = {"article": path.name} if is_named else {}
        click.echo(json.dumps(named | _json(suggestion, names), ensure_ascii=False))


def _json(suggestion: Suggestion, names: list[str]) -> dict[str, object]:
    governing = suggestion.governing
    return {
        "title": suggestion.title,
        "edtf": governing.when.edtf if governing else "",
        "track": names[suggestion.track],
        "quote": {"start": suggestion.first, "end": suggestion.last},
        "said_by": suggestion.said_by,
        "status": suggestion.status,
        "place": suggestion.place,
        "killed": list(suggestion.killed) if suggestion.killed else None,
    }


def _line(suggestion: Suggestion, names: list[str]) -> str:
    governing = suggestion.governing
    day = in_words(governing.when) if governing else _("undated")
    parts = [day, names[suggestion.track], suggestion.status, suggestion.title]
    return "\t".join([*parts, suggestion.said_by] if suggestion.said_by else parts)
