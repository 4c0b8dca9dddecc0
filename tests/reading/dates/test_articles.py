"""Whole articles of our own: what is placed on the calendar, and that nothing else is.

Beside each article stands a table: its publication day, then words and EDTF in the text's order.
"""

from pathlib import Path

import pytest

from desktop.reading.dates import find_dates

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.txt"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_every_date_of_the_article_is_right_and_no_other_is_found(article):
    text = article.read_text(encoding="utf-8")
    table = article.with_suffix(".tsv").read_text(encoding="utf-8").splitlines()
    (_, published), *expected = [tuple(line.split("\t")) for line in table]

    found = find_dates(text, published)

    assert [(one.text, one.edtf) for one in found if one.edtf] == expected
