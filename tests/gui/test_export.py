"""The export: what was chosen is what the file holds, and is chosen again the next time."""

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from desktop import formats
from desktop.edits.events import add_event
from desktop.gui.dialogs.export import ExportDialog
from desktop.when import When


@pytest.fixture
def dialog(window, document, desk):
    add_event(document, document.tracks()[0].id, "Siege begins", When("2024-11-27"))
    return lambda: ExportDialog(window, window.session, window.timeline, desk.settings)


def test_a_picture_has_the_width_and_sharpness_asked_for(dialog, tmp_path):
    asked = dialog()
    asked.width_field.setValue(900)
    asked.ratio.setCurrentIndex(1)

    assert asked.write(tmp_path / "timeline.png")

    assert QImage(str(tmp_path / "timeline.png")).width() == 1800


def test_a_transparent_picture_has_a_clear_corner(dialog, tmp_path):
    asked = dialog()
    asked.transparent.setChecked(True)
    asked.write(tmp_path / "timeline.png")

    assert QImage(str(tmp_path / "timeline.png")).pixelColor(1, 1).alpha() == 0


def test_a_table_holds_the_events(dialog, tmp_path):
    asked = dialog()
    asked.kind.setCurrentIndex(1)

    assert asked.write(tmp_path / "timeline.csv")

    assert "Siege begins" in (tmp_path / "timeline.csv").read_text("utf-8")


def test_choices_are_there_again(dialog, tmp_path):
    first = dialog()
    first.legend.setChecked(False)
    first.extent.setCurrentIndex(1)
    first.write(tmp_path / "timeline.png")

    again = dialog()

    assert not again.legend.isChecked()
    assert again.extent.currentIndex() == 1
    assert again.title.isChecked()


def test_a_folder_that_is_not_there_is_told_in_the_dialog(dialog, tmp_path):
    asked = dialog()

    assert not asked.write(tmp_path / "nowhere" / "timeline.png")

    assert "timeline.png" in asked.told.text()


def test_a_picture_can_be_copied(dialog):
    dialog().copy()

    assert not QGuiApplication.clipboard().image().isNull()


def test_every_format_can_be_chosen_and_says_what_it_cannot_hold(dialog, tmp_path):
    asked = dialog()

    for place, writer in enumerate(formats.WRITERS, start=1):
        asked.kind.setCurrentIndex(place)
        assert "cannot hold" in asked._losses.text() or writer.id == "json"
        assert asked.write(tmp_path / f"{writer.id}{writer.suffix}")

    assert len(list(tmp_path.glob("*.*"))) >= len(formats.WRITERS)


def test_a_calendar_is_what_was_asked_for(dialog, tmp_path):
    asked = dialog()
    asked.kind.setCurrentText("Calendar (iCalendar)")

    asked.write(tmp_path / "timeline.ics")

    assert "SUMMARY:Siege begins" in (tmp_path / "timeline.ics").read_text("utf-8")
