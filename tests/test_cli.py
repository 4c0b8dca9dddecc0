"""What a user types, what they read back, and what never reaches them: a traceback."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop import cli, formats
from desktop.cli.window import has_screen
from desktop.document import Document
from desktop.formats.samples import make_sample

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = (
    "Rebels took the town on Thursday.\r\n"
    "It had fallen on 5 August 2023. 🕊 Talks began late Friday.\r\n"
)


@pytest.fixture
def typed(capsys, monkeypatch, tmp_path):
    """Type a command in an empty folder; gives the exit status and what was printed where."""
    monkeypatch.chdir(tmp_path)

    def run(*words):
        status = cli.main([str(word) for word in words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_bytes(ARTICLE.encode())
    return path


@pytest.fixture
def berlin(tmp_path):
    make_sample("berlin", tmp_path / "berlin.dateline")
    return tmp_path / "berlin.dateline"


def titles(path):
    document = Document.open(path)
    found = [event.title for event in document.events()]
    document.close()
    return found


def test_dates_are_printed_for_machines_with_the_places_of_their_words(typed, article):
    status, out, err = typed("dates", article, "--published", "2024-11-29", "--format", "jsonl")

    found = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert list(found[0]) == ["start", "end", "text", "kind", "edtf", "timex3"]
    assert found[0] | {"start": 0, "end": 0} == {
        "start": 0,
        "end": 0,
        "text": "Thursday",
        "kind": "date",
        "edtf": "2024-11-28",
        "timex3": "2024-11-28",
    }
    assert all(ARTICLE[one["start"] : one["end"]] == one["text"] for one in found)
    assert found[1]["edtf"] == "2023-08-05"


def test_dates_are_printed_for_people(typed, article):
    status, out, _err = typed("dates", article, "--published", "29 November 2024")

    assert status == 0
    assert out.splitlines()[0].split("\t")[1:3] == ["Thursday", "2024-11-28"]


def test_dates_of_a_saved_page_count_in_the_text_that_is_read(typed, tmp_path):
    page = tmp_path / "page.html"
    page.write_text(
        "<html><body><article><h1>News</h1>"
        + "<p>Rebels took the town on 5 August 2023, officials said in the capital.</p>" * 3
        + "</article></body></html>"
    )

    status, out, err = typed("dates", page, "--format", "jsonl")

    assert (status, err) == (0, "")
    assert json.loads(out.splitlines()[0])["text"] == "5 August 2023"


def test_an_empty_article_has_no_dates(typed, tmp_path):
    (tmp_path / "empty.txt").touch()

    assert typed("dates", "empty.txt", "--format", "jsonl") == (0, "", "")


def test_a_timeline_is_made_filled_and_looked_at(typed, article):
    assert typed("new", "war", "--title", "The war") == (0, "war.dateline\n", "")
    status, out, err = typed("add", "war", article, "--published", "2024-11-29")
    assert (status, err) == (0, "")
    assert "29 Nov 2024" in out

    assert "there already" in typed("add", "war", article)[1]
    assert typed("search", "war", "rebels")[1].startswith("article\t29 Nov 2024\t")
    assert typed("check", "war")[1].startswith("All is well: 0 events on 6 tracks, 1 articles")
    assert len(typed("history", "war")[1].splitlines()) == 1


def test_an_article_that_cannot_be_read_does_not_keep_the_others_out(typed, article):
    typed("new", "war")

    status, out, err = typed("add", "war", "missing.txt", article)

    assert status == 1
    assert len(out.splitlines()) == 1
    assert "missing.txt" in err


def test_a_table_goes_out_and_in_again(typed, berlin):
    typed("new", "copy")

    assert typed("export", berlin, "events.csv")[0] == 0
    status, out, _err = typed("import", "copy", "events.csv")

    assert (status, out) == (0, "events.csv: 21 added, 0 changed, 0 as they were\n")
    assert titles(Path("copy.dateline")) == titles(berlin)
    again = typed("import", "copy", "events.csv")[1]
    assert again == "events.csv: 0 added, 0 changed, 21 as they were\n"


def test_an_export_says_what_it_cannot_hold(typed, berlin):
    _status, _out, err = typed("export", berlin, "events.csv")

    assert err == ("Table (CSV) cannot hold: looks and order of 6 tracks, the text of 1 article.\n")


def test_bad_rows_are_named_and_nothing_is_imported_unless_they_may_be_skipped(typed, tmp_path):
    typed("new", "war")
    (tmp_path / "in.csv").write_text("title,when\nGood,1914\nBad,1914-13-45\n")

    status, out, err = typed("import", "war", "in.csv")

    assert (status, out) == (1, "")
    assert "in.csv, line 3: when" in err
    assert titles(tmp_path / "war.dateline") == []
    assert typed("import", "war", "in.csv", "--skip-bad-rows")[0] == 0
    assert titles(tmp_path / "war.dateline") == ["Good"]


def test_search_and_history_speak_to_machines(typed, berlin):
    hit = json.loads(typed("search", berlin, "leipzig", "--format", "jsonl")[1].splitlines()[0])
    typed("import", berlin, berlin.parent / "none.csv")
    (berlin.parent / "one.csv").write_text("title\nOne\n")
    typed("import", berlin, "one.csv")
    step = json.loads(typed("history", berlin, "--format", "jsonl")[1])

    assert (hit["kind"], hit["title"], hit["when"]) == (
        "event",
        "70,000 march through Leipzig",
        "1989-10-09",
    )
    assert (step["step"], step["undone"]) == ("Import one.csv", False)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("dates", "missing.txt"), "missing.txt"),
        (("dates", "/dev/zero"), "no file to read"),
        (("check", "missing"), "there is no such timeline"),
        (("check", "article.txt"), "article.txt"),
        (("search", ".", "word"), "is a folder"),
        (("import", "berlin", "missing.csv"), "missing.csv"),
        (("import", "berlin", "article.txt"), "no column"),
        (("export", "berlin", "events.docx"), ".docx"),
        (("export", "berlin", "events"), "without a suffix"),
        (("export", "berlin", "nowhere/events.csv"), "nowhere"),
        (("export", "berlin", "berlin.dateline", "--format", "csv"), "another name"),
        (("new", "berlin"), "berlin.dateline"),
    ],
)
def test_refused_input_is_one_line_and_status_1(typed, article, berlin, words, complaint):
    status, out, err = typed(*words)

    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert err.startswith("dateline: ")
    assert complaint in err


@pytest.mark.parametrize(
    "words",
    [
        ("dates",),
        ("dates", "article.txt", "--published", "the day after"),
        ("dates", "article.txt", "--format", "xml"),
        ("frobnicate",),
        ("--frobnicate",),
        ("search", "berlin"),
        ("export", "berlin", "out.png", "--width", "7"),
    ],
)
def test_wrong_usage_is_status_2(typed, article, words):
    status, out, err = typed(*words)

    assert (status, out) == (2, "")
    assert "Usage: dateline" in err


def test_help_and_version_are_told(typed):
    assert typed("--version") == (0, "Dateline 0.1.0\n", "")
    for command in ("new", "add", "import", "export", "dates", "search", "history", "check"):
        assert command in typed("--help")[1]
        assert typed(command, "--help")[0] == 0


def test_what_nobody_expected_is_a_sentence_and_a_log(typed, article, monkeypatch):
    monkeypatch.setattr("desktop.cli.dates.find_dates", lambda *_: 1 / 0)

    status, out, err = typed("dates", article)

    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1
    log = Path(err.rsplit(" in ", 1)[1].strip().removesuffix("."))
    assert "ZeroDivisionError" in log.read_text()


def started(*words, **options):
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *words],
        capture_output=True,
        text=True,
        check=False,
        **options,
    )


def test_a_reader_that_has_seen_enough_hears_no_complaint(article):
    article.write_text("It fell on 5 August 2023. " * 2000)
    command = f"'{sys.executable}' '{ROOT / 'main.py'}' dates '{article}' | head -n 1"

    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


def test_dates_waits_for_no_library_that_it_does_not_use(article):
    heavy = ("PySide6", "numpy", "pyqtgraph", "trafilatura", "lxml", "sqlite_utils", "pysqlite3")
    program = (
        "import sys; from desktop.cli import main;"
        f"main(['dates', {str(article)!r}, '--published', '2024-11-29']);"
        f"sys.exit(str([name for name in {heavy} if name in sys.modules]))"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert done.stderr.strip() == "[]"


def test_the_program_starts_from_any_folder(article, tmp_path):
    done = started("dates", article.name, "--published", "2024-11-29", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Thursday" in done.stdout


def test_without_a_screen_the_sample_is_drawn_and_written(tmp_path, monkeypatch):
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(variable, raising=False)

    done = started(cwd=tmp_path)

    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.startswith("There is no screen here")
    assert len(done.stderr.splitlines()) == 1
    assert (tmp_path / "out" / "berlin.png").read_bytes().startswith(b"\x89PNG")
    assert len(formats.read(tmp_path / "out" / "berlin.csv").drafts) == 21


def test_a_dead_display_is_no_screen(monkeypatch):
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":7919")

    assert not has_screen()


def test_a_timeline_is_drawn_as_wished(typed, berlin, qapp):
    status, out, _err = typed("export", berlin, "wide.png", "--width", "900", "--scale", "1")

    assert (status, out) == (0, "")
    assert QImage("wide.png").width() == 900
