"""All that a project says goes out as JSON and comes in again, on another computer too."""

import json

import pytest
from hypothesis import HealthCheck, given, settings

from desktop import formats
from desktop.document import Document
from desktop.errors import FileError
from desktop.formats.samples import make_sample
from tests.formats.timelines import fill, timelines


@pytest.fixture
def opened(tmp_path):
    """Documents by name, made where there are none, closed behind the test."""
    documents = []

    def open_or_make(name):
        path = tmp_path / f"{name}.dateline"
        documents.append(Document.open(path) if path.exists() else Document.create(path))
        return documents[-1]

    yield open_or_make
    for document in documents:
        document.close()


@settings(suppress_health_check=list(HealthCheck), deadline=None, max_examples=20)
@given(timeline=timelines())
def test_a_project_comes_back_byte_for_byte(timeline, tmp_path_factory):
    folder = tmp_path_factory.mktemp("round")
    document, fresh = (Document.create(folder / f"{n}.dateline") for n in (1, 2))
    fill(document, timeline)

    formats.export(document, folder / "1.json")
    formats.take_in(fresh, formats.read(folder / "1.json"))
    formats.export(fresh, folder / "2.json")

    assert (folder / "2.json").read_bytes() == (folder / "1.json").read_bytes()
    for closed in (document, fresh):
        closed.close()


def test_a_sample_is_whole_after_the_journey(opened, tmp_path):
    make_sample("berlin", tmp_path / "berlin.dateline")
    berlin, fresh = opened("berlin"), opened("fresh")
    formats.export(berlin, tmp_path / "berlin.json")

    formats.take_in(fresh, formats.read(tmp_path / "berlin.json"))

    assert fresh.title == berlin.title
    assert fresh.check() == []
    assert [article.text for article in fresh.articles()] == [
        article.text for article in berlin.articles()
    ]
    assert looks(fresh) == looks(berlin)
    assert fresh.counts() == berlin.counts()
    assert len(fresh.links()) == len(berlin.links())


def looks(document):
    return [
        (track.uid, track.name, track.colour, track.marker, track.key)
        for track in document.tracks()
    ]


def test_tracks_of_one_name_are_one_track_in_a_project_that_has_it(opened, tmp_path):
    make_sample("rome", tmp_path / "rome.dateline")
    make_sample("rome", tmp_path / "second.dateline")
    rome, second = opened("rome"), opened("second")
    formats.export(rome, tmp_path / "rome.json")

    outcome = formats.take_in(second, formats.read(tmp_path / "rome.json"))

    assert outcome.added == len(rome.events())
    assert second.counts().tracks == 7


def test_the_same_file_twice_changes_nothing(opened, tmp_path):
    make_sample("rome", tmp_path / "rome.dateline")
    rome = opened("rome")
    formats.export(rome, tmp_path / "rome.json")

    outcome = formats.take_in(rome, formats.read(tmp_path / "rome.json"))

    assert (outcome.added, outcome.changed) == (0, 0)
    assert rome.undo_name == ""


def whole(**more):
    return json.dumps({"format": "dateline", "version": 1, **more})


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("{}", "no Dateline export"),
        ("[]", "no Dateline export"),
        ('{"format": "dateline", "version": 2}', "newer Dateline"),
        ('{"format": "dateline", "format": "dateline"}', "twice"),
        (whole(events=float("nan")), "NaN is no number"),
        ('{"n": ' + "9" * 10_000 + "}", "no JSON"),
        (whole(events=1), "events: it is no list"),
        (whole(articles=[{"text": "no title"}]), "title: it is wanting"),
        (whole(articles=[{"title": 7}]), "title: “7” cannot stand there"),
        (whole(tracks=[{"name": "A", "secret": 1}]), "secret: it is not known"),
    ],
)
def test_what_is_no_export_is_refused_in_a_sentence(content, complaint, tmp_path):
    path = tmp_path / "odd.json"
    path.write_text(content)

    with pytest.raises(FileError, match=complaint):
        formats.read(path)


@pytest.mark.parametrize(
    ("event", "complaint"),
    [
        ({}, "title"),
        ({"title": "a", "when": "1914-13"}, "when"),
        ({"title": "a", "when": 1914}, "when"),
        ({"title": "a", "importance": "high"}, "importance"),
        ({"title": "a", "importance": True}, "importance"),
        ({"title": "a", "position": 2**60}, "position"),
        ({"title": "a", "status": "true"}, "status"),
        ({"title": "a", "tags": "b"}, "tags"),
        ({"title": "a", "track": 1}, "track"),
        ({"title": "a", "extra": []}, "extra"),
        ({"title": "a", "claims": [{"article": "nowhere"}]}, "article"),
        ({"title": "a", "links": [{"target": 4}]}, "target"),
        ({"title": "a", "id": 4}, "id"),
    ],
)
def test_a_bad_event_is_named_and_the_others_are_read(event, complaint, tmp_path):
    path = tmp_path / "events.json"
    path.write_text(whole(events=[{"title": "Good"}, event]))

    incoming = formats.read(path)

    assert [draft.event.title for draft in incoming.drafts] == ["Good"]
    assert [refused.line for refused in incoming.refused] == [2]
    assert incoming.refused[0].reason.startswith(complaint)
