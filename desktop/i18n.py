"""The language of the user: `_` turns an English sentence into theirs."""

import gettext
from pathlib import Path

_catalogue = gettext.translation(
    "dateline", Path(__file__).parent.parent / "resources" / "locale", fallback=True
)


def _(text: str) -> str:
    """`text` in the user's language, or as it stands where nobody has translated it."""
    return _catalogue.gettext(text)


def counted(one: str, many: str, number: int) -> str:
    """The form for `number`, in which `{n}` stands for the number itself."""
    return _catalogue.ngettext(one, many, number).format(n=number)
