"""The timeline as a picture file: PNG, SVG or PDF, with the marks of the screen and no window."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from desktop.document import Document
from desktop.errors import FileError
from desktop.formats.files import whole_file
from desktop.i18n import _
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.style import Style, light
from desktop.timeline.pictures.sheet import Page, Sheet
from desktop.when import When

FORMS = ("png", "svg", "pdf")
MOST_PIXELS = 120_000_000  # of a picture; more would take the memory that other programs need


def render(
    document: Document,
    sheet: Sheet | None = None,
    style: Style | None = None,
    scale: TimeScale | None = None,
) -> QImage:
    """A picture of the document as `sheet` asks; `scale` is what a sheet that is not whole shows.

    Refuses pictures with more pixels than a usual machine can hold.
    """
    asked = sheet or Sheet()
    page = Page(document, asked, style or light(), scale)
    width, height = round(page.width * asked.ratio), round(page.height * asked.ratio)
    if not 0 < width * height <= MOST_PIXELS:
        sentence = _("A picture of {width} × {height} pixels is too large; choose a smaller one.")
        raise FileError(sentence.format(width=width, height=height))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    if image.isNull():
        raise FileError(_("There is not enough memory for a picture of this size."))
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(asked.ratio, asked.ratio)
    page.paint(painter)
    painter.end()
    image.setDotsPerMeterX(round(asked.ratio * 96 / 0.0254))
    image.setDotsPerMeterY(round(asked.ratio * 96 / 0.0254))
    image.setText("Title", document.title)
    image.setText("Software", "Dateline")
    return image


def png(
    document: Document,
    sheet: Sheet | None = None,
    style: Style | None = None,
    scale: TimeScale | None = None,
) -> bytes:
    """The picture as the content of a PNG file."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # QImage.save wants bytes by its types and takes only str; the writer agrees with itself.
    QImageWriter(buffer, QByteArray(b"PNG")).write(render(document, sheet, style, scale))
    buffer.close()
    return bytes(content.data())


def write(
    document: Document,
    path: Path,
    sheet: Sheet | None = None,
    style: Style | None = None,
    scale: TimeScale | None = None,
    form: str = "",
) -> None:
    """Write the picture to a file, whole or not at all; `form` where the suffix does not tell."""
    made = content(document, form or form_of(path) or "png", sheet, style, scale)
    with whole_file(path) as draft:
        draft.write_bytes(made)


def scale_of(when: When) -> TimeScale:
    """The scale that shows a date from its first to its last second; one without an end refused."""
    bounds = when.bounds
    if when.is_open_start or when.is_open_end:
        raise FileError(_("A picture needs a time with a beginning and an end."))
    return TimeScale.fitted(bounds.earliest, bounds.latest, 1000)


def form_of(path: Path) -> str:
    """The kind of picture that a file's suffix asks for; "" for none."""
    suffix = path.suffix.lower().removeprefix(".")
    return suffix if suffix in FORMS else ""


def content(
    document: Document,
    form: str,
    sheet: Sheet | None = None,
    style: Style | None = None,
    scale: TimeScale | None = None,
) -> bytes:
    """The picture in one of `FORMS`."""
    if form == "png":
        return png(document, sheet, style, scale)
    # Loaded with the first of them: most pictures do without.
    from desktop.timeline.pictures import vectors

    make = vectors.svg if form == "svg" else vectors.pdf
    return make(document, sheet, style, scale)
