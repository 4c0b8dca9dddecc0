"""What each column of a stranger's table means: guessed, shown to the user, corrected by them."""

import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.errors import FileError
from desktop.formats.columns import NAMES, WORKED_OUT
from desktop.i18n import _

_END = ("end", "end_year", "end_month", "end_day", "end_time")
_START = ("when", "year", "month", "day", "time")
DATE_FIELDS = (*_START, *_END)
FIELDS = (*(name for name in NAMES if name not in WORKED_OUT), *DATE_FIELDS[1:])
"""What a column may fill: the columns of Dateline's own table, and the parts of a date."""

# The names of columns that mean one of FIELDS, in the languages in which tables have been met.
_SYNONYMS = {
    "title": "headline name event label titel titre título titolo название заголовок عنوان "
    "event_name event_title subject summary ereignis événement evento событие what was",
    "when": "date start start_date startdate date_start from begin beginning dtstart datum fecha "
    "data дата تاريخ event_date start_time started datetime date_time timestamp von wann début "
    "inicio",
    "end": "end_date enddate date_end to until dtend finish ende bis fin fecha_fin "
    "end_datetime ended",
    "year": "start_year jahr année año anno год",
    "month": "start_month monat mois mes mese месяц",
    "day": "start_day tag jour día giorno день",
    "time": "clock uhrzeit heure hora ora время",
    "end_year": "", "end_month": "", "end_day": "", "end_time": "",
    "track": "category group layer kategorie catégorie categoría categoria "
    "категория event_type type",
    "place": "location ort lieu lugar luogo место venue city town site address "
    "where",
    "latitude": "lat",
    "longitude": "lon lng long",
    "tags": "labels keywords tag",
    "note": "description notes text details beschreibung описание descripción descrizione comments "
    "comment body",
    "colour": "color farbe couleur",
    "article_url": "url link hyperlink website source_url",
    "article_title": "source source1 sources quelle source_title",
    "article_publisher": "publisher outlet newspaper",
    "quote": "quotation zitat",
    "killed_min": "fatalities deaths killed",
}  # fmt: skip
_LOOKED_AT = 200
_ORDER = re.compile(r"\D{0,3}(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?\d{2,4}\b")
_DATED = re.compile(r"[^\d]{0,12}-?\d{1,4}([-./ ,]\w{1,9}){0,3}\W?(T?\d{1,2}:\d\d(:\d\d)?.{0,5})?")
_NUMBER = re.compile(r"[-+]?\d+([.,]\d+)?")


NO_HEADER = -1
"""The row of the header in a table that has none."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is read: for each column the field of FIELDS that it fills, "" to keep it aside.

    `is_day_first` tells 3/4 from 4/3, None where the table gives no hint. `delimiter` and
    `encoding` are for text, `sheet` for workbooks; `header` is the row, from 0, that names columns.
    What is empty or None is guessed when a table is looked at.
    """

    columns: tuple[str, ...] = ()
    is_day_first: bool | None = None
    delimiter: str = ""
    encoding: str = ""
    sheet: str = ""
    header: int | None = None

    @property
    def has_title(self) -> bool:
        """Without a title a table tells of no events."""
        return "title" in self.columns

    @property
    def has_date(self) -> bool:
        """True where any column helps to date the events."""
        return any(name in self.columns for name in ("when", "year"))


def plan_text(plan: Plan) -> str:
    """A plan as a line of text, to be remembered for the next table with the same header."""
    kept = {"columns": plan.columns, "day_first": plan.is_day_first, "delimiter": plan.delimiter}
    return json.dumps(kept)


def plan_of(text: str, header: Sequence[str]) -> Plan | None:
    """The plan that `plan_text` wrote; None for text that is none or fits another header."""
    try:
        kept = json.loads(text)
        columns, order, delimiter = kept["columns"], kept["day_first"], kept["delimiter"]
    except (ValueError, KeyError, TypeError):
        return None
    if not isinstance(columns, list) or len(columns) != len(header):
        return None
    if order not in (True, False, None) or delimiter not in ("", ",", ";", "\t", "|"):
        return None
    if not all(field in ("", *FIELDS) for field in columns):
        return None
    return Plan(tuple(columns), is_day_first=order, delimiter=delimiter)


def map_columns(
    header: Sequence[str], columns: Sequence[str], wanted: Mapping[str, str]
) -> tuple[str, ...]:
    """The columns with those that `wanted` names by their heading filling another field."""
    folded = [cell.strip().casefold() for cell in header]
    mapped = [field if field not in wanted.values() else "" for field in columns]
    for name, field in wanted.items():
        if name.strip().casefold() not in folded:
            sentence = _("There is no column “{column}”; there are {columns}.")
            raise FileError(sentence.format(column=name, columns=", ".join(header)[:300]))
        if field and field not in FIELDS:
            sentence = _("A column cannot be “{field}”; it can be {fields}.")
            raise FileError(sentence.format(field=field, fields=", ".join(FIELDS)))
        mapped[folded.index(name.strip().casefold())] = field
    return tuple(mapped)


def guess_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The field of each column, by its name, then by what stands in it."""
    columns = _by_name(header)
    samples = [
        [cell for row in rows[:_LOOKED_AT] if len(row) > place and (cell := row[place].strip())]
        for place in range(len(header))
    ]
    _correct_sources(columns, samples)
    if "when" not in columns and "year" not in columns:
        _fill(columns, samples, "when", _looks_dated)
    if "title" not in columns and "note" in columns:
        columns[columns.index("note")] = "title"
    # Prose is no table: without a date beside them words tell of no event.
    if "title" not in columns and ("when" in columns or "year" in columns):
        _fill(columns, samples, "title", _looks_told)
    return tuple(columns)


def _by_name(header: Sequence[str]) -> list[str]:
    """Own names go before synonyms, and of two columns for one field the first has it."""
    folded = [re.sub(r"[\s_-]+", "_", cell.strip().casefold()) for cell in header]
    wanted = [name if name in NAMES or name in FIELDS else "" for name in folded]
    meant = {word: field for field, words in _SYNONYMS.items() for word in words.split()}
    for place, name in enumerate(folded):
        field = meant.get(name, "")
        if not wanted[place] and field not in wanted:
            wanted[place] = field
    return [field if field not in wanted[:place] else "" for place, field in enumerate(wanted)]


def _correct_sources(columns: list[str], samples: list[list[str]]) -> None:
    """A column called Source holds addresses as often as names."""
    for place, field in enumerate(columns):
        are_links = [cell.startswith(("http://", "https://")) for cell in samples[place]]
        if field == "article_title" and are_links and all(are_links):
            columns[place] = "" if "article_url" in columns else "article_url"


def _fill(
    columns: list[str], samples: list[list[str]], field: str, looks_so: Callable[[list[str]], bool]
) -> None:
    for place, cells in enumerate(samples):
        if not columns[place] and cells and looks_so(cells):
            columns[place] = field
            return


def _looks_dated(cells: list[str]) -> bool:
    dated = [bool(_DATED.fullmatch(cell)) and not cell.isdecimal() for cell in cells]
    years = [cell.isdecimal() and len(cell) == 4 for cell in cells]
    return sum(dated) >= 0.8 * len(cells) or all(years)


def _looks_told(cells: list[str]) -> bool:
    """Words, mostly of more than one letter and seldom the same."""
    are_words = [not _NUMBER.fullmatch(cell) and not cell.startswith("http") for cell in cells]
    length = sum(map(len, cells)) / len(cells)
    return all(are_words) and length >= 4 and len(set(cells)) > 0.6 * len(cells)


def guess_order(rows: Iterable[Sequence[str]], columns: Sequence[str]) -> bool | None:
    """True where days come before months in the table's dates; None without any hint."""
    places = [place for place, field in enumerate(columns) if field in ("when", "end")]
    day_first = month_first = False
    for cell in {row[place] for row in rows for place in places if place < len(row)}:
        match = _ORDER.match(cell)
        if match:
            day_first = day_first or int(match[1]) > 12
            month_first = month_first or int(match[2]) > 12
            if day_first and month_first:
                return None
    return day_first if day_first != month_first else None
