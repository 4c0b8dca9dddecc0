"""ACLED's and UCDP's tables go back as they came, and their codes of precision both ways."""

import csv
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from desktop import formats
from desktop.document import Document
from desktop.formats import acled, ucdp
from desktop.model import Event, Track
from desktop.when import When

WORDS = some.text(some.sampled_from("ab ÉЖ;,.'\"=+-@\\/\n\t\u202e\u200b😀"), max_size=12)
DAYS = some.dates(min_value=date(1, 2, 1), max_value=date(9999, 11, 30))
NUMBERS = some.sampled_from(["", "0", "3", "12", "1000"])
DEGREES = some.sampled_from(["", "36.2000", "-0.5", "35.93", "7", "-33.123456", "0.0000"])
TAGS = some.sampled_from(["", "crowd size=no report", "a;b", "a; b", "women targeted: x"])


@some.composite
def acled_rows(draw):
    """A row of every column, filled with what may stand there and what should not."""
    day = draw(DAYS)
    written = draw(some.sampled_from([day.isoformat(), f"{day:%d %B} {day.year:04}"]))
    return {name: draw(WORDS) for name in acled.COLUMNS} | {
        "event_date": written,
        "year": str(day.year),
        "time_precision": draw(some.sampled_from(["1", "2", "3"])),
        "latitude": draw(DEGREES),
        "longitude": draw(DEGREES),
        "fatalities": draw(NUMBERS),
        "tags": draw(TAGS),
    }


@some.composite
def ucdp_rows(draw):
    day, code = draw(DAYS), draw(some.sampled_from("12345"))
    last = day + timedelta(days=draw(some.integers(0, 15)))
    return {name: draw(WORDS) for name in ucdp.COLUMNS} | {
        "date_start": f"{day.isoformat()} 00:00:00.000",
        "date_end": f"{last.isoformat()} 00:00:00.000",
        "year": str(day.year),
        "date_prec": code,
        "type_of_violence": draw(some.sampled_from("123")),
        "latitude": draw(DEGREES),
        "longitude": draw(DEGREES),
        **{name: draw(NUMBERS) for name in ("best", "low", "high")},
    }


@pytest.fixture(scope="module")
def there_and_back(tmp_path_factory):
    """Takes rows in and gives those that go out again, by their ids, and the drafts."""

    def back(form, columns, rows):
        folder = tmp_path_factory.mktemp(form)
        with (folder / "in.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, columns, restval="")
            table.writeheader()
            table.writerows(rows)
        document = Document.create(folder / "war.dateline")
        incoming = formats.read(folder / "in.csv")
        formats.take_in(document, incoming)
        formats.export(document, folder / "out.csv", form)
        document.close()
        with (folder / "out.csv").open(encoding="utf-8", newline="") as file:
            return incoming, {row[columns[0]]: row for row in csv.DictReader(file)}

    return back


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_every_row_goes_back_as_it_came(form, there_and_back):
    columns, made = {
        "acled": (acled.COLUMNS, acled_rows()),
        "ucdp": (ucdp.COLUMNS, ucdp_rows()),
    }[form]

    @settings(max_examples=8, deadline=None)
    @given(some.lists(made, min_size=1, max_size=12))
    def check(rows):
        named = [row | {columns[0]: f"X{place}"} for place, row in enumerate(rows)]

        incoming, out = there_and_back(form, columns, named)

        assert incoming.refused == []
        assert [out[row[columns[0]]] for row in named] == named

    check()


@pytest.mark.parametrize(
    ("form", "edtf", "back"),
    [
        ("acled", "2025-05-16", "2025-05-16"),
        ("acled", "[2025-05-12..2025-05-18]", "[2025-05-12..2025-05-18]"),
        ("acled", "2025-02", "2025-02"),
        ("acled", "2025-05-16T18:00", "2025-05-16"),
        ("acled", "2025-05-16~", "[2025-05-12..2025-05-18]"),
        ("acled", "2011/..", "2011-07"),
        ("acled", "../2011-03-04", "2011-03-04"),
        ("ucdp", "2025-05-16", "2025-05-16"),
        ("ucdp", "2025-05-16/2025-05-20", "2025-05-16/2025-05-20"),
        ("ucdp", "[2025-05-16..2025-05-20]", "[2025-05-16..2025-05-20]"),
        ("ucdp", "[2025-05-12..2025-05-18]", "[2025-05-12..2025-05-18]"),
        ("ucdp", "2025-02", "2025-02"),
        ("ucdp", "2025", "2025"),
        ("ucdp", "2011/..", "2011"),
        ("ucdp", "2025-05/2025-06", "[2025-05-01..2025-06-30]"),
    ],
)
def test_a_date_goes_out_no_surer_than_it_is(form, edtf, back, tmp_path):
    document = Document.create(tmp_path / "war.dateline")
    with document.step("Fill"):
        document.add(Event(track=document.add(Track(name="W")), title="A", when=When(edtf)))
    formats.export(document, tmp_path / "out.csv", form)
    document.close()

    (draft,) = formats.read(tmp_path / "out.csv").drafts

    assert draft.event.when == When(back)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["5/6/2025", "5/16/2025"], ["2025-05-06", "2025-05-16"]),
        (["5/6/2025", "16/5/2025"], ["2025-06-05", "2025-05-16"]),
        (["05-06-2025", "06-06-2025"], ["2025-06-05", "2025-06-06"]),
    ],
)
def test_a_spreadsheets_order_of_days_is_told_by_the_whole_table(days, expected, tmp_path):
    tables = {
        "event_date,time_precision,event_type,sub_event_type": "{},1,Battles,x",
        "date_start,date_prec,type_of_violence,best,dyad_name": "{},1,1,,A - B",
    }
    for head, row in tables.items():
        rows = "\n".join(row.format(day) for day in days)
        (tmp_path / "a.csv").write_text(f"{head}\n{rows}\n", "utf-8")

        incoming = formats.read(tmp_path / "a.csv")

        assert [draft.event.when.edtf for draft in incoming.drafts] == expected


@pytest.mark.parametrize("code", ["1", "1.0", " 1 "])
def test_a_code_that_went_through_a_spreadsheet_is_known(code, tmp_path):
    head = "event_date,time_precision,event_type,sub_event_type"
    (tmp_path / "a.csv").write_text(f"{head}\n2025-05-16,{code},Battles,x\n", "utf-8")

    (draft,) = formats.read(tmp_path / "a.csv").drafts

    assert draft.event.when == When("2025-05-16")


@pytest.mark.parametrize(
    ("code", "edtf"),
    [("2", "2017-07-31~"), ("3", "[2017-07-31..2017-08-06]"), ("4", "2017-07"), ("5", "2017")],
)
def test_one_day_of_ucdp_is_as_unsure_as_its_code_says(code, edtf, tmp_path):
    head = "date_start,date_end,date_prec,type_of_violence,best,dyad_name"
    row = f"2017-07-31,2017-07-31,{code},1,,A - B"
    (tmp_path / "a.csv").write_text(f"{head}\n{row}\n", "utf-8")

    (draft,) = formats.read(tmp_path / "a.csv").drafts

    assert draft.event.when == When(edtf)


def test_ucdps_headlines_may_have_semicolons(there_and_back):
    row = {
        "id": "1", "date_start": "2017-07-31", "date_prec": "1", "type_of_violence": "1",
        "source_office": "AFP;Reuters", "source_date": "2017-07-31;2017-08-01",
        "source_headline": "Two dead; four hurt;Attack",
        "source_article": '"AFP,2017-07-31,Two dead; four hurt";"Reuters,2017-08-01,Attack"',
    }  # fmt: skip

    incoming, _out = there_and_back("ucdp", ucdp.COLUMNS, [row])

    articles = [claim.article for claim in incoming.drafts[0].claims]
    assert [(article.publisher, article.title) for article in articles] == [
        ("AFP", "Two dead; four hurt"), ("Reuters", "Attack"),
    ]  # fmt: skip
