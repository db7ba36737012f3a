"""What the pages say of a result. The results of these tests are invented."""

import math
from collections.abc import Mapping
from typing import Any

import pytest

from benchmarks.__main__ import choose_peers
from benchmarks.aims import judge
from benchmarks.chart import draw_chart
from benchmarks.page import PAGE, render
from benchmarks.results import read_result
from benchmarks.rounding import write_rounded


def _run(seconds: float, **more: object) -> dict[str, object]:
    found = {"seconds": seconds, "cpu-seconds": seconds, "peak-bytes": 2e8, "written-bytes": 5e6}
    return {**found, **more}


def _size(pages: int, seconds: float, **peers: Mapping[str, object]) -> dict[str, Any]:
    kinds = ("briefs", "articles", "observations", "events", "metrics", "sources", "topics")
    return {
        "asked": pages,
        "pages": pages + 3,
        **dict.fromkeys(kinds, 7),
        "briefs that cite the article": 5,
        "ours": {"cold": _run(seconds), "no-op": _run(0.5), "one brief": _run(1)},
        "peers": peers,
        "search": {"ours": {"seconds": 0.2, "requests": 9, "bytes": 2e5, "compressed-bytes": 1e5}},
        "stages": {
            "cold": {"check": 1.5, "engine": 6.25},
            "no-op": {},
            "one brief": {"check": 0.5},
        },
    }


def _result(*sizes: dict[str, Any]) -> dict[str, Any]:
    machine = {"cores": 2, "processor": "Invented", "memory-bytes": 8e9, "system": "Linux"}
    return {
        "command": "make bench",
        "date": "2024-12-31",
        "python": "3.11.0",
        "commit": "",
        "machine": machine,
        "versions": {"hugo": "0.1"},
        "limit": 60.0,
        "sizes": list(sizes),
    }


HUGO = {"cold": _run(40), "no-op": _run(40), "one brief": _run(20)}


def test_an_aim_is_a_ratio_within_the_run() -> None:
    """Ours over theirs; the change over their build with a change."""
    judged = list(judge(_result(_size(1_000, 8, hugo=HUGO, mkdocs={"cold": _run(16)}))))
    found = {one.aim.name.partition(",")[0]: (one.found, one.verdict) for one in judged}
    assert found["Cold build"] == (0.5, "not met")
    assert found["One brief changed"] == (0.05, "met")
    assert found["Nothing changed"] == (0.5, "met")
    assert found["Highest memory of any build"] == (200, "met")


def test_a_program_that_was_stopped_gives_a_bound_and_no_ratio() -> None:
    """Ours over the limit is the most that the ratio can be."""
    stopped = {"cold": _run(60, ended="not finished within the limit")}
    for seconds, verdict in ((6, "met"), (59, "not measured")):
        first = next(judge(_result(_size(10_000, seconds, mkdocs=stopped))))
        assert (first.at_most, first.verdict) == (True, verdict)
    assert "| below 0.10 |" in render(_result(_size(10_000, 6, mkdocs=stopped)), chart=False)
    text = render(_result(_size(10_000, 6, mkdocs=stopped)), chart=False)
    assert "| Material for MkDocs | not finished within the limit of 60 s |" in text


def test_stages_stand_beside_each_other() -> None:
    """A stage that a build left out took no time."""
    text = render(_result(_size(1_000, 8)), chart=False)
    assert "| Seconds of each stage | From nothing | One brief changed |" in text
    assert "| Check | 1.50 | 0.50 |\n| Engine | 6.25 | 0.00 |" in text


def test_growth_is_judged_once_both_sizes_are_there() -> None:
    """From 1,000 pages to 10,000."""
    assert not [one for one in judge(_result(_size(1_000, 8))) if "growth" in one.aim.name]
    *_, last = judge(_result(_size(1_000, 8), _size(10_000, 80)))
    assert (last.found, last.verdict) == (10, "met")


def test_what_was_not_measured_is_said() -> None:
    """Neither a failed program nor a missing browser stops the page."""
    size = _size(1_000, 8, hugo={"failed": "no ferries"})
    size["search"]["ours"] = {"failed": "no browser"}
    text = render(_result(size), chart=True)
    assert "Hugo + Pagefind failed." in text
    assert text.count("| not\N{NO-BREAK SPACE}measured |") == 3
    assert "![" in text


def test_a_chart_names_everything_that_it_shows() -> None:
    """As text, so that it can be read aloud."""
    drawn = draw_chart(_result(_size(1_000, 8, hugo=HUGO)))
    for name in ("Briefwright, one brief", "Hugo + Pagefind, one page", "1,003 pages", "40.0 s"):
        assert f">{name}</text>" in drawn


@pytest.mark.parametrize(
    ("number", "written"),
    [(0.004, "0.00"), (0.744, "0.74"), (9.996, "10.00"), (11.68, "11.7"), (1240.4, "1,240")],
)
def test_three_digits_are_written(number: float, written: str) -> None:
    """Of a run that is repeated, no more of them would be the same."""
    assert write_rounded(number) == written


def test_the_page_is_that_of_the_kept_result() -> None:
    """Run `python -m benchmarks.page` when this fails."""
    assert PAGE.read_text("utf-8") == render(read_result(), chart=False)


def test_a_program_may_be_left_out_of_large_sizes() -> None:
    """Some take hours where others take minutes."""
    assert choose_peers("mkdocs,properdocs:1000") == {"mkdocs": math.inf, "properdocs": 1000}


def test_an_unknown_program_is_refused_by_name() -> None:
    """And the known ones are listed."""
    assert choose_peers("none") == {}
    with pytest.raises(SystemExit, match=r"knows mkdocs, .*hugo and none; not jekyll"):
        choose_peers("mkdocs,jekyll")
