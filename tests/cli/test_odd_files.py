"""Files that are none: told in a sentence, and never waited for."""

import os
import sys

import pytest

from desktop import cli
from desktop.document import Document

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.mark.parametrize("name", ["pipe.txt", "pipe.json"])
def test_a_pipe_is_no_article_and_nobody_waits_for_its_writer(tmp_path, capsys, name):
    Document.create(tmp_path / "p.dateline").close()
    os.mkfifo(tmp_path / name)

    status = cli.main(["add", str(tmp_path / "p.dateline"), str(tmp_path / name)])

    assert status == 1
    assert "not an ordinary file" in capsys.readouterr().err


def test_a_link_to_itself_is_no_place_for_a_project(tmp_path, capsys):
    loop = tmp_path / "loop.dateline"
    loop.symlink_to(loop)

    status = cli.main(["new", str(loop)])

    assert status == 1
    assert "loop.dateline is a link that leads back to itself" in capsys.readouterr().err
