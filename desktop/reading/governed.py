"""What is known of the date of some words; told apart from finding it, which takes the grammar."""

from dataclasses import dataclass

from desktop.when import When


@dataclass(frozen=True, slots=True)
class Governing:
    """The date that some words are taken to have, why, and the words that say so, if any."""

    when: When
    why: str
    first: int | None = None
    last: int | None = None
