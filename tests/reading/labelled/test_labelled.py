"""How much of our own labelled articles is found and right; each half has to pass by itself."""

from collections import Counter

import pytest

from desktop.model import Article
from desktop.reading.dates import find_dates
from desktop.reading.suggest import Filed, TrackWords, suggest
from desktop.when import When
from tests.reading.labelled.labelled_articles import is_right, read_all

ARTICLES = read_all()
HALVES = {"odd": ARTICLES[0::2], "even": ARTICLES[1::2]}


def touches(one, two):
    return one[0] < two[1] and two[0] < one[1]


def date_counts(articles):
    """How many labels there are, are found, are right; how many traps, and took us in."""
    counts = Counter()
    for article in articles:
        found = [((one.start, one.end), one) for one in find_dates(article.text, article.published)]
        for label in (label for label in article.labels if label.is_required):
            hits = [one for span, one in found if touches(span, (label.start, label.end))]
            counts["labels"] += 1
            counts["found"] += bool(hits)
            counts["right"] += any(is_right(label.values, one.edtf, one.timex3) for one in hits)
        named = [(label.start, label.end) for label in article.labels]
        free = [span for span, _ in found if not any(touches(span, name) for name in named)]
        counts["traps"] += len(article.traps)
        counts["false"] += sum(any(touches(span, trap) for span in free) for trap in article.traps)
    return counts


def proposals(article, filed=()):
    read = Article(
        title="A",
        text=article.text,
        published=When(article.published) if article.published else None,
    )
    tracks = [TrackWords(number, name) for number, name in enumerate(article.tracks)]
    return suggest(read, tracks, filed)


def event_counts(articles):
    """How many events are labelled, proposed, right; how many proposals, and worth placing."""
    counts = Counter()
    for article in articles:
        proposed = proposals(article)
        spans = [(one.first, one.last) for one in proposed]
        counts["proposals"] += len(spans)
        for event in article.events:
            own = (event.start, event.end)
            hits = [one for one in proposed if touches((one.first, one.last), own)]
            counts["events"] += 1
            counts["proposed"] += bool(hits)
            if hits:
                best = max(hits, key=lambda one: min(one.last, own[1]) - max(one.first, own[0]))
                counts["right"] += is_placed_right(article, event, best)
                planned = event.statuses == ("planned",)
                counts["plans as happened"] += planned and best.status != "planned"
        owns = [(event.start, event.end) for event in article.events]
        counts["worth"] += sum(any(touches(span, own) for own in owns) for span in spans)
    return counts


def is_placed_right(article, event, suggestion):
    edtf = suggestion.governing.when.edtf if suggestion.governing else ""
    on_track = "*" in event.tracks or article.tracks[suggestion.track] in event.tracks
    return on_track and ("*" in event.dates or is_right(event.dates, edtf, ""))


def test_there_are_six_hundred_expressions_in_eight_kinds_of_article():
    labels = sum(label.is_required for article in ARTICLES for label in article.labels)

    assert labels >= 600
    assert len({article.kind for article in ARTICLES}) == 8


@pytest.mark.parametrize("half", HALVES)
def test_of_ten_dates_nine_are_found_and_of_those_nearly_all_right(half):
    counts = date_counts(HALVES[half])

    assert counts["found"] >= 0.95 * counts["labels"], counts
    assert counts["right"] >= 0.94 * counts["found"], counts


@pytest.mark.parametrize("half", HALVES)
def test_counts_prices_names_and_codes_are_no_dates(half):
    counts = date_counts(HALVES[half])

    assert counts["false"] < 0.03 * counts["traps"], counts


@pytest.mark.parametrize("half", HALVES)
def test_most_events_are_proposed_on_their_track_and_day(half):
    counts = event_counts(HALVES[half])

    assert counts["proposed"] >= 0.85 * counts["events"], counts
    assert counts["right"] >= 0.65 * counts["events"], counts
    assert counts["worth"] >= 0.65 * counts["proposals"], counts


@pytest.mark.parametrize("half", HALVES)
def test_no_plan_is_shown_as_happened(half):
    assert event_counts(HALVES[half])["plans as happened"] == 0


@pytest.mark.parametrize("filed", [1, 5, 20, 60])
def test_what_was_filed_never_makes_the_tracks_worse_than_the_lexicon_alone(filed):
    six = [article for article in ARTICLES if article.kind in ("wire", "conflict", "live")]
    six = [article for article in six if "Offensives" in article.tracks]
    taught, asked = six[0::2], six[1::2]
    examples = [
        Filed(article.tracks.index(event.tracks[0]), article.text[event.start : event.end + 60])
        for article in taught
        for event in article.events
        if event.tracks[0] != "*"
    ][:filed]

    alone, learnt = on_track(asked), on_track(asked, examples)

    assert learnt >= alone, (filed, len(examples), alone, learnt)


def on_track(articles, filed=()):
    """How many labelled events of the articles are proposed on one of their tracks."""
    right = 0
    for article in articles:
        proposed = proposals(article, filed)
        for event in (event for event in article.events if "*" not in event.tracks):
            own = (event.start, event.end)
            hits = [one for one in proposed if touches((one.first, one.last), own)]
            right += any(article.tracks[one.track] in event.tracks for one in hits)
    return right
