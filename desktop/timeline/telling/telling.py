"""An event in words: for tooltips, screen readers and the status bar; always plain text."""

from html import escape

from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.errors import DatelineError
from desktop.i18n import _, counted
from desktop.model import Claim, Event, Status
from desktop.timeline.drawing.labels import one_line
from desktop.timeline.stage.stage import Stage
from desktop.when import When, in_words

LONGEST = 90  # characters of a line in a tooltip


def certainty(when: When) -> str:
    """How sure a date is, "" where it is exact."""
    words = []
    if when.is_approximate:
        words.append(_("approximate"))
    if when.is_uncertain:
        words.append(_("uncertain"))
    if when.is_one_of:
        words.append(_("one of several dates"))
    if when.is_open_start:
        words.append(_("start not known"))
    if when.is_open_end:
        words.append(_("end not known"))
    return ", ".join(words)


def status_word(status: str) -> str:
    """A status of `model.STATUSES` in the user's language."""
    words = {
        "reported": _("reported"),
        "claimed": _("claimed"),
        "denied": _("denied"),
        "contested": _("contested"),
        "confirmed": _("confirmed"),
        "planned": _("planned"),
    }
    return words.get(status, "")


def name_of(stage: Stage, event: int) -> str:
    """What a screen reader says: title, date, track, standing."""
    try:
        told = stage.document.event(event)
    except DatelineError:
        return ""
    when = in_words(told.when, long=True) if told.when else _("undated")
    track = stage.tracks[told.track].name if told.track in stage.tracks else ""
    status = status_word(_status(stage, event))
    return ", ".join(part for part in (one_line(told.title), when, track, status) if part)


def tip_lines(stage: Stage, event: int) -> list[str]:
    """What the tooltip of an event says, line by line."""
    told = stage.document.event(event)
    claims = _known_claims(stage, event)
    lines = [one_line(told.title), _when_line(told), status_word(_status(stage, event))]
    lines += [_source_line(stage, claim) for claim in claims[:3]]
    if len(claims) > 3:
        lines.append(counted("{n} more source", "{n} more sources", len(claims) - 3))
    return [_short(line) for line in lines if line]


def _status(stage: Stage, event: int) -> Status:
    """What the claims made of an event by the day that is shown."""
    return stage.contents.statuses([event]).get(event, "")


def _known_claims(stage: Stage, event: int) -> list[Claim]:
    """The claims that could be known on the day that is shown: those of later articles drop out."""
    claims, known = stage.document.claims(event), stage.contents.filter.known
    if known is None:
        return claims
    days = {claim.article: stage.document.article(claim.article).published for claim in claims}
    end = known.bounds.latest
    later = {article for article, day in days.items() if day and day.bounds.earliest >= end}
    return [claim for claim in claims if claim.article not in later]


def _when_line(event: Event) -> str:
    if event.when is None:
        return _("undated")
    sure = certainty(event.when)
    return in_words(event.when, long=True) + (f" ({sure})" if sure else "")


def _source_line(stage: Stage, claim: Claim) -> str:
    title = one_line(stage.document.article(claim.article).title)
    said = one_line(claim.said_by)
    return f"{said} · {title}" if said else title


def _short(line: str) -> str:
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def as_tip(lines: list[str]) -> str:
    """Lines as Qt shows them to the letter: it takes for HTML what looks like a tag."""
    strong, *rest = [escape(line) for line in lines]
    body = "<br>".join([f"<b>{strong}</b>", *rest])
    return f"<p style='white-space:pre'>{body}</p>"


def show_tip(canvas: QWidget, stage: Stage, event: QEvent) -> bool:
    """Show what is under the pointer in words; False for every event that asks for no tooltip."""
    if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
        return False
    hit, chip = stage.hit(event.pos()), stage.chip_at(event.pos())
    key = hit.event if hit else chip.event if chip else 0
    crowd = stage.cluster_at(event.pos())
    if key:
        QToolTip.showText(event.globalPos(), as_tip(tip_lines(stage, key)), canvas)
    elif crowd is not None:
        count = int(stage.frame.cluster_count[crowd])
        lines = [counted("{n} event", "{n} events", count), _("Click to see them one by one")]
        QToolTip.showText(event.globalPos(), as_tip(lines), canvas)
    else:
        QToolTip.hideText()
    return True
