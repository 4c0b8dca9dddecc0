"""What a person types, and the date that it becomes; today is Friday, 29 November 2024."""

import pytest

from desktop.when import When, read_words

TODAY = When("2024-11-29")

FORMS = """
# ISO and EDTF as they are
1984 = 1984
1984-06 = 1984-06
2024-11-29 = 2024-11-29
20241129 = 2024-11-29
2024-W48 = 2024-11-25/2024-12-01
2024-W48-5 = 2024-11-29
2024-11-29T18:00 = 2024-11-29T18:00
2024-11-29t18:00 = 2024-11-29T18:00
2024-11-29 18:00:30 = 2024-11-29T18:00:30
2024-11-29T18:00/2024-11-30T00:00 = 2024-11-29T18:00/2024-11-30T00:00
1984? = 1984?
1984~ = 1984~
1984% = 1984%
~1984 = 1984~
2004-06~-11 = 2004-06~-11
198X = 198X
198x = 198X
19XX = 19XX
1984-XX = 1984-XX
1984-04-XX = 1984-04-XX
1793-21 = 1793-21
2001-21 = 2001-21
2016-22 = 2016-22
2016-35 = 2016-35
2016-40 = 2016-40
[1914..1918] = [1914..1918]
[2024-11-28,2024-11-29] = [2024-11-28,2024-11-29]
2011/.. = 2011/..
../1918 = ../1918
1985/ = 1985/
/1985 = /1985
1914/1918 = 1914/1918
1914 / 1918 = 1914/1918
-0043 = -0043
−0043 = -0043
Y-10000000000 = Y-10000000000
Y170000002 = Y170000002
Y-17E7 = Y-170000000

# days: orders, abbreviations, ordinals, weekdays, signs
29 Nov 2024 = 2024-11-29
29 November 2024 = 2024-11-29
29th November 2024 = 2024-11-29
29th of November, 2024 = 2024-11-29
the fifth of November 1605 = 1605-11-05
the twenty-first of June 1948 = 1948-06-21
November 29, 2024 = 2024-11-29
November 29th 2024 = 2024-11-29
Nov. 29, 2024 = 2024-11-29
2024 Nov 29 = 2024-11-29
2024 November 29th = 2024-11-29
29-Nov-2024 = 2024-11-29
2024-Nov-29 = 2024-11-29
29Nov2024 = 2024-11-29
Fri 29 Nov 2024 = 2024-11-29
Friday, 29 November 2024 = 2024-11-29
29 November 2024, Friday = 2024-11-29
on Fri., Nov. 29, 2024 = 2024-11-29
29 NOV 2024 = 2024-11-29
  29   nov   2024.   = 2024-11-29
“29 Nov 2024” = 2024-11-29
(29 Nov 2024) = 2024-11-29
3 Sept 1939 = 1939-09-03
29 Feb 2024 = 2024-02-29
13 October 1307, Friday = 1307-10-13
13/04/2020 = 2020-04-13
04/13/2020 = 2020-04-13
29.11.2024 = 2024-11-29
29. 11. 2024 = 2024-11-29
29-11-2024 = 2024-11-29
2020/04/03 = 2020-04-03
3/3/2020 = 2020-03-03
20 nov = 2024-11-20
nov 20 = 2024-11-20
July 4th = 2024-07-04

# months and years
March 2020 = 2020-03
Mar. 2020 = 2020-03
2020 March = 2020-03
March of 2020 = 2020-03
Nov-2024 = 2024-11
04/2020 = 2020-04
2020/04 = 2020-04
in 1914 = 1914
the year 1914 = 1914
１９８４ = 1984

# eras
44 BC = -0043
44 B.C. = -0043
44 BCE = -0043
44 b.c.e. = -0043
BC 44 = -0043
1 BC = 0000
AD 79 = 0079
A.D. 79 = 0079
79 CE = 0079
1066 AD = 1066
15 March 44 BC = -0043-03-15
March 44 BC = -0043-03
24 Aug AD 79 = 0079-08-24
August 24, 79 AD = 0079-08-24
10,000 BC = -9999
20000 BC = Y-19999
AD 12,000 = Y12000
5000 BP = -3050

# about and perhaps
c. 1066 = 1066~
c 1066 = 1066~
c.1066 = 1066~
ca. 1066 = 1066~
circa 1066 = 1066~
about 1066 = 1066~
around March 2020 = 2020-03~
approximately 1066 = 1066~
approx. 1066 = 1066~
~ 1066 = 1066~
c. 44 BC = -0043~
about 29 Nov 2024 = 2024-11-29~
c. 1780s = 178X~
1066 ? = 1066?
1066 (?) = 1066?
probably 1066 = 1066?
possibly March 2020 = 2020-03?
perhaps 44 BC = -0043?
c. 1066? = 1066%

# before, after, since, until
before March 2020 = [..2020-02]
before 1914 = [..1913]
before 29 Nov 2024 = [..2024-11-28]
before the 1980s = [..1979]
before c. 1066 = [..1065~]
pre-1914 = [..1913]
after 1918 = [1919..]
after 44 BC = [-0042..]
after March 2020 = [2020-04..]
post-1918 = [1919..]
after 18:00 on 29 Nov 2024 = [2024-11-29T18:00..]
no later than 1918 = [..1918]
on or before 1 March 2020 = [..2020-03-01]
1918 or earlier = [..1918]
not before 1914 = [1914..]
1914 or later = [1914..]
since March 2020 = 2020-03/..
from 2011 = 2011/..
2011 onwards = 2011/..
2011–present = 2011/..
from 2011 until now = 2011/..
until 1918 = ../1918
till 1918 = ../1918
up to 1918 = ../1918
to 1918 = ../1918
by 1918 = 1918
since c. 1780 = 1780~/..
1914 – unknown = 1914/
unknown – 1918 = /1918

# early, mid, late
late 2016 = 2016-09~/2016-12
early 2016 = 2016/2016-04~
mid-2016 = 2016-05~/2016-08~
mid 2016 = 2016-05~/2016-08~
late March 2020 = 2020-03-21~/2020-03-31
early March 2020 = 2020-03-01/2020-03-10~
mid-March 2020 = 2020-03-11~/2020-03-20~
late February 2024 = 2024-02-21~/2024-02-29
early 44 BC = -0043/-0043-04~
early 1980s = 1980/1983~
mid-1980s = 1984~/1986~
the late 1980s = 1987~/1989
early 19th century = 1800/1833~
mid-19th century = 1834~/1866~
late 19th-century = 1867~/1899
end of 2016 = 2016-09~/2016-12
the beginning of March 2020 = 2020-03-01/2020-03-10~
late Friday = 2024-11-29T18:00/2024-11-30T00:00
early on 29 Nov 2024 = 2024-11-29T00:00/2024-11-29T06:00

# decades, centuries, millennia
1780s = 178X
the 1980s = 198X
1980's = 198X
440s AD = 044X
440s BC = -0448/-0439
19th century = 18XX
the nineteenth century = 18XX
18th c. = 17XX
twenty-first century = 20XX
5th century BC = -04XX
1st century BC = -00XX
1st century AD = 00XX
2nd millennium BC = -1XXX

# seasons, quarters, halves
spring 1793 = 1793-21
summer of 2016 = 2016-22
autumn 1793 = 1793-23
fall 2016 = 2016-23
winter 1793–94 = 1793-24
winter 1793/94 = 1793-24
winter 1999–2000 = 1999-24
winter 1793 = 1793-24
spring 44 BC = -0043-21
southern summer 2016–17 = 2016-30
Q3 2016 = 2016-35
2016 Q3 = 2016-35
2016-Q3 = 2016-35
3Q 2016 = 2016-35
third quarter of 2016 = 2016-35
the last quarter of 2016 = 2016-36
first half of 2016 = 2016-40
H2 2016 = 2016-41
first half of the 19th century = 1800/1849
third quarter of the 19th century = 1850/1874
second half of the 1980s = 1985/1989
second half of February 2024 = 2024-02-16/2024-02-29

# ranges
1914-1918 = 1914/1918
1914–1918 = 1914/1918
1914 — 1918 = 1914/1918
1914-18 = 1914/1918
1914–18 = 1914/1918
2010–12 = 2010/2012
from 1914 to 1918 = 1914/1918
from 1914 until 1918 = 1914/1918
3–5 May 2020 = 2020-05-03/2020-05-05
3-5 May 2020 = 2020-05-03/2020-05-05
3rd to 5th May 2020 = 2020-05-03/2020-05-05
May 3–5, 2020 = 2020-05-03/2020-05-05
from 3 to 5 May 2020 = 2020-05-03/2020-05-05
Mon 3 – Fri 7 Feb 2020 = 2020-02-03/2020-02-07
20 September – 3 October 1854 = 1854-09-20/1854-10-03
Sep 20 – Oct 3, 1854 = 1854-09-20/1854-10-03
30 Dec 2023 – 2 Jan 2024 = 2023-12-30/2024-01-02
2024-11-27 – 2024-11-29 = 2024-11-27/2024-11-29
March–May 2020 = 2020-03/2020-05
from March to May 2020 = 2020-03/2020-05
September 1854 – March 1855 = 1854-09/1855-03
3 Oct 1914 – 1915 = 1914-10-03/1915
1914 – 3 Oct 1915 = 1914/1915-10-03
500–450 BC = -0499/-0449
2000–1000 BC = -1999/-0999
10–15 March 44 BC = -0043-03-10/-0043-03-15
27 BC – AD 14 = -0026/0014
AD 14–37 = 0014/0037
100 BC to 100 AD = -0099/0100
c. 1914 – c. 1918 = 1914~/1918~
c. 500–450 BC = -0499~/-0449
27 Nov 2024 – about 29 Nov 2024 = 2024-11-27/2024-11-29~
1914? – 1918 = 1914?/1918
1980s–90s = 198X/199X
18th–19th century = 17XX/18XX
late 18th – early 19th century = 1767~/1833~
mid to late 1980s = 1984~/1989~
Q1–Q2 2016 = 2016-33/2016-34
spring 1793 – autumn 1794 = 1793-21/1794-23
20–22 nov = 2024-11-20/2024-11-22
week 48 of 2024 = 2024-11-25/2024-12-01
week of 27 November 2024 = 2024-11-25/2024-12-01
weekend of 23 Nov 2024 = 2024-11-23/2024-11-24

# one of several, and all of several
between 1914 and 1918 = [1914..1918]
between 3 and 5 May 2020 = [2020-05-03..2020-05-05]
1914 or 1915 = [1914,1915]
either 1914 or 1915 = [1914,1915]
28 or 29 November 2024 = [2024-11-28,2024-11-29]
Thursday or Friday = [2024-11-28,2024-11-29]
May or June 2020 = [2020-05,2020-06]
1914 or 1915 or 1916 = [1914,1915,1916]
1914 and 1916 = {1914,1916}
some day in April 1984 = 1984-04-XX
some month of 1984 = 1984-XX

# clock times
29 Nov 2024 18:00 = 2024-11-29T18:00
29 Nov 2024, 18:00:30 = 2024-11-29T18:00:30
18:00 on 29 Nov 2024 = 2024-11-29T18:00
6 pm on 29 Nov 2024 = 2024-11-29T18:00
6pm 29 Nov 2024 = 2024-11-29T18:00
6.30 p.m., 29 Nov 2024 = 2024-11-29T18:30
18.30, 29 Nov 2024 = 2024-11-29T18:30
12 am on 29 Nov 2024 = 2024-11-29T00:00
12:15 pm on 29 Nov 2024 = 2024-11-29T12:15
0600 hours on 6 June 1944 = 1944-06-06T06:00
noon on 29 Nov 2024 = 2024-11-29T12:00
12 noon, 29 Nov 2024 = 2024-11-29T12:00
midnight, 29 Nov 2024 = 2024-11-29T00:00
29 Nov 2024 18:00-20:30 = 2024-11-29T18:00/2024-11-29T20:30
29 Nov 2024 18:00–24:00 = 2024-11-29T18:00/2024-11-30T00:00
29 Nov 2024 22:00–02:00 = 2024-11-29T22:00/2024-11-30T02:00
10 pm – midnight on 29 Nov 2024 = 2024-11-29T22:00/2024-11-30T00:00
6–8 pm on 29 Nov 2024 = 2024-11-29T18:00/2024-11-29T20:00
6.30–8 pm on 29 Nov 2024 = 2024-11-29T18:30/2024-11-29T20:00
from 9 am to 5 pm on 29 November 2024 = 2024-11-29T09:00/2024-11-29T17:00
Fri 29 Nov 2024 22:00 – Sat 30 Nov 2024 02:00 = 2024-11-29T22:00/2024-11-30T02:00
Monday 18:00 = 2024-11-25T18:00
18:00 = 2024-11-29T18:00
morning of 29 Nov 2024 = 2024-11-29T06:00/2024-11-29T12:00
the afternoon of 29 Nov 2024 = 2024-11-29T12:00/2024-11-29T18:00
29 Nov 2024, evening = 2024-11-29T18:00/2024-11-30T00:00
in the night of 29 Nov 2024 = 2024-11-29T18:00/2024-11-30T06:00
night of 5–6 June 1944 = 1944-06-05T18:00/1944-06-06T06:00
night of 5/6 June 1944 = 1944-06-05T18:00/1944-06-06T06:00

# counted from today
today = 2024-11-29
yesterday = 2024-11-28
tomorrow = 2024-11-30
the day before yesterday = 2024-11-27
the day after tomorrow = 2024-12-01
Friday = 2024-11-29
on Wednesday = 2024-11-27
last Friday = 2024-11-22
last Wed = 2024-11-27
this Saturday = 2024-11-30
next Friday = 2024-12-06
Friday last week = 2024-11-22
last week = 2024-11-18/2024-11-24
this week = 2024-11-25/2024-12-01
next week = 2024-12-02/2024-12-08
last weekend = 2024-11-23/2024-11-24
last month = 2024-10
this month = 2024-11
last year = 2023
next year = 2025
last November = 2023-11
last summer = 2024-22
this winter = 2024-24
next spring = 2025-21
last century = 19XX
two weeks ago = 2024-11-15
3 days ago = 2024-11-26
a fortnight ago = 2024-11-15
two months ago = 2024-09
ten years ago = 2014
a century ago = 1924
about two weeks ago = 2024-11-15~
nearly a decade ago = 2015~
in two weeks = 2024-12-13
three days from now = 2024-12-02
the past three days = 2024-11-27/2024-11-29
the last two weeks = 2024-11-16/2024-11-29
3 or 4 days ago = [2024-11-25,2024-11-26]
from Monday to Friday = 2024-11-25/2024-11-29
2011 – today = 2011/2024-11-29
20 Nov – yesterday = 2024-11-20/2024-11-28
Friday evening = 2024-11-29T18:00/2024-11-30T00:00
this morning = 2024-11-29T06:00/2024-11-29T12:00
last night = 2024-11-28T18:00/2024-11-29T06:00
tonight = 2024-11-29T18:00/2024-11-30T06:00
yesterday at noon = 2024-11-28T12:00

# long ago
13.8 billion years ago = Y-13800000000~
66 million years ago = Y-66000000~
4.5 Ga = Y-4500000000~
66 Ma = Y-66000000~
250,000 years ago = Y-250000~
5 ka = -2976~
two thousand years ago = 0024~
"""


def rows(table):
    """The lines of a table that are neither empty nor headings, cut at the last “ = ”."""
    lines = [line for line in table.splitlines() if line.strip() and not line.startswith("#")]
    return [tuple(line.rsplit(" = ", 1)) for line in lines]


READ = rows(FORMS)


@pytest.mark.parametrize(("typed", "edtf"), READ)
def test_what_is_typed_becomes_the_date_that_was_meant(typed, edtf):
    assert read_words(typed, TODAY).when == When(edtf)


def test_the_table_holds_well_over_sixty_forms():
    assert len(READ) >= 250
