"""The patterns of dates over rows of kinds, for all languages alike.

A language only decides in which order day, month and year stand and whether a preposition alone
makes a year of four digits. The kinds are those of `date_words` and `date_row`. A pattern looks
around itself a lot: `soldiers` behind 2024 makes a quantity of it, `in` before May a month.
Above each stands an example of what it is for.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from generator.phrases.date_words import DateWords

_FIRST: Final = "IJDPQHRYydmwgoLCsvti"
"""What a date can begin with: tried first, because most words are none of it."""

# early, the end of
_STAGED: Final = "(?:g-?[fa]{0,2})"
# The year behind a day or month: but 2024 square kilometres is none
_YEAR: Final = "(?:(?:f?y(?!X)|,y(?![XN]))Y?)"
# 9 January 2025, 17 and 31 December; but not "in 20 December attacks"
_DAY_MONTH: Final = "(?<![pn#])(?<!pc)(?<!d[AT~-])(?:d{dot}(?:[TUA~-])[akr]?)?d{dot}f?a?[mw]{year}?"
# January 9, 2025; but only the month in "in December 20 soldiers"
_MONTH_DAY: Final = (
    "(?:[mw]d(?:[T~-]d)?(?:y(?!X)|,y(?![XN]))|(?<=B)[mw]dAd(?:,?y(?!X))?"
    "|(?<!p)(?<!pc)[mw]d(?:[T~-]d)?(?![XNnd#]|[T~-]d))"
)
# 9 January last year
_DAY_OF_RELATIVE_YEAR: Final = "(?:(?<![pn#])d{dot})?[mw],?f?[LC]Y"
# 2025. január 9.
_YEAR_MONTH_DAY: Final = r"y\.?Y?[mw](?:d(?:[T~-]d)?(?![XNn#]))?"
# December 2024; a doubtful word, May, only where a month is due
_MONTH: Final = (
    "(?<!t[~-])(?:(?:{staged}|o-?hf?a?)?[mw]{year}|(?:{staged}|o-?hf?a?|[LC])?m|(?:{staged}|[LC])w"
    "|(?:(?<=[pSUWFBrf])|(?<=pc)|(?<=[mw][AT~,/-])|(?<=y[AT~-]))w|w(?='|[AT~,/-][mw]))"
)
# winter 2024-25, this winter, in summer
_SEASON: Final = (
    "{staged}?[svt][fa]{{0,2}}(?:y[~/-]y|y|J)(?![XN])Y?|[LC][svt]|s|(?:(?<=p)|(?<=pa))v(?!-)"
)
# the first half of 2025, Q3 2024, 2024 Q3
_PART: Final = (
    r"(?:[oL]|d{dot})-?[hq][fap]{{0,2}}Y?y(?!X)Y?|[QH][f/-]?a?y(?!X)Y?|y[,/-]?[QH]"
    "|(?<=p)Q|Q(?=[T~-]Q)"
)
# 2025 első félévében
_PART_BEHIND: Final = r"|(?:y\.?Y?|Yy)(?:o[hq])"
# late 2024, year-end 2024
_STAGED_YEAR: Final = "{staged}Y?y(?![XN])Y?"
# 2024 végén
_STAGED_YEAR_BEHIND: Final = r"|(?:y\.?Y?|Yy)g"
# last month; but not "the last year", which is twelve months
_RELATIVE: Final = "{staged}?(?<!a)[LC][Yu]|R"
# 2022–2024 годах, between 2022 and 2024
_YEARS: Final = "y[ATU~-]yY|Yy[T~-]y(?![XN])|(?<=[pBF])y[T~-]y(?![XNn])|(?<=B)yAy(?![XN])"
# from 2022 until 2024
_BARE_YEARS: Final = "|(?<![n#X])y[T~-]y(?![XNn-])|(?<=F)yUy(?![XN])"
# Jahr 2024, 2024 року, in 2024; but not "one in 2000"
_ONE_YEAR: Final = r"Yy(?![XN]|-z)|(?<![n#])y\.?Y|y-?E|(?:(?<=p)|(?<=pc))(?<!1p)y(?![XN]|-z)"
# since 2024, 2024’s, 2024 was, 2024: and what else makes four digits a year in English
_ONE_BARE_YEAR: Final = (
    r"|(?:(?<=p)|(?<=pa))(?<!1p)y(?!X|-z)"
    "|(?:(?<=[rfSUWFB])|(?<=[SUWF]c))y(?!(?:[ATU~-]y)?[XN]|-z)"
    "|(?<=y[AT,])y(?![XN]|-z)|(?<![n#1-])y(?='|z?K)|(?<![n#1VdAT-])y(?=V)"
    r"|(?:^|(?<=\.))y(?=[;,])|(?<=\()y(?=;)|(?<![n#1-])y(?=Oy)"
)
# over 2025
_COMPARED: Final = "(?<=O)y(?![XNn]|-z)"
# Varnholt, 2024.
_LAST_IN_CLAUSE: Final = "(?:(?<=z)|(?<=z,))y(?=[;,.]|$)"


@cache
def compile_patterns(words: DateWords) -> re.Pattern[str]:
    """One pattern for all dates: of two that begin at one word, the first in this order counts."""
    groups = {
        "whole": "I|J(?![XN])Y?",
        "year_month_day": _YEAR_MONTH_DAY if words.years_first else "(?<![n#])ym",
        "day_of_relative_year": _DAY_OF_RELATIVE_YEAR,
        "day_month": _DAY_MONTH,
        "month_day": _MONTH_DAY if words.months_first or words.years_first else "(?!)",
        "season": _SEASON,
        "part_of_year": _PART + (_PART_BEHIND if words.parts_behind else ""),
        "fiscal": "iY?(?:y(?!X)|J)|P",
        "staged_year": _STAGED_YEAR + (_STAGED_YEAR_BEHIND if words.parts_behind else ""),
        "month": _MONTH,
        "relative": _RELATIVE,
        "decade": "(?:g-?)?D",
        "years": _YEARS + (_BARE_YEARS if words.bare_years else ""),
        "one_year": _ONE_YEAR + (_ONE_BARE_YEAR if words.bare_years else ""),
        "compared": _COMPARED,
        "clause": _LAST_IN_CLAUSE if words.bare_years else "(?!)",
    }
    parts = {"dot": r"\.?" if words.dotted_days else "", "year": _YEAR, "staged": _STAGED}
    alternatives = [f"(?P<{name}>{text.format(**parts)})" for name, text in groups.items()]
    return re.compile(f"(?=[{_FIRST}])(?:{'|'.join(alternatives)})")
