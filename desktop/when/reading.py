"""What a person types becomes a `When`, or a sentence that says why it does not."""

import re
from dataclasses import dataclass, replace

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.ambiguity import AmbiguousWhen
from desktop.when.bounds import span_of
from desktop.when.calendar import DAY, civil
from desktop.when.when import When
from desktop.when.wording import in_words
from desktop.when.words.phrases import phrase
from desktop.when.words.said import Context, Said
from desktop.when.words.tokens import cut, tidy
from desktop.when.written import Date, Precision

_EDTF = re.compile(r"[0-9XYTE:./,\[\]{}-][0-9XYTE?~%:./,\[\]{}-]+")
_INSTANT = re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}T[^/]*")
_YEARS_OR_PART = re.compile(r"[0-9]{4}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Reading:
    """A date as it was understood; `note` tells in a sentence what was taken for granted, or ""."""

    when: When
    note: str = ""


def read_words(
    text: str,
    today: When | None = None,
    day_first: bool | None = None,  # noqa: FBT001  -- three answers: yes, no, not asked yet
) -> Reading:
    """The date that `text` says, the whole of it understood; relative words count from `today`.

    `day_first` settles 03/04/2020; where it is None that raises `AmbiguousWhen`.
    """
    edtf = _edtf(text)
    if edtf is not None:
        return Reading(edtf)
    words = tidy(text)
    if not words:
        raise WhenError(_("There is no date here."))
    context = replace(_context(today), day_first=day_first)
    try:
        said = _said(words, context)
    except AmbiguousWhen as question:
        raise _asked_of_the_whole(words, context, question) from question
    return Reading(_when(said), said.note)


def _when(said: Said) -> When:
    """The date, or the refusal of a range that ends before it begins, in words."""
    try:
        return When(said.edtf)
    except WhenError:
        ends = said.edtf.strip("[]").replace("..", "/").split("/")
        if len(ends) != 2 or not all(ends):
            raise
        first, last = (in_words(When(end)) for end in ends)
        raise WhenError(
            _("A range from {first} to {last} ends before it begins.").format(
                first=first, last=last
            )
        ) from None


def _edtf(text: str) -> When | None:
    """The date of a text that is EDTF as it stands; None where it may be anything else."""
    bare = text.strip().replace("−", "-").upper()
    if _INSTANT.fullmatch(bare):
        return When(bare)
    if len(bare) < 4 or not _EDTF.fullmatch(bare) or _YEARS_OR_PART.fullmatch(bare):
        return None
    try:
        return When(bare)
    except WhenError:
        return None


def _context(today: When | None) -> Context:
    """The year of `today`, and its day where it is one."""
    if today is None:
        return Context()
    date = today.written
    if not isinstance(date, Date) or date.precision < Precision.YEAR:
        return Context()
    year = civil(today.bounds.certain_from)[0]
    is_day = date.precision >= Precision.DAY and not date.is_unspecified
    return Context(year, span_of(date)[0] // DAY if is_day else None)


def _said(words: str, context: Context) -> Said:
    said = phrase(cut(words), context)
    if said is None:
        raise WhenError(
            _(
                "“{text}” is not understood as a date. Dates are written like 29 Nov 2024, "
                "March 2020, c. 1066, 44 BC, late 2016 or 1914–1918."
            ).format(text=words if len(words) <= 60 else f"{words[:59]}…")
        )
    return said


def _asked_of_the_whole(words: str, context: Context, question: AmbiguousWhen) -> AmbiguousWhen:
    """The question about a date within a phrase, with readings of the whole phrase."""
    day_first, month_first = (
        _when(_said(words, replace(context, day_first=answer))) for answer in (True, False)
    )
    return AmbiguousWhen(str(question), (day_first, month_first))
