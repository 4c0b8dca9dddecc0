from desktop.reading.dates import find_dates


def test_a_weekday_is_the_last_one_on_or_before_publication():
    text = "The bridge fell on Wednesday, officials said on Friday."

    found = find_dates(text, "2024-11-29")

    assert [(one.text, one.edtf) for one in found] == [
        ("Wednesday", "2024-11-27"),
        ("Friday", "2024-11-29"),
    ]
