"""Records that try to run code in a reader's browser: their text is shown, and nothing runs."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import build_site, copy_project, serve_site

pytestmark = pytest.mark.browser

# Without a number, because each figure of a brief has to have a source.
RUN = "window.ran = true"
HOSTILE = f"</title></h1><script>{RUN}</script><img src=x onerror={RUN}> {{{{ seven*seven }}}}"
AS_CODE = "# `</title><script>window.ran = 1</script>`\n\nWritten by hand.\n\n- One\n\n    - Two\n"
ARTICLE = "data/articles/2025/euromaidan-press-2025-01-escalate.yml"
BRIEF = "data/briefs/2026/nine-or-nineteen.md"


def _swap_line(file: Path, name: str, value: str) -> None:
    """Gives the first field of that name another value."""
    lines = file.read_text(encoding="utf-8").split("\n")
    index = next(n for n, line in enumerate(lines) if line.startswith(f"{name}: "))
    lines[index] = f"{name}: {json.dumps(value)}"
    file.write_text("\n".join(lines), encoding="utf-8")


@pytest.fixture(scope="module")
def hostile_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The real site with hostile titles in it."""
    project = tmp_path_factory.mktemp("hostile")
    copy_project(project)
    _swap_line(project / ARTICLE, "title", HOSTILE)
    _swap_line(project / BRIEF, "title", HOSTILE)
    (project / "docs" / "by-hand.md").write_text(AS_CODE, encoding="utf-8")
    with serve_site(build_site(project)) as served:
        yield served


@pytest.mark.parametrize(
    "path",
    [
        "",
        "briefs/",
        "briefs/nine-or-nineteen/",
        "articles/euromaidan-press-2025-01-escalate/",
        "sources/euromaidan-press/",
        "topics/rate-of-advance/",
    ],
)
def test_a_hostile_title_is_shown_as_its_text(page: Page, hostile_address: str, path: str) -> None:
    """Heading, window title, lists, notes and breadcrumbs hold the text, and no script ran."""
    page.goto(hostile_address + path)
    assert page.evaluate("window.ran") is None
    assert page.locator("img[src=x]").count() == 0
    assert HOSTILE in (page.text_content("body") or "").replace("\xa0", " ")


def test_the_window_title_is_the_hostile_text(page: Page, hostile_address: str) -> None:
    """The title's element is not left by what stands in it."""
    page.goto(hostile_address + "briefs/nine-or-nineteen/")
    assert page.title() == f"{HOSTILE} · Briefwright"


def test_a_heading_of_code_does_not_leave_the_window_title(
    page: Page, hostile_address: str
) -> None:
    """A page whose only title is a heading in code, which the engine unescapes, runs nothing."""
    page.goto(hostile_address + "by-hand/")
    assert page.evaluate("window.ran") is None
    assert page.title().startswith("</title><script>")


def test_a_list_within_a_list_has_its_marks_and_its_place(page: Page, hostile_address: str) -> None:
    """Further in than the list around it, with a mark of its own."""
    page.goto(hostile_address + "by-hand/")
    inner = page.locator("article li li")
    assert inner.evaluate("one => getComputedStyle(one).listStyleType") == "disc"
    boxes = [one.bounding_box() for one in page.locator("article li").all()]
    assert boxes[0] is not None
    assert boxes[1] is not None
    assert boxes[1]["x"] > boxes[0]["x"] + 10
