"""The chips of an article's dates: at once for a short one, from a thread for a long one."""

from PySide6.QtCore import QObject, Signal

from desktop.document import Document
from desktop.edits.readings import read_article
from desktop.gui.panels.date_chips import Chip, chips_of
from desktop.gui.tasks import Tasks
from desktop.i18n import _
from desktop.model import Article
from desktop.reading.governing import dates_of

LONG = 40_000  # characters; the dates of fewer are found within some 70 ms


class Dates(QObject):
    """Finds dates; `found` carries a long article and its chips once they are known."""

    found = Signal(object, object)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._tasks = Tasks(self)

    def of(self, article: Article) -> list[Chip]:
        """The chips of a short article; none yet of a long one, whose words stand meanwhile."""
        if len(article.text) <= LONG:
            return _chips(read_article(self._document, article.id))
        self._find(read_article(self._document, article.id), article)
        return []

    def find_again(self, article: Article) -> None:
        """Tell by `found` how the dates are read now; those of before stay shown meanwhile."""
        read = read_article(self._document, article.id)
        if len(article.text) <= LONG:
            self.found.emit(article, _chips(read))
        else:
            self._find(read, article)

    def _find(self, read: Article, article: Article) -> None:
        def give(chips: list[Chip]) -> None:
            self.found.emit(article, chips)

        self._tasks.run(lambda _progress: _chips(read), give, _("Finding dates…"))


def _chips(article: Article) -> list[Chip]:
    return chips_of(dates_of(article), article.published)
