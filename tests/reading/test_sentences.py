"""Sentences end where a reader would end them."""

import pytest

from desktop.reading.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One went. Two stayed.", ["One went.", "Two stayed."]),
        ("Dr. Roe met Gen. Bell. They spoke.", ["Dr. Roe met Gen. Bell.", "They spoke."]),
        ("It cost 3.5 million. Nobody paid.", ["It cost 3.5 million.", "Nobody paid."]),
        ("The U.S. envoy left. He was tired.", ["The U.S. envoy left.", "He was tired."]),
        ("He lives in the U.S. The rest stayed.", ["He lives in the U.S.", "The rest stayed."]),
        ("A headline\nThe text begins.", ["A headline", "The text begins."]),
        ("“Go!” she said. He went.", ["“Go!” she said.", "He went."]),
        ("J. R. Bell won. Good.", ["J. R. Bell won.", "Good."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    assert [text[first:last] for first, last in sentences(text)] == expected
