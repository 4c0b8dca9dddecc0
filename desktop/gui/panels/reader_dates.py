"""The chips of an article's dates: at once for a short one, from a thread for a long one."""

from PySide6.QtCore import QObject, Signal

from desktop.gui.panels.reader_chips import Chip, chips_of
from desktop.gui.tasks import Tasks
from desktop.i18n import _
from desktop.model import Article
from desktop.reading.governing import dates_of

LONG = 40_000  # characters; the dates of fewer are found within some 70 ms


class Dates(QObject):
    """Finds dates; `found` carries a long article and its chips once they are known."""

    found = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)

    def of(self, article: Article) -> list[Chip]:
        """The chips of a short article; none yet of a long one, whose words stand meanwhile."""
        if len(article.text) <= LONG:
            return chips_of(dates_of(article), article.published)

        def give(chips: list[Chip]) -> None:
            self.found.emit(article, chips)

        self._tasks.run(
            lambda _progress: chips_of(dates_of(article), article.published),
            give,
            _("Finding dates…"),
        )
        return []
