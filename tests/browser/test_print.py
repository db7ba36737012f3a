"""A brief on paper: no navigation, nothing cut, addresses spelled out, data unfolded."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

WIDTHS = {"A4": 658, "Letter": 680}
"""Pixels between the margins of a sheet."""
FIND_CUT = """
() => [...document.querySelectorAll("article *")]
  .filter((one) => one.checkVisibility() && !one.closest("svg, .bw-hidden"))
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120))
"""
FIND_BROKEN = """
() => [...document.querySelectorAll("article :is(tr, .bw-card, .bw-judgements > li, .footnote li)")]
  .filter((one) => getComputedStyle(one).breakInside !== "avoid")
  .map((one) => one.outerHTML.slice(0, 80))
"""
FIND_SILENT = """
() => [...document.querySelectorAll(".footnote a[href^=http]")]
  .filter((one) => !getComputedStyle(one, "::after").content.includes(one.getAttribute("href")))
  .map((one) => one.href)
"""


@pytest.fixture(params=WIDTHS)
def printed(request: pytest.FixtureRequest, chromium: Browser, address: str) -> Iterator[Page]:
    """A brief laid out for a sheet."""
    width = WIDTHS[request.param]
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme="dark")
    page = context.new_page()
    page.goto(f"{address}briefs/rate-of-advance-2025/")
    page.emulate_media(media="print")
    yield page
    context.close()


def test_a_sheet_has_the_text_and_no_navigation(printed: Page) -> None:
    """Neither header nor footer nor contents; black on white, whatever the screen was."""
    for role in ("banner", "navigation", "contentinfo", "search"):
        expect(printed.get_by_role(role)).to_have_count(0)
    expect(printed.locator(".bw-evidence:visible")).to_have_count(0)
    assert (
        printed.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    )


def test_nothing_is_cut_at_the_edge_or_between_sheets(printed: Page) -> None:
    """Tables fit, and a row, a card or a judgement stays whole."""
    assert printed.evaluate(FIND_CUT) == []
    assert printed.evaluate(FIND_BROKEN) == []


def test_addresses_and_data_stand_on_the_sheet(printed: Page) -> None:
    """Each source's address behind its link, the table of a chart unfolded."""
    assert printed.evaluate(FIND_SILENT) == []
    for table in printed.locator("details table").all():
        expect(table).to_be_visible()
