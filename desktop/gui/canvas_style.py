"""A theme's look for the timeline, which the first page does without."""

from dataclasses import replace

from desktop.gui.theme import Theme
from desktop.timeline.drawing.style import Style, dark, light

_SIZES = (
    "text_size",
    "axis_size",
    "axis_minor_size",
    "name_size",
    "count_size",
    "pill_size",
    "axis_height",
    "header_width",
)


def style_of(theme: Theme, scale: float = 1.0) -> Style:
    """The canvas in a theme's colours, its words `scale` times as large."""
    style = Style.of_roles(theme.timeline, dark() if theme.is_dark else light())
    larger = {name: round(getattr(style, name) * scale) for name in _SIZES}
    return replace(style, **larger)
