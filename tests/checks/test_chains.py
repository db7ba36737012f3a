"""Chains: cycles, gaps, and links that name somebody else's article."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.checks.chains import find_cycles
from generator.issues import Issue
from tests.edits import GAZETTE, TIDE, VALE, WIRE, Edit, both, show, swap, write

# ruff: noqa: E501 (a row of the table stays on one line)

WIRE_LINK = (
    "{verb: quotes, source: tide-institute, article: tide-2024-02-10-assessment, read: true}"
)
TIDE_ISSUED = "issued: 2024-02-10\n"
SAME_DAY = both(  # so that no date forbids the circle
    swap(TIDE, TIDE_ISSUED, "issued: 2024-02-12\n"),
    swap(WIRE, "issued: 2024-02-11\n", "issued: 2024-02-12\n"),
)


# fmt: off
# what is wrong, the change, the issues expected: path:line rule
TABLE: list[tuple[str, Edit, list[str]]] = [
    ("an article that relays itself",
     swap(WIRE, WIRE_LINK, "{verb: cites, source: north-wire, article: wire-2024-02-11-herring}"),
     [f"{WIRE}:12 cyclic-chain"]),
    ("two articles that relay each other",
     both(SAME_DAY, swap(TIDE, "source: landing-register, article: landing-register-2024-02-01-data", "source: north-wire, article: wire-2024-02-11-herring")),
     [f"{TIDE}:13 cyclic-chain"]),
    ("a source that relays itself",
     swap(VALE, "source: sawt-al-marfa, article: marfa-2024-03-05-ferry", "source: ingrid-vale"),
     [f"{VALE}:11 cyclic-chain"]),
    ("two sources that relay each other",
     swap(WIRE, WIRE_LINK, "{verb: cites, source: fish-union}\n  - {by: fish-union, verb: cites, source: north-wire}"),
     [f"{WIRE}:13 cyclic-chain"]),
    ("an outlet that cites an earlier article of its own is no circle",
     swap(GAZETTE, "source: north-wire, article: wire-2024-02-11-herring}", "source: north-wire, article: wire-2024-02-11-herring}\n  - {verb: cites, source: skerry-gazette, article: gazette-2024-01-20-quay}"),
     []),
    ("an article of another outlet",
     swap(WIRE, "source: tide-institute, article", "source: skerry-gazette, article"),
     [f"{WIRE}:12 chain-mismatch"]),
    ("a link that no earlier one leads to",
     swap(GAZETTE, "by: north-wire", "by: fish-union"),
     [f"{GAZETTE}:12 chain-gap"]),
    ("links in the wrong order",
     both(swap(GAZETTE, "  - {verb: cites, source: north-wire, article: wire-2024-02-11-herring}\n", ""), swap(GAZETTE, "inferred: true}\n", "inferred: true}\n  - {verb: cites, source: north-wire, article: wire-2024-02-11-herring}\n")),
     [f"{GAZETTE}:11 chain-gap"]),
    ("more branches than anybody can follow",
     swap(WIRE, WIRE_LINK, "\n  - ".join(f"{{verb: quotes, speaker: guest {n}}}" for n in range(51))),
     [f"{WIRE}:12 tangled-chain"]),
    ("a link through the outlet of an article without `source`",
     swap(GAZETTE, "{verb: cites, source: north-wire, article", "{verb: cites, speaker: an agency, article"),
     []),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_chain_that_does_not_hold_is_an_issue(
    edit: Edit, expected: list[str], project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Each broken link is named at its line, and sound chains are let pass."""
    edit(project)
    assert [show(issue) for issue in find_issues(project)] == expected


def test_a_circle_is_told_step_by_step(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """The message names every article on the way round."""
    TABLE[1][1](project)
    (issue,) = find_issues(project)
    assert issue.message.endswith(
        "`wire-2024-02-11-herring` → `tide-2024-02-10-assessment` → `wire-2024-02-11-herring`"
    )


def test_each_link_that_closes_a_circle_is_found_once() -> None:
    """Two circles that share an id are two, however they are entered."""
    links = {"a": [("b", 0)], "b": [("a", 0), ("c", 1)], "c": [("b", 0)], "d": [("a", 0)]}
    assert list(find_cycles(links)) == [(("a", "b", "a"), 0), (("b", "c", "b"), 0)]


def test_a_chain_may_be_longer_than_a_stack_is_deep() -> None:
    """A circle of ten thousand links is found, and not by recursion."""
    count = 10_000
    links = {str(number): [(str((number + 1) % count), 0)] for number in range(count)}
    ((way, index),) = find_cycles(links)
    assert (len(way), index) == (count + 1, 0)


def test_branches_that_meet_again_are_walked_once() -> None:
    """Fifty forks in a row would be a thousand million million ways."""
    links = {str(n): [(str(n + 1), 0), (str(n + 1), 1)] for n in range(50)}
    assert list(find_cycles(links)) == []


def test_a_tangle_is_told_where_it_begins(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Thirty articles in a row are one issue, and not one for each that is too far up."""
    text = (project / WIRE).read_text("utf-8").split("quotes:")[0]
    text = re.sub("(?m)^url: .*\n", "", text)
    for number in range(30):
        link = f"{{verb: cites, source: north-wire, article: copy-{number + 1}}}"
        copied = text.replace("wire-2024-02-11-herring", f"copy-{number}")
        write(f"data/articles/2024/copy-{number}.yml", copied.replace(WIRE_LINK, link))(project)
    end = text.replace("wire-2024-02-11-herring", "copy-30").split("reports:")[0]
    write("data/articles/2024/copy-30.yml", end)(project)
    tangled = [one for one in find_issues(project) if one.rule.id == "tangled-chain"]
    assert [show(one) for one in tangled] == ["data/articles/2024/copy-9.yml:11 tangled-chain"]
