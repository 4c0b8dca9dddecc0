"""The line under an article's title keeps its date, however many have written it."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.gui.panels.labels import Yielding
from desktop.gui.panels.reader.head import short_byline


@pytest.mark.parametrize(
    ("byline", "short"),
    [
        ("", ""),
        ("Ida Roe", "Ida Roe"),
        ("Ida Roe, Jon Bell", "Ida Roe, Jon Bell"),
        ("Ida Roe, Jon Bell, Ann Lee, Tom Poe", "Ida Roe and 3 others"),
    ],
)
def test_many_authors_are_counted(byline, short):
    assert short_byline(byline) == short


def test_a_byline_that_is_a_whole_page_is_cut():
    assert len(short_byline("x" * 10_000)) <= 80


def test_a_narrow_reader_cuts_the_outlet_and_never_the_word_before_the_date(qtbot):
    label = Yielding()
    label.show_words("The Gazette of a rather long name")
    row = QWidget()
    line = QHBoxLayout(row)
    line.addWidget(label)
    line.addWidget(QLabel("published"))
    qtbot.addWidget(row)
    row.show()

    row.resize(600, 40)
    wide = label.text()
    row.resize(180, 40)

    assert wide == "The Gazette of a rather long name"
    assert label.text().endswith("…")
    assert row.findChildren(QLabel)[1].width() >= row.findChildren(QLabel)[1].sizeHint().width()
