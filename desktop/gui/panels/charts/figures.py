"""What a chart shows, as plain values: its words, its numbers, and both as a table."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from desktop.formats.files import whole_file
from desktop.formats.guard import guarded
from desktop.i18n import _
from desktop.timeline.axis.dating import spell
from desktop.timeline.axis.tick_words import year_words
from desktop.timeline.axis.units import Kind, Unit
from desktop.timeline.counting import Band, Bins, Numbers
from desktop.when import When, in_words
from desktop.when.calendar import civil
from desktop.when.written import Precision

Table = list[list[str]]
_PRECISIONS = {Kind.MONTH: Precision.MONTH, Kind.YEAR: Precision.YEAR}
_FARTHEST = 9999  # the last year that a date in words tells; beyond it the year alone


@dataclass(frozen=True, slots=True, eq=False)
class Stack:
    """Events by track: `counts` has a row for each of `names`, a column for each bin."""

    bins: Bins
    names: tuple[str, ...]
    colours: tuple[str, ...]
    counts: Numbers

    @property
    def title(self) -> str:
        """What is counted."""
        return _("Events per {unit}").format(unit=unit_words(self.bins.unit))

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to draw."""
        return not self.counts.any()

    def told(self, place: int) -> str:
        """One bin in words."""
        some = [
            f"{name} {count}"
            for name, count in zip(self.names, self.counts[:, place].tolist(), strict=True)
            if count
        ]
        return f"{bin_words(self.bins, place)}: " + (", ".join(some) or _("no event"))

    def table(self) -> Table:
        """A row a bin, the total last."""
        rows = [[_("From"), *self.names, _("Total")]]
        for place, counts in enumerate(self.counts.T.tolist()):
            rows.append([bin_edtf(self.bins, place), *map(str, counts), str(sum(counts))])
        return rows


@dataclass(frozen=True, slots=True, eq=False)
class People:
    """How many were killed and injured by bin, from the least to the most that is said."""

    bins: Bins
    killed: Band
    injured: Band

    @property
    def title(self) -> str:
        """What is counted."""
        return _("Killed and injured per {unit}").format(unit=unit_words(self.bins.unit))

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to draw."""
        return not (self.killed.most.any() or self.injured.most.any())

    def told(self, place: int) -> str:
        """One bin in words."""
        words = _("{when}: {killed} killed, {injured} injured")
        killed, injured = (_range_words(band, place) for band in (self.killed, self.injured))
        return words.format(when=bin_words(self.bins, place), killed=killed, injured=injured)

    def table(self) -> Table:
        """A row a bin."""
        rows = [
            [
                _("From"),
                _("Killed, least"),
                _("Killed, most"),
                _("Injured, least"),
                _("Injured, most"),
            ]
        ]
        for place in range(len(self.bins)):
            numbers = (
                end[place]
                for band in (self.killed, self.injured)
                for end in (band.least, band.most)
            )
            rows.append([bin_edtf(self.bins, place), *(str(int(number)) for number in numbers)])
        return rows


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Claims by source and track: `counts` has a row a source, most claims first."""

    sources: tuple[str, ...]
    names: tuple[str, ...]
    colours: tuple[str, ...]
    counts: Numbers

    @property
    def title(self) -> str:
        """What is counted."""
        return _("Claims by source, of the events in view")

    @property
    def is_empty(self) -> bool:
        """True where there is nothing to draw."""
        return not self.sources

    def told(self, place: int) -> str:
        """One source in words."""
        return f"{self.sources[place]}: {int(self.counts[place].sum())}"

    def table(self) -> Table:
        """A row a source, the total last."""
        rows = [[_("Source"), *self.names, _("Total")]]
        for source, counts in zip(self.sources, self.counts.tolist(), strict=True):
            rows.append([source, *map(str, counts), str(sum(counts))])
        return rows


Figures = Stack | People | Sources


def unit_words(unit: Unit) -> str:
    """The unit after "per"."""
    if unit.step > 1:
        return _("{n} years").format(n=f"{unit.step:,}")
    names = {Kind.DAY: _("day"), Kind.WEEK: _("week"), Kind.MONTH: _("month")}
    return names.get(unit.kind, _("year"))


def bin_words(bins: Bins, place: int) -> str:
    """When a bin is, as people write it."""
    start, stop = int(bins.edges[place]), int(bins.edges[place + 1])
    if bins.unit.step > 1:
        return f"{year_words(civil(start)[0])} – {year_words(civil(stop - 1)[0])}"
    words = date_words(start, bins.unit.kind)
    return _("week of {day}").format(day=words) if bins.unit.kind is Kind.WEEK else words


def date_words(instant: int, kind: Kind = Kind.DAY) -> str:
    """A day, or the month or year of it, in words."""
    year = civil(instant)[0]
    if kind is Kind.YEAR or abs(year) > _FARTHEST:
        return year_words(year)
    return in_words(When(spell(instant, _PRECISIONS.get(kind, Precision.DAY))))


def bin_edtf(bins: Bins, place: int) -> str:
    """The first day, month or year of a bin, for a table that goes on into other programs."""
    return spell(int(bins.edges[place]), _PRECISIONS.get(bins.unit.kind, Precision.DAY))


def as_text(table: Table) -> str:
    """A table for the clipboard: tabs between cells that have none, so that columns hold."""
    return "\n".join("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in table)


def write_table(table: Table, path: Path) -> None:
    """Write a table as CSV for spreadsheets; no cell of it is taken for a formula."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(
        [guarded(cell) for cell in row] for row in table
    )
    with whole_file(path) as draft:
        draft.write_bytes(text.getvalue().encode("utf-8-sig"))


def _range_words(band: Band, place: int) -> str:
    least, most = int(band.least[place]), int(band.most[place])
    return str(least) if least == most else f"{least}–{most}"
