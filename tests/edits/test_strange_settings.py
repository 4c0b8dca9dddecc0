"""What others wrote into a file's settings is left out, and never in the way."""

import pytest

from desktop.edits.articles import add_article
from desktop.edits.duplicates import find_duplicates
from desktop.edits.readings import read_article
from desktop.edits.solo import shown_alone
from desktop.edits.suggestions import filed, find_suggestions
from desktop.edits.views import views_of
from desktop.model import Article
from desktop.reading.governing import dates_of
from desktop.when import When

STRANGE = (
    *("", "{", "[", "null", "1", "[1]", "[[1]]", '["x"]', '[["a","b"]]', "[[1,2,3]]", "NaN"),
    *("[[1e999, 2]]", "[NaN]", '{"a":1}', "[" * 5000, "9" * 5000, "-1", "²", "x", "[[null,{}]]"),
    *('[{"words":{"exact":"Friday"},"first":"x","edtf":1}]', '[{"words":{"exact":1}}]'),
    *('[{"words":{"exact":1},"first":0,"edtf":"2024"}]', "9" * 19, '{"alone":1,"hidden":{}}'),
    *('[{"words":{"exact":"Friday"},"first":' + "9" * 30 + ',"edtf":"2024"}]',),
    *('[{"name":"a","start":NaN,"stop":"x"}]', '[{"name":"a","start":1,"stop":2,"tracks":[1]}]'),
)


@pytest.mark.parametrize("strange", STRANGE, ids=range(len(STRANGE)))
def test_settings_of_a_stranger_break_no_reading(document, strange):
    article = add_article(
        document,
        Article(
            title="A", text="Soldiers attacked a bridge on Friday.", published=When("2024-11-29")
        ),
    )
    uid = document.article(article).uid
    names = ("learning since", "not the same", "solo", "views", f"dropped {uid}", f"readings {uid}")

    with document.step("Strange"):
        for name in names:
            document.set_setting(name, strange)

    assert dates_of(read_article(document, article)) is not None
    assert find_suggestions(document, article) is not None
    assert filed(document) == []
    assert find_duplicates(document) == []
    assert shown_alone(document) == frozenset()
    assert views_of(document) is not None
