"""A `When` in the words of a careful writer."""

from desktop.when.when import When


def in_words(when: When, *, long: bool = False, today: When | None = None) -> str:
    """British wording of a date: `29 Nov 2024`, `c. 1066`, `44 BC`, `late 2016`.

    `long` has month names in full and weekdays for days; the year of `today` is left out.
    """
    return when.edtf
