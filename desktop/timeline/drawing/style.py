"""How the timeline looks: colours by role, fonts and sizes, and what follows from them."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache

from PySide6.QtGui import QColor, QFont, QFontMetrics

from desktop.timeline.frames.frame import Metrics

# Below this contrast (WCAG 2.2, 1.4.3 asks 3 of large text) light words on a bar turn dark.
LEAST_CONTRAST = 2.9
# A track's header has a line for its name and one for its count: this many times the text's size.
_LEAST_BAND = 3.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """Every colour is a role that `resources/themes/*.toml` may name; sizes are screen pixels.

    `light` and `dark` are the words on bars, whichever of the two can be read on the bar's colour.
    """

    background: QColor
    band_alternate: QColor
    separator: QColor
    weekend: QColor
    night: QColor
    grid: QColor
    grid_strong: QColor
    axis: QColor
    axis_text: QColor
    axis_text_minor: QColor
    header: QColor
    header_separator: QColor
    header_current: QColor
    icon: QColor
    text: QColor
    text_muted: QColor
    pill: QColor
    link: QColor
    selection: QColor
    today: QColor
    drop: QColor
    bubble: QColor
    bubble_text: QColor
    overview: QColor
    light: QColor
    dark: QColor
    is_dark: bool = False
    is_grey: bool = False
    bar_strength: float = 0.92
    families: tuple[str, ...] = ("Noto Sans", "Noto Sans Arabic")
    text_size: int = 12
    axis_size: int = 12
    axis_minor_size: int = 11
    name_size: int = 13
    count_size: int = 12
    pill_size: int = 11
    axis_height: int = 44
    header_width: int = 192
    radius: int = 4

    @classmethod
    def of_roles(cls, roles: Mapping[str, str], base: "Style") -> "Style":
        """`base` with the colours that `roles` names as "#rrggbb"; other panels' roles pass by."""
        known = {field.name: getattr(base, field.name) for field in fields(cls)}
        for name, text in roles.items():
            if isinstance(known.get(name), QColor):
                known[name] = QColor(text)
        return cls(**known)

    def track_colour(self, colour: str) -> QColor:
        """The colour of a track or event, lightened where the ground is dark."""
        return _adapted(colour, self.is_dark, self.is_grey)

    def fill(self, colour: str) -> QColor:
        """What a bar is filled with: the colour calmed by a little of the ground, and opaque."""
        return _filled(self.track_colour(colour).rgb(), self.background.rgb(), self.bar_strength)

    def words_on(self, fill: QColor) -> QColor:
        """White or dark, as can be read on `fill`; white first where the ground is light."""
        first, second = (self.dark, self.light) if self.is_dark else (self.light, self.dark)
        return first if _contrast(first.rgb(), fill.rgb()) >= LEAST_CONTRAST else second

    def font(self, size: int, *, is_bold: bool = False, is_italic: bool = False) -> QFont:
        """The style's font at `size` pixels."""
        return _font(self.families, size, is_bold, is_italic)

    def metrics(self) -> Metrics:
        """The sizes that the layout needs, grown where the font is taller than the usual one."""
        return _metrics(self.families, self.text_size)


@lru_cache(maxsize=16)
def _metrics(families: tuple[str, ...], size: int) -> Metrics:
    bar = max(20, QFontMetrics(_font(families, size, False, False)).height() + 4)  # noqa: FBT003 - as below
    return Metrics(row=bar + 5, bar=bar, smallest_band=round(_LEAST_BAND * size))


@lru_cache(maxsize=64)
def _font(families: tuple[str, ...], size: int, is_bold: bool, is_italic: bool) -> QFont:  # noqa: FBT001 - lru_cache keys are positional
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(size)
    font.setItalic(is_italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if is_bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


@lru_cache(maxsize=256)
def _adapted(colour: str, is_dark: bool, is_grey: bool) -> QColor:  # noqa: FBT001 - lru_cache keys are positional
    plain = QColor(colour)
    if not plain.isValid():
        plain = QColor("#8A8F99")
    if is_grey:
        return _grey(plain)
    if not is_dark:
        return plain
    saturation, lightness = plain.hslSaturationF(), plain.lightnessF()
    calm = saturation * 0.78 if saturation > 0.6 else saturation
    return QColor.fromHslF(max(plain.hslHueF(), 0.0), calm, lightness + (1 - lightness) * 0.3)


@lru_cache(maxsize=512)
def _filled(colour: int, ground: int, strength: float) -> QColor:
    return mixed(QColor.fromRgb(colour), QColor.fromRgb(ground), strength)


def _grey(colour: QColor) -> QColor:
    """As light as the colour is, yet never so light or so dark that words on it are lost."""
    shade = (_luminance(colour) + 0.05) ** 0.5  # about as the eye counts
    level = round(255 * min(max(1.15 * shade - 0.12, 0.24), 0.72))
    return QColor(level, level, level)


@lru_cache(maxsize=512)
def _contrast(one: int, other: int) -> float:
    return contrast(QColor.fromRgb(one), QColor.fromRgb(other))


def mixed(colour: QColor, ground: QColor, strength: float) -> QColor:
    """`colour` laid over `ground` at `strength` 0-1, as one opaque colour."""
    pairs = zip(_parts(colour), _parts(ground), strict=True)
    parts = [round(255 * (above * strength + below * (1 - strength))) for above, below in pairs]
    return QColor(*parts)


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _parts(colour: QColor) -> tuple[float, float, float]:
    return colour.redF(), colour.greenF(), colour.blueF()


def _luminance(colour: QColor) -> float:
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def light() -> Style:
    """The look on a light ground."""
    return Style(
        background=QColor("#fbfcfd"),
        band_alternate=QColor("#fbfcfd"),
        separator=QColor("#e6e9ee"),
        weekend=QColor("#f5f7fa"),
        night=QColor(52, 84, 140, 11),
        grid=QColor("#f0f3f6"),
        grid_strong=QColor("#e3e8ee"),
        axis=QColor("#eef1f5"),
        axis_text=QColor("#1c2430"),
        axis_text_minor=QColor("#7f899b"),
        header=QColor("#ffffff"),
        header_separator=QColor("#e9ecf0"),
        header_current=QColor("#f1f5fc"),
        icon=QColor("#8a94a5"),
        text=QColor("#1c2430"),
        text_muted=QColor("#687385"),
        pill=QColor("#a9b1be"),
        link=QColor("#687385"),
        selection=QColor("#2f6fde"),
        today=QColor("#d33f49"),
        drop=QColor("#2f6fde"),
        bubble=QColor("#1c2430"),
        bubble_text=QColor("#ffffff"),
        overview=QColor("#eef1f5"),
        light=QColor("#ffffff"),
        dark=QColor("#14171c"),
    )


def dark() -> Style:
    """The look on a dark ground."""
    return Style(
        background=QColor("#171b21"),
        band_alternate=QColor("#171b21"),
        separator=QColor("#262c35"),
        weekend=QColor("#1b2027"),
        night=QColor(0, 0, 0, 46),
        grid=QColor("#1f252d"),
        grid_strong=QColor("#2a313b"),
        axis=QColor("#20252d"),
        axis_text=QColor("#e6e9ef"),
        axis_text_minor=QColor("#7b8598"),
        header=QColor("#1b1f26"),
        header_separator=QColor("#282e38"),
        header_current=QColor("#222a38"),
        icon=QColor("#7b8598"),
        text=QColor("#e6e9ef"),
        text_muted=QColor("#98a2b3"),
        pill=QColor("#596376"),
        link=QColor("#98a2b3"),
        selection=QColor("#6aa0ff"),
        today=QColor("#ff7b82"),
        drop=QColor("#6aa0ff"),
        bubble=QColor("#e6e9ef"),
        bubble_text=QColor("#14171c"),
        overview=QColor("#20252d"),
        light=QColor("#ffffff"),
        dark=QColor("#14171c"),
        is_dark=True,
    )


def paper() -> Style:
    """The look in print: the light one on white, with lines that a copier keeps."""
    white = QColor("#ffffff")
    return replace(
        light(),
        background=white,
        band_alternate=white,
        weekend=QColor("#f4f4f4"),
        night=QColor(0, 0, 0, 0),
        grid=QColor("#e4e4e4"),
        grid_strong=QColor("#c8c8c8"),
        separator=QColor("#b8b8b8"),
        axis=white,
        axis_text_minor=QColor("#5c5c5c"),
        text_muted=QColor("#4a4a4a"),
        pill=QColor("#6a6a6a"),
        bar_strength=1.0,
    )


def grey() -> Style:
    """The look in print on a machine that has no colours."""
    return replace(
        paper(),
        is_grey=True,
        axis_text=QColor("#000000"),
        text=QColor("#000000"),
        link=QColor("#4a4a4a"),
        selection=QColor("#000000"),
        today=QColor("#000000"),
    )
