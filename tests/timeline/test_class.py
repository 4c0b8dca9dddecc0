"""A class's timeline of sixty events: at one glance every title can be read, and none hides one."""

from desktop.model import Event
from desktop.session import Session
from desktop.timeline.drawing.style import light
from desktop.timeline.view import TimelineView
from desktop.when import When


def events():
    """Ten events on each of six tracks within some ten years: days, months and stretches."""
    for number in range(60):
        year, month = 1789 + number % 11, 1 + number * 5 % 12
        written = (f"{year}-{month:02}-14", f"{year}-{month:02}", f"{year}-{month:02}/{year + 1}")
        when = When(written[number % 3])
        yield Event(track=1 + number % 6, title=f"What happened, part {number + 1}", when=when)


def overlaps(one, other):
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def test_at_fit_all_every_title_stands_whole_and_alone(document, qtbot):
    with document.step("Class"):
        document.add_all(events())
    view = TimelineView(Session(document), light())
    qtbot.addWidget(view)
    view.resize(1600, 1000)
    with qtbot.waitExposed(view):
        view.show()
    view.stage.glide = 0
    view.fit_all()

    frame, bar = view.stage.frame, light().metrics().bar

    assert len(frame.ids) == 60
    natural = view.stage._setting._widths(frame.ids)
    assert (frame.label_width == natural).all()
    labels = [
        (left, left + width, top, top + bar)
        for left, width, top in zip(
            frame.label_left.tolist(), frame.label_width.tolist(), frame.top.tolist(), strict=True
        )
    ]
    assert all(left >= 0 and right <= frame.width for left, right, _top, _foot in labels)
    pairs = [(one, other) for at, one in enumerate(labels) for other in labels[:at]]
    assert not [pair for pair in pairs if overlaps(*pair)]
