"""Records that nothing uses, and when nobody can tell."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.issues import Issue, Severity
from tests.edits import (
    BOARD,
    EVENTS,
    FERRY,
    MARFA,
    METRICS,
    SERIES,
    SOURCES,
    UNITS,
    VALE,
    Edit,
    append,
    both,
    remove,
    show,
    swap,
)

PLACES = "data/places.yml"
TOPICS = "data/topics.yml"
VALE_CITED = (
    "which [a translation](https://vale.example/notes/7) repeats\n[@vale-2024-03-07-post, original]"
)

# fmt: off
# what is left over, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("source", append(SOURCES, "\n- {id: gulls, name: The gulls, kind: other}\n"), [f"{SOURCES}:108 unused-source"]),
    ("unit", append(UNITS, "\n- {id: knots, name: knots}\n"), [f"{UNITS}:35 unused-unit"]),
    ("topic", append(TOPICS, "\n- {id: gulls, name: Gulls, description: Birds.}\n"), [f"{TOPICS}:14 unused-topic"]),
    ("place", append(PLACES, "\n- {id: mt-xx, name: Nowhere}\n"), [f"{PLACES}:8 unused-place"]),
    ("metric", append(METRICS, "\n- {id: gulls, name: Gulls, description: Birds., unit: percent, kind: stock}\n"), [f"{METRICS}:51 unused-metric"]),
    ("quote", append(VALE, "  more: and more\n"), [f"{VALE}:17 unused-quote"]),
    ("article and its quote", swap(FERRY, VALE_CITED, "which nobody repeats"), [f"{VALE}:1 unused-article", f"{VALE}:13 unused-quote"]),
    ("article that another relays", both(swap(FERRY, VALE_CITED, "which nobody repeats"), swap(MARFA, "reports:\n", "reports:\n  - {verb: cites, source: ingrid-vale, article: vale-2024-03-07-post}\n"), swap(MARFA, "2024-03-05\n", "2024-03-07\n"), swap(VALE, "reports:\n  - {verb: translates, source: sawt-al-marfa, article: marfa-2024-03-05-ferry}\nquotes:\n  original:\n    text: أكثر من 1,600 راكب\n    language: ar\n    translation: more than 1,600 passengers\n", "")), []),
    ("same address twice", swap(VALE, "url: https://vale.example/notes/7", "url: https://WWW.board.example/reports/2023.pdf/#page=3"), []),
    ("same address but for what is asked of it", both(swap(VALE, "url: https://vale.example/notes/7", "url: https://www.board.example/reports/2023.pdf?page=2"), swap(BOARD, "2024-03-03", "2024-03-08")), []),
    ("same address twice, read on one day", both(swap(VALE, "url: https://vale.example/notes/7", "url: https://WWW.board.example/reports/2023.pdf/#page=3"), swap(BOARD, "2024-03-03", "2024-03-08")), [f"{VALE}:7 duplicate-url"]),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_is_left_over_is_a_warning(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Each record that nothing uses is named, and does not stop a build."""
    edit(project)
    issues = find_issues(project)
    assert [show(issue) for issue in issues] == expected
    assert all(issue.rule.severity is Severity.WARNING for issue in issues)


@pytest.mark.parametrize(
    "edit",
    [
        swap(VALE, "language: en", "language: English"),
        append(SERIES, "short,row\n"),
        swap(EVENTS, "date: 2024-02-01", "date: yesterday"),
    ],
)
def test_nothing_is_called_unused_while_a_record_cannot_be_read(
    edit: Edit, project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """The record that could not be read may be the one that uses it."""
    edit(project)
    append(UNITS, "\n- {id: knots, name: knots}\n")(project)
    assert len(find_issues(project)) == 1


def test_a_misspelt_reference_does_not_make_its_target_unused(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """One slip of the keyboard is one issue."""
    swap(METRICS, "unit: percent", "unit: procent")(project)
    assert [show(issue) for issue in find_issues(project)] == [f"{METRICS}:39 unknown-unit"]


def test_a_misspelt_article_does_not_make_its_quotes_unused(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """The quote's citation is there, behind a slip of the keyboard."""
    swap(FERRY, "[@vale-2024-03-07-post, original]", "[@vale-2024-03-07-pots, original]")(project)
    assert [issue.rule.id for issue in find_issues(project)] == ["unknown-article"]


def test_a_missing_file_is_told_by_what_names_its_records(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """References to an article whose file is gone are issues, wherever they stand."""
    remove(BOARD)(project)
    assert {issue.rule.id for issue in find_issues(project)} == {
        "unknown-article",
        "unknown-observation",
    }
