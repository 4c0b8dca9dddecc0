"""The marks of a date: about (`~`), perhaps (`?`), both (`%`)."""

from dataclasses import replace

from desktop.errors import WhenError
from desktop.i18n import _
from desktop.when.words.dates import Tokens
from desktop.when.words.said import Said
from desktop.when.words.tokens import kinds_of

_SIGNS = {"A": "~", "~": "~", "Q": "~", "U": "?", "?": "?"}


def unmarked(tokens: Tokens) -> tuple[str, Tokens]:
    """The signs that stand before and behind a date, and the tokens between them."""
    kinds = kinds_of(tokens)
    first = len(kinds) - len(kinds.lstrip("AU~?"))
    last = max(first, len(kinds.rstrip("~?")))
    # “Nearly” stays with its length of time, to which it means more than “about”.
    around = kinds[: first + 1] + kinds[last:]
    signs = {_SIGNS[kind] for kind in around if kind in _SIGNS}
    return "".join(sorted(signs)), tokens[first:last]


def marked(said: Said, signs: str) -> Said:
    """The date with the signs, on both ends of an interval."""
    if not signs:
        return said
    if said.edtf[0] in "[{":
        raise WhenError(_("“About” and “perhaps” cannot go with a choice of dates."))
    ends = [_end(end, signs) for end in said.edtf.split("/")]
    return replace(said, edtf="/".join(ends))


def _end(text: str, signs: str) -> str:
    bare = text.rstrip("?~%")
    has = signs + text[len(bare) :]
    if "%" in has or ("?" in has and "~" in has):
        return f"{bare}%"
    return bare + has[0]
