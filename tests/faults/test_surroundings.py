"""F3, F6, F11, F16, F18 to F21: what happens around the file while it is open, or is made of it."""

import contextlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.document import Document
from desktop.document.backups import back_up, backups_of
from desktop.document.rescue import copy_readable
from desktop.edits.events import add_event, move_events
from desktop.errors import DatelineError, RefusedError
from desktop.gui.settings import Settings
from desktop.when import When
from desktop.worker import call

ROOT = Path(__file__).parent.parent.parent
FORMATS = ("csv", "json", "html", "ics", "md", "xlsx")


def titles(document):
    return sorted(event.title for event in document.events())


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 800 kB."""
    folder = tmp_path / "stick"
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", folder]
    if subprocess.run(words, capture_output=True, check=False).returncode:
        pytest.skip("this user may not mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", folder], check=True)


def test_on_a_full_disk_the_gesture_waits_and_copies_and_removals_work(small_disk, tmp_path):
    document = Document.create(small_disk / "war.dateline")
    with document.step("Track"):
        document._db.execute("INSERT INTO tracks (uid, name) VALUES ('one', 'One')")
    event = add_event(document, 1, "Before", When("1854"))
    filler = small_disk / "filler"
    file = os.open(filler, os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while os.write(file, bytes(4096)):
            pass
    os.close(file)

    with pytest.raises(RefusedError, match=r"disk that holds war\.dateline is full"):
        add_event(document, 1, "Refused")

    assert titles(document) == ["Before"]
    document.save_elsewhere(tmp_path / "elsewhere.dateline")
    filler.unlink()
    document.try_again()
    move_events(document, [event], 86_400)
    document.undo()
    assert titles(document) == ["Before", "Refused"]
    assert document.check() == []
    document.close()


def test_copies_taken_while_one_edits_open_or_are_rescued(document, tmp_path):
    copying = (
        "import shutil, sys\n"
        "for n in range(60): shutil.copy(sys.argv[1], f'{sys.argv[2]}/{n}.dateline')\n"
    )
    (tmp_path / "copies").mkdir()
    words = [sys.executable, "-c", copying, document.path, tmp_path / "copies"]
    with subprocess.Popen(words) as other:
        number = 0
        while other.poll() is None:
            add_event(document, 1, f"Event {number:05}")
            number += 1
    shutil.copy(document.path, tmp_path / "copies" / "at rest.dateline")

    said = {path.stem: opened(path) for path in (tmp_path / "copies").iterdir()}

    assert said["at rest"] == [f"Event {one:05}" for one in range(number)]
    for name, found in said.items():
        whole = [f"Event {one:05}" for one in range(len(found))]
        assert len(set(whole) - set(found)) <= 2, name


def opened(path):
    try:
        document = Document.open(path)
        faults = document.check()
    except DatelineError:
        faults = ["damaged"]
    if faults:
        copy_readable(path, path.with_suffix(".rescued"))
        document = Document.open(path.with_suffix(".rescued"))
    found = titles(document)
    document.close()
    return found


def test_the_open_file_is_never_opened_by_file_calls(document):
    watching = """
import sys
from pathlib import Path
seen = []
path = Path(sys.argv[1])
def watch(event, arguments):
    if event == "open" and str(arguments[0]) == str(path):
        seen.append(arguments)
from desktop.document import Document
from desktop.document.backups import back_up
from desktop.edits.events import add_event
from desktop.formats import export
sys.addaudithook(watch)
document = Document.open(path)
add_event(document, 1, "One")
back_up(path)
document.save_copy(path.with_name("copy.dateline"))
export(document, path.with_name("table.csv"))
document.undo()
document.check()
document.restore(path.with_name("copy.dateline"))
document.close()
print(seen)
"""
    document.close()

    said = subprocess.run(
        [sys.executable, "-c", watching, document.path],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert said.stdout == "[]\n"


@pytest.mark.parametrize("clock", [0, 2**31 + 5, 1_700_000_000])
def test_a_clock_that_jumps_changes_neither_the_order_nor_what_is_kept(
    document, monkeypatch, clock
):
    add_event(document, 1, "One")
    first = back_up(document.path)
    monkeypatch.setattr(time, "time", lambda: clock)
    add_event(document, 1, "Two")
    back_up(document.path)
    monkeypatch.undo()
    add_event(document, 1, "Three")
    last = back_up(document.path)

    numbers = [backup.number for backup in backups_of(document.path)]

    assert numbers == sorted(numbers, reverse=True)
    assert backups_of(document.path)[0].path == last.path
    assert first is not None
    document.undo()
    assert titles(document) == ["One", "Two"]


@pytest.mark.parametrize("content", [b"", bytes(3000), b"[recent\n=%\xff\xfe", b"[General]"])
def test_damaged_settings_are_started_without(tmp_path, content):
    file = tmp_path / "dateline.ini"
    file.write_bytes(content)

    settings = Settings(file)

    assert settings.word("theme", "system") == "system"
    assert settings.recent() == []
    settings.note_opened(tmp_path / "war.dateline")


@pytest.mark.parametrize(
    "name", ["trailing dot.", " blanks ", "war\udcff", "عربي‮", "a" * 230, "new\nline", "%41?#"]
)
def test_an_odd_name_is_opened_and_written(document, tmp_path, name):
    path = tmp_path / f"{name}.dateline"
    document.save_copy(path)

    odd = Document.open(path)
    add_event(odd, 1, "One")
    odd.close()

    again = Document.open(path)
    assert titles(again) == ["One"]
    assert again.told_of == again.why_read_only == ""
    again.close()


def test_a_symbolic_link_is_one_file_under_both_names(document, tmp_path):
    link = tmp_path / "link.dateline"
    link.symlink_to(document.path)

    second = Document.open(link)

    assert "another window" in second.why_read_only
    second.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills need a system with fork and signals")
def test_an_export_that_is_killed_leaves_the_old_file_or_the_new_one(document, tmp_path):
    for number in range(60):
        add_event(document, 1, f"Event {number}")
    folder = tmp_path / "exports"
    folder.mkdir()
    for form in FORMATS:
        (folder / f"war.{form}").write_bytes(b"old")
    document.close()
    before = document.path.read_bytes()
    chance, sizes = random.Random(4), {}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.exported"],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        for last in [False] * 6 + [True]:
            program.stdin.write(f"{document.path} {folder}\n")
            program.stdin.flush()
            child = int(program.stdout.readline())
            time.sleep(chance.random() * 0.15)
            while last and all(len(path.read_bytes()) == 3 for path in folder.glob("war.*")):
                time.sleep(0.01)  # the first export takes as long as the machine is busy
            os.kill(child, signal.SIGKILL)
            program.stdout.readline()
            for path in folder.glob("war.*"):
                sizes.setdefault(path.name, set()).add(len(path.read_bytes()))
        program.stdin.close()

    for name, seen in sizes.items():
        assert len(seen - {3}) <= (3 if name.endswith((".xlsx", ".html")) else 1), (name, seen)
    assert any(seen != {3} for seen in sizes.values())
    assert document.path.read_bytes() == before


def test_workers_are_spawned_so_that_no_connection_crosses_a_fork():
    import desktop.worker

    source = Path(desktop.worker.__file__).read_text("utf-8")
    assert 'get_context("spawn")' in source


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the limit is Linux's")
@pytest.mark.parametrize("megabytes", [250])
def test_little_memory_harms_no_file(document, megabytes):
    add_event(document, 1, "One")
    document.close()
    before = document.path.read_bytes()
    limit = megabytes * 1_000_000
    said = subprocess.run(
        [sys.executable, "main.py", "check", document.path],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),
    )  # fmt: skip

    assert said.returncode in (0, 1)
    assert document.path.read_bytes() == before


def test_a_file_of_which_a_worker_would_take_too_long_is_given_up(tmp_path):
    with pytest.raises(DatelineError, match="longer than"):
        call(time.sleep, 30, seconds=0.2)
