"""The first start on somebody else's machine: what is missing is told in a sentence."""

import importlib
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).resolve().parents[2] / "packaging"


@pytest.fixture
def scripts(monkeypatch):
    """The scripts as `main.py` imports them, which runs them by path."""
    monkeypatch.syspath_prepend(str(PACKAGING))

    def load(name):
        return importlib.import_module(name)

    yield load
    for name in ("set_up", "install", "system_libraries"):
        sys.modules.pop(name, None)


@pytest.fixture
def set_up(scripts, tmp_path, monkeypatch):
    """The set-up of a program that lies in an empty folder."""
    module = scripts("set_up")
    lock = tmp_path / "requirements.lock"
    lock.write_text("click==8.5.1 --hash=sha256:00\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "LOCK", lock)
    return module


def finish(set_up, folder):
    python = set_up.python_of(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "set-up.lock").write_bytes(set_up.wanted())


def test_a_finished_environment_is_used_as_it_is(set_up, tmp_path):
    finish(set_up, tmp_path / ".venv")

    assert set_up.is_current(tmp_path / ".venv")
    assert set_up.environment() == tmp_path / ".venv"


def test_a_half_made_environment_is_made_anew(set_up, tmp_path):
    finish(set_up, tmp_path / ".venv")
    (tmp_path / ".venv" / "set-up.lock").unlink()

    assert not set_up.is_current(tmp_path / ".venv")


def test_another_lock_or_another_python_makes_the_environment_anew(set_up, tmp_path, monkeypatch):
    finish(set_up, tmp_path / ".venv")
    set_up.LOCK.write_text("click==9\n")
    is_current_with_another_lock = set_up.is_current(tmp_path / ".venv")
    finish(set_up, tmp_path / "other")

    monkeypatch.setattr(set_up.sys, "version_info", (3, 14, 1))

    assert not is_current_with_another_lock
    assert not set_up.is_current(tmp_path / "other")


def test_a_folder_that_cannot_be_written_has_its_environment_elsewhere(
    set_up, tmp_path, monkeypatch
):
    monkeypatch.setattr(set_up, "is_writable", lambda folder: False)
    monkeypatch.setattr(set_up.sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    folder = set_up.environment()

    assert folder.parent == tmp_path / "data" / "dateline"


def test_an_old_python_is_refused_in_a_sentence(set_up, monkeypatch):
    monkeypatch.setattr(set_up.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr("shutil.which", lambda name: None)

    with pytest.raises(SystemExit, match=r"needs Python 3\.11 to 3\.14, and this is Python 3\.9"):
        set_up.check_version()


def test_an_old_python_goes_on_with_a_newer_one_that_is_there(set_up, monkeypatch):
    monkeypatch.setattr(set_up.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(set_up.sys, "argv", ["main.py", "check", "war"])
    monkeypatch.setattr("shutil.which", lambda name: name if name == "python3.12" else None)
    monkeypatch.setattr(set_up.subprocess, "call", lambda *_words, **_options: 0)
    started = []
    monkeypatch.setattr(set_up, "run", started.append)

    with pytest.raises(SystemExit):
        set_up.check_version()

    assert started == [["python3.12", "main.py", "check", "war"]]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], True),
        (["war.dateline"], True),
        (["export", "war.dateline", "war.png"], True),
        (["export", "war.dateline", "war", "--format", "png"], True),
        (["export", "war.dateline", "war.csv"], False),
        (["dates", "article.txt"], False),
        (["--version"], False),
        (["export", "--help"], False),
    ],
)
def test_only_what_is_drawn_needs_the_libraries_of_a_screen(set_up, arguments, expected):
    assert set_up.needs_screen(arguments) is expected


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("NewConnectionError('Failed to establish a new connection')", "needs the network once"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES", "none of it was installed"),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("ERROR: No matching distribution found for numpy", "no build for this computer"),
        ("ERROR: Something quite new", "Something quite new"),
    ],
)
def test_a_failed_installation_is_explained(scripts, tmp_path, said, told):
    log = tmp_path / "set-up.log"
    log.write_text(f"python -m pip install -r lock\nCollecting click\n{said}\n")

    assert told in scripts("install").cause(log, tmp_path)


def test_a_failing_step_is_kept_in_the_log(scripts, tmp_path):
    log = tmp_path / "set-up.log"

    status = scripts("install").logged([sys.executable, "-c", "print('why'); exit(3)"], log)

    assert status == 3
    assert "why" in log.read_text()


def test_a_user_is_given_one_command_for_all_that_is_lacking(scripts, tmp_path, monkeypatch):
    libraries = scripts("system_libraries")
    monkeypatch.setattr(libraries.sys, "platform", "linux")
    monkeypatch.setattr(libraries, "is_there", lambda name: "xcb" not in name)
    monkeypatch.setattr(libraries, "can_make_environments", lambda: False)
    monkeypatch.setattr(libraries.os, "geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: name if name == "apt-get" else None)
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")

    with pytest.raises(SystemExit) as refused:
        libraries.provide(tmp_path, is_drawn=True, is_window=True, is_made=False)

    command = next(line for line in str(refused.value).splitlines() if "sudo" in line)
    assert command.startswith("  sudo apt-get install -y --no-install-recommends libx11-xcb1 ")
    assert "libxcb-cursor0" in command
    assert f"python3.{sys.version_info[1]}-venv" in command


def test_what_was_found_once_is_not_looked_for_again(scripts, tmp_path, monkeypatch):
    libraries = scripts("system_libraries")
    monkeypatch.setattr(libraries.sys, "platform", "linux")
    looked = []
    monkeypatch.setattr(libraries, "is_there", lambda name: looked.append(name) or True)

    for _start in range(2):
        libraries.provide(tmp_path, is_drawn=True, is_window=False, is_made=True)

    assert looked == list(libraries.DRAWING)


def test_the_lock_names_no_place_and_hashes_everything():
    lock = (PACKAGING / "requirements.lock").read_text()

    assert "http" not in lock
    assert "index-url" not in lock
    packages = [line for line in lock.splitlines() if line[:1].isalnum()]
    assert len(packages) > 20
    assert all(line.endswith("\\") for line in packages)
    has_no_wheel_everywhere = next(line for line in packages if line.startswith("pysqlite3"))
    assert "platform_machine == 'x86_64' and sys_platform == 'linux'" in has_no_wheel_everywhere


def test_the_folder_of_scripts_hides_no_package_of_its_name():
    assert not (PACKAGING / "__init__.py").exists()
