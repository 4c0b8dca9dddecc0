"""Files made to hang, to fill the memory or to reach out: one sentence each, and never more."""

import io
import random
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

from desktop.errors import DatelineError, FileError
from desktop.reading import extract
from desktop.reading.extract import read_article
from desktop.worker import Worker

SAMPLES = Path(__file__).parents[2] / "samples" / "articles"
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(name: str, content: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def pdf_bomb() -> bytes:
    packing = zlib.compressobj(1)
    blanks = bytes(1 << 20).replace(b"\0", b" ")
    stream = b"".join(packing.compress(blanks) for _ in range(900)) + packing.flush()
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length " + str(len(stream)).encode() + b">>stream\n"
        + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )  # fmt: skip


def laughs() -> str:
    entities = '<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">'
        for before, name in ("ab", "bc", "cd", "de", "ef")
    )
    return f"<!DOCTYPE x [{entities}]><w:document {WORD}><w:p><w:t>&f;</w:t></w:p></w:document>"


STRANGER = (
    f'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document {WORD}>&a;</w:document>'
)

REFUSED = {
    "empty.txt": (b"", "it is empty"),
    "blank.txt": (b" \n\t\n", "it is empty"),
    "nuls.txt": (b"\0" * 1000, "not a text"),
    "noise.txt": (random.Random(1).randbytes(20_000), "not a text"),
    "noise.html": (b"<p>" + random.Random(2).randbytes(20_000), "not a text"),
    "noise.pdf": (random.Random(3).randbytes(2000), "holds something else"),
    "noise.eml": (b"\n\n" + random.Random(4).randbytes(2000), "not an e-mail"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n....", "a picture"),
    "old.docx": (b"\xd0\xcf\x11\xe0" + bytes(100), "an old Word file"),
    "short.pdf": ((SAMPLES / "town-hall.pdf").read_bytes()[:3000], "damaged"),
    "short.docx": (packed("word/document.xml", "<w/>")[:60], "damaged"),
    "other.epub": (packed("readme", "x"), "an archive or a document of another kind"),
    "bomb.docx": (packed("word/document.xml", b" " * (80 << 20)), "far more than its size"),
    "laughs.docx": (packed("word/document.xml", laughs()), "damaged|entities"),
    "stranger.docx": (packed("word/document.xml", STRANGER), "declares entities"),
    "deep.docx": (packed("word/document.xml", f"<w:p {WORD}>" + "<w:p>" * 5000), "damaged"),
    "bomb.pdf": (pdf_bomb, "MB of memory"),
    "no-picture.html": (b"<html><body><img src=x></body></html>", "no readable text"),
    "nested.eml": (
        "".join(
            f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(3000)
        ).encode(),
        "damaged|no readable text",
    ),
}
READ = {
    "comment.html": b"<p>Words before</p><!-- " + b"x" * 10_000_000,
    "deep.html": b"<p>Words before</p>" + b"<div>" * 100_000,
    "nul.html": b"<p>Words be\0fore</p>\0",
    "half.html": b"<p>Words before &#xD800; \xed\xa0\x80</p>",
    "charset.html": b'<meta charset="rot13"><p>Words before</p>',
    "linked.html": b'<script type="application/ld+json">'
    + b"[" * 50_000
    + b"</script><p>Words before</p>",
    "marks.txt": ("Words before a" + "\u0300\u0316" * 500_000).encode(),
    "fields.rtf": rb"{\rtf1 {\*\secret hidden}Words before\par}",
    "stars.md": b"Words before " + b"*a_ " * 5000,
}
ENDLESS = {
    "attributes.html": b"<p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">Words</p>",
    "links.rtf": rb"{\rtf1 " + rb"{\field{\*\fldinst{HYPERLINK " * 30_000,
}


@pytest.fixture(scope="module")
def worker():
    with Worker() as worker:
        yield worker


@pytest.fixture
def read(worker, tmp_path):
    def read(name: str, content: bytes) -> extract.Draft:
        path = tmp_path / name
        path.write_bytes(content)
        return read_article(path, worker=worker)

    return read


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_one_sentence(read, name):
    content, cause = REFUSED[name]

    with pytest.raises(FileError, match=cause) as caught:
        read(name, content() if callable(content) else content)

    assert str(caught.value).startswith(f"“{name}” cannot be read: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", READ)
def test_a_strange_file_is_read_all_the_same(read, name):
    article = read(name, READ[name]).article

    assert "Words before" in article.text
    assert "hidden" not in article.text


@pytest.mark.parametrize("name", ENDLESS)
def test_a_file_that_takes_for_ever_is_stopped(read, monkeypatch, name):
    monkeypatch.setattr(extract, "MOST_SECONDS", 1)

    with pytest.raises(FileError, match=r"longer than 1 seconds|no readable text"):
        read(name, ENDLESS[name])


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir()))
def test_a_damaged_copy_is_read_or_refused_but_never_more(read, name):
    chance, whole = random.Random(name), (SAMPLES / name).read_bytes()
    for number in range(6):
        broken = bytearray(whole[: chance.randrange(len(whole) // 2, len(whole) + 1)])
        for _ in range(number * 4):
            broken[chance.randrange(len(broken))] = chance.randrange(256)

        said = text_or_sentence(read, name, bytes(broken))

        assert said == extract.normalise(said)


def text_or_sentence(read, name: str, content: bytes) -> str:
    try:
        return read(name, content).article.text
    except DatelineError as error:
        return str(error)


def test_a_name_that_lies_is_shown_in_one_line(tmp_path):
    with pytest.raises(FileError) as caught:
        read_article(tmp_path / "a\nb\u202e.txt")

    assert str(caught.value) == "“a�b�.txt” cannot be read: there is no such file."


def test_no_parser_is_loaded_where_the_window_runs():
    said = subprocess.run(
        [sys.executable, "-c", "import sys, desktop.reading.extract; print(*sys.modules)"],
        capture_output=True, text=True, check=True, cwd=Path(__file__).parents[3],
    ).stdout.split()  # fmt: skip

    assert not {"trafilatura", "lxml", "pypdfium2", "chardet", "PySide6", "markdown_it"} & set(said)
