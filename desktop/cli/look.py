"""What the command line may ask of a picture."""

from typing import TypedDict


class Look(TypedDict):
    """How a picture is to look; a height of 0 is what fits, no paper is one page of its size."""

    width: int
    height: int
    scale: float
    dpi: int
    theme: str
    transparent: bool
    title: bool
    legend: bool
    dated: bool
    span: str
    paper: str
    portrait: bool
    across: int
