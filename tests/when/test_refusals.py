"""What is no date, or could be two, is refused in a sentence that says why."""

import pytest

from desktop.errors import WhenError
from desktop.when import AmbiguousWhen, When, read_words

TODAY = When("2024-11-29")


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "There is no date here."),
        ("   ", "There is no date here."),
        ("30 February 2024", "30 February 2024: February 2024 has 29 days."),
        ("29 Feb 2023", "29 February 2023: February 2023 has 28 days."),
        ("31 June 2020", "31 June 2020: June 2020 has 30 days."),
        ("2024-02-30", "2024-02-30: February 2024 has 29 days."),
        ("29 Feb 44 BC", "29 February 44 BC: February 44 BC has 28 days."),
        ("0/5/2020", "0 May 2020: May 2020 has 31 days."),
        ("13/13/2020", "13/13/2020: there is no month 13."),
        ("2024-13-01", "2024-13-01: months are 01 to 12."),
        ("2020-W54", "2020 has no week 54."),
        ("May", "May: of which year?"),
        ("sat", "“sat” alone is no date: write Saturday, or the date."),
        ("12", "“12” is no year by itself: write 1914, AD 14 or 14 BC."),
        ("476", "Is 476 a year BC or AD? Write 476 BC or AD 476."),
        ("29 Nov 24", "“24” is no year by itself: write 1914, AD 14 or 14 BC."),
        ("29/11/24", "29/11/24: write the year with four digits."),
        ("summer of '69", "'69: write the year with its century."),
        ("the 80s", "“80s”: of which century? Write 1980s or 180s AD."),
        ("1800s", "“1800s” may be ten years or a hundred: write 1800–1809 or a century."),
        ("0 BC", "There is no year 0: 1 BC was followed by AD 1."),
        ("25:61", "25:61: hours are 0 to 23, minutes and seconds 0 to 59."),
        ("13 pm on 29 Nov 2024", "13: hours before am and pm are 1 to 12."),
        ("Sat 29 Nov 2024", "29 November 2024 is a Friday, not a Saturday."),
        ("1918–1914", "A range from 1918 to 1914 ends before it begins."),
        ("450–500 BC", "A range from 450 BC to 500 BC ends before it begins."),
        ("3 May – 2020", "“3 may” needs its year beside the other date."),
        (
            "2021-22",
            "2021-22 may be 2021–2022 or, in EDTF, a part of 2021: write it in words.",
        ),
        (
            "1911/12",
            "1911/12 may be a month or two years: write it as in April 2020, 1914–1915.",
        ),
        ("2024-11-29T18:00Z", "2024-11-29T18:00Z: clock times are local here and have no zone."),
        ("the battle of Hastings", "“battle” is not a word that dates are made of."),
        ("early last week", "“early” goes with a year, a month, a decade, a century or a day."),
        ("winter 1793–95", "Only a winter spans two years, the second behind the first."),
        ("evening of 5–6 June 1944", "“evening” goes with one day, or the night with two."),
    ],
)
def test_the_sentence_says_what_is_wrong(typed, why):
    with pytest.raises(WhenError) as refused:
        read_words(typed, TODAY)

    assert str(refused.value) == why


@pytest.mark.parametrize(
    "typed",
    """99 | late | c. | ~ | ? | – | to | or | 1914– | –1918 | 1914 1918 | 1914, 1918 | 44 BC – 20
    | 27 BC – 14 | 100–44 | 5–7 | 9 to 5 | 1914–8 | 1999–00 | 1914-18-20 | 29 Nov 2024 30 Nov 2024
    | 29 Nov 2024 in the rain | 29/30 Nov 2024 | 2024 29 | Nov 2024 29 | 32 Nov 2024 | 5th | month
    | 13th month | 0th century | 101st century | 5th quarter of 2016 | third half of 2016 | Q5 2016
    | late spring 2016 | mid Friday | early late 2016 | before before 1914 | before 3–5 May 2020
    | over 1914 | nearly 1066 | every Friday | two weeks | for two weeks | three hours ago | now
    | last decade
    | last weeks | next years | this days | the nineties | turn of the century | undated | n.d.
    | 18.99 on 3 May 2020
    | 99.30, 3 May 2020 | 25 pm 3 May 2020 | 20.11 | 10.11.12 | 1/2/3 | 1,00 BC | 1.5 BC
    | 18:00 May 2020 | noon 2020 | spring | winter 2020/22 | Q3 | early | 1914~~? or | [1914 | 1914]
    | 198 | XXXX | 1e9 | 100 billion years ago | 20 billion BC | c. before 1914 | by by 1914
    | 03/04 | 20 Nov 2023 – 3 Jan | 11–1 pm on 29 Nov 2024 | two to three weeks ago""".replace(
        "\n", " "
    ).split(" | "),
)
def test_what_is_not_wholly_understood_is_no_date(typed):
    with pytest.raises(WhenError):
        read_words(typed.strip(), TODAY)


@pytest.mark.parametrize(
    "typed", ["yesterday", "last Friday", "20 nov", "18:00", "two weeks ago", "this winter"]
)
def test_relative_words_without_a_day_to_count_from_are_refused(typed):
    with pytest.raises(WhenError):
        read_words(typed)


def test_a_month_to_count_from_gives_its_year_but_no_day():
    published = When("2024-11")

    assert read_words("20 nov", published).when == When("2024-11-20")
    with pytest.raises(WhenError):
        read_words("yesterday", published)


def test_next_friday_is_refused_where_two_fridays_could_be_meant():
    with pytest.raises(WhenError) as refused:
        read_words("next Friday", When("2024-11-27"))

    assert "Fri 29 Nov 2024 or Fri 6 Dec 2024" in str(refused.value)


@pytest.mark.parametrize(
    ("typed", "day_first", "month_first"),
    [
        ("03/04/2020", "2020-04-03", "2020-03-04"),
        ("3.4.2020", "2020-04-03", "2020-03-04"),
        ("03-04-2020", "2020-04-03", "2020-03-04"),
        ("c. 03/04/2020", "2020-04-03~", "2020-03-04~"),
        ("before 03/04/2020", "[..2020-04-02]", "[..2020-03-03]"),
        ("03/04/2020 – 05/06/2020", "2020-04-03/2020-06-05", "2020-03-04/2020-05-06"),
        ("03/04/2020 18:00", "2020-04-03T18:00", "2020-03-04T18:00"),
    ],
)
def test_an_unclear_order_of_day_and_month_is_asked_and_then_known(typed, day_first, month_first):
    with pytest.raises(AmbiguousWhen) as asked:
        read_words(typed)

    assert asked.value.readings == (When(day_first), When(month_first))
    assert read_words(typed, day_first=True).when == When(day_first)
    assert read_words(typed, day_first=False).when == When(month_first)


def test_a_clear_order_is_not_asked_for():
    for day_first in (None, True, False):
        assert read_words("13/04/2020", day_first=day_first).when == When("2020-04-13")
        assert read_words("04/13/2020", day_first=day_first).when == When("2020-04-13")


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("29 Nov 2024", ""),
        ("20 nov", "The year is taken from today: 2024."),
        ("last Friday", "That is Fri 22 Nov 2024."),
        ("18:00", "The day is today."),
        ("2016-22", "Read as EDTF; for years write 2016–2022."),
        ("midnight, 29 Nov 2024", "Midnight is the start of the day."),
        ("29 Nov 2024 22:00–02:00", "It ends on the next day."),
        ("Fri 13 October 1307", "That weekday is right in the Julian calendar only."),
        (
            "between 1914 and 1918",
            "It is one date in that time; for the whole of it write “from … to …”.",
        ),
    ],
)
def test_the_note_tells_what_was_taken_for_granted(typed, note):
    assert read_words(typed, TODAY).note == note
