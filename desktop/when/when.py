"""`When`, an uncertain date: EDTF text that has been checked."""

from dataclasses import dataclass

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.bounds import EVER_AFTER, EVER_BEFORE, Bounds, bounds_of
from desktop.when.edtf import canonical, parse
from desktop.when.timex3 import timex3_of
from desktop.when.written import Choice, Date, Interval, Written


@dataclass(frozen=True, slots=True, order=False)
class When:
    """A date, a range or a choice of dates as EDTF says it (ISO 8601-2:2019, with clock times).

    Text that is no such date is refused with a `WhenError`; of two spellings one is kept, so
    equality is that of the text. Two Whens have no order: compare their bounds.
    """

    edtf: str

    def __post_init__(self) -> None:
        text = canonical(self.edtf)
        if not text:
            raise WhenError(_("There is no date here."))
        if text != self.edtf:
            object.__setattr__(self, "edtf", text)
        bounds_of(text)

    def __str__(self) -> str:
        return self.edtf

    @property
    def written(self) -> Written:
        """The date taken apart."""
        return parse(self.edtf)

    @property
    def bounds(self) -> Bounds:
        """The outer span and the certain core, in seconds since 1970."""
        return bounds_of(self.edtf)

    @property
    def is_interval(self) -> bool:
        """True for two ends with a `/`, open ones included."""
        return isinstance(self.written, Interval)

    @property
    def is_approximate(self) -> bool:
        """True where any part is marked `~` or `%`."""
        return any(date.is_approximate for date in self.dates)

    @property
    def is_uncertain(self) -> bool:
        """True where any part is marked `?` or `%`."""
        return any(date.is_uncertain for date in self.dates)

    @property
    def is_open_start(self) -> bool:
        """True where no earliest day is said or known."""
        return self.bounds.earliest == EVER_BEFORE

    @property
    def is_open_end(self) -> bool:
        """True where no latest day is said or known."""
        return self.bounds.latest == EVER_AFTER

    @property
    def is_one_of(self) -> bool:
        """True for a choice in `[]` and for `1984-XX`: one of several dates, not known which."""
        written = self.written
        if isinstance(written, Choice):
            return written.is_one_of
        return isinstance(written, Date) and written.is_unspecified

    @property
    def timex3(self) -> str:
        """The value of a TIMEX3 tag for this date, empty where none can say it."""
        return timex3_of(self.written)

    @property
    def dates(self) -> list[Date]:
        """Every date in it, in the order of the text; open ends are left out."""
        written = self.written
        if isinstance(written, Date):
            return [written]
        if isinstance(written, Interval):
            return [end for end in (written.first, written.last) if isinstance(end, Date)]
        return [end for run in written.runs for end in run if isinstance(end, Date)]
