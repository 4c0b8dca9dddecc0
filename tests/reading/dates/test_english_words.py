"""What single sentences of English mean, published on Friday 29 November 2024."""

import pytest

from desktop.reading.dates import find_dates

PUBLISHED = "2024-11-29"

PLACED = [
    # explicit
    ("The bridge opened on 5 August 2019.", "5 August 2019", "2019-08-05"),
    ("The bridge opened on August 5, 2019, in rain.", "August 5, 2019", "2019-08-05"),
    ("The bridge opened on Monday, 5 August 2019.", "Monday, 5 August 2019", "2019-08-05"),
    ("The bridge opened on the 5th of August, 2019.", "the 5th of August, 2019", "2019-08-05"),
    ("The bridge opened on Mon., Aug. 5, 2019.", "Mon., Aug. 5, 2019", "2019-08-05"),
    ("Opened 2019-08-05.", "2019-08-05", "2019-08-05"),
    ("Opened 25/12/2019.", "25/12/2019", "2019-12-25"),
    ("Opened on 12.04.2019.", "12.04.2019", "2019-04-12"),
    ("Building began in August 2019.", "August 2019", "2019-08"),
    ("Building began in Sept. 2019.", "Sept. 2019", "2019-09"),
    ("Building began in 2019.", "2019", "2019"),
    ("He was born on the first of May 1890.", "the first of May 1890", "1890-05-01"),
    ("The treaty of July 4th, 1776 stands.", "July 4th, 1776", "1776-07-04"),
    ("It was signed 4 July 1776.", "4 July 1776", "1776-07-04"),
    # weekdays and tense
    ("Police arrested two men on Wednesday.", "Wednesday", "2024-11-27"),
    ("Police arrested two men Friday.", "Friday", "2024-11-29"),
    ("The court will rule on Tuesday.", "Tuesday", "2024-12-03"),
    ("On Tuesday, the court will rule.", "Tuesday", "2024-12-03"),
    ("The minister resigned last Monday.", "last Monday", "2024-11-25"),
    ("The minister will resign next Monday.", "next Monday", "2024-12-02"),
    ("The minister said on Thursday he would quit.", "Thursday", "2024-11-28"),
    ("Shops stay shut until Sunday.", "Sunday", "2024-12-01"),
    ("The storm hit late Thursday.", "late Thursday", "2024-11-28T18:00/2024-11-29T00:00"),
    ("The storm hit early on Thursday.", "early on Thursday", "2024-11-28T00:00/2024-11-28T06:00"),
    ("It began Thursday night.", "Thursday night", "2024-11-28T18:00/2024-11-29T06:00"),
    ("It began on Thursday morning.", "Thursday morning", "2024-11-28T06:00/2024-11-28T12:00"),
    # words for days
    ("He died yesterday.", "yesterday", "2024-11-28"),
    ("He arrives tomorrow.", "tomorrow", "2024-11-30"),
    ("The talks took place today.", "today", "2024-11-29"),
    ("He died the day before yesterday.", "the day before yesterday", "2024-11-27"),
    ("They met yesterday evening.", "yesterday evening", "2024-11-28T18:00/2024-11-29T00:00"),
    ("They met this morning.", "this morning", "2024-11-29T06:00/2024-11-29T12:00"),
    ("They were shelled overnight.", "overnight", "2024-11-28T18:00/2024-11-29T06:00"),
    ("They met last night.", "last night", "2024-11-28T18:00/2024-11-29T06:00"),
    # yearless dates
    ("The strike began on 5 August.", "5 August", "2024-08-05"),
    ("The strike began on 20 December.", "20 December", "2023-12-20"),
    ("The strike will begin on 10 January.", "10 January", "2025-01-10"),
    ("The strike began in October.", "October", "2024-10"),
    ("Prices rose in May.", "May", "2024-05"),
    ("Prices rose last March.", "last March", "2024-03"),
    ("The vote is due next March.", "next March", "2025-03"),
    # periods
    ("Sales fell last week.", "last week", "2024-11-18/2024-11-24"),
    ("Sales fell this week.", "this week", "2024-11-25/2024-12-01"),
    ("Sales fell last month.", "last month", "2024-10"),
    ("Sales will rise next year.", "next year", "2025"),
    ("Sales rose this year.", "this year", "2024"),
    ("Sales fell in the third quarter of 2016.", "the third quarter of 2016", "2016-35"),
    ("Sales fell in Q3 2016.", "Q3 2016", "2016-35"),
    ("Sales fell in the first half of 2016.", "the first half of 2016", "2016-40"),
    ("Sales fell in summer 2016.", "summer 2016", "2016-22"),
    ("It stood until the summer of 1914.", "the summer of 1914", "1914-22"),
    ("It fell in late 2016.", "late 2016", "2016-09~/2016-12"),
    ("It fell in early 2016.", "early 2016", "2016/2016-04~"),
    ("It fell in mid-2016.", "mid-2016", "2016-05~/2016-08~"),
    ("It fell in late March 2020.", "late March 2020", "2020-03-21~/2020-03-31"),
    ("It fell at the end of 2016.", "the end of 2016", "2016-09~/2016-12"),
    ("It was the fashion of the 1980s.", "the 1980s", "198X"),
    ("It was the fashion of the '80s.", "the '80s", "198X"),
    ("It was built in the 19th century.", "the 19th century", "18XX"),
    ("It was built in the eighteenth century.", "the eighteenth century", "17XX"),
    ("Caesar fell in 44 BC.", "44 BC", "-0043"),
    ("Caesar fell in 44 B.C.", "44 B.C.", "-0043"),
    ("Caesar fell on 15 March 44 BC.", "15 March 44 BC", "-0043-03-15"),
    ("The city burned in AD 79.", "AD 79", "0079"),
    ("Built c. 1066 by monks.", "c. 1066", "1066~"),
    # counted
    ("It closed two years ago.", "two years ago", "2022"),
    ("It closed three days ago.", "three days ago", "2024-11-26"),
    ("It closed nearly a decade ago.", "nearly a decade ago", "2015~"),
    ("It closed about two weeks ago.", "about two weeks ago", "2024-11-15~"),
    ("It closed a month ago.", "a month ago", "2024-10"),
    (
        "Fighting over the past three days was heavy.",
        "the past three days",
        "2024-11-27/2024-11-29",
    ),
    ("It sank on 3 May 1915. Two days later the king spoke.", "Two days later", "1915-05-05"),
    ("It sank on 3 May 1915. The following day the king spoke.", "The following day", "1915-05-04"),
    (
        "It sank on 3 May 1915. The next morning divers came.",
        "The next morning",
        "1915-05-04T06:00/1915-05-04T12:00",
    ),
    ("It sank on 3 May 1915. Three weeks later it was raised.", "Three weeks later", "1915-05-24"),
    ("It sank in May 1915. The following year it was raised.", "The following year", "1916"),
    ("It sank in May 1915. That same month it was raised.", "That same month", "1915-05"),
    # ranges
    ("The fair ran 20–22 September 2023.", "20–22 September 2023", "2023-09-20/2023-09-22"),
    (
        "The fair ran from September 20 to 22, 2023.",
        "from September 20 to 22, 2023",
        "2023-09-20/2023-09-22",
    ),
    (
        "It ran from 20 September to 3 October 2023.",
        "from 20 September to 3 October 2023",
        "2023-09-20/2023-10-03",
    ),
    (
        "It ran from October 1944 to March 1945.",
        "from October 1944 to March 1945",
        "1944-10/1945-03",
    ),
    ("It ran between 1914 and 1918.", "between 1914 and 1918", "1914/1918"),
    ("The First World War (1914-1918) was long.", "1914-1918", "1914/1918"),
    ("The season of 1941–42 was cold.", "1941–42", "1941/1942"),
    ("It was open from Monday to Thursday.", "from Monday to Thursday", "2024-11-25/2024-11-28"),
    (
        "Lights failed on Thursday between 6 and 8 p.m.",
        "Thursday between 6 and 8 p.m.",
        "2024-11-28T18:00/2024-11-28T20:00",
    ),
    ("He left on Wednesday or Thursday.", "Wednesday or Thursday", "[2024-11-27,2024-11-28]"),
    # clock times
    ("The blast was on Thursday at 6:40 p.m.", "Thursday at 6:40 p.m.", "2024-11-28T18:40"),
    ("The blast came at 10 a.m. on Thursday.", "10 a.m. on Thursday", "2024-11-28T10:00"),
    ("The blast came at noon on Thursday.", "noon on Thursday", "2024-11-28T12:00"),
    # feasts
    ("He was crowned on Christmas Day 1066.", "Christmas Day 1066", "1066-12-25"),
    ("He rested on Christmas Eve 1944.", "Christmas Eve 1944", "1944-12-24"),
    ("They rose at Easter 1916.", "Easter 1916", "1916-04-23"),
    ("The troops landed on D-Day.", "D-Day", "1944-06-06"),
    ("Shops filled on Black Friday.", "Black Friday", "2024-11-29"),
    # narrative clock
    ("In 1793 the king was tried. In January he was beheaded.", "January", "1793-01"),
    (
        "War came in 1939. On 1 September tanks rolled. In December it snowed. January was icy.",
        "January",
        "1940-01",
    ),
]

KEPT_OUT = [
    "You may go and March on.",
    "They march on the capital and may win.",
    "Theresa May spoke to April and to August Wilson.",
    "Mr May said so. May said it twice.",
    "Resolution 2254 and Resolution 1701 were named.",
    "Some 1,500 troops and 2000 men crossed.",
    "About 1500 people and 1900 soldiers fled.",
    "Help is here 24/7.",
    "A Boeing 747 and a Boeing 1984 flew on flight 1932.",
    "Call 020 7946 0018 or 555-1984.",
    "They won 2-1 and then 3-2.",
    "Version 2.0.14 of Windows 2000 came out.",
    "It cost $2,024, then £1999 and €1950.",
    "See page 1984 and Room 1812.",
    "Highway 1066 and Route 1945 were shut.",
    "The man, 51, and a boy aged 12 were hurt.",
    "A 33-year-old driver and a woman 40 years old died.",
    "It weighed 1945 kg and ran 1812 metres.",
    "The second man came third and the first left.",
    "Prices fall and spring back.",
    "They watched the fall of the city from the hill.",
    "The Sun and the Sunday Times wrote of it.",
    "He sat and the sun set on the wed pair.",
    "No. 1917 was drawn from the box.",
    "The vote was 1989 to 1750 in favour.",
    "He killed at least 1944 sheep.",
    "Article 1789 of the code and Section 1912 apply.",
    "Psalm 1066 and Luke 4:16 were read.",
    "It scored 7.30 and 11.45 on the scale.",
    "He lives at 1600 Pennsylvania Avenue and 1815 Main Street.",
    "Police said 2012 people signed; about 1990 of them were under 18.",
    "He ran 1500 metres in 3:26.00 and the 5000 in 12:37.35.",
    "UN Security Council Resolution 1325 and General Assembly resolution 1514 were cited.",
    "She flew a Boeing 737 MAX 8, an Airbus A320 and a Cessna 172 to Gate 24.",
    "The score was 21-19, 19-21, 24-22 after 2 hours.",
    "Chapter 11, Section 230, Title IX and Article 5 came up.",
    "Call +1 (202) 555-0134 or email june@april.example before you leave.",
    "In 1066 metres of tunnel they found 1789 bones.",
    "iOS 17.4, Python 3.12 and version 2024.1 were released.",
    "The May Bank holiday pub, The March Hare, sells April's jam.",
    "He is 5 ft 10 and weighs 1801 lb.",
    "Population: 1,939; altitude: 1914 m; budget: 2020 million.",
    "Bus 24, line 7 and train 1830 are late.",
    "Psalm 23:4 and John 3:16 were read; bed 12 and ward 5 were full.",
    "They second the motion in the second half after a second look; fall in!",
    "Sun shines, the cat sat, they wed and Mar-a-Lago, Jan Smith and Dec Donnelly smiled.",
    "Interest rose to 5.25% from 4.75%; the index closed at 1987.43, up 12 points.",
    "Catch-22, 10 Downing Street, the 7 Samurai, 101 Dalmatians, 12 Angry Men.",
    "Serial no. 19450508, PIN 1918, code 2024-A and lot 1912/B.",
    "The top 10 and the Fortune 500, the G20 and COP28, the F-16 and MH17.",
    "Winter Palace, Summer Hill and Spring Street; a spring broke and leaves fall.",
    "General Winter, April Jones, August Strindberg, June Allyson and Augusta sat down.",
    "A quarter of them and half the rest, three quarters in all, left one by one.",
    "The first of many, the 21st person, the 5th Army and the 1st Battalion.",
    "It takes 24 to 48 hours; between 20 and 30 people; from 5 to 10 ships.",
    "Some day we'll know; one day he may; in no time; at times; time and again.",
    "Noon Mohammed met Eve Day on Easter Road near Christmas Island.",
    "Temperatures will be in the 70s; he is in his 60s; she turned 30 in her twenties.",
    "Ratio 3:2, odds of 5/2, a 50/50 chance, size 12/14 and 1/3 cup.",
    "Win 2-1, 4-4-2 formation, 360-degree view, 20-20 vision and a 100-1 shot.",
    "Order 66 was given at 1,024 by 768.",
]


@pytest.mark.parametrize(("sentence", "words", "edtf"), PLACED, ids=lambda text: str(text)[:40])
def test_the_words_mean_this_date(sentence, words, edtf):
    found = find_dates(sentence, PUBLISHED)

    assert (words, edtf) in [(one.text, one.edtf) for one in found]


LENGTHS = [
    ("It took two and a half years.", "two and a half years", "duration", "P2.5Y"),
    ("It took half an hour.", "half an hour", "duration", "PT30M"),
    ("It took a year and a half.", "a year and a half", "duration", "P1.5Y"),
    ("It took twenty-five minutes.", "twenty-five minutes", "duration", "PT25M"),
    ("It rained for two weeks.", "two weeks", "duration", "P2W"),
    ("A three-day strike ended.", "three-day", "duration", "P3D"),
    ("They lost touch for the first time in years.", "years", "duration", "PXY"),
    ("They meet every Friday.", "every Friday", "set", "XXXX-WXX-5"),
    ("They meet twice a week.", "twice a week", "set", "XXXX-WXX"),
    ("They meet daily.", "daily", "set", "XXXX-XX-XX"),
    ("Some 960 a week came.", "a week", "set", "P1W"),
    ("The office opens Monday to Friday, 9 a.m. to 5 p.m. for all.",
     "Monday to Friday, 9 a.m. to 5 p.m.", "set", "XXXX-WXX-1"),
    ("Two days after the fall of the town he fled.", "Two days", "duration", "P2D"),
    ("He has recently moved.", "recently", "date", "PAST_REF"),
    ("He is now in the capital.", "now", "date", "PRESENT_REF"),
    ("He thinks of the future.", "the future", "date", "FUTURE_REF"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "kind", "timex3"), LENGTHS)
def test_lengths_repetitions_and_vague_words_are_found_but_not_placed(
    sentence, words, kind, timex3
):
    found = find_dates(sentence, PUBLISHED)

    assert (words, kind, timex3, "") in [
        (one.text, one.kind, one.timex3, one.edtf) for one in found
    ]


def test_a_reading_says_what_it_was_read_against_and_what_else_it_may_be():
    (found,) = find_dates("The bridge fell on Wednesday.", PUBLISHED)

    assert found.rule == "weekday"
    assert found.anchor == PUBLISHED
    assert found.others == ("2024-12-04",)
    assert found.why == "Wednesday: the last one on or before Friday 29 Nov 2024."


def test_brackets_and_asides_leave_the_narrative_clock_alone():
    text = (
        "In 1854 the siege began. The fort (rebuilt in 1871 and again in 1902) held. On 20 "
        "September the armies met, and the following day it rained. His memoir, printed in 1899, "
        "says little. In November a storm sank the stores. In January 1855 cholera came; in March "
        "it left."
    )

    found = find_dates(text, "2019-05-01")

    assert [one.edtf for one in found] == [
        "1854", "1871", "1902", "1854-09-20", "1854-09-21", "1899", "1854-11", "1855-01", "1855-03",
    ]  # fmt: skip


@pytest.mark.parametrize("sentence", KEPT_OUT)
def test_counts_prices_ages_and_names_are_no_dates(sentence):
    found = find_dates(sentence, PUBLISHED)

    assert [one.text for one in found if one.edtf] == []
