import sys
from pathlib import Path

import pytest

from desktop import paths
from desktop.document import Document, backups
from desktop.document.rescue import copy_readable
from desktop.errors import DatelineError, FileError


@pytest.fixture
def system(monkeypatch, tmp_path):
    for name in ("DATELINE_FOLDER", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", lambda: tmp_path)

    def pretend(name: str) -> None:
        monkeypatch.setattr(sys, "platform", name)

    return pretend


@pytest.mark.parametrize(
    ("name", "config", "data"),
    [
        ("linux", ".config/dateline", ".local/share/dateline"),
        ("darwin", "Library/Preferences/Dateline", "Library/Application Support/Dateline"),
        ("win32", "AppData/Roaming/Dateline/Config", "AppData/Local/Dateline/Data"),
    ],
)
def test_folders_are_where_each_system_wants_them(system, tmp_path, name, config, data):
    system(name)

    assert paths.config_folder() == tmp_path / config
    assert paths.data_folder() == tmp_path / data


def test_the_four_folders_differ(system):
    system("linux")

    folders = {paths.config_folder(), paths.data_folder(), paths.state_folder()}

    assert len(folders | {paths.cache_folder()}) == 4


def test_a_relative_xdg_folder_is_ignored(system, monkeypatch, tmp_path):
    system("linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")

    assert paths.config_folder() == tmp_path / ".config/dateline"


def test_one_variable_moves_every_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_FOLDER", str(tmp_path))

    assert paths.state_folder() == tmp_path / "state"


def test_a_folder_is_made_for_its_user_alone(tmp_path):
    folder = paths.made(tmp_path / "a" / "b")

    assert folder.is_dir()
    assert paths.made(folder) == folder


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(FileError, match="file"):
        paths.made(tmp_path / "file" / "below")


def test_resources_lie_beside_the_package_or_in_the_bundle(monkeypatch, tmp_path):
    assert paths.resources_folder().parent.joinpath("desktop").is_dir()

    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert paths.resources_folder() == tmp_path / "resources"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_links_that_lead_round_in_a_circle_end_at_themselves(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")

    assert paths.real(tmp_path / "a").parent == tmp_path.resolve()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_timeline_that_links_to_itself_is_refused_in_words(tmp_path):

    path = tmp_path / "round.dateline"
    path.symlink_to(path)

    with pytest.raises(DatelineError, match="round"):
        Document.open(path)
    with pytest.raises(DatelineError, match="round"):
        copy_readable(path, tmp_path / "new.dateline")
    assert backups.backups_of(path) == []
