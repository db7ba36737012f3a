"""One brief, made alone, is what it is when everything is made."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.issues import has_errors
from generator.site.preview import Showable, locate_page, open_contents, refresh
from generator.site.saved_brief import Desk
from trials.project import write_project

_CLAIM = "\nEin Satz mehr.\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An invented project of two briefs."""
    folder = tmp_path_factory.mktemp("project")
    write_project(folder, briefs=2)
    return folder


def _refresh(project: Path) -> tuple[Showable, Desk]:
    refreshed, desk = refresh(project, 1, lambda line: None)
    assert refreshed.site is not None, refreshed
    assert desk is not None
    return refreshed.site, desk


@pytest.fixture(scope="module")
def desk(project: Path) -> Desk:
    """The project in memory, as it was written."""
    return _refresh(project)[1]


@contextmanager
def _edited(project: Path, old: str, new: str) -> Iterator[str]:
    """The path of a brief while a part of its text is another."""
    [file] = (project / "data" / "briefs").rglob("brief-1.md")
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")
    yield file.relative_to(project).as_posix()
    file.write_text(text, "utf-8")


def test_a_brief_that_was_saved_is_shown_as_it_will_be(project: Path, desk: Desk) -> None:
    """Byte for byte what a look at everything makes of it, and nothing was written."""
    with _edited(project, "---\n\n## ", "---\n\nA sentence more.\n\n## ") as path:
        saved = desk.take(path)
        assert saved is not None
        assert not has_errors(saved.issues)
        assert b"A sentence more." in saved.html
        assert "A sentence more." not in (project / "docs" / saved.page).read_text("utf-8")
        site, _ = _refresh(project)
        whole = open_contents(project).read(site.files[locate_page(saved.page)])
    assert saved.html == whole


@pytest.mark.parametrize(
    ("new", "rule"),
    [
        ("---\n\nSee [@nobody].\n\n## ", "unknown-article"),
        ("---\n\nSee [this](brief:nobody).\n\n## ", "unknown-brief"),
        ("---\n\nThere were 8,123 people.\n\n## ", "unsourced-figure"),
        ("---\n\n```chart\nmetrics: [nobody]\n```\n\n## ", "unknown-metric"),
        ("---\n\n```chart\nno: yes\n```\n\n## ", "unknown-field"),
        ("\n\n## ", "bad-front-matter"),
    ],
)
def test_an_error_is_found_in_the_brief_alone(
    project: Path, desk: Desk, new: str, rule: str
) -> None:
    """With its rule; no page is made."""
    with _edited(project, "---\n\n## ", new) as path:
        saved = desk.take(path)
    assert saved is not None
    assert rule in {issue.rule.id for issue in saved.issues}, saved.issues
    assert not saved.page


def test_what_is_not_there_at_all_is_left_to_the_look_at_everything(desk: Desk) -> None:
    """A brief that is new or gone changes more than its own page."""
    assert desk.take("data/briefs/2024/nobody.md") is None


def test_a_brief_without_a_fault_shows_none(project: Path, desk: Desk) -> None:
    """What stands in other records is no fault of its own: both briefs are sound."""
    for file in (project / "data" / "briefs").rglob("*.md"):
        saved = desk.take(file.relative_to(project).as_posix())
        assert saved is not None
        assert not has_errors(saved.issues)
        assert saved.html
