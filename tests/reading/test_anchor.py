import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.reading.anchor import Selector, find_again, relocate, selector
from desktop.reading.likeness import best_stretch, likeness

TEXT = """Town hall opens after repairs
Workers finished the roof of the town hall on Tuesday, a week later than planned.
“We are glad that the long wait is over,” Mayor Ana Ruiz told reporters on the square.
The building had been closed since March 2020, when a storm tore off the north-facing tiles.
Repairs cost 2.4 million euros, the council said on Tuesday.
Two neighbours complained about the noise; the council denied that work went on at night.
A second hall, in the old harbour, will open in spring."""
QUOTE = "“We are glad that the long wait is over,” Mayor Ana Ruiz told reporters"
CLOSED = "The building had been closed since March 2020"
TILES = "a storm tore off the north-facing tiles"
NOISE = "Two neighbours complained about the noise"


def span(words: str, text: str = TEXT) -> tuple[int, int]:
    first = text.index(words)
    return first, first + len(words)


def after(new: str, words: str, old: str = TEXT):
    """How `words` of the old text are found in the new one, and which words those are."""
    (found,) = relocate(old, new, [span(words, old)])
    return found.how, new[found.first : found.last]


def again(new: str, words: str):
    first, last = span(words)
    found = find_again(new, selector(TEXT, first, last), near=first)
    return found.how, new[found.first : found.last]


# Twenty kinds of edit, each as (what was changed, the quote, what it is found as).
EDITS = {
    "nothing": (TEXT, QUOTE, ("exact", QUOTE)),
    "a paragraph before": ("Corrected version.\n\n" + TEXT, QUOTE, ("exact", QUOTE)),
    "a line before goes": (TEXT.partition("\n")[2], QUOTE, ("exact", QUOTE)),
    "a word before in the line": (
        TEXT.replace("The building had", "On Monday the council said. The building had"),
        TILES,
        ("exact", TILES),
    ),
    "words behind": (TEXT + "\nMore follows.", QUOTE, ("exact", QUOTE)),
    "a typo mended in the quote": (
        TEXT.replace("neighbours complained", "neighbors complained"),
        NOISE,
        ("fuzzy", "Two neighbors complained about the noise"),
    ),
    "curly quotes become straight": (
        TEXT.replace("“", '"').replace("”", '"'),
        QUOTE,
        ("fuzzy", QUOTE.replace("“", '"').replace("”", '"')),
    ),
    "blanks doubled": (
        TEXT.replace("long wait", "long  wait"),
        QUOTE,
        ("fuzzy", QUOTE.replace("long wait", "long  wait")),
    ),
    "a line broken within": (
        TEXT.replace("closed since", "closed\nsince"),
        CLOSED,
        ("fuzzy", CLOSED.replace("closed since", "closed\nsince")),
    ),
    "no-break blanks": (
        TEXT.replace("March 2020", "March\u00a02020"),
        CLOSED,
        ("fuzzy", CLOSED.replace("March 2020", "March\u00a02020")),
    ),
    "a paragraph moved to the top": (
        TEXT.split("\n")[5] + "\n" + TEXT.replace(TEXT.split("\n")[5] + "\n", ""),
        NOISE,
        ("moved", NOISE),
    ),
    "a word replaced": (
        TEXT.replace("had been closed since", "had been shut since"),
        CLOSED,
        ("fuzzy", CLOSED.replace("closed", "shut")),
    ),
    "words put in": (
        TEXT.replace("Two neighbours complained", "Two angry neighbours complained loudly"),
        NOISE,
        ("fuzzy", "Two angry neighbours complained loudly about the noise"),
    ),
    "words taken out": (
        TEXT.replace("Two neighbours complained about the noise", "Two complained of noise"),
        NOISE,
        ("fuzzy", "Two complained of noise"),
    ),
    "the quote deleted": (TEXT.replace(CLOSED + ", when", "When"), CLOSED, ("lost", "")),
    "its paragraph deleted": (TEXT.replace(TEXT.split("\n")[5] + "\n", ""), NOISE, ("lost", "")),
    "everything else rewritten": (
        "Another text begins.\n\n" + CLOSED + " - as all know.", CLOSED, ("exact", CLOSED),
    ),
    "case changed": (TEXT.upper(), NOISE, ("fuzzy", NOISE.upper())),
    "hyphen added and dash changed": (
        TEXT.replace("north-facing tiles", "north–facing ti-\nles"),
        TILES,
        ("fuzzy", TILES.replace("north-facing tiles", "north–facing ti-\nles")),
    ),
    "the text emptied": ("", NOISE, ("lost", "")),
}  # fmt: skip


@pytest.mark.parametrize("edit", EDITS)
def test_a_quote_is_found_again_after(edit):
    new, words, expected = EDITS[edit]

    assert after(new, words) == expected


def test_there_are_twenty_kinds_of_edit():
    assert len(EDITS) == 20


def test_accents_written_in_two_ways_are_the_same_words():
    old = "In Zürich, José Peña spoke of the café near the Aare for an hour."

    assert (
        after(unicodedata.normalize("NFD", old), "José Peña spoke of the café", old)[0] == "fuzzy"
    )


@pytest.mark.parametrize("which", [0, 1])
def test_of_words_that_stand_twice_the_right_ones_are_found(which):
    first = TEXT.index("on Tuesday") if which == 0 else TEXT.rindex("on Tuesday")
    new = "A note on Tuesday.\n" + TEXT

    (found,) = relocate(TEXT, new, [(first, first + 10)])

    assert (found.first, found.how) == (first + 19, "exact")


def test_words_that_stand_twice_are_lost_when_their_own_place_goes():
    first = TEXT.rindex("on Tuesday")
    new = TEXT.replace("Repairs cost 2.4 million euros, the council said on Tuesday.\n", "")

    (found,) = relocate(TEXT, new, [(first, first + 10)])

    assert found.how == "lost"


def test_without_the_old_text_words_further_down_have_moved():
    assert again("x" * 500 + "\n" + TEXT, QUOTE) == ("moved", QUOTE)
    assert again(TEXT, QUOTE) == ("exact", QUOTE)


def test_a_lost_quote_says_so_and_nothing_else():
    found = find_again(TEXT, Selector("words that were never written here at all"), near=10**9)

    assert (found.how, found.first, found.last, found.likeness) == ("lost", len(TEXT), len(TEXT), 0)


@pytest.mark.parametrize("empty", ["", " ", "\n\n", "—", "“”"])
def test_nothing_is_never_found(empty):
    assert find_again("a b c", Selector(empty)).how == "lost"


def test_a_selector_keeps_thirty_two_letters_of_context():
    found = selector(TEXT, *span(CLOSED))

    assert (len(found.prefix), found.exact, len(found.suffix)) == (32, CLOSED, 32)
    assert selector(TEXT, 0, 4).prefix == ""


def test_likeness_counts_edits():
    assert likeness("kitten", "sitting") == pytest.approx(1 - 3 / 7)
    assert likeness("", "") == 1
    assert likeness("", "abc") == 0


@given(some.text("abc", max_size=12), some.text("abc", max_size=12))
def test_likeness_is_the_textbook_edit_distance(one, other):
    row = list(range(len(other) + 1))
    for number, letter in enumerate(one, 1):
        above, row = row, [number]
        for column, other_letter in enumerate(other):
            cost = above[column] + (letter != other_letter)
            row.append(min(cost, above[column + 1] + 1, row[column] + 1))

    assert likeness(one, other) == pytest.approx(1 - row[-1] / max(len(one), len(other), 1))


@given(some.text(max_size=300), some.integers(0, 300), some.integers(1, 80), some.text(max_size=40))
def test_words_of_an_unchanged_line_are_exactly_found_whatever_comes_before(
    text, first, length, added
):
    first = min(first, len(text))
    words = text[first : first + length]
    new = f"{added}\n{text}"

    (found,) = relocate(text, new, [(first, first + len(words))])

    if words.strip():
        assert new[found.first : found.last] == words


@given(some.text(max_size=200), some.text(min_size=1, max_size=60), some.integers(-5, 300))
def test_what_is_found_always_lies_in_the_text(text, words, near):
    found = find_again(text, Selector(words), near)

    assert 0 <= found.first <= found.last <= len(text)


def test_moved_words_among_repeated_lines_cost_no_more_than_others():
    old, new = "a\n" * 1900 + CLOSED, CLOSED + "\nb" + "\na\nb" * 3000

    (found,) = relocate(old, new, [span(CLOSED, old)])

    assert new[found.first : found.last] == CLOSED


def test_very_long_quotes_are_found_by_their_ends():
    words = "".join(f"sentence number {number} of a long report. " for number in range(300))
    text = "Before. " * 300 + words.replace("number 150", "number one hundred and fifty")

    first, last, alike = best_stretch(text, words, 0)

    assert abs(first - 2400) < 8
    assert last == len(text.rstrip()) or last == len(text)
    assert alike > 0.99
