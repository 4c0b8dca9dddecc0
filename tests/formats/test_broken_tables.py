"""Tables that are broken, cut off, of another kind or in other letters than they say."""

import pytest

from desktop import formats
from desktop.errors import FileError
from desktop.formats import csv, tables

HEAD = "Name,Date,Place\n"
GOOD = "".join(f"Event {n},2024-01-{n:02},Kyiv\n" for n in range(1, 21))
OWN = "uid,title,when\nu1,First,2024-01-01\n"


def read(tmp_path, content, name="table.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return formats.read(path)


@pytest.mark.parametrize(
    ("content", "line", "reason", "good"),
    [
        (f'{HEAD}{GOOD}Last,"2024-0', 22, "never closed", 20),
        (f'{HEAD}First,2024-01-01,"never closed\n{GOOD}', 2, "never closed", 20),
        (f'{HEAD}A,2024-01-01,"a"b\n{GOOD}', 2, "not doubled", 20),
        ('title\n"never closed\n', 2, "never closed", 0),
        (f'{OWN}u2,"Cut', 3, "never closed", 1),
        (f"{HEAD}A,2024-01-01{',' * 5_000}x\n{GOOD}", 2, "5002 cells", 20),
        (f"{HEAD}A,2023-02-30,x\n{GOOD}", 2, "28 days", 20),
    ],
)
def test_a_broken_row_is_listed_and_the_others_come_in(tmp_path, content, line, reason, good):
    incoming = read(tmp_path, content)

    assert len(incoming.drafts) == good
    assert incoming.refused[0].line == line
    assert reason in incoming.refused[0].reason


def test_a_cell_without_end_is_listed_and_the_others_come_in(tmp_path, monkeypatch):
    monkeypatch.setattr(csv, "_LONGEST_CELL", 1 << 20)

    incoming = read(tmp_path, f"{HEAD}A,2024-01-01,{'x' * (3 << 20)}\n{GOOD}")

    assert len(incoming.drafts) == 20
    (refused,) = incoming.refused
    assert (refused.line, "more than 1 million" in refused.reason) == (2, True)


def test_a_table_of_broken_rows_is_refused_with_its_line(tmp_path):
    with pytest.raises(FileError, match=r"table.csv, line 2\d"):
        read(tmp_path, HEAD + 'A,2024-01-01,"a"b\n' * 99)


@pytest.mark.parametrize("content", ['Name,"Date\nA,2024\n', 'uid,title,when,"x"y\nu,A,2024,z\n'])
def test_a_broken_header_is_told(tmp_path, content):
    with pytest.raises(FileError, match="line 1: the columns have no names"):
        read(tmp_path, content)


@pytest.mark.parametrize(
    "content",
    [
        (HEAD + GOOD).encode("utf-16-le"), (HEAD + GOOD).encode("utf-16-be"),
        (HEAD + GOOD).encode("utf-16"), (HEAD + GOOD).encode("utf-32"),
        "\ufeff\ufeff" + HEAD + GOOD, "sep=,\r\n" + HEAD + GOOD,
        "\ufeffsep=;\n" + (HEAD + GOOD).replace(",", ";"), (HEAD + GOOD).replace("\n", "\r"),
    ],
)  # fmt: skip
def test_marks_and_wide_letters_are_no_part_of_the_table(tmp_path, content):
    incoming = read(tmp_path, content)

    assert [draft.event.title for draft in incoming.drafts][::19] == ["Event 1", "Event 20"]
    assert incoming.refused == []


def test_a_stray_byte_spoils_no_other_letters(tmp_path):
    content = f"{HEAD}Café,2024-01-01,Überall\n".encode() + b"Caf\xe9,2024-01-02,x\n"

    titles = [draft.event.title for draft in read(tmp_path, content).drafts]
    path = tmp_path / "table.csv"
    again = tables.read(path, tables.look(path).plan)

    assert titles == ["Café", "Café"]
    assert [draft.event.title for draft in again.drafts] == titles


def test_old_western_letters_are_read_as_such(tmp_path):
    content = f"{HEAD}Café über alles,2024-01-01,Zoë\n".encode("cp1252")

    assert read(tmp_path, content).drafts[0].event.title == "Café über alles"


@pytest.mark.parametrize(
    "content",
    [bytes(9_000), b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, b"%PDF-1.4\nA,B\n",
     b"\x1f\x8b\x08\x00" + bytes(range(256)) * 9, b"<!DOCTYPE html><table><tr><td>Name,Date"],
)  # fmt: skip
def test_another_kind_of_file_is_told_from_a_table(tmp_path, content):
    with pytest.raises(FileError, match="no text table"):
        read(tmp_path, content)


def test_single_zero_bytes_formulas_and_twin_headings_are_kept(tmp_path):
    incoming = read(tmp_path, "Name,Date,Name\n=1+1\0,2024-01-01,second\n")

    (draft,) = incoming.drafts
    assert draft.event.title == "=1+1\0"
    assert "second" in draft.event.extra
