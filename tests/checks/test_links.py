from collections.abc import Callable
from pathlib import Path

import pytest

from generator.issues import Issue
from generator.reading.assemble import assemble
from generator.reading.files import read_data_files

ARTICLE = Path("data") / "articles" / "2024" / "gazette-2024-02-12-herring.yml"
URL = "https://gazette.example/herring/slow-month"
COPY = "https://web.archive.org/web/20240301000000/https://gazette.example/herring/slow-month"
HEAD = "url,status,reason,since,looked-at\n"
DEAD = "dead,not-found,2026-03-02,2026-03-09\n"


def write(project: Path, *rows: str, copy: str = "") -> None:
    """Puts rows into the records of links, and a copy into the article's."""
    (project / "data" / "links.csv").write_text(HEAD + "".join(rows), "utf-8")
    if copy:
        file = project / ARTICLE
        text = file.read_text("utf-8")
        file.write_text(
            text.replace(f"url: {URL}\n", f"url: {URL}\narchive-url: {copy}\n"), "utf-8"
        )


def test_a_dead_article_without_a_copy_is_warned_of(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """At its address, with the way to a copy."""
    write(project, f"{URL},{DEAD}")
    (issue,) = find_issues(project)
    place = f"{issue.location.path}:{issue.location.line} {issue.rule.severity} {issue.rule.id}"
    assert place == f"{ARTICLE.as_posix()}:7 warning dead-link"
    assert issue.message == "since 2026-03-02 there has been nothing at `url` (not-found)"
    assert "brief archive gazette-2024-02-12-herring" in issue.help


@pytest.mark.parametrize("status", ["missed,not-found", "unknown,refused", "unknown,tls"])
def test_what_is_not_dead_is_not_warned_of(
    project: Path, find_issues: Callable[[Path], list[Issue]], status: str
) -> None:
    """One miss may be a bad day, and a refusal is meant for machines."""
    write(project, f"{URL},{status},2026-03-02,2026-03-09\n")
    assert not find_issues(project)


def test_a_copy_makes_up_for_the_dead_address_unless_it_is_dead_too(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """Then both are told."""
    write(project, f"{URL},{DEAD}", copy=COPY)
    assert not find_issues(project)
    write(project, f"{URL},{DEAD}", f"{COPY},{DEAD}")
    assert [issue.message.split("`")[1] for issue in find_issues(project)] == ["url", "archive-url"]


def test_a_file_without_rows_is_a_good_file(
    project: Path, find_issues: Callable[[Path], list[Issue]]
) -> None:
    """All links answer."""
    write(project)
    assert not find_issues(project)


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        (f"{URL},ded,not-found,2026-03-02,2026-03-09", "unknown-word"),
        (f"{URL},dead,timed-out,2026-03-02,2026-03-09", "unknown-word"),
        (f"{URL},unknown,gone,2026-03-02,2026-03-09", "unknown-word"),
        (f"{URL},dead,not-found,2026-03,2026-03-09", "bad-date"),
        (f"{URL},dead,not-found,2026-03-09,2026-03-02", "bad-date"),
        ("ftp://a.example/,dead,not-found,2026-03-02,2026-03-09", "bad-url"),
        (f"{URL},dead,,2026-03-02,2026-03-09", "missing-field"),
        (f"{URL},dead,not-found,2026-03-02", "ragged-row"),
        (f"{URL},{DEAD}{URL},{DEAD}".strip(), "duplicate-id"),
    ],
)
def test_the_file_is_read_like_every_other(project: Path, row: str, rule: str) -> None:
    """A row that somebody changed by hand is judged, with its line."""
    write(project, f"{row}\n")
    _, issues = assemble(read_data_files(project))
    assert [issue.rule.id for issue in issues] == [rule]
    assert issues[0].location.path == "data/links.csv"
    assert issues[0].location.line == 2 + (rule == "duplicate-id")
    assert issues[0].help


def test_a_column_that_is_missing_or_unknown_is_said_once(project: Path) -> None:
    """In the words of this file."""
    (project / "data" / "links.csv").write_text("url,status,reason,sinse,looked-at\na,b,c,d,e\n")
    library, issues = assemble(read_data_files(project))
    (issue,) = issues
    assert issue.message == "`sinse` is not a column of this file"
    assert "`since`" in issue.help
    assert "link" in library.incomplete
