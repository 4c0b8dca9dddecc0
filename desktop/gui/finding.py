"""What the search finds: commands, events, articles, tracks and days, best first."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from desktop.document import Document
from desktop.errors import WhenError
from desktop.i18n import _
from desktop.model import Selection
from desktop.when import When, in_words, read_words

_MOST = 40
_MOST_TEXTS = 20


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the results: its words, what it is, and what Enter does with it."""

    words: str
    hint: str
    icon: str
    run: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Paths:
    """Where a result leads: into the hand, to an event or a day in sight, or to a command."""

    select: Callable[[Selection], None]
    show: Callable[[int], None]
    go_to: Callable[[When], None]
    commands: Callable[[], Iterable[Found]]


def fit(wanted: str, words: str) -> int:
    """How well `words` answer what was typed: 0 where a letter is missing, else more is better.

    Letters must come in order; those that start a word or follow each other weigh more.
    """
    folded, place, score, run = words.casefold(), 0, 1, 0
    for letter in wanted.casefold().replace(" ", ""):
        found = folded.find(letter, place)
        if found < 0:
            return 0
        starts = found == 0 or not folded[found - 1].isalnum()
        run = run + 1 if found == place else 0
        score += 8 * starts + 4 * run - min(found - place, 6)
        place = found + 1
    return max(score, 1) + 20 * folded.startswith(wanted.casefold())


def find(document: Document, wanted: str, paths: Paths) -> list[Found]:
    """The results for what was typed; the commands alone where nothing was."""
    wanted = wanted.strip()
    commands = list(paths.commands())
    if not wanted:
        return commands[:_MOST]
    ranked = sorted(commands, key=lambda one: -fit(wanted, one.words))
    good = [one for one in ranked if fit(wanted, one.words) > len(wanted)]
    tracks = list(_tracks(document, wanted, paths))
    days, texts = _days(wanted, paths), _texts(document, wanted, paths)
    return [*days, *good[:8], *tracks, *texts][:_MOST]


def _days(wanted: str, paths: Paths) -> list[Found]:
    try:
        when = read_words(wanted).when
    except WhenError:
        return []
    words = _("Go to {date}").format(date=in_words(when))
    return [Found(words, _("day"), "calendar-search", partial(paths.go_to, when))]


def _tracks(document: Document, wanted: str, paths: Paths) -> Iterator[Found]:
    for track in document.tracks():
        if wanted.casefold() in track.name.casefold():
            chosen = Selection(track=track.id)
            yield Found(track.name, _("track"), "stack-2", partial(paths.select, chosen))


def _texts(document: Document, wanted: str, paths: Paths) -> list[Found]:
    found = []
    for hit in document.search(wanted, _MOST_TEXTS):
        if hit.kind == "event":
            run = partial(paths.show, hit.id)
            found.append(Found(hit.title, _("event"), "timeline-event", run))
        else:
            run = partial(paths.select, Selection(article=hit.id))
            found.append(Found(hit.title, _("article"), "news", run))
    return found
