"""Briefs in Ukrainian and in Arabic, in a real browser: language, direction, words, width."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import build_site, copy_project, serve_site

TESTS = Path(__file__).parents[1]
UKRAINIAN, ARABIC = "briefs/oseledets-povilnishe/", "briefs/abbara-fi-mawidiha/"

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site of the invented library is served, with a brief in each of the two languages."""
    project = tmp_path_factory.mktemp("languages")
    copy_project(project)
    shutil.rmtree(project / "data")
    for name in ("library", "languages"):
        shutil.copytree(TESTS / name / "data", project / "data", dirs_exist_ok=True)
    with serve_site(build_site(project)) as served:
        yield served


def root_of(page: Page) -> tuple[str, str]:
    """The language and the direction of the page."""
    root = page.locator("html")
    return root.get_attribute("lang") or "", root.get_attribute("dir") or ""


def test_the_page_of_a_ukrainian_brief_speaks_ukrainian(page: Page, invented: str) -> None:
    """Around the text as in it; the lists speak the site's language."""
    page.goto(f"{invented}{UKRAINIAN}")
    assert root_of(page) == ("uk", "")
    assert page.locator(".bw-sitenav a").all_text_contents()[0] == "Довідки"
    assert page.locator(".bw-sitenav a[aria-current]").text_content() == "Довідки"
    assert page.get_by_role("heading", name="Ключові висновки").is_visible()
    assert page.locator(".bw-footer").inner_text().startswith("Кожне число")
    assert page.locator("#bw-search-field").get_attribute("placeholder", timeout=5_000) == (
        "Шукайте або введіть число"
    )
    page.goto(f"{invented}briefs/")
    assert root_of(page) == ("en", "")
    assert page.locator('bdi[lang="uk"]').count() > 0


def test_a_search_speaks_ukrainian_and_finds_every_language(page: Page, invented: str) -> None:
    """One index serves all; what the script says stands in the page."""
    page.goto(f"{invented}{UKRAINIAN}")
    field = page.locator("#bw-search-field")
    field.wait_for(state="visible")
    field.fill("herring")
    page.locator("#bw-search-results a").first.wait_for()
    assert page.locator("#bw-search-count").inner_text().startswith("Сторінок: ")
    assert "Усі" not in page.locator("#bw-search-filters").inner_text()
    field.fill("оселедця")
    page.locator("#bw-search-results a", has_text="Оселедець").wait_for()


def test_the_page_of_an_arabic_brief_reads_from_right_to_left(page: Page, invented: str) -> None:
    """Its text begins at the right, its evidence stands at the left, and its scales keep theirs."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{invented}{ARABIC}#ev-on-time-2023-ferry-line")
    assert root_of(page) == ("en", "rtl")
    title = page.locator("#title")
    assert title.locator('bdi[lang="ar"]').count() == 1
    text = page.locator("#answer").bounding_box()
    evidence = page.locator("#ev-on-time-2023-ferry-line").bounding_box()
    contents = page.locator(".bw-toc").bounding_box()
    assert text
    assert evidence
    assert contents
    assert evidence["x"] + evidence["width"] < text["x"]
    assert contents["x"] > text["x"] + text["width"]
    ends = page.locator(".bw-likely__ends span").all()
    boxes = [end.bounding_box() for end in ends[:2]]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["x"] < boxes[1]["x"]


@pytest.mark.parametrize("path", [UKRAINIAN, ARABIC])
def test_no_page_is_wider_than_a_small_window(page: Page, invented: str, path: str) -> None:
    """At 320 px, where Ukrainian words are long."""
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(f"{invented}{path}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
