"""Links find their way round what stands between two events."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from desktop.timeline.drawing import routes
from desktop.timeline.drawing.links import find_links, find_stubs, paint_links
from desktop.timeline.drawing.scene import Arrow, Stub
from desktop.timeline.drawing.style import light
from tests.timeline.test_paint import bar, frame_of, marker

pytestmark = pytest.mark.usefixtures("qapp")


def labelled(frame, **rooms):
    left, width = np.zeros(len(frame.ids), np.int32), np.zeros(len(frame.ids), np.int32)
    for name, (start, wide) in rooms.items():
        left[int(name[1:])], width[int(name[1:])] = start, wide
    return replace(frame, label_left=left, label_width=width)


def crossed(frame, link):
    """The labels over which a link lies, by their places."""
    dots = routes.points(link.curve, 200)
    found = set()
    for place in np.flatnonzero(frame.label_width).tolist():
        left, top = frame.label_left[place], frame.top[place] + 3
        inside = (dots[:, 0] > left) & (dots[:, 0] < left + frame.label_width[place])
        inside &= (dots[:, 1] > top) & (dots[:, 1] < top + 14)
        if inside.any():
            found.add(place)
    return found


def test_a_link_goes_round_the_labels_between_two_markers():
    frame = frame_of(*(marker(200, top=5 + 24 * row) for row in range(5)))
    frame = labelled(frame, **{f"e{row}": (212, 150) for row in range(5)})

    (link,) = find_links(frame, light(), (Arrow(1, 5, "causes"),))

    assert crossed(frame, link) == set()
    assert link.points[:, 0].min() < 190


def test_a_link_never_crosses_the_labels_of_its_own_events():
    frame = frame_of(bar(100, 160, top=5), marker(240, top=70))
    frame = labelled(frame, e0=(166, 120), e1=(252, 120))

    (link,) = find_links(frame, light(), (Arrow(1, 2, "causes"),))

    assert crossed(frame, link) == set()


def test_a_link_keeps_its_way_while_one_pans():
    frame = frame_of(bar(200, 260, top=5), marker(340, top=70))
    shifted = frame_of(bar(163, 223, top=5), marker(303, top=70))

    (here,) = find_links(frame, light(), (Arrow(1, 2, "causes"),))
    (there,) = find_links(shifted, light(), (Arrow(1, 2, "causes"),))

    assert np.allclose(here.points - there.points, (37, 0))


def test_a_link_fades_the_farther_it_goes_unless_its_event_is_in_hand():
    frame = frame_of(marker(20, top=5), marker(60, top=40), marker(580, top=70))
    arrows = (Arrow(1, 2, "causes"), Arrow(1, 3, "causes"))

    near, far = find_links(frame, light(), arrows)
    chosen = find_links(frame, light(), arrows, frozenset({3}))

    assert near.strength == 1 > far.strength > 0.3
    assert chosen[1].strength == 1


def test_what_a_link_means_is_told_by_its_line_too():
    frame = frame_of(bar(100, 160, top=5), bar(300, 360, top=70))
    images = []
    for kind in ("causes", "answers", "part of"):
        image = QImage(600, 100, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        links = find_links(frame, light(), (Arrow(1, 2, kind),))
        paint_links(painter, frame, light(), (Arrow(1, 2, kind),))
        painter.end()
        assert links
        images.append(
            sum(image.pixelColor(x, y).value() < 200 for x in range(600) for y in range(100))
        )

    assert len(set(images)) == 3


@pytest.mark.parametrize("side", [-1, 1])
def test_a_link_to_an_event_out_of_sight_leads_to_its_side(side):
    frame = frame_of(marker(200, top=5))

    (out,) = find_stubs(frame, light(), (Stub(Arrow(1, 99, "causes"), side, is_source=True),))
    (into,) = find_stubs(frame, light(), (Stub(Arrow(99, 1, "causes"), side, is_source=False),))
    nothing = find_stubs(frame, light(), (Stub(Arrow(98, 99, "causes"), side, is_source=True),))

    assert abs(out.points[0, 0] - 200) < 30
    assert side * (out.points[-1, 0] - 200) > 50
    assert abs(into.points[-1, 0] - 200) < 30
    assert side * (into.points[0, 0] - 200) > 50
    assert nothing == []


def test_a_link_out_of_the_picture_shifts_with_its_event_and_is_drawn():
    images = []
    for x in (200, 163):
        image = QImage(600, 100, QImage.Format.Format_Grayscale8)
        image.fill(255)
        painter = QPainter(image)
        stub = Stub(Arrow(1, 99, "causes"), 1, is_source=True)
        paint_links(painter, frame_of(marker(x, top=5)), light(), (), stubs=(stub,))
        painter.end()
        images.append(image)

    first, second = (np.array(one.constBits()).reshape(100, 600) for one in images)
    assert (first < 200).sum() > 50
    assert np.array_equal(first[:, 100:500], second[:, 63:463])
