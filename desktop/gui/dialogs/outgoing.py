"""What sending the timeline out has in common, into a file or onto paper."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from desktop.errors import DatelineError
from desktop.gui.dialogs.picture_options import PictureOptions
from desktop.gui.dialogs.which_events import WhichEvents
from desktop.gui.panels.labels import OneLine, Plain
from desktop.gui.settings import Settings
from desktop.session import Session
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.style import Style
from desktop.timeline.pictures.sheet import Sheet
from desktop.timeline.view import TimelineView


class Outgoing(QDialog):
    """Which events go out, how they are drawn, and in words why they could not."""

    def __init__(
        self, parent: QWidget, session: Session, view: TimelineView, settings: Settings, group: str
    ) -> None:
        super().__init__(parent)
        self._document = session.document
        self._settings = settings
        self.events = WhichEvents(session.document, view)
        self.options = PictureOptions(view, settings, group)
        self.summary = OneLine("", "muted")
        self.told = Plain(role="danger")
        self.told.setWordWrap(True)
        self.told.hide()

    @property
    def drawn(self) -> tuple[Sheet, Style, TimeScale | None]:
        """The picture that is asked for: what is on it, its colours, its time or None for all."""
        sheet = self.options.sheet(self._document, self.events.filter)
        return sheet, self.options.style_chosen, self.options.scale_chosen

    def attempt(self, deed: Callable[[], object], *, closes: bool = True) -> bool:
        """Close when the deed is done; False, and a sentence here, where it cannot be."""
        try:
            deed()
        except DatelineError as error:
            self.told.setText(str(error))
            self.told.show()
            return False
        self.told.hide()
        if closes:
            self.accept()
        return True
