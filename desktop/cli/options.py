"""What several commands share: a timeline to open, a date, a format to print in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from desktop.document import Document
from desktop.errors import FileError
from desktop.i18n import _

SUFFIX = ".dateline"
timeline = click.argument("timeline", type=click.Path(path_type=Path))


class Factor(click.FloatRange):
    """A number between two bounds; what is no number lies between none."""

    def convert(
        self, value: str | float, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """The number; refused where it is out of bounds."""
        if str(value).strip().casefold().lstrip("+-") == "nan":
            self.fail(_("that is no number."), param, ctx)
        number: float = super().convert(value, param, ctx)  # type: ignore[arg-type] # text is taken
        return number


@contextmanager
def opened(path: Path) -> Iterator[Document]:
    """The timeline at `path`, or at `path` with our suffix."""
    document = Document.open(found(path))
    try:
        yield document
    finally:
        document.close()


def found(path: Path) -> Path:
    """`path`, to which the suffix may be wanting; refused where no file stands."""
    for candidate in (path, Path(f"{path}{SUFFIX}")):
        if candidate.is_file():
            return candidate
    if path.is_dir():
        raise FileError(_("{path} is a folder, not a timeline.").format(path=path))
    raise FileError(_("{path}: there is no such timeline.").format(path=path))
