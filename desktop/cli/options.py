"""What several commands share: a project to open, a date, a format to print in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from desktop.document import Document
from desktop.errors import FileError
from desktop.i18n import _

SUFFIX = ".dateline"
project = click.argument("project", type=click.Path(path_type=Path))


@contextmanager
def opened(path: Path) -> Iterator[Document]:
    """The project at `path`, or at `path` with our suffix."""
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
        raise FileError(_("{path} is a folder, not a project.").format(path=path))
    raise FileError(_("{path}: there is no such project.").format(path=path))
