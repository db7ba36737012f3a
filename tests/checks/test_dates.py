"""Dates that contradict each other, and dates that are only imprecise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.dates import is_certainly_before
from generator.issues import Issue
from generator.records.edtf import parse_edtf
from tests.edits import (
    BOARD,
    EVENTS,
    FERRY,
    GAZETTE,
    HARBOUR,
    MARFA,
    SERIES,
    SLOWS,
    VALE,
    Edit,
    append,
    show,
    swap,
)

# ruff: noqa: E501 (a row of the table stays on one line)
# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("read before it was published", swap(VALE, "accessed: 2024-03-08", "accessed: 2024-03-06"), [f"{VALE}:6 accessed-before-issued"]),
    ("read on the day of publication", swap(VALE, "accessed: 2024-03-08", "accessed: 2024-03-07"), []),
    ("read in the month of publication", swap(VALE, "accessed: 2024-03-08", "accessed: 2024-03"), []),
    ("read shortly before an approximate date", swap("data/articles/2024/mirror-2024-02-herring.yml", "accessed: 2024-03-02", "accessed: 2024-01-20"), []),
    ("read a year before an approximate date", swap("data/articles/2024/mirror-2024-02-herring.yml", "accessed: 2024-03-02", "accessed: 2023-03-02"), ["data/articles/2024/mirror-2024-02-herring.yml:8 accessed-before-issued"]),
    ("an event later than all its articles", swap(EVENTS, "date: 2024-02-10", "date: 2024-02-12"), [f"{EVENTS}:8 event-after-article"]),
    ("an event later than one of its articles", swap(EVENTS, "date: 2024-02-10", "date: 2024-02-11"), [f"{EVENTS}:12 event-after-article"]),
    ("an event that may have been in time", swap(EVENTS, "date: 2024-02-10", "date: 2024-02"), []),
    ("an event after an article without a date was read", swap("data/events/2023.yml", "date: 2023-XX", "date: 2024-04"), ["data/events/2023.yml:43 event-after-article"]),
    ("a period to come", swap(MARFA, "period: 2024-02\n", "period: 2024-04\n"), [f"{MARFA}:21 misleading-id", f"{MARFA}:21 period-after-article"]),
    ("a period to come in a series", swap(SERIES, "2023-09,IS-HB", "2024-05,IS-HB"), [f"{SERIES}:2 misleading-id", f"{SERIES}:2 period-after-article"]),
    ("a period after the issue of a data set, but not after it was read", swap(SERIES, "2023-09,IS-HB", "2024-03,IS-HB"), [f"{SERIES}:2 misleading-id"]),
    ("a forecast that says so", swap(BOARD, "period: 2023\n", "period: 2025\n    status: planned\n"), [f"{BOARD}:18 misleading-id"]),
    ("a period that is still running", swap(MARFA, "period: 2024-02\n", "period: 2024\n"), []),
    ("an article that relays a later one", swap(GAZETTE, "issued: 2024-02-12", "issued: 2024-02-09"), [f"{GAZETTE}:11 relays-later-article", f"{GAZETTE}:12 relays-later-article"]),
    ("a brief changed before it was published", swap(SLOWS, "updated: 2024-03-20", "updated: 2024-03-11"), [f"{SLOWS}:10 updated-before-published"]),
    ("a cut-off after publication", swap(FERRY, "cut-off: 2024-03-08", "cut-off: 2024-03-16"), [f"{FERRY}:6 cut-off-after-publication"]),
    ("a cut-off between publication and update", swap(SLOWS, "cut-off: 2024-03-10", "cut-off: 2024-03-19"), []),
    ("evidence after the cut-off", swap(FERRY, "cut-off: 2024-03-08", "cut-off: 2024-03-06"), [f"{FERRY}:29 evidence-after-cut-off"]),
    ("a data set after the cut-off", swap(HARBOUR, "[@board-2023-12-31-report, volume].\n\n", "[@board-2023-12-31-report, volume; @landing-register-2024-02-01-data].\n\n"), []),
    ("a timeline the wrong way round", swap(SLOWS, "from: 2023-09\nto: 2024-02", "from: 2024-02\nto: 2023-09"), [f"{SLOWS}:83 from-after-to"]),
    ("a timeline of one month", swap(SLOWS, "from: 2023-09\nto: 2024-02", "from: 2024-02-10\nto: 2024-02"), []),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_only_certain_contradictions_are_issues(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """What no reading of the dates allows is named; what some reading allows is let pass."""
    edit(project)
    assert [show(issue) for issue in find_issues(project)] == expected


def test_an_article_without_a_date_is_judged_by_when_it_was_read(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """`accessed` stands in for `issued`: nobody reads what is not yet written."""
    statement = "data/articles/undated/council-statement.yml"
    swap(statement, "period: 2023~", "period: 2024-04-06")(project)
    append(MARFA, "note: Unchanged.\n")(project)
    assert [show(issue) for issue in find_issues(project)] == [
        f"{statement}:16 misleading-id",
        f"{statement}:16 period-after-article",
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2023", "2024"),
        ("2024-01-31", "2024-02"),
        ("2023-01/2023-12", "2024"),
        ("../2023", "2024"),
        ("2023", "2024/.."),
        ("2024-01-01~", "2024-02-02"),
        ("2022~", "2024-01-02"),
    ],
)
def test_a_date_is_certainly_before_another(first: str, second: str) -> None:
    """However the two are read, the first ends before the second begins; never the reverse."""
    assert is_certainly_before(parse_edtf(first), parse_edtf(second))
    assert not is_certainly_before(parse_edtf(second), parse_edtf(first))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2024", "2024"),
        ("2024-01", "2024-01-31"),
        ("2023/..", "2024"),
        ("2023", "../2024"),
        ("2024-01-01~", "2024-02-01"),
        ("2023~", "2024-12-30"),
        ("9999-12-31~", "9999-12-31~"),
    ],
)
def test_dates_that_some_reading_brings_together_are_not_in_order(first: str, second: str) -> None:
    """Imprecise dates overlap; approximate ones may lie off by their length, or by a month."""
    assert not is_certainly_before(parse_edtf(first), parse_edtf(second))
