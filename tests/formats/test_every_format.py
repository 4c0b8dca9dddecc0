"""Every format keeps the same promises: out and in again, and whatever is odd is one sentence."""

import csv
import getpass
import json
import platform
import socket
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from desktop import formats
from desktop.document import Document
from desktop.errors import DatelineError
from desktop.formats.guard import guarded, unguarded
from desktop.formats.samples import make_sample
from desktop.model import Event, Track
from desktop.when import When

READ_BACK = [writer for writer in formats.WRITERS if writer.id in {r.id for r in formats.READERS}]
# What each format brings back of a date: all of it, or the span that it has room for.
KEEPS_DATES = {"csv", "json", "xlsx", "ical", "timelinejs", "timelinejs-json"}
DATES = (
    "2024-11-29", "2024-11-29T18:00/2024-11-30T00:00", "2016-09~/2016-12",
    "[2024-11-25..2024-12-01]", "2024-11", "2024", "198X", "2011/..", "1899-12-31",
    "1900-02-28", "1066~",
)  # fmt: skip
FORMULAS = (
    "=1+1",
    "+cmd|' /C calc'!A0",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    '=HYPERLINK("http://x")',
)
ODD = "<img src='file:///dev/zero'> & \"quotes\" \\ ; , \u202e مرحبا\nsecond line [x](y) *z* _w_"


@pytest.fixture
def opened(tmp_path):
    documents = []

    def make(name):
        documents.append(Document.create(tmp_path / f"{name}.dateline", name))
        return documents[-1]

    yield make
    for document in documents:
        document.close()


@pytest.fixture
def berlin(tmp_path):
    make_sample("berlin", tmp_path / "berlin.dateline")
    document = Document.open(tmp_path / "berlin.dateline")
    yield document
    document.close()


def of_events(document, *events):
    with document.step("Place"):
        document.add(Track(name="Wars"))
        document.add_all([Event(track=1, **event) for event in events])
    return document


def by_id(readers_or_writers):
    return pytest.mark.parametrize("form", readers_or_writers, ids=lambda form: form.id)


def read_or_refused(path, form):
    """What was read, or the sentence that tells why nothing was."""
    try:
        return formats.read(path, form.id), ""
    except DatelineError as error:
        return formats.Incoming([]), str(error)


def sentence_of(path, form):
    with pytest.raises(DatelineError) as caught:
        formats.read(path, form.id)
    sentence = str(caught.value)
    assert path.name in sentence
    assert len(sentence) < 500
    return sentence


def whole(path):
    """The bytes of a file; of a workbook those of its parts as well."""
    content = path.read_bytes()
    if content.startswith(b"PK"):
        with zipfile.ZipFile(path) as parts:
            content += b"".join(parts.read(name) for name in parts.namelist())
    return content


def traces_of_the_machine(folder):
    """What would tell where and by whom a file was made."""
    names = [str(folder), str(Path.home()), tempfile.gettempdir(), sys.prefix, socket.gethostname()]
    named = [f"{name}" for name in names if len(name) > 3]
    user = getpass.getuser()
    named += [f"/{user}/", f">{user}<", f'"{user}"']
    return [name.encode() for name in (*named, f"Python/{platform.python_version()}")]


@by_id(formats.WRITERS)
def test_a_sample_goes_out_and_the_project_stays_as_it_was(form, berlin, tmp_path):
    before = berlin.counts(), berlin.undo_name

    formats.export(berlin, tmp_path / f"out{form.suffix}", form.id)

    assert (tmp_path / f"out{form.suffix}").stat().st_size > 200
    assert (berlin.counts(), berlin.undo_name) == before


@by_id(READ_BACK)
def test_what_goes_out_comes_in_again(form, berlin, opened, tmp_path):
    path = tmp_path / f"out{form.suffix}"
    formats.export(berlin, path, form.id)
    fresh = opened("fresh")

    incoming = formats.read(path, form.id)
    formats.take_in(fresh, incoming)

    assert incoming.refused == []
    assert len(fresh.events()) >= len(berlin.events()) - 1  # one sample event has no date
    assert fresh.check() == []
    dated = {event.when.bounds.earliest for event in berlin.events() if event.when}
    days = {at // 86_400 for at in dated}
    assert days <= {e.when.bounds.earliest // 86_400 for e in fresh.events() if e.when}


@by_id(READ_BACK)
def test_an_import_is_one_step(form, berlin, opened, tmp_path):
    path = tmp_path / f"out{form.suffix}"
    formats.export(berlin, path, form.id)
    fresh = opened("fresh")
    formats.take_in(fresh, formats.read(path, form.id))

    fresh.undo()

    assert fresh.counts() == type(fresh.counts())(0, 0, 0)
    assert fresh.undo_name == ""


@by_id([writer for writer in READ_BACK if writer.id != "timelinejs"])
def test_the_same_file_twice_adds_no_event(form, berlin, opened, tmp_path):
    path = tmp_path / f"out{form.suffix}"
    formats.export(berlin, path, form.id)
    fresh = opened("fresh")
    formats.take_in(fresh, formats.read(path, form.id))

    outcome = formats.take_in(fresh, formats.read(path, form.id))

    assert outcome.added == 0


@by_id(READ_BACK)
def test_dates_come_back_as_exactly_as_the_format_can_say_them(form, opened, tmp_path):
    events = [{"title": edtf, "note": edtf, "when": When(edtf)} for edtf in DATES]
    document = of_events(opened("dated"), *events)
    path = tmp_path / f"out{form.suffix}"

    formats.export(document, path, form.id)
    incoming = formats.read(path, form.id)

    assert incoming.refused == []
    assert len(incoming.drafts) == len(DATES)
    for event, draft in zip(document.events(), incoming.drafts, strict=True):
        if form.id in KEEPS_DATES:
            assert draft.event.when == event.when
        else:
            assert draft.event.when.bounds.earliest < event.when.bounds.latest
            assert draft.event.when.bounds.latest > event.when.bounds.earliest


@by_id(READ_BACK)
def test_odd_words_come_back_as_they_were_or_in_one_line(form, opened, tmp_path):
    document = of_events(opened("odd"), {"title": ODD, "note": ODD, "when": When("1914")})
    path = tmp_path / f"out{form.suffix}"

    formats.export(document, path, form.id)
    (draft,) = formats.read(path, form.id).drafts

    told = f"{draft.event.title} {draft.event.note}"
    for word in ("file:///dev/zero", '"quotes"', "مرحبا", "second line"):
        assert word in told


@by_id(formats.WRITERS)
def test_an_empty_project_goes_out(form, opened, tmp_path):
    formats.export(opened("nothing"), tmp_path / f"out{form.suffix}", form.id)

    assert (tmp_path / f"out{form.suffix}").exists()


@by_id(formats.WRITERS)
@pytest.mark.parametrize("is_for_spreadsheet", [True, False])
def test_no_export_tells_of_the_machine(form, is_for_spreadsheet, berlin, tmp_path):
    path = tmp_path / f"out{form.suffix}"

    formats.export(berlin, path, form.id, is_for_spreadsheet=is_for_spreadsheet)

    assert [name for name in traces_of_the_machine(tmp_path) if name in whole(path)] == []


@by_id(formats.WRITERS)
def test_events_of_every_age_go_out(form, opened, tmp_path):
    ages = (
        "Y-13000000000",
        "-0043-03-15",
        "0000",
        "0001",
        "9999-12-31",
        "Y20000",
        "../1918",
        "-07XX",
    )
    events = [{"title": age, "when": When(age)} for age in ages]
    document = of_events(opened("ages"), *events, {"title": "undated"})

    formats.export(document, tmp_path / f"out{form.suffix}", form.id)

    assert (tmp_path / f"out{form.suffix}").exists()


@by_id(formats.WRITERS)
def test_some_events_go_out_alone(form, berlin, tmp_path):
    (first, *_others) = berlin.events()
    whole, part = (tmp_path / f"{name}{form.suffix}" for name in ("whole", "part"))

    formats.export(berlin, whole, form.id)
    formats.export(berlin, part, form.id, events=[first.id])

    assert part.stat().st_size <= whole.stat().st_size


@by_id([writer for writer in formats.WRITERS if writer.suffix == ".csv"])
def test_no_table_for_a_spreadsheet_holds_a_formula(form, opened, tmp_path):
    events = [{"title": text, "note": text, "when": When("1914")} for text in FORMULAS]
    document = of_events(opened("formulas"), *events)

    formats.export(document, tmp_path / "out.csv", form.id, is_for_spreadsheet=True)

    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=+@\t＝" and cell]


@by_id([writer for writer in READ_BACK if writer.suffix == ".csv"])
def test_a_table_for_a_spreadsheet_comes_back_as_it_was(form, opened, tmp_path):
    events = [
        {"title": text.strip(), "note": text.strip(), "place": text.strip(), "when": When("1914")}
        for text in (*FORMULAS, "'quoted'", "- x", "''=1")
    ]
    document = of_events(opened("formulas"), *events)

    for is_guarded in (True, False):
        name = tmp_path / f"{is_guarded}.csv"
        formats.export(document, name, form.id, is_for_spreadsheet=is_guarded)
    there, plain = (formats.read(tmp_path / f"{name}.csv", form.id) for name in ("True", "False"))

    assert [draft.event for draft in there.drafts] == [draft.event for draft in plain.drafts]


@pytest.mark.parametrize(
    "cell",
    ["0044", "00012", "1e5", "1/2", "1.2.2024", "11-12", "50 %", "$5", "TRUE", "2024-11",
     "1000-01-01", "1899-12-31", "12345678901234567"],
)  # fmt: skip
def test_what_a_spreadsheet_would_write_in_another_way_is_guarded(cell):
    assert guarded(cell) == "'" + cell
    assert unguarded(guarded(cell)) == cell


@pytest.mark.parametrize(
    "cell",
    ["1914", "-44", "36.20", "0.5", "0", "2024-11-29", "1900-03-01", "18:00", "1914/1918", "1066~",
     "2017-07-31 00:00:00.000", "word", ""],
)  # fmt: skip
def test_what_a_spreadsheet_keeps_is_not_guarded(cell):
    assert guarded(cell) == cell


def test_no_cell_of_a_workbook_is_a_formula(opened, tmp_path):
    events = [{"title": text, "note": text, "when": When("1914")} for text in FORMULAS]
    document = of_events(opened("formulas"), *events)

    formats.export(document, tmp_path / "out.xlsx")

    with zipfile.ZipFile(tmp_path / "out.xlsx") as parts:
        sheets = [parts.read(name) for name in parts.namelist() if "worksheets/sheet" in name]
    assert len(sheets) == 4
    assert not any(b"<f>" in sheet or b"<f " in sheet for sheet in sheets)
    titles = [draft.event.title for draft in formats.read(tmp_path / "out.xlsx").drafts]
    assert sorted(titles) == sorted(FORMULAS)


@by_id(formats.READERS)
def test_an_empty_file_is_one_sentence(form, tmp_path):
    path = tmp_path / f"empty{form.suffixes[0]}"
    path.write_bytes(b"")

    sentence_of(path, form)


JUNK = {
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "NULs": b"\0" * 5_000,
    "workbook that breaks off": b"PK\x03\x04" + b"\x14\0\0\0" * 20,
    "database": b"SQLite format 3\0" + b"\0" * 500,
    "nested JSON": b'{"events": ' + b"[" * 1_000 + b"]" * 1_000 + b"}",
    "nested XML": b"<timeline><events>" + b"<a>" * 1_000 + b"</a>" * 1_000 + b"</events>",
    "entities": b'<!DOCTYPE t [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><timeline>&b;</timeline>',
}  # fmt: skip


@pytest.mark.parametrize("kind", JUNK)
@by_id(formats.READERS)
def test_junk_under_any_name_brings_no_event(form, kind, tmp_path):
    path = tmp_path / f"junk{form.suffixes[0]}"
    path.write_bytes(JUNK[kind])

    incoming, sentence = read_or_refused(path, form)

    assert path.name in sentence or not incoming.drafts


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.97])
@by_id(READ_BACK)
def test_a_file_that_breaks_off_is_read_so_far_or_refused(form, share, berlin, tmp_path):
    path = tmp_path / f"out{form.suffix}"
    formats.export(berlin, path, form.id)
    content = path.read_bytes()
    path.write_bytes(content[: int(len(content) * share)])

    incoming, sentence = read_or_refused(path, form)

    assert path.name in sentence or 0 < len(incoming.drafts) <= len(berlin.events())


@by_id(READ_BACK)
def test_a_huge_field_goes_out_and_in(form, opened, tmp_path):
    document = of_events(
        opened("huge"), {"title": "Long", "note": "word " * 100_000, "when": When("1914")}
    )
    path = tmp_path / f"out{form.suffix}"

    formats.export(document, path, form.id)
    incoming = formats.read(path, form.id)

    assert len(incoming.drafts) + len(incoming.refused) == 1


IMPOSSIBLE = {
    "acled": "event_id_cnty,event_date,time_precision,event_type,sub_event_type\n"
    "A1,2023-02-30,1,Battles,x\n",
    "ucdp": "id,type_of_violence,date_prec,date_start,date_end,best\n1,1,1,2023-02-30,,4\n",
    "timelinejs": "Year,Month,Day,Headline,Text,Media\n2023,2,30,Never,,\n",
    "preceden": "Layer Name,Event ID,Event Name,Notes,Start Date\nA,1,Never,,2023-02-30\n",
    "table": "What,Date\nNever,2023-02-30\n",
    "csv": "uid,title,when\n,Never,2023-02-30\n",
    "json": json.dumps(
        {"format": "dateline", "version": 1, "events": [{"title": "a", "when": "2023-02-30"}]}
    ),
    "timelinejs-json": json.dumps(
        {"events": [{"start_date": {"year": 2023, "month": 2, "day": 30}}]}
    ),
    "ical": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20230230\nSUMMARY:Never\nEND:VEVENT\n"
    "END:VCALENDAR\n",
    "timeline-project": "<timeline><events><event><start>2023-02-30 00:00:00</start>"
    "<end>2023-02-30 00:00:00</end><text>Never</text></event></events></timeline>",
}  # fmt: skip


@pytest.mark.parametrize("form", IMPOSSIBLE)
def test_a_date_that_does_not_exist_is_listed_with_its_line(form, tmp_path):
    reader = next(reader for reader in formats.READERS if reader.id == form)
    path = tmp_path / f"never{reader.suffixes[0]}"
    path.write_text(IMPOSSIBLE[form])

    incoming = formats.read(path)

    assert incoming.drafts == []
    (refused,) = incoming.refused
    assert refused.line >= 1
    assert refused.reason


def test_a_suffix_that_nobody_writes_is_one_sentence(berlin, tmp_path):
    with pytest.raises(DatelineError, match=r"the format \.doc is not known"):
        formats.export(berlin, tmp_path / "out.doc")
    with pytest.raises(DatelineError, match=r"the format \.doc is not known"):
        formats.read(tmp_path / "in.doc")
