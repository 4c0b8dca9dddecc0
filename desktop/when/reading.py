"""What a person types becomes a `When`, or a sentence that says why it does not."""

from dataclasses import dataclass

from desktop.errors import WhenError
from desktop.when.when import When


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as it was understood; `note` tells in a sentence what was taken for granted, or ""."""

    when: When
    note: str = ""


class AmbiguousWhen(WhenError):
    """Day and month may stand in either order; `readings` has the day-first one, then the other."""

    def __init__(self, sentence: str, readings: tuple[When, When]) -> None:
        super().__init__(sentence)
        self.readings = readings


def read_words(text: str, today: When | None = None, day_first: bool | None = None) -> Reading:
    """The date that `text` says, the whole of it understood; relative words count from `today`.

    `day_first` settles 03/04/2020; where it is None that raises `AmbiguousWhen`.
    """
    return Reading(When(text.strip()))
