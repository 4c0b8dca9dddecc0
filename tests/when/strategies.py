"""Dates for tests to draw from: EDTF of every kind, built by the grammar and not by our code."""

from hypothesis import strategies as st

from desktop.when.calendar import days_in_month

MARKS = st.sampled_from(("", "", "", "?", "~", "%"))


def spelt(year: int) -> str:
    """Four digits or more, as EDTF writes a year."""
    if abs(year) > 9999:
        return f"Y{year}"
    return f"{year:05d}" if year < 0 else f"{year:04d}"


YEARS = st.one_of(st.integers(1, 2100), st.integers(-9999, 9999), st.integers(-(10**10), 10**10))
NEAR_YEARS = st.one_of(st.integers(1600, 2100), st.integers(-600, 1000))


@st.composite
def days(draw, years=NEAR_YEARS):
    year, month = draw(years), draw(st.integers(1, 12))
    return f"{spelt(year)}-{month:02d}-{draw(st.integers(1, days_in_month(year, month))):02d}"


@st.composite
def months(draw, years=NEAR_YEARS):
    return f"{spelt(draw(years))}-{draw(st.integers(1, 12)):02d}"


@st.composite
def parts_of_years(draw):
    return f"{spelt(draw(NEAR_YEARS))}-{draw(st.integers(21, 41))}"


@st.composite
def clock_times(draw):
    second = draw(st.sampled_from(("", "", ":30")))
    hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
    return f"{draw(days())}T{hour:02d}:{minute:02d}{second}"


@st.composite
def bundles(draw):
    digits = draw(st.sampled_from(("1", "19", "198", "18", "04", "0", "044", "000", "00", "120")))
    return draw(st.sampled_from(("", "-"))) + digits + "X" * (4 - len(digits))


UNKNOWN_PARTS = st.one_of(
    months().map(lambda month: f"{month}-XX"),
    NEAR_YEARS.map(lambda year: f"{spelt(year)}-XX"),
    NEAR_YEARS.map(lambda year: f"{spelt(year)}-XX-XX"),
)
PLAIN = st.one_of(
    days(), months(), YEARS.map(spelt), parts_of_years(), clock_times(), bundles(), UNKNOWN_PARTS
)
DATES = st.builds(lambda date, mark: date + mark, PLAIN, MARKS)
ENDS = st.one_of(DATES, DATES, st.sampled_from(("..", "")))
INTERVALS = st.builds(lambda first, last: f"{first}/{last}", ENDS, ENDS)
CHOICES = st.builds(
    lambda dates, joint, brackets: brackets[0] + joint.join(dates) + brackets[1],
    st.lists(DATES, min_size=2, max_size=2),
    st.sampled_from((",", "..")),
    st.sampled_from(("[]", "{}")),
)
MARKED_DAYS = st.builds(lambda date, mark: date + mark, days(), MARKS)
OF_DAYS = st.one_of(
    MARKED_DAYS,
    st.builds(lambda first, last: f"{first}/{last}", MARKED_DAYS, MARKED_DAYS),
    MARKED_DAYS.flatmap(lambda day: st.sampled_from((f"{day}/..", f"../{day}", f"[..{day}]"))),
    st.lists(days(), min_size=2, max_size=4, unique=True).map(lambda ds: f"[{','.join(ds)}]"),
)
HALF_OPEN = DATES.flatmap(lambda date: st.sampled_from((f"[..{date}]", f"[{date}..]")))
TEXTS = st.one_of(DATES, DATES, INTERVALS, INTERVALS, CHOICES, HALF_OPEN)
