"""Citations that are doubled or missing, timelines without events, figures without words."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.quotes import count_words
from generator.issues import Issue
from tests.edits import FERRY, HARBOUR, SERIES, SLOWS, Edit, body, rewrite, show, swap

UNCITED = """\
---
id: harbour-depth
title: How much was dredged?
question: How much?
bottom-line: Nobody knows [how much](obs:dredged-2023-board).
cut-off: 2023-12-31
published: 2023-12-31
authors: [Björn Muster]
topics: [dredging]
---

See [the report](article:board-2023-12-31-report).
"""

# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("the same words twice in one bracket", body("So [@board-2023-12-31-report, volume; @board-2023-12-31-report, volume]."), [f"{HARBOUR}:30 doubled-citation"]),
    ("the same words in two brackets side by side", body("So [@board-2023-12-31-report]\n[@board-2023-12-31-report]."), [f"{HARBOUR}:31 doubled-citation"]),
    ("the same words thrice", body("So [@board-2023-12-31-report; @board-2023-12-31-report; @board-2023-12-31-report]."), [f"{HARBOUR}:30 doubled-citation"]),
    ("other words of the same article", body("So [@board-2023-12-31-report, volume; @board-2023-12-31-report, next]."), []),
    ("the same words for two claims", body("So [@board-2023-12-31-report], and so [@board-2023-12-31-report]."), []),
    ("the same words in two cells", body("| a | b |\n|---|---|\n| x [@board-2023-12-31-report] | [@board-2023-12-31-report] |"), []),
    ("the same words twice in a field", swap(FERRY, "It never has [@ferry-line-2024-01-15-release].", "It never has [@ferry-line-2024-01-15-release; @ferry-line-2024-01-15-release]."), [f"{FERRY}:23 doubled-citation"]),
    ("the same words twice in a note", swap(SLOWS, "[@gazette-2024-02-12-herring, rate].\n```", "[@gazette-2024-02-12-herring][@gazette-2024-02-12-herring].\n```"), [f"{SLOWS}:55 doubled-citation"]),
    ("no citation", rewrite(HARBOUR, lambda text: UNCITED), [f"{HARBOUR}:2 no-citation"]),
    ("a timeline before all events", swap(SLOWS, "from: 2023-09\nto: 2024-02", "to: 1990"), [f"{SLOWS}:82 empty-timeline"]),
    ("a timeline of a topic without events in time", swap(HARBOUR, "topics: [dredging]\nfrom: 2023", "topics: [ferry]\nfrom: 2025"), [f"{HARBOUR}:26 empty-timeline"]),
    ("a timeline of one event whose id is misspelt", swap(HARBOUR, "topics: [dredging]\nfrom: 2023", "events: [ev-dredger-hire]"), [f"{HARBOUR}:26 unknown-event"]),
    ("a figure of a series without words", swap(SERIES, ",,2023-09: 402.5,", ",,,"), [f"{SERIES}:2 missing-quote"]),
    ("a derived figure of a series", swap(SERIES, "402.5,,,,,landing-register-2024-02-01-data,,2023-09: 402.5,,", "305.5,,,,,landing-register-2024-02-01-data,,,landed-2023-10-register / 2,"), []),
    ("an unknown quote in a series", swap(SERIES, ",,2023-09: 402.5,", ",notices,2023-09: 402.5,"), [f"{SERIES}:2 unknown-quote"]),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_claim_has_its_words_and_has_them_once(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Every doubled or missing piece of evidence is named at its line."""
    edit(project)
    assert [show(issue) for issue in find_issues(project)] == expected


@pytest.mark.parametrize(
    ("quote", "count"),
    [
        ("about nine tonnes", 3),
        ("27.96 km² [...] in November – or so", 6),
        ("близько 12 тисяч", 3),
        ("أكثر من 1,600 راكب", 4),
        ("  two\n words ", 2),
        ("…", 0),
    ],
)
def test_words_are_counted_as_people_count_them(quote: str, count: int) -> None:
    """Numbers are words; dashes and the mark of an omission are not."""
    assert count_words(quote) == count
