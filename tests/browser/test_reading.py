"""What a reader does, in a real browser over the real site."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

BRIEF = "Nine or nineteen? One preposition in a war report"
ONLY_THERE = "it shows a direction, not a price"
KINDS = (
    "",
    "briefs/",
    "briefs/nine-or-nineteen/",
    "articles/",
    "articles/euromaidan-press-2025-01-escalate/",
    "figures/",
    "metrics/",
    "metrics/area-gained-daily-rate/",
    "sources/",
    "sources/isw/",
    "topics/",
    "topics/rate-of-advance/",
    "timeline/",
    "reference/rules/",
    "about/",
    "contribute/",
    "glossary/",
)
"""A page of each kind."""


def test_reader_gets_from_home_to_a_source_and_finds_a_phrase(page: Page, address: str) -> None:
    """Home, brief, note and back, article, search, result: each step is one click or key."""
    page.goto(address)
    page.get_by_role("link", name=BRIEF).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(BRIEF)

    reference = page.locator("sup a").first
    note = page.locator(f"[id='{(reference.get_attribute('href') or '')[1:]}']")
    reference.click()
    expect(note).to_be_in_viewport()
    note.locator(".bw-back a").first.click()
    expect(page.locator("sup a").first).to_be_in_viewport()

    note.locator("a[href*='articles/']").first.click()
    expect(page.locator("article")).to_contain_text("Meduza")

    # A click does not wait for the next page's scripts, and keys typed before them go nowhere.
    expect(page.get_by_role("search")).to_be_visible()
    page.keyboard.press("/")
    page.keyboard.type(ONLY_THERE)
    result = page.get_by_role("list", name="Results").get_by_role("link")
    expect(result.first).to_have_text(BRIEF)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(BRIEF)


def test_escape_closes_the_search(page: Page, address: str) -> None:
    """Escape takes the results away and leaves the focus in the field."""
    page.goto(address)
    page.keyboard.press("s")
    page.keyboard.type("Meduza")
    results = page.get_by_role("list", name="Results")
    expect(results.get_by_role("link").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(results).to_be_hidden()


def test_no_page_asks_another_host(page: Page, address: str, requests: list[str]) -> None:
    """Every kind of page, with the search used, requests nothing from anywhere else."""
    for path in KINDS:
        page.goto(address + path)
    page.keyboard.press("/")
    page.keyboard.type("advance")
    expect(page.get_by_role("list", name="Results").get_by_role("link").first).to_be_visible()
    for choice in ("Light", "Dark", "Auto"):
        page.get_by_text(choice, exact=True).click()
    hosts = {urlsplit(url).netloc for url in requests if not url.startswith(("data:", "blob:"))}
    assert hosts == {urlsplit(address).netloc}
    assert page.context.cookies() == []


def test_a_page_needs_no_script_and_no_sideways_scrolling(chromium: Browser, address: str) -> None:
    """On a narrow phone without JavaScript the whole text is there, and nothing sticks out."""
    context = chromium.new_context(
        viewport={"width": 320, "height": 700}, java_script_enabled=False
    )
    page = context.new_page()
    for path in KINDS:
        page.goto(address + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        page.mouse.wheel(2000, 0)
        box = page.locator("h1").bounding_box()
        assert box is not None, path
        assert box["x"] >= 0, path
        assert box["x"] + box["width"] <= 320, path
    context.close()


def test_a_page_is_no_wider_than_a_phone(page: Page, address: str) -> None:
    """Wide tables scroll in their own frame; the page itself is as wide as the screen."""
    page.set_viewport_size({"width": 320, "height": 700})
    for path in KINDS:
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path


def test_addresses_titles_and_site_map_are_right(page: Page, address: str, site: Path) -> None:
    """A page says its own title, description and canonical address, and the map lists it."""
    page.goto(address + "briefs/nine-or-nineteen/")
    own = "https://briefwright.example/briefs/nine-or-nineteen/"
    assert page.title() == f"{BRIEF} · Briefwright"
    assert page.locator("link[rel=canonical]").get_attribute("href") == own
    description = page.locator("meta[name=description]").get_attribute("content") or ""
    assert description.startswith("Who was said to be pressing Putin")
    assert f"<loc>{own}</loc>" in (site / "sitemap.xml").read_text(encoding="utf-8")


def test_edit_leads_to_the_record(page: Page, address: str) -> None:
    """“Edit this page” leads to the file that the page was made from."""
    page.goto(address + "briefs/nine-or-nineteen/")
    link = page.get_by_role("link", name="Edit this page")
    assert (link.get_attribute("href") or "").endswith(
        "/edit/main/data/briefs/2026/nine-or-nineteen.md"
    )
