"""Charts, in a real browser over the real site."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

METRIC = "metrics/area-gained/"
BRIEF = "briefs/rate-of-advance-2025/"
COLOUR = "element => getComputedStyle(element).fill"


@pytest.mark.parametrize(("width", "shown"), [(360, "narrow"), (1440, "wide")])
@pytest.mark.parametrize("path", [METRIC, BRIEF])
def test_the_drawing_for_the_screen_is_shown_and_no_other(
    path: str, width: int, shown: str, page: Page, address: str
) -> None:
    """Letters of the other would be too small, or too large; it is not read out either."""
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    drawings = page.locator(".bw-drawing[role]")
    expect(drawings).to_have_count(2)
    visible = page.locator(".bw-drawing[role]:visible")
    expect(visible).to_have_count(1)
    expect(visible).to_have_class(f"bw-drawing bw-drawing--{shown}")
    box = visible.bounding_box()
    assert box is not None
    assert box["width"] > 0.8 * min(width - 40, 960)
    label = visible.locator("text").first.evaluate(
        "element => element.getBoundingClientRect().height"
    )
    assert label >= 12


def test_a_mark_of_a_metric_leads_to_its_observation(page: Page, address: str) -> None:
    """It says what it is, and where it leads the figure stands."""
    page.goto(address + METRIC)
    mark = page.get_by_role("link", name="Nov 2024: DeepState").first
    expect(mark).to_have_accessible_name("730\u00a0km², Nov 2024: DeepState")
    mark.click()
    target = page.locator("[id='obs-area-2024-11-deepstate-n-pravda']")
    expect(target).to_be_in_viewport()
    expect(target).to_contain_text("730")


def test_every_mark_of_a_brief_leads_somewhere(page: Page, address: str) -> None:
    """To the brief's own figure, or to the metric's page; the keyboard gets there too."""
    page.goto(address + BRIEF)
    marks = page.locator(".bw-drawing--wide a")
    marks.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(":target")).to_be_in_viewport()
    page.goto(address + BRIEF)
    there = page.locator(".bw-drawing--wide a[href*='metrics/']").first
    there.focus()
    page.keyboard.press("Enter")
    expect(page.locator("tr:target")).to_be_in_viewport()


def test_a_chart_follows_the_scheme(chromium: Browser, address: str) -> None:
    """One drawing serves light and dark."""
    colours = {}
    for scheme in ("light", "dark"):
        context = chromium.new_context(color_scheme=scheme, java_script_enabled=False)
        page = context.new_page()
        page.goto(address + METRIC)
        colours[scheme] = page.locator(".bw-drawing--wide .bw-c-s0 circle").first.evaluate(COLOUR)
        context.close()
    assert colours["light"] == "rgb(27, 74, 115)"
    assert colours["dark"] not in (colours["light"], "rgb(0, 0, 0)")


def test_a_chart_takes_no_more_room_than_there_is(page: Page, address: str) -> None:
    """On a narrow phone nothing scrolls sideways, with the table of data open too."""
    page.set_viewport_size({"width": 320, "height": 700})
    for path in (METRIC, BRIEF):
        page.goto(address + path)
        for summary in page.locator(".bw-chart summary").all():
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") == 320, path


def test_the_data_of_a_chart_are_a_file_beside_it(page: Page, address: str, site: Path) -> None:
    """The link leads to what was built."""
    page.goto(address + BRIEF)
    link = page.get_by_role("link", name="The data as CSV")
    assert link.evaluate("element => element.href") == f"{address}{BRIEF}chart-1.csv"
    assert (site / BRIEF / "chart-1.csv").read_bytes().startswith(b'"observation","metric",')
