"""Where the panels stand in the window, which of them are folded away, and how large each is."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.gui.settings import Settings

PANELS = ("articles", "reader", "inspector", "timeline")
# Shares of the width and the height, and the pixels in which the six tracks that a timeline begins
# with are all seen, between the calendar and the overview; a low screen gives them up to a share.
_COLUMNS = (16, 62, 22)
_TIMELINE = 0.49
_SIX_TRACKS = 358
_MOST_TIMELINE = 0.55
_LEAST = {"articles": 170, "reader": 320, "inspector": 240, "timeline": 120}


class Arrangement(QWidget):
    """Articles, reader or charts, and inspector above; timeline or table below.

    `folded` tells of a change.
    """

    folded = Signal()

    def __init__(self, panels: dict[str, QWidget], settings: Settings) -> None:
        super().__init__()
        self._panels = panels
        self._settings = settings
        self._upper = _splitter(Qt.Orientation.Horizontal)
        self._whole = _splitter(Qt.Orientation.Vertical)
        self._lower = QWidget()
        self._views = QStackedWidget()
        self._table: QWidget | None = None
        self._middle = QStackedWidget()
        self._charts: QWidget | None = None
        self._lay_out()
        self._restore()

    def panel(self, name: str) -> QWidget:
        """The panel of this name, or the table or charts while they stand in its place."""
        if name == "reader" and self._charts is not None and self.has_charts:
            return self._charts
        in_front = self._table if name == "timeline" and self.has_table else None
        return in_front or self._panels[name]

    def take(self, panels: dict[str, QWidget]) -> None:
        """Put panels in the places of those that have stood there for them; these are gone."""
        for name, panel in panels.items():
            before = self._panels[name]
            is_folded = before.isHidden()
            if name == "reader":
                self._middle.insertWidget(0, panel)
                self._middle.removeWidget(before)
            else:
                panel.setMinimumWidth(_LEAST[name])
                self._upper.replaceWidget(self._upper.indexOf(before), panel)
                panel.setHidden(is_folded)
            self._panels[name] = panel
            before.deleteLater()

    def fold(self, name: str, *, is_folded: bool) -> None:
        """Fold a panel away or show it again."""
        if name == "reader" and not is_folded:
            self._middle.setCurrentWidget(self._panels[name])
        self._part(name).setVisible(not is_folded)
        self._upper.setVisible(any(not self.is_folded(one) for one in PANELS[:3]))
        self._settings.remember(f"folded/{name}", is_folded)
        self.folded.emit()

    def is_folded(self, name: str) -> bool:
        """True while a panel is folded away."""
        return self._part(name).isHidden()

    def show_charts(self, make: Callable[[], QWidget] | None) -> None:
        """Show the charts in the reader's place, made by `make` at the first time; or not."""
        if make is not None and self._charts is None:
            self._charts = make()
            self._middle.addWidget(self._charts)
        self.fold("reader", is_folded=False)
        shown = self._charts if make is not None and self._charts else self._panels["reader"]
        self._middle.setCurrentWidget(shown)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)
        self.folded.emit()

    @property
    def has_charts(self) -> bool:
        """True while the charts are in front of the reader."""
        return self._charts is not None and self._middle.currentWidget() is self._charts

    def show_table(self, make: Callable[[], QWidget] | None) -> None:
        """Show the table in the timeline's place, made by `make` at the first time; or not."""
        if make is not None and self._table is None:
            self._table = make()
            self._views.addWidget(self._table)
        has_table = make is not None and self._table is not None
        shown = self._table if has_table and self._table else self._panels["timeline"]
        self._views.setCurrentWidget(shown)
        self.fold("timeline", is_folded=False)
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_above(self, bar: QWidget) -> None:
        """Put a bar above the timeline and the table."""
        self._above.insertWidget(0, bar)

    @property
    def has_table(self) -> bool:
        """True while the table is in front of the timeline."""
        return self._views.currentWidget() is self._table and self._table is not None

    def present(self, *, is_presenting: bool) -> None:
        """Leave the timeline alone on the screen, or bring everything back."""
        hidden = [
            name for name in PANELS[:3] if self._settings.answer(f"folded/{name}", default=False)
        ]
        self._upper.setVisible(not is_presenting and len(hidden) < 3)
        self._lower.setVisible(is_presenting or not self._is_remembered_folded())

    def remember(self) -> None:
        """Keep the sizes for the next window."""
        self._settings.remember("arrangement/upper", self._upper.saveState())
        self._settings.remember("arrangement/whole", self._whole.saveState())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew, until the user has pulled at it."""
        super().resizeEvent(event)
        self._share_height()

    def _share_height(self) -> None:
        if self._is_usual:
            high = max(self.height(), 1)
            lower = max(_TIMELINE * high, min(_SIX_TRACKS, _MOST_TIMELINE * high))
            self._whole.setSizes([round(high - lower), round(lower)])

    def _keep_height(self) -> None:
        self._is_usual = False

    def _is_remembered_folded(self) -> bool:
        return self._settings.answer("folded/timeline", default=False)

    def _part(self, name: str) -> QWidget:
        """What is folded away with a panel."""
        parts = {"timeline": self._lower, "reader": self._middle}
        return parts.get(name, self._panels[name])

    def _lay_out(self) -> None:
        self._middle.addWidget(self._panels["reader"])
        for name in PANELS[:3]:
            self._upper.addWidget(self._part(name))
        for name, least in _LEAST.items():
            if name == "timeline":
                self._lower.setMinimumHeight(least)
            else:
                self._part(name).setMinimumWidth(least)
        self._upper.setStretchFactor(1, 1)
        self._views.addWidget(self._panels["timeline"])
        self._above = QVBoxLayout(self._lower)
        self._above.setContentsMargins(0, 0, 0, 0)
        self._above.setSpacing(0)
        self._above.addWidget(self._views, 1)
        self._whole.addWidget(self._upper)
        self._whole.addWidget(self._lower)
        self._whole.splitterMoved.connect(self._keep_height)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._whole)

    def _restore(self) -> None:
        upper, whole = (self._settings.shape(f"arrangement/{one}") for one in ("upper", "whole"))
        if upper.isEmpty() or not self._upper.restoreState(upper):
            self._upper.setSizes([share * 16 for share in _COLUMNS])
        self._is_usual = whole.isEmpty() or not self._whole.restoreState(whole)
        self._share_height()
        for name in PANELS:
            if self._settings.answer(f"folded/{name}", default=False):
                self.fold(name, is_folded=True)


def _splitter(orientation: Qt.Orientation) -> QSplitter:
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter
