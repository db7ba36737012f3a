"""axe-core finds nothing on any kind of page, in either scheme, on a phone and on a desktop."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_accessibility import BRIEF, KINDS

pytestmark = pytest.mark.browser

EVIDENCE = f"{BRIEF}#ev-advance-2024-12-isw-euromaidan"
SCHEMES = ("light", "dark")
WIDTHS = (360, 1440)


@pytest.fixture(params=[(width, scheme) for width in WIDTHS for scheme in SCHEMES])
def opened(request: pytest.FixtureRequest, chromium: Browser) -> Iterator[Page]:
    """A page of one width and scheme, without the policy: axe runs within the page."""
    width: int
    scheme: Literal["light", "dark"]
    width, scheme = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    yield context.new_page()
    context.close()


def find_violations(page: Page) -> list[str]:
    """What axe-core holds against the page as it stands."""
    found = Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} ({node['failureSummary']})"
        for one in found
        for node in one["nodes"]
    ]


def open_details(page: Page) -> None:
    """Unfolds all that can be unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")


def open_search(page: Page) -> None:
    """Searches, and narrows what was found."""
    page.get_by_label("Search briefs, figures and sources").fill("advance")
    expect(page.get_by_role("list", name="Results").get_by_role("link").first).to_be_visible()
    page.get_by_label("Kind").select_option("Metric")
    expect(page.locator(".bw-search__kind").first).to_have_text("Metric")


def test_axe_finds_nothing_on_any_kind_of_page(opened: Page, address: str) -> None:
    """With all details open, so that nothing is left out."""
    for path in KINDS:
        opened.goto(address + path)
        open_details(opened)
        assert find_violations(opened) == [], path


@pytest.mark.parametrize(("path", "act"), [(EVIDENCE, open_details), (BRIEF, open_search)])
def test_axe_finds_nothing_in_what_opens(
    opened: Page, address: str, path: str, act: Callable[[Page], None]
) -> None:
    """Evidence, and the search with its results and filters."""
    opened.goto(address + path)
    act(opened)
    assert find_violations(opened) == []
