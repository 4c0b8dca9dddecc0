"""The English words of dates, the one place that holds them: read by `words`, written by `wording`.

Another language is another module with the same names. A kind is one letter, so that a phrase is
a short text of letters which the pattern of a production can match.
"""

from collections.abc import Sequence

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = tuple(month[:3] for month in MONTHS)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_WEEKDAYS = tuple(day[:3] for day in WEEKDAYS)
SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
HEMISPHERES = {4: "northern", 8: "southern"}
THIRDS = ("early", "mid", "late")
COUNTED = ("first", "second", "third", "fourth")

_SAID = {
    "BC": "{year} BC", "AD": "AD {year}", "month": "{month} {year}",
    "about": "about {date}", "circa": "c. {date}", "perhaps": "{date}?",
    "since": "since {date}", "until": "until {date}", "before": "before {date}",
    "after": "after {date}", "unknown start": "unknown – {date}",
    "unknown end": "{date} – unknown", "between": "between {dates}",
    "and": " and ", "or": " or ",
    "early": "early {date}", "mid": "mid-{date}", "late": "late {date}",
    "decade": "{year}s", "decade AD": "{year}s AD", "decade BC": "{year}s BC",
    "century": "{number} century", "century BC": "{number} century BC",
    "millennium": "{number} millennium", "millennium BC": "{number} millennium BC",
    "some month": "some month of {date}", "some day": "some day in {date}",
    "quarter": "Q{number} {year}", "long quarter": "{number} quarter of {year}",
    "half": "{number} half of {year}",
    "billion": "{number} billion years ago", "million": "{number} million years ago",
    "ago": "{number} years ago",
}  # fmt: skip

_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first "
    "twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth twenty-seventh "
    "twenty-eighth twenty-ninth thirtieth thirty-first"
)

# Kind, value, words; what each kind is for stands behind it.
_TABLE: tuple[tuple[str, int, str], ...] = (
    ("w", 0, "the,of,on,at,during,in the year"),  # says nothing
    ("i", 0, "in,within"),  # says something only in "in three days"
    ("E", 0, "bc,bce,before christ"),  # era
    ("E", 1, "ad,ce,anno domini"),
    ("E", 2, "bp,cal bp"),  # years before 1950, as radiocarbon dating counts
    ("A", 1, "c"),  # behind an ordinal it is short for century
    ("A", 0, "ca,circ,circa,about,approximately,approx,around,roughly,some time around"),
    ("Q", 1, "nearly,almost,just under,less than"),  # about, of lengths
    ("Q", 2, "over,just over,more than"),
    ("U", 0, "probably,possibly,perhaps,maybe,presumably"),
    ("B", 0, "before,pre,prior to,earlier than,sometime before,some time before"),
    ("F", 0, "after,post,later than,sometime after,some time after"),
    ("G", 0, "no later than,not later than,not after,on or before,at or before"),
    ("g", 0, "no earlier than,not earlier than,not before,on or after,at or after"),
    ("s", 0, "since,ever since,starting in,starting on,beginning in,beginning on,as of,as from"),
    ("f", 0, "from"),
    ("u", 0, "until,till,up to,up until,through,ending in,ending on"),
    ("t", 0, "to"),
    ("y", 0, "by"),
    ("b", 0, "between,some time between,sometime between"),
    ("&", 0, "and"),
    ("|", 0, "or"),
    ("r", 0, "either"),
    ("o", 0, "onwards,onward"),  # behind a date
    ("o", 1, "or later,or after,at the earliest,at earliest"),
    ("o", -1, "or earlier,or before,at the latest,at latest"),
    ("K", 8, "century,cent,centuries"),
    ("J", 0, "millennium"),
    ("L", 0, "early,beginning of,start of"),
    ("L", 1, "mid,middle of"),
    ("L", 2, "late,end of"),
    ("P", 23, "fall"),
    ("z", 4, "northern"),
    ("z", 8, "southern"),
    ("H", 0, "half"),
    ("R", 0, "quarter"),
    ("V", 0, "morning"),
    ("V", 1, "afternoon"),
    ("V", 2, "evening"),
    ("V", 3, "night"),
    ("n", 3, "tonight"),  # part of today
    ("p", 0, "am"),
    ("p", 12, "pm"),
    ("C", 43_200, "noon,midday,12 noon"),
    ("C", 0, "midnight,12 midnight"),
    ("d", 0, "today"),
    ("d", -1, "yesterday"),
    ("d", 1, "tomorrow"),
    ("d", -2, "day before yesterday"),
    ("d", 2, "day after tomorrow"),
    ("l", -1, "last"),
    ("l", 0, "this"),
    ("l", 1, "next"),
    ("h", 0, "past,previous"),
    ("Y", 1, "day"),
    ("#", 1, "days"),  # several of them
    ("Y", 2, "week"),
    ("#", 2, "weeks"),
    ("Y", 3, "month"),
    ("#", 3, "months"),
    ("Y", 4, "year,yr"),
    ("#", 4, "years,yrs"),
    ("Y", 5, "decade"),
    ("#", 5, "decades"),
    ("Y", 6, "fortnight"),
    ("#", 6, "fortnights"),
    ("Y", 7, "weekend"),
    ("a", -1, "ago"),
    ("a", 1, "from now"),
    ("m", 2, "hundred"),  # powers of ten
    ("m", 3, "thousand"),
    ("m", 6, "million"),
    ("m", 9, "billion"),
    ("k", 3, "ka,kya"),  # powers of ten of years ago
    ("k", 6, "ma,mya"),
    ("k", 9, "ga,bya,gya"),
    ("e", 0, "present,now,present day"),
    ("x", 0, "unknown"),
    ("j", 0, "some"),
    ("q", 1, "a,an"),
    ("q", 30, "thirty"),
    ("M", 9, "sept"),
)
_SHORT_WEEKDAYS = ("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")


def _words() -> dict[str, tuple[str, int]]:
    words = {word: (kind, value) for kind, value, listed in _TABLE for word in listed.split(",")}
    numbered: tuple[tuple[str, Sequence[str]], ...] = (
        ("M", MONTHS),
        ("M", SHORT_MONTHS),
        ("W", WEEKDAYS),
        ("q", _CARDINALS.split()),
        ("O", _ORDINALS.split()),
    )
    for kind, names in numbered:
        words |= {name.lower(): (kind, number) for number, name in enumerate(names, 1)}
    for number, short in enumerate(_SHORT_WEEKDAYS, 1):
        words |= dict.fromkeys(short.split(), ("v", number))
    return words | {name: ("P", code) for code, name in SEASONS.items()}


WORDS = _words()
"""Every word and phrase that dates are made of, in small letters: its kind and its value."""


def say(what: str, **parts: str | int) -> str:
    """The usual words for `what`, with its parts put in."""
    return _SAID[what].format(**parts)


def ordinal(number: int) -> str:
    """`1st`, `22nd`, `13th`."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
