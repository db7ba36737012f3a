"""Links behind which a brief has a figure of its own: worked out, or let stand for a reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.issues import Issue
from generator.library.library import Library
from generator.reading.prose import read_prose
from generator.records.prose import Arithmetic, Mark, WaivedFigure
from tests.edits import HARBOUR, body, show, swap
from tests.small import figure, small_library

CALC = '[a third](calc: "area-x / area-y")'
WAIVED = '[forty](waived: "why it may stand without a source")'


def test_a_calculation_is_read_with_its_text_and_place() -> None:
    """The expression is the link's title, whatever quotation marks Markdown takes."""
    text = "It fell by [8.8 km² a *day*](calc: \"27.96 - area-x / 31\") and\n[half](calc: 'a / 2')."
    read = read_prose(text, 10)
    assert read.faults == []
    assert read.prose.arithmetic == (
        Arithmetic("8.8 km² a day", "27.96 - area-x / 31", Mark(10, 12)),
        Arithmetic("half", "a / 2", Mark(11, 1)),
    )
    assert read.prose.links == ()


def test_a_waived_figure_is_read_with_its_reason() -> None:
    """As with calculations; an escaped quotation mark belongs to the reason."""
    read = read_prose('Some [forty](waived: "counted from the \\"quay\\" by us") boats.')
    assert read.faults == []
    assert read.prose.waived == (
        WaivedFigure("forty", 'counted from the "quay" by us', Mark(1, 6)),
    )


# fmt: off
# the link, the issues' rules, a piece of the help
TABLE: list[tuple[str, list[str], str]] = [
    ('[the rest](calc: "dredged-2023-board - dredged-2024-board")', [], ""),
    ("[the rest](calc: 'dredged-2023-board - dredged-2024-board')", [], ""),
    ('[forty](waived: "we counted them")', [], ""),
    ("[the rest](calc:)", ["bad-link"], CALC),
    ('[the rest](calc: "")', ["bad-link"], CALC),
    ('[the rest](calc: "  ")', ["bad-link"], CALC),
    ("[the rest](calc:area-x)", ["bad-link"], CALC),
    ('[the rest](calc:area-x "area-x / area-y")', ["bad-link"], CALC),
    ("[the rest](calc: area-x / area-y)", ["bad-link"], CALC),
    ('[the rest](calc:"area-x / area-y")', ["bad-link"], CALC),
    ("[the rest](calc: “area-x / area-y”)", ["bad-link"], CALC),
    ('[the rest](calc "area-x / area-y")', ["bad-link"], CALC),
    ('[the rest] (calc: "area-x / area-y")', ["bad-link"], CALC),
    ('[the rest]( calc : "area-x / area-y")', ["bad-link"], CALC),
    ('[](calc: "area-x / area-y")', ["bad-link"], CALC),
    ("[forty](waived:)", ["bad-link"], WAIVED),
    ("[forty](waived: we counted them)", ["bad-link"], WAIVED),
    ('[](waived: "we counted them")', ["bad-link"], WAIVED),
    ('[the rest](clac: "area-x / area-y")', ["bad-link"], "did you mean `calc`?"),
]
# fmt: on


@pytest.mark.parametrize(("link", "rules", "action"), TABLE, ids=[row[0] for row in TABLE])
def test_a_link_that_went_wrong_is_named_with_the_right_form(
    link: str,
    rules: list[str],
    action: str,
    project: Path,
    find_issues: Callable[[Path], list[Issue]],
) -> None:
    """One issue, whichever way Markdown takes what was written."""
    body(f"It is {link} [@board-2023-12-31-report].")(project)
    issues = find_issues(project)
    assert [show(issue) for issue in issues] == [f"{HARBOUR}:30 {rule}" for rule in rules]
    for issue in issues:
        assert action in issue.help


def test_a_figure_of_its_own_may_stand_in_the_front_matter(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """The bottom line may work something out; its faults stand at the field."""
    link = '[the rest](calc: "dredged-2023-board - 1") and [more](calc:dredged-2023-board)'
    swap(HARBOUR, "Most likely [", f"Most likely {link} [")(project)
    assert [show(issue) for issue in find_issues(project)] == [f"{HARBOUR}:5 bad-link"]


def make_library(link: str) -> Library:
    """A brief whose text holds the link, with a figure `fleet`."""
    return small_library(figure("fleet", value=12), prose=f"So it is {link} [@a, words].\n")


def test_ids_in_a_calculation_count_as_use() -> None:
    """A brief refers to what it calculates with."""
    library = make_library('[half](calc: "fleet / 2 + fleet")')
    assert library.referring("observation", "fleet", "brief") == ("b",)
