"""Charts that have something to show, on one scale."""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.issues import Issue
from generator.limits import CHARTS
from tests.edits import METRICS, SERIES, SLOWS, Edit, both, show, swap

FAMILY = {"incomparable-chart", "empty-chart", "too-large", "from-after-to", "unknown-metric"}
CHART = """\
metric: herring-landed
places: [IS-HB]
from: 2023-09
kind: bar
"""
LINE = 89
"""Where the body of the chart begins."""


def chart(body: str) -> Edit:
    """Puts this into the place of the chart's own selection."""
    return swap(SLOWS, CHART, body)


TO_TONNES = swap(METRICS, "unit: tonnes-per-day\n", "unit: tonnes\n")
AKIN = "metrics: [herring-landed, herring-landed-daily]\nplaces: [IS-HB, IS+FO-NSK]\n"
CORRUPT = both(
    *(
        swap(SERIES, f"2023-{month}: {value},,,,", f"2023-{month}: {value},,,corrupt,")
        for month, value in (("09", "402.5"), ("10", "611.0"))
    )
)

# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("a chart as it is", chart(CHART), []),
    ("values of two places that nobody named", chart("metric: herring-landed\n"), [f"{SLOWS}:{LINE} incomparable-chart"]),
    ("values of two places that are named", chart("metric: herring-landed\nplaces: [IS-HB, IS+FO-NSK]\n"), []),
    ("two metrics of which neither names the other", chart("metrics: [herring-landed, herring-stock]\n"), [f"{SLOWS}:{LINE} incomparable-chart"]),
    ("two metrics akin, in units that do not convert", chart(AKIN), [f"{SLOWS}:{LINE} incomparable-chart"]),
    ("two metrics akin in one unit, of which one is a rate", both(chart(AKIN), TO_TONNES), [f"{SLOWS}:{LINE} incomparable-chart"]),
    ("two metrics akin of one kind and unit", both(chart(AKIN), TO_TONNES, swap(METRICS, "kind: rate", "kind: flow")), []),
    ("a sum for longer than the others, named", chart("observations: [landed-2023-09-register, landed-2023-10-register, landed-2023-24-observer]\nplaces: [IS-HB, IS]\n"), [f"{SLOWS}:{LINE} incomparable-chart"]),
    ("a sum for longer than the others, not named", chart("metric: herring-landed\nplaces: [IS-HB, IS]\n"), []),
    ("a level named among sums", chart("observations: [landed-2023-09-register, stock-2024-01-31-tide]\n"), [f"{SLOWS}:{LINE} incomparable-chart"]),
    ("nothing within the dates", chart("metric: herring-landed\nfrom: 2030\n"), [f"{SLOWS}:{LINE} empty-chart"]),
    ("nothing of the source", chart("metric: herring-landed\nsources: [ferry-line]\n"), [f"{SLOWS}:{LINE} empty-chart"]),
    ("nothing but what was garbled", both(chart("metric: herring-landed\nplaces: [IS-HB]\nto: 2023-10\n"), CORRUPT), [f"{SLOWS}:{LINE} empty-chart"]),
    ("a line through one month", chart("metric: herring-landed\nplaces: [IS-HB]\nto: 2023-09\nkind: line\n"), [f"{SLOWS}:{LINE} empty-chart"]),
    ("a dot for one month", chart("metric: herring-landed\nplaces: [IS-HB]\nto: 2023-09\n"), []),
    ("dates the wrong way round", chart("metric: herring-landed\nfrom: 2024\nto: 2023\n"), [f"{SLOWS}:{LINE + 1} from-after-to"]),
    ("too many charts", swap(SLOWS, "```chart\n", "```chart\nmetric: herring-landed\nplaces: [IS-HB]\n```\n\n" * CHARTS + "```chart\n"), [f"{SLOWS}:{LINE + 5 * CHARTS} too-large"]),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_what_stands_on_one_scale_can_be_compared(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Each chart that would mislead, or show nothing, is named once, at its place."""
    edit(project)
    found = [show(issue) for issue in find_issues(project) if issue.rule.id in FAMILY]
    assert found == expected


def test_the_value_that_stands_apart_is_named(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """With what the others have in common, and the way out."""
    chart("metric: herring-landed\n")(project)
    issue = next(one for one in find_issues(project) if one.rule.id == "incomparable-chart")
    assert issue.message == "`landed-2023-12-tide` is of `IS+FO-NSK`, most others of `IS-HB`"
    assert issue.help == "name the place in `places`; several named there are drawn apart"
