"""A class's timeline of sixty events: at one glance every title can be read, and none hides one."""

import random

import pytest

from desktop.model import Event
from desktop.session import Session
from desktop.timeline.drawing.style import light
from desktop.timeline.view import TimelineView
from desktop.when import When

WORDS = [
    "the",
    "of",
    "a",
    "siege",
    "treaty",
    "council",
    "revolt",
    "harvest",
    "fleet",
    "senate",
    "march",
    "crown",
    "bread",
    "river",
]


def even():
    """Ten events on each of six tracks within some ten years: days, months and stretches."""
    for number in range(60):
        year, month = 1789 + number % 11, 1 + number * 5 % 12
        written = (f"{year}-{month:02}-14", f"{year}-{month:02}", f"{year}-{month:02}/{year + 1}")
        when = When(written[number % 3])
        yield Event(track=1 + number % 6, title=f"What happened, part {number + 1}", when=when)


def uneven(seed):
    """Most events in a few weeks, some years or centuries away, titles of two to twelve words."""
    chance = random.Random(seed)
    for _number in range(60):
        far = chance.random() < 0.3
        year = chance.randint(1500, 1950) if far else 1789
        day = f"{year}-{chance.randint(6, 8):02}-{chance.randint(1, 28):02}"
        written = chance.choice([day, day, f"{day}?", day[:7], f"{year}~", f"{year}/{year + 3}"])
        title = " ".join(chance.choices(WORDS, k=chance.randint(2, 12))).capitalize()
        yield Event(track=chance.randint(1, 6), title=title, when=When(written))


def one_day(seed):
    """All on three days, five to a track and day: the greatest crowd that a lesson makes."""
    chance = random.Random(seed)
    for number in range(60):
        title = " ".join(chance.choices(WORDS, k=chance.randint(3, 9)))
        when = When(f"1914-08-{1 + number % 3:02}")
        yield Event(track=1 + number % 6, title=title, when=when)


SETS = [even, *[lambda seed=seed: uneven(seed) for seed in range(4)], lambda: one_day(1)]


def overlaps(one, other):
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


@pytest.mark.parametrize("events", SETS)
def test_at_fit_all_every_title_stands_whole_and_alone(document, qtbot, events):
    with document.step("Class"):
        document.add_all(events())
    view = TimelineView(Session(document), light())
    qtbot.addWidget(view)
    view.resize(1600, 1000)
    with qtbot.waitExposed(view):
        view.show()
    view.stage.glide = 0
    view.fit_all()

    while not view.stage.is_settled:
        view.stage.go_on()
    frame, bar = view.stage._setting.frame(view.stage.scale, 0, 10_000), light().metrics().bar

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
