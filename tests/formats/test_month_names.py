"""Dates that name their month in the language of the table."""

import pytest

from desktop.errors import WhenError
from desktop.formats import month_names, tables
from desktop.formats.month_names import languages_of, read_named


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("3 mars 2024", "2024-03-03"), ("1er janvier 1789", "1789-01-01"),
        ("le 14 juillet 1789", "1789-07-14"), ("5. Dezember 2023", "2023-12-05"),
        ("5 de mayo de 1862", "1862-05-05"), ("25 aprile 1945", "1945-04-25"),
        ("3 maart 2024", "2024-03-03"), ("3 de março de 2024", "2024-03-03"),
        ("12 grudnia 1981 r.", "1981-12-12"), ("9 мая 1945 г.", "1945-05-09"),
        ("24 серпня 1991 року", "1991-08-24"), ("29 Ekim 1923", "1923-10-29"),
        ("٩ مايو ١٩٤٥", "1945-05-09"), ("9 تشرين الثاني 1989", "1989-11-09"),
        ("mai 1968", "1968-05"), ("10 janv. 2020", "2020-01-10"), ("Mai 800", "0800-05"),
    ],
)  # fmt: skip
def test_a_month_is_read_in_its_language(tmp_path, cell, edtf):
    path = tmp_path / "table.csv"
    path.write_text(f"title,date\nOne,{cell}\n", encoding="utf-8")

    (draft,) = tables.read(path).drafts

    assert draft.event.when.edtf == edtf


@pytest.mark.parametrize(
    "cell",
    ["31 février 2024", "3 mars 24", "3 brumaire 1795", "3 رمضان 1440", "33 mars 2024", "3 mars",
     "mars 3 2024 4", "0 mars 2024"],
)  # fmt: skip
def test_what_is_no_day_or_may_be_another_is_refused_with_its_line(tmp_path, cell):
    path = tmp_path / "table.csv"
    path.write_text(f"title,date\nOne,2024-01-01\nTwo,{cell}\n", encoding="utf-8")

    incoming = tables.read(path)

    assert [draft.event.title for draft in incoming.drafts] == ["One"]
    assert [refused.line for refused in incoming.refused] == [3]


def test_a_word_for_two_months_is_refused(monkeypatch):
    monkeypatch.setattr(month_names, "_months", lambda: {"listopad": {10: {"hr"}, 11: {"pl"}}})

    with pytest.raises(WhenError, match="another month"):
        read_named("3 listopad 2024")


def test_the_languages_that_know_every_month_are_told():
    assert languages_of(["3 mai 2024", "4 juillet 2024"]) == ["French"]
    assert languages_of(["3 mai 2024"]) == ["German", "French", "Portuguese"]
    assert languages_of(["3 mai 2024", "no date"]) == languages_of(["3 mai 2024"])
    assert languages_of(["2024-05-03", ""]) == []
