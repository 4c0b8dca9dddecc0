"""What goes out is whole or not there at all, and tells nothing of the machine it comes from."""

import errno
import getpass
import os
import signal
import socket
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from desktop import formats
from desktop.document import Document
from desktop.errors import FileError
from desktop.formats.files import whole_file
from desktop.formats.samples import make_sample
from desktop.timeline.pictures import picture
from desktop.timeline.pictures.sheet import Sheet

FORMS = [*(writer.id for writer in formats.WRITERS), *picture.FORMS]
ODD = "tab\tleft\u202e «ä» %20 '$HOME' 100% # ; & ().out"


@pytest.fixture
def berlin(tmp_path):
    folder = tmp_path / "hidden-folder"
    folder.mkdir()
    make_sample("berlin", folder / "hidden-name.dateline")
    document = Document.open(folder / "hidden-name.dateline")
    yield document
    document.close()


def send_out(document, path, form):
    if form in picture.FORMS:
        picture.write(document, path, Sheet(width=600), form=form)
    else:
        formats.export(document, path, form)


def unpacked(path):
    """The bytes of a file, and of whatever is packed in it."""
    content = path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as parts:
            content += b"".join(parts.read(name) for name in parts.namelist())
    for piece in content.split(b"stream\n")[1:]:
        try:
            content += zlib.decompressobj().decompress(piece)
        except zlib.error:
            continue
    return content


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", FORMS)
def test_no_file_tells_of_the_machine_or_its_user(form, berlin, tmp_path):
    send_out(berlin, tmp_path / "out", form)

    content = unpacked(tmp_path / "out")
    private = {
        str(tmp_path),
        str(Path.home()),
        "hidden-folder",
        "hidden-name",
        socket.gethostname(),
        sys.prefix,
    }
    private |= {getpass.getuser()} - {"root", "user"}  # words that may stand anywhere
    assert [word for word in private if len(word) > 3 and word.encode() in content] == []
    assert [word for word in private if len(word) > 3 and word.encode("utf-16-be") in content] == []


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", FORMS)
def test_a_name_with_odd_letters_is_written_as_it_is(form, berlin, tmp_path):
    send_out(berlin, tmp_path / ODD, form)

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([ODD, "hidden-folder"])


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("form", FORMS)
def test_a_full_disk_leaves_the_old_file_and_says_so(form, berlin, tmp_path, monkeypatch):
    path = tmp_path / "out"
    path.write_bytes(b"as it was")

    def full(_descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("desktop.formats.files.os.fsync", full)

    with pytest.raises(FileError, match="No space left on device"):
        send_out(berlin, path, form)

    assert path.read_bytes() == b"as it was"
    assert list(tmp_path.glob(".*")) == []


KILLED = """
import sys, time
from pathlib import Path
from desktop.formats.files import whole_file
with whole_file(Path(sys.argv[1])) as draft:
    draft.write_bytes(b"half")
    print("half way", flush=True)
    time.sleep(60)
"""


def test_an_export_that_is_killed_leaves_the_old_file(tmp_path):
    path = tmp_path / "out.csv"
    path.write_bytes(b"as it was")
    root = Path(formats.__file__).parents[2]
    child = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], cwd=root, stdout=subprocess.PIPE
    )
    child.stdout.readline()
    os.kill(child.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
    child.wait()
    child.stdout.close()

    assert path.read_bytes() == b"as it was"


def test_a_file_is_put_in_place_when_it_is_whole(tmp_path):
    with whole_file(tmp_path / "out") as draft:
        draft.write_bytes(b"new")
        assert not (tmp_path / "out").exists()

    assert (tmp_path / "out").read_bytes() == b"new"
