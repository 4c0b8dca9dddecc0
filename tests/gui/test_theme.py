"""The look: every theme can be read, switches at once, and bold is bold."""

import itertools

import pytest
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.icons import icon
from desktop.gui.theme import CHOICES, Look, read_theme
from desktop.timeline.drawing.style import contrast

NAMES = [choice for choice in CHOICES if choice != "system"]


@pytest.mark.parametrize("name", NAMES)
def test_words_stand_out_from_every_ground(name):
    theme = read_theme(name)

    for words, ground in itertools.product(("text", "muted"), ("window", "field", "axis", "hover")):
        assert contrast(theme.colour(words), theme.colour(ground)) >= 4.5, (words, ground)
    for words, ground in (
        ("text", "selected"),
        ("text", "words"),
        ("on_accent", "accent"),
        ("warning", "warning_ground"),
        ("danger", "danger_ground"),
        ("danger", "window"),
    ):
        assert contrast(theme.colour(words), theme.colour(ground)) >= 4.5, (words, ground)


@pytest.mark.parametrize("name", NAMES)
def test_hints_and_focus_rings_can_be_seen(name):
    theme = read_theme(name)

    for role, ground in itertools.product(("faint", "focus"), ("window", "field")):
        assert contrast(theme.colour(role), theme.colour(ground)) >= 3, (role, ground)


@pytest.mark.parametrize("name", NAMES)
def test_every_theme_names_the_same_roles_and_its_sheet_leaves_none_open(name):
    assert read_theme(name).colours.keys() == read_theme("light").colours.keys()
    assert "@" not in read_theme(name).stylesheet()


def test_choosing_dark_repaints_what_is_open(look, qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    page.show()

    with qtbot.waitSignal(look.changed) as switched:
        look.choose("dark")

    assert switched.args[0].is_dark
    assert page.grab().toImage().pixelColor(5, 5) == read_theme("dark").colour("window")
    look.choose("light")
    assert page.grab().toImage().pixelColor(5, 5) == read_theme("light").colour("window")


def test_an_unknown_choice_from_an_old_file_follows_the_system(qapp):
    assert Look("solarised").choice == "system"


def test_bold_words_are_of_the_shipped_face_and_wider(look):
    plain, bold = QFont(QApplication.font()), QFont(QApplication.font())
    bold.setWeight(QFont.Weight.DemiBold)

    assert QFontInfo(plain).family() == "Noto Sans"
    assert QFontInfo(bold).styleName() == "SemiBold"
    wide = [
        QFontMetrics(font).horizontalAdvance("Rebels say they entered") for font in (plain, bold)
    ]
    assert wide[1] > wide[0]


def test_an_icon_is_drawn_in_the_colour_of_the_words(look):
    look.choose("dark")
    drawn = colours(icon("plus"))
    look.choose("light")

    assert QColor(read_theme("dark").colours["text"]).name() in drawn
    assert QApplication.palette().color(QPalette.ColorRole.ButtonText).name() in colours(
        icon("plus")
    )


def test_a_disabled_icon_is_fainter(look):
    assert read_theme("light").colours["faint"] in colours(icon("plus"), QIcon.Mode.Disabled)


def colours(sign, mode=QIcon.Mode.Normal):
    picture = sign.pixmap(48, 48, mode).toImage()
    return {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QCheckBox, QRadioButton, QPushButton])
def test_what_has_the_focus_looks_unlike_what_has_not(name, kind, look, qtbot):
    look.choose(name)
    top = QDialog()
    qtbot.addWidget(top)
    column, one, other = QVBoxLayout(top), kind(), QPushButton("Close")
    for part in (one, other):
        column.addWidget(part)
    if isinstance(one, QCheckBox | QRadioButton):
        one.setChecked(True)
    elif isinstance(one, QPushButton):
        one.setDefault(True)
    other.setAutoDefault(False)
    top.show()
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)

    other.setFocus()
    without = one.grab().toImage()
    one.setFocus()

    # The edge as well as the middle: a cursor alone is no ring.
    changed = one.grab().toImage()
    places = [(x, 1) for x in range(8, one.width() - 8)]
    assert any(changed.pixel(x, y) != without.pixel(x, y) for x, y in places)
