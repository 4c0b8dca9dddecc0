"""What a user writes into the filter field, and which events it leaves."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document import Document, Filter
from desktop.document.columns import read_columns
from desktop.document.filtering import later_articles, matching
from desktop.document.status import read_statuses
from desktop.document.terms import read_terms
from desktop.errors import DatelineError
from desktop.model import Article, Claim, Event
from desktop.when import When

TODAY = When("2024-12-01")


@pytest.fixture
def history(document):
    """A march and its denial by Dr. Müller, a raid, an old siege, and one that nobody dated."""
    first, later = (
        Article(title=title, publisher=title, published=When(day))
        for title, day in (("Gazette", "2024-11-29"), ("Courier", "2024-12-05"))
    )
    with document.step("Fill"):
        gazette, courier = document.add(first), document.add(later)
        march = _event(document, 1, "The long march begins", "2024-11-27", place="Old Harbour")
        raid = _event(document, 2, "Raid on the café", "2024-12-03/2024-12-04")
        siege = _event(document, 1, "Siege of the march town", "1854", note="long ago")
        lost = _event(document, 2, "Lost letter", "")
        document.add(_claim(march, gazette))
        document.add(_claim(march, courier, stance="denies", said_by="Dr. Müller"))
        document.add(_claim(raid, courier))
        document.set_event_tags(raid, ["ground war"])
    names = {march: "march", raid: "raid", siege: "siege", lost: "lost"}
    return lambda words, known="": {
        names[event]
        for event in matching(
            document._db, Filter(words, When(known) if known else None), TODAY
        ).tolist()
    }


def _event(document, track, title, when, **other):
    return document.add(Event(track=track, title=title, when=When(when) if when else None, **other))


def _claim(event, article, **other):
    return Claim(event=event, article=article, first=0, last=1, exact="x", **other)


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("", {"march", "raid", "siege", "lost"}),
        ("mar", {"march", "siege"}),
        ("march LONG", {"march", "siege"}),
        ('"long march"', {"march"}),
        ('"long march', {"march"}),
        ('"march long"', set()),
        ("-march", {"raid", "lost"}),
        ("cafe", {"raid"}),
        ("harb", {"march"}),
        ("- - …", {"march", "raid", "siege", "lost"}),
        ("track:airst", {"raid", "lost"}),
        ("track:offensives track:airstrikes", {"march", "raid", "siege", "lost"}),
        ("-track:Offensives", {"raid", "lost"}),
        ('tag:"ground war"', {"raid"}),
        ("tag:ground -raid", set()),
        ("said:muller", {"march"}),
        ("place:OLD", {"march"}),
        ("status:contested", {"march"}),
        ("status:none", {"siege", "lost"}),
        ("-status:none status:rep", {"raid"}),
        ("before:2024-11-27", {"siege"}),
        ("before:28 Nov 2024 siege", {"siege"}),
        ('after:"27 Nov 2024"', {"raid"}),
        ("after:1855 before:2024-12-01", {"march"}),
        ("-before:2000", {"march", "raid", "lost"}),
        ("near:2024-11-29", {"march", "raid"}),
        ("near:2024-11-29~2d", {"march"}),
        ("near:yesterday~3d", {"march", "raid"}),
        ("near:1854~1y", {"siege"}),
        ("track:", {"march", "raid", "siege", "lost"}),
    ],
)
def test_a_filter_leaves_what_all_its_terms_hold_for(history, words, left):
    assert history(words) == left


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("trakc:x", "no filter “trakc:”"),
        ("track:nowhere", "no track “nowhere”"),
        ("tag:nothing", "no tag “nothing”"),
        ("status:c", "“c” is no status"),
        ("before:soonish", "After “before:” comes a date"),
        ("after:03/04/2020", "2020-04-03 or 2020-03-04"),
        ("near:2024~10q", "“~10q” is no width"),
    ],
)
def test_a_wrong_term_is_told_in_one_sentence(history, words, said):
    with pytest.raises(DatelineError, match=said):
        history(words)


def test_what_later_articles_say_was_not_known(history, document):
    assert history("", known="2024-11-30") == {"march", "siege", "lost"}
    assert history("status:reported", known="2024-11-30") == {"march"}
    assert history("said:muller", known="2024-11-30") == set()
    assert history("status:contested", known="2024-12-05") == {"march"}
    assert history("", known="2024-11-28") == {"siege", "lost"}
    later = later_articles(document._db, When("2024-11-30"))
    assert read_statuses(document._db, "[1]", later) == {1: "reported"}
    assert read_columns(document._db, "id = 1", later).standing.tolist() == [1]


def test_a_time_of_day_and_an_address_are_words(history):
    assert history("12:30") == set()
    assert [term.name for term in read_terms("12:30 16:00-17:00")] == ["", ""]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_a_sentence(text):
    assert _terms_or_sentence(text)


@settings(deadline=None)  # each makes a file of its own, on a disk that others use too
@given(words=st.text(alphabet='ab"*^(){}+-~\0٠é\ud800 NEAROT', max_size=20))
def test_no_sign_of_the_index_reaches_it_from_the_field(tmp_path_factory, words):
    document = Document.create(tmp_path_factory.mktemp("any") / "timeline.dateline")

    found = matching(document._db, Filter(words)).tolist()

    document.close()
    assert found == []


def _terms_or_sentence(text):
    try:
        return all(term.value.strip() for term in read_terms(text, TODAY))
    except DatelineError as error:
        return str(error)
