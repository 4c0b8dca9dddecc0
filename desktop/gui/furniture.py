"""What stands in a window beside its timeline: made whole, once the first picture is there."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.gui.desk import Desk
from desktop.gui.errors import Banner
from desktop.gui.finding import Found
from desktop.gui.intake import Intake
from desktop.gui.keeping import Keeping
from desktop.gui.panels.inspector.panel import InspectorPanel
from desktop.gui.panels.reader.panel import ReaderPanel
from desktop.gui.panels.search import Search
from desktop.gui.panels.statusbar import StatusBar
from desktop.gui.panels.suggested.side import SideColumn
from desktop.gui.panels.topbar import TopBar
from desktop.gui.tasks import Tasks
from desktop.session import Session


class Furniture:
    """The panels and bars of one session, joined by it and by nothing else."""

    def __init__(
        self,
        session: Session,
        tasks: Tasks,
        banner: Banner,
        desk: Desk,
        find: Callable[[str], list[Found]],
    ) -> None:
        self.side = SideColumn(session, tasks)
        self.reader = ReaderPanel(session)
        self.inspector = InspectorPanel(session)
        self.search = Search(find)
        self.topbar = TopBar(session, self.search)
        self.statusbar = StatusBar(session, tasks)
        self.intake = Intake(session, tasks, banner, desk)
        self.keeping = Keeping(session, tasks, banner, self.statusbar)

    def panels(self) -> dict[str, QWidget]:
        """The panels by the names of their places in the window."""
        return {"articles": self.side, "reader": self.reader, "inspector": self.inspector}
