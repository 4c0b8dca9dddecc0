"""What holds the hand, in words."""

from dataclasses import dataclass

from desktop.i18n import _
from desktop.timeline.drawing.labels import one_line
from desktop.timeline.stage.contents import Contents
from desktop.timeline.stage.snap import Snapped


@dataclass(frozen=True, slots=True)
class Held:
    """A second to which the hand is held, and what it is in words."""

    seconds: int
    name: str
    event: int | None = None


def named(found: Snapped, contents: Contents) -> Held:
    """A boundary by its own name, an end of an event by the event's title."""
    if found.event is None:
        return Held(found.seconds, found.name)
    title = one_line(contents.titles([found.event]).get(found.event, ""))
    words = _("start of {title}") if found.is_start else _("end of {title}")
    return Held(found.seconds, words.format(title=title), found.event)
