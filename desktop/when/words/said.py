"""What a phrase, or a part of one, was found to say."""

from dataclasses import dataclass, replace
from enum import Enum

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.calendar import days_in_month
from desktop.when.english import MONTHS
from desktop.when.spelling import show_year, spell_year


class Source(Enum):
    """Where the year and the day of a date come from."""

    WRITTEN = 0
    COUNTED = 1  # from today, as the words say
    BORROWED = 2  # of today, because the words do not say


@dataclass(frozen=True, slots=True)
class Said:
    """EDTF text, and in `note` what was taken for granted to get there."""

    edtf: str
    note: str = ""
    source: Source = Source.WRITTEN

    def noting(self, note: str) -> "Said":
        """The same with one more sentence in its note."""
        return replace(self, note=f"{self.note} {note}".strip())

    @property
    def is_interval(self) -> bool:
        """True for two ends."""
        return "/" in self.edtf


@dataclass(frozen=True, slots=True)
class Context:
    """What the phrase is read against: a year and a day (since 1970), None where not known."""

    year: int | None = None
    day: int | None = None
    day_first: bool | None = None

    def day_for(self, text: str) -> int:
        """The day that relative words count from; refused where none was given."""
        if self.day is None:
            raise WhenError(
                _("“{text}” counts from a day, and none is known here; write the date.").format(
                    text=text
                )
            )
        return self.day


def checked_day(year: int, month: int, day: int) -> str:
    """The EDTF text of a day that a person wrote; one that the month lacks is refused."""
    length = days_in_month(year, month)
    if 1 <= day <= length:
        return f"{spell_year(year)}-{month:02d}-{day:02d}"
    place = f"{MONTHS[month - 1]} {show_year(year)}"
    raise WhenError(
        _("{day} {place}: {place} has {n} days.").format(day=day, place=place, n=length)
    )
