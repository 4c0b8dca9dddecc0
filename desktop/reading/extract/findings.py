"""What a reader finds in a file, as plain values that may cross from the worker."""

from dataclasses import dataclass, field
from typing import Self


@dataclass(frozen=True, slots=True)
class Sourced:
    """A value, where it was found, and how sure it is (0 to 1); the empty value is false."""

    value: str = ""
    source: str = ""
    confidence: float = 0.0

    def __bool__(self) -> bool:
        return bool(self.value)

    def or_else(self, other: Self) -> Self:
        """The same where it has a value, else `other`."""
        return self if self.value else other


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """An article's text and what is known of it; `published` is EDTF.

    `pages` are the code points at which the second and later pages of a PDF begin.
    """

    text: str
    title: Sourced = field(default_factory=Sourced)
    published: Sourced = field(default_factory=Sourced)
    byline: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    pages: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
