"""`dates`: the expressions of time in an article, for people and for machines."""

import json
import sys
from pathlib import Path
from typing import BinaryIO

import click

from desktop.cli.folders import read_each
from desktop.cli.published import published
from desktop.errors import DatelineError, FileError
from desktop.i18n import _
from desktop.reading.dates import DateExpression, find_dates
from desktop.when import When, in_words

_MOST_BYTES = 16 << 20


@click.command("dates")
@click.argument("article", type=click.Path(allow_dash=True, path_type=Path))
@published
@click.option("--language", default="en", show_default=True, help="The article's language.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="For people, or one JSON object a line.",
)
def command(article: Path, published: When | None, language: str, form: str) -> int:
    """Print the expressions of time in ARTICLE, or every article of a folder, and their days.

    A JSON object has start, end, text, kind (date, time, duration or set), edtf and timex3; of a
    folder also article, the file's name.
    Offsets count the characters (code points) of a plain text file from its first, line ends
    included; of any other file, those of the text that Dateline reads from it. '-' is standard
    input.
    """
    if not article.is_dir():
        _print(article, published, language, form)
        return 0
    return read_each(article, lambda path: _print(path, published, language, form, is_named=True))


def _print(
    path: Path, published: When | None, language: str, form: str, *, is_named: bool = False
) -> None:
    text, day = read_text(path)
    day = published or day
    named = {"article": path.name} if is_named else {}
    for expression in find_dates(text, day.edtf if day else "", language):
        if form == "jsonl":
            click.echo(json.dumps(named | _fields(expression), ensure_ascii=False))
        else:
            click.echo("\t".join([*named.values(), _line(expression)]))


def read_text(article: Path) -> tuple[str, When | None]:
    """The text, and the day of publication where the file itself tells it."""
    if str(article) == "-":
        return _standard_input().decode("utf-8", "replace"), None
    if article.suffix.lower() in (".txt", ""):
        try:
            return _bytes(article).decode("utf-8"), None
        except UnicodeDecodeError:
            pass
    from desktop.reading.extract import read_article

    read = read_article(article).article
    return read.text, read.published


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise FileError(_("Standard input is closed, so there is nothing to read."))
    return _all_of(sys.stdin.buffer, Path("-"))


def _bytes(article: Path) -> bytes:
    """What stands in a file, or comes out of a pipe that has a name."""
    try:
        if article.exists() and not (article.is_file() or article.is_fifo()):
            raise FileError(_("{path}: this is no file to read.").format(path=article))
        with article.open("rb") as file:
            return _all_of(file, article)
    except OSError as error:
        raise FileError(f"{article}: {error.strerror}") from error


def _all_of(file: BinaryIO, article: Path) -> bytes:
    content = file.read(_MOST_BYTES + 1)
    if len(content) > _MOST_BYTES:
        sentence = _("{path} is larger than {n} MB.")
        raise FileError(sentence.format(path=article, n=_MOST_BYTES >> 20))
    return content


def _fields(expression: DateExpression) -> dict[str, object]:
    names = ("start", "end", "text", "kind", "edtf", "timex3")
    return {name: getattr(expression, name) for name in names}


def _line(expression: DateExpression) -> str:
    words = " ".join(expression.text.split())
    return f"{expression.start}–{expression.end}\t{words}\t{_meaning(expression)}"


def _meaning(expression: DateExpression) -> str:
    try:
        if expression.edtf:
            return f"{expression.edtf}\t{in_words(When(expression.edtf))}"
    except DatelineError:
        return expression.edtf
    return f"{expression.timex3}\t{_('no day of the calendar')}"
