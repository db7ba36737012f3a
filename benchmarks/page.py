"""Writes what was measured for people: `docs/speed.md`, and beside the result its table and chart.

Run by `make bench`, and alone to write the pages anew from the kept result. Every number is one of
the result; the sentences stand in the template.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.aims import judge
from benchmarks.chart import draw_chart
from benchmarks.peers import PEERS
from benchmarks.results import FOLDER, Result, read_result
from benchmarks.rounding import write_rounded
from generator.site.write import replace_file
from trials.results import open_templates

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "docs" / "speed.md"
TABLE, CHART = FOLDER / "README.md", FOLDER / "seconds.svg"
OURS = {
    "cold": "From nothing",
    "no-op": "Nothing changed",
    "one brief": "One brief changed",
    "one article": "One article changed, cited by many",
    "one template": "One template changed",
}
THEIRS = {"cold": "", "no-op": ", again", "one brief": ", one page changed"}


def render(result: Result | None, *, chart: bool) -> str:
    """The page: for the site, or with the chart for the folder of the result."""
    environment = open_templates(HERE)
    environment.filters |= {
        "mb": lambda number: write_rounded(number / 1e6),
        "kb": lambda number: write_rounded(number / 1e3),
        "s": write_rounded,
    }
    return environment.get_template("speed.md.jinja").render(
        result=result,
        rows=list_rows,
        stages=list_stages,
        scenarios=name_scenarios,
        aims=list(judge(result)) if result else [],
        peers=PEERS,
        chart=chart,
    )


def list_rows(size: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The rows of the table of one size: what was built, and what it took."""
    for what, name in OURS.items():
        if what in size["ours"]:
            yield f"**Briefwright.** {name}", size["ours"][what]
    for peer, found in size["peers"].items():
        for what, words in THEIRS.items():
            if what in found:
                yield f"{PEERS[peer].name}{words}", found[what]


def list_stages(size: Mapping[str, Any]) -> Iterator[tuple[str, list[float]]]:
    """The rows of the table of stages: seconds after each change, 0 where a stage was left out."""
    scenarios = [size["stages"][what] for what in OURS if size["stages"].get(what)]
    for stage in dict.fromkeys(stage for stages in scenarios for stage in stages):
        yield stage, [stages.get(stage, 0) for stages in scenarios]


def name_scenarios(size: Mapping[str, Any]) -> list[str]:
    """The columns of that table."""
    return [name for what, name in OURS.items() if size["stages"].get(what)]


def write_pages(result: Result) -> None:
    """Writes the page, the table and the chart."""
    replace_file(PAGE, render(result, chart=False).encode())
    replace_file(TABLE, render(result, chart=True).encode())
    replace_file(CHART, draw_chart(result).encode())


def main() -> int:
    """Writes the pages from the kept result; without one, the page says so."""
    result = read_result()
    if result is None:
        replace_file(PAGE, render(None, chart=False).encode())
    else:
        write_pages(result)
    return 0


if __name__ == "__main__":
    sys.exit(main())
