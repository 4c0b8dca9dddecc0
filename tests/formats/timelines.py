"""Timelines of every sort, made by hypothesis, to send out and take in again."""

from hypothesis import strategies as some
from hypothesis.strategies import composite

from desktop.model import COLOURS, STANCES, STATUSES, Article, Claim, Event, Link, Track
from desktop.when import When

WORDS = some.text(
    some.one_of(
        some.characters(exclude_categories=["Cs"], exclude_characters="\0"),
        some.sampled_from("\r\n\"';,=+-@\t\u202e\u2066مرحبا"),
    ),
    max_size=12,
)
NAMES = some.text(some.sampled_from("abc ö;\\'=محל"), min_size=1, max_size=6).filter(str.strip)
EDTFS = """
    2024-11-29 1066~ -0043 -0043-03-15 2016-09~/2016-12 2011/.. ../1918 198X 19XX 2024-11-29?
    2024-11-29T18:00/2024-11-30T00:00 [2024-11-28,2024-11-29] Y-123456 1793-21 0000 2016-35
    1780-03-05/1780-04~
"""
WHENS = some.sampled_from([None, *map(When, EDTFS.split())])
COUNTS = some.none() | some.integers(0, 10**6)


@composite
def claims(draw, event, articles):
    return Claim(
        event=event,
        article=draw(some.sampled_from(articles)),
        first=draw(some.integers(1, 50)),
        last=draw(some.integers(51, 90)),
        exact=draw(WORDS),
        prefix=draw(WORDS),
        suffix=draw(WORDS),
        said_by=draw(WORDS),
        stance=draw(some.sampled_from(STANCES)),
        said_when=draw(WHENS),
        killed_min=draw(COUNTS),
        killed_max=draw(COUNTS),
        injured_max=draw(COUNTS),
        whom=draw(WORDS),
        date_first=draw(COUNTS),
    )


@composite
def events(draw):
    extra = draw(some.sampled_from(["", '{"Region": "Норд", "title": "=1", "": ""}', '{"n": 3}']))
    return Event(
        track=draw(some.integers(1, 2)),
        title=draw(WORDS),
        when=draw(WHENS),
        position=draw(some.integers(-3, 3)),
        importance=draw(some.integers(0, 9)),
        note=draw(WORDS),
        place=draw(WORDS),
        latitude=draw(some.none() | some.integers(-90_000_000, 90_000_000)),
        longitude=draw(some.none() | some.integers(-180_000_000, 180_000_000)),
        colour=draw(some.sampled_from(["", "#112233"])),
        status=draw(some.sampled_from(STATUSES)),
        status_reason=draw(WORDS),
        extra=extra,
    )


@composite
def timelines(draw):
    """What a document is filled with: events, their tags, claims and links, by place."""
    listed = draw(some.lists(events(), max_size=4))
    tags = [draw(some.lists(NAMES, max_size=3)) for _event in listed]
    told = [
        draw(claims(number, [1, 2]))
        for number in range(1, len(listed) + 1)
        for _claim in range(draw(some.integers(0, 3)))
    ]
    numbers = some.integers(1, max(len(listed), 1))
    links = [
        Link(source=draw(numbers), target=draw(numbers), note=draw(WORDS))
        for _link in range(draw(some.integers(0, 2)) if listed else 0)
    ]
    articles = [
        Article(title=draw(WORDS), publisher=draw(WORDS), published=draw(WHENS), text_hash=key)
        for key in ("", "ab12")
    ]
    return listed, tags, told, links, articles


def fill(document, timeline):
    listed, tags, told, links, articles = timeline
    with document.step("Fill"):
        document.add_all([Track(name="Attacks", colour=COLOURS[3]), Track(name=" =Σ ")])
        document.add_all(articles)
        for event, names in zip(document.add_all(listed), tags, strict=True):
            document.set_event_tags(event, names)
        document.add_all(told)
        document.add_all(links)
