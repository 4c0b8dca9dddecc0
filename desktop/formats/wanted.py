"""What an export is to hold: which events, and how a table is to be written."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from desktop.document import Document, Filter
from desktop.i18n import _
from desktop.model import Article
from desktop.when import When, in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """All events, or those with these ids, of them those that `filter` lets through.

    A table `is_for_spreadsheet` has no cell that a spreadsheet would run as a formula.
    """

    events: Iterable[int] | None = None
    filter: Filter = field(default_factory=Filter)
    is_for_spreadsheet: bool = False

    def ids(self, document: Document) -> list[int] | None:
        """The events that are wanted; None for all of them. A wrong filter is refused."""
        given = None if self.events is None else list(self.events)
        if not self.filter:
            return given
        today = When(date.today().isoformat())
        matching = [int(event) for event in document.matching(self.filter, today).tolist()]
        if given is None:
            return matching
        among = set(matching)
        return [event for event in given if event in among]

    def knows(self, article: Article) -> bool:
        """True where an article may have been out by the end of the day that the filter names."""
        known = self.filter.known
        if known is None or article.published is None:
            return True
        return article.published.bounds.earliest < known.bounds.latest

    @property
    def told(self) -> str:
        """The filter as a file names it; "" for none."""
        return filter_in_words(self.filter)


def filter_in_words(wanted: Filter) -> str:
    """A filter as a picture or a file names it; "" for none."""
    parts = []
    if wanted.words.strip():
        parts.append(_("Filter: {words}").format(words=" ".join(wanted.words.split())))
    if wanted.known is not None:
        parts.append(_("As known on {day}").format(day=in_words(wanted.known)))
    return " · ".join(parts)
