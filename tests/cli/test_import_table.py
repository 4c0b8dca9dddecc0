"""Importing any table from the command line: what the mapping page asks, said by options."""

import pytest

from desktop import cli
from desktop.document import Document


@pytest.fixture
def imported(tmp_path, capsys):
    """Import a small table with some options: the status, the dates, and what was complained of."""
    project = tmp_path / "t.dateline"
    Document.create(project).close()
    (tmp_path / "t.csv").write_text("Aa,Bb\nTalks,3/4/2024\n")

    def run(*options):
        status = cli.main(["import", str(project), str(tmp_path / "t.csv"), *options])
        document = Document.open(project)
        dates = [event.when.edtf for event in document.events()]
        document.close()
        return status, dates, capsys.readouterr().err

    return run


def test_a_column_is_named_and_the_order_of_dates_said(imported):
    assert imported("--map", "Aa=title", "--day-first")[:2] == (0, ["2024-04-03"])


def test_months_may_come_first(imported):
    assert imported("--map", "aa=title", "--map", "Bb=when", "--month-first")[1] == ["2024-03-04"]


@pytest.mark.parametrize(
    ("mapping", "status", "complaint"),
    [("Zz=title", 1, "Zz"), ("Aa=nonsense", 1, "nonsense"), ("Aa", 2, "COLUMN=FIELD")],
)
def test_a_mapping_that_means_nothing_is_refused(imported, mapping, status, complaint):
    told = imported("--map", mapping)

    assert told[:2] == (status, [])
    assert complaint in told[2]


def test_a_bibliography_becomes_articles(tmp_path, capsys):
    project = tmp_path / "t.dateline"
    Document.create(project).close()
    (tmp_path / "lib.ris").write_text("TY  - NEWS\nTI  - A bridge\nDA  - 2024/11/29/\nER  - \n")

    status = cli.main(["add", str(project), str(tmp_path / "lib.ris")])

    assert status == 0
    assert capsys.readouterr().out == "A bridge\t29 Nov 2024\n"
