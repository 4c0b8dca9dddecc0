"""What can go wrong in a user's hands: one family, each with a sentence fit for them."""

from pathlib import Path
from typing import Literal

Why = Literal["time", "memory", "size", "broken", "cancelled"]


class DatelineError(Exception):
    """What was asked for cannot be done; `str(error)` says what and where, for the user."""


class WhenError(DatelineError, ValueError):
    """Words that are no date, or a date that no calendar holds."""


class LockedError(DatelineError):
    """The track is locked, so nothing on it may change."""


class ReadOnlyError(DatelineError):
    """The document may be looked at but not changed."""


class FileError(DatelineError):
    """A file cannot be read or written; the sentence names it and the true cause."""


class RefusedError(FileError):
    """A full, failing or missing disk refused a change: nothing of it was made.

    `may_pass` where another program only has the file for a moment.
    """

    def __init__(self, sentence: str, *, may_pass: bool = False) -> None:
        super().__init__(sentence)
        self.may_pass = may_pass


class CancelledError(DatelineError):
    """The user ended some work; nothing of it was kept."""


class StrangeFileError(FileError):
    """A file is damaged or holds what is not ours: its readable rows can be rescued."""

    def __init__(self, sentence: str, path: Path | None = None) -> None:
        super().__init__(sentence)
        self.path = path


class WorkerError(DatelineError):
    """Work in a process of its own did not end well; `cause` is for the log, not for the user."""

    def __init__(self, sentence: str, why: Why = "broken", cause: str = "") -> None:
        super().__init__(sentence)
        self.why: Why = why
        self.cause = cause
