"""TimelineJS takes every timeline that is written for it, and its dates come back as they were."""

import csv
import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop import formats
from desktop.document import Document
from desktop.formats.slide_dates import edges_of, era_ends, event_ends, known_again, within
from desktop.formats.spans import Moment, edtf_between
from desktop.model import Event, Track
from desktop.when import When
from tests.formats.timelines import EDTFS

FORMS = pytest.mark.parametrize("form", ["timelinejs", "timelinejs-json"])
ERAS = (
    "1914", "2024-11", "2024-11-29", "2024-11-29T18:00", "2024-11-29T23:59:59", "2011/..",
    "../1918", "1066~", "[2024-11-25..2024-12-01]", "2024/2024-06", "1793-21", "Y-13800000000",
    "0000", "-0043", "198X", "2030/..", "../-0500",
)  # fmt: skip

EVENTS = ("1920-05-01", "Y-300000")


@pytest.fixture
def opened(tmp_path):
    documents = []

    def make(name):
        documents.append(Document.create(tmp_path / f"{name}.dateline", name))
        return documents[-1]

    yield make
    for document in documents:
        document.close()


def filled(document, eras, events=()):
    with document.step("Fill"):
        document.add_all([Track(name="Ages", marker="era"), Track(name="Wars")])
        document.add_all([Event(track=1, title=edtf, when=When(edtf)) for edtf in eras])
        document.add_all([Event(track=2, title=edtf, when=When(edtf)) for edtf in events])
    return document


def eras_of(path):
    """The eras of a file in the parts that TimelineJS compares: beginning and end of each."""
    if path.suffix == ".json":
        whole = json.loads(path.read_text("utf-8"))
        return [(era["start_date"], era["end_date"]) for era in whole.get("eras", [])]
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["Type"] == "era"]
    parts = ("Year", "Month", "Day", "Time")
    return [
        (
            {part: row[part] for part in parts if row[part]},
            {part: row[f"End {part}"] for part in parts if row[f"End {part}"]},
        )
        for row in rows
    ]


@FORMS
def test_every_era_begins_before_it_ends(form, opened, tmp_path):
    document = filled(opened("ages"), ERAS, EVENTS)
    path = tmp_path / f"out{formats.writer_for(tmp_path, form).suffix}"

    formats.export(document, path, form)

    eras = eras_of(path)
    assert len(eras) == len(ERAS)
    # TimelineJS drops an end that has all the parts of the beginning, and then the whole file.
    assert [one for one in eras if all(one[1].get(k) == v for k, v in one[0].items())] == []


@FORMS
def test_eras_come_back_with_their_dates_and_their_track(form, opened, tmp_path):
    document = filled(opened("ages"), ERAS, EVENTS)
    path = tmp_path / f"out{formats.writer_for(tmp_path, form).suffix}"
    formats.export(document, path, form)
    fresh = opened("fresh")

    formats.take_in(fresh, formats.read(path))

    back = {event.title: event for event in fresh.events()}
    assert {title: event.when.edtf for title, event in back.items()} == {
        title: title for title in (*ERAS, *EVENTS)
    }
    tracks = {track.id: track for track in fresh.tracks()}
    assert (tracks[back["1914"].track].name, tracks[back["1914"].track].marker) == ("Ages", "era")
    assert tracks[back["1920-05-01"].track].name == "Wars"


@FORMS
def test_eras_alone_go_out_as_events(form, opened, tmp_path):
    document = filled(opened("ages"), ERAS)
    path = tmp_path / f"out{formats.writer_for(tmp_path, form).suffix}"

    formats.export(document, path, form)

    assert eras_of(path) == []
    assert [draft.event.when.edtf for draft in formats.read(path).drafts] == [
        event.when.edtf for event in document.events()
    ]


def test_a_sheet_of_plain_dates_has_its_19_columns(opened, tmp_path):
    formats.export(filled(opened("plain"), [], ["1914", "2024"]), tmp_path / "a.csv", "timelinejs")

    assert (tmp_path / "a.csv").read_text("utf-8").splitlines()[0].count(",") == 18


@FORMS
def test_a_date_changed_in_the_sheet_is_the_date(form, opened, tmp_path):
    path = tmp_path / f"out{formats.writer_for(tmp_path, form).suffix}"
    formats.export(filled(opened("siege"), [], ["1854~"]), path, form)
    changed = path.read_text("utf-8").replace('"year": 1854', '"year": 1860')
    path.write_text(changed.replace("\n1854,", "\n1860,"), "utf-8")

    (draft,) = formats.read(path).drafts

    assert draft.event.when == When("1860")


@given(some.sampled_from([*EDTFS.split(), *ERAS]), some.booleans(), some.sampled_from(ERAS))
def test_any_date_is_known_again_by_its_slide(edtf, is_era, other):
    when = When(edtf)
    first, last = event_ends(when)
    if is_era:
        first, last = within(era_ends(when), edges_of([when, When(other)]))

    said = When(edtf_between(first, last)).edtf

    assert known_again(edtf, said, is_era=is_era) == edtf
    assert known_again("nonsense", said, is_era=is_era) == said


def test_the_sheet_shows_eras_beyond_its_scale_as_events(opened, tmp_path):
    document = filled(opened("deep"), ["Y-541000000/Y-252000000"], ["2024"])

    for name in ("a.csv", "a.json"):
        formats.export(document, tmp_path / name, f"timelinejs{'-json' * (name == 'a.json')}")

    # The sheet cannot name a scale; TimelineJS finds it by the events alone.
    assert eras_of(tmp_path / "a.csv") == []
    assert len(eras_of(tmp_path / "a.json")) == 1
    assert json.loads((tmp_path / "a.json").read_text("utf-8"))["scale"] == "cosmological"


def test_a_date_that_parts_cannot_say_is_shown_in_words(opened, tmp_path):
    document = filled(opened("words"), [], ["1793-21", "2011/..", "../1918", "1914"])

    formats.export(document, tmp_path / "a.json", "timelinejs-json")

    slides = json.loads((tmp_path / "a.json").read_text("utf-8"))["events"]
    shown = {slide["edtf"]: slide["display_date"] for slide in slides if "edtf" in slide}
    assert shown == {"../1918": "until 1918", "1793-21": "spring 1793", "2011/..": "since 2011"}


def test_an_open_era_reaches_the_last_event():
    edges = edges_of([When("1914"), When("1950-03-05")])

    ends = within(era_ends(When("1945/..")), edges)

    assert ends == (Moment(1945), Moment(1950, 3, 5))
