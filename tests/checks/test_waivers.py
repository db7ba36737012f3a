"""Waivers: what a brief sets aside is counted with its reason, and what it can't is an issue."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.catalogue import RULES
from generator.checks.counts import count_records
from generator.checks.run import judge_library
from generator.evidence.waivers import WAIVABLE
from generator.issues import Issue
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files
from tests.edits import HARBOUR, SLOWS, VALE, Edit, both, show, swap

FAMILY = {"unknown-waiver", "unused-waiver", "single-origin"}
COPIES = swap(SLOWS, ", of one origin, agree", " agree")
"""Line 24 now leans on two articles of one origin and does not say so."""


def waive(*waivers: str, path: str = SLOWS) -> Edit:
    """Writes waivers at the end of a brief's front matter; in `SLOWS` the first is line 36."""
    text = "".join(f"\n  - {{{waiver}, reason: It is so.}}" for waiver in waivers)
    return swap(path, "\n---\n\n", f"\nwaivers:{text}\n---\n\n")


# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("an issue set aside", both(COPIES, waive("rule: single-origin, about: landing-register")), []),
    ("an issue set aside twice", both(COPIES, waive(*["rule: single-origin, about: landing-register"] * 2)), [f"{SLOWS}:37 unused-waiver"]),
    ("nothing to set aside", waive("rule: single-origin, about: landing-register"), [f"{SLOWS}:36 unused-waiver"]),
    ("a waiver about something else", both(COPIES, waive("rule: single-origin, about: tide-institute")), [f"{SLOWS}:24 single-origin", f"{SLOWS}:36 unused-waiver"]),
    ("a waiver about nothing", both(COPIES, waive("rule: single-origin")), [f"{SLOWS}:24 single-origin", f"{SLOWS}:36 unused-waiver"]),
    ("a waiver of another rule", both(COPIES, waive("rule: dead-end, about: landing-register")), [f"{SLOWS}:24 single-origin", f"{SLOWS}:36 unused-waiver"]),
    ("a waiver in another brief", both(COPIES, waive("rule: single-origin, about: landing-register", path=HARBOUR)), [f"{HARBOUR}:18 unused-waiver", f"{SLOWS}:24 single-origin"]),
    ("no such rule", waive("rule: single-orign, about: landing-register"), [f"{SLOWS}:36 unknown-waiver"]),
    ("a rule for which there is no reason", waive("rule: unknown-source, about: landing-register"), [f"{SLOWS}:36 unknown-waiver"]),
    ("nothing to set aside that could be read", both(swap(VALE, "language: en", "language: English"), waive("rule: single-origin, about: landing-register")), []),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_waiver_that_sets_nothing_aside_is_an_issue(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Each is named at its line, and an issue stands unless a waiver is about it."""
    edit(project)
    found = [issue for issue in find_issues(project) if issue.rule.id in FAMILY]
    assert [show(issue) for issue in found] == expected


def test_what_is_waived_is_counted_with_its_reason(project: Path) -> None:
    """The issue is gone from the list, and not from the numbers."""
    both(COPIES, waive("rule: single-origin, about: landing-register"))(project)
    library, _ = assemble(read_data_files(project))
    judged = judge_library(library)
    (waived,) = count_records(library, judged).waived
    assert show(waived.issue) == f"{SLOWS}:24 single-origin"
    assert waived.path == SLOWS
    assert waived.waiver.reason == "It is so."
    assert waived.issue not in judged.kept


@pytest.mark.parametrize(
    ("waiver", "advice"),
    [
        ("rule: single-origin, about: tide-institute", "`landing-register`"),
        ("rule: single-orign, about: landing-register", "did you mean `single-origin`?"),
        ("rule: unknown-source, about: landing-register", "`dead-end`, `single-origin`"),
    ],
)
def test_an_author_is_told_what_a_waiver_could_say(
    waiver: str, advice: str, project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """The id that the issue is about, the rule that was meant, or all that may be waived."""
    both(COPIES, waive(waiver))(project)
    (issue,) = (found for found in find_issues(project) if found.rule.id.endswith("-waiver"))
    assert advice in issue.help


@pytest.mark.parametrize("rule", sorted(WAIVABLE))
def test_what_may_be_waived_is_in_the_catalogue(rule: str) -> None:
    """A rule that was renamed could be waived by nobody; the page of waivers names each."""
    assert rule in RULES
    assert f"`{rule}`" in RULES["unknown-waiver"].what
