"""Figures that others contradict, and rows that can't stand side by side."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalogue.conflicts import CONFLICT_RULES
from generator.issues import Issue
from tests.edits import (
    BOARD,
    FERRY,
    HARBOUR,
    METRICS,
    SERIES,
    SLOWS,
    WIRE,
    Edit,
    body,
    both,
    show,
    swap,
)

FAMILY = {rule.id for rule in CONFLICT_RULES}

COMPARED = """\
  - landed-daily-2024-01-tide
  - landed-daily-2024-01-wire
  - landed-daily-2024-01-gazette
  - landed-daily-2024-01-mirror
"""
DAILY = "landed-daily-2024-01"


def compare(*names: str) -> Edit:
    """Leaves only these rows in the comparison, from line 50 on."""
    return swap(SLOWS, COMPARED, "".join(f"  - {name}\n" for name in names))


def waive(*names: str) -> Edit:
    """Sets the rule aside for these figures."""
    waivers = [
        f"  - {{rule: unacknowledged-conflict, about: {name}, reason: All are one figure.}}\n"
        for name in names
    ]
    return swap(SLOWS, "cut-off:", f"waivers:\n{''.join(waivers)}cut-off:")


def volume(fields: str, id: str = "other") -> Edit:
    """A second figure of the volume dredged in 2023, of which a brief shows the first.

    It is waived: what its own quote contradicts is compared with nothing.
    """
    given = (
        f"id: {id}, metric: dredged-volume, period: 2023, place: FO-NSK, quote: volume, "
        f"waived: It is invented., {fields}"
    )
    return swap(BOARD, "observations:\n", f"observations:\n  - {{{given}}}\n")


def passengers(fields: str) -> Edit:
    """A second figure of the passengers of 2023, which a row of cards shows."""
    given = f"id: other, metric: ferry-passengers, place: FO, quote: rate, waived: It is invented., {fields}"
    return swap(WIRE, "observations:\n", f"observations:\n  - {{{given}}}\n")


# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("a figure that another contradicts, on a card and in the text", volume("value: 40000"), [f"{HARBOUR}:5 unacknowledged-conflict"]),
    ("a figure that another agrees with", volume("value: 33000"), []),
    ("a figure that another agrees with, rounded", volume("value: 35000, qualifier: approximately"), []),
    ("a figure of another basis", volume("value: 40000, basis: silt and stones"), []),
    ("a figure of the same basis", volume("value: 40000, basis: silt and sand"), [f"{HARBOUR}:5 unacknowledged-conflict"]),
    ("a figure that was garbled", volume("value: 40000, status: corrupt"), []),
    ("a figure that was only planned", volume("value: 40000, status: planned"), []),
    ("a figure on a card of a block alone", passengers("period: 2023, value: 21000"), [f"{FERRY}:32 unacknowledged-conflict"]),
    ("a figure of another year", passengers("period: 2022, value: 21000"), []),
    ("a figure in a table of a block alone", both(swap(SERIES, "landed-2023-10-register,herring-landed,2023-10", "landed-second-register,herring-landed,2023-09"), swap(SLOWS, "landed-2023-10-register", "landed-second-register")), [f"{SLOWS}:63 unacknowledged-conflict"] * 2),
    ("a figure that no row contradicts", compare(f"{DAILY}-tide", f"{DAILY}-wire"), [f"{SLOWS}:5 unacknowledged-conflict", f"{SLOWS}:27 unacknowledged-conflict"]),
    ("a row for a value that two articles give", compare(f"{DAILY}-tide", f"{DAILY}-gazette"), []),
    ("a row for another article that gives the value used", both(compare(f"{DAILY}-wire", f"{DAILY}-gazette"), swap(WIRE, "low: 8.5\n    high: 9.5", "value: 9\n    qualifier: approximately")), []),
    ("a value that is used, and no row of it", compare(f"{DAILY}-wire", f"{DAILY}-gazette"), [f"{SLOWS}:5 unacknowledged-conflict"]),
    ("a row that may be what could not be read", both(compare(f"{DAILY}-tide", f"{DAILY}-wire"), swap(WIRE, "verb: quotes", "verb: sings")), [f"{SLOWS}:27 unacknowledged-conflict"]),
    ("a row that would do for either value", both(volume("value: 40000"), volume("value: 20000, qualifier: over", "third"), body("```compare\nobservations: [dredged-2023-board, third]\n```")), [f"{HARBOUR}:5 unacknowledged-conflict"]),
    ("a row of a third value", both(volume("value: 40000"), volume("value: 50000", "third"), body("```compare\nobservations: [dredged-2023-board, third]\n```")), [f"{HARBOUR}:5 unacknowledged-conflict"]),
    ("a row of each value", both(volume("value: 40000"), volume("value: 50000", "third"), body("```compare\nobservations: [dredged-2023-board, third, other]\n```")), []),
    ("a row of each value, in two comparisons", both(volume("value: 40000"), volume("value: 50000", "third"), body("```compare\nobservations: [dredged-2023-board, third]\n```\n\n```compare\nobservations: [dredged-2023-board, other]\n```")), []),
    ("a reason against it", both(compare(f"{DAILY}-tide", f"{DAILY}-wire"), waive(f"{DAILY}-tide", f"{DAILY}-gazette")), []),
    ("a reason against it for another figure", both(compare(f"{DAILY}-tide", f"{DAILY}-wire"), waive(f"{DAILY}-wire", f"{DAILY}-gazette")), [f"{SLOWS}:5 unacknowledged-conflict"]),
    ("a row of another month", swap(SLOWS, f"  - {DAILY}-mirror", "  - landed-daily-2023-12-tide"), [f"{SLOWS}:53 incomparable-rows"]),
    ("a row of another month among two", compare(f"{DAILY}-tide", "landed-daily-2023-12-tide"), [f"{SLOWS}:5 unacknowledged-conflict", f"{SLOWS}:27 unacknowledged-conflict", f"{SLOWS}:51 incomparable-rows"]),
    ("the first row of another month than the rest", swap(SLOWS, COMPARED, f"  - landed-daily-2023-12-tide\n{COMPARED}"), [f"{SLOWS}:50 incomparable-rows"]),
    ("rows of two other months", swap(SLOWS, COMPARED, COMPARED + "  - landed-daily-2023-12-tide\n  - landed-2023-12-tide\n"), [f"{SLOWS}:54 incomparable-rows", f"{SLOWS}:55 incomparable-rows"]),
    ("a row of the same month, more or less", swap(WIRE, "period: 2024-01\n", "period: 2024-01~\n"), []),
    ("a row of another place", swap(WIRE, "place: IS+FO-NSK", "place: IS-HB"), [f"{SLOWS}:51 incomparable-rows"]),
    ("a row of the same places in another order", swap(WIRE, "place: IS+FO-NSK", "place: FO-NSK+IS"), []),
    ("a row of a metric akin, in another dimension", swap(SLOWS, f"  - {DAILY}-mirror", "  - landed-2024-01-tide"), [f"{SLOWS}:53 incomparable-rows"]),
    ("a row of a metric not akin", swap(SLOWS, f"  - {DAILY}-mirror", "  - stock-2024-01-31-tide"), [f"{SLOWS}:53 incomparable-rows"]),
    ("a row of a metric akin, in one dimension", both(swap(METRICS, "unit: tonnes-per-day\n", "unit: tonnes\n"), swap(SLOWS, f"  - {DAILY}-mirror", "  - landed-2024-01-tide")), []),
    ("a row of another basis", swap(WIRE, "basis: days of the calendar", "basis: days at sea"), []),
    ("a row whose metric is not there", swap(WIRE, "metric: herring-landed-daily", "metric: herring-landed-dayly"), []),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_reader_sees_what_contradicts_a_figure_and_only_that(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Every conflict that is not shown, and every row out of place, is named at its line."""
    edit(project)
    found = [show(issue) for issue in find_issues(project) if issue.rule.id in FAMILY]
    assert found == expected


def find_messages(
    edit: Edit, project: Path, find_issues: Callable[[Path], list[Issue]]
) -> list[str]:
    """The messages and help of this family after a change."""
    edit(project)
    found = [issue for issue in find_issues(project) if issue.rule.id in FAMILY]
    return [f"{issue.message}. {issue.help}" for issue in found]


def test_the_nearest_values_are_named_with_who_gives_them(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Three of them, each value once; and the help can be copied."""
    more = "".join(
        f"  - {{id: other-{value}, metric: dredged-volume, period: 2023, place: FO-NSK, "
        f"quote: volume, waived: It is invented., value: {value}}}\n"
        for value in (29000, 20000, 50000, 40000, 36000)
    )
    (found,) = find_messages(
        swap(BOARD, "observations:\n", f"observations:\n{more}"), project, find_issues
    )
    assert found.startswith("`dredged-2023-board` has ")
    named = ["29,000 m³", "36,000 m³", "40,000 m³"]
    assert [found.index(f"`{value}` (Harbour Board)") for value in named] == sorted(
        found.index(f"`{value}` (Harbour Board)") for value in named
    )
    assert "and 2 more" in found
    assert "`observations: [dredged-2023-board, other-29000, other-36000, other-40000]`" in found
    assert "about: dredged-2023-board" in found


def test_a_row_out_of_place_is_told_by_what_it_measures(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """The message says both what it is of and what the others are of."""
    edit = swap(SLOWS, f"  - {DAILY}-mirror", "  - landed-daily-2023-12-tide")
    (found,) = find_messages(edit, project, find_issues)
    assert "of December 2023, the others of January 2024" in found
