"""Uncertain time: one grammar, EDTF, from what a person types to what is drawn and exported."""

from desktop.when.ambiguity import AmbiguousWhen
from desktop.when.bounds import EVER_AFTER, EVER_BEFORE, Bounds
from desktop.when.reading import Reading, read_words
from desktop.when.shift import moved, resized, spanning
from desktop.when.when import When
from desktop.when.wording import in_words

__all__ = [
    "EVER_AFTER",
    "EVER_BEFORE",
    "AmbiguousWhen",
    "Bounds",
    "Reading",
    "When",
    "in_words",
    "moved",
    "read_words",
    "resized",
    "spanning",
]
