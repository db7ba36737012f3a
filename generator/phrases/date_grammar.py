"""What each phrase of a text states of a date, with what it leaves out left out.

How phrases are built stands in `date_patterns`; joining two to a range is the business of
`date_ranges`, finding the year of a month that of `date_years`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from generator.phrases.date_patterns import compile_patterns
from generator.phrases.date_row import DateRow
from generator.phrases.date_words import DateWords
from generator.records.edtf import FIRST_QUARTER

FIRST_HALF: Final = 40
"""Half-years are numbered on where EDTF's seasons and quarters end: 40 and 41."""
WINTER: Final = 24
DECEMBER: Final = 12


@dataclass(frozen=True, slots=True)
class Stated:
    """What one phrase says of a date; zero or nothing stands for what it does not say."""

    first: int
    end: int
    """Its words in the row."""
    year: int = 0
    part: int = 0
    """A month from 1 to 12, or a season, quarter or half by its number."""
    day: int = 0
    end_day: int = 0
    """The last of several days in one month."""
    stage: int = 0
    is_two_years: bool = False
    """The winter of 2024/25: it begins in one year and ends in the next."""
    text: str = ""
    """The date as EDTF, where nothing remains to be found out."""
    relative: str = ""
    """What it counts from the date of the text: `day`, `week`, `month`, `year` or `part`."""
    offset: int = 0

    @property
    def has_year(self) -> bool:
        """Whether the year is stated."""
        return bool(self.year or self.text)


def find_stated(row: DateRow, words: DateWords) -> list[Stated]:
    """What the text states of dates, in order."""
    found: list[Stated] = []
    for match in compile_patterns(words).finditer(row.kinds):
        found += _READERS[match.lastgroup or ""](row, match.start(), match.end())
    return found


def _value(row: DateRow, first: int, end: int, kinds: str) -> int:
    """What the first word of one of the kinds says; zero if there is none."""
    for index in range(first, end):
        if row.kinds[index] in kinds:
            return row.values[index]
    return 0


def _read_whole(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    written = row.word(first)
    numbers = [int(number) for number in re.findall(r"\d+", written)]
    if row.kinds[first] == "J":
        yield Stated(first, end, text=_write_two_years(numbers[0]))
    elif len(numbers) == len(("year", "month")):
        yield Stated(first, end, year=numbers[0], part=numbers[1])
    else:
        year, month, day = numbers if numbers[0] > _LAST_DAY else reversed(numbers)
        if month > DECEMBER and "/" in written:
            month, day = day, month
        if 1 <= month <= DECEMBER and 1 <= day <= _LAST_DAY:
            yield Stated(first, end, year=year, part=month, day=day)


def _write_two_years(year: int) -> str:
    return f"{year}/{year + 1}"


def _read_day(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    days = [index for index in range(first, end) if row.kinds[index] == "d"]
    month, year = _value(row, first, end, "mw"), _value(row, first, end, "y")
    if not days:
        yield Stated(first, end, year, month)
        return
    one, other = row.values[days[0]], row.values[days[-1]]
    before = row.kinds[max(0, first - 3) : first].rstrip("ac")[-1:]
    if len(days) == 1 or ("A" not in row.kinds[days[0] : days[-1]] and one < other):
        yield Stated(first, end, year, month, one, other if other != one else 0)
    elif before == "B" and one < other:
        yield Stated(first, end, year, month, one, other)
    else:
        if before == "k":
            yield Stated(first, first + 1, year, month, one)
        yield Stated(days[-1], end, year, month, other)


def _read_day_of_relative_year(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    month, day = _value(row, first, end, "mw"), _value(row, first, end, "d")
    offset = _OFFSETS[row.kinds[end - 2]]
    yield Stated(first, end, part=month, day=day, relative="year", offset=offset)


def _read_month(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    year, month = _value(row, first, end, "y"), _value(row, first, end, "mw")
    stage = _value(row, first, end, "go")
    if row.kinds[first] in _OFFSETS:
        yield Stated(first, end, part=month, relative="part", offset=_OFFSETS[row.kinds[first]])
    else:
        yield Stated(first, end, year, month, stage=stage)


def _read_season(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    season, stage = _value(row, first, end, "svt"), _value(row, first, end, "g")
    years = [index for index in range(first, end) if row.kinds[index] in "yJ"]
    kinds = row.kinds[first:end]
    if kinds[0] in _OFFSETS:
        offset = _OFFSETS[kinds[0]]
        yield Stated(first, end, part=season, relative="part", offset=offset)
        return
    year = int(row.word(years[0])[:4]) if years else 0
    is_pair = len(years) > 1 or "J" in kinds
    if is_pair and season != WINTER:
        yield Stated(first, end, text=_write_two_years(year))
    else:
        yield Stated(first, end, year, season, stage=stage, is_two_years=is_pair)


def _read_part(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    kinds = row.kinds[first:end]
    is_half = "h" in kinds or "H" in kinds
    number = _value(row, first, end, "oQHd")
    if "L" in kinds:
        number = 2 if is_half else 4
    if 1 <= number <= (2 if is_half else 4):
        start = FIRST_HALF if is_half else FIRST_QUARTER
        yield Stated(first, end, _value(row, first, end, "y"), start + number - 1)


def _read_year(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    yield Stated(first, end, _value(row, first, end, "y"), stage=_value(row, first, end, "g"))


def _read_last_in_clause(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    """A number that ends a clause is a year behind a name: `Vale, 2024`."""
    before = first - (2 if row.kinds[first - 1] == "," else 1)
    if row.word(before)[:1].isupper():
        yield from _read_year(row, first, end)


def _read_compared(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    """Who counts more than so many has a round number: `over 2000` is none, `over 2025` a year."""
    if row.values[first] % _ROUND:
        yield from _read_year(row, first, end)


def _read_fiscal_year(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    """Fiscal years begin on other days in other countries, so it is only about that year."""
    if row.kinds[end - 1] == "J":
        yield Stated(first, end, text=_write_two_years(int(row.word(end - 1)[:4])))
    else:
        yield Stated(first, end, text=f"{_value(row, first, end, 'yP')}~")


def _read_decade(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    yield Stated(first, end, text=f"{_value(row, first, end, 'D') // 10}X")


def _read_years(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    one, other = (index for index in range(first, end) if row.kinds[index] == "y")
    years = row.values[one], row.values[other]
    is_list = "A" in row.kinds[one:other] and row.kinds[first - 1 : first] != "B"
    if is_list:
        yield Stated(first, one + 1, years[0])
        yield Stated(other, end, years[1])
    elif years[0] < years[1]:
        yield Stated(first, end, text=f"{years[0]}/{years[1]}")


def _read_relative(row: DateRow, first: int, end: int) -> Iterator[Stated]:
    kinds = row.kinds[first:end]
    stage = _value(row, first, end, "g")
    if "R" in kinds:
        yield Stated(first, end, relative="day", offset=_value(row, first, end, "R"))
        return
    offset = _OFFSETS["L" if "L" in kinds else "C"]
    unit = "year" if "Y" in kinds else _UNITS[_value(row, first, end, "u")]
    yield Stated(first, end, stage=stage, relative=unit, offset=offset)


_LAST_DAY: Final = 31
_ROUND: Final = 10
_OFFSETS: Final = {"L": -1, "C": 0}
_UNITS: Final = {1: "month", 2: "week"}
_READERS: Final[Mapping[str, Callable[[DateRow, int, int], Iterator[Stated]]]] = {
    "whole": _read_whole,
    "year_month_day": _read_day,
    "day_month": _read_day,
    "month_day": _read_day,
    "day_of_relative_year": _read_day_of_relative_year,
    "season": _read_season,
    "part_of_year": _read_part,
    "fiscal": _read_fiscal_year,
    "staged_year": _read_year,
    "month": _read_month,
    "relative": _read_relative,
    "decade": _read_decade,
    "years": _read_years,
    "one_year": _read_year,
    "compared": _read_compared,
    "clause": _read_last_in_clause,
}
