"""Guards over the repository and over what it is built on, each against a fault that once bit."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

ROOT = Path(__file__).parent.parent
LONGEST = 300
# Put together from halves, so that this file does not find itself.
FORBIDDEN = (
    "/ro" + "ot/",
    "/wo" + "rk/",
    "/tmp" + "/house",
    "file" + "s.pythonhosted",
    "pypi" + ".org/simple",
)


def tracked():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git work tree, so nobody can say which files belong to it")
    return [ROOT / name for name in listed.stdout.decode().split("\0") if name]


def readable(paths):
    for path in paths:
        if path.is_file():
            try:
                yield path, path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


def test_painting_loses_no_reference_to_none(qapp):
    picture = QImage(8, 8, QImage.Format.Format_ARGB32)
    painter = QPainter(picture)
    before = sys.getrefcount(None)

    for _ in range(500):
        painter.setPen(Qt.GlobalColor.black)

    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost <= 100


def test_no_tracked_file_names_a_place_on_one_machine():
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path, text in readable(tracked())
        for word in FORBIDDEN
        if word in text
    ]

    assert found == []


def test_the_set_up_is_no_package():
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_every_file_of_the_program_can_be_read_in_one_sitting():
    long = {
        str(path.relative_to(ROOT)): lines
        for path in sorted((ROOT / "desktop").rglob("*.py"))
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST
    }

    assert long == {}


def test_every_icon_named_in_the_program_is_shipped():
    named = set()
    for _path, text in readable(sorted((ROOT / "desktop").rglob("*.py"))):
        named |= set(re.findall(r'\b(?:icon|outline)\("([a-z0-9-]+)"', text))

    shipped = {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}

    assert named - shipped == set()
