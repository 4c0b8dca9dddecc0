"""The one question that a date may ask back: which of two numbers is the day."""

from desktop.errors import WhenError
from desktop.when.when import When


class AmbiguousWhen(WhenError):  # noqa: N818  -- named for what the user is asked, not for a fault
    """Day and month may stand in either order: `readings` has the day-first one, then the other."""

    def __init__(self, sentence: str, readings: tuple[When, When]) -> None:
        super().__init__(sentence)
        self.readings = readings
