"""The language of the user: `_` turns an English sentence into theirs."""

import gettext

# Without pathlib, which would be an eighth of what loading the date finder takes.
_house = __file__.rpartition("desktop")[0]
_catalogue = gettext.translation("dateline", f"{_house}resources/locale", fallback=True)


def _(text: str) -> str:
    """`text` in the user's language, or as it stands where nobody has translated it."""
    return _catalogue.gettext(text)


def counted(one: str, many: str, number: int) -> str:
    """The form for `number`, in which `{n}` stands for the number itself."""
    return _catalogue.ngettext(one, many, number).format(n=number)
