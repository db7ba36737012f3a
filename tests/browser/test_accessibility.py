"""What every reader needs of a page: order, names, keys, room for a finger, no sideways scroll."""

from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

BRIEF = "briefs/nine-or-nineteen/"
DATA_SET = "articles/economist-data-2026-08-22-estimates/"
KINDS = (
    "",
    "briefs/",
    BRIEF,
    "articles/",
    DATA_SET,
    "metrics/area-gained-daily-rate/",
    "sources/",
    "sources/isw/",
    "topics/rate-of-advance/",
    "timeline/",
    "reference/records/",
    "contribute/",
    "404.html",
)
"""A page of each kind of layout."""
SMALLEST = 24
"""Pixels: the least side of what a finger should hit outside a sentence (WCAG 2.5.8)."""

FIND_SKIPPED = """
() => {
  const headings = [...document.querySelectorAll("h1, h2, h3, h4")];
  const levels = [0, ...headings.map((one) => Number(one.tagName[1]))];
  return headings.filter((one, n) => levels[n + 1] > levels[n] + 1).map((one) => one.textContent);
}
"""
FIND_UNNAMED = """
() => [...document.querySelectorAll("nav, [role=region], [role=search], input, select, a, summary")]
  .filter((one) => one.checkVisibility())
  .filter((one) => {
    const names = [one.ariaLabel, one.textContent, one.getAttribute("aria-labelledby"),
      one.labels?.[0]?.textContent, one.closest("label")?.textContent];
    const written = one.matches("nav, [role=region]") ? [names[0], names[2]] : names;
    return one.getAttribute("role") !== "search" && !written.some((name) => name?.trim());
  })
  .map((one) => one.outerHTML.slice(0, 120))
"""
FIND_SMALL = """
(smallest) => [...document.querySelectorAll(
  ":is(.bw-header, .bw-toc, .bw-crumbs, .bw-footer, .bw-table--figures) a," +
  ":is(.bw-evidence__foot, .bw-values, .bw-own) a, .bw-close," +
  ".bw-palette label, summary, .bw-back a"
)].filter((one) => one.checkVisibility())
  .filter((one) => {
    const box = one.getBoundingClientRect();
    return Math.min(box.width, box.height) < smallest - 0.5;
  }).map((one) => one.outerHTML.slice(0, 120))
"""
FIND_SIDEWAYS = """
() => [...document.querySelectorAll(".bw-scroll:has(.bw-stack)")]
  .filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.getAttribute("aria-label"))
"""
SHOWS_FOCUS = """
() => {
  const one = document.activeElement;
  const ring = getComputedStyle(one.closest("label") ?? one);
  const isDrawn = ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2;
  return one !== document.body && isDrawn;
}
"""


def test_headings_and_landmarks_are_in_order(page: Page, address: str) -> None:
    """One first heading, no level left out, one main part, and a name for whatever needs one."""
    for path in KINDS:
        page.goto(address + path)
        expect(page.locator("h1")).to_have_count(1)
        assert page.evaluate(FIND_SKIPPED) == [], path
        for role in ("main", "banner", "contentinfo"):
            expect(page.get_by_role(role)).to_have_count(1)
        assert page.evaluate(FIND_UNNAMED) == [], path
        expect(page.locator("html")).to_have_attribute("lang", "en")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", [BRIEF, "metrics/area-gained-daily-rate/", "glossary/"])
def test_what_is_tapped_has_room_for_a_finger(
    page: Page, address: str, path: str, width: int
) -> None:
    """Links that stand outside a sentence are 24 px high and wide."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    assert page.evaluate(FIND_SMALL, SMALLEST) == []


@pytest.mark.parametrize("width", [320, 768, 1000])
@pytest.mark.parametrize("path", [BRIEF, DATA_SET, "reference/records/"])
def test_a_row_can_be_read_without_scrolling_sideways(
    page: Page, address: str, path: str, width: int
) -> None:
    """Where a table has no room its rows are read from top to bottom, and remain a table."""
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address + path)
    assert page.evaluate(FIND_SIDEWAYS) == []
    expect(page.get_by_role("rowheader").first).to_be_attached()


FIND_PALE = """
() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (colour) => parts(colour).map((part) => part / 255)
    .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = (one) => {
    const colour = getComputedStyle(one).backgroundColor;
    return colour === "rgba(0, 0, 0, 0)" && one.parentElement ? behind(one.parentElement) : colour;
  };
  return [...document.querySelectorAll(".bw-evidence:target, .bw-evidence:target *")]
    .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
    .filter((one) => {
      const both = [light(getComputedStyle(one).color), light(behind(one))];
      return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05) < 4.5;
    }).map((one) => one.outerHTML.slice(0, 120));
}
"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 768, 1440])
def test_open_evidence_can_be_read_named_and_hit(
    chromium: Browser, address: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    """It is a group with a name, its text has contrast, its links have room, nothing sticks out."""
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(f"{address}{BRIEF}#ev-advance-2024-12-isw-euromaidan")
    expect(page.get_by_role("group", name="about 9 km² a day")).to_be_visible()
    assert page.evaluate(FIND_UNNAMED) == []
    assert page.evaluate(FIND_SMALL, SMALLEST) == []
    assert page.evaluate(FIND_PALE) == []
    assert page.evaluate(FIND_SKIPPED) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    context.close()


def test_keys_alone_lead_through_a_page(page: Page, address: str) -> None:
    """The first stop skips to the text; every stop after it shows where it is."""
    page.goto(address + BRIEF)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    for _ in range(15):
        page.keyboard.press("Tab")
        assert page.evaluate(SHOWS_FOCUS)
    skip.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('article') !== null")


def test_the_search_is_worked_by_keys(page: Page, address: str) -> None:
    """Arrow keys go into the results and back to the field; on a phone the field stays in view."""
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(address + BRIEF)
    field = page.get_by_label("Search briefs, figures and sources")
    page.keyboard.press("/")
    page.keyboard.type("advance")
    results = page.get_by_role("list", name="Results").get_by_role("link")
    expect(results.first).to_be_visible()
    expect(field).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.keyboard.press("ArrowDown")
    expect(results.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()


def test_nothing_moves_for_those_who_asked_for_stillness(chromium: Browser, address: str) -> None:
    """With reduced motion a link within the page jumps."""
    context = chromium.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + BRIEF)
    behaviour = page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    context.close()
    assert behaviour == "auto"


def test_the_search_puts_what_was_concluded_before_what_was_quoted(
    page: Page, address: str
) -> None:
    """A brief or a metric stands above the articles that have the same word in their titles."""
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("advance")
    first = page.get_by_role("list", name="Results").get_by_role("listitem").first
    expect(first).to_be_visible()
    expect(first.locator(".bw-search__kind")).not_to_have_text("Article")


FIND_LOST = """
() => {
  const width = document.documentElement.clientWidth;
  const isWider = document.documentElement.scrollWidth > width;
  const sideways = isWider ? ["the page scrolls sideways"] : [];
  const scrolls = ".bw-scroll, .bw-plain > table, pre, .bw-hidden, .bw-skip, thead";
  return sideways.concat([...document.querySelectorAll("body *")]
    .filter((one) => one.checkVisibility() && !one.closest(scrolls))
    .filter((one) => one.getBoundingClientRect().right > width + 1)
    .map((one) => one.outerHTML.slice(0, 120)));
}
"""
"""What is out of reach at the right; tables and code may scroll within themselves."""
TWICE = "html { font-size: 250% !important }"
"""The root's size is 125 per cent of what the reader set; this is twice that."""


@pytest.mark.parametrize(
    ("width", "zoom"), [(320, ""), (360, TWICE), (1280, TWICE)], ids=["320px", "phone", "desktop"]
)
def test_nothing_is_lost_where_there_is_little_room(
    chromium: Browser, address: str, width: int, zoom: str
) -> None:
    """At 320 px, which is 1280 px at 400 per cent, and with text alone twice as large."""
    context = chromium.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    for path in KINDS:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        if zoom:
            page.add_style_tag(content=zoom)
        assert page.evaluate(FIND_LOST) == [], path
    context.close()


def test_every_stop_of_a_brief_is_reached_by_keys_and_shows_it(page: Page, address: str) -> None:
    """Each link, field and summary that can be seen is a stop, from the first to the last."""
    page.goto(address + BRIEF)
    page.get_by_role("searchbox").wait_for()
    stops = """
      [...document.querySelectorAll("a[href], input, summary, select, [tabindex='0']")]
        .filter((one) => one.checkVisibility({visibilityProperty: true}))
        .filter((one) => !one.closest(".bw-evidence"))
    """
    wanted = page.evaluate(f"{stops}.filter((one) => one.type !== 'radio').length")
    page.evaluate(f"{stops}.forEach((one, n) => {{ one.dataset.stop = n; }})")
    seen: set[str] = set()
    for _ in range(wanted * 4):  # open evidence has links of its own
        page.keyboard.press("Tab")
        if not page.evaluate("document.hasFocus() && document.activeElement !== document.body"):
            break
        assert page.evaluate(SHOWS_FOCUS)
        seen.add(page.evaluate("document.activeElement.dataset.stop ?? 'evidence'"))
    assert len(seen - {"evidence"}) >= wanted


def test_colours_of_the_reader_s_own_leave_everything_readable(
    chromium: Browser, address: str
) -> None:
    """In forced colours the page that one is on is still marked, and so is where the focus is."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, forced_colors="active", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto(address + BRIEF)
    marked = page.locator(".bw-sitenav [aria-current]")
    expect(marked).to_have_css("text-decoration-line", "underline")
    page.keyboard.press("Tab")
    assert page.evaluate(SHOWS_FOCUS)
    page.keyboard.press("Shift+Tab")
    context.close()
