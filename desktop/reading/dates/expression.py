"""What the date finder gives: words of a text and the time that they mean."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["date", "time", "duration", "set"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """The words [start, end) in code points, what they mean, and why.

    `edtf` is "" where no calendar date is meant, `timex3` is a TimeML value; `others` are the other
    readings in EDTF, likeliest first; `anchor` is the EDTF date that the words were read against.
    """

    start: int
    end: int
    text: str
    kind: Kind
    edtf: str
    timex3: str
    rule: str
    anchor: str = ""
    confidence: float = 1.0
    others: tuple[str, ...] = ()
    why: str = ""
