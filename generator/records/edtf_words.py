"""Dates in words: how an EDTF date reads in a sentence, in a table and in a `datetime` attribute.

English only. Other languages decline month names and order the parts differently, which needs
more than a table of names, so there is no `locale` here that would do half of it.
A bracket, "about" or a question mark always belongs to the end of the interval it stands at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from generator.records.edtf import FIRST_QUARTER, FIRST_SEASON, EdtfDate

Style = Literal["long", "short"]
"""`long` for sentences ("9 January 2025"), `short` for tables ("9 Jan 2025")."""

IntervalSense = Literal["span", "within"]
"""Whether the interval is meant whole ("1 to 26 November") or holds an unknown day ("between")."""

_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_TEENS: Final = (11, 12, 13)
_ENDINGS: Final = {1: "st", 2: "nd", 3: "rd"}
_ABOUT: Final = ("c. ", "about ")
_ORDINALS: Final = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class _Phrase:
    """The words of one date, from its finest part to the year, so that a shared end can go."""

    about: str
    parts: tuple[str, ...]
    notes: tuple[str, ...]
    query: str

    def drop(self, shared: int) -> str:
        """Words without the last `shared` parts."""
        words = " ".join(self.parts[: len(self.parts) - shared])
        notes = f" ({', '.join(self.notes)})" if self.notes else ""
        return f"{self.about}{words}{self.query}{notes}"

    def alone(self) -> str:
        """Words of a date that is not an end of an interval."""
        return ", ".join((f"{self.about}{' '.join(self.parts)}{self.query}", *self.notes))


def format_edtf(date: EdtfDate, style: Style = "long", interval: IntervalSense = "span") -> str:
    """Word a date as people write it; `interval` says what an interval stands for."""
    if not date.is_interval:
        return _phrase(date, style).alone()
    if date.start and date.end:
        return _format_closed(_phrase(date.start, style), _phrase(date.end, style), style, interval)
    return _format_half(date, style, interval)


def format_ends(date: EdtfDate, style: Style = "long") -> tuple[str, str, str] | None:
    """The same of an interval with two ends, taken apart: first end, what joins them, last end."""
    if not (date.start and date.end):
        return None
    start, end = _phrase(date.start, style), _phrase(date.end, style)
    return None if start == end else _word_ends(start, end, style)


def datetime_attribute(date: EdtfDate) -> str | None:
    """Give the value for `<time datetime>`, or none where HTML has no such value.

    HTML knows a year, a month or a day. Intervals, seasons, quarters and unspecified digits have no
    value; a qualified date has that of the date it qualifies, as the words beside it say "about".
    """
    bare = date.text.rstrip("?~%")
    if date.is_interval or "X" in bare or date.precision in ("season", "quarter"):
        return None
    return bare


def _phrase(date: EdtfDate, style: Style) -> _Phrase:
    is_long = style == "long"
    parts, notes = _name_parts(date, is_long)
    about = _ABOUT[is_long] if date.is_approximate else ""
    if about and is_long and date.precision in ("quarter", "decade", "century"):
        about += "the "
    if date.is_uncertain and is_long:
        notes = (*notes, "uncertain")
    return _Phrase(about, parts, notes, "?" if date.is_uncertain and not is_long else "")


def _name_parts(date: EdtfDate, is_long: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Words of a date from fine to coarse, and what to note beside them."""
    bare = date.text.rstrip("?~%")
    year, month, day = bare[:4], bare[5:7], bare[8:]
    if "X" in year:
        return (_name_years(year, is_long),), ()
    number = str(int(year))
    if month == "XX":
        return (number,), ("month and day unknown" if day else "month unknown",)
    if not month:
        return (number,), ()
    if day == "XX":
        return (_name_month(int(month), is_long), number), ("day unknown",)
    if is_long and int(month) >= FIRST_QUARTER:
        return (_ORDINALS[int(month) - FIRST_QUARTER], f"quarter of {number}"), ()
    name = _name_month(int(month), is_long)
    return ((str(int(day)), name, number) if day else (name, number)), ()


def _name_years(year: str, is_long: bool) -> str:
    """Name a decade or, as usage goes and not the calendar, the century of years 2000 to 2099."""
    if year.endswith("XX"):
        number = int(year[:2]) + 1
        ending = "th" if number in _TEENS else _ENDINGS.get(number % 10, "th")
        return f"{number}{ending} {'century' if is_long else 'c.'}"
    return f"{int(year[:3])}0s"


def _name_month(number: int, is_long: bool) -> str:
    """Name a month, a season or, in short style, a quarter by its EDTF number."""
    if number >= FIRST_QUARTER:
        return f"Q{number - FIRST_QUARTER + 1}"
    if number >= FIRST_SEASON:
        return _SEASONS[number - FIRST_SEASON]
    return _MONTHS[number - 1] if is_long else _MONTHS[number - 1][:3]


def _format_closed(start: _Phrase, end: _Phrase, style: Style, interval: IntervalSense) -> str:
    if start == end:
        return start.alone()
    first, sign, last = _word_ends(start, end, style)
    return f"between {first} and {last}" if interval == "within" else first + sign + last


def _word_ends(start: _Phrase, end: _Phrase, style: Style) -> tuple[str, str, str]:
    shared = _count_shared(start, end)
    first, last = start.drop(shared), end.drop(0)
    if style == "long":
        return first, " to ", last
    # Typography: a dash between single words is closed up, between longer ends it is spaced.
    is_tight = " " not in first and " " not in end.drop(shared)
    return first, "–" if is_tight else " – ", last


def _count_shared(start: _Phrase, end: _Phrase) -> int:
    """How many parts of the start the end repeats and the reader can do without."""
    if start.notes or start.query or (start.about and not end.about):
        return 0
    if start.parts[1:] == end.parts[1:] and start.parts[1:]:
        return len(start.parts) - 1
    return int(len(start.parts) > 1 and len(end.parts) > 1 and start.parts[-1] == end.parts[-1])


def _format_half(date: EdtfDate, style: Style, interval: IntervalSense) -> str:
    """Word an interval that has one known end."""
    known = date.start or date.end
    words = _phrase(known, style).drop(0) if known else ""
    if interval == "within":
        return f"no earlier than {words}" if date.start else f"no later than {words}"
    if ".." in date.text:
        return f"since {words}" if date.start else f"until {words}"
    if style == "short":
        return f"{words} – ?" if date.start else f"? – {words}"
    return f"from {words} to an unknown date" if date.start else f"from an unknown date to {words}"
