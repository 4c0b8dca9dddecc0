"""Bibliographies: what RIS, BibTeX and CSL-JSON tell of articles, and which files they bring."""

import json
from contextlib import suppress

import pytest

from desktop.errors import FileError
from desktop.reading.extract.references import (
    beside,
    find_references,
    is_bibliography,
    read_references,
)
from desktop.worker import Worker

RIS = b"""TY  - NEWS
TI  - A bridge falls
AU  - Doe, Jane
AU  - The Daily Sample
T2  - The Daily Sample
DA  - 2024/11/29/
UR  - https://example.org/a; https://example.org/b
LA  - en-GB
DO  - 10.1000/182
L1  - files/12/bridge.html
L1  - /etc/passwd
ER  -

TY  - BOOK
TI  - No end of record
AB  - An abstract that goes on
in a line without a tag.
PY  - 1999
"""
BIB = rb"""@string{jb = "Journal of " # "Bridges"}
@article{m19, title = {On {Bridges}: Caf\'e \& {\"O}sterreich}, author = {M{\"u}ller, \'{A}ron and
  {The Office}}, journal = jb, year = 2019, month = nov, pages = {12--34},
  file = {Full Text:files/12/bridge.html:text/html;x:/etc/passwd:text/plain}, langid = {ngerman}}
@misc{broken, title = {This never closes, author = {A, B}
@online{ok, title = "Fine", date = {2024-11-29}}
"""
CSL = json.dumps([
    {"type": "article-newspaper", "title": "One", "author": [{"family": "Doe", "given": "Jane"}],
     "issued": {"date-parts": [[2024, 11, "29"]]}, "container-title": "Daily",
     "abstract": "<p>Words.</p>", "custom": "kept"},
    {"title": "Around", "issued": {"date-parts": [[1066]], "circa": True}},
    {"title": "Span", "issued": {"date-parts": [[2019, 1], [2019, 3]]}},
    {"title": "Said", "issued": {"raw": "29 November 2024"}},
    {"title": "Never", "issued": {"date-parts": [[2023, 2, 30]]}},
    {"nothing": "at all"},
]).encode()  # fmt: skip


def test_ris_gives_the_whole_reference():
    news, book = find_references(RIS, "lib.ris")

    assert (news.title, news.byline) == ("A bridge falls", "Jane Doe, The Daily Sample")
    assert (news.publisher, news.published, news.language) == (
        "The Daily Sample",
        "2024-11-29",
        "en",
    )
    assert news.url == "https://example.org/a"
    assert json.loads(news.csl)["DOI"] == "10.1000/182"
    assert book.abstract == "An abstract that goes on in a line without a tag."
    assert book.published == "1999"


def test_bibtex_is_read_with_its_letters_strings_and_broken_entries():
    article, broken, fine = find_references(BIB, "lib.bib")

    assert article.title == "On Bridges: Café & Österreich"
    assert article.byline == "Áron Müller, The Office"
    assert (article.publisher, article.published) == ("Journal of Bridges", "2019-11")
    assert article.language == "de"
    assert article.files == ("files/12/bridge.html", "/etc/passwd")
    assert broken.title.startswith("This never closes")
    assert (fine.title, fine.published) == ("Fine", "2024-11-29")


def test_csl_gives_dates_of_every_make():
    found = {one.title: one for one in find_references(CSL, "lib.json")}

    assert {title: one.published for title, one in found.items()} == {
        "One": "2024-11-29", "Around": "1066~", "Span": "2019-01/2019-03", "Said": "2024-11-29",
        "Never": "",
    }  # fmt: skip
    assert found["One"].abstract == "Words."
    assert json.loads(found["One"].csl)["custom"] == "kept"


def test_an_attached_file_comes_in_with_its_reference(tmp_path):
    page = tmp_path / "files" / "12" / "bridge.html"
    page.parent.mkdir(parents=True)
    page.write_text("<html><title>x</title><p>" + "The bridge fell on Friday. " * 20)
    (tmp_path / "lib.ris").write_bytes(RIS)

    with Worker() as worker:
        news, book = read_references(tmp_path / "lib.ris", worker)

    assert news.original == page
    assert news.draft.article.text.startswith("The bridge fell")
    assert news.draft.article.title == "A bridge falls"
    assert news.draft.article.published.edtf == "2024-11-29"
    assert book.original is None
    assert book.draft.article.text == "An abstract that goes on in a line without a tag."


ELSEWHERE = ("../secret.txt", "/etc/passwd", "file:///etc/passwd", "files/../../secret.txt",
             "a\0b", "..\\secret.txt")  # fmt: skip


@pytest.mark.parametrize("written", ELSEWHERE)
def test_no_file_from_elsewhere_is_attached(tmp_path, written):
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "export"
    folder.mkdir()

    assert beside(folder, written) is None


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "link.txt").symlink_to(tmp_path / "secret.txt")

    assert beside(tmp_path / "export", "link.txt") is None


JUNK = {
    "nested list": b"[" * 5_000 + b"]" * 5_000,
    "nested braces": b"@article{a, title = " + b"{" * 20_000,
    "NULs": bytes(5_000),
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8,
    "tags alone": b"TY  - \nER  - \n" * 500,
    "numbers": b"[1, 2, null, [], {}]",
    "half a line": b"TY  - JO",
    "wide letters": "TY  - BOOK".encode("utf-16"),
    "opened quotes": b'@misc{a, title = "' + b'\\"' * 10_000,
    "signs": b"@article{a, title = " + b"#" * 10_000,
    "an object": b'{"items": "x"}',
    "page": b"<html><p>Words</p></html>",
}


@pytest.mark.parametrize("kind", JUNK)
@pytest.mark.parametrize("name", ["lib.ris", "lib.bib", "lib.json"])
def test_junk_is_refused_in_a_sentence_or_gives_no_words(kind, name):
    with suppress(FileError):
        assert all(len(one.title) < 501 for one in find_references(JUNK[kind], name))


def test_a_list_of_references_is_told_from_a_table_of_events(tmp_path):
    (tmp_path / "csl.json").write_bytes(CSL)
    (tmp_path / "events.json").write_text('{"events": [{"title": "a", "type": "b"}]}')
    (tmp_path / "ris.txt").write_bytes(RIS)
    (tmp_path / "note.txt").write_text("TY is no tag here")

    told = {path.name: is_bibliography(path) for path in tmp_path.iterdir()}

    assert told == {"csl.json": True, "events.json": False, "ris.txt": True, "note.txt": False}
