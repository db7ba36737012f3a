"""What the words between and before dates make of them: ranges, bounds, and years in common.

Knows only the row of kinds. Which year a range without one lies in is the business of `date_years`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.phrases.date_grammar import DECEMBER, Stated
from generator.phrases.date_row import DateRow

_TO = re.compile(r"'?[T~/-][akpr]?[ac]?")
_UNTIL = re.compile("'?U[akpr]?[ac]?")
_AND = re.compile("A[akp]?c?")
_LISTED = re.compile("'?(?:,A|[,A/~-])[akpr]?a?")

_LATE_IN_YEAR, _EARLY_IN_YEAR = 10, 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """One date, or the two ends of a range."""

    first: Stated
    last: Stated
    """The same as the first where no range is stated."""
    is_bound: bool = False
    is_open: bool = False
    is_about: bool = False

    @property
    def is_range(self) -> bool:
        """Whether two ends are stated."""
        return self.first is not self.last


def join_stated(row: DateRow, stated: Sequence[Stated]) -> Iterator[Phrase]:
    """The dates of a text, with those joined that are the ends of one range."""
    shared = _share_years(row, stated)
    index = 0
    while index < len(shared):
        first, following = shared[index], shared[index + 1 : index + 2]
        opening, is_about = _find_opening(row, first)
        if following and _is_range(row, first, following[0], opening):
            yield Phrase(first, following[0], is_about=is_about)
            index += 2
        else:
            yield _make_phrase(row, first, opening, is_about)
            index += 1


def _find_opening(row: DateRow, stated: Stated) -> tuple[str, bool]:
    """The kind of the word before a date, and whether an "about" stands between them."""
    index = stated.first - 1
    is_about = False
    while index >= 0 and row.kinds[index] in "ac":
        is_about = is_about or row.kinds[index] == "c"
        index -= 1
    return row.kinds[index : index + 1] if index >= 0 else "", is_about


def _make_phrase(row: DateRow, stated: Stated, opening: str, is_about: bool) -> Phrase:
    is_closed = stated.relative or stated.end_day or row.kinds[stated.end : stated.end + 1] == "'"
    return Phrase(
        stated,
        stated,
        is_bound=opening in ("U", "W"),
        # "Up from last year" and "from December's nine" compare, and open no period.
        is_open=opening == "S" or (opening == "F" and not is_closed),
        is_about=is_about,
    )


def _is_range(row: DateRow, first: Stated, last: Stated, opening: str) -> bool:
    if any(one.text or one.relative for one in (first, last)):
        return False
    if not (first.part and last.part) and not (first.year and last.year):
        return False
    between = row.kinds[first.end : last.first]
    if _AND.fullmatch(between):
        return opening == "B"
    if _UNTIL.fullmatch(between):
        return opening == "F" or not (opening == "p" and first.year)
    is_alike = opening in ("F", "B") or bool(first.day) == bool(last.day)
    return bool(_TO.fullmatch(between)) and is_alike and not (first.end_day or last.end_day)


def _share_years(row: DateRow, stated: Sequence[Stated]) -> list[Stated]:
    """The same, where months that are listed have the year that stands behind the last of them."""
    shared = list(stated)
    for index in range(len(shared) - 2, -1, -1):
        one, following = shared[index : index + 2]
        if not one.year and following.year and _is_listed(row, one, following):
            # "December and January 2025" are the two months of one winter.
            is_turn = one.part >= _LATE_IN_YEAR and following.part <= _EARLY_IN_YEAR
            shared[index] = replace(one, year=following.year - is_turn)
    return shared


def _is_listed(row: DateRow, one: Stated, following: Stated) -> bool:
    if not all(0 < each.part <= DECEMBER and not each.relative for each in (one, following)):
        return False
    between = row.kinds[one.end : following.first]
    is_alike = bool(one.day) == bool(following.day)
    return bool(_LISTED.fullmatch(between)) and (is_alike or "A" in between)
