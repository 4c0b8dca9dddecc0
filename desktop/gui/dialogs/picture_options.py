"""What a picture is to show and how it is to look: for files, the clipboard and paper alike."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from desktop.document import Document, Filter
from desktop.gui.canvas_style import style_of
from desktop.gui.dialogs.choices import Choice, combo, recall, remember, spin_box
from desktop.gui.settings import Settings
from desktop.gui.theme import read_theme
from desktop.i18n import _
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.style import Style, grey, paper
from desktop.timeline.pictures import picture
from desktop.timeline.pictures.imprint import day_of_data
from desktop.timeline.pictures.paper import DOTS
from desktop.timeline.pictures.sheet import Page, Sheet
from desktop.timeline.view import TimelineView
from desktop.when import read_words

WHOLE, VIEW, SPAN = range(3)
_DPI = (96, 144, 192, 300, 384)
_LOOKS = ("light", "dark", "print", "grey")


class PictureOptions(QWidget):
    """The choices; `changed` tells that the picture would be another one."""

    changed = Signal()

    def __init__(self, view: TimelineView, settings: Settings, group: str) -> None:
        super().__init__()
        self._view = view
        self._settings = settings
        self._group = group
        is_paper = group == "print"
        self.extent = combo(
            _("Shows"), (_("The whole timeline"), _("What is in view"), _("A span of time"))
        )
        self.span = QLineEdit()
        self.span.setPlaceholderText(_("1989 to 1991, or November 2024"))
        self.span.setAccessibleName(_("Span of time"))
        self.width_field = spin_box()
        self.dpi = combo(_("Sharpness"), tuple(_("{n} dpi").format(n=n) for n in _DPI))
        self.look = combo(_("Colours"), (_("Light"), _("Dark"), _("For print"), _("Greys")))
        self.transparent = QCheckBox(_("Transparent background"))
        self.title = QCheckBox(_("Title"))
        self.legend = QCheckBox(_("Legend"))
        self.told = QCheckBox(_("Filter, and how much is not shown"))
        self.dated = QCheckBox(_("Date of the data"))
        self._lay_out(is_paper=is_paper)
        self.look.setCurrentIndex(_LOOKS.index("print") if is_paper else 0)
        for box in (self.title, self.legend, self.told):
            box.setChecked(True)
        recall(settings, group, self._choices())
        self._connect()

    @property
    def style_chosen(self) -> Style:
        """The colours of the picture."""
        look = _LOOKS[self.look.currentIndex()]
        if look in ("print", "grey"):
            return grey() if look == "grey" else paper()
        return style_of(read_theme(look))

    @property
    def scale_chosen(self) -> TimeScale | None:
        """The time that it shows; None for all. A span that cannot be read is refused."""
        if self.extent.currentIndex() == SPAN:
            return picture.scale_of(read_words(self.span.text()).when)
        return self._view.scale if self.extent.currentIndex() == VIEW else None

    def sheet(self, document: Document, filter_by: Filter) -> Sheet:
        """The picture that is asked for."""
        return Sheet(
            width=self.width_field.value(),
            ratio=_DPI[self.dpi.currentIndex()] / DOTS,
            is_transparent=self.transparent.isChecked(),
            is_whole=self.extent.currentIndex() == WHOLE,
            has_title=self.title.isChecked(),
            has_legend=self.legend.isChecked(),
            is_told=self.told.isChecked(),
            dated=day_of_data(document) if self.dated.isChecked() else "",
            filter=filter_by,
        )

    def remember(self) -> None:
        """Keep the choices for the next time."""
        remember(self._settings, self._group, self._choices())

    def show_sharpness(self, *, is_shown: bool) -> None:
        """Offer dots to an inch, which lines do without."""
        self.form.setRowVisible(self.dpi, is_shown)

    def page(self, document: Document, filter_by: Filter) -> Page:
        """The picture, measured."""
        sheet = self.sheet(document, filter_by)
        return Page(document, sheet, self.style_chosen, self.scale_chosen)

    def _choices(self) -> dict[str, Choice]:
        return {
            "extent": self.extent,
            "span": self.span,
            "width": self.width_field,
            "dpi": self.dpi,
            "look": self.look,
            "transparent": self.transparent,
            "title": self.title,
            "legend": self.legend,
            "told": self.told,
            "dated": self.dated,
        }

    def _lay_out(self, *, is_paper: bool) -> None:
        self.width_field.setRange(400, 20_000)
        self.width_field.setSingleStep(100)
        self.width_field.setValue(1600)
        self.width_field.setSuffix(_(" pixels"))
        self.width_field.setAccessibleName(_("Width"))
        self.dpi.setCurrentIndex(_DPI.index(192))
        form = self.form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(_("Shows"), self.extent)
        form.addRow("", self.span)
        if not is_paper:
            form.addRow(_("Width"), self.width_field)
            form.addRow(_("Sharpness"), self.dpi)
        form.addRow(_("Colours"), self.look)
        for box in (self.title, self.legend, self.told, self.dated):
            form.addRow("", box)
        if not is_paper:
            form.addRow("", self.transparent)

    def _connect(self) -> None:
        for choice in self._choices().values():
            if isinstance(choice, QCheckBox):
                choice.toggled.connect(self.changed)
            elif isinstance(choice, QSpinBox):
                choice.valueChanged.connect(self.changed)
            elif isinstance(choice, QLineEdit):
                choice.textChanged.connect(self.changed)
            else:
                choice.currentIndexChanged.connect(self.changed)
        self.extent.currentIndexChanged.connect(self._show_span)
        self._show_span(self.extent.currentIndex())

    def _show_span(self, extent: int) -> None:
        self.form.setRowVisible(self.span, extent == SPAN)
        if extent == SPAN:
            self.span.setFocus()


def drawn_into(page: Page, room: QSize) -> QImage:
    """A page as large as there is room for, its proportions kept; it may be seen through."""
    size = QSize(page.width, page.height).scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size.expandedTo(QSize(1, 1)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size.width() / page.width, size.height() / page.height)
    page.paint(painter)
    painter.end()
    return image
