"""Which events go out: those of the filter in force, or all."""

from PySide6.QtWidgets import QComboBox

from desktop.document import Document, Filter
from desktop.formats.wanted import filter_in_words
from desktop.gui.panels.labels import plain_tooltip
from desktop.i18n import _
from desktop.timeline.view import TimelineView

_LEAST = 22  # characters that are always seen; great numbers must not widen the dialog


class WhichEvents(QComboBox):
    """A choice that is hidden where no filter is in force, since all events go out then."""

    def __init__(self, document: Document, view: TimelineView) -> None:
        super().__init__()
        self.setAccessibleName(_("Events"))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST)
        self._filter: Filter = view.stage.contents.filter
        total = f"{document.counts().events:,}"
        if self._filter:
            shown = f"{view.stage.contents.matched or 0:,}"
            some = _("{n} of {total} events, as filtered")
            self.addItem(some.format(n=shown, total=total))
            self.setToolTip(plain_tooltip(filter_in_words(self._filter)))
        else:
            self.hide()
        self.addItem(_("All {n} events").format(n=total))

    @property
    def is_a_choice(self) -> bool:
        """Whether a filter is in force."""
        return bool(self._filter)

    @property
    def filter(self) -> Filter:
        """The filter in force, unless everything is to go out."""
        return self._filter if self.currentIndex() == 0 else Filter()
