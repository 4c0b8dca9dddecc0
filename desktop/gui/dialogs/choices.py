"""The choices of a dialog, remembered from one time to the next."""

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox

from desktop.gui.settings import Settings

Choice = QComboBox | QCheckBox | QSpinBox | QLineEdit


def remember(settings: Settings, group: str, choices: Mapping[str, Choice]) -> None:
    """Keep every choice under its name."""
    for name, choice in choices.items():
        settings.remember(f"{group}/{name}", _value(choice))


def recall(settings: Settings, group: str, choices: Mapping[str, Choice]) -> None:
    """Put back what was chosen last; what never was stays as it is."""
    for name, choice in choices.items():
        key = f"{group}/{name}"
        if isinstance(choice, QCheckBox):
            choice.setChecked(settings.answer(key, default=choice.isChecked()))
        elif isinstance(choice, QComboBox):
            choice.setCurrentIndex(
                min(max(settings.number(key, choice.currentIndex()), 0), choice.count() - 1)
            )
        elif isinstance(choice, QSpinBox):
            choice.setValue(settings.number(key, choice.value()))
        else:
            choice.setText(settings.word(key, choice.text()))


def _value(choice: Choice) -> str | int | bool:
    if isinstance(choice, QComboBox):
        return choice.currentIndex()
    if isinstance(choice, QCheckBox):
        return choice.isChecked()
    return choice.value() if isinstance(choice, QSpinBox) else choice.text()


def combo(name: str, words: tuple[str, ...]) -> QComboBox:
    """A list to choose from that screen readers call by its name."""
    made = QComboBox()
    made.addItems(words)
    made.setAccessibleName(name)
    return made


def spin_box() -> QSpinBox:
    """A number whose words begin where those of the lists beside it do."""
    made = QSpinBox()
    made.lineEdit().setTextMargins(6, 0, 0, 0)
    return made
