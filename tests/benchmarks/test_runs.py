"""A whole run at the smallest size, without the programs of others. No timing is tested."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from benchmarks import __main__ as bench
from benchmarks import runs
from benchmarks.page import render
from benchmarks.project import EDITS, Project, change_article, write_project
from benchmarks.results import add_sizes, begin_result
from benchmarks.watching import CommandFailure, Measured

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is read from /proc")


@pytest.mark.browser
def test_a_run_has_every_figure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each scenario builds the site, shows its change, and leaves its traces in the result."""
    monkeypatch.setattr(runs, "RUNS", 1)
    monkeypatch.setattr(bench, "say", lambda line: None)
    with ThreadPoolExecutor(1) as thread:  # other tests may have a browser open in this one
        size = thread.submit(bench.measure_size, 1, [], 60, tmp_path).result()
    assert size["ours"].keys() == {"cold", "no-op", *EDITS}
    for measured in size["ours"].values():
        assert measured.keys() == {"seconds", "cpu-seconds", "peak-bytes", "written-bytes"}
        assert all(number > 0 for name, number in measured.items() if name != "written-bytes")
    assert size["ours"]["cold"]["written-bytes"] > size["ours"]["one brief"]["written-bytes"] > 0
    assert size["pages"] > size["briefs"] + size["articles"]
    assert size["search"]["ours"]["bytes"] > size["search"]["ours"]["compressed-bytes"] > 0
    assert size["stages"]["cold"].keys() >= {"check", "pages", "engine", "search"}
    text = render(add_sizes(begin_result("make bench", 60), [size]), chart=False)
    assert "Briefwright.** One article changed" in text


def test_an_edit_leaves_its_mark_in_a_record_that_many_cite(tmp_path: Path) -> None:
    """In the title alone."""
    project = write_project(tmp_path, 400)
    page = change_article(project, "markword")
    article = page.split("/")[1]
    (file,) = (tmp_path / "data" / "articles").rglob(f"{article}.yml")
    assert [line for line in file.read_text("utf-8").splitlines() if "markword" in line] == [
        next(line for line in file.read_text("utf-8").splitlines() if line.startswith("title:"))
    ]
    briefs = (tmp_path / "data" / "briefs").rglob("*.md")
    assert sum(f"@{article}" in brief.read_text("utf-8") for brief in briefs) > 1


def test_a_build_that_does_not_show_the_change_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would be the fastest of all."""
    project = write_project(tmp_path, 1)

    def build(project: Project) -> Measured:
        page = project.site / "briefs" / "brief-2" / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("old", encoding="utf-8")
        return Measured(0.1, 0.1, 1, 1)

    monkeypatch.setattr(runs, "_build", build)
    with pytest.raises(CommandFailure, match="does not show the change"):
        runs.build_ours(project, lambda line: None)
