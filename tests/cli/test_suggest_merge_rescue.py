"""Commands that read articles for events, make one project of two, and save what can be read."""

import json

import pytest

from desktop import cli
from desktop.document import Document
from desktop.formats.samples import make_sample

ARTICLE = "The war in the hills\nJets bombed a depot on Thursday, killing at least 12 people.\n"


@pytest.fixture
def typed(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def run(*words):
        status = cli.main([str(word) for word in words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE)
    return path


def test_suggestions_are_printed_for_machines(typed, article):
    status, out, _ = typed("suggest", article, "--published", "2024-11-29", "--format", "jsonl")

    (found,) = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert set(found) == {
        "title", "edtf", "track", "quote", "said_by", "status", "place", "killed",
    }  # fmt: skip
    assert (found["edtf"], found["killed"]) == ("2024-11-28", [12, None])
    assert ARTICLE[found["quote"]["start"] : found["quote"]["end"]].startswith("Jets bombed")


def test_any_tracks_may_be_named(typed, article):
    _, out, _ = typed("suggest", article, "--tracks", "Weather,Bombings", "--format", "jsonl")

    assert json.loads(out)["track"] == "Bombings"


def test_a_folder_is_read_whole_and_a_refused_file_is_told(typed, article):
    article.with_name("broken.pdf").write_bytes(b"%PDF-nothing")

    status, out, err = typed("suggest", article.parent, "--published", "2024-11-29")

    assert status == 1
    assert "Jets bombed a depot" in out
    assert "broken.pdf" in err


def test_a_folders_dates_are_printed_with_the_names_of_its_files(typed, article):
    article.with_name("broken.pdf").write_bytes(b"%PDF-nothing")

    status, out, err = typed(
        "dates", article.parent, "--published", "2024-11-29", "--format", "jsonl"
    )

    (found,) = [json.loads(line) for line in out.splitlines()]
    assert status == 1
    assert list(found) == ["article", "start", "end", "text", "kind", "edtf", "timex3"]
    assert (found["article"], found["edtf"]) == ("article.txt", "2024-11-28")
    assert "broken.pdf" in err


def test_two_projects_become_one(typed, tmp_path):
    for name in ("one", "two"):
        make_sample("berlin", tmp_path / f"{name}.dateline")

    status, out, _ = typed("merge", "one.dateline", "two.dateline")

    assert status == 0
    assert out.startswith("0 articles, 0 tracks")


def test_a_damaged_project_is_rescued_and_losses_are_told(typed, tmp_path):
    make_sample("berlin", tmp_path / "berlin.dateline")
    content = (tmp_path / "berlin.dateline").read_bytes()
    (tmp_path / "torn.dateline").write_bytes(content[: len(content) // 2])

    whole = typed("rescue", "berlin.dateline", "whole.dateline")
    torn = typed("rescue", "torn.dateline", "saved.dateline")

    assert whole[0] == 0
    assert torn[0] == 1
    saved = Document.open(tmp_path / "whole.dateline")
    assert saved.check() == []
    saved.close()


def test_a_rescue_never_takes_the_place_of_a_file(typed, tmp_path):
    make_sample("berlin", tmp_path / "berlin.dateline")

    status, _, err = typed("rescue", "berlin.dateline", "berlin.dateline")

    assert status == 1
    assert "there already" in err
