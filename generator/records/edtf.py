"""Dates as research records write them: EDTF (ISO 8601-2:2019, Library of Congress profile).

Supported, and nothing else:

- level 0: a year `2024`, a month `2024-12`, a day `2024-12-01`, an interval `2024-11/2024-12`;
- level 1: `?` uncertain, `~` approximate, `%` both, at the end of a date or of an interval's end;
  unspecified digits `202X`, `20XX`, `2024-XX`, `2024-12-XX`, `2024-XX-XX`; seasons `2024-21` to
  `2024-24`; open ends `../2024`, `2024/..` and unknown ends `/2024`, `2024/`;
- from level 2 only the quarters `2024-33` to `2024-36`.

Years run from 0001 to 9999. Refused, each with what to write instead: times of day, negative and
longer years, sets, level 2 digits and qualifiers, reversed intervals and days no calendar has.
The wording for readers is in `edtf_words`, that of refusals in `edtf_refusals`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.records.edtf_refusals import (
    explain_date,
    explain_interval,
    explain_reversal,
)

OPEN_START: Final = "0000-00-00"
"""Stands for "no known start": no calendar has it, and it sorts before every day."""

OPEN_END: Final = "9999-12-31"
"""Stands for "no known end": the last day that can be written, so it sorts after the others."""

FIRST_SEASON: Final = 21
FIRST_QUARTER: Final = 33
"""EDTF writes spring to winter as months 21 to 24, and the quarters as 33 to 36."""

Precision = Literal["day", "month", "season", "quarter", "year", "decade", "century"]
_FINEST_FIRST: Final[tuple[Precision, ...]] = (
    "day",
    "month",
    "season",
    "quarter",
    "year",
    "decade",
    "century",
)

_DATE: Final = (
    r"(?:[0-9]{4}"
    r"(?:-(?:(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?|XX(?:-XX)?|2[1-4]|3[3-6]))?"
    r"|[0-9]{3}X|[0-9]{2}XX)[?~%]?"
)
PATTERN: Final = rf"^(?:{_DATE}(?:/(?:{_DATE}|\.\.)?)?|(?:\.\.)?/{_DATE})$"
"""For editors, through the JSON Schema: every date accepted here matches, and few others do."""

_SHAPE = re.compile(_DATE)
_EXAMPLES: Final = ("2024-12-01", "2024-12", "2025-01~", "2024-12-XX", "2022-02-24/2024-12-31")

# Meteorological, northern hemisphere. "Winter 2024" is said both of the winter that ends and of the
# one that begins in 2024, so its bounds hold both: month 0 is the December before, 14 the February
# after.
_SEASON_MONTHS: Final = ((3, 5), (6, 8), (9, 11), (0, 14))


class EdtfError(ValueError):
    """A text that is not a supported date: one sentence, and in `help` what to do next."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message, advice)
        self.help = advice

    def __str__(self) -> str:
        return str(self.args[0])


@dataclass(frozen=True, slots=True, order=True)
class EdtfDate:
    """A date or interval as written, with the first and the last day it can mean.

    `~` and `?` leave these bounds alone: `2024-12~` lies from 1 to 31 December. How far "about"
    reaches is the reader's judgement; a widening (the `edtf` package's fuzzy bounds make it three
    months) would be a figure that no source gave.
    Two dates are equal when written alike; they sort by `earliest`, then `latest`, then `text`.
    """

    earliest: str
    """The first day it can mean, `YYYY-MM-DD`; `OPEN_START` when the start is open or unknown."""
    latest: str
    """The last day it can mean, `YYYY-MM-DD`; `OPEN_END` when the end is open or unknown."""
    text: str
    """Exactly as the record has it."""
    precision: Precision = field(compare=False)
    """The finest part that is known; of an interval, the coarser of its known ends."""
    is_approximate: bool = field(default=False, compare=False)
    is_uncertain: bool = field(default=False, compare=False)
    is_interval: bool = field(default=False, compare=False)
    start: EdtfDate | None = field(default=None, compare=False)
    """The date an interval starts with; none when open or unknown, or not an interval."""
    end: EdtfDate | None = field(default=None, compare=False)

    def __str__(self) -> str:
        return self.text

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """What dates sort by, for records that sort by a date and then something else."""
        return self.earliest, self.latest, self.text

    @property
    def days(self) -> int | None:
        """How many days it lasts, both ends included; none unless each end is known to the day.

        Qualified dates, unspecified digits and seasons have none: dividing a total by such a
        number would make an exact rate out of an inexact period.
        """
        if self.is_interval:
            ends = (self.start, self.end)
            if any(end is None or end.days is None for end in ends):
                return None
        elif self.precision == "season" or set(self.text) & set("?~%X"):
            return None
        return (date.fromisoformat(self.latest) - date.fromisoformat(self.earliest)).days + 1

    def overlaps(self, other: EdtfDate) -> bool:
        """Whether both can mean the same day: false only when no reading lets them meet."""
        return self.earliest <= other.latest and other.earliest <= self.latest

    def contains(self, other: EdtfDate) -> bool:
        """Whether every day that `other` can mean is one that this date can mean."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[Any], handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _validate,
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(
        cls, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"type": "string", "pattern": PATTERN, "examples": list(_EXAMPLES)}


@lru_cache(maxsize=8192)
def parse_edtf(text: str) -> EdtfDate:
    """Read a date or an interval; raise `EdtfError` for anything outside the supported part."""
    return _read_interval(text) if "/" in text else _read_date(text)


def _validate(value: object) -> EdtfDate:
    if isinstance(value, EdtfDate):
        return value
    if isinstance(value, str):
        return parse_edtf(value)
    raise EdtfError(
        f"A date is written as text, not as a value of type `{type(value).__name__}`.",
        "Put the date in quotation marks.",
    )


def _read_date(text: str) -> EdtfDate:
    if not _SHAPE.fullmatch(text) or text.startswith(("0000", "000X", "00XX")):
        raise EdtfError(*explain_date(text))
    mark = text[-1]
    bare = text.rstrip("?~%")
    earliest, latest, precision = _bound_date(bare)
    # Days are compared as strings, so a day past its month's end shows as one that sorts after it.
    if precision == "day" and bare[8:] > f"{_last_day(bare[:4], int(bare[5:7]))}":
        raise EdtfError(*explain_date(text))
    return EdtfDate(earliest, latest, text, precision, mark in "~%", mark in "?%")


def _bound_date(bare: str) -> tuple[str, str, Precision]:
    year, month, day = bare[:4], bare[5:7], bare[8:]
    if "X" in year:
        precision: Precision = "century" if year.endswith("XX") else "decade"
        return f"{year.replace('X', '0')}-01-01", f"{year.replace('X', '9')}-12-31", precision
    if month in ("", "XX"):
        return f"{year}-01-01", f"{year}-12-31", "year"
    if day not in ("", "XX"):
        return bare, bare, "day"
    number = int(month)
    if number < FIRST_SEASON:
        return *_bound_months(int(year), number, number), "month"
    if number < FIRST_QUARTER:
        return *_bound_months(int(year), *_SEASON_MONTHS[number - FIRST_SEASON]), "season"
    first = 3 * (number - FIRST_QUARTER) + 1
    return *_bound_months(int(year), first, first + 2), "quarter"


def _bound_months(year: int, first: int, last: int) -> tuple[str, str]:
    """Bounds of a run of months, counted from January of `year` as month 1."""
    before, start = divmod(first - 1, 12)
    after, end = divmod(last - 1, 12)
    earliest = f"{year + before:04}-{start + 1:02}-01"
    if year + after > 9999:  # noqa: PLR2004 (the last year that sorts as four digits)
        return earliest, OPEN_END
    final_year = f"{year + after:04}"
    return earliest, f"{final_year}-{end + 1:02}-{_last_day(final_year, end + 1)}"


def _last_day(year: str, month: int) -> int:
    return monthrange(int(year), month)[1]


def _read_interval(text: str) -> EdtfDate:
    first, _, second = text.partition("/")
    try:
        start, end = _read_end(first), _read_end(second)
    except EdtfError as error:
        raise EdtfError(*(explain_interval(text) or error.args)) from None
    ends = [known for known in (start, end) if known]
    if not ends:
        raise EdtfError(*explain_date(text))
    earliest = start.earliest if start else OPEN_START
    latest = end.latest if end else OPEN_END
    if earliest > latest:
        raise EdtfError(*explain_reversal(text))
    return EdtfDate(
        earliest,
        latest,
        text,
        max((known.precision for known in ends), key=_FINEST_FIRST.index),
        any(known.is_approximate for known in ends),
        any(known.is_uncertain for known in ends),
        is_interval=True,
        start=start,
        end=end,
    )


def _read_end(text: str) -> EdtfDate | None:
    return None if text in ("", "..") else _read_date(text)
