"""A site as `brief init` leaves it, in a real browser: nothing fails, and nobody is shut out."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import serve_site
from tests.browser.test_axe import find_violations, open_details

pytestmark = pytest.mark.browser

PAGES = (
    "",
    "briefs/example-ferry/",
    "articles/example-gazette-2025-02-12/",
    "about/",
    "contribute/",
)


@pytest.fixture(scope="module")
def served(begun: Path) -> Iterator[str]:
    """Where the site is served."""
    with serve_site(begun / "site") as address:
        yield address


def test_its_pages_open_without_an_error(served: str, page: Page, requests: list[str]) -> None:
    """The policy stops nothing, because nothing is there to be stopped; no other host is asked."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("requestfailed", lambda request: said.append(request.url))
    for path in PAGES:
        page.goto(served + path, wait_until="networkidle")  # leaving early ends a request
        expect(page.get_by_role("link", name="Harbour Watch")).to_be_visible()
    assert said == []
    assert requests
    assert [url for url in requests if not url.startswith(served)] == []


def test_its_search_finds_the_example(served: str, page: Page) -> None:
    """By a word of it."""
    page.goto(served)
    page.get_by_label("Search briefs, figures and sources").fill("ferry")
    results = page.get_by_role("list", name="Results")
    expect(results.get_by_role("link", name="Example: to nine hundred").first).to_be_visible()


def test_the_example_shows_where_its_figures_disagree(served: str, page: Page) -> None:
    """Which is what a site of this kind is for."""
    page.goto(f"{served}briefs/example-ferry/")
    comparison = page.get_by_role("table").filter(has_text="about 900").first
    expect(comparison).to_contain_text("2,140")
    expect(comparison).to_contain_text("disputed")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440])
def test_axe_finds_nothing(
    width: int, scheme: Literal["light", "dark"], served: str, chromium: Browser
) -> None:
    """With all details open; without the policy, because axe runs within the page."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    opened = context.new_page()
    for path in PAGES:
        opened.goto(served + path)
        open_details(opened)
        assert find_violations(opened) == [], path
        wide = opened.evaluate("document.documentElement.scrollWidth > innerWidth")
        assert not wide, path
    context.close()
