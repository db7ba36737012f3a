"""Why a text is no supported date, and what to write instead.

Knows the ways people write dates that EDTF does not; each is answered with a sentence and, where
the meaning is plain, the same date in EDTF. Whether a text is refused at all is for `edtf` to say.
Text in backticks in an answer's advice is always a date that `edtf` accepts.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

Refusal = tuple[str, str]
"""A sentence about the fault, and the next action."""

_Advise = Callable[[re.Match[str]], str | None]
_SHOWN = 40

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        start=1,
    )
    for name in names
}
_SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
_GENERIC = (
    "Write the year first, as in `2024-12-01` for a day, `2024-12` for a month or `2024` for a "
    "year; add ~ for about, as in `2024-12~`."
)
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))


def _write(year: str, month: str | int, day: str | None = None, mark: str = "") -> str | None:
    """Advice to write this date, or none when no calendar has it."""
    try:
        date(int(year), int(month), int(day or 1))
    except ValueError:
        return None
    parts = [f"{int(part):02}" for part in (month, day) if part]
    return f"Write `{'-'.join([year, *parts])}{mark}`."


def _advise_named(match: re.Match[str]) -> str | None:
    month = _MONTHS[match["name"].lower()]
    return _write(match["year"], month, match.groupdict().get("day"))


def _advise_numbers(match: re.Match[str]) -> str | None:
    """Advice for two numbers before a year: day and month in either order."""
    first, second, year = match.groups()
    advice = [_write(year, second, first), _write(year, first, second)]
    day_first, month_first = advice
    if day_first and month_first and day_first != month_first:
        either = month_first.removeprefix("Write ").removesuffix(".")
        return f"{day_first[:-1]} if the day comes first, or {either} if the month does."
    return day_first or month_first


def _advise_month_end(match: re.Match[str]) -> str | None:
    year, month = match["year"], match["month"]
    if year == "0000":
        return None
    last = monthrange(int(year), int(month))[1]
    return (
        f"Write a day from `{year}-{month}-01` to `{year}-{month}-{last}`, or the month alone: "
        f"`{year}-{month}`."
    )


def _advise_copy(*names: str) -> _Advise:
    """Advice to write the matched year, month, day and qualifier, as far as they are named."""
    return lambda match: _write(*(match[name] for name in names))


def _advise(text: str) -> _Advise:
    return lambda match: text


_YEAR = r"(?P<year>(?!0000)[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_ADVISE_YEAR = _advise("Write a year from 0001 to 9999 with four digits, such as `2024`.")
_ADVISE_DAY = _advise_copy("year", "month", "day")
_ADVISE_MONTH = _advise_copy("year", "month")
_DATE_RULES: tuple[tuple[str, str, _Advise], ...] = (
    (r"", "is empty", _advise("Write a date such as `2024-12-01`, or leave the field out.")),
    (
        r"(?:\.\.)?/(?:\.\.)?",
        "is an interval without any date",
        _advise("Write at least one end, as in `2022-02-24/..`, or leave the field out."),
    ),
    (
        rf"{_YEAR}-(?P<month>[0-9]{{2}})-(?P<day>[0-9]{{2}})(?:[Tt ][0-9].*|Z)",
        "carries a time of day",
        lambda match: f"{(_ADVISE_DAY(match) or 'Write the day.')[:-1]} without the time.",
    ),
    (
        r"[\[{].*",
        "is a set of dates",
        _advise("Write an interval such as `2024-11/2024-12`, or a record for each date."),
    ),
    (r"-[0-9].*|.*\b(?:BCE?|B\.C\.)", "lies before year 1", _ADVISE_YEAR),
    (rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})", "lacks its hyphens", _ADVISE_DAY),
    (r"[Yy]-?[0-9].*|\+?[0-9]{5,}\b.*", "has a year of more than four digits", _ADVISE_YEAR),
    (r"0000.*|000X.*|00XX.*", "names a year 0, which calendars lack", _ADVISE_YEAR),
    (
        rf"(?![0-9-]{{10}}){_YEAR}-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}})(?P<mark>[?~%]?)",
        "has a month or day of one digit",
        _advise_copy("year", "month", "day", "mark"),
    ),
    (
        rf"{_YEAR}-(?P<month>[0-9])(?P<day>)(?P<mark>[?~%]?)",
        "has a month of one digit",
        _advise_copy("year", "month", "day", "mark"),
    ),
    (
        rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])-[0-9]{{2}}[?~%]?",
        "names a day its month does not have",
        _advise_month_end,
    ),
    (
        rf"(?P<month>[0-9]{{1,2}})[. -]{_YEAR}",
        "puts the month before the year",
        _ADVISE_MONTH,
    ),
    (
        rf"([0-9]{{1,2}})[. -]([0-9]{{1,2}})[. -]{_YEAR}",
        "puts the day before the year",
        _advise_numbers,
    ),
    (
        rf"{_YEAR}[. ](?P<month>[0-9]{{1,2}})[. ](?P<day>[0-9]{{1,2}})",
        "lacks its hyphens",
        _ADVISE_DAY,
    ),
    (rf"{_DAY} (?P<name>{_NAME})\.?,? {_YEAR}", "is in words", _advise_named),
    (rf"(?P<name>{_NAME})\.? {_DAY},? {_YEAR}", "is in words", _advise_named),
    (rf"(?P<name>{_NAME})\.?,? {_YEAR}", "is in words", _advise_named),
    (
        rf"(?P<season>{'|'.join(_SEASONS)}),? {_YEAR}",
        "is a season in words",
        lambda match: f"Write `{match['year']}-{_SEASONS[match['season'].lower()]}`.",
    ),
    (
        rf"Q(?P<a>[1-4])[ /-]?{_YEAR}|{_YEAR.replace('year', 'y')}[ -]?Q(?P<b>[1-4])",
        "is a quarter in words",
        lambda match: (
            f"Write `{match['year'] or match['y']}-{32 + int(match['a'] or match['b'])}`."
        ),
    ),
    (
        r"(?:the )?(?!000)(?P<decade>[0-9]{3})0'?s",
        "is a decade in words",
        lambda match: f"Write `{match['decade']}X`.",
    ),
    (
        r"(?:c\.|ca\b|circa|about|around|approx).*",
        "says about in words",
        _advise("Put ~ at the end of the date, as in `2024-12~`."),
    ),
    (
        r"present|now|today|ongoing|open",
        "is a word, not a date",
        _advise("Write two dots for an end still open, as in `2022-02-24/..`."),
    ),
    (
        r"unknown|undated|n\.? ?d\.?|none|null",
        "is a word, not a date",
        _advise("Leave the field out when the date is not known at all."),
    ),
    (
        r"\.\.",
        "is an open end with no date",
        _advise("Write both ends with a slash, as in `2022-02-24/..` or `../2022-02-24`."),
    ),
    (
        r"[0-9X-]{4,}[?~%]?(?: ?(?:\.\.|–|—) ?| - | to | until )[0-9X-]{4,}[?~%]?"
        r"|[0-9]{4}-[0-9]{4}",
        "joins two dates without a slash",
        _advise("Write an interval with a slash, as in `2024-11-01/2024-11-26`."),
    ),
    (
        r".*[?~%]{2,}",
        "has more than one qualifier",
        _advise("Write one of them: ? uncertain, ~ about, % both, as in `2024-12%`."),
    ),
    (
        r".*[?~%].+",
        "has a qualifier that is not at its end",
        _advise("Put it at the end, where it holds for the whole date, as in `2024-12~`."),
    ),
    (
        rf"{_YEAR}-(?:2[1-4]|3[3-6])-.*",
        "gives a season or quarter a day",
        _advise("Write the day with its month, as in `2024-12-01`, or the season as `2024-24`."),
    ),
    (
        rf"{_YEAR}-(?:2[5-9]|3[0-2]|3[7-9]|4[01])",
        "uses a part of the year that is not supported",
        _advise("Write its months as an interval, as in `2024-01/2024-06`."),
    ),
    (
        rf"{_YEAR}-(?!0[1-9]|1[0-2])[0-9]{{2}}(?:-[0-9X]{{1,2}})?[?~%]?",
        "names a month that does not exist",
        _advise("Write a month from 01 to 12, as in `2024-12`."),
    ),
    (
        r"(?=.*x)(?!.*X)[0-9x-]+[?~%]?",
        "writes an unknown digit in lower case",
        _advise("Write a capital X, as in `202X` or `2024-12-XX`."),
    ),
    (
        r"[0-9X-]*X[0-9X-]*[?~%]?",
        "has an X where a digit must be known",
        _advise("An X stands only as in `202X`, `20XX`, `2024-12-XX`, `2024-XX` or `2024-XX-XX`."),
    ),
    (
        r"'?[0-9]{1,3}(?:-.*)?",
        "lacks a year of four digits",
        _advise("Write the year with four digits, as in `2024-12-01`."),
    ),
)
_INTERVAL_RULES: tuple[tuple[str, str, _Advise], ...] = (
    (
        rf"{_YEAR}/(?P<month>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}})",
        "has slashes where EDTF has hyphens",
        _ADVISE_DAY,
    ),
    (rf"{_YEAR}/(?P<month>[0-9]{{1,2}})", "has a slash where EDTF has a hyphen", _ADVISE_MONTH),
    (rf"(?P<month>[0-9]{{1,2}})/{_YEAR}", "puts the month before the year", _ADVISE_MONTH),
    (rf"([0-9]{{1,2}})/([0-9]{{1,2}})/{_YEAR}", "puts the day before the year", _advise_numbers),
    (
        r".*/.*/.*",
        "has more than one slash",
        _advise("Write one slash between the first and the last date, as in `2024-11/2024-12`."),
    ),
)
# A capital X is a mark and a small one a slip, but words may be written in either case.
_WORDS = re.compile(r"[a-wyz]{2}|Q", re.IGNORECASE)


def explain_date(text: str) -> Refusal:
    """Say why `text` is no single date."""
    if text != text.strip():
        advice = "Remove the spaces and line breaks before and after the date."
        return _refuse(text, "has spaces or a line break around it", advice)
    if any(character.isdigit() and not character.isascii() for character in text):
        return _refuse(text, "has digits other than 0 to 9", _GENERIC)
    return _explain(text, _DATE_RULES) or _refuse(text, "is no date this project reads", _GENERIC)


def explain_interval(text: str) -> Refusal | None:
    """Say why `text` as a whole is no interval; none when the fault lies in one of its ends."""
    return _explain(text, _INTERVAL_RULES)


def explain_reversal(text: str) -> Refusal:
    """Say that an interval of two good dates ends before it starts."""
    start, _, end = text.partition("/")
    return _refuse(text, "ends before it starts", f"Write the earlier date first: `{end}/{start}`.")


def _explain(text: str, rules: tuple[tuple[str, str, _Advise], ...]) -> Refusal | None:
    flags = re.DOTALL | re.ASCII | (re.IGNORECASE if _WORDS.search(text) else 0)
    for pattern, fault, advise in rules:
        match = re.fullmatch(pattern, text, flags)
        if match:
            return _refuse(text, fault, advise(match) or _GENERIC)
    return None


def _refuse(text: str, fault: str, advice: str) -> Refusal:
    shown = text if text.isprintable() else ascii(text)[1:-1]
    if len(shown) > _SHOWN:
        shown = f"{shown[:_SHOWN]}…"
    shown = shown.replace("`", "'")
    return (f"The date `{shown}` {fault}." if shown else f"The date {fault}."), advice
