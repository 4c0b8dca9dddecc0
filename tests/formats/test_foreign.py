"""Tables and files of other programs become dated events, and what they say besides is kept."""

import csv
import json

import pytest

from desktop import formats
from desktop.document import Document
from desktop.errors import FileError
from desktop.formats import acled, tables, timelinejs, ucdp
from desktop.formats.samples import make_sample
from desktop.model import Event, Track
from desktop.when import When


@pytest.fixture
def document(tmp_path):
    document = Document.create(tmp_path / "war.dateline")
    yield document
    document.close()


def read(tmp_path, name, text, encoding="utf-8"):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    return formats.read(path)


def dates(incoming):
    return [draft.event.when and draft.event.when.edtf for draft in incoming.drafts]


def titles(incoming):
    return [draft.event.title for draft in incoming.drafts]


def filled(columns, **cells):
    return ",".join(f'"{cells.get(name, "")}"' for name in columns) + "\n"


ACLED = ",".join(acled.COLUMNS) + "\n"
STRIKE = {
    "event_id_cnty": "SYR1", "event_type": "Explosions/Remote violence",
    "sub_event_type": "Air/drone strike", "actor1": "Air Force", "location": "Idleb",
    "latitude": "35.93", "longitude": "36.63", "source": "SOHR; SANA", "fatalities": "3",
    "notes": "Jets hit the town.", "admin1": "Idlib",
}  # fmt: skip


@pytest.mark.parametrize(
    ("day", "precision", "edtf"),
    [
        ("2023-01-31", "1", "2023-01-31"),
        ("16 May 2025", "1", "2025-05-16"),
        ("05-06-2023", "1", "2023-06-05"),
        ("2023-01-31", "2", "[2023-01-30..2023-02-05]"),
        ("2023-01-31", "3", "2023-01"),
    ],
)
def test_acleds_precision_becomes_a_date(day, precision, edtf, tmp_path):
    row = filled(acled.COLUMNS, **STRIKE, event_date=day, time_precision=precision)

    assert dates(read(tmp_path, "acled.csv", "\ufeff" + ACLED + row)) == [edtf]


@pytest.mark.parametrize("precision", ["1", "2", "3"])
def test_acleds_rows_go_back_as_they_came(precision, document, tmp_path):
    told = {**STRIKE, "event_date": "16 May 2025", "year": "2025", "time_precision": precision}
    formats.take_in(document, read(tmp_path, "in.csv", ACLED + filled(acled.COLUMNS, **told)))

    formats.export(document, tmp_path / "out.csv", "acled")

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert {name: cell for name, cell in row.items() if cell} == told


def test_a_newer_release_changes_acleds_events(document, tmp_path):
    row = filled(acled.COLUMNS, **STRIKE, event_date="2023-01-31", time_precision="1")
    formats.take_in(document, read(tmp_path, "old.csv", ACLED + row))

    newer = read(tmp_path, "new.csv", ACLED + row.replace("Jets hit", "Two jets hit"))
    outcome = formats.take_in(document, newer)

    assert (outcome.added, outcome.changed) == (0, 1)
    assert document.events()[0].note == "Two jets hit the town."


GED = ",".join(ucdp.COLUMNS) + "\n"
CLASH = {
    "id": "7", "type_of_violence": "1", "dyad_name": "Government - Rebels", "year": "2025",
    "where_coordinates": "Homs", "source_office": "Reuters;AFP", "source_original": "police",
    "source_date": "2025-03-02;2025-03-03", "source_headline": "Ten dead;Eleven dead",
    "best": "10", "low": "8", "high": "12", "latitude": "34.7", "longitude": "36.7",
}  # fmt: skip


@pytest.mark.parametrize(
    ("precision", "start", "end", "edtf"),
    [
        ("1", "2025-03-01", "2025-03-01", "2025-03-01"),
        ("1", "2025-03-01", "2025-03-03", "2025-03-01/2025-03-03"),
        ("2", "2025-03-01", "2025-03-04", "[2025-03-01..2025-03-04]"),
        ("3", "2025-03-03", "2025-03-09", "[2025-03-03..2025-03-09]"),
        ("4", "2025-03-01", "2025-03-31", "2025-03"),
        ("5", "2025-01-01", "2025-12-31", "2025"),
    ],
)
def test_ucdps_precision_becomes_a_date_and_goes_back(
    precision, start, end, edtf, document, tmp_path
):
    told = {**CLASH, "date_prec": precision, "number_of_sources": "2",
            "date_start": f"{start} 00:00:00.000", "date_end": f"{end} 00:00:00.000"}  # fmt: skip
    incoming = read(tmp_path, "in.csv", GED + filled(ucdp.COLUMNS, **told))
    formats.take_in(document, incoming)

    formats.export(document, tmp_path / "out.csv", "ucdp")

    assert dates(incoming) == [edtf]
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert {name: cell for name, cell in row.items() if cell} == told


def test_ucdp_says_who_said_it_and_who_printed_it(document, tmp_path):
    row = filled(ucdp.COLUMNS, **CLASH, date_prec="1", date_start="2025-03-01")
    formats.take_in(document, read(tmp_path, "in.csv", GED + row))

    (event,) = document.events()
    claims = document.claims(event.id)

    assert [document.article(claim.article).publisher for claim in claims] == ["Reuters", "AFP"]
    assert {claim.said_by for claim in claims} == {"police"}
    assert (claims[0].killed_min, claims[0].killed_max) == (8, 12)


def test_more_dead_at_least_than_at_best_is_kept_and_flagged(tmp_path):
    told = {**CLASH, "low": "30", "date_prec": "1", "date_start": "2025-03-01"}

    (draft,) = read(tmp_path, "in.csv", GED + filled(ucdp.COLUMNS, **told)).drafts

    assert draft.tags == (ucdp.LOW_ABOVE_BEST,)
    assert draft.claims[0].claim.killed_min == 30


def test_a_redated_event_gets_the_precision_of_its_new_date(document, tmp_path):
    row = filled(acled.COLUMNS, **STRIKE, event_date="2023-01-31", time_precision="1")
    formats.take_in(document, read(tmp_path, "in.csv", ACLED + row))
    with document.step("Date"):
        document.keep(document.events()[0].on(When("2023-04")))

    formats.export(document, tmp_path / "out.csv", "acled")

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["event_date"], row["year"], row["time_precision"]) == ("2023-04-15", "2023", "3")


SLIDES = ",".join(timelinejs.COLUMNS) + "\n"


def test_timelinejs_rows_become_events_eras_and_a_title(document, tmp_path):
    incoming = read(
        tmp_path,
        "sheet.csv",
        SLIDES
        + filled(timelinejs.COLUMNS, Type="title", Headline="The <i>story</i>")
        + filled(timelinejs.COLUMNS, Year="-44", Month="3", Day="15", Headline="Ides", Group="Rome")
        + filled(timelinejs.COLUMNS, **{"Year": "1,914", "End Year": "1918", "Type": "era",
                                        "Headline": "War"})
        + filled(timelinejs.COLUMNS, Year="2024", Month="1", Day="2", Time="5:30 PM", Headline="x"),
    )  # fmt: skip

    formats.take_in(document, incoming)

    assert incoming.title == "The story"
    assert dates(incoming) == ["-0043-03-15", "1914/1918", "2024-01-02T17:30"]
    assert {track.name: track.marker for track in document.tracks()} == {
        "Eras": "era", "Rome": "bar", "Events": "bar",
    }  # fmt: skip


def test_timelinejs_keeps_its_media_and_its_markup(document, tmp_path):
    told = {"Year": "1914", "Headline": "War", "Text": "<b>Bold</b> words",
            "Media": "https://example.org/a.jpg", "Media Credit": "Me", "Group": "A"}  # fmt: skip
    formats.take_in(document, read(tmp_path, "in.csv", SLIDES + filled(timelinejs.COLUMNS, **told)))

    formats.export(document, tmp_path / "out.csv", "timelinejs")
    formats.export(document, tmp_path / "out.json", "timelinejs-json")

    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        _title, row = csv.DictReader(file)
    assert document.events()[0].note == "Bold words"
    assert {name: cell for name, cell in row.items() if cell} == told
    (slide,) = json.loads((tmp_path / "out.json").read_text("utf-8"))["events"]
    assert slide["media"] == {"url": "https://example.org/a.jpg", "credit": "Me"}


def test_preceden_keeps_what_is_approximate(tmp_path):
    incoming = read(
        tmp_path,
        "preceden.csv",
        "Layer Name,Event ID,Event Name,Notes,Start Date,Start Approximate,End Date,"
        "End Approximate,Milestone,Symbol,Color\n"
        "Wars,1,Siege,,1854,yes,1855,no,no,,#112233\nWars,2,Fall,,44 BC,no,,,yes,star,\n",
    )

    assert dates(incoming) == ["1854~/1855", "-0043"]
    assert incoming.drafts[0].event.colour == "#112233"


def test_precedens_order_of_days_is_told_by_the_whole_table(tmp_path):
    incoming = read(
        tmp_path,
        "preceden.csv",
        "Layer Name,Event ID,Event Name,Notes,Start Date\nA,1,x,,1/2/2024\nA,2,y,,12/25/2024\n",
    )

    assert dates(incoming) == ["2024-01-02", "2024-12-25"]


PROJECT = """<timeline><timetype>gregoriantime</timetype><categories><category><name>Wars</name>
<color>200,10,20</color></category></categories><events>
<event><start>-44-03-15 00:00:00</start><end>-44-03-15 00:00:00</end><text>[1]Ides</text>
<category>Wars</category><hyperlink>https://example.org/a;javascript:x</hyperlink></event>
<event><start>2013-01-01 10:00:00</start><end>2013-01-01 12:00:00</end><text>Talk</text></event>
<event><start>2013-01-01 00:00:00</start><end>2013-01-02 00:00:00</end><text>Fog</text>
<fuzzy>True</fuzzy></event>
<event><start>2013-01-01 00:00:00</start><end>2013-01-02 00:00:00</end><text>Now</text>
<ends_today>True</ends_today></event>
<event><start>yesterday</start><end/><text>Bad</text></event></events></timeline>"""


def test_timeline_projects_events_come_with_their_categories(document, tmp_path):
    incoming = read(tmp_path, "old.timeline", PROJECT)

    formats.take_in(document, incoming)

    assert titles(incoming) == ["Ides", "Talk", "Fog", "Now"]
    assert dates(incoming) == [
        "-0044-03-15", "2013-01-01T10:00/2013-01-01T12:00", "2013-01-01~/2013-01-02~",
        "2013-01-01/..",
    ]  # fmt: skip
    assert [refused.line for refused in incoming.refused] == [10]
    assert document.tracks()[0].colour == "#C80A14"
    assert [article.url for article in document.articles()] == ["https://example.org/a"]


CALENDAR = """BEGIN:VCALENDAR
X-WR-CALNAME:Talks
BEGIN:VEVENT
UID:1
DTSTART:20220101
SUMMARY;LANGUAGE=en:New
 \\, bright year
BEGIN:VALARM
SUMMARY:alarm
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:2
DTSTART;TZID=Europe/Berlin:20220102T100000
DURATION:PT1H30M
SUMMARY:Meeting
RRULE:FREQ=SECONDLY
END:VEVENT
BEGIN:VEVENT
DTSTART:20221399
SUMMARY:Bad
END:VEVENT
BEGIN:VEVENT
DTSTART;VALUE=DATE:20220103
DTEND;VALUE=DATE:20220106
SUMMARY:Breaks off"""


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_broken_calendar_gives_its_good_events(ends, tmp_path):
    incoming = read(tmp_path, "talks.ics", CALENDAR.replace("\n", ends))

    assert titles(incoming) == ["New, bright year", "Meeting", "Breaks off"]
    assert dates(incoming) == [
        "2022-01-01", "2022-01-02T10:00/2022-01-02T11:30", "2022-01-03/2022-01-05",
    ]  # fmt: skip
    assert [refused.line for refused in incoming.refused] == [19]
    assert json.loads(incoming.drafts[1].event.extra) == {
        "RRULE": "FREQ=SECONDLY", "time zone": "Europe/Berlin",
    }  # fmt: skip


def event_of(*lines):
    told = "\r\n".join(lines)
    return f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n{told}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("start", "more", "edtf"),
    [
        ("20240101T10", "X:1", "2024-01-01T10:00"),
        ("20240101T240000", "X:1", "2024-01-02T00:00"),
        ("2024-01-01T10:00:00+01:00", "X:1", "2024-01-01T10:00"),
        ("20240101T100000.000Z", "X:1", "2024-01-01T10:00"),
        ("20240101T100000", "DURATION:-PT15M", "2024-01-01T10:00"),
        ("20240101", "DURATION:P1W", "2024-01-01/2024-01-07"),
    ],
)
def test_calendars_write_times_in_many_ways(start, more, edtf, tmp_path):
    incoming = read(tmp_path, "a.ics", event_of(f"DTSTART:{start}", "SUMMARY:x", more))

    assert dates(incoming) == [edtf]


def test_categories_and_exceptions_may_come_in_several_lines(tmp_path):
    lines = ("DTSTART:20240101", "SUMMARY:x", "CATEGORIES:A,B", "CATEGORIES:C",
             "EXDATE:20250101", "EXDATE:20260101")  # fmt: skip

    (draft,) = read(tmp_path, "a.ics", event_of(*lines)).drafts

    assert draft.tags == ("A", "B", "C")
    assert json.loads(draft.event.extra) == {"EXDATE": "20250101,20260101"}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_calendars_come_in_any_letters(encoding, tmp_path):
    text = event_of("DTSTART:20240101", "SUMMARY:Café")

    assert titles(read(tmp_path, "a.ics", text, encoding)) == ["Café"]


def test_a_letter_folded_in_two_is_whole_again(tmp_path):
    content = event_of("DTSTART:20240101", "SUMMARY:Café au lait").encode()
    (tmp_path / "a.ics").write_bytes(content.replace(b"\xc3\xa9", b"\xc3\r\n \xa9"))

    assert titles(formats.read(tmp_path / "a.ics")) == ["Café au lait"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Event;Start;End\nA;03.04.2024;\nB;13.04.2024;15.04.2024\n",
         ["2024-04-03", "2024-04-13/2024-04-15"]),
        ("Event,Date\nA,4/3/2024\nB,4/13/2024\n", ["2024-04-03", "2024-04-13"]),
        ("title,year,month,day\nA,-44,3,15\nB,2020,,\n", ["-0043-03-15", "2020"]),
        ("Titel\tDatum\tUhrzeit\nA\t2024-01-02\t18:00\nB\tMärz 2020\t\n", ["2024-01-02T18:00"]),
        ("first,second\n2024-01-02,Something happened\n1066~,Another thing\n",
         ["2024-01-02", "1066~"]),
    ],
)  # fmt: skip
def test_any_table_is_read_by_its_columns(text, expected, tmp_path):
    assert dates(read(tmp_path, "any.csv", text))[: len(expected)] == expected


def test_a_table_in_an_old_encoding_is_read(tmp_path):
    text = (
        "Событие;Дата;Место\nОсада города началась;13.04.2024;Киев\nПереговоры;14.04.2024;Львов\n"
    )

    incoming = read(tmp_path, "old.csv", text, "cp1251")

    assert titles(incoming) == ["Осада города началась", "Переговоры"]


def test_a_day_that_could_be_a_month_is_asked_and_the_answer_read(tmp_path):
    path = tmp_path / "us.csv"
    path.write_text("Event,Date,Kind\nA,3/4/2024,x\n")
    plan = tables.look(path).plan

    asked = tables.read(path)
    answered = tables.read(path, tables.replace(plan, is_day_first=False))

    assert "3 April or 4 March" in asked.refused[0].reason
    assert dates(answered) == ["2024-03-04"]


def test_a_plan_can_give_a_column_another_meaning(tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("a,b,c\n1914,Sarajevo,Shots\n")
    plan = tables.look(path).plan

    incoming = tables.read(path, tables.replace(plan, columns=("when", "place", "title")))

    assert [(d.event.title, d.event.place) for d in incoming.drafts] == [("Shots", "Sarajevo")]


def test_excels_numbers_of_days_are_dates(tmp_path):
    from xlsxwriter import Workbook

    with Workbook(tmp_path / "map.xlsx") as book:
        book.add_worksheet("Readme").write(0, 0, "A note")
        sheet = book.add_worksheet("Events")
        sheet.write_row(0, 0, ["Description", "Date", "Time", "Location"])
        sheet.write_row(1, 0, ["Shelling", 42287, 0.75, "Homs"])

    incoming = formats.read(tmp_path / "map.xlsx")

    assert (titles(incoming), dates(incoming)) == (["Shelling"], ["2015-10-10T18:00"])


def test_a_workbook_of_too_many_columns_is_refused(tmp_path):
    from xlsxwriter import Workbook

    with Workbook(tmp_path / "wide.xlsx") as book:
        book.add_worksheet().write_row(0, 0, ["x"] * 5_000)

    with pytest.raises(FileError, match="columns; at most"):
        formats.read(tmp_path / "wide.xlsx")


def test_prose_is_no_table(tmp_path):
    with pytest.raises(FileError, match="no column"):
        read(tmp_path, "prose.txt", "On Friday the rebels came, saw, and left.\nNobody was hurt.\n")


def test_a_workbook_comes_back_without_loss(document, tmp_path):
    make_sample("berlin", tmp_path / "berlin.dateline")
    berlin = Document.open(tmp_path / "berlin.dateline")
    formats.export(berlin, tmp_path / "berlin.xlsx")
    formats.export(berlin, tmp_path / "berlin.csv")
    berlin.close()

    formats.take_in(document, formats.read(tmp_path / "berlin.xlsx"))
    formats.export(document, tmp_path / "again.csv")

    assert (tmp_path / "again.csv").read_bytes() == (tmp_path / "berlin.csv").read_bytes()


def test_a_calendars_words_come_back_to_the_letter(document, tmp_path):
    odd = [
        "  lead",
        "trail  ",
        "a\nb",
        "tab\there",
        "END:VEVENT\nBEGIN:VEVENT",
        "a;b,c\\n",
        "\u202eمر",
    ]
    with document.step("Fill"):
        track = document.add(Track(name="One"))
        document.add_all([Event(track=track, title=x, note=x, when=When("1914")) for x in odd])

    formats.export(document, tmp_path / "out.ics")

    told = [(one.event.title, one.event.note) for one in formats.read(tmp_path / "out.ics").drafts]
    assert sorted(told) == sorted((x, x) for x in odd)
