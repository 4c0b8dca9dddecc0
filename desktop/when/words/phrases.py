"""Whole phrases: a marked date, before and after, ranges, choices."""

from collections.abc import Callable
from dataclasses import replace

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.bounds import bounds_of, span_of
from desktop.when.calendar import DAY
from desktop.when.edtf import date_of
from desktop.when.spelling import spell_instant
from desktop.when.words.clock import in_daypart
from desktop.when.words.dates import Tokens
from desktop.when.words.marks import marked, unmarked
from desktop.when.words.plain import plain
from desktop.when.words.ranges import interval_of, join, start_of, stop_of
from desktop.when.words.said import Context, Said
from desktop.when.words.tokens import kinds_of
from desktop.when.written import Precision


def phrase(tokens: Tokens, context: Context) -> Said | None:
    """What the whole phrase says, or None where it is not understood."""
    kinds = kinds_of(tokens)
    if not kinds:
        return None
    for signs, read in _BUILDS:
        if any(kind in signs for kind in kinds[1:]):
            return read(tokens, kinds, context)
    if kinds[0] in _OPENINGS:
        said = _one(tokens[1:], context)
        return _OPENINGS[kinds[0]](said) if said else None
    if kinds[-1] == "o":
        said = _one(tokens[:-1], context)
        return _behind(tokens[-1].value)(said) if said else None
    return _one(tokens, context)


def _one(tokens: Tokens, context: Context) -> Said | None:
    """One date with its marks."""
    signs, rest = unmarked(tokens)
    said = plain(rest, context)
    return marked(said, signs) if said else None


def _since(said: Said) -> Said:
    return replace(said, edtf=f"{start_of(said)}/..")


def _until(said: Said) -> Said:
    return replace(said, edtf=f"../{stop_of(said)}")


def _by(said: Said) -> Said:
    return said.noting(_("“By” is read as the date itself; “before” and “until” say more."))


def _no_later(said: Said) -> Said:
    return replace(said, edtf=f"[..{stop_of(said)}]")


def _no_earlier(said: Said) -> Said:
    return replace(said, edtf=f"[{start_of(said)}..]")


def _before(said: Said) -> Said:
    """One date up to the last unit before it: before March 2020 is February or earlier."""
    text, mark = _parted(start_of(said))
    date = date_of(text)
    return replace(
        said, edtf=f"[..{spell_instant(span_of(date)[0] - 1, _unit(date.precision))}{mark}]"
    )


def _after(said: Said) -> Said:
    """One date from the next unit on; after a clock time, from its stroke on."""
    text, mark = _parted(stop_of(said))
    date = date_of(text)
    start, stop = span_of(date)
    instant = start if date.precision > Precision.DAY else stop
    return replace(said, edtf=f"[{spell_instant(instant, _unit(date.precision))}{mark}..]")


def _parted(text: str) -> tuple[str, str]:
    bare = text.rstrip("?~%")
    return bare, text[len(bare) :]


def _unit(precision: Precision) -> Precision:
    if precision is Precision.PART:
        return Precision.MONTH
    return max(precision, Precision.YEAR)


_OPENINGS: dict[str, Callable[[Said], Said]] = {
    "s": _since, "f": _since, "u": _until, "t": _until, "y": _by, "B": _before, "F": _after,
    "G": _no_later, "g": _no_earlier,
}  # fmt: skip


def _behind(sign: int) -> Callable[[Said], Said]:
    return (_since, _no_earlier, _no_later)[sign]


def _parts(tokens: Tokens, kinds: str, signs: str) -> list[Tokens]:
    """The tokens between the separators."""
    parts: list[Tokens] = [()]
    for token, kind in zip(tokens, kinds, strict=True):
        if kind in signs:
            parts.append(())
        else:
            parts[-1] += (token,)
    return parts


def _choice(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`28 or 29 November 2024`: one of them."""
    return _listed(tokens[kinds[0] == "r" :], "|", "[]", context)


def _between_or_all(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`between 1914 and 1918` is one date from here to there, `1914 and 1916` are both."""
    if kinds[0] != "b":
        return _listed(tokens, "&", "{}", context)
    parts = _parts(tokens[1:], kinds[1:], "&-")
    if len(parts) != 2:
        return None
    said = interval_of(*join(parts[0], parts[1], context))
    note = _("It is one date in that time; for the whole of it write “from … to …”.")
    return replace(said, edtf=f"[{said.edtf.replace('/', '..')}]").noting(note)


def _listed(tokens: Tokens, sign: str, brackets: str, context: Context) -> Said | None:
    *others, last = _parts(tokens, kinds_of(tokens), sign)
    pairs = [join(other, last, context) for other in others]
    saids = [first for first, _last in pairs] + [pairs[-1][1]]
    texts = {said.edtf.replace("/", "..") for said in saids}
    ordered = sorted(texts, key=lambda text: bounds_of(f"[{text}]").earliest)
    notes = " ".join(dict.fromkeys(said.note for said in saids if said.note))
    return replace(saids[0], edtf=f"{brackets[0]}{','.join(ordered)}{brackets[1]}", note=notes)


def _range(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`1914–1918`, `from March to May 2020`, `2011 – present`."""
    if kinds[0] == "V" and kinds.count("V") == 1:
        return _night(tokens, kinds, context)
    winter = _one(tokens, context) if "P" in kinds else None
    return winter or _from_to(tokens, kinds, context)


def _from_to(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    if kinds[0] in "fs":
        tokens, kinds = tokens[1:], kinds[1:]
    parts = _parts(tokens, kinds, "-/tu")
    if len(parts) != 2 or not parts[0] or not parts[1]:
        return None
    if "/" in kinds and any(not _is_year_or_iso(part) for part in parts):
        return None
    first, last = parts
    if kinds_of(last) in ("e", "x"):
        said = _one(first, context)
        end = ".." if kinds_of(last) == "e" else ""
        return replace(said, edtf=f"{start_of(said)}/{end}") if said else None
    if kinds_of(first) == "x":
        said = _one(last, context)
        return replace(said, edtf=f"/{stop_of(said)}") if said else None
    return interval_of(*join(first, last, context))


def _night(tokens: Tokens, kinds: str, context: Context) -> Said | None:
    """`night of 5–6 June 1944`: the one between two days."""
    parts = _parts(tokens[1:], kinds[1:], "-/t")
    if len(parts) != 2:
        return None
    first, last = join(parts[0], parts[1], context)
    night, days = in_daypart(first, 3), bounds_of(interval_of(first, last).edtf)
    if tokens[0].value == 3 and night is not None and days.latest - days.earliest == 2 * DAY:
        return night
    raise WhenError(
        _("“{text}” goes with one day, or the night with two.").format(text=tokens[0].text)
    )


def _is_year_or_iso(tokens: Tokens) -> bool:
    """True for what a slash may part, as EDTF does; 27/28 May is left to the user to spell out."""
    return kinds_of(tokens) == "I" or (kinds_of(tokens) == "N" and len(tokens[0].text) == 4)


_BUILDS: tuple[tuple[str, Callable[[Tokens, str, Context], Said | None]], ...] = (
    ("|", _choice),
    ("&", _between_or_all),
    ("-/tu", _range),
)
