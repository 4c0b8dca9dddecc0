"""What a window offers by itself after an edit: strips across its top that wait for no answer."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QBoxLayout

from desktop.gui import last_place
from desktop.gui.damaged import Damaged
from desktop.gui.dialogs.duplicates import DuplicatesPage
from desktop.gui.dialogs.redating import RedatingPage
from desktop.gui.displaced import Displaced
from desktop.gui.refusals import Refusals
from desktop.gui.sourcing import Sourcing
from desktop.gui.window import Window

_BENEATH_THE_BANNER = 2
_NOTED_EVERY = 1_000  # milliseconds after which the place is noted again


class Offers(QObject):
    """The strips of one window, which live as long as it does."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.damaged = Damaged(window)
        self.displaced = Displaced(window)
        self.refusals = Refusals(window)
        self.redating = RedatingPage(window.session)
        self.duplicates = DuplicatesPage(window.session, window.tasks)
        self.sourcing = Sourcing(window)
        noting = QTimer(self, interval=_NOTED_EVERY)
        noting.timeout.connect(lambda: last_place.note(window.session, window.timeline))
        noting.start()
        window.destroyed.connect(noting.stop)
        whole = window.centralWidget()
        column = whole.layout() if whole else None
        if isinstance(column, QBoxLayout):
            column.insertWidget(_BENEATH_THE_BANNER, self.redating)
            column.insertWidget(_BENEATH_THE_BANNER, self.duplicates)
