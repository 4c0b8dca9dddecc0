"""Where the words go: to names that are no text, to closed ends, and from an input without end."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import cli
from desktop.cli import dates
from desktop.document import Document


@pytest.fixture
def typed(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def run(*words):
        status = cli.main([str(word) for word in words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return run


def test_a_file_whose_name_is_no_text_is_made_and_named(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    printed = {}
    for name in ("stdout", "stderr"):
        # They refuse what is no text, as Python's own do.
        printed[name] = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        monkeypatch.setattr(sys, name, printed[name])

    assert cli.main(["new", "old \udcff"]) == 0
    assert cli.main(["check", "gone \udcff"]) == 1

    assert printed["stdout"].buffer.getvalue() == b"old \\udcff.dateline\n"
    told = printed["stderr"].buffer.getvalue()
    assert told == b"dateline: gone \\udcff: there is no such timeline.\n"


@pytest.mark.parametrize("command", ["check", "search", "dates", "add", "rescue"])
def test_a_name_that_no_disk_takes_is_told_in_one_line(typed, command):
    typed("new", "p")
    words = {"search": ["word"], "rescue": ["r"]}.get(command, [])

    status, _out, err = typed(command, *(["p"] if command == "add" else []), "x" * 300, *words)

    assert status == 1
    assert len(err.splitlines()) == 1
    assert "too long" in err


def test_a_name_in_the_place_of_a_command_may_be_too_long_too(typed):
    status, _out, err = typed("x" * 300)

    assert status == 1
    assert len(err.splitlines()) == 1


def test_nobody_need_listen(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)

    assert cli.main(["new", "p"]) == 0
    assert cli.main(["check", "p"]) == 0
    assert cli.main(["check", "gone"]) == 1


def test_a_closed_input_is_told(typed, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)

    status, _out, err = typed("dates", "-")

    assert (status, len(err.splitlines())) == (1, 1)
    assert "input is closed" in err


def test_a_long_input_is_refused_and_not_cut_off(typed, monkeypatch):
    monkeypatch.setattr(dates, "_MOST_BYTES", 1 << 20)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"on 5 May 2020 " * 80_000)))

    status, out, err = typed("dates", "-")

    assert (status, out) == (1, "")
    assert "larger than 1 MB" in err


def test_a_user_whose_folders_cannot_be_written_can_still_work(typed, monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    monkeypatch.setenv("DATELINE_FOLDER", "/dev/null")

    assert typed("new", "p")[0] == 0
    first = Document.open(tmp_path / "p.dateline")
    second = Document.open(tmp_path / "p.dateline")

    assert not first.is_read_only
    assert second.is_read_only
    first.close()
    second.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_an_output_that_is_full_is_told_in_one_line(tmp_path):
    (tmp_path / "a.txt").write_text("It was signed on 5 May 2020.")
    source = "import sys; from desktop.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", source, "dates", str(tmp_path / "a.txt")]
    root = str(Path(__file__).parents[2])

    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, env=os.environ | {"PYTHONPATH": root}
        )

    assert ended.returncode == 1
    assert ended.stderr.decode().splitlines() == ["dateline: No space left on device"]


def test_a_scale_that_is_no_number_is_wrong_usage(typed):
    typed("new", "p")

    status, _out, err = typed("export", "p", "p.png", "--scale", "nan")

    assert status == 2
    assert "no number" in err
