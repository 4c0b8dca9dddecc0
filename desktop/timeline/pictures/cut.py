"""A part of a frame: what one page of a poster needs of it, and nothing that lies elsewhere."""

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF

from desktop.timeline.frames.frame import Frame, Ints

REACH = 80  # pixels by which markers, pills and arrows stand out of their boxes

_EVENTS = ("ids", "band", "left", "right", "core_left", "core_right", "top", "shape", "marks",
           "standing", "label_left", "label_width", "label_inside")  # fmt: skip
_CLUSTERS = ("cluster_band", "cluster_left", "cluster_right", "cluster_top", "cluster_count")


def cut(frame: Frame, part: QRectF) -> Frame:
    """The frame with only those events and clusters that touch `part`; nothing is moved."""
    label_right = np.where(frame.label_width > 0, frame.label_left + frame.label_width, frame.right)
    label_left = np.where(frame.label_width > 0, frame.label_left, frame.left)
    right = np.maximum(frame.right, label_right).astype(np.int32)
    left = np.minimum(frame.left, label_left).astype(np.int32)
    # An era is as high as its band, whatever its own top says.
    events = _touches(part, left, right, frame.top) | (frame.shape == 2)
    clusters = _touches(part, frame.cluster_left, frame.cluster_right, frame.cluster_top)
    kept = {name: getattr(frame, name)[events] for name in _EVENTS}
    kept |= {name: getattr(frame, name)[clusters] for name in _CLUSTERS}
    if frame.cluster_lit is not None:
        kept["cluster_lit"] = frame.cluster_lit[clusters]
    return replace(frame, **kept)


def _touches(part: QRectF, left: Ints, right: Ints, top: Ints) -> NDArray[np.bool_]:
    across = (left < part.right() + REACH) & (right > part.left() - REACH)
    down = (top < part.bottom() + REACH) & (top > part.top() - REACH)
    return np.asarray(across & down, np.bool_)
