"""Slips of somebody who adds a first article: what is said of each, where, and what to do.

Each row gives every issue that the slip leads to, as rule and line, and a piece of the help that
names the next action. Rows that expect nothing hold what editors and systems do to sound files.
"""

# ruff: noqa: E501 (a row of the table stays on one line)

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.issues import Issue
from tests.edits import (
    EVENTS,
    FERRY,
    HARBOUR,
    SERIES,
    SOURCES,
    TIDE,
    UNITS,
    VALE,
    WIRE,
    Edit,
    body,
    copy,
    move,
    rewrite,
    show,
    swap,
    write,
)
from tests.reading.test_bad_input import JARGON


def clash(path: str, line: str) -> Edit:
    """Leaves a line of the file as git leaves it after a merge that it could not finish."""
    both = f"<<<<<<< HEAD\n{line}\n=======\n{line} \n>>>>>>> theirs\n"
    return swap(path, f"{line}\n", both)


# fmt: off
TABLE: list[tuple[str, Edit, list[str], str]] = [
    # Files: merges, names and places.
    ("merge in YAML", clash(VALE, "language: en"), [f"{VALE}:8 merge-conflict"], "keep the right one"),
    ("merge in a list of records", clash(SOURCES, "  kind: think-tank"), [f"{SOURCES}:4 merge-conflict"], "keep the right one"),
    ("merge in front matter", rewrite(HARBOUR, lambda text: text.replace("---\n", "---\n<<<<<<< HEAD\n", 1)), [f"{HARBOUR}:2 merge-conflict"], "keep the right one"),
    ("merge in prose", body("One.\n>>>>>>> theirs"), [f"{HARBOUR}:31 merge-conflict"], "keep the right one"),
    ("merge in CSV", rewrite(SERIES, lambda text: text.replace("\n", "\n<<<<<<< HEAD\n", 1)), [f"{SERIES}:2 merge-conflict"], "keep the right one"),
    ("article that ends in .yaml", move(WIRE, WIRE.replace(".yml", ".yaml")), [f"{WIRE.replace('.yml', '.yaml')}:0 unexpected-file"], f"rename it to `{WIRE}`"),
    ("article that ends in .yml.txt", move(WIRE, f"{WIRE}.txt"), [f"{WIRE}.txt:0 unexpected-file"], f"rename it to `{WIRE}`"),
    ("article that ends in .YML", move(WIRE, WIRE.replace(".yml", ".YML")), [f"{WIRE.replace('.yml', '.YML')}:0 unexpected-file"], f"rename it to `{WIRE}`"),
    ("article beside the folders of the years", move(WIRE, WIRE.replace("2024/", "", 1)), [f"{WIRE.replace('2024/', '', 1)}:0 unexpected-file"], f"move it to `{WIRE}`"),
    ("article beside the lists", move(WIRE, "data/wire-2024-02-11-herring.yml"), ["data/wire-2024-02-11-herring.yml:0 unexpected-file"], f"move it to `{WIRE}`"),
    ("article among the briefs", move(WIRE, "data/briefs/2024/wire-2024-02-11-herring.yml"), ["data/briefs/2024/wire-2024-02-11-herring.yml:0 unexpected-file"], f"move it to `{WIRE}`"),
    ("brief without a year", move(FERRY, "data/briefs/ferry-on-time.md"), ["data/briefs/ferry-on-time.md:0 unexpected-file"], "move it to `data/briefs/<year>/ferry-on-time.md`"),
    ("brief that ends in .markdown", move(FERRY, FERRY.replace(".md", ".markdown")), [f"{FERRY.replace('.md', '.markdown')}:0 unexpected-file"], f"rename it to `{FERRY}`"),
    ("list of all units in .yaml", move(UNITS, "data/units.yaml"), ["data/units.yaml:0 unexpected-file"], f"rename it to `{UNITS}`"),
    ("misspelt name of a list", move(SOURCES, "data/source.yml"), ["data/source.yml:0 unexpected-file"], f"rename it to `{SOURCES}`"),
    ("events in .yaml", move(EVENTS, "data/events/2024.yaml"), ["data/events/2024.yaml:0 unexpected-file"], f"rename it to `{EVENTS}`"),
    ("spreadsheet", write("data/series/rates.xlsx", b"PK\3\4\xff"), ["data/series/rates.xlsx:0 unexpected-file"], "`data/series/rates.csv`"),
    ("what a Mac leaves behind", write("data/articles/.DS_Store", b"\0\1"), [], ""),
    ("what Windows leaves behind", write("data/Thumbs.db", b"\0\1"), [], ""),
    ("what an editor leaves behind", write("data/articles/2024/.x.yml.swp", b"\0\1"), [], ""),
    ("an editor's copy", copy(VALE, f"{VALE}~"), [], ""),
    # YAML.
    ("no space behind the dash", swap(WIRE, "  - id: ", "  -id: "), [f"{WIRE}:16 yaml-syntax"], "dash and space"),
    ("no-break spaces as indentation", swap(WIRE, "    metric:", "\u00a0\u00a0\u00a0\u00a0metric:"), [f"{WIRE}:17 hidden-character"], "delete the space"),
    ("no-break space behind the colon", swap(VALE, "language: en", "language:\u00a0en"), [f"{VALE}:8 yaml-syntax"], "type a space"),
    ("no-break space before a field", swap(VALE, "language: en", "\u00a0language: en"), [f"{VALE}:8 hidden-character"], "delete the space"),
    ("curly quotation marks round a text with a colon", swap(VALE, "What the broadcaster said, in English", "“Vale: so it is”"), [f"{VALE}:3 yaml-syntax"], "straight"),
    ("curly quotation marks round an id", swap(VALE, "outlet: ingrid-vale", "outlet: “ingrid-vale”"), [f"{VALE}:4 bad-id"], "curly"),
    ("curly quotation marks inside a text", swap(VALE, "What the broadcaster said", "What the “broadcaster” said"), [], ""),
    ("item indented more than those above it", rewrite(SOURCES, lambda text: text.rstrip() + "\n  - id: x\n    name: X\n"), [f"{SOURCES}:107 yaml-syntax"], "same column"),
    ("record without its dash", rewrite(SOURCES, lambda text: text.rstrip() + "\n  id: x\n  name: X\n  kind: newspaper\n"), [f"{SOURCES}:107 duplicate-key"], "put `- ` before it"),
    ("observations without a dash", swap(WIRE, "  - id: ", "    id: "), [f"{WIRE}:16 wrong-type"], "begin each item with `- `"),
    # Numbers, dates and ids.
    ("thousands", swap(WIRE, "low: 8.5", "low: 8,500"), [f"{WIRE}:21 bad-number"], "write `8500`, or `8.500` if"),
    ("decimal comma", swap(WIRE, "low: 8.5", "low: 8,5"), [f"{WIRE}:21 bad-number"], "write `8.5`"),
    ("percent", swap(WIRE, "low: 8.5", "low: 8.5%"), [f"{WIRE}:21 bad-number"], "write `8.5` alone"),
    ("unit", swap(WIRE, "low: 8.5", "low: 8.5 kt"), [f"{WIRE}:21 bad-number"], "write `8.5` alone"),
    ("range", swap(WIRE, "low: 8.5", "low: 8-9"), [f"{WIRE}:21 bad-number"], "`low`, 8, and `high`, 9"),
    ("range with a dash", swap(WIRE, "low: 8.5", "low: 8.5–9"), [f"{WIRE}:21 bad-number"], "`low`, 8.5, and `high`, 9"),
    ("about", swap(WIRE, "low: 8.5", "low: about 8.5"), [f"{WIRE}:21 bad-number"], "`approximately` as the `qualifier`"),
    ("more than", swap(WIRE, "low: 8.5", "low: more than 8"), [f"{WIRE}:21 bad-number"], "`over` as the `qualifier`"),
    ("million", swap(WIRE, "low: 8.5", "low: 1.25 million"), [f"{WIRE}:21 bad-number"], "`1250000`"),
    ("minus sign", swap(WIRE, "low: 8.5", "low: −8.5"), [f"{WIRE}:21 bad-number"], "write `-8.5`"),
    ("dash in a date", swap(TIDE, "issued: 2024-02-10", "issued: 2024–02–10"), [f"{TIDE}:6 bad-date"], "write `2024-02-10`"),
    ("name in the place of an id", swap(VALE, "topics: [ferry]", "topics: [The Ferry]"), [f"{VALE}:9 bad-id"], "write `the-ferry`"),
    # Prose.
    ("citation without @", body("So it is [board-2023-12-31-report, depth]."), [f"{HARBOUR}:30 malformed-citation"], "`[@article-id, quote-key]`"),
    ("citation in round brackets", body("So it is (@board-2023-12-31-report)."), [f"{HARBOUR}:30 malformed-citation"], "`[@article-id]`"),
    ("citation with a space before @", body("So it is [ @board-2023-12-31-report ]."), [f"{HARBOUR}:30 malformed-citation"], "`[@article-id]`"),
    ("space in a link", body("It was [4 t](obs: dredged-2023-board)."), [f"{HARBOUR}:30 bad-link"], "no space"),
    ("space between the words and the link", body("It was [4 t] (obs:dredged-2023-board)."), [f"{HARBOUR}:30 bad-link"], "no space"),
    ("link without words", body("It was 4 t (obs:dredged-2023-board)."), [f"{HARBOUR}:30 bad-link"], "`[words](obs:id)`"),
    ("words that only look like a link", body("A year [2023-24] and a source (source: the Board)."), [], ""),
    ("unclosed citation before a link", body("It is [@board-2023-12-31-report. See [it](obs:dredged-2023-board)."), [f"{HARBOUR}:30 malformed-citation"], "`[@article-id]`"),
    ("no space behind ##", body("##What then"), [f"{HARBOUR}:30 heading-level"], "write `## What then`"),
    ("heading that leaves out a level", body("#### What then"), [f"{HARBOUR}:30 heading-level"], "begin it with `"),
    ("hash in a text", body("It was the #1 harbour."), [], ""),
]
# fmt: on


@pytest.mark.parametrize(
    ("edit", "expected", "action"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE]
)
def test_a_slip_is_named_once_with_what_to_do(
    edit: Edit,
    expected: list[str],
    action: str,
    project: Path,
    find_issues: Callable[[Path], list[Issue]],
) -> None:
    """One issue for one slip, at its line, and the help says the next action in plain words."""
    edit(project)
    issues = find_issues(project)
    assert [show(issue) for issue in issues] == expected
    for issue in issues:
        assert action in issue.help
        assert not JARGON.search(f"{issue.message} {issue.help}")


@pytest.mark.parametrize("name", ["vale-2024-03-07-post-copy", "vale-2024-03-07-post (1)", "пост"])
def test_a_copy_of_an_article_is_the_one_at_fault(
    name: str, project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Whichever name sorts first: nobody is told to rename the copy to a name that is taken."""
    path = f"data/articles/2024/{name}.yml"
    copy(VALE, path)(project)
    (issue,) = find_issues(project)
    assert show(issue) == f"{path}:1 duplicate-id"
    assert "delete the file" in issue.help


def test_a_copy_of_a_brief_is_the_one_at_fault(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """As with articles."""
    copy(FERRY, "data/briefs/2024/a.md")(project)
    (issue,) = find_issues(project)
    assert show(issue) == "data/briefs/2024/a.md:2 duplicate-id"
