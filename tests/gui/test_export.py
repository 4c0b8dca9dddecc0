"""The export: what was chosen is what the file holds, and is chosen again the next time."""

import pypdfium2
import pytest
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog, QMessageBox

from desktop import formats
from desktop.document import Filter
from desktop.edits.events import add_event
from desktop.gui.choosing import choose_new_file
from desktop.gui.dialogs.export import ExportDialog
from desktop.gui.dialogs.print import PrintDialog
from desktop.when import When


@pytest.fixture
def dialog(window, document, desk):
    add_event(document, document.tracks()[0].id, "Siege begins", When("2024-11-27"))
    return lambda: ExportDialog(window, window.session, window.timeline, desk.settings)


def test_a_picture_has_the_width_and_sharpness_asked_for(dialog, tmp_path):
    asked = dialog()
    asked.options.width_field.setValue(900)
    asked.options.dpi.setCurrentIndex(2)

    assert asked.write(tmp_path / "timeline.png")

    written = QImage(str(tmp_path / "timeline.png"))
    assert written.width() == 1800
    assert written.dotsPerMeterX() == pytest.approx(192 / 0.0254, abs=1)


def test_a_transparent_picture_has_a_clear_corner(dialog, tmp_path):
    asked = dialog()
    asked.options.transparent.setChecked(True)
    asked.write(tmp_path / "timeline.png")

    assert QImage(str(tmp_path / "timeline.png")).pixelColor(1, 1).alpha() == 0


def test_a_table_holds_the_events(dialog, tmp_path):
    asked = dialog()
    asked.kind.setCurrentText("Table (CSV)")

    assert asked.write(tmp_path / "timeline.csv")

    assert "Siege begins" in (tmp_path / "timeline.csv").read_text("utf-8")


def test_choices_are_there_again(dialog, tmp_path):
    first = dialog()
    first.options.legend.setChecked(False)
    first.options.extent.setCurrentIndex(1)
    first.write(tmp_path / "timeline.png")

    again = dialog()

    assert not again.options.legend.isChecked()
    assert again.options.extent.currentIndex() == 1
    assert again.options.title.isChecked()


def test_a_folder_that_is_not_there_is_told_in_the_dialog(dialog, tmp_path):
    asked = dialog()

    assert not asked.write(tmp_path / "nowhere" / "timeline.png")

    assert "timeline.png" in asked.told.text()


def test_a_picture_can_be_copied(dialog):
    dialog().copy()

    assert not QGuiApplication.clipboard().image().isNull()


def test_every_format_can_be_chosen_and_says_what_it_cannot_hold(dialog, tmp_path):
    asked = dialog()

    for writer in formats.WRITERS:
        asked.kind.setCurrentText(writer.name)
        assert asked.losses.text().startswith((f"{writer.name} cannot hold:\n", "Everything"))
        assert asked.write(tmp_path / f"{writer.id}{writer.suffix}")

    assert len(list(tmp_path.glob("*.*"))) >= len(formats.WRITERS)


@pytest.mark.parametrize(("place", "begins"), [(0, b"\x89PNG"), (1, b"<?xml"), (2, b"%PDF")])
def test_a_picture_is_of_the_kind_that_was_chosen(place, begins, dialog, tmp_path):
    asked = dialog()
    asked.kind.setCurrentIndex(place)

    assert asked.write(tmp_path / "odd 'näme' %41")

    assert (tmp_path / "odd 'näme' %41").read_bytes().startswith(begins)


def test_the_preview_shows_the_picture_and_its_size(dialog):
    asked = dialog()
    asked.preview.resize(400, 300)
    asked.options.width_field.setValue(800)

    asked.preview.draw_now()

    assert asked.preview.image.width() == 400 or asked.preview.image.height() == 300
    assert asked.summary.text().startswith("1600 × ")


def test_a_span_that_cannot_be_read_is_told_and_nothing_is_written(dialog, tmp_path):
    asked = dialog()
    asked.options.extent.setCurrentIndex(2)
    asked.options.span.setText("no such time")

    assert not asked.write(tmp_path / "timeline.png")

    assert "“no” is not a word" in asked.told.text()
    assert list(tmp_path.glob("timeline.png")) == []


def test_a_span_is_what_the_picture_shows(dialog, document):
    asked = dialog()
    asked.options.extent.setCurrentIndex(2)
    asked.options.span.setText("2020")

    page = asked.options.page(document, asked.filter)

    assert len(page.frame.ids) == 0


def test_only_what_the_filter_shows_goes_out_unless_all_is_asked_for(
    window, dialog, document, tmp_path
):
    add_event(document, document.tracks()[0].id, "Feast", When("2024-12-24"))
    window.timeline.stage.restrict(Filter("Siege"))
    asked = dialog()
    asked.kind.setCurrentText("Table (CSV)")

    asked.write(tmp_path / "some.csv")
    asked.events.setCurrentIndex(1)
    asked.write(tmp_path / "all.csv")

    assert asked.events.itemText(0).startswith("1 of 2 events, as filtered")
    assert "Feast" not in (tmp_path / "some.csv").read_text("utf-8")
    assert "Feast" in (tmp_path / "all.csv").read_text("utf-8")


def test_the_timeline_is_copied_as_a_picture_by_a_key(window, document, keys):
    add_event(document, document.tracks()[0].id, "Siege", When("2024-11-27"))
    QGuiApplication.clipboard().clear()

    keys("Ctrl+Alt+E")

    assert not QGuiApplication.clipboard().image().isNull()


@pytest.fixture
def printing(window, document, desk):
    add_event(document, document.tracks()[0].id, "Siege begins", When("2024-11-27"))
    return PrintDialog(window, window.session, window.timeline, desk.settings)


def pages_of(path):
    book = pypdfium2.PdfDocument(path)
    try:
        return [tuple(round(length) for length in page.get_size()) for page in book]
    finally:
        book.close()


def test_without_a_printer_the_pages_are_a_pdf_file(printing, tmp_path):
    printing.kind.setCurrentText("Letter")
    printing.turned.setCurrentIndex(1)

    assert printing.write(tmp_path / "pages.pdf")

    assert pages_of(tmp_path / "pages.pdf") == [(612, 792)]


def test_a_poster_is_shown_page_by_page_before_it_is_printed(printing, tmp_path):
    printing.layout_field.setCurrentIndex(1)
    printing.across.setValue(3)
    printing.preview.draw_now()
    printing.write(tmp_path / "poster.pdf")

    number = len(pages_of(tmp_path / "poster.pdf"))
    assert number % 3 == 0
    assert printing.summary.accessibleName().startswith(f"{number} pages, words 9.0 points high")


def test_what_the_filter_shows_is_printed_unless_all_is_asked_for(window, document, printing, desk):
    add_event(document, document.tracks()[0].id, "Feast", When("2024-12-24"))
    window.timeline.stage.restrict(Filter("Siege"))
    filtered = PrintDialog(window, window.session, window.timeline, desk.settings)

    some = filtered.press().page.frame.ids
    filtered.events.setCurrentIndex(1)
    everything = filtered.press().page.frame.ids

    assert filtered.options.form.isRowVisible(filtered.events)
    assert filtered.events.itemText(0) == "1 of 2 events, as filtered"
    assert "Siege" in filtered.events.toolTip()
    assert not printing.options.form.isRowVisible(printing.events)
    assert (len(some), len(everything)) == (1, 2)


def test_a_printer_gets_the_same_pages(printing, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))

    printing.press().print_on(printer)

    assert pages_of(tmp_path / "printed.pdf") == [(842, 595)]


def test_a_calendar_is_what_was_asked_for(dialog, tmp_path):
    asked = dialog()
    asked.kind.setCurrentText("Calendar (iCalendar)")

    asked.write(tmp_path / "timeline.ics")

    assert "SUMMARY:Siege begins" in (tmp_path / "timeline.ics").read_text("utf-8")


@pytest.mark.parametrize("answer", ["Yes", "Cancel"])
def test_a_file_that_gets_its_suffix_here_is_not_replaced_without_asking(
    answer, window, desk, tmp_path, monkeypatch
):
    (tmp_path / "kept.png").write_bytes(b"dear")
    typed = str(tmp_path / "kept"), "Pictures (*.png)"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: typed)
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: QMessageBox.StandardButton[answer])

    path = choose_new_file(window, desk.settings, "Export", "kept.png", "Pictures (*.png)")

    assert path == (tmp_path / "kept.png" if answer == "Yes" else None)
