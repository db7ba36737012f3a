"""Figures that were worked out: what can't be, what makes another value, what rests on nothing."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.derived import check_derived
from generator.issues import Issue
from tests.edits import HARBOUR, SERIES, TIDE, Edit, append, body, both, show, swap
from tests.small import figure, small_library


def derive(expression: str, value: str = "27.1", period: str = "2023-12") -> Edit:
    """Another calculation, value and period of the one derived figure of an article.

    Its limit goes: of what it is worked out from, not every figure has one.
    """
    old = "period: 2023-12\n    place: IS+FO-NSK\n    basis: days of the calendar\n    value: 27.1\n    qualifier: at-least\n    derived: 840 / 31"
    new = old.replace("2023-12", period, 1).replace("27.1", value).replace("840 / 31", expression)
    new = new.replace("at-least", "approximately")
    return swap(TIDE, old, new)


DERIVED, VALUE = f"{TIDE}:55", f"{TIDE}:53"
CIRCLE = swap(
    TIDE, "quote: december\n", "quote: december\n    derived: landed-daily-2023-12-tide * days\n"
)

# fmt: off
# what is worked out, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    # Reading.
    ("thousands", derive("1,840 / 31"), [f"{DERIVED} malformed-arithmetic"]),
    ("empty brackets", derive("840 / ()"), [f"{DERIVED} malformed-arithmetic"]),
    ("division by zero", derive("840 / (31 - 31)"), [f"{DERIVED} malformed-arithmetic"]),
    ("minus that touches an id", derive("(840)-landed-2023-12-tide"), [f"{DERIVED} malformed-arithmetic"]),
    ("figure that is a range", derive("landed-daily-2024-01-wire * days"), [f"{DERIVED} malformed-arithmetic"]),
    ("figure that is a range with a centre", derive("landed-2023-11-register / 30", "24.44"), []),
    ("days of the period", derive("landed-2023-12-tide / days"), []),
    ("months of the period", derive("landed-2023-12-tide * months", "840"), []),
    ("days of a period that is not exact", derive("840 / days", period="2023-12~"), [f"{DERIVED} malformed-arithmetic"]),
    ("months of a part of one", derive("840 / months", "840", "2023-12-01/2023-12-30"), [f"{DERIVED} malformed-arithmetic"]),
    ("calculation of a row", swap(SERIES, "landed-2023-12-tide - 98.4", "landed-2023-12-tide -"), [f"{SERIES}:5 malformed-arithmetic"]),
    ("calculation in prose", body('It is [forty](calc: "dredged-2023-board /").'), [f"{HARBOUR}:30 malformed-arithmetic"]),
    ("days in prose", body('It is [forty](calc: "dredged-2023-board / days").'), [f"{HARBOUR}:30 malformed-arithmetic"]),
    ("range in prose", body('It is [forty](calc: "landed-daily-2024-01-wire / 2").'), [f"{HARBOUR}:30 malformed-arithmetic"]),
    ("sound calculation in prose", body('It is [15,750 m³](calc: "dredged-2023-board / 2").'), []),
    # Ids.
    ("misspelt id", derive("landed-2023-12-tied / days"), [f"{DERIVED} unknown-observation"]),
    ("misspelt id of a row", swap(SERIES, "landed-2023-12-tide - 98.4", "landed-2023-12-tied - 98.4"), [f"{SERIES}:5 unknown-observation"]),
    ("misspelt id in prose", body('It is [forty](calc: "dredged-2023-bord / 2").'), [f"{HARBOUR}:30 unknown-observation"]),
    # Results.
    ("another value", derive("840 / 31", "27.2"), [f"{VALUE} derived-mismatch"]),
    ("cut and not rounded", derive("840 / 31", "27.09"), [f"{VALUE} derived-mismatch"]),
    ("more digits", derive("840 / 31", "27.0968"), []),
    ("no digits", derive("840 / 31", "27"), []),
    ("zeros at the end that are not right", derive("840 / 31", "27.0"), [f"{VALUE} derived-mismatch"]),
    ("rounded to hundreds without saying so", derive("840 + 7", "800"), [f"{VALUE} derived-mismatch"]),
    ("rounded to hundreds in the calculation", derive("round(840 + 7, -2)", "800"), []),
    ("half rounded away from zero", derive("279 / 2", "140"), []),
    ("half rounded to the even", derive("(279 + 2) / 2", "140"), []),
    ("half rounded to the odd and towards zero", derive("279 / 2", "139"), [f"{VALUE} derived-mismatch"]),
    ("half below zero", derive("-(279 + 2) / 2", "-141"), []),
    ("minus forgotten", derive("279 - 840", "561"), [f"{VALUE} derived-mismatch"]),
    ("another value of a row", swap(SERIES, ",741.6,", ",741.5,"), [f"{SERIES}:5 derived-mismatch"]),
    ("result that is given as a range", swap(TIDE, "value: 27.1", "low: 27\n    high: 27.2"), [f"{TIDE}:56 derived-mismatch"]),
    # Circles.
    ("figure that names itself", derive("landed-daily-2023-12-tide"), [f"{DERIVED} cyclic-arithmetic"]),
    ("two figures that name each other", both(CIRCLE, derive("landed-2023-12-tide / days")), [f"{TIDE}:56 cyclic-arithmetic"]),
    # Inputs.
    ("number from nowhere", derive("841 / 31"), [f"{DERIVED} unsourced-input"]),
    ("one number from nowhere, twice", derive("841 / 31 + 841 - 841"), [f"{DERIVED} unsourced-input"]),
    ("number of a quote in words", derive("9 * 92 / 30", "27.6"), []),
    ("number of another article", derive("402.5 / 31", "13"), [f"{DERIVED} unsourced-input"]),
    ("number that only the result has", derive("27.1 * 1"), [f"{DERIVED} unsourced-input"]),
    ("days of another month and plain factors", derive("840 * 100 / 30 / 1000", "2.8"), []),
    ("days that no period has", derive("840 / 33", "25.5"), [f"{DERIVED} unsourced-input"]),
    ("days of its own period", derive("840 / 17", "49.4", "2023-12-01/2023-12-17"), []),
    ("number of the row", swap(SERIES, "279 / 31", "(279 + 279) / 2 / 31"), []),
    ("number of another row of the article", swap(SERIES, "9,,,,,landing-register-2024-02-01-data,,2024-01: 279,279 / 31", "13,,,,,landing-register-2024-02-01-data,,2024-01: 279,402.5 / 31"), []),
    ("two running totals of the row", swap(SERIES, "2023-09: 402.5,,", "2023-10-01: 900.5; 2023-09-01: 498,900.5 - 498,"), []),
    ("number that no row has", swap(SERIES, "279 / 31", "280 / 31"), [f"{SERIES}:7 unsourced-input"]),
    ("day of a row", swap(SERIES, "2024-01: 279,279 / 31", "2024-05: 279,279 / 5 / 5"), [f"{SERIES}:7 derived-mismatch", f"{SERIES}:7 unsourced-input"]),
    ("number in prose from an article it cites", body('It is [three tenths](calc: "30000 / 100000 + 34000 - 34000").'), [f"{HARBOUR}:30 unsourced-input"]),
    ("number in prose from an article that it only links to", body('It is [three](calc: "840 / 279"), see [it](article:tide-2024-02-10-assessment).'), []),
    ("number in prose from the article of a figure", body('It is [three](calc: "840 / 279"), beside [up to 61,100 tonnes](obs:stock-2024-01-31-tide).'), []),
    ("number in prose from nowhere", body('It is [three](calc: "840 / 279").'), [f"{HARBOUR}:30 unsourced-input", f"{HARBOUR}:30 unsourced-input"]),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_calculation_is_done_again(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """What does not come out again is named at its line, and what does is let pass."""
    edit(project)
    assert [show(issue) for issue in find_issues(project)] == expected


def test_a_mismatch_says_what_comes_out() -> None:
    """With the numbers that ids stand for, and two digits more than the record has."""
    library = small_library(
        figure("catch", value=593), figure("rate", value=19, derived="catch * 10 / days")
    )
    (issue,) = check_derived(library)
    assert issue.message == "`catch * 10 / days` (593 * 10 / 31) makes 191.29, the record says `19`"
    assert "`value: 191`" in issue.help


def test_a_circle_is_told_step_by_step() -> None:
    """Each figure on the way round is named; one that only rests on it is not to blame."""
    library = small_library(
        figure("a", value=1, derived="b"),
        figure("b", value=1, derived="c * 1"),
        figure("c", value=1, derived="a + b - b"),
        figure("d", value=3, derived="a * 7"),
    )
    ids = [issue.message.rsplit(": ", 1)[1] for issue in check_derived(library)]
    assert ids == ["`a` → `b` → `c` → `a`", "`b` → `c` → `b`"]


def test_what_cannot_be_read_is_nobodys_fault(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """A figure that rests on a broken record is not judged."""
    both(
        derive("dredged-2023-board / 1000", "31.5"),
        swap("data/articles/2023/board-2023-12-31-report.yml", "value: 31500", "value: 31,500"),
    )(project)
    assert [issue.rule.id for issue in find_issues(project)] == ["bad-number"]


def test_a_calculation_makes_no_quote_of_its_own(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """A derived figure may do without the words of an article, and need not."""
    append(TIDE, "    derived: 61100 * 2\n")(project)
    assert [issue.rule.id for issue in find_issues(project)] == ["derived-mismatch"]
