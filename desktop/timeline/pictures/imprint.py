"""What a picture says of itself below: its filter, what it leaves out, of which day its data is."""

from datetime import UTC, datetime
from math import ceil, floor

from desktop.document import Document
from desktop.formats.wanted import filter_in_words
from desktop.i18n import _
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.stage.contents import Contents
from desktop.when import When, in_words


def told_of(document: Document, contents: Contents, scale: TimeScale) -> list[str]:
    """The filter in force, and how many events are not shown and why; [] where all are."""
    filtered = filter_in_words(contents.filter)
    return [line for line in (filtered, _hidden(document, contents, scale)) if line]


def _hidden(document: Document, contents: Contents, scale: TimeScale) -> str:
    total = document.counts().events
    passing = total if contents.matched is None else contents.matched
    tracks = [track.id for track in contents.shown]
    shown = sum(contents.counts.get(track, 0) for track in tracks)
    undated = sum(len(contents.undated.get(track, ())) for track in tracks)
    within = contents.index.within(tracks, floor(scale.start), ceil(scale.stop))
    reasons = (
        (total - passing, _("{n} by the filter")),
        (passing - shown, _("{n} on hidden tracks")),
        (shown - undated - len(within), _("{n} outside this span")),
    )
    causes = [words.format(n=f"{number:,}") for number, words in reasons if number > 0]
    hidden = sum(max(number, 0) for number, _words in reasons)
    if not hidden:
        return ""
    sentence = _("Not shown: {n} of {total} events ({causes})")
    return sentence.format(n=f"{hidden:,}", total=f"{total:,}", causes=", ".join(causes))


def day_of_data(document: Document) -> str:
    """The day of the last change in words; today for a document that keeps no history."""
    kept = [step.time for step in document.history() if not step.is_undone]
    changed = datetime.fromtimestamp(max(kept), UTC) if kept else datetime.now(UTC)
    return in_words(When(changed.astimezone().date().isoformat()))
