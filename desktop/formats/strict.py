"""What a stranger's JSON may not say, although Python would read it."""

from desktop.i18n import _


def refuse_constant(word: str) -> None:
    """Refuse NaN and Infinity, which no JSON has, with a ValueError."""
    raise ValueError(_("{word} is no number").format(word=word))
