"""Files of other formats on the disk: written whole or not at all, opened with a clear refusal."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.errors import FileError
from desktop.i18n import _


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A path to write to that takes the place of `path` when the block ends well.

    Until then, and after any failure, the file that stood there is untouched.
    """
    try:
        descriptor, name = tempfile.mkstemp(prefix=".dateline-", dir=path.parent)
        os.close(descriptor)
    except OSError as error:
        raise refusal(path, error) from error
    draft = Path(name)
    try:
        yield draft
        _put_in_place(draft, path)
    except OSError as error:
        raise refusal(path, error) from error
    finally:
        draft.unlink(missing_ok=True)


def _put_in_place(draft: Path, path: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())
    # mkstemp keeps its files to their owner; what is exported is as open as any new file.
    mask = os.umask(0)
    os.umask(mask)
    draft.chmod(0o666 & ~mask)
    draft.replace(path)


def read_bytes(path: Path, most: int) -> bytes:
    """All of a file that holds `most` bytes or fewer."""
    try:
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        raise refusal(path, error) from error
    if len(content) > most:
        sentence = _("{name} is larger than {n} MB, more than this format is read with.")
        raise FileError(sentence.format(name=path.name, n=most >> 20))
    return content


def read_head(path: Path) -> bytes:
    """The first 64 KB of a file, by which its kind can be known."""
    try:
        with path.open("rb") as file:
            return file.read(64 << 10)
    except OSError as error:
        raise refusal(path, error) from error


def refusal(path: Path, error: OSError) -> FileError:
    """What to tell the user of a file that the system would not read or write."""
    cause = error.strerror or str(error)
    return FileError(_("{path}: {cause}.").format(path=path, cause=cause))
