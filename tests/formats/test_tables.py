"""Tables of other programs: workbooks under any name, TimeMap's tabs, and plans that are kept."""

import csv

import pytest
from xlsxwriter import Workbook

from desktop import formats
from desktop.errors import FileError
from desktop.formats import tables
from desktop.formats.plan import Plan, map_columns, plan_of, plan_text
from desktop.model import Event, Track
from desktop.when import When

ACLED = (
    "event_id_cnty,event_date,time_precision,event_type,sub_event_type,location\n"
    "SYR1,2025-05-16,2,Battles,Armed clash,Aleppo\n"
)
EVENTS = (
    ("description", "date", "time", "location", "association1", "association2", "source1"),
    ("A strike", "10/13/2015", "14:30", "Kunduz", "cat", "air", "s1"),
    ("A meeting", "10/03/2015", "", "Kabul", "talks", "", "unknown"),
)
SOURCES = (("id", "title", "description", "path1"),
           ("s1", "A report", "", "https://example.org/r"))  # fmt: skip
ASSOCIATIONS = (
    ("id", "title", "desc", "mode", "filter_path0"),
    ("cat", "Attacks", "", "CATEGORY", ""),
    ("air", "Air", "", "FILTER", "Means"),
    ("talks", "Talks", "", "FILTER", "Politics"),
)
SITES = (("Location", "Lat", "Long"), ("Kunduz", "36.72", "68.87"))


def book(path, **sheets):
    with Workbook(str(path)) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path


def test_timemap_tabs_are_joined(tmp_path):
    path = book(tmp_path / "map.xlsx", EXPORT_EVENTS=EVENTS, EXPORT_SOURCES=SOURCES,
                EXPORT_ASSOCIATIONS=ASSOCIATIONS, Sites=SITES)  # fmt: skip

    strike, meeting = formats.read(path).drafts

    assert tables.look(path).known_as == "TimeMap"
    assert (strike.event.title, strike.event.when.edtf) == ("A strike", "2015-10-13T14:30")
    assert (strike.track, strike.tags) == ("Attacks", ("Air",))
    assert (strike.event.place, strike.event.latitude) == ("Kunduz", 36_720_000)
    (claim,) = strike.claims
    assert (claim.article.title, claim.article.url) == ("A report", "https://example.org/r")
    assert (meeting.track, meeting.event.when.edtf) == ("Politics", "2015-10-03")
    assert meeting.claims[0].article.title == "unknown"


def test_a_known_table_is_known_in_a_workbook(tmp_path):
    rows = [line.split(",") for line in ACLED.splitlines()]

    path = book(tmp_path / "acled.xlsx", Readme=[["Words"]], Sheet=rows)

    assert formats.recognise(path).id == "acled"
    assert [draft.event.when.edtf for draft in formats.read(path).drafts] == [
        "[2025-05-12..2025-05-18]"
    ]


def test_a_text_called_a_workbook_is_read_as_text(tmp_path):
    (tmp_path / "export.xls").write_text("Title\tDate\nTalks\t2024-11-29\n")

    (draft,) = formats.read(tmp_path / "export.xls").drafts

    assert (draft.event.title, draft.event.when.edtf) == ("Talks", "2024-11-29")


def test_a_workbook_called_a_text_is_read_as_a_workbook(tmp_path):
    book(tmp_path / "x.xlsx", A=[("Title", "Date"), ("Talks", "2024")]).rename(tmp_path / "x.csv")

    assert [draft.event.title for draft in formats.read(tmp_path / "x.csv").drafts] == ["Talks"]


def test_a_table_without_headings_is_read_by_what_stands_in_it(tmp_path):
    (tmp_path / "bare.csv").write_text("2024-01-02,First talks\n2024-03-04,Second talks\n")

    table = tables.look(tmp_path / "bare.csv", Plan(header=-1))

    assert table.plan.columns == ("when", "title")
    assert len(tables.draft_table(table).drafts) == 2


def test_a_plan_is_kept_and_fits_only_its_own_header():
    plan = Plan(("title", "when", ""), is_day_first=True, delimiter=";")

    assert plan_of(plan_text(plan), ["a", "b", "c"]) == plan
    assert plan_of(plan_text(plan), ["a", "b"]) is None
    for kept in ("", "{}", "[]", '{"columns": 1}', "x" * 50):
        assert plan_of(kept, ["a"]) is None


def test_a_column_is_named_by_its_heading():
    header, guessed = ["Was", "Datum"], ("note", "when")

    assert map_columns(header, guessed, {"was": "title"}) == ("title", "when")
    assert map_columns(header, guessed, {"Was": "when"}) == ("when", "")
    with pytest.raises(FileError, match="Wann"):
        map_columns(header, guessed, {"Wann": "when"})
    with pytest.raises(FileError, match="nonsense"):
        map_columns(header, guessed, {"Was": "nonsense"})


def test_what_an_import_would_do_is_what_it_does(document, tmp_path):
    path = tmp_path / "acled.csv"
    path.write_text(ACLED)
    formats.take_in(document, formats.read(path))
    path.write_text(ACLED.replace("Aleppo", "Homs") + "SYR2,2025-05-16,1,Riots,Mob,Aleppo\n")
    incoming = formats.read(path)

    foreseen = formats.foresee(document, incoming)

    assert (foreseen.added, foreseen.changed, foreseen.unchanged) == (1, 1, 0)
    assert formats.take_in(document, incoming) == foreseen
    assert formats.foresee(document, incoming).unchanged == 2


@pytest.mark.parametrize("day", ["-0043-03-15", "2024-11-29", "1066~"])
def test_a_guarded_table_comes_back_from_a_spreadsheets_workbook(day, document, tmp_path):
    with document.step("Fill"):
        track = document.add(Track(name="=Track"))
        document.add(Event(track=track, title="=1+1", when=When(day), note="'quoted'"))
    formats.export(document, tmp_path / "guarded.csv", is_for_spreadsheet=True)
    with (tmp_path / "guarded.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    book(tmp_path / "saved.xlsx", Sheet1=rows)

    (draft,) = formats.read(tmp_path / "saved.xlsx").drafts

    (event,) = document.events()
    assert (draft.event.uid, draft.track) == (event.uid, "=Track")
    assert (draft.event.title, draft.event.note) == ("=1+1", "'quoted'")
    assert draft.event.when == event.when


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_an_event_without_an_imported_column_gets_no_empty_one(name, document, tmp_path):
    with document.step("Fill"):
        track = document.add(Track(name="Raids"))
        document.add(Event(track=track, title="Raid", extra='{"Region": "North"}'))
        document.add(Event(track=track, title="Talks"))
    formats.export(document, tmp_path / name)

    drafts = formats.read(tmp_path / name).drafts

    extras = {draft.event.title: draft.event.extra for draft in drafts}
    assert extras == {"Raid": '{"Region": "North"}', "Talks": ""}
