import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.reading.extract.normal import normalise, one_line, text_hash

ANYTHING = some.text(some.characters(exclude_categories=()), max_size=200)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("a\r\nb\rc\u2028d\u2029e\x0cf", "a\nb\nc\nd\n\ne\nf"),
        ("nul\0 bell\x07 tab\t.", "nul bell tab\t."),
        ("lone \ud800 half", "lone � half"),
        ("no\u00a0break", "no\u00a0break"),
        ("soft\u00adhyphen", "softhyphen"),
        ("blanks  \t\nbehind ", "blanks\nbehind"),
        ("\n\n a\n\n\n\n\nb\n", " a\n\nb"),
        ("e\u0301", "é"),
        ("\ufeffmark", "mark"),
    ],
)
def test_a_text_is_kept_in_one_form(written, kept):
    assert normalise(written) == kept


@given(ANYTHING)
def test_the_kept_form_stays_as_it_is(text):
    kept = normalise(text)

    assert normalise(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert kept.encode("utf-8").decode("utf-8") == kept


@given(ANYTHING)
def test_a_title_is_one_short_line(text):
    title = one_line(text, 40)

    assert len(title) <= 40
    assert "\n" not in title


def test_the_same_words_have_the_same_hash_however_they_were_saved():
    assert text_hash(normalise("one\r\ntwo")) == text_hash(normalise("one\ntwo \n"))
    assert text_hash("one") != text_hash("two")


def test_marks_piled_on_a_letter_cost_no_time():
    piled = "a" + "\u0300\u0316" * 100_000

    assert len(normalise(piled)) < 40


def test_a_title_cannot_turn_the_direction_of_what_follows():
    assert one_line("annual\u202etxt.exe") == "annualtxt.exe"
