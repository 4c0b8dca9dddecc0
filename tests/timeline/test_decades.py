"""At every decade of zoom no two titles of a sample meet, and none leaves the box it lies in.

Sixty pictures of each sample here; `DATELINE_DECADES=1000` draws that many, and
`DATELINE_PICTURES=folder` keeps them to be looked at.
"""

import os
from pathlib import Path

import numpy as np
import pytest

from desktop.document import Document
from desktop.formats.samples import make_sample
from desktop.session import Session
from desktop.timeline.axis.scale import TimeScale
from desktop.timeline.drawing.style import light
from desktop.timeline.frames.frame import Shape
from desktop.timeline.view import TimelineView

PICTURES = int(os.environ.get("DATELINE_DECADES", "60"))
KEPT = os.environ.get("DATELINE_PICTURES", "")
MINUTE, LONGEST = 60.0, 1e13  # seconds across the picture


def boxes(frame, bar):
    """Rows (left, right, top, foot) of every title."""
    told = frame.label_width > 0
    left, top = frame.label_left[told], frame.top[told]
    return np.stack((left, left + frame.label_width[told], top, top + bar), 1)


def meeting(boxes):
    """How many pairs of boxes share a pixel, by measurement of every pair."""
    left, right, top, foot = (side[:, None] for side in boxes.T)
    meets = (left < right.T) & (right > left.T) & (top < foot.T) & (foot > top.T)
    return (int(meets.sum()) - len(boxes)) // 2


def leaving(frame):
    """How many titles inside a bar reach out of it."""
    inside = (frame.label_width > 0) & frame.label_inside & (frame.shape != Shape.ERA)
    left, right = frame.label_left, frame.label_left + frame.label_width
    return int((inside & ((left < frame.left) | (right > frame.right))).sum())


@pytest.mark.parametrize("sample", ["rome", "berlin"])
def test_no_title_meets_another_at_any_decade_of_zoom(sample, tmp_path, qtbot):
    path = tmp_path / "sample.dateline"
    make_sample(sample, path)
    document = Document.open(path)
    view = TimelineView(Session(document), light())
    qtbot.addWidget(view)
    view.resize(1366, 700)
    with qtbot.waitExposed(view):
        view.show()
    stage, bar = view.stage, light().metrics().bar
    stage.glide = 0
    first, last = stage.extent()
    chance = np.random.default_rng(1)
    told = 0

    for number, span in enumerate(np.geomspace(MINUTE, LONGEST, PICTURES)):
        middle = chance.choice([first, last, chance.uniform(first, last)])
        stage.show_scale(TimeScale(0, span / stage.width, stage.width).centred(middle))
        while not stage.is_settled:
            stage.go_on()
        if KEPT:
            view.grab().save(str(Path(KEPT) / f"{sample}-{number:04}.png"))

        found = boxes(stage.frame, bar)
        told += len(found)
        assert meeting(found) == 0, f"titles meet with {span:.0f} seconds in view"
        assert leaving(stage.frame) == 0, f"a title leaves its bar with {span:.0f} seconds"
    assert told > PICTURES
    document.close()
