"""A file's bytes, or one sentence about why they cannot be had."""

import errno
import stat
from pathlib import Path

from desktop.errors import FileError
from desktop.i18n import _

MOST_MEGABYTES = 50


def read_bytes(path: Path) -> bytes:
    """The content of an ordinary file of at most MOST_MEGABYTES."""
    try:
        _check(path)
        with path.open("rb") as file:
            content = file.read((MOST_MEGABYTES << 20) + 1)
    except ValueError as error:  # a NUL in the path
        raise _refusal(path, _("no file can have this name")) from error
    except OSError as error:
        raise _refusal(path, _cause(error)) from error
    if len(content) > MOST_MEGABYTES << 20:
        raise _refusal(path, _("it is larger than {n} MB").format(n=MOST_MEGABYTES))
    if not content.strip():
        raise _refusal(path, _("it is empty"))
    return content


def refusal(name: str, cause: str) -> FileError:
    """The sentence about a file that is left out: its name as one line, and the cause."""
    shown = "".join(letter if letter.isprintable() else "�" for letter in name)
    if len(shown) > 100:
        shown = shown[:60] + "…" + shown[-39:]
    return FileError(_("“{name}” cannot be read: {cause}.").format(name=shown, cause=cause))


def _refusal(path: Path, cause: str) -> FileError:
    return refusal(path.name or str(path), cause)


def _check(path: Path) -> None:
    about = path.stat()
    if stat.S_ISDIR(about.st_mode):
        raise _refusal(path, _("it is a folder"))
    # A pipe or device would be waited for, or read, for ever.
    if not stat.S_ISREG(about.st_mode):
        raise _refusal(path, _("it is not an ordinary file"))


def _cause(error: OSError) -> str:
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return _("there is no such file")
    if error.errno in (errno.EACCES, errno.EPERM):
        return _("you are not allowed to read it")
    return error.strerror or str(error)
