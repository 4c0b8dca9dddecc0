"""What each format can hold, in one table; and what of a very document it cannot, counted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from desktop.document import Document
from desktop.formats.rows import Gathered, extra_of, gather
from desktop.formats.spans import first_day, is_exact, last_day
from desktop.formats.wanted import Wanted
from desktop.i18n import _, counted
from desktop.model import Claim, Event, Track
from desktop.when.written import Date, Precision

LONGEST_CELL = 32_767  # letters that a spreadsheet's cell can have
_YEARS = range(1, 10_000)

Count = Callable[[Gathered], int]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing that a timeline may hold; `words` gives "3 links" for a number."""

    id: str
    name: str
    words: Callable[[int], str]
    count: Count


@dataclass(frozen=True, slots=True)
class Loss:
    """So many things of a kind that a format cannot hold; `is_told` where it says them in words."""

    kind: Kind
    number: int
    is_told: bool

    @property
    def words(self) -> str:
        """As a sentence lists it."""
        said = self.kind.words(self.number)
        return _("{things} (told in words)").format(things=said) if self.is_told else said


def _events(fits: Callable[[Event], object]) -> Count:
    return lambda gathered: sum(bool(fits(event)) for event in gathered.events)


def _claims(fits: Callable[[Claim], object]) -> Count:
    return lambda gathered: sum(
        bool(fits(claim)) for claims in gathered.claims.values() for claim in claims
    )


def _is_outside(event: Event) -> bool:
    """Before AD 1 or after 9999: years that most programs cannot write."""
    when = event.when
    return when is not None and not all(day(when)[0] in _YEARS for day in (first_day, last_day))


def _has_clock(event: Event) -> bool:
    written = event.when.dates if event.when else ()
    return any(isinstance(date, Date) and date.precision >= Precision.MINUTE for date in written)


def _has_dead(claim: Claim) -> bool:
    counts = (claim.killed_min, claim.killed_max, claim.injured_min, claim.injured_max)
    return any(count is not None for count in counts)


def _number_of_tracks(gathered: Gathered) -> int:
    return len(gathered.tracks)


def _is_grouped(track: Track) -> bool:
    return track.parent is not None


def _unquoted(gathered: Gathered) -> int:
    quoted = {claim.article for claims in gathered.claims.values() for claim in claims}
    return len(gathered.articles.keys() - quoted)


KINDS: tuple[Kind, ...] = (
    Kind("events", _("events"), lambda n: counted("{n} event", "{n} events", n),
         lambda gathered: len(gathered.events)),
    Kind("titles", _("titles"), lambda n: counted("{n} title", "{n} titles", n),
         _events(lambda event: event.title)),
    Kind("undated", _("events without a date"),
         lambda n: counted("{n} event without a date", "{n} events without a date", n),
         _events(lambda event: event.when is None)),
    Kind("uncertain", _("uncertain dates"),
         lambda n: counted("{n} uncertain date", "{n} uncertain dates", n),
         _events(lambda event: event.when and not is_exact(event.when))),
    Kind("open", _("dates without beginning or end"),
         lambda n: counted("{n} date without beginning or end",
                           "{n} dates without beginning or end", n),
         _events(lambda event: event.when and (event.when.is_open_start
                                               or event.when.is_open_end))),
    Kind("ancient", _("years before AD 1 or after 9999"),
         lambda n: counted("{n} date before AD 1 or after 9999",
                           "{n} dates before AD 1 or after 9999", n),
         _events(_is_outside)),
    Kind("clock", _("clock times"), lambda n: counted("{n} clock time", "{n} clock times", n),
         _events(_has_clock)),
    Kind("quotes", _("claims and their quotes"), lambda n: counted("{n} claim", "{n} claims", n),
         _claims(lambda claim: True)),
    Kind("denials", _("claims of denial or doubt"),
         lambda n: counted("{n} claim of denial or doubt", "{n} claims of denial or doubt", n),
         _claims(lambda claim: claim.stance in ("denies", "doubts"))),
    Kind("speakers", _("who said it"),
         lambda n: counted("{n} name of who said it", "{n} names of who said it", n),
         _claims(lambda claim: claim.said_by)),
    Kind("dead", _("counts of the dead and injured"),
         lambda n: counted("{n} count of the dead or injured",
                           "{n} counts of the dead or injured", n),
         _claims(_has_dead)),
    Kind("links", _("links"), lambda n: counted("{n} link", "{n} links", n),
         lambda gathered: sum(map(len, gathered.links.values()))),
    Kind("tags", _("tags"), lambda n: counted("tags of {n} event", "tags of {n} events", n),
         lambda gathered: sum(bool(names) for names in gathered.tags.values())),
    Kind("notes", _("notes"), lambda n: counted("{n} note", "{n} notes", n),
         _events(lambda event: event.note)),
    Kind("places", _("names of places"),
         lambda n: counted("{n} name of a place", "{n} names of places", n),
         _events(lambda event: event.place)),
    Kind("coordinates", _("coordinates"),
         lambda n: counted("coordinates of {n} event", "coordinates of {n} events", n),
         _events(lambda event: event.latitude is not None)),
    Kind("importance", _("importance"),
         lambda n: counted("importance of {n} event", "importance of {n} events", n),
         _events(lambda event: event.importance != 5)),
    Kind("statuses", _("statuses set by hand"),
         lambda n: counted("{n} status set by hand", "{n} statuses set by hand", n),
         _events(lambda event: event.status)),
    Kind("colours", _("events' own colours"),
         lambda n: counted("{n} event's own colour", "{n} events' own colours", n),
         _events(lambda event: event.colour)),
    Kind("foreign", _("columns of imported tables"),
         lambda n: counted("imported columns of {n} event", "imported columns of {n} events", n),
         _events(lambda event: any(extra_of(event).values()))),
    Kind("long", _("texts of more than 32,767 letters"),
         lambda n: counted("the end of {n} very long note", "the ends of {n} very long notes", n),
         _events(lambda event: len(event.note) > LONGEST_CELL)),
    Kind("pictures", _("pictures"), lambda n: counted("{n} picture", "{n} pictures", n),
         _events(lambda event: event.picture)),
    Kind("looks", _("looks and order of tracks"),
         lambda n: counted("look of {n} track", "looks and order of {n} tracks", n),
         _number_of_tracks),
    Kind("groups", _("groups of tracks"),
         lambda n: counted("{n} track's place in a group", "{n} tracks' places in groups", n),
         lambda gathered: sum(map(_is_grouped, gathered.tracks.values()))),
    Kind("texts", _("articles' texts"),
         lambda n: counted("the text of {n} article", "the texts of {n} articles", n),
         lambda gathered: sum(bool(one.text) for one in gathered.articles.values())),
    Kind("unquoted", _("articles that no event quotes"),
         lambda n: counted("{n} article that no event quotes",
                           "{n} articles that no event quotes", n),
         _unquoted),
    Kind("originals", _("articles' original files"),
         lambda n: counted("{n} original file of an article", "{n} original files of articles", n),
         lambda gathered: sum(bool(one.file) for one in gathered.articles.values())),
)  # fmt: skip

_ALL = frozenset(kind.id for kind in KINDS)
_BESIDE_EVENTS = frozenset({"events", "texts", "originals"})


def _ids(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEVER = _ids("pictures originals")
_OF_TABLES = _ALL - _NEVER - _ids("looks texts unquoted")
_CALENDAR = _ids("events titles uncertain open clock tags notes places coordinates long")
HELD: Mapping[str, frozenset[str]] = {
    "csv": _OF_TABLES,
    "json": _ALL - _NEVER,
    "xlsx": _OF_TABLES - {"long"},
    "html": _ids(""),
    "markdown": _ids(""),
    "ical": _CALENDAR,
    "timelinejs": _ids("events titles uncertain open ancient clock notes long"),
    "timelinejs-json": _ids("events titles uncertain open ancient clock notes long"),
    "acled": _ids("events tags places coordinates long"),
    "ucdp": _ids("events undated places coordinates dead speakers"),
    "csl": _ids("unquoted"),
}
"""What comes back when the file is read again, by the id of the format."""
_FOR_READERS = _ids(
    "events titles undated uncertain open ancient clock quotes denials speakers dead notes places "
    "statuses long"
)
TOLD: Mapping[str, frozenset[str]] = {
    "xlsx": _ids("unquoted"),
    "html": _FOR_READERS | _ids("links tags colours"),
    "markdown": _FOR_READERS,
    "ical": _ids("quotes"),
    "timelinejs": _ids("quotes"),
    "timelinejs-json": _ids("quotes"),
    "acled": _ids("titles notes dead"),
    "ucdp": _ids("titles notes long"),
}
"""What the file only says to its reader."""


_NEEDS_A_DATE = frozenset({"timelinejs", "timelinejs-json"})


class Stock:
    """How much of each kind the wanted part of a document has, counted once for all formats."""

    def __init__(self, document: Document, wanted: Wanted | None = None) -> None:
        gathered = gather(document, wanted)
        self._numbers = {kind.id: kind.count(gathered) for kind in KINDS}

    def number(self, kind: str) -> int:
        """How many there are of a kind."""
        return self._numbers[kind]

    def losses(self, form: str) -> list[Loss]:
        """What a format would lose: first what it drops, then what it only tells in words."""
        held, told = HELD[form], TOLD.get(form, frozenset())
        is_of_events = "events" in held | told
        lost = [
            Loss(kind, self._numbers[kind.id], kind.id in told)
            for kind in KINDS
            if kind.id not in held and self._numbers[kind.id]
            if is_of_events or kind.id in _BESIDE_EVENTS
        ]
        if form in ("html", "markdown"):
            # Nothing comes back from these, which their reader knows.
            lost = [loss for loss in lost if not loss.is_told]
        return sorted(lost, key=lambda loss: loss.is_told)

    def sentence(self, form: str, name: str) -> str:
        """What the user is told before the export; "" where nothing is lost."""
        lost = self.losses(form)
        sentences = []
        if lost:
            listed = ", ".join(loss.words for loss in lost)
            sentences.append(
                _("{format} cannot hold: {losses}.").format(format=name, losses=listed)
            )
        if form in _NEEDS_A_DATE and self._numbers["events"] == self._numbers["undated"]:
            sentences.append(_("It shows nothing without an event that has a date."))
        return " ".join(sentences)


def help_table(forms: Iterable[str]) -> str:
    """The table for the help, in Markdown."""
    shown = list(forms)
    lines = ["| | " + " | ".join(f"`{form}`" for form in shown) + " |",
             "|---|" + ":-:|" * len(shown)]  # fmt: skip
    for kind in KINDS:
        signs = (_sign(form, kind.id) for form in shown)
        lines.append(f"| {kind.name} | " + " | ".join(signs) + " |")
    return "\n".join(lines)


def _sign(form: str, kind: str) -> str:
    if kind in HELD[form]:
        return "●"
    return "○" if kind in TOLD.get(form, ()) else "–"
