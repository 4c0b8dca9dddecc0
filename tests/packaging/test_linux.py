"""A Linux desktop knows a timeline by its content, and opens it with Dateline."""

import configparser
import xml.etree.ElementTree as Xml
from pathlib import Path

from desktop.document import Document, schema

LINUX = Path(__file__).resolve().parents[2] / "packaging" / "linux"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_desktop_finds_the_mark_that_the_program_writes(tmp_path):
    Document.create(tmp_path / "war.dateline").close()
    kind = Xml.parse(LINUX / "dateline-mime.xml").getroot()[0]
    inner = kind.find(f"{SPACE}magic/{SPACE}match/{SPACE}match")

    offset, mark = int(inner.get("offset")), int(inner.get("value"), 16)

    assert mark == schema.APPLICATION_ID
    content = (tmp_path / "war.dateline").read_bytes()
    assert content[offset : offset + 4] == mark.to_bytes(4, "big")


def test_the_menu_entry_opens_that_kind_of_file():
    kind = Xml.parse(LINUX / "dateline-mime.xml").getroot()[0].get("type")
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / "dateline.desktop", encoding="utf-8")
    about = Xml.parse(LINUX / "dateline.metainfo.xml").getroot()

    assert entry["Desktop Entry"]["MimeType"] == f"{kind};"
    assert about.findtext("provides/mediatype") == kind
    assert about.findtext("launchable") == "dateline.desktop"
