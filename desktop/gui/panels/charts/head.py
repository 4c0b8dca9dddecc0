"""The bar above a chart: which chart, by which unit of time, and what can be taken from it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QToolButton, QWidget

from desktop.gui.icons import icon
from desktop.gui.settings import Settings
from desktop.i18n import _
from desktop.timeline.axis.units import Unit
from desktop.timeline.counting import DAYS, MONTHS, WEEKS, YEARS

EVENTS, PEOPLE, SOURCES = range(3)
_UNITS = (None, DAYS, WEEKS, MONTHS, YEARS)


class ChartHead(QWidget):
    """`chosen` tells that another chart or unit is wanted; both are remembered."""

    chosen = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.kind, self.unit = QComboBox(), QComboBox()
        self.menu = QMenu(self)
        self.kind.addItems([_("Events"), _("People hurt"), _("Sources")])
        self.unit.addItems([_("By zoom"), _("By day"), _("By week"), _("By month"), _("By year")])
        self.kind.setAccessibleName(_("Chart"))
        self.unit.setAccessibleName(_("Unit of time"))
        for box, name in ((self.kind, "kind"), (self.unit, "unit")):
            known = settings.number(f"charts/{name}", 0)
            box.setCurrentIndex(known if 0 <= known < box.count() else 0)
            box.currentIndexChanged.connect(self._choose)
        self._more = QToolButton()
        self._more.setIcon(icon("download"))
        self._more.setToolTip(_("Copy and save"))
        self._more.setAccessibleName(_("Copy and save"))
        self._more.setProperty("role", "quiet")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.addWidget(self.kind)
        row.addWidget(self.unit)
        row.addStretch(1)
        row.addWidget(self._more)
        self.setFocusProxy(self.kind)

    def offer(self, deeds: dict[str, Callable[[], object]]) -> None:
        """Fill the menu: what is done, by its words."""
        for words, deed in deeds.items():
            self.menu.addAction(words).triggered.connect(deed)

    def wanted_unit(self) -> Unit | None:
        """The unit that is chosen by hand, None to leave it to the zoom."""
        return _UNITS[max(0, self.unit.currentIndex())]

    def _choose(self) -> None:
        self._settings.remember("charts/kind", self.kind.currentIndex())
        self._settings.remember("charts/unit", self.unit.currentIndex())
        self.chosen.emit()
