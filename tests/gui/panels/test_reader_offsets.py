"""A quote's code points hold whatever stands in the text and whatever the page adds."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.gui.panels.reader.offsets import CHIP, Inserted, Offsets, breaks, page_text, shown

TEXTS = st.text(st.sampled_from("ab \n\r\x00🔥👩‍🚀ée\u0301سلام𝔘"), max_size=60)


def utf16(text):
    return len(text.encode("utf-16-le")) // 2


@st.composite
def pages(draw):
    text = draw(TEXTS)
    points = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    return text, [Inserted(point, CHIP) for point in points]


@given(pages())
def test_every_character_is_found_again_on_the_page(page):
    text, inserted = page
    offsets = Offsets(text, inserted)
    held = page_text(text, inserted).encode("utf-16-le")

    for point, letter in enumerate(shown(text)):
        start, end = offsets.start(point), offsets.end(point + 1)

        assert held[2 * start : 2 * end].decode("utf-16-le") == letter
        assert offsets.in_text(start) == point
        assert offsets.in_text(end) == point + 1


@given(pages())
def test_every_place_on_the_page_is_a_place_in_the_text(page):
    text, inserted = page
    offsets = Offsets(text, inserted)
    length = utf16(page_text(text, inserted))

    points = [offsets.in_text(position) for position in range(length + 1)]

    assert points == sorted(points)
    assert points[0] == 0
    assert points[-1] == len(text)


def test_what_qt_takes_for_a_command_is_shown_as_a_blank():
    assert shown("a\r\nb\x00c\u2029d\ufdd0e\ufffcf") == "a \nb c d e f"


def test_a_run_too_long_for_qt_is_broken_on_the_page_only():
    text = "a" * 5_000

    offsets = Offsets(text, breaks(text))

    assert max(map(len, page_text(text, breaks(text)).split("\n"))) < 2_100
    assert offsets.in_text(offsets.start(4_321)) == 4_321
