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
]


@pytest.mark.parametrize(("sentence", "words", "edtf"), PLACED, ids=lambda text: str(text)[:40])
def test_the_words_mean_this_date(sentence, words, edtf):
    found = find_dates(sentence, PUBLISHED)

    assert (words, edtf) in [(one.text, one.edtf) for one in found]


@pytest.mark.parametrize("sentence", KEPT_OUT)
def test_counts_prices_ages_and_names_are_no_dates(sentence):
    found = find_dates(sentence, PUBLISHED)

    assert [one.text for one in found if one.edtf] == []
