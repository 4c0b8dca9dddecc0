"""Names of news agencies and papers as they stand in datelines, credits and "told …"."""

import re
from collections import Counter

from desktop.reading.extract.published import whole_date

_KNOWN = {
    "Reuters": ("Reuters", "Thomson Reuters"),
    "Associated Press": ("AP", "The Associated Press", "Associated Press", "AP News"),
    "AFP": ("AFP", "Agence France-Presse", "Agence France Presse"),
    "dpa": ("dpa", "Deutsche Presse-Agentur"),
    "EFE": ("EFE", "Agencia EFE"),
    "ANSA": ("ANSA",),
    "TASS": ("TASS", "ТАСС"),
    "Interfax": ("Interfax", "Интерфакс"),
    "RIA Novosti": ("RIA Novosti", "РИА Новости"),
    "Ukrinform": ("Ukrinform", "Укрінформ"),
    "Xinhua": ("Xinhua",),
    "Kyodo News": ("Kyodo", "Kyodo News"),
    "Anadolu Agency": ("AA", "Anadolu", "Anadolu Agency"),
    "SANA": ("SANA", "سانا"),
    "UPI": ("UPI",),
    "PTI": ("PTI",),
    "ANI": ("ANI",),
    "BBC News": ("BBC", "BBC News", "the BBC"),
    "CNN": ("CNN",),
    "CNBC": ("CNBC",),
    "NPR": ("NPR",),
    "PBS NewsHour": ("PBS NewsHour",),
    "ABC News": ("ABC News",),
    "CBS News": ("CBS News",),
    "NBC News": ("NBC News",),
    "Fox News": ("Fox News",),
    "Sky News": ("Sky News",),
    "Al Jazeera": ("Al Jazeera", "Aljazeera", "الجزيرة"),
    "Al Arabiya": ("Al Arabiya", "العربية"),
    "Deutsche Welle": ("DW", "Deutsche Welle"),
    "France 24": ("France 24", "FRANCE 24"),
    "Euronews": ("Euronews",),
    "Bloomberg": ("Bloomberg", "Bloomberg News"),
    "Politico": ("Politico", "POLITICO"),
    "The Guardian": ("The Guardian", "the Guardian"),
    "The New York Times": ("The New York Times", "the New York Times", "New York Times"),
    "The Washington Post": ("The Washington Post", "the Washington Post", "Washington Post"),
    "The Wall Street Journal": ("The Wall Street Journal", "the Wall Street Journal"),
    "Financial Times": ("Financial Times", "the Financial Times"),
    "The Times": ("The Times",),
    "The Economist": ("The Economist",),
    "The Independent": ("The Independent",),
    "The Telegraph": ("The Telegraph", "The Daily Telegraph"),
    "Le Monde": ("Le Monde",),
    "Le Figaro": ("Le Figaro",),
    "El País": ("El País",),
    "Der Spiegel": ("Der Spiegel", "DER SPIEGEL"),
    "Süddeutsche Zeitung": ("Süddeutsche Zeitung",),
    "Voice of America": ("VOA", "VOA News", "Voice of America"),
    "Radio Free Europe/Radio Liberty": ("RFE/RL", "Radio Free Europe/Radio Liberty"),
    "UN News": ("UN News",),
    "ReliefWeb": ("ReliefWeb",),
    "Human Rights Watch": ("Human Rights Watch",),
    "Amnesty International": ("Amnesty International",),
    "Kyiv Independent": ("Kyiv Independent", "The Kyiv Independent"),
    "Wikinews": ("Wikinews",),
}
_CREDIT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:(?:19|20)\d\d\s*)?(?:by\s+)?([^\n.,;|]{2,40})", re.I
)
_TOP = 1500
_TOP_LINES = 4
_LONGEST_LINE = 200
# Words by which papers and stations are called all over the world.
_PRESS = re.compile(
    r"(?:the )?(?:[A-Z][\w'’.&-]*|of|and|the)(?: (?:[A-Z][\w'’.&-]*|of|and|the)){0,4}"
)
_OF_PRESS = re.compile(
    r"\b(?:Agency|Argus|Bulletin|Chronicle|Courier|Daily|Dispatch|Echo|Examiner|Express|Gazette|"
    r"Globe|Herald|Independent|Inquirer|Journal|Mail|Mercury|Mirror|Monitor|News|Observer|Post|"
    r"Press|Radio|Record|Review|Sentinel|Standard|Star|Sun|Telegraph|Television|Times|Tribune|TV|"
    r"Weekly|Wire)$|^(?:Daily|Radio) [A-Z]"
)
_STROKE = re.compile(r"\s+[-–—|·•]\s+")
_COMMA = re.compile(r"\s*,\s+|" + _STROKE.pattern)


def _names() -> dict[str, str]:
    return {written: name for name, forms in _KNOWN.items() for written in forms}


def outlet_called(words: str) -> str:
    """The usual name of an outlet written as `words`, or ""."""
    return _names().get(words.strip(" \t.|•·-–—©"), "")


def outlet_in(text: str) -> str:
    """The outlet that a plain text gives itself away to be from, or "".

    A dateline or credit line says so, or one of the first lines, beside the day or behind the
    title; "told …" only where a single outlet was told something.
    """
    lines = [line.strip() for line in text[:_TOP].split("\n") + text[-_TOP:].split("\n")]
    top = [line for line in lines if line][:_TOP_LINES]
    return (
        _in_brackets(text[:_TOP])
        or next(filter(None, map(outlet_of_line, top)), "")
        or next(filter(None, map(outlet_called, lines)), "")
        or _credited(text[-_TOP:])
        or _told(text)
    )


def outlet_of_line(line: str) -> str:
    """The outlet in a line such as "The Coast Herald, 12 May 2021" or "A title - Reuters", or "".

    A name that is not known must sound like a paper's, and stand beside nothing but a whole date.
    """
    if len(line) > _LONGEST_LINE:
        return ""
    parts = _COMMA.split(line)
    for part in (parts[0], parts[-1]) if len(parts) > 1 else ():
        rest = ", ".join(one for one in parts if one != part)
        is_dated = len(rest) < 40 and whole_date(rest)
        if is_dated and (outlet := outlet_called(part) or _sounding_like_press(part)):
            return outlet
    strokes = _STROKE.split(line)
    if len(strokes) > 1:
        return outlet_called(strokes[-1])
    return outlet_called(parts[-1]) if line.startswith(("By ", "BY ")) else ""


def _sounding_like_press(words: str) -> str:
    words = words.strip()
    return words if _PRESS.fullmatch(words) and _OF_PRESS.search(words) else ""


def _in_brackets(top: str) -> str:
    """The outlet behind the place of a dateline: "HANOI (AP) —"."""
    for match in re.finditer(r"\(([^()\n]{2,30})\)\s*[-–—:]", top):
        if outlet := outlet_called(match[1]):
            return outlet
    return ""


def _credited(bottom: str) -> str:
    for match in _CREDIT.finditer(bottom):
        if outlet := outlet_called(match[1]):
            return outlet
    return ""


def _told(text: str) -> str:
    names = _names()
    told: Counter[str] = Counter()
    for match in re.finditer(r"\b(?:told|tells|telling) ", text[:200_000]):
        words = text[match.end() : match.end() + 40]
        for written, name in names.items():
            if words.startswith(written) and not words[len(written) : len(written) + 1].isalnum():
                told[name] += 1
                break
    return next(iter(told)) if len(told) == 1 else ""
