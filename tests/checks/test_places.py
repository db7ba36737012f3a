"""Places: codes of countries that are there, and regions that have a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.issues import Issue
from tests.edits import EVENTS, MARFA, SOURCES, Edit, append, show, swap

PLACE = "place: MT"


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (swap(MARFA, PLACE, "place: IS"), []),
        (swap(MARFA, PLACE, "place: XQ"), [f"{MARFA}:22 unknown-place"]),
        (swap(MARFA, PLACE, "place: IS+XQ"), [f"{MARFA}:22 unknown-place"]),
        (swap(MARFA, PLACE, "place: UN"), [f"{MARFA}:22 unknown-place"]),
        (swap(MARFA, PLACE, "place: ZZ"), [f"{MARFA}:22 unknown-place"]),
        (swap(MARFA, PLACE, "place: FO-XX"), [f"{MARFA}:22 unknown-place"]),
        (swap(EVENTS, "  place: IS\n", "  place: XQ\n"), [f"{EVENTS}:10 unknown-place"]),
        (
            append(SOURCES, "\n- {id: gulls, name: Gulls, kind: other, country: XQ}\n"),
            [f"{SOURCES}:108 unused-source", f"{SOURCES}:108 unknown-place"],
        ),
    ],
)
def test_every_code_can_be_named(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Codes that CLDR names but no map shows are no countries."""
    edit(project)
    assert [show(issue) for issue in find_issues(project)] == expected
